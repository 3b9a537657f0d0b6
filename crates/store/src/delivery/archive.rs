//! The archive: how many live articles were first published in each month.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Integer, Text};
use diesel_async::RunQueryDsl;
use domain::Locale;

use crate::statement_cache::prepared;
use crate::{DeliveryConn, Error};

/// A month in which at least one live article was first published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Month {
    #[diesel(sql_type = Integer)]
    pub year: i32,
    /// 1 to 12.
    #[diesel(sql_type = Integer)]
    pub month: i32,
    #[diesel(sql_type = BigInt)]
    pub article_count: i64,
}

/// The months in which live articles of a locale were first published, newest first, in the publication's time zone.
/// Acts maintain the counts, so this does not count rows.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn months(conn: &mut DeliveryConn, locale: &Locale) -> Result<Vec<Month>, Error> {
    let months = prepared(sql_query(MONTHS).bind::<Text, _>(locale.as_str()));
    Ok(months.load(conn.inner()).await?)
}

const MONTHS: &str = "
SELECT extract(year FROM month)::integer AS year, extract(month FROM month)::integer AS month, article_count
FROM archived
WHERE locale = $1
ORDER BY archived.month DESC";
