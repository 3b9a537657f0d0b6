//! The job runner: claims jobs, spawns a task for each, and renews their leases with heartbeats.
//!
//! It polls the queue when a notification arrives, when the next job is due, and otherwise at the poll interval. The
//! runner is one task and each job another, so a job that panics takes nothing else down. How an attempt is recorded is
//! in `attempt`, what the jobs do in [`crate::jobs`].

mod attempt;

use std::collections::HashMap;
use std::pin::pin;
use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::{ClaimResult, ClaimedJob, JobKind, Lease};
use store::operations::listener::{Channel, Listener};
use store::{Error, Store};
use tokio::task::{self, AbortHandle, JoinError, JoinSet};
use tokio::time::{Instant, Interval, MissedTickBehavior};
use uuid::Uuid;

use crate::Config;
use crate::jobs::{Handlers, Job};
use crate::runner::attempt::AttemptOutcome;

/// Runs jobs until `stop` completes, then claims no more. Running jobs get `config.grace` to finish, or less if
/// `force_shutdown` completes first; the leases of the rest are released, so that other workers start them at once.
pub async fn run(
    store: Store,
    handlers: Handlers,
    config: Config,
    stop: impl Future<Output = ()>,
    force_shutdown: impl Future<Output = ()>,
) {
    let mut runner = Runner::new(store, handlers, config);
    runner.run_until(stop).await;
    tokio::select! {
        () = runner.drain() => {}
        () = tokio::time::sleep(config.grace) => {}
        () = force_shutdown => {}
    }
    runner.release().await;
}

/// The timeout for a database that does not respond at all, for example after a network partition. It is longer than the
/// statement timeouts, which the server enforces.
const DATABASE_TIMEOUT: Duration = Duration::from_secs(3);

struct Runner {
    store: Store,
    handlers: Handlers,
    kinds: Vec<JobKind>,
    config: Config,
    /// The owner name in leases. It is new for each start: leases of an earlier run of this process are not ours.
    name: String,
    listener: Listener,
    next_poll: Instant,
    heartbeat: Interval,
    attempts: JoinSet<AttemptOutcome>,
    running: HashMap<task::Id, RunningJob>,
}

struct RunningJob {
    lease: Lease,
    handler: AbortHandle,
}

