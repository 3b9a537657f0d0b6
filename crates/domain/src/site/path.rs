//! The syntax of a path to resolve. Whether an article lives there is decided in `resolution`.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::{Invalid, Violation};

/// A path as given in a URL, and its percent-decoded form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePath {
    given: String,
    decoded: String,
}

impl SitePath {
    /// How long it may be, in characters, as it is given.
    pub const MAX_CHARS: usize = 1_024;

    /// The path, decoded.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.decoded
    }

    /// The path, as it was given.
    #[must_use]
    pub fn as_given(&self) -> &str {
        &self.given
    }
}

impl TryFrom<String> for SitePath {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let rules = [
            (
                value.starts_with('/'),
                "pattern",
                "A path begins with a slash; of a whole URL it is the part behind the host.",
            ),
            (!value.contains(['?', '#']), "pattern", "A path has neither a query nor a fragment."),
            (
                !value.contains(|c: char| c.is_ascii_control()),
                "no_control_characters",
                "A path has no control characters.",
            ),
            (
                has_valid_percent_encoding(&value),
                "encoding",
                "A percent sign stands before the two hexadecimal digits of a byte that is no control character.",
            ),
            (value.chars().count() <= Self::MAX_CHARS, "max_length", "A path has at most 1024 characters."),
        ];
        let broken = rules.into_iter().filter(|(holds, _, _)| !holds);
        let broken: Vec<Violation> =
            broken.flat_map(|(_, rule, detail)| Invalid::one(rule, detail).0).collect();
        if broken.is_empty() {
            Ok(Self { decoded: percent_decode(&value), given: value })
        } else {
            Err(Invalid(broken))
        }
    }
}

fn has_valid_percent_encoding(path: &str) -> bool {
    path.split('%').skip(1).all(|behind| match behind.as_bytes() {
        [b'0' | b'1', ..] | [b'7', b'f' | b'F', ..] => false,
        [first, second, ..] => first.is_ascii_hexdigit() && second.is_ascii_hexdigit(),
        _ => false,
    })
}

/// Percent-decodes a path segment by segment. A segment with an encoded slash or with invalid UTF-8
/// stays encoded, and then matches no article.
pub(super) fn percent_decode(path: &str) -> String {
    let segments = path.split('/').map(|segment| match percent_decode_str(segment).decode_utf8() {
        Ok(text) if !text.contains('/') => text,
        Ok(_) | Err(_) => Cow::Borrowed(segment),
    });
    segments.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str) -> Result<String, Vec<&'static str>> {
        let path = SitePath::try_from(path.to_owned()).map(|path| path.as_str().to_owned());
        path.map_err(|invalid| invalid.0.iter().map(|violation| violation.rule).collect())
    }

    #[test]
    fn percent_encoding_is_decoded_once_except_slashes_and_invalid_utf8() {
        for (path, decoded) in [
            ("/", "/"),
            ("/a/b-c/", "/a/b-c/"),
            ("/%61/b%2Dc", "/a/b-c"),
            ("/b%C3%BCcher/bücher", "/bücher/bücher"),
            ("/%2561", "/%61"),
            ("/a%2fb/%61", "/a%2fb/a"),
            ("/%FF/%61", "/%FF/a"),
            ("/%20%7e", "/ ~"),
        ] {
            assert_eq!(read(path).as_deref(), Ok(decoded));
        }
    }

    #[test]
    fn invalid_paths_are_refused_with_all_errors() {
        for (path, rules) in [
            ("", vec!["pattern"]),
            ("a", vec!["pattern"]),
            ("https://example.org/a", vec!["pattern"]),
            ("/a?b", vec!["pattern"]),
            ("/a#b", vec!["pattern"]),
            ("/a\0", vec!["no_control_characters"]),
            ("/a\n", vec!["no_control_characters"]),
            ("/a\u{7f}", vec!["no_control_characters"]),
            ("/%", vec!["encoding"]),
            ("/%4", vec!["encoding"]),
            ("/%4g", vec!["encoding"]),
            ("/%+4", vec!["encoding"]),
            ("/%g4", vec!["encoding"]),
            ("/%1F", vec!["encoding"]),
            ("/%7F", vec!["encoding"]),
            ("/%4é", vec!["encoding"]),
            ("/%00", vec!["encoding"]),
            ("/%7f", vec!["encoding"]),
            ("a?\t%", vec!["pattern", "pattern", "no_control_characters", "encoding"]),
            (&format!("/{}", "ä".repeat(1_024)), vec!["max_length"]),
        ] {
            assert_eq!(read(path), Err(rules), "{path:?}");
        }
        assert!(read(&format!("/{}", "ä".repeat(1_023))).is_ok());
    }
}
