//! What acts touched, in order: how whoever keeps answers learns which of them are old. Not here: acting
//! (`publishing`).

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Nullable, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use uuid::Uuid;

use crate::prepared::prepared;
use crate::{Error, OperationsConn};

/// The order of all acts, as far as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    /// The epoch of the numbers. It changes when the database is restored from a backup.
    pub epoch: Uuid,
    /// The number of the newest act.
    pub newest: i64,
    /// The acts after the one that was named, in order.
    pub acts: Vec<Recorded>,
}

/// One act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its number.
    pub sequence: i64,
    /// Whether it erased something, everywhere.
    pub is_takedown: bool,
    /// What it touched ([`crate::tags`]).
    pub tags: Vec<String>,
}

/// The acts after one, at most so many. One statement, so that the number of the newest is that of the same moment.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn since(conn: &mut OperationsConn, after: i64, most: i64) -> Result<Log, Error> {
    let query = "SELECT counter.epoch, counter.sequence AS newest, acts.sequence, acts.kind, acts.tags
        FROM operations.counter LEFT JOIN operations.acts ON acts.sequence > $1
        ORDER BY acts.sequence LIMIT $2";
    let query = sql_query(query).bind::<BigInt, _>(after).bind::<BigInt, _>(most);
    let rows: Vec<LogRow> = prepared(query).load(conn.inner()).await?;
    let first = rows.as_slice().first().ok_or(Error::NotFound)?;
    let (epoch, newest) = (first.epoch, first.newest);
    let acts = rows.into_iter().filter_map(|LogRow { epoch: _, newest: _, sequence, kind, tags }| {
        let is_takedown = kind? == "take_down";
        Some(Recorded { sequence: sequence?, is_takedown, tags: tags? })
    });
    Ok(Log { epoch, newest, acts: acts.collect() })
}

#[derive(QueryableByName)]
struct LogRow {
    #[diesel(sql_type = SqlUuid)]
    epoch: Uuid,
    #[diesel(sql_type = BigInt)]
    newest: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    sequence: Option<i64>,
    #[diesel(sql_type = Nullable<Text>)]
    kind: Option<String>,
    #[diesel(sql_type = Nullable<Array<Text>>)]
    tags: Option<Vec<String>>,
}
