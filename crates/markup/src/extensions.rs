//! Extensions beyond Markdown: figures, embeds, and code blocks with a title and highlighted lines. Each is valid plain
//! Markdown, so other tools display it too.

use comrak::Node;
use comrak::nodes::{NodeLink, NodeValue};
use url::Url;

use crate::text::{inline_text, inline_text_with_alt};

/// A paragraph that consists of a captioned image or an embed only.
pub(crate) enum StandaloneParagraph {
    /// An image with a caption, which is its title.
    Figure {
        /// The address of the image.
        src: String,
        /// The alternative text.
        alt: String,
        /// The caption.
        caption: String,
    },
    /// The URL of a page, such as a video, that the site can embed as a frame of its provider.
    Embed {
        /// The name of the provider.
        provider: &'static str,
        /// The address.
        url: String,
    },
}

/// The figure or embed that a paragraph consists of, if it contains nothing else.
pub(crate) fn standalone(paragraph: Node<'_>) -> Option<StandaloneParagraph> {
    let only = paragraph.first_child().filter(|first| first.next_sibling().is_none())?;
    match &only.data().value {
        NodeValue::Image(image) if !image.title.is_empty() => {
            let NodeLink { url, title } = image.as_ref().clone();
            Some(StandaloneParagraph::Figure { src: url, alt: inline_text_with_alt(only), caption: title })
        }
        NodeValue::Link(link) if inline_text(only) == link.url => {
            Some(StandaloneParagraph::Embed { provider: provider(&link.url)?, url: link.url.clone() })
        }
        _ => None,
    }
}

/// The provider of a URL, if it is a known one.
fn provider(address: &str) -> Option<&'static str> {
    let url = Url::parse(address).ok().filter(|url| url.scheme() == "https")?;
    let host = url.host_str()?.trim_start_matches("www.");
    PROVIDERS.iter().find(|(known, _)| *known == host).map(|(_, provider)| *provider)
}

/// Whether a provider is known.
pub(crate) fn is_embed_provider(name: &str) -> bool {
    PROVIDERS.iter().any(|(_, provider)| *provider == name)
}

const PROVIDERS: [(&str, &str); 8] = [
    ("youtube.com", "youtube"),
    ("youtu.be", "youtube"),
    ("vimeo.com", "vimeo"),
    ("gist.github.com", "gist"),
    ("bsky.app", "bluesky"),
    ("mastodon.social", "mastodon"),
    ("hachyderm.io", "mastodon"),
    ("x.com", "x"),
];

/// The parsed info string of a fenced code block: `rust title="src/main.rs" {3,7-9}`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct CodeInfo {
    /// The language.
    pub(crate) language: Option<String>,
    /// The title above the code, such as the name of a file.
    pub(crate) title: Option<String>,
    /// The highlighted lines, as they were written.
    pub(crate) lines: Option<String>,
}

impl CodeInfo {
    /// Parses the info string of a fence. Unknown words are ignored.
    pub(crate) fn parse(info: &str) -> Self {
        let titled = info.split_once("title=\"").and_then(|(before, rest)| {
            let (title, after) = rest.split_once('"')?;
            Some((before, title, after))
        });
        let (before, title, after) = titled.unwrap_or((info, "", ""));
        let language = before.split([' ', '\t', '{', ',']).next().filter(|word| !word.is_empty());
        let lines = [before, after].into_iter().find_map(|part| part.split_once('{')?.1.split_once('}'));
        let lines = lines.map(|(lines, _)| lines.replace(' ', "")).filter(|lines| is_line_ranges(lines));
        Self {
            language: language.map(ToOwned::to_owned),
            title: Some(title.to_owned()).filter(|title| !title.is_empty()),
            lines,
        }
    }
}

/// Whether a text is a list of line ranges, such as `3,7-9`.
pub(crate) fn is_line_ranges(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::CodeInfo;

    #[test]
    fn a_code_fence_info_has_language_title_and_lines() {
        let some = |text: &str| Some(text.to_owned());
        let all = CodeInfo::parse("rust title=\"src/a {b}.rs\" {3, 7-9}");
        let title = some("src/a {b}.rs");
        assert_eq!(all, CodeInfo { language: some("rust"), title, lines: some("3,7-9") });
        assert_eq!(CodeInfo::parse("title=\"a.rs\"").language, None);
        assert_eq!(CodeInfo::parse("sql {1-2}").lines, some("1-2"));
        assert_eq!(CodeInfo::parse("{2}"), CodeInfo { lines: some("2"), ..CodeInfo::default() });
        assert_eq!(
            CodeInfo::parse("rust ignore"),
            CodeInfo { language: some("rust"), ..CodeInfo::default() }
        );
        assert_eq!(CodeInfo::parse("a title=\"open {x}").title, None);
        assert_eq!(CodeInfo::parse(""), CodeInfo::default());
    }
}
