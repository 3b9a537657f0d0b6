//! The timer that publishes and withdraws what is scheduled when it is due.

use std::time::Duration;

use store::operations::due;
use store::{Error, Store, publishing};

/// Activates schedules when they are due, until the future is dropped. Sleeps until the next one is due, or for `poll` if
/// that is shorter, so that a schedule created meanwhile is noticed after `poll` at most.
pub(crate) async fn activate(store: &Store, poll: Duration) {
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
