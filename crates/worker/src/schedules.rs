//! Timers: publishes and withdraws what is scheduled when it is due, and enqueues the periodic jobs.

use std::time::Duration;

use store::operations::due;
use store::operations::jobs;
use store::operations::jobs::NewJob;
use store::{Error, Store, publishing};

/// Activates schedules when they are due, until the future is dropped. Sleeps until the next one is due, or for `poll` if
/// that is shorter, so that a schedule created meanwhile is noticed after `poll` at most.
pub async fn activate(store: &Store, poll: Duration) {
    loop {
        match activate_due(store).await {
            Ok(next_in) => tokio::time::sleep(next_in.map_or(poll, |next| next.min(poll))).await,
            Err(error) => {
                tracing::warn!(%error, "due schedules not activated: retrying at the next poll");
                tokio::time::sleep(poll).await;
            }
        }
    }
}

/// Activates what is due now. Returns the time until the next schedule is due.
async fn activate_due(store: &Store) -> Result<Option<Duration>, Error> {
    let mut conn = store.operations().await?;
    let next_in = due::next_due_in(&mut conn).await?;
    if next_in != Some(Duration::ZERO) {
        return Ok(next_in);
    }
    let activated = publishing::activate_due(&mut conn).await?;
    if activated > 0 {
        tracing::info!(activated, "schedules activated");
    }
    due::next_due_in(&mut conn).await
}

/// Enqueues the periodic jobs until the future is dropped. Every worker tries; a unique slot lets one succeed.
pub(crate) async fn enqueue_periodic(store: &Store, poll: Duration) {
    loop {
        match enqueue_due(store).await {
            Ok(next_in) => tokio::time::sleep(next_in).await,
            Err(error) => {
                tracing::warn!(%error, "periodic jobs not enqueued: retrying at the next poll");
                tokio::time::sleep(poll).await;
            }
        }
    }
}

/// How often expired rows are deleted.
const PRUNE_INTERVAL: Duration = Duration::from_secs(3_600);

async fn enqueue_due(store: &Store) -> Result<Duration, Error> {
    // Checked every time: a server of an older version may have published since.
    publishing::enqueue_outdated_rerender(&mut store.editorial().await?, markup::VERSION).await?;
    let mut conn = store.operations().await?;
    jobs::enqueue_periodic(&mut conn, "prune", PRUNE_INTERVAL, NewJob::prune()).await
}
