//! Sessions, as shown to the person they belong to.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::SessionId;

/// What began with a sign-in and has not ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Session {
    /// Its identity.
    pub id: SessionId,
    /// What the client called itself when it signed in (`User-Agent`).
    #[schema(example = "curl/8.5.0")]
    pub client: String,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When its refresh token was last exchanged.
    pub refreshed_at: DateTime<Utc>,
    /// When it ends at the latest, however much it is used.
    pub expires_at: DateTime<Utc>,
}
