//! The public long form of an article, for its own page.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{
    ArticleId, AuthorCredit, Block, Headline, Hero, Kicker, Locale, Name, OutlineEntry, Seo, Slug,
    Standfirst, Teaser, TermRef,
};

/// An article: its teaser and more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PublicArticle {
    /// The properties of the teaser.
    #[serde(flatten)]
    pub teaser: Teaser,
    /// The body in the forms that were asked for.
    pub body: Body,
    /// The headings, in order.
    pub outline: Vec<OutlineEntry>,
    /// What pages tell search engines.
    pub seo: Seo,
    /// The authors in full, in the order of the byline.
    pub authors: Vec<AuthorCredit>,
    /// The publication's own fields, as the editors filled them.
    #[schema(additional_properties)]
    pub fields: Map<String, Value>,
    /// What depends on other articles.
    pub context: Context,
}

/// The body, in each form that was asked for; `null` in the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Body {
    /// Sanitised HTML. Addresses are absolute. A link to another article leads to where that lives now, and nowhere when it
    /// is not live.
    #[schema(example = "<p>Flags are code.</p>")]
    pub html: Option<String>,
    /// Markdown as it was written, addresses too. A link to another article names it by its identity: `article:` and the
    /// `id`.
    #[schema(example = "Flags are code.")]
    pub markdown: Option<String>,
    /// The typed tree, made of the same HTML: for readers without an HTML parser. A link to another article leads to
    /// where that lives now, and has no address when it is not live.
    pub blocks: Option<Vec<Block>>,
    /// Plain text.
    #[schema(example = "Flags are code.")]
    pub text: Option<String>,
}

/// What an article's page shows of other articles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Context {
    /// Its place in a series.
    pub series: Option<SeriesContext>,
    /// The same article in other locales.
    pub alternates: Vec<Alternate>,
    /// Related articles, the most similar first.
    pub related: Vec<LinkedArticle>,
}

/// An article's place in its series, among what is live.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SeriesContext {
    /// The series' name in URLs.
    pub slug: Slug,
    /// The series' name in print.
    pub name: Name,
    /// Which part this is, from 1, as the editors numbered it.
    #[schema(minimum = 1, example = 5)]
    pub part: i32,
    /// How many parts are live.
    #[schema(minimum = 1, example = 12)]
    pub count: i64,
    /// The live part before this one.
    pub previous: Option<LinkedArticle>,
    /// The live part after this one.
    pub next: Option<LinkedArticle>,
}

/// The same article in another locale.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Alternate {
    /// The other locale.
    pub locale: Locale,
    /// The name in URLs there.
    pub slug: Slug,
    /// Where readers find it.
    #[schema(example = "https://example.org/engineering/feature-flags-ohne-faeulnis")]
    pub url: String,
}

/// Another article, with all that a link to it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LinkedArticle {
    /// The article's identity.
    pub id: ArticleId,
    /// Its name in URLs.
    pub slug: Slug,
    /// Where readers find it.
    #[schema(example = "https://example.org/engineering/feature-flag-hygiene")]
    pub url: String,
    /// The desk or topic it belongs to.
    pub section: TermRef,
    /// The small word above the headline.
    pub kicker: Option<Kicker>,
    /// Its title.
    pub headline: Headline,
    /// The sentences under its title.
    pub standfirst: Option<Standfirst>,
    /// The picture that leads it.
    pub hero: Option<Hero>,
    /// The date shown.
    pub first_published_at: DateTime<Utc>,
}
