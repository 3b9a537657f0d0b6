//! A response that is prepared to be served many times: its headers are built once, and each compressed representation
//! is created at the first request for it. Answers conditional requests (RFC 9110, sections 8.8 and 13).

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, EntityTag, Header, HeaderName, HeaderValue,
    HttpDate, IF_NONE_MATCH, IfModifiedSince, IfNoneMatch, LAST_MODIFIED, TryIntoHeaderValue, VARY,
};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use chrono::{DateTime, Datelike, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tokio::task::spawn_blocking;

use crate::http::cache_control::Policy;
use crate::http::content_encoding::Coding;

/// A body with its headers and its representation in each content coding.
pub(crate) struct PreparedResponse {
    status: StatusCode,
    /// The headers of both the full response and a 304.
    head: Vec<(HeaderName, HeaderValue)>,
    media_type: HeaderValue,
    last_modified: Option<DateTime<Utc>>,
    /// The digest of the body, which entity tags are built from.
    digest: String,
    plain: Representation,
    brotli: OnceLock<Option<Representation>>,
    zstd: OnceLock<Option<Representation>>,
    gzip: OnceLock<Option<Representation>>,
    /// The approximate size in memory, in bytes.
    size: AtomicUsize,
}

/// A response as it is written to disk.
#[derive(Serialize, Deserialize)]
pub(crate) struct StoredResponse {
    status: u16,
    head: Vec<(String, String)>,
    media_type: String,
    last_modified: Option<DateTime<Utc>>,
    body: String,
}

/// The representation in one content coding. Each has an entity tag of its own, so that caches never confuse two.
struct Representation {
    bytes: Bytes,
    tag: EntityTag,
    tag_header: HeaderValue,
}

/// Bodies up to this size are compressed in a few milliseconds, on the thread that serves the request.
const MAX_INLINE_COMPRESSION_BYTES: usize = 64 << 10;

/// Smaller bodies are not compressed.
const MIN_COMPRESSED_BYTES: usize = 860;

impl PreparedResponse {
    /// A 200 with this body.
    pub(crate) fn new(body: impl Into<Bytes>, media_type: &'static str, policy: Policy) -> Self {
        Self::with_status(StatusCode::OK, body, HeaderValue::from_static(media_type), policy)
    }

    /// A response with this status and body.
    pub(crate) fn with_status(
        status: StatusCode,
        body: impl Into<Bytes>,
        media_type: HeaderValue,
        policy: Policy,
    ) -> Self {
        let bytes: Bytes = body.into();
        let digest = Sha256::digest(&bytes);
        let digest = URL_SAFE_NO_PAD.encode(digest.get(..15).unwrap_or(&digest));
        let size = AtomicUsize::new(allocated(bytes.len()) + OVERHEAD);
        let plain = Representation::new(bytes, &digest, "");
        let (brotli, zstd, gzip) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let head = vec![(CACHE_CONTROL, HeaderValue::from_static(policy.value()))];
        Self { status, head, media_type, last_modified: None, digest, plain, brotli, zstd, gzip, size }
            .with_header(VARY, HeaderValue::from_static("Accept-Encoding"))
    }

    /// Adds a header, or replaces its value.
    pub(crate) fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.head.retain(|(known, _)| *known != name);
        *self.size.get_mut() += value.len() + PER_HEADER;
        self.head.push((name, value));
        self
    }

    /// Sets `Last-Modified`, if HTTP can express the time: years 1970 to 9999, and not later than the `Date` of the
    /// response (RFC 9110, 8.8.2.1), whose clock may be half a second behind. Otherwise `ETag` is the only validator.
    pub(crate) fn last_modified(mut self, time: Option<DateTime<Utc>>) -> Self {
        let now = DateTime::<Utc>::from(std::time::SystemTime::now());
        let time = time.map(|time| if time > now { now - TimeDelta::seconds(1) } else { time });
        self.last_modified = time.filter(|time| (1970..=9999).contains(&time.year()));
        let value = self.last_modified;
        let value =
            value.and_then(|time| HttpDate::from(std::time::SystemTime::from(time)).try_into_value().ok());
        match value {
            Some(value) => self.with_header(LAST_MODIFIED, value),
            None => self,
        }
    }

    /// Whether the representation that a request negotiates exists, or can be created at once.
    pub(crate) fn is_ready_for(&self, request: &HttpRequest) -> bool {
        self.plain.bytes.len() <= MAX_INLINE_COMPRESSION_BYTES
            || self.slot(Coding::negotiate(request)).is_none_or(|slot| slot.get().is_some())
    }

    /// Creates the representation that a request negotiates, on the blocking pool if that takes long.
    pub(crate) async fn precompress(self: &Arc<Self>, request: &HttpRequest) {
        if !self.is_ready_for(request) {
            let (this, coding) = (self.clone(), Coding::negotiate(request));
            // If this fails, `respond_to` creates it.
            let _made = spawn_blocking(move || this.form(coding).1).await;
        }
    }

    /// The response to a request: the negotiated representation, or a 304.
    pub(crate) fn respond_to(&self, request: &HttpRequest) -> HttpResponse {
        let (form, coding) = self.form(Coding::negotiate(request));
        if self.is_unchanged(request, form) {
            let mut response = HttpResponse::new(StatusCode::NOT_MODIFIED);
            self.add_headers(&mut response, form);
            return response;
        }
        let mut response = HttpResponse::with_body(self.status, BoxBody::new(form.bytes.clone()));
        self.add_headers(&mut response, form);
        if !form.bytes.is_empty() {
            response.headers_mut().insert(CONTENT_TYPE, self.media_type.clone());
        }
        if coding != Coding::Identity {
            response.headers_mut().insert(CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
        }
        response
    }

    /// Whether the client has no version of this response, or another one: the opposite of a 304.
    pub(crate) fn is_modified_for(&self, request: &HttpRequest) -> bool {
        let (form, _) = self.form(Coding::negotiate(request));
        !self.is_unchanged(request, form)
    }

    /// The approximate size in memory, which grows with each compressed representation.
    pub(crate) fn size(&self) -> usize {
        self.size.load(Ordering::Relaxed)
    }

    /// The serializable form, without compressed representations.
    pub(crate) fn saved(&self) -> StoredResponse {
        let text = |value: &HeaderValue| value.to_str().unwrap_or_default().to_owned();
        StoredResponse {
            status: self.status.as_u16(),
            head: self.head.iter().map(|(name, value)| (name.to_string(), text(value))).collect(),
            media_type: text(&self.media_type),
            last_modified: self.last_modified,
            body: String::from_utf8_lossy(&self.plain.bytes).into_owned(),
        }
    }

    /// Restores a response; `None` if the data is invalid.
    pub(crate) fn restored(saved: StoredResponse) -> Option<Self> {
        let StoredResponse { status, head, media_type, last_modified, body } = saved;
        let media_type = HeaderValue::try_from(media_type).ok()?;
        let status = StatusCode::from_u16(status).ok()?;
        let new = Self::with_status(status, body, media_type, Policy::NoStore).last_modified(last_modified);
        head.into_iter().try_fold(new, |finished, (name, value)| {
            Some(finished.with_header(HeaderName::try_from(name).ok()?, HeaderValue::try_from(value).ok()?))
        })
    }

    fn add_headers(&self, response: &mut HttpResponse, form: &Representation) {
        let headers = response.headers_mut();
        for (name, value) in &self.head {
            headers.insert(name.clone(), value.clone());
        }
        if self.status == StatusCode::OK {
            headers.insert(ETAG, form.tag_header.clone());
        }
    }

    fn form(&self, coding: Coding) -> (&Representation, Coding) {
        match self.slot(coding).and_then(|slot| slot.get_or_init(|| self.compressed(coding)).as_ref()) {
            Some(form) => (form, coding),
            None => (&self.plain, Coding::Identity),
        }
    }

    /// The slot of a compressed representation; `None` for identity.
    fn slot(&self, coding: Coding) -> Option<&OnceLock<Option<Representation>>> {
        match coding {
            Coding::Brotli => Some(&self.brotli),
            Coding::Zstd => Some(&self.zstd),
            Coding::Gzip => Some(&self.gzip),
            Coding::Identity => None,
        }
    }

    /// `None` if compression does not pay, as with fonts.
    fn compressed(&self, coding: Coding) -> Option<Representation> {
        let Representation { bytes, tag: _, tag_header: _ } = &self.plain;
        if bytes.len() < MIN_COMPRESSED_BYTES {
            return None;
        }
        let smaller = coding.encode(bytes).ok().filter(|smaller| smaller.len() < bytes.len())?;
        self.size.fetch_add(allocated(smaller.len()) + PER_REPRESENTATION, Ordering::Relaxed);
        Some(Representation::new(smaller, &self.digest, coding.name()))
    }

    /// `If-None-Match` takes precedence; `If-Modified-Since` only counts without it (RFC 9110, section 13.2.2).
    fn is_unchanged(&self, request: &HttpRequest, form: &Representation) -> bool {
        if self.status != StatusCode::OK {
            return false;
        }
        if let Some(known) = request.headers().get(IF_NONE_MATCH) {
            // Fast path: compare the usual form without parsing.
            return *known == form.tag_header || matches(request, &form.tag);
        }
        let Some(modified) = self.last_modified else { return false };
        let since = IfModifiedSince::parse(request)
            .ok()
            .map(|IfModifiedSince(date)| DateTime::<Utc>::from(std::time::SystemTime::from(date)));
        // HTTP dates have whole seconds.
        since.is_some_and(|since| modified.timestamp() <= since.timestamp())
    }
}

fn matches(request: &HttpRequest, tag: &EntityTag) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Any) => true,
        Ok(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(tag)),
        Err(_) => false,
    }
}

