//! Resolves a path to an article or redirect. This is the only place where language negotiation (`Accept-Language`) affects
//! a result.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::redirect::site_url;
use crate::{LiveTeaser, Locale, PathLookup, PathMatch, Site, Slug, Teaser};

/// The result of resolving a path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Resolution {
    /// The status of the path.
    pub status: PathStatus,
    /// The URL of the article or the target of the redirect; `null` if there is none.
    #[schema(example = "https://example.org/engineering/feature-flag-hygiene")]
    pub target: Option<String>,
    /// The teaser of the article at that URL; `null` if there is none, as when a redirect leads to another page.
    pub article: Option<Teaser>,
}

/// The status of a path: an article has exactly this path (`live`), the path redirects elsewhere (`moved`), the
/// article at this path was withdrawn or taken down (`gone`), or nothing public ever had this path (`unknown`).
// Ordered by precedence: of several candidates, the one with the first status is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum PathStatus {
    /// An article lives at exactly this path.
    Live,
    /// The article that the path names lives elsewhere, or a redirect leads from the path to another page.
    Moved,
    /// The article that the path names was public and is not any more.
    Gone,
    /// The path names nothing that ever was public.
    Unknown,
}

/// A current or former public slug of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlugRecord {
    /// The locale of the slug.
    pub locale: Locale,
    /// The slug.
    pub slug: Slug,
    /// The live article, under this slug or another; `None` when it is not live.
    pub live: Option<LiveTeaser>,
}

/// A redirect from a path, with its current destination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RedirectRecord {
    /// The locale of the redirect.
    pub locale: Locale,
    /// Where it leads.
    pub target: RedirectDestination,
}

/// Where a redirect leads now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RedirectDestination {
    /// To an article that is or was public; `None` when it is not live.
    Article(Option<LiveTeaser>),
    /// To another page of the site: its path, query and fragment.
    Page(String),
}

/// The database rows that may match a path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PathRecords {
    /// The slugs that the path may contain.
    pub addresses: Vec<SlugRecord>,
    /// The redirects from it.
    pub redirects: Vec<RedirectRecord>,
}

/// The result of resolving a path, with the stored teaser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedPath {
    /// The status.
    pub status: PathStatus,
    /// The article, where it is live.
    pub article: Option<LiveTeaser>,
    /// The path, query and fragment of another page, if a redirect leads to one.
    pub page: Option<String>,
}

/// How a path was matched, in order of precedence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MatchSource {
    /// By a current or former slug of an article, in a path of the current pattern.
    Slug,
    /// By a redirect.
    Redirect,
    /// By a slug in a path of a former pattern.
    FormerPath,
}

/// A row that matches the path, with its precedence.
struct PathCandidate<'a> {
    priority: (PathStatus, MatchSource),
    locale: &'a Locale,
    article: Option<&'a LiveTeaser>,
    page: Option<&'a str>,
}

impl PathStatus {
    /// The status as JSON spells it.
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

impl ResolvedPath {
    /// Chooses among the candidates for a path. A live article comes before a move or redirect, and that before an article
    /// that is gone, so the path of a withdrawn article can be redirected. Among moves and redirects, the slug of an
    /// article comes before a redirect, and that before a path of a former pattern. Of equal candidates, the first that
    /// matches `languages` (language ranges, the preferred ones first) is chosen if languages are negotiated, else the
    /// one in the locale that the path names; then the one in the site's default locale, then the first.
    #[must_use]
    pub fn resolve(site: &Site, lookup: &PathLookup, known: &PathRecords, languages: &[String]) -> Self {
        let mut found = candidates(lookup, known);
        let Some(priority) = found.iter().map(|candidate| candidate.priority).min() else {
            return Self { status: PathStatus::Unknown, article: None, page: None };
        };
        found.retain(|candidate| candidate.priority == priority);
        let locales: Vec<&Locale> = found.iter().map(|candidate| candidate.locale).collect();
        let wanted = match lookup.is_negotiated {
            true => languages.iter().find_map(|range| Locale::lookup(range, &locales)),
            false => lookup.matches.first().map(|path_match| &path_match.locale),
        };
        let with = |wanted: &Locale| found.iter().find(|candidate| candidate.locale == wanted);
        let taken = wanted.and_then(with).or_else(|| with(&site.default_locale)).or(found.first());
        let article = taken.and_then(|candidate| candidate.article.cloned());
        let page = taken.and_then(|candidate| candidate.page.map(str::to_owned));
        Self { status: priority.0, article, page }
    }

