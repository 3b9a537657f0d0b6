//! Following the acts: an instance hears of each by a notification, and looks by itself every second, because what was
//! announced while nobody listened is not announced again. The same look says whether the database answers.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use store::acts::{self, Recorded};
use store::listener::{Channel, Listener};
use tokio::sync::Mutex;
use tokio::time::MissedTickBehavior;

use crate::delivery::Delivery;
use crate::delivery::contact::{Lost, Reason};
use crate::delivery::freshness::Tag;

/// Looks that are taken in turn: whoever asks for one is content with any that began later.
#[derive(Debug, Default)]
pub(crate) struct Looks {
    begun: AtomicU64,
    /// The last one that succeeded.
    done: Mutex<u64>,
}

/// How often to look where nothing is heard.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How many acts are read at once.
const MOST_ACTS: i64 = 1_000;

/// How often an instance tries to hear of an act of its own before it gives up everything that it knows.
const TRIES: usize = 5;

impl Delivery {
    /// Follows the acts for as long as it is polled.
    pub async fn follow(&self) {
        let mut listener = Listener::start(&self.store, Channel::Acts);
        let mut now_and_then = tokio::time::interval(LOOK_AGAIN);
        now_and_then.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = listener.heard() => {}
                _ = now_and_then.tick() => {}
            }
            let before = self.contact.is_lost();
            match (before, self.catch_up().await) {
                (None, Err(lost)) => tracing::warn!(reason = ?lost.reason, "answering from what is kept"),
                (Some(_), Ok(())) => tracing::warn!("the database answers again"),
                _ => {}
            }
        }
    }

    /// Takes note of every act that was committed before this was asked for.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn catch_up(&self) -> Result<(), Lost> {
        let asked = self.looks.begun.load(Ordering::Acquire);
        let mut done = self.looks.done.lock().await;
        if *done > asked {
            return Ok(());
        }
        let number = self.looks.begun.fetch_add(1, Ordering::AcqRel) + 1;
        let lost = |reason| {
            self.contact.lost(reason);
            self.contact.is_lost().map_or(Ok(()), Err)
        };
        match tokio::time::timeout(self.patience.answer, self.look()).await {
            Ok(Ok(())) => {
                *done = number;
                self.contact.answered();
                Ok(())
            }
            Ok(Err(error)) => {
                tracing::debug!(%error, "the acts could not be read");
                lost(Reason::Down)
            }
            Err(_) => lost(Reason::Silent),
        }
    }

    /// Makes sure that no answer from before an act of this instance's own is given any more.
    pub(crate) async fn has_shown(&self, sequence: Option<i64>) {
        let Some(sequence) = sequence else { return };
        for _ in 0..TRIES {
            if self.freshness.applied() >= sequence || self.catch_up().await.is_ok() {
                return;
            }
        }
        // Nobody knows what it touched, and it may have been taken down.
        self.forget_all();
        self.freshness.begin_at(sequence);
    }

    async fn look(&self) -> Result<(), store::Error> {
        let mut conn = self.store.operations().await?;
        loop {
            let before = self.freshness.applied();
            let log = acts::since(&mut conn, before, MOST_ACTS).await?;
            self.freshness.note(&log.acts);
            self.erase(&log.acts);
            if self.freshness.applied() >= log.newest || log.acts.is_empty() {
                return Ok(());
            }
        }
    }

    /// Forgets the bytes of what was taken down.
    fn erase(&self, acts: &[Recorded]) {
        let Some(cache) = &self.cache else { return };
        let taken = acts.iter().filter(|act| act.is_takedown).flat_map(|act| &act.tags);
        let taken: Vec<Tag> =
            taken.filter(|tag| tag.starts_with("article:")).map(|tag| Tag::of(tag)).collect();
        if !taken.is_empty() {
            cache.forget_tagged(&taken);
        }
    }
}
