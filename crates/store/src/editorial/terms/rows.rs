//! Rows of the terms table.

use diesel::pg::Pg;
use diesel::prelude::*;
use domain::{Name, Slug, Term, TermId, TermKind};
use serde_json::Value;
use uuid::Uuid;

use crate::Error;
use crate::schema::editorial::terms;

#[derive(Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = terms, check_for_backend(Pg), treat_none_as_null = true)]
pub(super) struct TermRow {
    id: Uuid,
    kind: String,
    slug: String,
    name: String,
    description: Option<String>,
    url: Option<String>,
    picture: Option<Value>,
    version: i64,
}

impl TryFrom<TermRow> for Term {
    type Error = Error;

    fn try_from(row: TermRow) -> Result<Self, Error> {
        let TermRow { id, kind, slug, name, description, url, picture, version } = row;
        let picture = picture.map(serde_json::from_value).transpose().map_err(Error::internal)?;
        let (kind, slug, name) = (TermKind::try_from(kind)?, Slug::try_from(slug)?, Name::try_from(name)?);
        Ok(Self { id: TermId(id), kind, slug, name, description, url, picture, version })
    }
}

impl TryFrom<&Term> for TermRow {
    type Error = Error;

    fn try_from(term: &Term) -> Result<Self, Error> {
        let Term { id, kind, slug, name, description, url, picture, version } = term;
        let picture = picture.as_ref().map(serde_json::to_value).transpose().map_err(Error::internal)?;
        Ok(Self {
            id: id.0,
            kind: kind.as_str().to_owned(),
            slug: slug.to_string(),
            name: name.to_string(),
            description: description.clone(),
            url: url.clone(),
            picture,
            version: *version,
        })
    }
}
