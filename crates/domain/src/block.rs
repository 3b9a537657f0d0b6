//! The body as a typed tree, for readers without an HTML parser. Made by `markup`, from the same HTML that readers get.
//!
//! This module has the block-level elements; the content of lines is in [`Inline`].

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Inline, TokenKind};

/// A block of a body, distinguished by its `type`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Paragraph(ParagraphBlock),
    /// A heading.
    Heading(HeadingBlock),
    /// A list.
    List(ListBlock),
    /// A quotation.
    Quote(QuoteBlock),
    /// An alert.
    Alert(AlertBlock),
    /// Code.
    Code(CodeBlock),
    /// A formula.
    Math(MathBlock),
    /// A picture with or without a caption.
    Figure(FigureBlock),
    /// Content that a provider can show.
    Embed(EmbedBlock),
    /// A table.
    Table(TableBlock),
    /// Content that can be expanded.
    Details(DetailsBlock),
    /// The footnotes.
    Footnotes(FootnotesBlock),
    /// A thematic break.
    Divider(DividerBlock),
}

impl Block {
    /// Its id, which is assigned when the whole body is parsed.
    pub fn id_mut(&mut self) -> &mut String {
        match self {
            Self::Paragraph(ParagraphBlock { id, .. })
            | Self::Heading(HeadingBlock { id, .. })
            | Self::List(ListBlock { id, .. })
            | Self::Quote(QuoteBlock { id, .. })
            | Self::Alert(AlertBlock { id, .. })
            | Self::Code(CodeBlock { id, .. })
            | Self::Math(MathBlock { id, .. })
            | Self::Figure(FigureBlock { id, .. })
            | Self::Embed(EmbedBlock { id, .. })
            | Self::Table(TableBlock { id, .. })
            | Self::Details(DetailsBlock { id, .. })
            | Self::Footnotes(FootnotesBlock { id, .. })
            | Self::Divider(DividerBlock { id }) => id,
        }
    }

    /// Its direct children.
    pub fn children_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        let groups: Vec<&mut Vec<Block>> = match self {
            Self::List(ListBlock { items, .. }) => items.iter_mut().map(|item| &mut item.blocks).collect(),
            Self::Footnotes(FootnotesBlock { notes, .. }) => {
                notes.iter_mut().map(|note| &mut note.blocks).collect()
            }
            Self::Quote(QuoteBlock { blocks, .. })
            | Self::Alert(AlertBlock { blocks, .. })
            | Self::Details(DetailsBlock { blocks, .. }) => vec![blocks],
            Self::Paragraph(_)
            | Self::Heading(_)
            | Self::Code(_)
            | Self::Math(_)
            | Self::Figure(_)
            | Self::Embed(_)
            | Self::Table(_)
            | Self::Divider(_) => Vec::new(),
        };
        groups.into_iter().flatten()
    }
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ParagraphBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The content.
    pub content: Vec<Inline>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HeadingBlock {
    /// The anchor, the same as in the outline and in the HTML.
    #[schema(example = "why-it-stalls")]
    pub id: String,
    /// The level, 1 to 6.
    #[schema(minimum = 1, maximum = 6, example = 2)]
    pub level: u8,
    /// The content.
    pub content: Vec<Inline>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ListBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// Whether the items are numbered.
    pub ordered: bool,
    /// The first number of a numbered list.
    #[schema(example = 1)]
    pub start: Option<i32>,
    /// The items.
    pub items: Vec<ListItem>,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ListItem {
    /// Whether the task is done; `null` if the item is not a task.
    pub checked: Option<bool>,
    /// The content.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QuoteBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The quoted blocks.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// A note or warning that stands out from the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AlertBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The severity.
    pub kind: AlertKind,
    /// Its title.
    #[schema(example = "Mind the lock")]
    pub title: Option<String>,
    /// The content.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// The severity of an alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AlertKind {
    /// Additional information.
    Note,
    /// A hint.
    Tip,
    /// Information that is needed to succeed.
    Important,
    /// A risk of problems.
    Warning,
    /// A risk of harm.
    Caution,
}

/// Code, as text and as highlighted tokens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CodeBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The language as given in the Markdown.
    #[schema(example = "rust")]
    pub language: Option<String>,
    /// The title above the code, such as the name of a file.
    #[schema(example = "src/main.rs")]
    pub title: Option<String>,
    /// The numbers of highlighted lines, from 1.
    #[schema(example = json!([1, 3, 4]))]
    pub highlighted_lines: Vec<u32>,
    /// The code.
    #[schema(example = "fn main() {}")]
    pub text: String,
    /// The tokens of the code; joined, they are `text`.
    pub tokens: Vec<Token>,
}

/// A token of code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Token {
    /// The kind of token, if it is known.
    pub kind: Option<TokenKind>,
    /// The text of the token.
    #[schema(example = "fn")]
    pub text: String,
}

/// A formula as a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MathBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The TeX source.
    #[schema(example = "\\sum_{n=0}^{5} 2^n")]
    pub text: String,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FigureBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The absolute URL of the picture.
    #[schema(example = "https://example.org/queues.svg")]
    pub src: String,
    /// The alternative text.
    #[schema(example = "Two queues, one of them full")]
    pub alt: String,
    /// The width in pixels, if it was given.
    pub width: Option<u32>,
    /// The height in pixels, if it was given.
    pub height: Option<u32>,
    /// The caption.
    pub caption: Option<Vec<Inline>>,
}

/// Content of a provider that frontends can show. The server does not fetch it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmbedBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The provider: `youtube`, `vimeo`, `gist`, `bluesky`, `mastodon` or `x`; others may be added.
    #[schema(example = "youtube")]
    pub provider: String,
    /// The URL of the content.
    #[schema(example = "https://youtu.be/dQw4w9WgXcQ")]
    pub url: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TableBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The caption.
    pub caption: Option<Vec<Inline>>,
    /// The rows, header rows first.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TableRow {
    /// Whether it is a header row.
    pub header: bool,
    /// The cells.
    pub cells: Vec<TableCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TableCell {
    /// Whether it is a header of its row or column.
    pub header: bool,
    /// The alignment, if it was given.
    pub align: Option<Align>,
    /// The number of columns it spans.
    #[schema(minimum = 1, example = 1)]
    pub column_span: u32,
    /// The number of rows it spans.
    #[schema(minimum = 1, example = 1)]
    pub row_span: u32,
    /// The content.
    pub content: Vec<Inline>,
}

/// The alignment of a table cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// To the left.
    Left,
    /// In the middle.
    Center,
    /// To the right.
    Right,
}

/// A block that can be expanded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DetailsBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The summary, which is always visible.
    pub summary: Vec<Inline>,
    /// Whether it is expanded at first.
    pub open: bool,
    /// The content that can be expanded.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// The footnotes of the body, in the order of their first reference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FootnotesBlock {
    /// `footnotes`.
    #[schema(example = "footnotes")]
    pub id: String,
    /// The footnotes.
    pub notes: Vec<Footnote>,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Footnote {
    /// The number, counted from 1.
    #[schema(minimum = 1, example = 1)]
    pub number: u32,
    /// The anchor.
    #[schema(example = "fn:1")]
    pub id: String,
    /// The anchors of its references.
    #[schema(example = json!(["fnref:1"]))]
    pub references: Vec<String>,
    /// The content.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// A thematic break.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DividerBlock {
    /// The ID of the block, unique within the body. It does not change when other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
}
