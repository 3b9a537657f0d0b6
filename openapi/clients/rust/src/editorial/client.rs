//! Generated HTTP client for regular API requests
//!
//! This file contains the HTTP client implementation for GET, POST, etc.
//! Do not edit manually - regenerate using the appropriate script.
#![allow(clippy::format_in_format_args)]
#![allow(clippy::let_unit_value)]
use super::types::*;
use thiserror::Error;
/// The generated validation-problem profile based on RFC 9457.
/// The distinctive namespace avoids collisions with user schemas.
pub mod openapi_to_rust_problem {
    #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    pub struct ProblemDetails {
        #[serde(rename = "type")]
        pub type_uri: String,
        pub title: String,
        pub status: u16,
        pub code: String,
        #[serde(default)]
        pub errors: Vec<InvalidParameter>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub detail: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub instance: Option<String>,
    }
    #[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, serde::Serialize)]
    pub struct InvalidParameter {
        pub code: String,
        pub location: String,
        pub message: String,
    }
}
/// Transport-level errors: failures where no safely inspectable
/// HTTP response is available to the caller.
///
/// HTTP responses with non-2xx status codes are surfaced as
/// [`ApiError`] inside [`ApiOpError::Api`], not here, so callers can
/// always inspect status, headers, and the raw body when the server
/// actually responded.
#[derive(Error, Debug)]
pub enum HttpError {
    /// Network or connection error (from reqwest)
    #[error("Network error: {0}")]
    Network(#[from] reqwest::Error),
    /// Middleware error (from reqwest-middleware)
    #[error("Middleware error: {0}")]
    Middleware(#[from] reqwest_middleware::Error),
    /// Request serialization error
    #[error("Failed to serialize request: {0}")]
    Serialization(String),
    /// Authentication error
    #[error("Authentication error: {0}")]
    Auth(String),
    /// Request timeout
    #[error("Request timeout")]
    Timeout,
    /// A response body exceeded the configured in-memory limit
    #[error("Response body exceeded configured limit of {limit} bytes")]
    ResponseTooLarge { limit: usize },
    /// Invalid configuration
    #[error("Configuration error: {0}")]
    Config(String),
    /// Generic error
    #[error("{0}")]
    Other(String),
}
impl HttpError {
    /// Create a serialization error
    pub fn serialization_error(error: impl std::fmt::Display) -> Self {
        Self::Serialization(error.to_string())
    }
    /// Check if this transport error is retryable
    pub fn is_retryable(&self) -> bool {
        matches!(self, Self::Network(_) | Self::Middleware(_) | Self::Timeout)
    }
}
/// Envelope returned for any HTTP response that we received but
/// couldn't (or didn't) treat as a successful typed result.
///
/// Includes both non-2xx responses and 2xx responses whose body
/// failed to deserialize into the expected success type. `status`,
/// `headers`, and `raw_body` preserve what the server actually sent,
/// while `body` is a convenient lossy UTF-8 rendering. `typed`
/// carries the parsed per-operation error variant
/// when the body matched a declared schema. Formatting the error
/// limits only the displayed body preview; the public fields
/// retain the complete response and parsing details.
#[derive(Debug, Clone)]
pub struct ApiError<E> {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub body: String,
    /// Exact response bytes before lossy UTF-8 conversion.
    pub raw_body: Vec<u8>,
    pub typed: Option<E>,
    pub parse_error: Option<String>,
}
const API_ERROR_BODY_DISPLAY_LIMIT: usize = 500;
const API_ERROR_BODY_TRUNCATION_MARKER: &str = "... [truncated]";
fn display_api_error_body(body: &str) -> std::borrow::Cow<'_, str> {
    let Some((end, _)) = body.char_indices().nth(API_ERROR_BODY_DISPLAY_LIMIT) else {
        return std::borrow::Cow::Borrowed(body);
    };
    let mut displayed = String::with_capacity(
        end + API_ERROR_BODY_TRUNCATION_MARKER.len(),
    );
    displayed.push_str(&body[..end]);
    displayed.push_str(API_ERROR_BODY_TRUNCATION_MARKER);
    std::borrow::Cow::Owned(displayed)
}
impl<E> ApiError<E> {
    pub fn is_client_error(&self) -> bool {
        (400..500).contains(&self.status)
    }
    pub fn is_server_error(&self) -> bool {
        (500..600).contains(&self.status)
    }
    /// Retry guidance for the response. Mirrors the previous
    /// HttpError logic for backwards-compatible retry middleware.
    pub fn is_retryable(&self) -> bool {
        matches!(self.status, 429 | 500 | 502 | 503 | 504)
    }
    /// Decode the generated RFC 9457 validation-problem profile
    /// without replacing a documented per-operation error in `typed`.
    ///
    /// Returns `None` unless the response's `Content-Type` is
    /// `application/problem+json`, which is how RFC 9457 identifies
    /// a problem document. Most third-party APIs return their
    /// errors as plain `application/json`, so this yields `None`
    /// against them by design — use `typed` for a documented
    /// per-operation error body, or `body` for the raw payload.
    /// Servers generated by this tool always emit the problem
    /// media type, so this succeeds against them.
    pub fn problem_details(&self) -> Option<openapi_to_rust_problem::ProblemDetails> {
        let content_type = self
            .headers
            .get(reqwest::header::CONTENT_TYPE)?
            .to_str()
            .ok()?;
        let media_type = content_type.split(';').next()?.trim();
        if !media_type.eq_ignore_ascii_case("application/problem+json") {
            return None;
        }
        serde_json::from_str(&self.body).ok()
    }
}
impl<E: std::fmt::Debug> std::fmt::Display for ApiError<E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "API error {}: {}", self.status, display_api_error_body(& self.body))?;
        if let Some(typed) = &self.typed {
            write!(f, "; typed: {typed:?}")?;
        }
        if let Some(parse_error) = &self.parse_error {
            write!(f, "; parse error: {parse_error}")?;
        }
        Ok(())
    }
}
impl<E: std::fmt::Debug> std::error::Error for ApiError<E> {}
/// Result error type returned by every generated operation method.
///
/// `Transport` covers failures where we never got an inspectable
/// response (network, timeout, middleware, request-side
/// serialization). `Api` covers any case where the server *did*
/// respond — the envelope always carries status + headers + raw
/// body even when the typed deserialize fails.
#[derive(Debug, Error)]
pub enum ApiOpError<E: std::fmt::Debug> {
    #[error(transparent)]
    Transport(#[from] HttpError),
    #[error(transparent)]
    Api(ApiError<E>),
}
impl<E: std::fmt::Debug> ApiOpError<E> {
    /// Returns the API envelope when this is an `Api` variant.
    pub fn api(&self) -> Option<&ApiError<E>> {
        match self {
            Self::Api(e) => Some(e),
            Self::Transport(_) => None,
        }
    }
    /// True when the underlying error came from the server (i.e.
    /// any `Api` variant) rather than the transport layer.
    pub fn is_api_error(&self) -> bool {
        matches!(self, Self::Api(_))
    }
}
impl<E: std::fmt::Debug> From<reqwest::Error> for ApiOpError<E> {
    fn from(e: reqwest::Error) -> Self {
        Self::Transport(HttpError::Network(e))
    }
}
impl<E: std::fmt::Debug> From<reqwest_middleware::Error> for ApiOpError<E> {
    fn from(e: reqwest_middleware::Error) -> Self {
        Self::Transport(HttpError::Middleware(e))
    }
}
/// Result alias for transport-only error paths (e.g. helpers that
/// don't have a per-operation error type). Generated operation
/// methods use [`ApiOpError`] directly.
pub type HttpResult<T> = Result<T, HttpError>;
use reqwest_middleware::{ClientBuilder, ClientWithMiddleware};
use std::collections::BTreeMap;
/// Default upper bound for any response body buffered in memory.
pub const DEFAULT_MAX_RESPONSE_BODY_BYTES: usize = 8 * 1024 * 1024;
/// HTTP client for making API requests
#[derive(Clone)]
pub struct HttpClient {
    base_url: String,
    api_key: Option<String>,
    http_client: ClientWithMiddleware,
    custom_headers: BTreeMap<String, String>,
    max_response_body_bytes: usize,
}
async fn __read_bounded_response_body(
    response: reqwest::Response,
    limit: usize,
) -> Result<Vec<u8>, HttpError> {
    use futures_util::StreamExt;
    let mut body = Vec::new();
    let mut stream = std::pin::pin!(response.bytes_stream());
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(HttpError::Network)?;
        let next_len = body.len().checked_add(chunk.len());
        if next_len.is_none_or(|next_len| next_len > limit) {
            return Err(HttpError::ResponseTooLarge {
                limit,
            });
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}
impl HttpClient {
    /// Create a new HTTP client with default configuration
    pub fn new() -> Self {
        Self::with_client(reqwest::Client::new())
    }
    /// Create an HTTP client using a preconfigured reqwest client.
    ///
    /// Preserves the supplied client's transport settings (for example,
    /// TLS identity, trusted roots, proxy, timeout, and default headers).
    pub fn with_client(client: reqwest::Client) -> Self {
        let http_client = ClientBuilder::new(client).build();
        Self {
            base_url: "".to_string(),
            api_key: None,
            http_client,
            custom_headers: BTreeMap::new(),
            max_response_body_bytes: 8388608usize,
        }
    }
    /// Set the base URL for all requests
    pub fn with_base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }
    /// Set the API key for authentication
    pub fn with_api_key(mut self, api_key: impl Into<String>) -> Self {
        self.api_key = Some(api_key.into());
        self
    }
    /// Set the maximum number of response-body bytes buffered in memory.
    pub fn with_max_response_body_bytes(mut self, limit: usize) -> Self {
        self.max_response_body_bytes = limit;
        self
    }
    /// Add a custom header to all requests
    pub fn with_header(
        mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        self.custom_headers.insert(name.into(), value.into());
        self
    }
    /// Add multiple custom headers
    pub fn with_headers(mut self, headers: BTreeMap<String, String>) -> Self {
        self.custom_headers.extend(headers);
        self
    }
}
impl Default for HttpClient {
    fn default() -> Self {
        Self::new()
    }
}
fn __pct_encode_path_segment(s: &str) -> String {
    let mut out = String::with_capacity(s.len());
    for &b in s.as_bytes() {
        match b {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                out.push(b as char);
            }
            _ => {
                out.push('%');
                out.push_str(&format!("{:02X}", b));
            }
        }
    }
    out
}
///Typed error responses for `cancelJob`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CancelJobApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `cancelSchedule`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CancelScheduleApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `changeOwnPassword`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ChangeOwnPasswordApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status429(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `changePerson`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ChangePersonApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status408(Problem),
    Status409(Problem),
    Status412(StaleProblem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status428(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `changeTerm`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ChangeTermApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status408(Problem),
    Status409(Problem),
    Status412(StaleProblem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status428(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `checkDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CheckDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `compareRevisions`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CompareRevisionsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `createDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CreateDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `createPerson`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CreatePersonApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `createPreview`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CreatePreviewApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `createRedirect`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CreateRedirectApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `createTerm`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum CreateTermApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `deleteRedirect`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum DeleteRedirectApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status412(StaleProblem),
    Status422(Problem),
    Status428(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `deleteTerm`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum DeleteTermApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `duplicateDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum DuplicateDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `endSession`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum EndSessionApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `getDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `getJob`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetJobApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `getMe`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetMeApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `getPerson`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetPersonApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `getPreview`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetPreviewApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `getRedirect`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetRedirectApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `getRevision`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetRevisionApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `getTerm`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetTermApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `issuePasswordToken`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum IssuePasswordTokenApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listAuditEntries`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListAuditEntriesApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listDrafts`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListDraftsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listJobs`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListJobsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listPeople`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListPeopleApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listPreviews`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListPreviewsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listRedirects`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListRedirectsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listRevisions`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListRevisionsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listSessions`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListSessionsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `listTerms`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListTermsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `mergeTerm`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum MergeTermApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `moveDrafts`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum MoveDraftsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `publishDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum PublishDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status408(Problem),
    Status409(Problem),
    Status412(StaleProblem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status428(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `publishDrafts`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum PublishDraftsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `refreshSession`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum RefreshSessionApiError {
    Status400(Problem),
    Status401(Problem),
    Status408(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status429(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `restoreDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum RestoreDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `restoreRevision`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum RestoreRevisionApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status412(StaleProblem),
    Status422(Problem),
    Status428(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `retryJob`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum RetryJobApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `revokePreview`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum RevokePreviewApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `saveDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum SaveDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status408(Problem),
    Status409(Problem),
    Status412(StaleProblem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status428(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `scheduleDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ScheduleDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status408(Problem),
    Status409(Problem),
    Status412(StaleProblem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status428(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `setForgottenPassword`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum SetForgottenPasswordApiError {
    Status400(Problem),
    Status408(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status429(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `showPreviousEdition`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ShowPreviousEditionApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `signIn`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum SignInApiError {
    Status400(Problem),
    Status401(Problem),
    Status408(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status429(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `takeDownDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum TakeDownDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `trashDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum TrashDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status412(StaleProblem),
    Status422(Problem),
    Status428(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `trashDrafts`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum TrashDraftsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `withdrawDraft`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum WithdrawDraftApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status404(Problem),
    Status409(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
///Typed error responses for `withdrawDrafts`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum WithdrawDraftsApiError {
    Status400(Problem),
    Status401(Problem),
    Status403(Problem),
    Status408(Problem),
    Status409(Problem),
    Status413(Problem),
    Status415(Problem),
    Status422(Problem),
    Status503(Problem),
    Default(Problem),
}
#[doc = concat!("Additive request builder for `", "cancelJob", "`.")]
#[must_use]
pub struct CancelJobBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> CancelJobBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<Job, ApiOpError<CancelJobApiError>> {
        self.client.cancel_job(self.id, self.prefer, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "cancelSchedule", "`.")]
#[must_use]
pub struct CancelScheduleBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> CancelScheduleBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<(), ApiOpError<CancelScheduleApiError>> {
        self.client.cancel_schedule(self.id, self.prefer, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "changeOwnPassword", "`.")]
#[must_use]
pub struct ChangeOwnPasswordBuilder<'a> {
    client: &'a HttpClient,
    idempotency_key: Option<String>,
    request: ChangePassword,
}
impl<'a> ChangeOwnPasswordBuilder<'a> {
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: ChangePassword) -> Self {
        self.request = request;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<(), ApiOpError<ChangeOwnPasswordApiError>> {
        self.client.change_own_password(self.idempotency_key, self.request).await
    }
}
#[doc = concat!("Additive request builder for `", "changePerson", "`.")]
#[must_use]
pub struct ChangePersonBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    if_match: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: PersonPatch,
}
impl<'a> ChangePersonBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: PersonPatch) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "email", "`.")]
    #[must_use]
    pub fn email(mut self, email: Email) -> Self {
        self.request.email = Some(email);
        self
    }
    #[doc = concat!("Set the optional request-body field `", "name", "`.")]
    #[must_use]
    pub fn name(mut self, name: Name) -> Self {
        self.request.name = Some(name);
        self
    }
    #[doc = concat!("Set the optional request-body field `", "role", "`.")]
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.request.role = Some(role);
        self
    }
    #[doc = concat!("Set the optional request-body field `", "suspended", "`.")]
    #[must_use]
    pub fn suspended(mut self, suspended: bool) -> Self {
        self.request.suspended = Some(suspended);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<Person, ApiOpError<ChangePersonApiError>> {
        self.client
            .change_person(
                self.id,
                self.if_match,
                self.prefer,
                self.idempotency_key,
                self.request,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "changeTerm", "`.")]
#[must_use]
pub struct ChangeTermBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    if_match: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: TermPatch,
}
impl<'a> ChangeTermBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: TermPatch) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "description", "`.")]
    #[must_use]
    pub fn description(mut self, description: String) -> Self {
        self.request.description = Some(Some(description));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "description",
        "` to JSON null."
    )]
    #[must_use]
    pub fn description_null(mut self) -> Self {
        self.request.description = Some(None);
        self
    }
    #[doc = concat!(
        "Omit the optional nullable request-body field `", "description", "`."
    )]
    #[must_use]
    pub fn description_absent(mut self) -> Self {
        self.request.description = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "name", "`.")]
    #[must_use]
    pub fn name(mut self, name: Name) -> Self {
        self.request.name = Some(name);
        self
    }
    #[doc = concat!("Set the optional request-body field `", "picture", "`.")]
    #[must_use]
    pub fn picture(mut self, picture: Hero) -> Self {
        self.request.picture = Some(Some(picture));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "picture", "` to JSON null."
    )]
    #[must_use]
    pub fn picture_null(mut self) -> Self {
        self.request.picture = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "picture", "`.")]
    #[must_use]
    pub fn picture_absent(mut self) -> Self {
        self.request.picture = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "slug", "`.")]
    #[must_use]
    pub fn slug(mut self, slug: Slug) -> Self {
        self.request.slug = Some(slug);
        self
    }
    #[doc = concat!("Set the optional request-body field `", "url", "`.")]
    #[must_use]
    pub fn url(mut self, url: String) -> Self {
        self.request.url = Some(Some(url));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "url", "` to JSON null."
    )]
    #[must_use]
    pub fn url_null(mut self) -> Self {
        self.request.url = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "url", "`.")]
    #[must_use]
    pub fn url_absent(mut self) -> Self {
        self.request.url = None;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ChangedTerm, ApiOpError<ChangeTermApiError>> {
        self.client
            .change_term(
                self.id,
                self.if_match,
                self.prefer,
                self.idempotency_key,
                self.request,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "createDraft", "`.")]
#[must_use]
pub struct CreateDraftBuilder2<'a> {
    client: &'a HttpClient,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: CreateDraft,
}
impl<'a> CreateDraftBuilder2<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: CreateDraft) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "article_id", "`.")]
    #[must_use]
    pub fn article_id(mut self, article_id: ArticleId) -> Self {
        self.request.article_id = Some(Some(article_id));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "article_id", "` to JSON null."
    )]
    #[must_use]
    pub fn article_id_null(mut self) -> Self {
        self.request.article_id = Some(None);
        self
    }
    #[doc = concat!(
        "Omit the optional nullable request-body field `", "article_id", "`."
    )]
    #[must_use]
    pub fn article_id_absent(mut self) -> Self {
        self.request.article_id = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "content", "`.")]
    #[must_use]
    pub fn content(mut self, content: ContentPatch) -> Self {
        self.request.content = Some(content);
        self
    }
    #[doc = concat!("Set the optional request-body field `", "locale", "`.")]
    #[must_use]
    pub fn locale(mut self, locale: Locale) -> Self {
        self.request.locale = Some(Some(locale));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "locale", "` to JSON null."
    )]
    #[must_use]
    pub fn locale_null(mut self) -> Self {
        self.request.locale = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "locale", "`.")]
    #[must_use]
    pub fn locale_absent(mut self) -> Self {
        self.request.locale = None;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<EditorialDraft, ApiOpError<CreateDraftApiError>> {
        self.client.create_draft(self.prefer, self.idempotency_key, self.request).await
    }
}
#[doc = concat!("Additive request builder for `", "createPerson", "`.")]
#[must_use]
pub struct CreatePersonBuilder2<'a> {
    client: &'a HttpClient,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: CreatePerson,
}
impl<'a> CreatePersonBuilder2<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: CreatePerson) -> Self {
        self.request = request;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<Person, ApiOpError<CreatePersonApiError>> {
        self.client.create_person(self.prefer, self.idempotency_key, self.request).await
    }
}
#[doc = concat!("Additive request builder for `", "createPreview", "`.")]
#[must_use]
pub struct CreatePreviewBuilder2<'a> {
    client: &'a HttpClient,
    idempotency_key: Option<String>,
    request: CreatePreview,
}
impl<'a> CreatePreviewBuilder2<'a> {
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: CreatePreview) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "at", "`.")]
    #[must_use]
    pub fn at(mut self, at: String) -> Self {
        self.request.at = Some(Some(at));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "at", "` to JSON null."
    )]
    #[must_use]
    pub fn at_null(mut self) -> Self {
        self.request.at = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "at", "`.")]
    #[must_use]
    pub fn at_absent(mut self) -> Self {
        self.request.at = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "drafts", "`.")]
    #[must_use]
    pub fn drafts(mut self, drafts: Vec<DraftId>) -> Self {
        self.request.drafts = Some(drafts);
        self
    }
    #[doc = concat!("Set the optional request-body field `", "seconds", "`.")]
    #[must_use]
    pub fn seconds(mut self, seconds: i32) -> Self {
        self.request.seconds = Some(seconds);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<PreviewLink, ApiOpError<CreatePreviewApiError>> {
        self.client.create_preview(self.idempotency_key, self.request).await
    }
}
#[doc = concat!("Additive request builder for `", "createRedirect", "`.")]
#[must_use]
pub struct CreateRedirectBuilder2<'a> {
    client: &'a HttpClient,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: CreateRedirect,
}
impl<'a> CreateRedirectBuilder2<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: CreateRedirect) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "article_id", "`.")]
    #[must_use]
    pub fn article_id(mut self, article_id: ArticleId) -> Self {
        self.request.article_id = Some(Some(article_id));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "article_id", "` to JSON null."
    )]
    #[must_use]
    pub fn article_id_null(mut self) -> Self {
        self.request.article_id = Some(None);
        self
    }
    #[doc = concat!(
        "Omit the optional nullable request-body field `", "article_id", "`."
    )]
    #[must_use]
    pub fn article_id_absent(mut self) -> Self {
        self.request.article_id = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "locale", "`.")]
    #[must_use]
    pub fn locale(mut self, locale: Locale) -> Self {
        self.request.locale = Some(Some(locale));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "locale", "` to JSON null."
    )]
    #[must_use]
    pub fn locale_null(mut self) -> Self {
        self.request.locale = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "locale", "`.")]
    #[must_use]
    pub fn locale_absent(mut self) -> Self {
        self.request.locale = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "url", "`.")]
    #[must_use]
    pub fn url(mut self, url: String) -> Self {
        self.request.url = Some(Some(url));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "url", "` to JSON null."
    )]
    #[must_use]
    pub fn url_null(mut self) -> Self {
        self.request.url = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "url", "`.")]
    #[must_use]
    pub fn url_absent(mut self) -> Self {
        self.request.url = None;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(
        self,
    ) -> Result<CreatedRedirect, ApiOpError<CreateRedirectApiError>> {
        self.client
            .create_redirect(self.prefer, self.idempotency_key, self.request)
            .await
    }
}
#[doc = concat!("Additive request builder for `", "createTerm", "`.")]
#[must_use]
pub struct CreateTermBuilder2<'a> {
    client: &'a HttpClient,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: CreateTerm,
}
impl<'a> CreateTermBuilder2<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: CreateTerm) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "description", "`.")]
    #[must_use]
    pub fn description(mut self, description: String) -> Self {
        self.request.description = Some(Some(description));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "description",
        "` to JSON null."
    )]
    #[must_use]
    pub fn description_null(mut self) -> Self {
        self.request.description = Some(None);
        self
    }
    #[doc = concat!(
        "Omit the optional nullable request-body field `", "description", "`."
    )]
    #[must_use]
    pub fn description_absent(mut self) -> Self {
        self.request.description = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "picture", "`.")]
    #[must_use]
    pub fn picture(mut self, picture: Hero) -> Self {
        self.request.picture = Some(Some(picture));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "picture", "` to JSON null."
    )]
    #[must_use]
    pub fn picture_null(mut self) -> Self {
        self.request.picture = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "picture", "`.")]
    #[must_use]
    pub fn picture_absent(mut self) -> Self {
        self.request.picture = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "slug", "`.")]
    #[must_use]
    pub fn slug(mut self, slug: Slug) -> Self {
        self.request.slug = Some(Some(slug));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "slug", "` to JSON null."
    )]
    #[must_use]
    pub fn slug_null(mut self) -> Self {
        self.request.slug = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "slug", "`.")]
    #[must_use]
    pub fn slug_absent(mut self) -> Self {
        self.request.slug = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "url", "`.")]
    #[must_use]
    pub fn url(mut self, url: String) -> Self {
        self.request.url = Some(Some(url));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "url", "` to JSON null."
    )]
    #[must_use]
    pub fn url_null(mut self) -> Self {
        self.request.url = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "url", "`.")]
    #[must_use]
    pub fn url_absent(mut self) -> Self {
        self.request.url = None;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ChangedTerm, ApiOpError<CreateTermApiError>> {
        self.client.create_term(self.prefer, self.idempotency_key, self.request).await
    }
}
#[doc = concat!("Additive request builder for `", "deleteRedirect", "`.")]
#[must_use]
pub struct DeleteRedirectBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    if_match: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> DeleteRedirectBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<(), ApiOpError<DeleteRedirectApiError>> {
        self.client
            .delete_redirect(self.id, self.if_match, self.prefer, self.idempotency_key)
            .await
    }
}
#[doc = concat!("Additive request builder for `", "deleteTerm", "`.")]
#[must_use]
pub struct DeleteTermBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> DeleteTermBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<(), ApiOpError<DeleteTermApiError>> {
        self.client.delete_term(self.id, self.prefer, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "duplicateDraft", "`.")]
