//! Rehearsals: what an act would do, found out by doing it and taking it back.

use diesel::result::Error as DieselError;
use diesel_async::{AsyncConnection, AsyncPgConnection};
use domain::{ArticleId, Edition, Locale, Update};

use crate::acting::Act;
use crate::publishing::done::Done;
use crate::publishing::previous::previous_within;
use crate::publishing::publish::publish_within;
use crate::publishing::takedown::take_down_within;
use crate::publishing::withdraw::withdraw_within;
use crate::{EditorialConn, Error};

/// An act that can be rehearsed.
#[derive(Debug, Clone, Copy)]
pub enum Deed<'a> {
    /// [`crate::publishing::publish`].
    Publish(&'a [Edition], Update),
    /// [`crate::publishing::withdraw`].
    Withdraw(&'a [(ArticleId, Locale)]),
    /// [`crate::publishing::take_down`].
    TakeDown(&'a [(ArticleId, Locale)]),
    /// [`crate::publishing::previous`].
    Previous(ArticleId, &'a Locale),
}

/// Says what an act would do if it were done now, and changes nothing. What came of it has no number.
///
/// # Errors
/// Those of the act.
pub async fn rehearse(conn: &mut EditorialConn, act: &Act, deed: Deed<'_>) -> Result<Done, Error> {
    let rehearsing = async |conn: &mut AsyncPgConnection| -> Result<(), End> {
        let done = match deed {
            Deed::Publish(editions, update) => publish_within(conn, act, editions, update).await,
            Deed::Withdraw(articles) => withdraw_within(conn, act, articles).await,
            Deed::TakeDown(articles) => take_down_within(conn, act, articles).await,
            Deed::Previous(article, locale) => previous_within(conn, act, article, locale).await,
        };
        // Only what fails is taken back.
        Err(End::Rehearsed(done.map_err(End::Failed)?))
    };
    match conn.inner().transaction(rehearsing).await {
        Err(End::Rehearsed(done)) => Ok(Done { sequence: None, ..done }),
        Err(End::Failed(error)) => Err(error),
        Ok(()) => Err(Error::internal(DieselError::RollbackTransaction)),
    }
}

/// How a rehearsal ends.
enum End {
    Rehearsed(Done),
    Failed(Error),
}

impl From<DieselError> for End {
    fn from(error: DieselError) -> Self {
        Self::Failed(error.into())
    }
}
