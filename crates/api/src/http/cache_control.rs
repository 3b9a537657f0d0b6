//! `Cache-Control`: who may cache a response, and for how long. Every route has one of these policies.

use std::time::Duration;

use actix_web::http::header::{CACHE_CONTROL, HeaderName};

/// A caching policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Policy {
    /// Live content: shared caches keep it for a minute, browsers revalidate. The lifetime never depends on a schedule,
    /// or it would disclose one.
    Live,
    /// Nothing public has this URL, perhaps not yet.
    NotFound,
    /// Withdrawn.
    Gone,
    /// An old slug.
    Moved,
    /// The API document and the pages about it.
    Document,
    /// Not cached at all.
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

    /// How long shared caches may serve it.
    pub(crate) fn shared_lifetime(self) -> Duration {
        match self {
            Self::Live | Self::Gone | Self::Moved => Duration::from_secs(60),
            Self::NotFound => Duration::from_secs(10),
            Self::Document => Duration::from_secs(300),
            Self::NoStore => Duration::ZERO,
        }
    }

    /// After which time it expires even in the cache of this server. Only a 404 does, because the content may exist
    /// soon.
    pub(crate) fn expires_after(self) -> Option<Duration> {
        match self {
            Self::NotFound => Some(self.shared_lifetime()),
            Self::Live | Self::Gone | Self::Moved | Self::Document | Self::NoStore => None,
        }
    }
}
