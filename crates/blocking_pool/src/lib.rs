//! A bounded thread pool for CPU-bound work such as rendering, with a bounded queue of waiting callers.
//!
//! Rendering a body occupies a thread for up to a second, so it runs on a thread of its own, and only on a few at a time.
//! The other cores serve requests. Where there are none, the low priority of these threads makes the scheduler prefer
//! the threads that serve requests.

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::{Builder, available_parallelism};

use rustix::process::{getpriority_process, setpriority_process};
use thiserror::Error;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};

/// A handle to the pool of a process; clones share it.
#[derive(Clone, Debug)]
pub struct BlockingPool(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// How many callers may run or wait.
    places: usize,
    /// A permit for each thread.
    threads: Arc<Semaphore>,
    /// A permit for each caller that runs or waits.
    callers: Arc<Semaphore>,
    finished: AtomicU64,
}

/// Why the work was not done.
#[derive(Debug, Error)]
pub enum BlockingPoolError {
    /// The queue is full.
    #[error("too many callers wait for the pool")]
    QueueFull,
    /// The work panicked, or no thread could be started.
    #[error("work in the pool failed: {0}")]
    Failed(String),
}

/// How many callers may wait, besides those that run.
const QUEUE: usize = 32;

impl Default for BlockingPool {
    /// Half of the cores, one at least.
    fn default() -> Self {
        let cores = available_parallelism().map_or(1, NonZero::get);
        Self::new((cores / 2).max(1), QUEUE)
    }
}

impl BlockingPool {
    /// A pool with this many threads and room for this many waiting callers.
    #[must_use]
    pub fn new(threads: usize, queue: usize) -> Self {
        let places = threads.saturating_add(queue);
        Self(Arc::new(Shared {
            places,
            threads: Arc::new(Semaphore::new(threads)),
            callers: Arc::new(Semaphore::new(places)),
            finished: AtomicU64::new(0),
        }))
    }

    /// Runs work for a request on a thread of the pool. Work that has not started when the future is dropped never
    /// starts, so a caller with several pieces of work submits them one by one.
    ///
    /// # Errors
    /// [`BlockingPoolError::QueueFull`] at once when too many wait already; [`BlockingPoolError::Failed`].
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, BlockingPoolError> {
        let caller = self.0.callers.clone().try_acquire_owned().map_err(|_| BlockingPoolError::QueueFull)?;
        self.work(Some(caller), work).await
    }

    /// Like [`run`](Self::run), for a background job: it waits even if the queue is full, and takes no slot in the
    /// queue from a request.
    ///
    /// # Errors
    /// [`BlockingPoolError::Failed`]; never [`BlockingPoolError::QueueFull`].
    pub async fn run_job<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, BlockingPoolError> {
        self.work(None, work).await
    }

    /// How many callers run or wait.
    #[must_use]
    pub fn callers(&self) -> usize {
        self.0.places.saturating_sub(self.0.callers.available_permits())
    }

    /// The number of pieces of work that have finished.
    #[must_use]
    pub fn finished(&self) -> u64 {
        self.0.finished.load(Ordering::Relaxed)
    }

    async fn work<T: Send + 'static>(
        &self,
        caller: Option<OwnedSemaphorePermit>,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, BlockingPoolError> {
        let failed = |error: &dyn std::error::Error| BlockingPoolError::Failed(error.to_string());
        let thread = self.0.threads.clone().acquire_owned().await.map_err(|error| failed(&error))?;
        let (shared, (done, result)) = (self.0.clone(), oneshot::channel());
        // The permits move into the thread: running work cannot be cancelled, and keeps its thread even if the caller has left.
        let run = move || {
            let permits = (caller, thread);
            lower_priority();
            let outcome = work();
            shared.finished.fetch_add(1, Ordering::Relaxed);
            drop(permits);
            // Sending fails only if the caller has left, and then nobody needs the result.
            let _unsent = done.send(outcome);
        };
        Builder::new().name("blocking-pool".to_owned()).spawn(run).map_err(|error| failed(&error))?;
        result.await.map_err(|_| BlockingPoolError::Failed("it panicked".to_owned()))
    }
}

/// Lowers the priority of this thread, as `nice` does, unless it is low already. Only on Linux, where each thread has
/// its own priority: elsewhere this would change the whole process.
fn lower_priority() {
    let is_low = getpriority_process(None).is_ok_and(|niceness| niceness >= NICENESS);
    if cfg!(target_os = "linux") && !is_low {
        // Best effort: the work runs at the normal priority if this fails.
        let _unchanged = setpriority_process(None, NICENESS);
    }
}

/// The niceness of the threads, from -20 to 19; the default of a thread is 0.
const NICENESS: i32 = 10;

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use futures_util::FutureExt;

    use super::*;

    #[tokio::test]
    async fn callers_are_refused_when_the_queue_is_full_and_jobs_wait() {
        let pool = BlockingPool::new(1, 1);
        let (release, held) = mpsc::channel::<()>();
        let (started, running) = mpsc::channel::<()>();
        let first = tokio::spawn({
            let pool = pool.clone();
            async move {
                pool.run(move || {
                    started.send(()).unwrap();
                    held.recv()
                })
                .await
            }
        });
        tokio::task::spawn_blocking(move || running.recv_timeout(Duration::from_secs(60)))
            .await
            .unwrap()
            .unwrap();
        let mut queued = Box::pin(pool.run(|| "queued"));
        assert!((&mut queued).now_or_never().is_none());
        assert!(matches!(pool.run(|| ()).await, Err(BlockingPoolError::QueueFull)));
        let mut job = Box::pin(pool.run_job(|| "job"));
        assert!((&mut job).now_or_never().is_none(), "a job waits where a caller would be refused");
        drop(queued);
        let mut queued = Box::pin(pool.run(|| "next"));
        assert!((&mut queued).now_or_never().is_none(), "a caller that left makes room in the queue");
        release.send(()).unwrap();
        // Poll both, because permits are granted in the order in which they were requested.
        let (queued, job) = tokio::join!(queued, job);
        assert_eq!((queued.unwrap(), job.unwrap()), ("next", "job"));
        first.await.unwrap().unwrap().unwrap();
        assert_eq!(pool.finished(), 3, "what was dropped before it began never ran");
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn work_runs_at_low_priority_and_its_caller_does_not() {
        let niceness = || getpriority_process(None).unwrap();
        let before = niceness();
        let inside = BlockingPool::new(1, 0).run(niceness).await.unwrap();
        assert_eq!((inside, niceness()), (NICENESS.max(before), before));
    }

    #[tokio::test]
    async fn a_panic_fails_the_call_and_frees_the_thread() {
        let pool = BlockingPool::new(1, 0);
        let panicked = pool.run::<i32>(|| std::panic::panic_any("broken")).await;
        assert!(matches!(panicked, Err(BlockingPoolError::Failed(_))));
        assert_eq!(pool.run(|| 1).await.unwrap(), 1);
    }
}
