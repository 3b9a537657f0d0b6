//! Which locales are in use, for operators who change the configured ones.

use diesel::sql_types::{Array, BigInt, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;
use domain::Locale;

use crate::connection::open;
use crate::{Access, OpenError};

/// The amount of content in a locale.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct LocaleUsage {
    #[diesel(sql_type = Text)]
    pub locale: String,
    /// Drafts outside the trash.
    #[diesel(sql_type = BigInt)]
    pub draft_count: i64,
    /// Live articles.
    #[diesel(sql_type = BigInt)]
    pub live_count: i64,
    /// Scheduled editions.
    #[diesel(sql_type = BigInt)]
    pub scheduled_count: i64,
}

/// The locales that have content but are not configured.
///
/// # Errors
/// [`OpenError::Unreachable`] when the database does not answer, or was not migrated yet.
pub async fn not_configured(access: &Access, configured: &[Locale]) -> Result<Vec<LocaleUsage>, OpenError> {
    let mut connection = open(access).await?;
    let configured: Vec<&str> = configured.iter().map(Locale::as_str).collect();
    let query = sql_query(NOT_CONFIGURED).bind::<Array<Text>, _>(configured);
    Ok(query.load(&mut connection).await?)
}

const NOT_CONFIGURED: &str = "
SELECT locale, count(*) FILTER (WHERE what = 'draft') AS draft_count,
    count(*) FILTER (WHERE what = 'live') AS live_count,
    count(*) FILTER (WHERE what = 'scheduled') AS scheduled_count
FROM (
    SELECT locale, 'draft' AS what FROM editorial.drafts WHERE trashed_at IS NULL
    UNION ALL SELECT locale, 'live' FROM delivery.spans WHERE closed_sequence IS NULL
    UNION ALL SELECT locale, 'scheduled' FROM delivery.schedules
) AS content
WHERE locale <> ALL ($1)
GROUP BY locale
ORDER BY locale";
