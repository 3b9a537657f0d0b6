//! What a request is called in the logs, in answers, and in the audit log.

use std::fmt;

use actix_web::http::header::HeaderValue;
use actix_web::{HttpMessage, HttpRequest};
use uuid::{NoContext, Timestamp, Uuid};

/// The name of a request, given by the outermost middleware.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RequestId(Uuid);

impl RequestId {
    /// A new one. What is named in one millisecond is in no order, so nothing is locked to count it.
    pub(crate) fn new() -> Self {
        Self(Uuid::new_v7(Timestamp::now(NoContext)))
    }

    /// As it is said in an answer.
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

/// The name of this request.
pub(crate) fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map_or_else(String::new, RequestId::to_string)
}
