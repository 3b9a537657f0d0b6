//! The way of an answer: from what is kept, from a reading that is on its way, or from one of its own; and when the
//! database is gone, from what was last known.

use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{AGE, HeaderName, HeaderValue, IF_NONE_MATCH};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use futures_util::FutureExt;

use crate::delivery::read_source::Reader;
use crate::delivery::{Delivery, changes, changes_sse};
use crate::http::cache_key;
use crate::http::response::Answer;
use crate::preview::Previewing;
use crate::problem::{Problem, ProblemKind};
use crate::response_cache::database_health::{Lost, Reason};
use crate::response_cache::storage::{Cache, Kept};

const CACHE_STATUS: HeaderName = HeaderName::from_static("cache-status");

/// What is asked for.
pub(crate) struct Asked {
    /// What distinguishes the answer from all others, in one spelling.
    pub(crate) address: String,
    /// An act that the answer must know of.
    pub(crate) at_least: Option<i64>,
}

/// What may be done with an answer that is kept.
enum Standing {
    /// It is what readers are to see.
    Fresh,
    /// It is what was last known.
    LastKnown(Lost),
    /// It is to be read again.
    Old,
}

/// How an answer came about (RFC 9211).
enum Way {
    Hit,
    Miss,
    Collapsed,
    Stale(Stale),
}

/// That nobody could confirm an answer.
struct Stale {
    /// It was kept, and not read just now from a replica.
    was_kept: bool,
    age: Duration,
    reason: Option<Reason>,
}

impl Delivery {
    /// The answer that is at hand for a request whose address is written exactly as answers are kept by. It costs a
    /// look into a table, and nothing is parsed.
    pub(crate) fn at_hand(&self, request: &HttpRequest) -> Option<HttpResponse> {
        let cache = self.cache.as_ref()?;
        let address = request.uri().path_and_query()?.as_str();
        if address.starts_with(changes::PATH) && changes_sse::is_wanted(request) {
            return None;
        }
        let kept = cache.get(address)?;
        match self.standing(&kept) {
            // Neither compressing nor asking the database is done here.
            _ if !kept.finished.is_ready_for(request) => None,
            // Who knows another state may know a newer one.
            Standing::Fresh if knows_some(request) && kept.finished.is_news_to(request) => None,
            Standing::Fresh => Some(cache.give(address, &kept, request, &Way::Hit)),
            Standing::LastKnown(lost) => Some(cache.give(address, &kept, request, &Way::Stale(stale(lost)))),
            Standing::Old => None,
        }
    }

    /// Answers a request: from what is kept, else by reading.
    pub(crate) async fn answer<W>(
        &self,
        request: &HttpRequest,
        asked: Asked,
        read: impl FnOnce(Reader) -> W,
    ) -> Result<HttpResponse, Problem>
    where
        W: Future<Output = Result<Answer, Problem>> + Send + 'static,
    {
        let Asked { address, at_least } = asked;
        self.must_know(at_least).await?;
        let previewing = request.extensions().get::<Previewing>().cloned();
        let is_public = previewing.is_none();
        let reading = read(Reader { delivery: self.clone(), previewing });
        match &self.cache {
            Some(cache) if is_public => self.answer_kept(cache, request, &address, reading).await,
            // What cannot be confirmed could not be marked here.
            None if is_public && self.contact.is_lost().is_some() => Err(unavailable()),
            _ => Ok(reading.await?.to(request).await),
        }
    }

    /// Waits until an act is known that an answer must know of.
    pub(crate) async fn must_know(&self, at_least: Option<i64>) -> Result<(), Problem> {
        match at_least {
            Some(sequence) if !self.reach(sequence).await => Err(behind(sequence, self.freshness.applied())),
            _ => Ok(()),
        }
    }

