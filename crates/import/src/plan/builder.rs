//! Builds the plan of an import article by article: content, drafts and editions, and the errors in them.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::{
    ArticleId, ArticleLink, Content, ContentMergePatch, DraftId, DraftStatus, Locale, Markdown, Moment,
    Refusal, SeriesPart, Slug, TermId, TermKind, Terms,
};
use sha2::{Digest, Sha256};
use store::editorial::drafts::Draft;
use store::editorial::imports::{DatabaseClock, DraftUpdate, Import, ImportSource, Scheduled};
use uuid::Uuid;

use super::{DatedArticle, ExistingDraft, FreeSlugs, Plan};
use crate::article::{Identity, ImportedArticle, Origin, SourceLink, TermName, TermsBySlug};
use crate::changes::changes;
use crate::{ArticleOutcome, Diagnostic, FutureDates, ImportError, Options, ReportLine};

/// Accumulates the plan.
pub(super) struct PlanBuilder<'a> {
    pub(super) by_slug: &'a TermsBySlug,
    pub(super) terms: &'a Terms,
    /// The ids of the articles by their keys.
    pub(super) ids: &'a HashMap<String, ArticleId>,
    pub(super) parts: &'a HashMap<&'a Origin, i32>,
    pub(super) options: &'a Options,
    pub(super) clock: DatabaseClock,
    pub(super) free_slugs: FreeSlugs,
    /// The slugs of the articles so far, by digest.
    pub(super) planned: HashMap<&'a [u8], Option<Slug>>,
    /// The articles that are published already.
    pub(super) live: BTreeSet<ArticleId>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) plan: Plan,
}

impl<'a> PlanBuilder<'a> {
    /// Adds an article.
    pub(super) fn add(
        &mut self,
        dated: &DatedArticle<'a>,
        before: Option<ExistingDraft>,
    ) -> Result<(), ImportError> {
        let (article, _) = *dated;
        if let Some(slug) = self.planned.get(article.digest.as_slice()).cloned() {
            self.report(article, slug, ArticleOutcome::Unchanged, None);
            return Ok(());
        }
        let slug = match (article.identity, &before, &article.slug) {
            (Identity::Text, Some(before), _) => before.draft.content.slug.clone(),
            (Identity::Text, None, Some(slug)) => self.free_slugs.take(&article.locale, slug),
            (Identity::Text, None, None) => None,
            (Identity::Named, _, slug) => slug.clone(),
        };
        self.planned.insert(&article.digest, slug.clone());
        let (outcome, due_at) = match before {
            Some(before) if article.identity == Identity::Text => {
                (ArticleOutcome::Unchanged, self.publish(dated, &before.draft))
            }
            before => {
                let existing = before.as_ref().map(|before| before.draft.content.clone()).unwrap_or_default();
                let Some(content) = self.content(dated, slug.clone(), existing) else { return Ok(()) };
                match before {
                    Some(before) => self.update(dated, before, content)?,
                    None => (ArticleOutcome::Created, self.create(dated, content)?),
                }
            }
        };
        self.report(article, slug, outcome, due_at);
        Ok(())
    }

    fn report(
        &mut self,
        article: &ImportedArticle,
        slug: Option<Slug>,
        outcome: ArticleOutcome,
        due_at: Option<DateTime<Utc>>,
    ) {
        self.plan.lines.push(ReportLine { origin: article.origin.clone(), slug, outcome, due_at });
    }

    /// Creates a draft. Returns when it is published, if it is scheduled.
    fn create(
        &mut self,
        dated: &DatedArticle<'_>,
        content: Content,
    ) -> Result<Option<DateTime<Utc>>, ImportError> {
        let (article, _) = dated;
        let source = import_source(article, DraftId(Uuid::now_v7()), &content)?;
        let draft = Draft {
            id: source.draft,
            article: self.ids.get(&article.key).copied().unwrap_or(ArticleId(Uuid::now_v7())),
            locale: article.locale.clone(),
            revision: 1,
            content,
        };
        let due_at = self.publish(dated, &draft);
        self.plan.import.sources.push(source);
        self.plan.import.drafts.push(draft);
        Ok(due_at)
    }

