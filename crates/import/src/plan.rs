//! Plans an import: matches articles with existing drafts, and decides which terms and drafts to create, which to update,
//! and what to publish.

mod builder;
mod free_slugs;
mod redirects;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono::NaiveDateTime;
use domain::{ArticleId, DraftId, DraftStatus, Locale, Moment, Slug, Term, TermId, TermKind, Terms};
use store::editorial::drafts::Draft;
use store::editorial::imports;
use store::editorial::imports::{DatabaseClock, Import, ImportSource, SlugHolder};
use store::editorial::{drafts, terms};
use store::{EditorialConn, time_zone};
use uuid::Uuid;

use self::builder::PlanBuilder;
use self::free_slugs::FreeSlugs;
use self::redirects::RedirectClaims;
use crate::article::{Dates, Identity, ImportedArticle, Origin, TermsBySlug};
use crate::diagnostic::skipped_draft;
use crate::{FutureDates, ImportError, Options, ParsedSource, ReportLine};

/// The changes to make, and the report about them.
pub(crate) struct Plan {
    pub(crate) import: Import,
    pub(crate) lines: Vec<ReportLine>,
    pub(crate) notes: Vec<String>,
}

/// An article with its dates resolved to instants.
type DatedArticle<'a> = (&'a ImportedArticle, Dates<Moment>);

/// The draft that an article was imported to before.
struct ExistingDraft {
    draft: Draft,
    status: DraftStatus,
    source: Option<ImportSource>,
}

/// Builds the plan.
pub(crate) async fn build(
    conn: &mut EditorialConn,
    source: &ParsedSource,
    options: &Options,
    progress: &impl Fn(usize, usize),
) -> Result<Plan, ImportError> {
    let dated = resolve_dates(conn, &source.articles).await?;
    let clock = imports::clock(conn).await?;
    let mut notes = Vec::new();
    let dated = skip_future(dated, clock, options, &mut notes);
    let (dated, before) = match_existing(conn, dated, &mut notes).await?;
    let articles: Vec<&ImportedArticle> = dated.iter().map(|(article, _)| *article).collect();
    let articles = articles.as_slice();
    let (by_slug, new_terms) = collect_terms(conn, articles, &source.terms).await?;
    let named: Vec<TermId> =
        before.iter().flatten().flat_map(|before| before.draft.content.terms()).collect();
    let mut all: Terms = terms::load(conn, &named).await?;
    all.extend(by_slug.values().map(|term| (term.id, term.clone())));

    let ids = assign_ids(articles, &before);
    let mut builder = PlanBuilder {
        by_slug: &by_slug,
        terms: &all,
        ids: &ids,
        parts: &assign_series_parts(&dated),
        options,
        clock,
        free_slugs: FreeSlugs::load(conn, articles).await?,
        planned: HashMap::new(),
        live: BTreeSet::new(),
        diagnostics: Vec::new(),
        plan: Plan {
            import: Import { terms: new_terms, ..Import::default() },
            lines: Vec::with_capacity(dated.len()),
            notes,
        },
    };
    for (done, (article, before)) in (1..).zip(dated.iter().zip(before)) {
        builder.add(article, before)?;
        progress(done, dated.len());
    }
    builder.defer_links(articles);
    let PlanBuilder { diagnostics, mut plan, .. } = builder;
    if !diagnostics.is_empty() {
        return Err(ImportError::Invalid(diagnostics));
    }
    if let Some(site) = &options.redirects {
        let claims = RedirectClaims::new(site, articles, &ids, &by_slug);
        plan.import.redirects = claims.redirects(conn, &mut plan.notes).await?;
    }
    Ok(plan)
}

