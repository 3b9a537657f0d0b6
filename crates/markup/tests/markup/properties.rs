//! Properties that hold for every body.

use crate::judge::{complaints, elements, is_note};
use crate::reader::{ids_of_tree, text_in, text_of_tree};
use domain::UrlBase;
use markup::{derive_standfirst, render};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

const FRAGMENTS: [&str; 74] = [
    "&url-site;",
    "](/a",
    "](../a?",
    "src=\"//a.b/",
    "[^a]",
    "[^a]: ",
    "> [!NOTE]",
    "> [!tip] T\n> ",
    "$`",
    "`$",
    "```rust title=\"",
    "{1-2}\n",
    "# ",
    "## a\n",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "- [x] ",
    "    ",
    "```",
    "`",
    "*",
    "**",
    "_",
    "~~",
    "|",
    "|-|\n",
    "[",
    "]",
    "](",
    ")",
    "![",
    "<",
    ">",
    "\"",
    "'",
    "=",
    "&",
    "&#106;",
    "&colon;",
    "javascript:",
    "data:",
    "https://a.b/",
    "www.a.b ",
    "<script>",
    "</script>",
    "<style>",
    "<svg>",
    "</svg>",
    "<math>",
    "<mtext>",
    "<table>",
    "<td>",
    "<h2 id=a>",
    "<h1 id=0-a>",
    "</h2>",
    "<p ",
    "<b>",
    "</b>",
    "<a href=",
    "<img src=x ",
    "onerror=x ",
    "style=x ",
    "id=a ",
    "<!--",
    "-->",
    "<textarea>",
    "<select>",
    "<template>",
    "<input ",
    "word ",
    "Ein Satz. ",
];

fn bodies() -> impl Strategy<Value = String> {
    let fragments = prop::collection::vec(prop::sample::select(FRAGMENTS.to_vec()), 0..40);
    prop_oneof![any::<String>(), "\\PC{0,400}", fragments.prop_map(|parts| parts.concat())]
}

fn prose() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "a",
        "Wort",
        "l'été",
        "1,000",
        "日本語",
        "e\u{301}",
        "x.",
        "Nein! ",
        "(so)",
        "—",
        "🏳️‍🌈",
        "![Bild](b.png)",
        "\n\n",
    ]);
    prop::collection::vec(words, 0..120).prop_map(|words| words.join(" "))
}

/// ammonia adds attributes in an order that differs from run to run.
#[test]
fn attributes_are_rendered_in_a_stable_order() {
    let renderings: Vec<String> = (0..20).map(|_| render("<input checked> <input title=x>").html).collect();
    assert!(renderings.windows(2).all(|pair| pair.first() == pair.last()), "{renderings:?}");
}

proptest! {
    #[test]
    fn rendered_html_is_safe(body in bodies()) {
        let html = render(&body).html;
        prop_assert_eq!(complaints(&html), Vec::<String>::new(), "{}", html);
    }

    /// Delivery replaces markers at any position, so each must be the start of a URL, and no URL may be relative
    /// without one.
    #[test]
    fn every_relative_url_has_a_marker_and_nothing_else_does(body in bodies()) {
        let html = render(&body).html;
        let addresses = elements(&html).into_iter().flat_map(|(_, attributes)| attributes);
        let addresses = addresses.filter(|(key, _)| ["href", "src", "cite"].contains(&key.as_str()));
        let mut marked = 0;
        for (key, address) in addresses {
            let bare = UrlBase::strip_marker(&address);
            if bare.len() < address.len() {
                marked += 1;
                prop_assert!(UrlBase::parse(bare).is_some(), "{address}");
            } else {
                prop_assert!(UrlBase::parse(&address).is_none() || (key != "href" && address.is_empty()), "{address}");
            }
        }
        prop_assert_eq!(html.matches("&url-").count(), marked, "{}", html);
    }

    #[test]
    fn the_outline_lists_exactly_the_heading_anchors(body in bodies()) {
        let rendering = render(&body);
        let in_html: Vec<String> = elements(&rendering.html)
            .into_iter()
            .flat_map(|(_, attributes)| attributes)
            .filter_map(|(key, value)| (key == "id" && !is_note(&value)).then_some(value))
            .collect();
        let in_outline: Vec<String> = rendering.outline.iter().map(|entry| entry.id.clone()).collect();
        prop_assert_eq!(&in_html, &in_outline, "{}", rendering.html);
        let mut once = in_outline.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), in_outline.len());
    }

    #[test]
    fn html_text_and_blocks_have_the_same_words(body in bodies()) {
        let rendering = render(&body);
        let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        // Compare the letters in order and not the white space, because HTML has none between blocks.
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(letters(&text_in(&rendering.html)), letters(&rendering.text), "{}", rendering.html);
        let blocks = serde_json::to_value(&rendering.blocks).unwrap();
        prop_assert_eq!(said(&text_of_tree(&blocks)), said(&rendering.text), "{}", rendering.html);
        prop_assert_eq!(&rendering.markdown, &body);
    }

    #[test]
    fn block_ids_are_unique_and_the_tree_round_trips_through_json(body in bodies()) {
        let blocks = render(&body).blocks;
        let json = serde_json::to_string(&blocks).unwrap();
        let read: Vec<domain::Block> = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &blocks);
        let mut ids = ids_of_tree(&serde_json::from_str(&json).unwrap());
        let count = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), count, "{}", json);
        prop_assert!(ids.iter().all(|id| !id.is_empty()));
    }

    #[test]
    fn rendering_is_deterministic_and_keeps_the_source(body in bodies()) {
        let rendering = render(&body);
        prop_assert_eq!(&rendering, &render(&body));
        prop_assert_eq!(&rendering.markdown, &body);
        let mut sorted = rendering.removed.clone();
        sorted.sort();
        sorted.dedup();
        prop_assert_eq!(rendering.removed, sorted);
    }

    #[test]
    fn a_derived_standfirst_is_a_short_prefix_of_the_text(body in prose()) {
        let Some(standfirst) = derive_standfirst(&body) else {
            return Ok(());
        };
        prop_assert!(standfirst.chars().count() <= 200);
        prop_assert!(!standfirst.contains("Bild"), "{}", standfirst);
        let text = render(&body).text.split_whitespace().collect::<Vec<_>>().join(" ");
        let kept = standfirst.strip_suffix('…').unwrap_or(&standfirst);
        prop_assert!(text.starts_with(kept), "{} / {}", kept, text);
        let is_boundary = text.split_word_bound_indices().any(|(start, _)| start == kept.len()) || kept.len() == text.len();
        prop_assert!(is_boundary, "{} / {}", kept, text);
    }
}
