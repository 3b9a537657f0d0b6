//! The harness: a real server on a free port, with a database of its own, and a client that holds every request and
//! every answer against the committed API document.

mod client;
mod contract;
mod editor;
mod eventually;
mod fault_proxy;
mod newsroom;
mod postgres;
pub mod rust_client;
mod statements;
mod ways;

pub use client::{Answer, Reader};
pub use contract::{Asked, Contract};
pub use editor::{Editor, PASSWORD, Request, id};
pub use eventually::eventually;
pub use fault_proxy::{FaultProxy, Passage};
pub use newsroom::{
    Newsroom, SIGN_IN_LIMITS, config, delivery, external, jobs, secret, seed_people, site, site_in,
};
pub use postgres::{Replicated, TestDatabase, cluster_access, cluster_socket};
pub use statements::{Noted, Statements};
pub use ways::{Way, Ways, Whose};

/// How many cases a property is tried with: `PROPTEST_CASES`, which `make drills` sets, or these.
pub fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").map_or(usual, |cases| cases.parse().unwrap())
}
