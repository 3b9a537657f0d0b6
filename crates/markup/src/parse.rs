//! Parses Markdown into a syntax tree. The only place that configures the dialect.

use std::cell::Cell;

use comrak::nodes::NodeValue;
use comrak::options::{Extension, Parse, Render};
use comrak::{Arena, Node, Options, ParseCancelled, try_parse_document};

use crate::budget::{
    MAX_ATTRIBUTES, MAX_CELLS, MAX_CONTAINERS, MAX_CONTINUED, MAX_FORMULA_BYTES, MAX_NODES, MAX_PARSER_STEPS,
    OverBudget,
};

/// Parses a body.
///
/// # Errors
/// The exceeded limit, if it concerns the source or the syntax tree.
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
    // Remove footnotes without references: the parser leaves duplicates of a label and nested footnotes in the tree.
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

/// The parser calls the check once every this many steps.
const STEPS_PER_CHECK: usize = 256;

fn is_unused_note(value: &NodeValue) -> bool {
    matches!(value, NodeValue::FootnoteDefinition(note) if note.total_references == 0)
}

/// The source of a raw HTML node.
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
            // Raw HTML is passed through, because the sanitiser processes the whole document later.
            r#unsafe: true,
            ..Render::default()
        },
    }
}

/// Refuses a body of which some line could open or continue more containers than [`MAX_CONTAINERS`], or all lines more
/// than [`MAX_CONTINUED`].
///
/// The parser looks at every open container for every line that follows, so one line of 100,000 list markers would make
/// each blank line after it cost as much. The count is an upper bound: whatever could belong to a marker at the start of a line
/// counts as one, and every two columns of indentation count as the continuation of a list.
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

/// How many bytes the parser scans for the ends of inline formulas: from each start to the
/// next end, or to the end of the paragraph. Computed backwards, in one pass for any number of starts.
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

/// Whether a line may be a thematic break, which opens no container.
fn is_rule(line: &str) -> bool {
    ['-', '*', '_'].into_iter().any(|mark| line.chars().all(|c| c == mark || c == ' ' || c == '\t'))
}

/// Whether some tag could have more attributes than [`MAX_ATTRIBUTES`]: an HTML parser compares each with all before it.
///
/// An upper bound: everything between two angle brackets counts as a tag, and every possible separator of attributes counts.
fn has_huge_tag(html: &str) -> bool {
    html.split(['<', '>'])
        .any(|stretch| stretch.split([' ', '\n', '\t', '\r', '/', '"', '\'']).count() > MAX_ATTRIBUTES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formula_bytes_are_counted_up_to_the_end_of_the_paragraph() {
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
