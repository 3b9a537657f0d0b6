//! People with accounts. The authors of articles are terms, and independent of accounts.

use std::fmt;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

use crate::{Invalid, Name, PersonId, Role};

/// A person with an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Person {
    /// The ID. It is never reused.
    pub id: PersonId,
    /// The mail address that the person signs in with.
    pub email: Email,
    /// The display name.
    pub name: Name,
    /// The role.
    pub role: Role,
    /// When the account was suspended; `null` if it is not.
    pub suspended_at: Option<DateTime<Utc>>,
    /// When the account was created.
    pub created_at: DateTime<Utc>,
    /// The version of the account, from 1, incremented by each change. It is the `ETag`.
    #[schema(minimum = 1, example = 1)]
    pub version: i64,
}

/// A mail address in canonical form: lower-case ASCII, one `@`, no white space.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, pattern = "^[a-z0-9._%+-]+@[a-z0-9-]+(\\.[a-z0-9-]+)*$", max_length = 254, example = "vera@example.org")]
pub struct Email(String);

impl Email {
    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The canonical form of a typed address; `None` if it is invalid.
    #[must_use]
    pub fn from_user_input(text: &str) -> Option<Self> {
        Self::try_from(text.trim().to_ascii_lowercase()).ok()
    }
}

impl TryFrom<String> for Email {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let local_char = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._%+-".contains(&b);
        let host_char = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        let valid = value.len() <= 254
            && value.split_once('@').is_some_and(|(local, host)| {
                !local.is_empty()
                    && local.bytes().all(local_char)
                    && host.split('.').all(|label| !label.is_empty() && label.bytes().all(host_char))
            });
        let detail = "An address is lower-case ASCII, such as vera@example.org, of at most 254 characters.";
        if valid { Ok(Self(value)) } else { Err(Invalid::one("pattern", detail)) }
    }
}

impl From<Email> for String {
    fn from(value: Email) -> Self {
        value.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A password of 15 to 256 characters in Unicode form NFC, none of them NUL (NIST SP 800-63B, 3.1.1). Whether it is easy to
/// guess is checked where it is set. Never shown: it has no `Display`, and its `Debug` says nothing.
#[derive(Clone, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(try_from = "String")]
#[schema(value_type = String, min_length = 15, max_length = 256, example = "correct horse battery staple 47")]
pub struct Password(String);

impl Password {
    /// How short it may be, in characters.
    pub const MIN_CHARS: usize = 15;
    /// How long it may be, in characters.
    pub const MAX_CHARS: usize = 256;

    /// Normalises a typed password to NFC, so that the same characters match on every machine. `None` for a text that
    /// is too long to be a password, so that huge inputs are never hashed.
    #[must_use]
    pub fn normalize(typed: &str) -> Option<String> {
        // NFC never makes a text more than three times as long.
        if typed.len() > Self::MAX_CHARS * 12 {
            return None;
        }
        let form: String = typed.nfc().collect();
        Some(form).filter(|form| form.chars().count() <= Self::MAX_CHARS)
    }

    /// The form that is hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Password {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let Some(form) = Self::normalize(&value) else {
            return Err(Invalid::one("max_length", "The password has more than 256 characters."));
        };
        let length = form.chars().count();
        if length < Self::MIN_CHARS {
            let detail = format!("The password has {length} characters; at least 15 are needed.");
            return Err(Invalid::one("min_length", detail));
        }
        if form.contains('\0') {
            return Err(Invalid::one("no_nul", "The password must not contain the character NUL."));
        }
        Ok(Self(form))
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_short_and_too_long_passwords_are_refused() {
        let rule = |text: &str| Password::try_from(text.to_owned()).map_err(|invalid| invalid.0[0].rule);
        assert_eq!(rule("fourteen chars").unwrap_err(), "min_length");
        assert_eq!(rule(&"x1y2".repeat(65)).unwrap_err(), "max_length");
        assert_eq!(rule(&"x".repeat(4_096)).unwrap_err(), "max_length");
        assert!(rule("ink dries slowly in april").is_ok());
    }

    #[test]
    fn long_passwords_are_compared_in_full() {
        let long = |last: char| Password::try_from(format!("{}{last}", "ab c1".repeat(30))).unwrap();
        assert_ne!(long('x'), long('y'));
    }

    #[test]
    fn passwords_are_unicode_normalized() {
        let composed = Password::try_from("Überraschung im März".to_owned()).unwrap();
        let decomposed = Password::try_from("U\u{308}berraschung im Ma\u{308}rz".to_owned()).unwrap();
        assert_eq!(composed, decomposed);
    }

    #[test]
    fn email_addresses_are_normalized_and_invalid_ones_refused() {
        assert_eq!(Email::from_user_input(" Vera@Example.ORG ").unwrap().as_str(), "vera@example.org");
        for none in ["", "vera", "@x", "a@", "a@b@c", "a b@c", "a@b,c@d", "vera@exämple.org", "a@b\n"] {
            assert!(Email::try_from(none.to_owned()).is_err(), "{none}");
        }
    }
}
