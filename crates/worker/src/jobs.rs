//! The job handlers, by kind, and the interface that a handler gets.
//!
//! Jobs run at least once. A handler may run again for the same job, even concurrently with an earlier attempt whose
//! worker is presumed dead, so every handler is idempotent.

mod cdn_purges;
mod prune;
mod rerender_editions;

use std::collections::BTreeMap;
use std::sync::Arc;

use blocking_pool::BlockingPool;
use domain::JobId;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::operations::jobs;
use store::operations::jobs::{ClaimedJob, FencedWrite, JobKind, Lease};
use store::{Error, Store};
use thiserror::Error as ThisError;

/// The handlers of this version, one line for each kind.
#[must_use]
pub fn handlers(renderers: BlockingPool) -> Handlers {
    let client = reqwest::Client::new();
    Handlers::default()
        .with(JobKind::Prune, prune::run)
        .with(JobKind::PurgeCdn, move |job| cdn_purges::run(client.clone(), job))
        .with(JobKind::RerenderEditions, move |job| rerender_editions::run(renderers.clone(), job))
}

/// A map from job kinds to handlers. Kinds without a handler are not claimed: workers of other versions run them.
#[derive(Clone, Default)]
pub struct Handlers(BTreeMap<JobKind, Handler>);

/// A handler of one kind of job.
pub(crate) type Handler = Arc<dyn Fn(Job) -> BoxFuture<'static, Result<(), JobError>> + Send + Sync>;

/// A claimed job, as its handler sees it.
#[derive(Clone)]
pub struct Job {
    store: Store,
    lease: Lease,
    payload: Value,
}

/// Why an attempt failed.
#[derive(Debug, ThisError)]
pub enum JobError {
    /// A database error. The job is retried.
    #[error(transparent)]
    Store(#[from] Error),
    /// Another worker has claimed the job meanwhile, or an operator has cancelled it. Nothing is recorded.
    #[error("the lease was lost: another worker has the job, or it was cancelled")]
    LeaseLost,
    /// The payload cannot be decoded. The job is dead-lettered at once, because a retry would fail the same way.
    #[error("the payload is not understood: {0}")]
    Payload(serde_json::Error),
    /// Any other error. The job is retried.
    #[error("{0}")]
    Other(String),
}

impl Handlers {
    /// Adds a handler, replacing an earlier one of the same kind.
    #[must_use]
    pub fn with<Fut>(mut self, kind: JobKind, handler: impl Fn(Job) -> Fut + Send + Sync + 'static) -> Self
    where
        Fut: Future<Output = Result<(), JobError>> + Send + 'static,
    {
        self.0.insert(kind, Arc::new(move |job| handler(job).boxed()));
        self
    }

    pub(crate) fn kinds(&self) -> Vec<JobKind> {
        self.0.keys().copied().collect()
    }

    pub(crate) fn get(&self, kind: JobKind) -> Option<Handler> {
        self.0.get(&kind).cloned()
    }
}

impl Job {
    pub(crate) fn new(store: Store, claimed: &ClaimedJob) -> Self {
        Self { store, lease: claimed.lease.clone(), payload: claimed.payload.clone() }
    }

    #[must_use]
    pub fn id(&self) -> JobId {
        self.lease.job()
    }

    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Decodes the payload.
    ///
    /// # Errors
    /// [`JobError::Payload`].
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, JobError> {
        T::deserialize(&self.payload).map_err(JobError::Payload)
    }

    /// Records the progress that `masthead jobs` and the editorial API show.
    ///
    /// # Errors
    /// [`JobError::LeaseLost`], on which the handler must stop; [`JobError::Store`].
    pub async fn progress(&self, done: i32, total: i32) -> Result<(), JobError> {
        let mut conn = self.store.operations().await?;
        match jobs::progress(&mut conn, &self.lease, done, total).await? {
            FencedWrite::Written => Ok(()),
            FencedWrite::LeaseLost => Err(JobError::LeaseLost),
        }
    }
}
