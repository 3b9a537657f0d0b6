//! LISTEN/NOTIFY wake-ups. Notifications that were sent while the connection was down are lost, so every
//! (re)connection counts as a wake-up, and the receiver polls the tables.

use std::time::Duration;

use futures_util::{StreamExt, stream};
use tokio::sync::watch;
use tokio::task::AbortHandle;
use tokio_postgres::AsyncMessage;

use crate::connection::{Timeouts, connect_raw};
use crate::{Access, Store};

/// What to listen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Channel {
    /// New acts ([`crate::publishing::CHANNEL`]).
    Acts,
    /// New jobs ([`crate::operations::jobs::CHANNEL`]).
    Jobs,
}

/// What woke the receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wakeup {
    /// Something may have happened; poll.
    Unnumbered,
    /// All acts up to this sequence number were announced. A receiver that knows it already need not poll.
    Act(i64),
}

/// A background task with its own connection; it stops when this is dropped.
#[derive(Debug)]
pub struct Listener {
    announced: watch::Receiver<Announcements>,
    /// The value of `unnumbered_count` at the last wake-up.
    seen_count: u64,
    task: AbortHandle,
}

/// The notifications so far. Any role may send NOTIFY, which is harmless: the numbers only grow, and one that is too
/// large causes one unnecessary poll.
#[derive(Debug, Clone, Copy, Default)]
struct Announcements {
    unnumbered_count: u64,
    newest_sequence: i64,
}

impl Announcements {
    fn add(&mut self, payload: &str) {
        match payload.parse() {
            Ok(number) => self.newest_sequence = self.newest_sequence.max(number),
            Err(_) => self.unnumbered_count += 1,
        }
    }
}

impl Listener {
    /// Starts listening, and reconnects whenever the connection breaks.
    #[must_use]
    pub fn start(store: &Store, channel: Channel) -> Self {
        let (sender, announced) = watch::channel(Announcements::default());
        let access = store.writer().clone();
        let task = tokio::spawn(listen_with_reconnect(access, channel, sender)).abort_handle();
        Self { announced, seen_count: 0, task }
    }

    /// Waits for a wake-up. Several notifications in between are one wake-up.
    pub async fn recv(&mut self) -> Wakeup {
        if self.announced.changed().await.is_err() {
            // The task has ended; the receiver still polls on its timer.
            std::future::pending::<()>().await;
        }
        let Announcements { unnumbered_count, newest_sequence } = *self.announced.borrow_and_update();
        let is_numbered = std::mem::replace(&mut self.seen_count, unnumbered_count) == unnumbered_count;
        if is_numbered { Wakeup::Act(newest_sequence) } else { Wakeup::Unnumbered }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// The first and the longest delay before reconnecting.
const RECONNECT_DELAYS: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(60));

async fn listen_with_reconnect(access: Access, channel: Channel, sender: watch::Sender<Announcements>) {
    let mut wait = RECONNECT_DELAYS.0;
    loop {
        let Disconnected { listened, error } = listen(&access, channel, &sender).await;
        tracing::warn!(
            ?channel,
            error,
            "LISTEN connection unavailable: retrying; notifications are missed until then"
        );
        if listened {
            wait = RECONNECT_DELAYS.0;
        }
        // Jitter: spreads reconnects after a database restart.
        tokio::time::sleep(wait.mul_f64(0.5 + fastrand::f64() / 2.0)).await;
        wait = (wait * 2).min(RECONNECT_DELAYS.1);
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

/// Why the connection ended.
struct Disconnected {
    listened: bool,
    error: String,
}

/// Listens until the connection breaks.
async fn listen(access: &Access, channel: Channel, sender: &watch::Sender<Announcements>) -> Disconnected {
    let (client, mut connection) = match connect_raw(access, &Timeouts::LISTENING).await {
        Ok(connected) => connected,
        Err(error) => return Disconnected { listened: false, error: error.to_string() },
    };
    let mut messages = stream::poll_fn(move |context| connection.poll_message(context));
    let mut asking = std::pin::pin!(client.batch_execute(channel.statement()));
    let mut listened = false;
    loop {
        tokio::select! {
            asked = &mut asking, if !listened => match asked {
                Ok(()) => {
                    listened = true;
                    // Notifications before this moment were missed.
                    sender.send_modify(|announced| announced.unnumbered_count += 1);
                }
                Err(error) => return Disconnected { listened, error: error.to_string() },
            },
            message = messages.next() => match message {
                Some(Ok(AsyncMessage::Notification(heard))) => {
                    sender.send_modify(|announced| announced.add(heard.payload()));
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Disconnected { listened, error: error.to_string() },
                None => return Disconnected { listened, error: "connection closed".to_owned() },
            },
        }
    }
}
