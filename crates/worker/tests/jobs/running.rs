//! Running jobs: claimed when notified or due, isolated from each other, leased while they run, recorded at the end.

use std::sync::Arc;
use std::time::Duration;

use store::operations::jobs::JobKind;
use tokio::sync::{Notify, mpsc};
use worker::Config;
use worker::jobs::{Handlers, Job, JobError};

use crate::fixture::{Fixture, HOUR, NOTIFIED_ONLY, count};

/// Handlers that call a test function with the number of each job.
pub(crate) fn handlers<Fut>(handler: impl Fn(Job, u64) -> Fut + Send + Sync + 'static) -> Handlers
where
    Fut: Future<Output = Result<(), JobError>> + Send + 'static,
{
    let handler = Arc::new(handler);
    Handlers::default().with(JobKind::Prune, move |job: Job| {
        let handler = handler.clone();
        async move {
            let number = job.payload()?;
            handler(job, number).await
        }
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn notified_jobs_start_without_waiting_for_the_next_poll() {
    let fixture = Fixture::new().await;
    let (sender, mut received) = mpsc::unbounded_channel();
    let handler = handlers(move |_, number| {
        sender.send(number).unwrap();
        async { Ok(()) }
    });
    let worker_task = fixture.work(handler, NOTIFIED_ONLY);
    // Wait until the worker listens, which is after its first poll.
    let listens = "(SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND query = 'LISTEN masthead_jobs' AND state = 'idle') = 1";
    fixture.until(listens).await;
    for _ in 0..3 {
        fixture.seeded_jobs(1).await;
        fixture.notify().await;
        tokio::time::timeout(Duration::from_secs(30), received.recv()).await.unwrap();
    }
    fixture.until(&format!("{} = 3", count("done"))).await;
    worker_task.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_without_notification_are_found_by_polling() {
    let fixture = Fixture::new().await;
    let worker_task = fixture
        .work(handlers(|_, _| async { Ok(()) }), Config { poll: Duration::from_millis(50), ..NOTIFIED_ONLY });
    fixture.seeded_jobs(1).await;
    fixture.until(&format!("{} = 1", count("done"))).await;
    fixture.seeded_jobs(1).await;
    fixture.until(&format!("{} = 2", count("done"))).await;
    worker_task.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_start_when_they_are_due_and_not_before() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(1).await;
    fixture
        .execute("UPDATE operations.jobs SET run_at = clock_timestamp() + interval '700 milliseconds'")
        .await;
    let worker_task = fixture.work(handlers(|_, _| async { Ok(()) }), NOTIFIED_ONLY);
    fixture.until(&format!("{} = 1", count("done"))).await;
    assert_eq!(fixture.job("finished_at >= run_at").await, "t");
    worker_task.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_beyond_the_concurrency_limit_run_later() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(100).await;
    let worker_task = fixture.work(handlers(|_, _| async { Ok(()) }), NOTIFIED_ONLY);
    fixture.until(&format!("{} = 100", count("done"))).await;
    worker_task.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panicking_job_affects_no_other_and_is_retried() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(20).await;
    let handler = handlers(|_, number| async move {
        assert!(number != 7, "number {number} is bad");
        Ok(())
    });
    let worker_task = fixture.work(handler, NOTIFIED_ONLY);
    fixture.until(&format!("{} = 19", count("done"))).await;
    fixture.until("(SELECT failures FROM operations.jobs WHERE payload = '7') >= 1").await;
    let failed = "SELECT last_error FROM operations.jobs WHERE payload = '7'";
    assert!(fixture.value(failed).await.contains("number 7 is bad"));
    worker_task.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_dead_lettered_after_twenty_failures() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(1).await;
    let handler = || handlers(|_, _| async { Err(JobError::Other("no luck".to_owned())) });
    fixture.execute("UPDATE operations.jobs SET failures = 18").await;
    let worker_task = fixture.work(handler(), NOTIFIED_ONLY);
    fixture.until("(SELECT failures FROM operations.jobs) = 19").await;
    assert_eq!(fixture.job("state, last_error").await, "ready no luck");
    fixture.execute("UPDATE operations.jobs SET run_at = now()").await;
    fixture.notify().await;
    fixture.until(&format!("{} = 1", count("parked"))).await;
    assert_eq!(fixture.job("failures, last_error").await, "20 no luck");
    worker_task.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_with_an_invalid_payload_is_dead_lettered_at_once() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(1).await;
    fixture.execute(r#"UPDATE operations.jobs SET payload = '"what?"'"#).await;
    let worker_task = fixture.work(handlers(|_, _| async { Ok(()) }), NOTIFIED_ONLY);
    fixture.until(&format!("{} = 1", count("parked"))).await;
    assert!(fixture.job("last_error").await.contains("the payload is not understood"));
    worker_task.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_outlasts_its_lease_runs_once() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(1).await;
    let (go, begun) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let config = Config { lease: Duration::from_secs(1), poll: Duration::from_millis(50), ..NOTIFIED_ONLY };
    let handler = || {
        let (go, begun) = (go.clone(), begun.clone());
        handlers(move |job, _| {
            let (go, begun) = (go.clone(), begun.clone());
            async move {
                job.progress(1, 2).await?;
                begun.notify_one();
                go.notified().await;
                job.progress(2, 2).await
            }
        })
    };
    let workers = [fixture.work(handler(), config), fixture.work(handler(), config)];
    begun.notified().await;
    assert_eq!(fixture.job("progress_done, progress_total").await, "1 2");
    fixture.until("(SELECT lease_until > created_at + interval '3 seconds' FROM operations.jobs)").await;
    go.notify_one();
    fixture.until(&format!("{} = 1", count("done"))).await;
    assert_eq!(fixture.job("attempt, crashes, progress_done").await, "1 0 2");
    for worker in workers {
        worker.end().await;
    }
}

/// Sends a message when it is dropped.
struct Dropped(mpsc::UnboundedSender<()>);

impl Drop for Dropped {
    fn drop(&mut self) {
        let _nobody_waits = self.0.send(());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cancelled_job_is_aborted_at_the_next_heartbeat() {
    let fixture = Fixture::new().await;
    fixture.seeded_jobs(1).await;
    let (sender, mut received) = mpsc::unbounded_channel();
    let handler = handlers(move |_, _| {
        let dropped = Dropped(sender.clone());
        async move {
            let _dropped = dropped;
            std::future::pending().await
        }
    });
    let worker_task = fixture.work(handler, NOTIFIED_ONLY);
    fixture.until(&format!("{} = 1", count("running"))).await;
    let cancel = "UPDATE operations.jobs SET state = 'cancelled', finished_at = now(), leased_by = NULL,
        lease_until = NULL";
    fixture.execute(cancel).await;
    tokio::time::timeout(Duration::from_secs(30), received.recv()).await.unwrap();
    assert_eq!(fixture.job("state, failures").await, "cancelled 0");
    // The slot of the job is free again, otherwise this would wait for an hour.
    assert_eq!(NOTIFIED_ONLY.grace, HOUR);
    worker_task.end().await;
}
