//! Answers with validators: strong ETags, conditional requests, gzip (RFC 9110 sections 8.8 and 13).

use std::io::Write;

use actix_web::http::header::{
    AcceptEncoding, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, Encoding, EntityTag, Header,
    HttpDate, IfModifiedSince, IfNoneMatch, LAST_MODIFIED, LINK, VARY,
};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::protocol::cache_control::Policy;

/// A body and what is said about it.
pub(crate) struct Answer {
    pub(crate) body: String,
    pub(crate) policy: Policy,
    /// The last act that touched it; on items only.
    pub(crate) last_modified: Option<DateTime<Utc>>,
    pub(crate) language: Option<String>,
    /// The value of `Link`.
    pub(crate) links: Option<String>,
    pub(crate) vary: Vary,
}

/// What of a request, besides its address, the answer depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vary {
    /// Which encodings it accepts.
    Encoding,
    /// And which languages it prefers.
    EncodingAndLanguage,
}

/// Bodies below this are not worth compressing.
pub(super) const SMALLEST_TO_COMPRESS: usize = 860;

impl Answer {
    pub(crate) fn live(body: String) -> Self {
        Self {
            body,
            policy: Policy::Live,
            last_modified: None,
            language: None,
            links: None,
            vary: Vary::Encoding,
        }
    }

    /// The answer to a request: whole, compressed where that is wanted, or only that nothing changed.
    pub(crate) fn to(self, request: &HttpRequest) -> HttpResponse {
        let compress = self.body.len() >= SMALLEST_TO_COMPRESS && wants_gzip(request);
        // Another representation has another tag, or a cache would take one for the other.
        let tag = tag(self.body.as_bytes(), if compress { "-gzip" } else { "" });
        if is_unchanged(request, &tag, self.last_modified) {
            return self.head(HttpResponse::NotModified(), tag).finish();
        }
        let mut head = HttpResponse::Ok();
        head.insert_header((CONTENT_TYPE, "application/json"));
        if compress && let Some(bytes) = gzip(self.body.as_bytes()) {
            head.insert_header((CONTENT_ENCODING, "gzip"));
            return self.head(head, tag).body(bytes);
        }
        let mut head = self.head(head, tag);
        head.body(self.body)
    }

    fn head(&self, mut head: HttpResponseBuilder, tag: EntityTag) -> HttpResponseBuilder {
        head.insert_header(self.policy.header())
            .insert_header((ETAG, tag))
            .insert_header((VARY, self.vary.value()));
        if let Some(time) = self.last_modified {
            head.insert_header((LAST_MODIFIED, HttpDate::from(std::time::SystemTime::from(time))));
        }
        if let Some(links) = &self.links {
            head.insert_header((LINK, links.as_str()));
        }
        if let Some(language) = &self.language {
            head.insert_header((CONTENT_LANGUAGE, language.as_str()));
        }
        head
    }
}

impl Vary {
    fn value(self) -> &'static str {
        match self {
            Self::Encoding => "Accept-Encoding",
            Self::EncodingAndLanguage => "Accept-Encoding, Accept-Language",
        }
    }
}

pub(super) fn tag(body: &[u8], suffix: &str) -> EntityTag {
    let digest = Sha256::digest(body);
    let digest = URL_SAFE_NO_PAD.encode(digest.get(..15).unwrap_or(&digest));
    EntityTag::new_strong(digest + suffix)
}

/// `If-None-Match` decides where it is given; only without it does `If-Modified-Since` (RFC 9110, 13.2.2).
pub(super) fn is_unchanged(
    request: &HttpRequest,
    tag: &EntityTag,
    last_modified: Option<DateTime<Utc>>,
) -> bool {
    if request.headers().contains_key(IfNoneMatch::name()) {
        return match IfNoneMatch::parse(request) {
            Ok(IfNoneMatch::Any) => true,
            Ok(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(tag)),
            Err(_) => false,
        };
    }
    let since = IfModifiedSince::parse(request)
        .ok()
        .map(|IfModifiedSince(date)| DateTime::<Utc>::from(std::time::SystemTime::from(date)));
    match (since, last_modified) {
        // HTTP dates have whole seconds.
        (Some(since), Some(modified)) => modified.timestamp() <= since.timestamp(),
        (None, _) | (_, None) => false,
    }
}

pub(super) fn wants_gzip(request: &HttpRequest) -> bool {
    let accepted = AcceptEncoding::parse(request).ok();
    let supported = [Encoding::gzip(), Encoding::identity()];
    accepted.and_then(|accepted| accepted.negotiate(supported.iter())) == Some(Encoding::gzip())
}

pub(super) fn gzip(body: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 3), Compression::fast());
    encoder.write_all(body).ok()?;
    encoder.finish().ok()
}
