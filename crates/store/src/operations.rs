//! Operations: jobs, act log, instances, purges, retention, signing keys.

pub mod act_log;
pub mod cdn_purges;
pub mod due;
pub mod epochs;
pub mod instances;
pub mod jobs;
pub mod listener;
pub mod locale_usage;
pub mod retention;
pub mod signing_keys;

use std::time::Duration;

use crate::Error;

/// A duration in milliseconds, for SQL parameters.
fn milliseconds(length: Duration) -> Result<i64, Error> {
    i64::try_from(length.as_millis()).map_err(Error::internal)
}
