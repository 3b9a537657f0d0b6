//! A streaming replica that readers are read for. It shows what it was sent so far, which may be less than readers have
//! seen already: so before each reading it is asked how far it is, and where that is not far enough, the primary is read
//! (FD-20, HC-12). Nothing is ever written because of what a replica said. Not here: what readers have seen.

use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel_async::AsyncPgConnection;
use diesel_async::pooled_connection::deadpool::Pool;

use crate::delivery::editions;
use crate::delivery::editions::State;
use crate::pool::LONGEST_READ;
use crate::{DeliveryConn, Error, Store};

/// A replica, and whether it is worth asking.
#[derive(Clone)]
pub(crate) struct Replica {
    pool: Pool<AsyncPgConnection>,
    /// It gave no answer, and is asked nothing until then.
    rests_until: Arc<Mutex<Option<Instant>>>,
}

/// How long it may take to say how far it is. One that takes longer counts as gone.
const LONGEST: Duration = Duration::from_millis(100);

/// For how long it is asked nothing after it gave no answer.
const REST: Duration = Duration::from_secs(1);

impl Store {
    /// Reads as [`Self::read`] does, what knows of every act up to `shown`: from the replica, or where there is none, or
    /// it is not that far, or it does not answer, from the primary.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn read_shown<T>(
        &self,
        shown: State,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error> + Clone,
    ) -> Result<T, Error> {
        if self.replica.is_none() {
            return self.read(read).await;
        }
        let reading = async {
            match self.read_replica(shown, read.clone()).await {
                Err(Error::Unavailable(_)) => self.read(read).await,
                answered => answered,
            }
        };
        tokio::time::timeout(LONGEST_READ, reading).await.map_err(Error::unavailable)?
    }

    /// Reads what knows of every act up to `shown` from the replica alone, while the primary is gone.
    ///
    /// # Errors
    /// Those of `read`, and [`Error::Unavailable`] where there is none, or it is not that far, or it does not answer.
    pub async fn read_replica<T>(
        &self,
        shown: State,
        read: impl AsyncFnOnce(&mut DeliveryConn) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let replica = self.replica.as_ref().filter(|replica| replica.is_worth_asking());
        let replica = replica.ok_or_else(|| Error::unavailable(NotThere))?;
        // On the same connection: replicas behind one address may differ, and none goes back.
        let (mut conn, State { epoch, sequence }) = replica.ask().await?;
        if epoch != shown.epoch || sequence < shown.sequence {
            return Err(Error::unavailable(Behind));
        }
        let mut reading = pin!(tokio::time::timeout(LONGEST_READ, read(&mut conn)));
        // Some readings take long, and nobody may make a replica that answers look as if it did not.
        let found = loop {
            match tokio::time::timeout(LONGEST, &mut reading).await {
                Ok(found) => break found.map_err(Error::unavailable).flatten(),
                Err(_) => drop(replica.ask().await?),
            }
        };
        // What cannot be read there, because a migration was not sent yet, can be read elsewhere too.
        match found {
            Err(error @ Error::Internal(_)) => Err(replica.rest(error)),
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
        Self { pool, rests_until: Arc::default() }
    }

    pub(crate) fn pool(&self) -> &Pool<AsyncPgConnection> {
        &self.pool
    }

    fn is_worth_asking(&self) -> bool {
        let until = self.rests_until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_none_or(|until| Instant::now() > until)
    }

    /// How far it is, and the connection that says so.
    async fn ask(&self) -> Result<(DeliveryConn, State), Error> {
        let asking = async {
            let mut conn = self.pool.get().await.map(DeliveryConn).map_err(Error::unavailable)?;
            let state = editions::state(&mut conn).await?;
            Ok((conn, state))
        };
        match tokio::time::timeout(LONGEST, asking).await.map_err(Error::unavailable).flatten() {
            Ok(asked) => {
                self.answered();
                Ok(asked)
            }
            Err(error) => Err(self.rest(error)),
        }
    }

    /// Lets it be for a while, for this reason.
    fn rest(&self, why: Error) -> Error {
        let until = Instant::now() + REST;
        let before = self.rests_until.lock().unwrap_or_else(PoisonError::into_inner).replace(until);
        if before.is_none() {
            tracing::warn!(error = %why, "the replica gives no answers: the primary is asked");
        }
        Error::unavailable(why)
    }

    fn answered(&self) {
        let before = self.rests_until.lock().unwrap_or_else(PoisonError::into_inner).take();
        if before.is_some() {
            tracing::warn!("the replica gives answers again");
        }
    }
}

#[derive(Debug, thiserror::Error)]
#[error("there is no replica to ask")]
struct NotThere;

#[derive(Debug, thiserror::Error)]
#[error("the replica has not seen it yet")]
struct Behind;
