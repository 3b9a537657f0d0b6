//! Dates in rows. A `timestamptz`, which includes `infinity`, exceeds the range of public dates, and old rows may
//! contain any of it. Out-of-range values are clamped to the nearer bound of [`Moment`] when they are read.

use chrono::{DateTime, Utc};
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::data_types::PgTimestamp;
use diesel::pg::{Pg, PgValue};
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_query;
use diesel::sql_types::{Text, Timestamptz};
use diesel_async::RunQueryDsl;
use domain::Moment;

use crate::connection::open;
use crate::statement_cache::typed;
use crate::{Access, OpenError};

/// A date column, clamped to the range of public dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, FromSqlRow, AsExpression)]
#[diesel(sql_type = Timestamptz)]
pub(crate) struct StoredMoment(pub(crate) Moment);

/// The Postgres epoch is 2000-01-01.
const MICROS_FROM_1970_TO_2000: i64 = 946_684_800_000_000;

impl FromSql<Timestamptz, Pg> for StoredMoment {
    fn from_sql(bytes: PgValue<'_>) -> deserialize::Result<Self> {
        let PgTimestamp(micros) = FromSql::<Timestamptz, Pg>::from_sql(bytes)?;
        // Postgres stores both infinities as the extreme integers.
        Ok(Self(Moment::from_micros_clamped(micros.saturating_add(MICROS_FROM_1970_TO_2000))))
    }
}

impl ToSql<Timestamptz, Pg> for StoredMoment {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let micros = raw(self.0.utc());
        ToSql::<Timestamptz, Pg>::to_sql(&micros, &mut out.reborrow())
    }
}

impl From<StoredMoment> for DateTime<Utc> {
    fn from(stored: StoredMoment) -> Self {
        stored.0.utc()
    }
}

/// Converts to Postgres' representation.
pub(crate) fn raw(at: DateTime<Utc>) -> PgTimestamp {
    PgTimestamp(at.timestamp_micros().saturating_sub(MICROS_FROM_1970_TO_2000))
}

/// Whether a date is one of the bounds, so that the stored date may be outside the range.
pub(crate) fn is_bound(at: DateTime<Utc>) -> bool {
    [Moment::EARLIEST, Moment::LATEST].iter().any(|bound| bound.utc() == at)
}

/// Drafts and live articles with out-of-range dates, one line of text each, at most 100.
///
/// # Errors
/// [`OpenError::Unreachable`].
pub async fn out_of_bounds(access: &Access) -> Result<Vec<String>, OpenError> {
    let mut connection = open(access).await?;
    let query = sql_query(OUT_OF_BOUNDS)
        .bind::<Timestamptz, _>(Moment::EARLIEST.utc())
        .bind::<Timestamptz, _>(Moment::LATEST.utc());
    Ok(typed::<Text, _>(query).load(&mut connection).await?)
}

/// For drafts only the newest revision counts, because that is what would be published next.
const OUT_OF_BOUNDS: &str = "
SELECT format('the live article %s (%s) has the date %s', editions.slug, spans.locale, spans.first_published_at) AS line
FROM delivery.spans JOIN delivery.editions ON editions.id = spans.edition_id
WHERE spans.closed_sequence IS NULL AND (
    spans.first_published_at NOT BETWEEN $1 AND $2 OR spans.updated_at NOT BETWEEN $1 AND $2
)
UNION ALL
SELECT format('the draft %s has the date %s', drafts.id, revisions.first_published_at)
FROM editorial.drafts
JOIN editorial.revisions ON revisions.draft_id = drafts.id AND revisions.number = drafts.revision
WHERE revisions.first_published_at NOT BETWEEN $1 AND $2
UNION ALL
SELECT format('the article %s (%s) is scheduled for %s', schedules.slug, schedules.locale, schedules.due_at)
FROM delivery.schedules WHERE schedules.due_at NOT BETWEEN $1 AND $2
ORDER BY 1 LIMIT 100";
