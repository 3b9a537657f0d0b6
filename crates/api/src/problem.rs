//! Error responses as problem details (RFC 9457).
//!
//! `kinds` lists what can go wrong, `definitions` gives each kind its status and texts, `from_errors` maps the errors of
//! `store` and `domain` to them, and `samples` has an example of each kind for the documentation. Nothing else in this
//! crate chooses an error status.

mod definitions;
mod from_errors;
mod kinds;
mod samples;

use std::any::Any;
use std::error::Error;
use std::fmt;

use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, ResponseError};
use domain::Invalid;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

pub(crate) use crate::problem::definitions::{PROBLEM_DEFINITIONS, ProblemDefinition};
pub(crate) use crate::problem::kinds::ProblemKind;
pub(crate) use crate::problem::samples::example;

use crate::http::cache_control::Policy;

const ACCEPT_PATCH: &str = "accept-patch";

/// How many errors a problem lists.
const MAX_ERRORS: usize = 20;

/// The `rule` of the last entry, which says how many errors were left out.
const MORE_RULE: &str = "more";

/// How many characters an error repeats of what the client sent, such as a parameter's name or value.
const MAX_ECHO_CHARS: usize = 500;

/// An error response.
#[derive(Debug)]
pub(crate) struct Problem {
    pub(crate) kind: ProblemKind,
    detail: String,
    errors: Vec<ProblemError>,
    retry_after_seconds: Option<u32>,
    /// The value of `Allow` (405) or of `Accept-Patch` (415).
    allowed: Option<String>,
    /// The current state of the resource, if the client's `If-Match` is out of date.
    current: Option<Box<Value>>,
    /// The cause. It is logged, and never sent to the client.
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// An error in a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = ProblemError)]
pub(crate) struct ProblemError {
    /// The position in the body, as a JSON pointer.
    #[schema(example = json!(null))]
    pub(crate) pointer: Option<String>,
    /// The name of the query parameter.
    #[schema(example = "limit")]
    pub(crate) parameter: Option<String>,
    /// The violated rule, in snake case.
    #[schema(example = "range")]
    pub(crate) rule: String,
    /// A description for people.
    #[schema(example = "A limit is a whole number from 1 to 100.")]
    pub(crate) detail: String,
}

/// An obstacle to publishing a draft, in the form of the problem that publishing would return.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Obstacle {
    /// The kind of problem, as a URI reference that leads to its documentation.
    #[serde(rename = "type")]
    #[schema(example = "/docs/problems/slug-taken")]
    problem_type: String,
    /// The title of the kind.
    #[schema(example = "The slug is in use")]
    title: String,
    /// The status that publishing would return.
    #[schema(minimum = 400, maximum = 499, example = 409)]
    status: u16,
    /// A description of this occurrence.
    #[schema(example = "The slug `feature-flags` is in use by another article in the locale `en`.")]
    detail: String,
    /// All errors of this kind in the draft.
    errors: Vec<ProblemError>,
}

/// The body of an error response (RFC 9457).
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Problem)]
pub(crate) struct ProblemBody {
    /// The kind of problem, as a URI reference that leads to its documentation.
    #[serde(rename = "type")]
    #[schema(example = "/docs/problems/invalid-parameter")]
    problem_type: String,
    /// The title of the kind.
    #[schema(example = "A parameter is not valid")]
    title: String,
    /// The status code of the response.
    #[schema(minimum = 400, maximum = 599, example = 400)]
    status: u16,
    /// A description of this occurrence.
    #[schema(example = "1 parameter cannot be accepted.")]
    detail: String,
    /// The path of the request.
    #[schema(example = "/v1/teasers")]
    instance: String,
    /// The ID of the request in the logs. `null` if the response may be cached and served to others.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")]
    request_id: Option<String>,
    /// All errors in the request.
    errors: Vec<ProblemError>,
    /// The current state, if the request expected another one. Only present in that case.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(ignore)]
    current: Option<Value>,
}

