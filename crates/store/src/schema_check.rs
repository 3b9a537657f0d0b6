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
    macro_rules! select_all {
        ($($view:ident),+) => {
            $($view::table.select($view::all_columns).limit(0).execute(conn).await?;)+
        };
    }
    select_all!(
        addresses, archived, changes, history, listed, live, past, placed, redirected, searched, spelled,
        state, time_zone
    );
    Ok(())
}
