//! Job administration: permissions, effects, audit log.

use std::time::Duration;

use domain::{Action, JobId, Limit, PersonId, Refusal, Role, SessionId};
use store::operations::jobs;
use store::operations::jobs::{FencedWrite, JobFilter, JobState};
use store::write;
use store::write::{Actor, IdempotencyKey, Outcome, WriteContext};
use uuid::Uuid;

use crate::fixture::{TestStore, context, refusal};

impl TestStore {
    /// The write context of a signed-in person.
    async fn signed_in(&self, role: Role) -> WriteContext {
        let (person, session) = (Uuid::now_v7(), Uuid::now_v7());
        let insert = format!(
            "INSERT INTO editorial.people (id, email, name, role)
                VALUES ('{person}', '{person}@example.org', 'Somebody', '{role}');
            INSERT INTO editorial.sessions (id, person_id, client, expires_at)
                VALUES ('{session}', '{person}', 'test', now() + interval '1 hour')"
        );
        self.database.execute(&insert).await;
        WriteContext {
            actor: Actor::Person { id: PersonId(person), session: SessionId(session) },
            ..context()
        }
    }

    async fn dead_job(&self) -> JobId {
        job_id(&self.seeded_job(", state, failures, last_error", ", 'parked', 20, 'broken'").await)
    }
}

