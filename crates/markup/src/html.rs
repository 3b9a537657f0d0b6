//! The tree as HTML, not yet safe.

use std::fmt::{self, Write};
use std::iter;

use comrak::Node;
use comrak::html::{ChildRendering, Context, escape, format_document_with_formatter, format_node_default};
use comrak::nodes::NodeValue;
use comrak::options::Plugins;
use domain::OutlineEntry;

use crate::parse::options;
use crate::sanitise::AnchorMark;

/// The HTML with a marked anchor on each heading, in the order of `headings`.
pub(crate) fn with_anchors(root: Node<'_>, headings: &[OutlineEntry], mark: &AnchorMark) -> String {
    written(root, &mut headings.iter().map(|heading| mark.marked(&heading.id)))
}

/// The HTML with plain headings: every id in it was written by the author.
pub(crate) fn without_anchors(root: Node<'_>) -> String {
    written(root, &mut iter::empty())
}

/// The source itself, as one code block.
pub(crate) fn verbatim(markdown: &str) -> String {
    let mut html = String::from("<pre><code>");
    let escaped = escape(&mut html, &markdown.replace('\0', "\u{fffd}"));
    debug_assert!(escaped.is_ok(), "writing to a string cannot fail");
    html.push_str("</code></pre>\n");
    html
}

type Anchors<'i> = &'i mut dyn Iterator<Item = String>;

fn written(root: Node<'_>, anchors: Anchors<'_>) -> String {
    let mut html = String::new();
    let written =
        format_document_with_formatter(root, &options(), &mut html, &Plugins::default(), write_node, anchors)
            .is_ok();
    debug_assert!(written, "writing to a string cannot fail");
    html
}

fn write_node(
    context: &mut Context<'_, '_, Anchors<'_>>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    let NodeValue::Heading(heading) = node.data().value else {
        return format_node_default(context, node, entering);
    };
    if entering {
        context.cr()?;
        match context.user.next() {
            Some(id) => write!(context, "<h{} id=\"{id}\">", heading.level)?,
            None => write!(context, "<h{}>", heading.level)?,
        }
    } else {
        writeln!(context, "</h{}>", heading.level)?;
    }
    Ok(ChildRendering::HTML)
}
