//! Parses the inline content of sanitised HTML.

use domain::{
    BreakInline, CodeInline, FootnoteReferenceInline, ImageInline, Inline, LinkInline, MathInline,
    StyledInline, TextInline, TextStyle, TokenKind,
};
use ego_tree::NodeRef;
use scraper::ElementRef;
use scraper::node::Node;

/// The class of the links from a footnote back to its references. They do not count as text.
pub(crate) const FOOTNOTE_BACKLINK_CLASS: &str = "footnote-back";

/// Maximum nesting of inlines; deeper ones lose their style.
const MAX_DEPTH: usize = 12;

/// The inline content of an element.
pub(crate) fn from_element(element: ElementRef<'_>) -> Vec<Inline> {
    from_nodes(element.children())
}

/// The inline content of adjacent nodes, without white space at both ends.
pub(crate) fn from_nodes<'a>(nodes: impl Iterator<Item = NodeRef<'a, Node>>) -> Vec<Inline> {
    let mut line = Vec::new();
    nodes.for_each(|node| push(node, &mut line, 0));
    trim(&mut line);
    line
}

/// The text of a line. Pictures have none: their alternative text is not part of the prose.
pub(crate) fn plain_text(line: &[Inline]) -> String {
    line.iter().map(inline_text).collect()
}

fn inline_text(inline: &Inline) -> String {
    match inline {
        Inline::Text(TextInline { text }) => text.clone(),
        Inline::Styled(StyledInline { style: _, content }) => plain_text(content),
        Inline::Code(CodeInline { text }) | Inline::Math(MathInline { text }) => text.clone(),
        Inline::Link(LinkInline { href: _, title: _, content }) => plain_text(content),
        Inline::Image(_) | Inline::FootnoteReference(_) => String::new(),
        Inline::Break(BreakInline {}) => "\n".to_owned(),
    }
}

/// Whether an element of this name is block-level.
pub(crate) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Calls `visit` with every text in an element and its token kind. Pictures, footnote references and the links back
/// to them are skipped.
pub(crate) fn for_each_text(
    element: ElementRef<'_>,
    kind: Option<TokenKind>,
    visit: &mut impl FnMut(&str, Option<TokenKind>),
) {
    for node in element.children() {
        if let Node::Text(text) = node.value() {
            visit(text, kind);
        } else if let Some(below) = ElementRef::wrap(node) {
            match below.value().name() {
                "br" => visit("\n", kind),
                "img" => {}
                _ if is_footnote_backlink(below) || reference(below).is_some() => {}
                _ => {
                    for_each_text(below, below.attr("class").and_then(TokenKind::from_class).or(kind), visit)
                }
            }
        }
    }
}

fn push(node: NodeRef<'_, Node>, out: &mut Vec<Inline>, depth: usize) {
    if let Node::Text(text) = node.value() {
        push_text(&text.replace('\n', " "), out);
    } else if let Some(element) = ElementRef::wrap(node).filter(|element| !is_footnote_backlink(*element)) {
        push_element(element, out, depth);
    }
}

fn push_text(text: &str, out: &mut Vec<Inline>) {
    let text = if matches!(out.last(), Some(Inline::Break(_))) { text.trim_start() } else { text };
    match out.last_mut() {
        Some(Inline::Text(before)) => before.text.push_str(text),
        _ if text.is_empty() => {}
        _ => out.push(Inline::text(text)),
    }
}