fn job_id(text: &str) -> JobId {
    JobId(text.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn retrying_a_dead_job_resets_its_failures_and_is_audited() {
    let fixture = TestStore::open().await;
    let id = fixture.dead_job().await;
    let admin = fixture.signed_in(Role::Admin).await;
    let mut session = fixture.database.session().await;
    session.listen_for_jobs().await;
    let job = write::once(&mut fixture.editorial().await, &admin, async |tx| jobs::retry(tx, id).await)
        .await
        .unwrap()
        .into_inner();
    assert_eq!((job.state, job.failures), (JobState::Ready, 0));
    assert_eq!(session.notifications().await, [""]);
    assert_eq!(fixture.claim().await.jobs.len(), 1);
    let log = "SELECT concat_ws(' ', action, subject_kind, subject_id, detail ->> 'state', actor)
        FROM editorial.audit WHERE subject_kind = 'job'";
    let who = admin.actor.name();
    assert_eq!(fixture.database.column(log).await, [format!("retry job job {} parked {who}", id.0)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_a_job_revokes_its_lease_and_the_job_can_be_retried() {
    let fixture = TestStore::open().await;
    fixture.seeded_job("", "").await;
    let lease = fixture.claim().await.jobs.remove(0).lease;
    let mut conn = fixture.editorial().await;
    for _ in 0..2 {
        let job = write::once(&mut conn, &context(), async |tx| jobs::cancel(tx, lease.job()).await)
            .await
            .unwrap()
            .into_inner();
        assert_eq!(job.state, JobState::Cancelled);
    }
    let written = jobs::complete(&mut fixture.operations().await, &lease).await.unwrap();
    assert_eq!(written, FencedWrite::LeaseLost);
    assert!(fixture.claim().await.jobs.is_empty());
    write::once(&mut conn, &context(), async |tx| jobs::retry(tx, lease.job()).await).await.unwrap();
    assert_eq!(fixture.claim().await.jobs.len(), 1);
    let logged = "SELECT action FROM editorial.audit WHERE subject_kind = 'job' ORDER BY at";
    assert_eq!(fixture.database.column(logged).await, ["cancel job", "retry job"], "what was done, once");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_administrators_can_manage_jobs() {
    let fixture = TestStore::open().await;
    let id = fixture.dead_job().await;
    let mut conn = fixture.editorial().await;
    for role in [Role::Editor, Role::Author, Role::Contributor, Role::Viewer] {
        let context = fixture.signed_in(role).await;
        let not_allowed = Refusal::NotAllowed { role, action: Action::ManageJobs };
        assert_eq!(
            refusal(write::once(&mut conn, &context, async |tx| jobs::retry(tx, id).await).await),
            not_allowed
        );
        assert_eq!(
            refusal(write::once(&mut conn, &context, async |tx| jobs::cancel(tx, id).await).await),
            not_allowed
        );
        let nothing = JobId(Uuid::now_v7());
        assert_eq!(
            refusal(write::once(&mut conn, &context, async |tx| jobs::cancel(tx, nothing).await).await),
            not_allowed,
            "and learns nothing"
        );
    }
    assert_eq!(fixture.job("state").await, "parked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_idempotency_key_replays_the_outcome_of_a_retry() {
    let fixture = TestStore::open().await;
    let id = fixture.dead_job().await;
    let idempotency_key = Some(IdempotencyKey { key: "key".to_owned(), fingerprint: vec![1] });
    let context = WriteContext { idempotency_key, ..fixture.signed_in(Role::Admin).await };
    let mut conn = fixture.editorial().await;
    let first = write::once(&mut conn, &context, async |tx| jobs::retry(tx, id).await).await.unwrap();
    fixture.claim().await;
    let before = fixture.database.contents().await;
    let again = write::once(&mut conn, &context, async |tx| jobs::retry(tx, id).await).await.unwrap();
    assert!(matches!(again, Outcome::Replayed(_)));
    assert_eq!(again.into_inner(), first.into_inner());
    assert!(fixture.database.contents().await == before);
}

#[tokio::test(flavor = "multi_thread")]
async fn done_jobs_and_jobs_with_a_waiting_duplicate_cannot_be_retried() {
    let fixture = TestStore::open().await;
    let mut conn = fixture.editorial().await;
    let done = job_id(&fixture.seeded_job(", state, finished_at", ", 'done', now()").await);
    assert_eq!(
        refusal(write::once(&mut conn, &context(), async |tx| jobs::retry(tx, done).await).await),
        Refusal::JobDone
    );
    assert_eq!(
        refusal(write::once(&mut conn, &context(), async |tx| jobs::cancel(tx, done).await).await),
        Refusal::JobDone
    );
    let parked = job_id(&fixture.seeded_job(", key, state", ", 'prune', 'parked'").await);
    fixture.seeded_job(", key", ", 'prune'").await;
    assert_eq!(
        refusal(write::once(&mut conn, &context(), async |tx| jobs::retry(tx, parked).await).await),
        Refusal::JobWaiting
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn jobs_are_listed_newest_first_and_filtered_by_state_and_kind() {
    let fixture = TestStore::open().await;
    fixture.seeded_job("", "").await;
    fixture.seeded_job(", state", ", 'parked'").await;
    fixture.seeded_job(", state, progress_done, progress_total", ", 'parked', 3, 5").await;
    let mut conn = fixture.editorial().await;
    let all = fixture.database.column("SELECT id FROM operations.jobs ORDER BY id DESC").await;
    let two = Limit::try_from(2).unwrap();
    let (first, more) = jobs::list(&mut conn, &JobFilter::default(), None, two).await.unwrap();
    let (rest, end) = jobs::list(&mut conn, &JobFilter::default(), Some(first[1].id), two).await.unwrap();
    let listed: Vec<String> = first.iter().chain(&rest).map(|job| job.id.0.to_string()).collect();
    assert_eq!((listed, more, end), (all, true, false));
    let parked = JobFilter { state: Some(JobState::Dead), kind: None };
    let (parked, _) = jobs::list(&mut conn, &parked, None, Limit::default()).await.unwrap();
    assert_eq!(parked.len(), 2);
    assert_eq!(parked.iter().filter_map(|job| job.progress).map(|p| (p.done, p.total)).next(), Some((3, 5)));
    let other = JobFilter { state: None, kind: Some("refresh_editions".to_owned()) };
    assert!(jobs::list(&mut conn, &other, None, Limit::default()).await.unwrap().0.is_empty());
    let counts: Vec<_> = jobs::counts(&mut conn).await.unwrap().into_iter().collect();
    assert_eq!(counts, [(JobState::Ready, 1), (JobState::Dead, 2)]);
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_is_visible_while_a_job_runs() {
    let fixture = TestStore::open().await;
    fixture.seeded_job("", "").await;
    let lease = fixture.claim_as("worker", 1, Duration::from_secs(60)).await.jobs.remove(0).lease;
    jobs::progress(&mut fixture.operations().await, &lease, 40, 1_000).await.unwrap();
    let job = jobs::find(&mut fixture.editorial().await, lease.job()).await.unwrap();
    assert_eq!(job.progress.map(|progress| (progress.done, progress.total)), Some((40, 1_000)));
    assert_eq!(job.state, JobState::Running);
}
