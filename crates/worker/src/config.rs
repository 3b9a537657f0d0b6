//! What the worker needs to be told. Plain data; the environment is read elsewhere.

use std::time::Duration;

/// How jobs are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Config {
    /// How long a job is this worker's own, without a sign of life.
    pub lease: Duration,
    /// How often it gives a sign of life. Several fit into a lease.
    pub heartbeat: Duration,
    /// How often it looks for what is due when nobody wakes it.
    pub poll: Duration,
    /// How long jobs may go on that run when it is told to stop.
    pub grace: Duration,
    /// How many jobs it does at the same time.
    pub concurrency: usize,
}

impl Config {
    /// The usual one: a job of a worker that died runs again after a lease and what the next look takes.
    #[must_use]
    pub fn usual() -> Self {
        Self {
            lease: Duration::from_secs(60),
            heartbeat: Duration::from_secs(15),
            poll: Duration::from_secs(1),
            grace: Duration::from_secs(10),
            concurrency: 8,
        }
    }
}
