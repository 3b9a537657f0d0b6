//! Links between articles: only Markdown can create them, and delivery finds each of them by its first bytes.

use crate::judge::{complaints, elements};
use domain::{ArticleId, ArticleLink, Removed};
use markup::render;
use proptest::prelude::*;

const A: &str = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";
const B: &str = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62";

fn ids(ids: &[&str]) -> Vec<ArticleId> {
    ids.iter().map(|id| ArticleId(id.parse().unwrap())).collect()
}

/// The addresses of links between articles, and whether each is the first attribute of its link.
fn article_links(html: &str) -> Vec<(String, bool)> {
    let links = elements(html).into_iter().filter_map(|(_, attributes)| {
        let (at, (_, address)) = attributes
            .into_iter()
            .enumerate()
            .find(|(_, (key, value))| key == "href" && value.starts_with("article:"))?;
        Some((address, at == 0))
    });
    links.collect()
}

#[test]
fn markdown_links_to_articles_by_id() {
    let rendering = render(&format!(
        "[a](article:{B}) [*b*](<article:{A}#why> \"T\") [c][c] <article:{B}>\n\n[c]: article:{A}"
    ));
    let rel = "rel=\"noopener noreferrer\"";
    assert_eq!(
        rendering.html,
        format!(
            "<p><a href=\"article:{B}\" {rel}>a</a> <a href=\"article:{A}#why\" title=\"T\" {rel}><em>b</em></a> \
             <a href=\"article:{A}\" {rel}>c</a> <a href=\"article:{B}\" {rel}>article:{B}</a></p>\n"
        )
    );
    assert_eq!(rendering.links, ids(&[B, A]));
    assert_eq!(rendering.removed, []);
}

#[test]
fn malformed_article_links_are_removed() {
    for address in [
        "article:".to_owned(),
        "article:why-bridges-fail".to_owned(),
        format!("article:{}", A.to_uppercase()),
        format!("ARTICLE:{A}"),
        format!("article:{A}?x=y"),
        format!("article:{A}/x"),
        format!("article://{A}"),
    ] {
        let rendering = render(&format!("[x]({address})"));
        assert_eq!(rendering.html, "<p><a rel=\"noopener noreferrer\">x</a></p>\n", "{address}");
        assert_eq!(rendering.links, []);
        assert_eq!(rendering.removed, [Removed::Address("a".to_owned(), address)]);
    }
}

#[test]
fn article_links_in_raw_html_are_removed() {
    for body in [
        format!("<a href=\"article:{A}\">x</a>"),
        format!("<a href=article:{A}>x</a>"),
        format!("<a href=' article:{A}'>x</a>"),
        format!("<a href='&#97;rticle:{A}'>x</a>"),
        format!("<a title=t href=\"article:{A}\">x</a>"),
        format!("<div><a href=\"article:{A}\">x</a></div>"),
        format!("<q cite=\"article:{A}\">x</q>"),
        format!("![x](article:{A})"),
        format!("<img src=\"article:{A}\">"),
        format!("`<a href=\"article:{A}\">`"),
        format!("&lt;a href=\"article:{A}\">"),
        format!("<a href=\"/x\" title='<a href=\"article:{A}\">'>x</a>"),
        format!("<textarea>\n\n[x](article:{A})\n"),
        format!("{}[x](article:{A})", "> ".repeat(1_000)),
    ] {
        let rendering = render(&body);
        assert_eq!(article_links(&rendering.html), [], "{}", rendering.html);
        assert!(!rendering.html.contains("<a href=\"article:"), "{}", rendering.html);
        assert_eq!(rendering.links, [], "{}", rendering.html);
    }
}

/// Delivery would not find a URL that follows another attribute.
#[test]
fn an_unclosed_raw_tag_does_not_absorb_an_article_link() {
    for body in [
        format!("- <!-- --> <a title=x\n  [y](article:{A})\n"),
        format!("- <!-- --> <a title='x'\n  [y](article:{A})\n"),
        format!("- <!-- --> <a title=\n  [y](article:{A})\n"),
        format!("- <!-- --> <a title='\n  [y](article:{A})\n  <!-- '--> [z](article:{B})\n"),
        format!("- <!-- --> <a title=\"\n  [y](article:{A} \"t\")\n  [z](article:{B})\n"),
    ] {
        let html = render(&body).html;
        let links = article_links(&html);
        assert!(links.iter().all(|(_, first)| *first), "{html}");
        assert_eq!(html.matches("<a href=\"article:").count(), links.len(), "{html}");
    }
}

const FRAGMENTS: [&str; 45] = [
    "[x](article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61)",
    "[y](article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62#\"'<a>)",
    "[z](article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61 \"' \\\" <a href=\")",
    "<article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a62>",
    "<a href=\"article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61\">",
    "article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61",
    "[x](article:",
    "<a href=\"article:",
    "<a href=\"",
    "<a href=",
    "<a title=x\n",
    "- <!-- --> <a title=x\n  ",
    "<a title='",
    "<a title=\"",
    "<a ",
    "</a>",
    "<!-- -->",
    "<!--",
    "-->",
    "<?x?> ",
    "- ",
    "  ",
    "\n",
    "\n\n",
    "# a\n",
    "> ",
    "|",
    "|-|\n",
    "*",
    "`",
    "[",
    "](",
    ")",
    "!",
    "\"",
    "'",
    "\\",
    "<",
    ">",
    "&lt;",
    "&quot;",
    "<table>",
    "<style>",
    "<svg>",
    "<textarea>",
];

fn bodies() -> impl Strategy<Value = String> {
    let fragments = prop::collection::vec(prop::sample::select(FRAGMENTS.to_vec()), 0..24);
    fragments.prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_article_link_and_nothing_else_starts_with_the_marker_bytes(body in bodies()) {
        let rendering = render(&body);
        let html = &rendering.html;
        prop_assert_eq!(complaints(html), Vec::<String>::new(), "{}", html);
        let links = article_links(html);
        prop_assert!(links.iter().all(|(_, first)| *first), "{}", html);
        prop_assert_eq!(html.matches("<a href=\"article:").count(), links.len(), "{}", html);
        let mut targets: Vec<ArticleId> = Vec::new();
        for (address, _) in &links {
            let link = ArticleLink::parse(address);
            prop_assert!(link.is_some(), "{}", address);
            targets.extend(link.map(|link| link.article).filter(|target| !targets.contains(target)));
        }
        prop_assert_eq!(&rendering.links, &targets);
    }
}
