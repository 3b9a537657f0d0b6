//! The import of a folder of Markdown files with front matter, as projects of generators have it: Hugo, Astro, Jekyll,
//! Zola, Docusaurus, Hexo, VuePress. All of it happens in one transaction, and what is published, as one act; or nothing does.
//!
//! `folder` finds the files, `front` and `reading` read what stands above their bodies, `document` says what that means,
//! `plan` what is to be made and changed, and `changes` what differs.

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
use store::editorial::imports::Applied;
use store::write::Act;
use store::{EditorialConn, time_zone};
use thiserror::Error;

pub use changes::FieldChange;
pub use diagnostic::Diagnostic;
pub use folder::{File, Folder};

use self::document::{Dates, Document, InvalidDocument};
use self::term_descriptions::TermDescriptions;

/// How an import is done.
#[derive(Debug, Clone)]
pub struct Options {
    /// The locale of files that name none.
    pub locale: Locale,
    /// All locales of the publication.
    pub locales: Vec<Locale>,
    /// Publish what is imported and no draft, as one act.
    pub publish: bool,
    /// What becomes of files whose date lies ahead.
    pub future: FutureDates,
    /// Say what would happen, and change nothing.
    pub dry_run: bool,
    /// The site on which the addresses that files had before become redirects; without one, none do.
    pub redirects: Option<Site>,
}

/// What becomes of files whose date lies ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FutureDates {
    /// They are published at their date, where the import publishes.
    Schedule,
    /// They are published now, where the import publishes, and show the moment of that.
    Publish,
    /// They are left out.
    Skip,
}

/// What an import did, or would do.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    /// One for each file of an article, by path.
    pub lines: Vec<ReportLine>,
    /// What should be known besides, a sentence each.
    pub notes: Vec<String>,
    /// The act that published, if there was one.
    pub sequence: Option<i64>,
    /// How many redirects were created, or would be.
    pub redirect_count: usize,
}

/// What outcome of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// The file.
    pub path: String,
    /// The slug of its article.
    pub slug: Option<Slug>,
    /// What it came to.
    pub outcome: FileOutcome,
    /// When it becomes public, where that is scheduled.
    pub due_at: Option<DateTime<Utc>>,
}

/// What an import makes of a file.
#[derive(Debug, PartialEq, Eq)]
pub enum FileOutcome {
    /// An article.
    Created,
    /// A revision of its draft, with these differences.
    Updated(Vec<FieldChange>),
    /// Nothing: it was imported before as it is, or its draft holds the same already.
    Unchanged,
}

impl Report {
    /// How many articles were made.
    #[must_use]
    pub fn created_count(&self) -> usize {
        self.count(|outcome| *outcome == FileOutcome::Created)
    }

    /// How many drafts were changed.
    #[must_use]
    pub fn updated_count(&self) -> usize {
        self.count(|outcome| matches!(outcome, FileOutcome::Updated(_)))
    }

    /// How many files made nothing.
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
    /// Files that cannot be imported; every mistake in them, with its line.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Files(Vec<Diagnostic>),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Imports a folder. A file that was imported before, and is as it was, is left alone, whatever outcome of its article
/// since. `progress` is told how many files are done, of how many.
///
/// # Errors
/// [`ImportError`]; nothing was changed then.
pub async fn import(
    conn: &mut EditorialConn,
    act: &Act,
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
        match imports::apply(conn, act, &import).await {
            Ok(Applied { published, redirect_count }) => {
                return Ok(Report { lines, notes, sequence: published.sequence, redirect_count });
            }
            // Somebody was faster: the plan is made anew from what there is now.
            Err(error) if tries > 0 && is_conflict(&error) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// A file that can be imported, and the moments that its dates are.
type DatedDocument<'a> = (&'a Document, Dates<Moment>);

/// What moments the dates of files are, those without an offset in the time zone of the publication.
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

/// What the files of a folder say.
#[derive(Debug)]
struct ParsedFolder {
    documents: Vec<Document>,
    terms: BTreeMap<(TermKind, Slug), Term>,
    notes: Vec<String>,
}

/// What the files say, or everything that is wrong with them.
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

/// What is said of a draft that cannot be imported: the rest is imported all the same.
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
