//! Running: begun at once, each on its own, kept while it lasts, recorded as it ends.

use std::sync::Arc;
use std::time::Duration;

use store::operations::jobs::JobKind;
use tokio::sync::{Notify, mpsc};
use worker::Config;
use worker::jobs::{Failure, Handlers, Job};

use crate::stage::{ASLEEP, HOUR, Stage, count};

/// One that does what a test says to each job's number.
pub(crate) fn handlers<Performing>(
    perform: impl Fn(Job, u64) -> Performing + Send + Sync + 'static,
) -> Handlers
where
    Performing: Future<Output = Result<(), Failure>> + Send + 'static,
{
    let perform = Arc::new(perform);
    Handlers::default().with(JobKind::Prune, move |job: Job| {
        let perform = perform.clone();
        async move {
            let number = job.payload()?;
            perform(job, number).await
        }
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_announced_is_begun_without_waiting_for_the_next_look() {
    let stage = Stage::open().await;
    let (tell, mut told) = mpsc::unbounded_channel();
    let doing = handlers(move |_, number| {
        tell.send(number).unwrap();
        async { Ok(()) }
    });
    let working = stage.work(doing, ASLEEP);
    // After the first look of all.
    let listens = "(SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND query = 'LISTEN masthead_jobs' AND state = 'idle') = 1";
    stage.until(listens).await;
    for _ in 0..3 {
        stage.seeded_jobs(1).await;
        stage.announce().await;
        tokio::time::timeout(Duration::from_secs(30), told.recv()).await.unwrap();
    }
    stage.until(&format!("{} = 3", count("done"))).await;
    working.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_announced_is_found_by_looking() {
    let stage = Stage::open().await;
    let working =
        stage.work(handlers(|_, _| async { Ok(()) }), Config { poll: Duration::from_millis(50), ..ASLEEP });
    stage.seeded_jobs(1).await;
    stage.until(&format!("{} = 1", count("done"))).await;
    stage.seeded_jobs(1).await;
    stage.until(&format!("{} = 2", count("done"))).await;
    working.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_soon_is_begun_at_its_moment_and_not_before() {
    let stage = Stage::open().await;
    stage.seeded_jobs(1).await;
    stage
        .execute("UPDATE operations.jobs SET run_at = clock_timestamp() + interval '700 milliseconds'")
        .await;
    let working = stage.work(handlers(|_, _| async { Ok(()) }), ASLEEP);
    stage.until(&format!("{} = 1", count("done"))).await;
    assert_eq!(stage.job("finished_at >= run_at").await, "t");
    working.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_than_there_is_room_for_is_done_as_room_comes_free() {
    let stage = Stage::open().await;
    stage.seeded_jobs(100).await;
    let working = stage.work(handlers(|_, _| async { Ok(()) }), ASLEEP);
    stage.until(&format!("{} = 100", count("done"))).await;
    working.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_panics_ends_alone_and_is_tried_again_later() {
    let stage = Stage::open().await;
    stage.seeded_jobs(20).await;
    let doing = handlers(|_, number| async move {
        assert!(number != 7, "number {number} is bad");
        Ok(())
    });
    let working = stage.work(doing, ASLEEP);
    stage.until(&format!("{} = 19", count("done"))).await;
    stage.until("(SELECT failures FROM operations.jobs WHERE payload = '7') >= 1").await;
    let failed = "SELECT last_error FROM operations.jobs WHERE payload = '7'";
    assert!(stage.value(failed).await.contains("number 7 is bad"));
    working.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_twenty_times_is_parked_with_what_was_wrong() {
    let stage = Stage::open().await;
    stage.seeded_jobs(1).await;
    let doing = || handlers(|_, _| async { Err(Failure::Other("no luck".to_owned())) });
    stage.execute("UPDATE operations.jobs SET failures = 18").await;
    let working = stage.work(doing(), ASLEEP);
    stage.until("(SELECT failures FROM operations.jobs) = 19").await;
    assert_eq!(stage.job("state, last_error").await, "ready no luck");
    stage.execute("UPDATE operations.jobs SET run_at = now()").await;
    stage.announce().await;
    stage.until(&format!("{} = 1", count("parked"))).await;
    assert_eq!(stage.job("failures, last_error").await, "20 no luck");
    working.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_understood_is_parked_at_once() {
    let stage = Stage::open().await;
    stage.seeded_jobs(1).await;
    stage.execute(r#"UPDATE operations.jobs SET payload = '"what?"'"#).await;
    let working = stage.work(handlers(|_, _| async { Ok(()) }), ASLEEP);
    stage.until(&format!("{} = 1", count("parked"))).await;
    assert!(stage.job("last_error").await.contains("the payload is not understood"));
    working.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_that_lasts_longer_than_the_lease_is_done_once() {
    let stage = Stage::open().await;
    stage.seeded_jobs(1).await;
    let (go, begun) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let config = Config { lease: Duration::from_secs(1), poll: Duration::from_millis(50), ..ASLEEP };
    let doing = || {
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
    let workers = [stage.work(doing(), config), stage.work(doing(), config)];
    begun.notified().await;
    assert_eq!(stage.job("progress_done, progress_total").await, "1 2");
    stage.until("(SELECT lease_until > created_at + interval '3 seconds' FROM operations.jobs)").await;
    go.notify_one();
    stage.until(&format!("{} = 1", count("done"))).await;
    assert_eq!(stage.job("attempt, crashes, progress_done").await, "1 0 2");
    for worker in workers {
        worker.end().await;
    }
}

/// Says when it is dropped.
struct Dropped(mpsc::UnboundedSender<()>);

impl Drop for Dropped {
    fn drop(&mut self) {
        let _nobody_waits = self.0.send(());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_cancelled_ends_with_the_next_sign_of_life() {
    let stage = Stage::open().await;
    stage.seeded_jobs(1).await;
    let (tell, mut told) = mpsc::unbounded_channel();
    let doing = handlers(move |_, _| {
        let dropped = Dropped(tell.clone());
        async move {
            let _dropped = dropped;
            std::future::pending().await
        }
    });
    let working = stage.work(doing, ASLEEP);
    stage.until(&format!("{} = 1", count("running"))).await;
    let cancel = "UPDATE operations.jobs SET state = 'cancelled', finished_at = now(), leased_by = NULL,
        lease_until = NULL";
    stage.execute(cancel).await;
    tokio::time::timeout(Duration::from_secs(30), told.recv()).await.unwrap();
    assert_eq!(stage.job("state, failures").await, "cancelled 0");
    // Its room is free again, or this would wait for an hour.
    assert_eq!(ASLEEP.grace, HOUR);
    working.end().await;
}
