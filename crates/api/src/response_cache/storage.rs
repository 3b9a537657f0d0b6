//! The storage of cached responses, bounded in bytes. Clock-PRO (quick_cache) keeps responses that are requested once
//! from evicting those that are requested all the time. Whether an entry may be served is decided in `validity` and
//! `lookup`.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use actix_web::http::header::{HeaderName, HeaderValue};
use quick_cache::sync::{DefaultLifecycle, EntryAction};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};

use crate::config::CacheTagHeader;
use crate::http::prepared_response::PreparedResponse;
use crate::http::response::Response;
use crate::response_cache::validity::{Dependencies, ReadVersion, TagHash};

/// A cached response.
pub(crate) struct CachedResponse {
    pub(crate) prepared: Arc<PreparedResponse>,
    pub(crate) dependencies: Dependencies,
    pub(crate) created: Instant,
    /// When it expires even if no act invalidates it. Only responses such as 404 do.
    expires_after: Option<Duration>,
    /// The `Cache-Status` header while it is fresh.
    pub(crate) hit_status: HeaderValue,
    /// The size that was last counted, in bytes.
    counted_size: AtomicUsize,
}

/// Cached responses by cache key.
pub(crate) struct Storage {
    entries: quick_cache::sync::Cache<String, StorageEntry, ByteWeighter>,
}

#[derive(Clone)]
struct StorageEntry {
    cached: Arc<CachedResponse>,
    /// The size that was counted for it.
    weight: usize,
}

#[derive(Clone)]
struct ByteWeighter;

impl Weighter<String, StorageEntry> for ByteWeighter {
    fn weight(&self, key: &String, entry: &StorageEntry) -> u64 {
        let bytes = ENTRY_OVERHEAD + key.len() + entry.weight;
        u64::try_from(bytes + bytes / FRAGMENTATION_DIVISOR).unwrap_or(u64::MAX)
    }
}

/// The approximate size of a table entry besides its key and response.
const ENTRY_OVERHEAD: usize = 160;

/// The allocator's overhead is about one twelfth, because responses of all sizes come and go: in `make bench`, 224 MiB of
/// counted responses took 244 MiB.
const FRAGMENTATION_DIVISOR: usize = 12;

/// The average size of an entry, for the initial capacity of the table.
const AVERAGE_ENTRY_BYTES: u64 = 8 << 10;

impl Storage {
    /// A storage of at most this many bytes.
    pub(crate) fn new(max_bytes: u64) -> Option<Self> {
        let items = usize::try_from(max_bytes / AVERAGE_ENTRY_BYTES).ok()?.max(16);
        let options =
            OptionsBuilder::new().estimated_items_capacity(items).weight_capacity(max_bytes).build().ok()?;
        let entries = quick_cache::sync::Cache::with_options(
            options,
            ByteWeighter,
            DefaultHashBuilder::default(),
            DefaultLifecycle::default(),
        );
        Some(Self { entries })
    }

    /// The cached response of a key.
    pub(crate) fn get(&self, key: &str) -> Option<Arc<CachedResponse>> {
        self.entries.get(key).map(|StorageEntry { cached, weight: _ }| cached)
    }

    /// Updates the counted size of a response after it was served, because a compressed form may have been created.
    /// Does nothing if the entry was replaced or evicted meanwhile.
    pub(crate) fn update_size(&self, key: &str, this: &Arc<CachedResponse>) {
        let size = this.size();
        if this.counted_size.swap(size, Ordering::Relaxed) == size {
            return;
        }
        let _entry = self.entries.entry(key, Some(Duration::ZERO), |_, entry| {
            if Arc::ptr_eq(&entry.cached, this) {
                entry.weight = this.size();
            }
            EntryAction::Retain(())
        });
    }

    /// Inserts a response, replacing an earlier one.
    pub(crate) fn insert(&self, key: &str, cached: Arc<CachedResponse>) {
        let weight = cached.counted_size.load(Ordering::Relaxed);
        self.entries.insert(key.into(), StorageEntry { cached, weight });
    }

    /// Evicts a response, unless another one has replaced it.
    pub(crate) fn evict(&self, key: &str, this: &Arc<CachedResponse>) {
        self.entries.remove_if(key, |entry| Arc::ptr_eq(&entry.cached, this));
    }

