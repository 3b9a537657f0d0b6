//! The spans in which readers see editions, and the addresses they see them at.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Integer, Text, Timestamptz, Uuid as SqlUuid};
use diesel::upsert::excluded;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Edition, Slug, Update};
use uuid::Uuid;

use crate::Error;
use crate::publishing::act::Stamp;
use crate::publishing::done::{Change, Shown};
use crate::publishing::seeing::Sight;
use crate::publishing::{Key, keeping, split};
use crate::schema::delivery::{slugs, spans};

/// An edition that is to be shown, as far as showing needs to know it.
#[derive(Debug, Clone)]
pub(super) struct Showing {
    pub(super) edition: Uuid,
    pub(super) article: Uuid,
    pub(super) locale: String,
    pub(super) slug: String,
    pub(super) revision: i32,
    pub(super) first_published_at: Option<DateTime<Utc>>,
    pub(super) digest: Vec<u8>,
}

impl Showing {
    pub(super) fn of(edition: &Edition) -> Self {
        Self {
            edition: edition.id.0,
            article: edition.article.0,
            locale: edition.locale.to_string(),
            slug: edition.slug.to_string(),
            revision: edition.revision,
            first_published_at: edition.first_published_at,
            digest: keeping::digest(edition),
        }
    }

    pub(super) fn key(&self) -> Key {
        (self.article, self.locale.clone())
    }
}

/// Opens a span for each edition, closes those they replace, and moves the addresses.
pub(super) async fn open(
    conn: &mut AsyncPgConnection,
    stamp: Stamp,
    wanted: &[Showing],
    sight: &Sight,
    update: Update,
) -> Result<Vec<Shown>, Error> {
    let keys: Vec<Key> = wanted.iter().map(Showing::key).collect();
    close(conn, stamp, &keys).await?;
    let numbers = number(conn, wanted).await?;
    let mut shown = Vec::with_capacity(wanted.len());
    let mut rows = Vec::with_capacity(wanted.len());
    for (one, key) in wanted.iter().zip(&keys) {
        let before = sight.get(key);
        let first = one.first_published_at.or(before.map(|seen| seen.first_published_at));
        let first = first.unwrap_or(stamp.at);
        let updated = match (before, update) {
            // The first time, nothing changed yet: both dates are the one shown, also where that lies in the past.
            (None, _) => first,
            (Some(seen), Update::Minor) => seen.updated_at,
            // The same revision again differs in what it copies from others only.
            (Some(seen), _) if seen.is_live && seen.revision == one.revision => seen.updated_at,
            (Some(_), Update::Visible) => stamp.at,
        };
        rows.push((
            spans::edition_id.eq(one.edition),
            spans::article_id.eq(one.article),
            spans::locale.eq(one.locale.clone()),
            spans::first_published_at.eq(first),
            spans::updated_at.eq(updated),
            spans::opened_sequence.eq(stamp.sequence),
            spans::opened_at.eq(stamp.at),
        ));
        let replaces = before.is_some_and(|seen| seen.is_live);
        let change = if replaces { Change::Changed } else { Change::Published };
        let moved_from = before.map(|seen| &seen.slug).filter(|slug| **slug != one.slug);
        let moved_from = moved_from.cloned().map(Slug::try_from).transpose()?;
        let edition_number = numbers.get(&one.edition).copied();
        shown.push(Shown { moved_from, edition_number, ..Shown::of(key, change, &one.slug)? });
    }
    for some in rows.chunks(1_000) {
        diesel::insert_into(spans::table).values(some.to_vec()).execute(conn).await?;
    }
    address(conn, wanted).await?;
    Ok(shown)
}

/// Closes the open spans of these articles.
pub(super) async fn close(conn: &mut AsyncPgConnection, stamp: Stamp, keys: &[Key]) -> Result<(), Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(CLOSE).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    let query = query.bind::<BigInt, _>(stamp.sequence).bind::<Timestamptz, _>(stamp.at);
    query.execute(conn).await?;
    Ok(())
}

/// Gives editions that have none the next number of their article in their locale, and says the numbers of all.
async fn number(conn: &mut AsyncPgConnection, wanted: &[Showing]) -> Result<HashMap<Uuid, i32>, Error> {
    let ids: Vec<Uuid> = wanted.iter().map(|one| one.edition).collect();
    let rows: Vec<NumberRow> = sql_query(NUMBER).bind::<Array<SqlUuid>, _>(ids).load(conn).await?;
    Ok(rows.into_iter().map(|NumberRow { id, number }| (id, number)).collect())
}

async fn address(conn: &mut AsyncPgConnection, wanted: &[Showing]) -> Result<(), Error> {
    let rows = wanted.iter().map(|one| {
        (slugs::locale.eq(&one.locale), slugs::slug.eq(&one.slug), slugs::article_id.eq(one.article))
    });
    for some in rows.collect::<Vec<_>>().chunks(5_000) {
        // Whoever held the slug is not live: that was checked under the lock.
        diesel::insert_into(slugs::table)
            .values(some.to_vec())
            .on_conflict((slugs::locale, slugs::slug))
            .do_update()
            .set(slugs::article_id.eq(excluded(slugs::article_id)))
            .execute(conn)
            .await?;
    }
    Ok(())
}

#[derive(QueryableByName)]
struct NumberRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = Integer)]
    number: i32,
}

const CLOSE: &str = "
UPDATE delivery.spans SET closed_sequence = $3, closed_at = $4
FROM unnest($1, $2) AS key (article_id, locale)
WHERE spans.article_id = key.article_id AND spans.locale = key.locale AND spans.closed_sequence IS NULL";

const NUMBER: &str = "
UPDATE delivery.editions SET number = coalesce(number, 1 + coalesce((
    SELECT max(numbered.number) FROM delivery.editions AS numbered
    WHERE numbered.article_id = editions.article_id AND numbered.locale = editions.locale
), 0))
WHERE editions.id = ANY ($1)
RETURNING id, number";
