//! The one transaction wrapper of all writes.

use diesel_async::{AnsiTransactionManager, AsyncPgConnection, TransactionManager};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::write::context::WriteContext;
use crate::write::idempotency::{Outcome, find_replay, save_outcome};
use crate::{EditorialConn, Error};

/// An open transaction, and the context of the write. Other crates get it from [`once`] only, so a function that takes it
/// is part of a write that is audited, idempotent, and rolled back when it is a dry run. The connection is shared, not
/// exclusive, so that statements can be pipelined.
#[derive(Clone, Copy)]
pub struct WriteTransaction<'a> {
    pub(crate) conn: &'a AsyncPgConnection,
    pub(crate) context: &'a WriteContext,
}

/// An operation within a transaction: an async closure whose future is `Send`. The trait exists because the future of an
/// `AsyncFnOnce` cannot be named in a bound.
pub trait WriteOperation<C, R>:
    AsyncFnOnce(C) -> R + FnOnce(C) -> <Self as WriteOperation<C, R>>::Fut
{
    type Fut: Future<Output = R>;
}

impl<F, C, Fut, R> WriteOperation<C, R> for F
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
/// Those of the operation; [`domain::Refusal::KeyInUse`] while the same key is being worked on,
/// [`domain::Refusal::KeyReused`] when it belongs to another request; [`Error::Unavailable`].
#[expect(
    clippy::manual_async_fn,
    reason = "the signature promises a future that is Send, whatever the operation is"
)]
pub fn once<'a, 'conn, T, E, F>(
    conn: &'conn mut EditorialConn,
    context: &'conn WriteContext,
    operation: F,
) -> impl Future<Output = Result<Outcome<T>, E>> + Send + 'conn
where
    for<'r> F: AsyncFnOnce(WriteTransaction<'r>) -> Result<T, E>
        + WriteOperation<WriteTransaction<'r>, Result<T, E>, Fut: Send>
        + Send
        + 'a,
    T: Serialize + DeserializeOwned + Send + 'a,
    E: From<Error> + Send + 'a,
    'a: 'conn,
{
    async move {
        let conn = conn.inner();
        AnsiTransactionManager::begin_transaction(conn).await.map_err(Error::from)?;
        let outcome = async {
            if let Some(replayed) = find_replay(conn, context).await? {
                return Ok(replayed);
            }
            let value = operation(WriteTransaction { conn: &*conn, context }).await?;
            Ok(save_outcome(conn, context, value).await?)
        }
        .await;
        end(conn, outcome, context.dry_run).await
    }
}

/// Runs an operation in a transaction that is rolled back, whatever the context says.
#[expect(
    clippy::manual_async_fn,
    reason = "the signature promises a future that is Send, whatever the operation is"
)]
pub(crate) fn dry_run<'a, 'conn, T, F>(
    conn: &'conn mut EditorialConn,
    context: &'conn WriteContext,
    operation: F,
) -> impl Future<Output = Result<T, Error>> + Send + 'conn
where
    for<'r> F: AsyncFnOnce(WriteTransaction<'r>) -> Result<T, Error>
        + WriteOperation<WriteTransaction<'r>, Result<T, Error>, Fut: Send>
        + Send
        + 'a,
    T: Send + 'a,
    'a: 'conn,
{
    async move {
        let conn = conn.inner();
        AnsiTransactionManager::begin_transaction(conn).await?;
        let outcome = operation(WriteTransaction { conn: &*conn, context }).await;
        end(conn, outcome, true).await
    }
}

/// Commits the transaction, or rolls it back after an error and for a dry run.
async fn end<T, E: From<Error>>(
    conn: &mut AsyncPgConnection,
    outcome: Result<T, E>,
    dry_run: bool,
) -> Result<T, E> {
    if outcome.is_ok() && !dry_run {
        AnsiTransactionManager::commit_transaction(conn).await.map_err(Error::from)?;
        return outcome;
    }
    match AnsiTransactionManager::rollback_transaction(conn).await {
        Err(error) if outcome.is_ok() => Err(Error::from(error).into()),
        // The pool drops a connection with an open transaction; the first error is the more useful one.
        Ok(()) | Err(_) => outcome,
    }
}
