//! `Link` (RFC 8288): the pages beside the one that is answered.

use crate::http::cache_key;

/// A link to the page that begins or ends at a cursor: with all that was asked for, and that instead of another place.
pub(crate) fn page_link(asked: &str, parameter: &str, cursor: &str, relation: &str) -> String {
    let kept = form_urlencoded::parse(cache_key::query(asked).as_bytes());
    let kept = kept.filter(|(name, _)| name != "after" && name != "before");
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .append_pair(parameter, cursor)
        .finish();
    format!("<{}?{query}>; rel=\"{relation}\"", cache_key::path(asked))
}
