//! Live spans: the periods in which editions are public. Also assigns edition numbers and slugs.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Integer, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Slug, Update};
use uuid::Uuid;

use crate::Error;
use crate::publishing::current_state::{CurrentState, LatestEdition};
use crate::publishing::outcome::{ArticleOutcome, ChangeKind};
use crate::publishing::pending_edition::PendingEdition;
use crate::publishing::sequence::SequenceStamp;
use crate::publishing::{ArticleKey, split};
use crate::statement_cache::prepared;

/// Opens a span for each edition, closes the spans they replace, and moves the slugs.
pub(super) async fn open(
    conn: &AsyncPgConnection,
    stamp: SequenceStamp,
    wanted: &[PendingEdition],
    current: &CurrentState,
    update: Update,
) -> Result<Vec<ArticleOutcome>, Error> {
    let keys: Vec<ArticleKey> = wanted.iter().map(PendingEdition::key).collect();
    let dates: Vec<Dates> =
        wanted.iter().zip(&keys).map(|(one, key)| dates(one, current.get(key), stamp, update)).collect();
    let (_closed, numbers, _opened, _moved) = tokio::try_join!(
        biased;
        close(conn, stamp, &keys),
        assign_numbers(conn, wanted),
        insert_spans(conn, stamp, wanted, &dates),
        move_slugs(conn, wanted, current)
    )?;
    let shown = wanted.iter().zip(&keys).map(|(one, key)| {
        let before = current.get(key);
        let replaces = before.is_some_and(|latest| latest.is_live);
        let change = if replaces { ChangeKind::Changed } else { ChangeKind::Published };
        let moved_from = before.map(|latest| &latest.slug).filter(|slug| **slug != one.slug);
        let moved_from = moved_from.cloned().map(Slug::try_from).transpose()?;
        let edition_number = numbers.get(&one.edition).copied();
        Ok(ArticleOutcome { moved_from, edition_number, ..ArticleOutcome::new(key, change, &one.slug)? })
    });
    shown.collect()
}

/// The dates that readers are shown.
struct Dates {
    first_published_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

fn dates(
    one: &PendingEdition,
    before: Option<&LatestEdition>,
    stamp: SequenceStamp,
    update: Update,
) -> Dates {
    let first = one.first_published_at.or(before.map(|latest| latest.first_published_at));
    let first_published_at = first.unwrap_or(stamp.at);
    let updated_at = match (before, update) {
        // First publication: nothing was updated yet, so both dates are the publication date, even if it is in the
        // past.
        (None, _) => first_published_at,
        (Some(latest), Update::Minor) => latest.updated_at,
        // The same revision again: only data copied from terms differs, which is not an update.
        (Some(latest), _) if latest.is_live && latest.revision == one.revision => latest.updated_at,
        (Some(_), Update::Visible) => stamp.at,
    };
    Dates { first_published_at, updated_at }
}

/// Closes the open spans of these articles.
pub(super) async fn close(
    mut conn: &AsyncPgConnection,
    stamp: SequenceStamp,
    keys: &[ArticleKey],
) -> Result<(), Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(CLOSE).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    let query = query.bind::<BigInt, _>(stamp.sequence).bind::<Timestamptz, _>(stamp.at);
    prepared(query).execute(&mut conn).await?;
    Ok(())
}

/// Assigns the next number of their article and locale to editions without one, and returns the numbers of all.
async fn assign_numbers(
    mut conn: &AsyncPgConnection,
    wanted: &[PendingEdition],
) -> Result<HashMap<Uuid, i32>, Error> {
    let ids: Vec<Uuid> = wanted.iter().map(|one| one.edition).collect();
    let query = prepared(sql_query(ASSIGN_NUMBERS).bind::<Array<SqlUuid>, _>(ids));
    let rows: Vec<NumberRow> = query.load(&mut conn).await?;
    Ok(rows.into_iter().map(|NumberRow { id, number }| (id, number)).collect())
}

async fn insert_spans(
    mut conn: &AsyncPgConnection,
    stamp: SequenceStamp,
    wanted: &[PendingEdition],
    dates: &[Dates],
) -> Result<(), Error> {
    let query = sql_query(OPEN)
        .bind::<Array<SqlUuid>, _>(wanted.iter().map(|one| one.edition).collect::<Vec<_>>())
        .bind::<Array<SqlUuid>, _>(wanted.iter().map(|one| one.article).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(wanted.iter().map(|one| one.locale.as_str()).collect::<Vec<_>>())
        .bind::<Array<Timestamptz>, _>(dates.iter().map(|dates| dates.first_published_at).collect::<Vec<_>>())
        .bind::<Array<Timestamptz>, _>(dates.iter().map(|dates| dates.updated_at).collect::<Vec<_>>())
        .bind::<BigInt, _>(stamp.sequence)
        .bind::<Timestamptz, _>(stamp.at);
    prepared(query).execute(&mut conn).await?;
    Ok(())
}

/// Assigns the slugs at which the articles are not live yet.
async fn move_slugs(
    mut conn: &AsyncPgConnection,
    wanted: &[PendingEdition],
    current: &CurrentState,
) -> Result<(), Error> {
    let lives = |one: &PendingEdition| {
        current.get(&one.key()).is_some_and(|latest| latest.is_live && latest.slug == one.slug)
    };
    let wanted: Vec<&PendingEdition> = wanted.iter().filter(|one| !lives(one)).collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let query = sql_query(MOVE_SLUGS)
        .bind::<Array<Text>, _>(wanted.iter().map(|one| one.locale.as_str()).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(wanted.iter().map(|one| one.slug.as_str()).collect::<Vec<_>>())
        .bind::<Array<SqlUuid>, _>(wanted.iter().map(|one| one.article).collect::<Vec<_>>());
    prepared(query).execute(&mut conn).await?;
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
UPDATE spans SET closed_sequence = $3, closed_at = $4
FROM unnest($1, $2) AS key (article_id, locale)
WHERE spans.article_id = key.article_id AND spans.locale = key.locale AND spans.closed_sequence IS NULL";

const OPEN: &str = "
INSERT INTO spans (edition_id, article_id, locale, first_published_at, updated_at, opened_sequence, opened_at)
SELECT edition_id, article_id, locale, first_published_at, updated_at, $6, $7
FROM unnest($1, $2, $3, $4, $5) AS shown (edition_id, article_id, locale, first_published_at, updated_at)";

/// The previous holder of the slug is not live; that was checked under the lock.
const MOVE_SLUGS: &str = "
INSERT INTO slugs (locale, slug, article_id) SELECT * FROM unnest($1, $2, $3)
ON CONFLICT ON CONSTRAINT slugs_pkey DO UPDATE SET article_id = excluded.article_id
WHERE slugs.article_id <> excluded.article_id";

const ASSIGN_NUMBERS: &str = "
UPDATE editions SET number = coalesce(number, 1 + coalesce((
    SELECT max(numbered.number) FROM editions AS numbered
    WHERE numbered.article_id = editions.article_id AND numbered.locale = editions.locale
), 0))
WHERE editions.id = ANY ($1)
RETURNING id, number";
