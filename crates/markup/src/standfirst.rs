//! Derives a standfirst from the body of an article that has none.

use comrak::Arena;
use comrak::nodes::NodeValue;
use unicode_segmentation::UnicodeSegmentation;

use crate::extensions;
use crate::parse::parse;
use crate::text::inline_text;

/// How many characters a derived standfirst has at most.
const MAX_CHARS: usize = 200;

/// The first whole sentences of a body that fit into 200 characters.
///
/// Only paragraphs that stand by themselves are read, not those in quotes and lists, nor headings, code, tables, figures
/// and embeds. Pictures in a paragraph are left out with their alternative text. When even the first sentence is too long
/// it is cut after a word and ends with `…`. `None` when there is no such text.
#[must_use]
pub fn derive_standfirst(markdown: &str) -> Option<String> {
    let arena = Arena::new();
    let root = parse(&arena, markdown).ok()?;
    let paragraphs = root
        .children()
        .filter(|node| {
            matches!(node.data().value, NodeValue::Paragraph) && extensions::standalone(node).is_none()
        })
        .map(|node| collapse_whitespace(&inline_text(node)))
        .filter(|paragraph| !paragraph.is_empty());

    let mut standfirst = String::new();
    for paragraph in paragraphs {
        for sentence in paragraph.split_sentence_bounds().map(str::trim) {
            let joined =
                if standfirst.is_empty() { sentence.to_owned() } else { format!("{standfirst} {sentence}") };
            if joined.chars().count() > MAX_CHARS {
                return if standfirst.is_empty() { cut(sentence) } else { Some(standfirst) };
            }
            standfirst = joined;
        }
    }
    (!standfirst.is_empty()).then_some(standfirst)
}

fn collapse_whitespace(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The longest prefix that ends with a word and leaves room for the ellipsis.
fn cut(sentence: &str) -> Option<String> {
    let mut length = 0;
    let mut end = 0;
    for (start, piece) in sentence.split_word_bound_indices() {
        length += piece.chars().count();
        if length >= MAX_CHARS {
            break;
        }
        end = start + piece.len();
    }
    let kept = sentence.get(..end)?.trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-(".contains(c));
    (!kept.is_empty()).then(|| format!("{kept}…"))
}

#[cfg(test)]
mod tests {
    use super::derive_standfirst;

    #[test]
    fn a_derived_standfirst_has_whole_sentences_up_to_the_limit() {
        let body =
            format!("# Title\n\nOne *fine*\nday. Two.\n\n```\ncode\n```\n\nThree. {}.", "Long ".repeat(50));
        assert_eq!(derive_standfirst(&body).as_deref(), Some("One fine day. Two. Three."));
    }

    #[test]
    fn a_long_first_sentence_is_cut_after_a_word() {
        let cut = derive_standfirst(&"seven77, ".repeat(40)).unwrap_or_default();
        assert!(cut.ends_with("seven77…") && cut.chars().count() <= 200, "{cut}");
    }

    #[test]
    fn images_and_embeds_are_skipped() {
        for before in [
            "![A red bridge.](bridge.jpg)",
            "![A red bridge.](bridge.jpg \"A caption.\")",
            "[![A red bridge.](bridge.jpg)](https://example.org)",
            "![A red bridge.][bridge]\n\n[bridge]: bridge.jpg",
            "<img src=\"bridge.jpg\" alt=\"A red bridge.\">",
            "https://vimeo.com/1",
        ] {
            let body = format!("{before}\n\nIt opened in ![a flag](flag.svg) May.");
            assert_eq!(derive_standfirst(&body).as_deref(), Some("It opened in May."), "{body}");
        }
        let body = "![A red bridge.](bridge.jpg)\nIt opened in May.";
        assert_eq!(derive_standfirst(body).as_deref(), Some("It opened in May."));
    }

    #[test]
    fn no_standfirst_is_derived_without_prose() {
        let picture = "![A red bridge.](bridge.jpg)";
        for body in ["", "# Only a title", "> quoted", &"x".repeat(201), "```\ncode\n```", picture] {
            assert_eq!(derive_standfirst(body), None, "{body}");
        }
    }
}