#[must_use]
pub struct DuplicateDraftBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> DuplicateDraftBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(
        self,
    ) -> Result<EditorialDraft, ApiOpError<DuplicateDraftApiError>> {
        self.client.duplicate_draft(self.id, self.prefer, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "endSession", "`.")]
#[must_use]
pub struct EndSessionBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    idempotency_key: Option<String>,
}
impl<'a> EndSessionBuilder<'a> {
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<(), ApiOpError<EndSessionApiError>> {
        self.client.end_session(self.id, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "issuePasswordToken", "`.")]
#[must_use]
pub struct IssuePasswordTokenBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    idempotency_key: Option<String>,
}
impl<'a> IssuePasswordTokenBuilder<'a> {
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(
        self,
    ) -> Result<PasswordToken, ApiOpError<IssuePasswordTokenApiError>> {
        self.client.issue_password_token(self.id, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "listAuditEntries", "`.")]
#[must_use]
pub struct ListAuditEntriesBuilder<'a> {
    client: &'a HttpClient,
    actor: Option<String>,
    subject: Option<String>,
    action: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
}
impl<'a> ListAuditEntriesBuilder<'a> {
    #[doc = concat!("Set the optional `", "actor", "` operation parameter.")]
    #[must_use]
    pub fn actor(mut self, actor: impl Into<String>) -> Self {
        self.actor = Some(actor.into());
        self
    }
    #[doc = concat!("Set the optional `", "subject", "` operation parameter.")]
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }
    #[doc = concat!("Set the optional `", "action", "` operation parameter.")]
    #[must_use]
    pub fn action(mut self, action: impl Into<String>) -> Self {
        self.action = Some(action.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<AuditPage, ApiOpError<ListAuditEntriesApiError>> {
        self.client
            .list_audit_entries(
                self.actor,
                self.subject,
                self.action,
                self.limit,
                self.after,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listDrafts", "`.")]
#[must_use]
pub struct ListDraftsBuilder<'a> {
    client: &'a HttpClient,
    status: Option<String>,
    locale: Option<String>,
    article: Option<String>,
    section: Option<String>,
    author: Option<String>,
    tag: Option<String>,
    owner: Option<String>,
    text: Option<String>,
    has_unpublished_changes: Option<bool>,
    limit: Option<i32>,
    after: Option<String>,
}
impl<'a> ListDraftsBuilder<'a> {
    #[doc = concat!("Set the optional `", "status", "` operation parameter.")]
    #[must_use]
    pub fn status(mut self, status: impl Into<String>) -> Self {
        self.status = Some(status.into());
        self
    }
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "article", "` operation parameter.")]
    #[must_use]
    pub fn article(mut self, article: impl Into<String>) -> Self {
        self.article = Some(article.into());
        self
    }
    #[doc = concat!("Set the optional `", "section", "` operation parameter.")]
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }
    #[doc = concat!("Set the optional `", "author", "` operation parameter.")]
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    #[doc = concat!("Set the optional `", "tag", "` operation parameter.")]
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    #[doc = concat!("Set the optional `", "owner", "` operation parameter.")]
    #[must_use]
    pub fn owner(mut self, owner: impl Into<String>) -> Self {
        self.owner = Some(owner.into());
        self
    }
    #[doc = concat!("Set the optional `", "text", "` operation parameter.")]
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
    #[doc = concat!(
        "Set the optional `", "has_unpublished_changes", "` operation parameter."
    )]
    #[must_use]
    pub fn has_unpublished_changes(mut self, has_unpublished_changes: bool) -> Self {
        self.has_unpublished_changes = Some(has_unpublished_changes);
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<DraftPage, ApiOpError<ListDraftsApiError>> {
        self.client
            .list_drafts(
                self.status,
                self.locale,
                self.article,
                self.section,
                self.author,
                self.tag,
                self.owner,
                self.text,
                self.has_unpublished_changes,
                self.limit,
                self.after,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listJobs", "`.")]
#[must_use]
pub struct ListJobsBuilder<'a> {
    client: &'a HttpClient,
    state: Option<String>,
    kind: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
}
impl<'a> ListJobsBuilder<'a> {
    #[doc = concat!("Set the optional `", "state", "` operation parameter.")]
    #[must_use]
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }
    #[doc = concat!("Set the optional `", "kind", "` operation parameter.")]
    #[must_use]
    pub fn kind(mut self, kind: impl Into<String>) -> Self {
        self.kind = Some(kind.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<JobPage, ApiOpError<ListJobsApiError>> {
        self.client.list_jobs(self.state, self.kind, self.limit, self.after).await
    }
}
#[doc = concat!("Additive request builder for `", "listPeople", "`.")]
#[must_use]
pub struct ListPeopleBuilder<'a> {
    client: &'a HttpClient,
    limit: Option<i32>,
    after: Option<String>,
}
impl<'a> ListPeopleBuilder<'a> {
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<PersonPage, ApiOpError<ListPeopleApiError>> {
        self.client.list_people(self.limit, self.after).await
    }
}
#[doc = concat!("Additive request builder for `", "listPreviews", "`.")]
#[must_use]
pub struct ListPreviewsBuilder<'a> {
    client: &'a HttpClient,
    limit: Option<i32>,
    after: Option<String>,
}
impl<'a> ListPreviewsBuilder<'a> {
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<PreviewPage, ApiOpError<ListPreviewsApiError>> {
        self.client.list_previews(self.limit, self.after).await
    }
}
#[doc = concat!("Additive request builder for `", "listRedirects", "`.")]
#[must_use]
pub struct ListRedirectsBuilder<'a> {
    client: &'a HttpClient,
    path_prefix: Option<String>,
    locale: Option<String>,
    article: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
}
impl<'a> ListRedirectsBuilder<'a> {
    #[doc = concat!("Set the optional `", "path_prefix", "` operation parameter.")]
    #[must_use]
    pub fn path_prefix(mut self, path_prefix: impl Into<String>) -> Self {
        self.path_prefix = Some(path_prefix.into());
        self
    }
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "article", "` operation parameter.")]
    #[must_use]
    pub fn article(mut self, article: impl Into<String>) -> Self {
        self.article = Some(article.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<RedirectPage, ApiOpError<ListRedirectsApiError>> {
        self.client
            .list_redirects(
                self.path_prefix,
                self.locale,
                self.article,
                self.limit,
                self.after,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listRevisions", "`.")]
#[must_use]
pub struct ListRevisionsBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    limit: Option<i32>,
    after: Option<String>,
}
impl<'a> ListRevisionsBuilder<'a> {
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<RevisionPage, ApiOpError<ListRevisionsApiError>> {
        self.client.list_revisions(self.id, self.limit, self.after).await
    }
}
#[doc = concat!("Additive request builder for `", "listTerms", "`.")]
#[must_use]
pub struct ListTermsBuilder<'a> {
    client: &'a HttpClient,
    kind: TermKind,
    text: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
}
impl<'a> ListTermsBuilder<'a> {
    #[doc = concat!("Set the optional `", "text", "` operation parameter.")]
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = Some(text.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<EditorialTermPage, ApiOpError<ListTermsApiError>> {
        self.client.list_terms(self.kind, self.text, self.limit, self.after).await
    }
}
#[doc = concat!("Additive request builder for `", "mergeTerm", "`.")]
#[must_use]
pub struct MergeTermBuilder2<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: MergeTerm,
}
impl<'a> MergeTermBuilder2<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: MergeTerm) -> Self {
        self.request = request;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ChangedTerm, ApiOpError<MergeTermApiError>> {
        self.client
            .merge_term(self.id, self.prefer, self.idempotency_key, self.request)
            .await
    }
}
#[doc = concat!("Additive request builder for `", "moveDrafts", "`.")]
#[must_use]
pub struct MoveDraftsBuilder2<'a> {
    client: &'a HttpClient,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: MoveDrafts,
}
impl<'a> MoveDraftsBuilder2<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: MoveDrafts) -> Self {
        self.request = request;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<DraftsReport, ApiOpError<MoveDraftsApiError>> {
        self.client.move_drafts(self.prefer, self.idempotency_key, self.request).await
    }
}
#[doc = concat!("Additive request builder for `", "publishDraft", "`.")]
#[must_use]
pub struct PublishDraftBuilder2<'a> {
    client: &'a HttpClient,
    id: String,
    pending: Option<String>,
    if_match: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: PublishDraft,
}
impl<'a> PublishDraftBuilder2<'a> {
    #[doc = concat!("Set the optional `", "pending", "` operation parameter.")]
    #[must_use]
    pub fn pending(mut self, pending: impl Into<String>) -> Self {
        self.pending = Some(pending.into());
        self
    }
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: PublishDraft) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "minor", "`.")]
    #[must_use]
    pub fn minor(mut self, minor: bool) -> Self {
        self.request.minor = Some(minor);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ActReport, ApiOpError<PublishDraftApiError>> {
        self.client
            .publish_draft(
                self.id,
                self.pending,
                self.if_match,
                self.prefer,
                self.idempotency_key,
                self.request,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "publishDrafts", "`.")]
#[must_use]
pub struct PublishDraftsBuilder2<'a> {
    client: &'a HttpClient,
    pending: Option<String>,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: PublishDrafts,
}
impl<'a> PublishDraftsBuilder2<'a> {
    #[doc = concat!("Set the optional `", "pending", "` operation parameter.")]
    #[must_use]
    pub fn pending(mut self, pending: impl Into<String>) -> Self {
        self.pending = Some(pending.into());
        self
    }
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: PublishDrafts) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "minor", "`.")]
    #[must_use]
    pub fn minor(mut self, minor: bool) -> Self {
        self.request.minor = Some(minor);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ActReport, ApiOpError<PublishDraftsApiError>> {
        self.client
            .publish_drafts(
                self.pending,
                self.prefer,
                self.idempotency_key,
                self.request,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "restoreDraft", "`.")]
#[must_use]
pub struct RestoreDraftBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> RestoreDraftBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<EditorialDraft, ApiOpError<RestoreDraftApiError>> {
        self.client.restore_draft(self.id, self.prefer, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "restoreRevision", "`.")]
#[must_use]
pub struct RestoreRevisionBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    number: i32,
    if_match: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> RestoreRevisionBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(
        self,
    ) -> Result<RestoredDraft, ApiOpError<RestoreRevisionApiError>> {
        self.client
            .restore_revision(
                self.id,
                self.number,
                self.if_match,
                self.prefer,
                self.idempotency_key,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "retryJob", "`.")]
#[must_use]
pub struct RetryJobBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> RetryJobBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<Job, ApiOpError<RetryJobApiError>> {
        self.client.retry_job(self.id, self.prefer, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "revokePreview", "`.")]
#[must_use]
pub struct RevokePreviewBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> RevokePreviewBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<(), ApiOpError<RevokePreviewApiError>> {
        self.client.revoke_preview(self.id, self.prefer, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "saveDraft", "`.")]
#[must_use]
pub struct SaveDraftBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    if_match: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: ContentPatch,
}
impl<'a> SaveDraftBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: ContentPatch) -> Self {
        self.request = request;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "body", "`.")]
    #[must_use]
    pub fn body(mut self, body: Markdown) -> Self {
        self.request.body = Some(Some(body));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "body", "` to JSON null."
    )]
    #[must_use]
    pub fn body_null(mut self) -> Self {
        self.request.body = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "body", "`.")]
    #[must_use]
    pub fn body_absent(mut self) -> Self {
        self.request.body = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "byline", "`.")]
    #[must_use]
    pub fn byline(mut self, byline: Vec<TermId>) -> Self {
        self.request.byline = Some(Some(byline));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "byline", "` to JSON null."
    )]
    #[must_use]
    pub fn byline_null(mut self) -> Self {
        self.request.byline = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "byline", "`.")]
    #[must_use]
    pub fn byline_absent(mut self) -> Self {
        self.request.byline = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "fields", "`.")]
    #[must_use]
    pub fn fields(mut self, fields: ContentPatchFields) -> Self {
        self.request.fields = Some(Some(fields));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "fields", "` to JSON null."
    )]
    #[must_use]
    pub fn fields_null(mut self) -> Self {
        self.request.fields = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "fields", "`.")]
    #[must_use]
    pub fn fields_absent(mut self) -> Self {
        self.request.fields = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "first_published_at", "`.")]
    #[must_use]
    pub fn first_published_at(
        mut self,
        first_published_at: chrono::DateTime<chrono::Utc>,
    ) -> Self {
        self.request.first_published_at = Some(Some(first_published_at));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "first_published_at",
        "` to JSON null."
    )]
    #[must_use]
    pub fn first_published_at_null(mut self) -> Self {
        self.request.first_published_at = Some(None);
        self
    }
    #[doc = concat!(
        "Omit the optional nullable request-body field `", "first_published_at", "`."
    )]
    #[must_use]
    pub fn first_published_at_absent(mut self) -> Self {
        self.request.first_published_at = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "headline", "`.")]
    #[must_use]
    pub fn headline(mut self, headline: Headline) -> Self {
        self.request.headline = Some(Some(headline));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "headline", "` to JSON null."
    )]
    #[must_use]
    pub fn headline_null(mut self) -> Self {
        self.request.headline = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "headline", "`.")]
    #[must_use]
    pub fn headline_absent(mut self) -> Self {
        self.request.headline = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "hero", "`.")]
    #[must_use]
    pub fn hero(mut self, hero: Hero) -> Self {
        self.request.hero = Some(Some(hero));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "hero", "` to JSON null."
    )]
    #[must_use]
    pub fn hero_null(mut self) -> Self {
        self.request.hero = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "hero", "`.")]
    #[must_use]
    pub fn hero_absent(mut self) -> Self {
        self.request.hero = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "kicker", "`.")]
    #[must_use]
    pub fn kicker(mut self, kicker: Kicker) -> Self {
        self.request.kicker = Some(Some(kicker));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "kicker", "` to JSON null."
    )]
    #[must_use]
    pub fn kicker_null(mut self) -> Self {
        self.request.kicker = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "kicker", "`.")]
    #[must_use]
    pub fn kicker_absent(mut self) -> Self {
        self.request.kicker = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "section", "`.")]
    #[must_use]
    pub fn section(mut self, section: TermId) -> Self {
        self.request.section = Some(Some(section));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "section", "` to JSON null."
    )]
    #[must_use]
    pub fn section_null(mut self) -> Self {
        self.request.section = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "section", "`.")]
    #[must_use]
    pub fn section_absent(mut self) -> Self {
        self.request.section = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "seo", "`.")]
    #[must_use]
    pub fn seo(mut self, seo: SeoPatch) -> Self {
        self.request.seo = Some(Some(seo));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "seo", "` to JSON null."
    )]
    #[must_use]
    pub fn seo_null(mut self) -> Self {
        self.request.seo = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "seo", "`.")]
    #[must_use]
    pub fn seo_absent(mut self) -> Self {
        self.request.seo = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "series", "`.")]
    #[must_use]
    pub fn series(mut self, series: SeriesPart) -> Self {
        self.request.series = Some(Some(series));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "series", "` to JSON null."
    )]
    #[must_use]
    pub fn series_null(mut self) -> Self {
        self.request.series = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "series", "`.")]
    #[must_use]
    pub fn series_absent(mut self) -> Self {
        self.request.series = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "slug", "`.")]
    #[must_use]
    pub fn slug(mut self, slug: Slug) -> Self {
        self.request.slug = Some(Some(slug));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "slug", "` to JSON null."
    )]
    #[must_use]
    pub fn slug_null(mut self) -> Self {
        self.request.slug = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "slug", "`.")]
    #[must_use]
    pub fn slug_absent(mut self) -> Self {
        self.request.slug = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "standfirst", "`.")]
    #[must_use]
    pub fn standfirst(mut self, standfirst: Standfirst) -> Self {
        self.request.standfirst = Some(Some(standfirst));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "standfirst", "` to JSON null."
    )]
    #[must_use]
    pub fn standfirst_null(mut self) -> Self {
        self.request.standfirst = Some(None);
        self
    }
    #[doc = concat!(
        "Omit the optional nullable request-body field `", "standfirst", "`."
    )]
    #[must_use]
    pub fn standfirst_absent(mut self) -> Self {
        self.request.standfirst = None;
        self
    }
    #[doc = concat!("Set the optional request-body field `", "tags", "`.")]
    #[must_use]
    pub fn tags(mut self, tags: Vec<TermId>) -> Self {
        self.request.tags = Some(Some(tags));
        self
    }
    #[doc = concat!(
        "Set the optional nullable request-body field `", "tags", "` to JSON null."
    )]
    #[must_use]
    pub fn tags_null(mut self) -> Self {
        self.request.tags = Some(None);
        self
    }
    #[doc = concat!("Omit the optional nullable request-body field `", "tags", "`.")]
    #[must_use]
    pub fn tags_absent(mut self) -> Self {
        self.request.tags = None;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<EditorialDraft, ApiOpError<SaveDraftApiError>> {
        self.client
            .save_draft(
                self.id,
                self.if_match,
                self.prefer,
                self.idempotency_key,
                self.request,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "scheduleDraft", "`.")]
#[must_use]
pub struct ScheduleDraftBuilder2<'a> {
    client: &'a HttpClient,
    id: String,
    if_match: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: ScheduleDraft,
}
impl<'a> ScheduleDraftBuilder2<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: ScheduleDraft) -> Self {
        self.request = request;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(
        self,
    ) -> Result<EditorialDraft, ApiOpError<ScheduleDraftApiError>> {
        self.client
            .schedule_draft(
                self.id,
                self.if_match,
                self.prefer,
                self.idempotency_key,
                self.request,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "showPreviousEdition", "`.")]
