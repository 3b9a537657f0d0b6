//! Whether the client of a request is still connected. The HTTP server does not check: it finishes a response even if the
//! client closed its side (a client may half-close and still read), so a handler that takes long has to check.

use std::io::ErrorKind;
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::time::Duration;

use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;
use socket2::{SockRef, Socket};

/// A second handle to the socket of a connection.
#[derive(Clone)]
pub(crate) struct ClientConnection(Arc<Socket>);

/// How often a waiting handler checks whether the client is connected.
const INTERVAL: Duration = Duration::from_millis(100);

impl ClientConnection {
    /// Adds the handle to the data of a new connection. If it cannot be created, because the process has too many open files,
    /// the client counts as connected.
    pub(crate) fn register(stream: &TcpStream, data: &mut Extensions) {
        if let Ok(socket) = SockRef::from(stream).try_clone() {
            data.insert(Self(Arc::new(socket)));
        }
    }

    /// Waits until the client has closed the connection or its write side.
    pub(crate) async fn closed(&self) {
        while self.is_open() {
            tokio::time::sleep(INTERVAL).await;
        }
    }

    /// The socket is non-blocking, so that peeking at the next byte does not wait for one.
    fn is_open(&self) -> bool {
        match self.0.peek(&mut [MaybeUninit::uninit()]) {
            Ok(read) => read > 0,
            Err(error) => matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::Interrupted),
        }
    }
}
