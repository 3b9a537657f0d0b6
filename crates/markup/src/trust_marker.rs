//! Distinguishes IDs and URLs that rendering generated from those in an author's raw HTML: heading anchors, links between
//! articles, and the bases of relative URLs.

use std::fmt::Write;

use comrak::Node;
use comrak::nodes::NodeValue;
use domain::{ArticleLink, UrlBase};
use sha2::{Digest, Sha256};

/// A token that no author can write into a body, because it is derived from a digest of the whole body: a body containing
/// it would have to contain its own digest.
///
/// Otherwise an author's raw HTML could imitate a heading's anchor, take over the anchor of a heading, or contain the
/// URL of an article at a position where delivery does not replace it.
#[derive(Clone)]
pub(crate) struct TrustMarker(String);

impl TrustMarker {
    /// The marker of a body.
    pub(crate) fn from_body(markdown: &str) -> Self {
        // The marker is also a URL scheme, which begins with a letter and is parsed in lower case.
        let mut marker = String::from("m");
        for byte in Sha256::digest(markdown).iter().take(DIGEST_BYTES) {
            let written = write!(marker, "{byte:02x}");
            debug_assert!(written.is_ok(), "writing to a string cannot fail");
        }
        Self(marker)
    }

    /// The marker, which is also the scheme of marked URLs.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// An anchor with the marker in front.
    pub(crate) fn anchor(&self, anchor: &str) -> String {
        format!("{}-{anchor}", self.0)
    }

    /// The anchor in an id with the marker; `None` without it.
    pub(crate) fn strip_anchor<'i>(&self, id: &'i str) -> Option<&'i str> {
        id.strip_prefix(&self.0)?.strip_prefix('-')
    }

    /// The `article:` URL in a marked URL; `None` without the marker.
    pub(crate) fn article_link(&self, address: &str) -> Option<String> {
        let rest = address.strip_prefix(&self.0)?.strip_prefix(':')?;
        Some(format!("{}{rest}", ArticleLink::SCHEME))
    }

    /// A relative URL, marked with its base; `None` for other URLs, and for an empty one unless it is an `href`.
    pub(crate) fn mark_relative_url(&self, attribute: &str, address: &str) -> Option<String> {
        let (base, address) =
            UrlBase::parse(address).filter(|(_, read)| attribute == "href" || !read.is_empty())?;
        Some(format!("{}{address}", self.url_prefix(base)))
    }

    /// Replaces these markers, which serialisation does not escape, by the markers of stored HTML.
    pub(crate) fn insert_url_markers(&self, html: String) -> String {
        if !html.contains(&self.0) {
            return html;
        }
        UrlBase::ALL.into_iter().fold(html, |html, base| html.replace(&self.url_prefix(base), base.marker()))
    }

    fn url_prefix(&self, base: UrlBase) -> String {
        let name = match base {
            UrlBase::Site => "site",
            UrlBase::Scheme => "scheme",
            UrlBase::Page => "page",
            UrlBase::Folder => "folder",
        };
        format!("{}-{name}:", self.0)
    }

    /// Marks the links between articles in the Markdown.
    pub(crate) fn mark_article_links(&self, root: Node<'_>) {
        for node in root.descendants() {
            if let NodeValue::Link(link) = &mut node.data_mut().value
                && let Some(ArticleLink { article, fragment }) = ArticleLink::parse(&link.url)
            {
                link.url = format!("{}:{article}{fragment}", self.0);
            }
        }
    }
}

/// 128 bits cannot be guessed.
const DIGEST_BYTES: usize = 16;
