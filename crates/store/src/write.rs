//! The common part of all writes: who acts (write context), permissions, idempotency, transactions and the audit log.
//!
//! Permissions are read inside the transaction that relies on them, after its locks are taken, so they are current.

use std::collections::HashMap;

use diesel::dsl::now;
use diesel::prelude::*;
use diesel::result::Error as DieselError;
use diesel::sql_query;
use diesel::sql_types::{Bool, Text};
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, RunQueryDsl, TransactionManager};
use domain::{Action, DraftAccess, PersonId, Refusal, Role, SessionId};
use futures_util::TryFutureExt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::schema::editorial::{audit, drafts, people, sessions};
use crate::schema::operations::idempotency;
use crate::statement_cache::prepared;
use crate::{EditorialConn, Error};

/// The context of a write request: actor, request id, idempotency key, dry run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteContext {
    pub actor: Actor,
    /// The id of the request or run, for the audit log.
    pub request_id: String,
    /// The key of an idempotent request. A dry run has none: it neither replays nor stores an outcome.
    pub idempotency_key: Option<IdempotencyKey>,
    /// Whether to roll the transaction back after computing the outcome.
    pub dry_run: bool,
}

/// Who performs the write. There is no anonymous actor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person. Permissions are looked up at the time of the write.
    Person { id: PersonId, session: SessionId },
    /// An operator's command or job, such as `masthead import`. Not subject to permissions.
    Program(String),
}

/// Identifies retries of a request (draft-ietf-httpapi-idempotency-key-header-07).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IdempotencyKey {
    /// The key that the client sent.
    pub key: String,
    /// A digest of the whole request.
    pub fingerprint: Vec<u8>,
}

/// The outcome of an idempotent write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome<T> {
    /// The write was executed.
    Done(T),
    /// The request was executed before; this is the stored outcome.
    Replayed(T),
}

impl<T> Outcome<T> {
    /// The outcome's value.
    pub fn into_inner(self) -> T {
        let (Self::Done(value) | Self::Replayed(value)) = self;
        value
    }

    /// A reference to the outcome's value.
    pub fn value(&self) -> &T {
        let (Self::Done(value) | Self::Replayed(value)) = self;
        value
    }

    /// Converts the value.
    pub fn map<U>(self, form: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Done(value) => Outcome::Done(form(value)),
            Self::Replayed(value) => Outcome::Replayed(form(value)),
        }
    }
}

/// The subject of an audit entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AuditSubject {
    /// `draft`, `article`, `term`, `person`, `session`, `preview`, `job` or `redirect`.
    pub kind: &'static str,
    pub id: Uuid,
}

/// An audit entry to append.
pub(crate) struct NewAuditEntry<'a> {
    pub(crate) action: &'a str,
    pub(crate) subject: Option<AuditSubject>,
    pub(crate) before: Option<Vec<u8>>,
    pub(crate) after: Option<Vec<u8>>,
    pub(crate) sequence: Option<i64>,
    pub(crate) detail: Value,
}

impl Actor {
    /// The actor as stored in tables: a person id, or the name of a program.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Person { id, .. } => id.0.to_string(),
            Self::Program(name) => name.clone(),
        }
    }
}

impl WriteContext {
    /// The context of a program.
    #[must_use]
    pub fn for_program(name: &str, request_id: &str) -> Self {
        Self {
            actor: Actor::Program(name.to_owned()),
            request_id: request_id.to_owned(),
            idempotency_key: None,
            dry_run: false,
        }
    }

    /// The same context as a dry run.
    #[must_use]
    pub fn as_dry_run(&self) -> Self {
        Self { idempotency_key: None, dry_run: true, ..self.clone() }
    }

    /// The acting person, if it is one.
    #[must_use]
    pub fn person(&self) -> Option<PersonId> {
        match &self.actor {
            Actor::Person { id, .. } => Some(*id),
            Actor::Program(_) => None,
        }
    }
}

