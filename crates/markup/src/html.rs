//! Writes the syntax tree as HTML that is not sanitised yet. Generated anchors and links carry the trust marker.

use std::fmt::{self, Write};
use std::slice;

use comrak::Node;
use comrak::html::{ChildRendering, Context, format_document_with_formatter, format_node_default};
use comrak::nodes::{NodeAlert, NodeFootnoteDefinition, NodeFootnoteReference, NodeValue};
use comrak::options::Plugins;
use domain::{OutlineEntry, Token};

use crate::budget::{BoundedString, MAX_HTML_BYTES, MAX_HTML_TOKENS, OverBudget};
use crate::extensions::{self, CodeInfo, StandaloneParagraph};
use crate::parse::options;
use crate::syntax_highlighter::SyntaxHighlighter;
use crate::trust_marker::TrustMarker;

/// The HTML with a marked anchor on each heading, in the order of `headings`.
///
/// # Errors
/// [`OverBudget::HtmlBytes`], [`OverBudget::HtmlTokens`].
pub(crate) fn write_html(
    root: Node<'_>,
    headings: &[OutlineEntry],
    marker: &TrustMarker,
) -> Result<String, OverBudget> {
    let mut html = BoundedString::new(MAX_HTML_BYTES);
    let state =
        FormatterState { anchors: headings.iter(), marker, notes: 0, highlighter: SyntaxHighlighter::new() };
    format_document_with_formatter(root, &options(), &mut html, &Plugins::default(), write_node, state)
        .map_err(|_| OverBudget::HtmlBytes)?;
    let html = html.into_string();
    let tokens = html.bytes().filter(|byte| [b'<', b'&'].contains(byte)).count();
    if tokens > MAX_HTML_TOKENS { Err(OverBudget::HtmlTokens) } else { Ok(html) }
}

/// What previews and checks show instead of a body that is over budget.
pub(crate) fn over_budget_html(over: OverBudget) -> String {
    format!("<p>This body cannot be rendered. {over}</p>\n")
}

/// The state of the formatter for nodes that are not written as comrak writes them.
struct FormatterState<'i> {
    anchors: slice::Iter<'i, OutlineEntry>,
    marker: &'i TrustMarker,
    /// How many footnotes were written.
    notes: u32,
    highlighter: SyntaxHighlighter,
}

fn write_node(
    context: &mut Context<'_, '_, FormatterState<'_>>,
    node: Node<'_>,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    let data = node.data();
    match &data.value {
        NodeValue::Heading(heading) => write_heading(context, heading.level, entering),
        NodeValue::Paragraph => match extensions::standalone(node) {
            Some(standalone) if entering => write_standalone(context, &standalone),
            Some(_) => Ok(ChildRendering::Skip),
            None if is_in_note(node) => {
                // comrak's own writer would add back links of its own to the paragraph.
                if entering {
                    context.cr()?;
                }
                context.write_str(if entering { "<p>" } else { "</p>\n" })?;
                Ok(ChildRendering::HTML)
            }
            None => format_node_default(context, node, entering),
        },
        NodeValue::CodeBlock(block) if entering => {
            write_code(context, &CodeInfo::parse(&block.info), &block.literal)
        }
        NodeValue::Math(math) if entering => {
            context.write_str("<code class=\"math\">")?;
            context.escape(&math.literal)?;
            context.write_str("</code>")?;
            Ok(ChildRendering::HTML)
        }
        NodeValue::CodeBlock(_) | NodeValue::Math(_) => Ok(ChildRendering::HTML),
        NodeValue::Alert(alert) => write_alert(context, alert, entering),
        NodeValue::FootnoteReference(reference) if entering => write_reference(context, reference),
        NodeValue::FootnoteReference(_) => Ok(ChildRendering::HTML),
        NodeValue::FootnoteDefinition(note) => write_note(context, note, entering),
        NodeValue::Document if !entering && context.user.notes > 0 => {
            context.write_str("</ol>\n</section>\n")?;
            Ok(ChildRendering::HTML)
        }
        value => {
            if entering && is_article_link(value, context.user.marker) {
                // Closes a tag that raw HTML left open, so that the link's address is the first attribute of its tag.
                context.write_str("<!---->")?;
            }
            format_node_default(context, node, entering)
        }
    }
}

fn write_heading(
    context: &mut Context<'_, '_, FormatterState<'_>>,
    level: u8,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    if !entering {
        writeln!(context, "</h{level}>")?;
        return Ok(ChildRendering::HTML);
    }
    context.cr()?;
    match context.user.anchors.next() {
        Some(entry) => {
            let id = context.user.marker.anchor(&entry.id);
            write!(context, "<h{level} id=\"{id}\">")?;
        }
        None => write!(context, "<h{level}>")?,
    }
    Ok(ChildRendering::HTML)
}

