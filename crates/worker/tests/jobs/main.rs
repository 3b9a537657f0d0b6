//! The worker against a real Postgres, with handlers of the tests' own.
//!
//! `fixture` is a database with a worker. Not here: what the store promises of jobs, and the executable.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod fixture;
mod running;
mod schedules;
mod shutdown;
