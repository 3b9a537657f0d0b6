//! Lookup: serves a request from the cache if the entry is valid, joins a read that is in flight, or reads. During an outage
//! of the database it serves stale entries.

use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{AGE, HeaderName, HeaderValue, IF_NONE_MATCH};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::FutureExt;

use crate::http::cache_key;
use crate::http::response::Response;
use crate::problem::{Problem, ProblemKind};
use crate::response_cache::ResponseCache;
use crate::response_cache::change_listener::ChangeListener;
use crate::response_cache::database_health::{Outage, OutageReason};
use crate::response_cache::storage::{CachedResponse, Storage};
use crate::response_cache::validity::ReadVersion;

pub(super) const CACHE_STATUS: HeaderName = HeaderName::from_static("cache-status");

/// What a handler asks the cache for.
pub(crate) struct LookupRequest {
    /// The cache key: the canonical form of path and query.
    pub(crate) key: String,
    /// The sequence of an act that the response must include.
    pub(crate) min_sequence: Option<i64>,
}

/// Where a response comes from, for the `Cache-Status` header (RFC 9211).
enum CacheStatus {
    Hit,
    Miss,
    Collapsed,
    Stale(StaleStatus),
}

struct StaleStatus {
    /// False if it was just read from a replica.
    from_cache: bool,
    age: Duration,
    reason: Option<OutageReason>,
}

impl ResponseCache {
    /// The cached response to a request whose URI is spelled exactly like the cache key, if it can be served without waiting.
    /// This is a table lookup without any parsing.
    pub(crate) fn try_cached(&self, request: &HttpRequest) -> Option<HttpResponse> {
        let storage = self.storage.as_ref()?;
        let key = request.uri().path_and_query()?.as_str();
        let cached = storage.get(key)?;
        // Compressing and syncing take too long for this path.
        if !cached.prepared.is_ready_for(request) || self.must_sync(&cached, request) {
            return None;
        }
        self.serve_cached(storage, key, &cached, request)
    }

    /// Responds from the cache, or else by reading.
    ///
    /// # Errors
    /// Those of the read, and 503 if the database is unavailable and nothing may be served as stale.
    pub(crate) async fn respond(
        self: &Arc<Self>,
        changes: &Arc<ChangeListener>,
        request: &HttpRequest,
        key: &str,
        reading: impl Future<Output = Result<Response, Problem>> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let Some(storage) = &self.storage else {
            // Without a cache there is no stale copy to fall back to, so the request fails.
            if self.database_health.outage().is_some() {
                return Err(Problem::unavailable());
            }
            return Ok(reading.await?.respond_to(request).await);
        };
        let cached = storage.get(key);
        if let Some(cached) = &cached {
            cached.prepared.precompress(request).await;
            if self.must_sync(cached, request) {
                // The result is ignored on purpose: `serve_cached` reads the state again.
                let _synced = changes.sync().await;
            }
            if let Some(response) = self.serve_cached(storage, key, cached, request) {
                return Ok(response);
            }
        }
        if self.database_health.outage().is_some() && !changes.has_replica() {
            return Err(Problem::unavailable());
        }
        match self.read_single_flight(changes, key, reading).await {
            Ok((read, status)) => {
                read.prepared.precompress(request).await;
                // In an outage this was read from a replica, which may lag behind.
                let status = match self.database_health.outage() {
                    Some(_) if !self.may_serve_stale(&read) => return Err(Problem::unavailable()),
                    Some(outage) => {
                        CacheStatus::Stale(StaleStatus { from_cache: false, ..StaleStatus::new(outage) })
                    }
                    None => status,
                };
                Ok(storage.serve(key, &read, request, &status))
            }
            Err(problem) => {
                let is_unavailable = problem.kind == ProblemKind::Unavailable;
                let usable = cached.filter(|cached| is_unavailable && self.may_serve_stale(cached));
                let stale = usable.ok_or(problem)?;
                Ok(storage.serve(key, &stale, request, &self.stale_after_failed_read(&stale)))
            }
        }
    }

