//! The body as a typed tree, for readers without an HTML parser. Made by `markup`, from the same HTML that readers get.
//!
//! Here is what stands below another; what stands in a line is an [`Inline`].

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Inline, TokenKind};

/// One block of a body, told apart by its `type`.
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
    /// Something that a provider shows.
    Embed(EmbedBlock),
    /// A table.
    Table(TableBlock),
    /// What can be unfolded.
    Details(DetailsBlock),
    /// The footnotes.
    Footnotes(FootnotesBlock),
    /// A break between two thoughts.
    Divider(DividerBlock),
}

impl Block {
    /// Its id, which is given when the whole body is known.
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

    /// The blocks right below it.
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
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// What stands in it.
    pub content: Vec<Inline>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HeadingBlock {
    /// Its anchor, as in the outline and in the HTML.
    #[schema(example = "why-it-stalls")]
    pub id: String,
    /// The level, 1 to 6.
    #[schema(minimum = 1, maximum = 6, example = 2)]
    pub level: u8,
    /// What stands in it.
    pub content: Vec<Inline>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ListBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// Whether its items are numbered.
    pub ordered: bool,
    /// The first number, where they are.
    #[schema(example = 1)]
    pub start: Option<i32>,
    /// The items.
    pub items: Vec<ListItem>,
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ListItem {
    /// Whether it is done, where it is a task.
    pub checked: Option<bool>,
    /// What stands in it.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// A quotation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QuoteBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// What is quoted.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// Something that readers should mind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AlertBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// How much it matters.
    pub kind: AlertKind,
    /// Its title.
    #[schema(example = "Mind the lock")]
    pub title: Option<String>,
    /// What it says.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// How much an alert matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AlertKind {
    /// By the way.
    Note,
    /// It helps.
    Tip,
    /// It is needed.
    Important,
    /// It can go wrong.
    Warning,
    /// It does harm.
    Caution,
}

/// Code, as it was written and as its parts are coloured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CodeBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// The language, as it was written.
    #[schema(example = "rust")]
    pub language: Option<String>,
    /// What stands above it, such as the name of a file.
    #[schema(example = "src/main.rs")]
    pub title: Option<String>,
    /// The lines to look at, from 1.
    #[schema(example = json!([1, 3, 4]))]
    pub highlighted_lines: Vec<u32>,
    /// The code.
    #[schema(example = "fn main() {}")]
    pub text: String,
    /// The code in parts by what they are; joined, they are `text`.
    pub tokens: Vec<Token>,
}

/// A part of code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Token {
    /// What it is, where that is known.
    pub kind: Option<TokenKind>,
    /// The part.
    #[schema(example = "fn")]
    pub text: String,
}

/// A formula on lines of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MathBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// TeX.
    #[schema(example = "\\sum_{n=0}^{5} 2^n")]
    pub text: String,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FigureBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// Where the picture is: absolute.
    #[schema(example = "https://example.org/queues.svg")]
    pub src: String,
    /// What is seen.
    #[schema(example = "Two queues, one of them full")]
    pub alt: String,
    /// Its width in pixels, where it was given.
    pub width: Option<u32>,
    /// Its height in pixels, where it was given.
    pub height: Option<u32>,
    /// What stands under it.
    pub caption: Option<Vec<Inline>>,
}

/// Something that a provider shows. Nothing of it is fetched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EmbedBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// Who shows it: `youtube`, `vimeo`, `gist`, `bluesky`, `mastodon` or `x`; others may come.
    #[schema(example = "youtube")]
    pub provider: String,
    /// Where it is.
    #[schema(example = "https://youtu.be/dQw4w9WgXcQ")]
    pub url: String,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TableBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// What stands over it.
    pub caption: Option<Vec<Inline>>,
    /// The rows, those of the head first.
    pub rows: Vec<TableRow>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TableRow {
    /// Whether it belongs to the head.
    pub header: bool,
    /// Its cells.
    pub cells: Vec<TableCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TableCell {
    /// Whether it names its row or column.
    pub header: bool,
    /// To which side it is set, where that was said.
    pub align: Option<Align>,
    /// How many columns it takes.
    #[schema(minimum = 1, example = 1)]
    pub column_span: u32,
    /// How many rows it takes.
    #[schema(minimum = 1, example = 1)]
    pub row_span: u32,
    /// What stands in it.
    pub content: Vec<Inline>,
}

/// To which side something is set.
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

/// What can be unfolded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DetailsBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
    /// What is seen before.
    pub summary: Vec<Inline>,
    /// Whether it is unfolded at first.
    pub open: bool,
    /// What is seen then.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// The footnotes of the body, in the order in which they are referred to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FootnotesBlock {
    /// `footnotes`.
    #[schema(example = "footnotes")]
    pub id: String,
    /// The footnotes.
    pub notes: Vec<Footnote>,
}

/// One footnote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Footnote {
    /// Its number, from 1.
    #[schema(minimum = 1, example = 1)]
    pub number: u32,
    /// Its anchor.
    #[schema(example = "fn:1")]
    pub id: String,
    /// The anchors of what refers to it.
    #[schema(example = json!(["fnref:1"]))]
    pub references: Vec<String>,
    /// What it says.
    #[schema(no_recursion)]
    pub blocks: Vec<Block>,
}

/// A break between two thoughts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DividerBlock {
    /// Identifies the block within the body, and stays the same while other blocks change.
    #[schema(example = "b-3f9a1c2e4d")]
    pub id: String,
}
