//! What a check of a draft finds before it is published. Not here: the checks, which are `markup`'s and `store`'s.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Something about a draft that whoever publishes it should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Where it is, as a JSON pointer (RFC 6901) into the content.
    #[schema(example = "/hero/alt")]
    pub pointer: String,
    /// Which rule found it, in snake case, stable.
    #[schema(example = "alt_text")]
    pub rule: String,
    /// In words, for a person.
    #[schema(example = "The leading picture has no text for those who do not see it.")]
    pub detail: String,
}

/// How much a finding matters, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The draft cannot be published like this.
    Error,
    /// It can be published, and readers will miss something.
    Warning,
    /// Good to know.
    Note,
}
