//! The public form of a search result.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Teaser;

/// A match: the teaser of the article, and where the search words occur.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SearchHit {
    /// All properties of its teaser.
    #[serde(flatten)]
    pub teaser: Teaser,
    /// Where the search words occur.
    pub highlights: Highlights,
}

/// Where the search words occur in an article: safe HTML with `<mark>` around each match.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Highlights {
    /// The headline.
    #[schema(example = "Feature <mark>flags</mark> that do not rot")]
    pub headline: String,
    /// The standfirst.
    #[schema(example = "Name what a <mark>flag</mark> enables.")]
    pub standfirst: Option<String>,
    /// The passage of the body with the most matches; `null` if the body contains none.
    #[schema(example = "… A <mark>flag</mark> is a branch in the program that no merge ever resolves. …")]
    pub passage: Option<String>,
}
