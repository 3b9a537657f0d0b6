//! The worker: inside a server, or alone as `masthead work`.

use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Result;
use blocking_pool::BlockingPool;
use store::Store;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::config::Config;
use crate::serve::{self, Signals};
use crate::{database, output};

/// A worker that works.
pub(crate) struct Working {
    ask: watch::Sender<Asked>,
    task: JoinHandle<()>,
}

/// What the worker is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    Work,
    Stop,
    Hurry,
}

impl Working {
    /// Starts one.
    pub(crate) fn start(store: Store, renderers: BlockingPool, config: worker::Config) -> Self {
        let (ask, asked) = watch::channel(Asked::Work);
        let stop = reached(asked.clone(), Asked::Stop);
        let hurry = reached(asked, Asked::Hurry);
        Self { ask, task: tokio::spawn(worker::run(store, renderers, config, stop, hurry)) }
    }

    /// Asks it to take no more jobs, and to finish those that it has.
    pub(crate) fn take_no_more(&self) {
        self.ask.send_replace(Asked::Stop);
    }

    /// Waits until it has finished, or given back what it could not finish in time. Once `hurry` is done it waits for
    /// no job any more.
    pub(crate) async fn finish(self, hurry: impl Future<Output = ()>) {
        let Self { ask, mut task } = self;
        ask.send_replace(Asked::Stop);
        let ended = tokio::select! {
            ended = &mut task => ended,
            () = hurry => {
                ask.send_replace(Asked::Hurry);
                task.await
            }
        };
        if let Err(error) = ended {
            tracing::error!(%error, "the worker broke");
        }
    }
}

/// Waits until as much is asked, or nobody is there any more who could ask.
async fn reached(mut asked: watch::Receiver<Asked>, wanted: Asked) {
    let _nobody_is_there = asked.wait_for(|asked| *asked >= wanted).await;
}

/// `masthead work`.
pub(crate) async fn until_told_to_stop(config: Config) -> Result<ExitCode> {
    let mut signals = Signals::watched()?;
    let open = tokio::select! {
        opened = database::open(&config) => Arc::new(opened?),
        () = signals.one() => return Ok(ExitCode::SUCCESS),
    };
    let timers = tokio::spawn(serve::timers(open.clone()));
    let working = Working::start(open.store.clone(), BlockingPool::default(), config.jobs);
    output::note(format_args!("masthead: working, with {}", serve::kept(&config.database)));
    signals.one().await;
    output::note("masthead: stopping");
    working.finish(async { signals.one().await }).await;
    timers.abort();
    // A timer that was aborted lets go of the database; nobody else holds it.
    let _aborted = timers.await;
    if let Ok(open) = Arc::try_unwrap(open) {
        open.close().await?;
    }
    Ok(ExitCode::SUCCESS)
}
