//! URLs that editors enter and readers get: validation, and making them absolute.

use url::{ParseError, Url};

use crate::{Invalid, Site};

/// An address that readers may get: absolute with `http` or `https`, or from the site's root; in some fields `mailto` too.
/// It is kept as it was written.
///
/// Stored URLs may be older than this validation, so content holds them as text. Saving refuses invalid URLs,
/// and they are validated again when a response is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// How long it may be, in characters.
    pub const MAX_CHARS: usize = 2_000;

    /// The address of a page or a picture: `http` or `https`, or from the site's root (`/a.jpg`).
    ///
    /// # Errors
    /// [`Invalid`] with what is wrong with it.
    pub fn parse_web(text: &str) -> Result<Self, Invalid> {
        Self::parse(text, &["http", "https"])
    }

    /// Like [`Self::parse_web`], but also accepts `mailto`.
    ///
    /// # Errors
    /// [`Invalid`] with what is wrong with it.
    pub fn parse_contact(text: &str) -> Result<Self, Invalid> {
        Self::parse(text, &["http", "https", "mailto"])
    }

    /// The address as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a path from the site's root, to which the site's origin is added.
    #[must_use]
    pub fn is_root_relative(&self) -> bool {
        self.0.starts_with('/')
    }

    /// The absolute URL, with the site's scheme and host if it has none.
    #[must_use]
    pub fn absolute(&self, site: &Site) -> String {
        if self.is_root_relative() { format!("{}{}", site.origin(), self.0) } else { self.0.clone() }
    }

    fn parse(text: &str, schemes: &[&str]) -> Result<Self, Invalid> {
        check_characters(text)?;
        if text.starts_with("//") {
            return Err(refused(
                "An address that begins with two slashes names no scheme: write https: before them.",
            ));
        }
        if text.starts_with('/') {
            let is_path = Url::parse(DUMMY_BASE).and_then(|base| base.join(text));
            return match is_path {
                Ok(url) if url.as_str().starts_with(DUMMY_BASE) => Ok(Self(text.to_owned())),
                Ok(_) | Err(_) => Err(refused("The address cannot be read.")),
            };
        }
        let url = Url::parse(text).map_err(|error| match error {
            ParseError::RelativeUrlWithoutBase => refused(
                "An address is whole, such as https://example.org/a, or begins with the slash of the site's root, such as /a.",
            ),
            error => refused(&format!("The address cannot be read: {error}.")),
        })?;
        if !schemes.contains(&url.scheme()) {
            let schemes = schemes.join(", ");
            return Err(refused(&format!(
                "The address begins with {}:; allowed are {schemes}.",
                url.scheme()
            )));
        }
        let after_scheme = text.get(url.scheme().len()..).unwrap_or_default();
        let is_complete = match url.scheme() {
            "mailto" => {
                url.path().split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty())
            }
            // Require two slashes and a host, because URL parsers also accept fewer or more slashes.
            _ => after_scheme.strip_prefix("://").is_some_and(|host| !host.starts_with('/')),
        };
        if !is_complete {
            return Err(refused("Something is missing behind the scheme of the address."));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refused("An address that readers get holds neither a user name nor a password."));
        }
        Ok(Self(text.to_owned()))
    }
}

/// A base URL to parse paths with. Names under `.invalid` never resolve (RFC 2606, section 2).
const DUMMY_BASE: &str = "https://site.invalid/";

/// Refuses characters that URL parsers repair, drop or reinterpret, so that all parsers read the same URL.
fn check_characters(text: &str) -> Result<(), Invalid> {
    if text.is_empty() {
        return Err(Invalid::one("required", "An address is not empty."));
    }
    if text.chars().count() > PublicUrl::MAX_CHARS {
        return Err(Invalid::one("max_length", "An address has at most 2000 characters."));
    }
    if text.contains(|c: char| c.is_control() || c.is_whitespace()) {
        return Err(refused(
            "An address has no spaces, line breaks or control characters; a space is written %20.",
        ));
    }
    if text.contains(['\\', '"', '<', '>', '`']) {
        return Err(refused("An address has no backslashes, quotation marks or angle brackets."));
    }
    Ok(())
}

fn refused(detail: &str) -> Invalid {
    Invalid::one("url", detail)
}

/// Checks that a text is a small raster image as a Base64 `data:` URL. It is shown until the
/// actual picture is loaded. Raster formats, unlike SVG, cannot contain scripts.
pub(crate) fn check_placeholder(text: &str) -> Result<(), Invalid> {
    let is_base64 = |data: &str| {
        !data.is_empty() && data.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(&byte))
    };
    let read = text.strip_prefix("data:image/").and_then(|rest| rest.split_once(";base64,"));
    if text.len() > MAX_PLACEHOLDER_BYTES {
        return Err(Invalid::one("max_length", "A placeholder has at most 10000 characters."));
    }
    match read {
        Some((format, data)) if PLACEHOLDER_FORMATS.contains(&format) && is_base64(data) => Ok(()),
        Some(_) | None => Err(refused(
            "A placeholder is an address such as data:image/webp;base64,…, of avif, gif, jpeg, png or webp.",
        )),
    }
}

