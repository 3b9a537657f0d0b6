//! The small word above a headline that says what kind of piece it is.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Invalid, Slug, text};

/// A kicker, such as Dispatch, Review or Opinion: at most 40 characters, with at least one letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "Dispatch")]
pub struct Kicker(String);

impl Kicker {
    /// How long it may be, in characters.
    pub const MAX_CHARS: usize = 40;

    /// The form that filters use: `Long read` is `long-read`.
    #[must_use]
    pub fn slug(&self) -> Option<Slug> {
        Slug::from_text(&self.0)
    }

    /// The text as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Kicker {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        text::check_trimmed_line("The kicker", &value, Self::MAX_CHARS)?;
        if Slug::from_text(&value).is_none() {
            return Err(Invalid::one("pattern", "The kicker needs at least one letter or digit."));
        }
        Ok(Self(value))
    }
}

impl From<Kicker> for String {
    fn from(value: Kicker) -> Self {
        value.0
    }
}

impl fmt::Display for Kicker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
