//! Highlights search terms in text. The output is safe HTML: the escaped text with `<mark>` around matches. Which articles
//! match is decided by Postgres, not here.

use std::collections::HashSet;
use std::iter;

use comrak::html::escape;
use domain::Locale;
use rust_stemmers::{Algorithm, Stemmer};

/// The terms of a search query, stemmed, so that every inflection of a word matches.
pub struct SearchHighlighter {
    stemmer: Option<Stemmer>,
    stems: HashSet<String>,
    /// The last word as a prefix, if it may be incomplete.
    unfinished_prefix: Option<String>,
}

/// A word of a text: where it begins and ends, in bytes.
type ByteRange = (usize, usize);

/// The approximate length of a passage, in bytes.
const PASSAGE_BYTES: usize = 240;

impl SearchHighlighter {
    /// Creates a highlighter for a search, without its excluded words. `unfinished` is the last word, if it may be incomplete.
    #[must_use]
    pub fn new(locale: &Locale, search: &str, unfinished: Option<&str>) -> Self {
        let stemmer = algorithm(locale).map(Stemmer::create);
        let wanted = search.split_whitespace().filter(|word| !word.starts_with('-'));
        let words = wanted.flat_map(|word| words(word).map(|(from, to)| word.get(from..to)));
        let stems = words.flatten().map(|word| stem(stemmer.as_ref(), word)).collect();
        Self { stemmer, stems, unfinished_prefix: unfinished.map(str::to_lowercase) }
    }

    /// The whole text with matches marked.
    #[must_use]
    pub fn mark(&self, text: &str) -> String {
        let found: Vec<ByteRange> = self.matches_in(text).map(|(range, _)| range).collect();
        mark_ranges(text, (0, text.len()), &found)
    }

    /// The passage of a text with the most different search terms, the first of several; `None` if there is no match.
    #[must_use]
    pub fn passage(&self, text: &str) -> Option<String> {
        let text = text.get(..text.floor_char_boundary(MAX_SCANNED_BYTES)).unwrap_or(text);
        let found: Vec<(ByteRange, String)> = self.matches_in(text).take(MAX_MATCHES).collect();
        let (from, _) = found
            .iter()
            .enumerate()
            .map(|(number, ((from, _), _))| {
                let near = found.iter().skip(number).take_while(|((_, to), _)| to - from <= PASSAGE_BYTES);
                let different: HashSet<&str> = near.map(|(_, stem)| stem.as_str()).collect();
                (*from, different.len())
            })
            .reduce(|best, other| if other.1 > best.1 { other } else { best })?;
        let cut = passage_bounds(text, from);
        let ranges: Vec<ByteRange> = found.into_iter().map(|(range, _)| range).collect();
        let (before, after) = (if cut.0 > 0 { "… " } else { "" }, if cut.1 < text.len() { " …" } else { "" });
        Some(format!("{before}{}{after}", mark_ranges(text, cut, &ranges)))
    }

    /// The positions of the matching words, each with its stem.
    fn matches_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (ByteRange, String)> + 'a {
        words(text).filter_map(|range| {
            let word = text.get(range.0..range.1)?;
            self.may_match(word).then(|| self.matching_stem(word)).flatten().map(|stem| (range, stem))
        })
    }

    /// A cheap filter before stemming, based on the first letter, which a word has in common with its stem.
    fn may_match(&self, word: &str) -> bool {
        let first = |word: &str| word.chars().next().map(|first| first.to_lowercase().next());
        let mut sought = self.stems.iter().chain(&self.unfinished_prefix);
        sought.any(|sought| first(sought) == first(word))
    }

    /// The stem of a word, if it matches the search.
    fn matching_stem(&self, word: &str) -> Option<String> {
        let stem = stem(self.stemmer.as_ref(), word);
        let begins = || {
            self.unfinished_prefix
                .as_ref()
                .is_some_and(|unfinished_prefix| word.to_lowercase().starts_with(unfinished_prefix))
        };
        (self.stems.contains(&stem) || begins()).then_some(stem)
    }
}

/// How many bytes of a text are scanned: about as many as the search index covers.
const MAX_SCANNED_BYTES: usize = 100_000;

/// Maximum number of matches examined to choose a passage.
const MAX_MATCHES: usize = 200;

/// The words of a text: runs of letters and digits, approximately as Postgres splits them.
fn words(text: &str) -> impl Iterator<Item = ByteRange> + '_ {
    let mut read = 0;
    iter::from_fn(move || {
        let rest = text.get(read..)?;
        let begin = read + rest.find(char::is_alphanumeric)?;
        let end = text.get(begin..)?.find(|char: char| !char.is_alphanumeric());
        read = end.map_or(text.len(), |length| begin + length);
        Some((begin, read))
    })
}

fn stem(stemmer: Option<&Stemmer>, word: &str) -> String {
    let word = word.to_lowercase();
    match stemmer {
        Some(stemmer) => stemmer.stem(&word).into_owned(),
        None => word,
    }
}

/// The bounds of the passage around a match, at word boundaries.
fn passage_bounds(text: &str, from: usize) -> ByteRange {
    let begin = text.floor_char_boundary(from.saturating_sub(PASSAGE_BYTES / 4));
    let begin = match text.get(begin..from).and_then(|before| before.rfind(['.', '\n', '!', '?'])) {
        // Start at a sentence that begins nearby.
        Some(end) => begin + end + 1,
        None if begin == 0 => 0,
        None => {
            text.get(begin..from).and_then(|before| before.find(' ')).map_or(begin, |space| begin + space)
        }
    };
    let end = text.ceil_char_boundary((begin + PASSAGE_BYTES).min(text.len()));
    let end = match text.get(begin..end).and_then(|passage| passage.rfind(char::is_whitespace)) {
        Some(space) if end < text.len() && begin + space > from => begin + space,
        _ => end,
    };
    trim_range(text, (begin, end))
}

