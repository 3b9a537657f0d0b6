//! What programs count on.

mod idempotency;
