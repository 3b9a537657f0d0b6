//! Parses a teaser feed.

use std::str;

use domain::{Headline, Invalid, Kicker, Name, Slug, Standfirst};

use crate::Diagnostic;
use crate::article::TermName;

/// A valid block of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// The line where it begins, from 1.
    pub(super) line: usize,
    pub(super) section: TermName,
    pub(super) kicker: Kicker,
    /// The standfirst, byte for byte.
    pub(super) standfirst: Standfirst,
    /// A working headline derived from the standfirst; absent if that contains no word.
    pub(super) headline: Option<Headline>,
}

/// Parses a feed.
///
/// # Errors
/// Every error in it, by line.
pub(super) fn parse(feed: &[u8]) -> Result<Vec<Block>, Vec<Diagnostic>> {
    let text = str::from_utf8(feed).map_err(|invalid| {
        let before = feed.get(..invalid.valid_up_to()).unwrap_or_default();
        let line = 1 + before.split(|byte| *byte == b'\n').count().saturating_sub(1);
        vec![error(line, "the feed is not valid UTF-8".to_owned())]
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut blocks = Vec::new();
    let mut errors = Vec::new();
    for lines in groups(text) {
        match block(&lines) {
            Ok(block) => blocks.push(block),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() { Ok(blocks) } else { Err(errors) }
}

type Line<'a> = (usize, &'a str);

/// Groups of up to three lines; a blank line ends a group early.
fn groups(text: &str) -> Vec<Vec<Line<'_>>> {
    let mut groups: Vec<Vec<Line<'_>>> = Vec::new();
    let mut group: Vec<Line<'_>> = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        if !line.trim().is_empty() {
            group.push((number, line));
        }
        if group.len() == 3 || line.trim().is_empty() && !group.is_empty() {
            groups.push(std::mem::take(&mut group));
        }
    }
    if !group.is_empty() {
        groups.push(group);
    }
    groups
}

fn block(lines: &[Line<'_>]) -> Result<Block, Vec<Diagnostic>> {
    let [(line, section), (kicker_line, kicker), (standfirst_line, standfirst)] = lines else {
        let line = lines.first().map_or(0, |(line, _)| *line);
        let count = lines.len();
        let detail = format!("a block must have three lines (section, kicker, standfirst), not {count}");
        return Err(vec![error(line, detail)]);
    };
    let name = part(*line, "section", Name::try_from((*section).to_owned()));
    let slug = Slug::from_text(section)
        .ok_or_else(|| error(*line, "the section needs a letter or digit for the slug".to_owned()));
    let kicker = part(*kicker_line, "kicker", Kicker::try_from((*kicker).to_owned()));
    let text = part(*standfirst_line, "standfirst", Standfirst::try_from((*standfirst).to_owned()));
    match (name, slug, kicker, text) {
        (Ok(name), Ok(slug), Ok(kicker), Ok(text)) => {
            let (section, headline) = (TermName { slug, name }, Headline::from_text(standfirst));
            Ok(Block { line: *line, section, kicker, standfirst: text, headline })
        }
        (name, slug, kicker, text) => {
            Err([name.err(), slug.err(), kicker.err(), text.err()].into_iter().flatten().collect())
        }
    }
}

fn part<T>(line: usize, what: &str, parsed: Result<T, Invalid>) -> Result<T, Diagnostic> {
    parsed.map_err(|invalid| error(line, format!("invalid {what}: {invalid}")))
}

fn error(line: usize, detail: String) -> Diagnostic {
    Diagnostic { path: None, line, detail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_between_blocks_and_a_last_newline_are_optional() {
        let tight = parse(b"a\nb\nOne. Two.\na\nb\nThree").unwrap();
        let loose =
            parse("\u{feff}\r\na\r\nb\r\nOne. Two.\r\n\r\n\r\na\r\nb\r\nThree\r\n".as_bytes()).unwrap();
        let texts = |blocks: &[Block]| blocks.iter().map(|b| b.standfirst.to_string()).collect::<Vec<_>>();
        assert_eq!(texts(&tight), ["One. Two.", "Three"]);
        assert_eq!(texts(&tight), texts(&loose));
    }

    #[test]
    fn every_error_is_reported_with_its_line() {
        let long = "x".repeat(401);
        let feed = format!("a\nb\nc\n\na\nb\n\n!\nb\n{long}\n");
        let lines: Vec<usize> = parse(feed.as_bytes()).unwrap_err().iter().map(|error| error.line).collect();
        assert_eq!(lines, [5, 8, 10]);
        assert_eq!(parse(b"a\nb\n\xff\n").unwrap_err().first().unwrap().line, 3);
    }
}
