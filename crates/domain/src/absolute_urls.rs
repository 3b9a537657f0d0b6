//! Makes the URLs of a stored edition absolute when it is read. Editions store them as written, because the site's base URL
//! may change while an edition is immutable.
//!
//! In bodies, rendering put a marker before every relative URL. On read, each marker is replaced by the prefix that makes
//! the URL absolute: this is a substring search, without parsing. The stored members of teasers and articles hold few URLs.
//! They are found by their member names, which no text can contain, because quotation marks are escaped in JSON strings.

use std::borrow::Cow;

use memchr::memmem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use url::{ParseError, Url};

use crate::{AuthorCredit, Hero, PublicUrl, Seo, Site};

/// What a relative address in a body is relative to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlBase {
    /// The root of the site: `/a`.
    Site,
    /// The scheme of the site: `//host/a`.
    Scheme,
    /// The article: an empty address, or `?a`.
    Page,
    /// The folder of the article's URL: `a`, `../a`.
    Folder,
}

impl UrlBase {
    /// All bases.
    pub const ALL: [Self; 4] = [Self::Site, Self::Scheme, Self::Page, Self::Folder];

    /// The marker before such a URL in stored HTML and blocks. In HTML, `&` only begins a character reference, and none has
    /// such a name: text or attributes that an author wrote can therefore never contain a marker.
    #[must_use]
    pub const fn marker(self) -> &'static str {
        match self {
            Self::Site => "&url-site;",
            Self::Scheme => "&url-scheme;",
            Self::Page => "&url-page;",
            Self::Folder => "&url-folder;",
        }
    }

    /// Parses a relative URL as browsers do: returns its base, and the URL trimmed and with leading backslashes replaced by
    /// slashes. `None` for absolute URLs and for fragments of the same page (`#a`).
    #[must_use]
    pub fn parse(address: &str) -> Option<(Self, String)> {
        let written = address.trim_matches(|c: char| c <= ' ');
        if written.starts_with('#') || Url::parse(written) != Err(ParseError::RelativeUrlWithoutBase) {
            return None;
        }
        let rest = written.trim_start_matches(['/', '\\', '\t', '\n', '\r']);
        let slashes = written.strip_suffix(rest).unwrap_or_default().matches(['/', '\\']).count();
        let base = match slashes {
            0 if rest.is_empty() || rest.starts_with('?') => Self::Page,
            0 => Self::Folder,
            1 => Self::Site,
            _ => Self::Scheme,
        };
        Some((base, format!("{}{rest}", "/".repeat(slashes))))
    }

    /// A URL of a stored body without its marker, as it was written.
    #[must_use]
    pub fn strip_marker(address: &str) -> &str {
        Self::ALL.into_iter().find_map(|base| address.strip_prefix(base.marker())).unwrap_or(address)
    }

    /// Stored HTML without markers, with its relative URLs as they were written. For pages that are served at the location
    /// the URLs are relative to.
    #[must_use]
    pub fn strip_markers(html: &str) -> String {
        Self::ALL.into_iter().fold(html.to_owned(), |html, base| html.replace(base.marker(), ""))
    }
}

/// What is needed to make the relative URLs of an article absolute.
pub(crate) struct UrlContext<'a> {
    /// The publication.
    pub(crate) site: &'a Site,
    /// The article's own address.
    pub(crate) url: &'a str,
}

