//! Cache tags. An act records the tags it touches; a cached response records the tags it depends on.

use uuid::Uuid;

/// Touched by every act: responses that list or count articles without a filter, and `404` responses.
pub const LISTS: &str = "lists";

/// Responses that depend on the time zone of the publication.
pub const TIME_ZONE: &str = "time-zone";

/// Responses that show this article, in any locale.
#[must_use]
pub fn article(id: Uuid) -> String {
    format!("article:{id}")
}

/// Responses about a term or kicker, and lists under it. `kind` is spelled as in the tables.
#[must_use]
pub fn term(kind: &str, slug: &str) -> String {
    format!("{kind}:{slug}")
}
