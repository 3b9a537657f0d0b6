//! Editions: what readers see of a revision. Made once, never changed.

use std::iter;

use chrono::{DateTime, Utc};
use serde_json::json;

use crate::assemble_json::teaser_json_of;
use crate::{
    Access, ArticleId, AuthorCredit, Content, EditionId, Locale, Refusal, Rendering, Slug, Standfirst,
    Teaser, Term, TermId, TermKind, Terms,
};

/// The public form of a revision, rendered and ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// The id of the edition.
    pub id: EditionId,
    /// The article it is of.
    pub article: ArticleId,
    /// The locale.
    pub locale: Locale,
    /// The revision of the draft that it shows.
    pub revision: i32,
    /// The slug.
    pub slug: Slug,
    /// The name in URLs of its section.
    pub section: Slug,
    /// The kicker's slug, for filters.
    pub kicker: Option<(Slug, String)>,
    /// The headline, which other articles' context shows.
    pub headline: String,
    /// The teaser's JSON from `section` to `access`, without braces.
    pub teaser_json: String,
    /// The article's JSON from `outline` to `fields`, without braces.
    pub article_json: String,
    /// The body in its public forms.
    pub rendering: Rendering,
    /// The date to show, where the revision names one.
    pub first_published_at: Option<DateTime<Utc>>,
    /// The terms it is listed under.
    pub placements: Vec<Placement>,
}

/// Whether readers are shown that an article changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Update {
    /// A visible change: `updated_at` is set.
    Visible,
    /// A minor change: `updated_at` stays.
    Minor,
}

/// The listing of an edition under a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placement {
    /// The term.
    pub term: TermId,
    /// The version of the term that the edition copied.
    pub version: i64,
    /// The number of the part, if the term is a series.
    pub part: Option<i32>,
}

/// The ids of a new edition and of what it is made from, besides the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionIdentity {
    /// The id of the new edition.
    pub id: EditionId,
    /// The article.
    pub article: ArticleId,
    /// The locale.
    pub locale: Locale,
    /// The revision.
    pub revision: i32,
}

impl Edition {
    /// The approximate size in memory or in a statement, in bytes. The block tree is estimated as four times the HTML that
    /// it was parsed from.
    #[must_use]
    pub fn approximate_bytes(&self) -> usize {
        let rendering = &self.rendering;
        let texts = [&self.teaser_json, &self.article_json, &rendering.markdown, &rendering.text];
        let texts: usize = texts.iter().map(|text| text.len()).sum();
        texts.saturating_add(rendering.html.len().saturating_mul(5))
    }

    /// Makes the edition of a revision. `derived` is the standfirst made from the body, used where none was written.
    ///
    /// # Errors
    /// [`Refusal::Incomplete`] with everything that is missing, or [`Refusal::SourceSuperseded`] when `terms` lacks
    /// one that the content names.
    pub fn new(
        origin: EditionIdentity,
        content: &Content,
        terms: &Terms,
        rendering: Rendering,
        derived: Option<Standfirst>,
    ) -> Result<Self, Refusal> {
        let (Some(slug), Some(section), Some(headline)) = (&content.slug, content.section, &content.headline)
        else {
            return Err(Refusal::Incomplete(content.missing()));
        };
        let section = find_term(terms, section, TermKind::Section)?;
        let byline = find_terms(terms, &content.byline, TermKind::Author)?;
        let tags = find_terms(terms, &content.tags, TermKind::Tag)?;
        let series = content.series.map(|at| Ok((find_term(terms, at.series, TermKind::Series)?, at.part)));
        let series = series.transpose()?;

        let plain = iter::once(section).chain(byline.iter().copied()).chain(tags.iter().copied());
        let placements = plain.map(|term| (term, None)).chain(series.map(|(term, part)| (term, Some(part))));
        let teaser = Teaser {
            id: origin.article,
            slug: slug.clone(),
            locale: origin.locale.clone(),
            url: String::new(),
            section: section.to_ref(),
            kicker: content.kicker.clone(),
            headline: headline.clone(),
            standfirst: content.standfirst.clone().or(derived),
            byline: byline.iter().map(|term| term.to_ref()).collect(),
            tags: tags.iter().map(|term| term.to_ref()).collect(),
            hero: content.hero.clone(),
            word_count: rendering.word_count,
            reading_minutes: rendering.reading_minutes,
            access: Access::Public,
            first_published_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            sequence: 0,
        };
        let authors: Vec<AuthorCredit> = byline.iter().map(|author| AuthorCredit::from(*author)).collect();
        let article_json = json!({
            "outline": rendering.outline, "seo": content.seo, "authors": authors, "fields": content.fields,
        });
        let kicker = content.kicker.as_ref();
        Ok(Self {
            id: origin.id,
            article: origin.article,
            locale: origin.locale,
            revision: origin.revision,
            slug: slug.clone(),
            section: section.slug.clone(),
            kicker: kicker.and_then(|kicker| Some((kicker.slug()?, kicker.to_string()))),
            headline: headline.to_string(),
            teaser_json: teaser_json_of(&teaser),
            article_json: without_braces(&article_json.to_string()).to_owned(),
            rendering,
            first_published_at: content.first_published_at.map(DateTime::from),
            placements: placements.map(|(term, part)| Placement::new(term, part)).collect(),
        })
    }
}

impl Placement {
    fn new(term: &Term, part: Option<i32>) -> Self {
        Self { term: term.id, version: term.version, part }
    }
}

/// A JSON object without its braces.
pub(crate) fn without_braces(object: &str) -> &str {
    object.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(object)
}

fn find_term(terms: &Terms, id: TermId, kind: TermKind) -> Result<&Term, Refusal> {
    terms.get(&id).filter(|term| term.kind == kind).ok_or(Refusal::SourceSuperseded)
}

fn find_terms<'a>(terms: &'a Terms, ids: &[TermId], kind: TermKind) -> Result<Vec<&'a Term>, Refusal> {
    ids.iter().map(|id| find_term(terms, *id, kind)).collect()
}
