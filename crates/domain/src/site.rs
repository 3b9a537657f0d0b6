//! What is true of the whole publication: its name, its address, its locales.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Invalid, Locale};

/// The publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Site {
    /// What the publication is called.
    #[schema(example = "The Masthead")]
    pub name: String,
    /// The address that articles' URLs begin with, without a slash at its end.
    #[schema(example = "https://example.org")]
    pub base_url: String,
    /// How an article's path is made: `{section}`, `{slug}` and `{locale}` are filled in.
    pub path_pattern: PathPattern,
    /// The locale that is used when a request names none.
    pub default_locale: Locale,
    /// All locales that the publication is written in, the default first.
    pub locales: Vec<Locale>,
}

impl Site {
    /// The address of an article.
    #[must_use]
    pub fn url(&self, locale: &str, section: &str, slug: &str) -> String {
        let path = self.path_pattern.0.replace("{locale}", locale).replace("{section}", section);
        format!("{}{}", self.base_url, path.replace("{slug}", slug))
    }
}

/// The form of an article's path: begins with a slash and contains `{slug}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "/{section}/{slug}")]
pub struct PathPattern(String);

impl TryFrom<String> for PathPattern {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let plain = value.replace("{locale}", "").replace("{section}", "").replace("{slug}", "");
        let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~');
        if value.starts_with('/') && value.contains("{slug}") && plain.chars().all(safe) {
            return Ok(Self(value));
        }
        let detail = "A path pattern begins with a slash and contains {slug}; {section} and {locale} may stand in \
                      it, and else only letters, digits and / - _ . ~.";
        Err(Invalid::one("pattern", detail))
    }
}

impl From<PathPattern> for String {
    fn from(value: PathPattern) -> Self {
        value.0
    }
}
