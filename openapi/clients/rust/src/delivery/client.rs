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
///Typed error responses for `getArchive`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetArchiveApiError {
    Default(Problem),
}
///Typed error responses for `getArticle`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetArticleApiError {
    Default(Problem),
}
///Typed error responses for `getAtomFeed`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetAtomFeedApiError {
    Default(Problem),
}
///Typed error responses for `getAuthor`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetAuthorApiError {
    Default(Problem),
}
///Typed error responses for `getJsonFeed`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetJsonFeedApiError {
    Default(Problem),
}
///Typed error responses for `getRssFeed`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetRssFeedApiError {
    Default(Problem),
}
///Typed error responses for `getSection`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetSectionApiError {
    Default(Problem),
}
///Typed error responses for `getSeries`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetSeriesApiError {
    Default(Problem),
}
///Typed error responses for `getSigningKeys`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetSigningKeysApiError {
    Default(Problem),
}
///Typed error responses for `getSite`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetSiteApiError {
    Default(Problem),
}
///Typed error responses for `getSitemap`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetSitemapApiError {
    Default(Problem),
}
///Typed error responses for `getSitemapPart`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetSitemapPartApiError {
    Default(Problem),
}
///Typed error responses for `getTag`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetTagApiError {
    Default(Problem),
}
///Typed error responses for `getTeaser`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum GetTeaserApiError {
    Default(Problem),
}
///Typed error responses for `listArticles`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListArticlesApiError {
    Default(Problem),
}
///Typed error responses for `listAuthors`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListAuthorsApiError {
    Default(Problem),
}
///Typed error responses for `listChanges`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListChangesApiError {
    Default(Problem),
}
///Typed error responses for `listKickers`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListKickersApiError {
    Default(Problem),
}
///Typed error responses for `listSections`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListSectionsApiError {
    Default(Problem),
}
///Typed error responses for `listSeries`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListSeriesApiError {
    Default(Problem),
}
///Typed error responses for `listTags`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListTagsApiError {
    Default(Problem),
}
///Typed error responses for `listTeasers`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ListTeasersApiError {
    Default(Problem),
}
///Typed error responses for `live`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum LiveApiError {
    Default(Problem),
}
///Typed error responses for `ready`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ReadyApiError {
    Status503(ReadinessReport),
    Default(Problem),
}
///Typed error responses for `resolvePath`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum ResolvePathApiError {
    Default(Problem),
}
///Typed error responses for `searchArticles`. One variant per declared non-2xx response.
#[derive(Debug, Clone)]
pub enum SearchArticlesApiError {
    Default(Problem),
}
#[doc = concat!("Additive request builder for `", "getArchive", "`.")]
#[must_use]
pub struct GetArchiveBuilder<'a> {
    client: &'a HttpClient,
    locale: Option<String>,
    min_sequence: Option<i64>,
}
impl<'a> GetArchiveBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<Archive, ApiOpError<GetArchiveApiError>> {
        self.client.get_archive(self.locale, self.min_sequence).await
    }
}
#[doc = concat!("Additive request builder for `", "getArticle", "`.")]
#[must_use]
pub struct GetArticleBuilder<'a> {
    client: &'a HttpClient,
    slug: String,
    locale: Option<String>,
    body_2: Option<String>,
    min_sequence: Option<i64>,
}
impl<'a> GetArticleBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "body", "` operation parameter.")]
    #[must_use]
    pub fn body_2(mut self, body_2: impl Into<String>) -> Self {
        self.body_2 = Some(body_2.into());
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<PublicArticle, ApiOpError<GetArticleApiError>> {
        self.client
            .get_article(self.slug, self.locale, self.body_2, self.min_sequence)
            .await
    }
}
#[doc = concat!("Additive request builder for `", "getAtomFeed", "`.")]
#[must_use]
pub struct GetAtomFeedBuilder<'a> {
    client: &'a HttpClient,
    section: Option<String>,
    tag: Option<String>,
    author: Option<String>,
    locale: Option<String>,
    limit: Option<i32>,
    min_sequence: Option<i64>,
}
impl<'a> GetAtomFeedBuilder<'a> {
    #[doc = concat!("Set the optional `", "section", "` operation parameter.")]
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }
    #[doc = concat!("Set the optional `", "tag", "` operation parameter.")]
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    #[doc = concat!("Set the optional `", "author", "` operation parameter.")]
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<String, ApiOpError<GetAtomFeedApiError>> {
        self.client
            .get_atom_feed(
                self.section,
                self.tag,
                self.author,
                self.locale,
                self.limit,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "getAuthor", "`.")]
#[must_use]
pub struct GetAuthorBuilder<'a> {
    client: &'a HttpClient,
    slug: String,
    locale: Option<String>,
    min_sequence: Option<i64>,
}
impl<'a> GetAuthorBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<PublicAuthor, ApiOpError<GetAuthorApiError>> {
        self.client.get_author(self.slug, self.locale, self.min_sequence).await
    }
}
#[doc = concat!("Additive request builder for `", "getJsonFeed", "`.")]
#[must_use]
pub struct GetJsonFeedBuilder<'a> {
    client: &'a HttpClient,
    section: Option<String>,
    tag: Option<String>,
    author: Option<String>,
    locale: Option<String>,
    limit: Option<i32>,
    min_sequence: Option<i64>,
}
impl<'a> GetJsonFeedBuilder<'a> {
    #[doc = concat!("Set the optional `", "section", "` operation parameter.")]
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }
    #[doc = concat!("Set the optional `", "tag", "` operation parameter.")]
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    #[doc = concat!("Set the optional `", "author", "` operation parameter.")]
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(
        self,
    ) -> Result<GetJsonFeedResponse, ApiOpError<GetJsonFeedApiError>> {
        self.client
            .get_json_feed(
                self.section,
                self.tag,
                self.author,
                self.locale,
                self.limit,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "getRssFeed", "`.")]
#[must_use]
pub struct GetRssFeedBuilder<'a> {
    client: &'a HttpClient,
    section: Option<String>,
    tag: Option<String>,
    author: Option<String>,
    locale: Option<String>,
    limit: Option<i32>,
    min_sequence: Option<i64>,
}
impl<'a> GetRssFeedBuilder<'a> {
    #[doc = concat!("Set the optional `", "section", "` operation parameter.")]
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }
    #[doc = concat!("Set the optional `", "tag", "` operation parameter.")]
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    #[doc = concat!("Set the optional `", "author", "` operation parameter.")]
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<String, ApiOpError<GetRssFeedApiError>> {
        self.client
            .get_rss_feed(
                self.section,
                self.tag,
                self.author,
                self.locale,
                self.limit,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "getSection", "`.")]
