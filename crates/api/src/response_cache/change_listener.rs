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
use crate::response_cache::database_health::{Outage, OutageReason};
use crate::response_cache::disk_snapshot::StaleSnapshot;
use crate::response_cache::validity::TagHash;

/// Looks that are taken in turn: whoever asks for one is content with any that began later.
#[derive(Debug, Default)]
pub(crate) struct PollGate {
    begun: AtomicU64,
    /// The last one that succeeded.
    done: Mutex<u64>,
}

/// How often to look where nothing is heard.
const POLL_INTERVAL: Duration = Duration::from_secs(1);

/// How often to say how far this server is, where nothing happens.
const HEARTBEAT_INTERVAL: Duration = Duration::from_secs(5);

/// How long to wait before it is said, for other acts to follow.
const HEARTBEAT_DELAY: Duration = Duration::from_millis(100);

/// How often to write what is kept to disk.
const SNAPSHOT_INTERVAL: Duration = Duration::from_secs(30);

/// How many acts are read at once.
const MAX_ACTS_PER_QUERY: i64 = 1_000;

/// How long somebody waits for acts that are not known yet, and how long between two looks.
const MAX_WAIT: Duration = Duration::from_secs(1);
const POLL_PAUSE: Duration = Duration::from_millis(20);

/// How often an instance tries to hear of an act of its own before it gives up everything that it knows.
const MAX_ATTEMPTS: usize = 5;

impl Delivery {
    /// Follows the acts, says how far it is, and tells those who listen, for as long as it is polled.
    pub async fn listen(&self) {
        let (polled, _) = watch::channel(());
        tokio::join!(
            self.listen_for_changes(&polled),
            self.send_heartbeats(polled.subscribe()),
            self.broadcast_changes(polled.subscribe())
        );
    }

