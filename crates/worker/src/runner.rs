//! The runner: claims jobs, has them done, gives signs of life.
//!
//! It looks for jobs when it is woken, when the next one is due, and otherwise once in a while. It is one task, and each
//! job another: a job that panics ends alone. Not here: how an attempt ends, what a job does.

mod attempt;

use std::collections::HashMap;
use std::pin::pin;
use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::{Claimed, Claims, JobKind, Lease};
use store::operations::listener::{Channel, Listener};
use store::{Error, Store};
use tokio::task::{self, AbortHandle, JoinError, JoinSet};
use tokio::time::{Instant, Interval, MissedTickBehavior};
use uuid::Uuid;

use crate::Config;
use crate::jobs::{Handlers, Job};
use crate::runner::attempt::Ended;

/// Does jobs until `stop` is done. Then it takes no more; those that run get the grace, or until `hurry` is done, and
/// the rest is given back.
pub async fn run(
    store: Store,
    handlers: Handlers,
    config: Config,
    stop: impl Future<Output = ()>,
    hurry: impl Future<Output = ()>,
) {
    let mut runner = Runner::new(store, handlers, config);
    runner.work(stop).await;
    tokio::select! {
        () = runner.finish() => {}
        () = tokio::time::sleep(config.grace) => {}
        () = hurry => {}
    }
    runner.give_back().await;
}

/// How long to wait for a database that does not answer at all. Statements have shorter limits of their own.
const LONGEST_STATEMENT: Duration = Duration::from_secs(3);

struct Runner {
    store: Store,
    handlers: Handlers,
    kinds: Vec<JobKind>,
    config: Config,
    /// By what leases name it. Another one for each start: what it held before is not its own any more.
    name: String,
    listener: Listener,
    next_look: Instant,
    signs_of_life: Interval,
    attempts: JoinSet<Ended>,
    running: HashMap<task::Id, Running>,
}

/// A job that is being done.
struct Running {
    lease: Lease,
    handler: AbortHandle,
}

impl Runner {
    fn new(store: Store, handlers: Handlers, config: Config) -> Self {
        let listener = Listener::start(&store, Channel::Jobs);
        let mut signs_of_life = tokio::time::interval(config.heartbeat);
        signs_of_life.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self {
            kinds: handlers.kinds(),
            name: format!("{}-{}", std::process::id(), Uuid::now_v7()),
            listener,
            next_look: Instant::now(),
            signs_of_life,
            attempts: JoinSet::new(),
            running: HashMap::new(),
            store,
            handlers,
            config,
        }
    }

    /// A claim that has begun is not cut short by `stop`: it would leave jobs with a worker that does not know of them.
    async fn work(&mut self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        loop {
            let has_room = self.running.len() < self.config.concurrency;
            tokio::select! {
                biased;
                () = &mut stop => return,
                _ = self.signs_of_life.tick() => self.give_sign_of_life().await,
                Some(ended) = self.attempts.join_next_with_id() => self.note(ended),
                _ = self.listener.heard(), if has_room => self.look().await,
                () = tokio::time::sleep_until(self.next_look), if has_room => self.look().await,
            }
        }
    }

    /// Waits for what runs.
    async fn finish(&mut self) {
        while !self.running.is_empty() {
            tokio::select! {
                _ = self.signs_of_life.tick() => self.give_sign_of_life().await,
                Some(ended) = self.attempts.join_next_with_id() => self.note(ended),
            }
        }
    }

    /// Lets go of what still runs, so that others begin it at once.
    async fn give_back(mut self) {
        if self.running.is_empty() {
            return;
        }
        for Running { lease: _, handler } in self.running.values() {
            handler.abort();
        }
        // What has just come to its end is recorded as such.
        let ending = async {
            while let Some(ended) = self.attempts.join_next_with_id().await {
                if let Ok((id, Ended::Recorded)) = ended {
                    self.running.remove(&id);
                }
            }
        };
        let _in_vain = tokio::time::timeout(LONGEST_STATEMENT, ending).await;
        self.attempts.abort_all();
        let leases: Vec<Lease> =
            self.running.into_values().map(|Running { lease, handler: _ }| lease).collect();
        tracing::info!(count = leases.len(), "jobs that were not done in time are given back");
        let releasing = async { jobs::release(&mut self.store.operations().await?, &leases).await };
        match tokio::time::timeout(LONGEST_STATEMENT, releasing).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "jobs could not be given back; others begin them when the lease ends")
            }
            Err(_) => {
                tracing::warn!("jobs could not be given back in time; others begin them when the lease ends")
            }
        }
    }

    /// Claims as much as there is room for.
    async fn look(&mut self) {
        let room = self.config.concurrency.saturating_sub(self.running.len()).min(jobs::MOST);
        let wait = match tokio::time::timeout(LONGEST_STATEMENT, self.claim(room)).await {
            Ok(Ok(Claims { jobs, parked, next_in })) => {
                for job in parked {
                    tracing::error!(job = %job.0, "a job was parked: its workers were not heard of again");
                }
                let wait =
                    if jobs.len() < room { next_in.unwrap_or(self.config.poll) } else { Duration::ZERO };
                jobs.into_iter().for_each(|claimed| self.begin(claimed));
                wait
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "jobs could not be claimed");
                self.config.poll
            }
            Err(_) => {
                tracing::warn!("jobs could not be claimed in time");
                self.config.poll
            }
        };
        self.next_look = Instant::now() + wait.min(self.config.poll);
    }

    async fn claim(&self, room: usize) -> Result<Claims, Error> {
        let mut conn = self.store.operations().await?;
        jobs::claim(&mut conn, &self.name, &self.kinds, room, self.config.lease).await
    }

    fn begin(&mut self, claimed: Claimed) {
        let Some(perform) = self.handlers.of(claimed.kind) else { return };
        let job = Job::new(self.store.clone(), &claimed);
        let lease = claimed.lease.clone();
        let handler = tokio::spawn(async move { perform(job).await });
        let running = Running { lease, handler: handler.abort_handle() };
        let attempt = attempt::see_through(self.store.clone(), claimed, handler, self.config.lease);
        self.running.insert(self.attempts.spawn(attempt).id(), running);
    }

    fn note(&mut self, ended: Result<(task::Id, Ended), JoinError>) {
        let id = match ended {
            Ok((id, Ended::Recorded | Ended::NotOurs)) => id,
            Err(error) => {
                tracing::error!(%error, "an attempt broke; the job is done again when its lease ends");
                error.id()
            }
        };
        self.running.remove(&id);
    }

    /// Keeps the leases of what runs, and ends what is another worker's by now.
    async fn give_sign_of_life(&mut self) {
        if self.running.is_empty() {
            return;
        }
        let leases: Vec<Lease> = self.running.values().map(|running| running.lease.clone()).collect();
        let length = self.config.lease;
        let beating = async { jobs::heartbeat(&mut self.store.operations().await?, &leases, length).await };
        match tokio::time::timeout(LONGEST_STATEMENT, beating).await {
            Ok(Ok(held)) => {
                let lost = self.running.values().filter(|running| !held.contains(&running.lease.job()));
                lost.for_each(|running| running.handler.abort());
            }
            Ok(Err(error)) => tracing::warn!(%error, "leases could not be kept"),
            Err(_) => tracing::warn!("leases could not be kept in time"),
        }
    }
}