impl Problem {
    pub(crate) fn new(kind: ProblemKind, detail: impl Into<String>) -> Self {
        Self {
            kind,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after_seconds: None,
            allowed: None,
            current: None,
            source: None,
        }
    }

    /// 401.
    pub(crate) fn unauthorized(detail: &str) -> Self {
        Self::new(ProblemKind::Unauthorized, detail)
    }

    /// 500. The cause is only logged.
    pub(crate) fn internal(why: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            source: Some(why.into()),
            ..Self::new(ProblemKind::Internal, "The request could not be carried out.")
        }
    }

    /// The problem for a panic of a handler.
    pub(crate) fn from_panic(panic: &(dyn Any + Send)) -> Self {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
        Self::internal(format!("the handler panicked: {text}"))
    }

    /// A problem of the connection, before there is a request that a handler could respond to.
    pub(crate) fn for_connection(kind: ProblemKind) -> Self {
        let detail = match kind {
            ProblemKind::MalformedRequest => "The request is not valid HTTP/1.1.",
            ProblemKind::RequestTimeout => "The request headers did not arrive in time.",
            ProblemKind::HeadersTooLarge => {
                "The head of the request has more than 128 KiB, or more than 96 headers."
            }
            ProblemKind::TooManyConnections => "Your address has too many connections open.",
            _ => "The request could not be carried out.",
        };
        let problem = Self::new(kind, detail);
        if kind == ProblemKind::TooManyConnections { problem.retry_after(5) } else { problem }
    }

    /// 415, with the media type that is accepted.
    pub(crate) fn unsupported_media_type(wanted: &'static str) -> Self {
        let detail = format!("Send the body with `Content-Type: {wanted}`.");
        Self { allowed: Some(wanted.to_owned()), ..Self::new(ProblemKind::UnsupportedMediaType, detail) }
    }

    /// 405, with the methods that are allowed.
    pub(crate) fn method_not_allowed(allowed: String) -> Self {
        let detail = format!("This address is for {allowed}.");
        Self { allowed: Some(allowed), ..Self::new(ProblemKind::MethodNotAllowed, detail) }
    }

    /// 400 for a body that is not JSON or does not match its schema.
    pub(crate) fn invalid_body(errors: Vec<ProblemError>) -> Self {
        Self::new(ProblemKind::InvalidBody, "The body is not of the documented form.").with_errors(errors)
    }

    /// 412 for an outdated `If-Match`, with the current state.
    pub(crate) fn version_conflict(current: Value) -> Self {
        let detail = "The resource was changed after you read it.";
        Self { current: Some(Box::new(current)), ..Self::new(ProblemKind::Stale, detail) }
    }

    /// A copy for another request that waited for the same computation. It has no source, so that the cause is logged once.
    pub(crate) fn clone_without_source(&self) -> Self {
        let Self { kind, detail, errors, retry_after_seconds, allowed, current, source: _ } = self;
        let (errors, allowed, current) = (errors.clone(), allowed.clone(), current.clone());
        let retry_after_seconds = *retry_after_seconds;
        Self {
            kind: *kind,
            detail: detail.clone(),
            errors,
            retry_after_seconds,
            allowed,
            current,
            source: None,
        }
    }

    /// Sets `Retry-After`.
    pub(crate) fn retry_after(self, seconds: u32) -> Self {
        Self { retry_after_seconds: Some(seconds), ..self }
    }

    /// Adds errors: at most [`MAX_ERRORS`], so that the response is not much larger than the request, and one more entry
    /// with the number of those left out.
    pub(crate) fn with_errors(self, mut errors: Vec<ProblemError>) -> Self {
        let more = errors.len().saturating_sub(MAX_ERRORS);
        if more > 0 {
            errors.truncate(MAX_ERRORS);
            errors.push(ProblemError::general(MORE_RULE, format!("And {more} more.")));
        }
        self.with_all_errors(errors)
    }

    /// Adds errors without a limit, for bulk requests: one for each item of the request.
    pub(crate) fn with_all_errors(self, errors: Vec<ProblemError>) -> Self {
        Self { errors: errors.into_iter().map(ProblemError::truncated).collect(), ..self }
    }

    /// 410 for a cursor from before the database was restored.
    pub(crate) fn start_over() -> Self {
        Self::new(ProblemKind::StartOver, "Read the list again from its first page.")
    }

    /// 503 during an outage of the database, without a cached response to serve instead.
    pub(crate) fn unavailable() -> Self {
        let detail = "The database is unavailable, and this response is not cached.";
        Self::new(ProblemKind::Unavailable, detail).retry_after(1)
    }

    /// 404. The same for what does not exist, is a draft, or is scheduled, so that readers cannot tell them apart.
    pub(crate) fn not_found() -> Self {
        Self::new(ProblemKind::NotFound, "Nothing exists at this URL, or you are not allowed to see it.")
    }

    pub(crate) fn invalid_parameters(errors: Vec<ProblemError>) -> Self {
        let detail = match errors.len() {
            1 => "1 parameter cannot be accepted.".to_owned(),
            count => format!("{count} parameters cannot be accepted."),
        };
        Self::new(ProblemKind::InvalidParameter, detail).with_errors(errors)
    }

    /// Logs the cause. During a database outage many requests fail for one reason, so these are warnings.
    pub(crate) fn log(&self, path: &str, request_id: &str) {
        match &self.source {
            Some(source) if self.kind == ProblemKind::Unavailable => {
                tracing::warn!(request_id, path, error = %source, "request failed: database unavailable");
            }
            Some(source) => tracing::error!(request_id, path, error = %source, "request failed"),
            None => {}
        }
    }

    /// The response to a request for `path`.
    pub(crate) fn to_response(&self, path: &str, request_id: &str) -> HttpResponse {
        let mut response = HttpResponse::build(self.status());
        response
            .insert_header((CONTENT_TYPE, "application/problem+json"))
            .insert_header(self.cache_policy(path).header());
        if let Some(seconds) = self.retry_after_seconds {
            response.insert_header((RETRY_AFTER, seconds));
        }
        match (self.kind, &self.allowed) {
            (ProblemKind::MethodNotAllowed, Some(methods)) => {
                response.insert_header((ALLOW, methods.as_str()));
            }
            (ProblemKind::UnsupportedMediaType, Some(media_type)) => {
                response.insert_header((ACCEPT_PATCH, media_type.as_str()));
            }
            (ProblemKind::Unauthorized | ProblemKind::SignInFailed, _) => {
                response.insert_header((WWW_AUTHENTICATE, "Bearer"));
            }
            _ => {}
        }
        response.body(self.to_json(path, request_id))
    }

    pub(crate) fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.kind.definition().status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// The body of the response, as JSON.
    pub(crate) fn to_json(&self, path: &str, request_id: &str) -> String {
        serde_json::to_string(&self.to_body(path, request_id)).unwrap_or_default()
    }

    fn to_body(&self, path: &str, request_id: &str) -> ProblemBody {
        let ProblemDefinition { kind: _, name, status, title, advice: _ } = self.kind.definition();
        ProblemBody {
            problem_type: format!("/docs/problems/{name}"),
            title: (*title).to_owned(),
            status: *status,
            detail: self.detail.clone(),
            instance: path.to_owned(),
            request_id: (self.cache_policy(path) == Policy::NoStore).then(|| request_id.to_owned()),
            errors: self.errors.clone(),
            current: self.current.as_deref().cloned(),
        }
    }

    /// Only 404 and 410 of the delivery API may be cached.
    pub(crate) fn cache_policy(&self, path: &str) -> Policy {
        let is_public = !path.starts_with("/editorial/") && !path.starts_with("/preview/");
        match self.kind {
            ProblemKind::NotFound | ProblemKind::Gone if !is_public => Policy::NoStore,
            ProblemKind::NotFound => Policy::NotFound,
            ProblemKind::Gone => Policy::Gone,
            _ => Policy::NoStore,
        }
    }
}

