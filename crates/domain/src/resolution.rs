//! What a path is now: whether an article lives there, lived there, or neither. The one place where the language that
//! readers prefer decides something.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::{LiveTeaser, Locale, Reading, Site, Slug, Teaser};

/// What a path is now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Resolution {
    /// What it is.
    pub status: PathStatus,
    /// Where the article lives now; `null` where none does.
    #[schema(example = "https://example.org/engineering/feature-flag-hygiene")]
    pub target: Option<String>,
    /// The article that lives there, in short; `null` where none does.
    pub article: Option<Teaser>,
}

/// What a path can be: an article lives at exactly this path (`live`), the article that it names lives elsewhere now
/// (`moved`), was public and is not any more (`gone`), or it names nothing that ever was public (`unknown`).
// In the order of what they say to readers: of several the first is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum PathStatus {
    /// An article lives at exactly this path.
    Live,
    /// The article that the path names lives elsewhere.
    Moved,
    /// The article that the path names was public and is not any more.
    Gone,
    /// The path names nothing that ever was public.
    Unknown,
}

/// A slug that an article has or had in public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownAddress {
    /// In this locale.
    pub locale: Locale,
    /// The slug.
    pub slug: Slug,
    /// The article as it is live now, under this slug or another; nothing when it is gone.
    pub live: Option<LiveTeaser>,
}

/// What a path is now, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    /// What it is.
    pub status: PathStatus,
    /// The article, where it is live.
    pub article: Option<LiveTeaser>,
}

impl PathStatus {
    /// The status as answers name it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Moved => "moved",
            Self::Gone => "gone",
            Self::Unknown => "unknown",
        }
    }
}

impl Resolved {
    /// What a path is that can be read in these ways, when these addresses are known. What lives there comes before what
    /// moved away, and that before what is gone. Of several such the first that `languages` ask for is taken (language
    /// ranges, the most wanted first), else the one in the site's default locale, else the first.
    #[must_use]
    pub fn of(site: &Site, readings: &[Reading], known: &[KnownAddress], languages: &[String]) -> Self {
        let found = readings.iter().flat_map(|reading| {
            let here = known.iter().filter(|known| known.is_at(reading));
            here.map(|known| (known.status(reading), known))
        });
        let found: Vec<(PathStatus, &KnownAddress)> = found.collect();
        let status = found.iter().map(|(status, _)| *status).min().unwrap_or(PathStatus::Unknown);
        let best = found.into_iter().filter(|(other, _)| *other == status).map(|(_, known)| known);
        let best: Vec<&KnownAddress> = best.collect();
        let locales: Vec<&Locale> = best.iter().map(|known| &known.locale).collect();
        let wanted = languages.iter().find_map(|range| Locale::lookup(range, &locales));
        let wanted = wanted.unwrap_or(&site.default_locale);
        let taken = best.iter().find(|known| known.locale == *wanted).or(best.first());
        Self { status, article: taken.and_then(|known| known.live.clone()) }
    }

    /// Writes the JSON of [`Resolution`] behind what `out` holds.
    pub fn write(&self, site: &Site, out: &mut String) {
        let target = self.article.as_ref().map(|live| site.url(&live.locale, &live.section, &live.slug));
        let (status, target) = (self.status.as_str(), Value::from(target));
        out.push_str(&format!("{{\"status\":\"{status}\",\"target\":{target},\"article\":"));
        match &self.article {
            Some(article) => article.write(site, out),
            None => out.push_str("null"),
        }
        out.push('}');
    }
}

impl KnownAddress {
    fn is_at(&self, reading: &Reading) -> bool {
        self.locale == reading.locale && self.slug == reading.parts.slug
    }

