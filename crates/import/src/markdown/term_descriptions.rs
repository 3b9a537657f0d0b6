//! Files that describe authors, tags and series: a list of objects with slug, name and description, or a map of such objects
//! by slug (`authors.yml` and `tags.yml` of Docusaurus, `_data/authors.yml` of Jekyll).

use std::collections::BTreeMap;

use domain::{Name, PublicUrl, Slug, Term, TermKind};
use serde_json::{Map, Value};
use serde_saphyr::Spanned;

use super::folder::{self, File};
use super::front_matter::{self, LineError};
use crate::Diagnostic;
use crate::article::{TermName, TermsBySlug};

/// The terms that such files describe.
#[derive(Debug, Default)]
pub(crate) struct TermDescriptions {
    pub(crate) terms: TermsBySlug,
    /// Notes about properties that terms do not have.
    pub(crate) notes: Vec<String>,
}

/// The properties of a term with their line, and its key if they are in a map.
type Description = (Option<String>, Spanned<Map<String, Value>>);

/// Adds the terms of a file. Files with other names are ignored.
///
/// # Errors
/// Every error in the file.
pub(crate) fn add_file(descriptions: &mut TermDescriptions, file: &File) -> Result<(), Vec<Diagnostic>> {
    let Some(kind) = folder::described_term_kind(&file.path) else { return Ok(()) };
    let diagnostic = |(line, detail)| Diagnostic { path: Some(file.path.clone()), line, detail };
    let parsed = parse_descriptions(&file.bytes).map_err(|error| vec![diagnostic(error)])?;
    let (mut terms, mut errors) = (BTreeMap::new(), Vec::new());
    for (key, Spanned { value, referenced, defined: _ }) in parsed {
        let line = usize::try_from(referenced.line()).unwrap_or(1);
        match term(kind, key, value, line) {
            Ok((term, _)) if terms.contains_key(&(kind, term.slug.clone())) => {
                errors.push(diagnostic((line, format!("`{}` is described twice", term.slug))));
            }
            Ok((term, rest)) => {
                if !rest.is_empty() {
                    let (path, slug, rest) = (&file.path, &term.slug, rest.join("`, `"));
                    descriptions.notes.push(format!("{path}: `{slug}`: ignored `{rest}`"));
                }
                terms.insert((kind, term.slug.clone()), term);
            }
            Err(found) => errors.push(diagnostic(found)),
        }
    }
    descriptions.terms.extend(terms);
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn parse_descriptions(bytes: &[u8]) -> Result<Vec<Description>, LineError> {
    let written = front_matter::text(bytes)?;
    let yaml_error = |error: serde_saphyr::Error| front_matter::yaml_error(&error, 0);
    if serde_saphyr::from_str::<Value>(written).map_err(yaml_error)?.is_object() {
        let all: BTreeMap<String, Spanned<Map<String, Value>>> =
            serde_saphyr::from_str(written).map_err(yaml_error)?;
        return Ok(all.into_iter().map(|(key, description)| (Some(key), description)).collect());
    }
    let all: Vec<Spanned<Map<String, Value>>> = serde_saphyr::from_str(written).map_err(yaml_error)?;
    Ok(all.into_iter().map(|description| (None, description)).collect())
}

/// Builds a term. Also returns the names of the properties that terms do not have.
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
            other => Err((line, format!("`{name}` must be a string, not {}", other.unwrap_or_default()))),
        }
    };
    // The same derivation as for names in front matter, so that both lead to the same term.
    let slug = match key {
        Some(key) => Slug::from_text(&key)
            .ok_or_else(|| (line, format!("`{key}` needs a letter or digit for the slug")))?,
        None => {
            let slug = take(&["slug"])?.ok_or_else(|| (line, "`slug` is missing".to_owned()))?;
            Slug::try_from(slug).map_err(|invalid| (line, format!("`slug`: {invalid}")))?
        }
    };
    let name = take(&["name", "label"])?.unwrap_or_else(|| slug.to_string());
    let name = Name::try_from(name).map_err(|invalid| (line, format!("`name`: {invalid}")))?;
    let description = take(&["bio", "description", "title"])?;
    let url = take(&["url"])?;
    if let Some(Err(invalid)) = url.as_deref().map(PublicUrl::parse_contact) {
        return Err((line, format!("`url`: {invalid}")));
    }
    let rest = fields.into_iter().filter(|(_, value)| !value.is_null()).map(|(name, _)| name).collect();
    Ok((Term { description, url, ..TermName { slug, name }.new_term(kind) }, rest))
}
