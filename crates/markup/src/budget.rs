//! What one body may cost. Each limit counts something in the body and none measures time, so every machine accepts and
//! refuses the same bodies. Within them a body of 1 MiB takes at most about ten times as long as prose of that size.

use std::fmt::{self, Write};

/// How many quotes and lists one line may open or continue.
pub(crate) const MAX_CONTAINERS: usize = 150;

/// How many attributes one tag may have.
pub(crate) const MAX_ATTRIBUTES: usize = 8_000;

/// How many cells tables may have: short rows are padded to the width of the table, so a few characters can make many.
pub(crate) const MAX_CELLS: usize = 20_000;

/// How many steps the parser of Markdown may take: a step is a line, an inline or a node.
pub(crate) const MAX_PARSER_STEPS: usize = 200_000;

/// How many quotes and lists all lines together may continue. A blank line continues those of the line before it, and the
/// parser looks at each of them.
pub(crate) const MAX_CONTINUED: usize = 5_000_000;

/// How many bytes the parser may scan for the ends of inline formulas. It scans again from each start.
pub(crate) const MAX_FORMULA_BYTES: usize = 16 << 20;

/// How many nodes Markdown's tree may have: each costs in every step that follows. Prose of 1 MiB has about 15,000.
pub(crate) const MAX_NODES: usize = 60_000;

/// How many bytes the HTML may have before it is sanitised. A long URL can be defined once and used many times.
pub(crate) const MAX_HTML_BYTES: usize = 8 << 20;

/// How many tags and character references the HTML may have before it is sanitised: it is parsed three times, and each of
/// them costs as much as a hundred letters.
pub(crate) const MAX_HTML_TOKENS: usize = 60_000;

/// The limit that a body exceeds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OverBudget {
    Containers,
    Continued,
    ParserSteps,
    Formulas,
    Attributes,
    Cells,
    Nodes,
    HtmlBytes,
    HtmlTokens,
    HtmlShape,
}

impl fmt::Display for OverBudget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Containers => "The body opens more than 150 quotes and lists inside one another.",
            Self::Continued => "The body continues deeply nested quotes and lists for too many lines.",
            Self::ParserSteps => {
                "Reading the Markdown of the body takes more than 200,000 steps: it has too many marks and lines."
            }
            Self::Formulas => "The body begins too many inline formulas that end far away or nowhere.",
            Self::Attributes => "A tag in the body has more than 8,000 attributes.",
            Self::Cells => "The tables in the body have more than 20,000 cells.",
            Self::Nodes => {
                "The body has more than 60,000 parts, such as headings, list items, links and emphasised words. \
                 Divide it into several articles."
            }
            Self::HtmlBytes => "The HTML of the body has more than 8 MiB. Divide it into several articles.",
            Self::HtmlTokens => {
                "The HTML of the body has more than 60,000 tags and character references. \
                 Divide it into several articles."
            }
            Self::HtmlShape => "The HTML in the body nests elements too deeply, or leaves too many of them open.",
        })
    }
}

/// A string that refuses to grow beyond a limit.
pub(crate) struct BoundedString {
    text: String,
    max_bytes: usize,
}

impl BoundedString {
    pub(crate) fn new(max_bytes: usize) -> Self {
        Self { text: String::new(), max_bytes }
    }

    pub(crate) fn into_string(self) -> String {
        self.text
    }
}

impl Write for BoundedString {
    fn write_str(&mut self, piece: &str) -> fmt::Result {
        if self.text.len().saturating_add(piece.len()) > self.max_bytes {
            return Err(fmt::Error);
        }
        self.text.push_str(piece);
        Ok(())
    }
}
