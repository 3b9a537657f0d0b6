//! The typed block tree of a body. It is parsed from the sanitised HTML, so that both have the same content, raw HTML included.
//!
//! This module has the blocks; `code_blocks` reads code, `tables` reads tables, `inlines` reads inline content, and
//! `block_ids` assigns ids.

use domain::{
    AlertBlock, AlertKind, Block, DetailsBlock, DividerBlock, EmbedBlock, FigureBlock, Footnote,
    FootnotesBlock, HeadingBlock, Inline, ListBlock, ListItem, ParagraphBlock, QuoteBlock,
};
use ego_tree::NodeRef;
use scraper::node::Node;
use scraper::{ElementRef, Html};

use crate::block_ids::assign_block_ids;
use crate::{code_blocks, inlines, tables};

/// Maximum nesting of blocks. Deeper blocks become siblings of their parent, so that the JSON tree stays within the nesting
/// limits of JSON parsers.
const MAX_DEPTH: usize = 12;

/// The blocks of safe HTML, each with its id.
pub(crate) fn parse_blocks(html: &str) -> Vec<Block> {
    let document = Html::parse_fragment(html);
    let mut blocks = child_blocks(document.root_element(), 0);
    assign_block_ids(&mut blocks);
    blocks
}

fn child_blocks(parent: ElementRef<'_>, depth: usize) -> Vec<Block> {
    blocks_from_nodes(parent.children(), depth)
}

/// The blocks of some nodes. Inline content between blocks becomes a paragraph.
fn blocks_from_nodes<'a>(nodes: impl Iterator<Item = NodeRef<'a, Node>>, depth: usize) -> Vec<Block> {
    let (mut blocks, mut line) = (Vec::new(), Vec::new());
    for node in nodes {
        match ElementRef::wrap(node).filter(|element| inlines::is_block(element.value().name())) {
            Some(element) => {
                blocks.extend(paragraph(inlines::from_nodes(line.drain(..))));
                blocks.extend(element_blocks(element, depth));
            }
            None => line.push(node),
        }
    }
    blocks.extend(paragraph(inlines::from_nodes(line.into_iter())));
    blocks
}

/// The blocks of a block-level element: usually one, or those of its children if no block type fits the element. That is
/// decided before its content is read, because otherwise content n levels deep would be read 2^n times.
fn element_blocks(element: ElementRef<'_>, depth: usize) -> Vec<Block> {
    let below = depth.saturating_add(1);
    let block = match element.value().name() {
        "p" => return Vec::from_iter(paragraph(inlines::from_element(element))),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => heading(element),
        "hr" => Some(Block::Divider(DividerBlock { id: String::new() })),
        "pre" => Some(code_blocks::code(element, None)),
        "figure" => figure(element),
        "table" => Some(tables::table(element)),
        _ if depth >= MAX_DEPTH => None,
        "ul" | "ol" => list(element, below),
        "blockquote" => {
            Some(Block::Quote(QuoteBlock { id: String::new(), blocks: child_blocks(element, below) }))
        }
        "aside" => alert(element, below),
        "details" => Some(details(element, below)),
        "section" => footnotes(element, below),
        _ => None,
    };
    block.map_or_else(|| child_blocks(element, depth), |block| vec![block])
}

fn paragraph(content: Vec<Inline>) -> Option<Block> {
    let paragraph = |content| Block::Paragraph(ParagraphBlock { id: String::new(), content });
    Some(content).filter(|content| !content.is_empty()).map(paragraph)
}

fn heading(element: ElementRef<'_>) -> Option<Block> {
    let level = element.value().name().strip_prefix('h')?.parse().ok()?;
    let id = element.attr("id").unwrap_or_default().to_owned();
    Some(Block::Heading(HeadingBlock { id, level, content: inlines::from_element(element) }))
}

fn list(element: ElementRef<'_>, depth: usize) -> Option<Block> {
    if !contains_only(element, &["li"]) {
        return None;
    }
    let ordered = element.value().name() == "ol";
    let start = ordered.then(|| element.attr("start").and_then(|start| start.parse().ok()).unwrap_or(1));
    let items = children(element, "li").map(|item| ListItem {
        checked: checkbox(item).map(|checkbox| checkbox.attr("checked").is_some()),
        blocks: child_blocks(item, depth),
    });
    Some(Block::List(ListBlock { id: String::new(), ordered, start, items: items.collect() }))
}

