//! Timers: schedules are activated when due, and periodic jobs are enqueued.

use std::time::Duration;

use blocking_pool::BlockingPool;
use domain::{EditionId, EditionIdentity, Locale, Terms};
use store::editorial::{drafts, terms};
use store::publishing;
use store::write;
use store::write::WriteContext;
use uuid::Uuid;
use worker::teasers::{self, Options};
use worker::{jobs, schedules};

use crate::fixture::{Fixture, HOUR, NOTIFIED_ONLY, count};

impl Fixture {
    /// Schedules an article this many milliseconds from now, by the clock of Postgres.
    async fn scheduled_article(&self, milliseconds: u32) {
        let act = WriteContext::for_program("test", "request-1");
        let mut conn = self.store.editorial().await.unwrap();
        let locale = Locale::try_from("en".to_owned()).unwrap();
        let options = Options { locale, publish: false, dry_run: false };
        teasers::import(&mut conn, &act, b"engineering\nDispatch\nIt holds.\n", &options).await.unwrap();
        let id = self.value("SELECT id FROM editorial.drafts").await.parse().unwrap();
        let draft = drafts::load(&mut conn, &[domain::DraftId(id)]).await.unwrap().remove(0);
        let section = terms::load(&mut conn, &[draft.content.section.unwrap()]).await.unwrap();
        let terms: Terms = section;
        let origin = EditionIdentity {
            id: EditionId(Uuid::now_v7()),
            article: draft.article,
            locale: draft.locale,
            revision: draft.revision,
        };
        let edition = markup::render_edition(origin, &draft.content, &terms).unwrap();
        let due_at = "2100-01-01T00:00:00Z".parse().unwrap();
        write::once(&mut conn, &act, async |tx| publishing::schedule(tx, &edition, due_at).await)
            .await
            .unwrap();
        let due = format!(
            "UPDATE delivery.schedules SET due_at = clock_timestamp() + interval '{milliseconds} milliseconds'"
        );
        self.execute(&due).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_becomes_public_at_its_moment_and_not_before() {
    let fixture = Fixture::new().await;
    fixture.scheduled_article(700).await;
    let due_at = fixture.value("SELECT due_at FROM delivery.schedules").await;
    let store = fixture.store.clone();
    let activating = tokio::spawn(async move { schedules::activate(&store, HOUR).await });
    fixture.until("(SELECT count(*) FROM delivery.live) = 1").await;
    let late =
        format!("SELECT at - '{due_at}' BETWEEN interval '0' AND interval '2 seconds' FROM operations.acts");
    assert_eq!(fixture.value(&late).await, "true");
    activating.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_created_during_the_wait_is_noticed_at_the_next_poll() {
    let fixture = Fixture::new().await;
    let store = fixture.store.clone();
    let poll = Duration::from_millis(50);
    let activating = tokio::spawn(async move { schedules::activate(&store, poll).await });
    fixture.scheduled_article(0).await;
    fixture.until("(SELECT count(*) FROM delivery.live) = 1").await;
    activating.abort();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_prunes_without_being_asked_and_leaves_kinds_that_it_does_not_know() {
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
async fn pruning_twice_is_pruning_once() {
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
