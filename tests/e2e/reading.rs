//! What anybody may read.

mod addresses;
mod archive;
mod articles;
mod caching;
mod feeds;
mod import;
mod import_markdown;
mod lists;
mod pages;
mod related;
mod relevance;
mod resolve;
mod search;

/// Twelve teasers of an engineering publication.
const FEED: &str = include_str!("../fixtures/teasers.txt");
