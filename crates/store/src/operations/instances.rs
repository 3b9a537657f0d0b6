//! The servers that give answers: each says now and then up to which act it knows all of them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Bool, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::schema::operations::instances;
use crate::statement_cache::prepared;
use crate::{Error, OperationsConn};

/// A server.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Instance {
    /// Made anew with every start.
    #[diesel(sql_type = SqlUuid)]
    pub id: Uuid,
    /// When it was last heard of.
    #[diesel(sql_type = Timestamptz)]
    pub seen_at: DateTime<Utc>,
    /// It knows every act up to this one.
    #[diesel(sql_type = BigInt)]
    pub applied: i64,
    /// Whether it was heard of lately.
    #[diesel(sql_type = Bool)]
    pub is_alive: bool,
}

/// Notes that a server is there, and how far it is in an epoch. One that has not noticed yet that another epoch began notes
/// nothing: its number would count for acts that it knows nothing of.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn heartbeat(conn: &mut OperationsConn, id: Uuid, epoch: Uuid, applied: i64) -> Result<(), Error> {
    let heartbeat =
        sql_query(HEARTBEAT).bind::<SqlUuid, _>(id).bind::<BigInt, _>(applied).bind::<SqlUuid, _>(epoch);
    prepared(heartbeat).execute(conn.inner()).await?;
    Ok(())
}

/// The servers that were heard of within a quarter of an hour: one that was not gives nothing any more that it cannot
/// confirm, unless it was told otherwise.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(conn: &mut OperationsConn) -> Result<Vec<Instance>, Error> {
    Ok(prepared(sql_query(LIST)).load(conn.inner()).await?)
}

/// Forgets a server that stops.
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
