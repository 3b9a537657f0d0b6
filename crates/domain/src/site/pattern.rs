//! The path pattern of the site: builds the path of an article and parses paths.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Invalid, Locale, Slug};

/// The pattern of article paths: it begins with a slash and contains `{slug}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "/{section}/{slug}")]
pub struct PathPattern(Vec<PatternPart>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum PatternPart {
    Text(String),
    Placeholder(Placeholder),
}

/// A placeholder of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Placeholder {
    Locale,
    Section,
    Slug,
}

/// The parts of an article's path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathParts {
    /// Its locale, where paths name it.
    pub locale: Option<Locale>,
    /// Its section's name in URLs, where paths name it.
    pub section: Option<Slug>,
    /// The slug.
    pub slug: Slug,
}

impl PathPattern {
    /// Appends the path of an article to `out`.
    pub(super) fn write(&self, locale: &str, section: &str, slug: &str, out: &mut String) {
        for segment in &self.0 {
            out.push_str(match segment {
                PatternPart::Text(text) => text,
                PatternPart::Placeholder(Placeholder::Locale) => locale,
                PatternPart::Placeholder(Placeholder::Section) => section,
                PatternPart::Placeholder(Placeholder::Slug) => slug,
            });
        }
    }

    /// Whether paths name the locale.
    #[must_use]
    pub(super) fn names_locale(&self) -> bool {
        self.0.contains(&PatternPart::Placeholder(Placeholder::Locale))
    }

    /// Every way in which the path matches this pattern. There are several when the boundary between placeholders is
    /// ambiguous, as in `/{section}-{slug}`.
    #[must_use]
    pub fn parse_path(&self, path: &str) -> Vec<PathParts> {
        let mut found = Vec::new();
        match_segments(&self.0, path, Captures::default(), &mut found);
        found
    }
}

impl TryFrom<String> for PathPattern {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~');
        let sound = |segments: &Vec<PatternPart>| {
            segments.contains(&PatternPart::Placeholder(Placeholder::Slug))
                && segments.iter().all(|segment| match segment {
                    PatternPart::Text(text) => text.chars().all(safe),
                    PatternPart::Placeholder(_) => true,
                })
        };
        let segments = segments(&value).filter(|segments| value.starts_with('/') && sound(segments));
        segments.map(Self).ok_or_else(|| {
            let detail = "A path pattern begins with a slash and contains {slug}; {section} and {locale} may stand in \
                          it, and else only letters, digits and / - _ . ~.";
            Invalid::one("pattern", detail)
        })
    }
}

impl From<PathPattern> for String {
    fn from(value: PathPattern) -> Self {
        let mut text = Self::new();
        value.write("{locale}", "{section}", "{slug}", &mut text);
        text
    }
}

fn segments(pattern: &str) -> Option<Vec<PatternPart>> {
    let mut parts = pattern.split('{');
    let mut segments = vec![PatternPart::Text(parts.next().unwrap_or_default().to_owned())];
    for part in parts {
        let (name, text) = part.split_once('}')?;
        let place = match name {
            "locale" => Placeholder::Locale,
            "section" => Placeholder::Section,
            "slug" => Placeholder::Slug,
            _ => return None,
        };
        segments.extend([PatternPart::Placeholder(place), PatternPart::Text(text.to_owned())]);
    }
    Some(segments)
}

/// The values of the placeholders matched so far.
#[derive(Clone, Copy, Default)]
struct Captures<'a> {
    locale: Option<&'a str>,
    section: Option<&'a str>,
    slug: Option<&'a str>,
}

impl<'a> Captures<'a> {
    /// Adds the value of a placeholder. `None` when the value is invalid for it or differs from an earlier value of it.
    fn with(mut self, place: Placeholder, value: &'a str) -> Option<Self> {
        let (there, can_be) = match place {
            Placeholder::Locale => (&mut self.locale, Locale::try_from(value.to_owned()).is_ok()),
            Placeholder::Section => (&mut self.section, Slug::try_from(value.to_owned()).is_ok()),
            Placeholder::Slug => (&mut self.slug, Slug::try_from(value.to_owned()).is_ok()),
        };
        let fits = can_be && *there.get_or_insert(value) == value;
        fits.then_some(self)
    }

    fn parts(self) -> Option<PathParts> {
        let Self { locale, section, slug } = self;
        let named = |slug: &str| Slug::try_from(slug.to_owned()).ok();
        let locale = locale.and_then(|locale| Locale::try_from(locale.to_owned()).ok());
        Some(PathParts { locale, section: section.and_then(named), slug: slug.and_then(named)? })
    }
}

