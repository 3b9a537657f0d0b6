//! The job runner against a real Postgres, with test handlers. `fixture` sets up a database and workers.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod fixture;
mod periodic;
mod running;
mod shutdown;
