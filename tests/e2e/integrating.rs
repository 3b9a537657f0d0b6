//! What programs count on.

mod changes;
mod events;
mod idempotency;
mod rust_client;
