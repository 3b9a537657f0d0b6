//! What is between editors and readers.

mod acts;
mod bulk;
mod previews;
mod schedules;
