//! What a worker writes about a job that it holds. It counts only while the lease is still its own (a fence): whoever
//! was believed dead and comes back changes nothing.

use std::time::Duration;

use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{BoxedSqlQuery, SqlQuery};
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Integer, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::JobId;
use uuid::Uuid;

use crate::operations::jobs::CHANNEL;
use crate::operations::milliseconds;
use crate::{Error, OperationsConn};

/// By what a worker holds a job. Only a claim gives one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    pub(super) job: JobId,
    pub(super) worker: String,
    pub(super) attempt: i32,
}

/// Whether what a worker wrote about its job counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FencedWrite {
    /// The job was still its own.
    Written,
    /// Another has the job by now, or it was cancelled; nothing was written.
    LeaseLost,
}

impl Lease {
    /// Which job is held.
    #[must_use]
    pub fn job(&self) -> JobId {
        self.job
    }
}

/// Says that a worker is alive, and gives which of its jobs are still its own: those are for another length of a lease.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn heartbeat(
    conn: &mut OperationsConn,
    leases: &[Lease],
    length: Duration,
) -> Result<Vec<JobId>, Error> {
    let update = "UPDATE operations.jobs SET lease_until = clock_timestamp() + $4 * interval '1 millisecond' \
        FROM unnest($1, $2, $3) AS held (id, worker, attempt) \
        WHERE jobs.id = held.id AND jobs.leased_by = held.worker AND jobs.attempt = held.attempt RETURNING jobs.id";
    let query = leases_query(update, leases).bind::<BigInt, _>(milliseconds(length)?);
    let rows: Vec<HeldRow> = query.load(conn.inner()).await?;
    Ok(rows.into_iter().map(|HeldRow { id }| JobId(id)).collect())
}

/// Gives jobs back that were begun and not done: they wait again, as if nobody had begun them, and others are woken.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn release(conn: &mut OperationsConn, leases: &[Lease]) -> Result<(), Error> {
    let update = "WITH released AS (
            UPDATE operations.jobs SET state = 'ready', leased_by = NULL, lease_until = NULL, again = false
            FROM unnest($1, $2, $3) AS held (id, worker, attempt)
            WHERE jobs.id = held.id AND jobs.leased_by = held.worker AND jobs.attempt = held.attempt
            RETURNING jobs.id
        ) SELECT pg_notify($4, '') FROM (SELECT FROM released LIMIT 1) AS any_of_them";
    leases_query(update, leases).bind::<Text, _>(CHANNEL).execute(conn.inner()).await?;
    Ok(())
}

/// Says how far a job is, for those who look on.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn progress(
    conn: &mut OperationsConn,
    lease: &Lease,
    done: i32,
    total: i32,
) -> Result<FencedWrite, Error> {
    let update = "UPDATE operations.jobs SET progress_done = $4, progress_total = $5 \
        WHERE id = $1 AND leased_by = $2 AND attempt = $3";
    let update = lease_query(update, lease).bind::<Integer, _>(done).bind::<Integer, _>(total);
    fenced(update.execute(conn.inner()).await?)
}

/// Says that a job is done. One that was asked for again while it ran waits again, as new.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn complete(conn: &mut OperationsConn, lease: &Lease) -> Result<FencedWrite, Error> {
    let update = "WITH ended AS (
            UPDATE operations.jobs SET
                state = CASE WHEN again THEN 'ready' ELSE 'done' END,
                finished_at = CASE WHEN again THEN NULL ELSE clock_timestamp() END,
                run_at = CASE WHEN again THEN clock_timestamp() ELSE run_at END,
                progress_done = CASE WHEN again THEN NULL ELSE progress_done END,
                progress_total = CASE WHEN again THEN NULL ELSE progress_total END,
                failures = CASE WHEN again THEN 0 ELSE failures END,
                crashes = CASE WHEN again THEN 0 ELSE crashes END,
                again = false, leased_by = NULL, lease_until = NULL, last_error = NULL
            WHERE id = $1 AND leased_by = $2 AND attempt = $3
            RETURNING state
        ) SELECT CASE WHEN state = 'ready' THEN pg_notify($4, '') END FROM ended";
    fenced(lease_query(update, lease).bind::<Text, _>(CHANNEL).execute(conn.inner()).await?)
}

/// Says that a job failed, and is to be tried again after a while.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn fail(
    conn: &mut OperationsConn,
    lease: &Lease,
    error: &str,
    retry_in: Duration,
) -> Result<FencedWrite, Error> {
    let update = "UPDATE operations.jobs SET state = 'ready', leased_by = NULL, lease_until = NULL, again = false, \
             failures = failures + 1, last_error = $4, \
             run_at = clock_timestamp() + $5 * interval '1 millisecond' \
         WHERE id = $1 AND leased_by = $2 AND attempt = $3";
    let update = lease_query(update, lease)
        .bind::<Text, _>(truncated(error))
        .bind::<BigInt, _>(milliseconds(retry_in)?);
    fenced(update.execute(conn.inner()).await?)
}

/// Says that a job failed, and is not tried again unless somebody says so.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn dead_letter(
    conn: &mut OperationsConn,
    lease: &Lease,
    error: &str,
) -> Result<FencedWrite, Error> {
    let update = "UPDATE operations.jobs SET state = 'parked', leased_by = NULL, lease_until = NULL, again = false, \
             failures = failures + 1, last_error = $4 \
         WHERE id = $1 AND leased_by = $2 AND attempt = $3";
    fenced(lease_query(update, lease).bind::<Text, _>(truncated(error)).execute(conn.inner()).await?)
}

/// The longest account of an error that is kept, in characters.
const MAX_ERROR_LENGTH: usize = 1_000;

/// As Postgres accepts it, and no longer than anybody reads.
fn truncated(error: &str) -> String {
    error.chars().filter(|character| *character != '\0').take(MAX_ERROR_LENGTH).collect()
}

/// A statement about one job, whose first three parameters say who holds which.
fn lease_query<'a>(statement: &'static str, lease: &'a Lease) -> BoxedSqlQuery<'a, Pg, SqlQuery> {
    let Lease { job, worker, attempt } = lease;
    let query = sql_query(statement).into_boxed::<Pg>().bind::<SqlUuid, _>(job.0);
    query.bind::<Text, _>(worker).bind::<Integer, _>(*attempt)
}

/// A statement about several jobs, whose first three parameters say who holds which.
fn leases_query(statement: &'static str, leases: &[Lease]) -> BoxedSqlQuery<'static, Pg, SqlQuery> {
    let ids: Vec<Uuid> = leases.iter().map(|lease| lease.job.0).collect();
    let workers: Vec<String> = leases.iter().map(|lease| lease.worker.clone()).collect();
    let attempts: Vec<i32> = leases.iter().map(|lease| lease.attempt).collect();
    let query = sql_query(statement).into_boxed::<Pg>().bind::<Array<SqlUuid>, _>(ids);
    query.bind::<Array<Text>, _>(workers).bind::<Array<Integer>, _>(attempts)
}

fn fenced(rows: usize) -> Result<FencedWrite, Error> {
    Ok(if rows == 0 { FencedWrite::LeaseLost } else { FencedWrite::Written })
}

#[derive(QueryableByName)]
struct HeldRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}
