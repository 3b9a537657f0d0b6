//! The change log as server-sent events (WHATWG HTML, 9.2). Every change is read and serialized once for all streams; a
//! stream that is behind reads the log itself until it has caught up. The log is read in `change_log`.

use std::convert::Infallible;
use std::time::Duration;

use actix_web::http::header::{ACCEPT, Accept, CONTENT_TYPE, Header, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;
use futures_util::stream;
use store::delivery::changes::{Change, ChangePosition};
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior};
use uuid::Uuid;

use crate::delivery::PublicApi;
use crate::delivery::broadcaster::SseEvent;
use crate::delivery::change_log::{
    ChangeCursor, ChangeLogRequest, LogStart, PositionedChange, PublicChange, cursor_list,
};
use crate::http::cache_control::Policy;
use crate::http::cursor::Cursor;
use crate::http::query_params::ParamValue;
use crate::problem::{Problem, ProblemError};

/// How often a comment is sent on an idle stream, so that proxies do not close the connection.
const KEEP_ALIVE_INTERVAL: Duration = Duration::from_secs(15);

/// The last event after the database was restored. It is needed because browsers do not show a page the status of a
/// failed reconnect.
const START_OVER: &[u8] = b"event: start-over\ndata: {}\n\n";

const EVENT_STREAM: &str = "text/event-stream";

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// Turns off response buffering in nginx, which would delay events.
const BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

/// Whether a request asks for an event stream rather than for a page of changes.
pub(super) fn is_requested(request: &HttpRequest) -> bool {
    let accepts = request.headers().get(ACCEPT).and_then(|accept| accept.to_str().ok());
    // Hardly any request does, so parse the header only then.
    accepts.is_some_and(|accept| accept.contains(EVENT_STREAM))
        && Accept::parse(request).is_ok_and(|accept| accept.preference() == EVENT_STREAM)
}

/// `Last-Event-ID`: the cursor of the last event before the client lost its connection.
pub(crate) fn last_event(request: &HttpRequest) -> Option<Result<Cursor, Problem>> {
    let id = request.headers().get(LAST_EVENT_ID)?.to_str().ok().filter(|id| !id.is_empty())?;
    let refused =
        |invalid| Problem::invalid_parameters(ProblemError::from_invalid("after", &invalid).collect());
    Some(Cursor::parse(id.to_owned()).map_err(refused))
}

/// Streams every change after a position, until the client disconnects, the server stops or the database is restored.
/// The position is from a cursor of this epoch.
pub(super) fn stream_changes(
    api: &PublicApi,
    epoch: Uuid,
    position: LogStart,
) -> Result<HttpResponse, Problem> {
    // Subscribe before reading; otherwise a change between the two is missed.
    let receiver = api.broadcaster.subscribe().ok_or_else(Problem::unavailable)?;
    let mut keep_alive = tokio::time::interval(KEEP_ALIVE_INTERVAL);
    keep_alive.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let api = api.clone();
    let client = SseStream { api, epoch, has_ended: false, position, is_behind: true, receiver, keep_alive };
    let events = stream::unfold(client, async |mut client| {
        client.next().await.map(|text| (Ok::<_, Infallible>(text), client))
    });
    let mut response = HttpResponse::Ok();
    response.insert_header((CONTENT_TYPE, EVENT_STREAM)).insert_header(Policy::NoStore.header());
    response.insert_header((BUFFERING, HeaderValue::from_static("no")));
    Ok(response.streaming(Box::pin(events)))
}

/// The stream of one client.
struct SseStream {
    api: PublicApi,
    /// The epoch of the position and of all cursors in the stream.
    epoch: Uuid,
    /// Whether the `start-over` event was sent.
    has_ended: bool,
    position: LogStart,
    is_behind: bool,
    receiver: Receiver<SseEvent>,
    keep_alive: Interval,
}

