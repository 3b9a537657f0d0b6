//! The executable itself, in processes of their own. Not here: jobs, which mind how busy the machine is.
//!
//! `backups` does what `docs/backup.md` shows; `bodies` measures memory; `lifecycle` is about one server's life; `logs` about
//! output that nobody takes; `samples` does what README and docs show; `saves` and `schedules` are drills
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
