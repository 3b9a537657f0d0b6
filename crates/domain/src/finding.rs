//! The findings of the checks before publishing. The checks themselves are in `markup` and `store`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A finding about a draft that matters for publishing it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Finding {
    /// The severity.
    pub severity: Severity,
    /// The position in the content, as a JSON pointer (RFC 6901).
    #[schema(example = "/hero/alt")]
    pub pointer: String,
    /// The rule that reports it, in snake case, stable.
    #[schema(example = "alt_text")]
    pub rule: String,
    /// A description for people.
    #[schema(example = "The leading picture has no text for those who do not see it.")]
    pub detail: String,
}

/// The severity of a finding, the highest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The draft cannot be published like this.
    Error,
    /// The draft can be published, but readers will miss something.
    Warning,
    /// Good to know.
    Note,
}
