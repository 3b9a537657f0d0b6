//! Writes of a worker about a job it holds. They take effect only while the lease is valid (fencing): a worker that
//! was presumed dead and comes back changes nothing.

use std::time::Duration;

use diesel::pg::Pg;
use diesel::query_builder::{BoxedSqlQuery, SqlQuery};
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Integer, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::JobId;
use uuid::Uuid;

use crate::operations::jobs::CHANNEL;
use crate::operations::milliseconds;
use crate::statement_cache::typed;
use crate::{Error, OperationsConn};

/// Proof that a worker holds a job. Only a claim creates one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lease {
    pub(super) job: JobId,
    pub(super) worker: String,
    pub(super) attempt: i32,
}

/// Whether a fenced write took effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FencedWrite {
    /// The lease was valid.
    Written,
    /// Another worker has the job, or it was cancelled; nothing was written.
    LeaseLost,
}

impl Lease {
    /// The job of this lease.
    #[must_use]
    pub fn job(&self) -> JobId {
        self.job
    }
}

/// Extends the leases of a worker and returns the jobs it still holds.
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
    let held: Vec<Uuid> = typed::<SqlUuid, _>(query).load(conn.inner()).await?;
    Ok(held.into_iter().map(JobId).collect())
}

/// Returns unfinished jobs to the queue without counting a failure, and wakes other workers.
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

/// Records the progress of a job.
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

/// Marks a job as done. If it was enqueued again while it ran, it becomes a new waiting job instead.
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

/// Records a failure and schedules a retry.
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

/// Records a failure and dead-letters the job: it is not retried until somebody asks for it. The stored state is
/// `parked`.
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

/// In characters.
const MAX_ERROR_LENGTH: usize = 1_000;

/// Drops NUL characters, which Postgres rejects, and limits the length.
fn truncated(error: &str) -> String {
    error.chars().filter(|character| *character != '\0').take(MAX_ERROR_LENGTH).collect()
}

/// A statement about one job; its first three parameters identify the lease.
fn lease_query<'a>(statement: &'static str, lease: &'a Lease) -> BoxedSqlQuery<'a, Pg, SqlQuery> {
    let Lease { job, worker, attempt } = lease;
    let query = sql_query(statement).into_boxed::<Pg>().bind::<SqlUuid, _>(job.0);
    query.bind::<Text, _>(worker).bind::<Integer, _>(*attempt)
}

/// A statement about several jobs; its first three parameters identify the leases.
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
