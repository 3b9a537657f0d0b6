//! Links between articles by ID: how they are written, and how they are resolved to the current URL of their target.
//!
//! In Markdown such a link reads `[text](article:UUID)`. An edition stores `article:UUID`, because the URL of an article
//! may change while an edition is immutable. The URL is inserted when a response is assembled.
//!
//! A substring search is enough: in sanitised HTML, `<a href="article:` occurs only at the start of such a link, because
//! `<` is escaped in text and `"` in attribute values; and every such link starts with it. Property tests in `markup`
//! verify both.

use std::collections::HashMap;
use std::iter;

use memchr::memmem;
use serde::Deserialize;
use serde_json::Value;
use uuid::Uuid;

use crate::absolute_urls::{UrlContext, escape_html_in_json};
use crate::{ArticleId, Locale, Site, Slug};

/// A URL that refers to an article by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ArticleLink<'a> {
    /// The article.
    pub article: ArticleId,
    /// The part after the id: empty, or `#` and an anchor.
    pub fragment: &'a str,
}

impl<'a> ArticleLink<'a> {
    /// The scheme of such a URL, with its colon.
    pub const SCHEME: &'static str = "article:";

    /// Parses `article:UUID` or `article:UUID#anchor`, the UUID in lower case with hyphens; `None` for anything else.
    #[must_use]
    pub fn parse(address: &'a str) -> Option<Self> {
        let (id, fragment) = address.strip_prefix(Self::SCHEME)?.split_at_checked(UUID_LENGTH)?;
        let article = ArticleId(Uuid::try_parse(id).ok().filter(|uuid| uuid.to_string() == id)?);
        (fragment.is_empty() || fragment.starts_with('#')).then_some(Self { article, fragment })
    }
}

/// The live target of a link between articles, from which its URL is made.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StoredLink {
    /// The article.
    pub article_id: ArticleId,
    /// The locale it was found in: that of the article with the link, else another.
    pub locale: Locale,
    /// Its name in URLs there.
    pub slug: Slug,
    /// Its section's name in URLs there.
    pub section: Slug,
}

/// Writes stored HTML (a JSON string) with the current URL of each linked article. A link to an article that
/// is not live is written as `<a>` without attributes; its text stays. Relative URLs become absolute.
pub(crate) fn write_html_with_links(
    html: &str,
    links: &[StoredLink],
    url_context: &UrlContext<'_>,
    out: &mut String,
) {
    let site = url_context.site;
    let links = links.iter().filter(|link| site.has_locale(&link.locale));
    let urls: HashMap<Uuid, String> = links.map(|link| (link.article_id.0, link.escaped_url(site))).collect();
    let mut rest = html;
    while let Some((before, link)) = split_once(rest, HTML_LINK_START) {
        url_context.write_html(before, out);
        let (id, after) = link.split_at_checked(UUID_LENGTH).unwrap_or((link, ""));
        match Uuid::try_parse(id).ok().and_then(|id| urls.get(&id)) {
            Some(url) => {
                out.push_str("<a href=\\\"");
                out.push_str(url);
                rest = after;
            }
            None => {
                out.push_str("<a");
                rest = after.get(tag_end(after)..).unwrap_or_default();
            }
        }
    }
    url_context.write_html(rest, out);
}

/// Writes a stored block tree (JSON) in the same way; the `href` of a link to an article that is not live is `null`.
///
/// In JSON, `"href":"article:` can only be a member, because quotation marks are escaped within strings.
pub(crate) fn write_blocks_with_links(
    blocks: &str,
    links: &[StoredLink],
    url_context: &UrlContext<'_>,
    out: &mut String,
) {
    let site = url_context.site;
    let links = links.iter().filter(|link| site.has_locale(&link.locale));
    let urls: HashMap<Uuid, String> = links.map(|link| (link.article_id.0, link.url(site))).collect();
    let mut rest = blocks;
    while let Some((before, link)) = split_once(rest, BLOCKS_LINK_START) {
        url_context.write_blocks(before, out);
        let (id, after) = link.split_at_checked(UUID_LENGTH).unwrap_or((link, ""));
        let (fragment, after) = after.split_at(json_string_end(after));
        match Uuid::try_parse(id).ok().and_then(|id| urls.get(&id)) {
            Some(url) => {
                let url = Value::from(url.as_str()).to_string();
                out.push_str("\"href\":");
                out.push_str(url.strip_suffix('"').unwrap_or(&url));
                out.push_str(fragment);
                out.push('"');
            }
            None => out.push_str("\"href\":null"),
        }
        rest = after.strip_prefix('"').unwrap_or(after);
    }
    url_context.write_blocks(rest, out);
}

