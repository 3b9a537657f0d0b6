//! The rendered forms of a Markdown body. `markup` computes them, `store` stores them, the API returns them.
//!
//! The type is defined here because `markup` and `store` do not depend on each other.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ArticleId, Block};

/// The public forms of one Markdown body, all of the same text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendering {
    /// Which version of the markup rules made it. The same Markdown and version give the same bytes.
    pub markup_version: u32,
    /// The Markdown as it was written, byte for byte.
    pub markdown: String,
    /// Sanitised HTML: no script, no handler, no `javascript:`. Headings carry the ids of `outline`, links between
    /// articles their identities ([`ArticleLink`](crate::ArticleLink)), and relative addresses a mark
    /// ([`UrlBase`](crate::UrlBase)).
    pub html: String,
    /// The same as a tree. Links between articles have their identities here too, and relative addresses their marks.
    pub blocks: Vec<Block>,
    /// The text without any markup and without the alternative texts of pictures; blocks are separated by one empty line.
    pub text: String,
    /// The headings in order.
    pub outline: Vec<OutlineEntry>,
    /// The articles that `html` links to by identity, each once, in order of first appearance.
    pub links: Vec<ArticleId>,
    /// Words of the text, counted as Unicode UAX 29 does.
    pub word_count: u32,
    /// Minutes at 230 words a minute, rounded up; 0 when there are no words.
    pub reading_minutes: u32,
    /// What sanitising removed, for the findings about the draft.
    pub removed: Vec<Removed>,
    /// Why the body was not rendered, when it is over budget: then the other forms hold an explanation, which previews
    /// show and readers never see.
    pub too_complex: Option<String>,
}

/// A heading of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutlineEntry {
    /// The anchor, unique within the article: `#id` links to the heading in the HTML.
    #[schema(example = "name-flags-after-what-they-enable")]
    pub id: String,
    /// The level, 1 to 6.
    #[schema(minimum = 1, maximum = 6, example = 2)]
    pub level: u8,
    /// The heading's text, without markup.
    #[schema(example = "Name flags after what they enable")]
    pub text: String,
}

/// Something that sanitising removed from what was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Removed {
    /// An element that may not be used, such as `script`.
    Element(String),
    /// An attribute that may not be used: the element and the attribute, such as `img` and `onerror`.
    Attribute(String, String),
    /// An address with a scheme that may not be used: the element and the address, such as `a` and `javascript:…`.
    Address(String, String),
}