/// The body of a transaction: an async closure whose future is `Send`. The trait exists because the future of an
/// `AsyncFnOnce` cannot be named in a bound.
pub(crate) trait TransactionBody<C, R>:
    AsyncFnOnce(C) -> R + FnOnce(C) -> <Self as TransactionBody<C, R>>::Fut
{
    type Fut: Future<Output = R>;
}

impl<F, C, Fut, R> TransactionBody<C, R> for F
where
    F: AsyncFnOnce(C) -> R + FnOnce(C) -> Fut,
    Fut: Future<Output = R>,
{
    type Fut = Fut;
}

/// Runs a write in one transaction. A retry of an executed request returns the stored outcome; otherwise the outcome
/// is stored in the same transaction, so that both commit or neither. A dry run is rolled back after the outcome is
/// computed. Nothing is notified then, because Postgres sends a NOTIFY on commit.
///
/// # Errors
/// Those of the operation; [`Refusal::KeyInUse`] while the same key is being worked on, [`Refusal::KeyReused`] when it
/// belongs to another request; [`Error::Unavailable`].
#[expect(
    clippy::manual_async_fn,
    reason = "the signature promises a future that is Send, whatever the operation is"
)]
pub(crate) fn transaction<'a, 'conn, T, E, F>(
    conn: &'conn mut EditorialConn,
    context: &'conn WriteContext,
    operation: F,
) -> impl Future<Output = Result<Outcome<T>, E>> + Send + 'conn
where
    for<'r> F: AsyncFnOnce(&'r mut AsyncPgConnection) -> Result<T, E>
        + TransactionBody<&'r mut AsyncPgConnection, Result<T, E>, Fut: Send>
        + Send
        + 'a,
    T: Serialize + DeserializeOwned + Send + 'a,
    E: From<Error> + From<DieselError> + Send + 'a,
    'a: 'conn,
{
    async move {
        let conn = conn.inner();
        AnsiTransactionManager::begin_transaction(conn).await?;
        let outcome: Result<Outcome<T>, E> = async {
            if let Some(before) = find_replay(conn, context).await? {
                return Ok(before);
            }
            let value = operation(&mut *conn).await?;
            Ok(save_outcome(conn, context, value).await?)
        }
        .await;
        if outcome.is_ok() && !context.dry_run {
            AnsiTransactionManager::commit_transaction(conn).await?;
            return outcome;
        }
        match AnsiTransactionManager::rollback_transaction(conn).await {
            Err(error) if outcome.is_ok() => Err(error.into()),
            // The pool drops a connection with an open transaction; the first error is the more useful one.
            Ok(()) | Err(_) => outcome,
        }
    }
}

/// The stored outcome of an earlier execution of this request, if there is one.
///
/// # Errors
/// [`Refusal::KeyInUse`] while the same key is being worked on, [`Refusal::KeyReused`] when it belongs to another
/// request.
async fn find_replay<T: DeserializeOwned>(
    mut conn: &AsyncPgConnection,
    context: &WriteContext,
) -> Result<Option<Outcome<T>>, Error> {
    let Some(idempotency_key) = &context.idempotency_key else { return Ok(None) };
    let actor = context.actor.name();
    let lock = "SELECT pg_try_advisory_xact_lock(hashtextextended($1 || chr(10) || $2, 0)) AS free";
    let lock = prepared(sql_query(lock).bind::<Text, _>(&actor).bind::<Text, _>(&idempotency_key.key));
    let columns = (idempotency::fingerprint, idempotency::outcome);
    let known = idempotency::table.find((&actor, &idempotency_key.key)).select(columns);
    // The stored outcome is read after the lock was taken.
    let (lock, known) = (lock.get_result(&mut conn), known.load::<StoredOutcome>(&mut conn));
    let (LockRow { free }, known) = tokio::try_join!(biased; lock, known)?;
    if !free {
        return Err(Refusal::KeyInUse.into());
    }
    match known.into_iter().next() {
        Some(stored) => Ok(Some(Outcome::Replayed(decode_outcome(stored, idempotency_key)?))),
        None => Ok(None),
    }
}

