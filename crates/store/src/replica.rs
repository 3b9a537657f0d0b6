//! Public reads from a streaming replica. A replica may lag behind what readers have already seen, so before each
//! read its position is checked, and if it is behind, the primary is read instead. Nothing is ever written because of
//! what a replica returned.

use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel_async::AsyncPgConnection;
use diesel_async::pooled_connection::deadpool::Pool;

use crate::connection::READ_TIMEOUT;
use crate::delivery::editions;
use crate::delivery::editions::LogPosition;
use crate::{DeliveryConn, Error, Store};

/// A replica with its availability.
#[derive(Clone)]
pub(crate) struct Replica {
    pool: Pool<AsyncPgConnection>,
    /// It did not respond; do not use it before this time.
    paused_until: Arc<Mutex<Option<Instant>>>,
}

/// The timeout of the position query. A slower replica counts as unavailable.
const POSITION_TIMEOUT: Duration = Duration::from_millis(100);

/// How long an unavailable replica is not used.
const PAUSE: Duration = Duration::from_secs(1);

impl Store {
    /// Runs [`Self::read`] on data that includes every act up to `at_least`: on the replica if it is recent enough,
    /// otherwise on the primary.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn read_at_least<T>(
        &self,
        at_least: LogPosition,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error> + Clone,
    ) -> Result<T, Error> {
        if self.replica.is_none() {
            return self.read(read).await;
        }
        let reading = async {
            match self.read_replica(at_least, read.clone()).await {
                Err(Error::Unavailable(_)) => self.read(read).await,
                answered => answered,
            }
        };
        tokio::time::timeout(READ_TIMEOUT, reading).await.map_err(Error::unavailable)?
    }

    /// Runs a read on the replica only, on data that includes every act up to `at_least`. For use while the primary
    /// is unavailable.
    ///
    /// # Errors
    /// Those of `read`, and [`Error::Unavailable`] where there is none, or it is not that far, or it does not answer.
    pub async fn read_replica<T>(
        &self,
        at_least: LogPosition,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let replica = self.replica.as_ref().filter(|replica| replica.is_available());
        let replica = replica.ok_or_else(|| Error::unavailable(NoReplica))?;
        // The read uses the same connection: several replicas may share one address, and the position is only valid
        // for this one.
        let (mut conn, LogPosition { epoch, sequence }) = replica.connect().await?;
        if epoch != at_least.epoch || sequence < at_least.sequence {
            return Err(Error::unavailable(Behind));
        }
        let mut reading = pin!(tokio::time::timeout(READ_TIMEOUT, read(&mut conn)));
        // While a slow read runs, keep checking that the replica still responds.
        let found = loop {
            match tokio::time::timeout(POSITION_TIMEOUT, &mut reading).await {
                Ok(found) => break found.map_err(Error::unavailable).flatten(),
                Err(_) => drop(replica.connect().await?),
            }
        };
        // The replica may lack a migration. The primary can answer instead.
        match found {
            Err(error @ Error::Internal(_)) => Err(replica.pause(error)),
            answered => answered,
        }
    }

    #[must_use]
    pub fn has_replica(&self) -> bool {
        self.replica.is_some()
    }
}

impl Replica {
    pub(crate) fn new(pool: Pool<AsyncPgConnection>) -> Self {
        Self { pool, paused_until: Arc::default() }
    }

    pub(crate) fn pool(&self) -> &Pool<AsyncPgConnection> {
        &self.pool
    }

    fn is_available(&self) -> bool {
        let until = self.paused_until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_none_or(|until| Instant::now() > until)
    }

    /// Connects, and reads the replica's log position.
    async fn connect(&self) -> Result<(DeliveryConn, LogPosition), Error> {
        let connecting = async {
            let mut conn = self.pool.get().await.map(DeliveryConn).map_err(Error::unavailable)?;
            let state = editions::log_position(&mut conn).await?;
            Ok((conn, state))
        };
        match tokio::time::timeout(POSITION_TIMEOUT, connecting).await.map_err(Error::unavailable).flatten() {
            Ok(connected) => {
                self.mark_available();
                Ok(connected)
            }
            Err(error) => Err(self.pause(error)),
        }
    }

    /// Stops using the replica for [`PAUSE`], and logs the first failure.
    fn pause(&self, error: Error) -> Error {
        let until = Instant::now() + PAUSE;
        let before = self.paused_until.lock().unwrap_or_else(PoisonError::into_inner).replace(until);
        if before.is_none() {
            tracing::warn!(error = %error, "replica unavailable: reading from the primary");
        }
        Error::unavailable(error)
    }

    fn mark_available(&self) {
        let before = self.paused_until.lock().unwrap_or_else(PoisonError::into_inner).take();
        if before.is_some() {
            tracing::warn!("replica available again");
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("no replica is available")]
struct NoReplica;

#[derive(Debug, thiserror::Error)]
#[error("the replica is behind")]
struct Behind;
