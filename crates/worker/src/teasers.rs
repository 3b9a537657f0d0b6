//! Imports a teaser feed: blocks of three lines (section, kicker, standfirst) with optional blank lines in between. An import
//! is one transaction, and what it publishes is one act.

mod feed;

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{
    ArticleId, Content, DraftId, EditionId, EditionIdentity, Headline, Locale, Refusal, Slug, Term, TermId,
    TermKind, Terms,
};
use sha2::{Digest, Sha256};
use store::EditorialConn;
use store::editorial::drafts::Draft;
use store::editorial::imports::{Import, ImportSource};
use store::editorial::{drafts, imports, terms};
use store::write;
use store::write::WriteContext;
use thiserror::Error;
use uuid::Uuid;

pub use feed::{Block, FeedError};

/// The options of an import.
#[derive(Debug, Clone)]
pub struct Options {
    /// The locale of the feed.
    pub locale: Locale,
    /// Publish the imported articles as one act.
    pub publish: bool,
    /// Report what would happen, without changing anything.
    pub dry_run: bool,
}

/// The result of an import, or of a dry run.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    /// One line for each block, in the order of the feed.
    pub lines: Vec<ReportLine>,
    /// The sequence of the act that published, if anything was published.
    pub sequence: Option<i64>,
}

/// The result for one block.
#[derive(Debug, PartialEq, Eq)]
pub struct ReportLine {
    /// The line where the block begins, from 1.
    pub line: usize,
    /// The slug of its article, if it has one.
    pub slug: Option<Slug>,
    /// Whether the article was created; otherwise it existed.
    pub created: bool,
}

impl Report {
    #[must_use]
    pub fn created_count(&self) -> usize {
        self.lines.iter().filter(|line| line.created).count()
    }

    #[must_use]
    pub fn unchanged_count(&self) -> usize {
        self.lines.len().saturating_sub(self.created_count())
    }
}