fn match_segments<'a>(
    segments: &[PatternPart],
    path: &'a str,
    captures: Captures<'a>,
    found: &mut Vec<PathParts>,
) {
    match segments.split_first() {
        None if path.is_empty() => found.extend(captures.parts()),
        None => {}
        Some((PatternPart::Text(text), others)) => {
            if let Some(rest) = path.strip_prefix(text.as_str()) {
                match_segments(others, rest, captures, found);
            }
        }
        Some((PatternPart::Placeholder(place), others)) => {
            // Slugs and locales are of ASCII letters, digits and hyphens.
            let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(path.len());
            for length in 1..=end.min(Slug::MAX_CHARS) {
                let split = path.split_at_checked(length);
                if let Some((captures, rest)) =
                    split.and_then(|(value, rest)| Some((captures.with(*place, value)?, rest)))
                {
                    match_segments(others, rest, captures, found);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;

    fn pattern(text: &str) -> Option<PathPattern> {
        PathPattern::try_from(text.to_owned()).ok()
    }

    fn build_path(pattern: &PathPattern, locale: &str, section: &str, slug: &str) -> String {
        let mut path = String::new();
        pattern.write(locale, section, slug, &mut path);
        path
    }

    #[test]
    fn a_pattern_is_a_path_with_placeholders_including_the_slug() {
        for text in
            ["/{slug}", "/{locale}/{section}/{slug}", "/a-b_c.d~/{section}{slug}.html", "/{slug}/{slug}"]
        {
            assert_eq!(pattern(text).map(String::from).as_deref(), Some(text));
        }
        for text in [
            "",
            "/",
            "{slug}",
            "/slug",
            "/{section}",
            "/{Slug}",
            "/{ slug }",
            "/{slug",
            "/slug}",
            "/{slug}}",
            "/{{slug}}",
            "/{sl{locale}ug}{slug}",
            "/{slug}/{year}",
            "/{slug}?a",
            "/{slug}#a",
            "/ü/{slug}",
            "/a b/{slug}",
            "/%61/{slug}",
        ] {
            assert_eq!(pattern(text), None, "{text}");
        }
    }

    #[test]
    fn paths_with_invalid_slugs_or_locales_do_not_match() {
        let readings = |text: &str, path: &str| pattern(text).unwrap().parse_path(path).len();
        let [longest, longer] = [96, 97].map(|length| "a".repeat(length));
        for (text, path, count) in [
            ("/{section}/{slug}", "/a/b", 1),
            ("/{section}/{slug}", format!("/{longest}/{longest}").as_str(), 1),
            ("/{section}/{slug}", &format!("/{longest}/{longer}"), 0),
            ("/{section}/{slug}", "/a/b/", 0),
            ("/{section}/{slug}", "/a/b/c", 0),
            ("/{section}/{slug}", "/a/", 0),
            ("/{section}/{slug}", "//b", 0),
            ("/{section}/{slug}", "/A/b", 0),
            ("/{section}/{slug}", "/a/b-", 0),
            ("/{section}/{slug}", "/a/ü", 0),
            ("/{section}/{slug}", "/a/b\0", 0),
            ("/{locale}/{slug}", "/de-AT/b", 1),
            ("/{locale}/{slug}", "/de-at/b", 0),
            ("/{slug}/{slug}", "/a/a", 1),
            ("/{slug}/{slug}", "/a/b", 0),
            ("/{section}-{slug}", "/a-b-c", 2),
            ("/{section}{slug}", "/abc", 2),
        ] {
            assert_eq!(readings(text, path), count, "{text} {path}");
        }
    }

    fn any_pattern() -> impl Strategy<Value = PathPattern> {
        let segments = ["{locale}", "{section}", "{slug}", "/", "-", "_", ".", "~", "a", "de", "7", "html"];
        let some = || prop::collection::vec(select(segments.to_vec()), 0..4);
        (some(), some()).prop_map(|(before, behind)| {
            pattern(&format!("/{}{{slug}}{}", before.concat(), behind.concat())).unwrap()
        })
    }

    proptest! {
        #[test]
        fn parsing_a_path_returns_the_parts_it_was_built_from(
            pattern in any_pattern(),
            locale in "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?",
            section in "[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,3}",
            slug in "[a-z0-9]{1,5}(-[a-z0-9]{1,5}){0,3}",
        ) {
            let path = build_path(&pattern, &locale, &section, &slug);
            let text = String::from(pattern.clone());
            let made_it = PathParts {
                locale: text.contains("{locale}").then(|| locale.try_into().unwrap()),
                section: text.contains("{section}").then(|| section.try_into().unwrap()),
                slug: slug.try_into().unwrap(),
            };
            let read = pattern.parse_path(&path);
            prop_assert!(read.contains(&made_it), "{} {}: {:?}", text, path, read);
            for (number, parts) in read.iter().enumerate() {
                let locale = parts.locale.as_ref().map_or("", Locale::as_str);
                let section = parts.section.as_ref().map_or("", Slug::as_str);
                prop_assert_eq!(&build_path(&pattern, locale, section, parts.slug.as_str()), &path);
                prop_assert!(!read.iter().take(number).any(|other| other == parts), "{} is read twice", path);
            }
        }
    }
}
