//! Checks that this binary can read the public views. Migrations check this at startup, but while a server runs, a
//! newer version may migrate the database, or an older backup may be restored.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;

use crate::schema::delivery::{
    addresses, archived, changes, history, listed, live, past, placed, redirected, searched, spelled, state,
    time_zone,
};
use crate::{DeliveryConn, Error};

/// Selects every column of every public view as the reader role, without fetching rows.
///
/// # Errors
/// [`Error::Internal`] when a view or a column is missing or closed to the role; [`Error::Unavailable`].
pub async fn check_readable(conn: &mut DeliveryConn) -> Result<(), Error> {
    let conn = conn.inner();
    addresses::table.select(addresses::all_columns).limit(0).execute(conn).await?;
    archived::table.select(archived::all_columns).limit(0).execute(conn).await?;
    changes::table.select(changes::all_columns).limit(0).execute(conn).await?;
    history::table.select(history::all_columns).limit(0).execute(conn).await?;
    listed::table.select(listed::all_columns).limit(0).execute(conn).await?;
    live::table.select(live::all_columns).limit(0).execute(conn).await?;
    past::table.select(past::all_columns).limit(0).execute(conn).await?;
    placed::table.select(placed::all_columns).limit(0).execute(conn).await?;
    redirected::table.select(redirected::all_columns).limit(0).execute(conn).await?;
    searched::table.select(searched::all_columns).limit(0).execute(conn).await?;
    spelled::table.select(spelled::all_columns).limit(0).execute(conn).await?;
    state::table.select(state::all_columns).limit(0).execute(conn).await?;
    time_zone::table.select(time_zone::all_columns).limit(0).execute(conn).await?;
    Ok(())
}
