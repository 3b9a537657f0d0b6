//! The one or two sentences under a headline: the text of a teaser.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Invalid, text};

/// A standfirst: one line of at most 400 characters. It is not normalised and is returned byte for byte.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "One or two sentences, plain text.")]
pub struct Standfirst(String);

impl Standfirst {
    /// How long it may be, in characters.
    pub const MAX_CHARS: usize = 400;

    /// The text as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Standfirst {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        text::check_line("The standfirst", &value, Self::MAX_CHARS)?;
        Ok(Self(value))
    }
}

impl From<Standfirst> for String {
    fn from(value: Standfirst) -> Self {
        value.0
    }
}

impl fmt::Display for Standfirst {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_standfirst_is_kept_byte_for_byte(value in "\\PC{1,400}") {
            if let Ok(standfirst) = Standfirst::try_from(value.clone()) {
                prop_assert_eq!(String::from(standfirst), value);
            }
        }
    }
}
