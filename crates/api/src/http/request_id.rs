//! The request id, as in the logs, the `X-Request-Id` header and the audit log.

use std::fmt;

use actix_web::http::header::HeaderValue;
use actix_web::{HttpMessage, HttpRequest};
use uuid::{NoContext, Timestamp, Uuid};

/// The id of a request, assigned by the outermost middleware.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RequestId(Uuid);

impl RequestId {
    /// A new UUIDv7. Ids of one millisecond are not ordered, so no counter needs a lock.
    pub(crate) fn new() -> Self {
        Self(Uuid::new_v7(Timestamp::now(NoContext)))
    }

    /// The value of `X-Request-Id`.
    pub(crate) fn header(self) -> HeaderValue {
        let text = HeaderValue::from_str(self.0.hyphenated().encode_lower(&mut Uuid::encode_buffer()));
        text.unwrap_or_else(|_| HeaderValue::from_static(""))
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The id of this request.
pub(crate) fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map_or_else(String::new, RequestId::to_string)
}
