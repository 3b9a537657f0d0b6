//! Telling of changes as they happen: the change log as server-sent events (WHATWG HTML, 9.2). What happens is read and
//! written once for all who listen; whoever is behind reads the log until they are not. Not here: what the log says
//! (`changes`).

use std::convert::Infallible;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use actix_web::http::header::{ACCEPT, Accept, CONTENT_TYPE, Header, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse};
use bytes::Bytes;
use futures_util::stream;
use store::delivery::changes::{After, Change};
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::broadcast::{Receiver, Sender};
use tokio::sync::watch;
use tokio::time::{Interval, MissedTickBehavior};
use uuid::Uuid;

use crate::delivery::Delivery;
use crate::delivery::changes::{Begin, Followed, Place, PublicChange};
use crate::delivery::read_source::ReadSource;
use crate::http::cache_control::Policy;
use crate::problem::Problem;
use crate::response_cache::lookup;

/// Those who listen; nobody any more once the server stops.
#[derive(Debug)]
pub(crate) struct Broadcaster(Mutex<Option<Sender<Event>>>);

/// Something that happened, as it is written to everybody.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    place: After,
    text: Bytes,
}

/// How many events are held for those who are a little behind. Whoever is further behind reads the log.
const HELD: usize = 256;

/// How often something is written to those who hear nothing else, so that nobody in between takes the connection for dead.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// The last event when the database was restored. Browsers do not tell a page why they may not connect again.
const START_OVER: &[u8] = b"event: start-over\ndata: {}\n\n";

const EVENT_STREAM: &str = "text/event-stream";

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// nginx holds answers back otherwise until it has a bufferful.
const BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");

impl Default for Broadcaster {
    fn default() -> Self {
        Self(Mutex::new(Some(Sender::new(HELD))))
    }
}

impl Broadcaster {
    /// Has everybody hang up who listens now. Whoever comes back is taken.
    pub(crate) fn restart(&self) {
        if let Some(broadcaster) = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            *broadcaster = Sender::new(HELD);
        }
    }

    /// Has everybody hang up, and takes nobody any more.
    pub(crate) fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    fn join(&self) -> Option<Receiver<Event>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(Sender::subscribe)
    }

    fn is_anybody_there(&self) -> bool {
        let broadcaster = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        broadcaster.as_ref().is_some_and(|broadcaster| broadcaster.receiver_count() > 0)
    }

    fn tell(&self, event: Event) {
        if let Some(broadcaster) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // Where the last one has just left, nobody is told.
            let _count = broadcaster.send(event);
        }
    }
}

/// Whether a request wants to be told of changes rather than to read a page of them.
pub(crate) fn is_wanted(request: &HttpRequest) -> bool {
    let accepts = request.headers().get(ACCEPT).and_then(|accept| accept.to_str().ok());
    // Nearly nobody; what is preferred is looked at then.
    accepts.is_some_and(|accept| accept.contains(EVENT_STREAM))
        && Accept::parse(request).is_ok_and(|accept| accept.preference() == EVENT_STREAM)
}

/// The cursor of the last event that a client got before it lost its connection.
pub(crate) fn last_event(request: &HttpRequest) -> Option<String> {
    let id = request.headers().get(LAST_EVENT_ID)?.to_str().ok()?;
    (!id.is_empty()).then(|| id.to_owned())
}

/// Tells of everything from a place on, until the client leaves, the server stops or the database is restored. The place was
/// read from a cursor of this epoch.
pub(super) fn tell(delivery: &Delivery, epoch: Uuid, begin: Begin) -> Result<HttpResponse, Problem> {
    // Before anything is read: what happens from now on is heard, what happened until now can be read.
    let hears = delivery.broadcaster.join().ok_or_else(lookup::unavailable)?;
    let mut signs_of_life = tokio::time::interval(SIGN_OF_LIFE);
    signs_of_life.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let delivery = delivery.clone();
    let listener =
        Listener { delivery, epoch, has_ended: false, place: begin, is_behind: true, hears, signs_of_life };
    let events = stream::unfold(listener, async |mut listener| {
        listener.next().await.map(|text| (Ok::<_, Infallible>(text), listener))
    });
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_TYPE, EVENT_STREAM)).insert_header(Policy::NoStore.header());
    answer.insert_header((BUFFERING, HeaderValue::from_static("no")));
    Ok(answer.streaming(Box::pin(events)))
}