impl From<Problem> for Obstacle {
    fn from(problem: Problem) -> Self {
        let ProblemBody { problem_type, title, status, detail, errors, .. } = problem.to_body("", "");
        Self { problem_type, title, status, detail, errors }
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Self::internal(error)
    }
}

impl ProblemError {
    pub(crate) fn parameter(name: &str, rule: &str, detail: impl Into<String>) -> Self {
        let parameter = Some(name.to_owned());
        Self { pointer: None, parameter, rule: rule.to_owned(), detail: detail.into() }
    }

    pub(crate) fn at_pointer(pointer: &str, rule: &str, detail: impl Into<String>) -> Self {
        let pointer = Some(pointer.to_owned());
        Self { pointer, parameter: None, rule: rule.to_owned(), detail: detail.into() }
    }

    /// An error of the request as a whole.
    pub(crate) fn general(rule: &str, detail: impl Into<String>) -> Self {
        Self { pointer: None, parameter: None, rule: rule.to_owned(), detail: detail.into() }
    }

    /// Limits what the error repeats of the request to [`MAX_ECHO_CHARS`] characters each.
    fn truncated(self) -> Self {
        let Self { pointer, parameter, rule, detail } = self;
        Self {
            pointer: pointer.map(truncated),
            parameter: parameter.map(truncated),
            rule,
            detail: truncated(detail),
        }
    }

