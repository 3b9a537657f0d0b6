//! Background jobs: the runner, its handlers, and the jobs that are enqueued periodically.
//!
//! HTTP, SQL and the rendering of bodies are in other crates (`api`, `store`, `markup`).

pub mod backoff;
mod config;
pub mod jobs;
mod periodic;
pub mod runner;

use blocking_pool::BlockingPool;
pub use config::Config;
use store::Store;

/// Runs jobs and enqueues the periodic ones until `stop` completes. Jobs that are running then get `config.grace` to
/// finish, or less if `force_shutdown` completes first; the rest are released for other workers.
///
/// Schedules are not part of it, because servers without a worker publish them too. Bodies are rendered in `renderers`, the
/// pool that a server shares with its requests.
pub async fn run(
    store: Store,
    renderers: BlockingPool,
    config: Config,
    stop: impl Future<Output = ()>,
    force_shutdown: impl Future<Output = ()>,
) {
    let periodic = periodic::enqueue(&store, config.poll);
    tokio::select! {
        () = runner::run(store.clone(), jobs::handlers(renderers), config, stop, force_shutdown) => {}
        () = periodic => {}
    }
}
