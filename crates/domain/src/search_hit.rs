//! The public form of a search result.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Teaser;

/// An article that was found: its teaser, and where the words stand that were sought.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SearchHit {
    /// All that its teaser says.
    #[serde(flatten)]
    pub teaser: Teaser,
    /// Where the words stand.
    pub highlights: Highlights,
}

/// Where the words that were sought stand in an article: safe HTML, the text with `<mark>` around them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Highlights {
    /// The headline.
    #[schema(example = "Feature <mark>flags</mark> that do not rot")]
    pub headline: String,
    /// The standfirst.
    #[schema(example = "Name what a <mark>flag</mark> enables.")]
    pub standfirst: Option<String>,
    /// The passage of the body in which most of the words stand; `null` where none of them does.
    #[schema(example = "… A <mark>flag</mark> is a branch in the program that no merge ever resolves. …")]
    pub passage: Option<String>,
}
