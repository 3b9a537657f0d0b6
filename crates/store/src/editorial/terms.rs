//! Sections, tags, authors and series as editors see them.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Name, Slug, Term, TermId, TermKind, Terms};
use serde_json::Value;
use uuid::Uuid;

use crate::schema::editorial::terms;
use crate::{EditorialConn, Error};

/// The terms with these identities; those that do not exist are left out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn load(conn: &mut EditorialConn, ids: &[TermId]) -> Result<Terms, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let query = terms::table.filter(terms::id.eq_any(ids)).select(TermRow::as_select());
    let rows = query.load(conn.inner()).await?;
    rows.into_iter().map(|row| Term::try_from(row).map(|term| (term.id, term))).collect()
}

/// The terms of a kind with these slugs; those that do not exist are left out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn by_slugs(conn: &mut EditorialConn, kind: TermKind, slugs: &[Slug]) -> Result<Vec<Term>, Error> {
    let slugs: Vec<&str> = slugs.iter().map(Slug::as_str).collect();
    let of_kind = terms::table.filter(terms::kind.eq(kind.as_str())).filter(terms::slug.eq_any(slugs));
    let rows = of_kind.select(TermRow::as_select()).load(conn.inner()).await?;
    rows.into_iter().map(Term::try_from).collect()
}

/// Makes terms.
///
/// # Errors
/// [`domain::Refusal::TermExists`] when a slug of a kind is in use; [`Error::Unavailable`].
pub async fn create(conn: &mut EditorialConn, new: &[Term]) -> Result<(), Error> {
    insert(conn.inner(), new).await
}

pub(crate) async fn insert(conn: &mut AsyncPgConnection, new: &[Term]) -> Result<(), Error> {
    let rows = new.iter().map(TermRow::try_from).collect::<Result<Vec<_>, Error>>()?;
    diesel::insert_into(terms::table).values(rows).execute(conn).await?;
    Ok(())
}

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = terms, check_for_backend(Pg))]
struct TermRow {
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
