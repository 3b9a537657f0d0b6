//! Measures the latency of NOTIFY between two connections.

use std::time::{Duration, Instant};

use futures_util::{StreamExt, stream};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tokio_postgres::{AsyncMessage, Client};

use crate::connection::{Timeouts, connect_raw};
use crate::{Access, OpenError};

/// Two connections: one notifies, the other listens.
#[derive(Debug)]
pub struct NotifyRoundTrip {
    notifier: Client,
    // Dropping the client would close the listening connection.
    _listener: Client,
    received: mpsc::UnboundedReceiver<()>,
    tasks: [AbortHandle; 2],
}

impl NotifyRoundTrip {
    /// Connects and listens.
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn start(access: &Access) -> Result<Self, OpenError> {
        let (notifier, notifier_connection) = connect_raw(access, &Timeouts::LISTENING).await?;
        let (listener, mut listener_connection) = connect_raw(access, &Timeouts::LISTENING).await?;
        let (sender, received) = mpsc::unbounded_channel();
        let notifying = tokio::spawn(async move {
            // The client that uses this connection reports the error.
            let _ended = notifier_connection.await;
        });
        let listening = tokio::spawn(async move {
            let mut messages = stream::poll_fn(move |context| listener_connection.poll_message(context));
            while let Some(Ok(message)) = messages.next().await {
                if matches!(message, AsyncMessage::Notification(_)) && sender.send(()).is_err() {
                    return;
                }
            }
        });
        listener.batch_execute("LISTEN echo").await.map_err(connection_lost)?;
        let tasks = [notifying.abort_handle(), listening.abort_handle()];
        Ok(Self { notifier, _listener: listener, received, tasks })
    }

    /// Sends a notification, and waits until it arrives.
    ///
    /// # Errors
    /// When a connection broke.
    pub async fn round_trip(&mut self) -> Result<Duration, OpenError> {
        let begun = Instant::now();
        let (committed, received) =
            tokio::join!(self.notifier.batch_execute("NOTIFY echo"), self.received.recv());
        committed.map_err(connection_lost)?;
        received
            .ok_or_else(|| OpenError::Unreachable("the connection that listens was closed".to_owned()))?;
        Ok(begun.elapsed())
    }
}

impl Drop for NotifyRoundTrip {
    fn drop(&mut self) {
        self.tasks.iter().for_each(AbortHandle::abort);
    }
}

fn connection_lost(error: tokio_postgres::Error) -> OpenError {
    OpenError::Unreachable(error.to_string())
}
