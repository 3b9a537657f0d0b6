//! The public short form of an article, for lists.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{ArticleId, Headline, Kicker, Locale, Name, Slug, Standfirst};

/// An article's short form: what list pages show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Teaser {
    /// The article's identity, the same in all locales and for ever.
    pub id: ArticleId,
    /// The article's name in URLs, unique in its locale.
    pub slug: Slug,
    /// The locale this edition is written in.
    pub locale: Locale,
    /// Where readers find the article, made from the site's base URL and path pattern.
    #[schema(example = "https://example.org/engineering/feature-flag-hygiene")]
    pub url: String,
    /// The desk or topic it belongs to.
    pub section: TermRef,
    /// The small word above the headline.
    pub kicker: Option<Kicker>,
    /// The title.
    pub headline: Headline,
    /// The sentences under the title, plain text.
    pub standfirst: Option<Standfirst>,
    /// The authors, in the order shown.
    pub byline: Vec<TermRef>,
    /// The topics, in the order given.
    pub tags: Vec<TermRef>,
    /// The picture that leads the article.
    pub hero: Option<Hero>,
    /// Words in the body.
    #[schema(minimum = 0, example = 940)]
    pub word_count: u32,
    /// Minutes to read the body at 230 words a minute, rounded up.
    #[schema(minimum = 0, example = 4)]
    pub reading_minutes: u32,
    /// Who may read the body.
    pub access: Access,
    /// The date shown.
    pub first_published_at: DateTime<Utc>,
    /// When readers last saw it change; not moved by minor changes.
    pub updated_at: DateTime<Utc>,
    /// The number of the act that made this state public. Grows with every act.
    #[schema(minimum = 1, example = 1207)]
    pub sequence: i64,
}

/// A section, tag or author as a teaser names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TermRef {
    /// Its name in URLs.
    pub slug: Slug,
    /// Its name in print.
    pub name: Name,
}

/// A picture with all that is needed to show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hero {
    /// The address of the picture.
    #[schema(example = "https://images.example/hero.jpg")]
    pub src: String,
    /// What it shows, for those who do not see it.
    #[schema(example = "A suspension bridge in fog")]
    pub alt: String,
    /// The line under it.
    #[serde(default)]
    pub caption: Option<String>,
    /// Who made it.
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
    pub sources: Vec<String>,
    /// A tiny stand-in to show while it loads, as a data URL.
    #[serde(default)]
    pub placeholder: Option<String>,
}

/// Who may read the body of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Everybody.
    Public,
}
