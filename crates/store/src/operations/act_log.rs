//! The log of acts with the cache tags they touched. Servers read it to invalidate their caches. Acts are written by
//! `publishing`.

use std::fmt;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Bool, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::statement_cache::prepared;
use crate::{Error, OperationsConn};

/// A part of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActLog {
    /// The newest act.
    pub newest: LastAct,
    /// The acts after the requested one, in order.
    pub acts: Vec<LoggedAct>,
}

/// The last act known to a reader of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastAct {
    /// The epoch of its sequence number ([`crate::operations::epochs`]).
    pub epoch: Uuid,
    /// 0 before the first act.
    pub sequence: i64,
    /// When it happened, if its record still exists.
    pub at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoggedAct {
    pub sequence: i64,
    pub at: DateTime<Utc>,
    /// Whether it was a takedown.
    pub is_takedown: bool,
    /// The cache tags it touched ([`crate::cache_tags`]).
    pub tags: Vec<String>,
}

/// How the log continues after the last known act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogContinuation {
    /// In the same history.
    Same(ActLog),
    /// The database is in another epoch: it was restored, and a new epoch was started. Contains its newest act.
    OtherEpoch(LastAct),
    /// The database was restored to a state before that act, and no new epoch was started yet.
    Restored(RestoreEvidence),
}

/// The evidence that a database was restored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestoreEvidence {
    /// The newest sequence number is lower than the known one.
    CounterIsLower,
    /// The known act is missing while older ones exist.
    ActIsMissing,
    /// The known sequence number belongs to an act with another time.
    ActIsAnother,
}

impl fmt::Display for RestoreEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CounterIsLower => "the counter is lower than the number of an act that was seen",
            Self::ActIsMissing => "an act that was seen is missing",
            Self::ActIsAnother => "an act that was seen has another time",
        })
    }
}

/// Up to `most` acts (at least one) after a sequence number.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn since(conn: &mut OperationsConn, after: i64, most: i64) -> Result<ActLog, Error> {
    Ok(read(conn, after, most).await?.log)
}

/// The newest act.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn newest(conn: &mut OperationsConn) -> Result<LastAct, Error> {
    Ok(read(conn, i64::MAX, 1).await?.log.newest)
}

