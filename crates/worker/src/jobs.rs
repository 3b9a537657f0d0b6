//! The jobs: which kinds there are handlers for, and what a handler is given.
//!
//! A handler may run more than once for a job, and at the same time as another one that is believed dead: doing it twice
//! must come to the same as doing it once.

mod prune;
mod purge_edge;
mod refresh_editions;

use std::collections::BTreeMap;
use std::sync::Arc;

use blocking_pool::BlockingPool;
use domain::JobId;
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde::de::DeserializeOwned;
use serde_json::Value;
use store::operations::jobs;
use store::operations::jobs::{Claimed, Fenced, JobKind, Lease};
use store::{Error, Store};
use thiserror::Error as ThisError;

/// What this binary knows how to do. A kind is one line.
#[must_use]
pub fn handlers(renderers: BlockingPool) -> Handlers {
    let client = reqwest::Client::new();
    Handlers::default()
        .with(JobKind::Prune, prune::perform)
        .with(JobKind::PurgeEdge, move |job| purge_edge::perform(client.clone(), job))
        .with(JobKind::RefreshEditions, move |job| refresh_editions::perform(renderers.clone(), job))
}

/// Who does which kind of job. Kinds that nobody does are left to workers of other versions.
#[derive(Clone, Default)]
pub struct Handlers(BTreeMap<JobKind, Handler>);

/// Does one kind of job.
pub(crate) type Handler = Arc<dyn Fn(Job) -> BoxFuture<'static, Result<(), Failure>> + Send + Sync>;

/// A job that is being done.
#[derive(Clone)]
pub struct Job {
    store: Store,
    lease: Lease,
    payload: Value,
}

/// Why a job was not done.
#[derive(Debug, ThisError)]
pub enum Failure {
    /// The store did not do what it was asked. It is tried again.
    #[error(transparent)]
    Store(#[from] Error),
    /// Another worker has the job by now, or somebody cancelled it.
    #[error("the job is no longer this worker's own")]
    LeaseLost,
    /// It says to do something that is not understood here, and never will be: it is parked.
    #[error("the payload is not understood: {0}")]
    Payload(serde_json::Error),
    /// Something else. It is tried again.
    #[error("{0}")]
    Other(String),
}

impl Handlers {
    /// These, and one more.
    #[must_use]
    pub fn with<Performing>(
        mut self,
        kind: JobKind,
        perform: impl Fn(Job) -> Performing + Send + Sync + 'static,
    ) -> Self
    where
        Performing: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        self.0.insert(kind, Arc::new(move |job| perform(job).boxed()));
        self
    }

    pub(crate) fn kinds(&self) -> Vec<JobKind> {
        self.0.keys().copied().collect()
    }

    pub(crate) fn of(&self, kind: JobKind) -> Option<Handler> {
        self.0.get(&kind).cloned()
    }
}

impl Job {
    pub(crate) fn new(store: Store, claimed: &Claimed) -> Self {
        Self { store, lease: claimed.lease.clone(), payload: claimed.payload.clone() }
    }

    /// Its identity.
    #[must_use]
    pub fn id(&self) -> JobId {
        self.lease.job()
    }

    /// Where the content is.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// What it is to be done to.
    ///
    /// # Errors
    /// [`Failure::Payload`].
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        T::deserialize(&self.payload).map_err(Failure::Payload)
    }

    /// Says how far it is, for those who look on.
    ///
    /// # Errors
    /// [`Failure::LeaseLost`], after which a handler has nothing more to do; [`Failure::Store`].
    pub async fn progress(&self, done: i32, total: i32) -> Result<(), Failure> {
        let mut conn = self.store.operations().await?;
        match jobs::progress(&mut conn, &self.lease, done, total).await? {
            Fenced::Written => Ok(()),
            Fenced::LeaseLost => Err(Failure::LeaseLost),
        }
    }
}
