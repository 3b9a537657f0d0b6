//! Reads of a preview: what readers would see if some drafts were published, or at a later time. The changes are made
//! in a transaction that is rolled back, and read with the reader role and the public queries, so that a preview has
//! exactly the form of the public page and shows no more.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use deadpool::managed::Object;
use diesel::sql_query;
use diesel_async::pooled_connection::AsyncDieselConnectionManager;
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, RunQueryDsl, TransactionManager};
use domain::{Edition, Slug};

use crate::connection::READ_TIMEOUT;
use crate::{DeliveryConn, Error, Store, publishing};

/// A draft rendered for a preview.
#[derive(Debug)]
pub struct PreviewEdition {
    pub edition: Edition,
    /// The slug to use when another article holds the draft's own.
    pub fallback_slug: Slug,
}

impl Store {
    /// Runs a public read as if these editions were public, and everything scheduled until a time activated.
    ///
    /// # Errors
    /// Those of `read`; [`Error::Unavailable`] when waiting for other previews or reading took too long.
    pub async fn read_preview<T>(
        &self,
        editions: &[Arc<PreviewEdition>],
        until: Option<DateTime<Utc>>,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let waiting = tokio::time::timeout(READ_TIMEOUT, self.previews.acquire());
        let _one_at_a_time = waiting.await.map_err(Error::unavailable)?.map_err(Error::unavailable)?;
        let reading = async {
            let mut transaction = PreviewTransaction(Some(DeliveryConn(self.editorial().await?.0)));
            let conn = transaction.conn()?;
            AnsiTransactionManager::begin_transaction(conn.inner()).await?;
            publishing::overlay(conn.inner(), editions, until).await?;
            sql_query(SET_READER_ROLE).execute(conn.inner()).await?;
            let found = read(conn).await;
            AnsiTransactionManager::rollback_transaction(conn.inner()).await?;
            transaction.release();
            found
        };
        tokio::time::timeout(READ_TIMEOUT, reading).await.map_err(Error::unavailable)?
    }
}

/// A connection with an open transaction. It returns to the pool only after a rollback; otherwise it is closed, and
/// the server rolls back.
struct PreviewTransaction(Option<DeliveryConn>);

impl PreviewTransaction {
    fn conn(&mut self) -> Result<&mut DeliveryConn, Error> {
        self.0.as_mut().ok_or(Error::NotFound)
    }

    fn release(mut self) {
        self.0.take();
    }
}

impl Drop for PreviewTransaction {
    fn drop(&mut self) {
        if let Some(DeliveryConn(conn)) = self.0.take() {
            let _closed: AsyncPgConnection =
                Object::<AsyncDieselConnectionManager<AsyncPgConnection>>::take(conn);
        }
    }
}

/// Without such a role, or the permission to take it, public reads do not use it either.
const SET_READER_ROLE: &str = "SELECT set_config('role', 'masthead_reader', true) FROM pg_roles
    WHERE rolname = 'masthead_reader' AND pg_has_role(session_user, oid, 'MEMBER')";