const MAX_PLACEHOLDER_BYTES: usize = 10_000;
const PLACEHOLDER_FORMATS: [&str; 5] = ["avif", "gif", "jpeg", "png", "webp"];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Locale, PathPattern};

    fn site(base_url: &str) -> Site {
        Site {
            name: "Test".to_owned(),
            base_url: base_url.to_owned(),
            path_pattern: PathPattern::try_from("/{slug}".to_owned()).unwrap(),
            former_path_patterns: vec![],
            time_zone: crate::TimeZone::utc(),
            default_locale: Locale::try_from("en".to_owned()).unwrap(),
            locales: vec![],
        }
    }

    fn rule(read: Result<PublicUrl, Invalid>) -> &'static str {
        read.map_or_else(|invalid| invalid.0.first().map_or("none", |violation| violation.rule), |_| "ok")
    }

    #[test]
    fn web_urls_and_absolute_paths_are_accepted() {
        for address in [
            "https://example.org",
            "HTTP://example.org/a.jpg?b=c&d#e",
            "https://example.org:8443/a%20b",
            "https://b\u{fc}cher.example/gr\u{fc}\u{df}e",
            "https://xn--bcher-kva.example/",
            "https://192.0.2.1/",
            "https://[2001:db8::1]/",
            "http://localhost:8080/a",
            "/",
            "/a.jpg",
            "/a/../b?c#d",
            "/a:b@c",
        ] {
            assert_eq!(rule(PublicUrl::parse_web(address)), "ok", "{address}");
            assert_eq!(rule(PublicUrl::parse_contact(address)), "ok", "{address}");
        }
        assert_eq!(rule(PublicUrl::parse_contact("mailto:vera@example.org")), "ok");
        assert_eq!(rule(PublicUrl::parse_contact("mailto:vera@example.org?subject=Hello")), "ok");
    }

    #[test]
    fn other_schemes_relative_paths_and_credentials_are_refused() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            " javascript:alert(1)",
            "\u{1}javascript:alert(1)",
            "vbscript:msgbox",
            "data:text/html,<script>",
            "data:image/svg+xml;base64,PHN2Zz4=",
            "blob:https://example.org/1",
            "file:///etc/passwd",
            "ftp://example.org/a",
            "article:0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61",
            "mailto:vera",
            "mailto:",
            "nonsense",
            "a.jpg",
            "./a.jpg",
            "../a.jpg",
            "?a",
            "#a",
            "//example.org/a.jpg",
            "///example.org",
            "/\\example.org",
            "\\\\example.org",
            "https:example.org",
            "https:/example.org",
            "https:///example.org",
            "https://",
            "https://user@example.org/",
            "https://user:secret@example.org/",
            "https://exa mple.org/",
            "https://example.org/a b",
            "https://example.org/a\tb",
            "https://example.org/\u{a0}",
            "https://example.org/\"",
            "https://example.org/<b>",
            "https://example.org:99999/",
            "https://[::1",
            "https://%zz/",
            "/a b",
            "/a\0",
        ] {
            assert_eq!(rule(PublicUrl::parse_web(address)), "url", "{address:?}");
            assert_eq!(rule(PublicUrl::parse_contact(address)), "url", "{address:?}");
        }
        assert_eq!(rule(PublicUrl::parse_web("mailto:vera@example.org")), "url");
        assert_eq!(rule(PublicUrl::parse_web("")), "required");
        assert_eq!(rule(PublicUrl::parse_web(&format!("/{}", "\u{e4}".repeat(2_000)))), "max_length");
        assert_eq!(rule(PublicUrl::parse_web(&format!("/{}", "\u{e4}".repeat(1_999)))), "ok");
    }

    #[test]
    fn absolute_paths_resolve_to_the_host_of_the_site() {
        let absolute =
            |address: &str, base: &str| PublicUrl::parse_web(address).unwrap().absolute(&site(base));
        assert_eq!(absolute("/a?b", "https://example.org"), "https://example.org/a?b");
        assert_eq!(absolute("/a", "https://example.org:81/blog"), "https://example.org:81/a");
        assert_eq!(absolute("https://else.example/a", "https://example.org"), "https://else.example/a");
    }

    #[test]
    fn only_base64_raster_images_are_accepted_as_placeholders() {
        for (text, good) in [
            ("data:image/png;base64,iVBORw0KGgo=", true),
            ("data:image/svg+xml;base64,PHN2Zz4=", false),
            ("data:text/html;base64,PHN2Zz4=", false),
            ("data:image/png,x", false),
            ("data:image/png;base64,", false),
            ("data:image/png;base64,a\"b", false),
            ("https://example.org/a.png", false),
            ("", false),
        ] {
            assert_eq!(check_placeholder(text).is_ok(), good, "{text}");
        }
    }

    proptest! {
        #[test]
        fn accepted_urls_parse_and_resolve_consistently(
            text in "(https?:|mailto:|javascript:|)[/\\\\]{0,3}[a-z@:?#%.\\PC]{0,30}", base in "https?://[a-z]{1,9}(:80)?(/a)?"
        ) {
            let Ok(url) = PublicUrl::parse_contact(&text) else { return Ok(()) };
            let absolute = url.absolute(&site(&base));
            let read = Url::parse(&absolute);
            prop_assert!(read.is_ok(), "{absolute}");
            let read = read.unwrap();
            prop_assert!(["http", "https", "mailto"].contains(&read.scheme()));
            // Resolving it against the base URL gives the same result.
            prop_assert_eq!(Url::parse(&base).unwrap().join(&text).unwrap(), read);
        }
    }
}
