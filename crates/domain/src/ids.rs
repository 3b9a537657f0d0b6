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
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DraftId(pub Uuid);

/// The identity of an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EditionId(pub Uuid);

/// The identity of a section, tag, author or series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TermId(pub Uuid);

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
