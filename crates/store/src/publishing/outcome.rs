//! What came of an act, as whoever asked for it hears it.

use domain::{ArticleId, Locale, Slug};
use serde::{Deserialize, Serialize};

use crate::Error;
use crate::publishing::ArticleKey;

/// How an act ended, or would end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishOutcome {
    /// The number of the act. There is none where readers saw all of it already, and none for a dry run.
    pub sequence: Option<i64>,
    /// What became of each article, in the order they were given.
    pub articles: Vec<ArticleOutcome>,
}

/// What became of one article in one locale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleOutcome {
    /// The article.
    pub article: ArticleId,
    /// The locale.
    pub locale: Locale,
    /// What readers see happen.
    pub change: ChangeKind,
    /// Its slug now, or the last that it had.
    pub slug: Slug,
    /// The slug that it had before, where it moved. That one redirects now.
    pub moved_from: Option<Slug>,
    /// The number of the edition that readers see now, where they see one.
    pub edition_number: Option<i32>,
}

/// What readers see happen to an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is there, and was not before.
    Published,
    /// It is another edition.
    Changed,
    /// It is there no more.
    Withdrawn,
    /// It is there no more, and nothing of it is kept.
    TakenDown,
    /// Nothing.
    Unchanged,
}

impl ChangeKind {
    /// The kind of event that tells of it.
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
