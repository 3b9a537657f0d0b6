//! Refusals as RFC 9457 problem details. The only things here with a status.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};
use domain::Violation;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::protocol::cache_control::Policy;

/// The kinds of problems: each is a type URI, a status, a title, and a page under `/docs/problems/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    InvalidParameter,
    NotFound,
    MethodNotAllowed,
    Gone,
    StartOver,
    UriTooLong,
    Internal,
    Unavailable,
}

impl Kind {
    pub(crate) const ALL: [Self; 8] = [
        Self::InvalidParameter,
        Self::NotFound,
        Self::MethodNotAllowed,
        Self::Gone,
        Self::StartOver,
        Self::UriTooLong,
        Self::Internal,
        Self::Unavailable,
    ];

    /// Name, status, title, and what to do about it.
    pub(crate) fn row(self) -> (&'static str, u16, &'static str, &'static str) {
        match self {
            Self::InvalidParameter => (
                "invalid-parameter",
                400,
                "A parameter is not valid",
                "Each entry of `errors` names a parameter and what is wrong with it. Correct them and ask again.",
            ),
            Self::NotFound => (
                "not-found",
                404,
                "There is nothing here",
                "Check the address, and the `locale` it is asked in.",
            ),
            Self::MethodNotAllowed => (
                "method-not-allowed",
                405,
                "The method is not allowed here",
                "The header `Allow` lists the methods that are.",
            ),
            Self::Gone => (
                "gone",
                410,
                "The article was withdrawn",
                "Remove links to it. It may be published again later.",
            ),
            Self::StartOver => (
                "start-over",
                410,
                "The cursor belongs to an earlier state of the publication",
                "The publication was restored from a backup. Read the list again from its first page.",
            ),
            Self::UriTooLong => ("uri-too-long", 414, "The address is too long", "At most 8 KiB are read."),
            Self::Internal => (
                "internal",
                500,
                "Something went wrong here",
                "It is not your fault. Report the `request_id`.",
            ),
            Self::Unavailable => (
                "unavailable",
                503,
                "The content cannot be read at the moment",
                "Ask again after the seconds that `Retry-After` says.",
            ),
        }
    }
}

/// A refusal.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) kind: Kind,
    detail: String,
    errors: Vec<ProblemError>,
    retry_after_seconds: Option<u32>,
    /// For the log, never for the answer.
    source: Option<Box<store::Error>>,
}

/// One thing that is wrong with a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ProblemError)]
pub(crate) struct ProblemError {
    /// Where in the body, as a JSON pointer.
    #[schema(example = json!(null))]
    pub(crate) pointer: Option<String>,
    /// Which query parameter.
    #[schema(example = "limit")]
    pub(crate) parameter: Option<String>,
    /// Which rule, in snake case.
    #[schema(example = "range")]
    pub(crate) rule: String,
    /// In words.
    #[schema(example = "A limit is a whole number from 1 to 100.")]
    pub(crate) detail: String,
}

/// The body of a refusal (RFC 9457).
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemBody {
    /// Which kind of problem, as an address that leads to its page.
    #[serde(rename = "type")]
    #[schema(example = "/docs/problems/invalid-parameter")]
    problem_type: String,
    /// The kind in words, the same for all of a kind.
    #[schema(example = "A parameter is not valid")]
    title: String,
    /// The status, as in the status line.
    #[schema(minimum = 400, maximum = 599, example = 400)]
    status: u16,
    /// What is wrong this time.
    #[schema(example = "1 parameter cannot be accepted.")]
    detail: String,
    /// The path that was asked for.
    #[schema(example = "/v1/teasers")]
    instance: String,
    /// Identifies the request in the logs. `null` where the answer may be stored and given to others.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")]
    request_id: Option<String>,
    /// Everything that is wrong with the request.
    errors: Vec<ProblemError>,
}

impl Problem {
    pub(crate) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into(), errors: Vec::new(), retry_after_seconds: None, source: None }
    }

    /// The same answer for everything that readers may not know of: unknown, draft, scheduled.
    pub(crate) fn not_found() -> Self {
        Self::new(Kind::NotFound, "Nothing public has this address.")
    }

    pub(crate) fn parameters(errors: Vec<ProblemError>) -> Self {
        let detail = match errors.len() {
            1 => "1 parameter cannot be accepted.".to_owned(),
            count => format!("{count} parameters cannot be accepted."),
        };
        Self { errors, ..Self::new(Kind::InvalidParameter, detail) }
    }

    /// Notes what readers are not told. An outage is one fault with many answers, so it is no error of each.
    pub(crate) fn log(&self, path: &str, request_id: &str) {
        match &self.source {
            Some(source) if self.kind == Kind::Unavailable => {
                tracing::warn!(request_id, path, error = %source, "the request was not answered");
            }
            Some(source) => tracing::error!(request_id, path, error = %source, "the request failed"),
            None => {}
        }
    }

    /// The answer, as sent for `path`.
    pub(crate) fn answer(&self, path: &str, request_id: &str) -> HttpResponse {
        let (name, status, title, _) = self.kind.row();
        let policy = self.policy();
        let body = ProblemBody {
            problem_type: format!("/docs/problems/{name}"),
            title: title.to_owned(),
            status,
            detail: self.detail.clone(),
            instance: path.to_owned(),
            request_id: (policy == Policy::NoStore).then(|| request_id.to_owned()),
            errors: self.errors.clone(),
        };
        let mut answer = HttpResponse::build(self.status_code());
        answer.insert_header((CONTENT_TYPE, "application/problem+json")).insert_header(policy.header());
        if let Some(seconds) = self.retry_after_seconds {
            answer.insert_header((RETRY_AFTER, seconds));
        }
        if self.kind == Kind::MethodNotAllowed {
            answer.insert_header((ALLOW, "GET, HEAD, OPTIONS"));
        }
        answer.body(serde_json::to_string(&body).unwrap_or_default())
    }

    fn policy(&self) -> Policy {
        match self.kind {
            Kind::NotFound => Policy::NotFound,
            Kind::Gone => Policy::Gone,
            Kind::InvalidParameter
            | Kind::MethodNotAllowed
            | Kind::StartOver
            | Kind::UriTooLong
            | Kind::Internal
            | Kind::Unavailable => Policy::NoStore,
        }
    }
}

impl From<store::Error> for Problem {
    fn from(error: store::Error) -> Self {
        match &error {
            store::Error::NotFound => Self::not_found(),
            store::Error::Unavailable(_) => Self {
                retry_after_seconds: Some(1),
                source: Some(Box::new(error)),
                ..Self::new(Kind::Unavailable, "The database cannot be asked now.")
            },
            // Nothing that readers do is refused by a rule or superseded: to them it would be a fault of ours.
            store::Error::Refused(_) | store::Error::Stale { .. } | store::Error::Internal(_) => Self {
                source: Some(Box::new(error)),
                ..Self::new(Kind::Internal, "The request could not be carried out.")
            },
        }
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Self::from(store::Error::Internal(Box::new(error)))
    }
}

impl ProblemError {
    pub(crate) fn parameter(name: &str, rule: &str, detail: impl Into<String>) -> Self {
        let parameter = Some(name.to_owned());
        Self { pointer: None, parameter, rule: rule.to_owned(), detail: detail.into() }
    }

    pub(crate) fn violation(name: &str, violation: &Violation) -> Self {
        Self::parameter(name, violation.rule, violation.detail.clone())
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        let (_, status, ..) = self.kind.row();
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// A stand-in: the middleware gives the answer its path and request id.
    fn error_response(&self) -> HttpResponse {
        self.answer("", "")
    }
}
