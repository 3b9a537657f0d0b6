//! Tests of rendering, in one binary, because each further one would be linked with comrak and ammonia again.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod blocks;
mod bombs;
mod checks;
mod commonmark;
mod compare;
mod cost;
mod forms;
mod judge;
mod links;
mod pathological;
mod properties;
mod reader;
mod reference;
mod xss;

/// How many cases a property is tried with: `PROPTEST_CASES`, which `make drills` sets, or these.
pub(crate) fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(usual, |cases| cases.parse().unwrap())
}
