//! The examples of the CommonMark specification. The expected and the actual HTML are compared after sanitising both.

use ammonia::Builder;
use domain::UrlBase;
use markup::render;
use serde::Deserialize;

#[derive(Deserialize)]
struct Example {
    number: u32,
    markdown: String,
    html: String,
}

/// Bare addresses become links in GitHub's Markdown; the specification shows that plain CommonMark leaves them alone.
const BARE_ADDRESSES: [u32; 4] = [602, 608, 611, 612];

/// An image with a title is a figure where it stands alone; the specification shows a paragraph.
const FIGURES: [u32; 10] = [572, 573, 576, 577, 584, 585, 586, 588, 589, 591];

/// An address that begins with a backslash gets the slash that browsers read there; the specification shows it as written.
const BACKSLASHES: [u32; 1] = [631];

#[test]
fn every_commonmark_example_is_rendered_as_specified() {
    let examples: Vec<Example> = serde_json::from_str(include_str!("fixtures/commonmark-0.31.json")).unwrap();
    assert_eq!(examples.len(), 652);
    let differing: Vec<u32> = examples
        .iter()
        .filter(|example| {
            canonical(&UrlBase::strip_markers(&render(&example.markdown).html)) != canonical(&example.html)
        })
        .map(|example| example.number)
        .collect();
    assert_eq!(differing, [FIGURES.as_slice(), &BARE_ADDRESSES, &BACKSLASHES].concat());
}

/// Parsed and written again, with an allow-list as wide as the specification needs, without heading ids and the colours
/// of code.
fn canonical(html: &str) -> String {
    let mut builder = Builder::default();
    builder.rm_tags(["center", "article", "aside", "nav", "span"]);
    builder.url_schemes(["http", "https", "mailto", "tel"].into());
    builder.add_tag_attributes("code", ["class"]);
    builder.attribute_filter(|_, attribute, value| {
        (attribute != "class" || value.starts_with("language-")).then(|| value.into())
    });
    builder.clean(html).to_string()
}
