//! The public side: what anybody may read, without credentials.

pub(crate) mod archive;
pub(crate) mod articles;
pub(crate) mod changes;
pub(crate) mod changes_sse;
pub(crate) mod feeds;
mod item;
mod list;
mod parameters;
pub(crate) mod read_source;
pub(crate) mod resolve;
pub(crate) mod search;
pub(crate) mod site;
pub(crate) mod sitemap;
pub(crate) mod teasers;
pub(crate) mod terms;

pub(crate) use crate::delivery::list::live_count;
pub use crate::response_cache::database_health::{Outage, OutageReason};
pub(crate) use crate::response_cache::disk_snapshot::serve as respond_from_snapshot;
pub use crate::response_cache::disk_snapshot::{StaleSnapshot, Startup};
pub(crate) use parameters::{flag, id, limit};

use std::fmt;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, RwLock};
use std::time::Duration;

use domain::{Locale, Site};
use store::Store;
use store::delivery::editions::State;
use store::operations::change_log::LastAct;
use uuid::Uuid;

use crate::delivery::changes_sse::Broadcaster;
use crate::health::ResponseSource;
use crate::response_cache::change_listener::PollGate;
use crate::response_cache::database_health::DatabaseHealth;
use crate::response_cache::storage::Cache;
use crate::response_cache::validity::Validity;

/// What the public side is made of.
#[derive(Clone)]
pub struct Delivery {
    pub(crate) store: Store,
    pub(crate) site: Arc<Site>,
    pub(crate) position: Arc<RwLock<Position>>,
    /// This server, among those of the publication.
    pub(crate) instance: Uuid,
    pub(crate) cache: Option<Arc<Cache>>,
    pub(crate) validity: Arc<Validity>,
    pub(crate) database_health: Arc<DatabaseHealth>,
    pub(crate) poll_gate: Arc<PollGate>,
    pub(crate) timeouts: DatabaseTimeouts,
    pub(crate) stale_ttl: StaleTtl,
    /// Where what was last known is written to.
    pub(crate) snapshot_path: Option<Arc<Mutex<PathBuf>>>,
    pub(crate) cache_tag_header: CacheTagHeader,
    pub(crate) feed_text: FeedText,
    pub(crate) broadcaster: Arc<Broadcaster>,
    /// Whether a reading failed, or the database came back, since somebody last checked the schema.
    pub(crate) schema_doubt: Arc<AtomicBool>,
    /// Whether a replica answered when the database last did not.
    pub(crate) replica_answers: Arc<AtomicBool>,
}

/// Where this server is in the order of acts.
#[derive(Debug)]
pub(crate) struct Position {
    /// The last act that it knows of.
    pub(crate) last: LastAct,
    /// The number of the newest act when it began to go by the epoch of that one.
    pub(crate) epoch_begins_after: i64,
}

/// How much is kept, and how long it is good for when the database is gone.
#[derive(Debug, Clone)]
pub struct DeliveryConfig {
    /// How many bytes of answers are kept. With none, every answer is read.
    pub cache_bytes: u64,
    /// When the database counts as gone.
    pub timeouts: DatabaseTimeouts,
    /// For how long what was last known is given.
    pub stale_ttl: StaleTtl,
    /// The file that it is written to, for a start without the database.
    pub snapshot_path: Option<PathBuf>,
    /// How a cache in front is told what an answer depends on.
    pub cache_tag_header: CacheTagHeader,
    /// What feeds have of each article.
    pub feed_text: FeedText,
}

/// What feeds have of each article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedText {
    /// Its standfirst.
    Standfirst,
    /// The whole body too.
    Full,
}

/// The header with the tags of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheTagHeader {
    /// None.
    None,
    /// `Surrogate-Key`, the tags parted by spaces: Varnish, Fastly.
    SurrogateKey,
    /// `Cache-Tag`, the tags parted by commas: Cloudflare and others.
    CacheTag,
}

/// How long the database may take to answer.
#[derive(Debug, Clone, Copy)]
pub struct DatabaseTimeouts {
    /// How long a reading may take before it is asked whether the database answers at all.
    pub probe_after: Duration,
    /// How long the answer to that may take.
    pub probe: Duration,
}

/// For how long what was last known is given when it cannot be confirmed.
#[derive(Debug, Clone, Copy)]
pub struct StaleTtl {
    /// When the database refuses, or says that it cannot: for everybody.
    pub refused: Duration,
    /// When nothing is heard of it: perhaps others go on without this instance.
    pub timed_out: Duration,
}

