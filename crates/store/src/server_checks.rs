//! Checks of the database server: durability settings, replication lag, reachability.

use diesel::dsl::sql;
use diesel::sql_query;
use diesel::sql_types::Text;
use diesel_async::RunQueryDsl;

use crate::connection::{Timeouts, connect, open};
use crate::delivery::editions;
use crate::delivery::editions::LogPosition;
use crate::{Access, OpenError, OperationsConn};

/// Refuses a database whose durability settings are off. Killing a process does not reveal them; a power failure
/// does.
///
/// # Errors
/// [`OpenError::Unsafe`] naming the settings, or [`OpenError::Unreachable`].
pub async fn check_durability(access: &Access) -> Result<(), OpenError> {
    let mut connection = open(access).await?;
    let off = "SELECT name FROM pg_settings \
               WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name";
    let names: Vec<String> = sql::<Text>(off).load(&mut connection).await?;
    if names.is_empty() { Ok(()) } else { Err(OpenError::Unsafe(names.join(", "))) }
}

/// The language of error messages on the connections of an access: the setting `lc_messages`. Some outages are
/// recognised by English messages, because the driver does not pass on their SQLSTATE.
///
/// # Errors
/// [`OpenError::Unreachable`].
pub async fn message_locale(access: &Access) -> Result<String, OpenError> {
    let mut connection = open(access).await?;
    Ok(sql::<Text>("SELECT current_setting('lc_messages')").get_result(&mut connection).await?)
}

/// How many acts the replica is behind; `None` when it replicates another database or another epoch.
///
/// # Errors
/// [`OpenError::Unreachable`] when either does not answer.
pub async fn replica_lag(primary: &Access, replica: &Access) -> Result<Option<i64>, OpenError> {
    // Read the replica first, so that acts that arrive in between count as lag and the result is never negative.
    let (behind, newest) = (log_position(replica).await?, log_position(primary).await?);
    Ok((behind.epoch == newest.epoch).then(|| newest.sequence - behind.sequence))
}

async fn log_position(access: &Access) -> Result<LogPosition, OpenError> {
    let mut connection = connect(access, &Timeouts::LISTENING).await?;
    Ok(editions::log_position_of(&mut connection).await?)
}

/// Checks that the database responds.
///
/// # Errors
/// [`crate::Error::Unavailable`] when it does not.
pub async fn ping(conn: &mut OperationsConn) -> Result<(), crate::Error> {
    sql_query("SELECT 1").execute(conn.inner()).await?;
    Ok(())
}
