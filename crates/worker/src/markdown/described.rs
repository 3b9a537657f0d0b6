//! The files beside the articles that describe authors, tags and series: a list of slug, name and a text about it, or all
//! that by slug (`authors.yml` and `tags.yml` of Docusaurus, `_data/authors.yml` of Jekyll).

use std::collections::BTreeMap;

use domain::{Name, Slug, Term, TermId, TermKind, Url};
use serde_json::{Map, Value};
use serde_saphyr::Spanned;
use uuid::Uuid;

use super::document::Named;
use super::fault::Fault;
use super::folder::{self, File};
use super::front::{self, Wrong};

/// What files say of terms.
#[derive(Debug, Default)]
pub(crate) struct Described {
    /// What is known of terms, by kind and slug.
    pub(crate) terms: BTreeMap<(TermKind, Slug), Term>,
    /// What they say besides, for which terms have no place.
    pub(crate) notes: Vec<String>,
}

/// What is said of a term, and at which line.
type Said = (Option<String>, Spanned<Map<String, Value>>);

/// Adds what one of these files says; others describe nothing.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn describe(described: &mut Described, file: &File) -> Result<(), Vec<Fault>> {
    let Some(kind) = folder::described_kind(&file.path) else { return Ok(()) };
    let fault = |(line, detail)| Fault { path: file.path.clone(), line, detail };
    let said = said(&file.bytes).map_err(|wrong| vec![fault(wrong)])?;
    let (mut terms, mut wrong) = (BTreeMap::new(), Vec::new());
    for (key, Spanned { value, referenced, defined: _ }) in said {
        let line = usize::try_from(referenced.line()).unwrap_or(1);
        match term(kind, key, value, line) {
            Ok((term, _)) if terms.contains_key(&(kind, term.slug.clone())) => {
                wrong.push(fault((line, format!("`{}` is described twice", term.slug))));
            }
            Ok((term, rest)) => {
                if !rest.is_empty() {
                    let (path, slug, rest) = (&file.path, &term.slug, rest.join("`, `"));
                    described.notes.push(format!("{path}: `{slug}` has no place for `{rest}`"));
                }
                terms.insert((kind, term.slug.clone()), term);
            }
            Err(found) => wrong.push(fault(found)),
        }
    }
    described.terms.extend(terms);
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

fn said(bytes: &[u8]) -> Result<Vec<Said>, Wrong> {
    let written = front::text(bytes)?;
    let wrong = |error: serde_saphyr::Error| front::yaml_wrong(&error, 0);
    if serde_saphyr::from_str::<Value>(written).map_err(wrong)?.is_object() {
        let all: BTreeMap<String, Spanned<Map<String, Value>>> =
            serde_saphyr::from_str(written).map_err(wrong)?;
        return Ok(all.into_iter().map(|(key, said)| (Some(key), said)).collect());
    }
    let all: Vec<Spanned<Map<String, Value>>> = serde_saphyr::from_str(written).map_err(wrong)?;
    Ok(all.into_iter().map(|said| (None, said)).collect())
}

/// A term of which no more is known than its name.
pub(crate) fn bare(kind: TermKind, named: &Named) -> Term {
    let Named { slug, name } = named.clone();
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
    mut said: Map<String, Value>,
    line: usize,
) -> Result<(Term, Vec<String>), Wrong> {
    let mut take = |names: &[&str]| -> Result<Option<String>, Wrong> {
        let Some(name) = names.iter().find(|name| said.get(**name).is_some_and(|value| !value.is_null()))
        else {
            return Ok(None);
        };
        match said.shift_remove(*name) {
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
    let rest = said.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, _)| name).collect();
    Ok((Term { description, url, ..bare(kind, &Named { slug, name }) }, rest))
}