impl UrlContext<'_> {
    /// The prefix that makes a URL with this base absolute.
    fn prefix(&self, base: UrlBase) -> &str {
        let of_url = |end: Option<usize>| end.and_then(|end| self.url.get(..end)).unwrap_or(self.url);
        match base {
            UrlBase::Site => self.site.origin(),
            UrlBase::Scheme => of_url(self.url.find("//")),
            UrlBase::Page => self.url,
            UrlBase::Folder => of_url(self.url.rfind('/').map(|slash| slash + 1)),
        }
    }

    /// Writes HTML that is (part of) a JSON string, with absolute URLs.
    pub(crate) fn write_html(&self, stored: &str, out: &mut String) {
        self.write(stored, out, |_| true, |base| escape_html_in_json(self.prefix(base)));
    }

    /// Writes (part of) a block tree that is JSON, with absolute URLs. A marker counts only directly after a URL member
    /// such as `"src":"`, because text may contain the same characters.
    pub(crate) fn write_blocks(&self, stored: &str, out: &mut String) {
        let is_after_url_member = |before: &str| URL_MEMBERS.iter().any(|member| before.ends_with(member));
        self.write(stored, out, is_after_url_member, |base| escape_json(self.prefix(base)));
    }

    fn write(
        &self,
        stored: &str,
        out: &mut String,
        is_after_url_member: impl Fn(&str) -> bool,
        written: impl Fn(UrlBase) -> String,
    ) {
        let mut rest = stored;
        while let Some((before, marked)) = split_at_match(rest, MARKER_START) {
            out.push_str(before);
            let found =
                UrlBase::ALL.into_iter().find_map(|base| Some((base, marked.strip_prefix(base.marker())?)));
            match found.filter(|_| is_after_url_member(before)) {
                Some((base, address)) => {
                    out.push_str(&written(base));
                    rest = address;
                }
                None => {
                    out.push_str(MARKER_START);
                    rest = marked.strip_prefix(MARKER_START).unwrap_or_default();
                }
            }
        }
        out.push_str(rest);
    }
}

/// The common prefix of all markers.
const MARKER_START: &str = "&url-";

/// The members of blocks that may contain relative URLs. The URLs of embeds are always absolute.
const URL_MEMBERS: [&str; 2] = ["\"src\":\"", "\"href\":\""];

/// Writes the stored members of a teaser with absolute URLs; a picture with an invalid URL becomes `null`.
pub(crate) fn write_teaser_json(teaser_json: &str, site: &Site, out: &mut String) {
    let parts = split_at_match(teaser_json, HERO).and_then(|(before, hero)| {
        let (hero, after) = split_at_match(hero.strip_prefix(HERO)?, AFTER_HERO)?;
        Some((before, hero, after))
    });
    let Some((before, hero, after)) = parts else {
        out.push_str(teaser_json);
        return;
    };
    out.push_str(before);
    out.push_str(HERO);
    if is_already_absolute(hero) {
        out.push_str(hero);
    } else {
        out.push_str(&rewrite_json(hero, |hero: Hero| hero.for_readers(site)).unwrap_or("null".to_owned()));
    }
    out.push_str(after);
}

const HERO: &str = "\"hero\":";
const AFTER_HERO: &str = ",\"word_count\":";

/// Whether a stored hero needs no rewriting: it is `null`, or its only URL is absolute and has no escaped characters.
fn is_already_absolute(hero: &str) -> bool {
    let Some(rest) = hero.strip_prefix("{\"src\":\"") else { return hero == "null" };
    let src = rest.split('"').next().unwrap_or_default();
    let is_absolute = PublicUrl::parse_web(src).is_ok_and(|url| !url.is_root_relative());
    is_absolute && hero.ends_with(",\"sources\":[],\"placeholder\":null}")
}

/// Writes the stored members that an article adds to its teaser with absolute URLs. Custom fields are not changed.
pub(crate) fn write_article_json(article_json: &str, site: &Site, out: &mut String) {
    let parts = split_at_match(article_json, SEO).and_then(|(outline, rest)| {
        let (seo, rest) = split_at_match(rest.strip_prefix(SEO)?, AUTHORS)?;
        let (authors, fields) = split_at_match(rest.strip_prefix(AUTHORS)?, FIELDS)?;
        Some((outline, seo, authors, fields))
    });
    let Some((outline, seo, authors, fields)) = parts else {
        out.push_str(article_json);
        return;
    };
    out.push_str(outline);
    out.push_str(SEO);
    out.push_str(&rewrite_if_present(seo, &["_url\":\"", "\"image\":\""], |seo: Seo| seo.for_readers(site)));
    out.push_str(AUTHORS);
    out.push_str(&rewrite_if_present(
        authors,
        &["\"url\":\"", "\"src\":\""],
        |authors: Vec<AuthorCredit>| {
            authors.into_iter().map(|author| author.for_readers(site)).collect::<Vec<_>>()
        },
    ));
    out.push_str(fields);
}

