//! Previews, read: what readers would see if some drafts were published, or at a later moment. It is done for real in a
//! transaction that is taken back, and read with the reader's own role and statements: a preview has exactly the forms
//! of what it shows, and shows no more than a page would.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use deadpool::managed::Object;
use diesel::sql_query;
use diesel_async::pooled_connection::AsyncDieselConnectionManager;
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, RunQueryDsl, TransactionManager};
use domain::{Edition, Slug};

use crate::pool::{READ_TIMEOUT, Store};
use crate::{DeliveryConn, Error, publishing};

/// A draft as a preview shows it.
#[derive(Debug)]
pub struct PreviewEdition {
    /// As it would be published.
    pub edition: Edition,
    /// The slug that it has where another article holds its own.
    pub fallback_slug: Slug,
}

impl Store {
    /// Reads as the delivery side does, of a site where these editions are public, and all that is due until a moment.
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

/// A connection with an open transaction. It goes back to its pool when that was taken back, and else it is closed: the
/// database takes it back then.
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

/// Where there is no such role, or it may not be taken on, delivery reads without it too.
const SET_READER_ROLE: &str = "SELECT set_config('role', 'masthead_reader', true) FROM pg_roles
    WHERE rolname = 'masthead_reader' AND pg_has_role(session_user, oid, 'MEMBER')";