    /// Updates a draft if its source has changed.
    fn update(
        &mut self,
        dated: &DatedArticle<'_>,
        ExistingDraft { draft: seen, status, source }: ExistingDraft,
        content: Content,
    ) -> Result<(ArticleOutcome, Option<DateTime<Utc>>), ImportError> {
        let (article, _) = dated;
        if status == DraftStatus::Live {
            self.live.insert(seen.article);
        }
        let new = import_source(article, seen.id, &content)?;
        let is_as_it_was = source.as_ref().is_some_and(|source| source.content == new.content);
        match (source, is_as_it_was) {
            (Some(_), true) => {}
            (Some(_), false) => self.plan.import.updated_sources.push(new),
            (None, _) => self.plan.import.sources.push(new),
        }
        let different = seen.content != content;
        if !different || is_as_it_was {
            // The import does not publish an editor's changes, and leaves withdrawn and scheduled articles as they are.
            let is_ours = !different && matches!(status, DraftStatus::Draft | DraftStatus::Live);
            let due_at = if is_ours { self.publish(dated, &seen) } else { None };
            return Ok((ArticleOutcome::Unchanged, due_at));
        }
        let found = changes(&seen.content, &content, self.terms).map_err(internal)?;
        let next =
            Draft { revision: seen.revision.saturating_add(1), content: content.clone(), ..seen.clone() };
        let due_at = self.publish(dated, &next);
        self.plan.import.changes.push(DraftUpdate { seen, content });
        Ok((ArticleOutcome::Updated(found), due_at))
    }

    /// The new content of a draft: the properties of the article, and `hero` and `seo` of the existing draft, which sources do
    /// not have.
    fn content(
        &mut self,
        (article, dates): &DatedArticle<'_>,
        slug: Option<Slug>,
        existing: Content,
    ) -> Option<Content> {
        let id = |kind, named: &TermName| self.by_slug.get(&(kind, named.slug.clone())).map(|term| term.id);
        // Two names may denote one term since terms were merged.
        let ids = |kind, all: &[TermName]| {
            let mut ids: Vec<TermId> = Vec::with_capacity(all.len());
            for id in all.iter().filter_map(|named| id(kind, named)) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            ids
        };
        let series = article.series.as_ref().and_then(|(named, part)| {
            let part = part.or_else(|| self.parts.get(&article.origin).copied())?;
            Some(SeriesPart { series: id(TermKind::Series, named)?, part })
        });
        let section = article.section.as_ref().and_then(|named| id(TermKind::Section, named));
        let (byline, tags) = (ids(TermKind::Author, &article.byline), ids(TermKind::Tag, &article.tags));
        let body = self.rewrite_links(article);
        let body = match Markdown::try_from(body) {
            Ok(body) => body,
            Err(invalid) => {
                self.diagnostics.push(article.origin.diagnostic(article.body_line, invalid.to_string()));
                return None;
            }
        };
        let content = Content {
            slug,
            section,
            kicker: article.kicker.clone(),
            headline: article.headline.clone(),
            standfirst: article.standfirst.clone(),
            byline,
            tags,
            series,
            hero: existing.hero,
            body,
            seo: existing.seo,
            first_published_at: dates.shown.filter(|shown| !self.is_published_early(*shown)),
            fields: article.fields.clone(),
        };
        match check(&content) {
            Ok(()) => Some(content),
            Err(detail) => {
                self.error(&article.origin, detail);
                None
            }
        }
    }

    fn error(&mut self, origin: &Origin, detail: String) {
        self.diagnostics.push(origin.diagnostic(origin.first_line(), detail));
    }

    /// Replaces links to other articles of the source by links to their ids.
    fn rewrite_links(&mut self, article: &ImportedArticle) -> String {
        let origin = &article.origin;
        let links = article.links.iter().map(|link| (link.address.as_str(), link));
        let links: HashMap<&str, &SourceLink> = links.collect();
        let lead = |address: &str| {
            let SourceLink { key, fragment, .. } = links.get(address)?;
            Some(format!("{}{}{fragment}", ArticleLink::SCHEME, self.ids.get(key)?))
        };
        let nowhere = article.links.iter().filter(|link| !self.ids.contains_key(&link.key));
        let notes = nowhere.map(|SourceLink { address, .. }| {
            format!("{origin}: the link to {address} was left as it is: there is no such file")
        });
        self.plan.notes.extend(notes);
        if let Some(linked) = markup::rewrite_links(&article.body, lead) {
            return linked;
        }
        self.plan
            .notes
            .push(format!("{origin}: links to other files were left as they are: they cannot be replaced without changing other text"));
        article.body.clone()
    }

