//! Whether the database answers, as whoever reads wants to know it: at a glance, and at once when it ends.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::sync::watch;

/// How an instance lost touch with the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutageReason {
    /// It refuses, or says that it cannot: nobody gets an answer.
    Refused,
    /// Nothing is heard of it: perhaps it is this instance alone that is cut off.
    Timeout,
}

/// Since when nothing that is kept could be confirmed, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outage {
    /// Why.
    pub reason: OutageReason,
    /// When the database last answered.
    pub since: Instant,
}

/// Contact, as it is now.
#[derive(Debug)]
pub(crate) struct DatabaseHealth {
    begun: Instant,
    /// When the database last answered, in milliseconds since `begun`.
    answered: AtomicU64,
    lost: watch::Sender<Option<Outage>>,
    /// The same in one word, for those who look at every request.
    is_lost: AtomicBool,
}

impl DatabaseHealth {
    pub(crate) fn new() -> Self {
        let (answered, is_lost) = (AtomicU64::new(0), AtomicBool::new(false));
        Self { begun: Instant::now(), answered, lost: watch::Sender::new(None), is_lost }
    }

    /// Notes that the database answered.
    pub(crate) fn record_success(&self) {
        let since = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.answered.fetch_max(since, Ordering::Relaxed);
        if self.is_lost.swap(false, Ordering::AcqRel) {
            self.lost.send_replace(None);
        }
    }

    /// Notes that it did not.
    pub(crate) fn record_failure(&self, reason: OutageReason) -> Outage {
        let since = self.begun + Duration::from_millis(self.answered.load(Ordering::Relaxed));
        let lost = Outage { reason, since };
        self.lost.send_replace(Some(lost));
        self.is_lost.store(true, Ordering::Release);
        lost
    }

    /// Why nothing can be confirmed now; `None` while the database answers.
    pub(crate) fn outage(&self) -> Option<Outage> {
        if self.is_lost.load(Ordering::Acquire) { *self.lost.borrow() } else { None }
    }

    /// Waits until the database does not answer.
    pub(crate) async fn wait_for_outage(&self) {
        let mut lost = self.lost.subscribe();
        if lost.wait_for(Option::is_some).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}
