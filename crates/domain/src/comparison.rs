//! What was changed between two states of content.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// The difference between two states of content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Comparison {
    /// The body, in runs of words.
    pub body: Vec<Run>,
    /// Every other property that differs.
    pub fields: Vec<FieldChange>,
}

/// Some words of the body, and what became of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Run {
    /// What became of them.
    pub op: Op,
    /// The words, as they are written in Markdown.
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
    /// Which, as a JSON pointer into the content.
    #[schema(example = "/headline")]
    pub pointer: String,
    /// What it was.
    pub before: Value,
    /// What it is.
    pub after: Value,
}
