//! The broadcast channel between the task that reads changes and the event streams of clients.

use std::sync::{Mutex, PoisonError};

use bytes::Bytes;
use store::delivery::changes::ChangePosition;
use tokio::sync::broadcast::{Receiver, Sender};

/// Sends events to all open event streams. `None` after the server has begun to stop.
#[derive(Debug)]
pub(crate) struct Broadcaster(Mutex<Option<Sender<SseEvent>>>);

/// A change as it is written to every client.
#[derive(Debug, Clone)]
pub(crate) struct SseEvent {
    pub(super) position: ChangePosition,
    pub(super) text: Bytes,
}

/// How many events are buffered for clients that are slow. A client that is further behind reads the change log.
const BUFFERED_EVENTS: usize = 256;

impl Default for Broadcaster {
    fn default() -> Self {
        Self(Mutex::new(Some(Sender::new(BUFFERED_EVENTS))))
    }
}

impl Broadcaster {
    /// Closes all current streams, and accepts no new ones.
    pub(crate) fn close(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }

    pub(super) fn subscribe(&self) -> Option<Receiver<SseEvent>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(Sender::subscribe)
    }

    pub(super) fn has_subscribers(&self) -> bool {
        let sender = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sender.as_ref().is_some_and(|sender| sender.receiver_count() > 0)
    }

    pub(super) fn send(&self, event: SseEvent) {
        if let Some(sender) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            // Fails if the last client has just left, which is no error.
            let _count = sender.send(event);
        }
    }
}
