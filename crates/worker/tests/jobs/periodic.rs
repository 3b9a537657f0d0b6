//! The periodic jobs are enqueued.

use blocking_pool::BlockingPool;
use worker::jobs;

use crate::fixture::{Fixture, NOTIFIED_ONLY, count};

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_enqueues_prune_jobs_and_leaves_unknown_kinds() {
    let fixture = Fixture::new().await;
    let seed = "INSERT INTO operations.jobs (id, kind, payload, priority, state, finished_at) VALUES
        (gen_random_uuid(), 'of_an_older_version', '{}', 1, 'done', now() - interval '25 hours'),
        (gen_random_uuid(), 'of_a_newer_version', '{}', 1, 'ready', NULL)";
    fixture.execute(seed).await;
    let worker = worker::run(
        fixture.store.clone(),
        BlockingPool::default(),
        NOTIFIED_ONLY,
        std::future::pending(),
        std::future::pending(),
    );
    let worker_task = tokio::spawn(worker);
    fixture.until("(SELECT count(*) FROM operations.jobs WHERE kind = 'prune' AND state = 'done') = 1").await;
    let others = "SELECT string_agg(kind || ' ' || state, ', ') FROM operations.jobs WHERE kind <> 'prune'";
    assert_eq!(fixture.value(others).await, "of_a_newer_version ready");
    worker_task.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn pruning_again_deletes_nothing() {
    let fixture = Fixture::new().await;
    let seed = "INSERT INTO operations.job_slots (name, slot)
        SELECT 'old', now() - interval '25 hours' - number * interval '1 second'
        FROM generate_series(1, 2500) AS number";
    fixture.execute(seed).await;
    for round in 1..=2 {
        fixture.seeded_jobs(1).await;
        let worker_task = fixture.work(jobs::handlers(BlockingPool::default()), NOTIFIED_ONLY);
        fixture.until(&format!("{} = {round}", count("done"))).await;
        worker_task.end().await;
        assert_eq!(fixture.value("SELECT count(*) FROM operations.job_slots").await, "0");
    }
}
