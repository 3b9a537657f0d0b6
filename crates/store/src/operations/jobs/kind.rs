//! The kinds of jobs.

use domain::Invalid;

/// What a job does. A worker claims the kinds that it knows how to do, and leaves the others alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum JobKind {
    /// Renders what copied a term again, after the term changed.
    RefreshEditions,
    /// Tells a cache in front of the servers what to forget.
    PurgeEdge,
    /// Deletes what is kept for a while only, where its while is over.
    Prune,
}

impl JobKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::RefreshEditions, Self::PurgeEdge, Self::Prune];

    /// The kind as tables and JSON spell it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RefreshEditions => "refresh_editions",
            Self::PurgeEdge => "purge_edge",
            Self::Prune => "prune",
        }
    }

    /// Its turn among what is due: the smaller, the sooner.
    pub(crate) fn priority(self) -> i16 {
        match self {
            Self::PurgeEdge => 10,
            Self::RefreshEditions => 100,
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
