//! Sessions, as shown to the person they belong to.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::SessionId;

/// A session: it begins with a sign-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Session {
    /// The ID.
    pub id: SessionId,
    /// The `User-Agent` of the client that signed in.
    #[schema(example = "curl/8.5.0")]
    pub client: String,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When its refresh token was last exchanged.
    pub refreshed_at: DateTime<Utc>,
    /// When it expires at the latest, even if it is used.
    pub expires_at: DateTime<Utc>,
}