    /// Appends the JSON of [`Resolution`] to `out`.
    pub fn write(&self, site: &Site, out: &mut String) {
        let article = self.article.as_ref().map(|live| site.url(&live.locale, &live.section, &live.slug));
        let target = article.or_else(|| self.page.as_ref().map(|page| site_url(page, site)));
        let (status, target) = (self.status.as_str(), Value::from(target));
        out.push_str(&format!("{{\"status\":\"{status}\",\"target\":{target},\"article\":"));
        match &self.article {
            Some(article) => article.write(site, out),
            None => out.push_str("null"),
        }
        out.push('}');
    }
}

/// All candidates for a path.
fn candidates<'a>(lookup: &PathLookup, known: &'a PathRecords) -> Vec<PathCandidate<'a>> {
    let mut found = Vec::new();
    let mut add = |known: &'a SlugRecord, priority| {
        found.push(PathCandidate {
            priority,
            locale: &known.locale,
            article: known.live.as_ref(),
            page: None,
        });
    };
    for path_match in &lookup.matches {
        for address in known.addresses.iter().filter(|known| known.matches_slug(path_match)) {
            add(address, (address.status(path_match), MatchSource::Slug));
        }
    }
    for path_match in &lookup.former_matches {
        for address in known.addresses.iter().filter(|known| known.matches_slug(path_match)) {
            add(address, (moved_or_gone(address.live.as_ref()), MatchSource::FormerPath));
        }
    }
    found.extend(known.redirects.iter().map(|RedirectRecord { locale, target }| {
        let (status, article, page) = match target {
            RedirectDestination::Article(live) => (moved_or_gone(live.as_ref()), live.as_ref(), None),
            RedirectDestination::Page(page) => (PathStatus::Moved, None, Some(page.as_str())),
        };
        PathCandidate { priority: (status, MatchSource::Redirect), locale, article, page }
    }));
    found
}

/// The status of a path of an article that is live elsewhere, or not live at all.
fn moved_or_gone(live: Option<&LiveTeaser>) -> PathStatus {
    if live.is_some() { PathStatus::Moved } else { PathStatus::Gone }
}

impl SlugRecord {
    fn matches_slug(&self, path_match: &PathMatch) -> bool {
        self.locale == path_match.locale && self.slug == path_match.parts.slug
    }

    fn status(&self, path_match: &PathMatch) -> PathStatus {
        match &self.live {
            Some(article) if path_match.matches_article(article) => PathStatus::Live,
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
            former_path_patterns: vec![],
            default_locale: locale("de"),
            locales: ["en", "de", "fr"].map(locale).to_vec(),
            time_zone: crate::TimeZone::utc(),
        }
    }

    fn gone(tag: &str, slug: &str) -> SlugRecord {
        SlugRecord { locale: locale(tag), slug: slug.to_owned().try_into().unwrap(), live: None }
    }

    fn live(tag: &str, slug: &str, section: &str, now: &str) -> SlugRecord {
        let live = LiveTeaser {
            id: ArticleId(uuid::Uuid::nil()),
            slug: now.to_owned(),
            locale: tag.to_owned(),
            section: section.to_owned(),
            teaser_json: "\"section\":{\"slug\":\"s\",\"name\":\"S\"},\"kicker\":null,\"headline\":\"H\",\"standfirst\":null,\
                   \"byline\":[],\"tags\":[],\"hero\":null,\"word_count\":1,\"reading_minutes\":1,\"access\":\"public\""
                .to_owned(),
            first_published_at: DateTime::UNIX_EPOCH,
            updated_at: DateTime::UNIX_EPOCH,
            sequence: 1,
        };
        SlugRecord { live: Some(live), ..gone(tag, slug) }
    }

    /// The result for a path as a short text, such as `live en a-slug`.
    fn resolved(site: &Site, path: &str, known: &[SlugRecord], languages: &[&str]) -> String {
        let path = SitePath::try_from(path.to_owned()).unwrap();
        let languages: Vec<String> = languages.iter().map(|range| (*range).to_owned()).collect();
        short(ResolvedPath::resolve(site, &site.lookup(&path, None), &addresses(known), &languages))
    }

    fn addresses(known: &[SlugRecord]) -> PathRecords {
        PathRecords { addresses: known.to_vec(), redirects: Vec::new() }
    }

    fn short(ResolvedPath { status, article, page }: ResolvedPath) -> String {
        let article = article.map(|live| format!(" {} {}", live.locale, live.slug)).unwrap_or_default();
        let page = page.map(|page| format!(" {page}")).unwrap_or_default();
        format!("{}{article}{page}", status.as_str())
    }

    fn redirected(tag: &str, target: RedirectDestination) -> RedirectRecord {
        RedirectRecord { locale: locale(tag), target }
    }

