//! Fencing: a worker's writes take effect only while its lease is valid.

use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::{FencedWrite, Lease};

use crate::fixture::TestStore;
use crate::jobs::HOUR;

impl TestStore {
    /// A claimed job with its lease.
    async fn held_job(&self) -> Lease {
        self.seeded_job("", "").await;
        self.claim().await.jobs.remove(0).lease
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn writes_with_a_lost_lease_change_nothing() {
    let fixture = TestStore::open().await;
    let lost = fixture.held_job().await;
    fixture.expire_lease().await;
    // The same worker name, but another attempt.
    let held = fixture.claim().await.jobs.remove(0).lease;
    let before = fixture.database.contents().await;
    let mut conn = fixture.operations().await;
    assert_eq!(jobs::heartbeat(&mut conn, std::slice::from_ref(&lost), HOUR).await.unwrap(), []);
    jobs::release(&mut conn, std::slice::from_ref(&lost)).await.unwrap();
    for written in [
        jobs::progress(&mut conn, &lost, 1, 2).await,
        jobs::complete(&mut conn, &lost).await,
        jobs::fail(&mut conn, &lost, "late", Duration::ZERO).await,
        jobs::dead_letter(&mut conn, &lost, "late").await,
    ] {
        assert_eq!(written.unwrap(), FencedWrite::LeaseLost);
    }
    assert!(fixture.database.contents().await == before, "something was written");
    assert_eq!(jobs::complete(&mut conn, &held).await.unwrap(), FencedWrite::Written);
    assert_eq!(jobs::complete(&mut conn, &held).await.unwrap(), FencedWrite::LeaseLost, "it is done");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_heartbeat_extends_an_expired_lease() {
    let fixture = TestStore::open().await;
    let lease = fixture.held_job().await;
    fixture.expire_lease().await;
    let kept =
        jobs::heartbeat(&mut fixture.operations().await, std::slice::from_ref(&lease), HOUR).await.unwrap();
    assert_eq!(kept, [lease.job()]);
    assert!(fixture.claim_as("another", 1, HOUR).await.jobs.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_released_job_can_be_claimed_at_once_and_counts_no_failure() {
    let fixture = TestStore::open().await;
    let lease = fixture.held_job().await;
    let mut session = fixture.database.session().await;
    session.listen_for_jobs().await;
    jobs::release(&mut fixture.operations().await, &[lease]).await.unwrap();
    assert_eq!(session.notifications().await, [""]);
    assert_eq!(fixture.job("state, failures, crashes").await, "ready 0 0");
    assert_eq!(fixture.claim_as("another", 1, HOUR).await.jobs.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_job_waits_for_its_retry_and_records_the_error() {
    let fixture = TestStore::open().await;
    let lease = fixture.held_job().await;
    let mut conn = fixture.operations().await;
    let why = format!("a\0b{}", "x".repeat(5_000));
    jobs::fail(&mut conn, &lease, &why, Duration::from_secs(60)).await.unwrap();
    let waits = "state, failures, left(last_error, 3), length(last_error), \
        run_at BETWEEN now() + interval '50 seconds' AND now() + interval '60 seconds'";
    assert_eq!(fixture.job(waits).await, "ready 1 abx 1000 t");
    assert!(fixture.claim().await.jobs.is_empty());
    fixture.database.execute("UPDATE operations.jobs SET run_at = now()").await;
    let claimed = fixture.claim().await.jobs.remove(0);
    assert_eq!(claimed.failures, 1);
    jobs::dead_letter(&mut conn, &claimed.lease, "enough").await.unwrap();
    assert_eq!(fixture.job("state, failures, last_error").await, "parked 2 enough");
    assert!(fixture.claim().await.jobs.is_empty());
}
