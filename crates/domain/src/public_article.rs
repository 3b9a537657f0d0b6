//! The public long form of an article, for its own page.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::{
    ArticleId, AuthorCredit, Block, Headline, Hero, Kicker, Locale, Name, OutlineEntry, Seo, Slug,
    Standfirst, Teaser, TermRef,
};

/// An article: its teaser, its body and its context.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PublicArticle {
    /// The properties of the teaser.
    #[serde(flatten)]
    pub teaser: Teaser,
    /// The body in the requested formats.
    pub body: Body,
    /// The headings, in order.
    pub outline: Vec<OutlineEntry>,
    /// Metadata for search engines.
    pub seo: Seo,
    /// The authors with biography and portrait, in the order of the byline.
    pub authors: Vec<AuthorCredit>,
    /// Custom fields of the publication.
    #[schema(additional_properties)]
    pub fields: Map<String, Value>,
    /// Related content: series, alternates and related articles.
    pub context: Context,
}

/// The body in the requested formats; the others are `null`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Body {
    /// Sanitised HTML with absolute URLs. A link to another article has the current URL of that article, or no `href`
    /// if it is not live.
    #[schema(example = "<p>Flags are code.</p>")]
    pub html: Option<String>,
    /// The original Markdown; URLs are not rewritten. A link to another article is `article:` followed by its ID.
    #[schema(example = "Flags are code.")]
    pub markdown: Option<String>,
    /// The body as a tree of typed blocks, for clients without an HTML parser. A link to another article has the
    /// current URL of that article, or `null` if it is not live.
    pub blocks: Option<Vec<Block>>,
    /// Plain text.
    #[schema(example = "Flags are code.")]
    pub text: Option<String>,
}

/// Other articles that the page of an article shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Context {
    /// Its position in a series.
    pub series: Option<SeriesContext>,
    /// The same article in other locales.
    pub alternates: Vec<Alternate>,
    /// Related articles, the most similar first.
    pub related: Vec<LinkedArticle>,
}

/// The position of an article in its series, among live articles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SeriesContext {
    /// The slug of the series.
    pub slug: Slug,
    /// The display name of the series.
    pub name: Name,
    /// The number of this part, counted from 1.
    #[schema(minimum = 1, example = 5)]
    pub part: i32,
    /// The number of live parts.
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
    /// The slug in that locale.
    pub slug: Slug,
    /// The URL of the page.
    #[schema(example = "https://example.org/engineering/feature-flags-ohne-faeulnis")]
    pub url: String,
}

/// Another article, with what a link to it shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct LinkedArticle {
    /// The ID of the article.
    pub id: ArticleId,
    /// The slug.
    pub slug: Slug,
    /// The URL of the page.
    #[schema(example = "https://example.org/engineering/feature-flag-hygiene")]
    pub url: String,
    /// The section.
    pub section: TermRef,
    /// The kicker: a short label above the headline.
    pub kicker: Option<Kicker>,
    /// Its title.
    pub headline: Headline,
    /// The standfirst.
    pub standfirst: Option<Standfirst>,
    /// The lead picture.
    pub hero: Option<Hero>,
    /// The date of first publication.
    pub first_published_at: DateTime<Utc>,
}
