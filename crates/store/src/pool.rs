//! Bounded connection pools, one per side, and typed connections that keep the sides apart.

use std::error::Error as _;
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
use tokio_postgres::tls::MakeTlsConnect;
use tokio_postgres::{Client, Connection, Socket};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::replica::Replica;
use crate::write::{Outcome, WriteContext, WriteOperation, WriteTransaction};
use crate::{Access, Config, Error, OpenError, tls, write};

#[derive(Clone)]
pub struct Store {
    delivery: Pool<AsyncPgConnection>,
    pub(crate) replica: Option<Replica>,
    editorial: Pool<AsyncPgConnection>,
    operations: Pool<AsyncPgConnection>,
    /// The runtime on which writes run to completion, even when the caller is cancelled.
    runtime: Handle,
    /// Serialises preview reads: a preview holds the counter's lock, which blocks all acts.
    pub(crate) previews: Arc<Semaphore>,
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
            previews: Arc::new(Semaphore::new(1)),
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
    /// Those of [`write::once`], and [`Error::Unavailable`] when it took too long: then it is not known what came of it.
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

/// The timeout of a read, including the wait for a connection. Longer than the statement timeout.
pub(crate) const READ_TIMEOUT: Duration = Duration::from_secs(3);

/// The timeout of a write. Longer than the statement and lock timeouts.
const WRITE_TIMEOUT: Duration = Duration::from_secs(10);

/// The statement timeouts of a pool and where it looks up tables, as connection options. Tables of `delivery` are named
/// without their schema, so that a preview reads the same statements from other relations by changing `search_path`.
pub(crate) struct Timeouts(&'static str);

impl Timeouts {
    const DELIVERY: Self =
        Self("-c search_path=delivery -c statement_timeout=2s -c idle_in_transaction_session_timeout=5s");
    const EDITORIAL: Self = Self(
        "-c search_path=delivery -c statement_timeout=5s -c lock_timeout=4s -c idle_in_transaction_session_timeout=5s",
    );
    const OPERATIONS: Self =
        Self("-c search_path=delivery -c statement_timeout=2s -c idle_in_transaction_session_timeout=5s");
    /// A listening connection runs one statement and then waits.
    pub(crate) const LISTENING: Self = Self("-c search_path=delivery -c statement_timeout=2s");
    /// Migrations set timeouts per statement, and name every schema.
    pub(crate) const MIGRATIONS: Self = Self("-c client_min_messages=warning");
}

/// A connection that the caller polls.
pub(crate) type RawConnection = Connection<Socket, <MakeRustlsConnect as MakeTlsConnect<Socket>>::Stream>;

/// Opens a connection outside the pools.
pub(crate) async fn connect(access: &Access, timeouts: &Timeouts) -> Result<AsyncPgConnection, ConnectError> {
    let (client, connection) = connect_raw(access, timeouts).await?;
    let connected = AsyncPgConnection::try_from_client_and_connection(client, connection).await;
    connected.map_err(|error| ConnectError::Failed(error.to_string()))
}

/// [`connect`] for callers that also need notifications.
pub(crate) async fn connect_raw(
    access: &Access,
    timeouts: &Timeouts,
) -> Result<(Client, RawConnection), ConnectError> {
    let mut config: tokio_postgres::Config = access.url.parse()?;
    let role = access.role.as_ref().map(|role| format!("-c role={role}"));
    let configured = config.get_options().map(str::to_owned);
    let options: Vec<String> = configured.into_iter().chain([timeouts.0.to_owned()]).chain(role).collect();
    config.options(options.join(" ")).application_name("masthead");
    tls::leave_out_where_local(&mut config);
    // A server may accept the TCP connection and then never respond.
    let connector = tls::connector().map_err(|error| ConnectError::Failed(error.to_string()))?;
    let connected = tokio::time::timeout(CONNECT_TIMEOUT, config.connect(connector)).await;
    Ok(connected.map_err(|_| ConnectError::Timeout)??)
}

/// The timeout of opening a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// Why a connection could not be opened. What the caller does depends on the variant, never on the wording.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConnectError {
    #[error("the connection timed out")]
    Timeout,
    #[error("{0}")]
    Certificate(String),
    #[error("{0}")]
    Failed(String),
}

impl From<tokio_postgres::Error> for ConnectError {
    fn from(error: tokio_postgres::Error) -> Self {
        let source = error.source().map(|source| format!(": {source}")).unwrap_or_default();
        let text = format!("{error}{source}");
        if tls::is_certificate_error(&error) { Self::Certificate(text) } else { Self::Failed(text) }
    }
}

impl From<ConnectError> for ConnectionError {
    fn from(error: ConnectError) -> Self {
        Self::BadConnection(error.to_string())
    }
}

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
