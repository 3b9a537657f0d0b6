//! Hears what the database announces, and says when it is time to look. What was announced while nobody listened is
//! not lost: after every connection, the first included, it is time to look.

use std::time::Duration;

use futures_util::{StreamExt, stream};
use tokio::sync::watch;
use tokio::task::AbortHandle;
use tokio_postgres::AsyncMessage;

use crate::pool::{self, Timeouts};
use crate::{Access, Store};

/// What is listened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// Acts ([`crate::publishing::CHANNEL`]).
    Acts,
    /// New jobs ([`crate::jobs::CHANNEL`]).
    Jobs,
}

/// One that listens until it is dropped, by a connection of its own.
#[derive(Debug)]
pub struct Listener {
    heard: watch::Receiver<()>,
    task: AbortHandle,
}

impl Listener {
    /// Begins to listen. Connects again whenever the connection breaks.
    #[must_use]
    pub fn start(store: &Store, channel: Channel) -> Self {
        let (tell, heard) = watch::channel(());
        let access = store.writer().clone();
        let task = tokio::spawn(listen_for_ever(access, channel, tell)).abort_handle();
        Self { heard, task }
    }

    /// Waits until it is time to look. What is announced several times before somebody looks is one look.
    pub async fn heard(&mut self) {
        if self.heard.changed().await.is_err() {
            // Nobody listens any more; whoever waits has other reasons to look.
            std::future::pending::<()>().await;
        }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// How long to wait before connecting again, at first and at most.
const WAITS: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(60));

async fn listen_for_ever(access: Access, channel: Channel, tell: watch::Sender<()>) {
    let mut wait = WAITS.0;
    loop {
        let Ended { listened, why } = listen(&access, channel, &tell).await;
        tracing::warn!(?channel, why, "nobody listens to the database until it is connected to again");
        if listened {
            wait = WAITS.0;
        }
        // Not all at once, where many lost their connections at once.
        tokio::time::sleep(wait.mul_f64(0.5 + fastrand::f64() / 2.0)).await;
        wait = (wait * 2).min(WAITS.1);
    }
}

impl Channel {
    fn statement(self) -> &'static str {
        match self {
            Self::Acts => "LISTEN masthead_acts",
            Self::Jobs => "LISTEN masthead_jobs",
        }
    }
}

/// How the listening came to its end.
struct Ended {
    listened: bool,
    why: String,
}

/// Listens until the connection breaks.
async fn listen(access: &Access, channel: Channel, tell: &watch::Sender<()>) -> Ended {
    let (client, mut connection) = match pool::connect_raw(access, &Timeouts::LISTENING).await {
        Ok(connected) => connected,
        Err(error) => return Ended { listened: false, why: error.to_string() },
    };
    let mut messages = stream::poll_fn(move |context| connection.poll_message(context));
    let mut asking = std::pin::pin!(client.batch_execute(channel.statement()));
    let mut listened = false;
    loop {
        tokio::select! {
            asked = &mut asking, if !listened => match asked {
                Ok(()) => {
                    listened = true;
                    tell.send_replace(());
                }
                Err(error) => return Ended { listened, why: error.to_string() },
            },
            message = messages.next() => match message {
                Some(Ok(AsyncMessage::Notification(_))) => {
                    tell.send_replace(());
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Ended { listened, why: error.to_string() },
                None => return Ended { listened, why: "it was closed".to_owned() },
            },
        }
    }
}
