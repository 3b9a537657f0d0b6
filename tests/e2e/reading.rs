//! What anybody may read.

mod articles;
mod import;
mod lists;
mod pages;