/// Up to `most` acts after the last known one, or that this database has another history.
///
/// # Errors
/// [`Error::Unavailable`], also when the history differs but the server is a standby or read-only, because a standby that
/// lags looks the same.
pub async fn resume(conn: &mut OperationsConn, known: &LastAct, most: i64) -> Result<LogContinuation, Error> {
    let found = read(conn, known.sequence, most).await?;
    let is_primary = found.is_primary;
    match found.after(known) {
        LogContinuation::Same(log) => Ok(LogContinuation::Same(log)),
        other if is_primary => Ok(other),
        _ => Err(Error::unavailable(NotThePrimary)),
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the database is a standby or read-only, and lacks acts that were seen")]
struct NotThePrimary;

/// The result of one statement, so that all of it is from one snapshot.
struct LogRead {
    log: ActLog,
    /// When the requested act happened, if its record exists.
    named_at: Option<DateTime<Utc>>,
    /// The oldest recorded act.
    oldest: Option<i64>,
    /// Whether the server accepts writes.
    is_primary: bool,
}

impl LogRead {
    /// Compares the log with the last known act, for which it was read.
    fn after(self, known: &LastAct) -> LogContinuation {
        let Self { log, named_at, oldest, is_primary: _ } = self;
        if log.newest.epoch != known.epoch {
            return LogContinuation::OtherEpoch(log.newest);
        }
        if log.newest.sequence < known.sequence {
            return LogContinuation::Restored(RestoreEvidence::CounterIsLower);
        }
        match (known.at, named_at) {
            (Some(at), Some(found)) if at != found => {
                LogContinuation::Restored(RestoreEvidence::ActIsAnother)
            }
            // Retention deletes the oldest records first, so an act newer than an existing record cannot have been
            // deleted.
            (Some(_), None) if oldest.is_some_and(|oldest| oldest < known.sequence) => {
                LogContinuation::Restored(RestoreEvidence::ActIsMissing)
            }
            _ => LogContinuation::Same(log),
        }
    }
}

async fn read(conn: &mut OperationsConn, after: i64, most: i64) -> Result<LogRead, Error> {
    let query = sql_query(READ).bind::<BigInt, _>(after).bind::<BigInt, _>(most);
    let rows: Vec<LogRow> = prepared(query).load(conn.inner()).await?;
    let first = rows.as_slice().first().ok_or(Error::NotFound)?;
    let newest = LastAct { epoch: first.epoch, sequence: first.newest, at: first.newest_at };
    let (named_at, oldest, is_primary) = (first.named_at, first.oldest, first.is_primary);
    let acts = rows.into_iter().filter_map(|LogRow { sequence, at, kind, tags, .. }| {
        let is_takedown = kind? == "take_down";
        Some(LoggedAct { sequence: sequence?, at: at?, is_takedown, tags: tags? })
    });
    Ok(LogRead { log: ActLog { newest, acts: acts.collect() }, named_at, oldest, is_primary })
}

const READ: &str = "SELECT counter.epoch, counter.sequence AS newest,
        (SELECT at FROM operations.acts WHERE sequence = counter.sequence) AS newest_at,
        (SELECT at FROM operations.acts WHERE sequence = $1) AS named_at,
        (SELECT min(sequence) FROM operations.acts) AS oldest,
        NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS is_primary,
        acts.sequence, acts.at, acts.kind, acts.tags
    FROM operations.counter LEFT JOIN operations.acts ON acts.sequence > $1
    ORDER BY acts.sequence LIMIT $2";

#[derive(QueryableByName)]
struct LogRow {
    #[diesel(sql_type = SqlUuid)]
    epoch: Uuid,
    #[diesel(sql_type = BigInt)]
    newest: i64,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    newest_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    named_at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<BigInt>)]
    oldest: Option<i64>,
    #[diesel(sql_type = Bool)]
    is_primary: bool,
    #[diesel(sql_type = Nullable<BigInt>)]
    sequence: Option<i64>,
    #[diesel(sql_type = Nullable<Timestamptz>)]
    at: Option<DateTime<Utc>>,
    #[diesel(sql_type = Nullable<Text>)]
    kind: Option<String>,
    #[diesel(sql_type = Nullable<Array<Text>>)]
    tags: Option<Vec<String>>,
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn a_restore_is_detected_only_by_a_contradiction_in_the_log() {
        let (epoch, at) = (Uuid::now_v7(), DateTime::UNIX_EPOCH);
        let known = LastAct { epoch, sequence: 7, at: Some(at) };
        let (lower, missing, another) =
            (RestoreEvidence::CounterIsLower, RestoreEvidence::ActIsMissing, RestoreEvidence::ActIsAnother);
        for (newest, named_at, oldest, expected) in [
            (7, Some(at), Some(1), None),
            (9, Some(at), Some(1), None),
            (9, Some(at), Some(7), None),
            (6, None, Some(1), Some(lower)),
            (0, None, None, Some(lower)),
            (9, None, Some(1), Some(missing)),
            (9, Some(at + TimeDelta::microseconds(1)), Some(1), Some(another)),
            // Too old to be recorded, so it proves nothing.
            (9, None, Some(8), None),
            (9, None, None, None),
        ] {
            let newest = LastAct { epoch, sequence: newest, at: None };
            let log = ActLog { newest: newest.clone(), acts: vec![] };
            let found = LogRead { log: log.clone(), named_at, oldest, is_primary: true };
            let expected = expected.map_or(LogContinuation::Same(log), LogContinuation::Restored);
            assert_eq!(found.after(&known), expected, "{newest:?} {named_at:?} {oldest:?}");
            let elsewhere = LastAct { epoch: Uuid::now_v7(), ..newest };
            let log = ActLog { newest: elsewhere.clone(), acts: vec![] };
            let found = LogRead { log, named_at, oldest, is_primary: true };
            assert_eq!(found.after(&known), LogContinuation::OtherEpoch(elsewhere));
        }
    }

    #[test]
    fn an_act_with_an_unknown_time_is_no_evidence_of_a_restore() {
        let epoch = Uuid::now_v7();
        let log = ActLog { newest: LastAct { epoch, sequence: 9, at: None }, acts: vec![] };
        for named_at in [None, Some(DateTime::UNIX_EPOCH)] {
            let known = LastAct { epoch, sequence: 7, at: None };
            let found = LogRead { log: log.clone(), named_at, oldest: Some(1), is_primary: true };
            assert_eq!(found.after(&known), LogContinuation::Same(log.clone()));
        }
    }
}
