//! The outermost middleware: adds the request id and the security headers to every response, turns errors into problem
//! documents, and a panic of a handler into a 500. HEAD is handled as GET; the HTTP library omits the body.

use std::future::ready;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::SystemTime;

use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ALLOW, CONTENT_LENGTH, CONTENT_SECURITY_POLICY,
    HeaderMap, HeaderName, HeaderValue, HttpDate, REFERRER_POLICY, TRANSFER_ENCODING, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse};
use bytes::Bytes;
use futures_util::FutureExt;
use futures_util::future::Either;

use crate::http::cache_control::Policy;
use crate::http::connection_state::{ActiveGuard, ConnectionState};
use crate::http::request_id::RequestId;
use crate::problem::{Problem, ProblemKind};

/// The maximum length of path and query.
const MAX_URI_BYTES: usize = 8 << 10;

pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The API that a response belongs to, which decides its CORS and caching headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Public,
    Preview,
    Editorial,
}

impl Side {
    /// By the decoded path, as the router sees it.
    fn from_request(request: &ServiceRequest) -> Self {
        let path = request.match_info().as_str().trim_start_matches('/');
        let is_in =
            |prefix| path.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if is_in("editorial") {
            Self::Editorial
        } else if is_in("preview") {
            Self::Preview
        } else {
            Self::Public
        }
    }
}

/// The outermost middleware. It serves cached responses through `try_cached` before it creates a future: in a profile,
/// the future took a sixth of the time of a cached response.
pub(crate) fn response_middleware<S>(
    mut request: ServiceRequest,
    service: &S,
    try_cached: fn(&HttpRequest) -> Option<HttpResponse>,
) -> impl Future<Output = Result<ServiceResponse, Error>> + use<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse, Error = Error>,
{
    let (request_id, side) = (RequestId::new(), Side::from_request(&request));
    let connection = request.conn_data::<Rc<ConnectionState>>().cloned();
    if let Some(connection) = &connection {
        connection.begin_request(has_body(request.headers()));
    }
    match catch_unwind(AssertUnwindSafe(|| try_immediate(&request, request_id, side, try_cached))) {
        Ok(None) => {}
        Ok(Some(response)) => {
            let response = add_headers(response, request_id, side);
            return Either::Left(ready(Ok(request.into_response(response))));
        }
        Err(panic) => {
            let error = Problem::from_panic(panic.as_ref()).into();
            let response = add_headers(error_response(&error, request.path(), request_id), request_id, side);
            return Either::Left(ready(Ok(request.into_response(response))));
        }
    }
    let is_head = request.method() == Method::HEAD;
    if is_head {
        request.head_mut().method = Method::GET;
    }
    request.extensions_mut().insert(request_id);
    let path = request.path().to_owned();
    let active = connection.map(ConnectionState::activate);
    let handler = catch_unwind(AssertUnwindSafe(|| service.call(request)));
    Either::Right(async move {
        let result = match handler {
            Ok(handler) => AssertUnwindSafe(handler).catch_unwind().await,
            Err(panic) => Err(panic),
        };
        let result = result.unwrap_or_else(|panic| Err(Problem::from_panic(panic.as_ref()).into()));
        let (request, response) = match result {
            Ok(response) => response.into_parts(),
            // The panic has dropped the request, so the response is returned as an error.
            Err(error) => {
                let response = add_headers(error_response(&error, &path, request_id), request_id, side);
                return Err(InternalError::from_response("the handler failed", response).into());
            }
        };
        let error = response.error().filter(|error| error.as_error::<Problem>().is_some());
        let problem = error.map(|error| error_response(error, &path, request_id));
        let response = add_headers(problem.unwrap_or(response), request_id, side);
        let response = match response.body().size() {
            // The HTTP library would omit the body, but wait for its end.
            BodySize::Stream if is_head => response.set_body(BoxBody::new(body::None::new())),
            BodySize::Stream => response.map_body(|_, body| BoxBody::new(Streamed { body, _active: active })),
            _ => response,
        };
        Ok(ServiceResponse::new(request, response))
    })
}

