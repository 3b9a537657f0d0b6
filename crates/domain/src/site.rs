//! The settings of the publication: its name, base URL, locales, time zone and path patterns.
//! `pattern` builds and parses the paths of articles; `path` validates the paths to resolve.

mod path;
mod pattern;
mod redirect_path;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{LiveTeaser, Locale, PublicUrl, Refusal, TimeZone};

pub use path::SitePath;
pub use pattern::{PathParts, PathPattern};
pub use redirect_path::RedirectPath;

/// The publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Site {
    /// The name of the publication.
    #[schema(example = "The Masthead")]
    pub name: String,
    /// The base URL of articles, without a slash at the end.
    #[schema(example = "https://example.org")]
    pub base_url: String,
    /// The pattern of article paths, with the placeholders `{section}`, `{slug}` and `{locale}`.
    pub path_pattern: PathPattern,
    /// Former path patterns. `resolve` redirects such paths to the current ones.
    #[schema(example = json!([]))]
    pub former_path_patterns: Vec<PathPattern>,
    /// The locale of requests that specify none.
    pub default_locale: Locale,
    /// All locales of the publication, the default first.
    pub locales: Vec<Locale>,
    /// The name of the time zone in the IANA database. It applies to the archive, `published_on` and `year`, and to
    /// times without an offset.
    pub time_zone: TimeZone,
}

/// One way in which a path matches the path pattern, with a locale to look the slug up in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathMatch {
    /// The locale to look the slug up in.
    pub locale: Locale,
    /// The parts of the path.
    pub parts: PathParts,
}

/// Everything that one SQL statement looks up to resolve a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathLookup {
    /// The matches with the current path pattern.
    pub matches: Vec<PathMatch>,
    /// The matches with former path patterns.
    pub former_matches: Vec<PathMatch>,
    /// The path as that of a redirect; `None` if it is too long for one.
    pub redirect: Option<RedirectPath>,
    /// The locales to look for redirects in.
    pub locales: Vec<Locale>,
    /// Whether `Accept-Language` chooses between locales.
    pub is_negotiated: bool,
}

impl Site {
    /// The address of an article.
    #[must_use]
    pub fn url(&self, locale: &str, section: &str, slug: &str) -> String {
        let mut url = self.base_url.clone();
        self.path_pattern.write(locale, section, slug, &mut url);
        url
    }

    /// Whether a locale is configured. Articles in other locales may exist from before the configuration
    /// was changed; they are hidden from readers.
    #[must_use]
    pub fn has_locale(&self, locale: &Locale) -> bool {
        self.locales.contains(locale)
    }

    /// Refuses a locale that is not configured.
    ///
    /// # Errors
    /// [`Refusal::UnknownLocale`].
    pub fn check_locale(&self, locale: &Locale) -> Result<(), Refusal> {
        if self.has_locale(locale) {
            return Ok(());
        }
        Err(Refusal::UnknownLocale { locale: locale.clone(), configured: self.locales.clone() })
    }

    /// Every way to parse a path, with or without the path of the base URL in front, and with or without a slash
    /// at the end. The slug is looked up in `locale` if that is given, else in the locale that the path names, else in all
    /// configured locales; there is no match in a locale that is not configured.
    #[must_use]
    pub fn match_path(&self, path: &SitePath, locale: Option<&Locale>) -> Vec<PathMatch> {
        self.match_pattern(&self.path_pattern, path, locale)
    }

    /// Everything to look up for a path. If a locale is given, or if paths contain it, no language is negotiated.
    #[must_use]
    pub fn lookup(&self, path: &SitePath, locale: Option<&Locale>) -> PathLookup {
        let former = self.former_path_patterns.iter();
        let former_matches = former.flat_map(|pattern| self.match_pattern(pattern, path, locale)).collect();
        let redirect = RedirectPath::normalize(path.as_given());
        let redirect = self.redirect_path(&redirect);
        let locales = self.locales.iter().filter(|known| locale.is_none_or(|only| only == *known));
        PathLookup {
            matches: self.match_path(path, locale),
            former_matches,
            redirect: Some(redirect).filter(RedirectPath::is_within_limits),
            locales: locales.cloned().collect(),
            is_negotiated: locale.is_none() && self.locales.len() > 1 && !self.path_pattern.names_locale(),
        }
    }

    /// The path of a redirect as it is stored: relative to the path of the base URL.
    #[must_use]
    pub fn redirect_path(&self, path: &RedirectPath) -> RedirectPath {
        let base = RedirectPath::normalize(self.base_path());
        if base == RedirectPath::root() {
            path.clone()
        } else {
            path.strip_base(&base).unwrap_or_else(|| path.clone())
        }
    }

    fn match_pattern(
        &self,
        pattern: &PathPattern,
        path: &SitePath,
        locale: Option<&Locale>,
    ) -> Vec<PathMatch> {
        let path = path.as_str().strip_suffix('/').unwrap_or(path.as_str());
        let base = path::percent_decode(self.base_path());
        let below_base = path.strip_prefix(base.as_str()).filter(|_| !base.is_empty());
        let asked = below_base.into_iter().chain([path]);
        let parts = asked.flat_map(|path| [path.to_owned(), format!("{path}/")]);
        let parts = parts.flat_map(|path| pattern.parse_path(&path));
        parts.flat_map(|parts| self.match_locales(parts, locale)).collect()
    }

