//! The delivery API, the docs pages and imports.

mod addresses;
mod archive;
mod articles;
mod caching;
mod dates;
mod feeds;
mod import;
mod import_markdown;
mod lists;
mod locales;
mod pages;
mod redirects;
mod related;
mod relevance;
mod resolve;
mod search;
mod time_zone;

const FEED: &str = include_str!("../fixtures/teasers.txt");
