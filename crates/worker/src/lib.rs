//! What happens beside the answers: imports, jobs, and what is due at its time.
//!
//! Not here: HTTP, SQL, and how a body is rendered.

pub mod backoff;
mod config;
pub mod jobs;
pub mod markdown;
pub mod runner;
pub mod schedules;
pub mod teasers;

use blocking_pool::BlockingPool;
pub use config::Config;
use store::Store;

/// Does jobs, and enqueues what happens periodically, until `stop` is done; what runs then gets the grace, or until
/// `hurry` is done. Making schedules public is apart ([`schedules::activate`]): servers without a worker do it too.
/// Bodies are rendered in `renderers`, which a server shares with its requests.
pub async fn run(
    store: Store,
    renderers: BlockingPool,
    config: Config,
    stop: impl Future<Output = ()>,
    hurry: impl Future<Output = ()>,
) {
    let periodic = schedules::enqueue_periodic(&store, config.poll);
    tokio::select! {
        () = runner::run(store.clone(), jobs::handlers(renderers), config, stop, hurry) => {}
        () = periodic => {}
    }
}
