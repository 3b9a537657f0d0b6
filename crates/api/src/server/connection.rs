//! A TCP connection between the socket and the HTTP library. actix-http responds to requests that it cannot parse (a bad
//! request line, too many headers, an incomplete head) with an empty response, and has no hook for that. So its writes pass
//! through here, where such a response is replaced with a problem document.
//!
//! The library has a timeout for the head of the first request only. So its reads pass through here too: bytes that arrive
//! while no handler is active (the head of a later request, or a body that no handler reads) have a deadline.
//!
//! A response of the library is recognised by what it lacks: every response of a handler has `X-Request-Id`, because the
//! outermost middleware adds it, and no body of a handler ends with an empty line (CR LF CR LF).

use std::io;
use std::mem;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use actix_web::rt::net::TcpStream;
use bytes::{Buf, BytesMut};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, ReadBuf};
use tokio::runtime::Handle;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::{Instant, Sleep, sleep_until};

use crate::http::connection_state::ConnectionState;
use crate::http::middleware::{REQUEST_ID, closing_response};
use crate::problem::{Problem, ProblemKind};
use crate::server::connection_limit::ConnectionSlot;

/// A connection, and the problem document that replaces a response of the library.
pub(super) struct Connection {
    /// `None` only while it is dropped.
    stream: Option<TcpStream>,
    state: Rc<ConnectionState>,
    /// The part of a problem document that is not written yet.
    outgoing: BytesMut,
    /// The connection closes after a problem document, while the client may still be sending.
    closes_gently: bool,
    /// The last write waits until the client reads.
    is_write_blocked: bool,
    /// How long the head of a request may take.
    request_head: Duration,
    /// When the first byte arrived that belongs to no request of an active handler.
    unanswered_since: Option<Instant>,
    /// Wakes the connection at the deadline of those bytes. It is reset when it fires, not for each request.
    timer: Option<Pin<Box<Sleep>>>,
    has_timed_out: bool,
    slot: Option<ConnectionSlot>,
}

/// How long a client may continue sending after a problem document that closes the connection. Closing at once would make
/// the kernel send a reset, and the client might never read the document.
const MAX_CLOSE_TIME: Duration = Duration::from_secs(2);

/// More than the longest empty response of the library, which has about 150 bytes.
const MAX_EMPTY_RESPONSE_BYTES: usize = 256;

impl Connection {
    pub(super) fn new(stream: TcpStream, request_head: Duration, slot: Option<ConnectionSlot>) -> Self {
        Self {
            stream: Some(stream),
            state: Rc::default(),
            outgoing: BytesMut::new(),
            closes_gently: false,
            is_write_blocked: false,
            request_head,
            unanswered_since: None,
            timer: None,
            has_timed_out: false,
            slot,
        }
    }

    /// The socket, until the connection is dropped.
    pub(super) fn socket(&self) -> Option<&TcpStream> {
        self.stream.as_ref()
    }

    /// The state that the connection shares with its requests.
    pub(super) fn state(&self) -> Rc<ConnectionState> {
        self.state.clone()
    }

    /// Writes the problem document that replaces a response of the library.
    fn poll_outgoing(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.outgoing.is_empty() {
            let written = ready!(stream(&mut self.stream)?.poll_write(cx, &self.outgoing))?;
            if written == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.outgoing.advance(written);
        }
        Poll::Ready(Ok(()))
    }

    /// Closes the connection if the bytes that arrived have not become a request in time. The library sees the end of the
    /// stream.
    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Some(since) = self.unanswered_since else { return Poll::Pending };
        let mut deadline = since + self.request_head;
        if self.is_write_blocked {
            // A client reads a response slowly; a problem document would end up in the middle of it.
            deadline = Instant::now() + self.request_head;
        }
        let mut timer = self.timer.take().unwrap_or_else(|| Box::pin(sleep_until(deadline)));
        let is_over = loop {
            if timer.as_mut().poll(cx).is_pending() {
                break false;
            }
            if Instant::now() >= deadline {
                break true;
            }
            timer.as_mut().reset(deadline);
        };
        self.timer = Some(timer);
        if !is_over {
            return Poll::Pending;
        }
        self.has_timed_out = true;
        self.replace(ProblemKind::RequestTimeout);
        Poll::Ready(Ok(()))
    }

    /// Sends a problem document instead of a response of the library.
    fn replace(&mut self, kind: ProblemKind) {
        // Send only one: the timeout of the library and the one here may expire at the same time.
        if mem::replace(&mut self.closes_gently, true) {
            return;
        }
        // The error is in the body of a request that has its response already; a second one would belong to no request.
        if !self.state.is_body_unread() {
            self.outgoing.extend_from_slice(&closing_response(&Problem::for_connection(kind)));
        }
    }
}

