//! Sanitises the HTML of a body with an allow-list, and reports what was removed.
//!
//! ammonia removes what is not allowed. Its configuration and the report of removed content use the same rules, defined
//! here.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use ammonia::Builder;
use domain::{Removed, TokenKind};
use html5ever::ns;
use url::{ParseError, Url};

use crate::extensions::{is_embed_provider, is_line_ranges};
use crate::html_audit::{Element, HtmlAudit};
use crate::trust_marker::TrustMarker;

/// Sanitises HTML. Anchors and links between articles with the trust marker are kept without it; all other ids and all
/// other `article:` URLs are removed. Relative URLs get the markers of [`UrlBase`](domain::UrlBase).
pub(crate) fn sanitise(html: &str, marker: &TrustMarker) -> String {
    let element_attributes =
        ELEMENTS.iter().map(|(name, attributes)| (*name, attributes.iter().copied().collect()));
    let marker_for_filter = marker.clone();
    let mut builder = Builder::default();
    builder
        .tags(ELEMENTS.iter().map(|(name, _)| *name).collect())
        .clean_content_tags(DROPPED_WITH_CONTENT.into_iter().collect())
        .tag_attributes(element_attributes.collect::<HashMap<_, HashSet<_>>>())
        .generic_attributes(GLOBAL_ATTRIBUTES.into_iter().collect())
        .url_schemes(ALLOWED_SCHEMES.into_iter().chain([marker.as_str()]).collect())
        .link_rel(Some("noopener noreferrer"))
        .set_tag_attribute_value("input", "type", "checkbox")
        .set_tag_attribute_value("input", "disabled", "")
        .attribute_filter(move |element, attribute, value| match attribute {
            "id" => anchor(&marker_for_filter, element, value).map(Cow::Borrowed),
            "href" if marker_for_filter.article_link(value).is_some() => {
                marker_for_filter.article_link(value).map(Cow::Owned)
            }
            "rel" => Some(Cow::Borrowed(value)),
            _ if !is_allowed_value(element, attribute, value) => None,
            _ if URL_ATTRIBUTES.contains(&attribute) => Some(
                marker_for_filter
                    .mark_relative_url(attribute, value)
                    .map_or(Cow::Borrowed(value), Cow::Owned),
            ),
            _ => Some(Cow::Borrowed(value)),
        });
    let clean = builder.clean(html).to_string();
    // ammonia adds the attributes set above in hash map order, which differs between runs. This text can only be the end of a
    // tag, because quotes are escaped in attributes, and `>` in text.
    let clean = clean.replace(r#" disabled="" type="checkbox">"#, r#" type="checkbox" disabled="">"#);
    marker.insert_url_markers(clean)
}

/// What sanitising removes from HTML, sorted and without duplicates.
pub(crate) fn removed_content(audit: &HtmlAudit, marker: &TrustMarker) -> Vec<Removed> {
    let removed: BTreeSet<Removed> =
        audit.elements.iter().flat_map(|element| removed_from(element, marker)).collect();
    removed.into_iter().collect()
}

fn removed_from(element: &Element, marker: &TrustMarker) -> Vec<Removed> {
    let name = &*element.name.local;
    let allowed = ELEMENTS.iter().find(|(allowed, _)| element.name.ns == ns!(html) && *allowed == name);
    let Some((_, attributes)) = allowed else {
        return vec![Removed::Element(name.to_owned())];
    };
    let verdicts = element.attributes.iter().map(|attribute| {
        let (key, value) = (&*attribute.name.local, &*attribute.value);
        let is_trusted = anchor(marker, name, value).is_some() || marker.article_link(value).is_some();
        let is_of_author = key == "id" && !is_trusted;
        if is_of_author || !(attributes.contains(&key) || GLOBAL_ATTRIBUTES.contains(&key)) {
            Some(Removed::Attribute(name.to_owned(), key.to_owned()))
        } else if is_trusted || is_allowed_value(name, key, value) {
            None
        } else if URL_ATTRIBUTES.contains(&key) {
            Some(Removed::Address(name.to_owned(), value.chars().take(MAX_REPORTED_URL_CHARS).collect()))
        } else {
            Some(Removed::Attribute(name.to_owned(), key.to_owned()))
        }
    });
    verdicts.flatten().collect()
}

/// The anchor in an id with the trust marker, if it fits this kind of element: a tag that raw HTML left open can take
/// over the attributes of the next one.
fn anchor<'i>(marker: &TrustMarker, element: &str, id: &'i str) -> Option<&'i str> {
    marker.strip_anchor(id).filter(|anchor| match element {
        "a" => anchor.starts_with("fnref:"),
        "li" => anchor.starts_with("fn:"),
        _ => !anchor.contains(':'),
    })
}