    /// The violations of a query parameter.
    pub(crate) fn from_invalid<'a>(
        parameter: &'a str,
        invalid: &'a Invalid,
    ) -> impl Iterator<Item = Self> + 'a {
        let violations = invalid.0.iter();
        violations.map(move |violation| Self::parameter(parameter, violation.rule, violation.detail.clone()))
    }
}

fn truncated(text: String) -> String {
    match text.char_indices().nth(MAX_ECHO_CHARS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        self.status()
    }

    /// A placeholder: the middleware builds the response again with the path and the request id.
    fn error_response(&self) -> HttpResponse {
        self.to_response("", "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn errors(count: usize) -> Vec<ProblemError> {
        (0..count).map(|number| ProblemError::parameter(&number.to_string(), "unknown", "No.")).collect()
    }

    #[test]
    fn a_problem_lists_twenty_errors_and_the_number_of_the_rest() {
        assert_eq!(Problem::invalid_parameters(errors(20)).errors, errors(20));
        let problem = Problem::invalid_parameters(errors(4_050));
        assert_eq!(problem.detail, "4050 parameters cannot be accepted.");
        let (last, listed) = problem.errors.split_last().unwrap();
        assert_eq!(listed, errors(20));
        assert_eq!((last.rule.as_str(), last.detail.as_str()), ("more", "And 4030 more."));
        assert_eq!(Problem::invalid_body(errors(21)).errors.len(), 21);
        assert_eq!(Problem::new(ProblemKind::BulkRefused, "").with_all_errors(errors(100)).errors.len(), 100);
    }

    #[test]
    fn client_input_is_truncated_in_errors() {
        let long = "ü".repeat(10_000);
        let problem = Problem::invalid_body(vec![ProblemError::at_pointer(
            &format!("/{long}"),
            "unknown",
            long.clone(),
        )]);
        let error = problem.errors.first().unwrap();
        assert_eq!(error.detail, format!("{}…", "ü".repeat(500)));
        assert_eq!(error.pointer.as_ref().unwrap().chars().count(), 501);
        let json = problem.to_json("", "");
        assert!(json.len() < 3_000, "{} bytes", json.len());
    }
}
