//! Answers that are kept: bounded by bytes, one reading for all who ask for the same at once. What is asked for once does
//! not push out what is asked for all the time (quick_cache: Clock-PRO). Not here: which answers are true (`freshness`).

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

use crate::delivery::CacheTagHeader;
use crate::http::cache_key;
use crate::http::middleware::panicked;
use crate::http::prepared_response::PreparedResponse;
use crate::http::response::Response;
use crate::problem::Problem;
use crate::response_cache::validity::{Dependencies, ReadVersion, TagHash};

/// An answer that is kept.
pub(crate) struct CachedResponse {
    pub(crate) finished: Arc<PreparedResponse>,
    pub(crate) dependencies: Dependencies,
    /// When it was made.
    pub(crate) made: Instant,
    /// How long it is good for, whatever is heard: what is not there may be there soon.
    ends_after: Option<Duration>,
    /// What `Cache-Status` says of it while it is fresh.
    pub(crate) hit: HeaderValue,
    /// How many bytes were last counted for it.
    counted: AtomicUsize,
}

/// What is kept, by key.
pub(crate) struct Cache {
    answers: quick_cache::sync::Cache<String, Entry, Bytes>,
    flights: Mutex<Flights>,
    number: AtomicU64,
}

/// A reading that is on its way.
pub(crate) type InFlight = Shared<Reading>;
/// What is on its way, by key, with a number of its own.
type Flights = HashMap<Box<str>, (u64, WeakShared<Reading>)>;
type Reading = BoxFuture<'static, Result<Arc<CachedResponse>, Arc<Problem>>>;

#[derive(Clone)]
struct Entry {
    kept: Arc<CachedResponse>,
    /// What was counted for it.
    weight: usize,
}

#[derive(Clone)]
struct Bytes;

impl Weighter<String, Entry> for Bytes {
    fn weight(&self, key: &String, entry: &Entry) -> u64 {
        let bytes = PER_ENTRY + key.len() + entry.weight;
        u64::try_from(bytes + bytes / UNUSED).unwrap_or(u64::MAX)
    }
}

/// What an entry takes besides its answer, nearly: its place in the table, and that of its key.
const PER_ENTRY: usize = 160;

/// One in so many bytes lies unused between those that are: where answers of all sizes come and go, the allocator holds
/// more than it gave. In `make bench`, 224 MiB more of answers, as they were counted without this, took 244 MiB.
const UNUSED: usize = 12;

/// What an answer takes on average, for the size of the table.
const ORDINARY: u64 = 8 << 10;

impl Cache {
    /// One that holds at most so many bytes.
    pub(crate) fn new(max_bytes: u64) -> Option<Self> {
        let items = usize::try_from(max_bytes / ORDINARY).ok()?.max(16);
        let options =
            OptionsBuilder::new().estimated_items_capacity(items).weight_capacity(max_bytes).build().ok()?;
        let answers = quick_cache::sync::Cache::with_options(
            options,
            Bytes,
            DefaultHashBuilder::default(),
            DefaultLifecycle::default(),
        );
        Some(Self { answers, flights: Mutex::default(), number: AtomicU64::new(0) })
    }

    /// The answer that is kept for an key.
    pub(crate) fn get(&self, key: &str) -> Option<Arc<CachedResponse>> {
        self.answers.get(key).map(|Entry { kept, weight: _ }| kept)
    }

    /// Counts what an answer takes by now, once it was given: a compressed form may have been made for that. It is counted
    /// where it still stands: meanwhile a newer one may have come in its place, or none, because it was taken down.
    pub(crate) fn update_size(&self, key: &str, this: &Arc<CachedResponse>) {
        let size = this.size();
        if this.counted.swap(size, Ordering::Relaxed) == size {
            return;
        }
        let _entry = self.answers.entry(key, Some(Duration::ZERO), |_, entry| {
            if Arc::ptr_eq(&entry.kept, this) {
                entry.weight = this.size();
            }
            EntryAction::Retain(())
        });
    }

