//! The files beside the articles that describe authors, tags and series: a list of slug, name and a text about it, or all
//! that by slug (`authors.yml` and `tags.yml` of Docusaurus, `_data/authors.yml` of Jekyll).

use std::collections::BTreeMap;

use domain::{Name, Slug, Term, TermId, TermKind, Url};
use serde_json::{Map, Value};
use serde_saphyr::Spanned;
use uuid::Uuid;

use super::diagnostic::Diagnostic;
use super::document::TermName;
use super::folder::{self, File};
use super::front_matter::{self, LineError};

/// What files say of terms.
#[derive(Debug, Default)]
pub(crate) struct TermDescriptions {
    /// What is known of terms, by kind and slug.
    pub(crate) terms: BTreeMap<(TermKind, Slug), Term>,
    /// What they say besides, for which terms have no place.
    pub(crate) notes: Vec<String>,
}

/// What is said of a term, and at which line.
type Description = (Option<String>, Spanned<Map<String, Value>>);

/// Adds what one of these files says; others describe nothing.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn add_file(descriptions: &mut TermDescriptions, file: &File) -> Result<(), Vec<Diagnostic>> {
    let Some(kind) = folder::described_term_kind(&file.path) else { return Ok(()) };
    let diagnostic = |(line, detail)| Diagnostic { path: file.path.clone(), line, detail };
    let description = description(&file.bytes).map_err(|errors| vec![diagnostic(errors)])?;
    let (mut terms, mut errors) = (BTreeMap::new(), Vec::new());
    for (key, Spanned { value, referenced, defined: _ }) in description {
        let line = usize::try_from(referenced.line()).unwrap_or(1);
        match term(kind, key, value, line) {
            Ok((term, _)) if terms.contains_key(&(kind, term.slug.clone())) => {
                errors.push(diagnostic((line, format!("`{}` is described twice", term.slug))));
            }
            Ok((term, rest)) => {
                if !rest.is_empty() {
                    let (path, slug, rest) = (&file.path, &term.slug, rest.join("`, `"));
                    descriptions.notes.push(format!("{path}: `{slug}` has no place for `{rest}`"));
                }
                terms.insert((kind, term.slug.clone()), term);
            }
            Err(found) => errors.push(diagnostic(found)),
        }
    }
    descriptions.terms.extend(terms);
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn description(bytes: &[u8]) -> Result<Vec<Description>, LineError> {
    let written = front_matter::text(bytes)?;
    let errors = |error: serde_saphyr::Error| front_matter::yaml_error(&error, 0);
    if serde_saphyr::from_str::<Value>(written).map_err(errors)?.is_object() {
        let all: BTreeMap<String, Spanned<Map<String, Value>>> =
            serde_saphyr::from_str(written).map_err(errors)?;
        return Ok(all.into_iter().map(|(key, description)| (Some(key), description)).collect());
    }
    let all: Vec<Spanned<Map<String, Value>>> = serde_saphyr::from_str(written).map_err(errors)?;
    Ok(all.into_iter().map(|description| (None, description)).collect())
}

/// A term of which no more is known than its name.
pub(crate) fn new_term(kind: TermKind, named: &TermName) -> Term {
    let TermName { slug, name } = named.clone();
    Term {
        id: TermId(Uuid::now_v7()),
        kind,
        slug,
        name,
        description: None,
        url: None,
        picture: None,
        version: 1,
    }
}

/// A term, and what was said of it for which it has no place.
fn term(
    kind: TermKind,
    key: Option<String>,
    mut fields: Map<String, Value>,
    line: usize,
) -> Result<(Term, Vec<String>), LineError> {
    let mut take = |names: &[&str]| -> Result<Option<String>, LineError> {
        let Some(name) = names.iter().find(|name| fields.get(**name).is_some_and(|value| !value.is_null()))
        else {
            return Ok(None);
        };
        match fields.shift_remove(*name) {
            Some(Value::String(text)) => Ok(Some(text)),
            other => Err((line, format!("`{name}` is a text, not {}", other.unwrap_or_default()))),
        }
    };
    // What front matter calls somebody becomes a slug in the same way.
    let slug = match key {
        Some(key) => Slug::derived_from(&key)
            .ok_or_else(|| (line, format!("`{key}` has no letter or digit to make a name in URLs of")))?,
        None => {
            let slug = take(&["slug"])?.ok_or_else(|| (line, "there is no `slug`".to_owned()))?;
            Slug::try_from(slug).map_err(|invalid| (line, format!("`slug`: {invalid}")))?
        }
    };
    let name = take(&["name", "label"])?.unwrap_or_else(|| slug.to_string());
    let name = Name::try_from(name).map_err(|invalid| (line, format!("`name`: {invalid}")))?;
    let description = take(&["bio", "description", "title"])?;
    let url = take(&["url"])?;
    if let Some(Err(invalid)) = url.as_deref().map(Url::contact) {
        return Err((line, format!("`url`: {invalid}")));
    }
    let rest = fields.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, _)| name).collect();
    Ok((Term { description, url, ..new_term(kind, &TermName { slug, name }) }, rest))
}