fn write_standalone(
    context: &mut Context<'_, '_, FormatterState<'_>>,
    paragraph: &StandaloneParagraph,
) -> Result<ChildRendering, fmt::Error> {
    context.cr()?;
    match paragraph {
        StandaloneParagraph::Figure { src, alt, caption } => {
            context.write_str("<figure><img src=\"")?;
            context.escape_href(src)?;
            context.write_str("\" alt=\"")?;
            context.escape(alt)?;
            context.write_str("\"><figcaption>")?;
            context.escape(caption)?;
            context.write_str("</figcaption></figure>\n")?;
        }
        StandaloneParagraph::Embed { provider, url } => {
            write!(context, "<figure class=\"embed\" data-embed=\"{provider}\"><a href=\"")?;
            context.escape_href(url)?;
            context.write_str("\">")?;
            context.escape(url)?;
            context.write_str("</a></figure>\n")?;
        }
    }
    Ok(ChildRendering::Skip)
}

fn write_code(
    context: &mut Context<'_, '_, FormatterState<'_>>,
    info: &CodeInfo,
    literal: &str,
) -> Result<ChildRendering, fmt::Error> {
    let CodeInfo { language, title, lines } = info;
    context.cr()?;
    if let Some(title) = title {
        context.write_str("<figure class=\"code\"><figcaption>")?;
        context.escape(title)?;
        context.write_str("</figcaption>")?;
    }
    context.write_str("<pre><code")?;
    if let Some(language) = language {
        context.write_str(" class=\"language-")?;
        context.escape(language)?;
        context.write_str("\"")?;
    }
    if let Some(lines) = lines {
        write!(context, " data-lines=\"{lines}\"")?;
    }
    context.write_str(">")?;
    let highlighter = &mut context.user.highlighter;
    match language.as_deref().and_then(|language| highlighter.tokens(language, literal)) {
        Some(tokens) => write_tokens(context, &tokens)?,
        None => context.escape(literal)?,
    }
    context.write_str("</code></pre>")?;
    context.write_str(if title.is_some() { "</figure>\n" } else { "\n" })?;
    Ok(ChildRendering::HTML)
}

fn write_tokens(context: &mut Context<'_, '_, FormatterState<'_>>, tokens: &[Token]) -> fmt::Result {
    for Token { kind, text } in tokens {
        match kind {
            Some(kind) => {
                write!(context, "<span class=\"{}\">", kind.class())?;
                context.escape(text)?;
                context.write_str("</span>")?;
            }
            None => context.escape(text)?,
        }
    }
    Ok(())
}

fn write_alert(
    context: &mut Context<'_, '_, FormatterState<'_>>,
    alert: &NodeAlert,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    context.cr()?;
    if !entering {
        context.write_str("</aside>\n")?;
        return Ok(ChildRendering::HTML);
    }
    let kind = alert.alert_type.default_title();
    let class = kind.to_lowercase();
    writeln!(context, "<aside class=\"alert alert-{class}\" role=\"note\" aria-label=\"{kind}\">")?;
    if let Some(title) = &alert.title {
        context.write_str("<p class=\"alert-title\">")?;
        context.escape(title)?;
        context.write_str("</p>\n")?;
    }
    Ok(ChildRendering::HTML)
}

/// Anchors of footnotes have a colon, which those of headings never have.
fn write_reference(
    context: &mut Context<'_, '_, FormatterState<'_>>,
    reference: &NodeFootnoteReference,
) -> Result<ChildRendering, fmt::Error> {
    let number = reference.ix;
    let id = context.user.marker.anchor(&reference_anchor(number, reference.ref_num));
    write!(context, "<sup class=\"footnote-ref\"><a href=\"#fn:{number}\" id=\"{id}\">{number}</a></sup>")?;
    Ok(ChildRendering::HTML)
}

fn write_note(
    context: &mut Context<'_, '_, FormatterState<'_>>,
    note: &NodeFootnoteDefinition,
    entering: bool,
) -> Result<ChildRendering, fmt::Error> {
    context.cr()?;
    if !entering {
        let number = context.user.notes;
        for reference in 1..=note.total_references {
            let back = reference_anchor(number, reference);
            let label = format!("Back to reference {number}");
            writeln!(
                context,
                "<a href=\"#{back}\" class=\"footnote-back\" aria-label=\"{label}\">\u{21a9}</a>"
            )?;
        }
        context.write_str("</li>\n")?;
        return Ok(ChildRendering::HTML);
    }
    if context.user.notes == 0 {
        context.write_str("<section class=\"footnotes\">\n<ol>\n")?;
    }
    context.user.notes = context.user.notes.saturating_add(1);
    let id = context.user.marker.anchor(&format!("fn:{}", context.user.notes));
    writeln!(context, "<li id=\"{id}\">")?;
    Ok(ChildRendering::HTML)
}

fn is_in_note(paragraph: Node<'_>) -> bool {
    paragraph.parent().is_some_and(|parent| matches!(parent.data().value, NodeValue::FootnoteDefinition(_)))
}

fn reference_anchor(number: u32, reference: u32) -> String {
    if reference > 1 { format!("fnref:{number}:{reference}") } else { format!("fnref:{number}") }
}

fn is_article_link(value: &NodeValue, marker: &TrustMarker) -> bool {
    matches!(value, NodeValue::Link(link) if marker.article_link(&link.url).is_some())
}