/// The checkbox of a task list item.
fn checkbox(item: ElementRef<'_>) -> Option<ElementRef<'_>> {
    let first = item.child_elements().next()?;
    let first = if first.value().name() == "p" { first.child_elements().next()? } else { first };
    Some(first).filter(|first| first.value().name() == "input")
}

fn alert(element: ElementRef<'_>, depth: usize) -> Option<Block> {
    let kind = match element.attr("class")? {
        "alert alert-note" => AlertKind::Note,
        "alert alert-tip" => AlertKind::Tip,
        "alert alert-important" => AlertKind::Important,
        "alert alert-warning" => AlertKind::Warning,
        "alert alert-caution" => AlertKind::Caution,
        _ => return None,
    };
    let title = element.child_elements().next().filter(|first| first.attr("class") == Some("alert-title"));
    let title_text = title
        .map(|title| inlines::plain_text(&inlines::from_element(title)))
        .filter(|title| !title.is_empty());
    let blocks = blocks_from_nodes(children_except(element, title), depth);
    Some(Block::Alert(AlertBlock { id: String::new(), kind, title: title_text, blocks }))
}

fn details(element: ElementRef<'_>, depth: usize) -> Block {
    let summary = children(element, "summary").next();
    Block::Details(DetailsBlock {
        id: String::new(),
        open: element.attr("open").is_some(),
        blocks: blocks_from_nodes(children_except(element, summary), depth),
        summary: summary.map(inlines::from_element).unwrap_or_default(),
    })
}

fn footnotes(element: ElementRef<'_>, depth: usize) -> Option<Block> {
    let list = children(element, "ol").next().filter(|_| element.attr("class") == Some("footnotes"))?;
    if !contains_only(element, &["ol"]) || !contains_only(list, &["li"]) {
        return None;
    }
    let numbered: Option<Vec<_>> = children(list, "li").map(|note| Some((note, number(note)?))).collect();
    let notes = numbered?.into_iter().map(|(note, number)| footnote(note, number, depth)).collect();
    Some(Block::Footnotes(FootnotesBlock { id: String::new(), notes }))
}

fn number(note: ElementRef<'_>) -> Option<u32> {
    note.attr("id")?.strip_prefix("fn:")?.parse().ok()
}

fn footnote(note: ElementRef<'_>, number: u32, depth: usize) -> Footnote {
    let back =
        children(note, "a").filter(|link| link.attr("class") == Some(inlines::FOOTNOTE_BACKLINK_CLASS));
    let references = back.filter_map(|link| Some(link.attr("href")?.strip_prefix('#')?.to_owned()));
    let id = note.attr("id").unwrap_or_default().to_owned();
    Footnote { number, references: references.collect(), blocks: child_blocks(note, depth), id }
}

fn figure(figure: ElementRef<'_>) -> Option<Block> {
    let caption = children(figure, "figcaption").next();
    let caption_line = || caption.map(inlines::from_element).filter(|line| !line.is_empty());
    if let Some(listing) = children(figure, "pre").next() {
        let is_whole = contains_only(figure, &["figcaption", "pre"]) && figure.child_elements().count() <= 2;
        let title =
            || caption_line().map(|line| inlines::plain_text(&line)).filter(|title| !title.is_empty());
        return is_whole.then(|| code_blocks::code(listing, title()));
    }
    if children_except(figure, caption).flat_map(|node| node.descendants()).nth(MAX_FIGURE_NODES).is_some() {
        return None;
    }
    let content = inlines::from_nodes(children_except(figure, caption));
    match (content.as_slice(), figure.attr("data-embed")) {
        ([Inline::Link(link)], Some(provider)) => {
            let url = link
                .href
                .clone()
                .filter(|url| inlines::plain_text(&link.content) == *url && caption.is_none())?;
            Some(Block::Embed(EmbedBlock { id: String::new(), provider: provider.to_owned(), url }))
        }
        ([Inline::Image(image)], _) => {
            let domain::ImageInline { src, alt, title: _, width, height } = image.clone();
            let caption = caption_line();
            Some(Block::Figure(FigureBlock { id: String::new(), src, alt, width, height, caption }))
        }
        _ => None,
    }
}

/// The maximum number of nodes in a figure besides its caption: an image, or a link with its text, with wrappers and
/// white space. A figure with more nodes is neither, so its content is not read.
const MAX_FIGURE_NODES: usize = 12;

/// The children of an element without one of them.
fn children_except<'a>(
    element: ElementRef<'a>,
    child: Option<ElementRef<'a>>,
) -> impl Iterator<Item = NodeRef<'a, Node>> {
    element.children().filter(move |node| Some(node.id()) != child.map(|child| child.id()))
}

fn children<'a>(element: ElementRef<'a>, name: &'static str) -> impl Iterator<Item = ElementRef<'a>> {
    element.child_elements().filter(move |child| child.value().name() == name)
}

/// Whether an element has no text of its own and only these children, so that converting it loses nothing.
fn contains_only(element: ElementRef<'_>, names: &[&str]) -> bool {
    element.children().all(|child| match child.value() {
        Node::Element(element) => names.contains(&element.name()),
        Node::Text(text) => text.trim().is_empty(),
        _ => true,
    })
}
