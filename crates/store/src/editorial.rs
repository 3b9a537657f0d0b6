//! Everything that editors work on.

pub mod addresses;
pub mod audit;
pub mod drafts;
pub mod imports;
pub mod people;
pub mod previews;
pub mod redirects;
pub mod sessions;
pub mod terms;