/// The stored outcome of an earlier execution. For handlers that read before they write: a retry must not fail
/// because the data has changed since.
///
/// # Errors
/// [`Refusal::KeyReused`] when the key belongs to another request; [`Error::Unavailable`].
pub async fn replay<T: DeserializeOwned>(
    conn: &mut EditorialConn,
    context: &WriteContext,
) -> Result<Option<T>, Error> {
    let Some(idempotency_key) = &context.idempotency_key else { return Ok(None) };
    let columns = (idempotency::fingerprint, idempotency::outcome);
    let known = idempotency::table.find((context.actor.name(), &idempotency_key.key)).select(columns);
    known
        .first::<StoredOutcome>(conn.inner())
        .await
        .optional()?
        .map(|stored| decode_outcome(stored, idempotency_key))
        .transpose()
}

/// Stores the outcome of a request for retries.
///
/// # Errors
/// [`Error::Unavailable`].
async fn save_outcome<T: Serialize>(
    mut conn: &AsyncPgConnection,
    context: &WriteContext,
    value: T,
) -> Result<Outcome<T>, Error> {
    let Some(idempotency_key) = &context.idempotency_key else { return Ok(Outcome::Done(value)) };
    let row = (
        idempotency::actor.eq(context.actor.name()),
        idempotency::key.eq(&idempotency_key.key),
        idempotency::fingerprint.eq(&idempotency_key.fingerprint),
        idempotency::outcome.eq(serde_json::to_value(&value).map_err(Error::internal)?),
    );
    diesel::insert_into(idempotency::table).values(row).execute(&mut conn).await?;
    Ok(Outcome::Done(value))
}

/// Checks permission for an action on something that belongs to `owner`.
///
/// # Errors
/// [`Refusal::SignedOut`] when the session is over or the account suspended, [`Refusal::NotAllowed`].
pub(crate) async fn authorize(
    conn: &AsyncPgConnection,
    context: &WriteContext,
    action: Action,
    owner: Option<PersonId>,
) -> Result<(), Error> {
    authorize_all(conn, context, action, &[owner]).await
}

/// [`authorize`] for several owners.
pub(crate) async fn authorize_all(
    conn: &AsyncPgConnection,
    context: &WriteContext,
    action: Action,
    owners: &[Option<PersonId>],
) -> Result<(), Error> {
    permissions(conn, context).await?.authorize(action, owners)
}

/// [`authorize`] for drafts of these owners. A draft that the actor may not see does not exist for them.
///
/// # Errors
/// Those of [`authorize`]; [`Error::NotFound`].
pub(crate) async fn authorize_drafts(
    conn: &AsyncPgConnection,
    context: &WriteContext,
    action: Action,
    owners: &[Option<PersonId>],
) -> Result<(), Error> {
    permissions(conn, context).await?.authorize_drafts(action, owners)
}

/// The permissions of an actor.
pub(crate) enum Permissions {
    /// A program has all permissions.
    All,
    /// Those of a signed-in person.
    Person(PersonId, Role),
}

impl Permissions {
    /// Checks permission for an action on things of these owners.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`].
    pub(crate) fn authorize(&self, action: Action, owners: &[Option<PersonId>]) -> Result<(), Error> {
        let Self::Person(id, role) = self else { return Ok(()) };
        if owners.iter().all(|owner| role.allows(action, *owner == Some(*id))) {
            return Ok(());
        }
        Err(Refusal::NotAllowed { role: *role, action }.into())
    }

    /// Checks permission for an action on drafts of these owners. A draft that the actor may not see does not exist
    /// for them.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`], [`Error::NotFound`].
    pub(crate) fn authorize_drafts(&self, action: Action, owners: &[Option<PersonId>]) -> Result<(), Error> {
        let Self::Person(id, role) = self else { return Ok(()) };
        for owner in owners {
            match role.draft_access(action, *owner == Some(*id)) {
                DraftAccess::Allowed => {}
                DraftAccess::Refused => return Err(Refusal::NotAllowed { role: *role, action }.into()),
                DraftAccess::Hidden => return Err(Error::NotFound),
            }
        }
        Ok(())
    }
}

