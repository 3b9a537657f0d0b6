//! Parses code blocks of sanitised HTML: language, highlighted lines and tokens.

use domain::{Block, CodeBlock, MathBlock, Token};
use scraper::ElementRef;

use crate::inlines;

/// The code or math block of a `pre` element.
pub(crate) fn code(pre: ElementRef<'_>, title: Option<String>) -> Block {
    let code = pre.child_elements().next().filter(|only| only.value().name() == "code");
    // If there is text beside the `code` element, all of `pre` is code.
    let code = code.filter(|_| pre.children().count() == 1);
    let language = code.and_then(|code| code.attr("class")?.strip_prefix("language-"));
    let tokens = tokens(code.unwrap_or(pre));
    let text: String = tokens.iter().map(|token| token.text.as_str()).collect();
    if language == Some("math") && title.is_none() {
        return Block::Math(MathBlock { id: String::new(), text });
    }
    let lines = code.and_then(|code| code.attr("data-lines")).unwrap_or_default();
    let last = u32::try_from(text.lines().count()).unwrap_or(u32::MAX);
    Block::Code(CodeBlock {
        id: String::new(),
        language: language.map(ToOwned::to_owned),
        title,
        highlighted_lines: parse_line_ranges(lines, last),
        text,
        tokens,
    })
}

/// The tokens, without the newline at the end of the last line.
fn tokens(code: ElementRef<'_>) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    inlines::for_each_text(code, None, &mut |text, kind| match tokens.last_mut() {
        Some(last) if last.kind == kind => last.text.push_str(text),
        _ => tokens.push(Token { kind, text: text.to_owned() }),
    });
    if let Some(last) = tokens.last_mut()
        && last.text.ends_with('\n')
    {
        last.text.pop();
    }
    tokens.retain(|token| !token.text.is_empty());
    tokens
}

/// The line numbers of ranges such as `3,7-9`, limited to lines that exist.
fn parse_line_ranges(named: &str, last: u32) -> Vec<u32> {
    let ranges = named.split(',').filter_map(|range| {
        let (first, to) = range.split_once('-').unwrap_or((range, range));
        Some((first.parse::<u32>().ok()?.max(1), to.parse::<u32>().ok()?.min(last)))
    });
    let mut lines: Vec<u32> = Vec::new();
    for (first, to) in ranges {
        // Skip lines up to the last one added, so that repeated ranges cannot grow the list.
        let first = first.max(lines.last().map_or(1, |line| line.saturating_add(1)));
        lines.extend(first..=to);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::parse_line_ranges;

    #[test]
    fn line_ranges_are_deduplicated_sorted_and_limited_to_existing_lines() {
        assert_eq!(parse_line_ranges("1,3-4", 9), [1, 3, 4]);
        assert_eq!(parse_line_ranges("0-2,2-3,9-4294967295", 4), [1, 2, 3]);
        assert_eq!(parse_line_ranges("5-2,-,7", 9), [7]);
        assert_eq!(parse_line_ranges("", 9), Vec::<u32>::new());
    }
}