    /// Keeps an answer, instead of the one before.
    pub(crate) fn insert(&self, key: &str, kept: Arc<CachedResponse>) {
        let weight = kept.counted.load(Ordering::Relaxed);
        self.answers.insert(key.into(), Entry { kept, weight });
    }

    /// Forgets an answer, if it is this one.
    pub(crate) fn evict(&self, key: &str, this: &Arc<CachedResponse>) {
        self.answers.remove_if(key, |entry| Arc::ptr_eq(&entry.kept, this));
    }

    /// Forgets every answer that depends on any of these tags.
    pub(crate) fn evict_tagged(&self, tags: &[TagHash]) {
        self.answers.retain(|_, entry| !entry.kept.dependencies.depends_on(tags));
    }

    /// Whether nothing is kept.
    pub(crate) fn is_empty(&self) -> bool {
        self.answers.is_empty()
    }

    /// How many bytes are kept, as they are counted.
    #[cfg(test)]
    pub(crate) fn bytes(&self) -> u64 {
        self.answers.weight()
    }

    /// Everything that is kept, with its addresses.
    pub(crate) fn all(&self) -> impl Iterator<Item = (String, Arc<CachedResponse>)> {
        self.answers.iter().map(|(key, Entry { kept, weight: _ })| (key, kept))
    }

    /// Forgets everything.
    pub(crate) fn clear(&self) {
        self.answers.clear();
    }

    /// The reading for an key that is on its way, or else one that begins now; and whether it began now. It goes on
    /// for as long as anybody waits for it.
    pub(crate) fn single_flight(
        self: &Arc<Self>,
        key: &str,
        begin: impl FnOnce() -> Reading,
    ) -> (InFlight, bool) {
        let mut flights = self.flights.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(flight) = flights.get(key).and_then(|(_, flight)| flight.upgrade()) {
            return (flight, false);
        }
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let landing = InFlightGuard { cache: self.clone(), key: key.into(), number };
        let reading = AssertUnwindSafe(begin()).catch_unwind();
        let flight = async move {
            let landing = landing;
            // A panic inside of a shared future would leave those waiting who did not poll it.
            reading.await.unwrap_or_else(|panic| {
                let problem = panicked(panic.as_ref());
                problem.log(cache_key::path(&landing.key), "");
                Err(Arc::new(problem))
            })
        };
        let flight = flight.boxed().shared();
        if let Some(weak) = flight.downgrade() {
            flights.insert(key.into(), (number, weak));
        }
        (flight, true)
    }
}

/// What a cache in front is told. Of more than fits, the coarser part: what lists anything is touched by every act.
fn tagged(header: CacheTagHeader, tags: &[String]) -> Option<(HeaderName, HeaderValue)> {
    let (name, between) = match header {
        CacheTagHeader::None => return None,
        CacheTagHeader::SurrogateKey => ("surrogate-key", " "),
        CacheTagHeader::CacheTag => ("cache-tag", ","),
    };
    let mut value = tags.join(between);
    if value.len() > LONGEST_HEADER {
        let coarse = tags.iter().map(String::as_str).filter(|tag| !tag.starts_with("article:"));
        value = coarse.chain([store::cache_tags::LISTS]).collect::<Vec<_>>().join(between);
    }
    if value.len() > LONGEST_HEADER {
        value = store::cache_tags::LISTS.to_owned();
    }
    Some((HeaderName::from_static(name), HeaderValue::from_str(&value).ok()?))
}

/// In bytes: what caches take at least (HC-13).
const LONGEST_HEADER: usize = 8 << 10;

/// Takes a reading off the list when it ended, or when nobody waits for it any more.
struct InFlightGuard {
    cache: Arc<Cache>,
    key: Box<str>,
    number: u64,
}