    /// Whether an article is published before its date: then readers see the time of publication instead.
    fn is_published_early(&self, shown: Moment) -> bool {
        let Options { publish, future, .. } = *self.options;
        publish && future == FutureDates::Publish && self.clock.is_ahead(shown.utc())
    }

    /// Renders the edition if the article is to be published. Returns the date if it is scheduled.
    fn publish(&mut self, (article, dates): &DatedArticle<'_>, draft: &Draft) -> Option<DateTime<Utc>> {
        if !self.options.publish || article.is_draft {
            return None;
        }
        if dates.expires.is_some_and(|expires| expires.utc() <= self.clock.0) {
            self.plan.notes.push(format!("{}: not published, its expiry date has passed", article.origin));
            return None;
        }
        let due_at = dates.due().map(DateTime::from).filter(|due| self.clock.is_ahead(*due));
        let due_at = due_at.filter(|_| self.options.future == FutureDates::Schedule);
        match (markup::render_edition(draft.new_edition(), &draft.content, self.terms), due_at) {
            (Ok(edition), Some(due_at)) => self.plan.import.scheduled.push(Scheduled { edition, due_at }),
            (Ok(edition), None) => self.plan.import.editions.push(edition),
            (Err(refusal), _) => self.error(&article.origin, refusal.to_string()),
        }
        due_at
    }

    /// Excludes links to drafts and scheduled articles of this import from the link check of publishing. Such a link has no
    /// address until its target is public.
    pub(super) fn defer_links(&mut self, articles: &[&ImportedArticle]) {
        let Import { editions, scheduled, deferred_links, .. } = &mut self.plan.import;
        let public: BTreeSet<ArticleId> =
            editions.iter().map(|edition| edition.article).chain(self.live.iter().copied()).collect();
        let origin_of = |id: ArticleId, locale: Option<&Locale>| {
            let of = |article: &&&ImportedArticle| {
                self.ids.get(&article.key) == Some(&id)
                    && locale.is_none_or(|locale| *locale == article.locale)
            };
            articles.iter().find(of).map(|article| article.origin.to_string())
        };
        for edition in editions.iter_mut().chain(scheduled.iter_mut().map(|one| &mut one.edition)) {
            let links = std::mem::take(&mut edition.rendering.links);
            let (later, now): (Vec<ArticleId>, Vec<ArticleId>) = links
                .into_iter()
                .partition(|target| !public.contains(target) && origin_of(*target, None).is_some());
            edition.rendering.links = now;
            for target in later {
                deferred_links.push((edition.id, target));
                let from = origin_of(edition.article, Some(&edition.locale)).unwrap_or_default();
                let to = origin_of(target, None).unwrap_or_default();
                let note = format!("{from}: the link to {to} has no URL until {to} is published");
                self.plan.notes.push(note);
            }
        }
    }
}

/// Checks the rules for content as a whole.
fn check(content: &Content) -> Result<(), String> {
    let json = serde_json::to_value(content).map_err(|error| error.to_string())?;
    let read = ContentMergePatch::parse(json).and_then(|patch| patch.apply(&Content::default()));
    read.map(|_| ()).map_err(|wrong| Refusal::InvalidInput(wrong).to_string())
}

/// The source of a draft, with a digest of its content unless the digest of the source covers that.
fn import_source(
    article: &ImportedArticle,
    draft: DraftId,
    content: &Content,
) -> Result<ImportSource, ImportError> {
    let content = match article.identity {
        Identity::Text => None,
        Identity::Named => {
            // Without the fields that sources do not have.
            let said = Content { hero: None, seo: domain::Seo::default(), ..content.clone() };
            Some(Sha256::digest(serde_json::to_vec(&said).map_err(internal)?).to_vec())
        }
    };
    Ok(ImportSource { digest: article.digest.clone(), draft, content })
}

fn internal(error: serde_json::Error) -> ImportError {
    ImportError::Store(store::Error::Internal(Box::new(error)))
}
