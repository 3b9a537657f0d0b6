//! The heartbeat of this instance: the sequence that its cache has seen, written to the table of instances. A takedown
//! waits until every instance that is alive has confirmed it there.

use std::sync::Arc;
use std::time::{Duration, Instant};

use store::Store;
use store::delivery::editions::LogPosition;
use store::operations::instances;
use store::operations::instances::Instance;
use tokio::sync::watch;
use uuid::Uuid;

use crate::response_cache::change_listener::{ChangeListener, MAX_WAIT, POLL_PAUSE};

/// Writes and reads heartbeats.
pub(crate) struct Heartbeat {
    store: Store,
    /// The id of this instance among those of the publication.
    instance: Uuid,
    changes: Arc<ChangeListener>,
}

/// How often a heartbeat is sent when nothing changes.
const HEARTBEAT_INTERVAL: Duration = Duration::from_secs(5);

/// How long a heartbeat is delayed after a change, so that one covers several acts in quick succession.
const HEARTBEAT_DELAY: Duration = Duration::from_millis(100);

const HEARTBEAT_TIMEOUT: Duration = Duration::from_secs(1);

impl Heartbeat {
    pub(crate) fn new(store: Store, changes: Arc<ChangeListener>) -> Self {
        Self { store, instance: Uuid::now_v7(), changes }
    }

    /// Sends heartbeats, for as long as it is polled. They are delayed after a change: requests come first at that moment,
    /// and one heartbeat then covers several acts.
    pub(crate) async fn run(&self, mut polled: watch::Receiver<()>) {
        let mut last = None;
        while polled.changed().await.is_ok() {
            tokio::time::sleep(HEARTBEAT_DELAY).await;
            let state = self.changes.read_state();
            let is_due = last.is_none_or(|(at, sent): (Instant, LogPosition)| {
                sent != state || at.elapsed() >= HEARTBEAT_INTERVAL
            });
            if is_due
                && self.changes.database_health().outage().is_none()
                && self.send(state.sequence).await.is_ok()
            {
                last = Some((Instant::now(), state));
            }
        }
    }

    /// Records in the database that this instance has seen every act up to `sequence`.
    ///
    /// # Errors
    /// When the database is unavailable.
    pub(crate) async fn send(&self, sequence: i64) -> Result<(), store::Error> {
        let epoch = self.changes.epoch();
        let sending = async {
            instances::heartbeat(&mut self.store.operations().await?, self.instance, epoch, sequence).await
        };
        tokio::time::timeout(HEARTBEAT_TIMEOUT, sending)
            .await
            .map_err(|late| store::Error::Unavailable(late.into()))?
    }

    /// Removes this instance from the table of instances. Best effort: the retention job removes it if this fails.
    pub(crate) async fn unregister(&self) {
        let removing = async { instances::remove(&mut self.store.operations().await?, self.instance).await };
        let timeout = self.changes.database_health().timeouts().probe;
        let _removed = tokio::time::timeout(timeout, removing).await;
    }

    /// The instances, once all that are alive have seen an act, or after [`MAX_WAIT`].
    ///
    /// # Errors
    /// When the database is unavailable.
    pub(crate) async fn confirmed_instances(&self, sequence: i64) -> Result<Vec<Instance>, store::Error> {
        let started = Instant::now();
        self.send(self.changes.last_seen_sequence()).await?;
        loop {
            let all = instances::list(&mut self.store.operations().await?).await?;
            let is_waiting = all.iter().any(|instance| instance.is_alive && instance.applied < sequence);
            if !is_waiting || started.elapsed() > MAX_WAIT {
                return Ok(all);
            }
            tokio::time::sleep(POLL_PAUSE).await;
        }
    }
}