#[must_use]
pub struct ShowPreviousEditionBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    pending: Option<String>,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> ShowPreviousEditionBuilder<'a> {
    #[doc = concat!("Set the optional `", "pending", "` operation parameter.")]
    #[must_use]
    pub fn pending(mut self, pending: impl Into<String>) -> Self {
        self.pending = Some(pending.into());
        self
    }
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(
        self,
    ) -> Result<ActReport, ApiOpError<ShowPreviousEditionApiError>> {
        self.client
            .show_previous_edition(
                self.id,
                self.pending,
                self.prefer,
                self.idempotency_key,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "takeDownDraft", "`.")]
#[must_use]
pub struct TakeDownDraftBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> TakeDownDraftBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ActReport, ApiOpError<TakeDownDraftApiError>> {
        self.client.take_down_draft(self.id, self.prefer, self.idempotency_key).await
    }
}
#[doc = concat!("Additive request builder for `", "trashDraft", "`.")]
#[must_use]
pub struct TrashDraftBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    if_match: String,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> TrashDraftBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<EditorialDraft, ApiOpError<TrashDraftApiError>> {
        self.client
            .trash_draft(self.id, self.if_match, self.prefer, self.idempotency_key)
            .await
    }
}
#[doc = concat!("Additive request builder for `", "trashDrafts", "`.")]
#[must_use]
pub struct TrashDraftsBuilder<'a> {
    client: &'a HttpClient,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: SeenDrafts,
}
impl<'a> TrashDraftsBuilder<'a> {
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: SeenDrafts) -> Self {
        self.request = request;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<DraftsReport, ApiOpError<TrashDraftsApiError>> {
        self.client.trash_drafts(self.prefer, self.idempotency_key, self.request).await
    }
}
#[doc = concat!("Additive request builder for `", "withdrawDraft", "`.")]
#[must_use]
pub struct WithdrawDraftBuilder<'a> {
    client: &'a HttpClient,
    id: String,
    pending: Option<String>,
    prefer: Option<String>,
    idempotency_key: Option<String>,
}
impl<'a> WithdrawDraftBuilder<'a> {
    #[doc = concat!("Set the optional `", "pending", "` operation parameter.")]
    #[must_use]
    pub fn pending(mut self, pending: impl Into<String>) -> Self {
        self.pending = Some(pending.into());
        self
    }
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ActReport, ApiOpError<WithdrawDraftApiError>> {
        self.client
            .withdraw_draft(self.id, self.pending, self.prefer, self.idempotency_key)
            .await
    }
}
#[doc = concat!("Additive request builder for `", "withdrawDrafts", "`.")]
#[must_use]
pub struct WithdrawDraftsBuilder<'a> {
    client: &'a HttpClient,
    pending: Option<String>,
    prefer: Option<String>,
    idempotency_key: Option<String>,
    request: SeenDrafts,
}
impl<'a> WithdrawDraftsBuilder<'a> {
    #[doc = concat!("Set the optional `", "pending", "` operation parameter.")]
    #[must_use]
    pub fn pending(mut self, pending: impl Into<String>) -> Self {
        self.pending = Some(pending.into());
        self
    }
    #[doc = concat!("Set the optional `", "Prefer", "` operation parameter.")]
    #[must_use]
    pub fn prefer(mut self, prefer: impl Into<String>) -> Self {
        self.prefer = Some(prefer.into());
        self
    }
    #[doc = concat!("Set the optional `", "Idempotency-Key", "` operation parameter.")]
    #[must_use]
    pub fn idempotency_key(mut self, idempotency_key: impl Into<String>) -> Self {
        self.idempotency_key = Some(idempotency_key.into());
        self
    }
    /// Replace the complete request body.
    #[must_use]
    pub fn request(mut self, request: SeenDrafts) -> Self {
        self.request = request;
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ActReport, ApiOpError<WithdrawDraftsApiError>> {
        self.client
            .withdraw_drafts(
                self.pending,
                self.prefer,
                self.idempotency_key,
                self.request,
            )
            .await
    }
}
impl HttpClient {
    /// Cancels a job.
    ///
    /// One that is running writes nothing any more.
    ///
    /// Who may: admin.
    ///
    /// `POST /editorial/v1/jobs/{id}/cancel`
    pub async fn cancel_job(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<Job, ApiOpError<CancelJobApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/jobs/{}/cancel",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CancelJobApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelJobApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelJobApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelJobApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelJobApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelJobApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelJobApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelJobApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelJobApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Cancels what is scheduled.
    ///
    /// Who may: admin, editor, author (own).
    ///
    /// `DELETE /editorial/v1/drafts/{id}/schedule`
    pub async fn cancel_schedule(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<(), ApiOpError<CancelScheduleApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/schedule",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.delete(request_url);
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            req = req.header(name, value);
        }
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 204u16 {
            let _ = body_text;
            let _ = raw_body;
            let _ = headers;
            Ok(())
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "204",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CancelScheduleApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelScheduleApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelScheduleApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelScheduleApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelScheduleApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelScheduleApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelScheduleApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelScheduleApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CancelScheduleApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Changes one's own password.
    ///
    /// The present one is asked for. All sessions end, this one too: sign in with the new one.
    ///
    /// There is no dry run: `Prefer: dry-run` is refused.
    ///
    /// Who may: admin, editor, author, contributor, viewer.
    ///
    /// `PUT /editorial/v1/me/password`
    pub async fn change_own_password(
        &self,
        idempotency_key: Option<impl AsRef<str>>,
        request: ChangePassword,
    ) -> Result<(), ApiOpError<ChangeOwnPasswordApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/me/password");
        let mut req = self.http_client.put(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            req = req.header(name, value);
        }
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 204u16 {
            let _ = body_text;
            let _ = raw_body;
            let _ = headers;
            Ok(())
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "204",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ChangeOwnPasswordApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                429u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status429(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeOwnPasswordApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Changes an account.
    ///
    /// A merge patch. Another role, or a suspension, ends all sessions of the person at once. The last administrator stays.
    ///
    /// Who may: admin.
    ///
    /// `PATCH /editorial/v1/people/{id}`
    pub async fn change_person(
        &self,
        id: impl AsRef<str>,
        if_match: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: PersonPatch,
    ) -> Result<Person, ApiOpError<ChangePersonApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/people/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.patch(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/merge-patch+json");
        req = req.header("If-Match", if_match.as_ref());
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ChangePersonApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                412u16 => {
                    match serde_json::from_str::<StaleProblem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status412(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                428u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status428(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangePersonApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Changes a term.
    ///
    /// A merge patch. What readers see of it changes at once, and its articles by a job that tells how far it is; none of
    /// them counts as updated.
    ///
    /// Who may: admin, editor.
    ///
    /// `PATCH /editorial/v1/terms/{id}`
    pub async fn change_term(
        &self,
        id: impl AsRef<str>,
        if_match: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: TermPatch,
    ) -> Result<ChangedTerm, ApiOpError<ChangeTermApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/terms/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.patch(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/merge-patch+json");
        req = req.header("If-Match", if_match.as_ref());
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ChangeTermApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                412u16 => {
                    match serde_json::from_str::<StaleProblem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status412(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                428u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status428(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ChangeTermApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Checks a draft as it would be published.
    ///
    /// The rules are those that publishing applies, and they are applied to you: what it would refuse now is an obstacle here,
    /// with the same kind of problem. All of them are listed at once. Findings of the severity `error` keep the draft from being
    /// published; warnings and notes do not. Nothing is changed.
    ///
    /// Who may: admin, editor, author, contributor (own), viewer.
    ///
    /// `GET /editorial/v1/drafts/{id}/checks`
    pub async fn check_draft(
        &self,
        id: impl AsRef<str>,
    ) -> Result<CheckReport, ApiOpError<CheckDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/checks",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CheckDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CheckDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CheckDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CheckDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CheckDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CheckDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CheckDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Compares two revisions of a draft.
    ///
    /// The body word by word, everything else property by property. A term that was merged is the one that it became, in both.
    ///
    /// Who may: admin, editor, author, contributor (own), viewer.
    ///
    /// `GET /editorial/v1/drafts/{id}/comparison`
    pub async fn compare_revisions(
        &self,
        id: impl AsRef<str>,
        from: i32,
        to: i32,
    ) -> Result<Comparison, ApiOpError<CompareRevisionsApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/comparison",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            query_params.push(("from".to_string(), from.to_string()));
            query_params.push(("to".to_string(), to.to_string()));
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CompareRevisionsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CompareRevisionsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CompareRevisionsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CompareRevisionsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CompareRevisionsApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CompareRevisionsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CompareRevisionsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Begins a draft.
    ///
    /// Of a new article, or of one in another locale. It belongs to whoever begins it.
    ///
    /// Who may: admin, editor, author, contributor.
    ///
    /// `POST /editorial/v1/drafts`
    pub async fn create_draft(
        &self,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: CreateDraft,
    ) -> Result<EditorialDraft, ApiOpError<CreateDraftApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/drafts");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200, 201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CreateDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Makes an account.
    ///
    /// Who may: admin.
    ///
    /// `POST /editorial/v1/people`
    pub async fn create_person(
        &self,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: CreatePerson,
    ) -> Result<Person, ApiOpError<CreatePersonApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/people");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200, 201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CreatePersonApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePersonApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Makes a preview.
    ///
    /// Whoever has the link sees the site with these drafts, or as it will be at a moment, under `/preview/v1`, in the
    /// forms and paths of `/v1`. A moment shows what everybody scheduled: it takes the right to see everybody's drafts.
    ///
    /// There is no dry run: `Prefer: dry-run` is refused.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `POST /editorial/v1/previews`
    pub async fn create_preview(
        &self,
        idempotency_key: Option<impl AsRef<str>>,
        request: CreatePreview,
    ) -> Result<PreviewLink, ApiOpError<CreatePreviewApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/previews");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CreatePreviewApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreatePreviewApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Creates a redirect.
    ///
    /// `GET /v1/resolve` answers `moved` for its path then, or `gone` once the article that it leads to is withdrawn. A path at
    /// which an article lives, or from which one has moved, needs none and gets none.
    ///
    /// Who may: admin, editor.
    ///
    /// `POST /editorial/v1/redirects`
    pub async fn create_redirect(
        &self,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: CreateRedirect,
    ) -> Result<CreatedRedirect, ApiOpError<CreateRedirectApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/redirects");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200, 201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CreateRedirectApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateRedirectApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Makes a term.
    ///
    /// Who may: admin, editor.
    ///
    /// `POST /editorial/v1/terms`
    pub async fn create_term(
        &self,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: CreateTerm,
    ) -> Result<ChangedTerm, ApiOpError<CreateTermApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/terms");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200, 201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<CreateTermApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(CreateTermApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Deletes a redirect.
    ///
    /// A redirect is never changed: to give a path another target, delete its redirect and create another.
    ///
    /// Who may: admin, editor.
    ///
    /// `DELETE /editorial/v1/redirects/{id}`
    pub async fn delete_redirect(
        &self,
        id: impl AsRef<str>,
        if_match: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<(), ApiOpError<DeleteRedirectApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/redirects/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.delete(request_url);
        req = req.header("If-Match", if_match.as_ref());
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            req = req.header(name, value);
        }
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 204u16 {
            let _ = body_text;
            let _ = raw_body;
            let _ = headers;
            Ok(())
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "204",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<DeleteRedirectApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                412u16 => {
                    match serde_json::from_str::<StaleProblem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status412(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                428u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status428(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteRedirectApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Deletes a term that nothing names.
    ///
    /// It is refused while the newest revision of a draft, or something live or scheduled, names it. Older revisions keep its
    /// identity, and say in `terms` when it was deleted. Its slug is free then, with those of the terms merged into it.
    ///
    /// Who may: admin, editor.
    ///
    /// `DELETE /editorial/v1/terms/{id}`
    pub async fn delete_term(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<(), ApiOpError<DeleteTermApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/terms/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.delete(request_url);
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            req = req.header(name, value);
        }
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 204u16 {
            let _ = body_text;
            let _ = raw_body;
            let _ = headers;
            Ok(())
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "204",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<DeleteTermApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteTermApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteTermApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteTermApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteTermApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteTermApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteTermApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteTermApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DeleteTermApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Begins a new article with what a draft holds.
    ///
    /// All but its slug and its dates. It belongs to whoever does this.
    ///
    /// Who may: admin, editor, author, contributor.
    ///
    /// `POST /editorial/v1/drafts/{id}/duplicate`
    pub async fn duplicate_draft(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<EditorialDraft, ApiOpError<DuplicateDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/duplicate",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200, 201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<DuplicateDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DuplicateDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DuplicateDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DuplicateDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DuplicateDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DuplicateDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DuplicateDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DuplicateDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(DuplicateDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Ends a session.
    ///
    /// One's own, such as the present one, to sign out; administrators end anybody's. Its tokens are void at once.
    ///
    /// There is no dry run: `Prefer: dry-run` is refused.
    ///
    /// Who may: admin, editor, author, contributor, viewer.
    ///
    /// `DELETE /editorial/v1/sessions/{id}`
    pub async fn end_session(
        &self,
        id: impl AsRef<str>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<(), ApiOpError<EndSessionApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/sessions/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.delete(request_url);
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            req = req.header(name, value);
        }
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 204u16 {
            let _ = body_text;
            let _ = raw_body;
            let _ = headers;
            Ok(())
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "204",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<EndSessionApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(EndSessionApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(EndSessionApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(EndSessionApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(EndSessionApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(EndSessionApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(EndSessionApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(EndSessionApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(EndSessionApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gets a draft.
    ///
    /// `content` is what was saved. `terms` says what the terms that it names are called now, and what became of those that were
    /// merged or deleted: that changes without a new revision, and so does where the draft stands. The `ETag` is therefore for
    /// `If-Match` alone; `If-None-Match` is ignored, and the answer is never 304.
    ///
    /// Who may: admin, editor, author, contributor (own), viewer.
    ///
    /// `GET /editorial/v1/drafts/{id}`
    pub async fn get_draft(
        &self,
        id: impl AsRef<str>,
    ) -> Result<EditorialDraft, ApiOpError<GetDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<GetDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gets a job.
    ///
    /// Who may: admin, editor.
    ///
    /// `GET /editorial/v1/jobs/{id}`
    pub async fn get_job(
        &self,
        id: impl AsRef<str>,
    ) -> Result<Job, ApiOpError<GetJobApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/jobs/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<GetJobApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetJobApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetJobApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetJobApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetJobApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetJobApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetJobApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gets one's own account.
    ///
    /// Who may: admin, editor, author, contributor, viewer.
    ///
    /// `GET /editorial/v1/me`
    pub async fn get_me(&self) -> Result<Person, ApiOpError<GetMeApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/me");
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<GetMeApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetMeApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetMeApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetMeApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetMeApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetMeApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gets a person.
    ///
    /// Who may: admin, editor.
    ///
    /// `GET /editorial/v1/people/{id}`
    pub async fn get_person(
        &self,
        id: impl AsRef<str>,
    ) -> Result<Person, ApiOpError<GetPersonApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/people/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<GetPersonApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPersonApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPersonApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPersonApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPersonApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPersonApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPersonApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gets a preview.
    ///
    /// Without what opens it. It is there after it has ended, too.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `GET /editorial/v1/previews/{id}`
    pub async fn get_preview(
        &self,
        id: impl AsRef<str>,
    ) -> Result<Preview, ApiOpError<GetPreviewApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/previews/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<GetPreviewApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPreviewApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPreviewApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPreviewApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPreviewApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPreviewApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetPreviewApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gets a redirect.
    ///
    /// Who may: admin, editor, author, contributor, viewer.
    ///
    /// `GET /editorial/v1/redirects/{id}`
    pub async fn get_redirect(
        &self,
        id: impl AsRef<str>,
    ) -> Result<EditorialRedirect, ApiOpError<GetRedirectApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/redirects/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<GetRedirectApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRedirectApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRedirectApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRedirectApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRedirectApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRedirectApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRedirectApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gets a revision.
    ///
    /// `content` is what was saved, and never changes. `terms` says what the terms that it names are called now, and what became
    /// of those that were merged or deleted. `If-None-Match` is ignored, and the answer is never 304.
    ///
    /// Who may: admin, editor, author, contributor (own), viewer.
    ///
    /// `GET /editorial/v1/drafts/{id}/revisions/{number}`
    pub async fn get_revision(
        &self,
        id: impl AsRef<str>,
        number: i32,
    ) -> Result<Revision, ApiOpError<GetRevisionApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/revisions/{}",
            __pct_encode_path_segment(id.as_ref()), __pct_encode_path_segment(& number
            .to_string()))
        );
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<GetRevisionApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRevisionApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRevisionApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRevisionApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRevisionApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRevisionApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRevisionApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gets a term.
    ///
    /// By its identity, or that of one that was merged into it.
    ///
    /// Who may: admin, editor, author, contributor, viewer.
    ///
    /// `GET /editorial/v1/terms/{id}`
    pub async fn get_term(
        &self,
        id: impl AsRef<str>,
    ) -> Result<EditorialTerm, ApiOpError<GetTermApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/terms/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<GetTermApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetTermApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetTermApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetTermApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetTermApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetTermApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetTermApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Issues a one-time token.
    ///
    /// With it the person sets a password: whoever is new, or forgot. It is shown once, good once, and for half an hour;
    /// an earlier one is void. It can be read nowhere again, and so the answer has no `Location`.
    ///
    /// There is no dry run: `Prefer: dry-run` is refused.
    ///
    /// Who may: admin.
    ///
    /// `POST /editorial/v1/people/{id}/password-token`
    pub async fn issue_password_token(
        &self,
        id: impl AsRef<str>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<PasswordToken, ApiOpError<IssuePasswordTokenApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/people/{}/password-token",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<IssuePasswordTokenApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(IssuePasswordTokenApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(IssuePasswordTokenApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(IssuePasswordTokenApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(IssuePasswordTokenApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(IssuePasswordTokenApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(IssuePasswordTokenApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(IssuePasswordTokenApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(IssuePasswordTokenApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Reads the log.
    ///
    /// Everything that was done, the newest first: who, what, to what, when, in answer to which request. Nobody changes it.
    ///
    /// Who may: admin, editor.
    ///
    /// `GET /editorial/v1/audit`
    pub async fn list_audit_entries(
        &self,
        actor: Option<impl AsRef<str>>,
        subject: Option<impl AsRef<str>>,
        action: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
    ) -> Result<AuditPage, ApiOpError<ListAuditEntriesApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/audit");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = actor {
                query_params.push(("actor".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = subject {
                query_params.push(("subject".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = action {
                query_params.push(("action".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListAuditEntriesApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListAuditEntriesApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListAuditEntriesApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListAuditEntriesApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListAuditEntriesApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListAuditEntriesApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Lists drafts.
    ///
    /// The last saved first. Filters are combined: every one must hold.
    ///
    /// Who may: admin, editor, author, contributor (own), viewer.
    ///
    /// `GET /editorial/v1/drafts`
    pub async fn list_drafts(
        &self,
        status: Option<impl AsRef<str>>,
        locale: Option<impl AsRef<str>>,
        article: Option<impl AsRef<str>>,
        section: Option<impl AsRef<str>>,
        author: Option<impl AsRef<str>>,
        tag: Option<impl AsRef<str>>,
        owner: Option<impl AsRef<str>>,
        text: Option<impl AsRef<str>>,
        has_unpublished_changes: Option<bool>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
    ) -> Result<DraftPage, ApiOpError<ListDraftsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/drafts");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = status {
                query_params.push(("status".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = article {
                query_params.push(("article".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = section {
                query_params.push(("section".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = author {
                query_params.push(("author".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tag {
                query_params.push(("tag".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = owner {
                query_params.push(("owner".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = text {
                query_params.push(("text".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = has_unpublished_changes {
                query_params
                    .push(("has_unpublished_changes".to_string(), v.to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListDraftsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListDraftsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListDraftsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListDraftsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListDraftsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListDraftsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Lists jobs.
    ///
    /// Who may: admin, editor.
    ///
    /// `GET /editorial/v1/jobs`
    pub async fn list_jobs(
        &self,
        state: Option<impl AsRef<str>>,
        kind: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
    ) -> Result<JobPage, ApiOpError<ListJobsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/jobs");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = state {
                query_params.push(("state".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = kind {
                query_params.push(("kind".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListJobsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListJobsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListJobsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListJobsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListJobsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListJobsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Lists people.
    ///
    /// Who may: admin, editor.
    ///
    /// `GET /editorial/v1/people`
    pub async fn list_people(
        &self,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
    ) -> Result<PersonPage, ApiOpError<ListPeopleApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/people");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListPeopleApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPeopleApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPeopleApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPeopleApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPeopleApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPeopleApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Lists previews that are good.
    ///
    /// One's own; whoever sees everybody's drafts sees everybody's previews.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `GET /editorial/v1/previews`
    pub async fn list_previews(
        &self,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
    ) -> Result<PreviewPage, ApiOpError<ListPreviewsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/previews");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListPreviewsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPreviewsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPreviewsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPreviewsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPreviewsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListPreviewsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Lists redirects, by path.
    ///
    /// Who may: admin, editor, author, contributor, viewer.
    ///
    /// `GET /editorial/v1/redirects`
    pub async fn list_redirects(
        &self,
        path_prefix: Option<impl AsRef<str>>,
        locale: Option<impl AsRef<str>>,
        article: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
    ) -> Result<RedirectPage, ApiOpError<ListRedirectsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/redirects");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = path_prefix {
                query_params.push(("path_prefix".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = article {
                query_params.push(("article".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListRedirectsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRedirectsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRedirectsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRedirectsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRedirectsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRedirectsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Lists the revisions of a draft.
    ///
    /// Who may: admin, editor, author, contributor (own), viewer.
    ///
    /// `GET /editorial/v1/drafts/{id}/revisions`
    pub async fn list_revisions(
        &self,
        id: impl AsRef<str>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
    ) -> Result<RevisionPage, ApiOpError<ListRevisionsApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/revisions",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListRevisionsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRevisionsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRevisionsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRevisionsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRevisionsApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRevisionsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListRevisionsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Lists one's own sessions.
    ///
    /// Who may: admin, editor, author, contributor, viewer.
    ///
    /// `GET /editorial/v1/sessions`
    pub async fn list_sessions(
        &self,
    ) -> Result<SessionList, ApiOpError<ListSessionsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/sessions");
        let mut req = self.http_client.get(request_url);
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListSessionsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListSessionsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListSessionsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListSessionsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListSessionsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListSessionsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Lists the terms of a kind.
    ///
    /// Who may: admin, editor, author, contributor, viewer.
    ///
    /// `GET /editorial/v1/terms`
    pub async fn list_terms(
        &self,
        kind: TermKind,
        text: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
    ) -> Result<EditorialTermPage, ApiOpError<ListTermsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/terms");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            query_params.push(("kind".to_string(), kind.to_string()));
            if let Some(v) = text {
                query_params.push(("text".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ListTermsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListTermsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListTermsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListTermsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListTermsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListTermsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Merges a term into another of its kind.
    ///
    /// Whatever names it means the other from then on, and its slug stays taken. No draft and no revision is written: they say in
    /// `terms` what it became. Where readers see it that is one act, and its articles are refreshed by a job.
    ///
    /// Who may: admin, editor.
    ///
    /// `POST /editorial/v1/terms/{id}/merge`
    pub async fn merge_term(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: MergeTerm,
    ) -> Result<ChangedTerm, ApiOpError<MergeTermApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/terms/{}/merge",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<MergeTermApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MergeTermApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Moves drafts into another section.
    ///
    /// Each becomes a new revision; readers see it when it is published.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `POST /editorial/v1/bulk/move`
    pub async fn move_drafts(
        &self,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: MoveDrafts,
    ) -> Result<DraftsReport, ApiOpError<MoveDraftsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/bulk/move");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<MoveDraftsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(MoveDraftsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Publishes a draft.
    ///
    /// Readers see the revision that `If-Match` names. What readers see already changes nothing, and that is said. Publishing the
    /// revision that is scheduled fulfils its schedule; with another one scheduled, say by `pending` what becomes of that.
    ///
    /// Who may: admin, editor, author (own).
    ///
    /// `POST /editorial/v1/drafts/{id}/publish`
    pub async fn publish_draft(
        &self,
        id: impl AsRef<str>,
        pending: Option<impl AsRef<str>>,
        if_match: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: PublishDraft,
    ) -> Result<ActReport, ApiOpError<PublishDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/publish",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = pending {
                query_params.push(("pending".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        req = req.header("If-Match", if_match.as_ref());
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200, 201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<PublishDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                412u16 => {
                    match serde_json::from_str::<StaleProblem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status412(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                428u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status428(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Publishes drafts, as one act.
    ///
    /// `pending` is for all of them: it says what becomes of the schedules that this would overrule.
    ///
    /// Who may: admin, editor, author (own).
    ///
    /// `POST /editorial/v1/bulk/publish`
    pub async fn publish_drafts(
        &self,
        pending: Option<impl AsRef<str>>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: PublishDrafts,
    ) -> Result<ActReport, ApiOpError<PublishDraftsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/bulk/publish");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = pending {
                query_params.push(("pending".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<PublishDraftsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(PublishDraftsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Exchanges a refresh token for new tokens.
    ///
    /// Each refresh token is good once. For twenty seconds the same client gets the same answer again, because an answer
    /// can be lost; after that, a refresh token that was used before ends the session. Requests are counted for each address;
    /// too many are 429.
    ///
    /// There is no dry run: `Prefer: dry-run` is refused.
    ///
    /// `POST /editorial/v1/sessions/refresh`
    pub async fn refresh_session(
        &self,
        request: Refresh,
    ) -> Result<Tokens, ApiOpError<RefreshSessionApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, "/editorial/v1/sessions/refresh"
        );
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<RefreshSessionApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                429u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Status429(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RefreshSessionApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Takes a draft out of the trash.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `POST /editorial/v1/drafts/{id}/restore`
    pub async fn restore_draft(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<EditorialDraft, ApiOpError<RestoreDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/restore",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<RestoreDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Makes what an earlier revision held the newest one.
    ///
    /// Nothing is lost: it becomes a new revision. Terms that were merged meanwhile are those they became. Terms that were
    /// deleted are left out, and `findings` says so for each.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `POST /editorial/v1/drafts/{id}/revisions/{number}/restore`
    pub async fn restore_revision(
        &self,
        id: impl AsRef<str>,
        number: i32,
        if_match: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<RestoredDraft, ApiOpError<RestoreRevisionApiError>> {
        let request_url = format!(
            "{}{}", self.base_url,
            format!("/editorial/v1/drafts/{}/revisions/{}/restore",
            __pct_encode_path_segment(id.as_ref()), __pct_encode_path_segment(& number
            .to_string()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        req = req.header("If-Match", if_match.as_ref());
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<RestoreRevisionApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                412u16 => {
                    match serde_json::from_str::<StaleProblem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status412(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                428u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status428(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RestoreRevisionApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Tries a job again, at once.
    ///
    /// Who may: admin.
    ///
    /// `POST /editorial/v1/jobs/{id}/retry`
    pub async fn retry_job(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<Job, ApiOpError<RetryJobApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/jobs/{}/retry",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<RetryJobApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RetryJobApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RetryJobApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RetryJobApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RetryJobApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RetryJobApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RetryJobApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RetryJobApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RetryJobApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Ends a preview.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `DELETE /editorial/v1/previews/{id}`
    pub async fn revoke_preview(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<(), ApiOpError<RevokePreviewApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/previews/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.delete(request_url);
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            req = req.header(name, value);
        }
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 204u16 {
            let _ = body_text;
            let _ = raw_body;
            let _ = headers;
            Ok(())
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "204",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<RevokePreviewApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RevokePreviewApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RevokePreviewApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RevokePreviewApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RevokePreviewApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RevokePreviewApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RevokePreviewApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RevokePreviewApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(RevokePreviewApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Saves a draft.
    ///
    /// A merge patch (RFC 7396) over `content`: what is absent stays, `null` empties. Each save is a revision and stays;
    /// what changes nothing makes none. When it was saved meanwhile, the answer is 412 and says what changed.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `PATCH /editorial/v1/drafts/{id}`
    pub async fn save_draft(
        &self,
        id: impl AsRef<str>,
        if_match: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: ContentPatch,
    ) -> Result<EditorialDraft, ApiOpError<SaveDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.patch(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/merge-patch+json");
        req = req.header("If-Match", if_match.as_ref());
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<SaveDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                412u16 => {
                    match serde_json::from_str::<StaleProblem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status412(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                428u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status428(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SaveDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Schedules a draft.
    ///
    /// The revision that `If-Match` names is frozen, and becomes public at the moment, whatever is saved until then. It
    /// replaces what was scheduled of the article in this locale.
    ///
    /// Who may: admin, editor, author (own).
    ///
    /// `POST /editorial/v1/drafts/{id}/schedule`
    pub async fn schedule_draft(
        &self,
        id: impl AsRef<str>,
        if_match: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: ScheduleDraft,
    ) -> Result<EditorialDraft, ApiOpError<ScheduleDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/schedule",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        req = req.header("If-Match", if_match.as_ref());
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ScheduleDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                412u16 => {
                    match serde_json::from_str::<StaleProblem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status412(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                428u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status428(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ScheduleDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Sets a forgotten password.
    ///
    /// With a one-time token that an administrator gave; it is good for half an hour, and once. All sessions end. Tries are
    /// counted for each address; too many are 429.
    ///
    /// There is no dry run: `Prefer: dry-run` is refused.
    ///
    /// `POST /editorial/v1/password-resets`
    pub async fn set_forgotten_password(
        &self,
        request: ForgottenPassword,
    ) -> Result<(), ApiOpError<SetForgottenPasswordApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, "/editorial/v1/password-resets"
        );
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            req = req.header(name, value);
        }
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 204u16 {
            let _ = body_text;
            let _ = raw_body;
            let _ = headers;
            Ok(())
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "204",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<SetForgottenPasswordApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SetForgottenPasswordApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SetForgottenPasswordApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SetForgottenPasswordApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SetForgottenPasswordApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SetForgottenPasswordApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                429u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SetForgottenPasswordApiError::Status429(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SetForgottenPasswordApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SetForgottenPasswordApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Gives readers the previous edition back.
    ///
    /// The one before what they see now; of a withdrawn article, the last one that they saw. With something scheduled, say by
    /// `pending` what becomes of that.
    ///
    /// Who may: admin, editor, author (own).
    ///
    /// `POST /editorial/v1/drafts/{id}/previous-edition`
    pub async fn show_previous_edition(
        &self,
        id: impl AsRef<str>,
        pending: Option<impl AsRef<str>>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<ActReport, ApiOpError<ShowPreviousEditionApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/previous-edition",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = pending {
                query_params.push(("pending".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<ShowPreviousEditionApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ShowPreviousEditionApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ShowPreviousEditionApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ShowPreviousEditionApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ShowPreviousEditionApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ShowPreviousEditionApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ShowPreviousEditionApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ShowPreviousEditionApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ShowPreviousEditionApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Signs in.
    ///
    /// Gives an access token of ten minutes and a refresh token. Every failure is the same answer, after the same time.
    /// Tries are counted for each account and each address; too many are 429.
    ///
    /// There is no dry run: `Prefer: dry-run` is refused.
    ///
    /// `POST /editorial/v1/sessions`
    pub async fn sign_in(
        &self,
        request: SignIn,
    ) -> Result<Tokens, ApiOpError<SignInApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/sessions");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 201u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "201",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<SignInApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                429u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Status429(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SignInApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Takes an article down.
    ///
    /// Whatever readers saw of it is erased, its past too, and what is scheduled is cancelled. The draft and its revisions stay
    /// with the editors. The answer waits a moment for the servers to say that they do not give it any more, and names those
    /// that have.
    ///
    /// Who may: admin, editor.
    ///
    /// `POST /editorial/v1/drafts/{id}/take-down`
    pub async fn take_down_draft(
        &self,
        id: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<ActReport, ApiOpError<TakeDownDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/take-down",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<TakeDownDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TakeDownDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TakeDownDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TakeDownDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TakeDownDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TakeDownDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TakeDownDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TakeDownDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TakeDownDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Puts a draft into the trash.
    ///
    /// It can be taken out again. What is live is withdrawn first; what is scheduled is cancelled, which takes the right to publish.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `DELETE /editorial/v1/drafts/{id}`
    pub async fn trash_draft(
        &self,
        id: impl AsRef<str>,
        if_match: impl AsRef<str>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<EditorialDraft, ApiOpError<TrashDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.delete(request_url);
        req = req.header("If-Match", if_match.as_ref());
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<TrashDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                412u16 => {
                    match serde_json::from_str::<StaleProblem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status412(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                428u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status428(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Puts drafts into the trash.
    ///
    /// What is scheduled of them is cancelled.
    ///
    /// Who may: admin, editor, author (own), contributor (own).
    ///
    /// `POST /editorial/v1/bulk/trash`
    pub async fn trash_drafts(
        &self,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: SeenDrafts,
    ) -> Result<DraftsReport, ApiOpError<TrashDraftsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/bulk/trash");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<TrashDraftsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(TrashDraftsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Withdraws an article.
    ///
    /// Its addresses answer 410. Its past stays, and it can be published again. With something scheduled, say by `pending` what
    /// becomes of that.
    ///
    /// Who may: admin, editor, author (own).
    ///
    /// `POST /editorial/v1/drafts/{id}/withdraw`
    pub async fn withdraw_draft(
        &self,
        id: impl AsRef<str>,
        pending: Option<impl AsRef<str>>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
    ) -> Result<ActReport, ApiOpError<WithdrawDraftApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/editorial/v1/drafts/{}/withdraw",
            __pct_encode_path_segment(id.as_ref()))
        );
        let mut req = self.http_client.post(request_url);
        req = req.header(reqwest::header::CONTENT_LENGTH, "0");
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = pending {
                query_params.push(("pending".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<WithdrawDraftApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                404u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftApiError::Status404(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    /// Withdraws articles, as one act.
    ///
    /// None of them, when any of the drafts was saved between being seen and this request. `pending` is for all of them: it says
    /// what becomes of the schedules that this would overrule.
    ///
    /// Who may: admin, editor, author (own).
    ///
    /// `POST /editorial/v1/bulk/withdraw`
    pub async fn withdraw_drafts(
        &self,
        pending: Option<impl AsRef<str>>,
        prefer: Option<impl AsRef<str>>,
        idempotency_key: Option<impl AsRef<str>>,
        request: SeenDrafts,
    ) -> Result<ActReport, ApiOpError<WithdrawDraftsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/editorial/v1/bulk/withdraw");
        let mut req = self.http_client.post(request_url);
        req = req
            .body(serde_json::to_vec(&request).map_err(HttpError::serialization_error)?)
            .header("content-type", "application/json");
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = pending {
                query_params.push(("pending".to_string(), v.as_ref().to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(v) = prefer {
            req = req.header("Prefer", v.as_ref());
        }
        if let Some(v) = idempotency_key {
            req = req.header("Idempotency-Key", v.as_ref());
        }
        if let Some(api_key) = &self.api_key {
            req = req.bearer_auth(api_key);
        }
        for (name, value) in &self.custom_headers {
            if !name.eq_ignore_ascii_case("accept") {
                req = req.header(name, value);
            }
        }
        req = req.header(reqwest::header::ACCEPT, "application/json");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        let body_bytes = __read_bounded_response_body(
                response,
                self.max_response_body_bytes,
            )
            .await?;
        let raw_body = body_bytes;
        let body_text = String::from_utf8_lossy(&raw_body).into_owned();
        if false || status_code == 200u16 {
            match serde_json::from_str(&body_text) {
                Ok(body) => Ok(body),
                Err(e) => {
                    Err(
                        ApiOpError::Api(ApiError {
                            status: status_code,
                            headers: headers,
                            body: body_text,
                            raw_body,
                            typed: None,
                            parse_error: Some(
                                format!("failed to deserialize 2xx response body: {}", e),
                            ),
                        }),
                    )
                }
            }
        } else if status.is_success() {
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed: None,
                    parse_error: Some(
                        format!(
                            "unexpected successful status {}; generated return type selects `{}`",
                            status_code, "200",
                        ),
                    ),
                }),
            )
        } else {
            let typed: Option<WithdrawDraftsApiError>;
            let parse_error: Option<String>;
            match status_code {
                400u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status400(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                401u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status401(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                403u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status403(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                408u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status408(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                409u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status409(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                413u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status413(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                415u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status415(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                422u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status422(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                503u16 => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Status503(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(WithdrawDraftsApiError::Default(v));
                            parse_error = None;
                        }
                        Err(e) => {
                            typed = None;
                            parse_error = Some(e.to_string());
                        }
                    }
                }
            }
            Err(
                ApiOpError::Api(ApiError {
                    status: status_code,
                    headers,
                    body: body_text,
                    raw_body,
                    typed,
                    parse_error,
                }),
            )
        }
    }
    #[doc = concat!("Start an additive builder for `", "cancelJob", "`.")]
    pub fn cancel_job_builder(&self, id: impl Into<String>) -> CancelJobBuilder<'_> {
        CancelJobBuilder {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "cancelSchedule", "`.")]
    pub fn cancel_schedule_builder(
        &self,
        id: impl Into<String>,
    ) -> CancelScheduleBuilder<'_> {
        CancelScheduleBuilder {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "changeOwnPassword", "`.")]
    pub fn change_own_password_builder(
        &self,
        request: ChangePassword,
    ) -> ChangeOwnPasswordBuilder<'_> {
        ChangeOwnPasswordBuilder {
            client: self,
            idempotency_key: None,
            request: request,
        }
    }
    #[doc = concat!("Start an additive builder for `", "changePerson", "`.")]
    pub fn change_person_builder(
        &self,
        id: impl Into<String>,
        if_match: impl Into<String>,
    ) -> ChangePersonBuilder<'_> {
        ChangePersonBuilder {
            client: self,
            id: id.into(),
            if_match: if_match.into(),
            prefer: None,
            idempotency_key: None,
            request: Default::default(),
        }
    }
    #[doc = concat!("Start an additive builder for `", "changeTerm", "`.")]
    pub fn change_term_builder(
        &self,
        id: impl Into<String>,
        if_match: impl Into<String>,
    ) -> ChangeTermBuilder<'_> {
        ChangeTermBuilder {
            client: self,
            id: id.into(),
            if_match: if_match.into(),
            prefer: None,
            idempotency_key: None,
            request: Default::default(),
        }
    }
    #[doc = concat!("Start an additive builder for `", "createDraft", "`.")]
    pub fn create_draft_builder(&self) -> CreateDraftBuilder2<'_> {
        CreateDraftBuilder2 {
            client: self,
            prefer: None,
            idempotency_key: None,
            request: Default::default(),
        }
    }
    #[doc = concat!("Start an additive builder for `", "createPerson", "`.")]
    pub fn create_person_builder(
        &self,
        request: CreatePerson,
    ) -> CreatePersonBuilder2<'_> {
        CreatePersonBuilder2 {
            client: self,
            prefer: None,
            idempotency_key: None,
            request: request,
        }
    }
    #[doc = concat!("Start an additive builder for `", "createPreview", "`.")]
    pub fn create_preview_builder(&self) -> CreatePreviewBuilder2<'_> {
        CreatePreviewBuilder2 {
            client: self,
            idempotency_key: None,
            request: Default::default(),
        }
    }
    #[doc = concat!("Start an additive builder for `", "createRedirect", "`.")]
    pub fn create_redirect_builder(
        &self,
        path: RedirectPath,
    ) -> CreateRedirectBuilder2<'_> {
        CreateRedirectBuilder2 {
            client: self,
            prefer: None,
            idempotency_key: None,
            request: CreateRedirect::new(path),
        }
    }
    #[doc = concat!("Start an additive builder for `", "createTerm", "`.")]
    pub fn create_term_builder(
        &self,
        kind: TermKind,
        name: Name,
    ) -> CreateTermBuilder2<'_> {
        CreateTermBuilder2 {
            client: self,
            prefer: None,
            idempotency_key: None,
            request: CreateTerm::new(kind, name),
        }
    }
    #[doc = concat!("Start an additive builder for `", "deleteRedirect", "`.")]
    pub fn delete_redirect_builder(
        &self,
        id: impl Into<String>,
        if_match: impl Into<String>,
    ) -> DeleteRedirectBuilder<'_> {
        DeleteRedirectBuilder {
            client: self,
            id: id.into(),
            if_match: if_match.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "deleteTerm", "`.")]
    pub fn delete_term_builder(&self, id: impl Into<String>) -> DeleteTermBuilder<'_> {
        DeleteTermBuilder {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "duplicateDraft", "`.")]
    pub fn duplicate_draft_builder(
        &self,
        id: impl Into<String>,
    ) -> DuplicateDraftBuilder<'_> {
        DuplicateDraftBuilder {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "endSession", "`.")]
    pub fn end_session_builder(&self, id: impl Into<String>) -> EndSessionBuilder<'_> {
        EndSessionBuilder {
            client: self,
            id: id.into(),
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "issuePasswordToken", "`.")]
    pub fn issue_password_token_builder(
        &self,
        id: impl Into<String>,
    ) -> IssuePasswordTokenBuilder<'_> {
        IssuePasswordTokenBuilder {
            client: self,
            id: id.into(),
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listAuditEntries", "`.")]
    pub fn list_audit_entries_builder(&self) -> ListAuditEntriesBuilder<'_> {
        ListAuditEntriesBuilder {
            client: self,
            actor: None,
            subject: None,
            action: None,
            limit: None,
            after: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listDrafts", "`.")]
    pub fn list_drafts_builder(&self) -> ListDraftsBuilder<'_> {
        ListDraftsBuilder {
            client: self,
            status: None,
            locale: None,
            article: None,
            section: None,
            author: None,
            tag: None,
            owner: None,
            text: None,
            has_unpublished_changes: None,
            limit: None,
            after: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listJobs", "`.")]
    pub fn list_jobs_builder(&self) -> ListJobsBuilder<'_> {
        ListJobsBuilder {
            client: self,
            state: None,
            kind: None,
            limit: None,
            after: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listPeople", "`.")]
    pub fn list_people_builder(&self) -> ListPeopleBuilder<'_> {
        ListPeopleBuilder {
            client: self,
            limit: None,
            after: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listPreviews", "`.")]
    pub fn list_previews_builder(&self) -> ListPreviewsBuilder<'_> {
        ListPreviewsBuilder {
            client: self,
            limit: None,
            after: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listRedirects", "`.")]
    pub fn list_redirects_builder(&self) -> ListRedirectsBuilder<'_> {
        ListRedirectsBuilder {
            client: self,
            path_prefix: None,
            locale: None,
            article: None,
            limit: None,
            after: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listRevisions", "`.")]
    pub fn list_revisions_builder(
        &self,
        id: impl Into<String>,
    ) -> ListRevisionsBuilder<'_> {
        ListRevisionsBuilder {
            client: self,
            id: id.into(),
            limit: None,
            after: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listTerms", "`.")]
    pub fn list_terms_builder(&self, kind: TermKind) -> ListTermsBuilder<'_> {
        ListTermsBuilder {
            client: self,
            kind: kind,
            text: None,
            limit: None,
            after: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "mergeTerm", "`.")]
    pub fn merge_term_builder(
        &self,
        id: impl Into<String>,
        request: MergeTerm,
    ) -> MergeTermBuilder2<'_> {
        MergeTermBuilder2 {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
            request: request,
        }
    }
    #[doc = concat!("Start an additive builder for `", "moveDrafts", "`.")]
    pub fn move_drafts_builder(&self, request: MoveDrafts) -> MoveDraftsBuilder2<'_> {
        MoveDraftsBuilder2 {
            client: self,
            prefer: None,
            idempotency_key: None,
            request: request,
        }
    }
    #[doc = concat!("Start an additive builder for `", "publishDraft", "`.")]
    pub fn publish_draft_builder(
        &self,
        id: impl Into<String>,
        if_match: impl Into<String>,
    ) -> PublishDraftBuilder2<'_> {
        PublishDraftBuilder2 {
            client: self,
            id: id.into(),
            pending: None,
            if_match: if_match.into(),
            prefer: None,
            idempotency_key: None,
            request: Default::default(),
        }
    }
    #[doc = concat!("Start an additive builder for `", "publishDrafts", "`.")]
    pub fn publish_drafts_builder(
        &self,
        drafts: Vec<SeenDraft>,
    ) -> PublishDraftsBuilder2<'_> {
        PublishDraftsBuilder2 {
            client: self,
            pending: None,
            prefer: None,
            idempotency_key: None,
            request: PublishDrafts::new(drafts),
        }
    }
    #[doc = concat!("Start an additive builder for `", "restoreDraft", "`.")]
    pub fn restore_draft_builder(
        &self,
        id: impl Into<String>,
    ) -> RestoreDraftBuilder<'_> {
        RestoreDraftBuilder {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "restoreRevision", "`.")]
    pub fn restore_revision_builder(
        &self,
        id: impl Into<String>,
        number: i32,
        if_match: impl Into<String>,
    ) -> RestoreRevisionBuilder<'_> {
        RestoreRevisionBuilder {
            client: self,
            id: id.into(),
            number: number,
            if_match: if_match.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "retryJob", "`.")]
    pub fn retry_job_builder(&self, id: impl Into<String>) -> RetryJobBuilder<'_> {
        RetryJobBuilder {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "revokePreview", "`.")]
    pub fn revoke_preview_builder(
        &self,
        id: impl Into<String>,
    ) -> RevokePreviewBuilder<'_> {
        RevokePreviewBuilder {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "saveDraft", "`.")]
    pub fn save_draft_builder(
        &self,
        id: impl Into<String>,
        if_match: impl Into<String>,
    ) -> SaveDraftBuilder<'_> {
        SaveDraftBuilder {
            client: self,
            id: id.into(),
            if_match: if_match.into(),
            prefer: None,
            idempotency_key: None,
            request: Default::default(),
        }
    }
    #[doc = concat!("Start an additive builder for `", "scheduleDraft", "`.")]
    pub fn schedule_draft_builder(
        &self,
        id: impl Into<String>,
        if_match: impl Into<String>,
        request: ScheduleDraft,
    ) -> ScheduleDraftBuilder2<'_> {
        ScheduleDraftBuilder2 {
            client: self,
            id: id.into(),
            if_match: if_match.into(),
            prefer: None,
            idempotency_key: None,
            request: request,
        }
    }
    #[doc = concat!("Start an additive builder for `", "showPreviousEdition", "`.")]
    pub fn show_previous_edition_builder(
        &self,
        id: impl Into<String>,
    ) -> ShowPreviousEditionBuilder<'_> {
        ShowPreviousEditionBuilder {
            client: self,
            id: id.into(),
            pending: None,
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "takeDownDraft", "`.")]
    pub fn take_down_draft_builder(
        &self,
        id: impl Into<String>,
    ) -> TakeDownDraftBuilder<'_> {
        TakeDownDraftBuilder {
            client: self,
            id: id.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "trashDraft", "`.")]
    pub fn trash_draft_builder(
        &self,
        id: impl Into<String>,
        if_match: impl Into<String>,
    ) -> TrashDraftBuilder<'_> {
        TrashDraftBuilder {
            client: self,
            id: id.into(),
            if_match: if_match.into(),
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "trashDrafts", "`.")]
    pub fn trash_drafts_builder(&self, request: SeenDrafts) -> TrashDraftsBuilder<'_> {
        TrashDraftsBuilder {
            client: self,
            prefer: None,
            idempotency_key: None,
            request: request,
        }
    }
    #[doc = concat!("Start an additive builder for `", "withdrawDraft", "`.")]
    pub fn withdraw_draft_builder(
        &self,
        id: impl Into<String>,
    ) -> WithdrawDraftBuilder<'_> {
        WithdrawDraftBuilder {
            client: self,
            id: id.into(),
            pending: None,
            prefer: None,
            idempotency_key: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "withdrawDrafts", "`.")]
    pub fn withdraw_drafts_builder(
        &self,
        request: SeenDrafts,
    ) -> WithdrawDraftsBuilder<'_> {
        WithdrawDraftsBuilder {
            client: self,
            pending: None,
            prefer: None,
            idempotency_key: None,
            request: request,
        }
    }
}
