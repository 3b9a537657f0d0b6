//! What every answer has: a request id, the headers that keep browsers honest, and the documented form when it is a
//! refusal. HEAD is answered as GET; the protocol leaves the body out.

use std::future::ready;

use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, ALLOW, CONTENT_SECURITY_POLICY, HeaderMap,
    HeaderName, HeaderValue, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::{Error, HttpMessage, HttpResponse, web};
use futures_util::future::Either;

use crate::delivery::Delivery;
use crate::problem::{Kind, Problem};
use crate::protocol::cache_control::Policy;
use crate::protocol::request_id::RequestId;

/// The longest path and query that is read, in bytes.
const LONGEST_URI: usize = 8 << 10;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");
const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Whose an answer is: what browsers and caches may do with it follows from that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Public,
    Preview,
    Editorial,
}

impl Side {
    /// By the path as routes read it: what is written with escapes there is the same place.
    fn of(request: &ServiceRequest) -> Self {
        let path = request.match_info().as_str().trim_start_matches('/');
        let is_in =
            |room| path.strip_prefix(room).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if is_in("editorial") {
            Self::Editorial
        } else if is_in("preview") {
            Self::Preview
        } else {
            Self::Public
        }
    }
}

/// The outermost middleware. What is at hand is given before anything is made that waits: of what an answer that is kept
/// cost more than a constant, in a profile, a sixth went into a future that had nothing to wait for.
pub(crate) fn every_answer<S>(
    mut request: ServiceRequest,
    service: &S,
) -> impl Future<Output = Result<ServiceResponse, Error>> + use<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse, Error = Error>,
{
    let (request_id, side) = (RequestId::new(), Side::of(&request));
    if let Some(answer) = at_once(&request, request_id, side) {
        let answer = finished(answer, request_id, side);
        return Either::Left(ready(Ok(request.into_response(answer))));
    }
    let is_head = request.method() == Method::HEAD;
    if is_head {
        request.head_mut().method = Method::GET;
    }
    request.extensions_mut().insert(request_id);
    let path = request.path().to_owned();
    let answering = service.call(request);
    Either::Right(async move {
        let (request, response) = answering.await?.into_parts();
        let problem = response.error().and_then(|error| error.as_error::<Problem>());
        let refusal = problem.map(|problem| {
            problem.log(&path, &request_id.to_string());
            problem.answer(&path, &request_id.to_string())
        });
        let answer = finished(refusal.unwrap_or(response), request_id, side);
        let is_endless = is_head && answer.body().size() == BodySize::Stream;
        // The protocol would leave it out, but wait for its end.
        let answer = if is_endless { answer.set_body(BoxBody::new(body::None::new())) } else { answer };
        Ok(ServiceResponse::new(request, answer))
    })
}

/// The answer that takes no waiting, if there is one.
fn at_once(request: &ServiceRequest, request_id: RequestId, side: Side) -> Option<HttpResponse> {
    if request.method() == Method::OPTIONS {
        return Some(preflight(side));
    }
    if request.uri().path_and_query().is_some_and(|asked| asked.as_str().len() > LONGEST_URI) {
        let problem = Problem::new(Kind::UriTooLong, "The address has more than 8 KiB.");
        return Some(problem.answer("", &request_id.to_string()));
    }
    let delivery = request.app_data::<web::Data<Delivery>>()?;
    let is_read = [Method::GET, Method::HEAD].contains(request.method());
    is_read.then(|| delivery.at_hand(request.request())).flatten()
}

/// Everybody may read the public side from a page of theirs, without credentials. The editors' side is for programs, and
/// for pages of this server's own.
fn preflight(side: Side) -> HttpResponse {
    let nobody = Policy::NoStore.header();
    if side == Side::Editorial {
        return HttpResponse::NoContent().insert_header(nobody).finish();
    }
    // An asterisk stands for every header but this one (Fetch, 4.8), and previews are opened by it.
    let headers = if side == Side::Preview { "Authorization, *" } else { "*" };
    HttpResponse::NoContent()
        .insert_header((ALLOW, "GET, HEAD, OPTIONS"))
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, OPTIONS"))
        .insert_header((ACCESS_CONTROL_ALLOW_HEADERS, headers))
        .insert_header((ACCESS_CONTROL_MAX_AGE, "600"))
        .insert_header(nobody)
        .finish()
}

fn finished(mut answer: HttpResponse, request_id: RequestId, side: Side) -> HttpResponse {
    let headers = answer.headers_mut();
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
    // What is shown to a few is found by no search engine.
    if side == Side::Preview {
        set(headers, ROBOTS, "noindex, nofollow");
    }
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(headers, REFERRER_POLICY, "no-referrer");
    set(headers, RESOURCE_POLICY, if side == Side::Editorial { "same-origin" } else { "cross-origin" });
    if !headers.contains_key(CONTENT_SECURITY_POLICY) {
        set(headers, CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
    }
    answer
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
