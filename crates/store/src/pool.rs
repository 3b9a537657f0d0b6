//! Bounded connection pools, one per side, and typed connections that keep the sides apart.

use std::sync::Arc;
use std::time::Duration;

use deadpool::Runtime;
use deadpool::managed::QueueMode;
use diesel::ConnectionError;
use diesel_async::AsyncPgConnection;
use diesel_async::pooled_connection::deadpool::{Object, Pool};
use diesel_async::pooled_connection::{AsyncDieselConnectionManager, ManagerConfig, RecyclingMethod};
use futures_util::FutureExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;

use crate::connection::{READ_TIMEOUT, Timeouts, connect};
use crate::replica::Replica;
use crate::write::{Outcome, WriteContext, WriteOperation, WriteTransaction};
use crate::{Access, Config, Error, OpenError, write};

#[derive(Clone)]
pub struct Store {
    delivery: Pool<AsyncPgConnection>,
    pub(crate) replica: Option<Replica>,
    editorial: Pool<AsyncPgConnection>,
    operations: Pool<AsyncPgConnection>,
    /// The runtime on which writes run to completion, even when the caller is cancelled.
    runtime: Handle,
    /// Serialises the computation of preview sets, so that concurrent first requests share one.
    pub(crate) preview_computations: Arc<Semaphore>,
    /// Limits the editorial connections that previews use, so that readers of previews cannot block editors.
    pub(crate) preview_connections: Arc<Semaphore>,
    writer: Access,
}

/// A connection as the reader role, which may read the public views only.
pub struct DeliveryConn(pub(crate) Object<AsyncPgConnection>);

/// A connection for the editorial side.
pub struct EditorialConn(pub(crate) Object<AsyncPgConnection>);

/// A connection for health checks, jobs and timers.
pub struct OperationsConn(Object<AsyncPgConnection>);

impl Store {
    /// Creates the pools without connecting.
    ///
    /// # Errors
    /// When a pool cannot be built, which only a wrong configuration does.
    pub fn new(config: &Config) -> Result<Self, OpenError> {
        let Config { owner: _, writer, reader, replica, pools } = config;
        let readers = |access| pool(access, pools.delivery, Duration::from_millis(250), Timeouts::DELIVERY);
        Ok(Self {
            delivery: readers(reader)?,
            replica: replica.as_ref().map(readers).transpose()?.map(Replica::new),
            editorial: pool(writer, pools.editorial, Duration::from_secs(1), Timeouts::EDITORIAL)?,
            operations: pool(writer, pools.operations, Duration::from_secs(1), Timeouts::OPERATIONS)?,
            runtime: Handle::current(),
            preview_computations: Arc::new(Semaphore::new(1)),
            preview_connections: Arc::new(Semaphore::new((pools.editorial / 4).max(1))),
            writer: writer.clone(),
        })
    }

    /// A connection for public reads.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none comes free in time or the database cannot be reached.
    pub async fn delivery(&self) -> Result<DeliveryConn, Error> {
        self.delivery.get().await.map(DeliveryConn).map_err(Error::unavailable)
    }

    /// Runs a public read on a pooled connection, with a timeout. The database cancels slow statements itself; this
    /// timeout covers a database that does not respond at all.
    ///
    /// # Errors
    /// Those of `read`, and [`Error::Unavailable`] when it took too long.
    pub async fn read<T>(
        &self,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let reading = async { read(&mut self.delivery().await?).await };
        tokio::time::timeout(READ_TIMEOUT, reading).await.map_err(Error::unavailable)?
    }

    /// Runs an editorial read on a pooled connection, with a timeout.
    ///
    /// # Errors
    /// Those of `read`, and [`Error::Unavailable`] when it took too long.
    pub async fn read_editorial<T>(
        &self,
        read: impl AsyncFnOnce(&mut EditorialConn) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let reading = async { read(&mut self.editorial().await?).await };
        tokio::time::timeout(WRITE_TIMEOUT, reading).await.map_err(Error::unavailable)?
    }

