//! A streaming replica that readers are read for. It shows what it was sent so far, which may be less than readers have
//! seen already: so before each reading it is asked how far it is, and where that is not far enough, the primary is read
//! (FD-20, HC-12). Nothing is ever written because of what a replica said. Not here: what readers have seen.

use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel_async::AsyncPgConnection;
use diesel_async::pooled_connection::deadpool::Pool;

use crate::delivery::editions;
use crate::delivery::editions::LogPosition;
use crate::pool::READ_TIMEOUT;
use crate::{DeliveryConn, Error, Store};

/// A replica, and whether it is worth asking.
#[derive(Clone)]
pub(crate) struct Replica {
    pool: Pool<AsyncPgConnection>,
    /// It gave no answer, and is asked nothing until then.
    paused_until: Arc<Mutex<Option<Instant>>>,
}

/// How long it may take to say how far it is. One that takes longer counts as gone.
const POSITION_TIMEOUT: Duration = Duration::from_millis(100);

/// For how long it is asked nothing after it gave no answer.
const PAUSE: Duration = Duration::from_secs(1);

impl Store {
    /// Reads as [`Self::read`] does, what knows of every act up to `at_least`: from the replica, or where there is none, or
    /// it is not that far, or it does not answer, from the primary.
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

    /// Reads what knows of every act up to `at_least` from the replica alone, while the primary is gone.
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
        // On the same connection: replicas behind one address may differ, and none goes back.
        let (mut conn, LogPosition { epoch, sequence }) = replica.connect().await?;
        if epoch != at_least.epoch || sequence < at_least.sequence {
            return Err(Error::unavailable(Behind));
        }
        let mut reading = pin!(tokio::time::timeout(READ_TIMEOUT, read(&mut conn)));
        // Some readings take long, and nobody may make a replica that answers look as if it did not.
        let found = loop {
            match tokio::time::timeout(POSITION_TIMEOUT, &mut reading).await {
                Ok(found) => break found.map_err(Error::unavailable).flatten(),
                Err(_) => drop(replica.connect().await?),
            }
        };
        // What cannot be read there, because a migration was not sent yet, can be read elsewhere too.
        match found {
            Err(error @ Error::Internal(_)) => Err(replica.pause(error)),
            answered => answered,
        }
    }

    /// Whether there is a replica.
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

    /// How far it is, and the connection that says so.
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

    /// Lets it be for a while, for this reason.
    fn pause(&self, error: Error) -> Error {
        let until = Instant::now() + PAUSE;
        let before = self.paused_until.lock().unwrap_or_else(PoisonError::into_inner).replace(until);
        if before.is_none() {
            tracing::warn!(error = %error, "the replica gives no answers: the primary is asked");
        }
        Error::unavailable(error)
    }

    fn mark_available(&self) {
        let before = self.paused_until.lock().unwrap_or_else(PoisonError::into_inner).take();
        if before.is_some() {
            tracing::warn!("the replica gives answers again");
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("there is no replica to ask")]
struct NoReplica;

#[derive(Debug, thiserror::Error)]
#[error("the replica has not seen it yet")]
struct Behind;
