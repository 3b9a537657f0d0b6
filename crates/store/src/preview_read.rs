//! Reads of a preview: what readers would see if some drafts were published, or at a later time. The public queries
//! run with the reader role and with `preview` in front of `delivery` in the search path, where the relations show the
//! live rows together with those of the preview's set. So a preview has exactly the form of the public page.
//!
//! A set is computed on the first read, and again when a draft, a schedule or the public state of its articles changed.
//! Each read has one snapshot, in which it also decides whether the stored set is current.

use std::fmt::Write as _;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use deadpool::managed::Object;
use diesel::sql_query;
use diesel::sql_types::{Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::pooled_connection::AsyncDieselConnectionManager;
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, RunQueryDsl, TransactionManager};
use domain::{Edition, Preview, PreviewId, Slug};
use sha2::{Digest, Sha256};
use tokio::sync::OwnedSemaphorePermit;
use uuid::Uuid;

use crate::connection::READ_TIMEOUT;
use crate::editorial::previews::PreviewedDraft;
use crate::statement_cache::prepared;
use crate::{DeliveryConn, Error, Store, publishing};

/// A draft rendered for a preview.
#[derive(Debug)]
pub struct PreviewEdition {
    pub edition: Edition,
    /// The slug to use when another article holds the draft's own.
    pub fallback_slug: Slug,
}

/// Identifies what a preview shows, apart from the stored public state.
#[derive(Debug, Clone)]
pub struct PreviewVersion {
    pub(crate) preview: PreviewId,
    /// A digest of the revisions, their terms and the version of the renderer.
    pub(crate) inputs: String,
    /// Everything scheduled until this time is shown as activated.
    pub(crate) at: Option<DateTime<Utc>>,
}

