//! Jobs: claimed by one worker, written by the holder of the lease, and enqueued atomically with their cause.

mod admin;
mod enqueue;
mod fencing;

use std::time::Duration;

use store::operations::jobs;
use store::operations::jobs::{ClaimResult, JobKind};
use store::testing;

use crate::fixture::TestStore;

/// Longer than any test.
const HOUR: Duration = Duration::from_secs(3_600);

impl TestStore {
    /// Inserts a job by SQL with additional columns.
    async fn seeded_job(&self, columns: &str, values: &str) -> String {
        let insert = format!(
            "INSERT INTO operations.jobs (id, kind, payload, priority{columns}) \
             VALUES (gen_random_uuid(), 'prune', '{{}}', 1{values})"
        );
        self.database.execute(&insert).await;
        self.database.value("SELECT id FROM operations.jobs ORDER BY created_at DESC LIMIT 1").await
    }

    async fn claim_as(&self, worker: &str, most: usize, lease: Duration) -> ClaimResult {
        let mut conn = self.operations().await;
        jobs::claim(&mut conn, worker, &[JobKind::Prune], most, lease).await.unwrap()
    }

    async fn claim(&self) -> ClaimResult {
        self.claim_as("worker", jobs::MAX_CLAIM, HOUR).await
    }

    /// Columns of the only job.
    async fn job(&self, columns: &str) -> String {
        self.database.value(&format!("SELECT concat_ws(' ', {columns}) FROM operations.jobs")).await
    }

    /// Expires the lease of the only job.
    async fn expire_lease(&self) {
        self.database.execute("UPDATE operations.jobs SET lease_until = now() - interval '1 second'").await;
    }
}

fn ids(claims: &ClaimResult) -> Vec<String> {
    claims.jobs.iter().map(|claimed| claimed.lease.job().0.to_string()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_are_claimed_by_priority_and_then_by_run_at() {
    let fixture = TestStore::open().await;
    let insert = "INSERT INTO operations.jobs (id, kind, payload, priority, run_at)
        SELECT gen_random_uuid(), 'prune', '{}', number % 3, now() - number % 7 * interval '1 minute'
        FROM generate_series(1, 100) AS number";
    fixture.database.execute(insert).await;
    let order = fixture.database.column("SELECT id FROM operations.jobs ORDER BY priority, run_at, id").await;
    let mut claimed = Vec::new();
    for _ in 0..5 {
        let claims = ids(&fixture.claim().await);
        assert_eq!(claims.len(), 20);
        claimed.extend(claims);
    }
    assert_eq!(claimed, order);
    assert!(fixture.claim().await.jobs.is_empty(), "each only once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_scans_the_ready_index_without_sorting() {
    let fixture = TestStore::open().await;
    let insert = "INSERT INTO operations.jobs (id, kind, payload, priority, state, finished_at)
        SELECT gen_random_uuid(), 'prune', '{}', 1, CASE WHEN number % 4 = 0 THEN 'ready' ELSE 'done' END,
            CASE WHEN number % 4 = 0 THEN NULL ELSE now() END
        FROM generate_series(1, 20000) AS number";
    fixture.database.execute(insert).await;
    fixture.database.execute("VACUUM ANALYZE operations.jobs").await;
    let session = fixture.database.session().await;
    session.execute(&format!("PREPARE claim (text, text[], bigint, bigint) AS {}", testing::CLAIM)).await;
    for mode in ["force_custom_plan", "force_generic_plan"] {
        session.execute(&format!("SET plan_cache_mode = {mode}")).await;
        let plan = session.lines("EXPLAIN (COSTS off) EXECUTE claim ('worker', '{prune}', 20, 1000)").await;
        let due: Vec<&str> =
            plan.iter().map(|line| line.trim()).skip_while(|line| *line != "CTE due").take(4).collect();
        let expected =
            ["CTE due", "->  Limit", "->  LockRows", "->  Index Scan using jobs_ready_idx on jobs"];
        assert_eq!(&due[..3], &expected[..3], "{mode}: {plan:#?}");
        assert!(due[3].starts_with(expected[3]), "{mode}: {plan:#?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_workers_claim_each_job_once() {
    let fixture = TestStore::open().await;
    let insert = "INSERT INTO operations.jobs (id, kind, payload, priority)
        SELECT gen_random_uuid(), 'prune', '{}', 1 FROM generate_series(1, 300)";
    fixture.database.execute(insert).await;
    let worker = async |number: usize| {
        let mut mine = Vec::new();
        loop {
            let claims = fixture.claim_as(&format!("worker-{number}"), 7, HOUR).await;
            if claims.jobs.is_empty() {
                return mine;
            }
            mine.extend(ids(&claims));
        }
    };
    let claimed = futures_util::future::join_all((0..8).map(worker)).await;
    let mut claimed: Vec<String> = claimed.into_iter().flatten().collect();
    assert_eq!(claimed.len(), 300);
    claimed.sort();
    claimed.dedup();
    assert_eq!(claimed.len(), 300);
    assert_eq!(fixture.database.value("SELECT max(attempt) FROM operations.jobs").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_are_not_claimed_before_run_at_and_a_claim_returns_the_time_until_the_next() {
    let fixture = TestStore::open().await;
    fixture.seeded_job(", run_at", ", now() + interval '1 hour'").await;
    fixture.seeded_job(", run_at", ", now() + interval '1 minute'").await;
    let claims = fixture.claim().await;
    assert!(claims.jobs.is_empty());
    let next_in = claims.next_in.unwrap();
    assert!(next_in > Duration::from_secs(30) && next_in <= Duration::from_secs(60), "{next_in:?}");
    fixture.seeded_job("", "").await;
    fixture.seeded_job("", "").await;
    assert_eq!(fixture.claim_as("worker", 1, HOUR).await.next_in, None, "more are due now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_does_not_claim_jobs_of_unknown_kinds() {
    let fixture = TestStore::open().await;
    fixture.seeded_job("", "").await;
    fixture.database.execute("UPDATE operations.jobs SET kind = 'of_a_newer_version'").await;
    assert!(fixture.claim().await.jobs.is_empty());
    fixture.database.execute("UPDATE operations.jobs SET kind = 'refresh_editions'").await;
    assert!(fixture.claim().await.jobs.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_with_an_expired_lease_is_claimed_again_and_dead_lettered_after_three_crashes() {
    let fixture = TestStore::open().await;
    fixture.seeded_job("", "").await;
    fixture.claim_as("first", 1, HOUR).await;
    assert!(fixture.claim_as("second", 1, HOUR).await.jobs.is_empty(), "while the lease lasts");
    for (worker, state) in [("second", "running 2 1 second"), ("third", "running 3 2 third")] {
        fixture.expire_lease().await;
        assert_eq!(fixture.claim_as(worker, 1, HOUR).await.jobs.len(), 1);
        assert_eq!(fixture.job("state, attempt, crashes, leased_by").await, state);
    }
    fixture.expire_lease().await;
    let claims = fixture.claim_as("fourth", 1, HOUR).await;
    assert_eq!((claims.jobs.len(), claims.dead.len()), (0, 1));
    let parked = fixture.job("state, crashes, last_error").await;
    assert_eq!(parked, "parked 3 Its workers were not heard of again.");
}
