//! What programs count on.

mod changes;
mod dry_runs;
pub(crate) mod events;
mod idempotency;
mod rust_client;
