//! Imports a folder of Markdown files with front matter from static site generators: Hugo, Astro, Jekyll, Zola, Docusaurus,
//! Hexo, VuePress. An import is one transaction, and what it publishes is one act.
//!
//! `folder` finds the files, `front_matter` and `front_matter_reader` parse their front matter, `document` maps it to the
//! fields of an article, `plan` decides what to create and update, and `changes` lists the differences for the report.

mod changes;
mod diagnostic;
mod document;
mod folder;
mod former_addresses;
mod front_matter;
mod front_matter_reader;
mod path_metadata;
mod plan;
mod term_descriptions;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::{DateTime, NaiveDateTime, Utc};
use domain::{Locale, Moment, Refusal, Site, Slug, Term, TermKind};
use store::editorial::imports;
use store::editorial::imports::ImportOutcome;
use store::write::{Outcome, WriteContext};
use store::{EditorialConn, time_zone, write};
use thiserror::Error;

pub use changes::FieldChange;
pub use diagnostic::Diagnostic;
pub use folder::{File, Folder};

use self::document::{Dates, Document, InvalidDocument};
use self::term_descriptions::TermDescriptions;

/// The options of an import.
#[derive(Debug, Clone)]
pub struct Options {
    /// The locale of files that do not specify one.
    pub locale: Locale,
    /// All locales of the publication.
    pub locales: Vec<Locale>,
    /// Publish the imported articles, except drafts, as one act.
    pub publish: bool,
    /// What to do with files that have a future date.
    pub future: FutureDates,
    /// Report what would happen, without changing anything.
    pub dry_run: bool,
    /// The site for whose paths redirects from the former addresses are created; without it, none are.
    pub redirects: Option<Site>,
}

/// What an import does with files that have a future date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FutureDates {
    /// With `publish`, publish them at their date.
    Schedule,
    /// With `publish`, publish them now, with the current time as their date.
    Publish,
    /// Skip them.
    Skip,
}

/// The result of an import, or of a dry run.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    /// One line for each article file, ordered by path.
    pub lines: Vec<ReportLine>,
    /// Further remarks, one sentence each.
    pub notes: Vec<String>,
    /// The sequence of the act that published, if anything was published.
    pub sequence: Option<i64>,
    /// How many redirects were created, or would be in a dry run.
    pub redirect_count: usize,
}

/// The result for one file.
#[derive(Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// The path of the file in the folder.
    pub path: String,
    /// The slug of its article.
    pub slug: Option<Slug>,
    pub outcome: FileOutcome,
    /// When the article is published, if it is scheduled.
    pub due_at: Option<DateTime<Utc>>,
}

/// What an import does for a file.
#[derive(Debug, PartialEq, Eq)]
pub enum FileOutcome {
    /// Creates an article.
    Created,
    /// Adds a revision to its draft, with these differences.
    Updated(Vec<FieldChange>),
    /// Nothing: the file was imported in this state before, or its draft has the same content.
    Unchanged,
}

impl Report {
    #[must_use]
    pub fn created_count(&self) -> usize {
        self.count(|outcome| *outcome == FileOutcome::Created)
    }

    #[must_use]
    pub fn updated_count(&self) -> usize {
        self.count(|outcome| matches!(outcome, FileOutcome::Updated(_)))
    }

    #[must_use]
    pub fn unchanged_count(&self) -> usize {
        self.count(|outcome| *outcome == FileOutcome::Unchanged)
    }

    fn count(&self, wanted: impl Fn(&FileOutcome) -> bool) -> usize {
        self.lines.iter().filter(|line| wanted(&line.outcome)).count()
    }
}

