//! Large publications, made of small ones where they lie. Not here: what the small ones hold.

use diesel::sql_query;
use diesel::sql_types::Integer;
use diesel_async::{AsyncConnection, RunQueryDsl, SimpleAsyncConnection};

use crate::pool::{Timeouts, connect};
use crate::testing::refused;
use crate::{Access, OpenError};

/// Makes as many live articles as there are, times `times`: copies with identities, slugs and dates of their own, each
/// sharing the rendering of the one it is a copy of. The copies are older than all there was, and have no drafts.
///
/// Afterwards Postgres knows how large its tables are, and has written them.
///
/// # Errors
/// [`OpenError`], also when what came out does not fit together.
pub async fn multiply(superuser: &Access, times: i32) -> Result<(), OpenError> {
    let unreachable = crate::migrations::unreachable;
    let mut connection = connect(superuser, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    let multiplied = connection.transaction::<(), diesel::result::Error, _>(async |connection| {
        connection.batch_execute("CREATE TEMPORARY TABLE multiplying (times integer NOT NULL)").await?;
        let times = sql_query("INSERT INTO multiplying (times) VALUES ($1)").bind::<Integer, _>(times);
        times.execute(connection).await?;
        connection.batch_execute(include_str!("multiply.sql")).await
    });
    multiplied.await.map_err(refused)?;
    for statement in ["VACUUM ANALYZE", "CHECKPOINT"] {
        connection.batch_execute(statement).await.map_err(refused)?;
    }
    Ok(())
}
