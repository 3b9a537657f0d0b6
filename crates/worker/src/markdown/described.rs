//! The files beside the articles that describe authors, tags and series: lists of slug, name, and a text about it.

use std::collections::BTreeMap;

use domain::{Name, Slug, Term, TermId, TermKind};
use serde::Deserialize;
use serde_saphyr::Spanned;
use uuid::Uuid;

use super::document::Named;
use super::fault::Fault;
use super::folder::File;
use super::front::{self, Wrong};

/// What is known of terms, by kind and slug.
pub(crate) type Described = BTreeMap<(TermKind, Slug), Term>;

/// Reads one of these files; others describe nothing.
///
/// # Errors
/// Everything that is wrong with it.
pub(crate) fn described(file: &File) -> Result<Described, Vec<Fault>> {
    let kind = match file.path.as_str() {
        "authors.yaml" => TermKind::Author,
        "tags.yaml" => TermKind::Tag,
        "series.yaml" => TermKind::Series,
        _ => return Ok(Described::new()),
    };
    let fault = |(line, detail)| Fault { path: file.path.clone(), line, detail };
    let written = front::text(&file.bytes).map_err(|wrong| vec![fault(wrong)])?;
    let all: Vec<Spanned<Description>> =
        serde_saphyr::from_str(written).map_err(|error| vec![fault(front::yaml_wrong(&error, 0))])?;
    let (mut terms, mut wrong) = (Described::new(), Vec::new());
    for Spanned { value, referenced, defined: _ } in all {
        let line = usize::try_from(referenced.line()).unwrap_or(1);
        match term(kind, value, line) {
            Ok(term) if terms.contains_key(&(kind, term.slug.clone())) => {
                wrong.push(fault((line, format!("`{}` is described twice", term.slug))));
            }
            Ok(term) => {
                terms.insert((kind, term.slug.clone()), term);
            }
            Err(found) => wrong.push(fault(found)),
        }
    }
    if wrong.is_empty() { Ok(terms) } else { Err(wrong) }
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    slug: String,
    name: Option<String>,
    #[serde(alias = "bio")]
    description: Option<String>,
    url: Option<String>,
}

fn term(kind: TermKind, description: Description, line: usize) -> Result<Term, Wrong> {
    let Description { slug, name, description, url } = description;
    let name = name.unwrap_or_else(|| slug.clone());
    let slug = Slug::try_from(slug).map_err(|invalid| (line, format!("`slug`: {invalid}")))?;
    let name = Name::try_from(name).map_err(|invalid| (line, format!("`name`: {invalid}")))?;
    Ok(Term { description, url, ..bare(kind, &Named { slug, name }) })
}
