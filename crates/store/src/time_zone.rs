//! The time zone of the publication: which one is in force, what moments its wall times and periods are, and how it changes.
//!
//! Postgres alone computes with time zones, because what it counts and what it finds must agree; a library in the servers
//! would bring data of its own, of another version. So a zone is no more than a name here.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, Offset, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Bool, Integer, Nullable, Text, Timestamp, Timestamptz};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{CalendarPeriod, Moment, TimeZone};

use crate::delivery::editions::Filter;
use crate::migrations::unreachable;
use crate::moments::StoredMoment;
use crate::pool::{Timeouts, connect};
use crate::statement_cache::prepared;
use crate::write::WriteContext;
use crate::{Access, DeliveryConn, EditorialConn, Error, OpenError, cache_tags, publishing};

/// When a zone that a process was started with becomes the one in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precedence {
    /// In any case: the newest start wins.
    Newest,
    /// Only where no start has set one yet.
    OnlyFirst,
}

/// What came of a start with a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ZoneChange {
    /// It is the one in force, or another stays in force.
    Unchanged,
    /// It is the one in force now, by this act.
    Changed(i64),
    /// Postgres knows no zone of this name.
    Unknown,
}

/// The zone in force.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn in_force(conn: &mut DeliveryConn) -> Result<TimeZone, Error> {
    let row: NameRow =
        prepared(sql_query("SELECT name FROM delivery.time_zone")).get_result(conn.inner()).await?;
    Ok(TimeZone::try_from(row.name)?)
}

/// A filter that lets through, of what it let through before, what was first published in a period of the calendar.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn within(
    conn: &mut DeliveryConn,
    filter: &Filter,
    period: Option<CalendarPeriod>,
) -> Result<Filter, Error> {
    let Some(period) = period else { return Ok(filter.clone()) };
    let [first, next] = [period.first(), period.next()].map(|day| day.and_time(NaiveTime::MIN));
    let query = sql_query(PERIOD).bind::<Timestamp, _>(first).bind::<Timestamp, _>(next);
    let PeriodRow { since, before } = prepared(query).get_result(conn.inner()).await?;
    // What is stored beyond the bounds is answered as the nearest date within them, and found there too.
    let since = Some(since).filter(|since| *since > Moment::EARLIEST.utc());
    let before = Some(before).filter(|before| *before <= Moment::LATEST.utc());
    Ok(Filter {
        published_since: filter.published_since.max(since),
        published_before: [filter.published_before, before].into_iter().flatten().min(),
        ..filter.clone()
    })
}

/// The same moments with the offset that clocks had in the zone; those whose offset is no whole minutes, in UTC.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn local(
    conn: &mut DeliveryConn,
    moments: &[DateTime<Utc>],
) -> Result<Vec<DateTime<FixedOffset>>, Error> {
    if moments.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<OffsetRow> =
        prepared(sql_query(OFFSETS).bind::<Array<Timestamptz>, _>(moments)).load(conn.inner()).await?;
    let local = moments.iter().zip(rows).map(|(moment, OffsetRow { seconds })| {
        // Before there were zones, towns had offsets with seconds, which neither RFC 3339 nor RFC 822 can write.
        let offset = Some(seconds).filter(|seconds| seconds % 60 == 0).and_then(FixedOffset::east_opt);
        moment.with_timezone(&offset.unwrap_or(Utc.fix()))
    });
    Ok(local.collect())
}

/// The moments at which clocks in the zone show these wall times, in their order.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn moments_of(
    conn: &mut EditorialConn,
    wall_times: &[NaiveDateTime],
) -> Result<Vec<Moment>, Error> {
    if wall_times.is_empty() {
        return Ok(Vec::new());
    }
    let query = sql_query(MOMENTS).bind::<Array<Timestamp>, _>(wall_times);
    let rows: Vec<MomentRow> = query.load(conn.inner()).await?;
    Ok(rows.into_iter().map(|MomentRow { at: StoredMoment(moment) }| moment).collect())
}

/// Puts a zone in force. Where that is another one than before, it is an act, which counts the archive anew and touches all
/// that depends on the zone.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn apply(
    conn: &mut EditorialConn,
    context: &WriteContext,
    zone: &TimeZone,
    precedence: Precedence,
) -> Result<ZoneChange, Error> {
    let stays = |known: &Option<String>| match (known, precedence) {
        (Some(known), Precedence::Newest) => known == zone.as_str(),
        (Some(_), Precedence::OnlyFirst) => true,
        (None, _) => false,
    };
    // Without a lock: most starts change nothing.
    if stays(&known(conn.inner()).await?) {
        return Ok(ZoneChange::Unchanged);
    }
    // Postgres reads a file for each zone to answer this, which takes a tenth of a second.
    if *zone != TimeZone::utc() && !is_known(conn.inner(), zone).await? {
        return Ok(ZoneChange::Unknown);
    }
    let applying = async |conn: &mut AsyncPgConnection| {
        // It may look at all articles.
        sql_query("SET LOCAL statement_timeout = 0").execute(conn).await?;
        publishing::lock_and_activate(conn).await?;
        let before = known(conn).await?;
        if stays(&before) {
            return Ok(ZoneChange::Unchanged);
        }
        sql_query("UPDATE operations.counter SET time_zone = $1")
            .bind::<Text, _>(zone.as_str())
            .execute(conn)
            .await?;
        if before.unwrap_or(TimeZone::utc().into()) == zone.as_str() {
            return Ok(ZoneChange::Unchanged);
        }
        for recount in [MOVE_MONTHS, FORGET_MONTHS, COUNT_MONTHS] {
            sql_query(recount).execute(conn).await?;
        }
        let tags = BTreeSet::from([cache_tags::LISTS.to_owned(), cache_tags::TIME_ZONE.to_owned()]);
        Ok(ZoneChange::Changed(publishing::invalidate_tags(conn, context, "time_zone", tags).await?))
    };
    conn.inner().transaction(applying).await
}

