//! The cache key of a response: path and canonical query. Equivalent requests share a key, and a request that is spelled like
//! its key is served without parsing.

use std::fmt::Display;

use actix_web::HttpRequest;

use crate::http::query_params::QueryParams;

/// The key of a list: the path of its route.
pub(crate) fn for_route(request: &HttpRequest, params: &impl QueryParams) -> String {
    let query = params.canonical();
    let path = request.match_pattern().unwrap_or_else(|| request.path().to_owned());
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The key of an item: the path of its route with the slug or id in the place of `placeholder`.
pub(crate) fn for_item(
    request: &HttpRequest,
    placeholder: &str,
    name: impl Display,
    params: &impl QueryParams,
) -> String {
    for_route(request, params).replacen(placeholder, &name.to_string(), 1)
}

/// The path of a key.
pub(crate) fn path(key: &str) -> &str {
    key.split_once('?').map_or(key, |(path, _)| path)
}

/// The query of a key; empty if there is none.
pub(crate) fn query(key: &str) -> &str {
    key.split_once('?').map_or("", |(_, query)| query)
}
