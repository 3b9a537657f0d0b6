//! What keeps the publication running.

pub mod cdn_purges;
pub mod change_log;
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

/// A length of time as SQL takes it.
fn milliseconds(length: Duration) -> Result<i64, Error> {
    i64::try_from(length.as_millis()).map_err(Error::internal)
}