    fn match_locales(&self, parts: PathParts, locale: Option<&Locale>) -> Vec<PathMatch> {
        let only = locale.or(parts.locale.as_ref());
        let locales = self.locales.iter().filter(|known| only.is_none_or(|only| only == *known));
        locales.map(|locale| PathMatch { locale: locale.clone(), parts: parts.clone() }).collect()
    }

    /// The absolute form of the stored URL of a page or a picture; `None` if it is invalid.
    #[must_use]
    pub fn web_url(&self, stored: &str) -> Option<String> {
        PublicUrl::parse_web(stored).ok().map(|url| url.absolute(self))
    }

    /// Like [`Self::web_url`], but also accepts `mailto`.
    #[must_use]
    pub fn contact_url(&self, stored: &str) -> Option<String> {
        PublicUrl::parse_contact(stored).ok().map(|url| url.absolute(self))
    }

    /// The scheme, host and port of the base URL, to which paths from the site's root (`/a.jpg`) are relative.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.base_url.strip_suffix(self.base_path()).unwrap_or(&self.base_url)
    }

    /// The path of the base URL, which precedes the paths of all articles: empty, or beginning with a slash.
    fn base_path(&self) -> &str {
        let behind_scheme = self.base_url.split_once("://").map_or("", |(_, behind)| behind);
        behind_scheme.find('/').and_then(|start| behind_scheme.get(start..)).unwrap_or_default()
    }
}

impl PathMatch {
    /// Whether all parts of the path match an article.
    pub(crate) fn matches_article(&self, article: &LiveTeaser) -> bool {
        let PathParts { locale, section, slug } = &self.parts;
        slug.as_str() == article.slug
            && section.as_ref().is_none_or(|section| section.as_str() == article.section)
            && locale.as_ref().is_none_or(|locale| locale.as_str() == article.locale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale(tag: &str) -> Locale {
        Locale::try_from(tag.to_owned()).unwrap()
    }

    fn site(base_url: &str, pattern: &str) -> Site {
        Site {
            name: "Test".to_owned(),
            base_url: base_url.to_owned(),
            path_pattern: PathPattern::try_from(pattern.to_owned()).unwrap(),
            former_path_patterns: vec![],
            default_locale: locale("en"),
            locales: vec![locale("en"), locale("de")],
            time_zone: TimeZone::utc(),
        }
    }

    /// The matches of a path as short texts, such as `en: engineering a-slug`.
    fn matches(site: &Site, path: &str, asked: Option<&str>) -> Vec<String> {
        let path = SitePath::try_from(path.to_owned()).unwrap();
        let readings = site.match_path(&path, asked.map(locale).as_ref());
        let said = readings.iter().map(|PathMatch { locale, parts }| {
            let section = parts.section.as_ref().map(|section| format!(" {section}")).unwrap_or_default();
            format!("{locale}:{section} {}", parts.slug)
        });
        said.collect()
    }

    #[test]
    fn paths_match_with_and_without_base_path_and_trailing_slash() {
        let both = ["en: engineering a-slug", "de: engineering a-slug"];
        for base in ["https://example.org/a/b%C3%BCcher", "https://example.org/a/bücher"] {
            let site = site(base, "/{section}/{slug}");
            for path in [
                "/engineering/a-slug",
                "/engineering/a-slug/",
                "/engineering/a%2dslug",
                "/%65ngineering/a-slug",
            ] {
                assert_eq!(matches(&site, path, None), both, "{path}");
                assert_eq!(matches(&site, &format!("/a/b%c3%bccher{path}"), None), both, "{path}");
                assert_eq!(matches(&site, &format!("/a/bücher{path}"), None), both, "{path}");
            }
            for path in
                ["/", "//", "/a/bücher", "/a/bücher/", "/a/bücherengineering/a-slug", "/engineering/a-slug//"]
            {
                assert!(matches(&site, path, None).is_empty(), "{path}");
            }
            for path in ["/engineering%2Fa-slug", "/engineering/A-slug", "/engineering/a-slug/x", "/a-slug"] {
                assert!(matches(&site, path, None).is_empty(), "{path}");
            }
        }
        let site = site("https://example.org", "/{slug}/");
        for path in ["/a-slug", "/a-slug/"] {
            assert_eq!(matches(&site, path, None), ["en: a-slug", "de: a-slug"], "{path}");
        }
    }

    #[test]
    fn paths_match_in_the_requested_locale_else_in_the_named_one_else_in_all() {
        let names = site("https://example.org", "/{locale}/{slug}");
        assert_eq!(matches(&names, "/de/a", None), ["de: a"]);
        assert_eq!(matches(&names, "/de/a", Some("en")), ["en: a"]);
        let plain = site("https://example.org", "/{slug}");
        assert_eq!(matches(&plain, "/a", None), ["en: a", "de: a"]);
        assert_eq!(matches(&plain, "/a", Some("de")), ["de: a"]);
    }

    #[test]
    fn paths_never_match_in_unconfigured_locales() {
        let names = site("https://example.org", "/{locale}/{slug}");
        assert!(matches(&names, "/fr/a", None).is_empty());
        assert_eq!(matches(&names, "/fr/a", Some("de")), ["de: a"]);
        assert!(matches(&names, "/de/a", Some("fr")).is_empty());
        assert!(matches(&site("https://example.org", "/{slug}"), "/a", Some("fr")).is_empty());
    }
}
