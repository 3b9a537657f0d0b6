//! Opaque positions in lists. A cursor is bound to its list, with filter and order, and to the epoch it was made in. It grants
//! nothing: the filter always comes from the request, so an edited cursor could only move within the list. The checksum
//! detects a cursor that was cut or mistyped.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::Invalid;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::http::query_params::{ParamValue, QueryParams, param_value};
use crate::problem::{Problem, ProblemError};

/// A position in a list.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cursor {
    epoch: Uuid,
    /// The fingerprint of the list.
    list: String,
    /// The sort key of the entry at the position. A cursor is not signed, so it may contain anything.
    key: Value,
}

/// A list that cursors are bound to.
#[derive(Debug, Clone)]
pub(crate) struct CursorList {
    pub(crate) epoch: Uuid,
    fingerprint: String,
}

const CHECKSUM_BYTES: usize = 8;

/// The version of what fingerprints are made of. Raising it invalidates all cursors in use.
const VERSION: &str = "v1";

impl CursorList {
    /// The list with this name, filter and order. Renaming the list or a parameter of the filter invalidates its cursors.
    pub(crate) fn new(epoch: Uuid, name: &str, filter: &impl QueryParams) -> Self {
        let list = Sha256::digest(format!("{VERSION} {name}?{}", filter.canonical()));
        let fingerprint = URL_SAFE_NO_PAD.encode(list.iter().copied().take(9).collect::<Vec<u8>>());
        Self { epoch, fingerprint }
    }

    /// The cursor of an entry with this key.
    pub(crate) fn cursor(&self, key: &impl Serialize) -> String {
        let key = serde_json::to_value(key).unwrap_or_default();
        Cursor { epoch: self.epoch, list: self.fingerprint.clone(), key }.text()
    }

    /// Decodes the key of a cursor. `parameter` is the name of its query parameter, for error messages.
    ///
    /// # Errors
    /// 400 when it is no cursor of this list, 410 when it is from before a restore.
    pub(crate) fn key<K: DeserializeOwned>(&self, parameter: &str, cursor: &Cursor) -> Result<K, Problem> {
        let refused =
            |invalid| Problem::invalid_parameters(ProblemError::from_invalid(parameter, &invalid).collect());
        if cursor.epoch != self.epoch {
            return Err(Problem::start_over());
        }
        if cursor.list != self.fingerprint {
            let detail = "This cursor belongs to a list with other filters or another order.";
            return Err(refused(Invalid::one("cursor", detail)));
        }
        K::deserialize(&cursor.key).map_err(|_| refused(malformed()))
    }
}

param_value!(Cursor, json!({ "type": "string" }), |text| decode(&text).ok_or_else(malformed), |cursor| {
    let mut bytes = serde_json::to_vec(cursor).unwrap_or_default();
    let checksum = Sha256::digest(&bytes);
    bytes.extend(checksum.iter().take(CHECKSUM_BYTES));
    URL_SAFE_NO_PAD.encode(bytes)
});

fn malformed() -> Invalid {
    Invalid::one("cursor", "This is not a cursor that a list gave.")
}

fn decode(text: &str) -> Option<Cursor> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    let (json, checksum) = bytes.split_at_checked(bytes.len().checked_sub(CHECKSUM_BYTES)?)?;
    let right = Sha256::digest(json).iter().take(CHECKSUM_BYTES).eq(checksum.iter());
    if right { serde_json::from_slice(json).ok() } else { None }
}