fn stream(stream: &mut Option<TcpStream>) -> io::Result<Pin<&mut TcpStream>> {
    stream.as_mut().map(Pin::new).ok_or_else(|| io::ErrorKind::NotConnected.into())
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.has_timed_out {
            return Poll::Ready(Ok(()));
        }
        if self.state.take_head_complete() {
            self.unanswered_since = None;
        }
        let before = into.filled().len();
        let read = stream(&mut self.stream)?.poll_read(cx, into);
        if self.state.is_active() {
            return read;
        }
        if read.is_ready() {
            if into.filled().len() > before {
                self.unanswered_since.get_or_insert_with(Instant::now);
            }
            return read;
        }
        self.poll_deadline(cx)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        ready!(self.poll_outgoing(cx))?;
        match response_of_library(bytes) {
            None => {
                let written = stream(&mut self.stream)?.poll_write(cx, bytes);
                self.is_write_blocked = written.is_pending();
                written
            }
            Some((0, kind)) => {
                self.replace(kind);
                Poll::Ready(Ok(bytes.len()))
            }
            // Write what precedes it first; the library then calls again with the rest.
            Some((start, _)) => {
                stream(&mut self.stream)?.poll_write(cx, bytes.get(..start).unwrap_or_default())
            }
        }
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_outgoing(cx))?;
        stream(&mut self.stream)?.poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(self.poll_outgoing(cx))?;
        stream(&mut self.stream)?.poll_shutdown(cx)
    }
}

impl Drop for Connection {
    /// After a parse error the library drops the connection without flushing it, so the rest is written in a task.
    fn drop(&mut self) {
        if !self.closes_gently {
            return;
        }
        if let (Some(stream), Ok(runtime)) = (self.stream.take(), Handle::try_current()) {
            let (outgoing, slot) = (mem::take(&mut self.outgoing), self.slot.take());
            runtime.spawn(async move {
                close_gently(stream, outgoing).await;
                drop(slot);
            });
        }
    }
}

/// Sends a 429 to a client with too many connections, if there is a permit for it.
pub(super) fn refuse(stream: TcpStream, permit: Option<OwnedSemaphorePermit>) {
    let Some(permit) = permit else { return };
    actix_web::rt::spawn(async move {
        let problem = Problem::for_connection(ProblemKind::TooManyConnections);
        close_gently(stream, closing_response(&problem).as_slice().into()).await;
        drop(permit);
    });
}

/// Sends the remaining bytes, and reads until the client has closed its side too, or for [`MAX_CLOSE_TIME`].
async fn close_gently(mut stream: TcpStream, outgoing: BytesMut) {
    let closing = async {
        stream.write_all(&outgoing).await?;
        stream.shutdown().await?;
        let mut discarded = [0; 4 << 10];
        while stream.read(&mut discarded).await? > 0 {}
        io::Result::Ok(())
    };
    // The result is ignored on purpose: a client that has disconnected or continues sending is cut off.
    let _closed = tokio::time::timeout(MAX_CLOSE_TIME, closing).await;
}

/// Where an empty response of the library begins in the bytes to be written, and its kind of problem. It is always the last
/// response on a connection.
fn response_of_library(bytes: &[u8]) -> Option<(usize, ProblemKind)> {
    if !bytes.ends_with(b"\r\n\r\n") {
        return None;
    }
    let tail = bytes.len().saturating_sub(MAX_EMPTY_RESPONSE_BYTES);
    let start = tail.saturating_add(memchr::memmem::rfind(bytes.get(tail..)?, b"HTTP/1.")?);
    let head = std::str::from_utf8(bytes.get(start..)?).ok()?.to_ascii_lowercase();
    let (status_line, headers) = head.split_once("\r\n")?;
    if !headers.contains("content-length: 0\r\n") || headers.contains(REQUEST_ID.as_str()) {
        return None;
    }
    let kind = match status_line.split(' ').nth(1)? {
        "400" => ProblemKind::MalformedRequest,
        "408" => ProblemKind::RequestTimeout,
        "431" => ProblemKind::HeadersTooLarge,
        "500" => ProblemKind::Internal,
        _ => return None,
    };
    Some((start, kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &[u8] =
        b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\ndate: Sun, 29 Nov 2026 01:04:35 GMT\r\n\r\n";

    #[test]
    fn error_responses_of_actix_http_are_found_at_the_end_of_the_output() {
        assert!(matches!(response_of_library(EMPTY), Some((0, ProblemKind::MalformedRequest))));
        let before = b"HTTP/1.1 200 OK\r\nx-request-id: a\r\ncontent-length: 2\r\n\r\n{}";
        let both = [before.as_slice(), EMPTY].concat();
        assert!(matches!(response_of_library(&both), Some((start, _)) if start == before.len()));
    }

    #[test]
    fn responses_of_handlers_are_not_mistaken_for_those_of_actix_http() {
        for ours in [
            b"HTTP/1.1 400 Bad Request\r\nx-request-id: a\r\ncontent-length: 0\r\n\r\n".as_slice(),
            b"HTTP/1.1 304 Not Modified\r\nx-request-id: a\r\ndate: b\r\n\r\n",
            b"HTTP/1.1 100 Continue\r\n\r\n",
            b"0\r\n\r\n",
            b"{\"body\":\"HTTP/1.1 400 Bad Request\\r\\ncontent-length: 0\\r\\n\\r\\n\"}",
            b"",
        ] {
            assert!(response_of_library(ours).is_none(), "{}", String::from_utf8_lossy(ours));
        }
    }
}
