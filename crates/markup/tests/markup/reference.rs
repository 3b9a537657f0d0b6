//! The Markdown samples in `docs/markdown.md` render to the HTML that is shown below them.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, parse_document};
use domain::UrlBase;
use markup::render;

const REFERENCE: &str = include_str!("../../../../docs/markdown.md");

#[test]
fn samples_in_the_markdown_guide_render_as_shown() {
    let arena = Arena::new();
    let root = parse_document(&arena, REFERENCE, &Options::default());
    let blocks = root.descendants().filter_map(|node| match &node.data().value {
        NodeValue::CodeBlock(block) => Some((block.info.clone(), block.literal.clone())),
        _ => None,
    });
    let blocks: Vec<(String, String)> = blocks.collect();
    assert_eq!(blocks.len() % 2, 0);
    for pair in blocks.chunks(2) {
        let [(first, written), (second, shown)] = pair else { panic!("not a pair: {pair:?}") };
        assert_eq!((first.as_str(), second.as_str()), ("markdown", "html"), "{written}");
        let rendering = render(written);
        let html = rendering.html.replace(UrlBase::Site.marker(), "https://example.org");
        let html = html.replace(UrlBase::Folder.marker(), "https://example.org/engineering/");
        assert_eq!(html, *shown);
        assert_eq!(rendering.removed, [], "{written}");
    }
    assert!(blocks.len() >= 14, "the reference was not read");
}
