//! Generated types from OpenAPI specification
//!
//! This file contains all the generated types for the API.
//! Do not edit manually - regenerate using the appropriate script.
#![allow(clippy::large_enum_variant)]
#![allow(clippy::format_in_format_args)]
#![allow(clippy::let_unit_value)]
#![allow(unreachable_patterns)]
use serde::{Deserialize, Serialize};
///One page of terms, by slug.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TermPage {
    ///The terms.
    pub data: Vec<PublicTerm>,
    pub page: PageLinks,
}
///A section, tag, series or kicker, with how much is live under it.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PublicTerm {
    ///How many articles are live under it, in the locale asked for.
    ///Constraint: minimum=1
    pub article_count: i64,
    ///A sentence or two about it.
    pub description: Option<String>,
    ///Its name in print.
    pub name: String,
    ///Its name in URLs and filters.
    pub slug: String,
}
///One page of teasers.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TeaserPage {
    ///The teasers, in the order asked for.
    pub data: Vec<Teaser>,
    pub page: PageLinks,
}
///The publication.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Site {
    ///The address that articles' URLs begin with, without a slash at its end.
    pub base_url: String,
    pub default_locale: Locale,
    ///All locales that the publication is written in, the default first.
    pub locales: Vec<Locale>,
    ///What the publication is called.
    pub name: String,
    pub path_pattern: PathPattern,
}
///The form of an article's path: begins with a slash and contains `{slug}`.
pub type PathPattern = String;
///A JSON Web Key Set.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SigningKeySet {
    ///The keys that verify access tokens. A new one is here before it signs.
    pub keys: Vec<PublicKey>,
}
///A public key (RFC 8037).
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PublicKey {
    ///The algorithm: `EdDSA`.
    pub alg: String,
    ///The curve: `Ed25519`.
    pub crv: String,
    ///The name by which tokens refer to the key.
    pub kid: String,
    ///The kind of key: `OKP`.
    pub kty: String,
    ///What the key is for: `sig`.
    pub r#use: String,
    ///The key, base64url.
    pub x: String,
}
///The body of a refusal (RFC 9457).
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Problem {
    ///What is wrong this time.
    pub detail: String,
    ///Everything that is wrong with the request.
    pub errors: Vec<ProblemError>,
    ///The path that was asked for.
    pub instance: String,
    ///Identifies the request in the logs. `null` where the answer may be stored and given to others.
    pub request_id: Option<String>,
    ///The status, as in the status line.
    ///Constraint: minimum=400, maximum=599
    pub status: i32,
    ///The kind in words, the same for all of a kind.
    pub title: String,
    ///Which kind of problem, as an address that leads to its page.
    pub r#type: String,
}
///One thing that is wrong with a request.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ProblemError {
    ///In words.
    pub detail: String,
    ///Which query parameter.
    pub parameter: Option<String>,
    ///Where in the body, as a JSON pointer.
    pub pointer: Option<String>,
    ///Which rule, in snake case.
    pub rule: String,
}
///One page of authors, by slug.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct AuthorPage {
    ///The authors.
    pub data: Vec<PublicAuthor>,
    pub page: PageLinks,
}
///An author, with how much of theirs is live.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PublicAuthor {
    ///How many of the author's articles are live, in the locale asked for.
    ///Constraint: minimum=1
    pub article_count: i64,
    ///The biography, plain text.
    pub bio: Option<String>,
    ///The author's name in print.
    pub name: String,
    ///The portrait.
    pub picture: Option<Hero>,
    ///The author's name in URLs and filters.
    pub slug: String,
    ///The author's home page.
    pub url: Option<String>,
}
///One page of articles.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ArticlePage {
    ///The articles, in the order asked for.
    pub data: Vec<PublicArticle>,
    pub page: PageLinks,
}
///An article: its teaser and more.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PublicArticle {
    pub access: Access,
    ///The authors in full, in the order of the byline.
    pub authors: Vec<AuthorCredit>,
    pub body: Body,
    ///The authors, in the order shown.
    pub byline: Vec<TermRef>,
    pub context: Context,
    ///The publication's own fields, as the editors filled them.
    pub fields: PublicArticleFields,
    ///The date shown.
    pub first_published_at: chrono::DateTime<chrono::Utc>,
    pub headline: Headline,
    ///The picture that leads the article.
    pub hero: Option<Hero>,
    pub id: ArticleId,
    ///The small word above the headline.
    pub kicker: Option<Kicker>,
    pub locale: Locale,
    ///The headings, in order.
    pub outline: Vec<OutlineEntry>,
    ///Minutes to read the body at 230 words a minute, rounded up.
    ///Constraint: minimum=0
    pub reading_minutes: i32,
    pub section: TermRef,
    pub seo: Seo,
    ///The number of the act that made this state public. Grows with every act.
    ///Constraint: minimum=1
    pub sequence: i64,
    pub slug: Slug,
    ///The sentences under the title, plain text.
    pub standfirst: Option<Standfirst>,
    ///The topics, in the order given.
    pub tags: Vec<TermRef>,
    ///When readers last saw it change; not moved by minor changes.
    pub updated_at: chrono::DateTime<chrono::Utc>,
    ///Where readers find the article, made from the site's base URL and path pattern.
    pub url: String,
    ///Words in the body.
    ///Constraint: minimum=0
    pub word_count: i32,
}
///What pages tell search engines, where it differs from the article itself.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Seo {
    ///The address of the original, when this is a copy.
    pub canonical_url: Option<String>,
    ///The page description.
    pub description: Option<String>,
    ///The picture for previews in other places.
    pub image: Option<String>,
    ///Whether search engines are asked not to list the page.
    #[serde(default)]
    pub noindex: bool,
    ///The page title.
    pub title: Option<String>,
}
///The publication's own fields, as the editors filled them.
#[derive(Debug, Clone, Deserialize, Serialize, Default)]
pub struct PublicArticleFields {
    /// Additional properties not explicitly defined in the schema
    #[serde(flatten)]
    pub additional_properties: std::collections::BTreeMap<String, serde_json::Value>,
}
///An article's short form: what list pages show.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Teaser {
    pub access: Access,
    ///The authors, in the order shown.
    pub byline: Vec<TermRef>,
    ///The date shown.
    pub first_published_at: chrono::DateTime<chrono::Utc>,
    pub headline: Headline,
    ///The picture that leads the article.
    pub hero: Option<Hero>,
    pub id: ArticleId,
    ///The small word above the headline.
    pub kicker: Option<Kicker>,
    pub locale: Locale,
    ///Minutes to read the body at 230 words a minute, rounded up.
    ///Constraint: minimum=0
    pub reading_minutes: i32,
    pub section: TermRef,
    ///The number of the act that made this state public. Grows with every act.
    ///Constraint: minimum=1
    pub sequence: i64,
    pub slug: Slug,
    ///The sentences under the title, plain text.
    pub standfirst: Option<Standfirst>,
    ///The topics, in the order given.
    pub tags: Vec<TermRef>,
    ///When readers last saw it change; not moved by minor changes.
    pub updated_at: chrono::DateTime<chrono::Utc>,
    ///Where readers find the article, made from the site's base URL and path pattern.
    pub url: String,
    ///Words in the body.
    ///Constraint: minimum=0
    pub word_count: i32,
}
///A section, tag or author as a teaser names it.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TermRef {
    pub name: Name,
    pub slug: Slug,
}
///A kicker, such as Dispatch, Review or Opinion: at most 40 characters, with at least one letter or digit.
pub type Kicker = String;
///The identity of an article, the same in all its locales.
pub type ArticleId = uuid::Uuid;
///Who may read the body of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    Public,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for Access {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "public" => Ok(Access::Public),
            _ => Ok(Access::Custom(value)),
        }
    }
}
impl serde::Serialize for Access {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl Access {
    pub fn as_str(&self) -> &str {
        match self {
            Access::Public => "public",
            Access::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for Access {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for Access {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///One heading of an article.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct OutlineEntry {
    ///The anchor: `#id` leads to the heading in the HTML. Unique within the article.
    pub id: String,
    ///The level, 1 to 6.
    ///Constraint: minimum=1, maximum=6
    pub level: i32,
    ///The heading's text, without markup.
    pub text: String,
}
///What an article's page shows of other articles.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Context {
    ///The same article in other locales.
    pub alternates: Vec<Alternate>,
    ///Articles on the same matter.
    pub related: Vec<Related>,
    ///Its place in a series.
    pub series: Option<SeriesContext>,
}
///An article's place in its series, among what is live.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SeriesContext {
    ///How many parts are live.
    ///Constraint: minimum=1
    pub count: i64,
    pub name: Name,
    ///The live part after this one.
    pub next: Option<Neighbour>,
    ///Which part this is, from 1, as the editors numbered it.
    ///Constraint: minimum=1
    pub part: i32,
    ///The live part before this one.
    pub previous: Option<Neighbour>,
    pub slug: Slug,
}
///The part before or after in a series.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Neighbour {
    pub headline: Headline,
    pub slug: Slug,
}
///An article on the same matter.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Related {
    pub headline: Headline,
    pub slug: Slug,
    ///The sentences under its title.
    pub standfirst: Option<Standfirst>,
}
///A standfirst: one line of at most 400 characters. It is never normalised and comes back byte for byte.
pub type Standfirst = String;
///A title: one line of at most 120 characters, without white space at either end.
pub type Headline = String;
///The body, in each form that was asked for; `null` in the others.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Body {
    ///The typed block tree.
    pub blocks: Option<Vec<serde_json::Value>>,
    ///Sanitised HTML. A link to another article leads to where that lives now, and nowhere when it is not live.
    pub html: Option<String>,
    ///Markdown as it was written. A link to another article names it by its identity: `article:` and the `id`.
    pub markdown: Option<String>,
    ///Plain text.
    pub text: Option<String>,
}
///An author as the article page shows them.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct AuthorCredit {
    ///The biography, plain text.
    pub bio: Option<String>,
    pub name: Name,
    ///The portrait.
    pub picture: Option<Hero>,
    pub slug: Slug,
    ///The author's home page.
    pub url: Option<String>,
}
///What a term is called in print: one line of at most 80 characters.
pub type Name = String;
///A picture with all that is needed to show it.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Hero {
    ///What it shows, for those who do not see it.
    pub alt: String,
    ///The line under it.
    pub caption: Option<String>,
    ///Who made it.
    pub credit: Option<String>,
    ///Height in pixels.
    ///Constraint: minimum=1
    pub height: i32,
    ///A tiny stand-in to show while it loads, as a data URL.
    pub placeholder: Option<String>,
    ///Other sizes of the same picture.
    pub sources: Vec<String>,
    ///The address of the picture.
    pub src: String,
    ///Width in pixels.
    ///Constraint: minimum=1
    pub width: i32,
}
///Where a list goes on.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PageLinks {
    ///The cursor of the next page, for `after`.
    pub next: Option<String>,
    ///The cursor of the page before, for `before`.
    pub previous: Option<String>,
    ///How many there are in all, as text: beyond 10,000 it is `10,000+`. Only with `total=true`.
    pub total: Option<String>,
}
///The same article in another locale.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Alternate {
    pub locale: Locale,
    pub slug: Slug,
    ///Where readers find it.
    pub url: String,
}
/**The name of an article or term in URLs: lower-case ASCII letters and digits in groups joined by single hyphens,
at most 96 characters.*/
pub type Slug = String;
/**A language tag (BCP 47) in its canonical case: language, optional script, optional region, as in `en`, `de-AT`,
`zh-Hant-TW`.*/
pub type Locale = String;
///The verdict on a process.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct HealthReport {
    ///`ok`, or why not: `draining`, `database`.
    pub status: String,
}
