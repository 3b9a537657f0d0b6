//! Cache tags: the names by which acts say what they touched, and answers what they depend on.

use uuid::Uuid;

/// What every act touches: whatever lists articles without a filter, counts them, or says that something is not there.
pub const LISTS: &str = "lists";

/// What depends on the time zone of the publication.
pub const TIME_ZONE: &str = "time-zone";

/// What shows an article, in any locale.
#[must_use]
pub fn article(id: Uuid) -> String {
    format!("article:{id}")
}

/// What is about a term or a kicker, or lists what is under it. The kind as the tables spell it.
#[must_use]
pub fn term(kind: &str, slug: &str) -> String {
    format!("{kind}:{slug}")
}
