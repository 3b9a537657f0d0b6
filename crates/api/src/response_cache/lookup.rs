//! The way of an answer: from what is kept, from a reading that is on its way, or from one of its own; and when the
//! database is gone, from what was last known.

use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{AGE, HeaderName, HeaderValue, IF_NONE_MATCH};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use futures_util::FutureExt;

use crate::delivery::read_source::ReadSource;
use crate::delivery::{Delivery, changes, changes_sse};
use crate::http::cache_key;
use crate::http::response::Response;
use crate::preview::PreviewContext;
use crate::problem::{Problem, ProblemKind};
use crate::response_cache::database_health::{Outage, OutageReason};
use crate::response_cache::storage::{Cache, CachedResponse};

const CACHE_STATUS: HeaderName = HeaderName::from_static("cache-status");

/// What is asked for.
pub(crate) struct LookupRequest {
    /// What distinguishes the answer from all others, in one spelling.
    pub(crate) key: String,
    /// An act that the answer must know of.
    pub(crate) min_sequence: Option<i64>,
}

/// What may be done with an answer that is kept.
enum Lookup {
    /// It is what readers are to see.
    Fresh,
    /// It is what was last known.
    Stale(Outage),
    /// It is to be read again.
    Miss,
}

/// How an answer came about (RFC 9211).
enum CacheStatus {
    Hit,
    Miss,
    Collapsed,
    Stale(Stale),
}

/// That nobody could confirm an answer.
struct Stale {
    /// It was kept, and not read just now from a replica.
    from_cache: bool,
    age: Duration,
    reason: Option<OutageReason>,
}

impl Delivery {
    /// The answer that is at hand for a request whose key is written exactly as answers are kept by. It costs a
    /// look into a table, and nothing is parsed.
    pub(crate) fn try_cached(&self, request: &HttpRequest) -> Option<HttpResponse> {
        let cache = self.cache.as_ref()?;
        let key = request.uri().path_and_query()?.as_str();
        if key.starts_with(changes::PATH) && changes_sse::is_wanted(request) {
            return None;
        }
        let kept = cache.get(key)?;
        match self.lookup(&kept) {
            // Neither compressing nor asking the database is done here.
            _ if !kept.finished.is_precompressed_for(request) => None,
            // Who knows another state may know a newer one.
            Lookup::Fresh if is_conditional(request) && kept.finished.is_modified_for(request) => None,
            Lookup::Fresh => Some(cache.serve(key, &kept, request, &CacheStatus::Hit)),
            Lookup::Stale(lost) => Some(cache.serve(key, &kept, request, &CacheStatus::Stale(stale(lost)))),
            Lookup::Miss => None,
        }
    }

    /// Answers a request: from what is kept, else by reading.
    pub(crate) async fn respond<W>(
        &self,
        request: &HttpRequest,
        asked: LookupRequest,
        read: impl FnOnce(ReadSource) -> W,
    ) -> Result<HttpResponse, Problem>
    where
        W: Future<Output = Result<Response, Problem>> + Send + 'static,
    {
        let LookupRequest { key, min_sequence } = asked;
        self.require_sequence(min_sequence).await?;
        let preview = request.extensions().get::<PreviewContext>().cloned();
        let is_public = preview.is_none();
        let reading = read(ReadSource { delivery: self.clone(), preview });
        match &self.cache {
            Some(cache) if is_public => self.respond_cached(cache, request, &key, reading).await,
            // What cannot be confirmed could not be marked here.
            None if is_public && self.database_health.outage().is_some() => Err(unavailable()),
            _ => Ok(reading.await?.respond_to(request).await),
        }
    }

    /// Waits until an act is known that an answer must know of.
    pub(crate) async fn require_sequence(&self, min_sequence: Option<i64>) -> Result<(), Problem> {
        match min_sequence {
            Some(sequence) if !self.wait_for_sequence(sequence).await => {
                Err(behind(sequence, self.validity.last_seen_sequence()))
            }
            _ => Ok(()),
        }
    }

