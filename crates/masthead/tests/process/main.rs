//! Tests of the executable, each in its own processes. Tests of jobs are in `jobs.rs`, because they are sensitive to load.
//!
//! `backups` runs the commands of `docs/backup.md`; `bodies` measures memory; `lifecycle` tests starts and stops; `logs` tests
//! output that cannot be written; `samples` runs the samples of README and docs; `saves` and `schedules` are drills
//! (`tests/README.md`); `support` has the shared helpers.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot go on stops; what a drill measured is its output"
)]

mod backups;
mod bodies;
mod lifecycle;
mod logs;
mod samples;
mod saves;
mod schedules;
mod support;
