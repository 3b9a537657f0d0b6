//! Builds the plan of an import file by file: content, drafts and editions, and the errors in them.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::{
    ArticleId, ArticleLink, Content, ContentMergePatch, DraftId, DraftStatus, EditionId, EditionIdentity,
    Locale, Markdown, Moment, Refusal, SeriesPart, TermId, TermKind, Terms,
};
use sha2::{Digest, Sha256};
use store::editorial::drafts::Draft;
use store::editorial::imports::{DatabaseClock, DraftUpdate, Import, ImportSource, Scheduled};
use uuid::Uuid;

use super::{BySlug, ExistingDraft, Plan, source_digest};
use crate::markdown::changes::changes;
use crate::markdown::diagnostic::Diagnostic;
use crate::markdown::document::{Document, TermName};
use crate::markdown::{
    DatedDocument, FileOutcome, FutureDates, ImportError, Options, ReportLine, path_metadata,
};

/// Accumulates the plan.
pub(super) struct PlanBuilder<'a> {
    pub(super) by_slug: &'a BySlug,
    pub(super) terms: &'a Terms,
    pub(super) articles: &'a HashMap<String, ArticleId>,
    pub(super) parts: &'a HashMap<&'a str, i32>,
    pub(super) locales: &'a [Locale],
    pub(super) options: &'a Options,
    pub(super) clock: DatabaseClock,
    /// The articles that are published already.
    pub(super) live: BTreeSet<ArticleId>,
    pub(super) diagnostics: Vec<Diagnostic>,
    pub(super) plan: Plan,
}

