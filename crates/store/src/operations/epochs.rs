//! Epochs: which history sequence numbers belong to. After a restore the same numbers are assigned again, so a new
//! epoch is started, and everything that refers to an old number (cursors, caches, snapshots) becomes invalid.
//! Detection of a restore is in `act_log`.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Text, Uuid as SqlUuid};
use diesel_async::{AsyncConnection, RunQueryDsl};
use uuid::Uuid;

use crate::operations::cdn_purges;
use crate::publishing::CHANNEL;
use crate::{Error, OperationsConn};

/// Starts a new epoch if the current one is still `old` and returns it; `None` when another process was faster.
/// Resets the confirmed sequence of all servers and CDN endpoints, enqueues purges, and wakes every server on commit.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn start(conn: &mut OperationsConn, old: Uuid) -> Result<Option<Uuid>, Error> {
    let starting = async |conn: &mut diesel_async::AsyncPgConnection| {
        let started: Option<EpochRow> =
            sql_query(START).bind::<SqlUuid, _>(old).get_result(conn).await.optional()?;
        let Some(EpochRow { epoch }) = started else { return Ok(None) };
        sql_query("UPDATE operations.instances SET applied = 0").execute(conn).await?;
        sql_query("UPDATE operations.edges SET purged = 0").execute(conn).await?;
        cdn_purges::enqueue_purges(conn).await?;
        sql_query("SELECT pg_notify($1, '')").bind::<Text, _>(CHANNEL).execute(conn).await?;
        Ok(Some(epoch))
    };
    conn.inner().transaction(starting).await
}

const START: &str =
    "UPDATE operations.counter SET epoch = gen_random_uuid() WHERE epoch = $1 RETURNING epoch";

#[derive(QueryableByName)]
struct EpochRow {
    #[diesel(sql_type = SqlUuid)]
    epoch: Uuid,
}