/// Loads the actor's current permissions, in one statement. Call it after taking the locks.
///
/// # Errors
/// [`Refusal::SignedOut`] when the session is over or the account suspended.
pub(crate) async fn permissions(
    mut conn: &AsyncPgConnection,
    context: &WriteContext,
) -> Result<Permissions, Error> {
    let Actor::Person { id, session } = &context.actor else { return Ok(Permissions::All) };
    let valid = sessions::id.eq(session.0).and(sessions::person_id.eq(id.0));
    let valid = valid.and(sessions::ended_at.is_null()).and(sessions::expires_at.gt(now));
    let mine = people::table.on(people::id.eq(sessions::person_id));
    let valid = sessions::table.inner_join(mine).filter(valid).filter(people::suspended_at.is_null());
    let role: Option<String> = valid.select(people::role).first(&mut conn).await.optional()?;
    Ok(Permissions::Person(*id, Role::try_from(role.ok_or(Refusal::SignedOut)?)?))
}

/// [`authorize_drafts`] for articles, each in a locale.
pub(crate) async fn authorize_articles(
    mut conn: &AsyncPgConnection,
    context: &WriteContext,
    action: Action,
    keys: &[(Uuid, String)],
) -> Result<(), Error> {
    if context.person().is_none() {
        return Ok(());
    }
    let ids: Vec<Uuid> = keys.iter().map(|(article, _)| *article).collect();
    let mine = drafts::table.filter(drafts::article_id.eq_any(ids));
    let columns = (drafts::article_id, drafts::locale, drafts::owner_id);
    let owners = mine.select(columns).load::<(Uuid, String, Option<Uuid>)>(&mut conn);
    let (owners, permissions) =
        tokio::try_join!(biased; owners.map_err(Error::from), permissions(conn, context))?;
    let owner = |(article, locale, owner): (Uuid, String, Option<Uuid>)| ((article, locale), owner);
    let owners: HashMap<(Uuid, String), Option<Uuid>> = owners.into_iter().map(owner).collect();
    // An article without a draft in the locale has no owner.
    let owners: Vec<Option<PersonId>> =
        keys.iter().map(|key| owners.get(key).copied().flatten().map(PersonId)).collect();
    permissions.authorize_drafts(action, &owners)
}

/// Appends an entry to the audit log.
pub(crate) async fn append_audit_entry(
    mut conn: &AsyncPgConnection,
    context: &WriteContext,
    entry: NewAuditEntry<'_>,
) -> Result<(), Error> {
    let NewAuditEntry { action, subject, before, after, sequence, detail } = entry;
    let row = (
        audit::actor.eq(context.actor.name()),
        audit::action.eq(action),
        audit::request_id.eq(&context.request_id),
        audit::sequence.eq(sequence),
        audit::detail.eq(detail),
        audit::subject_kind.eq(subject.map(|subject| subject.kind)),
        audit::subject_id.eq(subject.map(|subject| subject.id)),
        audit::before_digest.eq(before),
        audit::after_digest.eq(after),
    );
    diesel::insert_into(audit::table).values(row).execute(&mut conn).await?;
    Ok(())
}

/// Decodes a stored outcome after comparing the fingerprint.
fn decode_outcome<T: DeserializeOwned>(
    (fingerprint, outcome): StoredOutcome,
    idempotency_key: &IdempotencyKey,
) -> Result<T, Error> {
    if fingerprint != idempotency_key.fingerprint {
        return Err(Refusal::KeyReused.into());
    }
    serde_json::from_value(outcome).map_err(Error::internal)
}

/// A digest of a value, for the audit log.
pub(crate) fn digest(value: &impl Serialize) -> Result<Vec<u8>, Error> {
    Ok(Sha256::digest(serde_json::to_vec(value).map_err(Error::internal)?).to_vec())
}

/// The fingerprint and the outcome of a request.
type StoredOutcome = (Vec<u8>, Value);

#[derive(QueryableByName)]
struct LockRow {
    #[diesel(sql_type = Bool)]
    free: bool,
}
