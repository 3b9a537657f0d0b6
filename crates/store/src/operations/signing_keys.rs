//! Signing keys of access tokens: one signs, several verify. Private keys arrive here encrypted.
//!
//! A new key is published before it signs, and an old key verifies until its last tokens have expired, so that a
//! rotation invalidates no token.

use chrono::{DateTime, Utc};
use diesel::dsl::{now, sql};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Binary, Bool, Text};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

use crate::schema::operations::signing_keys;
use crate::{Error, OperationsConn};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningKey {
    /// The random key id in token headers.
    pub kid: String,
    /// Ed25519, 32 bytes.
    pub public_key: Vec<u8>,
    /// The encrypted private key.
    pub sealed_private_key: Vec<u8>,
    /// When it starts signing.
    pub signs_from: DateTime<Utc>,
    /// Whether it signs now: the newest key whose `signs_from` has passed.
    pub signs: bool,
}

/// A key pair to store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSigningKey {
    pub kid: String,
    pub public_key: Vec<u8>,
    /// The encrypted private key.
    pub sealed_private_key: Vec<u8>,
}

/// How a new key replaces the current one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyRotation {
    /// Only when there is no signing key yet.
    First,
    /// When the current key has signed for 90 days.
    Periodic,
    /// Unconditionally: published at once, signing in ten minutes, when every cached key set contains it.
    Orderly,
    /// At once, and all older keys stop verifying: they are compromised.
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

/// Adds a key according to the kind of rotation, and returns whether it was added.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn add(
    conn: &mut OperationsConn,
    new: &NewSigningKey,
    rotation: KeyRotation,
) -> Result<bool, Error> {
    let adding = async |conn: &mut AsyncPgConnection| {
        if rotation == KeyRotation::Periodic && !sql::<Bool>(IS_ROTATION_DUE).get_result::<bool>(conn).await?
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

/// Checked without a lock first, so that an idle server writes nothing.
const IS_ROTATION_DUE: &str = "SELECT NOT EXISTS (
        SELECT FROM operations.signing_keys WHERE signs_from > now() - interval '90 days' AND verifies_until IS NULL
    )";

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

/// The old key signs for ten more minutes, tokens live for ten minutes, and clocks may differ by one.
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
