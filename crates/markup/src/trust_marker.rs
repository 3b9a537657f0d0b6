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
/// An author's raw HTML could otherwise pass for a heading's anchor, take the anchor that a heading has, or hold the
/// address of an article where delivery does not look for it.
#[derive(Clone)]
pub(crate) struct TrustMarker(String);

impl TrustMarker {
    /// The mark of a body.
    pub(crate) fn from_body(markdown: &str) -> Self {
        // A scheme begins with a letter, and is read in lower case.
        let mut marker = String::from("m");
        for byte in Sha256::digest(markdown).iter().take(DIGEST_BYTES) {
            let written = write!(marker, "{byte:02x}");
            debug_assert!(written.is_ok(), "writing to a string cannot fail");
        }
        Self(marker)
    }

    /// The mark itself, which is the scheme of marked addresses.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// An anchor with the mark.
    pub(crate) fn anchor(&self, anchor: &str) -> String {
        format!("{}-{anchor}", self.0)
    }

    /// The anchor that bears the mark here.
    pub(crate) fn strip_anchor<'i>(&self, id: &'i str) -> Option<&'i str> {
        id.strip_prefix(&self.0)?.strip_prefix('-')
    }

    /// The address of an article that bears the mark here.
    pub(crate) fn article_link(&self, address: &str) -> Option<String> {
        let rest = address.strip_prefix(&self.0)?.strip_prefix(':')?;
        Some(format!("{}{rest}", ArticleLink::SCHEME))
    }

    /// A relative address, marked with what it is relative to; `None` for others, and for a picture without address.
    pub(crate) fn mark_relative_url(&self, attribute: &str, address: &str) -> Option<String> {
        let (base, address) =
            UrlBase::parse(address).filter(|(_, read)| attribute == "href" || !read.is_empty())?;
        Some(format!("{}{address}", self.url_prefix(base)))
    }

    /// Puts the marks that stored HTML has in the place of those that serialising could not escape.
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

    /// Marks the links between articles that Markdown wrote.
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

/// 128 bits are not found by trying.
const DIGEST_BYTES: usize = 16;
