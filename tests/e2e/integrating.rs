//! What programs count on.

pub(crate) mod changes;
mod dry_runs;
pub(crate) mod events;
mod idempotency;
mod rust_client;
