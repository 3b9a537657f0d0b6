//! Job administration: list, find, retry, cancel.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use diesel::dsl::{count_star, now};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Action, Invalid, JobId, Limit, Refusal};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use uuid::Uuid;

use super::notify;
use crate::page;
use crate::schema::operations::jobs;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};
use crate::{EditorialConn, Error};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    pub id: JobId,
    /// The kind, spelled as in the tables. It may be unknown to this version.
    pub kind: String,
    pub payload: Value,
    pub state: JobState,
    /// The earliest time to run.
    pub run_at: DateTime<Utc>,
    /// The number of attempts so far.
    pub attempt: i32,
    /// The number of failed attempts.
    pub failures: i32,
    /// The number of attempts whose worker disappeared (its lease expired).
    pub crashes: i32,
    pub last_error: Option<String>,
    /// The progress, if the handler reports it.
    pub progress: Option<Progress>,
    pub created_at: DateTime<Utc>,
    /// When it completed or was cancelled.
    pub finished_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub done: i32,
    pub total: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum JobState {
    /// Waiting for a worker or for `run_at`.
    Ready,
    /// Claimed by a worker.
    Running,
    Done,
    /// Dead-lettered: it failed too often and is not retried automatically. Stored and serialised as `parked`.
    #[serde(rename = "parked")]
    Dead,
    Cancelled,
}

/// Selects jobs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JobFilter {
    pub state: Option<JobState>,
    /// Spelled as in the tables.
    pub kind: Option<String>,
}

/// One page of jobs, newest first, after a position; and whether there are more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut EditorialConn,
    filter: &JobFilter,
    after: Option<JobId>,
    limit: Limit,
) -> Result<(Vec<Job>, bool), Error> {
    let JobFilter { state, kind } = filter;
    let all = jobs::table.select(JobRow::as_select()).order(jobs::id.desc());
    let mut query = all.limit(limit.get() + 1).into_boxed();
    if let Some(state) = state {
        query = query.filter(jobs::state.eq(state.as_str()));
    }
    if let Some(kind) = kind {
        query = query.filter(jobs::kind.eq(kind));
    }
    if let Some(after) = after {
        query = query.filter(jobs::id.lt(after.0));
    }
    let mut rows: Vec<JobRow> = query.load(conn.inner()).await?;
    let more = page::truncate(&mut rows, limit);
    Ok((rows.into_iter().map(Job::try_from).collect::<Result<_, _>>()?, more))
}

/// Finds a job by id.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn find(conn: &mut EditorialConn, id: JobId) -> Result<Job, Error> {
    load(conn.inner(), id).await
}

/// The number of jobs per state.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn counts(conn: &mut EditorialConn) -> Result<BTreeMap<JobState, i64>, Error> {
    let query = jobs::table.group_by(jobs::state).select((jobs::state, count_star()));
    let rows: Vec<(String, i64)> = query.load(conn.inner()).await?;
    rows.into_iter().map(|(state, count)| Ok((JobState::try_from(state)?, count))).collect()
}

/// Makes a waiting, dead-lettered or cancelled job due now and resets its counters. A running job is left alone.
///
/// # Errors
/// [`Refusal::JobDone`]; [`Refusal::JobWaiting`] when another one with the same key waits; [`Refusal::NotAllowed`];
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn retry(tx: WriteTransaction<'_>, id: JobId) -> Result<Job, Error> {
    let mut conn = tx.conn;
    match lock(tx, id).await? {
        JobState::Done => return Err(Refusal::JobDone.into()),
        JobState::Running => {}
        state @ (JobState::Ready | JobState::Dead | JobState::Cancelled) => {
            let ready = (
                jobs::state.eq(JobState::Ready.as_str()),
                jobs::run_at.eq(now),
                jobs::failures.eq(0),
                jobs::crashes.eq(0),
                jobs::finished_at.eq(None::<DateTime<Utc>>),
            );
            diesel::update(jobs::table.find(id.0)).set(ready).execute(&mut conn).await?;
            notify(conn).await?;
            append_audit_entry(tx, "retry job", id, state).await?;
        }
    }
    load(conn, id).await
}

