//! The tree as HTML, not yet safe. What is ours in it bears the mark.

use std::fmt::{self, Write};
use std::slice;

use comrak::Node;
use comrak::html::{ChildRendering, Context, escape, format_document_with_formatter, format_node_default};
use comrak::nodes::NodeValue;
use comrak::options::Plugins;
use domain::OutlineEntry;

use crate::mark::Mark;
use crate::parse::options;

/// The HTML with a marked anchor on each heading, in the order of `headings`.
pub(crate) fn html(root: Node<'_>, headings: &[OutlineEntry], mark: &Mark) -> String {
    let mut html = String::new();
    let ours = Ours { anchors: headings.iter(), mark };
    let written =
        format_document_with_formatter(root, &options(), &mut html, &Plugins::default(), write_node, ours)
            .is_ok();
    debug_assert!(written, "writing to a string cannot fail");
    html
}

/// The source itself, as one code block.
pub(crate) fn verbatim(markdown: &str) -> String {
    let mut html = String::from("<pre><code>");
    let escaped = escape(&mut html, &markdown.replace('\0', "\u{fffd}"));
    debug_assert!(escaped.is_ok(), "writing to a string cannot fail");
    html.push_str("</code></pre>\n");
    html
}

/// What is written our way, and not as the parser's own writer does it.
struct Ours<'i> {
    anchors: slice::Iter<'i, OutlineEntry>,
    mark: &'i Mark,
}

fn write_node(
    context: &mut Context<'_, '_, Ours<'_>>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    if entering && is_article_link(&node.data().value, context.user.mark) {
        // Closes a tag that raw HTML left open, so that the link's address is the first attribute of its tag.
        context.write_str("<!---->")?;
    }
    let NodeValue::Heading(heading) = node.data().value else {
        return format_node_default(context, node, entering);
    };
    if entering {
        context.cr()?;
        match context.user.anchors.next() {
            Some(entry) => {
                let id = context.user.mark.anchor(&entry.id);
                write!(context, "<h{} id=\"{id}\">", heading.level)?;
            }
            None => write!(context, "<h{}>", heading.level)?,
        }
    } else {
        writeln!(context, "</h{}>", heading.level)?;
    }
    Ok(ChildRendering::HTML)
}

fn is_article_link(value: &NodeValue, mark: &Mark) -> bool {
    matches!(value, NodeValue::Link(link) if mark.of_link(&link.url).is_some())
}
