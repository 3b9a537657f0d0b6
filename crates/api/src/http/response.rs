//! What a handler answers, before it is given to anybody.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_LANGUAGE, HeaderName, HeaderValue, LINK, LOCATION, VARY};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};

use crate::http::cache_control::Policy;
use crate::http::prepared_response::PreparedResponse;
use crate::problem::Problem;

/// A body and what is said about it.
pub(crate) struct Response {
    pub(crate) status: StatusCode,
    pub(crate) body: String,
    pub(crate) media_type: &'static str,
    pub(crate) policy: Policy,
    /// The last act that touched it; on items only.
    pub(crate) last_modified: Option<DateTime<Utc>>,
    pub(crate) language: Option<String>,
    /// The value of `Link`.
    pub(crate) links: Option<String>,
    /// Where it is now.
    pub(crate) location: Option<String>,
    pub(crate) vary: Vary,
    /// What it depends on ([`store::cache_tags`]).
    pub(crate) tags: Vec<String>,
}

/// What of a request, besides its address, the answer depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vary {
    /// Which encodings it accepts.
    Encoding,
    /// And which languages it prefers.
    EncodingAndLanguage,
    /// And which form it prefers.
    EncodingAndForm,
}

impl Response {
    /// Something that is live, as JSON.
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

    /// What was at an address is at another one.
    pub(crate) fn moved(location: String, tags: Vec<String>) -> Self {
        let status = StatusCode::PERMANENT_REDIRECT;
        let location = Some(location);
        Self { status, policy: Policy::Moved, location, ..Self::live(String::new(), tags) }
    }

    /// A refusal that everybody gets who asks at this path. Any act may end it.
    pub(crate) fn from_problem(problem: &Problem, path: &str) -> Self {
        Self {
            status: problem.status(),
            policy: problem.cache_policy(path),
            media_type: "application/problem+json",
            ..Self::live(problem.to_json(path, ""), vec![store::cache_tags::LISTS.to_owned()])
        }
    }

    /// The answer to a request that is given once.
    pub(crate) async fn respond_to(self, request: &HttpRequest) -> HttpResponse {
        let finished = Arc::new(self.prepare());
        finished.precompress(request).await;
        finished.respond_to(request)
    }

    /// Ready to be given again and again.
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
        // Not more than it is: what it has room for would be kept too.
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
