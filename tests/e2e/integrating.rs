//! What programs count on.

mod changes;
pub(crate) mod events;
mod idempotency;
mod rust_client;
