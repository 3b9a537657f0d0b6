//! Checks of the database server: durability settings, replication lag, reachability.

use diesel::sql_types::Text;
use diesel::{QueryableByName, sql_query};
use diesel_async::RunQueryDsl;

use crate::delivery::editions;
use crate::delivery::editions::LogPosition;
use crate::migrations::unreachable;
use crate::pool::{Timeouts, connect};
use crate::{Access, OpenError, OperationsConn};

/// Refuses a database whose durability settings are off. Killing a process does not reveal them; a power failure
/// does.
///
/// # Errors
/// [`OpenError::Unsafe`] naming the settings, or [`OpenError::Unreachable`].
pub async fn check_durability(access: &Access) -> Result<(), OpenError> {
    let mut connection = connect(access, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    let off = "SELECT name FROM pg_settings \
               WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name";
    let settings = sql_query(off).load::<Setting>(&mut connection).await;
    let settings = settings.map_err(|error| OpenError::Unreachable(error.to_string()))?;
    let names: Vec<String> = settings.into_iter().map(|Setting { name }| name).collect();
    if names.is_empty() { Ok(()) } else { Err(OpenError::Unsafe(names.join(", "))) }
}

/// The language of error messages: the setting `lc_messages`. Some outages are recognised by English messages, because the
/// driver does not pass on their SQLSTATE.
///
/// # Errors
/// [`OpenError::Unreachable`].
pub async fn message_locale(access: &Access) -> Result<String, OpenError> {
    let mut connection = connect(access, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    let setting = sql_query("SELECT current_setting('lc_messages') AS name");
    let setting = setting.get_result::<Setting>(&mut connection).await;
    setting.map(|Setting { name }| name).map_err(|error| OpenError::Unreachable(error.to_string()))
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
    let mut connection = connect(access, &Timeouts::LISTENING).await.map_err(unreachable)?;
    editions::log_position_of(&mut connection)
        .await
        .map_err(|error| OpenError::Unreachable(error.to_string()))
}

/// Checks that the database responds.
///
/// # Errors
/// [`crate::Error::Unavailable`] when it does not.
pub async fn ping(conn: &mut OperationsConn) -> Result<(), crate::Error> {
    sql_query("SELECT 1").execute(conn.inner()).await?;
    Ok(())
}

#[derive(QueryableByName)]
struct Setting {
    #[diesel(sql_type = Text)]
    name: String,
}
