//! What happens at its time without being asked for: schedules have their effect, periodic jobs are enqueued.

use std::time::Duration;

use store::operations::due;
use store::operations::jobs;
use store::operations::jobs::NewJob;
use store::{Error, Store, publishing};

/// Carries out what is due, in its second, until the caller stops polling. Waits for the next one exactly, where that
/// is nearer than `poll`; what is scheduled meanwhile is noticed after it.
pub async fn activate(store: &Store, poll: Duration) {
    loop {
        match activate_due(store).await {
            Ok(next_in) => tokio::time::sleep(next_in.map_or(poll, |next| next.min(poll))).await,
            Err(error) => {
                tracing::warn!(%error, "could not carry out what is scheduled");
                tokio::time::sleep(poll).await;
            }
        }
    }
}

/// How long until the next is due.
async fn activate_due(store: &Store) -> Result<Option<Duration>, Error> {
    let mut conn = store.operations().await?;
    let next_in = due::next_in(&mut conn).await?;
    if next_in != Some(Duration::ZERO) {
        return Ok(next_in);
    }
    let activated = publishing::activate_due(&mut conn).await?;
    if activated > 0 {
        tracing::info!(activated, "carried out what was scheduled");
    }
    due::next_in(&mut conn).await
}

/// Enqueues what happens periodically, until the caller stops polling. Each worker tries to, and one succeeds.
pub(crate) async fn enqueue_periodic(store: &Store, poll: Duration) {
    loop {
        match enqueue_both(store).await {
            Ok(next_in) => tokio::time::sleep(next_in).await,
            Err(error) => {
                tracing::warn!(%error, "a periodic job could not be enqueued");
                tokio::time::sleep(poll).await;
            }
        }
    }
}

/// How often what is kept for a while only is looked through.
const PRUNE_EVERY: Duration = Duration::from_secs(3_600);

async fn enqueue_both(store: &Store) -> Result<Duration, Error> {
    // Again each time: a server of an older version may have published since.
    publishing::enqueue_outdated(&mut store.editorial().await?, markup::VERSION).await?;
    let mut conn = store.operations().await?;
    jobs::enqueue_periodic(&mut conn, "prune", PRUNE_EVERY, NewJob::prune()).await
}
