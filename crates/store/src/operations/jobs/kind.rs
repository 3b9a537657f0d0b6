//! The kinds of jobs.

use domain::Invalid;

/// A kind of job. A worker claims only the kinds it has handlers for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobKind {
    /// Rerenders the editions that copied a term, after the term changed.
    RerenderEditions,
    /// Sends purge requests to a CDN endpoint. Stored and serialised as `purge_edge`.
    PurgeCdn,
    /// Deletes expired rows.
    Prune,
}

impl JobKind {
    pub const ALL: [Self; 3] = [Self::RerenderEditions, Self::PurgeCdn, Self::Prune];

    /// The kind as spelled in tables and JSON, where rerendering has its first name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RerenderEditions => "refresh_editions",
            Self::PurgeCdn => "purge_edge",
            Self::Prune => "prune",
        }
    }

    /// The priority among due jobs; smaller numbers run first.
    pub(crate) fn priority(self) -> i16 {
        match self {
            Self::PurgeCdn => 10,
            Self::RerenderEditions => 100,
            Self::Prune => 200,
        }
    }
}

impl TryFrom<String> for JobKind {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let kind = Self::ALL.into_iter().find(|kind| kind.as_str() == value);
        kind.ok_or_else(|| Invalid::one("enum", "A kind of job is refresh_editions, purge_edge or prune."))
    }
}
