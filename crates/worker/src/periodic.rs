//! Enqueues the periodic jobs.

use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::NewJob;
use store::{Error, Store, publishing};

/// Enqueues the periodic jobs until the future is dropped. Every worker tries; a unique slot lets one succeed.
pub(crate) async fn enqueue(store: &Store, poll: Duration) {
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
