//! Periodic jobs: one job per time slot, enqueued by the first process that gets to it.

use std::time::Duration;

use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Text};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};

use crate::operations::jobs::{NewJob, enqueue};
use crate::operations::milliseconds;
use crate::statement_cache::typed;
use crate::{Error, OperationsConn};

/// Enqueues a job once per `period`, and returns the time until the next period. Periods are counted from 1970 by the
/// database's clock.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn enqueue_periodic(
    conn: &mut OperationsConn,
    name: &str,
    period: Duration,
    job: NewJob,
) -> Result<Duration, Error> {
    let period = milliseconds(period)?;
    let enqueuing = async |conn: &mut AsyncPgConnection| {
        let take = sql_query(TAKE_SLOT).bind::<Text, _>(name).bind::<BigInt, _>(period);
        let (taken, next_in): (bool, i64) = typed::<(Bool, BigInt), _>(take).get_result(conn).await?;
        if taken {
            enqueue(conn, &[job]).await?;
        }
        u64::try_from(next_in).map(Duration::from_millis).map_err(Error::internal)
    };
    conn.inner().transaction(enqueuing).await
}

/// A concurrent insert of the same slot waits for this one and then finds a conflict.
const TAKE_SLOT: &str = "WITH current AS MATERIALIZED (
    SELECT date_bin($2 * interval '1 millisecond', now(), timestamptz 'epoch') AS slot
), taken AS (
    INSERT INTO operations.job_slots (name, slot) SELECT $1, slot FROM current ON CONFLICT DO NOTHING RETURNING slot
)
SELECT EXISTS (SELECT FROM taken) AS taken,
    ceil(extract(epoch FROM slot + $2 * interval '1 millisecond' - now()) * 1000)::bigint AS next_in
FROM current";