    /// Whether the client has another version than the cache, perhaps a newer one from another instance.
    fn must_sync(&self, cached: &CachedResponse, request: &HttpRequest) -> bool {
        request.headers().contains_key(IF_NONE_MATCH)
            && cached.prepared.is_modified_for(request)
            && self.database_health.outage().is_none()
    }

    /// Serves a cached response if it is valid, or if the database is unavailable and it may be served as stale.
    fn serve_cached(
        &self,
        storage: &Storage,
        key: &str,
        cached: &Arc<CachedResponse>,
        request: &HttpRequest,
    ) -> Option<HttpResponse> {
        let status = match self.database_health.outage() {
            Some(outage) if self.may_serve_stale(cached) => CacheStatus::Stale(StaleStatus::new(outage)),
            None if self.validity.is_fresh(&cached.dependencies) && !cached.is_expired() => CacheStatus::Hit,
            Some(_) | None => return None,
        };
        Some(storage.serve(key, cached, request, &status))
    }

    fn stale_after_failed_read(&self, cached: &CachedResponse) -> CacheStatus {
        let reason = self.database_health.outage().map(|outage| outage.reason);
        CacheStatus::Stale(StaleStatus { from_cache: true, age: cached.created.elapsed(), reason })
    }

    /// Joins the read of this key that is in flight, or starts one. A read that began before this request may be older than an
    /// act seen meanwhile: then its result is not used, and the loop reads once more. The second read began later than the
    /// request, so its result is always new enough.
    async fn read_single_flight(
        self: &Arc<Self>,
        changes: &Arc<ChangeListener>,
        key: &str,
        reading: impl Future<Output = Result<Response, Problem>> + Send + 'static,
    ) -> Result<(Arc<CachedResponse>, CacheStatus), Problem> {
        let mut reading = Some(reading);
        let mut began_before = true;
        loop {
            let (in_flight, is_own) = self.single_flight.join(key, || {
                let reading = reading.take();
                let (cache, changes, key) = (self.clone(), changes.clone(), key.to_owned());
                async move { cache.read_and_insert(&changes, &key, reading).await.map_err(Arc::new) }.boxed()
            });
            let read = in_flight.await.map_err(|problem| problem.clone_without_source())?;
            if is_own || !began_before || self.validity.is_fresh(&read.dependencies) {
                return Ok((read, if is_own { CacheStatus::Miss } else { CacheStatus::Collapsed }));
            }
            began_before = false;
        }
    }

    async fn read_and_insert(
        &self,
        changes: &ChangeListener,
        key: &str,
        reading: Option<impl Future<Output = Result<Response, Problem>> + Send + 'static>,
    ) -> Result<Arc<CachedResponse>, Problem> {
        // Take the version before reading: the response includes all of these acts, and perhaps later ones.
        let (version, path) = (self.validity.version(), cache_key::path(key));
        let response = match changes.with_outage_detection(reading.ok_or_else(Problem::unavailable)?).await {
            Ok(response) => response,
            Err(_) if self.database_health.outage().is_some() => return Err(Problem::unavailable()),
            Err(problem) if matches!(problem.kind, ProblemKind::NotFound | ProblemKind::Gone) => {
                Response::from_problem(&problem, path)
            }
            Err(problem) => {
                problem.log(path, "");
                return Err(problem);
            }
        };
        Ok(self.insert(key, response, version))
    }

    /// Caches a response that was read at a version.
    pub(super) fn insert(&self, key: &str, response: Response, version: ReadVersion) -> Arc<CachedResponse> {
        let cached = Arc::new(CachedResponse::new(response, version, self.cache_tag_header));
        if let Some(storage) = &self.storage {
            storage.insert(key, cached.clone());
            // A takedown that was applied during the read has evicted its entries before this insert, so evict it here.
            if !self.validity.is_fresh(&cached.dependencies) {
                storage.evict(key, &cached);
            }
        }
        cached
    }

    /// Whether a response may be served although it cannot be confirmed: not after its TTL in this outage, not from before a
    /// restore, and not if an act of this instance itself has invalidated it.
    fn may_serve_stale(&self, cached: &CachedResponse) -> bool {
        let is_too_old = self
            .database_health
            .outage()
            .is_some_and(|Outage { reason, since }| since.elapsed() > self.stale_ttl.for_outage(reason));
        !cached.is_expired()
            && !is_too_old
            && self.validity.is_current_epoch(&cached.dependencies)
            && !self.validity.predates_own_act(&cached.dependencies)
    }
}