/// Resolves the dates of the articles to instants; dates without an offset are in the time zone of the publication.
async fn resolve_dates<'a>(
    conn: &mut EditorialConn,
    articles: &'a [ImportedArticle],
) -> Result<Vec<DatedArticle<'a>>, ImportError> {
    let wall_times = articles.iter().flat_map(|article| article.dates.wall_times());
    let wall_times: Vec<NaiveDateTime> = wall_times.collect::<BTreeSet<_>>().into_iter().collect();
    let moments = time_zone::moments_of(conn, &wall_times).await?;
    let moments: HashMap<NaiveDateTime, Moment> = wall_times.into_iter().zip(moments).collect();
    let moment = |wall_time: NaiveDateTime| moments.get(&wall_time).copied();
    Ok(articles.iter().map(|article| (article, article.dates.resolved(moment))).collect())
}

/// Removes articles with a future date, if the options say so.
fn skip_future<'a>(
    dated: Vec<DatedArticle<'a>>,
    clock: DatabaseClock,
    options: &Options,
    notes: &mut Vec<String>,
) -> Vec<DatedArticle<'a>> {
    let is_skipped = |(_, dates): &DatedArticle<'_>| {
        options.future == FutureDates::Skip && dates.due().is_some_and(|due| clock.is_ahead(due.utc()))
    };
    let (skipped, kept): (Vec<DatedArticle<'a>>, Vec<DatedArticle<'a>>) =
        dated.into_iter().partition(is_skipped);
    notes.extend(
        skipped.iter().map(|(article, _)| format!("{}: skipped, its date is in the future", article.origin)),
    );
    kept
}

/// Matches articles with existing drafts by their digest, or by slug if they were moved. A draft that conflicts with another
/// article is skipped; other conflicts are errors.
async fn match_existing<'a>(
    conn: &mut EditorialConn,
    dated: Vec<DatedArticle<'a>>,
    notes: &mut Vec<String>,
) -> Result<(Vec<DatedArticle<'a>>, Vec<Option<ExistingDraft>>), ImportError> {
    let digests: Vec<Vec<u8>> = dated.iter().map(|(article, _)| article.digest.clone()).collect();
    let sources = imports::find_sources(conn, &digests).await?;
    let named = dated.iter().map(|(article, _)| *article).filter(|one| one.identity == Identity::Named);
    let holders = slug_holders(conn, &named.collect::<Vec<_>>()).await?;
    let claimed: BTreeSet<DraftId> = sources.values().map(|(source, _)| source.draft).collect();
    let (mut known, mut diagnostics, mut skipped) =
        (Vec::with_capacity(dated.len()), Vec::new(), HashSet::new());
    for (article, _) in &dated {
        let source = sources.get(&article.digest);
        let own = source.map(|(source, _)| source.draft);
        let slug = article.slug.as_ref().map(|slug| (article.locale.clone(), slug.clone()));
        let holder = slug.and_then(|slug| holders.get(&slug));
        let foreign = holder.filter(|holder| Some(holder.draft) != own && !claimed.contains(&holder.draft));
        let (line, detail) = match (source, foreign) {
            (Some((_, true)), _) if article.identity == Identity::Named => {
                (article.origin.first_line(), "its draft is in the trash; restore the draft first")
            }
            (None, Some(holder)) if holder.is_imported => {
                known.push(Some((holder.draft, None)));
                continue;
            }
            (_, Some(_)) => (
                article.slug_line,
                "another article, which was not imported from this file, has the same slug",
            ),
            (source, None) => {
                known.push(source.map(|(source, _)| (source.draft, Some(source.clone()))));
                continue;
            }
        };
        let diagnostic = article.origin.diagnostic(line, detail.to_owned());
        if article.is_draft {
            skipped.insert(&article.origin);
            notes.push(skipped_draft(&diagnostic));
        } else {
            diagnostics.push(diagnostic);
        }
    }
    if !diagnostics.is_empty() {
        return Err(ImportError::Invalid(diagnostics));
    }
    let before = load_existing(conn, known).await?;
    Ok((dated.into_iter().filter(|(article, _)| !skipped.contains(&article.origin)).collect(), before))
}

