//! Following the acts: an instance hears of each by a notification, and looks by itself every second, because what was
//! announced while nobody listened is not announced again. The same look says whether the database answers.

use std::sync::PoisonError;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use store::delivery::editions::State;
use store::operations::change_log;
use store::operations::change_log::{Continuation, LastAct, Recorded};
use store::operations::epochs;
use store::operations::instances;
use store::operations::instances::Instance;
use store::operations::listener::{Channel, Heard, Listener};
use tokio::sync::{Mutex, watch};
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use crate::delivery::{Delivery, Position};
use crate::response_cache::database_health::{Lost, Reason};
use crate::response_cache::disk_snapshot::LastKnown;
use crate::response_cache::validity::Tag;

/// Looks that are taken in turn: whoever asks for one is content with any that began later.
#[derive(Debug, Default)]
pub(crate) struct Looks {
    begun: AtomicU64,
    /// The last one that succeeded.
    done: Mutex<u64>,
}

/// How often to look where nothing is heard.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// How often to say how far this server is, where nothing happens.
const SAY_AGAIN: Duration = Duration::from_secs(5);

/// How long to wait before it is said, for other acts to follow.
const BEFORE_SAYING: Duration = Duration::from_millis(100);

/// How often to write what is kept to disk.
const SAVE_AGAIN: Duration = Duration::from_secs(30);

/// How many acts are read at once.
const MOST_ACTS: i64 = 1_000;

/// How long somebody waits for acts that are not known yet, and how long between two looks.
const LONGEST_WAIT: Duration = Duration::from_secs(1);
const BETWEEN_LOOKS: Duration = Duration::from_millis(20);

/// How often an instance tries to hear of an act of its own before it gives up everything that it knows.
const TRIES: usize = 5;

impl Delivery {
    /// Follows the acts, says how far it is, and tells those who listen, for as long as it is polled.
    pub async fn follow(&self) {
        let (looked, _) = watch::channel(());
        tokio::join!(self.hear(&looked), self.say_on(looked.subscribe()), self.tell_on(looked.subscribe()));
    }