    /// Evicts every response that depends on any of these tags.
    pub(crate) fn evict_tagged(&self, tags: &[TagHash]) {
        self.entries.retain(|_, entry| !entry.cached.dependencies.depends_on(tags));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The counted size, in bytes.
    #[cfg(test)]
    pub(crate) fn bytes(&self) -> u64 {
        self.entries.weight()
    }

    /// All entries with their keys.
    pub(crate) fn all(&self) -> impl Iterator<Item = (String, Arc<CachedResponse>)> {
        self.entries.iter().map(|(key, StorageEntry { cached, weight: _ })| (key, cached))
    }

    pub(crate) fn clear(&self) {
        self.entries.clear();
    }
}

/// The header with the cache tags. If they do not fit, article tags are replaced with `lists`, which every act touches.
fn cache_tag_header(header: CacheTagHeader, tags: &[String]) -> Option<(HeaderName, HeaderValue)> {
    let (name, separator) = match header {
        CacheTagHeader::None => return None,
        CacheTagHeader::SurrogateKey => ("surrogate-key", " "),
        CacheTagHeader::CacheTag => ("cache-tag", ","),
    };
    let mut value = tags.join(separator);
    if value.len() > MAX_TAG_HEADER_BYTES {
        let coarse = tags.iter().map(String::as_str).filter(|tag| !tag.starts_with("article:"));
        value = coarse.chain([store::cache_tags::LISTS]).collect::<Vec<_>>().join(separator);
    }
    if value.len() > MAX_TAG_HEADER_BYTES {
        value = store::cache_tags::LISTS.to_owned();
    }
    Some((HeaderName::from_static(name), HeaderValue::from_str(&value).ok()?))
}

/// The longest header value, in bytes, that every common CDN accepts for cache tags.
const MAX_TAG_HEADER_BYTES: usize = 8 << 10;

impl CachedResponse {
    /// A response that was read when everything in `version` was visible.
    pub(crate) fn new(response: Response, version: ReadVersion, header: CacheTagHeader) -> Self {
        let tag_header = cache_tag_header(header, &response.tags);
        let dependencies = Dependencies::new(version, &response.tags);
        let lifetime = response.policy.shared_lifetime();
        let expires_after = response.policy.expires_after();
        let hit_status = format!("masthead; hit; ttl={}", lifetime.as_secs());
        let hit_status =
            HeaderValue::from_str(&hit_status).unwrap_or_else(|_| HeaderValue::from_static("masthead; hit"));
        let prepared = response.prepare();
        let prepared = match tag_header {
            Some((name, value)) => prepared.with_header(name, value),
            None => prepared,
        };
        let counted_size = AtomicUsize::new(prepared.size() + dependencies.size());
        Self {
            prepared: Arc::new(prepared),
            dependencies,
            created: Instant::now(),
            expires_after,
            hit_status,
            counted_size,
        }
    }

    /// Whether it has expired.
    pub(crate) fn is_expired(&self) -> bool {
        self.expires_after.is_some_and(|end| self.created.elapsed() >= end)
    }

    /// Whether it expires even if no act invalidates it.
    pub(crate) fn expires(&self) -> bool {
        self.expires_after.is_some()
    }

    fn size(&self) -> usize {
        self.prepared.size() + self.dependencies.size()
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::ACCEPT_ENCODING;
    use actix_web::test::TestRequest;

    use super::*;
    use crate::response_cache::validity::Validity;

    fn cached(tags: &[&str]) -> Arc<CachedResponse> {
        let tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        let version = Validity::default().version();
        Arc::new(CachedResponse::new(
            Response::live("words ".repeat(1_000), tags),
            version,
            CacheTagHeader::None,
        ))
    }

    fn compress(cached: &CachedResponse) {
        cached
            .prepared
            .respond_to(&TestRequest::default().insert_header((ACCEPT_ENCODING, "gzip")).to_http_request());
    }

    #[test]
    fn compressed_representations_count_towards_the_size() {
        let cache = Storage::new(1 << 20).unwrap();
        cache.insert("a", cached(&[]));
        let before = cache.bytes();
        let cached = cache.get("a").unwrap();
        compress(&cached);
        cache.update_size("a", &cached);
        let size = ENTRY_OVERHEAD + "a".len() + cached.size();
        assert!(cache.bytes() > before);
        assert_eq!(cache.bytes(), u64::try_from(size + size / FRAGMENTATION_DIVISOR).unwrap());
    }

    #[test]
    fn updating_the_size_does_not_restore_a_replaced_or_evicted_entry() {
        let cache = Storage::new(1 << 20).unwrap();
        let (old, new) = (cached(&["a"]), cached(&["a"]));
        cache.insert("a", old.clone());
        cache.insert("a", new.clone());
        compress(&old);
        cache.update_size("a", &old);
        assert!(Arc::ptr_eq(&cache.get("a").unwrap(), &new), "a newer response replaced it");
        cache.evict_tagged(&[TagHash::new("a")]);
        compress(&new);
        cache.update_size("a", &new);
        assert!(cache.get("a").is_none(), "it was evicted");
    }

    #[test]
    fn the_cache_tag_header_is_limited() {
        let name = |number: usize| format!("article:{number:036}");
        let few: Vec<String> = (0..10).map(name).collect();
        let header = |tags: &[String]| {
            cache_tag_header(CacheTagHeader::CacheTag, tags).unwrap().1.to_str().unwrap().to_owned()
        };
        assert_eq!(header(&few), few.join(","));
        let many: Vec<String> = (0..500).map(name).chain(["section:a".to_owned()]).collect();
        assert_eq!(header(&many), "section:a,lists");
        let coarse: Vec<String> = (0..500).map(|number| format!("section:{number:036}")).collect();
        assert_eq!(header(&coarse), "lists");
        assert!(cache_tag_header(CacheTagHeader::None, &few).is_none());
    }
}
