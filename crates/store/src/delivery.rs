//! Public reads. They use the public views only, over connections of the reader role.

pub mod archive;
pub mod changes;
pub mod editions;
pub mod resolve;
pub mod search;
pub mod sitemap;
pub mod terms;
