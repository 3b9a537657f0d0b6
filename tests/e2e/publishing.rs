//! What is between editors and readers.

mod acts;
mod bulk;
mod checks;
mod future;
mod pending;
mod previews;
mod schedules;