    #[test]
    fn a_path_resolves_to_slug_redirect_former_path_or_gone_in_this_order() {
        let site = Site {
            former_path_patterns: vec![PathPattern::try_from("/{slug}.html".to_owned()).unwrap()],
            ..site("/{slug}")
        };
        let is = |path: &str, known: &PathRecords| {
            let path = SitePath::try_from(path.to_owned()).unwrap();
            short(ResolvedPath::resolve(&site, &site.lookup(&path, None), known, &["de".to_owned()]))
        };
        let page = redirected("en", RedirectDestination::Page("/about".to_owned()));
        let [lives, moved] = ["a", "b"].map(|now| live("en", "a", "s", now));
        for (path, address, is_now) in [
            ("/a", lives.clone(), "live en a"),
            ("/a", moved.clone(), "moved en b"),
            ("/a", gone("en", "a"), "moved /about"),
            ("/a.html", lives.clone(), "moved /about"),
        ] {
            let known = PathRecords { addresses: vec![address], redirects: vec![page.clone()] };
            assert_eq!(is(path, &known), is_now, "{path}");
        }
        for (path, is_now) in [("/a.html", "moved en a"), ("/a.html/", "moved en a"), ("/c.html", "unknown")]
        {
            assert_eq!(is(path, &addresses(std::slice::from_ref(&lives))), is_now, "{path}");
        }
        assert_eq!(is("/a.html", &addresses(&[gone("en", "a")])), "gone");
        let withdrawn = redirected("en", RedirectDestination::Article(None));
        let known = |address: SlugRecord| PathRecords {
            addresses: vec![address],
            redirects: vec![withdrawn.clone()],
        };
        assert_eq!(is("/a.html", &known(lives)), "moved en a");
        assert_eq!(is("/a.html", &known(gone("en", "a"))), "gone");
        // Of redirects in several locales, the wanted language decides.
        let german = redirected("de", RedirectDestination::Article(live("de", "a", "s", "a").live));
        let known = PathRecords { addresses: vec![], redirects: vec![page, german] };
        assert_eq!(is("/old/path", &known), "moved de a");
    }

    #[test]
    fn a_live_article_wins_over_a_moved_one_and_a_moved_one_over_a_gone_one() {
        let site = site("/{section}/{slug}");
        let (here, elsewhere, renamed) =
            (live("en", "a", "s", "a"), live("de", "a", "other", "a"), live("fr", "a", "s", "b"));
        let is = |known: &[SlugRecord]| resolved(&site, "/s/a", known, &["fr", "de", "en"]);
        assert_eq!(is(&[elsewhere.clone(), renamed.clone(), here]), "live en a");
        assert_eq!(is(&[elsewhere.clone(), renamed, gone("en", "a")]), "moved fr b");
        assert_eq!(is(&[elsewhere, gone("fr", "a")]), "moved de a");
        assert_eq!(is(&[gone("fr", "a"), gone("de", "a")]), "gone");
        assert_eq!(is(&[live("en", "b", "s", "b")]), "unknown");
        assert_eq!(is(&[]), "unknown");
    }

    #[test]
    fn a_path_with_ambiguous_section_and_slug_resolves_to_the_live_article() {
        let site = site("/{section}-{slug}");
        let known = [live("en", "c", "a", "c"), live("en", "b-c", "a", "b-c")];
        assert_eq!(resolved(&site, "/a-b-c", &known, &[]), "live en b-c");
        assert_eq!(resolved(&site, "/a-b-c", &known[..1], &[]), "moved en c");
    }

    #[test]
    fn accept_language_selects_the_article_else_the_default_locale_else_the_first() {
        let site = site("/{slug}");
        let all = ["en", "de", "fr"].map(|tag| live(tag, "a", "s", "a"));
        let is = |known: &[SlugRecord], languages: &[&str]| resolved(&site, "/a", known, languages);
        assert_eq!(is(&all, &["fr-CA", "en"]), "live fr a");
        assert_eq!(is(&all, &["it", "en", "fr"]), "live en a");
        assert_eq!(is(&all, &["it", "*"]), "live de a");
        assert_eq!(is(&all, &[]), "live de a");
        let [en, _, fr] = all;
        assert_eq!(is(&[fr, en], &["de"]), "live en a");
    }

    #[test]
    fn a_locale_in_the_path_overrides_accept_language() {
        let site = site("/{locale}/{slug}");
        let known = ["en", "fr"].map(|tag| live(tag, "a", "s", "a"));
        assert_eq!(resolved(&site, "/fr/a", &known, &["en"]), "live fr a");
        assert_eq!(resolved(&site, "/de/a", &known, &["en"]), "unknown");
        let path = SitePath::try_from("/de/a".to_owned()).unwrap();
        let asked = site.lookup(&path, Some(&locale("en")));
        assert_eq!(short(ResolvedPath::resolve(&site, &asked, &addresses(&known), &[])), "moved en a");
    }

    #[test]
    fn written_resolutions_equal_their_serialized_form() {
        let site = site("/{slug}");
        for (known, status) in [
            (vec![live("en", "a", "s", "a")], PathStatus::Live),
            (vec![live("en", "a", "s", "b")], PathStatus::Moved),
            (vec![gone("en", "a")], PathStatus::Gone),
            (vec![], PathStatus::Unknown),
        ] {
            let path = SitePath::try_from("/a".to_owned()).unwrap();
            let mut bytes = String::new();
            ResolvedPath::resolve(&site, &site.lookup(&path, None), &addresses(&known), &[])
                .write(&site, &mut bytes);
            let read: Resolution = serde_json::from_str(&bytes).unwrap();
            assert_eq!(serde_json::to_string(&read).unwrap(), bytes);
            let url = read.article.as_ref().map(|teaser| teaser.url.clone());
            assert_eq!((read.status, read.target), (status, url));
        }
    }
}
