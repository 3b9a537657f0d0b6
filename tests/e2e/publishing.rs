//! What is between editors and readers.

mod acts;
mod bulk;
mod pending;
mod previews;
mod schedules;
