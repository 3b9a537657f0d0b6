//! Retention: deletes expired rows.

use diesel::sql_query;
use diesel::sql_types::BigInt;
use diesel_async::RunQueryDsl;

use crate::{Error, OperationsConn};

/// Deletes up to `most` rows each of: finished jobs, periodic slots, idempotency records and silent instances older
/// than a day; used or expired password tokens; sessions that ended 30 days ago; and sets of previews that ended or were computed a day
/// ago. Returns the number of deleted
/// rows.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn prune(conn: &mut OperationsConn, most: i64) -> Result<usize, Error> {
    let mut count = 0;
    for statement in PRUNE {
        count += sql_query(statement).bind::<BigInt, _>(most).execute(conn.inner()).await?;
    }
    Ok(count)
}

/// `SKIP LOCKED` leaves rows that another process is deleting to it.
const PRUNE: [&str; 7] = [
    "DELETE FROM operations.jobs WHERE id IN (
        SELECT id FROM operations.jobs WHERE finished_at < now() - interval '24 hours'
        LIMIT $1 FOR UPDATE SKIP LOCKED
    )",
    "DELETE FROM operations.job_slots WHERE (name, slot) IN (
        SELECT name, slot FROM operations.job_slots WHERE slot < now() - interval '24 hours'
        LIMIT $1 FOR UPDATE SKIP LOCKED
    )",
    "DELETE FROM operations.idempotency WHERE (actor, key) IN (
        SELECT actor, key FROM operations.idempotency WHERE created_at < now() - interval '24 hours'
        LIMIT $1 FOR UPDATE SKIP LOCKED
    )",
    "DELETE FROM operations.instances WHERE id IN (
        SELECT id FROM operations.instances WHERE seen_at < now() - interval '24 hours'
        LIMIT $1 FOR UPDATE SKIP LOCKED
    )",
    "DELETE FROM editorial.password_tokens WHERE digest IN (
        SELECT digest FROM editorial.password_tokens WHERE used_at IS NOT NULL OR expires_at < now()
        LIMIT $1 FOR UPDATE SKIP LOCKED
    )",
    "DELETE FROM editorial.sessions WHERE id IN (
        SELECT id FROM editorial.sessions WHERE least(ended_at, expires_at) < now() - interval '30 days'
        LIMIT $1 FOR UPDATE SKIP LOCKED
    )",
    "DELETE FROM preview_sets.sets WHERE id IN (
        SELECT sets.id FROM preview_sets.sets
        WHERE sets.created_at < now() - interval '24 hours' OR NOT EXISTS (
            SELECT FROM editorial.previews
            WHERE previews.id = sets.preview_id AND previews.revoked_at IS NULL AND previews.expires_at > now()
        )
        LIMIT $1 FOR UPDATE SKIP LOCKED
    )",
];
