//! The current state of the terms that content names. Content is immutable and names terms by id; their names,
//! and whether they were merged or deleted, are looked up whenever it is read.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Content, Finding, Name, SeriesPart, Severity, Slug, TermId, TermKind, Violation};

/// The current state of a term that content refers to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NamedTerm {
    /// The ID in the content.
    pub id: TermId,
    /// The kind of term.
    pub kind: TermKind,
    /// Its current slug; for a merged term, the slug of the term it was merged into.
    pub slug: Slug,
    /// Its current name; for a merged term, the name of the term it was merged into.
    pub name: Name,
    /// The term that it was merged into.
    #[schema(example = json!(null))]
    pub merged_into: Option<TermId>,
    /// When it was merged or deleted. A term that has ended without `merged_into` was deleted.
    #[schema(example = json!(null))]
    pub ended_at: Option<DateTime<Utc>>,
}

impl NamedTerm {
    /// The id of the current term: its own, or that of the term it was merged into. `None` when it was
    /// deleted.
    #[must_use]
    pub fn current(&self) -> Option<TermId> {
        self.merged_into.or_else(|| self.ended_at.is_none().then_some(self.id))
    }

    fn deleted_message(&self) -> String {
        format!("The {} “{}” was deleted.", self.kind.as_str(), self.name)
    }
}

impl Content {
    /// The content with merged terms replaced by the terms they were merged into, and without deleted terms. `named`
    /// are the terms of the content; terms that are not in it are kept.
    #[must_use]
    pub fn with_current_terms(&self, named: &[NamedTerm]) -> Self {
        self.map_terms(|id| named.iter().find(|term| term.id == id).map_or(Some(id), NamedTerm::current))
    }

    /// The content with merged terms replaced by the terms they were merged into. Deleted terms are kept.
    #[must_use]
    pub fn with_merged_terms(&self, named: &[NamedTerm]) -> Self {
        let merged = |id| named.iter().find(|term| term.id == id).and_then(|term| term.merged_into);
        self.map_terms(|id| Some(merged(id).unwrap_or(id)))
    }

    /// The content with each term replaced by the result of `map`. Terms mapped to `None` are removed, and
    /// duplicates are kept once.
    #[must_use]
    pub fn map_terms(&self, map: impl Fn(TermId) -> Option<TermId>) -> Self {
        let each_once = |ids: &[TermId]| {
            let mut known = BTreeSet::new();
            ids.iter().filter_map(|id| map(*id)).filter(|id| known.insert(*id)).collect()
        };
        let series = self
            .series
            .and_then(|SeriesPart { series, part }| Some(SeriesPart { series: map(series)?, part }));
        Self {
            section: self.section.and_then(&map),
            byline: each_once(&self.byline),
            tags: each_once(&self.tags),
            series,
            ..self.clone()
        }
    }

    /// The terms that the content names and that were deleted, each with a JSON pointer to where it is named.
    pub(crate) fn deleted_terms(&self, named: &[NamedTerm]) -> Vec<Violation> {
        let deleted = |(pointer, id): (String, TermId)| {
            let term = named.iter().find(|term| term.id == id && term.current().is_none())?;
            Some(Violation { pointer, rule: "ended_term", detail: term.deleted_message() })
        };
        self.term_pointers().into_iter().filter_map(deleted).collect()
    }

    /// Findings about the terms that a restored revision loses, because they were deleted.
    #[must_use]
    pub fn deleted_term_findings(&self, named: &[NamedTerm]) -> Vec<Finding> {
        let finding = |violation: Violation| Finding {
            severity: Severity::Warning,
            pointer: violation.pointer,
            rule: violation.rule.to_owned(),
            detail: format!("{} It is left out.", violation.detail),
        };
        self.deleted_terms(named).into_iter().map(finding).collect()
    }

    /// Every term that the content names, with a JSON pointer to where it is named.
    fn term_pointers(&self) -> Vec<(String, TermId)> {
        let numbered = |name: &'static str, ids: &[TermId]| {
            let one = |(at, id): (usize, &TermId)| (format!("/{name}/{at}"), *id);
            ids.iter().enumerate().map(one).collect::<Vec<_>>()
        };
        let section = self.section.map(|id| ("/section".to_owned(), id)).into_iter();
        let series = self.series.map(|at| ("/series/series".to_owned(), at.series));
        section
            .chain(numbered("byline", &self.byline))
            .chain(numbered("tags", &self.tags))
            .chain(series)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const fn id(number: u128) -> TermId {
        TermId(Uuid::from_u128(number))
    }

    fn named_term(number: u128, kind: TermKind, merged_into: Option<TermId>, has_ended: bool) -> NamedTerm {
        let slug = Slug::try_from(format!("term-{number}")).unwrap();
        let name = Name::try_from(format!("Term {number}")).unwrap();
        NamedTerm {
            id: id(number),
            kind,
            slug,
            name,
            merged_into,
            ended_at: has_ended.then_some(DateTime::UNIX_EPOCH),
        }
    }

    #[test]
    fn merged_terms_are_replaced_and_deleted_ones_removed_or_reported() {
        let content = Content {
            section: Some(id(1)),
            byline: vec![id(2)],
            tags: vec![id(3), id(4), id(5), id(9)],
            series: Some(SeriesPart { series: id(6), part: 2 }),
            ..Content::default()
        };
        let named = [
            named_term(1, TermKind::Section, None, true),
            named_term(2, TermKind::Author, Some(id(7)), true),
            named_term(3, TermKind::Tag, Some(id(4)), true),
            named_term(4, TermKind::Tag, None, false),
            named_term(5, TermKind::Tag, None, true),
            named_term(6, TermKind::Series, None, false),
        ];
        let current = content.with_current_terms(&named);
        assert_eq!((current.section, current.byline, current.tags), (None, vec![id(7)], vec![id(4), id(9)]));
        assert_eq!(current.series, content.series);
        let followed = content.with_merged_terms(&named);
        assert_eq!((followed.section, followed.tags), (Some(id(1)), vec![id(4), id(5), id(9)]));
        let told: Vec<(String, String)> =
            content.deleted_term_findings(&named).into_iter().map(|one| (one.pointer, one.detail)).collect();
        let expected = [
            ("/section", "The section “Term 1” was deleted. It is left out."),
            ("/tags/2", "The tag “Term 5” was deleted. It is left out."),
        ];
        assert_eq!(told, expected.map(|(pointer, detail)| (pointer.to_owned(), detail.to_owned())));
    }
}
