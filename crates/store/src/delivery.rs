//! What readers see: public views only, by the reader's connections.

pub mod archive;
pub mod changes;
pub mod editions;
pub mod resolve;
pub mod search;
pub mod sitemap;
pub mod terms;
