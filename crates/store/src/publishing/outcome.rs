//! The outcome of an act, as returned to the caller and stored for idempotent retries.

use domain::{ArticleId, Locale, Slug};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::publishing::ArticleKey;
use crate::publishing::current_state::LatestEdition;

/// The outcome of an act, or of its dry run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishOutcome {
    /// The sequence number; `None` when nothing changed and for a dry run.
    pub sequence: Option<i64>,
    /// The outcome per article, in the given order.
    pub articles: Vec<ArticleOutcome>,
}

/// The outcome for one article in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleOutcome {
    pub article: ArticleId,
    pub locale: Locale,
    pub change: ChangeKind,
    /// The current slug, or the last one.
    pub slug: Slug,
    /// The previous slug, if it changed. It redirects from now on.
    pub moved_from: Option<Slug>,
    /// The number of the live edition, if there is one.
    pub edition_number: Option<i32>,
}

/// How an act changes what readers see of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It became public.
    Published,
    /// Another edition replaced the live one.
    Changed,
    Withdrawn,
    /// It was erased.
    TakenDown,
    Unchanged,
}

impl ChangeKind {
    /// The event kind in the change log.
    pub(super) fn event(self) -> Option<&'static str> {
        match self {
            Self::Published => Some("published"),
            Self::Changed => Some("changed"),
            Self::Withdrawn => Some("withdrawn"),
            Self::TakenDown => Some("taken_down"),
            Self::Unchanged => None,
        }
    }
}

impl ArticleOutcome {
    /// The outcome for an article that an act did not change.
    pub(super) fn unchanged(key: &ArticleKey, latest: &LatestEdition) -> Result<Self, Error> {
        let edition_number = latest.number.filter(|_| latest.is_live);
        Ok(Self { edition_number, ..Self::new(key, ChangeKind::Unchanged, &latest.slug)? })
    }

    pub(super) fn new(key: &ArticleKey, change: ChangeKind, slug: &str) -> Result<Self, Error> {
        let (article, locale) = key;
        Ok(Self {
            article: ArticleId(*article),
            locale: Locale::try_from(locale.clone())?,
            change,
            slug: Slug::try_from(slug.to_owned())?,
            moved_from: None,
            edition_number: None,
        })
    }
}
