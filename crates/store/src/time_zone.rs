//! The time zone of the publication: the current one, conversions between it and UTC, and changing it.
//!
//! Only Postgres computes with time zones, because counts and queries must agree. A library in the servers would have
//! another version of the time zone data. So a zone is just a name here.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, Offset, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Bool, Integer, Text, Timestamp, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{CalendarPeriod, Moment, TimeZone};
use serde::{Deserialize, Serialize};

use crate::connection::open;
use crate::delivery::editions::EditionFilter;
use crate::moments::StoredMoment;
use crate::publishing::{self, ActKind};
use crate::schema::delivery::{months, time_zone as zone};
use crate::schema::operations::counter;
use crate::statement_cache::{prepared, typed};
use crate::write;
use crate::write::{WriteContext, WriteTransaction};
use crate::{Access, DeliveryConn, EditorialConn, Error, OpenError, cache_tags};

/// When the configured zone of a process takes effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Precedence {
    /// Always: the last process to start wins.
    Newest,
    /// Only when no zone was set yet.
    OnlyFirst,
}

/// The result of applying a zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ZoneChange {
    /// It was current already, or another zone stays current.
    Unchanged,
    /// It took effect with this act.
    Changed(i64),
    /// Postgres does not know the zone.
    Unknown,
}

/// The current zone.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn in_force(conn: &mut DeliveryConn) -> Result<TimeZone, Error> {
    let name: String = zone::table.select(zone::name).first(conn.inner()).await?;
    Ok(TimeZone::try_from(name)?)
}

/// Restricts a filter to what was first published in a calendar period.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn restrict_to_period(
    conn: &mut DeliveryConn,
    filter: &EditionFilter,
    period: Option<CalendarPeriod>,
) -> Result<EditionFilter, Error> {
    let Some(period) = period else { return Ok(filter.clone()) };
    let [first, next] = [period.first(), period.next()].map(|day| day.and_time(NaiveTime::MIN));
    let query = sql_query(PERIOD).bind::<Timestamp, _>(first).bind::<Timestamp, _>(next);
    let query = prepared(typed::<(Timestamptz, Timestamptz), _>(query));
    let (since, before): (DateTime<Utc>, DateTime<Utc>) = query.get_result(conn.inner()).await?;
    // Stored dates beyond the bounds are clamped to the nearest bound, so they must match a period that contains it.
    let since = Some(since).filter(|since| *since > Moment::EARLIEST.utc());
    let before = Some(before).filter(|before| *before <= Moment::LATEST.utc());
    Ok(EditionFilter {
        published_since: filter.published_since.max(since),
        published_before: [filter.published_before, before].into_iter().flatten().min(),
        ..filter.clone()
    })
}

/// Converts times to the zone's UTC offset; times whose offset is not a whole number of minutes stay in UTC.
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
    let query = typed::<Integer, _>(sql_query(OFFSETS).bind::<Array<Timestamptz>, _>(moments));
    let offsets: Vec<i32> = prepared(query).load(conn.inner()).await?;
    let local = moments.iter().zip(offsets).map(|(moment, seconds)| {
        // Historical offsets have seconds, which neither RFC 3339 nor RFC 822 can represent.
        let offset = Some(seconds).filter(|seconds| seconds % 60 == 0).and_then(FixedOffset::east_opt);
        moment.with_timezone(&offset.unwrap_or(Utc.fix()))
    });
    Ok(local.collect())
}

/// Converts wall times of the zone to moments, in order.
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
    let moments: Vec<StoredMoment> = typed::<Timestamptz, _>(query).load(conn.inner()).await?;
    Ok(moments.into_iter().map(|StoredMoment(moment)| moment).collect())
}

/// Sets the zone. If it changes, this is an act that recounts the archive and invalidates all responses that depend
/// on the zone.
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
    // Checked without a lock: most starts change nothing.
    if stays(&known(conn.inner()).await?) {
        return Ok(ZoneChange::Unchanged);
    }
    // Postgres reads a file per zone for this, which takes about 100 ms.
    if *zone != TimeZone::utc() && !is_known(conn.inner(), zone).await? {
        return Ok(ZoneChange::Unknown);
    }
    let applying = async |tx: WriteTransaction<'_>| -> Result<ZoneChange, Error> {
        let mut conn = tx.conn;
        // It may scan all articles.
        sql_query("SET LOCAL statement_timeout = 0").execute(&mut conn).await?;
        publishing::lock_and_activate(conn).await?;
        let before = known(conn).await?;
        if stays(&before) {
            return Ok(ZoneChange::Unchanged);
        }
        diesel::update(counter::table).set(counter::time_zone.eq(zone.as_str())).execute(&mut conn).await?;
        if before.unwrap_or(TimeZone::utc().into()) == zone.as_str() {
            return Ok(ZoneChange::Unchanged);
        }
        sql_query(MOVE_MONTHS).execute(&mut conn).await?;
        diesel::delete(months::table).execute(&mut conn).await?;
        sql_query(COUNT_MONTHS).execute(&mut conn).await?;
        let tags = BTreeSet::from([cache_tags::LISTS.to_owned(), cache_tags::TIME_ZONE.to_owned()]);
        Ok(ZoneChange::Changed(publishing::invalidate_tags(tx, ActKind::SetTimeZone, tags).await?))
    };
    Ok(write::once(conn, context, applying).await?.into_inner())
}

/// The name of the current zone, for operators.
///
/// # Errors
/// [`OpenError::Unreachable`].
pub async fn look_up(access: &Access) -> Result<String, OpenError> {
    let connection = open(access).await?;
    Ok(known(&connection).await?.unwrap_or(TimeZone::utc().into()))
}

async fn known(mut conn: &AsyncPgConnection) -> QueryResult<Option<String>> {
    counter::table.select(counter::time_zone).first(&mut conn).await
}

/// Postgres also accepts abbreviations, offsets and POSIX rules as zones; only names are accepted here.
async fn is_known(conn: &mut AsyncPgConnection, zone: &TimeZone) -> Result<bool, Error> {
    let query = sql_query(IS_KNOWN).bind::<Text, _>(zone.as_str());
    Ok(typed::<Bool, _>(query).get_result(conn).await?)
}

/// `right/` zones count leap seconds, unlike everything else here.
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

/// Moves articles to their months in the new zone. Zones differ from UTC by less than a day, so only articles within
/// a day of the end of a month can move; computing the others would take minutes for a million articles.
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

const COUNT_MONTHS: &str = "
INSERT INTO delivery.months (locale, month, article_count)
SELECT locale, month, count(*) FROM delivery.searched GROUP BY locale, month";
