//! What editors work on.

pub mod drafts;
pub mod imports;
pub mod people;
pub mod sessions;
pub mod terms;
