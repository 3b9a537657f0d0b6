//! Validation of the short texts of an article: one line, not blank, and of limited length.

use unicode_segmentation::UnicodeSegmentation;

use crate::Invalid;

/// Checks a text of one line. `what` names it in the sentences of the refusal ("The headline").
/// Lengths are counted in characters (Unicode scalar values).
pub(crate) fn check_line(what: &str, value: &str, longest: usize) -> Result<(), Invalid> {
    let mut found = Vec::new();
    if value.trim().is_empty() {
        found.push(Invalid::one("required", format!("{what} must not be blank.")));
    }
    let length = value.chars().count();
    if length > longest {
        let detail = format!("{what} has {length} characters; {longest} are allowed.");
        found.push(Invalid::one("max_length", detail));
    }
    if value.chars().any(char::is_control) {
        let detail = format!("{what} must not contain line breaks, tabs or other control characters.");
        found.push(Invalid::one("no_control_characters", detail));
    }
    merge(found)
}

/// Like [`check_line`], and without white space at either end.
pub(crate) fn check_trimmed_line(what: &str, value: &str, longest: usize) -> Result<(), Invalid> {
    let line = check_line(what, value, longest);
    if value.trim() == value || value.trim().is_empty() {
        return line;
    }
    let outer =
        Invalid::one("no_outer_white_space", format!("{what} must not begin or end with white space."));
    merge(line.err().into_iter().chain([outer]))
}

/// The longest beginning of `text` that ends at a word boundary (UAX 29) and has at most `longest` characters,
/// without white space or opening punctuation at its end. Empty when not even one word fits.
pub(crate) fn truncate_at_word(text: &str, longest: usize) -> &str {
    if text.chars().count() <= longest {
        return text;
    }
    let mut end = 0;
    let mut length = 0;
    for (start, piece) in text.split_word_bound_indices() {
        length += piece.chars().count();
        if length > longest {
            break;
        }
        end = start + piece.len();
    }
    let cut = text.get(..end).unwrap_or_default();
    cut.trim_end_matches(|c: char| !c.is_alphanumeric())
}

fn merge(found: impl IntoIterator<Item = Invalid>) -> Result<(), Invalid> {
    let violations: Vec<_> = found.into_iter().flat_map(|invalid| invalid.0).collect();
    if violations.is_empty() { Ok(()) } else { Err(Invalid(violations)) }
}
