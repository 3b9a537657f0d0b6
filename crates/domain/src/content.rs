//! Everything an editor may change about an article in one locale.

mod patch;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

pub use patch::{ContentMergePatch, InputErrors};

use crate::term::is_image_url_pointer;
use crate::{
    Headline, Hero, Invalid, Kicker, Moment, PublicUrl, Site, Slug, Standfirst, TermId, Violation, moment,
};

/// The content of a revision. A draft may be incomplete, so everything except the body is optional.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The slug that the next publish uses.
    pub slug: Option<Slug>,
    /// The section.
    pub section: Option<TermId>,
    /// The kicker.
    pub kicker: Option<Kicker>,
    /// The headline.
    pub headline: Option<Headline>,
    /// The standfirst. If absent, publishing derives it from the body.
    pub standfirst: Option<Standfirst>,
    /// The authors, in display order.
    pub byline: Vec<TermId>,
    /// The tags.
    pub tags: Vec<TermId>,
    /// The position in a series.
    pub series: Option<SeriesPart>,
    /// The lead picture.
    pub hero: Option<Image>,
    /// The body.
    pub body: Markdown,
    /// Metadata for search engines.
    pub seo: Seo,
    /// The date of first publication, for imported articles: from 1000-01-02 to 9999-12-30 (UTC). Default: the time at
    /// which the article is first published.
    #[serde(default, deserialize_with = "moment::deserialize_clamped")]
    #[schema(value_type = Option<DateTime<Utc>>)]
    pub first_published_at: Option<Moment>,
    /// Custom fields of the publication.
    #[schema(additional_properties)]
    pub fields: Map<String, Value>,
}

impl Content {
    /// How many authors or tags there may be.
    pub const MAX_TERMS: usize = 50;
    /// How large the publication's own fields may be together, in bytes of JSON.
    pub const MAX_FIELDS_BYTES: usize = 64 << 10;

    /// Every term that the content names, in the order in which they are kept.
    #[must_use]
    pub fn terms(&self) -> Vec<TermId> {
        let named = self.section.iter().chain(&self.byline).chain(&self.tags).copied();
        named.chain(self.series.map(|at| at.series)).collect()
    }

    /// The properties that publishing requires and this content lacks.
    #[must_use]
    pub fn missing(&self) -> Vec<Violation> {
        let parts = [
            ("/slug", self.slug.is_none(), "The slug is missing."),
            ("/section", self.section.is_none(), "The section is missing."),
            ("/headline", self.headline.is_none(), "The headline is missing."),
        ];
        let absent = parts.into_iter().filter(|(_, absent, _)| *absent);
        absent
            .map(|(pointer, _, detail)| Violation {
                pointer: pointer.to_owned(),
                rule: "required",
                detail: detail.to_owned(),
            })
            .collect()
    }

    /// The violations that the types of the properties do not exclude.
    fn violations(&self) -> Vec<Violation> {
        let short =
            |text: Option<&String>, longest: usize| text.is_none_or(|text| text.chars().count() <= longest);
        let Seo { title, description, canonical_url, noindex: _, image } = &self.seo;
        let seo_is_short = short(title.as_ref(), 200) && short(description.as_ref(), 400);
        let hero = self.hero.as_ref().and_then(|hero| hero.check().err());
        let hero = hero.into_iter().flat_map(|invalid| invalid.at("/hero").0);
        let addresses = [("/seo/canonical_url", canonical_url), ("/seo/image", image)];
        let addresses = addresses.into_iter().filter_map(|(pointer, address)| {
            let invalid = PublicUrl::parse_web(address.as_deref()?).err()?;
            Some(invalid.at(pointer).0)
        });
        let fields = serde_json::to_string(&self.fields).map_or(0, |json| json.len());
        let rules = [
            (is_set(&self.byline), "/byline", "unique", "At most 50 authors, each once."),
            (is_set(&self.tags), "/tags", "unique", "At most 50 tags, each once."),
            (
                self.series.is_none_or(|at| at.part >= 1),
                "/series/part",
                "minimum",
                "Parts are counted from 1.",
            ),
            (seo_is_short, "/seo", "max_length", "A title has at most 200 characters, a description 400."),
            (
                fields <= Self::MAX_FIELDS_BYTES,
                "/fields",
                "max_length",
                "The fields have more than 64 KiB together.",
            ),
        ];
        let broken = rules.into_iter().filter(|(holds, ..)| !holds);
        let broken = broken.map(|(_, pointer, rule, detail)| Violation {
            pointer: pointer.to_owned(),
            rule,
            detail: detail.to_owned(),
        });
        broken.chain(hero).chain(addresses.flatten()).collect()
    }

    /// The invalid URLs, stored before URLs were validated; public responses leave them out.
    #[must_use]
    pub fn invalid_urls(&self) -> Vec<Violation> {
        let is_url_pointer = |pointer: &str| {
            is_image_url_pointer(pointer, "/hero") || ["/seo/canonical_url", "/seo/image"].contains(&pointer)
        };
        self.violations().into_iter().filter(|violation| is_url_pointer(&violation.pointer)).collect()
    }
}

fn is_set(terms: &[TermId]) -> bool {
    let different: std::collections::BTreeSet<&TermId> = terms.iter().collect();
    different.len() == terms.len() && terms.len() <= Content::MAX_TERMS
}

/// A leading picture as editors give it; the public form is [`Hero`].
pub type Image = Hero;

/// A position in a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeriesPart {
    /// The series.
    pub series: TermId,
    /// The number of the part, counted from 1.
    #[schema(minimum = 1, example = 5)]
    pub part: i32,
}

/// The source of a body: Markdown of at most 1 MiB, without NUL.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "String", into = "String")]
#[schema(value_type = String, example = "Flags are **code**.")]
pub struct Markdown(String);

impl Markdown {
    /// How long it may be, in bytes.
    pub const MAX_BYTES: usize = 1 << 20;

    /// The Markdown as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Markdown {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        if value.len() > Self::MAX_BYTES {
            return Err(Invalid::one("max_length", "The body has more than 1 MiB."));
        }
        if value.contains('\0') {
            return Err(Invalid::one("no_nul", "The body must not contain the character NUL."));
        }
        Ok(Self(value))
    }
}

impl From<Markdown> for String {
    fn from(value: Markdown) -> Self {
        value.0
    }
}

/// Metadata for search engines, where it differs from the article itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Seo {
    /// The page title.
    pub title: Option<String>,
    /// The page description.
    pub description: Option<String>,
    /// The URL of the original, if the article was first published elsewhere: `http` or `https`. You may send a path
    /// from the site's root (`/original`); the delivery API returns it as an absolute URL.
    #[schema(max_length = 2000, example = "https://example.org/original")]
    pub canonical_url: Option<String>,
    /// Whether search engines are asked not to list the page.
    pub noindex: bool,
    /// The URL of the picture for link previews on other sites. Accepts the same values as `canonical_url`.
    #[schema(max_length = 2000, example = "https://images.example/preview.jpg")]
    pub image: Option<String>,
}

impl Seo {
    /// The public form: with absolute URLs, and without invalid ones.
    #[must_use]
    pub fn for_readers(self, site: &Site) -> Self {
        let Self { title, description, canonical_url, noindex, image } = self;
        let [canonical_url, image] = [canonical_url, image].map(|url| site.web_url(&url?));
        Self { title, description, canonical_url, noindex, image }
    }
}