    async fn hear(&self, looked: &watch::Sender<()>) {
        let mut listener = Listener::start(&self.store, Channel::Acts);
        let mut now_and_then = tokio::time::interval(LOOK_AGAIN);
        now_and_then.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let heard = tokio::select! {
                heard = listener.heard() => heard,
                _ = now_and_then.tick() => Heard::Something,
            };
            // An act of its own is known already.
            if !matches!(heard, Heard::Act(act) if act <= self.freshness.applied()) {
                // What came of it is logged, and seen by whoever reads.
                if self.catch_up().await.is_err() {
                    self.probe_replica().await;
                }
            }
            looked.send_replace(());
        }
    }

    /// Says how far this server is, whenever it is further, and now and then. Not in the moment when it hears of an act:
    /// readers come first then, and where one act follows the other, all of them are said at once.
    async fn say_on(&self, mut looked: watch::Receiver<()>) {
        let mut said = None;
        while looked.changed().await.is_ok() {
            tokio::time::sleep(BEFORE_SAYING).await;
            let now = self.shown();
            let is_due =
                said.is_none_or(|(at, said): (Instant, State)| said != now || at.elapsed() >= SAY_AGAIN);
            if is_due && self.contact.is_lost().is_none() && self.say(now.sequence).await.is_ok() {
                said = Some((Instant::now(), now));
            }
        }
    }

    /// Writes what is kept to disk now and then, for as long as it is polled.
    pub async fn remember(&self) {
        let mut now_and_then = tokio::time::interval_at(tokio::time::Instant::now() + SAVE_AGAIN, SAVE_AGAIN);
        loop {
            now_and_then.tick().await;
            self.save().await;
        }
    }

    async fn save(&self) {
        let Some(path) = self.last_known.clone() else { return };
        let delivery = self.clone();
        let saved = tokio::task::spawn_blocking(move || delivery.save_last_known(&path));
        if let Ok(Err(error)) = saved.await {
            tracing::warn!(%error, "what is known could not be written to disk");
        }
    }

    /// Writes what is kept to disk, and says that this server is no more.
    pub async fn end(&self) {
        self.save().await;
        let ending = async { instances::end(&mut self.store.operations().await?, self.instance).await };
        // Where that cannot be said, it is pruned.
        let _said = tokio::time::timeout(self.patience.answer, ending).await;
    }

    pub(crate) async fn say(&self, applied: i64) -> Result<(), store::Error> {
        let epoch = self.epoch();
        let saying = async {
            instances::beat(&mut self.store.operations().await?, self.instance, epoch, applied).await
        };
        tokio::time::timeout(LOOK_AGAIN, saying)
            .await
            .map_err(|late| store::Error::Unavailable(late.into()))?
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
        let was_lost = self.contact.is_lost().is_some();
        let (reason, why) = match tokio::time::timeout(self.patience.answer, self.look()).await {
            Ok(Ok(())) => {
                *done = number;
                self.contact.answered();
                if was_lost {
                    self.schema_doubt.store(true, Ordering::Relaxed);
                    tracing::warn!("the database answers again");
                }
                return Ok(());
            }
            Ok(Err(error)) => (Reason::Down, error.to_string()),
            Err(late) => (Reason::Silent, late.to_string()),
        };
        if !was_lost {
            tracing::warn!(?reason, why, "the database does not answer: readers get what is kept");
        }
        Err(self.contact.lost(reason))
    }

    /// Makes sure that no answer from before an act of this instance's own is given any more.
    pub(crate) async fn has_shown(&self, sequence: Option<i64>) {
        let Some(sequence) = sequence else { return };
        for _ in 0..TRIES {
            if self.freshness.applied() >= sequence || self.catch_up().await.is_ok() {
                return self.freshness.answered(sequence);
            }
        }
        self.freshness.answered(sequence);
        self.freshness.begin_at(sequence);
        // Nobody knows what it touched, and it may have been taken down.
        self.forget_everything();
    }

    /// Which servers know of an act, once all that are there do, or after a moment.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn who_knows(&self, sequence: i64) -> Result<Vec<Instance>, store::Error> {
        let begun = Instant::now();
        self.say(self.freshness.applied()).await?;
        loop {
            let all = instances::list(&mut self.store.operations().await?).await?;
            let waits = all.iter().any(|instance| instance.is_alive && instance.applied < sequence);
            if !waits || begun.elapsed() > LONGEST_WAIT {
                return Ok(all);
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }

    /// Waits until every act up to this one is known; false when that takes too long.
    pub(crate) async fn reach(&self, sequence: i64) -> bool {
        let begun = Instant::now();
        while self.freshness.applied() < sequence {
            if self.contact.is_lost().is_some() || begun.elapsed() > LONGEST_WAIT {
                return false;
            }
            if self.catch_up().await.is_ok() && self.freshness.applied() < sequence {
                tokio::time::sleep(BETWEEN_LOOKS).await;
            }
        }
        true
    }

    /// Notes whether a replica can answer readers while the database does not.
    async fn probe_replica(&self) {
        if self.store.has_replica() {
            let answered = self.store.read_replica(self.shown(), async |_| Ok(())).await;
            self.replica_answers.store(answered.is_ok(), Ordering::Relaxed);
        }
    }

    async fn look(&self) -> Result<(), store::Error> {
        let mut conn = self.store.operations().await?;
        loop {
            let known = self.last_act();
            let log = match change_log::continued(&mut conn, &known, MOST_ACTS).await? {
                Continuation::Same(log) => log,
                Continuation::OtherEpoch(newest) => {
                    tracing::warn!(epoch = %newest.epoch, sequence = newest.sequence, "the database was restored: starting over in its new epoch");
                    self.start_over(newest);
                    continue;
                }
                Continuation::Restored(evidence) => {
                    tracing::error!(%evidence, ?known, "the database was restored from a backup: beginning a new epoch");
                    // Before anything can fail: none of it may be given any more.
                    self.forget_everything();
                    // In a task that goes on when this takes longer than readers wait for the database. Where somebody else
                    // was faster, their epoch is found in the next round.
                    let (store, old) = (self.store.clone(), known.epoch);
                    let beginning = async move { epochs::begin(&mut store.operations().await?, old).await };
                    tokio::spawn(beginning).await.map_err(|ended| store::Error::Internal(ended.into()))??;
                    continue;
                }
            };
            self.freshness.note(&log.acts);
            if let Some(Recorded { sequence, at, .. }) = log.acts.last() {
                self.set_last_act(LastAct { epoch: known.epoch, sequence: *sequence, at: Some(*at) });
            }
            self.erase(&log.acts);
            if log.acts.is_empty() || self.last_act().sequence >= log.newest.sequence {
                return Ok(());
            }
        }
    }

    /// Goes on in another epoch, whose newest act this is. Nothing from before is given any more, and whoever listens has to
    /// start over.
    fn start_over(&self, newest: LastAct) {
        self.freshness.start_over(newest.sequence);
        {
            let mut position = self.position.write().unwrap_or_else(PoisonError::into_inner);
            *position = Position { epoch_begins_after: newest.sequence, last: newest };
        }
        self.forget_everything();
        self.listeners.restart();
    }

    /// Forgets every answer, in memory and on disk.
    fn forget_everything(&self) {
        if let Some(cache) = &self.cache {
            cache.clear();
        }
        self.forget_saved();
    }

    /// The last act that this server knows of.
    pub(crate) fn last_act(&self) -> LastAct {
        self.position.read().unwrap_or_else(PoisonError::into_inner).last.clone()
    }

    fn set_last_act(&self, last: LastAct) {
        self.position.write().unwrap_or_else(PoisonError::into_inner).last = last;
    }

    /// The epoch that this server knows, and the act after which it began here.
    pub(crate) fn epoch_begins_after(&self) -> (Uuid, i64) {
        let position = self.position.read().unwrap_or_else(PoisonError::into_inner);
        (position.last.epoch, position.epoch_begins_after)
    }

    /// Forgets whatever says something of what was taken down: the article, lists that show it, its neighbours in a series.
    fn erase(&self, acts: &[Recorded]) {
        let Some(cache) = &self.cache else { return };
        let shows = |tag: &&String| tag.starts_with("article:") || tag.starts_with("series:");
        let taken = acts.iter().filter(|act| act.is_takedown).flat_map(|act| &act.tags);
        let taken: Vec<Tag> = taken.filter(shows).map(|tag| Tag::of(tag)).collect();
        if !taken.is_empty() {
            cache.forget_tagged(&taken);
            self.forget_saved();
        }
    }

    fn forget_saved(&self) {
        if let Some(path) = &self.last_known {
            LastKnown::forget(path, &self.last_act());
        }
    }
}