impl Runner {
    fn new(store: Store, handlers: Handlers, config: Config) -> Self {
        let listener = Listener::start(&store, Channel::Jobs);
        let mut heartbeat = tokio::time::interval(config.heartbeat);
        heartbeat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            kinds: handlers.kinds(),
            name: format!("{}-{}", std::process::id(), Uuid::now_v7()),
            listener,
            next_poll: Instant::now(),
            heartbeat,
            attempts: JoinSet::new(),
            running: HashMap::new(),
            store,
            handlers,
            config,
        }
    }

    /// The main loop. `stop` never cancels a claim in progress: its jobs would stay leased by a worker that does not know
    /// of them.
    async fn run_until(&mut self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        loop {
            let has_room = self.running.len() < self.config.concurrency;
            tokio::select! {
                biased;
                () = &mut stop => return,
                _ = self.heartbeat.tick() => self.renew_leases().await,
                Some(ended) = self.attempts.join_next_with_id() => self.remove_ended(ended),
                _ = self.listener.recv(), if has_room => self.poll().await,
                () = tokio::time::sleep_until(self.next_poll), if has_room => self.poll().await,
            }
        }
    }

    /// Waits for the running jobs.
    async fn drain(&mut self) {
        while !self.running.is_empty() {
            tokio::select! {
                _ = self.heartbeat.tick() => self.renew_leases().await,
                Some(ended) = self.attempts.join_next_with_id() => self.remove_ended(ended),
            }
        }
    }

    /// Aborts the jobs that still run and releases their leases, so that other workers start them at once.
    async fn release(mut self) {
        if self.running.is_empty() {
            return;
        }
        for RunningJob { lease: _, handler } in self.running.values() {
            handler.abort();
        }
        // A job that has just finished is recorded as finished, not released.
        let ending = async {
            while let Some(ended) = self.attempts.join_next_with_id().await {
                if let Ok((id, AttemptOutcome::Recorded)) = ended {
                    self.running.remove(&id);
                }
            }
        };
        let _timed_out = tokio::time::timeout(DATABASE_TIMEOUT, ending).await;
        self.attempts.abort_all();
        let leases: Vec<Lease> =
            self.running.into_values().map(|RunningJob { lease, handler: _ }| lease).collect();
        tracing::info!(count = leases.len(), "releasing jobs that did not finish before the shutdown");
        let releasing = async { jobs::release(&mut self.store.operations().await?, &leases).await };
        match tokio::time::timeout(DATABASE_TIMEOUT, releasing).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "jobs not released: other workers start them when their leases expire")
            }
            Err(_) => tracing::warn!(
                "jobs not released, database timeout: other workers start them when their leases expire"
            ),
        }
    }

    /// Claims as many jobs as there is room for and spawns them, then sets the time of the next poll.
    async fn poll(&mut self) {
        let room = self.config.concurrency.saturating_sub(self.running.len()).min(jobs::MAX_CLAIM);
        let wait = match tokio::time::timeout(DATABASE_TIMEOUT, self.claim(room)).await {
            Ok(Ok(ClaimResult { jobs, dead, next_in })) => {
                for job in dead {
                    tracing::error!(
                        job = %job.0,
                        "job dead-lettered, its workers crashed too often: see `masthead jobs list --state dead`"
                    );
                }
                let wait =
                    if jobs.len() < room { next_in.unwrap_or(self.config.poll) } else { Duration::ZERO };
                jobs.into_iter().for_each(|claimed| self.spawn(claimed));
                wait
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "jobs not claimed: retrying at the next poll");
                self.config.poll
            }
            Err(_) => {
                tracing::warn!("jobs not claimed, database timeout: retrying at the next poll");
                self.config.poll
            }
        };
        self.next_poll = Instant::now() + wait.min(self.config.poll);
    }

    async fn claim(&self, room: usize) -> Result<ClaimResult, Error> {
        let mut conn = self.store.operations().await?;
        jobs::claim(&mut conn, &self.name, &self.kinds, room, self.config.lease).await
    }

    fn spawn(&mut self, claimed: ClaimedJob) {
        let Some(handle) = self.handlers.get(claimed.kind) else { return };
        let job = Job::new(self.store.clone(), &claimed);
        let lease = claimed.lease.clone();
        let handler = tokio::spawn(async move { handle(job).await });
        let running = RunningJob { lease, handler: handler.abort_handle() };
        let attempt = attempt::supervise(self.store.clone(), claimed, handler, self.config.lease);
        self.running.insert(self.attempts.spawn(attempt).id(), running);
    }

    fn remove_ended(&mut self, ended: Result<(task::Id, AttemptOutcome), JoinError>) {
        let id = match ended {
            Ok((id, AttemptOutcome::Recorded | AttemptOutcome::Abandoned)) => id,
            Err(error) => {
                tracing::error!(%error, "job supervisor panicked: the job runs again when its lease expires");
                error.id()
            }
        };
        self.running.remove(&id);
    }

    /// Sends a heartbeat: extends the leases of the running jobs, and aborts those whose lease is lost (expired and
    /// claimed by another worker, or cancelled).
    async fn renew_leases(&mut self) {
        if self.running.is_empty() {
            return;
        }
        let leases: Vec<Lease> = self.running.values().map(|running| running.lease.clone()).collect();
        let length = self.config.lease;
        let renewing = async { jobs::heartbeat(&mut self.store.operations().await?, &leases, length).await };
        match tokio::time::timeout(DATABASE_TIMEOUT, renewing).await {
            Ok(Ok(held)) => {
                let lost = self.running.values().filter(|running| !held.contains(&running.lease.job()));
                lost.for_each(|running| running.handler.abort());
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "job leases not renewed: retrying at the next heartbeat")
            }
            Err(_) => {
                tracing::warn!("job leases not renewed, database timeout: retrying at the next heartbeat")
            }
        }
    }
}
