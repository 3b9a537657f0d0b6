//! What somebody typed into a search box. Not here: which articles have the words (`store::delivery::search`).

use std::collections::HashMap;

use domain::Invalid;
use serde_json::json;

use crate::http::query_params::param_value;

/// What was typed, in one spelling, and its last word apart if that may go on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SearchWords {
    whole: String,
    /// How long it is without the last word, in bytes; as long as it is where all of it is finished.
    finished: usize,
}

/// How many characters a search has at most.
const LONGEST: usize = 200;

/// How many words are looked up that may be mistyped.
const MOST_DOUBTFUL: usize = 8;

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
    /// All of it.
    pub(super) fn whole(&self) -> &str {
        &self.whole
    }

    /// What stands before the last word, if that may go on.
    pub(super) fn before(&self) -> &str {
        self.whole.get(..self.finished).unwrap_or_default()
    }

    /// The last word, if it may go on.
    pub(super) fn unfinished(&self) -> Option<String> {
        self.whole.get(self.finished..).filter(|word| !word.is_empty()).map(str::to_lowercase)
    }

    /// The words that are to be there and may be mistyped, in lower case. Each takes a while to look up, so of many it is the
    /// first; and what is shorter than three letters is like anything.
    pub(super) fn doubtful(&self) -> Vec<String> {
        let wanted = self.whole.split(' ').filter(|word| !word.starts_with('-'));
        let words = wanted.flat_map(|word| word.split(|char: char| !char.is_alphanumeric()));
        words.filter(|word| word.chars().count() > 2).take(MOST_DOUBTFUL).map(str::to_lowercase).collect()
    }

    /// The same with other words in the place of some, all of them finished; `None` where that changes nothing. Of those
    /// that are offered for a word, in their order, the one that takes the fewest slips of the finger is taken.
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

/// The last word, where it is one and not part of a phrase, of an exclusion or of an `or`.
fn unfinished(whole: &str) -> Option<&str> {
    let (before, last) = whole.rsplit_once(' ').unwrap_or(("", whole));
    let is_alternative = before.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("or"));
    let is_open = !whole.matches('"').count().is_multiple_of(2);
    // Of `post-mort`, the first half is finished.
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
        assert_eq!(words(&"abc ".repeat(50)).doubtful().len(), MOST_DOUBTFUL);
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
