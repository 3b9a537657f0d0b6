//! Plans an import: matches files with existing drafts, and decides which terms and drafts to create, which to update, and
//! what to publish.

mod builder;
mod redirects;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use domain::{ArticleId, DraftId, DraftStatus, Locale, Moment, Slug, Term, TermId, TermKind, Terms};
use sha2::{Digest, Sha256};
use store::EditorialConn;
use store::editorial::drafts::Draft;
use store::editorial::imports;
use store::editorial::imports::{DatabaseClock, Import, ImportSource, SlugHolder};
use store::editorial::{drafts, terms};
use uuid::Uuid;

use self::builder::PlanBuilder;
use self::redirects::RedirectClaims;
use super::diagnostic::Diagnostic;
use super::document::{Dates, Document};
use super::term_descriptions::new_term;
use super::{DatedDocument, FutureDates, ImportError, Options, ReportLine, skipped_draft};

/// The changes to make, and the report about them.
pub(crate) struct Plan {
    pub(crate) import: Import,
    pub(crate) lines: Vec<ReportLine>,
    pub(crate) notes: Vec<String>,
}

/// The draft that a file was imported to before.
struct ExistingDraft {
    draft: Draft,
    status: DraftStatus,
    source: Option<ImportSource>,
}

/// Builds the plan.
pub(crate) async fn build(
    conn: &mut EditorialConn,
    documents: &[DatedDocument<'_>],
    descriptions: &BySlug,
    options: &Options,
    progress: &impl Fn(usize, usize),
) -> Result<Plan, ImportError> {
    let clock = imports::clock(conn).await?;
    let mut notes = Vec::new();
    let documents = skip_future(documents, clock, options, &mut notes);
    let (documents, before) = match_existing(conn, documents, &mut notes).await?;
    let (documents, dates): (Vec<&Document>, Vec<Dates<Moment>>) = documents.into_iter().unzip();
    let documents = documents.as_slice();
    let (by_slug, new_terms) = collect_terms(conn, documents, descriptions).await?;
    let named: Vec<TermId> =
        before.iter().flatten().flat_map(|before| before.draft.content.terms()).collect();
    let mut all: Terms = terms::load(conn, &named).await?;
    all.extend(by_slug.values().map(|term| (term.id, term.clone())));

    let articles = assign_articles(documents, &before);
    let parts = assign_series_parts(documents, &dates);
    let mut builder = PlanBuilder {
        by_slug: &by_slug,
        terms: &all,
        articles: &articles,
        parts: &parts,
        locales: &options.locales,
        options,
        clock,
        live: BTreeSet::new(),
        diagnostics: Vec::new(),
        plan: Plan {
            import: Import { terms: new_terms, ..Import::default() },
            lines: Vec::with_capacity(documents.len()),
            notes,
        },
    };
    for (done, ((document, dates), before)) in (1..).zip(documents.iter().zip(&dates).zip(before)) {
        builder.add(&(*document, *dates), before)?;
        progress(done, documents.len());
    }
    builder.defer_links(documents);
    let PlanBuilder { diagnostics, mut plan, .. } = builder;
    if !diagnostics.is_empty() {
        return Err(ImportError::Files(diagnostics));
    }
    if let Some(site) = &options.redirects {
        let claims = RedirectClaims::new(site, documents, &articles, &by_slug);
        plan.import.redirects = claims.redirects(conn, &mut plan.notes).await?;
    }
    Ok(plan)
}

/// Removes files with a future date, if the options say so.
fn skip_future<'a>(
    documents: &[DatedDocument<'a>],
    clock: DatabaseClock,
    options: &Options,
    notes: &mut Vec<String>,
) -> Vec<DatedDocument<'a>> {
    let is_skipped = |dates: &Dates<Moment>| {
        options.future == FutureDates::Skip && dates.due().is_some_and(|due| clock.is_ahead(due.utc()))
    };
    let (skipped, kept): (Vec<DatedDocument<'a>>, Vec<DatedDocument<'a>>) =
        documents.iter().copied().partition(|(_, dates)| is_skipped(dates));
    notes.extend(
        skipped.iter().map(|(document, _)| format!("{} was left out: its date lies ahead", document.path)),
    );
    kept
}

/// Matches files with existing drafts by path, or by slug if the file was moved. A file that is a draft and conflicts with
/// another article is skipped; other conflicts are errors.
async fn match_existing<'a>(
    conn: &mut EditorialConn,
    dated: Vec<DatedDocument<'a>>,
    notes: &mut Vec<String>,
) -> Result<(Vec<DatedDocument<'a>>, Vec<Option<ExistingDraft>>), ImportError> {
    let documents: Vec<&Document> = dated.iter().map(|(document, _)| *document).collect();
    let documents = documents.as_slice();
    let digests: Vec<Vec<u8>> = documents.iter().map(|document| source_digest(document)).collect();
    let sources = imports::find_sources(conn, &digests).await?;
    let holders = slug_holders(conn, documents).await?;
    let claimed: BTreeSet<DraftId> = sources.values().map(|(source, _)| source.draft).collect();
    let (mut known, mut diagnostics, mut skipped) =
        (Vec::with_capacity(documents.len()), Vec::new(), HashSet::new());
    for (document, digest) in documents.iter().zip(&digests) {
        let source = sources.get(digest);
        let own = source.map(|(source, _)| source.draft);
        let slug = document.slug.as_ref().map(|slug| (document.locale.clone(), slug.clone()));
        let holder = slug.and_then(|slug| holders.get(&slug));
        let foreign = holder.filter(|holder| Some(holder.draft) != own && !claimed.contains(&holder.draft));
        let (line, detail) = match (source, foreign) {
            (Some((_, true)), _) => (1, "its draft is in the trash; take it out first"),
            (None, Some(holder)) if holder.is_imported => {
                known.push(Some((holder.draft, None)));
                continue;
            }
            (_, Some(_)) => {
                (document.slug_line, "another article, which this file did not make, has its slug")
            }
            (source, None) => {
                known.push(source.map(|(source, _)| (source.draft, Some(source.clone()))));
                continue;
            }
        };
        let diagnostic = Diagnostic { path: document.path.clone(), line, detail: detail.to_owned() };
        if document.is_draft {
            skipped.insert(document.path.as_str());
            notes.push(skipped_draft(&diagnostic));
        } else {
            diagnostics.push(diagnostic);
        }
    }
    if !diagnostics.is_empty() {
        return Err(ImportError::Files(diagnostics));
    }
    let wanted: Vec<DraftId> = known.iter().flatten().map(|(id, _)| *id).collect();
    let mut statuses = imports::load_statuses(conn, &wanted).await?;
    let found = drafts::load(conn, &wanted).await?;
    let mut found: HashMap<DraftId, Draft> = found.into_iter().map(|draft| (draft.id, draft)).collect();
    let before = known.into_iter().map(|known| {
        let (id, source) = known?;
        Some(ExistingDraft { draft: found.remove(&id)?, status: statuses.remove(&id)?, source })
    });
    let before = before.collect();
    let kept = dated.into_iter().filter(|(document, _)| !skipped.contains(document.path.as_str()));
    Ok((kept.collect(), before))
}

