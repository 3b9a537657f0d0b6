//! The configuration of the job runner. The binary reads it from the environment.

use std::time::Duration;

/// How jobs are claimed and run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Config {
    /// How long a claimed job belongs to this worker after its last heartbeat.
    pub lease: Duration,
    /// The interval between heartbeats. Several must fit into a lease.
    pub heartbeat: Duration,
    /// How often to poll for jobs when no notification arrives.
    pub poll: Duration,
    /// How long running jobs may continue after a stop was requested.
    pub grace: Duration,
    /// How many jobs run at the same time.
    pub concurrency: usize,
}

impl Default for Config {
    /// With these values the job of a worker that died runs again after one lease and one poll.
    fn default() -> Self {
        Self {
            lease: Duration::from_secs(60),
            heartbeat: Duration::from_secs(15),
            poll: Duration::from_secs(1),
            grace: Duration::from_secs(10),
            concurrency: 8,
        }
    }
}
