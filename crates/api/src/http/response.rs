//! The response of a handler, before content negotiation.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_LANGUAGE, HeaderName, HeaderValue, LINK, LOCATION, VARY};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

use crate::http::cache_control::Policy;
use crate::http::prepared_response::PreparedResponse;
use crate::problem::Problem;

/// A body with its status, headers and cache tags.
pub(crate) struct Response {
    pub(crate) status: StatusCode,
    pub(crate) body: String,
    pub(crate) media_type: &'static str,
    pub(crate) policy: Policy,
    /// The time of the last act that touched it; on single items only.
    pub(crate) last_modified: Option<DateTime<Utc>>,
    pub(crate) language: Option<String>,
    /// The value of `Link`.
    pub(crate) links: Option<String>,
    /// The value of `Location`.
    pub(crate) location: Option<String>,
    pub(crate) vary: Vary,
    /// The cache tags that it depends on ([`store::cache_tags`]).
    pub(crate) tags: Vec<String>,
}

/// The request headers that the response depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vary {
    /// `Accept-Encoding`.
    Encoding,
    /// `Accept-Language` as well.
    EncodingAndLanguage,
    /// `Accept` as well.
    EncodingAndForm,
}

impl Response {
    /// A 200 with live content, as JSON.
    pub(crate) fn live(body: String, tags: Vec<String>) -> Self {
        Self {
            status: StatusCode::OK,
            body,
            media_type: "application/json",
            policy: Policy::Live,
            last_modified: None,
            language: None,
            links: None,
            location: None,
            vary: Vary::Encoding,
            tags,
        }
    }

    /// A permanent redirect.
    pub(crate) fn moved(location: String, tags: Vec<String>) -> Self {
        let status = StatusCode::PERMANENT_REDIRECT;
        let location = Some(location);
        Self { status, policy: Policy::Moved, location, ..Self::live(String::new(), tags) }
    }

    /// A problem that is the same for all clients, such as a 404, which can be cached. Any act may invalidate it.
    pub(crate) fn from_problem(problem: &Problem, path: &str) -> Self {
        Self {
            status: problem.status(),
            policy: problem.cache_policy(path),
            media_type: "application/problem+json",
            ..Self::live(problem.to_json(path, ""), vec![store::cache_tags::LISTS.to_owned()])
        }
    }

    /// The response to one request, without caching.
    pub(crate) async fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let finished = Arc::new(self.prepare());
        finished.precompress(request).await;
        finished.respond_to(request)
    }

    /// Prepares the response to be served many times.
    pub(crate) fn prepare(self) -> PreparedResponse {
        let Self {
            status,
            body,
            media_type,
            policy,
            last_modified,
            language,
            links,
            location,
            vary,
            tags: _,
        } = self;
        let media_type = HeaderValue::from_static(media_type);
        let said: [(HeaderName, Option<String>); 3] =
            [(LINK, links), (CONTENT_LANGUAGE, language), (LOCATION, location)];
        // Shrink the buffer: spare capacity would stay allocated in the cache.
        let body = body.into_boxed_str().into_boxed_bytes();
        let finished = PreparedResponse::with_status(status, body, media_type, policy)
            .last_modified(last_modified)
            .with_header(VARY, HeaderValue::from_static(vary.value()));
        said.into_iter().fold(finished, |finished, (name, value)| {
            match value.and_then(|value| HeaderValue::from_str(&value).ok()) {
                Some(value) => finished.with_header(name, value),
                None => finished,
            }
        })
    }
}

impl Vary {
    fn value(self) -> &'static str {
        match self {
            Self::Encoding => "Accept-Encoding",
            Self::EncodingAndLanguage => "Accept-Encoding, Accept-Language",
            Self::EncodingAndForm => "Accept, Accept-Encoding",
        }
    }
}
