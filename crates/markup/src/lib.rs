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
//! `relink` leads the links of a body elsewhere.
//!
//! Not here: slugs of articles, storage, and when a body is rendered.

mod blocks;
mod budget;
mod checks;
mod compare;
mod highlight;
mod html;
mod identify;
mod inlines;
mod links;
mod listings;
mod mark;
mod outline;
mod parse;
mod passages;
mod prepare;
mod relink;
mod rich;
mod sanitise;
mod standfirst;
mod survey;
mod tables;
mod text;

pub use checks::checks;
pub use compare::compare;
pub use highlight::forget_unused_grammars;
pub use passages::Sought;
pub use prepare::{edition_of, prepare, preview_edition, preview_slug};
pub use relink::{addresses, relink};
pub use standfirst::standfirst_from;

use comrak::Arena;
use domain::{ArticleId, OutlineEntry, Removed, Rendering};
use unicode_segmentation::UnicodeSegmentation;

use crate::budget::OverBudget;
use crate::mark::Mark;

/// The version of the rendering; raised whenever the same Markdown would give other bytes.
pub const VERSION: u32 = 5;

const WORDS_PER_MINUTE: u32 = 230;

/// Renders a body. Never fails: whatever was written, something safe comes out. A body that is over budget is not
/// rendered; an explanation takes its place, and [`Rendering::too_complex`] has the reason.
#[must_use]
pub fn render(markdown: &str) -> Rendering {
    let (forms, over) = match forms_of(markdown) {
        Ok(forms) => (forms, None),
        Err(over) => (explained(over), Some(over)),
    };
    let blocks = blocks::blocks(&forms.html);
    let text = text::text_of(&blocks);
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

fn forms_of(markdown: &str) -> Result<Forms, OverBudget> {
    let arena = Arena::new();
    let root = parse::parse(&arena, markdown)?;
    let headings = outline::outline(root);
    let mark = Mark::of(markdown);
    mark.put_on_links(root);
    let written = html::html(root, &headings, &mark)?;
    let survey = survey::survey(&written).ok_or(OverBudget::HtmlShape)?;

    let html = sanitise::sanitise(&written, &mark);
    Ok(Forms {
        outline: outline::surviving(headings, root, &html),
        links: links::targets(&html),
        removed: sanitise::removed(&survey, &mark),
        html,
    })
}

fn explained(over: OverBudget) -> Forms {
    Forms { html: html::explanation(over), outline: Vec::new(), links: Vec::new(), removed: Vec::new() }
}
