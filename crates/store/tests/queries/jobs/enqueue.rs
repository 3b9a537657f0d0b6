//! Enqueueing: transactional, coalesced by key, once per slot.

use std::time::Duration;

use futures_util::future::join_all;
use store::operations::jobs;
use store::operations::jobs::NewJob;

use crate::fixture::TestStore;

const DAY: Duration = Duration::from_secs(86_400);

impl TestStore {
    /// Enqueues a daily prune job under a name.
    async fn enqueue(&self, name: &str) -> Result<Duration, store::Error> {
        jobs::enqueue_periodic(&mut self.operations().await, name, DAY, NewJob::prune()).await
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rolled_back_transaction_enqueues_no_job_and_sends_no_notification() {
    let fixture = TestStore::open().await;
    let refuse = "CREATE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN IF EXISTS (SELECT FROM operations.jobs) THEN RAISE EXCEPTION 'no'; END IF; RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON operations.job_slots
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.refuse()";
    fixture.database.execute(refuse).await;
    let mut session = fixture.database.session().await;
    session.listen_for_jobs().await;
    fixture.enqueue("prune").await.unwrap_err();
    assert_eq!(fixture.database.value("SELECT count(*) FROM operations.jobs").await, "0");
    assert!(session.notifications().await.is_empty());

    fixture.database.execute("DROP TRIGGER refuse ON operations.job_slots").await;
    fixture.enqueue("prune").await.unwrap();
    assert_eq!(fixture.job("kind, state").await, "prune ready");
    assert_eq!(
        session.notifications().await,
        [""],
        "one announcement, which says nothing but that it is time to look"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn enqueueing_a_waiting_job_again_makes_it_due_at_once() {
    let fixture = TestStore::open().await;
    fixture.enqueue("first").await.unwrap();
    fixture.database.execute("UPDATE operations.jobs SET run_at = now() + interval '1 hour'").await;
    fixture.enqueue("second").await.unwrap();
    assert_eq!(fixture.job("state, run_at <= now()").await, "ready t");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_enqueued_while_it_runs_runs_once_more() {
    let fixture = TestStore::open().await;
    fixture.enqueue("first").await.unwrap();
    let claims = fixture.claim().await;
    fixture.enqueue("second").await.unwrap();
    fixture.enqueue("third").await.unwrap();
    let mut session = fixture.database.session().await;
    session.listen_for_jobs().await;
    let lease = &claims.jobs[0].lease;
    jobs::complete(&mut fixture.operations().await, lease).await.unwrap();
    assert_eq!(fixture.job("state, again, attempt").await, "ready f 1");
    assert_eq!(session.notifications().await, [""], "whoever has room begins it at once");
    let claims = fixture.claim().await;
    jobs::complete(&mut fixture.operations().await, &claims.jobs[0].lease).await.unwrap();
    assert_eq!(fixture.job("state, again, attempt").await, "done f 2");
    fixture.enqueue("fourth").await.unwrap();
    assert_eq!(fixture.database.value("SELECT count(*) FROM operations.jobs").await, "2", "done is done");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_job_is_not_claimed_while_a_transaction_enqueues_it_again() {
    let fixture = TestStore::open().await;
    fixture.enqueue("first").await.unwrap();
    let slow = "CREATE FUNCTION public.wait() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN PERFORM pg_advisory_xact_lock(1); RETURN NULL; END $$;
        CREATE CONSTRAINT TRIGGER wait AFTER INSERT ON operations.job_slots
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.wait()";
    fixture.database.execute(slow).await;
    let session = fixture.database.session().await;
    session.execute("BEGIN; SELECT pg_advisory_xact_lock(1)").await;
    let meanwhile = async {
        fixture.database.until(&format!("{} = 1", crate::database::WAITING)).await;
        let early = fixture.claim().await.jobs.len();
        session.execute("COMMIT").await;
        early
    };
    let (asked, early) = futures_util::future::join(fixture.enqueue("second"), meanwhile).await;
    asked.unwrap();
    assert_eq!(early, 0, "it would have missed what that transaction did");
    assert_eq!(fixture.claim().await.jobs.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_enqueues_create_one_job_per_slot() {
    let fixture = TestStore::open().await;
    for round in 0..3 {
        let asked = join_all((0..8).map(|_| fixture.enqueue("prune"))).await;
        for next_in in asked {
            let next_in = next_in.unwrap();
            assert!(next_in > Duration::ZERO && next_in <= DAY, "{next_in:?}");
        }
        for claimed in fixture.claim().await.jobs {
            assert_eq!(round, 0, "the slot had its job");
            jobs::complete(&mut fixture.operations().await, &claimed.lease).await.unwrap();
        }
    }
    assert_eq!(fixture.job("state").await, "done");
    let slots = "SELECT name || ' ' || (slot = date_bin('1 day', now(), 'epoch')) FROM operations.job_slots";
    assert_eq!(fixture.database.column(slots).await, ["prune true"]);

    fixture.database.execute("UPDATE operations.job_slots SET slot = slot - interval '1 day'").await;
    fixture.enqueue("prune").await.unwrap();
    assert_eq!(fixture.database.value("SELECT count(*) FROM operations.jobs").await, "2", "another day");
}
