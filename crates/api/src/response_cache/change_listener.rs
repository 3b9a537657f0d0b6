//! Applies published changes to the response cache. `NOTIFY` wakes the listener at every act. It also polls the act log
//! every second, because notifications that are sent while it is disconnected are lost. The poll is at the same time the
//! probe that says whether the database is available.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use store::delivery::editions::LogPosition;
use store::operations::act_log;
use store::operations::act_log::{LastAct, LogContinuation, LoggedAct};
use store::operations::epochs;
use store::operations::listener::{Channel, Listener, Wakeup};
use store::{DeliveryConn, Store};
use tokio::sync::{Mutex, watch};
use tokio::time::MissedTickBehavior;
use uuid::Uuid;

use crate::problem::{Problem, ProblemKind};
use crate::response_cache::ResponseCache;
use crate::response_cache::database_health::{DatabaseHealth, Outage, OutageReason};

/// Follows the act log on behalf of the response cache.
pub(crate) struct ChangeListener {
    store: Store,
    epoch: watch::Sender<EpochState>,
    poll_gate: PollGate,
    cache: Arc<ResponseCache>,
    database_health: Arc<DatabaseHealth>,
}

/// The epoch of the database, and the last act that this instance has seen in it.
#[derive(Debug)]
struct EpochState {
    last_act: LastAct,
    /// The sequence of the newest act when this instance entered the epoch.
    begins_after: i64,
}

/// Runs one poll at a time. A caller that waits for the gate does not poll again if a poll that began after its call
/// succeeded meanwhile.
#[derive(Debug, Default)]
struct PollGate {
    started: AtomicU64,
    /// The number of the last poll that succeeded.
    succeeded: Mutex<u64>,
}

const POLL_INTERVAL: Duration = Duration::from_secs(1);

const MAX_ACTS_PER_QUERY: i64 = 1_000;

/// How long a request waits for an act that this instance has not seen, and the pause between two polls.
pub(super) const MAX_WAIT: Duration = Duration::from_secs(1);
pub(super) const POLL_PAUSE: Duration = Duration::from_millis(20);

/// How often an instance polls for an act of its own before it clears the whole cache.
const MAX_ATTEMPTS: usize = 5;

impl ChangeListener {
    pub(crate) fn new(
        store: Store,
        last_act: LastAct,
        cache: Arc<ResponseCache>,
        database_health: Arc<DatabaseHealth>,
    ) -> Self {
        let epoch = watch::Sender::new(EpochState { begins_after: last_act.sequence, last_act });
        Self { store, epoch, poll_gate: PollGate::default(), cache, database_health }
    }

    pub(crate) fn database_health(&self) -> &DatabaseHealth {
        &self.database_health
    }

    pub(crate) fn has_replica(&self) -> bool {
        self.store.has_replica()
    }

    /// The sequence of the last act that the cache has seen.
    pub(crate) fn last_seen_sequence(&self) -> i64 {
        self.cache.validity().last_seen_sequence()
    }

    /// The state that a query must include: every act that this instance has seen.
    pub(crate) fn read_state(&self) -> LogPosition {
        LogPosition { epoch: self.epoch(), sequence: self.last_seen_sequence() }
    }