    async fn respond_cached(
        &self,
        cache: &Arc<Cache>,
        request: &HttpRequest,
        key: &str,
        reading: impl Future<Output = Result<Response, Problem>> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let known = cache.get(key);
        if let Some(kept) = &known {
            kept.finished.precompress(request).await;
            if is_conditional(request)
                && kept.finished.is_modified_for(request)
                && self.database_health.outage().is_none()
            {
                // Whatever comes of it is seen below.
                let _looked = self.sync().await;
            }
            match self.lookup(kept) {
                Lookup::Fresh => return Ok(cache.serve(key, kept, request, &CacheStatus::Hit)),
                Lookup::Stale(lost) => {
                    return Ok(cache.serve(key, kept, request, &CacheStatus::Stale(stale(lost))));
                }
                Lookup::Miss => {}
            }
        }
        if self.database_health.outage().is_some() && !self.store.has_replica() {
            return Err(unavailable());
        }
        match self.read_single_flight(cache, key, reading).await {
            Ok((kept, way)) => {
                kept.finished.precompress(request).await;
                // From a replica, which may be cut off together with this server.
                let way = match self.database_health.outage() {
                    Some(_) if !self.may_serve_stale(&kept) => return Err(unavailable()),
                    Some(lost) => CacheStatus::Stale(Stale { from_cache: false, ..stale(lost) }),
                    None => way,
                };
                Ok(cache.serve(key, &kept, request, &way))
            }
            Err(problem) => {
                match known
                    .filter(|kept| problem.kind == ProblemKind::Unavailable && self.may_serve_stale(kept))
                {
                    Some(kept) => {
                        let reason = self.database_health.outage().map(|lost| lost.reason);
                        let stale = Stale { from_cache: true, age: kept.made.elapsed(), reason };
                        Ok(cache.serve(key, &kept, request, &CacheStatus::Stale(stale)))
                    }
                    None => Err(problem),
                }
            }
        }
    }

    /// Reads, together with all who want the same meanwhile. What was read before an act that is known of by now is not
    /// good enough for whoever came later; what began after they came always is.
    async fn read_single_flight(
        &self,
        cache: &Arc<Cache>,
        key: &str,
        reading: impl Future<Output = Result<Response, Problem>> + Send + 'static,
    ) -> Result<(Arc<CachedResponse>, CacheStatus), Problem> {
        let mut reading = Some(reading);
        let mut began_before = true;
        loop {
            let (flight, is_mine) = cache.single_flight(key, || {
                let reading = reading.take();
                let (delivery, key) = (self.clone(), key.to_owned());
                async move { delivery.read_and_insert(&key, reading).await.map_err(Arc::new) }.boxed()
            });
            let kept = flight.await.map_err(|problem| problem.clone_without_source())?;
            if is_mine || !began_before || self.validity.is_fresh(&kept.dependencies) {
                return Ok((kept, if is_mine { CacheStatus::Miss } else { CacheStatus::Collapsed }));
            }
            began_before = false;
        }
    }

    async fn read_and_insert(
        &self,
        key: &str,
        reading: Option<impl Future<Output = Result<Response, Problem>> + Send + 'static>,
    ) -> Result<Arc<CachedResponse>, Problem> {
        // Before anything is read: the answer knows of all these acts, and perhaps of later ones.
        let (version, path) = (self.validity.version(), cache_key::path(key));
        let answer = match self.with_outage_detection(reading.ok_or_else(unavailable)?).await {
            Ok(answer) => answer,
            Err(_) if self.database_health.outage().is_some() => return Err(unavailable()),
            Err(problem) if matches!(problem.kind, ProblemKind::NotFound | ProblemKind::Gone) => {
                Response::refusal(&problem, path)
            }
            Err(problem) => {
                problem.log(path, "");
                return Err(problem);
            }
        };
        let kept = Arc::new(CachedResponse::new(answer, version, self.cache_tag_header));
        if let Some(cache) = &self.cache {
            cache.insert(key, kept.clone());
            // What was taken down meanwhile was swept out before this was swept in.
            if !self.validity.is_fresh(&kept.dependencies) {
                cache.evict(key, &kept);
            }
        }
        Ok(kept)
    }

    /// Waits for a reading, but not when the database is gone: one that takes long makes sure that it answers at all.
    /// While it is known to be gone, only a replica is read, which does not take long.
    pub(crate) async fn with_outage_detection<T>(
        &self,
        reading: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        if self.database_health.outage().is_some() {
            return reading.await;
        }
        let doubt = async {
            tokio::time::sleep(self.timeouts.probe_after).await;
            let _looked = self.sync().await;
            std::future::pending::<()>().await;
        };
        let read = tokio::select! {
            biased;
            read = reading => read,
            () = self.database_health.wait_for_outage() => Err(unavailable()),
            () = doubt => Err(unavailable()),
        };
        if read.as_ref().is_err_and(|problem| problem.kind == ProblemKind::Unavailable)
            && self.database_health.outage().is_none()
        {
            // So that the next ones need not find out for themselves.
            let _looked = self.sync().await;
        }
        read
    }

