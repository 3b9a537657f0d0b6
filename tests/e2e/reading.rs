//! What anybody may read.

mod articles;
mod import;
mod import_markdown;
mod lists;
mod pages;
mod resolve;