/// Loads the drafts that articles were imported to before.
async fn load_existing(
    conn: &mut EditorialConn,
    known: Vec<Option<(DraftId, Option<ImportSource>)>>,
) -> Result<Vec<Option<ExistingDraft>>, ImportError> {
    let wanted: Vec<DraftId> = known.iter().flatten().map(|(id, _)| *id).collect();
    let mut statuses = imports::load_statuses(conn, &wanted).await?;
    let found = drafts::load(conn, &wanted).await?;
    let mut found: HashMap<DraftId, Draft> = found.into_iter().map(|draft| (draft.id, draft)).collect();
    let before = known.into_iter().map(|known| {
        let (id, source) = known?;
        Some(ExistingDraft { draft: found.remove(&id)?, status: statuses.remove(&id)?, source })
    });
    Ok(before.collect())
}

/// The existing drafts that use the slugs of the articles.
async fn slug_holders(
    conn: &mut EditorialConn,
    articles: &[&ImportedArticle],
) -> Result<HashMap<(Locale, Slug), SlugHolder>, ImportError> {
    let locales: BTreeSet<&Locale> = articles.iter().map(|article| &article.locale).collect();
    let mut holders = HashMap::new();
    for locale in locales {
        let mine = articles.iter().filter(|article| article.locale == *locale);
        let slugs: Vec<Slug> = mine.filter_map(|article| article.slug.clone()).collect();
        let found = imports::find_slug_holders(conn, locale, &slugs).await?;
        holders.extend(found.into_iter().map(|(slug, holder)| ((locale.clone(), slug), holder)));
    }
    Ok(holders)
}

/// The terms of the articles by slug, and those of them that must be created.
async fn collect_terms(
    conn: &mut EditorialConn,
    articles: &[&ImportedArticle],
    descriptions: &TermsBySlug,
) -> Result<(TermsBySlug, Vec<Term>), ImportError> {
    let mut wanted = descriptions.clone();
    for article in articles {
        let sections = article.section.iter().map(|named| (TermKind::Section, named));
        let authors = article.byline.iter().map(|named| (TermKind::Author, named));
        let tags = article.tags.iter().map(|named| (TermKind::Tag, named));
        let series = article.series.iter().map(|(named, _)| (TermKind::Series, named));
        for (kind, named) in sections.chain(authors).chain(tags).chain(series) {
            let key = (kind, named.slug.clone());
            wanted.entry(key).or_insert_with(|| named.clone().new_term(kind));
        }
    }
    let mut existing = TermsBySlug::new();
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

/// Assigns an id to each key: translations share an article.
fn assign_ids(articles: &[&ImportedArticle], before: &[Option<ExistingDraft>]) -> HashMap<String, ArticleId> {
    let mut ids = HashMap::new();
    for (article, before) in articles.iter().zip(before) {
        if let Some(before) = before {
            ids.insert(article.key.clone(), before.draft.article);
        }
    }
    for article in articles {
        ids.entry(article.key.clone()).or_insert_with(|| ArticleId(Uuid::now_v7()));
    }
    ids
}

/// Numbers the parts of series for articles that do not specify a part: after the others, by date and origin.
fn assign_series_parts<'a>(dated: &[DatedArticle<'a>]) -> HashMap<&'a Origin, i32> {
    let mut series: BTreeMap<(&Locale, &Slug), Vec<DatedArticle<'a>>> = BTreeMap::new();
    for (article, dates) in dated {
        if let Some((named, _)) = &article.series {
            series.entry((&article.locale, &named.slug)).or_default().push((article, *dates));
        }
    }
    let given = |article: &ImportedArticle| article.series.as_ref().and_then(|(_, part)| *part);
    let mut parts = HashMap::new();
    for mut members in series.into_values() {
        let last = members.iter().filter_map(|(article, _)| given(article)).max().unwrap_or(0);
        members.sort_by_key(|(article, dates)| (dates.shown, &article.origin));
        let silent = members.into_iter().map(|(article, _)| article);
        let silent = silent.filter(|article| given(article).is_none());
        parts.extend(((last.saturating_add(1))..).zip(silent).map(|(part, article)| (&article.origin, part)));
    }
    parts
}
