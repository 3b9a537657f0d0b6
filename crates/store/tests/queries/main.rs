//! What the store promises, against a real Postgres: a database for each test, cloned from a migrated template.
//!
//! `press`, `desk` and `database` are the stage. Each other module holds the promises of one group of queries and acts.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod acts;
mod addresses;
mod articles;
mod concurrency;
mod counts;
mod database;
mod desk;
mod drafts;
mod ended_terms;
mod epochs;
mod going_back;
mod histories;
mod imports;
mod jobs;
mod links;
mod listener;
mod lists;
mod migrations;
mod press;
mod pruning;
mod publishing;
mod redirects;
mod rehearsals;
mod renames;
mod resolving;
mod rights;
mod roles;
mod schedules;
mod schema;
mod series;
mod slugs;
mod takedowns;
mod terms;
mod withdrawals;

/// How many cases a property is tried with: `PROPTEST_CASES`, which `make drills` sets, or these.
pub(crate) fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(usual, |cases| cases.parse().unwrap())
}