impl Drop for InFlightGuard {
    fn drop(&mut self) {
        let mut flights = self.cache.flights.lock().unwrap_or_else(PoisonError::into_inner);
        if flights.get(&self.key).is_some_and(|(number, _)| *number == self.number) {
            flights.remove(&self.key);
        }
    }
}

impl CachedResponse {
    /// An answer that was read when everything in `version` was there to be seen.
    pub(crate) fn new(answer: Response, version: ReadVersion, header: CacheTagHeader) -> Self {
        let said = tagged(header, &answer.tags);
        let dependencies = Dependencies::new(version, &answer.tags);
        let lifetime = answer.policy.shared_lifetime();
        let ends_after = answer.policy.ends_after();
        let hit = format!("masthead; hit; ttl={}", lifetime.as_secs());
        let hit = HeaderValue::from_str(&hit).unwrap_or_else(|_| HeaderValue::from_static("masthead; hit"));
        let finished = answer.finished();
        let finished = match said {
            Some((name, value)) => finished.with_header(name, value),
            None => finished,
        };
        let counted = AtomicUsize::new(finished.size() + dependencies.size());
        Self { finished: Arc::new(finished), dependencies, made: Instant::now(), ends_after, hit, counted }
    }

    /// Whether its time is over, whatever else is known.
    pub(crate) fn has_ended(&self) -> bool {
        self.ends_after.is_some_and(|end| self.made.elapsed() >= end)
    }

    /// Whether its time will be over by itself.
    pub(crate) fn ends(&self) -> bool {
        self.ends_after.is_some()
    }

    fn size(&self) -> usize {
        self.finished.size() + self.dependencies.size()
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::ACCEPT_ENCODING;
    use actix_web::test::TestRequest;

    use super::*;
    use crate::problem::ProblemKind;
    use crate::response_cache::validity::Validity;

    fn kept(tags: &[&str]) -> Arc<CachedResponse> {
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

    fn compressed(kept: &CachedResponse) {
        kept.finished
            .respond_to(&TestRequest::default().insert_header((ACCEPT_ENCODING, "gzip")).to_http_request());
    }

    #[test]
    fn what_was_made_since_is_counted() {
        let cache = Cache::new(1 << 20).unwrap();
        cache.insert("a", kept(&[]));
        let before = cache.bytes();
        let kept = cache.get("a").unwrap();
        compressed(&kept);
        cache.update_size("a", &kept);
        let size = PER_ENTRY + "a".len() + kept.size();
        assert!(cache.bytes() > before);
        assert_eq!(cache.bytes(), u64::try_from(size + size / UNUSED).unwrap());
    }

    #[test]
    fn counting_brings_nothing_back() {
        let cache = Cache::new(1 << 20).unwrap();
        let (old, new) = (kept(&["a"]), kept(&["a"]));
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
        let cache = Arc::new(Cache::new(1 << 20).unwrap());
        let fails = || -> Reading {
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
        assert!(cache.flights.lock().unwrap().is_empty());
        let (next, is_next) = cache.single_flight("a", || async { Ok(kept(&[])) }.boxed());
        assert!(is_next && next.await.is_ok());
    }

    #[test]
    fn a_cache_in_front_is_told_no_more_than_fits() {
        let name = |number: usize| format!("article:{number:036}");
        let few: Vec<String> = (0..10).map(name).collect();
        let told =
            |tags: &[String]| tagged(CacheTagHeader::CacheTag, tags).unwrap().1.to_str().unwrap().to_owned();
        assert_eq!(told(&few), few.join(","));
        let many: Vec<String> = (0..500).map(name).chain(["section:a".to_owned()]).collect();
        assert_eq!(told(&many), "section:a,lists");
        let coarse: Vec<String> = (0..500).map(|number| format!("section:{number:036}")).collect();
        assert_eq!(told(&coarse), "lists");
        assert!(tagged(CacheTagHeader::None, &few).is_none());
    }
}