impl PlanBuilder<'_> {
    /// Adds a file.
    pub(super) fn add(
        &mut self,
        dated: &DatedDocument<'_>,
        before: Option<ExistingDraft>,
    ) -> Result<(), ImportError> {
        let (document, _) = dated;
        let existing = before.as_ref().map(|before| before.draft.content.clone()).unwrap_or_default();
        let Some(content) = self.content(dated, existing) else { return Ok(()) };
        let digest = content_digest(&content)?;
        let line = |outcome, due_at| {
            let (path, slug) = (document.path.clone(), document.slug.clone());
            ReportLine { path, slug, outcome, due_at }
        };
        let Some(ExistingDraft { draft: seen, status, source }) = before else {
            let article = self.articles.get(&document.key).copied().unwrap_or(ArticleId(Uuid::now_v7()));
            let id = DraftId(Uuid::now_v7());
            let draft = Draft { id, article, locale: document.locale.clone(), revision: 1, content };
            self.plan.import.sources.push(ImportSource {
                digest: source_digest(document),
                draft: id,
                content: Some(digest),
            });
            let due_at = self.publish(dated, &draft);
            self.plan.import.drafts.push(draft);
            self.plan.lines.push(line(FileOutcome::Created, due_at));
            return Ok(());
        };
        if status == DraftStatus::Live {
            self.live.insert(seen.article);
        }
        let is_as_it_was = source.as_ref().is_some_and(|source| source.content.as_ref() == Some(&digest));
        let is_known = source.is_some();
        let new = ImportSource { digest: source_digest(document), draft: seen.id, content: Some(digest) };
        match (is_known, is_as_it_was) {
            (true, true) => {}
            (true, false) => self.plan.import.updated_sources.push(new),
            (false, _) => self.plan.import.sources.push(new),
        }
        let different = seen.content != content;
        if !different || is_as_it_was {
            // What an editor made of it since is published by an editor, and so is what was withdrawn or has its moment.
            let is_ours = !different && matches!(status, DraftStatus::Draft | DraftStatus::Live);
            let due_at = if is_ours { self.publish(dated, &seen) } else { None };
            self.plan.lines.push(line(FileOutcome::Unchanged, due_at));
            return Ok(());
        }
        let found = changes(&seen.content, &content, self.terms).map_err(internal)?;
        let next =
            Draft { revision: seen.revision.saturating_add(1), content: content.clone(), ..seen.clone() };
        let due_at = self.publish(dated, &next);
        self.plan.import.changes.push(DraftUpdate { seen, content });
        self.plan.lines.push(line(FileOutcome::Updated(found), due_at));
        Ok(())
    }

    /// The new content of a draft: the properties of the file, and `hero` and `seo` of the existing draft, which files do not
    /// have.
    fn content(&mut self, (document, dates): &DatedDocument<'_>, existing: Content) -> Option<Content> {
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
        let series = document.series.as_ref().and_then(|(named, part)| {
            let part = part.or_else(|| self.parts.get(document.path.as_str()).copied())?;
            Some(SeriesPart { series: id(TermKind::Series, named)?, part })
        });
        let section = document.section.as_ref().and_then(|named| id(TermKind::Section, named));
        let (byline, tags) = (ids(TermKind::Author, &document.byline), ids(TermKind::Tag, &document.tags));
        let body = self.rewrite_links(document);
        let diagnostic = |line, detail| Diagnostic { path: document.path.clone(), line, detail };
        let body = match Markdown::try_from(body) {
            Ok(body) => body,
            Err(invalid) => {
                self.diagnostics.push(diagnostic(document.body_line, invalid.to_string()));
                return None;
            }
        };
        let content = Content {
            slug: document.slug.clone(),
            section,
            kicker: document.kicker.clone(),
            headline: document.headline.clone(),
            standfirst: document.standfirst.clone(),
            byline,
            tags,
            series,
            hero: existing.hero,
            body,
            seo: existing.seo,
            first_published_at: dates.shown.filter(|shown| !self.is_published_early(*shown)),
            fields: document.fields.clone(),
        };
        match check(&content) {
            Ok(()) => Some(content),
            Err(detail) => {
                self.diagnostics.push(diagnostic(1, detail));
                None
            }
        }
    }

    /// Replaces links to other files by links to their articles.
    fn rewrite_links(&mut self, document: &Document) -> String {
        let path = &document.path;
        let lead = |address: &str| {
            let (key, fragment) = path_metadata::link_target(path, address, self.locales)?;
            let article = self.articles.get(&key)?;
            Some(format!("{}{article}{fragment}", ArticleLink::SCHEME))
        };
        let mut nowhere = markup::link_urls(&document.body);
        nowhere.retain(|address| {
            path_metadata::link_target(path, address, self.locales).is_some() && lead(address).is_none()
        });
        let linked = markup::rewrite_links(&document.body, lead);
        let notes = nowhere.iter();
        let notes = notes.map(|to| format!("{path}: the link to {to} leads to no file, and stays as it is"));
        self.plan.notes.extend(notes);
        if let Some(linked) = linked {
            return linked;
        }
        self.plan
            .notes
            .push(format!("{path}: its links to other files are written in a way that is left as it is"));
        document.body.clone()
    }

    /// Whether a file is published before its date: then readers see the time of publication instead.
    fn is_published_early(&self, shown: Moment) -> bool {
        let Options { publish, future, .. } = *self.options;
        publish && future == FutureDates::Publish && self.clock.is_ahead(shown.utc())
    }

    /// Renders the edition if the file is to be published. Returns the date if it is scheduled.
    fn publish(&mut self, (document, dates): &DatedDocument<'_>, draft: &Draft) -> Option<DateTime<Utc>> {
        if !self.options.publish || document.is_draft {
            return None;
        }
        if dates.expires.is_some_and(|expires| expires.utc() <= self.clock.0) {
            self.plan
                .notes
                .push(format!("{}: its `expiryDate` has passed, so it stays a draft", document.path));
            return None;
        }
        let due_at = dates.due().map(DateTime::from).filter(|due| self.clock.is_ahead(*due));
        let due_at = due_at.filter(|_| self.options.future == FutureDates::Schedule);
        let origin = EditionIdentity {
            id: EditionId(Uuid::now_v7()),
            article: draft.article,
            locale: draft.locale.clone(),
            revision: draft.revision,
        };
        match (markup::render_edition(origin, &draft.content, self.terms), due_at) {
            (Ok(edition), Some(due_at)) => self.plan.import.scheduled.push(Scheduled { edition, due_at }),
            (Ok(edition), None) => self.plan.import.editions.push(edition),
            (Err(refusal), _) => {
                let (path, detail) = (document.path.clone(), refusal.to_string());
                self.diagnostics.push(Diagnostic { path, line: 1, detail });
            }
        }
        due_at
    }

    /// Excludes links to drafts and scheduled articles of this import from the link check of publishing. Such a link has no
    /// address until its target is public.
    pub(super) fn defer_links(&mut self, documents: &[&Document]) {
        let Import { editions, scheduled, deferred_links, .. } = &mut self.plan.import;
        let public: BTreeSet<ArticleId> =
            editions.iter().map(|edition| edition.article).chain(self.live.iter().copied()).collect();
        let path_of = |article: ArticleId, locale: Option<&Locale>| {
            let of = |document: &&&Document| {
                self.articles.get(&document.key) == Some(&article)
                    && locale.is_none_or(|locale| *locale == document.locale)
            };
            documents.iter().find(of).map(|document| document.path.as_str())
        };
        for edition in editions.iter_mut().chain(scheduled.iter_mut().map(|one| &mut one.edition)) {
            let links = std::mem::take(&mut edition.rendering.links);
            let (later, now): (Vec<ArticleId>, Vec<ArticleId>) = links
                .into_iter()
                .partition(|target| !public.contains(target) && path_of(*target, None).is_some());
            edition.rendering.links = now;
            for target in later {
                deferred_links.push((edition.id, target));
                let from = path_of(edition.article, Some(&edition.locale)).unwrap_or_default();
                let to = path_of(target, None).unwrap_or_default();
                let note = format!("{from}: the link to {to} has no address until that is public");
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

fn content_digest(content: &Content) -> Result<Vec<u8>, ImportError> {
    // Without the fields that files do not have.
    let said = Content { hero: None, seo: domain::Seo::default(), ..content.clone() };
    Ok(Sha256::digest(serde_json::to_vec(&said).map_err(internal)?).to_vec())
}

fn internal(error: serde_json::Error) -> ImportError {
    ImportError::Store(store::Error::Internal(Box::new(error)))
}
