//! Tests of the store against a real Postgres. Each test has a database of its own, cloned from a migrated template.
//!
//! `fixture`, `fixture_acts` and `database` are the test fixture. Each other module tests one group of queries or
//! acts.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

mod addresses;
mod articles;
mod concurrency;
mod counts;
mod database;
mod drafts;
mod dry_runs;
mod epochs;
mod fixture;
mod fixture_acts;
mod histories;
mod imports;
mod jobs;
mod links;
mod listener;
mod lists;
mod merged_and_deleted_terms;
mod migrations;
mod outages;
mod permissions;
mod publishing;
mod redirects;
mod resolve;
mod retention;
mod roles;
mod rollback;
mod schedules;
mod schema;
mod sequence;
mod series;
mod slugs;
mod statements;
mod takedowns;
mod term_changes;
mod terms;
mod withdrawals;

/// How many cases a property test runs: `PROPTEST_CASES`, which `make drills` sets, or this default.
pub(crate) fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(usual, |cases| cases.parse().unwrap())
}
