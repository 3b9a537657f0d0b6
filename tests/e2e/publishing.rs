//! What is between editors and readers.

mod acts;
mod bulk;
mod future;
mod previews;
mod schedules;
