//! The language, and where it matters the script and region, that something is written in.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Invalid;

/// A language tag (BCP 47) in its canonical case: language, optional script, optional region, as in `en`, `de-AT`,
/// `zh-Hant-TW`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, pattern = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", example = "en")]
pub struct Locale(String);

impl Locale {
    /// A placeholder with an empty tag. It is equal to no parsed locale, so nothing is found in it.
    #[must_use]
    pub fn none() -> Self {
        Self(String::new())
    }

    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Finds the locale for a language range by lookup (RFC 4647, section 3.4): a range that is not found is
    /// tried again without its last part, `de-CH` as `de`. The wildcard `*` matches nothing.
    #[must_use]
    pub fn lookup<'a>(range: &str, among: &[&'a Self]) -> Option<&'a Self> {
        let mut range = range;
        loop {
            if let Some(found) = among.iter().find(|locale| locale.0.eq_ignore_ascii_case(range)) {
                return Some(found);
            }
            // RFC 4647 also removes a single letter at the end; no locale ends in one, so that step is not needed here.
            range = range.rsplit_once('-')?.0;
        }
    }
}

impl TryFrom<String> for Locale {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let mut parts = value.split('-').peekable();
        let language = parts.next().is_some_and(is_language);
        parts.next_if(|part| is_script(part));
        parts.next_if(|part| is_region(part));
        if language && parts.next().is_none() {
            return Ok(Self(value));
        }
        let detail = "A locale is a language tag in canonical case, such as `en`, `de-AT` or `zh-Hant-TW`.";
        Err(Invalid::one("pattern", detail))
    }
}

fn is_language(part: &str) -> bool {
    matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_lowercase())
}

fn is_script(part: &str) -> bool {
    let mut bytes = part.bytes();
    part.len() == 4
        && bytes.next().is_some_and(|b| b.is_ascii_uppercase())
        && bytes.all(|b| b.is_ascii_lowercase())
}

fn is_region(part: &str) -> bool {
    part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase())
        || part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
}

impl From<Locale> for String {
    fn from(value: Locale) -> Self {
        value.0
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_canonical_language_tags_are_accepted() {
        let exists = |tag: &str| Locale::try_from(tag.to_owned()).is_ok();
        assert!(["en", "gsw", "de-AT", "zh-Hant", "zh-Hant-TW", "es-419"].iter().all(|tag| exists(tag)));
        assert!(
            !["", "EN", "e", "en-", "en-us", "en_US", "zh-TW-Hant", "en-US-x"].iter().any(|tag| exists(tag))
        );
    }

    #[test]
    fn a_language_range_matches_itself_or_its_longest_prefix() {
        let all =
            ["de", "de-AT", "en-US", "zh-Hant", "fr-CA"].map(|tag| Locale::try_from(tag.to_owned()).unwrap());
        let all: Vec<&Locale> = all.iter().collect();
        for (range, found) in [
            ("de", Some("de")),
            ("DE-at", Some("de-AT")),
            ("de-CH", Some("de")),
            ("de-Latn-AT-1996", Some("de")),
            ("zh-Hant-TW-u-ca-roc-x-private", Some("zh-Hant")),
            ("de-AT-u-co-phonebk", Some("de-AT")),
            ("de-x-AT", Some("de")),
            ("en", None),
            ("en-GB", None),
            ("fr", None),
            ("zh", None),
            ("d", None),
            ("", None),
            ("*", None),
            ("-", None),
        ] {
            assert_eq!(Locale::lookup(range, &all).map(Locale::as_str), found, "{range}");
        }
    }
}