    async fn answer_kept(
        &self,
        cache: &Arc<Cache>,
        request: &HttpRequest,
        address: &str,
        reading: impl Future<Output = Result<Answer, Problem>> + Send + 'static,
    ) -> Result<HttpResponse, Problem> {
        let known = cache.get(address);
        if let Some(kept) = &known {
            kept.finished.ready_for(request).await;
            if knows_some(request) && kept.finished.is_news_to(request) && self.contact.is_lost().is_none() {
                // Whatever comes of it is seen below.
                let _looked = self.catch_up().await;
            }
            match self.standing(kept) {
                Standing::Fresh => return Ok(cache.give(address, kept, request, &Way::Hit)),
                Standing::LastKnown(lost) => {
                    return Ok(cache.give(address, kept, request, &Way::Stale(stale(lost))));
                }
                Standing::Old => {}
            }
        }
        if self.contact.is_lost().is_some() && !self.store.has_replica() {
            return Err(unavailable());
        }
        match self.read_shared(cache, address, reading).await {
            Ok((kept, way)) => {
                kept.finished.ready_for(request).await;
                // From a replica, which may be cut off together with this server.
                let way = match self.contact.is_lost() {
                    Some(_) if !self.may_be_last_known(&kept) => return Err(unavailable()),
                    Some(lost) => Way::Stale(Stale { was_kept: false, ..stale(lost) }),
                    None => way,
                };
                Ok(cache.give(address, &kept, request, &way))
            }
            Err(problem) => {
                match known
                    .filter(|kept| problem.kind == ProblemKind::Unavailable && self.may_be_last_known(kept))
                {
                    Some(kept) => {
                        let reason = self.contact.is_lost().map(|lost| lost.reason);
                        let stale = Stale { was_kept: true, age: kept.made.elapsed(), reason };
                        Ok(cache.give(address, &kept, request, &Way::Stale(stale)))
                    }
                    None => Err(problem),
                }
            }
        }
    }

    /// Reads, together with all who want the same meanwhile. What was read before an act that is known of by now is not
    /// good enough for whoever came later; what began after they came always is.
    async fn read_shared(
        &self,
        cache: &Arc<Cache>,
        address: &str,
        reading: impl Future<Output = Result<Answer, Problem>> + Send + 'static,
    ) -> Result<(Arc<Kept>, Way), Problem> {
        let mut reading = Some(reading);
        let mut began_before = true;
        loop {
            let (flight, is_mine) = cache.fly(address, || {
                let reading = reading.take();
                let (delivery, address) = (self.clone(), address.to_owned());
                async move { delivery.read_and_keep(&address, reading).await.map_err(Arc::new) }.boxed()
            });
            let kept = flight.await.map_err(|problem| problem.clone_without_source())?;
            if is_mine || !began_before || self.freshness.is_fresh(&kept.stamp) {
                return Ok((kept, if is_mine { Way::Miss } else { Way::Collapsed }));
            }
            began_before = false;
        }
    }

    async fn read_and_keep(
        &self,
        address: &str,
        reading: Option<impl Future<Output = Result<Answer, Problem>> + Send + 'static>,
    ) -> Result<Arc<Kept>, Problem> {
        // Before anything is read: the answer knows of all these acts, and perhaps of later ones.
        let (version, path) = (self.freshness.version(), cache_key::path(address));
        let answer = match self.patiently(reading.ok_or_else(unavailable)?).await {
            Ok(answer) => answer,
            Err(_) if self.contact.is_lost().is_some() => return Err(unavailable()),
            Err(problem) if matches!(problem.kind, ProblemKind::NotFound | ProblemKind::Gone) => {
                Answer::refusal(&problem, path)
            }
            Err(problem) => {
                problem.log(path, "");
                return Err(problem);
            }
        };
        let kept = Arc::new(Kept::new(answer, version, self.tags));
        if let Some(cache) = &self.cache {
            cache.keep(address, kept.clone());
            // What was taken down meanwhile was swept out before this was swept in.
            if !self.freshness.is_fresh(&kept.stamp) {
                cache.forget(address, &kept);
            }
        }
        Ok(kept)
    }

