//! One attempt at a job: waits for its end, decides what that means, and records it.

use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::{Claimed, Fenced, JobKind, Lease};
use store::{Error, Store};
use tokio::task::{JoinError, JoinHandle};
use tokio::time::Instant;

use crate::backoff;
use crate::jobs::Failure;

/// What came of an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// How it ended is recorded.
    Recorded,
    /// It was cut short, or another worker has the job by now; there is nothing to record.
    NotOurs,
}

/// What is recorded about an attempt.
enum Verdict {
    Done,
    Again { why: String, wait: Duration },
    Parked { why: String },
}

/// The longest wait of a cache that does not answer comes after so many failures: half a minute.
const MOST_FAILURES_COUNTED: i32 = 5;

/// How long to wait before trying to record again.
const RETRY: Duration = Duration::from_millis(500);

/// Waits for the handler and records how it ended, for as long as the lease may last.
pub(super) async fn see_through(
    store: Store,
    claimed: Claimed,
    handler: JoinHandle<Result<(), Failure>>,
    patience: Duration,
) -> Ended {
    let Some(verdict) = verdict(handler.await, claimed.kind, claimed.failures) else { return Ended::NotOurs };
    let (job, kind) = (claimed.lease.job().0, claimed.kind.as_str());
    match &verdict {
        Verdict::Done => tracing::debug!(%job, kind, "a job is done"),
        Verdict::Again { why, wait } => {
            tracing::warn!(%job, kind, why, ?wait, "a job failed and is tried again")
        }
        Verdict::Parked { why } => tracing::error!(%job, kind, why, "a job failed and is parked"),
    }
    let begun = Instant::now();
    loop {
        match record(&store, &claimed.lease, &verdict).await {
            Ok(Fenced::Written) => return Ended::Recorded,
            Ok(Fenced::LeaseLost) => {
                tracing::warn!(%job, kind, "a job came to its end when it was another worker's already");
                return Ended::NotOurs;
            }
            Err(error) if begun.elapsed() < patience => {
                tracing::warn!(%job, kind, %error, "how a job ended could not be recorded yet");
                tokio::time::sleep(RETRY).await;
            }
            Err(error) => {
                tracing::error!(%job, kind, %error, "how a job ended could not be recorded; it is done again");
                return Ended::NotOurs;
            }
        }
    }
}

/// `None`: there is nothing to record, because the job is not ours any more or was cut short.
fn verdict(ended: Result<Result<(), Failure>, JoinError>, kind: JobKind, failures: i32) -> Option<Verdict> {
    let why = match ended {
        Ok(Ok(())) => return Some(Verdict::Done),
        Ok(Err(Failure::LeaseLost)) => return None,
        Ok(Err(failure @ Failure::Payload(_))) => return Some(Verdict::Parked { why: failure.to_string() }),
        Ok(Err(failure @ (Failure::Store(_) | Failure::Other(_)))) => failure.to_string(),
        Err(error) if error.is_cancelled() => return None,
        Err(panic) => panic.to_string(),
    };
    // What readers are not to see any more is told to a cache for as long as that takes.
    let most = if kind == JobKind::PurgeEdge { MOST_FAILURES_COUNTED } else { i32::MAX };
    Some(match backoff::after(failures.saturating_add(1).min(most), fastrand::f64()) {
        Some(wait) => Verdict::Again { why, wait },
        None => Verdict::Parked { why },
    })
}

async fn record(store: &Store, lease: &Lease, verdict: &Verdict) -> Result<Fenced, Error> {
    let mut conn = store.operations().await?;
    match verdict {
        Verdict::Done => jobs::complete(&mut conn, lease).await,
        Verdict::Again { why, wait } => jobs::fail(&mut conn, lease, why, *wait).await,
        Verdict::Parked { why } => jobs::park(&mut conn, lease, why).await,
    }
}
