//! CDN purges: how far each configured CDN endpoint, a row of the table `edges`, has confirmed its purges. The requests
//! are sent by a job of the worker.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, SmallInt, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use crate::operations::jobs;
use crate::operations::jobs::JobKind;
use crate::schema::operations::edges;
use crate::statement_cache::prepared;
use crate::{Error, OperationsConn};

/// Sets the configured CDN endpoints. A new one starts at the current sequence number; existing ones keep theirs.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn configure(conn: &mut OperationsConn, urls: &[String]) -> Result<(), Error> {
    let gone = edges::table.filter(diesel::dsl::not(edges::url.eq_any(urls)));
    diesel::delete(gone).execute(conn.inner()).await?;
    sql_query(ADD).bind::<Array<Text>, _>(urls).execute(conn.inner()).await?;
    Ok(())
}

/// The sequence number up to which an endpoint has confirmed its purges; `None` when it is not configured any more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn confirmed_sequence(conn: &mut OperationsConn, url: &str) -> Result<Option<i64>, Error> {
    Ok(edges::table.find(url).select(edges::purged).first(conn.inner()).await.optional()?)
}

/// Records that an endpoint has confirmed all purges up to a sequence number.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn record_confirmation(conn: &mut OperationsConn, url: &str, sequence: i64) -> Result<(), Error> {
    let further = edges::table.find(url).filter(edges::purged.lt(sequence));
    let now = (edges::purged.eq(sequence), edges::confirmed_at.eq(diesel::dsl::now));
    diesel::update(further).set(now).execute(conn.inner()).await?;
    Ok(())
}

/// Enqueues a purge job per endpoint within the transaction of an act. The NOTIFY wakes the workers on commit.
pub(crate) async fn enqueue_purges(mut conn: &AsyncPgConnection) -> Result<(), Error> {
    let kind = JobKind::PurgeCdn;
    let enqueue_purges = sql_query(ENQUEUE)
        .bind::<SqlUuid, _>(Uuid::now_v7())
        .bind::<Text, _>(kind.as_str())
        .bind::<SmallInt, _>(kind.priority())
        .bind::<Text, _>(jobs::CHANNEL);
    prepared(enqueue_purges).execute(&mut conn).await?;
    Ok(())
}

const ADD: &str = "INSERT INTO operations.edges (url, purged)
    SELECT url, counter.sequence FROM unnest($1) AS url CROSS JOIN operations.counter
    ON CONFLICT ON CONSTRAINT edges_pkey DO NOTHING";

/// Coalesces like `jobs::enqueue`: a waiting job is reused, and a running one runs once more. The generated ids
/// differ in their last digits.
const ENQUEUE: &str = "WITH told AS (
        INSERT INTO operations.jobs (id, kind, key, payload, priority)
        SELECT overlay($1::text PLACING lpad(to_hex(row_number() OVER (ORDER BY url)), 4, '0') FROM 33)::uuid,
            $2, url, jsonb_build_object('edge', url), $3
        FROM operations.edges ORDER BY url
        ON CONFLICT (kind, key) WHERE state IN ('ready', 'running') DO UPDATE
        SET again = jobs.state = 'running', run_at = least(jobs.run_at, excluded.run_at)
        RETURNING 1
    )
    SELECT pg_notify($4, '') FROM told LIMIT 1";
