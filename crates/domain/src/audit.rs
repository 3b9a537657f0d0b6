//! The audit log.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use uuid::Uuid;

/// An entry of the audit log. Entries are never changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AuditEntry {
    /// The ID of the entry.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000005")]
    pub id: Uuid,
    /// When it happened, by the clock of the database.
    pub at: DateTime<Utc>,
    /// The actor: the ID of a person, or the name of a program.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-000000000001")]
    pub actor: String,
    /// The action.
    #[schema(example = "publish")]
    pub action: String,
    /// The ID of the request.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")]
    pub request_id: String,
    /// The sequence number of the act, if the action changed what readers see.
    #[schema(example = 1207)]
    pub sequence: Option<i64>,
    /// Further details.
    pub detail: Value,
    /// The type of the subject: `draft`, `article`, `term`, `person`, `session`, `preview`, `job`,
    /// `redirect`.
    #[schema(example = "article")]
    pub subject_kind: Option<String>,
    /// The ID of the subject.
    #[schema(example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")]
    pub subject_id: Option<Uuid>,
    /// A digest of the subject before the action (SHA-256, hexadecimal).
    pub before_digest: Option<String>,
    /// A digest of the subject after the action.
    pub after_digest: Option<String>,
}