/// Cancels a job that is not done. A worker that is running it stops at its next heartbeat; side effects so far
/// remain.
///
/// # Errors
/// [`Refusal::JobDone`]; [`Refusal::NotAllowed`]; [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn cancel(tx: WriteTransaction<'_>, id: JobId) -> Result<Job, Error> {
    let mut conn = tx.conn;
    match lock(tx, id).await? {
        JobState::Done => return Err(Refusal::JobDone.into()),
        JobState::Cancelled => {}
        state @ (JobState::Ready | JobState::Running | JobState::Dead) => {
            let cancelled = (
                jobs::state.eq(JobState::Cancelled.as_str()),
                jobs::finished_at.eq(now),
                jobs::again.eq(false),
                jobs::leased_by.eq(None::<String>),
                jobs::lease_until.eq(None::<DateTime<Utc>>),
            );
            diesel::update(jobs::table.find(id.0)).set(cancelled).execute(&mut conn).await?;
            append_audit_entry(tx, "cancel job", id, state).await?;
        }
    }
    load(conn, id).await
}

/// Locks the row of a job and returns its state, after checking permission.
async fn lock(tx: WriteTransaction<'_>, id: JobId) -> Result<JobState, Error> {
    let mut conn = tx.conn;
    let locked = jobs::table.find(id.0).select(jobs::state).for_update();
    let state: Option<String> = locked.first(&mut conn).await.optional()?;
    tx.authorize(Action::ManageJobs, None).await?;
    Ok(JobState::try_from(state.ok_or(Error::NotFound)?)?)
}

async fn append_audit_entry(
    tx: WriteTransaction<'_>,
    action: &str,
    id: JobId,
    before: JobState,
) -> Result<(), Error> {
    let subject = Some(AuditSubject { kind: "job", id: id.0 });
    let detail = json!({ "state": before });
    tx.append_audit_entry(NewAuditEntry {
        action,
        subject,
        before: None,
        after: None,
        sequence: None,
        detail,
    })
    .await
}

async fn load(mut conn: &AsyncPgConnection, id: JobId) -> Result<Job, Error> {
    let row: JobRow = jobs::table.find(id.0).select(JobRow::as_select()).first(&mut conn).await?;
    Job::try_from(row)
}

impl JobState {
    pub const ALL: [Self; 5] = [Self::Ready, Self::Running, Self::Done, Self::Dead, Self::Cancelled];

    /// The state as spelled in tables and JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Running => "running",
            Self::Done => "done",
            Self::Dead => "parked",
            Self::Cancelled => "cancelled",
        }
    }
}

impl TryFrom<String> for JobState {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let state = Self::ALL.into_iter().find(|state| state.as_str() == value);
        state.ok_or_else(|| Invalid::one("enum", "A job is ready, running, done, parked or cancelled."))
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = jobs, check_for_backend(Pg))]
struct JobRow {
    id: Uuid,
    kind: String,
    payload: Value,
    state: String,
    run_at: DateTime<Utc>,
    attempt: i32,
    failures: i32,
    crashes: i32,
    last_error: Option<String>,
    progress_done: Option<i32>,
    progress_total: Option<i32>,
    created_at: DateTime<Utc>,
    finished_at: Option<DateTime<Utc>>,
}

impl TryFrom<JobRow> for Job {
    type Error = Error;

    fn try_from(row: JobRow) -> Result<Self, Error> {
        Ok(Self {
            id: JobId(row.id),
            kind: row.kind,
            payload: row.payload,
            state: JobState::try_from(row.state)?,
            run_at: row.run_at,
            attempt: row.attempt,
            failures: row.failures,
            crashes: row.crashes,
            last_error: row.last_error,
            progress: row.progress_done.zip(row.progress_total).map(|(done, total)| Progress { done, total }),
            created_at: row.created_at,
            finished_at: row.finished_at,
        })
    }
}
