//! When the next schedule is due. Not here: schedules, and making public what is due.

use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable};
use diesel_async::RunQueryDsl;

use crate::{Error, OperationsConn};

/// How long until the next schedule is due, by the clock of Postgres; nothing is left of it when one is due already.
/// `None` when nothing is scheduled.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn next_due_in(conn: &mut OperationsConn) -> Result<Option<Duration>, Error> {
    // Rounded up: whoever waits that long does not come too early.
    let query = "SELECT ceil(extract(epoch FROM min(due_at) - now()) * 1000)::bigint AS next_in FROM delivery.schedules";
    let NextRow { next_in } = sql_query(query).get_result(conn.inner()).await?;
    Ok(next_in.map(|next| u64::try_from(next).map_or(Duration::ZERO, Duration::from_millis)))
}

#[derive(QueryableByName)]
struct NextRow {
    #[diesel(sql_type = Nullable<BigInt>)]
    next_in: Option<i64>,
}
