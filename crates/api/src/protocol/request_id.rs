//! What a request is called in the logs, in answers, and in the audit log.

use actix_web::{HttpMessage, HttpRequest};

/// The name of a request, given by the outermost middleware.
#[derive(Debug, Clone)]
pub(crate) struct RequestId(pub(crate) String);

/// The name of this request.
pub(crate) fn request_id(request: &HttpRequest) -> String {
    request.extensions().get::<RequestId>().map_or_else(String::new, |RequestId(id)| id.clone())
}
