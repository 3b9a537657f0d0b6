//! Links that show what is not public yet.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{DraftId, PersonId, PreviewId};

/// What somebody without an account may see for a while: the site with some drafts in their newest state, or as it will
/// be at a moment, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Preview {
    /// Its identity.
    pub id: PreviewId,
    /// Who made it.
    pub made_by: PersonId,
    /// The drafts that are shown as if they were published.
    pub draft_ids: Vec<DraftId>,
    /// The moment that is shown: what is scheduled until then is public.
    pub at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
    /// When it was ended before that.
    pub revoked_at: Option<DateTime<Utc>>,
}
