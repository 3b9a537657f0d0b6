//! Parses the text of a search. Matching is in `store::delivery::search`.

use std::collections::HashMap;

use domain::Invalid;
use serde_json::json;

use crate::http::query_params::param_value;

/// The search text in one spelling, with the last word kept apart if it may be a prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SearchWords {
    whole: String,
    /// The length without a last word that may be a prefix, in bytes.
    finished: usize,
}

/// The maximum length of a search, in characters.
const LONGEST: usize = 200;

/// The maximum number of words that are looked up for corrections.
const MAX_DOUBTFUL_WORDS: usize = 8;

param_value!(
    SearchWords,
    json!({ "type": "string", "minLength": 1, "maxLength": LONGEST }),
    |typed| {
        let whole = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if whole.is_empty() {
            return Err(Invalid::one("min_length", "There is no word to search for."));
        }
        if whole.chars().count() > LONGEST {
            return Err(Invalid::one("max_length", "A search has at most 200 characters."));
        }
        let finished = whole.len() - unfinished(&whole).map_or(0, str::len);
        Ok(Self { whole, finished })
    },
    |words| words.whole.clone()
);

impl SearchWords {
    /// The whole text.
    pub(super) fn whole(&self) -> &str {
        &self.whole
    }

    /// The text before a last word that may be a prefix.
    pub(super) fn before(&self) -> &str {
        self.whole.get(..self.finished).unwrap_or_default()
    }

    /// The last word, if it may be a prefix.
    pub(super) fn unfinished(&self) -> Option<String> {
        self.whole.get(self.finished..).filter(|word| !word.is_empty()).map(str::to_lowercase)
    }

    /// The required words that may be misspelled, in lower case. Each lookup takes time, so only the first ones are
    /// returned; words of fewer than three letters are similar to too many others.
    pub(super) fn doubtful(&self) -> Vec<String> {
        let wanted = self.whole.split(' ').filter(|word| !word.starts_with('-'));
        let words = wanted.flat_map(|word| word.split(|char: char| !char.is_alphanumeric()));
        words
            .filter(|word| word.chars().count() > 2)
            .take(MAX_DOUBTFUL_WORDS)
            .map(str::to_lowercase)
            .collect()
    }

    /// The text with some words replaced, none of them a prefix; `None` if that changes nothing. Of the candidates for
    /// a word, the one with the smallest edit distance is taken, and among equals the first.
    pub(super) fn with(&self, offered: Vec<(String, String)>) -> Option<Self> {
        let mut better: HashMap<String, (usize, String)> = HashMap::new();
        for (word, other) in offered {
            let slips = strsim::damerau_levenshtein(&word, &other);
            let is_better = better.get(&word).is_none_or(|(fewest, _)| slips < *fewest);
            if is_better && slips <= 1.max(word.chars().count() / 3) {
                better.insert(word, (slips, other));
            }
        }
        let (mut whole, mut word) = (String::new(), String::new());
        for char in self.whole.chars().chain([' ']) {
            if char.is_alphanumeric() {
                word.push(char);
            } else {
                whole.push_str(better.get(&word.to_lowercase()).map_or(&word, |(_, other)| other));
                whole.push(char);
                word.clear();
            }
        }
        whole.truncate(whole.trim_end().len());
        (whole != self.whole).then_some(Self { finished: whole.len(), whole })
    }
}

/// The last word, unless it is part of a phrase, an exclusion or an `or`.
fn unfinished(whole: &str) -> Option<&str> {
    let (before, last) = whole.rsplit_once(' ').unwrap_or(("", whole));
    let is_alternative = before.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("or"));
    let is_open = !whole.matches('"').count().is_multiple_of(2);
    // In `post-mort`, only the part after the hyphen is incomplete.
    let (first, second) = last.rsplit_once(['-', '\'', '/']).unwrap_or(("a", last));
    let is_word = |part: &str| !part.is_empty() && part.chars().all(char::is_alphanumeric);
    let is_finished = is_alternative || is_open || last.eq_ignore_ascii_case("or");
    (is_word(first) && is_word(second) && !is_finished).then_some(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::query_params::ParamValue;

    fn words(typed: &str) -> SearchWords {
        SearchWords::parse(typed.to_owned()).unwrap()
    }

    #[test]
    fn the_last_plain_word_is_treated_as_an_unfinished_prefix() {
        for (typed, before, unfinished) in [
            ("Feature  Fl ", "Feature ", Some("fl")),
            ("fl", "", Some("fl")),
            ("\"rate limit\" wi", "\"rate limit\" ", Some("wi")),
            ("\"rate lim", "\"rate lim", None),
            ("rate -lim", "rate -lim", None),
            ("rate or lim", "rate or lim", None),
            ("rate or", "rate or", None),
            ("c++", "c++", None),
            ("a post-mort", "a post-", Some("mort")),
            ("a post-", "a post-", None),
        ] {
            let words = words(typed);
            assert_eq!((words.before(), words.unfinished().as_deref()), (before, unfinished), "{typed}");
        }
    }

    #[test]
    fn misspelled_words_are_replaced_by_the_nearest_spelling() {
        let typed = words("\"Wehbook retires\" -Wehbook postgres");
        assert_eq!(typed.doubtful(), ["wehbook", "retires", "postgres"]);
        assert_eq!(words(&"an ab ".repeat(30)).doubtful(), [""; 0]);
        assert_eq!(words(&"abc ".repeat(50)).doubtful().len(), MAX_DOUBTFUL_WORDS);
        let pair = |word: &str, other: &str| (word.to_owned(), other.to_owned());
        let offered =
            vec![pair("wehbook", "handbook"), pair("wehbook", "webhook"), pair("postgres", "elephant")];
        let better = typed.with(offered).unwrap();
        assert_eq!((better.whole(), better.unfinished()), ("\"webhook retires\" -webhook postgres", None));
        assert_eq!(better.with(vec![]), None);
    }

    #[test]
    fn empty_and_oversized_searches_are_refused() {
        for typed in [String::new(), " \u{3000} ".to_owned(), "ä".repeat(201)] {
            assert!(SearchWords::parse(typed).is_err());
        }
        assert!(SearchWords::parse("ä".repeat(200)).is_ok());
    }
}
