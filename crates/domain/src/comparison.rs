//! What was changed between two states of content.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// The difference between two states of content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Comparison {
    /// The Markdown of the body, in runs of words. Those that are `equal` or `delete` make up the body as it was, those that
    /// are `equal` or `insert` the body as it is.
    pub body: Vec<Run>,
    /// Every other property that differs; of `seo` and `fields`, every member that does.
    pub fields: Vec<FieldChange>,
}

/// Some words of the body, and what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Run {
    /// What became of them.
    pub op: Op,
    /// The words as they are written in Markdown, with what stands between them.
    #[schema(example = "Flags are ")]
    pub text: String,
}

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// They stayed.
    Equal,
    /// They came.
    Insert,
    /// They went.
    Delete,
}

/// A property that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct FieldChange {
    /// Which, as a JSON pointer (RFC 6901) into the content.
    #[schema(example = "/headline")]
    pub pointer: String,
    /// What it was; `null` when it was not there.
    pub before: Value,
    /// What it is; `null` when it is not there any more.
    pub after: Value,
}
