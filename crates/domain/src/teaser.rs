//! The public short form of an article, for lists.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::public_url::check_placeholder;
use crate::{ArticleId, Headline, Invalid, Kicker, Locale, Name, PublicUrl, Site, Slug, Standfirst};

/// The summary of an article for lists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Teaser {
    /// The ID of the article, the same in all locales. It never changes.
    pub id: ArticleId,
    /// The slug of the article, unique in its locale.
    pub slug: Slug,
    /// The locale of this edition.
    pub locale: Locale,
    /// The URL of the article, from the site's base URL and path pattern.
    #[schema(example = "https://example.org/engineering/feature-flag-hygiene")]
    pub url: String,
    /// The section.
    pub section: TermRef,
    /// The kicker: a short label above the headline.
    pub kicker: Option<Kicker>,
    /// The title.
    pub headline: Headline,
    /// The standfirst, as plain text.
    pub standfirst: Option<Standfirst>,
    /// The authors, in display order.
    pub byline: Vec<TermRef>,
    /// The tags, in the order of the editors.
    pub tags: Vec<TermRef>,
    /// The lead picture.
    pub hero: Option<Hero>,
    /// The number of words in the body.
    #[schema(minimum = 0, example = 940)]
    pub word_count: u32,
    /// The reading time in minutes, at 230 words per minute, rounded up.
    #[schema(minimum = 0, example = 4)]
    pub reading_minutes: u32,
    /// Who may read the body.
    pub access: Access,
    /// The date of first publication.
    pub first_published_at: DateTime<Utc>,
    /// The time of the last update that is not minor.
    pub updated_at: DateTime<Utc>,
    /// The sequence number of the change that published this edition. It grows with every change.
    #[schema(minimum = 1, example = 1207)]
    pub sequence: i64,
}

/// A section, tag or author of a teaser.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TermRef {
    /// The slug.
    pub slug: Slug,
    /// The display name.
    pub name: Name,
}

/// A picture with its metadata.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hero {
    /// The URL of the picture: `http` or `https`. You may send a path from the site's root (`/hero.jpg`); the delivery
    /// API returns it as an absolute URL.
    #[schema(max_length = 2000, example = "https://images.example/hero.jpg")]
    pub src: String,
    /// The alternative text.
    #[schema(example = "A suspension bridge in fog")]
    pub alt: String,
    /// The caption.
    #[serde(default)]
    pub caption: Option<String>,
    /// The credit line.
    #[serde(default)]
    pub credit: Option<String>,
    /// Width in pixels.
    #[schema(minimum = 1, example = 1600)]
    pub width: u32,
    /// Height in pixels.
    #[schema(minimum = 1, example = 900)]
    pub height: u32,
    /// Other sizes of the same picture.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub sources: Vec<String>,
    /// A tiny placeholder to show while the picture loads, as a Base64 data URL: AVIF, GIF, JPEG, PNG or WebP.
    #[serde(default)]
    #[schema(max_length = 10000, example = json!(null))]
    pub placeholder: Option<String>,
}

impl Hero {
    /// How many other sizes there may be.
    const MAX_SOURCES: usize = 20;
    /// How long its texts may be, in characters.
    const MAX_TEXT_CHARS: usize = 2_000;

    /// Checks a picture as it was given.
    ///
    /// # Errors
    /// [`Invalid`] with everything that is wrong with it, each below the picture itself.
    pub fn check(&self) -> Result<(), Invalid> {
        let Self { src, alt, caption, credit, width, height, sources, placeholder } = self;
        let texts = [Some(alt), caption.as_ref(), credit.as_ref()];
        let is_short = |text: &String| text.chars().count() <= Self::MAX_TEXT_CHARS;
        let mut wrong = Vec::new();
        let mut check = |pointer: &str, value: Result<(), Invalid>| {
            wrong.extend(value.err().into_iter().flat_map(|invalid| invalid.at(pointer).0));
        };
        if *width == 0 || *height == 0 {
            check("", Err(Invalid::one("range", "A picture is at least one pixel wide and high.")));
        }
        if !texts.into_iter().flatten().all(is_short) {
            check("", Err(Invalid::one("max_length", "A text of a picture has at most 2,000 characters.")));
        }
        if sources.len() > Self::MAX_SOURCES {
            check("/sources", Err(Invalid::one("max_items", "A picture has at most 20 other sizes.")));
        }
        check("/src", PublicUrl::parse_web(src).map(drop));
        for (number, source) in sources.iter().enumerate().take(Self::MAX_SOURCES) {
            check(&format!("/sources/{number}"), PublicUrl::parse_web(source).map(drop));
        }
        check("/placeholder", placeholder.as_deref().map_or(Ok(()), check_placeholder));
        if wrong.is_empty() { Ok(()) } else { Err(Invalid(wrong)) }
    }

    /// The public form: with absolute URLs, and without invalid ones. `None` for a picture
    /// whose own URL is invalid.
    #[must_use]
    pub fn for_readers(self, site: &Site) -> Option<Self> {
        let src = site.web_url(&self.src)?;
        let sources = self.sources.iter().filter_map(|source| site.web_url(source)).collect();
        let placeholder = self.placeholder.filter(|text| check_placeholder(text).is_ok());
        Some(Self { src, sources, placeholder, ..self })
    }
}

/// Who may read the body of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Everybody.
    Public,
}