const SEO: &str = ",\"seo\":";
const AUTHORS: &str = ",\"authors\":";
const FIELDS: &str = ",\"fields\":";

/// Rewrites a stored value that contains one of these members; any other is not even parsed.
fn rewrite_if_present<'t, T: DeserializeOwned, U: Serialize>(
    stored: &'t str,
    members: &[&str],
    change: impl FnOnce(T) -> U,
) -> Cow<'t, str> {
    let has = |member: &&str| memmem::find(stored.as_bytes(), member.as_bytes()).is_some();
    if members.iter().any(has) {
        rewrite_json(stored, change).map_or(Cow::Borrowed(stored), Cow::Owned)
    } else {
        Cow::Borrowed(stored)
    }
}

fn rewrite_json<T: DeserializeOwned, U: Serialize>(
    stored: &str,
    change: impl FnOnce(T) -> U,
) -> Option<String> {
    serde_json::to_string(&change(serde_json::from_str(stored).ok()?)).ok()
}

/// Escapes a text for an HTML attribute value within a JSON string.
pub(crate) fn escape_html_in_json(text: &str) -> String {
    escape_json(&text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;"))
}

/// Escapes a text for a JSON string, without quotation marks.
fn escape_json(text: &str) -> String {
    let json = Value::from(text).to_string();
    json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(&json).to_owned()
}

/// Splits a text at the first occurrence of `beginning`, which the second part starts with.
fn split_at_match<'t>(stored: &'t str, beginning: &str) -> Option<(&'t str, &'t str)> {
    stored.split_at_checked(memmem::find(stored.as_bytes(), beginning.as_bytes())?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::{Locale, PathPattern};

    const URL: &str = "https://example.org/blog/engineering/a-slug";

    fn site(base_url: &str) -> Site {
        Site {
            name: "Test".to_owned(),
            base_url: base_url.to_owned(),
            path_pattern: PathPattern::try_from("/{section}/{slug}".to_owned()).unwrap(),
            former_path_patterns: vec![],
            time_zone: crate::TimeZone::utc(),
            default_locale: Locale::try_from("en".to_owned()).unwrap(),
            locales: vec![],
        }
    }

    fn with_marker(address: &str) -> Option<String> {
        UrlBase::parse(address).map(|(base, address)| format!("{}{address}", base.marker()))
    }

    fn html(html: &str) -> String {
        let (site, mut out) = (site("https://example.org/blog"), String::new());
        UrlContext { site: &site, url: URL }.write_html(&Value::from(html).to_string(), &mut out);
        serde_json::from_str(&out).unwrap()
    }

    #[test]
    fn urls_are_classified_by_their_base_as_browsers_do() {
        for (address, base, read) in [
            ("/a", UrlBase::Site, "/a"),
            (" /a\n", UrlBase::Site, "/a"),
            ("\\a\\b?c\\d", UrlBase::Site, "/a\\b?c\\d"),
            ("//host/a", UrlBase::Scheme, "//host/a"),
            ("/\\host/a", UrlBase::Scheme, "//host/a"),
            ("\\\\host", UrlBase::Scheme, "//host"),
            ("/\t/host", UrlBase::Scheme, "//host"),
            ("", UrlBase::Page, ""),
            ("?a#b", UrlBase::Page, "?a#b"),
            ("a", UrlBase::Folder, "a"),
            ("../a", UrlBase::Folder, "../a"),
            ("./a:b", UrlBase::Folder, "./a:b"),
            ("&url-site;/a", UrlBase::Folder, "&url-site;/a"),
        ] {
            assert_eq!(UrlBase::parse(address), Some((base, read.to_owned())), "{address:?}");
        }
        for absolute in ["https://example.org", "mailto:a@b", "#a", " #a", "article:1", "https://["] {
            assert_eq!(UrlBase::parse(absolute), None, "{absolute}");
        }
    }

    #[test]
    fn text_that_looks_like_a_marker_is_not_replaced() {
        let blocks =
            json!([{ "text": "&url-site;/a", "src": "&url-site;/a", "title": "\"src\":\"&url-site;/a" }]);
        let (site, mut out) = (site("https://example.org/blog"), String::new());
        UrlContext { site: &site, url: URL }.write_blocks(&blocks.to_string(), &mut out);
        let written: Value = serde_json::from_str(&out).unwrap();
        let mut expected = blocks;
        expected[0]["src"] = json!("https://example.org/a");
        assert_eq!(written, expected);
        assert_eq!(
            html("<p>&amp;url-site;/a &url-other; &url-</p>"),
            "<p>&amp;url-site;/a &url-other; &url-</p>"
        );
    }

    #[test]
    fn image_and_page_urls_become_absolute_and_invalid_ones_are_removed() {
        let site = site("https://example.org/blog");
        let hero = |src: &str| {
            json!({
                "src": src, "alt": "\"word_count\":,", "caption": null, "credit": null, "width": 1, "height": 1,
                "sources": ["/b.jpg", "javascript:x"], "placeholder": "data:text/html,x",
            })
        };
        let teaser_json =
            |hero: &Value| format!("\"headline\":\"\\\"hero\\\":{{\",\"hero\":{hero},\"word_count\":1");
        let written = |teaser_json: &str| {
            let mut out = String::new();
            write_teaser_json(teaser_json, &site, &mut out);
            serde_json::from_str::<Value>(&format!("{{{out}}}")).unwrap()["hero"].clone()
        };
        let whole = written(&teaser_json(&hero("/a.jpg")));
        assert_eq!(whole["src"], "https://example.org/a.jpg");
        assert_eq!(
            (&whole["sources"], &whole["placeholder"]),
            (&json!(["https://example.org/b.jpg"]), &Value::Null)
        );
        for invalid in ["javascript:alert(1)", "a.jpg", "", "//else.example/a.jpg", "https://a b/"] {
            assert_eq!(written(&teaser_json(&hero(invalid))), Value::Null, "{invalid}");
        }
        assert_eq!(written(&teaser_json(&Value::Null)), Value::Null);
        let author = json!({ "slug": "a", "name": "A", "bio": ",\"seo\":", "url": "data:x", "picture": hero("/c.jpg") });
        let seo = json!({ "title": null, "description": null, "canonical_url": "/o", "noindex": false, "image": "vbscript:x" });
        let fields = json!({ "src": "/kept.jpg", "url": "javascript:kept", "authors": [], "fields": 1 });
        let article_json =
            json!({ "outline": [], "seo": seo, "authors": [author], "fields": fields.clone() }).to_string();
        let mut out = String::new();
        write_article_json(article_json.trim_start_matches('{').strip_suffix('}').unwrap(), &site, &mut out);
        let article_json: Value = serde_json::from_str(&format!("{{{out}}}")).unwrap();
        assert_eq!(article_json["seo"]["canonical_url"], "https://example.org/o");
        assert_eq!(
            (&article_json["seo"]["image"], &article_json["authors"][0]["url"]),
            (&Value::Null, &Value::Null)
        );
        assert_eq!(article_json["authors"][0]["picture"]["src"], "https://example.org/c.jpg");
        assert_eq!(article_json["fields"], fields);
    }

    proptest! {
        /// Prepending the prefix gives the same URL as resolving the relative URL in a browser.
        #[test]
        fn a_marked_url_resolves_like_in_a_browser(address in "[/\\\\.?#a: \\t&;\\PC]{0,16}") {
            let Some(address_marked) = with_marker(&address) else { return Ok(()) };
            let escaped = address_marked.replace('&', "&amp;").replacen("&amp;", "&", 1);
            let absolute = html(&escaped).replace("&amp;", "&");
            let base = Url::parse(URL).unwrap();
            match (base.join(&address), Url::parse(&absolute)) {
                (Ok(browser), Ok(ours)) => prop_assert_eq!(browser, ours),
                (browser, ours) => prop_assert!(browser.is_err() && ours.is_err(), "{address:?} {absolute}"),
            }
        }
    }
}
