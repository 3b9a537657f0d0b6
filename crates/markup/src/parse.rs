//! Markdown to a tree. The one place that says which Markdown is spoken.

use comrak::options::{Extension, Parse, Render};
use comrak::{Arena, Node, Options, parse_document};

/// The tree of a body, or `None` when it is [too nested](too_nested) to be parsed in linear time.
pub(crate) fn parse<'a>(arena: &'a Arena<'a>, markdown: &str) -> Option<Node<'a>> {
    (!too_nested(markdown)).then(|| parse_document(arena, markdown, &options()))
}

/// CommonMark with the parts of GitHub's Markdown that articles use.
pub(crate) fn options() -> Options<'static> {
    Options {
        extension: Extension {
            table: true,
            strikethrough: true,
            tasklist: true,
            autolink: true,
            ..Extension::default()
        },
        parse: Parse::default(),
        render: Render {
            // Raw HTML is the sanitiser's business, which sees the whole and not a piece at a time.
            r#unsafe: true,
            ..Render::default()
        },
    }
}

/// How many quotes and lists one line may open or continue.
const MOST_CONTAINERS: usize = 100;

/// Whether some line opens or continues more containers than [`MOST_CONTAINERS`].
///
/// The parser looks at every open container for every line that follows, so one line of 100,000 list markers makes
/// each blank line after it cost as much. Depth can also grow from line to line, but only by indenting more each time,
/// which bounds it by the square root of the body's length. The count is generous: it takes every character that could
/// belong to a marker at the start of a line for one.
fn too_nested(markdown: &str) -> bool {
    markdown.split(['\n', '\r']).any(|line| !is_rule(line) && containers(line) > MOST_CONTAINERS)
}

fn containers(line: &str) -> usize {
    line.split_inclusive([' ', '\t', '>'])
        .take_while(|piece| piece.chars().all(|c| c.is_ascii_digit() || " \t>-+*.)".contains(c)))
        .filter(|piece| !piece.trim().is_empty())
        .count()
}

/// A thematic break, however long, opens nothing.
fn is_rule(line: &str) -> bool {
    ['-', '*', '_'].into_iter().any(|mark| line.chars().all(|c| c == mark || c == ' ' || c == '\t'))
}
