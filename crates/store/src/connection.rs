//! Opening connections: TLS, role, statement timeouts and the language of messages.

use std::error::Error as _;
use std::time::Duration;

use diesel::ConnectionError;
use diesel_async::{AsyncPgConnection, SimpleAsyncConnection};
use tokio_postgres::tls::MakeTlsConnect;
use tokio_postgres::{Client, Connection, Socket};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::{Access, OpenError, tls};

/// The timeout of a read, including the wait for a connection. Longer than the statement timeout.
pub(crate) const READ_TIMEOUT: Duration = Duration::from_secs(3);

/// The statement timeouts of a pool and where it looks up tables, as connection options. Tables of `delivery` are named
/// without their schema, so that a preview reads the same statements from other relations by changing `search_path`.
pub(crate) struct Timeouts(&'static str);

impl Timeouts {
    pub(crate) const DELIVERY: Self =
        Self("-c search_path=delivery -c statement_timeout=2s -c idle_in_transaction_session_timeout=5s");
    pub(crate) const EDITORIAL: Self = Self(
        "-c search_path=delivery -c statement_timeout=5s -c lock_timeout=4s -c idle_in_transaction_session_timeout=5s",
    );
    pub(crate) const OPERATIONS: Self =
        Self("-c search_path=delivery -c statement_timeout=2s -c idle_in_transaction_session_timeout=5s");
    /// A listening connection runs one statement and then waits.
    pub(crate) const LISTENING: Self = Self("-c search_path=delivery -c statement_timeout=2s");
    /// Commands run for as long as they need to, and migrations set timeouts per statement. They name every schema.
    const NONE: Self = Self("-c client_min_messages=warning");
}

/// A connection that the caller polls.
pub(crate) type RawConnection = Connection<Socket, <MakeRustlsConnect as MakeTlsConnect<Socket>>::Stream>;

/// Opens a connection outside the pools, without timeouts of statements.
pub(crate) async fn open(access: &Access) -> Result<AsyncPgConnection, OpenError> {
    Ok(connect(access, &Timeouts::NONE).await?)
}

/// Opens a connection.
pub(crate) async fn connect(access: &Access, timeouts: &Timeouts) -> Result<AsyncPgConnection, ConnectError> {
    let (client, connection) = connect_raw(access, timeouts).await?;
    let connected = AsyncPgConnection::try_from_client_and_connection(client, connection).await;
    let mut connection = connected.map_err(|error| ConnectError::Failed(error.to_string()))?;
    let made = connection.batch_execute(ENGLISH_MESSAGES).await;
    made.map(|()| connection).map_err(|error| ConnectError::Failed(error.to_string()))
}

/// Error messages in English, by which [`crate::Error`] recognises some outages. Only roles that may set `lc_messages`
/// can choose: superusers, and those whom a superuser has granted it (`roles`).
const ENGLISH_MESSAGES: &str =
    "SELECT set_config('lc_messages', 'C', false) WHERE has_parameter_privilege('lc_messages', 'SET')";

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

impl From<ConnectError> for OpenError {
    fn from(error: ConnectError) -> Self {
        match error {
            ConnectError::Certificate(text) => Self::Untrusted(text),
            ConnectError::Timeout => Self::Timeout,
            ConnectError::Failed(text) => Self::Unreachable(text),
        }
    }
}

impl From<ConnectError> for ConnectionError {
    fn from(error: ConnectError) -> Self {
        Self::BadConnection(error.to_string())
    }
}
