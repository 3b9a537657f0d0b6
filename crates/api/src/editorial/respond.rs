//! The responses of the editorial API: resources, pages of lists, and the outcomes of writes. None of them may be cached.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, ETAG, EntityTag, HeaderName, HeaderValue, LINK, LOCATION};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use store::write::Outcome;

use crate::http::cache_control::Policy;
use crate::http::pagination::NextPage;
use crate::problem::Problem;

/// A JSON body with `Cache-Control: no-store`, and with the `ETag` of the state that it shows, for `If-Match`.
pub(super) fn resource(
    status: StatusCode,
    value: &impl Serialize,
    etag: Option<EntityTag>,
) -> Result<HttpResponse, Problem> {
    let mut response = HttpResponse::build(status);
    response.insert_header(Policy::NoStore.header()).insert_header((CONTENT_TYPE, "application/json"));
    if let Some(etag) = etag {
        response.insert_header((ETAG, etag));
    }
    Ok(response.body(serde_json::to_string(value)?))
}

/// A page of a list, with a `Link` header to the next page. `to_body` builds the body around the cursor.
pub(super) fn page<T: Serialize>(
    request: &HttpRequest,
    page: NextPage,
    to_body: impl FnOnce(NextPage) -> T,
) -> Result<HttpResponse, Problem> {
    let link = page.header(request).and_then(|link| link.parse().ok());
    let mut response = resource(StatusCode::OK, &to_body(page), None)?;
    if let Some(link) = link {
        response.headers_mut().insert(LINK, link);
    }
    Ok(response)
}

/// 201 with the new resource, and with the `Location` at which it can be read.
pub(super) fn created<T: Serialize>(
    location: &str,
    outcome: Outcome<T>,
    etag: impl FnOnce(&T) -> Option<EntityTag>,
) -> Result<HttpResponse, Problem> {
    let is_replayed = matches!(outcome, Outcome::Replayed(_));
    let value = outcome.into_inner();
    let mut response = resource(StatusCode::CREATED, &value, etag(&value))?;
    if let Ok(location) = location.parse() {
        response.headers_mut().insert(LOCATION, location);
    }
    Ok(mark_replayed(response, is_replayed))
}

/// 200 with the resource after the change.
pub(super) fn updated<T: Serialize>(
    outcome: Outcome<T>,
    etag: impl FnOnce(&T) -> Option<EntityTag>,
) -> Result<HttpResponse, Problem> {
    let is_replayed = matches!(outcome, Outcome::Replayed(_));
    let value = outcome.into_inner();
    Ok(mark_replayed(resource(StatusCode::OK, &value, etag(&value))?, is_replayed))
}

/// 204.
pub(super) fn no_content(outcome: Outcome<()>) -> HttpResponse {
    let is_replayed = matches!(outcome, Outcome::Replayed(()));
    let response = HttpResponse::NoContent().insert_header(Policy::NoStore.header()).finish();
    mark_replayed(response, is_replayed)
}

/// Adds `Idempotency-Replayed: true` if the outcome is that of an earlier request with the same key.
pub(super) fn mark_replayed(mut response: HttpResponse, is_replayed: bool) -> HttpResponse {
    if is_replayed {
        let name = HeaderName::from_static("idempotency-replayed");
        response.headers_mut().insert(name, HeaderValue::from_static("true"));
    }
    response
}