    fn status(&self, reading: &Reading) -> PathStatus {
        match &self.live {
            Some(article) if reading.is_true_of(article) => PathStatus::Live,
            Some(_) => PathStatus::Moved,
            None => PathStatus::Gone,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::{ArticleId, PathPattern, SitePath};

    fn locale(tag: &str) -> Locale {
        Locale::try_from(tag.to_owned()).unwrap()
    }

    fn site(pattern: &str) -> Site {
        Site {
            name: "Test".to_owned(),
            base_url: "https://example.org/\"news\"".to_owned(),
            path_pattern: PathPattern::try_from(pattern.to_owned()).unwrap(),
            default_locale: locale("de"),
            locales: ["en", "de", "fr"].map(locale).to_vec(),
            time_zone: crate::TimeZone::utc(),
        }
    }

    fn gone(tag: &str, slug: &str) -> KnownAddress {
        KnownAddress { locale: locale(tag), slug: slug.to_owned().try_into().unwrap(), live: None }
    }

    fn live(tag: &str, slug: &str, section: &str, now: &str) -> KnownAddress {
        let live = LiveTeaser {
            id: ArticleId(uuid::Uuid::nil()),
            slug: now.to_owned(),
            locale: tag.to_owned(),
            section: section.to_owned(),
            head: "\"section\":{\"slug\":\"s\",\"name\":\"S\"},\"kicker\":null,\"headline\":\"H\",\"standfirst\":null,\
                   \"byline\":[],\"tags\":[],\"hero\":null,\"word_count\":1,\"reading_minutes\":1,\"access\":\"public\""
                .to_owned(),
            first_published_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            sequence: 1,
        };
        KnownAddress { live: Some(live), ..gone(tag, slug) }
    }

    /// What a path is in short, such as `live en a-slug`.
    fn resolved(site: &Site, path: &str, known: &[KnownAddress], languages: &[&str]) -> String {
        let path = SitePath::try_from(path.to_owned()).unwrap();
        let languages: Vec<String> = languages.iter().map(|range| (*range).to_owned()).collect();
        short(Resolved::of(site, &site.readings(&path, None), known, &languages))
    }

    fn short(Resolved { status, article }: Resolved) -> String {
        let article = article.map(|live| format!(" {} {}", live.locale, live.slug)).unwrap_or_default();
        format!("{}{article}", status.as_str())
    }

    #[test]
    fn what_lives_there_comes_before_what_moved_away_and_that_before_what_is_gone() {
        let site = site("/{section}/{slug}");
        let (here, elsewhere, renamed) =
            (live("en", "a", "s", "a"), live("de", "a", "other", "a"), live("fr", "a", "s", "b"));
        let is = |known: &[KnownAddress]| resolved(&site, "/s/a", known, &["fr", "de", "en"]);
        assert_eq!(is(&[elsewhere.clone(), renamed.clone(), here]), "live en a");
        assert_eq!(is(&[elsewhere.clone(), renamed, gone("en", "a")]), "moved fr b");
        assert_eq!(is(&[elsewhere, gone("fr", "a")]), "moved de a");
        assert_eq!(is(&[gone("fr", "a"), gone("de", "a")]), "gone");
        assert_eq!(is(&[live("en", "b", "s", "b")]), "unknown");
        assert_eq!(is(&[]), "unknown");
    }

    #[test]
    fn where_nothing_tells_a_section_from_a_slug_what_lives_there_is_found() {
        let site = site("/{section}-{slug}");
        let known = [live("en", "c", "a", "c"), live("en", "b-c", "a", "b-c")];
        assert_eq!(resolved(&site, "/a-b-c", &known, &[]), "live en b-c");
        assert_eq!(resolved(&site, "/a-b-c", &known[..1], &[]), "moved en c");
    }

    #[test]
    fn of_several_the_most_wanted_language_is_taken_else_the_default_else_the_first() {
        let site = site("/{slug}");
        let all = ["en", "de", "fr"].map(|tag| live(tag, "a", "s", "a"));
        let is = |known: &[KnownAddress], languages: &[&str]| resolved(&site, "/a", known, languages);
        assert_eq!(is(&all, &["fr-CA", "en"]), "live fr a");
        assert_eq!(is(&all, &["it", "en", "fr"]), "live en a");
        assert_eq!(is(&all, &["it", "*"]), "live de a");
        assert_eq!(is(&all, &[]), "live de a");
        let [en, _, fr] = all;
        assert_eq!(is(&[fr, en], &["de"]), "live en a");
    }

    #[test]
    fn the_locale_that_a_path_names_is_the_one_it_is_in() {
        let site = site("/{locale}/{slug}");
        let known = ["en", "fr"].map(|tag| live(tag, "a", "s", "a"));
        assert_eq!(resolved(&site, "/fr/a", &known, &["en"]), "live fr a");
        assert_eq!(resolved(&site, "/de/a", &known, &["en"]), "unknown");
        let path = SitePath::try_from("/de/a".to_owned()).unwrap();
        let asked = site.readings(&path, Some(&locale("en")));
        assert_eq!(short(Resolved::of(&site, &asked, &known, &[])), "moved en a");
    }

    #[test]
    fn the_bytes_are_those_of_the_form() {
        let site = site("/{slug}");
        for (known, status) in [
            (vec![live("en", "a", "s", "a")], PathStatus::Live),
            (vec![live("en", "a", "s", "b")], PathStatus::Moved),
            (vec![gone("en", "a")], PathStatus::Gone),
            (vec![], PathStatus::Unknown),
        ] {
            let path = SitePath::try_from("/a".to_owned()).unwrap();
            let mut bytes = String::new();
            Resolved::of(&site, &site.readings(&path, None), &known, &[]).write(&site, &mut bytes);
            let read: Resolution = serde_json::from_str(&bytes).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), bytes);
            let url = read.article.as_ref().map(|teaser| teaser.url.clone());
            assert_eq!((read.status, read.target), (status, url));
        }
    }
}
