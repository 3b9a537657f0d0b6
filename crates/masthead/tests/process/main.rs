//! The executable itself, in processes of their own. Not here: jobs, which mind how busy the machine is.
//!
//! `lifecycle` is about one server's life; `saves` and `schedules` are drills, which go on for longer where
//! `MASTHEAD_DRILL` says so (`tests/README.md`); `stage` is what they share.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on stops")]

mod lifecycle;
mod saves;
mod stage;
