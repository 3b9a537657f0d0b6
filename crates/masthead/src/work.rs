//! The job runner as a task: inside `masthead serve`, or alone as `masthead work`.

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

/// A job runner in a task of its own.
pub(crate) struct WorkerTask {
    phase: watch::Sender<Phase>,
    task: JoinHandle<()>,
}

/// The phase that the worker was told to be in. They are ordered: a worker never goes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    Running,
    Draining,
    Forced,
}

impl WorkerTask {
    pub(crate) fn start(store: Store, renderers: BlockingPool, config: worker::Config) -> Self {
        let (phase, observed) = watch::channel(Phase::Running);
        let stop = wait_for_phase(observed.clone(), Phase::Draining);
        let force_shutdown = wait_for_phase(observed, Phase::Forced);
        Self { phase, task: tokio::spawn(worker::run(store, renderers, config, stop, force_shutdown)) }
    }

    /// Stops claiming jobs. The running ones continue.
    pub(crate) fn stop_claiming(&self) {
        self.phase.send_replace(Phase::Draining);
    }

    /// Waits until the running jobs are finished or released. Once `force_shutdown` completes, they are released at once.
    pub(crate) async fn finish(self, force_shutdown: impl Future<Output = ()>) {
        let Self { phase, mut task } = self;
        phase.send_replace(Phase::Draining);
        let ended = tokio::select! {
            ended = &mut task => ended,
            () = force_shutdown => {
                phase.send_replace(Phase::Forced);
                task.await
            }
        };
        if let Err(error) = ended {
            tracing::error!(%error, "worker task panicked: its jobs run again when their leases expire");
        }
    }
}

/// Waits until the phase is reached, or the sender is dropped.
async fn wait_for_phase(mut observed: watch::Receiver<Phase>, wanted: Phase) {
    let _sender_dropped = observed.wait_for(|phase| *phase >= wanted).await;
}

/// `masthead work`.
pub(crate) async fn run(config: Config) -> Result<ExitCode> {
    let mut signals = Signals::new()?;
    let open = tokio::select! {
        opened = database::open(&config) => Arc::new(opened?),
        () = signals.recv() => return Ok(ExitCode::SUCCESS),
    };
    let timers = tokio::spawn(serve::timers(open.clone()));
    let worker_task = WorkerTask::start(open.store.clone(), BlockingPool::default(), config.jobs);
    output::eprint_line(format_args!(
        "masthead: working, with {}",
        serve::describe_database(&config.database)
    ));
    signals.recv().await;
    output::eprint_line("masthead: stopping");
    worker_task.finish(async { signals.recv().await }).await;
    timers.abort();
    // Wait until the aborted timers have dropped their references to the database.
    let _aborted = timers.await;
    if let Ok(open) = Arc::try_unwrap(open) {
        open.close().await?;
    }
    Ok(ExitCode::SUCCESS)
}
