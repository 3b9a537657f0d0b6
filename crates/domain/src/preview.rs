//! Links that show what is not public yet.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{DraftId, PersonId, PreviewId};

/// What a preview link shows to people without an account: the site with some drafts in their newest revision, or as it will
/// be at a time in the future, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Preview {
    /// The ID.
    pub id: PreviewId,
    /// Who created it.
    pub made_by: PersonId,
    /// The drafts that are shown as if they were published.
    pub draft_ids: Vec<DraftId>,
    /// The time that is shown: everything scheduled until then counts as published.
    pub at: Option<DateTime<Utc>>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it expires.
    pub expires_at: DateTime<Utc>,
    /// When it was revoked, if it was revoked before it expired.
    pub revoked_at: Option<DateTime<Utc>>,
}
