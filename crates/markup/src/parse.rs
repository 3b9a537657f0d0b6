//! Markdown to a tree. The one place that says which Markdown is spoken.

use std::cell::Cell;

use comrak::nodes::NodeValue;
use comrak::options::{Extension, Parse, Render};
use comrak::{Arena, Node, Options, ParseCancelled, try_parse_document};

use crate::budget::{
    MAX_ATTRIBUTES, MAX_CELLS, MAX_CONTAINERS, MAX_CONTINUED, MAX_FORMULA_BYTES, MAX_NODES, MAX_PARSER_STEPS,
    OverBudget,
};

/// The tree of a body.
///
/// # Errors
/// The limit that the body is beyond, of those that can be told from its source and its tree.
pub(crate) fn parse<'a>(arena: &'a Arena<'a>, markdown: &str) -> Result<Node<'a>, OverBudget> {
    check_nesting(markdown)?;
    if formula_bytes(markdown) > MAX_FORMULA_BYTES {
        return Err(OverBudget::Formulas);
    }
    let checks_left = Cell::new(MAX_PARSER_STEPS / STEPS_PER_CHECK);
    let is_over = || {
        let left = checks_left.get();
        checks_left.set(left.saturating_sub(1));
        left == 0
    };
    let root = try_parse_document(arena, markdown, &options(), &is_over);
    let root = root.map_err(|ParseCancelled| OverBudget::ParserSteps)?;
    // Of two notes with one label the parser leaves the first where it stood, and notes within notes too.
    let unused: Vec<_> = root.descendants().filter(|node| is_unused_note(&node.data().value)).collect();
    unused.into_iter().for_each(|note| note.detach());
    if root.descendants().take(MAX_NODES + 1).count() > MAX_NODES {
        return Err(OverBudget::Nodes);
    }
    if root.descendants().any(|node| raw_html(&node.data().value).is_some_and(has_huge_tag)) {
        return Err(OverBudget::Attributes);
    }
    let cells = root.descendants().filter(|node| matches!(node.data().value, NodeValue::TableCell)).count();
    if cells > MAX_CELLS { Err(OverBudget::Cells) } else { Ok(root) }
}

/// The parser asks whether it may go on once in so many steps.
const STEPS_PER_CHECK: usize = 256;

fn is_unused_note(value: &NodeValue) -> bool {
    matches!(value, NodeValue::FootnoteDefinition(note) if note.total_references == 0)
}

/// The HTML that a node of the tree holds as it was written.
pub(crate) fn raw_html(value: &NodeValue) -> Option<&str> {
    if let NodeValue::HtmlBlock(block) = value {
        Some(&block.literal)
    } else if let NodeValue::HtmlInline(inline) = value {
        Some(inline)
    } else {
        None
    }
}

/// CommonMark with the parts of GitHub's Markdown that articles use.
pub(crate) fn options() -> Options<'static> {
    Options {
        extension: Extension {
            table: true,
            strikethrough: true,
            tasklist: true,
            autolink: true,
            footnotes: true,
            alerts: true,
            // With dollar signs alone, two prices in a line would be a formula.
            math_code: true,
            ..Extension::default()
        },
        parse: Parse::default(),
        render: Render {
            // Raw HTML is the sanitiser's business, which sees the whole and not a piece at a time.
            r#unsafe: true,
            ..Render::default()
        },
    }
}

/// Refuses a body of which some line could open or continue more containers than [`MAX_CONTAINERS`], or all lines more
/// than [`MAX_CONTINUED`].
///
/// The parser looks at every open container for every line that follows, so one line of 100,000 list markers would make
/// each blank line after it cost as much. The count is generous: whatever could belong to a marker at the start of a line
/// is taken for one, and every two columns of indentation for the continuation of a list.
fn check_nesting(markdown: &str) -> Result<(), OverBudget> {
    let (mut open, mut continued) = (0, 0_usize);
    for line in markdown.split(['\n', '\r']) {
        if !line.trim().is_empty() {
            open = if is_rule(line) { 0 } else { containers(line) };
        }
        continued = continued.saturating_add(open);
        if open > MAX_CONTAINERS {
            return Err(OverBudget::Containers);
        }
        if continued > MAX_CONTINUED {
            return Err(OverBudget::Continued);
        }
    }
    Ok(())
}

/// How many bytes lie between the beginnings of inline formulas and where the parser stops looking for their ends: at the
/// next end, or where the paragraph ends. Read backwards, so that it takes one pass however many begin.
fn formula_bytes(markdown: &str) -> usize {
    let bytes = markdown.as_bytes();
    let (mut stop, mut is_blank_line, mut passed) = (bytes.len(), false, 0_usize);
    let mut after = 0;
    for (at, &byte) in bytes.iter().enumerate().rev() {
        match (byte, after) {
            (b'`', b'$') => stop = at,
            (b'$', b'`') => passed = passed.saturating_add(stop - at),
            (b'\n', _) if is_blank_line => stop = at,
            _ => {}
        }
        is_blank_line = byte == b'\n' || (is_blank_line && byte.is_ascii_whitespace());
        after = byte;
    }
    passed
}

fn containers(line: &str) -> usize {
    let mut markers = 0;
    let mut columns = 0;
    for piece in line.split_inclusive([' ', '\t', '>']) {
        match piece {
            " " => columns += 1,
            "\t" => columns += 4,
            _ if piece.chars().all(|c| c.is_ascii_digit() || " \t>-+*.)".contains(c)) => markers += 1,
            _ => break,
        }
    }
    markers + columns / 2
}

/// A thematic break, however long, opens nothing.
fn is_rule(line: &str) -> bool {
    ['-', '*', '_'].into_iter().any(|mark| line.chars().all(|c| c == mark || c == ' ' || c == '\t'))
}

/// Whether some tag could have more attributes than [`MAX_ATTRIBUTES`]: an HTML parser compares each with all before it.
///
/// Generous again: everything between two angle brackets counts as a tag, and everything that could part attributes.
fn has_huge_tag(html: &str) -> bool {
    html.split(['<', '>'])
        .any(|stretch| stretch.split([' ', '\n', '\t', '\r', '/', '"', '\'']).count() > MAX_ATTRIBUTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_looked_for_to_their_end_or_to_the_end_of_the_paragraph() {
        for (markdown, passed) in [
            ("for $5 and `code`", 0),
            ("$`2^n`$", 5),
            ("$`a`$ $`b`$", 6),
            ("$`a", 3),
            ("$`a\n\nlater `$", 3),
            ("$`a\n \t\r\nlater `$", 3),
            ("$`$`a", 1 + 3),
        ] {
            assert_eq!(formula_bytes(markdown), passed, "{markdown:?}");
        }
    }
}
