//! What is true of the whole publication: its name, its address, its locales, and where its articles live. How an
//! article's path is made and read is `pattern`'s; what can be asked for as a path is `path`'s.

mod path;
mod pattern;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{LiveTeaser, Locale, Url};

pub use path::SitePath;
pub use pattern::{PathParts, PathPattern};

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

/// One way to read a path: the parts it is made of, and a locale to look in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// In which locale the slug is looked for.
    pub locale: Locale,
    /// What the path says.
    pub parts: PathParts,
}

impl Site {
    /// The address of an article.
    #[must_use]
    pub fn url(&self, locale: &str, section: &str, slug: &str) -> String {
        let mut url = self.base_url.clone();
        self.path_pattern.write(locale, section, slug, &mut url);
        url
    }

    /// Every way to read a path, with or without the path of the site's own address before it, with or without a slash
    /// at its end. It is looked for in `locale` where that is given, else in the one that the path names, else in all
    /// that the publication is written in.
    #[must_use]
    pub fn readings(&self, path: &SitePath, locale: Option<&Locale>) -> Vec<Reading> {
        let path = path.as_str().strip_suffix('/').unwrap_or(path.as_str());
        let base = path::decoded(self.base_path());
        let below_base = path.strip_prefix(base.as_str()).filter(|_| !base.is_empty());
        let asked = below_base.into_iter().chain([path]);
        let parts = asked.flat_map(|path| [path.to_owned(), format!("{path}/")]);
        let parts = parts.flat_map(|path| self.path_pattern.read(&path));
        parts.flat_map(|parts| self.readings_of(parts, locale)).collect()
    }

    fn readings_of(&self, parts: PathParts, locale: Option<&Locale>) -> Vec<Reading> {
        let locales = match locale.or(parts.locale.as_ref()) {
            Some(one) => std::slice::from_ref(one),
            None => &self.locales,
        };
        let reading = |locale: &Locale| Reading { locale: locale.clone(), parts: parts.clone() };
        locales.iter().map(reading).collect()
    }

    /// A stored address of a page or a picture as readers get it: absolute; `None` where it is none.
    #[must_use]
    pub fn web_url(&self, stored: &str) -> Option<String> {
        Url::web(stored).ok().map(|url| url.absolute(self))
    }

    /// The same where it may also be an address to write to.
    #[must_use]
    pub fn contact_url(&self, stored: &str) -> Option<String> {
        Url::contact(stored).ok().map(|url| url.absolute(self))
    }

    /// The scheme, host and port of the site's address: what an address from the site's root (`/a.jpg`) begins with.
    #[must_use]
    pub fn origin(&self) -> &str {
        self.base_url.strip_suffix(self.base_path()).unwrap_or(&self.base_url)
    }

    /// What stands before all paths of articles: empty, or a slash and more.
    fn base_path(&self) -> &str {
        let behind_scheme = self.base_url.split_once("://").map_or("", |(_, behind)| behind);
        behind_scheme.find('/').and_then(|start| behind_scheme.get(start..)).unwrap_or_default()
    }
}

impl Reading {
    /// Whether all that the path says is true of an article.
    pub(crate) fn is_true_of(&self, article: &LiveTeaser) -> bool {
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
            default_locale: locale("en"),
            locales: vec![locale("en"), locale("de")],
        }
    }

    /// The readings in short, such as `en: engineering a-slug`.
    fn readings(site: &Site, path: &str, asked: Option<&str>) -> Vec<String> {
        let path = SitePath::try_from(path.to_owned()).unwrap();
        let readings = site.readings(&path, asked.map(locale).as_ref());
        let said = readings.iter().map(|Reading { locale, parts }| {
            let section = parts.section.as_ref().map(|section| format!(" {section}")).unwrap_or_default();
            format!("{locale}:{section} {}", parts.slug)
        });
        said.collect()
    }

    #[test]
    fn a_path_is_read_with_and_without_the_sites_own_and_a_slash_at_its_end() {
        let both = ["en: engineering a-slug", "de: engineering a-slug"];
        for base in ["https://example.org/a/b%C3%BCcher", "https://example.org/a/bücher"] {
            let site = site(base, "/{section}/{slug}");
            for path in [
                "/engineering/a-slug",
                "/engineering/a-slug/",
                "/engineering/a%2dslug",
                "/%65ngineering/a-slug",
            ] {
                assert_eq!(readings(&site, path, None), both, "{path}");
                assert_eq!(readings(&site, &format!("/a/b%c3%bccher{path}"), None), both, "{path}");
                assert_eq!(readings(&site, &format!("/a/bücher{path}"), None), both, "{path}");
            }
            for path in
                ["/", "//", "/a/bücher", "/a/bücher/", "/a/bücherengineering/a-slug", "/engineering/a-slug//"]
            {
                assert!(readings(&site, path, None).is_empty(), "{path}");
            }
            for path in ["/engineering%2Fa-slug", "/engineering/A-slug", "/engineering/a-slug/x", "/a-slug"] {
                assert!(readings(&site, path, None).is_empty(), "{path}");
            }
        }
        let site = site("https://example.org", "/{slug}/");
        for path in ["/a-slug", "/a-slug/"] {
            assert_eq!(readings(&site, path, None), ["en: a-slug", "de: a-slug"], "{path}");
        }
    }

    #[test]
    fn a_path_is_looked_for_in_the_locale_asked_for_else_in_the_one_it_names_else_in_all() {
        let names = site("https://example.org", "/{locale}/{slug}");
        assert_eq!(readings(&names, "/fr/a", None), ["fr: a"]);
        assert_eq!(readings(&names, "/fr/a", Some("de")), ["de: a"]);
        let plain = site("https://example.org", "/{slug}");
        assert_eq!(readings(&plain, "/a", None), ["en: a", "de: a"]);
        assert_eq!(readings(&plain, "/a", Some("fr")), ["fr: a"]);
    }
}