#[must_use]
pub struct GetSectionBuilder<'a> {
    client: &'a HttpClient,
    slug: String,
    locale: Option<String>,
    min_sequence: Option<i64>,
}
impl<'a> GetSectionBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<PublicTerm, ApiOpError<GetSectionApiError>> {
        self.client.get_section(self.slug, self.locale, self.min_sequence).await
    }
}
#[doc = concat!("Additive request builder for `", "getSeries", "`.")]
#[must_use]
pub struct GetSeriesBuilder<'a> {
    client: &'a HttpClient,
    slug: String,
    locale: Option<String>,
    min_sequence: Option<i64>,
}
impl<'a> GetSeriesBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<PublicTerm, ApiOpError<GetSeriesApiError>> {
        self.client.get_series(self.slug, self.locale, self.min_sequence).await
    }
}
#[doc = concat!("Additive request builder for `", "getSitemap", "`.")]
#[must_use]
pub struct GetSitemapBuilder<'a> {
    client: &'a HttpClient,
    min_sequence: Option<i64>,
}
impl<'a> GetSitemapBuilder<'a> {
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<String, ApiOpError<GetSitemapApiError>> {
        self.client.get_sitemap(self.min_sequence).await
    }
}
#[doc = concat!("Additive request builder for `", "getSitemapPart", "`.")]
#[must_use]
pub struct GetSitemapPartBuilder<'a> {
    client: &'a HttpClient,
    part: String,
    min_sequence: Option<i64>,
}
impl<'a> GetSitemapPartBuilder<'a> {
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<String, ApiOpError<GetSitemapPartApiError>> {
        self.client.get_sitemap_part(self.part, self.min_sequence).await
    }
}
#[doc = concat!("Additive request builder for `", "getTag", "`.")]
#[must_use]
pub struct GetTagBuilder<'a> {
    client: &'a HttpClient,
    slug: String,
    locale: Option<String>,
    min_sequence: Option<i64>,
}
impl<'a> GetTagBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<PublicTerm, ApiOpError<GetTagApiError>> {
        self.client.get_tag(self.slug, self.locale, self.min_sequence).await
    }
}
#[doc = concat!("Additive request builder for `", "getTeaser", "`.")]
#[must_use]
pub struct GetTeaserBuilder<'a> {
    client: &'a HttpClient,
    slug: String,
    locale: Option<String>,
    min_sequence: Option<i64>,
}
impl<'a> GetTeaserBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<Teaser, ApiOpError<GetTeaserApiError>> {
        self.client.get_teaser(self.slug, self.locale, self.min_sequence).await
    }
}
#[doc = concat!("Additive request builder for `", "listArticles", "`.")]
#[must_use]
pub struct ListArticlesBuilder<'a> {
    client: &'a HttpClient,
    section: Option<String>,
    kicker: Option<String>,
    tag: Option<String>,
    tags_all: Option<String>,
    author: Option<String>,
    series: Option<String>,
    ids: Option<String>,
    locale: Option<String>,
    published_since: Option<String>,
    published_before: Option<String>,
    published_on: Option<String>,
    year: Option<i32>,
    sort: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    total: Option<bool>,
    min_sequence: Option<i64>,
    body_2: Option<String>,
}
impl<'a> ListArticlesBuilder<'a> {
    #[doc = concat!("Set the optional `", "section", "` operation parameter.")]
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }
    #[doc = concat!("Set the optional `", "kicker", "` operation parameter.")]
    #[must_use]
    pub fn kicker(mut self, kicker: impl Into<String>) -> Self {
        self.kicker = Some(kicker.into());
        self
    }
    #[doc = concat!("Set the optional `", "tag", "` operation parameter.")]
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    #[doc = concat!("Set the optional `", "tags_all", "` operation parameter.")]
    #[must_use]
    pub fn tags_all(mut self, tags_all: impl Into<String>) -> Self {
        self.tags_all = Some(tags_all.into());
        self
    }
    #[doc = concat!("Set the optional `", "author", "` operation parameter.")]
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    #[doc = concat!("Set the optional `", "series", "` operation parameter.")]
    #[must_use]
    pub fn series(mut self, series: impl Into<String>) -> Self {
        self.series = Some(series.into());
        self
    }
    #[doc = concat!("Set the optional `", "ids", "` operation parameter.")]
    #[must_use]
    pub fn ids(mut self, ids: impl Into<String>) -> Self {
        self.ids = Some(ids.into());
        self
    }
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_since", "` operation parameter.")]
    #[must_use]
    pub fn published_since(mut self, published_since: impl Into<String>) -> Self {
        self.published_since = Some(published_since.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_before", "` operation parameter.")]
    #[must_use]
    pub fn published_before(mut self, published_before: impl Into<String>) -> Self {
        self.published_before = Some(published_before.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_on", "` operation parameter.")]
    #[must_use]
    pub fn published_on(mut self, published_on: impl Into<String>) -> Self {
        self.published_on = Some(published_on.into());
        self
    }
    #[doc = concat!("Set the optional `", "year", "` operation parameter.")]
    #[must_use]
    pub fn year(mut self, year: i32) -> Self {
        self.year = Some(year);
        self
    }
    #[doc = concat!("Set the optional `", "sort", "` operation parameter.")]
    #[must_use]
    pub fn sort(mut self, sort: impl Into<String>) -> Self {
        self.sort = Some(sort.into());
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
    #[doc = concat!("Set the optional `", "before", "` operation parameter.")]
    #[must_use]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
        self
    }
    #[doc = concat!("Set the optional `", "total", "` operation parameter.")]
    #[must_use]
    pub fn total(mut self, total: bool) -> Self {
        self.total = Some(total);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    #[doc = concat!("Set the optional `", "body", "` operation parameter.")]
    #[must_use]
    pub fn body_2(mut self, body_2: impl Into<String>) -> Self {
        self.body_2 = Some(body_2.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ArticlePage, ApiOpError<ListArticlesApiError>> {
        self.client
            .list_articles(
                self.section,
                self.kicker,
                self.tag,
                self.tags_all,
                self.author,
                self.series,
                self.ids,
                self.locale,
                self.published_since,
                self.published_before,
                self.published_on,
                self.year,
                self.sort,
                self.limit,
                self.after,
                self.before,
                self.total,
                self.min_sequence,
                self.body_2,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listAuthors", "`.")]
#[must_use]
pub struct ListAuthorsBuilder<'a> {
    client: &'a HttpClient,
    locale: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    total: Option<bool>,
    min_sequence: Option<i64>,
}
impl<'a> ListAuthorsBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
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
    #[doc = concat!("Set the optional `", "before", "` operation parameter.")]
    #[must_use]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
        self
    }
    #[doc = concat!("Set the optional `", "total", "` operation parameter.")]
    #[must_use]
    pub fn total(mut self, total: bool) -> Self {
        self.total = Some(total);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<AuthorPage, ApiOpError<ListAuthorsApiError>> {
        self.client
            .list_authors(
                self.locale,
                self.limit,
                self.after,
                self.before,
                self.total,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listChanges", "`.")]
#[must_use]
pub struct ListChangesBuilder<'a> {
    client: &'a HttpClient,
    from: Option<String>,
    after: Option<String>,
    limit: Option<i32>,
    min_sequence: Option<i64>,
}
impl<'a> ListChangesBuilder<'a> {
    #[doc = concat!("Set the optional `", "from", "` operation parameter.")]
    #[must_use]
    pub fn from(mut self, from: impl Into<String>) -> Self {
        self.from = Some(from.into());
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<ChangePage, ApiOpError<ListChangesApiError>> {
        self.client
            .list_changes(self.from, self.after, self.limit, self.min_sequence)
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listChanges", "`.")]
#[must_use]
pub struct ListChangesEventStreamBuilder<'a> {
    client: &'a HttpClient,
    from: Option<String>,
    after: Option<String>,
    limit: Option<i32>,
    min_sequence: Option<i64>,
}
impl<'a> ListChangesEventStreamBuilder<'a> {
    #[doc = concat!("Set the optional `", "from", "` operation parameter.")]
    #[must_use]
    pub fn from(mut self, from: impl Into<String>) -> Self {
        self.from = Some(from.into());
        self
    }
    #[doc = concat!("Set the optional `", "after", "` operation parameter.")]
    #[must_use]
    pub fn after(mut self, after: impl Into<String>) -> Self {
        self.after = Some(after.into());
        self
    }
    #[doc = concat!("Set the optional `", "limit", "` operation parameter.")]
    #[must_use]
    pub fn limit(mut self, limit: i32) -> Self {
        self.limit = Some(limit);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(
        self,
    ) -> Result<
        impl futures_util::Stream<Item = Result<bytes::Bytes, reqwest::Error>>,
        ApiOpError<ListChangesApiError>,
    > {
        self.client
            .list_changes_event_stream(
                self.from,
                self.after,
                self.limit,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listKickers", "`.")]
#[must_use]
pub struct ListKickersBuilder<'a> {
    client: &'a HttpClient,
    locale: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    total: Option<bool>,
    min_sequence: Option<i64>,
}
impl<'a> ListKickersBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
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
    #[doc = concat!("Set the optional `", "before", "` operation parameter.")]
    #[must_use]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
        self
    }
    #[doc = concat!("Set the optional `", "total", "` operation parameter.")]
    #[must_use]
    pub fn total(mut self, total: bool) -> Self {
        self.total = Some(total);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<TermPage, ApiOpError<ListKickersApiError>> {
        self.client
            .list_kickers(
                self.locale,
                self.limit,
                self.after,
                self.before,
                self.total,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listSections", "`.")]
#[must_use]
pub struct ListSectionsBuilder<'a> {
    client: &'a HttpClient,
    locale: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    total: Option<bool>,
    min_sequence: Option<i64>,
}
impl<'a> ListSectionsBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
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
    #[doc = concat!("Set the optional `", "before", "` operation parameter.")]
    #[must_use]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
        self
    }
    #[doc = concat!("Set the optional `", "total", "` operation parameter.")]
    #[must_use]
    pub fn total(mut self, total: bool) -> Self {
        self.total = Some(total);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<TermPage, ApiOpError<ListSectionsApiError>> {
        self.client
            .list_sections(
                self.locale,
                self.limit,
                self.after,
                self.before,
                self.total,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listSeries", "`.")]
#[must_use]
pub struct ListSeriesBuilder<'a> {
    client: &'a HttpClient,
    locale: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    total: Option<bool>,
    min_sequence: Option<i64>,
}
impl<'a> ListSeriesBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
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
    #[doc = concat!("Set the optional `", "before", "` operation parameter.")]
    #[must_use]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
        self
    }
    #[doc = concat!("Set the optional `", "total", "` operation parameter.")]
    #[must_use]
    pub fn total(mut self, total: bool) -> Self {
        self.total = Some(total);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<TermPage, ApiOpError<ListSeriesApiError>> {
        self.client
            .list_series(
                self.locale,
                self.limit,
                self.after,
                self.before,
                self.total,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listTags", "`.")]
#[must_use]
pub struct ListTagsBuilder<'a> {
    client: &'a HttpClient,
    locale: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    total: Option<bool>,
    min_sequence: Option<i64>,
}
impl<'a> ListTagsBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
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
    #[doc = concat!("Set the optional `", "before", "` operation parameter.")]
    #[must_use]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
        self
    }
    #[doc = concat!("Set the optional `", "total", "` operation parameter.")]
    #[must_use]
    pub fn total(mut self, total: bool) -> Self {
        self.total = Some(total);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<TermPage, ApiOpError<ListTagsApiError>> {
        self.client
            .list_tags(
                self.locale,
                self.limit,
                self.after,
                self.before,
                self.total,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "listTeasers", "`.")]
#[must_use]
pub struct ListTeasersBuilder<'a> {
    client: &'a HttpClient,
    section: Option<String>,
    kicker: Option<String>,
    tag: Option<String>,
    tags_all: Option<String>,
    author: Option<String>,
    series: Option<String>,
    ids: Option<String>,
    locale: Option<String>,
    published_since: Option<String>,
    published_before: Option<String>,
    published_on: Option<String>,
    year: Option<i32>,
    sort: Option<String>,
    limit: Option<i32>,
    after: Option<String>,
    before: Option<String>,
    total: Option<bool>,
    min_sequence: Option<i64>,
}
impl<'a> ListTeasersBuilder<'a> {
    #[doc = concat!("Set the optional `", "section", "` operation parameter.")]
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }
    #[doc = concat!("Set the optional `", "kicker", "` operation parameter.")]
    #[must_use]
    pub fn kicker(mut self, kicker: impl Into<String>) -> Self {
        self.kicker = Some(kicker.into());
        self
    }
    #[doc = concat!("Set the optional `", "tag", "` operation parameter.")]
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    #[doc = concat!("Set the optional `", "tags_all", "` operation parameter.")]
    #[must_use]
    pub fn tags_all(mut self, tags_all: impl Into<String>) -> Self {
        self.tags_all = Some(tags_all.into());
        self
    }
    #[doc = concat!("Set the optional `", "author", "` operation parameter.")]
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    #[doc = concat!("Set the optional `", "series", "` operation parameter.")]
    #[must_use]
    pub fn series(mut self, series: impl Into<String>) -> Self {
        self.series = Some(series.into());
        self
    }
    #[doc = concat!("Set the optional `", "ids", "` operation parameter.")]
    #[must_use]
    pub fn ids(mut self, ids: impl Into<String>) -> Self {
        self.ids = Some(ids.into());
        self
    }
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_since", "` operation parameter.")]
    #[must_use]
    pub fn published_since(mut self, published_since: impl Into<String>) -> Self {
        self.published_since = Some(published_since.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_before", "` operation parameter.")]
    #[must_use]
    pub fn published_before(mut self, published_before: impl Into<String>) -> Self {
        self.published_before = Some(published_before.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_on", "` operation parameter.")]
    #[must_use]
    pub fn published_on(mut self, published_on: impl Into<String>) -> Self {
        self.published_on = Some(published_on.into());
        self
    }
    #[doc = concat!("Set the optional `", "year", "` operation parameter.")]
    #[must_use]
    pub fn year(mut self, year: i32) -> Self {
        self.year = Some(year);
        self
    }
    #[doc = concat!("Set the optional `", "sort", "` operation parameter.")]
    #[must_use]
    pub fn sort(mut self, sort: impl Into<String>) -> Self {
        self.sort = Some(sort.into());
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
    #[doc = concat!("Set the optional `", "before", "` operation parameter.")]
    #[must_use]
    pub fn before(mut self, before: impl Into<String>) -> Self {
        self.before = Some(before.into());
        self
    }
    #[doc = concat!("Set the optional `", "total", "` operation parameter.")]
    #[must_use]
    pub fn total(mut self, total: bool) -> Self {
        self.total = Some(total);
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<TeaserPage, ApiOpError<ListTeasersApiError>> {
        self.client
            .list_teasers(
                self.section,
                self.kicker,
                self.tag,
                self.tags_all,
                self.author,
                self.series,
                self.ids,
                self.locale,
                self.published_since,
                self.published_before,
                self.published_on,
                self.year,
                self.sort,
                self.limit,
                self.after,
                self.before,
                self.total,
                self.min_sequence,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "resolvePath", "`.")]
#[must_use]
pub struct ResolvePathBuilder<'a> {
    client: &'a HttpClient,
    path: String,
    locale: Option<String>,
    min_sequence: Option<i64>,
    accept_language: Option<String>,
}
impl<'a> ResolvePathBuilder<'a> {
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    #[doc = concat!("Set the optional `", "Accept-Language", "` operation parameter.")]
    #[must_use]
    pub fn accept_language(mut self, accept_language: impl Into<String>) -> Self {
        self.accept_language = Some(accept_language.into());
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<Resolution, ApiOpError<ResolvePathApiError>> {
        self.client
            .resolve_path(
                self.path,
                self.locale,
                self.min_sequence,
                self.accept_language,
            )
            .await
    }
}
#[doc = concat!("Additive request builder for `", "searchArticles", "`.")]
#[must_use]
pub struct SearchArticlesBuilder<'a> {
    client: &'a HttpClient,
    q: String,
    section: Option<String>,
    kicker: Option<String>,
    tag: Option<String>,
    author: Option<String>,
    published_since: Option<String>,
    published_before: Option<String>,
    published_on: Option<String>,
    year: Option<i32>,
    locale: Option<String>,
    facets: Option<bool>,
    limit: Option<i32>,
    after: Option<String>,
    min_sequence: Option<i64>,
}
impl<'a> SearchArticlesBuilder<'a> {
    #[doc = concat!("Set the optional `", "section", "` operation parameter.")]
    #[must_use]
    pub fn section(mut self, section: impl Into<String>) -> Self {
        self.section = Some(section.into());
        self
    }
    #[doc = concat!("Set the optional `", "kicker", "` operation parameter.")]
    #[must_use]
    pub fn kicker(mut self, kicker: impl Into<String>) -> Self {
        self.kicker = Some(kicker.into());
        self
    }
    #[doc = concat!("Set the optional `", "tag", "` operation parameter.")]
    #[must_use]
    pub fn tag(mut self, tag: impl Into<String>) -> Self {
        self.tag = Some(tag.into());
        self
    }
    #[doc = concat!("Set the optional `", "author", "` operation parameter.")]
    #[must_use]
    pub fn author(mut self, author: impl Into<String>) -> Self {
        self.author = Some(author.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_since", "` operation parameter.")]
    #[must_use]
    pub fn published_since(mut self, published_since: impl Into<String>) -> Self {
        self.published_since = Some(published_since.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_before", "` operation parameter.")]
    #[must_use]
    pub fn published_before(mut self, published_before: impl Into<String>) -> Self {
        self.published_before = Some(published_before.into());
        self
    }
    #[doc = concat!("Set the optional `", "published_on", "` operation parameter.")]
    #[must_use]
    pub fn published_on(mut self, published_on: impl Into<String>) -> Self {
        self.published_on = Some(published_on.into());
        self
    }
    #[doc = concat!("Set the optional `", "year", "` operation parameter.")]
    #[must_use]
    pub fn year(mut self, year: i32) -> Self {
        self.year = Some(year);
        self
    }
    #[doc = concat!("Set the optional `", "locale", "` operation parameter.")]
    #[must_use]
    pub fn locale(mut self, locale: impl Into<String>) -> Self {
        self.locale = Some(locale.into());
        self
    }
    #[doc = concat!("Set the optional `", "facets", "` operation parameter.")]
    #[must_use]
    pub fn facets(mut self, facets: bool) -> Self {
        self.facets = Some(facets);
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
    #[doc = concat!("Set the optional `", "min_sequence", "` operation parameter.")]
    #[must_use]
    pub fn min_sequence(mut self, min_sequence: i64) -> Self {
        self.min_sequence = Some(min_sequence);
        self
    }
    /// Send the request through the existing flat operation method.
    pub async fn send(self) -> Result<SearchPage, ApiOpError<SearchArticlesApiError>> {
        self.client
            .search_articles(
                self.q,
                self.section,
                self.kicker,
                self.tag,
                self.author,
                self.published_since,
                self.published_before,
                self.published_on,
                self.year,
                self.locale,
                self.facets,
                self.limit,
                self.after,
                self.min_sequence,
            )
            .await
    }
}
impl HttpClient {
    /// Gets the archive.
    ///
    /// The years and months in which anything was first published that is live, with how much that is. They are those of the
    /// site's time zone: `published_on=2026-03` lists what is counted in that month.
    ///
    /// `GET /v1/archive`
    pub async fn get_archive(
        &self,
        locale: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
    ) -> Result<Archive, ApiOpError<GetArchiveApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/archive");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<GetArchiveApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetArchiveApiError::Default(v));
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
    /// Gets one article.
    ///
    /// `slug` is the article's name in URLs, or `id:` and its identity. An old slug redirects to the one it has now.
    ///
    /// `GET /v1/articles/{slug}`
    pub async fn get_article(
        &self,
        slug: impl AsRef<str>,
        locale: Option<impl AsRef<str>>,
        body_2: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
    ) -> Result<PublicArticle, ApiOpError<GetArticleApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/v1/articles/{}",
            __pct_encode_path_segment(slug.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = body_2 {
                query_params.push(("body".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<GetArticleApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetArticleApiError::Default(v));
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
    /// Gets the Atom feed.
    ///
    /// The newest articles of the publication, or of one section, tag or author, as Atom (RFC 4287).
    ///
    /// `GET /v1/feeds/atom`
    pub async fn get_atom_feed(
        &self,
        section: Option<impl AsRef<str>>,
        tag: Option<impl AsRef<str>>,
        author: Option<impl AsRef<str>>,
        locale: Option<impl AsRef<str>>,
        limit: Option<i32>,
        min_sequence: Option<i64>,
    ) -> Result<String, ApiOpError<GetAtomFeedApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/feeds/atom");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = section {
                query_params.push(("section".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tag {
                query_params.push(("tag".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = author {
                query_params.push(("author".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
        req = req.header(reqwest::header::ACCEPT, "application/atom+xml");
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
            let _ = raw_body;
            Ok(body_text)
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
            let typed: Option<GetAtomFeedApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetAtomFeedApiError::Default(v));
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
    /// Gets one author.
    ///
    /// `GET /v1/authors/{slug}`
    pub async fn get_author(
        &self,
        slug: impl AsRef<str>,
        locale: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
    ) -> Result<PublicAuthor, ApiOpError<GetAuthorApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/v1/authors/{}",
            __pct_encode_path_segment(slug.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<GetAuthorApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetAuthorApiError::Default(v));
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
    /// Gets the JSON feed.
    ///
    /// The newest articles of the publication, or of one section, tag or author, as JSON Feed 1.1.
    ///
    /// `GET /v1/feeds/json`
    pub async fn get_json_feed(
        &self,
        section: Option<impl AsRef<str>>,
        tag: Option<impl AsRef<str>>,
        author: Option<impl AsRef<str>>,
        locale: Option<impl AsRef<str>>,
        limit: Option<i32>,
        min_sequence: Option<i64>,
    ) -> Result<GetJsonFeedResponse, ApiOpError<GetJsonFeedApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/feeds/json");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = section {
                query_params.push(("section".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tag {
                query_params.push(("tag".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = author {
                query_params.push(("author".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
        req = req.header(reqwest::header::ACCEPT, "application/feed+json");
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
            let typed: Option<GetJsonFeedApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetJsonFeedApiError::Default(v));
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
    /// Gets the RSS feed.
    ///
    /// The newest articles of the publication, or of one section, tag or author, as RSS 2.0.
    ///
    /// `GET /v1/feeds/rss`
    pub async fn get_rss_feed(
        &self,
        section: Option<impl AsRef<str>>,
        tag: Option<impl AsRef<str>>,
        author: Option<impl AsRef<str>>,
        locale: Option<impl AsRef<str>>,
        limit: Option<i32>,
        min_sequence: Option<i64>,
    ) -> Result<String, ApiOpError<GetRssFeedApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/feeds/rss");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = section {
                query_params.push(("section".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tag {
                query_params.push(("tag".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = author {
                query_params.push(("author".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
        req = req.header(reqwest::header::ACCEPT, "application/rss+xml");
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
            let _ = raw_body;
            Ok(body_text)
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
            let typed: Option<GetRssFeedApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetRssFeedApiError::Default(v));
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
    /// Gets one section.
    ///
    /// `GET /v1/sections/{slug}`
    pub async fn get_section(
        &self,
        slug: impl AsRef<str>,
        locale: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
    ) -> Result<PublicTerm, ApiOpError<GetSectionApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/v1/sections/{}",
            __pct_encode_path_segment(slug.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<GetSectionApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetSectionApiError::Default(v));
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
    /// Gets one series.
    ///
    /// `GET /v1/series/{slug}`
    pub async fn get_series(
        &self,
        slug: impl AsRef<str>,
        locale: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
    ) -> Result<PublicTerm, ApiOpError<GetSeriesApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/v1/series/{}",
            __pct_encode_path_segment(slug.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<GetSeriesApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetSeriesApiError::Default(v));
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
    /// Gets the keys that access tokens are signed with.
    ///
    /// `GET /.well-known/jwks.json`
    pub async fn get_signing_keys(
        &self,
    ) -> Result<SigningKeySet, ApiOpError<GetSigningKeysApiError>> {
        let request_url = format!("{}{}", self.base_url, "/.well-known/jwks.json");
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
            let typed: Option<GetSigningKeysApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetSigningKeysApiError::Default(v));
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
    /// Gets the publication.
    ///
    /// Its name, its address, its locales, its time zone, and how the addresses of articles are made.
    ///
    /// `GET /v1/site`
    pub async fn get_site(&self) -> Result<Site, ApiOpError<GetSiteApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/site");
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
            let typed: Option<GetSiteApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetSiteApiError::Default(v));
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
    /// Gets the sitemap.
    ///
    /// The address of every article in every locale, with its addresses in the others. Where there are more than fit into one
    /// file, it is an index of parts; each is at `sitemaps/{part}.xml` below the site's address, where the site answers with
    /// `/v1/sitemaps/{part}`.
    ///
    /// `GET /v1/sitemap`
    pub async fn get_sitemap(
        &self,
        min_sequence: Option<i64>,
    ) -> Result<String, ApiOpError<GetSitemapApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/sitemap");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
        req = req.header(reqwest::header::ACCEPT, "application/xml");
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
            let _ = raw_body;
            Ok(body_text)
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
            let typed: Option<GetSitemapApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetSitemapApiError::Default(v));
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
    /// Gets a part of the sitemap.
    ///
    /// `part` is the identity that the index names it by.
    ///
    /// `GET /v1/sitemaps/{part}`
    pub async fn get_sitemap_part(
        &self,
        part: impl AsRef<str>,
        min_sequence: Option<i64>,
    ) -> Result<String, ApiOpError<GetSitemapPartApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/v1/sitemaps/{}",
            __pct_encode_path_segment(part.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
        req = req.header(reqwest::header::ACCEPT, "application/xml");
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
            let _ = raw_body;
            Ok(body_text)
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
            let typed: Option<GetSitemapPartApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetSitemapPartApiError::Default(v));
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
    /// Gets one tag.
    ///
    /// `GET /v1/tags/{slug}`
    pub async fn get_tag(
        &self,
        slug: impl AsRef<str>,
        locale: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
    ) -> Result<PublicTerm, ApiOpError<GetTagApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/v1/tags/{}", __pct_encode_path_segment(slug
            .as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<GetTagApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetTagApiError::Default(v));
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
    /// Gets one teaser.
    ///
    /// `slug` is the article's name in URLs, or `id:` and its identity. An old slug redirects to the one it has now.
    ///
    /// `GET /v1/teasers/{slug}`
    pub async fn get_teaser(
        &self,
        slug: impl AsRef<str>,
        locale: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
    ) -> Result<Teaser, ApiOpError<GetTeaserApiError>> {
        let request_url = format!(
            "{}{}", self.base_url, format!("/v1/teasers/{}",
            __pct_encode_path_segment(slug.as_ref()))
        );
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<GetTeaserApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(GetTeaserApiError::Default(v));
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
    /// Lists articles.
    ///
    /// Like teasers, with all that an article adds. Bodies come in the forms that `body` names, by default in none.
    ///
    /// `GET /v1/articles`
    pub async fn list_articles(
        &self,
        section: Option<impl AsRef<str>>,
        kicker: Option<impl AsRef<str>>,
        tag: Option<impl AsRef<str>>,
        tags_all: Option<impl AsRef<str>>,
        author: Option<impl AsRef<str>>,
        series: Option<impl AsRef<str>>,
        ids: Option<impl AsRef<str>>,
        locale: Option<impl AsRef<str>>,
        published_since: Option<impl AsRef<str>>,
        published_before: Option<impl AsRef<str>>,
        published_on: Option<impl AsRef<str>>,
        year: Option<i32>,
        sort: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
        before: Option<impl AsRef<str>>,
        total: Option<bool>,
        min_sequence: Option<i64>,
        body_2: Option<impl AsRef<str>>,
    ) -> Result<ArticlePage, ApiOpError<ListArticlesApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/articles");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = section {
                query_params.push(("section".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = kicker {
                query_params.push(("kicker".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tag {
                query_params.push(("tag".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tags_all {
                query_params.push(("tags_all".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = author {
                query_params.push(("author".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = series {
                query_params.push(("series".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = ids {
                query_params.push(("ids".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_since {
                query_params
                    .push(("published_since".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_before {
                query_params
                    .push(("published_before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_on {
                query_params.push(("published_on".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = year {
                query_params.push(("year".to_string(), v.to_string()));
            }
            if let Some(v) = sort {
                query_params.push(("sort".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = before {
                query_params.push(("before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = total {
                query_params.push(("total".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
            }
            if let Some(v) = body_2 {
                query_params.push(("body".to_string(), v.as_ref().to_string()));
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
            let typed: Option<ListArticlesApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListArticlesApiError::Default(v));
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
    /// Lists authors.
    ///
    /// Those under which something is live, by slug.
    ///
    /// `GET /v1/authors`
    pub async fn list_authors(
        &self,
        locale: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
        before: Option<impl AsRef<str>>,
        total: Option<bool>,
        min_sequence: Option<i64>,
    ) -> Result<AuthorPage, ApiOpError<ListAuthorsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/authors");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = before {
                query_params.push(("before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = total {
                query_params.push(("total".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<ListAuthorsApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListAuthorsApiError::Default(v));
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
    /// Lists what changed.
    ///
    /// Without a cursor it begins with a copy of everything that can be read; then come the changes since, in the order of the
    /// acts, none missed and none doubled, however long it takes. Go on with `page.next` until a page is empty, and ask
    /// again later with the same cursor.
    ///
    /// With `Accept: text/event-stream` the same log comes as server-sent events, and goes on coming as things happen: each
    /// event has the cursor as its `id`, the kind as its `event`, and the change as its `data`.
    ///
    /// `GET /v1/changes`
    pub async fn list_changes(
        &self,
        from: Option<impl AsRef<str>>,
        after: Option<impl AsRef<str>>,
        limit: Option<i32>,
        min_sequence: Option<i64>,
    ) -> Result<ChangePage, ApiOpError<ListChangesApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/changes");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = from {
                query_params.push(("from".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<ListChangesApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListChangesApiError::Default(v));
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
    /// Lists what changed.
    ///
    /// Without a cursor it begins with a copy of everything that can be read; then come the changes since, in the order of the
    /// acts, none missed and none doubled, however long it takes. Go on with `page.next` until a page is empty, and ask
    /// again later with the same cursor.
    ///
    /// With `Accept: text/event-stream` the same log comes as server-sent events, and goes on coming as things happen: each
    /// event has the cursor as its `id`, the kind as its `event`, and the change as its `data`.
    ///
    /// `GET /v1/changes`
    ///Select `text/event-stream` as raw_event_stream; accepts response statuses 200. Other successful statuses and mismatched Content-Type values are returned as inspectable API errors.
    pub async fn list_changes_event_stream<__Param0: AsRef<str>, __Param1: AsRef<str>>(
        &self,
        from: Option<__Param0>,
        after: Option<__Param1>,
        limit: Option<i32>,
        min_sequence: Option<i64>,
    ) -> Result<
        impl futures_util::Stream<
            Item = Result<bytes::Bytes, reqwest::Error>,
        > + 'static + use<__Param0, __Param1>,
        ApiOpError<ListChangesApiError>,
    > {
        let request_url = format!("{}{}", self.base_url, "/v1/changes");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = from {
                query_params.push(("from".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
        req = req.header(reqwest::header::ACCEPT, "text/event-stream");
        let response = req.send().await?;
        let status = response.status();
        let status_code = status.as_u16();
        if false || status_code == 200u16 {
            let actual = response
                .headers()
                .get(reqwest::header::CONTENT_TYPE)
                .and_then(|value| value.to_str().ok())
                .unwrap_or("")
                .to_string();
            let expected = "text/event-stream";
            let parse_media = |value: &str| {
                let mut parts = Vec::new();
                let mut start = 0;
                let mut quoted = false;
                let mut escaped = false;
                for (index, character) in value.char_indices() {
                    if escaped {
                        escaped = false;
                        continue;
                    }
                    if character == '\\' && quoted {
                        escaped = true;
                        continue;
                    }
                    if character == '"' {
                        quoted = !quoted;
                    }
                    if character == ';' && !quoted {
                        parts.push(&value[start..index]);
                        start = index + 1;
                    }
                }
                if quoted || escaped {
                    return None;
                }
                parts.push(&value[start..]);
                let essence = parts
                    .first()
                    .copied()
                    .unwrap_or("")
                    .trim()
                    .to_ascii_lowercase();
                let mut parameters = std::collections::BTreeMap::new();
                for part in parts.into_iter().skip(1) {
                    let (name, value) = part.split_once('=')?;
                    let name = name.trim().to_ascii_lowercase();
                    if name.is_empty() {
                        return None;
                    }
                    let value = value.trim();
                    let value = if let Some(quoted) = value.strip_prefix('"') {
                        let inner = quoted.strip_suffix('"')?;
                        let mut decoded = String::new();
                        let mut escaped = false;
                        for character in inner.chars() {
                            if escaped {
                                decoded.push(character);
                                escaped = false;
                            } else if character == '\\' {
                                escaped = true;
                            } else if character == '"' {
                                return None
                            } else {
                                decoded.push(character);
                            }
                        }
                        if escaped {
                            return None;
                        }
                        decoded
                    } else {
                        if value.contains('"') {
                            return None;
                        }
                        value.to_string()
                    };
                    if parameters.insert(name, value).is_some() {
                        return None;
                    }
                }
                Some((essence, parameters))
            };
            let matches = match (parse_media(&actual), parse_media(expected)) {
                (
                    Some((actual_essence, actual_parameters)),
                    Some((expected_essence, expected_parameters)),
                ) => {
                    let essence_matches = if expected_essence == "*/*" {
                        actual_essence.contains('/')
                    } else if let Some(prefix) = expected_essence.strip_suffix("/*") {
                        actual_essence.split('/').next() == Some(prefix)
                    } else {
                        actual_essence == expected_essence
                    };
                    essence_matches
                        && expected_parameters
                            .iter()
                            .all(|(name, value)| {
                                actual_parameters
                                    .get(name)
                                    .is_some_and(|actual| {
                                        if name == "charset" {
                                            actual.eq_ignore_ascii_case(value)
                                        } else {
                                            actual == value
                                        }
                                    })
                            })
                }
                _ => false,
            };
            if !matches {
                let headers = response.headers().clone();
                let raw_body = Vec::new();
                let body_text = String::from_utf8_lossy(&raw_body).into_owned();
                let typed: Option<ListChangesApiError>;
                let parse_error: Option<String>;
                match status_code {
                    _ => {
                        match serde_json::from_str::<Problem>(&body_text) {
                            Ok(v) => {
                                typed = Some(ListChangesApiError::Default(v));
                                parse_error = None;
                            }
                            Err(e) => {
                                typed = None;
                                parse_error = Some(e.to_string());
                            }
                        }
                    }
                }
                let _ = parse_error;
                return Err(
                    ApiOpError::Api(ApiError {
                        status: status_code,
                        headers,
                        body: body_text,
                        raw_body,
                        typed,
                        parse_error: Some(
                            format!(
                                "unexpected response Content-Type `{}`; expected `{}`",
                                actual, expected
                            ),
                        ),
                    }),
                );
            }
        }
        let status = response.status();
        let status_code = status.as_u16();
        let headers = response.headers().clone();
        if false || status_code == 200u16 {
            Ok(response.bytes_stream())
        } else {
            if status.is_success() {
                return Err(
                    ApiOpError::Api(ApiError {
                        status: status_code,
                        headers,
                        body: String::new(),
                        raw_body: Vec::new(),
                        typed: None,
                        parse_error: Some(
                            format!(
                                "unexpected successful status {}; generated return type selects `{}`; live response body was not buffered",
                                status_code, "200",
                            ),
                        ),
                    }),
                );
            }
            let body_bytes = __read_bounded_response_body(
                    response,
                    self.max_response_body_bytes,
                )
                .await?;
            let raw_body = body_bytes;
            let body_text = String::from_utf8_lossy(&raw_body).into_owned();
            let typed: Option<ListChangesApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListChangesApiError::Default(v));
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
    /// Lists kickers.
    ///
    /// Those under which something is live, by slug.
    ///
    /// `GET /v1/kickers`
    pub async fn list_kickers(
        &self,
        locale: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
        before: Option<impl AsRef<str>>,
        total: Option<bool>,
        min_sequence: Option<i64>,
    ) -> Result<TermPage, ApiOpError<ListKickersApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/kickers");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = before {
                query_params.push(("before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = total {
                query_params.push(("total".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<ListKickersApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListKickersApiError::Default(v));
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
    /// Lists sections.
    ///
    /// Those under which something is live, by slug.
    ///
    /// `GET /v1/sections`
    pub async fn list_sections(
        &self,
        locale: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
        before: Option<impl AsRef<str>>,
        total: Option<bool>,
        min_sequence: Option<i64>,
    ) -> Result<TermPage, ApiOpError<ListSectionsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/sections");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = before {
                query_params.push(("before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = total {
                query_params.push(("total".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<ListSectionsApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListSectionsApiError::Default(v));
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
    /// Lists series.
    ///
    /// Those under which something is live, by slug.
    ///
    /// `GET /v1/series`
    pub async fn list_series(
        &self,
        locale: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
        before: Option<impl AsRef<str>>,
        total: Option<bool>,
        min_sequence: Option<i64>,
    ) -> Result<TermPage, ApiOpError<ListSeriesApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/series");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = before {
                query_params.push(("before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = total {
                query_params.push(("total".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<ListSeriesApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListSeriesApiError::Default(v));
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
    /// Lists tags.
    ///
    /// Those under which something is live, by slug.
    ///
    /// `GET /v1/tags`
    pub async fn list_tags(
        &self,
        locale: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
        before: Option<impl AsRef<str>>,
        total: Option<bool>,
        min_sequence: Option<i64>,
    ) -> Result<TermPage, ApiOpError<ListTagsApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/tags");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = before {
                query_params.push(("before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = total {
                query_params.push(("total".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<ListTagsApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListTagsApiError::Default(v));
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
    /// Lists teasers.
    ///
    /// The newest first, unless `sort` says otherwise. Filters are combined: every one must hold.
    ///
    /// `GET /v1/teasers`
    pub async fn list_teasers(
        &self,
        section: Option<impl AsRef<str>>,
        kicker: Option<impl AsRef<str>>,
        tag: Option<impl AsRef<str>>,
        tags_all: Option<impl AsRef<str>>,
        author: Option<impl AsRef<str>>,
        series: Option<impl AsRef<str>>,
        ids: Option<impl AsRef<str>>,
        locale: Option<impl AsRef<str>>,
        published_since: Option<impl AsRef<str>>,
        published_before: Option<impl AsRef<str>>,
        published_on: Option<impl AsRef<str>>,
        year: Option<i32>,
        sort: Option<impl AsRef<str>>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
        before: Option<impl AsRef<str>>,
        total: Option<bool>,
        min_sequence: Option<i64>,
    ) -> Result<TeaserPage, ApiOpError<ListTeasersApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/teasers");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            if let Some(v) = section {
                query_params.push(("section".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = kicker {
                query_params.push(("kicker".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tag {
                query_params.push(("tag".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tags_all {
                query_params.push(("tags_all".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = author {
                query_params.push(("author".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = series {
                query_params.push(("series".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = ids {
                query_params.push(("ids".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_since {
                query_params
                    .push(("published_since".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_before {
                query_params
                    .push(("published_before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_on {
                query_params.push(("published_on".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = year {
                query_params.push(("year".to_string(), v.to_string()));
            }
            if let Some(v) = sort {
                query_params.push(("sort".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = before {
                query_params.push(("before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = total {
                query_params.push(("total".to_string(), v.to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<ListTeasersApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ListTeasersApiError::Default(v));
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
    /// Tells whether the process runs.
    ///
    /// It answers 200 for as long as the process can answer at all, and never asks the database.
    ///
    /// `GET /livez`
    pub async fn live(&self) -> Result<LivenessReport, ApiOpError<LiveApiError>> {
        let request_url = format!("{}{}", self.base_url, "/livez");
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
            let typed: Option<LiveApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(LiveApiError::Default(v));
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
    /// Tells whether the process should get requests.
    ///
    /// 200 while readers get answers, also while the database is gone and they are given what is kept: then `degraded` is
    /// `true`. 503 while it starts or stops, when the database has a schema that this version cannot read, and when the
    /// database does not answer and nothing is kept.
    ///
    /// `GET /readyz`
    pub async fn ready(&self) -> Result<ReadinessReport, ApiOpError<ReadyApiError>> {
        let request_url = format!("{}{}", self.base_url, "/readyz");
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
            let typed: Option<ReadyApiError>;
            let parse_error: Option<String>;
            match status_code {
                503u16 => {
                    match serde_json::from_str::<ReadinessReport>(&body_text) {
                        Ok(v) => {
                            typed = Some(ReadyApiError::Status503(v));
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
                            typed = Some(ReadyApiError::Default(v));
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
    /// Says what a path is now.
    ///
    /// `live`: an article lives at exactly this path. `moved`: the path leads to `target`, because the slug or section of the
    /// article was changed, because of a redirect, or because paths were made in another way before. `gone`: the article was
    /// withdrawn or taken down. `unknown`: nothing public ever had this path. Where paths name no locale, one is chosen in
    /// which the path is something: what lives there comes before what leads elsewhere, and that before what is gone; then
    /// `Accept-Language` decides, by lookup (RFC 4647, 3.4), then the site's default.
    ///
    /// `GET /v1/resolve`
    pub async fn resolve_path(
        &self,
        path: impl AsRef<str>,
        locale: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
        accept_language: Option<impl AsRef<str>>,
    ) -> Result<Resolution, ApiOpError<ResolvePathApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/resolve");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            query_params.push(("path".to_string(), path.as_ref().to_string()));
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
            }
            if !query_params.is_empty() {
                req = req.query(&query_params);
            }
        }
        if let Some(v) = accept_language {
            req = req.header("Accept-Language", v.as_ref());
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
            let typed: Option<ResolvePathApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(ResolvePathApiError::Default(v));
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
    /// Searches articles.
    ///
    /// All words must be in an article: its headline, standfirst or body, or the names of its section, kicker, tags, authors
    /// and series. Of what has them, the newest 2,000 are ranked. Where nothing has them, the nearest words are tried that
    /// something has.
    ///
    /// `GET /v1/search`
    pub async fn search_articles(
        &self,
        q: impl AsRef<str>,
        section: Option<impl AsRef<str>>,
        kicker: Option<impl AsRef<str>>,
        tag: Option<impl AsRef<str>>,
        author: Option<impl AsRef<str>>,
        published_since: Option<impl AsRef<str>>,
        published_before: Option<impl AsRef<str>>,
        published_on: Option<impl AsRef<str>>,
        year: Option<i32>,
        locale: Option<impl AsRef<str>>,
        facets: Option<bool>,
        limit: Option<i32>,
        after: Option<impl AsRef<str>>,
        min_sequence: Option<i64>,
    ) -> Result<SearchPage, ApiOpError<SearchArticlesApiError>> {
        let request_url = format!("{}{}", self.base_url, "/v1/search");
        let mut req = self.http_client.get(request_url);
        {
            let mut query_params: Vec<(String, String)> = Vec::new();
            query_params.push(("q".to_string(), q.as_ref().to_string()));
            if let Some(v) = section {
                query_params.push(("section".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = kicker {
                query_params.push(("kicker".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = tag {
                query_params.push(("tag".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = author {
                query_params.push(("author".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_since {
                query_params
                    .push(("published_since".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_before {
                query_params
                    .push(("published_before".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = published_on {
                query_params.push(("published_on".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = year {
                query_params.push(("year".to_string(), v.to_string()));
            }
            if let Some(v) = locale {
                query_params.push(("locale".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = facets {
                query_params.push(("facets".to_string(), v.to_string()));
            }
            if let Some(v) = limit {
                query_params.push(("limit".to_string(), v.to_string()));
            }
            if let Some(v) = after {
                query_params.push(("after".to_string(), v.as_ref().to_string()));
            }
            if let Some(v) = min_sequence {
                query_params.push(("min_sequence".to_string(), v.to_string()));
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
            let typed: Option<SearchArticlesApiError>;
            let parse_error: Option<String>;
            match status_code {
                _ => {
                    match serde_json::from_str::<Problem>(&body_text) {
                        Ok(v) => {
                            typed = Some(SearchArticlesApiError::Default(v));
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
    #[doc = concat!("Start an additive builder for `", "getArchive", "`.")]
    pub fn get_archive_builder(&self) -> GetArchiveBuilder<'_> {
        GetArchiveBuilder {
            client: self,
            locale: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getArticle", "`.")]
    pub fn get_article_builder(&self, slug: impl Into<String>) -> GetArticleBuilder<'_> {
        GetArticleBuilder {
            client: self,
            slug: slug.into(),
            locale: None,
            body_2: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getAtomFeed", "`.")]
    pub fn get_atom_feed_builder(&self) -> GetAtomFeedBuilder<'_> {
        GetAtomFeedBuilder {
            client: self,
            section: None,
            tag: None,
            author: None,
            locale: None,
            limit: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getAuthor", "`.")]
    pub fn get_author_builder(&self, slug: impl Into<String>) -> GetAuthorBuilder<'_> {
        GetAuthorBuilder {
            client: self,
            slug: slug.into(),
            locale: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getJsonFeed", "`.")]
    pub fn get_json_feed_builder(&self) -> GetJsonFeedBuilder<'_> {
        GetJsonFeedBuilder {
            client: self,
            section: None,
            tag: None,
            author: None,
            locale: None,
            limit: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getRssFeed", "`.")]
    pub fn get_rss_feed_builder(&self) -> GetRssFeedBuilder<'_> {
        GetRssFeedBuilder {
            client: self,
            section: None,
            tag: None,
            author: None,
            locale: None,
            limit: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getSection", "`.")]
    pub fn get_section_builder(&self, slug: impl Into<String>) -> GetSectionBuilder<'_> {
        GetSectionBuilder {
            client: self,
            slug: slug.into(),
            locale: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getSeries", "`.")]
    pub fn get_series_builder(&self, slug: impl Into<String>) -> GetSeriesBuilder<'_> {
        GetSeriesBuilder {
            client: self,
            slug: slug.into(),
            locale: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getSitemap", "`.")]
    pub fn get_sitemap_builder(&self) -> GetSitemapBuilder<'_> {
        GetSitemapBuilder {
            client: self,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getSitemapPart", "`.")]
    pub fn get_sitemap_part_builder(
        &self,
        part: impl Into<String>,
    ) -> GetSitemapPartBuilder<'_> {
        GetSitemapPartBuilder {
            client: self,
            part: part.into(),
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getTag", "`.")]
    pub fn get_tag_builder(&self, slug: impl Into<String>) -> GetTagBuilder<'_> {
        GetTagBuilder {
            client: self,
            slug: slug.into(),
            locale: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "getTeaser", "`.")]
    pub fn get_teaser_builder(&self, slug: impl Into<String>) -> GetTeaserBuilder<'_> {
        GetTeaserBuilder {
            client: self,
            slug: slug.into(),
            locale: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listArticles", "`.")]
    pub fn list_articles_builder(&self) -> ListArticlesBuilder<'_> {
        ListArticlesBuilder {
            client: self,
            section: None,
            kicker: None,
            tag: None,
            tags_all: None,
            author: None,
            series: None,
            ids: None,
            locale: None,
            published_since: None,
            published_before: None,
            published_on: None,
            year: None,
            sort: None,
            limit: None,
            after: None,
            before: None,
            total: None,
            min_sequence: None,
            body_2: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listAuthors", "`.")]
    pub fn list_authors_builder(&self) -> ListAuthorsBuilder<'_> {
        ListAuthorsBuilder {
            client: self,
            locale: None,
            limit: None,
            after: None,
            before: None,
            total: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listChanges", "`.")]
    pub fn list_changes_builder(&self) -> ListChangesBuilder<'_> {
        ListChangesBuilder {
            client: self,
            from: None,
            after: None,
            limit: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listChanges", "`.")]
    pub fn list_changes_event_stream_builder(
        &self,
    ) -> ListChangesEventStreamBuilder<'_> {
        ListChangesEventStreamBuilder {
            client: self,
            from: None,
            after: None,
            limit: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listKickers", "`.")]
    pub fn list_kickers_builder(&self) -> ListKickersBuilder<'_> {
        ListKickersBuilder {
            client: self,
            locale: None,
            limit: None,
            after: None,
            before: None,
            total: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listSections", "`.")]
    pub fn list_sections_builder(&self) -> ListSectionsBuilder<'_> {
        ListSectionsBuilder {
            client: self,
            locale: None,
            limit: None,
            after: None,
            before: None,
            total: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listSeries", "`.")]
    pub fn list_series_builder(&self) -> ListSeriesBuilder<'_> {
        ListSeriesBuilder {
            client: self,
            locale: None,
            limit: None,
            after: None,
            before: None,
            total: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listTags", "`.")]
    pub fn list_tags_builder(&self) -> ListTagsBuilder<'_> {
        ListTagsBuilder {
            client: self,
            locale: None,
            limit: None,
            after: None,
            before: None,
            total: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "listTeasers", "`.")]
    pub fn list_teasers_builder(&self) -> ListTeasersBuilder<'_> {
        ListTeasersBuilder {
            client: self,
            section: None,
            kicker: None,
            tag: None,
            tags_all: None,
            author: None,
            series: None,
            ids: None,
            locale: None,
            published_since: None,
            published_before: None,
            published_on: None,
            year: None,
            sort: None,
            limit: None,
            after: None,
            before: None,
            total: None,
            min_sequence: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "resolvePath", "`.")]
    pub fn resolve_path_builder(
        &self,
        path: impl Into<String>,
    ) -> ResolvePathBuilder<'_> {
        ResolvePathBuilder {
            client: self,
            path: path.into(),
            locale: None,
            min_sequence: None,
            accept_language: None,
        }
    }
    #[doc = concat!("Start an additive builder for `", "searchArticles", "`.")]
    pub fn search_articles_builder(
        &self,
        q: impl Into<String>,
    ) -> SearchArticlesBuilder<'_> {
        SearchArticlesBuilder {
            client: self,
            q: q.into(),
            section: None,
            kicker: None,
            tag: None,
            author: None,
            published_since: None,
            published_before: None,
            published_on: None,
            year: None,
            locale: None,
            facets: None,
            limit: None,
            after: None,
            min_sequence: None,
        }
    }
}
