//! The storage of cached responses: bounded in bytes, with one read in flight per key (single flight). Clock-PRO
//! (quick_cache) keeps responses that are requested once from evicting those that are requested all the time. Whether
//! an entry may be served is decided in `validity` and `lookup`.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use actix_web::http::header::{HeaderName, HeaderValue};
use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};
use quick_cache::sync::{DefaultLifecycle, EntryAction};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter};

use crate::delivery::config::CacheTagHeader;
use crate::http::cache_key;
use crate::http::middleware::panicked;
use crate::http::prepared_response::PreparedResponse;
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::validity::{Dependencies, ReadVersion, TagHash};

/// A cached response.
pub(crate) struct CachedResponse {
    pub(crate) prepared: Arc<PreparedResponse>,
    pub(crate) dependencies: Dependencies,
    /// When it was made.
    pub(crate) created: Instant,
    /// When it expires even if no act invalidates it. Only responses such as 404 do.
    expires_after: Option<Duration>,
    /// The `Cache-Status` header while it is fresh.
    pub(crate) hit_status: HeaderValue,
    /// The size that was last counted, in bytes.
    counted_size: AtomicUsize,
}

/// Cached responses and reads in flight, by cache key.
pub(crate) struct Storage {
    entries: quick_cache::sync::Cache<String, StorageEntry, ByteWeighter>,
    in_flight: Mutex<InFlightReads>,
    number: AtomicU64,
}

/// A read in flight, which all waiting requests share.
pub(crate) type InFlightRead = Shared<ReadFuture>;
/// The reads in flight by key. The number tells a read from a later one of the same key.
type InFlightReads = HashMap<Box<str>, (u64, WeakShared<ReadFuture>)>;
type ReadFuture = BoxFuture<'static, Result<Arc<CachedResponse>, Arc<Problem>>>;

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
        Some(Self { entries, in_flight: Mutex::default(), number: AtomicU64::new(0) })
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

    /// The read of a key that is in flight, or a new one, and whether it is new. The read is cancelled when no request waits
    /// for it any more.
    pub(crate) fn single_flight(
        self: &Arc<Self>,
        key: &str,
        begin: impl FnOnce() -> ReadFuture,
    ) -> (InFlightRead, bool) {
        let mut in_flight = self.in_flight.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(read) = in_flight.get(key).and_then(|(_, read)| read.upgrade()) {
            return (read, false);
        }
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let guard = InFlightGuard { cache: self.clone(), key: key.into(), number };
        let reading = AssertUnwindSafe(begin()).catch_unwind();
        let read = async move {
            let guard = guard;
            // Catch panics: a panic inside a shared future would leave other waiting requests pending for ever.
            reading.await.unwrap_or_else(|panic| {
                let problem = panicked(panic.as_ref());
                problem.log(cache_key::path(&guard.key), "");
                Err(Arc::new(problem))
            })
        };
        let read = read.boxed().shared();
        if let Some(weak) = read.downgrade() {
            in_flight.insert(key.into(), (number, weak));
        }
        (read, true)
    }
}

/// The header with the cache tags. If they do not fit, article tags are replaced with `lists`, which every act touches.
fn cache_tag_header(header: CacheTagHeader, tags: &[String]) -> Option<(HeaderName, HeaderValue)> {
    let (name, between) = match header {
        CacheTagHeader::None => return None,
        CacheTagHeader::SurrogateKey => ("surrogate-key", " "),
        CacheTagHeader::CacheTag => ("cache-tag", ","),
    };
    let mut value = tags.join(between);
    if value.len() > MAX_TAG_HEADER_BYTES {
        let coarse = tags.iter().map(String::as_str).filter(|tag| !tag.starts_with("article:"));
        value = coarse.chain([store::cache_tags::LISTS]).collect::<Vec<_>>().join(between);
    }
    if value.len() > MAX_TAG_HEADER_BYTES {
        value = store::cache_tags::LISTS.to_owned();
    }
    Some((HeaderName::from_static(name), HeaderValue::from_str(&value).ok()?))
}

/// The longest header value, in bytes, that every common CDN accepts for cache tags.
const MAX_TAG_HEADER_BYTES: usize = 8 << 10;

/// Removes a read from the reads in flight when it ends or is cancelled.
struct InFlightGuard {
    cache: Arc<Storage>,
    key: Box<str>,
    number: u64,
}

