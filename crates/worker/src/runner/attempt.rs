//! One attempt at a job: waits for its handler, decides whether it is done, retried or dead-lettered, and records that.

use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::{ClaimedJob, FencedWrite, JobKind, Lease};
use store::{Error, Store};
use tokio::task::{JoinError, JoinHandle};
use tokio::time::Instant;

use crate::backoff;
use crate::jobs::JobError;

/// Whether the end of an attempt is in the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AttemptOutcome {
    /// The job is recorded as done, waiting for a retry, or dead-lettered.
    Recorded,
    /// Nothing was recorded: the handler was aborted, the lease was lost, or recording failed.
    Abandoned,
}

/// What to record about an attempt.
enum Verdict {
    Done,
    Retry { reason: String, delay: Duration },
    Dead { reason: String },
}

/// A purge is retried after half a minute at most, however often it failed: the delay grows for this many failures.
const MAX_PURGE_BACKOFF_FAILURES: i32 = 5;

/// The interval at which recording is retried while the database is unavailable.
const RECORD_RETRY_INTERVAL: Duration = Duration::from_millis(500);

/// Waits for the handler and records the result. While the database is unavailable it retries for `timeout`, which is the
/// length of a lease: after that another worker has the job.
pub(super) async fn supervise(
    store: Store,
    claimed: ClaimedJob,
    handler: JoinHandle<Result<(), JobError>>,
    timeout: Duration,
) -> AttemptOutcome {
    let Some(verdict) = verdict(handler.await, claimed.kind, claimed.failures) else {
        return AttemptOutcome::Abandoned;
    };
    let (job, kind) = (claimed.lease.job().0, claimed.kind.as_str());
    match &verdict {
        Verdict::Done => tracing::debug!(%job, kind, "job done"),
        Verdict::Retry { reason, delay } => {
            tracing::warn!(%job, kind, reason, ?delay, "job failed: retrying after the delay")
        }
        Verdict::Dead { reason } => tracing::error!(
            %job, kind, reason,
            "job failed and is dead-lettered: `masthead jobs retry` runs it again"
        ),
    }
    let begun = Instant::now();
    loop {
        match record(&store, &claimed.lease, &verdict).await {
            Ok(FencedWrite::Written) => return AttemptOutcome::Recorded,
            Ok(FencedWrite::LeaseLost) => {
                tracing::warn!(%job, kind, "job result discarded: its lease had expired or it was cancelled");
                return AttemptOutcome::Abandoned;
            }
            Err(error) if begun.elapsed() < timeout => {
                tracing::warn!(%job, kind, %error, "job result not recorded: retrying");
                tokio::time::sleep(RECORD_RETRY_INTERVAL).await;
            }
            Err(error) => {
                tracing::error!(%job, kind, %error, "job result not recorded: the job runs again when its lease expires");
                return AttemptOutcome::Abandoned;
            }
        }
    }
}

/// Decides what to record. `None` means nothing: the handler was aborted or the lease was lost.
fn verdict(ended: Result<Result<(), JobError>, JoinError>, kind: JobKind, failures: i32) -> Option<Verdict> {
    let reason = match ended {
        Ok(Ok(())) => return Some(Verdict::Done),
        Ok(Err(JobError::LeaseLost)) => return None,
        Ok(Err(error @ JobError::Payload(_))) => return Some(Verdict::Dead { reason: error.to_string() }),
        Ok(Err(error @ (JobError::Store(_) | JobError::Other(_)))) => error.to_string(),
        Err(error) if error.is_cancelled() => return None,
        Err(panic) => panic.to_string(),
    };
    // Failures never dead-letter a purge: a cache that is down must forget withdrawn content as soon as it is back.
    let max_failures = if kind == JobKind::PurgeCdn { MAX_PURGE_BACKOFF_FAILURES } else { i32::MAX };
    Some(match backoff::delay(failures.saturating_add(1).min(max_failures), fastrand::f64()) {
        Some(delay) => Verdict::Retry { reason, delay },
        None => Verdict::Dead { reason },
    })
}

async fn record(store: &Store, lease: &Lease, verdict: &Verdict) -> Result<FencedWrite, Error> {
    let mut conn = store.operations().await?;
    match verdict {
        Verdict::Done => jobs::complete(&mut conn, lease).await,
        Verdict::Retry { reason, delay } => jobs::fail(&mut conn, lease, reason, *delay).await,
        Verdict::Dead { reason } => jobs::dead_letter(&mut conn, lease, reason).await,
    }
}
