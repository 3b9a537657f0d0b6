//! The shutdown of a worker: it claims no more jobs, waits for the running ones, and releases the rest.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use worker::Config;
use worker::jobs::Handlers;

use crate::fixture::{Fixture, NOTIFIED_ONLY, count};
use crate::running::handlers;

/// Handlers that never finish.
fn endless() -> Handlers {
    handlers(|_, _| std::future::pending())
}

#[tokio::test(flavor = "multi_thread")]
async fn running_jobs_finish_during_shutdown_and_no_new_ones_are_claimed() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(1).await;
    let go = Arc::new(Notify::new());
    let gate = go.clone();
    let handler = handlers(move |_, _| {
        let gate = gate.clone();
        async move {
            gate.notified().await;
            Ok(())
        }
    });
    let worker_task = fixture.work(handler, Config { poll: Duration::from_millis(20), ..NOTIFIED_ONLY });
    fixture.until(&format!("{} = 1", count("running"))).await;
    worker_task.stop();
    fixture.seeded_jobs(1).await;
    fixture.notify().await;
    // The stopping worker still sends heartbeats; none of them may claim a job.
    fixture.execute("UPDATE operations.jobs SET lease_until = now() WHERE state = 'running'").await;
    let alive = "(SELECT count(*) FROM operations.jobs WHERE lease_until > now() + interval '1 minute') = 1";
    fixture.until(alive).await;
    go.notify_one();
    worker_task.end().await;
    assert_eq!(fixture.value(&format!("SELECT {}", count("done"))).await, "1");
    assert_eq!(fixture.value(&format!("SELECT {}", count("ready"))).await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_that_exceed_the_grace_period_are_released_to_other_workers() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(3).await;
    let first = fixture.work(endless(), Config { grace: Duration::from_millis(50), ..NOTIFIED_ONLY });
    fixture.until(&format!("{} = 3", count("running"))).await;
    let second = fixture.work(handlers(|_, _| async { Ok(()) }), NOTIFIED_ONLY);
    first.end().await;
    fixture.until(&format!("{} = 3", count("done"))).await;
    assert_eq!(fixture.value("SELECT sum(failures + crashes) FROM operations.jobs").await, "0");
    second.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forced_shutdown_releases_jobs_at_once() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(1).await;
    let worker_task = fixture.work(endless(), NOTIFIED_ONLY);
    fixture.until(&format!("{} = 1", count("running"))).await;
    worker_task.stop();
    worker_task.force_shutdown();
    worker_task.end().await;
    assert_eq!(fixture.job("state, failures, crashes").await, "ready 0 0");
}
