//! What programs count on.

mod changes;
mod idempotency;
mod rust_client;
