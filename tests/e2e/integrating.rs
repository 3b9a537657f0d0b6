//! What integrations rely on: the change log, recorded cursors, server-sent events, idempotency keys, dry runs and the Rust clients.

pub(crate) mod changes;
mod cursors;
mod dry_runs;
pub(crate) mod events;
mod idempotency;
mod rust_client;