/// The range without white space at both ends.
fn trim_range(text: &str, (from, to): ByteRange) -> ByteRange {
    let part = text.get(from..to).unwrap_or_default();
    (from + part.len() - part.trim_start().len(), to - (part.len() - part.trim_end().len()))
}

/// A part of a text, escaped, with `<mark>` around the ranges in it.
fn mark_ranges(text: &str, (from, to): ByteRange, ranges: &[ByteRange]) -> String {
    let mut html = String::new();
    let mut written = from;
    for (begin, end) in ranges.iter().filter(|(begin, end)| *begin >= from && *end <= to) {
        push_escaped(&mut html, text.get(written..*begin));
        html.push_str("<mark>");
        push_escaped(&mut html, text.get(*begin..*end));
        html.push_str("</mark>");
        written = *end;
    }
    push_escaped(&mut html, text.get(written..to));
    html
}

/// Appends escaped text, with each run of white space replaced by one space.
fn push_escaped(html: &mut String, text: Option<&str>) {
    let text = text.unwrap_or_default();
    let mut gap = false;
    let spaced: String = text
        .chars()
        .filter_map(|char| {
            let is_space = char.is_whitespace();
            let again = is_space && gap;
            gap = is_space;
            if again {
                None
            } else if is_space {
                Some(' ')
            } else {
                Some(char)
            }
        })
        .collect();
    let escaped = escape(html, &spaced);
    debug_assert!(escaped.is_ok(), "writing to a string cannot fail");
}

fn algorithm(locale: &Locale) -> Option<Algorithm> {
    let language = locale.as_str().split('-').next().unwrap_or_default();
    Some(match language {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn highlighter(search: &str, unfinished: Option<&str>) -> SearchHighlighter {
        SearchHighlighter::new(&Locale::try_from("en".to_owned()).unwrap(), search, unfinished)
    }

    #[test]
    fn words_are_marked_in_all_inflections() {
        let marked =
            highlighter("retrying \"webhooks\" -queues", None).mark("Retries of a webhook, and <queues>.");
        assert_eq!(marked, "<mark>Retries</mark> of a <mark>webhook</mark>, and &lt;queues&gt;.");
        assert_eq!(
            highlighter("data", Some("postg")).mark("Postgres has data"),
            "<mark>Postgres</mark> has <mark>data</mark>"
        );
        // The last word may be incomplete, but matches as a complete word too.
        assert_eq!(
            highlighter("flags", Some("flags")).mark("A flag, a flagon"),
            "A <mark>flag</mark>, a flagon"
        );
        let german = Locale::try_from("de-AT".to_owned()).unwrap();
        assert_eq!(
            SearchHighlighter::new(&german, "häuser", None).mark("Ein Haus."),
            "Ein <mark>Haus</mark>."
        );
        let unknown = Locale::try_from("ja".to_owned()).unwrap();
        assert_eq!(SearchHighlighter::new(&unknown, "ABC", None).mark("abc abcs"), "<mark>abc</mark> abcs");
    }

    #[test]
    fn a_passage_covers_most_terms_and_starts_at_a_sentence() {
        let filler = "Nothing of interest is said here, and that at length. ".repeat(20);
        let text = format!("A retry alone. {filler}A retry waits for the webhook.\n\n{filler}");
        let passage = highlighter("webhook retry", None).passage(&text).unwrap();
        assert!(
            passage.starts_with("… A <mark>retry</mark> waits for the <mark>webhook</mark>. Nothing"),
            "{passage}"
        );
        assert!(passage.ends_with(" …"), "{passage}");
        assert_eq!(highlighter("elephant", None).passage(&text), None);
        assert_eq!(highlighter("short", None).passage("Short.").unwrap(), "<mark>Short</mark>.");
    }

    proptest! {
        /// For every search and every text, the output is the escaped text with marks.
        #[test]
        fn highlighting_adds_only_mark_tags(text in "(\\PC|<|&|\"|'){0,400}", search in "\\PC{0,40}", unfinished in "\\PC{0,4}") {
            let highlighter = highlighter(&search, Some(unfinished.as_str()).filter(|word| !word.is_empty()));
            let plain = |html: &str| {
                let html = html.replace("<mark>", "").replace("</mark>", "");
                prop_assert!(!html.contains(['<', '>', '"']), "{html}");
                Ok(html)
            };
            let mut escaped = String::new();
            push_escaped(&mut escaped, Some(&text));
            let marked = highlighter.mark(&text);
            prop_assert_eq!(marked.matches("<mark>").count(), marked.matches("</mark>").count());
            prop_assert_eq!(plain(&marked)?.replace(' ', ""), escaped.replace(' ', ""));
            if let Some(passage) = highlighter.passage(&text) {
                prop_assert!(passage.contains("<mark>"), "{passage}");
                let passage = plain(&passage)?;
                let passage = passage.trim_start_matches("… ").trim_end_matches(" …").replace(' ', "");
                prop_assert!(escaped.replace(' ', "").contains(&passage), "{passage}");
            }
        }
    }
}
