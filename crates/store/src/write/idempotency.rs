//! Idempotent requests: a retry with the same key returns the stored outcome of the first execution.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Bool, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::Refusal;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::schema::operations::idempotency;
use crate::statement_cache::prepared;
use crate::write::context::{IdempotencyKey, WriteContext};
use crate::{EditorialConn, Error};

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

/// The stored outcome of an earlier execution of this request, if there is one.
///
/// # Errors
/// [`Refusal::KeyInUse`] while the same key is being worked on, [`Refusal::KeyReused`] when it belongs to another
/// request.
pub(super) async fn find_replay<T: DeserializeOwned>(
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
pub(super) async fn save_outcome<T: Serialize>(
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

/// The fingerprint and the outcome of a request.
type StoredOutcome = (Vec<u8>, Value);

#[derive(QueryableByName)]
struct LockRow {
    #[diesel(sql_type = Bool)]
    free: bool,
}