/// Why nothing was imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// Files that cannot be imported: every error in them, with its line.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Files(Vec<Diagnostic>),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Imports a folder. A file that has not changed since its last import is skipped, even if its article was edited since.
/// `progress` is called with the number of files that are done and the total.
///
/// # Errors
/// [`ImportError`]; nothing is changed then.
pub async fn import(
    conn: &mut EditorialConn,
    act: &WriteContext,
    folder: &Folder,
    options: &Options,
    progress: impl Fn(usize, usize),
) -> Result<Report, ImportError> {
    let parsed = parse_folder(folder, options).map_err(ImportError::Files)?;
    let mut tries = 3;
    loop {
        tries -= 1;
        let documents = resolve_dates(conn, &parsed.documents).await?;
        let plan = plan::build(conn, &documents, &parsed.terms, options, &progress).await?;
        let plan::Plan { import, lines, mut notes } = plan;
        notes.extend(parsed.notes.iter().cloned());
        notes.extend(folder.skipped.iter().map(|path| format!("{path} was left out")));
        if options.dry_run {
            return Ok(Report { lines, notes, sequence: None, redirect_count: import.redirects.len() });
        }
        let applied = write::once(conn, act, async |tx| imports::apply(tx, &import).await).await;
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

/// A parsed file with its dates resolved to instants.
type DatedDocument<'a> = (&'a Document, Dates<Moment>);

/// Resolves the dates of the files to instants; dates without an offset are in the time zone of the publication.
async fn resolve_dates<'a>(
    conn: &mut EditorialConn,
    documents: &'a [Document],
) -> Result<Vec<DatedDocument<'a>>, ImportError> {
    let wall_times = documents.iter().flat_map(|document| document.dates.wall_times());
    let wall_times: Vec<NaiveDateTime> = wall_times.collect::<BTreeSet<_>>().into_iter().collect();
    let moments = time_zone::moments_of(conn, &wall_times).await?;
    let moments: HashMap<NaiveDateTime, Moment> = wall_times.into_iter().zip(moments).collect();
    let moment = |wall_time: NaiveDateTime| moments.get(&wall_time).copied();
    Ok(documents.iter().map(|document| (document, document.dates.resolved(moment))).collect())
}

/// The parsed files of a folder.
#[derive(Debug)]
struct ParsedFolder {
    documents: Vec<Document>,
    terms: BTreeMap<(TermKind, Slug), Term>,
    notes: Vec<String>,
}

/// Parses the files, or returns all errors in them.
fn parse_folder(folder: &Folder, options: &Options) -> Result<ParsedFolder, Vec<Diagnostic>> {
    let (mut documents, mut descriptions, mut diagnostics) =
        (Vec::new(), TermDescriptions::default(), Vec::new());
    let mut skipped = Vec::new();
    for file in &folder.files {
        if !folder::is_article(&file.path) {
            diagnostics
                .extend(term_descriptions::add_file(&mut descriptions, file).err().into_iter().flatten());
            continue;
        }
        match document::parse(&file.path, &file.bytes, options) {
            Ok(document) => documents.push(document),
            Err(InvalidDocument { is_draft: true, diagnostics }) => skipped.extend(diagnostics),
            Err(InvalidDocument { is_draft: false, diagnostics: found }) => diagnostics.extend(found),
        }
    }
    let found = [document::duplicates(&documents), document::unknown_locales(&documents, options)].concat();
    let drafts: HashSet<String> =
        documents.iter().filter(|one| one.is_draft).map(|one| one.path.clone()).collect();
    let (of_drafts, of_others): (Vec<Diagnostic>, Vec<Diagnostic>) =
        found.into_iter().partition(|diagnostic| drafts.contains(&diagnostic.path));
    documents.retain(|document| of_drafts.iter().all(|diagnostic| diagnostic.path != document.path));
    skipped.extend(of_drafts);
    diagnostics.extend(of_others);
    let TermDescriptions { terms, mut notes } = descriptions;
    notes.extend(documents.iter().flat_map(|document| document.notes.iter().cloned()));
    notes.extend(skipped.iter().map(skipped_draft));
    if diagnostics.is_empty() { Ok(ParsedFolder { documents, terms, notes }) } else { Err(diagnostics) }
}

/// The note about a draft that cannot be imported. It is skipped; only errors in other files fail the import.
fn skipped_draft(diagnostic: &Diagnostic) -> String {
    format!("{diagnostic}; it is a draft, and was left out")
}

fn is_conflict(error: &store::Error) -> bool {
    match error {
        store::Error::Stale { .. } => true,
        store::Error::Refused(refusal) => {
            matches!(refusal, Refusal::AlreadyImported | Refusal::TermExists | Refusal::SourceSuperseded)
        }
        store::Error::NotFound | store::Error::Unavailable(_) | store::Error::Internal(_) => false,
    }
}
