//! The configuration of the delivery API: cache size, database timeouts, how long stale responses may be served, the
//! header with cache tags, and the text of feeds.

use std::path::PathBuf;
use std::time::Duration;

/// How much the delivery API caches, and how long a cached response may be served while the database is unavailable.
#[derive(Debug, Clone)]
pub struct DeliveryConfig {
    /// The size of the response cache in bytes. With 0, every response is read from the database.
    pub cache_bytes: u64,
    /// When the database counts as unavailable.
    pub timeouts: DatabaseTimeouts,
    /// How long stale responses are served.
    pub stale_ttl: StaleTtl,
    /// The file that cached responses are written to, for a start without the database.
    pub snapshot_path: Option<PathBuf>,
    /// The header that tells caches in front which cache tags a response has.
    pub cache_tag_header: CacheTagHeader,
    /// Whether feeds contain the full text of articles or only the standfirst.
    pub feed_text: FeedText,
}

/// The text of an article in feeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeedText {
    /// The standfirst only.
    Standfirst,
    /// The standfirst and the whole body.
    Full,
}

/// The header with the cache tags of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CacheTagHeader {
    /// No header.
    None,
    /// `Surrogate-Key`, separated by spaces: Varnish, Fastly.
    SurrogateKey,
    /// `Cache-Tag`, separated by commas: Cloudflare and others.
    CacheTag,
}

/// How long the database may take to answer.
#[derive(Debug, Clone, Copy)]
pub struct DatabaseTimeouts {
    /// How long a query may take before a probe checks whether the database answers at all.
    pub probe_after: Duration,
    /// How long that probe may take.
    pub probe: Duration,
}

/// How long stale responses are served while the database is unavailable.
#[derive(Debug, Clone, Copy)]
pub struct StaleTtl {
    /// When the database refuses connections: no instance can publish then, so a stale response is also the newest one.
    pub refused: Duration,
    /// When the database times out: other instances may still reach it and publish.
    pub timed_out: Duration,
}

impl DatabaseTimeouts {
    /// Half of the total for the query, half for the probe.
    #[must_use]
    pub fn from_total(total: Duration) -> Self {
        Self { probe_after: total / 2, probe: total - total / 2 }
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