/// The articles that stored HTML links to, whether they are live or not.
pub(crate) fn link_targets_in_html(html: &str) -> impl Iterator<Item = ArticleId> {
    link_targets(html, HTML_LINK_START)
}

/// The articles that a stored block tree links to, whether they are live or not.
pub(crate) fn link_targets_in_blocks(blocks: &str) -> impl Iterator<Item = ArticleId> {
    link_targets(blocks, BLOCKS_LINK_START)
}

fn link_targets(stored: &str, beginning: &'static str) -> impl Iterator<Item = ArticleId> {
    let links = iter::successors(split_once(stored, beginning), move |(_, rest)| split_once(rest, beginning));
    links.filter_map(|(_, link)| Uuid::try_parse(link.get(..UUID_LENGTH)?).ok()).map(ArticleId)
}

/// Like [`str::split_once`], with `memchr`'s substring search: the search of the standard library took 8 % of the CPU time
/// of uncached article responses.
fn split_once<'t>(stored: &'t str, beginning: &str) -> Option<(&'t str, &'t str)> {
    let place = memmem::find(stored.as_bytes(), beginning.as_bytes())?;
    Some((stored.get(..place)?, stored.get(place + beginning.len()..)?))
}

impl StoredLink {
    /// The URL, escaped for an HTML attribute value within a JSON string.
    fn escaped_url(&self, site: &Site) -> String {
        escape_html_in_json(&self.url(site))
    }

    fn url(&self, site: &Site) -> String {
        let Self { article_id: _, locale, slug, section } = self;
        site.url(locale.as_str(), section.as_str(), slug.as_str())
    }
}

const UUID_LENGTH: usize = 36;

/// How a link between articles begins in HTML that is a JSON string.
const HTML_LINK_START: &str = "<a href=\\\"article:";

/// How the address of such a link begins in a block tree that is JSON.
const BLOCKS_LINK_START: &str = "\"href\":\"article:";

/// The byte offset at which the JSON string that `json` starts inside of ends.
fn json_string_end(json: &str) -> usize {
    let mut escaped = false;
    let end = json.find(|c| {
        let is_end = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        is_end
    });
    end.unwrap_or(json.len())
}

