//! Answers that stay the same for as long as the server runs: their validators are made once, and their compressed form
//! when it is first asked for.

use std::sync::OnceLock;

use actix_web::http::header::{
    CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, EntityTag, VARY,
};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use bytes::Bytes;

use crate::protocol::answer::{SMALLEST_TO_COMPRESS, gzip, is_unchanged, tag, wants_gzip};
use crate::protocol::cache_control::Policy;

/// Bytes and what is said about them.
pub(crate) struct Fixed {
    body: Bytes,
    media_type: &'static str,
    policy: Policy,
    /// What a browser may do with it, where that is more than nothing.
    content_policy: Option<&'static str>,
    plain: EntityTag,
    zipped: EntityTag,
    compressed: OnceLock<Option<Bytes>>,
}

impl Fixed {
    pub(crate) fn new(body: impl Into<Bytes>, media_type: &'static str, policy: Policy) -> Self {
        let body = body.into();
        let (plain, zipped) = (tag(&body, ""), tag(&body, "-gzip"));
        Self { body, media_type, policy, content_policy: None, plain, zipped, compressed: OnceLock::new() }
    }

    /// With what a browser may do with it.
    pub(crate) fn allowing(self, content_policy: &'static str) -> Self {
        Self { content_policy: Some(content_policy), ..self }
    }

    /// The answer to a request: whole, compressed where that is wanted, or only that nothing changed.
    pub(crate) fn to(&self, request: &HttpRequest) -> HttpResponse {
        let compressed = if wants_gzip(request) { self.compressed() } else { None };
        let tag = if compressed.is_some() { &self.zipped } else { &self.plain };
        if is_unchanged(request, tag, None) {
            return self.head(HttpResponse::NotModified(), tag).finish();
        }
        let mut head = self.head(HttpResponse::Ok(), tag);
        head.insert_header((CONTENT_TYPE, self.media_type));
        match compressed {
            Some(bytes) => head.insert_header((CONTENT_ENCODING, "gzip")).body(bytes.clone()),
            None => head.body(self.body.clone()),
        }
    }

    fn head(&self, mut head: HttpResponseBuilder, tag: &EntityTag) -> HttpResponseBuilder {
        head.insert_header(self.policy.header())
            .insert_header((ETAG, tag.clone()))
            .insert_header((VARY, "Accept-Encoding"));
        if let Some(policy) = self.content_policy {
            head.insert_header((CONTENT_SECURITY_POLICY, policy));
        }
        head
    }

    /// Fonts, for one, are not made smaller.
    fn compressed(&self) -> Option<&Bytes> {
        if self.body.len() < SMALLEST_TO_COMPRESS {
            return None;
        }
        let smaller = || gzip(&self.body).map(Bytes::from).filter(|zipped| zipped.len() < self.body.len());
        self.compressed.get_or_init(smaller).as_ref()
    }
}