/// The existing drafts that use the slugs of the files.
async fn slug_holders(
    conn: &mut EditorialConn,
    documents: &[&Document],
) -> Result<HashMap<(Locale, Slug), SlugHolder>, ImportError> {
    let locales: BTreeSet<&Locale> = documents.iter().map(|document| &document.locale).collect();
    let mut holders = HashMap::new();
    for locale in locales {
        let mine = documents.iter().filter(|document| document.locale == *locale);
        let slugs: Vec<Slug> = mine.filter_map(|document| document.slug.clone()).collect();
        let found = imports::find_slug_holders(conn, locale, &slugs).await?;
        holders.extend(found.into_iter().map(|(slug, holder)| ((locale.clone(), slug), holder)));
    }
    Ok(holders)
}

type BySlug = BTreeMap<(TermKind, Slug), Term>;

/// The terms of the files by slug, and those of them that must be created.
async fn collect_terms(
    conn: &mut EditorialConn,
    documents: &[&Document],
    descriptions: &BySlug,
) -> Result<(BySlug, Vec<Term>), ImportError> {
    let mut wanted: BySlug = descriptions.clone();
    for document in documents {
        let sections = document.section.iter().map(|named| (TermKind::Section, named));
        let authors = document.byline.iter().map(|named| (TermKind::Author, named));
        let tags = document.tags.iter().map(|named| (TermKind::Tag, named));
        let series = document.series.iter().map(|(named, _)| (TermKind::Series, named));
        for (kind, named) in sections.chain(authors).chain(tags).chain(series) {
            wanted.entry((kind, named.slug.clone())).or_insert_with(|| new_term(kind, named));
        }
    }
    let mut existing = BySlug::new();
    for kind in [TermKind::Section, TermKind::Author, TermKind::Tag, TermKind::Series] {
        let slugs: Vec<Slug> =
            wanted.keys().filter(|(of, _)| *of == kind).map(|(_, slug)| slug.clone()).collect();
        let found = terms::resolve_slugs(conn, kind, &slugs).await?;
        existing.extend(found.into_iter().map(|(slug, term)| ((kind, slug), term)));
    }
    let new: Vec<Term> =
        wanted.iter().filter(|(key, _)| !existing.contains_key(key)).map(|(_, t)| t.clone()).collect();
    wanted.extend(existing);
    Ok((wanted, new))
}

/// Assigns an article to each key: translations of a file share it.
fn assign_articles(documents: &[&Document], before: &[Option<ExistingDraft>]) -> HashMap<String, ArticleId> {
    let mut articles = HashMap::new();
    for (document, before) in documents.iter().zip(before) {
        if let Some(before) = before {
            articles.insert(document.key.clone(), before.draft.article);
        }
    }
    for document in documents {
        articles.entry(document.key.clone()).or_insert_with(|| ArticleId(Uuid::now_v7()));
    }
    articles
}

/// Numbers the parts of series for files that do not specify a part: after the others, by date and path.
fn assign_series_parts<'a>(documents: &[&'a Document], dates: &[Dates<Moment>]) -> HashMap<&'a str, i32> {
    let mut series: BTreeMap<(&Locale, &Slug), Vec<DatedDocument<'a>>> = BTreeMap::new();
    for (document, dates) in documents.iter().zip(dates) {
        if let Some((named, _)) = &document.series {
            series.entry((&document.locale, &named.slug)).or_default().push((document, *dates));
        }
    }
    let given = |document: &Document| document.series.as_ref().and_then(|(_, part)| *part);
    let mut parts = HashMap::new();
    for mut members in series.into_values() {
        let last = members.iter().filter_map(|(document, _)| given(document)).max().unwrap_or(0);
        members.sort_by_key(|(document, dates)| (dates.shown, &document.path));
        let silent = members.into_iter().map(|(document, _)| document);
        let silent = silent.filter(|document| given(document).is_none());
        parts.extend(
            ((last.saturating_add(1))..).zip(silent).map(|(part, document)| (document.path.as_str(), part)),
        );
    }
    parts
}

/// The digest by which a file is recognised at the next import: of its locale and key.
fn source_digest(document: &Document) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for part in ["markdown", document.locale.as_str(), &document.key] {
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_vec()
}