impl StaleTtl {
    /// For how long that is when the database is lost like this.
    #[must_use]
    pub fn for_outage(&self, lost: OutageReason) -> Duration {
        match lost {
            OutageReason::Refused => self.refused,
            OutageReason::Timeout => self.timed_out,
        }
    }
}

impl DatabaseTimeouts {
    /// The database may take so long in all.
    #[must_use]
    pub fn from_total(total: Duration) -> Self {
        Self { probe_after: total / 2, probe: total - total / 2 }
    }
}

impl fmt::Display for FeedText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Standfirst => "standfirst",
            Self::Full => "full",
        })
    }
}

impl fmt::Display for CacheTagHeader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::None => "none",
            Self::SurrogateKey => "surrogate-key",
            Self::CacheTag => "cache-tag",
        })
    }
}

impl Delivery {
    /// Reads the epoch and the number of the last act. Where the snapshot on disk knows of an act that never happened in this
    /// database, the database was restored while no server ran: a new epoch begins, and the snapshot is void.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn new(store: Store, site: Site, config: DeliveryConfig) -> Result<Self, store::Error> {
        let DeliveryConfig { cache_bytes, timeouts, stale_ttl, snapshot_path, cache_tag_header, feed_text } =
            config;
        let last = crate::response_cache::disk_snapshot::begin(
            &mut store.operations().await?,
            snapshot_path.as_deref(),
        )
        .await?;
        let sequence = last.sequence;
        let validity = Validity::default();
        validity.skip_to(sequence);
        let delivery = Self {
            store,
            site: Arc::new(site),
            position: Arc::new(RwLock::new(Position { last, epoch_begins_after: sequence })),
            instance: Uuid::now_v7(),
            cache: if cache_bytes == 0 { None } else { Cache::new(cache_bytes).map(Arc::new) },
            validity: Arc::new(validity),
            database_health: Arc::new(DatabaseHealth::new()),
            poll_gate: Arc::default(),
            timeouts,
            stale_ttl,
            snapshot_path: snapshot_path.map(|path| Arc::new(Mutex::new(path))),
            cache_tag_header,
            feed_text,
            broadcaster: Arc::default(),
            schema_doubt: Arc::default(),
            replica_answers: Arc::default(),
        };
        // Before it gives anything: from then on, takedowns name it. Where it cannot be said now, it is said later.
        let _said = delivery.heartbeat(sequence).await;
        Ok(delivery)
    }

    /// The epoch, which cursors carry. It changes when the database is restored.
    pub(crate) fn epoch(&self) -> Uuid {
        self.last_act().epoch
    }

    /// The state that answers have to know of: whatever this server knows of by now.
    pub(crate) fn shown(&self) -> State {
        State { epoch: self.epoch(), sequence: self.validity.last_seen_sequence() }
    }

    /// Where its answers come from now.
    pub(crate) fn source(&self) -> ResponseSource {
        match self.database_health.outage() {
            None => ResponseSource::Database,
            Some(lost) => ResponseSource::Stale { has_answers: self.has_stale_answers(lost) },
        }
    }

    /// Whether the schema should be checked, because a reading failed in a way that is nobody's fault but its own, or the
    /// database came back and may be another one. It says so once.
    #[must_use]
    pub fn take_schema_doubt(&self) -> bool {
        self.schema_doubt.swap(false, Ordering::Relaxed)
    }

    /// Whether there is anything that may be given while the database is gone: something in the cache, for as long as that
    /// may be given unconfirmed, or whatever a replica answers.
    fn has_stale_answers(&self, Outage { reason, since }: Outage) -> bool {
        let is_kept = self.cache.as_ref().is_some_and(|cache| !cache.is_empty());
        (is_kept || self.replica_answers.load(Ordering::Relaxed))
            && since.elapsed() <= self.stale_ttl.for_outage(reason)
    }

    /// The locale, where it is another than what is meant when none is named.
    fn other_locale<'a>(&self, locale: &'a Locale) -> Option<&'a Locale> {
        (*locale != self.site.default_locale).then_some(locale)
    }
}

impl Default for DeliveryConfig {
    fn default() -> Self {
        let (refused, timed_out) = (Duration::from_secs(24 * 60 * 60), Duration::from_secs(15 * 60));
        Self {
            cache_bytes: 256 << 20,
            timeouts: DatabaseTimeouts::from_total(Duration::from_millis(220)),
            stale_ttl: StaleTtl { refused, timed_out },
            snapshot_path: None,
            cache_tag_header: CacheTagHeader::None,
            feed_text: FeedText::Standfirst,
        }
    }
}
