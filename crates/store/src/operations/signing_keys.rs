//! The keys that access tokens are signed with: one signs, some verify. The private half comes here sealed.
//!
//! A new key is shown before it signs, and an old one verifies for as long as tokens of it may be about, so that nobody
//! is turned away by a rotation.

use chrono::{DateTime, Utc};
use diesel::dsl::now;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Binary, Text};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

use crate::schema::operations::signing_keys;
use crate::{Error, OperationsConn};

/// A key pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningKey {
    /// Its name in tokens: random, and nothing else.
    pub kid: String,
    /// The public half, 32 bytes (Ed25519).
    pub public_key: Vec<u8>,
    /// The private half, sealed.
    pub sealed_private_key: Vec<u8>,
    /// From when on it signs.
    pub signs_from: DateTime<Utc>,
    /// Whether it signs now: of those that may, the newest.
    pub signs: bool,
}

/// A key pair that is to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSigningKey {
    /// Its name in tokens.
    pub kid: String,
    /// The public half.
    pub public_key: Vec<u8>,
    /// The private half, sealed.
    pub sealed_private_key: Vec<u8>,
}

/// How one key follows another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRotation {
    /// When there is none that signs, and otherwise not at all.
    First,
    /// When the present one has signed for ninety days.
    Periodic,
    /// In any case: shown at once, signing in ten minutes, when every cache has seen it.
    Orderly,
    /// At once, and what older ones signed is void: they are known to somebody else.
    Emergency,
}

/// The keys that verify, and which of them signs.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(conn: &mut OperationsConn) -> Result<Vec<SigningKey>, Error> {
    let good = signing_keys::verifies_until.is_null().or(signing_keys::verifies_until.gt(now));
    let all = signing_keys::table.filter(good).order((signing_keys::signs_from.desc(), signing_keys::kid));
    let may_sign = signing_keys::signs_from.le(now);
    let rows: Vec<(KeyRow, bool)> = all.select((KeyRow::as_select(), may_sign)).load(conn.inner()).await?;
    let newest = rows.iter().position(|(_, may_sign)| *may_sign);
    let keys = rows.into_iter().enumerate();
    Ok(keys.map(|(position, (row, _))| row.key(Some(position) == newest)).collect())
}

/// Adds a key by the rules of a succession, and says whether it was added.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn add(
    conn: &mut OperationsConn,
    new: &NewSigningKey,
    rotation: KeyRotation,
) -> Result<bool, Error> {
    let adding = async |conn: &mut AsyncPgConnection| {
        if rotation == KeyRotation::Periodic
            && !sql_query(IS_ROTATION_DUE).get_result::<RotationDueRow>(conn).await?.old
        {
            return Ok(false);
        }
        conn.batch_execute("LOCK TABLE operations.signing_keys IN SHARE ROW EXCLUSIVE MODE").await?;
        let (insert, retire) = match rotation {
            KeyRotation::First => (ADD_FIRST, RETIRE_NONE),
            KeyRotation::Periodic => (ADD_PERIODIC, RETIRE),
            KeyRotation::Orderly => (ADD_ORDERLY, RETIRE),
            KeyRotation::Emergency => (ADD_EMERGENCY, REVOKE),
        };
        let insert = sql_query(insert).bind::<Text, _>(&new.kid).bind::<Binary, _>(&new.public_key);
        let added = insert.bind::<Binary, _>(&new.sealed_private_key).execute(conn).await?;
        if added > 0 {
            sql_query(retire).bind::<Text, _>(&new.kid).execute(conn).await?;
        }
        Ok(added > 0)
    };
    conn.inner().transaction(adding).await
}

/// Asked without a lock first: an idle server writes nothing.
const IS_ROTATION_DUE: &str = "SELECT NOT EXISTS (
        SELECT FROM operations.signing_keys WHERE signs_from > now() - interval '90 days' AND verifies_until IS NULL
    ) AS old";

#[derive(QueryableByName)]
struct RotationDueRow {
    #[diesel(sql_type = diesel::sql_types::Bool)]
    old: bool,
}

const ADD_FIRST: &str = "INSERT INTO operations.signing_keys (kid, public_key, sealed_private_key, signs_from)
    SELECT $1, $2, $3, now() WHERE NOT EXISTS (SELECT FROM operations.signing_keys WHERE verifies_until IS NULL)";

const ADD_PERIODIC: &str = "INSERT INTO operations.signing_keys (kid, public_key, sealed_private_key, signs_from)
    SELECT $1, $2, $3, now() + interval '10 minutes' WHERE NOT EXISTS (
        SELECT FROM operations.signing_keys WHERE signs_from > now() - interval '90 days' AND verifies_until IS NULL
    )";

const ADD_ORDERLY: &str =
    "INSERT INTO operations.signing_keys (kid, public_key, sealed_private_key, signs_from)
    VALUES ($1, $2, $3, now() + interval '10 minutes')";

const ADD_EMERGENCY: &str =
    "INSERT INTO operations.signing_keys (kid, public_key, sealed_private_key, signs_from)
    VALUES ($1, $2, $3, now())";

const RETIRE_NONE: &str = "SELECT $1";

/// The old one signs for ten minutes more; tokens live for ten minutes; clocks differ by one.
const RETIRE: &str = "UPDATE operations.signing_keys SET verifies_until = now() + interval '21 minutes'
    WHERE kid <> $1 AND verifies_until IS NULL";

const REVOKE: &str = "UPDATE operations.signing_keys SET verifies_until = now()
    WHERE kid <> $1 AND (verifies_until IS NULL OR verifies_until > now())";

#[derive(Queryable, Selectable)]
#[diesel(table_name = signing_keys, check_for_backend(Pg))]
struct KeyRow {
    kid: String,
    public_key: Vec<u8>,
    sealed_private_key: Vec<u8>,
    signs_from: DateTime<Utc>,
}

impl KeyRow {
    fn key(self, signs: bool) -> SigningKey {
        let Self { kid, public_key, sealed_private_key, signs_from } = self;
        SigningKey { kid, public_key, sealed_private_key, signs_from, signs }
    }
}
