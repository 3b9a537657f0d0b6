//! Markdown in; safe HTML, block tree, plain text, outline and counts out. Pure.
//!
//! One body goes through these steps, each in its own module:
//!
//! 1. `parse` turns Markdown (CommonMark with tables, strikethrough, task lists, autolinks, footnotes, alerts and
//!    formulas) into a tree. `extensions` recognises figures, embeds and the info strings of code blocks.
//! 2. `outline` names an anchor for each heading; `html` writes the tree with those anchors, raw HTML included. Anchors
//!    and links between articles carry a `trust_marker`, which no author can write.
//! 3. `html_audit` parses that HTML once as a browser would, lists its elements, and rejects pathological nesting.
//! 4. `sanitise` applies an allow-list, and reports what it removed. It puts markers before relative URLs, which become
//!    absolute when the body is read. `links` collects the IDs of linked articles from the result.
//! 5. `blocks` reads the safe HTML as a typed tree, and `text` extracts plain text from that tree, so that all forms agree.
//!    `block_ids` assigns stable block IDs. `standfirst` derives a standfirst from the first paragraphs.
//!
//! A body that is too expensive to parse is not rendered; `budget` defines the limits. It can be saved and previewed, but
//! `render_edition` refuses to publish it. Rendering blocks the thread for up to a second, so callers bound how many bodies
//! they render concurrently.
//!
//! `search_highlighter` marks search terms in texts, `checks` lints a draft before publishing, `compare` diffs two
//! revisions, and `rewrite_links` replaces link URLs in Markdown.
//!
//! Not here: slugs of articles, storage, and when a body is rendered.

mod block_ids;
mod blocks;
mod budget;
mod checks;
mod code_blocks;
mod compare;
mod edition;
mod extensions;
mod html;
mod html_audit;
mod inlines;
mod links;
mod outline;
mod parse;
mod rewrite_links;
mod sanitise;
mod search_highlighter;
mod standfirst;
mod syntax_highlighter;
mod tables;
mod text;
mod trust_marker;

pub use checks::check_draft;
pub use compare::compare;
pub use edition::{build_edition, preview_edition, preview_slug, render_edition};
pub use rewrite_links::{link_urls, rewrite_links};
pub use search_highlighter::SearchHighlighter;
pub use standfirst::derive_standfirst;
pub use syntax_highlighter::evict_unused_grammars;

use comrak::Arena;
use domain::{ArticleId, OutlineEntry, Removed, Rendering};
use unicode_segmentation::UnicodeSegmentation;

use crate::budget::OverBudget;
use crate::trust_marker::TrustMarker;

/// The version of the rendering; raised whenever the same Markdown would give other bytes.
pub const VERSION: u32 = 5;

const WORDS_PER_MINUTE: u32 = 230;

/// Renders a body. Never fails: any input gives safe HTML. A body that is over budget is not
/// rendered; an explanation takes its place, and [`Rendering::too_complex`] has the reason.
#[must_use]
pub fn render(markdown: &str) -> Rendering {
    let (forms, over) = match render_forms(markdown) {
        Ok(forms) => (forms, None),
        Err(over) => (over_budget_forms(over), Some(over)),
    };
    let blocks = blocks::parse_blocks(&forms.html);
    let text = text::blocks_to_text(&blocks);
    let word_count = u32::try_from(text.unicode_words().count()).unwrap_or(u32::MAX);
    Rendering {
        markup_version: VERSION,
        markdown: markdown.to_owned(),
        html: forms.html,
        blocks,
        text,
        outline: forms.outline,
        links: forms.links,
        word_count,
        reading_minutes: word_count.div_ceil(WORDS_PER_MINUTE),
        removed: forms.removed,
        too_complex: over.map(|over| over.to_string()),
    }
}

struct Forms {
    html: String,
    outline: Vec<OutlineEntry>,
    links: Vec<ArticleId>,
    removed: Vec<Removed>,
}

fn render_forms(markdown: &str) -> Result<Forms, OverBudget> {
    let arena = Arena::new();
    let root = parse::parse(&arena, markdown)?;
    let headings = outline::outline(root);
    let marker = TrustMarker::from_body(markdown);
    marker.mark_article_links(root);
    let written = html::write_html(root, &headings, &marker)?;
    let audit = html_audit::audit(&written).ok_or(OverBudget::HtmlShape)?;

    let html = sanitise::sanitise(&written, &marker);
    Ok(Forms {
        outline: outline::retain_rendered(headings, root, &html),
        links: links::link_targets(&html),
        removed: sanitise::removed_content(&audit, &marker),
        html,
    })
}

fn over_budget_forms(over: OverBudget) -> Forms {
    Forms { html: html::over_budget_html(over), outline: Vec::new(), links: Vec::new(), removed: Vec::new() }
}
