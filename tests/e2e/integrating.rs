//! What programs count on.

mod idempotency;
mod rust_client;