impl PreviewVersion {
    #[must_use]
    pub fn new(preview: &Preview, drafts: &[PreviewedDraft], markup_version: u32) -> Self {
        let mut digest = Sha256::new_with_prefix(markup_version.to_be_bytes());
        for PreviewedDraft { id, revision, terms_digest, .. } in drafts {
            digest.update(format!("{} {revision} {terms_digest} ", id.0));
        }
        let inputs = digest.finalize().iter().fold(String::new(), |mut hex, byte| {
            // Writing to a string does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        Self { preview: preview.id, inputs, at: preview.at }
    }
}

impl Store {
    /// Runs a public read on a preview. `None` when its set is not stored or not current any more.
    ///
    /// # Errors
    /// Those of `read`; [`Error::Unavailable`] when it took too long.
    pub async fn read_preview<T>(
        &self,
        version: &PreviewVersion,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error>,
    ) -> Result<Option<T>, Error> {
        let reading = async {
            let mut transaction = PreviewTransaction::begin(self, BEGIN_READ).await?;
            let conn = transaction.conn()?;
            let found = if open_set(conn.inner(), version).await? {
                become_reader(conn.inner()).await?;
                Some(read(conn).await)
            } else {
                None
            };
            AnsiTransactionManager::rollback_transaction(conn.inner()).await?;
            transaction.release();
            found.transpose()
        };
        tokio::time::timeout(READ_TIMEOUT, reading).await.map_err(Error::unavailable)?
    }

    /// [`Self::read_preview`], after computing the set of these editions unless a concurrent request did. The read sees
    /// the snapshot that the set was computed from, so acts in between do not make it start over.
    ///
    /// # Errors
    /// Those of `read`; [`Error::Unavailable`] when waiting for other previews, computing or reading took too long.
    pub async fn compute_preview<T>(
        &self,
        version: &PreviewVersion,
        editions: &[Arc<PreviewEdition>],
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error> + Clone,
    ) -> Result<T, Error> {
        let waiting = tokio::time::timeout(READ_TIMEOUT, self.preview_computations.acquire());
        let _one_at_a_time = waiting.await.map_err(Error::unavailable)?.map_err(Error::unavailable)?;
        if let Some(found) = self.read_preview(version, read.clone()).await? {
            return Ok(found);
        }
        let computing = async {
            let mut transaction = PreviewTransaction::begin(self, BEGIN).await?;
            let conn = transaction.conn()?;
            let id = Uuid::now_v7();
            sql_query(SET_PREVIEW_SET).bind::<Text, _>(id.to_string()).execute(conn.inner()).await?;
            publishing::compute_preview_set(conn.inner(), id, version, editions).await?;
            become_reader(conn.inner()).await?;
            let found = read(conn).await;
            if matches!(found, Err(Error::Unavailable(_) | Error::Internal(_))) {
                AnsiTransactionManager::rollback_transaction(conn.inner()).await?;
            } else {
                AnsiTransactionManager::commit_transaction(conn.inner()).await?;
                let prune = sql_query(PRUNE).bind::<SqlUuid, _>(version.preview.0).bind::<SqlUuid, _>(id);
                prune.execute(conn.inner()).await?;
            }
            transaction.release();
            found
        };
        tokio::time::timeout(READ_TIMEOUT, computing).await.map_err(Error::unavailable)?
    }
}

/// A connection with an open transaction. It returns to the pool only after the end of it; otherwise it is closed, and
/// the server rolls back.
struct PreviewTransaction {
    conn: Option<DeliveryConn>,
    _permit: OwnedSemaphorePermit,
}

impl PreviewTransaction {
    async fn begin(store: &Store, begin: &str) -> Result<Self, Error> {
        let permit = store.preview_connections.clone().acquire_owned().await.map_err(Error::unavailable)?;
        let mut conn = DeliveryConn(store.editorial().await?.0);
        AnsiTransactionManager::begin_transaction_sql(conn.inner(), begin).await?;
        Ok(Self { conn: Some(conn), _permit: permit })
    }

    fn conn(&mut self) -> Result<&mut DeliveryConn, Error> {
        self.conn.as_mut().ok_or(Error::NotFound)
    }

    fn release(mut self) {
        self.conn.take();
    }
}

impl Drop for PreviewTransaction {
    fn drop(&mut self) {
        if let Some(DeliveryConn(conn)) = self.conn.take() {
            let _closed: AsyncPgConnection =
                Object::<AsyncDieselConnectionManager<AsyncPgConnection>>::take(conn);
        }
    }
}

/// Names the stored set to the relations of `preview`, if one is current.
async fn open_set(conn: &mut AsyncPgConnection, version: &PreviewVersion) -> Result<bool, Error> {
    let query = sql_query(OPEN_SET).bind::<SqlUuid, _>(version.preview.0).bind::<Text, _>(&version.inputs);
    let found = prepared(query.bind::<Nullable<Timestamptz>, _>(version.at)).execute(conn).await?;
    Ok(found > 0)
}

/// Takes the reader role and its relations until the end of the transaction.
async fn become_reader(conn: &mut AsyncPgConnection) -> Result<(), Error> {
    prepared(sql_query(BECOME_READER)).execute(conn).await?;
    Ok(())
}

const BEGIN: &str = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ";
const BEGIN_READ: &str = "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

const SET_PREVIEW_SET: &str = "SELECT set_config('masthead.preview_set', $1, true)";

const OPEN_SET: &str = "
SELECT set_config('masthead.preview_set', current.id::text, true)
FROM (
    SELECT sets.id FROM preview_sets.sets
    WHERE sets.preview_id = $1 AND sets.inputs = $2
        AND sets.basis = preview.basis(sets.article_ids, sets.locales, sets.slugs, $3)
    ORDER BY sets.created_at DESC LIMIT 1
) AS current";

/// Without such a role, or the permission to take it, public reads do not use it either. A nested loop over a
/// materialised list looks cheap to the planner, which has no statistics of a union, and is not.
const BECOME_READER: &str = "
SELECT set_config('search_path', 'preview, delivery', true), set_config('enable_material', 'off', true), (
    SELECT set_config('role', 'masthead_reader', true) FROM pg_roles
    WHERE rolname = 'masthead_reader' AND pg_has_role(session_user, oid, 'MEMBER')
)";

/// Deletes the superseded sets of a preview, and the oldest of all beyond a hundred.
const PRUNE: &str = "
DELETE FROM preview_sets.sets WHERE (preview_id = $1 AND id <> $2) OR id IN (
    SELECT id FROM preview_sets.sets ORDER BY created_at DESC OFFSET 100
)";