fn has_body(headers: &HeaderMap) -> bool {
    let length = headers.get(CONTENT_LENGTH);
    headers.contains_key(TRANSFER_ENCODING) || length.is_some_and(|length| length.as_bytes() != b"0")
}

/// A streaming body: it marks the connection as active until it ends.
struct Streamed {
    body: BoxBody,
    _active: Option<ActiveGuard>,
}

impl MessageBody for Streamed {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(cx)
    }
}

/// The problem document of an error, which is also logged.
fn error_response(error: &Error, path: &str, request_id: RequestId) -> HttpResponse {
    let Some(problem) = error.as_error::<Problem>() else { return error.error_response() };
    problem.log(path, &request_id.to_string());
    problem.to_response(path, &request_id.to_string())
}

/// A complete response, as bytes, for a connection whose request could not be parsed. It closes the connection.
pub(crate) fn closing_response(problem: &Problem) -> Vec<u8> {
    let request_id = RequestId::new();
    tracing::debug!(%request_id, %problem, "a connection was closed");
    let response = add_headers(problem.to_response("", &request_id.to_string()), request_id, Side::Public);
    let body = problem.to_json("", &request_id.to_string());
    let mut bytes = format!("HTTP/1.1 {}\r\n", response.status()).into_bytes();
    for (name, value) in response.headers() {
        bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    let date = HttpDate::from(SystemTime::now());
    bytes.extend(
        format!("date: {date}\r\nconnection: close\r\ncontent-length: {}\r\n\r\n{body}", body.len()).bytes(),
    );
    bytes
}

/// The response that is available without waiting, if any: preflight, URI too long, or cached.
fn try_immediate(
    request: &ServiceRequest,
    request_id: RequestId,
    side: Side,
    try_cached: fn(&HttpRequest) -> Option<HttpResponse>,
) -> Option<HttpResponse> {
    if request.method() == Method::OPTIONS {
        return Some(preflight(side));
    }
    if request.uri().path_and_query().is_some_and(|uri| uri.as_str().len() > MAX_URI_BYTES) {
        let problem = Problem::new(ProblemKind::UriTooLong, "The address has more than 8 KiB.");
        return Some(problem.to_response("", &request_id.to_string()));
    }
    let is_read = [Method::GET, Method::HEAD].contains(request.method());
    is_read.then(|| try_cached(request.request())).flatten()
}

/// CORS preflight. Any origin may read the delivery API, without credentials. The editorial API has no CORS headers, so
/// only pages of the same origin and programs can use it.
fn preflight(side: Side) -> HttpResponse {
    let no_store = Policy::NoStore.header();
    if side == Side::Editorial {
        return HttpResponse::NoContent().insert_header(no_store).finish();
    }
    // An asterisk allows every header except `Authorization` (Fetch, 4.8), which carries the token of a preview.
    let headers = if side == Side::Preview { "Authorization, *" } else { "*" };
    HttpResponse::NoContent()
        .insert_header((ALLOW, "GET, HEAD, OPTIONS"))
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS"))
        .insert_header((ACCESS_CONTROL_ALLOW_HEADERS, headers))
        .insert_header((ACCESS_CONTROL_MAX_AGE, "600"))
        .insert_header(no_store)
        .finish()
}

/// Adds the headers that every response has.
fn add_headers(mut response: HttpResponse, request_id: RequestId, side: Side) -> HttpResponse {
    let headers = response.headers_mut();
    headers.insert(REQUEST_ID, request_id.header());
    if side != Side::Editorial {
        set(headers, ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        set(
            headers,
            ACCESS_CONTROL_EXPOSE_HEADERS,
            "Age, Cache-Status, ETag, Link, Retry-After, X-Request-Id",
        );
    }
    if side != Side::Public {
        let (name, value) = Policy::NoStore.header();
        set(headers, name, value);
    }
    // Previews must not be indexed by search engines.
    if side == Side::Preview {
        set(headers, ROBOTS, "noindex, nofollow");
    }
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, REFERRER_POLICY, "no-referrer");
    set(headers, RESOURCE_POLICY, if side == Side::Editorial { "same-origin" } else { "cross-origin" });
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        set(headers, CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    }
    response
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
