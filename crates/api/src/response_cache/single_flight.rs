//! Single flight: concurrent requests for one key share one read.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt;
use futures_util::future::{BoxFuture, Shared, WeakShared};

use crate::http::cache_key;
use crate::problem::Problem;
use crate::response_cache::storage::CachedResponse;

/// A read in flight, which all waiting requests share.
pub(crate) type InFlightRead = Shared<ReadFuture>;
pub(crate) type ReadFuture = BoxFuture<'static, Result<Arc<CachedResponse>, Arc<Problem>>>;

/// The reads in flight, by key. The number tells a read from a later one of the same key.
type ReadsByKey = HashMap<Box<str>, (u64, WeakShared<ReadFuture>)>;

/// The reads in flight.
#[derive(Default)]
pub(crate) struct SingleFlight {
    reads: Mutex<ReadsByKey>,
    next_number: AtomicU64,
}

impl SingleFlight {
    /// The read of a key that is in flight, or a new one, and whether it is new. The read is cancelled when no request waits
    /// for it any more.
    pub(crate) fn join(
        self: &Arc<Self>,
        key: &str,
        begin: impl FnOnce() -> ReadFuture,
    ) -> (InFlightRead, bool) {
        let mut reads = self.reads.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(read) = reads.get(key).and_then(|(_, read)| read.upgrade()) {
            return (read, false);
        }
        let number = self.next_number.fetch_add(1, Ordering::Relaxed);
        let guard = InFlightGuard { single_flight: self.clone(), key: key.into(), number };
        let reading = AssertUnwindSafe(begin()).catch_unwind();
        let read = async move {
            let guard = guard;
            // Catch panics: a panic inside a shared future would leave other waiting requests pending for ever.
            reading.await.unwrap_or_else(|panic| {
                let problem = Problem::from_panic(panic.as_ref());
                problem.log(cache_key::path(&guard.key), "");
                Err(Arc::new(problem))
            })
        };
        let read = read.boxed().shared();
        if let Some(weak) = read.downgrade() {
            reads.insert(key.into(), (number, weak));
        }
        (read, true)
    }
}

/// Removes a read from the reads in flight when it ends or is cancelled.
struct InFlightGuard {
    single_flight: Arc<SingleFlight>,
    key: Box<str>,
    number: u64,
}

impl Drop for InFlightGuard {
    fn drop(&mut self) {
        let mut reads = self.single_flight.reads.lock().unwrap_or_else(PoisonError::into_inner);
        if reads.get(&self.key).is_some_and(|(number, _)| *number == self.number) {
            reads.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::ProblemKind;

    fn panics() -> Result<Arc<CachedResponse>, Arc<Problem>> {
        panic!("the read panicked")
    }

    #[tokio::test]
    async fn a_panicking_read_fails_every_waiting_request_and_the_next_request_reads_again() {
        let single_flight = Arc::new(SingleFlight::default());
        let panicking = || -> ReadFuture {
            async {
                tokio::task::yield_now().await;
                panics()
            }
            .boxed()
        };
        let ((first, is_first), (second, is_second)) =
            (single_flight.join("a", panicking), single_flight.join("a", panicking));
        assert!(is_first && !is_second);
        let (first, second) = tokio::join!(first, second);
        for read in [first, second] {
            assert_eq!(read.err().unwrap().kind, ProblemKind::Internal);
        }
        assert!(single_flight.reads.lock().unwrap().is_empty());
        let not_found = || async { Err(Arc::new(Problem::not_found())) }.boxed();
        let (next, is_next) = single_flight.join("a", not_found);
        assert!(is_next);
        assert_eq!(next.await.err().unwrap().kind, ProblemKind::NotFound);
    }
}
