//! The sitemap: all live addresses, ordered by article id and split into parts. A part is named by its first article.
//! Ids grow with time, so a newly published article falls into the last part and the other parts do not change.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::Locale;
use serde::Deserialize;
use uuid::Uuid;

use crate::moments::StoredMoment;
use crate::statement_cache::{prepared, typed};
use crate::{DeliveryConn, Error};

/// The address of an article in one locale.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct SitemapEntry {
    #[diesel(sql_type = SqlUuid)]
    pub article_id: Uuid,
    #[diesel(sql_type = Text)]
    pub locale: String,
    /// The slug of the section.
    #[diesel(sql_type = Text)]
    pub section: String,
    #[diesel(sql_type = Text)]
    pub slug: String,
    /// The last change that was shown to readers.
    #[diesel(sql_type = Timestamptz, deserialize_as = StoredMoment)]
    pub updated_at: DateTime<Utc>,
    /// The article JSON, loaded only when it may contain `noindex`.
    #[diesel(sql_type = Nullable<Text>)]
    tail: Option<String>,
}

/// The first article of each part, for parts of about `size` addresses in these locales.
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

/// The addresses of one part in these locales, grouped by article. Articles marked `noindex` are left out.
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

/// The first article after skipping `entries` addresses, counted from an article.
async fn first_after(
    conn: &mut DeliveryConn,
    locales: &[Locale],
    from: Uuid,
    entries: i64,
) -> Result<Option<Uuid>, Error> {
    let query = sql_query(FIRST_AFTER).bind::<SqlUuid, _>(from).bind::<BigInt, _>(entries);
    let query = query.bind::<Array<Text>, _>(tags_of(locales));
    let first: Option<Uuid> =
        prepared(typed::<SqlUuid, _>(query)).get_result(conn.inner()).await.optional()?;
    // All locales of an article are in the same part. When a part would end in the middle of an article, that article
    // starts the next part.
    Ok(first.filter(|next| entries == 0 || *next != from))
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

/// The skipped rows are skipped in an index-only scan.
const FIRST_AFTER: &str = "
SELECT article_id FROM live WHERE article_id >= $1 AND locale = ANY ($3)
ORDER BY article_id, locale OFFSET $2 LIMIT 1";

/// Only articles whose JSON contains `"noindex":true` return it, because most do not.
const ENTRIES: &str = "
SELECT article_id, locale, section, slug, updated_at, CASE WHEN tail LIKE '%\"noindex\":true%' THEN tail END AS tail
FROM live
WHERE article_id >= $1 AND article_id < $2 AND locale = ANY ($3)
ORDER BY article_id, locale";
