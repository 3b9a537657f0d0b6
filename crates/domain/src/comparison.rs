//! What was changed between two states of content.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// The difference between two states of content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Comparison {
    /// The diff of the Markdown of the body, in runs of words. Runs that are `equal` or `delete` make up the old body, those that
    /// are `equal` or `insert` the new one.
    pub body: Vec<Run>,
    /// Every other property that differs; of `seo` and `fields`, every member that differs.
    pub fields: Vec<FieldChange>,
}

/// A run of words of the body, and how it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Run {
    /// The change.
    pub op: Op,
    /// The text of the run, as written in Markdown.
    #[schema(example = "Flags are ")]
    pub text: String,
}

/// How a run of words changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// In both versions.
    Equal,
    /// Only in the new version.
    Insert,
    /// Only in the old version.
    Delete,
}

/// A property that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FieldChange {
    /// The property, as a JSON pointer (RFC 6901) into the content.
    #[schema(example = "/headline")]
    pub pointer: String,
    /// The old value; `null` if there was none.
    pub before: Value,
    /// The new value; `null` if there is none any more.
    pub after: Value,
}
