//! The spans in which readers see editions, and the addresses they see them at.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Text, Timestamptz, Uuid as SqlUuid};
use diesel::upsert::excluded;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::Edition;
use uuid::Uuid;

use crate::Error;
use crate::publishing::act::{Change, Event, Stamp};
use crate::schema::delivery::{slugs, spans};

/// An edition that is to be shown, as far as showing needs to know it.
#[derive(Debug, Clone)]
pub(super) struct Showing {
    pub(super) edition: Uuid,
    pub(super) article: Uuid,
    pub(super) locale: String,
    pub(super) slug: String,
    pub(super) first_published_at: Option<DateTime<Utc>>,
}

impl Showing {
    pub(super) fn of(edition: &Edition) -> Self {
        Self {
            edition: edition.id.0,
            article: edition.article.0,
            locale: edition.locale.to_string(),
            slug: edition.slug.to_string(),
            first_published_at: edition.first_published_at,
        }
    }
}

/// Opens a span for each edition, closes those they replace, and moves the addresses.
pub(super) async fn open(
    conn: &mut AsyncPgConnection,
    stamp: Stamp,
    wanted: &[Showing],
) -> Result<Vec<Event>, Error> {
    let keys: Vec<(Uuid, String)> = wanted.iter().map(|one| (one.article, one.locale.clone())).collect();
    let before = dates_before(conn, &keys).await?;
    let replaced = close(conn, stamp, &keys).await?;
    number(conn, wanted).await?;
    let mut events = Vec::with_capacity(wanted.len());
    let mut rows = Vec::with_capacity(wanted.len());
    for one in wanted {
        let key = (one.article, one.locale.clone());
        let first = one.first_published_at.or(before.get(&key).copied()).unwrap_or(stamp.at);
        let change = if replaced.contains(&key) { Change::Changed } else { Change::Published };
        // The first time, nothing changed yet: both dates are the one shown, also where that lies in the past.
        let updated = if before.contains_key(&key) { stamp.at } else { first };
        rows.push((
            spans::edition_id.eq(one.edition),
            spans::article_id.eq(one.article),
            spans::locale.eq(one.locale.clone()),
            spans::first_published_at.eq(first),
            spans::updated_at.eq(updated),
            spans::opened_sequence.eq(stamp.sequence),
            spans::opened_at.eq(stamp.at),
        ));
        events.push(Event {
            change,
            article: one.article,
            locale: one.locale.clone(),
            slug: one.slug.clone(),
        });
    }
    for some in rows.chunks(1_000) {
        diesel::insert_into(spans::table).values(some.to_vec()).execute(conn).await?;
    }
    address(conn, wanted).await?;
    Ok(events)
}

/// Closes the open spans of these articles, and says of which there was one.
pub(super) async fn close(
    conn: &mut AsyncPgConnection,
    stamp: Stamp,
    keys: &[(Uuid, String)],
) -> Result<HashSet<(Uuid, String)>, Error> {
    let (articles, locales): (Vec<Uuid>, Vec<&str>) = keys.iter().map(|(a, l)| (*a, l.as_str())).unzip();
    let query = sql_query(CLOSE).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    let query = query.bind::<BigInt, _>(stamp.sequence).bind::<Timestamptz, _>(stamp.at);
    let closed: Vec<KeyRow> = query.load(conn).await?;
    Ok(closed.into_iter().map(|KeyRow { article_id, locale }| (article_id, locale)).collect())
}

async fn dates_before(
    conn: &mut AsyncPgConnection,
    keys: &[(Uuid, String)],
) -> Result<HashMap<(Uuid, String), DateTime<Utc>>, Error> {
    let ids: Vec<Uuid> = keys.iter().map(|(article, _)| *article).collect();
    let mine = spans::table.filter(spans::article_id.eq_any(ids)).order(spans::opened_sequence);
    let rows: Vec<(Uuid, String, DateTime<Utc>)> =
        mine.select((spans::article_id, spans::locale, spans::first_published_at)).load(conn).await?;
    // The newest comes last, and so is the one that stays.
    Ok(rows.into_iter().map(|(article, locale, first)| ((article, locale), first)).collect())
}

async fn number(conn: &mut AsyncPgConnection, wanted: &[Showing]) -> Result<(), Error> {
    let ids: Vec<Uuid> = wanted.iter().map(|one| one.edition).collect();
    sql_query(NUMBER).bind::<Array<SqlUuid>, _>(ids).execute(conn).await?;
    Ok(())
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
struct KeyRow {
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
}

const CLOSE: &str = "
UPDATE delivery.spans SET closed_sequence = $3, closed_at = $4
FROM unnest($1, $2) AS key (article_id, locale)
WHERE spans.article_id = key.article_id AND spans.locale = key.locale AND spans.closed_sequence IS NULL
RETURNING spans.article_id, spans.locale";

const NUMBER: &str = "
UPDATE delivery.editions SET number = 1 + coalesce((
    SELECT max(numbered.number) FROM delivery.editions AS numbered
    WHERE numbered.article_id = editions.article_id AND numbered.locale = editions.locale
), 0)
WHERE editions.id = ANY ($1)";
