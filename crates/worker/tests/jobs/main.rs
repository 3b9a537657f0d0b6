//! The worker against a real Postgres, with handlers of the tests' own.
//!
//! `stage` is a database with a worker. Not here: what the store promises of jobs, and the executable.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod ending;
mod running;
mod schedules;
mod stage;
