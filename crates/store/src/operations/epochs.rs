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
use crate::schema::operations::{edges, instances};
use crate::statement_cache::typed;
use crate::{Error, OperationsConn};

/// Starts a new epoch if the current one is still `old` and returns it; `None` when another process was faster.
/// Resets the confirmed sequence of all servers and CDN endpoints, enqueues purges, and wakes every server on commit.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn start(conn: &mut OperationsConn, old: Uuid) -> Result<Option<Uuid>, Error> {
    let starting = async |conn: &mut diesel_async::AsyncPgConnection| {
        let start = typed::<SqlUuid, _>(sql_query(START).bind::<SqlUuid, _>(old));
        let Some(epoch) = start.get_result(conn).await.optional()? else { return Ok(None) };
        diesel::update(instances::table).set(instances::applied.eq(0)).execute(conn).await?;
        diesel::update(edges::table).set(edges::purged.eq(0)).execute(conn).await?;
        cdn_purges::enqueue_purges(conn).await?;
        sql_query("SELECT pg_notify($1, '')").bind::<Text, _>(CHANNEL).execute(conn).await?;
        Ok(Some(epoch))
    };
    conn.inner().transaction(starting).await
}

const START: &str =
    "UPDATE operations.counter SET epoch = gen_random_uuid() WHERE epoch = $1 RETURNING epoch";
