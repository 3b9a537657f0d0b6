//! Imports articles from files. An import is one transaction, and what it publishes is one act.
//!
//! A reader turns a format into a [`ParsedSource`]: [`markdown::parse_folder`], [`teasers::parse_feed`]. [`run`] plans every
//! source in the same way and writes it to the store. A new format is one more reader.

mod article;
mod changes;
mod diagnostic;
pub mod markdown;
mod plan;
mod report;
pub mod teasers;

use domain::{Locale, Refusal, Site};
use store::editorial::imports;
use store::editorial::imports::ImportOutcome;
use store::write::{Outcome, WriteContext};
use store::{EditorialConn, write};
use thiserror::Error;

pub use article::{Origin, ParsedSource};
pub use changes::FieldChange;
pub use diagnostic::Diagnostic;
pub use report::{ArticleOutcome, Report, ReportLine};

/// The options of an import.
#[derive(Debug, Clone)]
pub struct Options {
    /// The locale of articles whose source does not specify one.
    pub locale: Locale,
    /// All locales of the publication.
    pub locales: Vec<Locale>,
    /// Publish the imported articles, except drafts, as one act.
    pub publish: bool,
    /// What to do with articles that have a future date.
    pub future: FutureDates,
    /// Report what would happen, without changing anything.
    pub dry_run: bool,
    /// The site for whose paths redirects from the former addresses are created; without it, none are.
    pub redirects: Option<Site>,
}

/// What an import does with articles that have a future date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FutureDates {
    /// With `publish`, publish them at their date.
    Schedule,
    /// With `publish`, publish them now, with the current time as their date.
    Publish,
    /// Skip them.
    Skip,
}

/// Why nothing was imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The source cannot be imported: every error in it, with its position.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Invalid(Vec<Diagnostic>),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Imports a source. What has not changed since its last import is skipped, even if its article was edited since.
/// `progress` is called with the number of articles that are prepared and the total.
///
/// # Errors
/// [`ImportError`]; nothing is changed then.
pub async fn run(
    conn: &mut EditorialConn,
    context: &WriteContext,
    source: &ParsedSource,
    options: &Options,
    progress: impl Fn(usize, usize),
) -> Result<Report, ImportError> {
    let mut tries = 3;
    loop {
        tries -= 1;
        let plan::Plan { import, lines, mut notes } = plan::build(conn, source, options, &progress).await?;
        notes.extend(source.notes.iter().cloned());
        if options.dry_run {
            return Ok(Report { lines, notes, sequence: None, redirect_count: import.redirects.len() });
        }
        let applied = write::once(conn, context, async |tx| imports::apply(tx, &import).await).await;
        match applied.map(Outcome::into_inner) {
            Ok(ImportOutcome { published, redirect_count }) => {
                return Ok(Report { lines, notes, sequence: published.sequence, redirect_count });
            }
            // A concurrent change conflicts with the plan: build it again from the current state.
            Err(error) if tries > 0 && is_conflict(&error) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn is_conflict(error: &store::Error) -> bool {
    match error {
        store::Error::VersionConflict { .. } => true,
        store::Error::Refused(refusal) => matches!(
            refusal,
            Refusal::AlreadyImported
                | Refusal::TermExists
                | Refusal::SourceSuperseded
                | Refusal::SlugTaken { .. }
        ),
        store::Error::NotFound | store::Error::Unavailable(_) | store::Error::Internal(_) => false,
    }
}