fn push_element(element: ElementRef<'_>, out: &mut Vec<Inline>, depth: usize) {
    let name = element.value().name();
    let below = depth.saturating_add(1);
    let content = || {
        let mut content = Vec::new();
        element.children().for_each(|child| push(child, &mut content, below));
        content
    };
    let inline = match name {
        "br" => Some(Inline::Break(BreakInline {})),
        "img" => Some(Inline::Image(image(element))),
        "code" if element.attr("class") == Some("math") => {
            Some(Inline::Math(MathInline { text: whole_text(element) }))
        }
        "code" => Some(Inline::Code(CodeInline { text: whole_text(element) })),
        "sup" if let Some(reference) = reference(element) => Some(Inline::FootnoteReference(reference)),
        "a" if depth < MAX_DEPTH => Some(Inline::Link(LinkInline {
            href: element.attr("href").map(ToOwned::to_owned),
            title: title(element),
            content: content(),
        })),
        _ => style(name)
            .filter(|_| depth < MAX_DEPTH)
            .map(|style| Inline::Styled(StyledInline { style, content: content() })),
    };
    match inline {
        Some(inline) => out.push(inline),
        None => {
            let edge = is_block(name).then_some(Inline::Break(BreakInline {}));
            out.extend(edge.clone().filter(|_| !out.is_empty()));
            element.children().for_each(|child| push(child, out, depth));
            out.extend(edge);
        }
    }
}

fn image(element: ElementRef<'_>) -> ImageInline {
    let attribute = |name| element.attr(name).unwrap_or_default().to_owned();
    let pixels = |name| element.attr(name).and_then(|pixels| pixels.parse().ok());
    ImageInline {
        src: attribute("src"),
        alt: attribute("alt"),
        title: title(element),
        width: pixels("width"),
        height: pixels("height"),
    }
}

fn title(element: ElementRef<'_>) -> Option<String> {
    element.attr("title").filter(|title| !title.is_empty()).map(ToOwned::to_owned)
}

fn is_footnote_backlink(element: ElementRef<'_>) -> bool {
    element.value().name() == "a" && element.attr("class") == Some(FOOTNOTE_BACKLINK_CLASS)
}

/// Parses a footnote reference. Raw HTML that imitates one has no anchor, so it is not one.
fn reference(element: ElementRef<'_>) -> Option<FootnoteReferenceInline> {
    let link = element.child_elements().next().filter(|_| element.attr("class") == Some("footnote-ref"))?;
    let target = link.attr("href")?.strip_prefix('#')?;
    let number = target.strip_prefix("fn:")?.parse().ok()?;
    Some(FootnoteReferenceInline { number, id: link.attr("id")?.to_owned(), target: target.to_owned() })
}

fn whole_text(element: ElementRef<'_>) -> String {
    let mut whole = String::new();
    for_each_text(element, None, &mut |text, _| whole.push_str(&text.replace('\n', " ")));
    whole
}

/// Removes white space and line breaks at both ends.
fn trim(line: &mut Vec<Inline>) {
    let kept =
        line.iter_mut().position(|first| !trims_to_nothing(first, str::trim_start)).unwrap_or(line.len());
    line.drain(..kept);
    while line.last_mut().is_some_and(|last| trims_to_nothing(last, str::trim_end)) {
        line.pop();
    }
}

fn trims_to_nothing(inline: &mut Inline, trim: fn(&str) -> &str) -> bool {
    match inline {
        Inline::Text(TextInline { text }) => {
            *text = trim(text).to_owned();
            text.is_empty()
        }
        Inline::Break(_) => true,
        Inline::Styled(_)
        | Inline::Code(_)
        | Inline::Math(_)
        | Inline::Link(_)
        | Inline::Image(_)
        | Inline::FootnoteReference(_) => false,
    }
}

fn style(name: &str) -> Option<TextStyle> {
    Some(match name {
        "strong" | "b" => TextStyle::Strong,
        "em" | "i" => TextStyle::Emphasis,
        "del" | "s" => TextStyle::Deletion,
        "ins" => TextStyle::Insertion,
        "sub" => TextStyle::Subscript,
        "sup" => TextStyle::Superscript,
        "mark" => TextStyle::Highlight,
        "kbd" => TextStyle::Keyboard,
        "small" => TextStyle::Small,
        "u" => TextStyle::Underline,
        "q" => TextStyle::Quotation,
        _ => return None,
    })
}

/// The allowed elements that are block-level.
const BLOCKS: [&str; 31] = [
    "aside",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];
