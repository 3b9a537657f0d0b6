//! Whether the database is available. Requests check this without waiting, and are woken as soon as an outage begins.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::watch;

use crate::config::{DatabaseTimeouts, StaleTtl};

/// Why the database counts as unavailable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutageReason {
    /// It refuses connections or reports that it cannot answer, so it is unavailable to all instances.
    Refused,
    /// It does not answer in time. Perhaps only this instance cannot reach it.
    Timeout,
}

/// An outage of the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage {
    /// The reason.
    pub reason: OutageReason,
    /// When the database last answered.
    pub since: Instant,
}

impl StaleTtl {
    /// How long stale responses are served in an outage with this reason.
    #[must_use]
    pub fn for_outage(&self, reason: OutageReason) -> Duration {
        match reason {
            OutageReason::Refused => self.refused,
            OutageReason::Timeout => self.timed_out,
        }
    }
}

/// The health of the database as this instance sees it.
#[derive(Debug)]
pub(crate) struct DatabaseHealth {
    timeouts: DatabaseTimeouts,
    started: Instant,
    /// When the database last answered, in milliseconds since `started`.
    last_success: AtomicU64,
    outage: watch::Sender<Option<Outage>>,
    /// Whether `outage` is set, as an atomic flag, because every request reads it.
    has_outage: AtomicBool,
    /// Whether a replica answered when it was last asked during an outage.
    replica_answers: AtomicBool,
    /// Whether the schema should be checked.
    schema_doubt: AtomicBool,
}

impl DatabaseHealth {
    pub(crate) fn new(timeouts: DatabaseTimeouts) -> Self {
        Self {
            timeouts,
            started: Instant::now(),
            last_success: AtomicU64::new(0),
            outage: watch::Sender::new(None),
            has_outage: AtomicBool::new(false),
            replica_answers: AtomicBool::new(false),
            schema_doubt: AtomicBool::new(false),
        }
    }

    pub(crate) fn timeouts(&self) -> DatabaseTimeouts {
        self.timeouts
    }

    /// Records that the database answered; ends an outage.
    pub(crate) fn record_success(&self) {
        let since = u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.last_success.fetch_max(since, Ordering::Relaxed);
        if self.has_outage.swap(false, Ordering::AcqRel) {
            self.outage.send_replace(None);
        }
    }

    /// Records that the database did not answer.
    pub(crate) fn record_failure(&self, reason: OutageReason) -> Outage {
        let since = self.started + Duration::from_millis(self.last_success.load(Ordering::Relaxed));
        let outage = Outage { reason, since };
        self.outage.send_replace(Some(outage));
        self.has_outage.store(true, Ordering::Release);
        outage
    }

    /// The current outage; `None` while the database is available.
    pub(crate) fn outage(&self) -> Option<Outage> {
        if self.has_outage.load(Ordering::Acquire) { *self.outage.borrow() } else { None }
    }

    /// Waits until an outage begins.
    pub(crate) async fn wait_for_outage(&self) {
        let mut outage = self.outage.subscribe();
        if outage.wait_for(Option::is_some).await.is_err() {
            std::future::pending::<()>().await;
        }
    }

    pub(crate) fn set_replica_answers(&self, answers: bool) {
        self.replica_answers.store(answers, Ordering::Relaxed);
    }

    pub(crate) fn replica_answers(&self) -> bool {
        self.replica_answers.load(Ordering::Relaxed)
    }

    /// Requests a check of the schema.
    pub(crate) fn doubt_schema(&self) {
        self.schema_doubt.store(true, Ordering::Relaxed);
    }

    /// Whether a check of the schema was requested since this was last called.
    pub(crate) fn take_schema_doubt(&self) -> bool {
        self.schema_doubt.swap(false, Ordering::Relaxed)
    }
}
