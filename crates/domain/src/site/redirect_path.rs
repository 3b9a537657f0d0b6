//! The path of a redirect, in the normalised form in which paths are compared.

use std::fmt;

use percent_encoding::{percent_decode_str, percent_encode_byte};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

use crate::site::SitePath;
use crate::{Invalid, Violation};

/// A normalised path. Different spellings of a path are equal: percent-encoding, Unicode composition, `.` and `..`,
/// repeated slashes and a trailing slash make no difference. Paths are case-sensitive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, min_length = 1, max_length = 1024, example = "/2015/05/old-name")]
pub struct RedirectPath(String);

impl RedirectPath {
    /// The maximum length in bytes after normalisation, because an index stores it.
    pub const MAX_BYTES: usize = 2_000;

    /// The root path, `/`.
    #[must_use]
    pub fn root() -> Self {
        Self("/".to_owned())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is no longer than the path of a redirect may be.
    #[must_use]
    pub(super) fn is_within_limits(&self) -> bool {
        self.0.len() <= Self::MAX_BYTES && self.0.chars().count() <= SitePath::MAX_CHARS
    }

    /// The path relative to `base`; `None` if it is not below it.
    #[must_use]
    pub(super) fn strip_base(&self, base: &Self) -> Option<Self> {
        match self.0.strip_prefix(&base.0)? {
            "" => Some(Self::root()),
            below => below.starts_with('/').then(|| Self(below.to_owned())),
        }
    }

    /// Normalises a path. The result is meaningful only for a valid path, without control characters and broken escapes.
    #[must_use]
    pub(super) fn normalize(path: &str) -> Self {
        let mut segments: Vec<String> = Vec::new();
        for segment in path.split('/') {
            let bytes: Vec<u8> = percent_decode_str(segment).collect();
            match bytes.as_slice() {
                b"" | b"." => {}
                // As in browsers, `..` at the root stays at the root.
                b".." => {
                    segments.pop();
                }
                bytes => segments.push(percent_encode(bytes)),
            }
        }
        Self(format!("/{}", segments.join("/")))
    }
}

/// Percent-encodes the special characters of a segment, and no others. Invalid UTF-8 is encoded byte by byte.
fn percent_encode(segment: &[u8]) -> String {
    let mut out = String::with_capacity(segment.len());
    match std::str::from_utf8(segment) {
        Ok(text) => text.nfc().for_each(|character| push_encoded(character, &mut out)),
        Err(_) => segment.iter().for_each(|byte| match byte.is_ascii() {
            true => push_encoded(char::from(*byte), &mut out),
            false => out.push_str(percent_encode_byte(*byte)),
        }),
    }
    out
}

fn push_encoded(character: char, out: &mut String) {
    let is_special = matches!(
        character,
        ' ' | '"' | '#' | '%' | '/' | '<' | '>' | '?' | '[' | '\\' | ']' | '^' | '`' | '{' | '|' | '}'
    );
    match u8::try_from(character) {
        Ok(byte) if is_special || byte.is_ascii_control() => out.push_str(percent_encode_byte(byte)),
        Ok(_) | Err(_) => out.push(character),
    }
}

impl TryFrom<String> for RedirectPath {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let path = Self::normalize(&value);
        let mut violations: Vec<Violation> =
            SitePath::try_from(value).err().map_or(Vec::new(), |wrong| wrong.0);
        if violations.is_empty() && !path.is_within_limits() {
            let detail =
                "A path has at most 1024 characters and 2000 bytes, with what is special percent-encoded.";
            violations.extend(Invalid::one("max_length", detail).0);
        }
        if violations.is_empty() { Ok(path) } else { Err(Invalid(violations)) }
    }
}

impl From<RedirectPath> for String {
    fn from(path: RedirectPath) -> Self {
        path.0
    }
}

impl fmt::Display for RedirectPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(path: &str) -> Result<String, Vec<&'static str>> {
        let path = RedirectPath::try_from(path.to_owned()).map(String::from);
        path.map_err(|invalid| invalid.0.iter().map(|violation| violation.rule).collect())
    }

    #[test]
    fn all_spellings_of_a_path_are_normalised_to_one_form() {
        for (spelling, normal) in [
            ("/", "/"),
            ("//", "/"),
            ("/.", "/"),
            ("/..", "/"),
            ("/old", "/old"),
            ("/old/", "/old"),
            ("/old//", "/old"),
            ("//old", "/old"),
            ("/a//b///c", "/a/b/c"),
            ("/a/./b", "/a/b"),
            ("/a/x/../b", "/a/b"),
            ("/../../a", "/a"),
            ("/a/..", "/"),
            ("/a/%2e%2E/b", "/b"),
            ("/a/%2e/b", "/a/b"),
            ("/%6Fld", "/old"),
            ("/b%C3%BCcher", "/bücher"),
            ("/b%c3%bccher", "/bücher"),
            ("/bu\u{308}cher", "/bücher"),
            ("/bu%CC%88cher", "/bücher"),
            ("/a%2fb", "/a%2Fb"),
            ("/a%2Fb", "/a%2Fb"),
            ("/a%2fb%61", "/a%2Fba"),
            ("/a b", "/a%20b"),
            ("/a%20b", "/a%20b"),
            ("/100%25", "/100%25"),
            ("/%2561", "/%2561"),
            ("/%252F", "/%252F"),
            ("/%3Fp=1", "/%3Fp=1"),
            ("/%ff%61", "/%FFa"),
            ("/Old", "/Old"),
            ("/a;b=c,d+e", "/a;b=c,d+e"),
            ("/...", "/..."),
            ("/index.html", "/index.html"),
        ] {
            assert_eq!(read(spelling).as_deref(), Ok(normal), "{spelling}");
        }
    }

    #[test]
    fn invalid_redirect_paths_are_refused() {
        let long = format!("/{}", "ü".repeat(1_001));
        for (path, rules) in [
            ("", vec!["pattern"]),
            ("old", vec!["pattern"]),
            ("https://example.org/old", vec!["pattern"]),
            ("/?p=12", vec!["pattern"]),
            ("/old#part", vec!["pattern"]),
            ("/a\n", vec!["no_control_characters"]),
            ("/%00", vec!["encoding"]),
            ("/%4", vec!["encoding"]),
            (&format!("/{}", "a".repeat(1_024)), vec!["max_length"]),
            (&long, vec!["max_length"]),
        ] {
            assert_eq!(read(path), Err(rules), "{path:?}");
        }
    }

    proptest! {
        #[test]
        fn normalization_is_idempotent(path in "/([/.%a-c]|%2[eEfF5]|%[c-fC-F]3|\\PC){0,40}") {
            let Ok(normal) = read(&path) else { return Ok(()) };
            prop_assert_eq!(read(&normal), Ok(normal.clone()), "{}", path);
            prop_assert!(normal == "/" || !normal.ends_with('/') && !normal.contains("//"), "{} {}", path, normal);
        }
    }
}
