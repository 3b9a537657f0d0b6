//! Server instances. Each one periodically records up to which act its cache is invalidated.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::schema::operations::instances;
use crate::statement_cache::prepared;
use crate::{Error, OperationsConn};

#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Instance {
    /// Generated at every start.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// The last heartbeat.
    #[diesel(sql_type = Timestamptz)]
    pub seen_at: DateTime<Utc>,
    /// The last act that the instance has processed.
    #[diesel(sql_type = BigInt)]
    pub applied: i64,
    /// Whether there was a heartbeat within 15 seconds.
    #[diesel(sql_type = Bool)]
    pub is_alive: bool,
}

/// Records a heartbeat of an instance with the last act it has processed. Ignored when the instance is in an old
/// epoch, because its number would count for acts it has not seen.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn heartbeat(conn: &mut OperationsConn, id: Uuid, epoch: Uuid, applied: i64) -> Result<(), Error> {
    let heartbeat =
        sql_query(HEARTBEAT).bind::<SqlUuid, _>(id).bind::<BigInt, _>(applied).bind::<SqlUuid, _>(epoch);
    prepared(heartbeat).execute(conn.inner()).await?;
    Ok(())
}

/// The instances with a heartbeat within 15 minutes. An instance that has been cut off longer does not serve cached
/// responses it cannot revalidate, unless it is configured to.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(conn: &mut OperationsConn) -> Result<Vec<Instance>, Error> {
    Ok(prepared(sql_query(LIST)).load(conn.inner()).await?)
}

/// Removes an instance that shuts down.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn remove(conn: &mut OperationsConn, id: Uuid) -> Result<(), Error> {
    diesel::delete(instances::table.find(id)).execute(conn.inner()).await?;
    Ok(())
}

const HEARTBEAT: &str = "INSERT INTO operations.instances (id, applied) SELECT $1, $2 FROM operations.counter WHERE epoch = $3 \
    ON CONFLICT ON CONSTRAINT instances_pkey DO UPDATE SET seen_at = now(), applied = excluded.applied";

const LIST: &str = "SELECT id, seen_at, applied, seen_at > now() - interval '15 seconds' AS is_alive
    FROM operations.instances WHERE seen_at > now() - interval '15 minutes' ORDER BY started_at, id";