/// Whether an element is removed together with its content, because that is not meant to be read.
pub(crate) fn is_dropped_with_content(name: &str) -> bool {
    DROPPED_WITH_CONTENT.contains(&name)
}

fn is_allowed_value(element: &str, attribute: &str, value: &str) -> bool {
    match (element, attribute) {
        ("code", "class") if value.starts_with("language-") => {
            !value.contains(|c: char| c.is_ascii_whitespace())
        }
        ("span", "class") => TokenKind::from_class(value).is_some(),
        (_, "class") => CLASSES.contains(&(element, value)),
        ("code", "data-lines") => is_line_ranges(value),
        ("figure", "data-embed") => is_embed_provider(value),
        ("aside", "role") => value == "note",
        ("input", "type") => value.eq_ignore_ascii_case("checkbox"),
        (_, "align") => ["left", "center", "right"].contains(&value),
        _ => !URL_ATTRIBUTES.contains(&attribute) || is_allowed_url(value),
    }
}

/// Whether a URL is allowed: with an allowed scheme, or relative, and without user name and password, which
/// can disguise the host that it leads to.
fn is_allowed_url(address: &str) -> bool {
    let url = match Url::parse(address) {
        Err(ParseError::RelativeUrlWithoutBase) => Url::parse(DUMMY_BASE).and_then(|page| page.join(address)),
        absolute => absolute,
    };
    url.is_ok_and(|url| {
        ALLOWED_SCHEMES.contains(&url.scheme()) && url.username().is_empty() && url.password().is_none()
    })
}

/// A base URL to parse relative URLs with. Names under `.invalid` never resolve (RFC 2606, section 2).
const DUMMY_BASE: &str = "https://site.invalid/section/slug";

/// The classes that rendering writes. Authors may use them in raw HTML too, with the same appearance.
const CLASSES: [(&str, &str); 12] = [
    ("a", "footnote-back"),
    ("aside", "alert alert-caution"),
    ("aside", "alert alert-important"),
    ("aside", "alert alert-note"),
    ("aside", "alert alert-tip"),
    ("aside", "alert alert-warning"),
    ("code", "math"),
    ("figure", "code"),
    ("figure", "embed"),
    ("p", "alert-title"),
    ("section", "footnotes"),
    ("sup", "footnote-ref"),
];

const ALLOWED_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];
const URL_ATTRIBUTES: [&str; 3] = ["href", "src", "cite"];
const GLOBAL_ATTRIBUTES: [&str; 3] = ["lang", "dir", "title"];

/// Reported URLs are truncated to this length, because a `data:` URL can contain a whole picture.
const MAX_REPORTED_URL_CHARS: usize = 200;

const DROPPED_WITH_CONTENT: [&str; 9] =
    ["iframe", "math", "noembed", "noframes", "script", "style", "svg", "template", "title"];

/// The allowed elements, each with its allowed attributes besides [`GLOBAL_ATTRIBUTES`].
const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href", "id", "class", "aria-label"]),
    ("abbr", &[]),
    ("aside", &["class", "role", "aria-label"]),
    ("b", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &["class", "data-lines"]),
    ("dd", &[]),
    ("del", &["cite", "datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &["class", "data-embed"]),
    ("h1", &["id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("i", &[]),
    ("img", &["src", "alt", "width", "height", "loading"]),
    ("input", &["type", "checked", "disabled"]),
    ("ins", &["cite", "datetime"]),
    ("kbd", &[]),
    ("li", &["value", "id"]),
    ("mark", &[]),
    ("ol", &["start", "reversed"]),
    ("p", &["class"]),
    ("pre", &[]),
    ("q", &["cite"]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &["class"]),
    ("small", &[]),
    ("span", &["class"]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &["class"]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["align", "colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["align", "colspan", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];