    /// Runs a write in one transaction ([`write::once`]) on a pooled connection, in a task of its own, so that a client
    /// that disconnects does not abort it.
    ///
    /// # Errors
    /// Those of [`write::once`], and [`Error::Unavailable`] when it took too long: then the write may or may not have
    /// been committed.
    pub async fn write<T, E, F>(&self, context: WriteContext, operation: F) -> Result<Outcome<T>, E>
    where
        for<'r> F: AsyncFnOnce(WriteTransaction<'r>) -> Result<T, E>
            + WriteOperation<WriteTransaction<'r>, Result<T, E>, Fut: Send>
            + Send
            + 'static,
        T: Serialize + DeserializeOwned + Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let store = self.clone();
        let writing = self.runtime.spawn(async move {
            let mut conn = store.editorial().await?;
            write::once(&mut conn, &context, operation).await
        });
        let ended = tokio::time::timeout(WRITE_TIMEOUT, writing).await.map_err(Error::unavailable)?;
        ended.map_err(Error::internal)?
    }

    /// Runs statements that take locks or change data on a pooled connection, in a task of its own, so that a client that
    /// disconnects does not leave an open transaction behind.
    ///
    /// # Errors
    /// Those of `run`, and [`Error::Unavailable`] when it took too long.
    pub async fn run_detached<T, W>(
        &self,
        run: impl FnOnce(EditorialConn) -> W + Send + 'static,
    ) -> Result<T, Error>
    where
        T: Send + 'static,
        W: Future<Output = Result<T, Error>> + Send + 'static,
    {
        let store = self.clone();
        let running = self.runtime.spawn(async move { run(store.editorial().await?).await });
        let ended = tokio::time::timeout(WRITE_TIMEOUT, running).await.map_err(Error::unavailable)?;
        ended.map_err(Error::internal)?
    }

    /// A connection for editors.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none comes free in time or the database cannot be reached.
    pub async fn editorial(&self) -> Result<EditorialConn, Error> {
        self.editorial.get().await.map(EditorialConn).map_err(Error::unavailable)
    }

    /// A connection for health checks, jobs and timers.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when none comes free in time or the database cannot be reached.
    pub async fn operations(&self) -> Result<OperationsConn, Error> {
        self.operations.get().await.map(OperationsConn).map_err(Error::unavailable)
    }

    /// The access for dedicated connections.
    pub(crate) fn writer(&self) -> &Access {
        &self.writer
    }

    /// Closes the pools; connections in use close when they are returned.
    pub fn close(&self) {
        let replica = self.replica.iter().map(Replica::pool);
        for pool in [&self.delivery, &self.editorial, &self.operations].into_iter().chain(replica) {
            pool.close();
        }
    }
}

impl DeliveryConn {
    pub(crate) fn inner(&mut self) -> &mut AsyncPgConnection {
        &mut self.0
    }
}

impl EditorialConn {
    pub(crate) fn inner(&mut self) -> &mut AsyncPgConnection {
        &mut self.0
    }
}

impl OperationsConn {
    pub(crate) fn inner(&mut self) -> &mut AsyncPgConnection {
        &mut self.0
    }
}

/// The timeout of a write. Longer than the statement and lock timeouts.
const WRITE_TIMEOUT: Duration = Duration::from_secs(10);

fn pool(
    access: &Access,
    size: usize,
    wait: Duration,
    timeouts: Timeouts,
) -> Result<Pool<AsyncPgConnection>, OpenError> {
    // tokio-postgres drives a connection on the runtime that opened it, and actix workers have runtimes of their own,
    // which end before the pools do. So every connection is opened on the runtime that created the pool.
    let runtime = Handle::current();
    let access = access.clone();
    let timeouts = std::sync::Arc::new(timeouts);
    let mut config = ManagerConfig::default();
    config.recycling_method = RecyclingMethod::Fast;
    config.custom_setup = Box::new(move |_| {
        let (access, timeouts) = (access.clone(), timeouts.clone());
        let opening = runtime.spawn(async move { connect(&access, &timeouts).await });
        async move {
            let opened = opening.await.map_err(|error| ConnectionError::BadConnection(error.to_string()))?;
            opened.map_err(ConnectionError::from)
        }
        .boxed()
    });
    let manager = AsyncDieselConnectionManager::new_with_config("", config);
    Pool::builder(manager)
        .max_size(size)
        // LIFO: under low load few connections are used, so fewer hold prepared statements and buffers.
        .queue_mode(QueueMode::Lifo)
        .runtime(Runtime::Tokio1)
        .wait_timeout(Some(wait))
        .create_timeout(Some(Duration::from_secs(2)))
        .recycle_timeout(Some(wait))
        .build()
        .map_err(|error| OpenError::Unreachable(error.to_string()))
}
