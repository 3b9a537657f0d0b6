//! Who may keep an answer, and how long. Every route has one of these policies.

use std::time::Duration;

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
        (CACHE_CONTROL, self.value())
    }

    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Live => "public, max-age=0, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400",
            Self::NotFound => "public, max-age=0, s-maxage=10",
            Self::Gone | Self::Moved => "public, max-age=0, s-maxage=60",
            Self::Document => "public, max-age=300, stale-if-error=86400",
            Self::NoStore => "no-store",
        }
    }

    /// How long shared caches keep it.
    pub(crate) fn shared_lifetime(self) -> Duration {
        match self {
            Self::Live | Self::Gone | Self::Moved => Duration::from_secs(60),
            Self::NotFound => Duration::from_secs(10),
            Self::Document => Duration::from_secs(300),
            Self::NoStore => Duration::ZERO,
        }
    }

    /// When it is over by itself, for this server too. What is not there may be there soon.
    pub(crate) fn expires_after(self) -> Option<Duration> {
        match self {
            Self::NotFound => Some(self.shared_lifetime()),
            Self::Live | Self::Gone | Self::Moved | Self::Document | Self::NoStore => None,
        }
    }
}
