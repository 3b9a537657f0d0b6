//! What the requests of a connection report to it, so that it knows which deadline applies to the bytes that arrive.

use std::cell::Cell;
use std::rc::Rc;

/// State that a connection shares with its requests, through the connection data of actix.
#[derive(Debug, Default)]
pub(crate) struct ConnectionState {
    head_complete: Cell<bool>,
    /// The number of active handlers and streaming responses.
    active: Cell<u32>,
    /// The latest request has a body that no handler has read to its end, so bytes that arrive may belong to it.
    is_body_unread: Cell<bool>,
}

/// Marks a handler or a streaming response as active until it is dropped.
pub(crate) struct ActiveGuard(Rc<ConnectionState>);

impl ConnectionState {
    /// Records that the head of a request is complete.
    pub(crate) fn begin_request(&self, has_body: bool) {
        self.head_complete.set(true);
        self.is_body_unread.set(has_body);
    }

    /// Records that a handler has read the body to its end.
    pub(crate) fn end_body(&self) {
        self.is_body_unread.set(false);
    }

    /// Records an active handler, until the guard is dropped.
    pub(crate) fn activate(self: Rc<Self>) -> ActiveGuard {
        self.active.set(self.active.get().saturating_add(1));
        ActiveGuard(self)
    }

    /// Whether a handler or a streaming response is active.
    pub(crate) fn is_active(&self) -> bool {
        self.active.get() > 0
    }

    /// Whether bytes that arrive may belong to the body of a request that has its response already.
    pub(crate) fn is_body_unread(&self) -> bool {
        self.is_body_unread.get()
    }

    /// Whether the head of a request was completed since this was last called.
    pub(crate) fn take_head_complete(&self) -> bool {
        self.head_complete.take()
    }
}

impl Drop for ActiveGuard {
    fn drop(&mut self) {
        self.0.active.set(self.0.active.get().saturating_sub(1));
    }
}
