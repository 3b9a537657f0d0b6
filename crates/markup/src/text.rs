//! Plain text: of a whole body, from its blocks, and of single nodes, from the Markdown syntax tree.
//!
//! The alternative text of a picture is left out. It replaces the picture for people who do not see it, and does not
//! belong between the sentences when words are read, counted or quoted.

use comrak::Node;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::NodeValue;
use domain::{
    AlertBlock, Block, CodeBlock, DetailsBlock, EmbedBlock, FigureBlock, FootnotesBlock, HeadingBlock,
    ListBlock, MathBlock, ParagraphBlock, QuoteBlock, TableBlock, TableRow,
};

use crate::inlines;

/// The whole text: blocks separated by one empty line, the rows of a table by a newline, its cells by a tab.
pub(crate) fn blocks_to_text(blocks: &[Block]) -> String {
    let mut text = String::new();
    blocks.iter().for_each(|block| push_block(block, &mut text));
    text
}

fn push_block(block: &Block, out: &mut String) {
    match block {
        Block::Paragraph(ParagraphBlock { content, .. }) | Block::Heading(HeadingBlock { content, .. }) => {
            push(&inlines::plain_text(content), out);
        }
        Block::List(ListBlock { items, .. }) => {
            items.iter().flat_map(|item| &item.blocks).for_each(|block| push_block(block, out));
        }
        Block::Quote(QuoteBlock { blocks, .. }) => blocks.iter().for_each(|block| push_block(block, out)),
        Block::Alert(AlertBlock { title, blocks, .. }) => {
            push(title.as_deref().unwrap_or_default(), out);
            blocks.iter().for_each(|block| push_block(block, out));
        }
        Block::Code(CodeBlock { title: Some(title), text, .. }) => push(&format!("{title}\n{text}"), out),
        Block::Code(CodeBlock { text, .. }) | Block::Math(MathBlock { text, .. }) => push(text, out),
        Block::Figure(FigureBlock { caption, .. }) => {
            push(&caption.as_deref().map(inlines::plain_text).unwrap_or_default(), out);
        }
        Block::Embed(EmbedBlock { url, .. }) => push(url, out),
        Block::Table(TableBlock { caption, rows, .. }) => {
            push(&caption.as_deref().map(inlines::plain_text).unwrap_or_default(), out);
            push(&rows.iter().map(row_text).collect::<Vec<_>>().join("\n"), out);
        }
        Block::Details(DetailsBlock { summary, blocks, .. }) => {
            push(&inlines::plain_text(summary), out);
            blocks.iter().for_each(|block| push_block(block, out));
        }
        Block::Footnotes(FootnotesBlock { notes, .. }) => {
            notes.iter().flat_map(|note| &note.blocks).for_each(|block| push_block(block, out));
        }
        Block::Divider(_) => {}
    }
}

fn push(block: &str, out: &mut String) {
    let block = block.trim();
    if !block.is_empty() && !out.is_empty() {
        out.push_str("\n\n");
    }
    out.push_str(block);
}

fn row_text(row: &TableRow) -> String {
    let cells = row.cells.iter().map(|cell| inlines::plain_text(&cell.content));
    cells.collect::<Vec<_>>().join("\t").trim_end().to_owned()
}

/// The text of the inlines below a node: code included, tags and the alternative text of images left out.
pub(crate) fn inline_text(node: Node<'_>) -> String {
    let mut text = String::new();
    let mut open_images = 0_usize;
    for edge in node.traverse() {
        let (NodeEdge::Start(inline) | NodeEdge::End(inline)) = edge;
        let is_image = matches!(inline.data().value, NodeValue::Image(_));
        match edge {
            NodeEdge::Start(_) if is_image => open_images = open_images.saturating_add(1),
            NodeEdge::End(_) if is_image => open_images = open_images.saturating_sub(1),
            NodeEdge::Start(_) if open_images == 0 => push_inline(inline, &mut text),
            NodeEdge::Start(_) | NodeEdge::End(_) => {}
        }
    }
    text
}

/// The text of the inlines below a node, with the alternative text of images: for an image, its alternative text.
pub(crate) fn inline_text_with_alt(node: Node<'_>) -> String {
    let mut text = String::new();
    node.descendants().for_each(|inline| push_inline(inline, &mut text));
    text
}

fn push_inline(node: Node<'_>, text: &mut String) {
    let value = &node.data().value;
    if let NodeValue::Text(literal) = value {
        text.push_str(literal);
    } else if let NodeValue::Code(code) = value {
        text.push_str(&code.literal);
    } else if let NodeValue::Math(math) = value {
        text.push_str(&math.literal);
    } else if matches!(value, NodeValue::LineBreak) {
        text.push('\n');
    } else if matches!(value, NodeValue::SoftBreak) {
        text.push(' ');
    }
}
