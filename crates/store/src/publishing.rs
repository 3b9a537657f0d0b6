//! The only door from the editorial side to the delivery side: acts.
//!
//! An act is one transaction. It locks the counter, so that acts happen one after the other and the order of sequence
//! numbers is the order of commits; it writes what readers see, the outbox events, one audit row, and one NOTIFY.
//! Editions come rendered: nothing is rendered while the counter is locked.

mod act;
mod checks;
mod keeping;
mod placing;
mod publish;
mod schedule;
mod showing;
mod withdraw;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

pub use act::{CHANNEL, Done};
pub use publish::publish;
pub(crate) use publish::publish_within;
pub use schedule::{activate_due, schedule};
pub use withdraw::withdraw;

use crate::schema::operations::counter;
use crate::{EditorialConn, Error};

/// The number of the last act.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn last_sequence(conn: &mut EditorialConn) -> Result<i64, Error> {
    Ok(counter::table.select(counter::sequence).first(conn.inner()).await?)
}
