//! Markdown in; safe HTML, block tree, plain text, outline and counts out. Pure.
//!
//! One body goes through these steps, each in its own module:
//!
//! 1. `parse` turns Markdown (CommonMark with tables, strikethrough, task lists, autolinks, footnotes, alerts and
//!    formulas) into a tree. `rich` names what paragraphs and code blocks can be beyond that: figures, embeds, listings.
//! 2. `outline` names an anchor for each heading; `html` writes the tree with those anchors, raw HTML included. Anchors
//!    and links between articles bear a `mark`, which no author can write.
//! 3. `survey` reads that HTML once as a browser would: what is in it, and whether it is of a sane shape.
//! 4. `sanitise` states what may stay, has everything else taken away, and tells what that was. It marks relative
//!    addresses, which become absolute when the body is read. `links` finds which articles are linked to in what is left.
//! 5. `blocks` reads the safe HTML as a typed tree, and `text` that tree as text without markup: so all forms say the
//!    same. `standfirst` reads the beginning of Markdown's tree.
//!
//! A body that would keep the parsers busy is not rendered: `budget` has the limits. It may be saved and looked at, and
//! `prepare` refuses to make an edition of it. Rendering blocks the thread for up to a second: callers bound how many
//! bodies they render at once.
//!
//! `passages` finds the words that a reader seeks in a text. `checks` tells what should be known of a draft before it is published, `compare` how two revisions differ, and
//! `rewrite_links` leads the links of a body elsewhere.
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

/// Renders a body. Never fails: whatever was written, something safe comes out. A body that is over budget is not
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
