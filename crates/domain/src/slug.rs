//! Names in URLs.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Invalid;

/// The slug of an article or term in URLs: lower-case ASCII letters and digits in groups joined by single hyphens, at
/// most 96 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$", example = "feature-flag-hygiene")]
pub struct Slug(String);

impl Slug {
    /// How long it may be, in characters.
    pub const MAX_CHARS: usize = 96;

    /// The slug of a text: transliterated to ASCII, cut at a word when too long. `None` when nothing is left.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let ascii = deunicode::deunicode(text).replace(['\'', '’'], "").to_ascii_lowercase();
        let mut slug = String::new();
        for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            let hyphen = usize::from(!slug.is_empty());
            if slug.len() + hyphen + word.len() > Self::MAX_CHARS {
                break;
            }
            slug.push_str(if slug.is_empty() { "" } else { "-" });
            slug.push_str(word);
        }
        Self::try_from(slug).ok()
    }

    /// This slug with `-number` behind it, shortened where that would make it too long.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        let suffix = format!("-{number}");
        let room = Self::MAX_CHARS.saturating_sub(suffix.len());
        let stem: String = self.0.chars().take(room).collect();
        Self(format!("{}{suffix}", stem.trim_end_matches('-')))
    }

    /// The slug as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Slug {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let group = |group: &str| {
            !group.is_empty() && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !value.split('-').all(group) {
            let detail = "A slug is made of lower-case letters a-z and digits, joined by single hyphens.";
            return Err(Invalid::one("pattern", detail));
        }
        if value.len() > Self::MAX_CHARS {
            return Err(Invalid::one("max_length", "A slug has at most 96 characters."));
        }
        Ok(Self(value))
    }
}

impl From<Slug> for String {
    fn from(value: Slug) -> Self {
        value.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slugs_are_derived_from_text() {
        let slug = |text| Slug::from_text(text).map(String::from);
        assert_eq!(
            slug("You don't need Redis, or RabbitMQ").as_deref(),
            Some("you-dont-need-redis-or-rabbitmq")
        );
        assert_eq!(slug("Übermäßig — naïve").as_deref(), Some("ubermassig-naive"));
        assert_eq!(slug("…!?"), None);
    }

    proptest! {
        #[test]
        fn derived_slugs_are_valid(text in any::<String>()) {
            if let Some(slug) = Slug::from_text(&text) {
                prop_assert!(Slug::try_from(slug.as_str().to_owned()).is_ok());
                prop_assert!(Slug::try_from(slug.numbered(4_294_967_295).as_str().to_owned()).is_ok());
            }
        }

        #[test]
        fn only_slugs_that_match_the_pattern_are_accepted(text in "[a-zA-Z0-9-]{0,8}") {
            let groups = text.split('-').all(|group| {
                !group.is_empty() && !group.contains(|c: char| c.is_ascii_uppercase())
            });
            prop_assert_eq!(Slug::try_from(text).is_ok(), groups);
        }
    }
}