impl SseStream {
    /// Waits for the next bytes; `None` at the end of the stream.
    async fn next(&mut self) -> Option<Bytes> {
        while !self.has_ended {
            if self.api.epoch() != self.epoch {
                self.has_ended = true;
                return Some(Bytes::from_static(START_OVER));
            }
            if self.receiver.is_closed() {
                break;
            }
            // After an error, the next keep-alive tries again, so streams survive an outage.
            if self.is_behind
                && let Ok(Some(text)) = self.read().await
            {
                return Some(text);
            }
            let received = tokio::select! {
                received = self.receiver.recv() => received,
                () = self.api.changes.wait_for_epoch_end(self.epoch) => continue,
                _ = self.keep_alive.tick() => return Some(Bytes::from_static(b":\n\n")),
            };
            match received {
                // Earlier changes were not read yet: skip it, the log contains it.
                Ok(_) if self.is_behind => {}
                Ok(SseEvent { position, text }) if self.position.is_before(position) => {
                    self.position = LogStart::At(ChangeCursor::InLog(position));
                    return Some(text);
                }
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => self.is_behind = true,
                Err(RecvError::Closed) => {}
            }
        }
        None
    }

    /// Reads a page of the log; `None` at its end.
    async fn read(&mut self) -> Result<Option<Bytes>, Problem> {
        let log = ChangeLogRequest::pages_from(self.position.clone());
        let (found, next) = read(&self.api, &log).await?;
        // The epoch may have changed during the read, and then the position is void.
        if self.api.epoch() != self.epoch {
            return Ok(None);
        }
        let mut text = String::new();
        for (change, after) in found {
            text.push_str(&event(self.epoch, change, &after)?);
        }
        self.position = LogStart::At(next);
        self.is_behind = !text.is_empty();
        Ok(self.is_behind.then(|| text.into()))
    }
}

/// Broadcasts every change to all open streams, for as long as it is polled. Reads the log once for all clients, after each
/// poll of the change listener.
pub(super) async fn broadcast_changes(api: &PublicApi, mut polled: watch::Receiver<()>) {
    let (mut epoch, _) = api.changes.epoch_begins_after();
    let mut sent = ChangePosition::after_act(api.changes.last_seen_sequence());
    while polled.changed().await.is_ok() {
        let (current, begins_after) = api.changes.epoch_begins_after();
        if current != epoch {
            (epoch, sent) = (current, ChangePosition::after_act(begins_after));
        }
        // Read the sequence before checking for subscribers: a client that subscribes after the check reads earlier
        // changes from the log.
        let last_seen = api.changes.last_seen_sequence();
        if !api.broadcaster.has_subscribers() {
            sent = ChangePosition::after_act(last_seen);
            continue;
        }
        // On an error, the rest is read after the next poll.
        while let Ok(after) = broadcast_page(api, epoch, sent).await
            && after != sent
        {
            sent = after;
        }
    }
}

/// Broadcasts a page of the log, and returns the position where it ends.
async fn broadcast_page(
    api: &PublicApi,
    epoch: Uuid,
    after: ChangePosition,
) -> Result<ChangePosition, Problem> {
    let mut sent = after;
    let log = ChangeLogRequest::pages_from(LogStart::At(ChangeCursor::InLog(after)));
    let found = read(api, &log).await?.0;
    if api.epoch() != epoch {
        return Ok(after);
    }
    for (change, after) in found {
        sent = change.position();
        api.broadcaster.send(SseEvent { position: sent, text: event(epoch, change, &after)?.into() });
    }
    Ok(sent)
}

async fn read(
    api: &PublicApi,
    log: &ChangeLogRequest,
) -> Result<(Vec<PositionedChange>, ChangeCursor), Problem> {
    let source = api.public_read_source();
    api.changes.with_outage_detection(source.read(async |conn| log.read(conn).await)).await
}

/// Serializes an event: its cursor as `id`, its kind as `event`, and the change as `data`.
fn event(epoch: Uuid, change: Change, after: &ChangeCursor) -> Result<String, Problem> {
    let kind = change.kind.clone();
    let (id, change) = (cursor_list(epoch).cursor(after), PublicChange::try_from(change)?);
    Ok(format!("id: {id}\nevent: {kind}\ndata: {}\n\n", serde_json::to_string(&change)?))
}