/// The name of the zone in force, for whoever looks after the database.
///
/// # Errors
/// [`OpenError::Unreachable`].
pub async fn look_up(access: &Access) -> Result<String, OpenError> {
    let mut connection = connect(access, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    let known = known(&mut connection).await.map_err(|error| OpenError::Unreachable(error.to_string()))?;
    Ok(known.unwrap_or(TimeZone::utc().into()))
}

async fn known(conn: &mut AsyncPgConnection) -> Result<Option<String>, Error> {
    let row: KnownRow =
        sql_query("SELECT time_zone AS name FROM operations.counter").get_result(conn).await?;
    Ok(row.name)
}

/// Postgres takes more for a zone than those: abbreviations, offsets, and what it makes up of rules.
async fn is_known(conn: &mut AsyncPgConnection, zone: &TimeZone) -> Result<bool, Error> {
    let query = sql_query(IS_KNOWN).bind::<Text, _>(zone.as_str());
    let IsKnownRow { is_known } = query.get_result(conn).await?;
    Ok(is_known)
}

#[derive(QueryableByName)]
struct NameRow {
    #[diesel(sql_type = Text)]
    name: String,
}

#[derive(QueryableByName)]
struct KnownRow {
    #[diesel(sql_type = Nullable<Text>)]
    name: Option<String>,
}

#[derive(QueryableByName)]
struct IsKnownRow {
    #[diesel(sql_type = Bool)]
    is_known: bool,
}

#[derive(QueryableByName)]
struct PeriodRow {
    #[diesel(sql_type = Timestamptz)]
    since: DateTime<Utc>,
    #[diesel(sql_type = Timestamptz)]
    before: DateTime<Utc>,
}

#[derive(QueryableByName)]
struct OffsetRow {
    #[diesel(sql_type = Integer)]
    seconds: i32,
}

#[derive(QueryableByName)]
struct MomentRow {
    #[diesel(sql_type = Timestamptz)]
    at: StoredMoment,
}

/// `right/` has zones that count leap seconds, as nothing else here does.
const IS_KNOWN: &str = "SELECT EXISTS (
    SELECT FROM pg_timezone_names WHERE name = $1 AND name !~ '^(posix|right)/'
) AS is_known";

const PERIOD: &str = "
SELECT delivery.moment_of($1, name) AS since, delivery.moment_of($2, name) AS before FROM delivery.time_zone";

const OFFSETS: &str = "
SELECT extract(epoch FROM at AT TIME ZONE zone.name - at AT TIME ZONE 'UTC')::integer AS seconds
FROM unnest($1) WITH ORDINALITY AS asked (at, number) CROSS JOIN delivery.time_zone AS zone
ORDER BY asked.number";

const MOMENTS: &str = "
SELECT delivery.moment_of(wall_time, zone.name) AS at
FROM unnest($1) WITH ORDINALITY AS asked (wall_time, number) CROSS JOIN delivery.time_zone AS zone
ORDER BY asked.number";

/// Moves articles to the months that they lie in now. Zones differ by less than a day from UTC, so only what lies within a
/// day of a month's end can move; the others are not computed with, which would take minutes for a million.
const MOVE_MONTHS: &str = "
WITH near AS (
    SELECT search.article_id, search.locale, searched.month AS before,
        delivery.month_of(search.first_published_at, (SELECT name FROM delivery.time_zone)) AS after
    FROM delivery.search JOIN delivery.searched USING (article_id, locale)
    WHERE date_trunc('month', search.first_published_at - interval '1 day', 'UTC')
        <> date_trunc('month', search.first_published_at + interval '1 day', 'UTC')
)
UPDATE delivery.search SET month = near.after,
    words = ts_delete(search.words, '|' || search.locale || '|' || to_char(near.before, 'YYYY-MM-BC'))
        || array_to_tsvector(ARRAY['|' || search.locale || '|' || to_char(near.after, 'YYYY-MM-BC')])
FROM near
WHERE search.article_id = near.article_id AND search.locale = near.locale AND near.before <> near.after";

const FORGET_MONTHS: &str = "DELETE FROM delivery.months";

const COUNT_MONTHS: &str = "
INSERT INTO delivery.months (locale, month, article_count)
SELECT locale, month, count(*) FROM delivery.searched GROUP BY locale, month";