/// Somebody who listens.
struct Listener {
    delivery: Delivery,
    /// The epoch of the place, and of the cursors that are given.
    epoch: Uuid,
    /// Whether the client was told that it has to start over.
    has_ended: bool,
    place: Begin,
    is_behind: bool,
    hears: Receiver<Event>,
    signs_of_life: Interval,
}

impl Listener {
    /// What is to be written next, once there is something; `None` at the end.
    async fn next(&mut self) -> Option<Bytes> {
        while !self.has_ended {
            if self.delivery.epoch() != self.epoch {
                self.has_ended = true;
                return Some(Bytes::from_static(START_OVER));
            }
            if self.hears.is_closed() {
                break;
            }
            // What cannot be read now is read when there is a sign of life: this outlives the database.
            if self.is_behind
                && let Ok(Some(text)) = self.read().await
            {
                return Some(text);
            }
            let heard = tokio::select! {
                heard = self.hears.recv() => heard,
                _ = self.signs_of_life.tick() => return Some(Bytes::from_static(b":\n\n")),
            };
            match heard {
                // What lies before it was not read yet.
                Ok(_) if self.is_behind => {}
                Ok(Event { place, text }) if self.place.is_before(place) => {
                    self.place = Begin::At(Place::Following(place));
                    return Some(text);
                }
                Ok(_) => {}
                Err(RecvError::Lagged(_)) => self.is_behind = true,
                Err(RecvError::Closed) => {}
            }
        }
        None
    }

    /// A page of the log; `None` at its end.
    async fn read(&mut self) -> Result<Option<Bytes>, Problem> {
        let followed = Followed::pages_from(self.place.clone());
        let (found, next) = read(&self.delivery, &followed).await?;
        // What was read may be of another epoch, in which the place means nothing.
        if self.delivery.epoch() != self.epoch {
            return Ok(None);
        }
        let mut text = String::new();
        for (change, place) in found {
            text.push_str(&event(self.epoch, change, &place)?);
        }
        self.place = Begin::At(next);
        self.is_behind = !text.is_empty();
        Ok(self.is_behind.then(|| text.into()))
    }
}

impl Delivery {
    /// Tells all who listen of what happens, for as long as it is polled.
    pub(crate) async fn broadcast_changes(&self, mut polled: watch::Receiver<()>) {
        let (mut epoch, _) = self.epoch_begins_after();
        let mut told = After::act(self.validity.last_seen_sequence());
        while polled.changed().await.is_ok() {
            let (now, begins_after) = self.epoch_begins_after();
            if now != epoch {
                (epoch, told) = (now, After::act(begins_after));
            }
            // In this order: whoever comes after the second line reads what happened before the first.
            let applied = self.validity.last_seen_sequence();
            if !self.broadcaster.is_anybody_there() {
                told = After::act(applied);
                continue;
            }
            // What cannot be read now is read after the next look.
            while let Ok(after) = self.tell_of_page(epoch, told).await
                && after != told
            {
                told = after;
            }
        }
    }

    /// Has everybody who listens hang up.
    pub fn close_event_streams(&self) {
        self.broadcaster.close();
    }

    /// Tells of what happened after a place, and gives the place where that ends.
    async fn tell_of_page(&self, epoch: Uuid, after: After) -> Result<After, Problem> {
        let mut told = after;
        let followed = Followed::pages_from(Begin::At(Place::Following(after)));
        let found = read(self, &followed).await?.0;
        if self.epoch() != epoch {
            return Ok(after);
        }
        for (change, place) in found {
            told = change.place();
            self.broadcaster.tell(Event { place: told, text: event(epoch, change, &place)?.into() });
        }
        Ok(told)
    }
}

async fn read(delivery: &Delivery, followed: &Followed) -> Result<(Vec<(Change, Place)>, Place), Problem> {
    let source = ReadSource { delivery: delivery.clone(), preview: None };
    delivery.with_outage_detection(source.read(async |conn| followed.read(conn).await)).await
}

/// An event: the cursor after it, its kind, and the change as pages have it.
fn event(epoch: Uuid, change: Change, place: &Place) -> Result<String, Problem> {
    let kind = change.kind.clone();
    let (id, change) = (place.cursor(epoch)?, PublicChange::try_from(change)?);
    Ok(format!("id: {id}\nevent: {kind}\ndata: {}\n\n", serde_json::to_string(&change)?))
}
