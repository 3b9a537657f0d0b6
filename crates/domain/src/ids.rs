//! Identities. All are UUIDv7 (RFC 9562), given by whoever makes the thing, and never used again.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// The identity of an article, the same in all its locales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Uuid, example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61")]
pub struct ArticleId(pub Uuid);

/// The identity of a draft: an article in one locale, as editors see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Uuid, example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62")]
pub struct DraftId(pub Uuid);

/// The identity of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EditionId(pub Uuid);

/// The identity of a section, tag, author or series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Uuid, example = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a63")]
pub struct TermId(pub Uuid);

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The identity of a person with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Uuid, example = "0199a3c2-5d1e-7c3a-9b1f-000000000001")]
pub struct PersonId(pub Uuid);

/// The identity of a session: what begins with a sign-in and ends with a sign-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Uuid, example = "0199a3c2-5d1e-7c3a-9b1f-000000000002")]
pub struct SessionId(pub Uuid);

/// The identity of a preview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Uuid, example = "0199a3c2-5d1e-7c3a-9b1f-000000000003")]
pub struct PreviewId(pub Uuid);

/// The identity of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Uuid, example = "0199a3c2-5d1e-7c3a-9b1f-000000000004")]
pub struct JobId(pub Uuid);

/// The identity of a redirect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[schema(value_type = Uuid, example = "0199a3c2-5d1e-7c3a-9b1f-000000000006")]
pub struct RedirectId(pub Uuid);