impl Drop for InFlightGuard {
    fn drop(&mut self) {
        let mut in_flight = self.cache.in_flight.lock().unwrap_or_else(PoisonError::into_inner);
        if in_flight.get(&self.key).is_some_and(|(number, _)| *number == self.number) {
            in_flight.remove(&self.key);
        }
    }
}

impl CachedResponse {
    /// A response that was read when everything in `version` was visible.
    pub(crate) fn new(response: Response, version: ReadVersion, header: CacheTagHeader) -> Self {
        let said = cache_tag_header(header, &response.tags);
        let dependencies = Dependencies::new(version, &response.tags);
        let lifetime = response.policy.shared_lifetime();
        let expires_after = response.policy.expires_after();
        let hit_status = format!("masthead; hit; ttl={}", lifetime.as_secs());
        let hit_status =
            HeaderValue::from_str(&hit_status).unwrap_or_else(|_| HeaderValue::from_static("masthead; hit"));
        let prepared = response.prepare();
        let prepared = match said {
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
    use crate::problem::ProblemKind;
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

    fn panics() -> Result<Arc<CachedResponse>, Arc<Problem>> {
        panic!("the read panicked")
    }

    fn compressed(cached: &CachedResponse) {
        cached
            .prepared
            .respond_to(&TestRequest::default().insert_header((ACCEPT_ENCODING, "gzip")).to_http_request());
    }

    #[test]
    fn what_was_made_since_is_counted() {
        let cache = Storage::new(1 << 20).unwrap();
        cache.insert("a", cached(&[]));
        let before = cache.bytes();
        let cached = cache.get("a").unwrap();
        compressed(&cached);
        cache.update_size("a", &cached);
        let size = ENTRY_OVERHEAD + "a".len() + cached.size();
        assert!(cache.bytes() > before);
        assert_eq!(cache.bytes(), u64::try_from(size + size / FRAGMENTATION_DIVISOR).unwrap());
    }

    #[test]
    fn counting_brings_nothing_back() {
        let cache = Storage::new(1 << 20).unwrap();
        let (old, new) = (cached(&["a"]), cached(&["a"]));
        cache.insert("a", old.clone());
        cache.insert("a", new.clone());
        compressed(&old);
        cache.update_size("a", &old);
        assert!(Arc::ptr_eq(&cache.get("a").unwrap(), &new), "a newer one came in its place");
        cache.evict_tagged(&[TagHash::new("a")]);
        compressed(&new);
        cache.update_size("a", &new);
        assert!(cache.get("a").is_none(), "it was taken down");
    }

    #[tokio::test]
    async fn a_read_that_panics_is_a_fault_for_all_who_wait_and_the_next_one_reads_again() {
        let cache = Arc::new(Storage::new(1 << 20).unwrap());
        let fails = || -> ReadFuture {
            async {
                tokio::task::yield_now().await;
                panics()
            }
            .boxed()
        };
        let ((first, is_first), (second, is_second)) =
            (cache.single_flight("a", fails), cache.single_flight("a", fails));
        assert!(is_first && !is_second);
        let (first, second) = tokio::join!(first, second);
        for read in [first, second] {
            assert_eq!(read.err().unwrap().kind, ProblemKind::Internal);
        }
        assert!(cache.in_flight.lock().unwrap().is_empty());
        let (next, is_next) = cache.single_flight("a", || async { Ok(cached(&[])) }.boxed());
        assert!(is_next && next.await.is_ok());
    }

    #[test]
    fn a_cache_in_front_is_told_no_more_than_fits() {
        let name = |number: usize| format!("article:{number:036}");
        let few: Vec<String> = (0..10).map(name).collect();
        let told = |tags: &[String]| {
            cache_tag_header(CacheTagHeader::CacheTag, tags).unwrap().1.to_str().unwrap().to_owned()
        };
        assert_eq!(told(&few), few.join(","));
        let many: Vec<String> = (0..500).map(name).chain(["section:a".to_owned()]).collect();
        assert_eq!(told(&many), "section:a,lists");
        let coarse: Vec<String> = (0..500).map(|number| format!("section:{number:036}")).collect();
        assert_eq!(told(&coarse), "lists");
        assert!(cache_tag_header(CacheTagHeader::None, &few).is_none());
    }
}
