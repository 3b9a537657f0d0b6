//! Listening: `actix_web::HttpServer` without its builder, because that one only takes `TcpStream` for a connection.

use std::fmt;
use std::future::ready;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_http::error::DispatchError;
use actix_http::{HttpServiceBuilder, Request, Response};
use actix_server::Server;
use actix_service::{IntoServiceFactory, Service, ServiceFactory, ServiceFactoryExt, fn_service, map_config};
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::AppConfig;
use actix_web::rt::net::TcpStream;
use socket2::SockRef;

use crate::http::client_connection::ClientConnection;
use crate::server::connection::{self, Connection};
use crate::server::connection_limit::{ConnectionLimit, TooManyConnections};
use crate::server::{HttpConfig, RunningServer};

/// How long sent data may stay unacknowledged before the kernel closes the connection.
const UNACKNOWLEDGED_TIMEOUT: Duration = Duration::from_secs(30);

/// How long an unread request body is drained after the response, so that the client can read the response.
const UNREAD_BODY_TIMEOUT: Duration = Duration::from_secs(1);

/// Serves an application on a listener that is bound already. After a stop was requested, requests in progress have
/// `shutdown_seconds`.
///
/// # Errors
/// When the listener cannot be used.
pub(super) fn listen<F, I, S, B>(
    listener: TcpListener,
    config: &HttpConfig,
    shutdown_seconds: u64,
    application: F,
) -> io::Result<RunningServer>
where
    F: Fn() -> I + Send + Clone + 'static,
    I: IntoServiceFactory<S, Request>,
    S: ServiceFactory<Request, Config = AppConfig> + 'static,
    S::Future: 'static,
    S::Error: Into<Error> + 'static,
    S::InitError: fmt::Debug,
    S::Response: Into<Response<B>> + 'static,
    S::Service: 'static,
    <S::Service as Service<Request>>::Future: 'static,
    B: MessageBody + 'static,
{
    let (HttpConfig { request_head, keep_alive, .. }, limit) = (config.clone(), ConnectionLimit::new(config));
    let builder = Server::build().disable_signals().shutdown_timeout(shutdown_seconds);
    let stopping = builder.graceful_shutdown_signal();
    let server = builder.listen("http", listener, move || {
        let (stopping, limit) = (stopping.clone(), limit.clone());
        let application = application().into_factory().map_err(|error| error.into().error_response());
        let http = HttpServiceBuilder::default()
            .graceful_shutdown_signal(move || {
                let stopping = stopping.clone();
                async move { stopping.notified().await }
            })
            .keep_alive(keep_alive)
            .client_request_timeout(request_head)
            .client_disconnect_timeout(UNREAD_BODY_TIMEOUT)
            .on_connect_ext(|connection: &Connection, data| {
                data.insert(connection.state());
                if let Some(socket) = connection.socket() {
                    ClientConnection::register(socket, data);
                }
            })
            .h1(map_config(application, |()| AppConfig::default()));
        fn_service(move |stream: TcpStream| ready(accept(stream, &limit, request_head))).and_then(http)
    })?;
    let server = server.run();
    Ok(RunningServer { handle: server.handle(), ended: tokio::spawn(server) })
}

/// Accepts a connection if its address is below the limit; otherwise refuses it with a 429.
fn accept(
    stream: TcpStream,
    limit: &Arc<ConnectionLimit>,
    request_head: Duration,
) -> Result<(Connection, Option<SocketAddr>), DispatchError> {
    set_unacknowledged_timeout(&stream);
    let peer = stream.peer_addr().map_err(DispatchError::Io)?;
    match limit.admit(peer.ip()) {
        Ok(slot) => Ok((Connection::new(stream, request_head, slot), Some(peer))),
        Err(TooManyConnections) => {
            tracing::debug!(address = %peer.ip(), "too many connections; a reverse proxy goes into MASTHEAD_TRUSTED_PROXIES");
            connection::refuse(stream, limit.refusal());
            Err(DispatchError::Io(io::ErrorKind::ConnectionRefused.into()))
        }
    }
}

/// Sets `TCP_USER_TIMEOUT`, so that the kernel closes a connection whose client acknowledges nothing. Otherwise a
/// response that cannot be written would wait for ever.
fn set_unacknowledged_timeout(stream: &TcpStream) {
    // Best effort: without the option, dead clients only hold their connection longer.
    let _set = SockRef::from(stream).set_tcp_user_timeout(Some(UNACKNOWLEDGED_TIMEOUT));
}
