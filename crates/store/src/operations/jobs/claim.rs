//! Claiming jobs: assigns due jobs to a worker for the duration of a lease.

use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Integer, Jsonb, Nullable, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::JobId;
use serde_json::Value;
use uuid::Uuid;

use crate::operations::jobs::{JobKind, Lease};
use crate::operations::milliseconds;
use crate::{Error, OperationsConn};

/// The maximum number of jobs per claim.
pub const MAX_CLAIM: usize = 20;

#[derive(Debug)]
pub struct ClaimedJob {
    /// Proof of ownership for later writes.
    pub lease: Lease,
    pub kind: JobKind,
    pub payload: Value,
    /// The number of earlier failures.
    pub failures: i32,
}

#[derive(Debug, Default)]
pub struct ClaimResult {
    /// The claimed jobs, in order of priority.
    pub jobs: Vec<ClaimedJob>,
    /// Jobs that were dead-lettered instead, because their workers disappeared too often.
    pub dead: Vec<JobId>,
    /// The time until the next job is due, when the claim took all that are.
    pub next_in: Option<Duration>,
}

/// Claims jobs of these kinds that are due or whose lease has expired, up to `most` and never more than
/// [`MAX_CLAIM`]. No two workers get the same job.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn claim(
    conn: &mut OperationsConn,
    worker: &str,
    kinds: &[JobKind],
    most: usize,
    lease: Duration,
) -> Result<ClaimResult, Error> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    let most = i64::try_from(most.min(MAX_CLAIM)).map_err(Error::internal)?;
    let query = sql_query(CLAIM)
        .bind::<Text, _>(worker)
        .bind::<Array<Text>, _>(kinds)
        .bind::<BigInt, _>(most)
        .bind::<BigInt, _>(milliseconds(lease)?);
    let rows: Vec<ClaimRow> = query.load(conn.inner()).await?;
    let mut claims = ClaimResult::default();
    for ClaimRow { next_in, id, kind, payload, attempt, failures, state } in rows {
        claims.next_in = next_in.and_then(|next| u64::try_from(next).ok()).map(Duration::from_millis);
        let (Some(id), Some(kind), Some(payload)) = (id, kind, payload) else { continue };
        let (Some(attempt), Some(failures)) = (attempt, failures) else { continue };
        let id = JobId(id);
        if state.as_deref() == Some("parked") {
            claims.dead.push(id);
            continue;
        }
        let lease = Lease { job: id, worker: worker.to_owned(), attempt };
        claims.jobs.push(ClaimedJob { lease, kind: JobKind::try_from(kind)?, payload, failures });
    }
    Ok(claims)
}

pub(crate) const CLAIM: &str = include_str!("../../sql/job_claim.sql");

#[derive(QueryableByName)]
struct ClaimRow {
    #[diesel(sql_type = Nullable<BigInt>)]
    next_in: Option<i64>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    kind: Option<String>,
    #[diesel(sql_type = Nullable<Jsonb>)]
    payload: Option<Value>,
    #[diesel(sql_type = Nullable<Integer>)]
    attempt: Option<i32>,
    #[diesel(sql_type = Nullable<Integer>)]
    failures: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    state: Option<String>,
}
