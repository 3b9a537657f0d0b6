//! Replaces link URLs in Markdown and leaves every other byte unchanged.

use std::ops::Range;

use comrak::nodes::{NodeValue, Sourcepos};
use comrak::{Arena, Node};

use crate::parse;

/// Replaces the URL of every link for which `rewrite` returns another one. `None` when a link is written so that its URL
/// cannot be replaced without changing other text.
#[must_use]
pub fn rewrite_links(markdown: &str, rewrite: impl Fn(&str) -> Option<String>) -> Option<String> {
    let arena = Arena::new();
    let Ok(root) = parse::parse(&arena, markdown) else {
        return Some(markdown.to_owned());
    };
    let lines = line_starts(markdown);
    let literal_spans: Vec<Range<usize>> =
        root.descendants().filter_map(|node| literal_span(node, &lines)).collect();
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    for (node, address) in links(root) {
        if let Some(target) = rewrite(&address) {
            let spans = match inline_url_span(markdown, &lines, node, &address) {
                Some(range) => vec![range],
                None => definition_url_spans(markdown, &address, &literal_spans),
            };
            edits.extend(spans.into_iter().map(|range| (range, target.clone())));
        }
    }
    edits.sort_by_key(|(range, _)| range.start);
    edits.dedup();
    let written = apply_edits(markdown, &edits)?;
    let expected = link_urls(markdown).into_iter().map(|address| rewrite(&address).unwrap_or(address));
    (link_urls(&written) == expected.collect::<Vec<_>>()).then_some(written)
}

/// The addresses of the links of a body, as they are written, in order.
#[must_use]
pub fn link_urls(markdown: &str) -> Vec<String> {
    let arena = Arena::new();
    let root = parse::parse(&arena, markdown);
    root.into_iter().flat_map(links).map(|(_, address)| address).collect()
}

fn links<'a>(root: Node<'a>) -> impl Iterator<Item = (Node<'a>, String)> {
    root.descendants().filter_map(|node| {
        let address =
            if let NodeValue::Link(link) = &node.data().value { Some(link.url.clone()) } else { None };
        Some((node, address?))
    })
}

/// The span of the URL in an inline link, `[text](url)`.
fn inline_url_span(markdown: &str, lines: &[usize], node: Node<'_>, address: &str) -> Option<Range<usize>> {
    let link = byte_range(lines, node.data().sourcepos)?;
    let text_end = node.last_child().and_then(|child| byte_range(lines, child.data().sourcepos));
    let from = text_end.map_or(link.start, |text| text.end);
    let rest = markdown.get(from..link.end)?;
    let opened = rest.find("](")? + "](".len();
    let start = from + opened + rest.get(opened..)?.find(address)?;
    Some(start..start + address.len())
}

/// The spans of a URL in link reference definitions (`[label]: url`). Definitions are not nodes of the syntax tree, so they
/// are searched in the source; matches inside `literal_spans` are not definitions.
fn definition_url_spans(markdown: &str, address: &str, literal_spans: &[Range<usize>]) -> Vec<Range<usize>> {
    let defined = markdown.match_indices("]:").filter_map(|(at, mark)| {
        if literal_spans.iter().any(|range| range.contains(&at)) {
            return None;
        }
        let rest = markdown.get(at + mark.len()..)?;
        let url_text = rest.trim_start().trim_start_matches('<');
        let start = at + mark.len() + (rest.len() - url_text.len());
        let after = url_text.strip_prefix(address)?;
        let ends = after.chars().next().is_none_or(|c| c.is_whitespace() || c == '>');
        ends.then(|| start..start + address.len())
    });
    defined.collect()
}

/// The span of a node whose text can look like a definition but is none.
fn literal_span(node: Node<'_>, lines: &[usize]) -> Option<Range<usize>> {
    let data = node.data();
    let is_literal = matches!(
        data.value,
        NodeValue::CodeBlock(_)
            | NodeValue::Code(_)
            | NodeValue::HtmlBlock(_)
            | NodeValue::HtmlInline(_)
            | NodeValue::FootnoteDefinition(_)
    );
    is_literal.then(|| byte_range(lines, data.sourcepos)).flatten()
}

fn byte_range(lines: &[usize], position: Sourcepos) -> Option<Range<usize>> {
    let start = lines.get(position.start.line.checked_sub(1)?)? + position.start.column.checked_sub(1)?;
    let end = lines.get(position.end.line.checked_sub(1)?)? + position.end.column;
    (start <= end).then_some(start..end)
}

fn line_starts(markdown: &str) -> Vec<usize> {
    let breaks = markdown.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(breaks).collect()
}

fn apply_edits(markdown: &str, edits: &[(Range<usize>, String)]) -> Option<String> {
    let mut written = String::with_capacity(markdown.len());
    let mut done = 0;
    for (range, target) in edits {
        written.push_str(markdown.get(done..range.start)?);
        written.push_str(target);
        done = range.end;
    }
    written.push_str(markdown.get(done..)?);
    Some(written)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rewritten(markdown: &str) -> Option<String> {
        rewrite_links(markdown, |address| address.strip_suffix(".md").map(|stem| format!("article:{stem}")))
    }

    #[test]
    fn link_urls_are_replaced_and_all_other_bytes_are_kept() {
        let before = "Ünter [a.md](a.md \"a.md\"), `[x](x.md)`, [*b*](<b.md>)\n\n> | [c](c.md) |\n\n[d]: d.md\n\nSee [d] and [e](e.html).\r\n";
        let after = "Ünter [a.md](article:a \"a.md\"), `[x](x.md)`, [*b*](<article:b>)\n\n> | [c](article:c) |\n\n[d]: article:d\n\nSee [d] and [e](e.html).\r\n";
        assert_eq!(rewritten(before).as_deref(), Some(after));
    }

    #[test]
    fn definitions_in_code_and_footnotes_are_not_rewritten() {
        let before =
            "[see][b][^1]\n\n[b]: b.md\n\n```md\n[b]: b.md\n```\n\n`[b]: b.md`\n\n[^1]: b.md is it\n";
        let after = before.replacen("[b]: b.md", "[b]: article:b", 1);
        assert_eq!(rewritten(before), Some(after));
    }

    #[test]
    fn urls_with_escapes_cannot_be_rewritten() {
        assert_eq!(rewritten("[a](a\\_b.md)"), None);
    }

    proptest! {
        #[test]
        fn text_without_matching_links_is_unchanged(markdown in "\\PC{0,80}") {
            prop_assert_eq!(rewrite_links(&markdown, |_| None), Some(markdown));
        }
    }
}
