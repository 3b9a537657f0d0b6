//! The pure middle of publishing: from what was saved to what is shown.

use domain::{Content, Edition, Origin, Refusal, Standfirst, Terms};

use crate::{render, standfirst_from};

/// Makes the edition of a revision. To be done before any lock is taken.
///
/// # Errors
/// [`Refusal::Incomplete`] with everything that is missing; [`Refusal::SourceSuperseded`] when a term is not in `terms`.
pub fn prepare(origin: Origin, content: &Content, terms: &Terms) -> Result<Edition, Refusal> {
    let body = content.body.as_str();
    let derived = || standfirst_from(body).and_then(|text| Standfirst::try_from(text).ok());
    let derived = if content.standfirst.is_none() { derived() } else { None };
    Edition::of(origin, content, terms, render(body), derived)
}
