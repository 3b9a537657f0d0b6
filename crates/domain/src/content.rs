//! Everything an editor may change about an article in one locale.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{Headline, Hero, Invalid, Kicker, Slug, Standfirst, TermId};

/// What a revision holds. A draft may be incomplete, so all but the body may be absent.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Content {
    /// The name in URLs that the next publish uses.
    pub slug: Option<Slug>,
    /// The section.
    pub section: Option<TermId>,
    /// The kicker.
    pub kicker: Option<Kicker>,
    /// The headline.
    pub headline: Option<Headline>,
    /// The standfirst; when absent, publishing derives it from the body.
    pub standfirst: Option<Standfirst>,
    /// The authors, in the order shown.
    pub byline: Vec<TermId>,
    /// The topics.
    pub tags: Vec<TermId>,
    /// The place in a series.
    pub series: Option<SeriesPart>,
    /// The leading picture.
    pub hero: Option<Image>,
    /// The body.
    pub body: Markdown,
    /// What pages tell search engines.
    pub seo: Seo,
    /// The date to show, for imports; when absent, the moment of the first publish.
    pub first_published_at: Option<DateTime<Utc>>,
    /// The publication's own fields.
    pub fields: Map<String, Value>,
}

/// A leading picture as editors give it; the public form is [`Hero`].
pub type Image = Hero;

/// A place in a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeriesPart {
    /// The series.
    pub series: TermId,
    /// Which part, from 1.
    pub part: i32,
}

/// A body as it is written: Markdown of at most 1 MiB, without NUL.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Markdown(String);

impl Markdown {
    /// How long it may be, in bytes.
    pub const LONGEST: usize = 1 << 20;

    /// The Markdown as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Markdown {
    type Error = Invalid;

    fn try_from(value: String) -> Result<Self, Invalid> {
        if value.len() > Self::LONGEST {
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

/// What pages tell search engines, where it differs from the article itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, ToSchema)]
pub struct Seo {
    /// The page title.
    pub title: Option<String>,
    /// The page description.
    pub description: Option<String>,
    /// The address of the original, when this is a copy.
    pub canonical_url: Option<String>,
    /// Whether search engines are asked not to list the page.
    pub noindex: bool,
    /// The picture for previews in other places.
    pub image: Option<String>,
}