/// Why nothing was imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The feed is invalid: every error in it, with its line.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Feed(Vec<FeedError>),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// Imports a feed. A block that was imported before is skipped, even if its article was edited since.
///
/// # Errors
/// [`ImportError`]; nothing is changed then.
pub async fn import(
    conn: &mut EditorialConn,
    act: &WriteContext,
    feed: &[u8],
    options: &Options,
) -> Result<Report, ImportError> {
    let blocks = feed::parse(feed).map_err(ImportError::Feed)?;
    let mut tries = 3;
    loop {
        tries -= 1;
        let plan = plan(conn, &blocks, options).await?;
        if options.dry_run {
            return Ok(Report { lines: plan.lines, sequence: None });
        }
        match write::once(conn, act, async |tx| imports::apply(tx, &plan.import).await).await {
            Ok(applied) => {
                return Ok(Report { lines: plan.lines, sequence: applied.value().published.sequence });
            }
            // A concurrent change conflicts with the plan: build it again from the current state.
            Err(store::Error::Refused(refusal)) if tries > 0 && is_conflict(&refusal) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

struct Plan {
    import: Import,
    lines: Vec<ReportLine>,
}

async fn plan(conn: &mut EditorialConn, blocks: &[Block], options: &Options) -> Result<Plan, ImportError> {
    let digests: Vec<Vec<u8>> = blocks.iter().map(|block| source_digest(block, &options.locale)).collect();
    let known = imports::find_drafts(conn, &digests).await?;
    let known_ids: Vec<DraftId> = known.values().copied().collect();
    let known_drafts = drafts::load(conn, &known_ids).await?;
    let (sections, new_sections) = sections(conn, blocks).await?;
    let mut slugs = FreeSlugs::load(conn, blocks, &options.locale).await?;

    let mut import = Import { terms: new_sections, ..Import::default() };
    let mut here: HashMap<&[u8], Option<Slug>> = HashMap::new();
    let mut lines = Vec::with_capacity(blocks.len());
    for (block, digest) in blocks.iter().zip(&digests) {
        let before = known.get(digest).and_then(|id| known_drafts.iter().find(|draft| draft.id == *id));
        let repeated = here.get(digest.as_slice()).cloned();
        let created = before.is_none() && repeated.is_none();
        let slug = match (before, repeated) {
            (Some(draft), _) => draft.content.slug.clone(),
            (None, Some(slug)) => slug,
            (None, None) => {
                let draft = draft(block, &sections, &mut slugs, options);
                let slug = draft.content.slug.clone();
                import.sources.push(ImportSource { digest: digest.clone(), draft: draft.id, content: None });
                import.drafts.push(draft);
                slug
            }
        };
        here.insert(digest, slug.clone());
        lines.push(ReportLine { line: block.line, slug, created });
    }
    if options.publish {
        let mut terms: Terms = sections.into_values().map(|section| (section.id, section)).collect();
        terms.extend(store::editorial::terms::load(conn, &terms_of(&known_drafts)).await?);
        let editions = import.drafts.iter().chain(&known_drafts).map(|draft| edition(draft, &terms));
        import.editions = editions.collect::<Result<_, Refusal>>().map_err(store::Error::Refused)?;
    }
    Ok(Plan { import, lines })
}

/// The sections of the feed by slug, and those of them that must be created.
async fn sections(
    conn: &mut EditorialConn,
    blocks: &[Block],
) -> Result<(BTreeMap<Slug, Term>, Vec<Term>), ImportError> {
    let wanted: BTreeMap<Slug, &Block> =
        blocks.iter().map(|block| (block.section_slug.clone(), block)).rev().collect();
    let slugs: Vec<Slug> = wanted.keys().cloned().collect();
    let existing = terms::find_by_slugs(conn, TermKind::Section, &slugs).await?;
    let mut sections: BTreeMap<Slug, Term> =
        existing.into_iter().map(|term| (term.slug.clone(), term)).collect();
    let missing = wanted.into_iter().filter(|(slug, _)| !sections.contains_key(slug));
    let new: Vec<Term> = missing.map(|(slug, block)| section(slug, block)).collect();
    sections.extend(new.iter().map(|term| (term.slug.clone(), term.clone())));
    Ok((sections, new))
}

fn section(slug: Slug, block: &Block) -> Term {
    Term {
        id: TermId(Uuid::now_v7()),
        kind: TermKind::Section,
        slug,
        name: block.section.clone(),
        description: None,
        url: None,
        picture: None,
        version: 1,
    }
}

fn draft(block: &Block, sections: &BTreeMap<Slug, Term>, slugs: &mut FreeSlugs, options: &Options) -> Draft {
    let content = Content {
        slug: block.headline.as_ref().and_then(|headline| slugs.take(headline)),
        section: sections.get(&block.section_slug).map(|section| section.id),
        kicker: Some(block.kicker.clone()),
        headline: block.headline.clone(),
        standfirst: Some(block.standfirst.clone()),
        ..Content::default()
    };
    Draft {
        id: DraftId(Uuid::now_v7()),
        article: ArticleId(Uuid::now_v7()),
        locale: options.locale.clone(),
        revision: 1,
        content,
    }
}

fn edition(draft: &Draft, terms: &Terms) -> Result<domain::Edition, Refusal> {
    let origin = EditionIdentity {
        id: EditionId(Uuid::now_v7()),
        article: draft.article,
        locale: draft.locale.clone(),
        revision: draft.revision,
    };
    markup::render_edition(origin, &draft.content, terms)
}

fn terms_of(drafts: &[Draft]) -> Vec<TermId> {
    let named = drafts.iter().flat_map(|Draft { content, .. }| {
        let series = content.series.map(|at| at.series);
        content.section.into_iter().chain(content.byline.clone()).chain(content.tags.clone()).chain(series)
    });
    named.collect()
}

/// The digest by which a block is recognised at the next import: of its locale and text, because feeds have no ids.
fn source_digest(block: &Block, locale: &Locale) -> Vec<u8> {
    let mut hasher = Sha256::new();
    for part in [locale.as_str(), block.section.as_str(), block.kicker.as_str(), block.standfirst.as_str()] {
        hasher.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().to_vec()
}

fn is_conflict(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::AlreadyImported
            | Refusal::TermExists
            | Refusal::SourceSuperseded
            | Refusal::SlugTaken { .. }
    )
}

/// Hands out slugs that are not in use.
struct FreeSlugs {
    used: HashSet<Slug>,
}

/// Articles with the same working headline get numbered slugs up to this number, and none beyond it.
const MAX_NUMBERED_SLUGS: u32 = 50;

impl FreeSlugs {
    async fn load(conn: &mut EditorialConn, blocks: &[Block], locale: &Locale) -> Result<Self, ImportError> {
        let stems = blocks.iter().filter_map(|block| Slug::from_text(block.headline.as_ref()?.as_str()));
        let wanted: Vec<Slug> =
            stems.flat_map(|stem| numbered(&stem).chain([stem.clone()]).collect::<Vec<_>>()).collect();
        let used = drafts::slugs_in_use(conn, locale, &wanted).await?;
        Ok(Self { used: used.into_iter().collect() })
    }

    fn take(&mut self, headline: &Headline) -> Option<Slug> {
        let stem = Slug::from_text(headline.as_str())?;
        let free =
            std::iter::once(stem.clone()).chain(numbered(&stem)).find(|slug| !self.used.contains(slug))?;
        self.used.insert(free.clone());
        Some(free)
    }
}

fn numbered(stem: &Slug) -> impl Iterator<Item = Slug> {
    (2..=MAX_NUMBERED_SLUGS).map(|number| stem.numbered(number))
}
