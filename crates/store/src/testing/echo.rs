//! How long it takes until one connection hears what another announces. Not here: following acts (`listener`).

use std::time::{Duration, Instant};

use futures_util::{StreamExt, stream};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;
use tokio_postgres::{AsyncMessage, Client};

use crate::pool::{Timeouts, connect_raw};
use crate::{Access, OpenError};

/// Two connections: what is announced on one is heard on the other.
#[derive(Debug)]
pub struct Echo {
    calls: Client,
    // Without it the connection that hears would be closed.
    _hears: Client,
    heard: mpsc::UnboundedReceiver<()>,
    driving: [AbortHandle; 2],
}

impl Echo {
    /// Connects, and begins to listen.
    ///
    /// # Errors
    /// [`OpenError`].
    pub async fn start(access: &Access) -> Result<Self, OpenError> {
        let unreachable = crate::migrations::unreachable;
        let (calls, called) = connect_raw(access, &Timeouts::LISTENING).await.map_err(unreachable)?;
        let (hears, mut hearing) = connect_raw(access, &Timeouts::LISTENING).await.map_err(unreachable)?;
        let (tell, heard) = mpsc::unbounded_channel();
        let calling = tokio::spawn(async move {
            // How it ends is seen by whoever calls.
            let _ended = called.await;
        });
        let listening = tokio::spawn(async move {
            let mut messages = stream::poll_fn(move |context| hearing.poll_message(context));
            while let Some(Ok(message)) = messages.next().await {
                if matches!(message, AsyncMessage::Notification(_)) && tell.send(()).is_err() {
                    return;
                }
            }
        });
        hears.batch_execute("LISTEN echo").await.map_err(lost)?;
        let driving = [calling.abort_handle(), listening.abort_handle()];
        Ok(Self { calls, _hears: hears, heard, driving })
    }

    /// Announces something, and waits until it was heard.
    ///
    /// # Errors
    /// When a connection broke.
    pub async fn round_trip(&mut self) -> Result<Duration, OpenError> {
        let begun = Instant::now();
        let (committed, heard) = tokio::join!(self.calls.batch_execute("NOTIFY echo"), self.heard.recv());
        committed.map_err(lost)?;
        heard.ok_or_else(|| OpenError::Unreachable("the connection that listens was closed".to_owned()))?;
        Ok(begun.elapsed())
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        self.driving.iter().for_each(AbortHandle::abort);
    }
}

fn lost(error: tokio_postgres::Error) -> OpenError {
    OpenError::Unreachable(error.to_string())
}
