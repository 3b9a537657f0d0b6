//! When the next schedule is due. Schedules and their activation are in `publishing`.

use std::time::Duration;

use diesel::dsl::sql;
use diesel::sql_types::{BigInt, Nullable};
use diesel_async::RunQueryDsl;

use crate::{Error, OperationsConn};

/// The time until the next schedule is due, by the database's clock; zero when one is overdue, `None` when nothing is
/// scheduled.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn next_due_in(conn: &mut OperationsConn) -> Result<Option<Duration>, Error> {
    // Rounded up, so that a timer does not fire early.
    let query = "SELECT ceil(extract(epoch FROM min(due_at) - now()) * 1000)::bigint FROM delivery.schedules";
    let next_in: Option<i64> = sql::<Nullable<BigInt>>(query).get_result(conn.inner()).await?;
    Ok(next_in.map(|next| u64::try_from(next).map_or(Duration::ZERO, Duration::from_millis)))
}
