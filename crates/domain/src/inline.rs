//! The inline content of a body: text, styles, links, images and footnote references.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A piece of inline content, distinguished by its `type`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Inline {
    /// Text.
    Text(TextInline),
    /// Styled text.
    Styled(StyledInline),
    /// Inline code.
    Code(CodeInline),
    /// An inline formula.
    Math(MathInline),
    /// A link.
    Link(LinkInline),
    /// An inline picture.
    Image(ImageInline),
    /// A reference to a footnote.
    FootnoteReference(FootnoteReferenceInline),
    /// A line break.
    Break(BreakInline),
}

impl Inline {
    /// A piece of text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(TextInline { text: text.to_owned() })
    }
}

/// Text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TextInline {
    /// The text, without any markup.
    #[schema(example = "Flags are ")]
    pub text: String,
}

/// Styled text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StyledInline {
    /// The style.
    pub style: TextStyle,
    /// The content.
    #[schema(no_recursion)]
    pub content: Vec<Inline>,
}

/// The style of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextStyle {
    /// `<strong>`: importance.
    Strong,
    /// `<em>`: stress.
    Emphasis,
    /// `<del>` or `<s>`: removed text.
    Deletion,
    /// `<ins>`: added text.
    Insertion,
    /// `<sub>`.
    Subscript,
    /// `<sup>`.
    Superscript,
    /// `<mark>`: highlighted text.
    Highlight,
    /// `<kbd>`: keyboard input.
    Keyboard,
    /// `<small>`: a side comment.
    Small,
    /// `<u>`.
    Underline,
    /// `<q>`: an inline quotation.
    Quotation,
}

/// Inline code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CodeInline {
    /// The code.
    #[schema(example = "SELECT 1")]
    pub text: String,
}

/// An inline formula.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MathInline {
    /// The TeX source.
    #[schema(example = "2^n")]
    pub text: String,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LinkInline {
    /// The target: an absolute URL, or `#` and an anchor of the same body. For another article, its current URL; `null`
    /// when it is not live.
    #[schema(example = "https://example.org/engineering/feature-flag-hygiene")]
    pub href: Option<String>,
    /// The title, which browsers show as a tooltip.
    pub title: Option<String>,
    /// The content.
    #[schema(no_recursion)]
    pub content: Vec<Inline>,
}

/// An inline picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImageInline {
    /// The absolute URL of the picture.
    #[schema(example = "https://example.org/queues.svg")]
    pub src: String,
    /// The alternative text.
    #[schema(example = "Two queues, one of them full")]
    pub alt: String,
    /// The title, which browsers show as a tooltip.
    pub title: Option<String>,
    /// The width in pixels, if known.
    pub width: Option<u32>,
    /// The height in pixels, if known.
    pub height: Option<u32>,
}

/// A reference to a footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FootnoteReferenceInline {
    /// The number of the footnote.
    #[schema(minimum = 1, example = 1)]
    pub number: u32,
    /// The anchor of the reference.
    #[schema(example = "fnref:1")]
    pub id: String,
    /// The anchor of the footnote.
    #[schema(example = "fn:1")]
    pub target: String,
}

/// A line break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BreakInline {}

/// The kind of a token of code. The HTML class is `hl-` and this name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TokenKind {
    /// A comment.
    Comment,
    /// A word of the language.
    Keyword,
    /// A text.
    String,
    /// A number.
    Number,
    /// A value with a name.
    Constant,
    /// The name of a function.
    Function,
    /// The name of a type.
    Type,
    /// The name of a variable.
    Variable,
    /// The name of a member or a key.
    Property,
    /// A sign that computes.
    Operator,
    /// A sign that parts.
    Punctuation,
    /// The name of an element.
    Tag,
    /// The name of an attribute.
    Attribute,
    /// A line that was added.
    Inserted,
    /// A line that was taken away.
    Deleted,
    /// A heading.
    Heading,
}

impl TokenKind {
    /// All kinds of tokens.
    pub const ALL: [Self; 16] = [
        Self::Comment,
        Self::Keyword,
        Self::String,
        Self::Number,
        Self::Constant,
        Self::Function,
        Self::Type,
        Self::Variable,
        Self::Property,
        Self::Operator,
        Self::Punctuation,
        Self::Tag,
        Self::Attribute,
        Self::Inserted,
        Self::Deleted,
        Self::Heading,
    ];

    /// Its class in HTML.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Comment => "hl-comment",
            Self::Keyword => "hl-keyword",
            Self::String => "hl-string",
            Self::Number => "hl-number",
            Self::Constant => "hl-constant",
            Self::Function => "hl-function",
            Self::Type => "hl-type",
            Self::Variable => "hl-variable",
            Self::Property => "hl-property",
            Self::Operator => "hl-operator",
            Self::Punctuation => "hl-punctuation",
            Self::Tag => "hl-tag",
            Self::Attribute => "hl-attribute",
            Self::Inserted => "hl-inserted",
            Self::Deleted => "hl-deleted",
            Self::Heading => "hl-heading",
        }
    }

    /// The token kind of an HTML class.
    #[must_use]
    pub fn from_class(class: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.class() == class)
    }
}
