//! The text of a body without any markup.

use comrak::Node;
use comrak::arena_tree::NodeEdge;
use comrak::nodes::NodeValue;

use crate::rich::{self, Alone, Listing};
use crate::survey::survey;

/// The whole text: blocks separated by one empty line, the rows of a table by a newline, its cells by a tab.
pub(crate) fn text_of(root: Node<'_>) -> String {
    let mut text = String::new();
    for node in root.descendants() {
        let Some((separator, block)) = block_text(node) else {
            continue;
        };
        let block = block.trim();
        if !block.is_empty() {
            if !text.is_empty() {
                text.push_str(separator);
            }
            text.push_str(block);
        }
    }
    text
}

/// The text of the inlines below a node: code and the alternative text of images included, tags left out.
pub(crate) fn inline_text(node: Node<'_>) -> String {
    let mut text = String::new();
    for inline in node.descendants() {
        push_inline(inline, &mut text);
    }
    text
}

const BETWEEN_BLOCKS: &str = "\n\n";

/// What separates a block from the one before it, and its text; `None` for containers and inlines.
fn block_text(node: Node<'_>) -> Option<(&'static str, String)> {
    let value = &node.data().value;
    if let NodeValue::CodeBlock(code) = value {
        let title = Listing::of(&code.info).title.map(|title| format!("{title}\n")).unwrap_or_default();
        Some((BETWEEN_BLOCKS, title + &code.literal))
    } else if let NodeValue::HtmlBlock(html) = value {
        // Too odd to be surveyed on its own is too odd to be quoted.
        Some((BETWEEN_BLOCKS, survey(&html.literal).map(|survey| lines(&survey.text)).unwrap_or_default()))
    } else if let NodeValue::TableRow(is_header) = value {
        Some((if *is_header { BETWEEN_BLOCKS } else { "\n" }, row_text(node)))
    } else if let NodeValue::Alert(alert) = value {
        Some((BETWEEN_BLOCKS, alert.title.clone().unwrap_or_default()))
    } else if matches!(value, NodeValue::Paragraph)
        && let Some(Alone::Figure { src: _, alt, caption }) = rich::alone(node)
    {
        Some((BETWEEN_BLOCKS, format!("{alt}\n{caption}")))
    } else if matches!(value, NodeValue::Paragraph | NodeValue::Heading(_)) {
        Some((BETWEEN_BLOCKS, inline_text(node)))
    } else {
        None
    }
}

fn row_text(row: Node<'_>) -> String {
    let mut text = String::new();
    for edge in row.traverse() {
        match edge {
            NodeEdge::Start(node) => push_inline(node, &mut text),
            NodeEdge::End(node) if matches!(node.data().value, NodeValue::TableCell) => text.push('\t'),
            NodeEdge::End(_) => {}
        }
    }
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

/// The lines that say something, each folded to single spaces.
fn lines(text: &str) -> String {
    let folded = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    folded.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}
