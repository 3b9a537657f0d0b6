//! Fencing: what a worker writes about a job counts while it is its own, and not afterwards.

use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::{Fenced, Lease};

use crate::jobs::HOUR;
use crate::press::Press;

impl Press {
    /// A job, and by what a worker holds it.
    async fn held_job(&self) -> Lease {
        self.seeded_job("", "").await;
        self.claim().await.jobs.remove(0).lease
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_lost_a_job_changes_nothing_of_it() {
    let press = Press::open().await;
    let lost = press.held_job().await;
    press.lose_lease().await;
    // The same worker under the same name: the attempt is another one.
    let held = press.claim().await.jobs.remove(0).lease;
    let before = press.database.contents().await;
    let mut conn = press.operations().await;
    assert_eq!(jobs::heartbeat(&mut conn, std::slice::from_ref(&lost), HOUR).await.unwrap(), []);
    jobs::release(&mut conn, std::slice::from_ref(&lost)).await.unwrap();
    for written in [
        jobs::progress(&mut conn, &lost, 1, 2).await,
        jobs::complete(&mut conn, &lost).await,
        jobs::fail(&mut conn, &lost, "late", Duration::ZERO).await,
        jobs::park(&mut conn, &lost, "late").await,
    ] {
        assert_eq!(written.unwrap(), Fenced::LeaseLost);
    }
    assert!(press.database.contents().await == before, "something was written");
    assert_eq!(jobs::complete(&mut conn, &held).await.unwrap(), Fenced::Written);
    assert_eq!(jobs::complete(&mut conn, &held).await.unwrap(), Fenced::LeaseLost, "it is done");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_of_life_keeps_a_job() {
    let press = Press::open().await;
    let lease = press.held_job().await;
    press.lose_lease().await;
    let kept =
        jobs::heartbeat(&mut press.operations().await, std::slice::from_ref(&lease), HOUR).await.unwrap();
    assert_eq!(kept, [lease.job()]);
    assert!(press.claim_as("another", 1, HOUR).await.jobs.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_back_is_begun_by_others_at_once_and_counts_against_nobody() {
    let press = Press::open().await;
    let lease = press.held_job().await;
    let mut session = press.database.session().await;
    session.listen_for_jobs().await;
    jobs::release(&mut press.operations().await, &[lease]).await.unwrap();
    assert_eq!(session.heard().await, [""]);
    assert_eq!(press.job("state, failures, crashes").await, "ready 0 0");
    assert_eq!(press.claim_as("another", 1, HOUR).await.jobs.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_failed_waits_and_remembers_why() {
    let press = Press::open().await;
    let lease = press.held_job().await;
    let mut conn = press.operations().await;
    let why = format!("a\0b{}", "x".repeat(5_000));
    jobs::fail(&mut conn, &lease, &why, Duration::from_secs(60)).await.unwrap();
    let waits = "state, failures, left(last_error, 3), length(last_error), \
        run_at BETWEEN now() + interval '50 seconds' AND now() + interval '60 seconds'";
    assert_eq!(press.job(waits).await, "ready 1 abx 1000 t");
    assert!(press.claim().await.jobs.is_empty());
    press.database.execute("UPDATE operations.jobs SET run_at = now()").await;
    let claimed = press.claim().await.jobs.remove(0);
    assert_eq!(claimed.failures, 1);
    jobs::park(&mut conn, &claimed.lease, "enough").await.unwrap();
    assert_eq!(press.job("state, failures, last_error").await, "parked 2 enough");
    assert!(press.claim().await.jobs.is_empty());
}
