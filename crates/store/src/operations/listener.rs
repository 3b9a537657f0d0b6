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
pub enum Heard {
    /// Something may have happened.
    Something,
    /// Acts, up to this one at least, and all before it were announced. Whoever knows of it need not look.
    Act(i64),
}

/// One that listens until it is dropped, by a connection of its own.
#[derive(Debug)]
pub struct Listener {
    announced: watch::Receiver<Announced>,
    /// How many times something was announced that has no number, when somebody last asked.
    seen: u64,
    task: AbortHandle,
}

/// What was announced since the beginning. That everybody may announce does no harm: the numbers only grow, and one that is
/// too large makes whoever waits look once more than needed.
#[derive(Debug, Clone, Copy, Default)]
struct Announced {
    without_number: u64,
    newest: i64,
}

impl Announced {
    fn add(&mut self, payload: &str) {
        match payload.parse() {
            Ok(number) => self.newest = self.newest.max(number),
            Err(_) => self.without_number += 1,
        }
    }
}

impl Listener {
    /// Begins to listen. Connects again whenever the connection breaks.
    #[must_use]
    pub fn start(store: &Store, channel: Channel) -> Self {
        let (tell, announced) = watch::channel(Announced::default());
        let access = store.writer().clone();
        let task = tokio::spawn(listen_for_ever(access, channel, tell)).abort_handle();
        Self { announced, seen: 0, task }
    }

    /// Waits until it is time to look. What is announced several times before somebody looks is one look.
    pub async fn heard(&mut self) -> Heard {
        if self.announced.changed().await.is_err() {
            // Nobody listens any more; whoever waits has other reasons to look.
            std::future::pending::<()>().await;
        }
        let Announced { without_number, newest } = *self.announced.borrow_and_update();
        let is_numbered = std::mem::replace(&mut self.seen, without_number) == without_number;
        if is_numbered { Heard::Act(newest) } else { Heard::Something }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// How long to wait before connecting again, at first and at most.
const WAITS: (Duration, Duration) = (Duration::from_secs(1), Duration::from_secs(60));

async fn listen_for_ever(access: Access, channel: Channel, tell: watch::Sender<Announced>) {
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
async fn listen(access: &Access, channel: Channel, tell: &watch::Sender<Announced>) -> Ended {
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
                    // What was announced before was not heard.
                    tell.send_modify(|announced| announced.without_number += 1);
                }
                Err(error) => return Ended { listened, why: error.to_string() },
            },
            message = messages.next() => match message {
                Some(Ok(AsyncMessage::Notification(heard))) => {
                    tell.send_modify(|announced| announced.add(heard.payload()));
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Ended { listened, why: error.to_string() },
                None => return Ended { listened, why: "it was closed".to_owned() },
            },
        }
    }
}
