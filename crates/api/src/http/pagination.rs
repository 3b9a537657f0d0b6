//! `Link` headers (RFC 8288) with the next and the previous page.

use crate::http::cache_key;

/// A link to the page at a cursor: the same query with another cursor.
pub(crate) fn page_link(asked: &str, parameter: &str, cursor: &str, relation: &str) -> String {
    let kept = form_urlencoded::parse(cache_key::query(asked).as_bytes());
    let kept = kept.filter(|(name, _)| name != "after" && name != "before");
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair(parameter, cursor)
        .finish();
    format!("<{}?{query}>; rel=\"{relation}\"", cache_key::path(asked))
}