    /// Waits for a reading, but not when the database is gone: one that takes long makes sure that it answers at all.
    /// While it is known to be gone, only a replica is read, which does not take long.
    pub(crate) async fn patiently<T>(
        &self,
        reading: impl Future<Output = Result<T, Problem>>,
    ) -> Result<T, Problem> {
        if self.contact.is_lost().is_some() {
            return reading.await;
        }
        let doubt = async {
            tokio::time::sleep(self.patience.doubt).await;
            let _looked = self.catch_up().await;
            std::future::pending::<()>().await;
        };
        let read = tokio::select! {
            biased;
            read = reading => read,
            () = self.contact.until_lost() => Err(unavailable()),
            () = doubt => Err(unavailable()),
        };
        if read.as_ref().is_err_and(|problem| problem.kind == ProblemKind::Unavailable)
            && self.contact.is_lost().is_none()
        {
            // So that the next ones need not find out for themselves.
            let _looked = self.catch_up().await;
        }
        read
    }

    fn standing(&self, kept: &Kept) -> Standing {
        if let Some(lost) = self.contact.is_lost() {
            return if self.may_be_last_known(kept) { Standing::LastKnown(lost) } else { Standing::Old };
        }
        if self.freshness.is_fresh(&kept.stamp) && !kept.has_ended() {
            Standing::Fresh
        } else {
            Standing::Old
        }
    }

    /// Whether it may be given although it cannot be confirmed.
    fn may_be_last_known(&self, kept: &Kept) -> bool {
        let lost = self.contact.is_lost();
        let is_too_long =
            lost.is_some_and(|Lost { reason, since }| since.elapsed() > self.stale_for.when(reason));
        !kept.has_ended()
            && !is_too_long
            && self.freshness.is_of_this_history(&kept.stamp)
            && !self.freshness.is_before_own(&kept.stamp)
    }
}

fn knows_some(request: &HttpRequest) -> bool {
    request.headers().contains_key(IF_NONE_MATCH)
}

fn stale(Lost { reason, since }: Lost) -> Stale {
    Stale { was_kept: true, age: since.elapsed(), reason: Some(reason) }
}

impl Cache {
    /// Gives an answer that is kept, and counts what was made for that.
    fn give(&self, address: &str, kept: &Arc<Kept>, request: &HttpRequest, way: &Way) -> HttpResponse {
        let answer = given(kept, request, way);
        self.count(address, kept);
        answer
    }
}

fn given(kept: &Kept, request: &HttpRequest, way: &Way) -> HttpResponse {
    let mut answer = kept.finished.to(request);
    let status = match way {
        Way::Hit => kept.hit.clone(),
        Way::Miss => HeaderValue::from_static("masthead; fwd=miss; stored"),
        Way::Collapsed => HeaderValue::from_static("masthead; fwd=miss; collapsed"),
        Way::Stale(Stale { was_kept, age, reason }) => {
            let detail = match reason {
                Some(Reason::Down) => "database-down",
                Some(Reason::Silent) => "database-silent",
                None => "reading-failed",
            };
            let seconds = age.as_secs();
            answer.headers_mut().insert(AGE, HeaderValue::from(seconds));
            let from = if *was_kept { "hit; ttl=-" } else { "fwd=miss; stored; ttl=-" };
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
    use crate::delivery::TagHeader;
    use crate::response_cache::validity::Freshness;

    #[test]
    fn what_is_made_to_be_given_is_counted_at_once() {
        let cache = Cache::new(1 << 20).unwrap();
        let version = Freshness::default().version();
        let kept =
            Arc::new(Kept::new(Answer::live("words ".repeat(1_000), vec![]), version, TagHeader::None));
        cache.keep("a", kept.clone());
        for coding in ["br", "zstd", "gzip"] {
            let before = cache.bytes();
            let request = TestRequest::default().insert_header((ACCEPT_ENCODING, coding)).to_http_request();
            cache.give("a", &kept, &request, &Way::Hit);
            assert!(cache.bytes() > before, "{coding}");
        }
    }
}
