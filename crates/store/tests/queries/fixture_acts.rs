//! Fixture methods for acts: actors, takedowns, rollbacks, term changes, and a worker that runs the jobs.

use std::future::pending;

use blocking_pool::BlockingPool;
use domain::workflow::OnPending;
use domain::{Edition, PersonId, Term, TermContent, TermId, TermKind, Update};
use store::Error;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::publishing::{self, PublishOutcome};
use store::write;
use store::write::{Actor, IdempotencyKey, Outcome, WriteContext};
use uuid::Uuid;

use crate::fixture::{TestStore, context, named, new_term, slug};

impl TestStore {
    /// The write context of a signed-in person with this role.
    pub(crate) async fn person(&self, role: &str) -> WriteContext {
        let (id, session) = (Uuid::now_v7(), Uuid::now_v7());
        let insert = format!(
            "INSERT INTO editorial.people (id, email, name, role) VALUES ('{id}', '{id}@example.org', 'Jo', '{role}');
            INSERT INTO editorial.sessions (id, person_id, client, expires_at)
            VALUES ('{session}', '{id}', 'test', now() + interval '1 day')"
        );
        self.database.execute(&insert).await;
        let actor = Actor::Person { id: PersonId(id), session: domain::SessionId(session) };
        WriteContext { actor, ..context() }
    }

    /// Makes a person the owner of a draft.
    pub(crate) async fn set_owner(&self, draft: &Draft, owner: &WriteContext) {
        let (draft, owner) = (draft.id, owner.actor.name());
        self.database
            .execute(&format!("UPDATE editorial.drafts SET owner_id = '{owner}' WHERE id = '{draft}'"))
            .await;
    }

    pub(crate) async fn trash(&self, draft: &Draft) {
        self.write(async |tx| drafts::trash(tx, draft.id, None).await).await.unwrap();
    }

    /// Publishes editions as a person.
    pub(crate) async fn publish_as(
        &self,
        context: &WriteContext,
        editions: &[Edition],
    ) -> Result<Outcome<PublishOutcome>, Error> {
        write::once(&mut self.editorial().await, context, async |tx| {
            publishing::publish(tx, editions, Update::Visible).await
        })
        .await
    }

    pub(crate) async fn take_down(&self, draft: &Draft) -> Result<Option<i64>, Error> {
        let done = self.write(async |tx| publishing::take_down(tx, &[named(draft)]).await).await;
        done.map(|done| done.into_inner().sequence)
    }

    pub(crate) async fn rollback(&self, draft: &Draft) -> Result<PublishOutcome, Error> {
        let mut conn = self.editorial().await;
        let done = write::once(&mut conn, &context(), async |tx| {
            publishing::rollback(tx, draft.article, &draft.locale, OnPending::Refuse).await
        })
        .await;
        done.map(Outcome::into_inner)
    }

    pub(crate) async fn cancel(&self, draft: &Draft) -> Result<(), Error> {
        let mut conn = self.editorial().await;
        write::once(&mut conn, &context(), async |tx| {
            publishing::cancel(tx, draft.article, &draft.locale).await
        })
        .await
        .map(Outcome::into_inner)
    }

    /// Schedules a withdrawal far in the future, by SQL.
    pub(crate) async fn pending_withdrawal(&self, draft: &Draft) {
        let insert = format!(
            "INSERT INTO delivery.schedules (article_id, locale, kind, due_at, scheduled_by)
            VALUES ('{}', '{}', 'withdraw', '2100-01-01', 'test')",
            draft.article, draft.locale
        );
        self.database.execute(&insert).await;
    }

    /// Changes the slug and name of a term.
    pub(crate) async fn rename(&self, term: TermId, name: &str) -> terms::TermOutcome {
        let mut conn = self.editorial().await;
        let Term { version, .. } = terms::find(&mut conn, term).await.unwrap().term;
        let changed = write::once(&mut conn, &context(), async |tx| {
            terms::change(tx, term, version, &term_content(name)).await
        })
        .await;
        changed.unwrap().into_inner()
    }

    /// Runs all waiting jobs.
    pub(crate) async fn run_jobs(&self) {
        self.run_jobs_until("NOT EXISTS (SELECT FROM operations.jobs WHERE state IN ('ready', 'running'))")
            .await;
        assert_eq!(
            self.database.value("SELECT count(*) FROM operations.jobs WHERE state <> 'done'").await,
            "0"
        );
    }

    /// Runs jobs until a condition holds.
    pub(crate) async fn run_jobs_until(&self, condition: &str) {
        let (handlers, stop) =
            (worker::jobs::handlers(BlockingPool::default()), self.database.until(condition));
        worker::runner::run(self.store.clone(), handlers, worker::Config::default(), stop, pending()).await;
    }

    /// The kinds of all acts, in order.
    pub(crate) async fn act_kinds(&self) -> Vec<String> {
        self.database.column("SELECT kind FROM operations.acts ORDER BY sequence").await
    }

    /// The public bytes of an article.
    pub(crate) async fn bytes(&self, draft: &Draft) -> String {
        let bytes = format!("SELECT head || tail FROM delivery.live WHERE article_id = '{}'", draft.article);
        self.database.value(&bytes).await
    }
}

pub(crate) fn term_content(name: &str) -> TermContent {
    let Term { name, .. } = new_term(TermKind::Tag, name);
    TermContent { slug: slug(name.as_str()), name, description: None, url: None, picture: None }
}

/// A write context with this idempotency key.
pub(crate) fn context_with_key(key: &str) -> WriteContext {
    WriteContext {
        idempotency_key: Some(IdempotencyKey { key: key.to_owned(), fingerprint: vec![7] }),
        ..context()
    }
}