/// The byte offset of the `>` that ends the tag whose attribute value `html` starts inside of.
fn tag_end(html: &str) -> usize {
    let mut quoted = true;
    let end = html.find(|c| {
        quoted ^= c == '"';
        c == '>' && !quoted
    });
    end.unwrap_or(html.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::PathPattern;

    const ID: &str = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";

    fn site(base_url: &str) -> Site {
        Site {
            name: "Test".to_owned(),
            base_url: base_url.to_owned(),
            path_pattern: PathPattern::try_from("/{locale}/{section}/{slug}".to_owned()).unwrap(),
            former_path_patterns: vec![],
            default_locale: Locale::try_from("en".to_owned()).unwrap(),
            locales: ["en", "de"].map(|tag| Locale::try_from(tag.to_owned()).unwrap()).to_vec(),
            time_zone: crate::TimeZone::utc(),
        }
    }

    fn link() -> StoredLink {
        StoredLink {
            article_id: ArticleId(ID.parse().unwrap()),
            locale: Locale::try_from("de".to_owned()).unwrap(),
            slug: Slug::try_from("there".to_owned()).unwrap(),
            section: Slug::try_from("bridges".to_owned()).unwrap(),
        }
    }

    fn resolved(html: &str, links: &[StoredLink], site: &Site) -> String {
        let mut out = String::new();
        let url_context = UrlContext { site, url: "https://a.example/de/bridges/here" };
        write_html_with_links(&Value::from(html).to_string(), links, &url_context, &mut out);
        serde_json::from_str(&out).unwrap()
    }

    #[test]
    fn article_links_have_exactly_one_syntax() {
        let parsed = |address: &str| ArticleLink::parse(address).map(|link| link.fragment.to_owned());
        assert_eq!(parsed(&format!("article:{ID}")).as_deref(), Some(""));
        assert_eq!(parsed(&format!("article:{ID}#why")).as_deref(), Some("#why"));
        for other in [
            String::new(),
            "article:".to_owned(),
            ID.to_owned(),
            format!("article:{}", ID.to_uppercase()),
            format!("ARTICLE:{ID}"),
            format!("article: {ID}"),
            format!("article:{}", ID.replace('-', "")),
            format!("article:{{{ID}}}"),
            format!("article:{ID}?x"),
            format!("article:{ID}0"),
            format!("article:{}ü", ID.get(..35).unwrap()),
        ] {
            assert_eq!(parsed(&other), None, "{other}");
        }
    }

    #[test]
    fn a_link_resolves_to_the_url_of_its_target_and_keeps_its_fragment() {
        let html = format!("<p><a href=\"article:{ID}#why\" title=\"T\" rel=\"r\">x</a></p>");
        assert_eq!(
            resolved(&html, &[link()], &site("https://a.example")),
            "<p><a href=\"https://a.example/de/bridges/there#why\" title=\"T\" rel=\"r\">x</a></p>"
        );
    }

    #[test]
    fn a_link_to_an_article_that_is_not_live_loses_its_href() {
        let html = format!("<p><a href=\"article:{ID}#a>b\" title=\"a > b\" rel=\"r\">x</a> > y</p>");
        assert_eq!(resolved(&html, &[], &site("https://a.example")), "<p><a>x</a> > y</p>");
    }

    fn resolved_blocks(blocks: &Value, links: &[StoredLink], site: &Site) -> Value {
        let mut out = String::new();
        let url_context = UrlContext { site, url: "https://a.example/de/bridges/here" };
        write_blocks_with_links(&blocks.to_string(), links, &url_context, &mut out);
        serde_json::from_str(&out).unwrap()
    }

    #[test]
    fn links_in_a_block_tree_are_resolved() {
        let blocks = |href: Value| serde_json::json!([{ "type": "link", "href": href, "title": null }]);
        let stored = blocks(format!("article:{ID}#a-\"b\\").into());
        assert_eq!(resolved_blocks(&stored, &[], &site("https://a.example")), blocks(Value::Null));
        let stored = blocks(format!("article:{ID}#why").into());
        let there = "https://a.example/\"<&/de/bridges/there#why";
        assert_eq!(
            resolved_blocks(&stored, &[link()], &site("https://a.example/\"<&")),
            blocks(there.into())
        );
    }

    #[test]
    fn resolved_urls_are_escaped_in_html_and_json() {
        let html = format!("<a href=\"article:{ID}\">x</a>");
        assert_eq!(
            resolved(&html, &[link()], &site("https://a.example/?a&b=\"><\\")),
            "<a href=\"https://a.example/?a&amp;b=&quot;&gt;&lt;\\/de/bridges/there\">x</a>"
        );
    }

    proptest! {
        #[test]
        fn a_block_tree_without_links_is_unchanged(parts in prop::collection::vec(prop::sample::select(vec![
            "\"href\":\"", "article:", ID, "\"", "\\", "href", ":", "x", "é", "#",
        ]), 0..30)) {
            let blocks = serde_json::json!([{ "text": parts.concat(), "title": "href", "x": ["href", "article:"] }]);
            prop_assert_eq!(resolved_blocks(&blocks, &[link()], &site("https://a.example")), blocks);
        }

        #[test]
        fn html_without_links_is_unchanged(parts in prop::collection::vec(prop::sample::select(vec![
            "<a href=\"", "article:", ID, "\"", "\\", ">", "<a>", "x", "é", " href=\"article:", "#",
        ]), 0..30)) {
            let html = parts.concat();
            if !html.contains("<a href=\"article:") {
                prop_assert_eq!(resolved(&html, &[link()], &site("https://a.example")), html);
            }
        }
    }
}
