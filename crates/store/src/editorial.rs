//! What editors work on.

pub mod drafts;
pub mod imports;
pub mod terms;
