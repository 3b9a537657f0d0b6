//! The response cache: storage, validity of entries, lookup, and the listener that invalidates entries when the published
//! content changes.

pub(crate) mod change_listener;
pub(crate) mod database_health;
pub(crate) mod disk_snapshot;
pub(crate) mod heartbeat;
pub(crate) mod lookup;
mod single_flight;
pub(crate) mod startup;
mod storage;
pub(crate) mod validity;

use std::sync::Arc;

use store::operations::act_log::{LastAct, LoggedAct};

use crate::config::{CacheTagHeader, DeliveryConfig, StaleTtl};
use crate::response_cache::database_health::{DatabaseHealth, Outage};
use crate::response_cache::disk_snapshot::SnapshotFile;
use crate::response_cache::single_flight::SingleFlight;
use crate::response_cache::storage::Storage;
use crate::response_cache::validity::{TagHash, Validity};

/// Where responses come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ResponseSource {
    /// Nowhere yet: the database has not answered since the start, and no snapshot was loaded.
    Starting,
    /// The database, and fresh entries of the cache.
    Database,
    /// The cache, a snapshot or a replica, because the database is unavailable.
    Stale {
        /// Whether there is anything that may be served.
        has_responses: bool,
    },
}

/// Cached responses, and the rule that says which of them may be served.
pub(crate) struct ResponseCache {
    /// `None` if caching is off.
    storage: Option<Storage>,
    single_flight: Arc<SingleFlight>,
    validity: Validity,
    database_health: Arc<DatabaseHealth>,
    stale_ttl: StaleTtl,
    cache_tag_header: CacheTagHeader,
    snapshot: Option<SnapshotFile>,
}

impl ResponseCache {
    /// An empty cache of an instance that has seen all acts up to `sequence`.
    pub(crate) fn new(config: DeliveryConfig, sequence: i64, database_health: Arc<DatabaseHealth>) -> Self {
        let DeliveryConfig { cache_bytes, stale_ttl, snapshot_path, cache_tag_header, .. } = config;
        let validity = Validity::default();
        validity.skip_to(sequence);
        Self {
            storage: if cache_bytes == 0 { None } else { Storage::new(cache_bytes) },
            single_flight: Arc::default(),
            validity,
            database_health,
            stale_ttl,
            cache_tag_header,
            snapshot: snapshot_path.map(SnapshotFile::new),
        }
    }

    pub(crate) fn validity(&self) -> &Validity {
        &self.validity
    }

    /// Whether anything can be served in this outage: a cached response that is not too old, or what a replica returns.
    pub(crate) fn has_stale_responses(&self, Outage { reason, since }: Outage) -> bool {
        let has_cached = self.storage.as_ref().is_some_and(|storage| !storage.is_empty());
        (has_cached || self.database_health.replica_answers())
            && since.elapsed() <= self.stale_ttl.for_outage(reason)
    }

    /// Evicts every response, in memory and on disk.
    pub(crate) fn clear(&self, last_act: &LastAct) {
        if let Some(storage) = &self.storage {
            storage.clear();
        }
        self.clear_snapshot(last_act);
    }

    /// Evicts every response that contains something of what was taken down: the article, lists that show it, and its
    /// neighbours in a series. Other responses that an act touches merely become invalid, and may be served stale.
    pub(crate) fn evict_taken_down(&self, acts: &[LoggedAct], last_act: &LastAct) {
        let Some(storage) = &self.storage else { return };
        let shows_content = |tag: &&String| tag.starts_with("article:") || tag.starts_with("series:");
        let tags = acts.iter().filter(|act| act.is_takedown).flat_map(|act| &act.tags);
        let tags: Vec<TagHash> = tags.filter(shows_content).map(|tag| TagHash::new(tag)).collect();
        if !tags.is_empty() {
            storage.evict_tagged(&tags);
            self.clear_snapshot(last_act);
        }
    }

    fn clear_snapshot(&self, last_act: &LastAct) {
        if let Some(snapshot) = &self.snapshot {
            snapshot.clear(last_act);
        }
    }
}
