//! The headings of a body and their anchors.

use std::collections::{HashMap, HashSet};

use comrak::Node;
use comrak::nodes::NodeValue;
use deunicode::deunicode_char;
use domain::OutlineEntry;

use crate::html_audit::audit;
use crate::parse::raw_html;
use crate::text::{inline_text, inline_text_with_alt};

/// Every heading written in Markdown, in order, each with an anchor of its own.
pub(crate) fn outline(root: Node<'_>) -> Vec<OutlineEntry> {
    let mut anchors = Anchors::default();
    root.descendants()
        .filter_map(|node| {
            let NodeValue::Heading(heading) = node.data().value else {
                return None;
            };
            let text = heading_text(node);
            Some(OutlineEntry { id: anchors.next_for(&text), level: heading.level, text })
        })
        .collect()
}

/// The text of a heading in one line. A heading that consists of pictures is named by their alternative text, because
/// an entry without a text could not be clicked.
fn heading_text(heading: Node<'_>) -> String {
    let line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = line(inline_text(heading));
    if text.is_empty() { line(inline_text_with_alt(heading)) } else { text }
}

/// The headings below `root` that the sanitised HTML still contains, in its order.
///
/// Raw HTML can swallow a heading (an unclosed `<textarea>`) or move it (a heading between the rows of a `<table>`), and
/// an outline must not lead to what is not there.
pub(crate) fn retain_rendered(headings: Vec<OutlineEntry>, root: Node<'_>, html: &str) -> Vec<OutlineEntry> {
    if headings.is_empty() || !root.descendants().any(|node| raw_html(&node.data().value).is_some()) {
        return headings;
    }
    let Some(audit) = audit(html) else {
        return Vec::new();
    };
    let mut by_id: HashMap<String, OutlineEntry> =
        headings.into_iter().map(|entry| (entry.id.clone(), entry)).collect();
    audit.ids().filter_map(|id| by_id.remove(id)).collect()
}

/// The anchors given so far.
#[derive(Default)]
struct Anchors {
    taken: HashSet<String>,
    /// The number to try next for a slug, so that many equal headings stay linear.
    next: HashMap<String, u32>,
}

impl Anchors {
    fn next_for(&mut self, text: &str) -> String {
        let slug = slug(text);
        let next = self.next.entry(slug.clone()).or_insert(1);
        loop {
            let anchor = if *next == 1 { slug.clone() } else { format!("{slug}-{next}") };
            *next = next.saturating_add(1);
            if self.taken.insert(anchor.clone()) {
                return anchor;
            }
        }
    }
}

const MAX_SLUG_CHARS: usize = 80;

fn slug(text: &str) -> String {
    let ascii = text.chars().flat_map(|c| deunicode_char(c).unwrap_or(" ").chars());
    let mut slug = String::new();
    let mut pending = false;
    for c in ascii {
        if !c.is_ascii_alphanumeric() {
            // An apostrophe does not separate words.
            pending |= c != '\'';
            continue;
        }
        if slug.len() >= MAX_SLUG_CHARS {
            break;
        }
        if pending && !slug.is_empty() {
            slug.push('-');
        }
        pending = false;
        slug.push(c.to_ascii_lowercase());
    }
    if slug.is_empty() { String::from("section") } else { slug }
}

#[cfg(test)]
mod tests {
    use super::{Anchors, slug};

    #[test]
    fn heading_anchors_are_ascii_lower_case_with_hyphens() {
        assert_eq!(slug("Über  Größe & Maß!"), "uber-grosse-mass");
        assert_eq!(slug("Don't panic"), "dont-panic");
        assert_eq!(slug("…"), "section");
        assert!(slug(&"wort ".repeat(50)).len() <= 82);
    }

    #[test]
    fn anchors_of_equal_headings_are_numbered_without_collisions() {
        let mut anchors = Anchors::default();
        let given: Vec<_> = ["A", "A 2", "A", "a"].into_iter().map(|text| anchors.next_for(text)).collect();
        assert_eq!(given, ["a", "a-2", "a-3", "a-4"]);
    }
}
