//! What programs count on.

pub(crate) mod changes;
pub(crate) mod events;
mod idempotency;
mod rust_client;