impl StaleStatus {
    fn new(Outage { reason, since }: Outage) -> Self {
        Self { from_cache: true, age: since.elapsed(), reason: Some(reason) }
    }
}

impl Storage {
    /// Serves a cached response, and updates its size: serving may have compressed it.
    fn serve(
        &self,
        key: &str,
        cached: &Arc<CachedResponse>,
        request: &HttpRequest,
        status: &CacheStatus,
    ) -> HttpResponse {
        let response = to_http_response(cached, request, status);
        self.update_size(key, cached);
        response
    }
}

fn to_http_response(cached: &CachedResponse, request: &HttpRequest, status: &CacheStatus) -> HttpResponse {
    let mut response = cached.prepared.respond_to(request);
    let status = match status {
        CacheStatus::Hit => cached.hit_status.clone(),
        CacheStatus::Miss => HeaderValue::from_static("masthead; fwd=miss; stored"),
        CacheStatus::Collapsed => HeaderValue::from_static("masthead; fwd=miss; collapsed"),
        CacheStatus::Stale(StaleStatus { from_cache, age, reason }) => {
            let detail = match reason {
                Some(OutageReason::Refused) => "database-down",
                Some(OutageReason::Timeout) => "database-silent",
                None => "reading-failed",
            };
            let seconds = age.as_secs();
            response.headers_mut().insert(AGE, HeaderValue::from(seconds));
            let from = if *from_cache { "hit; ttl=-" } else { "fwd=miss; stored; ttl=-" };
            let status = format!("masthead; {from}{seconds}; detail=\"{detail}\"");
            HeaderValue::from_str(&status).unwrap_or_else(|_| cached.hit_status.clone())
        }
    };
    response.headers_mut().insert(CACHE_STATUS, status);
    response
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::ACCEPT_ENCODING;
    use actix_web::test::TestRequest;
    use chrono::DateTime;
    use store::operations::act_log::{LastAct, LoggedAct};
    use uuid::Uuid;

    use super::*;
    use crate::config::{CacheTagHeader, DeliveryConfig};
    use crate::response_cache::database_health::DatabaseHealth;
    use crate::response_cache::validity::Validity;

    #[test]
    fn compressing_while_serving_updates_the_size() {
        let cache = Storage::new(1 << 20).unwrap();
        let version = Validity::default().version();
        let response = Response::live("words ".repeat(1_000), vec![]);
        let cached = Arc::new(CachedResponse::new(response, version, CacheTagHeader::None));
        cache.insert("a", cached.clone());
        for coding in ["br", "zstd", "gzip"] {
            let before = cache.bytes();
            let request = TestRequest::default().insert_header((ACCEPT_ENCODING, coding)).to_http_request();
            cache.serve("a", &cached, &request, &CacheStatus::Hit);
            assert!(cache.bytes() > before, "{coding}");
        }
    }

    #[test]
    fn a_response_read_before_a_takedown_is_not_cached_after_it() {
        let config = DeliveryConfig::default();
        let health = Arc::new(DatabaseHealth::new(config.timeouts));
        let cache = ResponseCache::new(config, 4, health);
        let response = || Response::live("text".to_owned(), vec!["article:a".to_owned()]);
        let before = cache.validity.version();
        let acts = [LoggedAct {
            sequence: 5,
            at: DateTime::UNIX_EPOCH,
            is_takedown: true,
            tags: vec!["article:a".to_owned()],
        }];
        cache.validity.record(&acts);
        cache.evict_taken_down(&acts, &LastAct { epoch: Uuid::nil(), sequence: 5, at: None });
        let storage = cache.storage.as_ref().unwrap();
        cache.insert("/v1/articles/a", response(), before);
        assert!(storage.get("/v1/articles/a").is_none(), "it would be served as stale in an outage");
        cache.insert("/v1/articles/a", response(), cache.validity.version());
        assert!(storage.get("/v1/articles/a").is_some());
    }
}
