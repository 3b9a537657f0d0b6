//! The title of an article.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_segmentation::UnicodeSegmentation;
use utoipa::ToSchema;

use crate::{Invalid, text};

/// A headline: one line of at most 120 characters, without leading or trailing white space.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "Feature flags that do not rot")]
pub struct Headline(String);

impl Headline {
    /// How long it may be, in characters.
    pub const MAX_CHARS: usize = 120;

    /// A working headline made from running text: its first sentence without the full stop, cut at a word boundary
    /// when it is too long. `None` when the text has no word that fits.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let sentence = text.unicode_sentences().next().unwrap_or(text).trim();
        let cut = text::truncate_at_word(sentence, Self::MAX_CHARS);
        let headline = cut.strip_suffix('.').unwrap_or(cut).trim_end();
        Self::try_from(headline.to_owned()).ok()
    }

    /// The text as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Headline {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        text::check_trimmed_line("The headline", &value, Self::MAX_CHARS)?;
        Ok(Self(value))
    }
}

impl From<Headline> for String {
    fn from(value: Headline) -> Self {
        value.0
    }
}

impl fmt::Display for Headline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_first_sentence_becomes_the_working_headline() {
        let headline = Headline::from_text("Feature flags rot faster than any other code. The teams that …");
        assert_eq!(headline.unwrap().as_str(), "Feature flags rot faster than any other code");
    }

    #[test]
    fn a_headline_of_121_characters_is_refused_with_its_length() {
        let refused = Headline::try_from("x".repeat(121)).unwrap_err();
        assert_eq!(refused.0.first().unwrap().detail, "The headline has 121 characters; 120 are allowed.");
    }

    proptest! {
        #[test]
        fn only_valid_headlines_can_be_constructed(value in any::<String>()) {
            let valid = value.trim() == value
                && !value.is_empty()
                && value.chars().count() <= 120
                && !value.chars().any(char::is_control);
            prop_assert_eq!(Headline::try_from(value).is_ok(), valid);
        }

        #[test]
        fn a_derived_headline_is_a_prefix_that_ends_at_a_word(value in "[a-z ,.äöü—]{0,400}") {
            if let Some(headline) = Headline::from_text(&value) {
                let rest = value.trim_start().strip_prefix(headline.as_str());
                prop_assert!(rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
            }
        }
    }
}
