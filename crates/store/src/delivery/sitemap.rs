//! Everything that is live, for those who look at all of it: in the order of identities, in parts. A part is named by the
//! article that it begins with; what is published later is in the last part, so the others stay as they are.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::Locale;
use serde::Deserialize;
use uuid::Uuid;

use crate::moments::StoredMoment;
use crate::statement_cache::prepared;
use crate::{DeliveryConn, Error};

/// Where an article is found in a locale.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct SitemapEntry {
    /// The article.
    #[diesel(sql_type = SqlUuid)]
    pub article_id: Uuid,
    /// The locale.
    #[diesel(sql_type = Text)]
    pub locale: String,
    /// The section's name in URLs.
    #[diesel(sql_type = Text)]
    pub section: String,
    /// The name in URLs.
    #[diesel(sql_type = Text)]
    pub slug: String,
    /// When readers last saw it change.
    #[diesel(sql_type = Timestamptz, deserialize_as = StoredMoment)]
    pub updated_at: DateTime<Utc>,
    /// What pages tell search engines, where that may be to leave.
    #[diesel(sql_type = Nullable<Text>)]
    tail: Option<String>,
}

/// The articles that the parts begin with, each part of about `size` places in these locales.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn parts(conn: &mut DeliveryConn, locales: &[Locale], size: i64) -> Result<Vec<Uuid>, Error> {
    let mut parts = Vec::new();
    let mut next = first_after(conn, locales, Uuid::nil(), 0).await?;
    while let Some(first) = next {
        parts.push(first);
        next = first_after(conn, locales, first, size).await?;
    }
    Ok(parts)
}

/// The places of a part in these locales, those of an article one after the other. Left out is what search engines are asked to leave.
///
/// # Errors
/// [`Error::NotFound`] when nothing is live from this article on; [`Error::Unavailable`].
pub async fn part(
    conn: &mut DeliveryConn,
    locales: &[Locale],
    first: Uuid,
    size: i64,
) -> Result<Vec<SitemapEntry>, Error> {
    let end = first_after(conn, locales, first, size).await?.unwrap_or(Uuid::max());
    let entries = sql_query(ENTRIES).bind::<SqlUuid, _>(first).bind::<SqlUuid, _>(end);
    let entries = entries.bind::<Array<Text>, _>(tags_of(locales));
    let entries: Vec<SitemapEntry> = prepared(entries).load(conn.inner()).await?;
    if entries.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(entries.into_iter().filter(|entry| !entry.is_noindex()).collect())
}

/// The first article behind so many places, counted from an article.
async fn first_after(
    conn: &mut DeliveryConn,
    locales: &[Locale],
    from: Uuid,
    entries: i64,
) -> Result<Option<Uuid>, Error> {
    let query = sql_query(FIRST_AFTER).bind::<SqlUuid, _>(from).bind::<BigInt, _>(entries);
    let query = query.bind::<Array<Text>, _>(tags_of(locales));
    let row: Option<FirstRow> = prepared(query).get_result(conn.inner()).await.optional()?;
    // An article is in one part with all of its locales: where the part would end inside of it, it begins the next one.
    Ok(row.map(|FirstRow { article_id }| article_id).filter(|next| entries == 0 || *next != from))
}

fn tags_of(locales: &[Locale]) -> Vec<&str> {
    locales.iter().map(Locale::as_str).collect()
}

impl SitemapEntry {
    fn is_noindex(&self) -> bool {
        let Some(tail) = &self.tail else { return false };
        let told: Option<Tail> = serde_json::from_str(&format!("{{{tail}}}")).ok();
        told.is_some_and(|Tail { seo: Seo { noindex } }| noindex)
    }
}

#[derive(Deserialize)]
struct Tail {
    seo: Seo,
}

#[derive(Deserialize)]
struct Seo {
    noindex: bool,
}

#[derive(QueryableByName)]
struct FirstRow {
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
}

/// What is passed over is passed over in an index: nothing of it is read.
const FIRST_AFTER: &str = "
SELECT article_id FROM delivery.live WHERE article_id >= $1 AND locale = ANY ($3)
ORDER BY article_id, locale OFFSET $2 LIMIT 1";

/// Most articles say nothing of the kind: what they say is not looked at then.
const ENTRIES: &str = "
SELECT article_id, locale, section, slug, updated_at, CASE WHEN tail LIKE '%\"noindex\":true%' THEN tail END AS tail
FROM delivery.live
WHERE article_id >= $1 AND article_id < $2 AND locale = ANY ($3)
ORDER BY article_id, locale";