    /// Syncs once a second and at notifications of acts that were not seen yet. Notifies `polled` after each wakeup.
    pub(crate) async fn listen(&self, polled: &watch::Sender<()>) {
        let mut listener = Listener::start(&self.store, Channel::Acts);
        let mut interval = tokio::time::interval(POLL_INTERVAL);
        interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let wakeup = tokio::select! {
                wakeup = listener.recv() => wakeup,
                _ = interval.tick() => Wakeup::Unnumbered,
            };
            let is_known = matches!(wakeup, Wakeup::Act(act) if act <= self.last_seen_sequence());
            // `sync` logs the error, and requests see the outage.
            if !is_known && self.sync().await.is_err() {
                self.probe_replica().await;
            }
            polled.send_replace(());
        }
    }

    /// Applies every act that was committed before this call.
    ///
    /// # Errors
    /// When the database does not answer in time.
    pub(crate) async fn sync(&self) -> Result<(), Outage> {
        let started_before = self.poll_gate.started.load(Ordering::Acquire);
        let mut succeeded = self.poll_gate.succeeded.lock().await;
        if *succeeded > started_before {
            return Ok(());
        }
        let number = self.poll_gate.started.fetch_add(1, Ordering::AcqRel) + 1;
        let had_outage = self.database_health.outage().is_some();
        let timeout = self.database_health.timeouts().probe;
        let (reason, error) = match tokio::time::timeout(timeout, self.poll()).await {
            Ok(Ok(())) => {
                *succeeded = number;
                self.database_health.record_success();
                if had_outage {
                    self.database_health.doubt_schema();
                    tracing::warn!("database available again");
                }
                return Ok(());
            }
            Ok(Err(error)) => (OutageReason::Refused, error.to_string()),
            Err(late) => (OutageReason::Timeout, late.to_string()),
        };
        if !had_outage {
            tracing::warn!(outage = ?reason, error, "database unavailable: only cached responses are served");
        }
        Err(self.database_health.record_failure(reason))
    }

    /// Makes sure that this instance serves nothing older than an act that it has made itself.
    pub(crate) async fn ensure_visible(&self, sequence: Option<i64>) {
        let Some(sequence) = sequence else { return };
        let validity = self.cache.validity();
        for _ in 0..MAX_ATTEMPTS {
            if self.last_seen_sequence() >= sequence || self.sync().await.is_ok() {
                return validity.record_own_act(sequence);
            }
        }
        validity.record_own_act(sequence);
        validity.skip_to(sequence);
        // The tags of the act could not be read, and it may have been a takedown.
        self.cache.clear(&self.last_act());
    }

    /// Waits until this instance has seen the act that a response must include.
    ///
    /// # Errors
    /// 503 when that takes too long.
    pub(crate) async fn require_sequence(&self, min_sequence: Option<i64>) -> Result<(), Problem> {
        match min_sequence {
            Some(sequence) if !self.wait_for_sequence(sequence).await => {
                let seen = self.last_seen_sequence();
                let detail = format!("This server has seen acts up to {seen}, but not {sequence} yet.");
                Err(Problem::new(ProblemKind::Behind, detail).retry_after(1))
            }
            _ => Ok(()),
        }
    }

    /// Waits until every act up to this one was seen. False after [`MAX_WAIT`], or during an outage.
    async fn wait_for_sequence(&self, sequence: i64) -> bool {
        let started = Instant::now();
        while self.last_seen_sequence() < sequence {
            if self.database_health.outage().is_some() || started.elapsed() > MAX_WAIT {
                return false;
            }
            if self.sync().await.is_ok() && self.last_seen_sequence() < sequence {
                tokio::time::sleep(POLL_PAUSE).await;
            }
        }
        true
    }

    /// Reads a state that includes every act this instance has seen. During an outage, only a replica is read.
    ///
    /// # Errors
    /// Those of the read.
    pub(crate) async fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, store::Error> + Clone,
    ) -> Result<T, store::Error> {
        let result = match self.database_health.outage() {
            Some(_) => self.store.read_replica(self.read_state(), read).await,
            None => self.store.read_at_least(self.read_state(), read).await,
        };
        if matches!(result, Err(store::Error::Internal(_))) {
            self.database_health.doubt_schema();
        }
        result
    }

    /// Runs a read, but fails as soon as an outage is detected. A read that takes longer than the timeout triggers a probe;
    /// if the probe succeeds, the read goes on. During an outage only a replica is read, without a probe.
    ///
    /// # Errors
    /// Those of the read, and 503 when an outage begins.
    pub(crate) async fn with_outage_detection<T>(
        &self,
        read: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        if self.database_health.outage().is_some() {
            return read.await;
        }
        let probe = async {
            tokio::time::sleep(self.database_health.timeouts().probe_after).await;
            // A failed probe begins an outage, which the branch below sees.
            let _probed = self.sync().await;
            std::future::pending::<()>().await;
        };
        let result = tokio::select! {
            biased;
            result = read => result,
            () = self.database_health.wait_for_outage() => Err(Problem::unavailable()),
            () = probe => Err(Problem::unavailable()),
        };
        let has_failed = result.as_ref().is_err_and(|problem| problem.kind == ProblemKind::Unavailable);
        if has_failed && self.database_health.outage().is_none() {
            // Begin the outage now, so that the next requests do not wait for the timeout.
            let _probed = self.sync().await;
        }
        result
    }

    /// Records whether a replica can answer while the database does not.
    async fn probe_replica(&self) {
        if self.store.has_replica() {
            let answered = self.store.read_replica(self.read_state(), async |_| Ok(())).await;
            self.database_health.set_replica_answers(answered.is_ok());
        }
    }

    async fn poll(&self) -> Result<(), store::Error> {
        let mut conn = self.store.operations().await?;
        loop {
            let known = self.last_act();
            let log = match act_log::resume(&mut conn, &known, MAX_ACTS_PER_QUERY).await? {
                LogContinuation::Same(log) => log,
                LogContinuation::OtherEpoch(newest) => {
                    tracing::warn!(epoch = %newest.epoch, sequence = newest.sequence, "the database was restored: entering its new epoch");
                    self.enter_epoch(newest);
                    continue;
                }
                LogContinuation::Restored(evidence) => {
                    tracing::error!(%evidence, ?known, "the database was restored from a backup: beginning a new epoch");
                    // Clear the cache before anything can fail: it may contain what the restored database does not.
                    self.cache.clear(&known);
                    // Spawn a task, because this future is dropped at the probe timeout. If another instance has begun an
                    // epoch meanwhile, the next iteration finds that one.
                    let (store, old) = (self.store.clone(), known.epoch);
                    let beginning = async move { epochs::start(&mut store.operations().await?, old).await };
                    tokio::spawn(beginning).await.map_err(|ended| store::Error::Internal(ended.into()))??;
                    continue;
                }
            };
            self.cache.validity().record(&log.acts);
            if let Some(LoggedAct { sequence, at, .. }) = log.acts.last() {
                self.set_last_act(LastAct { epoch: known.epoch, sequence: *sequence, at: Some(*at) });
            }
            self.cache.evict_taken_down(&log.acts, &self.last_act());
            if log.acts.is_empty() || self.last_act().sequence >= log.newest.sequence {
                return Ok(());
            }
        }
    }

    /// Enters another epoch at its newest act. Clears the cache; event streams end, because their cursors are void.
    fn enter_epoch(&self, newest: LastAct) {
        self.cache.validity().start_epoch(newest.sequence);
        self.epoch.send_replace(EpochState { begins_after: newest.sequence, last_act: newest });
        self.cache.clear(&self.last_act());
    }

    /// The last act that this instance has seen.
    pub(crate) fn last_act(&self) -> LastAct {
        self.epoch.borrow().last_act.clone()
    }

    fn set_last_act(&self, last_act: LastAct) {
        // False: only a new epoch wakes those that wait for its end.
        self.epoch.send_if_modified(|state| {
            state.last_act = last_act;
            false
        });
    }

    pub(crate) fn epoch(&self) -> Uuid {
        self.epoch.borrow().last_act.epoch
    }

    /// Waits until the database has left this epoch, because it was restored.
    pub(crate) async fn wait_for_epoch_end(&self, epoch: Uuid) {
        let mut state = self.epoch.subscribe();
        // The sender is a field of `self`, so it is not closed while this waits.
        let _ended = state.wait_for(|state| state.last_act.epoch != epoch).await;
    }

    /// The epoch, and the sequence after which this instance entered it.
    pub(crate) fn epoch_begins_after(&self) -> (Uuid, i64) {
        let epoch = self.epoch.borrow();
        (epoch.last_act.epoch, epoch.begins_after)
    }
}
