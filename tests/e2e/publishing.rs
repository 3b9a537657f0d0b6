//! The publish workflow: publishing, withdrawing, scheduling, previews and checks.

mod acts;
mod bulk;
mod checks;
mod future;
mod pending;
mod preview_sets;
mod previews;
mod schedules;
