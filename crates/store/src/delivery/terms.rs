//! Public sections, tags, authors, series and kickers: those with at least one live article.

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::{Hero, Limit, Locale};
use serde_json::Value;

use crate::page;
use crate::schema::delivery::listed;
use crate::{DeliveryConn, Error};

/// A term or kicker with live articles in a locale.
#[derive(Debug, Clone, PartialEq)]
pub struct ListedTerm {
    pub slug: String,
    pub name: String,
    /// One or two sentences; for an author, the biography.
    pub description: Option<String>,
    /// A web page about it.
    pub url: Option<String>,
    pub picture: Option<Hero>,
    pub article_count: i64,
}

/// A position in a list of terms ordered by slug, for keyset pagination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermPosition {
    pub slug: String,
    /// Whether to read the page before this position instead of the page after it.
    pub before: bool,
}

/// One page of the terms of a kind by slug, and whether there are more in the direction that was read.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut DeliveryConn,
    kind: &str,
    locale: &Locale,
    position: Option<&TermPosition>,
    limit: Limit,
) -> Result<(Vec<ListedTerm>, bool), Error> {
    let of_kind = listed::table.filter(listed::kind.eq(kind)).filter(listed::locale.eq(locale.as_str()));
    let query = of_kind.select(ListedRow::as_select()).limit(limit.get() + 1).into_boxed();
    let query = match position {
        Some(TermPosition { slug, before: true }) => {
            query.filter(listed::slug.lt(slug)).order(listed::slug.desc())
        }
        Some(TermPosition { slug, before: false }) => {
            query.filter(listed::slug.gt(slug)).order(listed::slug.asc())
        }
        None => query.order(listed::slug.asc()),
    };
    let mut rows: Vec<ListedRow> = query.load(conn.inner()).await?;
    let more = page::truncate(&mut rows, limit);
    if position.is_some_and(|position| position.before) {
        rows.reverse();
    }
    Ok((rows.into_iter().map(ListedTerm::try_from).collect::<Result<_, _>>()?, more))
}

/// The number of terms of a kind with live articles in a locale.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn count(conn: &mut DeliveryConn, kind: &str, locale: &Locale) -> Result<i64, Error> {
    let of_kind = listed::table.filter(listed::kind.eq(kind)).filter(listed::locale.eq(locale.as_str()));
    Ok(of_kind.count().get_result(conn.inner()).await?)
}

/// The number of live articles under a term or kicker in a locale.
pub(super) async fn article_count(
    conn: &mut DeliveryConn,
    (kind, slug): (&str, &str),
    locale: &Locale,
) -> Result<i64, Error> {
    let of_kind = listed::table.filter(listed::kind.eq(kind)).filter(listed::locale.eq(locale.as_str()));
    let count = of_kind.filter(listed::slug.eq(slug)).select(listed::article_count);
    // A term without live articles has no row.
    Ok(count.first(conn.inner()).await.optional()?.unwrap_or_default())
}

/// The number of live articles in a locale. Each article is in exactly one section, so the section counts add up.
pub(super) async fn article_count_of_all(conn: &mut DeliveryConn, locale: &Locale) -> Result<i64, Error> {
    let sections =
        listed::table.filter(listed::kind.eq("section")).filter(listed::locale.eq(locale.as_str()));
    let counts: Vec<i64> = sections.select(listed::article_count).load(conn.inner()).await?;
    Ok(counts.into_iter().sum())
}

/// Finds one term of a kind by slug.
///
/// # Errors
/// [`Error::NotFound`] when there is none with anything live; [`Error::Unavailable`].
pub async fn find(
    conn: &mut DeliveryConn,
    kind: &str,
    locale: &Locale,
    slug: &str,
) -> Result<ListedTerm, Error> {
    let of_kind = listed::table.filter(listed::kind.eq(kind)).filter(listed::locale.eq(locale.as_str()));
    let row = of_kind.filter(listed::slug.eq(slug)).select(ListedRow::as_select());
    ListedTerm::try_from(row.first(conn.inner()).await?)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = listed, check_for_backend(Pg))]
struct ListedRow {
    slug: String,
    name: String,
    description: Option<String>,
    url: Option<String>,
    picture: Option<Value>,
    article_count: i64,
}

impl TryFrom<ListedRow> for ListedTerm {
    type Error = Error;

    fn try_from(row: ListedRow) -> Result<Self, Error> {
        let ListedRow { slug, name, description, url, picture, article_count } = row;
        let picture = picture.map(serde_json::from_value).transpose().map_err(Error::internal)?;
        Ok(Self { slug, name, description, url, picture, article_count })
    }
}
