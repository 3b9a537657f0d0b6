//! Background jobs with at-least-once execution.
//!
//! A job is enqueued within the transaction that requires it, so it exists exactly when the change was committed. The
//! handlers and the retry policy are in the worker.

mod admin;
mod claim;
mod kind;
mod lease;
mod periodic;

use std::collections::BTreeMap;

use diesel::sql_query;
use diesel::sql_types::{Array, Jsonb, Nullable, SmallInt, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::TermId;
use futures_util::TryFutureExt;
use serde_json::{Value, json};
use uuid::Uuid;

pub use admin::{Job, JobFilter, JobState, Progress, cancel, counts, find, list, retry};
#[cfg(feature = "testing")]
pub(crate) use claim::CLAIM;
pub use claim::{ClaimResult, ClaimedJob, MAX_CLAIM, claim};
pub use kind::JobKind;
pub use lease::{FencedWrite, Lease, complete, dead_letter, fail, heartbeat, progress, release};
pub use periodic::enqueue_periodic;

use crate::Error;
use crate::statement_cache::prepared;

/// The NOTIFY channel for new jobs. Only a wake-up; the table is authoritative.
pub const CHANNEL: &str = "masthead_jobs";

/// A job to enqueue.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    kind: JobKind,
    /// Jobs with the same key are coalesced while one is waiting.
    key: Option<String>,
    payload: Value,
}

impl NewJob {
    /// Rerenders the editions that copied a term, after the term changed.
    #[must_use]
    pub fn rerender_term(term: TermId) -> Self {
        Self {
            kind: JobKind::RerenderEditions,
            key: Some(term.0.to_string()),
            payload: json!({ "term": term.0 }),
        }
    }

    /// Rerenders the editions that were rendered by an older version of the markup rules.
    #[must_use]
    pub fn rerender_outdated(markup_version: u32) -> Self {
        Self {
            kind: JobKind::RerenderEditions,
            key: Some(format!("markup {markup_version}")),
            payload: json!({ "markup_version": markup_version }),
        }
    }

    /// Deletes expired rows.
    #[must_use]
    pub fn prune() -> Self {
        Self { kind: JobKind::Prune, key: Some(JobKind::Prune.as_str().to_owned()), payload: json!({}) }
    }
}

/// Enqueues jobs within the caller's transaction and wakes the workers on commit. A job whose key is already waiting
/// is merged into that one, which becomes due now; if that one is running, it runs once more.
///
/// # Errors
/// [`Error::Unavailable`].
pub(crate) async fn enqueue(mut conn: &AsyncPgConnection, jobs: &[NewJob]) -> Result<(), Error> {
    if jobs.is_empty() {
        return Ok(());
    }
    let rows = JobColumns::from_jobs(jobs);
    let insert = sql_query(ENQUEUE)
        .bind::<Array<SqlUuid>, _>(rows.ids)
        .bind::<Array<Text>, _>(rows.kinds)
        .bind::<Array<Nullable<Text>>, _>(rows.keys)
        .bind::<Array<Jsonb>, _>(rows.payloads)
        .bind::<Array<SmallInt>, _>(rows.priorities);
    let insert = prepared(insert).execute(&mut conn).map_err(Error::from);
    tokio::try_join!(biased; insert, notify(conn))?;
    Ok(())
}

/// Wakes the workers on commit. Postgres delivers equal notifications of one transaction once.
async fn notify(mut conn: &AsyncPgConnection) -> Result<(), Error> {
    let notify = sql_query("SELECT pg_notify($1, '')").bind::<Text, _>(CHANNEL);
    prepared(notify).execute(&mut conn).await?;
    Ok(())
}

/// `DO UPDATE` locks the existing row even when nothing changes, so that no worker can claim it before the caller's
/// transaction commits and miss its changes.
const ENQUEUE: &str = "INSERT INTO operations.jobs (id, kind, key, payload, priority) \
    SELECT * FROM unnest($1, $2, $3, $4, $5) \
    ON CONFLICT (kind, key) WHERE state IN ('ready', 'running') DO UPDATE \
    SET again = jobs.state = 'running', run_at = least(jobs.run_at, excluded.run_at)";

#[derive(Default)]
struct JobColumns {
    ids: Vec<Uuid>,
    kinds: Vec<&'static str>,
    keys: Vec<Option<String>>,
    payloads: Vec<Value>,
    priorities: Vec<i16>,
}

impl JobColumns {
    /// Deduplicated and sorted by key, so that transactions that enqueue the same keys lock them in the same order
    /// and do not deadlock.
    fn from_jobs(jobs: &[NewJob]) -> Self {
        let without_key = jobs.iter().filter(|job| job.key.is_none());
        let by_key: BTreeMap<(&str, &Option<String>), &NewJob> = jobs
            .iter()
            .filter(|job| job.key.is_some())
            .map(|job| ((job.kind.as_str(), &job.key), job))
            .collect();
        let mut rows = Self::default();
        for NewJob { kind, key, payload } in without_key.chain(by_key.into_values()) {
            rows.ids.push(Uuid::now_v7());
            rows.kinds.push(kind.as_str());
            rows.keys.push(key.clone());
            rows.payloads.push(payload.clone());
            rows.priorities.push(kind.priority());
        }
        rows
    }
}