    async fn listen_for_changes(&self, polled: &watch::Sender<()>) {
        let mut listener = Listener::start(&self.store, Channel::Acts);
        let mut now_and_then = tokio::time::interval(POLL_INTERVAL);
        now_and_then.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let heard = tokio::select! {
                heard = listener.heard() => heard,
                _ = now_and_then.tick() => Heard::Something,
            };
            // An act of its own is known already.
            if !matches!(heard, Heard::Act(act) if act <= self.validity.last_seen_sequence()) {
                // What came of it is logged, and seen by whoever reads.
                if self.sync().await.is_err() {
                    self.probe_replica().await;
                }
            }
            polled.send_replace(());
        }
    }

    /// Says how far this server is, whenever it is further, and now and then. Not in the moment when it hears of an act:
    /// readers come first then, and where one act follows the other, all of them are said at once.
    async fn send_heartbeats(&self, mut polled: watch::Receiver<()>) {
        let mut said = None;
        while polled.changed().await.is_ok() {
            tokio::time::sleep(HEARTBEAT_DELAY).await;
            let now = self.shown();
            let is_due = said
                .is_none_or(|(at, said): (Instant, State)| said != now || at.elapsed() >= HEARTBEAT_INTERVAL);
            if is_due && self.database_health.outage().is_none() && self.heartbeat(now.sequence).await.is_ok()
            {
                said = Some((Instant::now(), now));
            }
        }
    }

    /// Writes what is kept to disk now and then, for as long as it is polled.
    pub async fn save_snapshots(&self) {
        let mut now_and_then =
            tokio::time::interval_at(tokio::time::Instant::now() + SNAPSHOT_INTERVAL, SNAPSHOT_INTERVAL);
        loop {
            now_and_then.tick().await;
            self.save_snapshot().await;
        }
    }

    async fn save_snapshot(&self) {
        let Some(path) = self.snapshot_path.clone() else { return };
        let delivery = self.clone();
        let saved = tokio::task::spawn_blocking(move || delivery.save_last_known(&path));
        if let Ok(Err(error)) = saved.await {
            tracing::warn!(%error, "what is known could not be written to disk");
        }
    }

    /// Writes what is kept to disk, and says that this server is no more.
    pub async fn shut_down(&self) {
        self.save_snapshot().await;
        let ending = async { instances::end(&mut self.store.operations().await?, self.instance).await };
        // Where that cannot be said, it is pruned.
        let _said = tokio::time::timeout(self.timeouts.probe, ending).await;
    }

    pub(crate) async fn heartbeat(&self, applied: i64) -> Result<(), store::Error> {
        let epoch = self.epoch();
        let saying = async {
            instances::beat(&mut self.store.operations().await?, self.instance, epoch, applied).await
        };
        tokio::time::timeout(POLL_INTERVAL, saying)
            .await
            .map_err(|late| store::Error::Unavailable(late.into()))?
    }

    /// Takes note of every act that was committed before this was asked for.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub async fn sync(&self) -> Result<(), Outage> {
        let asked = self.poll_gate.begun.load(Ordering::Acquire);
        let mut done = self.poll_gate.done.lock().await;
        if *done > asked {
            return Ok(());
        }
        let number = self.poll_gate.begun.fetch_add(1, Ordering::AcqRel) + 1;
        let was_lost = self.database_health.outage().is_some();
        let (reason, why) = match tokio::time::timeout(self.timeouts.probe, self.poll()).await {
            Ok(Ok(())) => {
                *done = number;
                self.database_health.record_success();
                if was_lost {
                    self.schema_doubt.store(true, Ordering::Relaxed);
                    tracing::warn!("the database answers again");
                }
                return Ok(());
            }
            Ok(Err(error)) => (OutageReason::Refused, error.to_string()),
            Err(late) => (OutageReason::Timeout, late.to_string()),
        };
        if !was_lost {
            tracing::warn!(?reason, why, "the database does not answer: readers get what is kept");
        }
        Err(self.database_health.record_failure(reason))
    }

    /// Makes sure that no answer from before an act of this instance's own is given any more.
    pub(crate) async fn ensure_visible(&self, sequence: Option<i64>) {
        let Some(sequence) = sequence else { return };
        for _ in 0..MAX_ATTEMPTS {
            if self.validity.last_seen_sequence() >= sequence || self.sync().await.is_ok() {
                return self.validity.record_own_act(sequence);
            }
        }
        self.validity.record_own_act(sequence);
        self.validity.skip_to(sequence);
        // Nobody knows what it touched, and it may have been taken down.
        self.clear_cache();
    }

    /// Which servers know of an act, once all that are there do, or after a moment.
    ///
    /// # Errors
    /// When the database does not answer.
    pub(crate) async fn confirmed_instances(&self, sequence: i64) -> Result<Vec<Instance>, store::Error> {
        let begun = Instant::now();
        self.heartbeat(self.validity.last_seen_sequence()).await?;
        loop {
            let all = instances::list(&mut self.store.operations().await?).await?;
            let waits = all.iter().any(|instance| instance.is_alive && instance.applied < sequence);
            if !waits || begun.elapsed() > MAX_WAIT {
                return Ok(all);
            }
            tokio::time::sleep(POLL_PAUSE).await;
        }
    }

    /// Waits until every act up to this one is known; false when that takes too long.
    pub(crate) async fn wait_for_sequence(&self, sequence: i64) -> bool {
        let begun = Instant::now();
        while self.validity.last_seen_sequence() < sequence {
            if self.database_health.outage().is_some() || begun.elapsed() > MAX_WAIT {
                return false;
            }
            if self.sync().await.is_ok() && self.validity.last_seen_sequence() < sequence {
                tokio::time::sleep(POLL_PAUSE).await;
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

    async fn poll(&self) -> Result<(), store::Error> {
        let mut conn = self.store.operations().await?;
        loop {
            let known = self.last_act();
            let log = match change_log::continued(&mut conn, &known, MAX_ACTS_PER_QUERY).await? {
                Continuation::Same(log) => log,
                Continuation::OtherEpoch(newest) => {
                    tracing::warn!(epoch = %newest.epoch, sequence = newest.sequence, "the database was restored: starting over in its new epoch");
                    self.enter_epoch(newest);
                    continue;
                }
                Continuation::Restored(evidence) => {
                    tracing::error!(%evidence, ?known, "the database was restored from a backup: beginning a new epoch");
                    // Before anything can fail: none of it may be given any more.
                    self.clear_cache();
                    // In a task that goes on when this takes longer than readers wait for the database. Where somebody else
                    // was faster, their epoch is found in the next round.
                    let (store, old) = (self.store.clone(), known.epoch);
                    let beginning = async move { epochs::begin(&mut store.operations().await?, old).await };
                    tokio::spawn(beginning).await.map_err(|ended| store::Error::Internal(ended.into()))??;
                    continue;
                }
            };
            self.validity.record(&log.acts);
            if let Some(Recorded { sequence, at, .. }) = log.acts.last() {
                self.set_last_act(LastAct { epoch: known.epoch, sequence: *sequence, at: Some(*at) });
            }
            self.evict_taken_down(&log.acts);
            if log.acts.is_empty() || self.last_act().sequence >= log.newest.sequence {
                return Ok(());
            }
        }
    }

    /// Goes on in another epoch, whose newest act this is. Nothing from before is given any more, and whoever listens has to
    /// start over.
    fn enter_epoch(&self, newest: LastAct) {
        self.validity.start_epoch(newest.sequence);
        {
            let mut position = self.position.write().unwrap_or_else(PoisonError::into_inner);
            *position = Position { epoch_begins_after: newest.sequence, last: newest };
        }
        self.clear_cache();
        self.broadcaster.restart();
    }

    /// Forgets every answer, in memory and on disk.
    fn clear_cache(&self) {
        if let Some(cache) = &self.cache {
            cache.clear();
        }
        self.clear_snapshot();
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
    fn evict_taken_down(&self, acts: &[Recorded]) {
        let Some(cache) = &self.cache else { return };
        let shows = |tag: &&String| tag.starts_with("article:") || tag.starts_with("series:");
        let taken = acts.iter().filter(|act| act.is_takedown).flat_map(|act| &act.tags);
        let taken: Vec<TagHash> = taken.filter(shows).map(|tag| TagHash::new(tag)).collect();
        if !taken.is_empty() {
            cache.evict_tagged(&taken);
            self.clear_snapshot();
        }
    }

    fn clear_snapshot(&self) {
        if let Some(path) = &self.snapshot_path {
            StaleSnapshot::forget(path, &self.last_act());
        }
    }
}
