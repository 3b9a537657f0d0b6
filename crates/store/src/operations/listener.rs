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
    /// New jobs ([`crate::operations::jobs::CHANNEL`]).
    Jobs,
}

/// What was heard since somebody last asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wakeup {
    /// Something may have happened.
    Unnumbered,
    /// Acts, up to this one at least, and all before it were announced. Whoever knows of it need not look.
    Act(i64),
}

/// One that listens until it is dropped, by a connection of its own.
#[derive(Debug)]
pub struct Listener {
    announced: watch::Receiver<Announcements>,
    /// How many times something was announced that has no number, when somebody last asked.
    seen_count: u64,
    task: AbortHandle,
}

/// What was announced since the beginning. That everybody may announce does no harm: the numbers only grow, and one that is
/// too large makes whoever waits look once more than needed.
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
    /// Begins to listen. Connects again whenever the connection breaks.
    #[must_use]
    pub fn start(store: &Store, channel: Channel) -> Self {
        let (sender, announced) = watch::channel(Announcements::default());
        let access = store.writer().clone();
        let task = tokio::spawn(listen_with_reconnect(access, channel, sender)).abort_handle();
        Self { announced, seen_count: 0, task }
    }

    /// Waits until it is time to look. What is announced several times before somebody looks is one look.
    pub async fn recv(&mut self) -> Wakeup {
        if self.announced.changed().await.is_err() {
            // Nobody listens any more; whoever waits has other reasons to look.
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

/// How long to wait before connecting again, at first and at most.
const RECONNECT_DELAYS: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(60));

async fn listen_with_reconnect(access: Access, channel: Channel, sender: watch::Sender<Announcements>) {
    let mut wait = RECONNECT_DELAYS.0;
    loop {
        let Disconnected { listened, error } = listen(&access, channel, &sender).await;
        tracing::warn!(?channel, error, "nobody listens to the database until it is connected to again");
        if listened {
            wait = RECONNECT_DELAYS.0;
        }
        // Not all at once, where many lost their connections at once.
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

/// How the listening came to its end.
struct Disconnected {
    listened: bool,
    error: String,
}

/// Listens until the connection breaks.
async fn listen(access: &Access, channel: Channel, sender: &watch::Sender<Announcements>) -> Disconnected {
    let (client, mut connection) = match pool::connect_raw(access, &Timeouts::LISTENING).await {
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
                    // What was announced before was not heard.
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
                None => return Disconnected { listened, error: "it was closed".to_owned() },
            },
        }
    }
}