/// The approximate overhead in memory besides the bytes themselves.
const OVERHEAD: usize = 512;
const PER_REPRESENTATION: usize = 128;
const PER_HEADER: usize = 72;

/// The size of an allocation: the allocator has four size classes between two powers of two.
fn allocated(bytes: usize) -> usize {
    bytes.next_multiple_of(1 << bytes.max(16).ilog2().saturating_sub(2))
}

impl Representation {
    fn new(bytes: Bytes, digest: &str, coding: &str) -> Self {
        let tag = match coding {
            "" => digest.to_owned(),
            coding => format!("{digest}-{coding}"),
        };
        let tag_header = HeaderValue::from_str(&format!("\"{tag}\""));
        let tag_header = tag_header.unwrap_or_else(|_| HeaderValue::from_static("\"\""));
        Self { bytes, tag: EntityTag::new_strong(tag), tag_header }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::ACCEPT_ENCODING;
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn size_includes_allocator_rounding() {
        for (bytes, taken) in
            [(0, 0), (1, 4), (16, 16), (17, 20), (4_096, 4_096), (4_097, 5_120), (70_000, 81_920)]
        {
            assert_eq!(allocated(bytes), taken, "{bytes}");
        }
    }

    #[actix_web::test]
    async fn large_responses_are_precompressed_before_serving() {
        let request = TestRequest::default().insert_header((ACCEPT_ENCODING, "br")).to_http_request();
        let plain = TestRequest::default().to_http_request();
        let response =
            |words: usize| Arc::new(PreparedResponse::new("word ".repeat(words), "text/plain", Policy::Live));
        assert!(response(1_000).is_ready_for(&request), "an article");
        let large = response(100_000);
        assert!(large.is_ready_for(&plain) && !large.is_ready_for(&request));
        large.precompress(&request).await;
        assert!(large.is_ready_for(&request));
        let coding = large.respond_to(&request).headers().get(CONTENT_ENCODING).cloned();
        assert_eq!(coding, Some(HeaderValue::from_static("br")));
    }
}
