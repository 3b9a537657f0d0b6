//! Who may keep an answer, and how long. Every route has one of these policies.

use actix_web::http::header::{CACHE_CONTROL, HeaderName};

/// How an answer may be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// What is live: shared caches keep it for a minute, browsers ask each time. No lifetime announces a schedule.
    Live,
    /// Nothing public has this address, yet.
    NotFound,
    /// Withdrawn.
    Gone,
    /// An old slug.
    Moved,
    /// The API document and the pages about it.
    Document,
    /// Nobody keeps it.
    NoStore,
}

impl Policy {
    pub(crate) fn header(self) -> (HeaderName, &'static str) {
        let value = match self {
            Self::Live => "public, max-age=0, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400",
            Self::NotFound => "public, max-age=0, s-maxage=10",
            Self::Gone | Self::Moved => "public, max-age=0, s-maxage=60",
            Self::Document => "public, max-age=300, stale-if-error=86400",
            Self::NoStore => "no-store",
        };
        (CACHE_CONTROL, value)
    }
}