    fn lookup(&self, kept: &CachedResponse) -> Lookup {
        if let Some(lost) = self.database_health.outage() {
            return if self.may_serve_stale(kept) { Lookup::Stale(lost) } else { Lookup::Miss };
        }
        if self.validity.is_fresh(&kept.dependencies) && !kept.has_ended() {
            Lookup::Fresh
        } else {
            Lookup::Miss
        }
    }

    /// Whether it may be given although it cannot be confirmed.
    fn may_serve_stale(&self, kept: &CachedResponse) -> bool {
        let lost = self.database_health.outage();
        let is_too_long =
            lost.is_some_and(|Outage { reason, since }| since.elapsed() > self.stale_ttl.for_outage(reason));
        !kept.has_ended()
            && !is_too_long
            && self.validity.is_current_epoch(&kept.dependencies)
            && !self.validity.predates_own_act(&kept.dependencies)
    }
}

fn is_conditional(request: &HttpRequest) -> bool {
    request.headers().contains_key(IF_NONE_MATCH)
}

fn stale(Outage { reason, since }: Outage) -> Stale {
    Stale { from_cache: true, age: since.elapsed(), reason: Some(reason) }
}

impl Cache {
    /// Gives an answer that is kept, and counts what was made for that.
    fn serve(
        &self,
        key: &str,
        kept: &Arc<CachedResponse>,
        request: &HttpRequest,
        way: &CacheStatus,
    ) -> HttpResponse {
        let answer = to_http_response(kept, request, way);
        self.update_size(key, kept);
        answer
    }
}

fn to_http_response(kept: &CachedResponse, request: &HttpRequest, way: &CacheStatus) -> HttpResponse {
    let mut answer = kept.finished.respond_to(request);
    let status = match way {
        CacheStatus::Hit => kept.hit.clone(),
        CacheStatus::Miss => HeaderValue::from_static("masthead; fwd=miss; stored"),
        CacheStatus::Collapsed => HeaderValue::from_static("masthead; fwd=miss; collapsed"),
        CacheStatus::Stale(Stale { from_cache, age, reason }) => {
            let detail = match reason {
                Some(OutageReason::Refused) => "database-down",
                Some(OutageReason::Timeout) => "database-silent",
                None => "reading-failed",
            };
            let seconds = age.as_secs();
            answer.headers_mut().insert(AGE, HeaderValue::from(seconds));
            let from = if *from_cache { "hit; ttl=-" } else { "fwd=miss; stored; ttl=-" };
            let status = format!("masthead; {from}{seconds}; detail=\"{detail}\"");
            HeaderValue::from_str(&status).unwrap_or_else(|_| kept.hit.clone())
        }
    };
    answer.headers_mut().insert(CACHE_STATUS, status);
    answer
}

fn behind(sequence: i64, applied: i64) -> Problem {
    let detail = format!("Here everything up to act {applied} is known, and not yet act {sequence}.");
    Problem::new(ProblemKind::Behind, detail).retry_after(1)
}

pub(crate) fn unavailable() -> Problem {
    Problem::new(
        ProblemKind::Unavailable,
        "The database cannot be asked now, and this answer is not kept here.",
    )
    .retry_after(1)
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::ACCEPT_ENCODING;
    use actix_web::test::TestRequest;

    use super::*;
    use crate::delivery::CacheTagHeader;
    use crate::response_cache::validity::Validity;

    #[test]
    fn what_is_made_to_be_given_is_counted_at_once() {
        let cache = Cache::new(1 << 20).unwrap();
        let version = Validity::default().version();
        let kept = Arc::new(CachedResponse::new(
            Response::live("words ".repeat(1_000), vec![]),
            version,
            CacheTagHeader::None,
        ));
        cache.insert("a", kept.clone());
        for coding in ["br", "zstd", "gzip"] {
            let before = cache.bytes();
            let request = TestRequest::default().insert_header((ACCEPT_ENCODING, coding)).to_http_request();
            cache.serve("a", &kept, &request, &CacheStatus::Hit);
            assert!(cache.bytes() > before, "{coding}");
        }
    }
}
