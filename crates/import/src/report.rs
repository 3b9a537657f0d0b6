//! The result of an import.

use chrono::{DateTime, Utc};
use domain::Slug;

use crate::{FieldChange, Origin};

/// The result of an import, or of a dry run.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    /// One line for each article, in the order of the source.
    pub lines: Vec<ReportLine>,
    /// Further remarks, one sentence each.
    pub notes: Vec<String>,
    /// The sequence of the act that published, if anything was published.
    pub sequence: Option<i64>,
    /// How many redirects were created, or would be in a dry run.
    pub redirect_count: usize,
}

/// The result for one article.
#[derive(Debug, PartialEq, Eq)]
pub struct ReportLine {
    pub origin: Origin,
    pub slug: Option<Slug>,
    pub outcome: ArticleOutcome,
    /// When the article is published, if it is scheduled.
    pub due_at: Option<DateTime<Utc>>,
}

/// What an import does for an article of its source.
#[derive(Debug, PartialEq, Eq)]
pub enum ArticleOutcome {
    /// Creates it.
    Created,
    /// Adds a revision to its draft, with these differences.
    Updated(Vec<FieldChange>),
    /// Nothing: it was imported in this state before, or its draft has the same content.
    Unchanged,
}

impl Report {
    #[must_use]
    pub fn created_count(&self) -> usize {
        self.count(|outcome| *outcome == ArticleOutcome::Created)
    }

    #[must_use]
    pub fn updated_count(&self) -> usize {
        self.count(|outcome| matches!(outcome, ArticleOutcome::Updated(_)))
    }

    #[must_use]
    pub fn unchanged_count(&self) -> usize {
        self.count(|outcome| *outcome == ArticleOutcome::Unchanged)
    }

    fn count(&self, wanted: impl Fn(&ArticleOutcome) -> bool) -> usize {
        self.lines.iter().filter(|line| wanted(&line.outcome)).count()
    }
}
