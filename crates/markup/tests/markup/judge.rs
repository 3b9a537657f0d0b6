//! An independent check of HTML: it is parsed again, and compared with allow-lists that are defined only here.

use domain::TokenKind;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Everything in the HTML that is not allowed; empty if it is safe.
pub(crate) fn complaints(html: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (name, attributes) in elements(html) {
        if !ELEMENTS.contains(&name.as_str()) {
            complaints.push(format!("element {name}"));
        }
        if name == "input"
            && !["type=checkbox", "disabled="]
                .iter()
                .all(|must| attributes.iter().any(|(k, v)| format!("{k}={v}") == *must))
        {
            complaints.push(String::from("an input that is not a disabled checkbox"));
        }
        for (key, value) in &attributes {
            if !ATTRIBUTES.contains(&key.as_str()) {
                complaints.push(format!("attribute {name} {key}"));
            }
            let is_language = name == "code" && value.starts_with("language-");
            let is_part = name == "span" && TokenKind::from_class(value).is_some();
            if key == "class"
                && !is_language
                && !is_part
                && !CLASSES.contains(&format!("{name}.{value}").as_str())
            {
                complaints.push(format!("class {value} on {name}"));
            }
            let is_note = ["a", "li"].contains(&name.as_str()) && is_note(value);
            if key == "id" && !is_note && !["h1", "h2", "h3", "h4", "h5", "h6"].contains(&name.as_str()) {
                complaints.push(format!("id {value} on {name}"));
            }
            if ["href", "src", "cite"].contains(&key.as_str())
                && !is_safe_address(value)
                && !(name == "a" && is_identity(value))
            {
                complaints.push(format!("address {name} {value:?}"));
            }
        }
    }
    complaints
}

/// A name and its attributes.
pub(crate) type Element = (String, Vec<(String, String)>);

/// Every element with its attributes, in order.
pub(crate) fn elements(html: &str) -> Vec<Element> {
    let context = QualName::new(None, ns!(html), local_name!("div"));
    let dom = parse_fragment(RcDom::default(), ParseOpts::default(), context, Vec::new(), false).one(html);
    let mut found = Vec::new();
    let root = dom.document.children.borrow().first().cloned();
    let mut stack: Vec<Handle> = root
        .iter()
        .flat_map(|root| root.children.borrow().iter().rev().cloned().collect::<Vec<_>>())
        .collect();
    while let Some(node) = stack.pop() {
        if let NodeData::Element { name, attrs, .. } = &node.data {
            let prefix = if name.ns == ns!(html) { "" } else { "foreign " };
            let attributes =
                attrs.borrow().iter().map(|a| (a.name.local.to_string(), a.value.to_string())).collect();
            found.push((format!("{prefix}{}", name.local), attributes));
        } else if matches!(node.data, NodeData::Comment { .. }) {
            found.push((String::from("comment"), Vec::new()));
        }
        stack.extend(node.children.borrow().iter().rev().cloned());
    }
    found
}

/// The anchor of a footnote, or of a reference to one.
pub(crate) fn is_note(id: &str) -> bool {
    let number = id.strip_prefix("fnref:").or_else(|| id.strip_prefix("fn:"));
    number.is_some_and(|number| number.split(':').all(|n| n.parse::<u32>().is_ok()))
}

/// The stored URL of a link between articles, which delivery replaces.
fn is_identity(address: &str) -> bool {
    let Some(id) = address.strip_prefix("article:") else { return false };
    let id = id.split_once('#').map_or(id, |(id, _)| id);
    id.len() == 36 && id.chars().all(|c| c == '-' || c.is_ascii_digit() || ('a'..='f').contains(&c))
}

/// As a browser reads an address: control characters and spaces around it and tabs and newlines in it do not count.
fn is_safe_address(address: &str) -> bool {
    let read: String =
        address.trim_start_matches(|c| c <= ' ').chars().filter(|c| !"\t\n\r".contains(*c)).collect();
    let scheme_end =
        read.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c))).unwrap_or(read.len());
    let (scheme, rest) = read.split_at(scheme_end);
    let has_scheme = rest.starts_with(':') && scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    !has_scheme || ["http", "https", "mailto", "tel"].contains(&scheme.to_ascii_lowercase().as_str())
}

const CLASSES: [&str; 12] = [
    "a.footnote-back",
    "aside.alert alert-caution",
    "aside.alert alert-important",
    "aside.alert alert-note",
    "aside.alert alert-tip",
    "aside.alert alert-warning",
    "code.math",
    "figure.code",
    "figure.embed",
    "p.alert-title",
    "section.footnotes",
    "sup.footnote-ref",
];

const ELEMENTS: [&str; 58] = [
    "a",
    "abbr",
    "aside",
    "section",
    "b",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "input",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

const ATTRIBUTES: [&str; 29] = [
    "aria-label",
    "data-embed",
    "data-lines",
    "role",
    "align",
    "alt",
    "checked",
    "cite",
    "class",
    "colspan",
    "datetime",
    "dir",
    "disabled",
    "height",
    "href",
    "id",
    "lang",
    "loading",
    "open",
    "rel",
    "reversed",
    "rowspan",
    "scope",
    "src",
    "start",
    "title",
    "type",
    "value",
    "width",
];
