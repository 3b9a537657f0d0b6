//! What readers return: articles in one form, whatever the format of their source.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDateTime;
use domain::{Headline, Kicker, Locale, Moment, Name, Slug, Standfirst, Term, TermId, TermKind, TimeInput};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::Diagnostic;

/// What a reader found in a source.
#[derive(Debug, Default)]
pub struct ParsedSource {
    pub(crate) articles: Vec<ImportedArticle>,
    /// The terms that the source describes with more than a name. They are created if they do not exist.
    pub(crate) terms: TermsBySlug,
    /// Remarks of the reader for the report, one sentence each.
    pub(crate) notes: Vec<String>,
}

impl ParsedSource {
    /// How many articles the source has.
    #[must_use]
    pub fn article_count(&self) -> usize {
        self.articles.len()
    }
}

pub(crate) type TermsBySlug = BTreeMap<(TermKind, Slug), Term>;

/// An article of a source, valid by itself. The planner resolves what depends on the database.
#[derive(Debug, Clone)]
pub(crate) struct ImportedArticle {
    pub(crate) origin: Origin,
    pub(crate) identity: Identity,
    /// The digest by which a later import recognises the article: see [`source_digest`].
    pub(crate) digest: Vec<u8>,
    /// What links of the source name the article by. Translations share it.
    pub(crate) key: String,
    /// The line where the body begins.
    pub(crate) body_line: usize,
    /// The line of the slug, for errors.
    pub(crate) slug_line: usize,
    pub(crate) locale: Locale,
    /// Whether it stays a draft when the import publishes.
    pub(crate) is_draft: bool,
    pub(crate) slug: Option<Slug>,
    pub(crate) section: Option<TermName>,
    pub(crate) kicker: Option<Kicker>,
    pub(crate) headline: Option<Headline>,
    pub(crate) standfirst: Option<Standfirst>,
    pub(crate) byline: Vec<TermName>,
    pub(crate) tags: Vec<TermName>,
    pub(crate) series: Option<(TermName, Option<i32>)>,
    pub(crate) dates: Dates,
    pub(crate) fields: Map<String, Value>,
    /// The addresses at which it was published before the import.
    pub(crate) former_addresses: Vec<FormerAddress>,
    pub(crate) body: String,
    /// The links in the body that lead to articles of the source, in order.
    pub(crate) links: Vec<SourceLink>,
}

/// Where an article stands in its source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// In a file of its own, at this path.
    File(String),
    /// In a file with others, from this line.
    Line(usize),
}

impl Origin {
    /// An error in the article; `line` is that of the file that has the article.
    pub(crate) fn diagnostic(&self, line: usize, detail: String) -> Diagnostic {
        match self {
            Self::File(path) => Diagnostic { path: Some(path.clone()), line, detail },
            Self::Line(_) => Diagnostic { path: None, line, detail },
        }
    }

    /// The line where the article begins in its file.
    pub(crate) fn first_line(&self) -> usize {
        match self {
            Self::File(_) => 1,
            Self::Line(line) => *line,
        }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => f.write_str(path),
            Self::Line(line) => write!(f, "line {line}"),
        }
    }
}

/// How a source identifies its articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Identity {
    /// By a name, such as a path: changes of the article update its draft, and a slug that is taken is an error.
    Named,
    /// By its text alone: an article that was imported before is never updated, and a slug that is taken gets a number.
    Text,
}

/// The digest of the parts that identify an article in its source.
pub(crate) fn source_digest(parts: &[&str]) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_vec()
}

/// A link to an article of the same source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceLink {
    /// The address as it is written.
    pub(crate) address: String,
    /// The [key](ImportedArticle::key) of its target.
    pub(crate) key: String,
    /// The fragment with `#`, or nothing.
    pub(crate) fragment: String,
}

/// An address at which an article was published before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormerAddress {
    /// A path, or a whole URL.
    pub(crate) text: String,
    /// The line that names it; `None` for the default address of a generator.
    pub(crate) line: Option<usize>,
}

/// A term that a source names, with the slug derived from its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermName {
    pub(crate) slug: Slug,
    pub(crate) name: Name,
}

impl TermName {
    /// A new term with only a name.
    pub(crate) fn new_term(self, kind: TermKind) -> Term {
        let Self { slug, name } = self;
        let (description, url, picture) = (None, None, None);
        Term { id: TermId(Uuid::now_v7()), kind, slug, name, description, url, picture, version: 1 }
    }
}

/// The dates of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Dates<T = TimeInput> {
    /// The publication date that readers see.
    pub(crate) shown: Option<T>,
    /// Publish not before this (`publishDate` of Hugo).
    pub(crate) not_before: Option<T>,
    /// The expiry (`expiryDate` of Hugo).
    pub(crate) expires: Option<T>,
}

impl<T> Default for Dates<T> {
    fn default() -> Self {
        Self { shown: None, not_before: None, expires: None }
    }
}
impl Dates {
    /// The local times without an offset among them.
    pub(crate) fn wall_times(&self) -> impl Iterator<Item = NaiveDateTime> {
        let Self { shown, not_before, expires } = *self;
        [shown, not_before, expires].into_iter().flatten().filter_map(|given| match given {
            TimeInput::WallTime(wall_time) => Some(wall_time),
            TimeInput::Moment(_) => None,
        })
    }

    /// Resolves local times with `moment_of`.
    pub(crate) fn resolved(&self, moment_of: impl Fn(NaiveDateTime) -> Option<Moment>) -> Dates<Moment> {
        let resolve = |given: Option<TimeInput>| match given? {
            TimeInput::WallTime(wall_time) => moment_of(wall_time),
            TimeInput::Moment(moment) => Some(moment),
        };
        Dates {
            shown: resolve(self.shown),
            not_before: resolve(self.not_before),
            expires: resolve(self.expires),
        }
    }
}

impl Dates<Moment> {
    /// When to publish: the later of the shown date and the earliest one.
    pub(crate) fn due(&self) -> Option<Moment> {
        self.shown.max(self.not_before)
    }
}
