//! Renders editions from content, for publishing and for previews. Pure: no database access.

use domain::{
    Content, DraftId, Edition, EditionIdentity, Headline, Name, Refusal, Rendering, Slug, Standfirst, Term,
    TermId, TermKind, Terms, Violation,
};
use uuid::Uuid;

use crate::{derive_standfirst, render};

/// Renders the edition of a revision. Rendering is slow: call it before taking any lock.
///
/// # Errors
/// [`Refusal::Incomplete`] with everything that is missing, and with the reason when the body is over budget;
/// [`Refusal::SourceSuperseded`] when a term is not in `terms`.
pub fn render_edition(origin: EditionIdentity, content: &Content, terms: &Terms) -> Result<Edition, Refusal> {
    build_edition(origin, content, terms, render(content.body.as_str()))
}

/// Like [`render_edition`], with an existing rendering of the body.
///
/// # Errors
/// As [`render_edition`].
pub fn build_edition(
    origin: EditionIdentity,
    content: &Content,
    terms: &Terms,
    rendering: Rendering,
) -> Result<Edition, Refusal> {
    if let Some(reason) = &rendering.too_complex {
        let too_complex =
            Violation { pointer: "/body".to_owned(), rule: TOO_COMPLEX, detail: reason.clone() };
        return Err(Refusal::Incomplete([content.missing(), vec![too_complex]].concat()));
    }
    let derived = derived_standfirst(content);
    Edition::new(origin, content, terms, rendering, derived)
}

/// The rule that a body over budget breaks.
pub(crate) const TOO_COMPLEX: &str = "too_complex";

/// The standfirst derived from the body, if the content has none.
fn derived_standfirst(content: &Content) -> Option<Standfirst> {
    if content.standfirst.is_some() {
        return None;
    }
    Standfirst::try_from(derive_standfirst(content.body.as_str())?).ok()
}

/// Renders the edition that a preview shows, for a draft in any state. What publishing requires and the draft lacks gets
/// a placeholder: the slug, the headline, the section, and an explanation for a body that is over budget. Terms that do
/// not exist any more are left out.
///
/// # Errors
/// [`Refusal::Incomplete`] only if a placeholder broke the rules of the domain.
pub fn preview_edition(
    origin: EditionIdentity,
    draft: DraftId,
    content: Content,
    terms: &Terms,
) -> Result<Edition, Refusal> {
    let mut terms = terms.clone();
    let is = |id: &TermId, kind| terms.get(id).is_some_and(|term| term.kind == kind);
    let content = Content {
        slug: content.slug.or_else(|| preview_slug(draft)),
        headline: content.headline.or_else(|| Headline::try_from("Untitled".to_owned()).ok()),
        section: content.section.filter(|id| is(id, TermKind::Section)).or(Some(NO_SECTION)),
        byline: content.byline.into_iter().filter(|id| is(id, TermKind::Author)).collect(),
        tags: content.tags.into_iter().filter(|id| is(id, TermKind::Tag)).collect(),
        series: content.series.filter(|at| is(&at.series, TermKind::Series)),
        ..content
    };
    terms.extend(no_section().map(|section| (NO_SECTION, section)));
    let (rendering, derived) = (render(content.body.as_str()), derived_standfirst(&content));
    let mut edition = Edition::new(origin, &content, &terms, rendering, derived)?;
    edition.placements.retain(|placement| placement.term != NO_SECTION);
    Ok(edition)
}

/// The slug that a preview uses for a draft without one, or if another article holds the draft's slug.
#[must_use]
pub fn preview_slug(draft: DraftId) -> Option<Slug> {
    Slug::from_text(&format!("draft {}", draft.0))
}

/// The placeholder for a missing section. It is in no list of sections.
const NO_SECTION: TermId = TermId(Uuid::nil());

fn no_section() -> Option<Term> {
    Some(Term {
        id: NO_SECTION,
        kind: TermKind::Section,
        slug: Slug::try_from("no-section".to_owned()).ok()?,
        name: Name::try_from("No section".to_owned()).ok()?,
        description: None,
        url: None,
        picture: None,
        version: 0,
    })
}
