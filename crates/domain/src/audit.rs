//! The log of what was done.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// Something that was done. Entries are never changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// Its identity.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000005")]
    pub id: Uuid,
    /// When it was done, by the clock of the database.
    pub at: DateTime<Utc>,
    /// By whom: the identity of a person, or the name of a program.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000001")]
    pub actor: String,
    /// What was done.
    #[schema(example = "publish")]
    pub action: String,
    /// The request it was done for.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")]
    pub request_id: String,
    /// The number of the act, where it changed what readers see.
    #[schema(example = 1207)]
    pub sequence: Option<i64>,
    /// More about it.
    pub detail: Value,
    /// What kind of thing it was done to: `draft`, `article`, `term`, `person`, `session`, `preview`, `job`,
    /// `redirect`.
    #[schema(example = "article")]
    pub subject_kind: Option<String>,
    /// What it was done to.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")]
    pub subject_id: Option<Uuid>,
    /// A digest of the thing before (SHA-256, hexadecimal).
    pub before_digest: Option<String>,
    /// A digest of the thing after.
    pub after_digest: Option<String>,
}
