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
    ///How paths were made before, the same way: `resolve` leads them to where articles live now.
    pub former_path_patterns: Vec<PathPattern>,
    ///All locales that the publication is written in, the default first.
    pub locales: Vec<Locale>,
    ///What the publication is called.
    pub name: String,
    pub path_pattern: PathPattern,
    pub time_zone: TimeZone,
}
///A name in the form of the IANA time zone database. Whether there is such a zone, Postgres knows.
pub type TimeZone = String;
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
///One page of what was found.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SearchPage {
    ///Where nothing has the words as they were typed: the nearest that something has. What is found is found by these.
    pub corrected: Option<String>,
    ///The articles, the best first: words in the headline count more than in the standfirst, those more than in the body.
    pub data: Vec<SearchHit>,
    ///How much is found where; only with `facets=true`.
    pub facets: Option<SearchFacets>,
    pub page: SearchPageLinks,
}
///How much was found, and where the list goes on.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SearchPageLinks {
    ///The cursor of the next page, for `after`.
    pub next: Option<String>,
    ///Always `null`: this list is read forwards.
    pub previous: Option<String>,
    /**How many there are in all, as text. `2000+`: there may be more, and the newest 2,000 are ranked and counted; of what
has the words of a phrase, the newest 500 are looked at.*/
    pub total: String,
}
///An article that was found: its teaser, and where the words stand that were sought.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SearchHit {
    pub access: Access,
    ///The authors, in the order shown.
    pub byline: Vec<TermRef>,
    ///The date shown.
    pub first_published_at: chrono::DateTime<chrono::Utc>,
    pub headline: Headline,
    ///The picture that leads the article.
    pub hero: Option<Hero>,
    pub highlights: Highlights,
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
///Where the words that were sought stand in an article: safe HTML, the text with `<mark>` around them.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Highlights {
    ///The headline.
    pub headline: String,
    ///The passage of the body in which most of the words stand; `null` where none of them does.
    pub passage: Option<String>,
    ///The standfirst.
    pub standfirst: Option<String>,
}
///How much of what was found is where: of each kind the fullest places, at most 50.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct SearchFacets {
    ///By author.
    pub authors: Vec<Facet>,
    ///By kicker.
    pub kickers: Vec<Facet>,
    ///By section.
    pub sections: Vec<Facet>,
    ///By tag.
    pub tags: Vec<Facet>,
    ///By the year of the date shown, in the site's time zone, the newest first.
    pub years: Vec<YearFacet>,
}
///How much of what was found is of one year.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct YearFacet {
    ///How many articles.
    ///Constraint: minimum=1
    pub article_count: i64,
    ///The year.
    pub year: i32,
}
///How much of what was found is in one place.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Facet {
    ///How many articles.
    ///Constraint: minimum=1
    pub article_count: i64,
    ///Its name in print.
    pub name: String,
    ///The place's name in URLs, for the parameter.
    pub slug: String,
}
///What a path is now.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Resolution {
    ///The article that lives there, in short; `null` where none does, also where a redirect leads to another page.
    pub article: Option<Teaser>,
    pub status: PathStatus,
    ///The URL that the path leads to; `null` where it leads nowhere.
    pub target: Option<String>,
}
/**What a path can be: an article lives at exactly this path (`live`), what it names lives elsewhere or it is redirected
(`moved`), what it names was public and is not any more (`gone`), or it names nothing that ever was public (`unknown`).*/
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathStatus {
    Live,
    Moved,
    Gone,
    Unknown,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for PathStatus {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "live" => Ok(PathStatus::Live),
            "moved" => Ok(PathStatus::Moved),
            "gone" => Ok(PathStatus::Gone),
            "unknown" => Ok(PathStatus::Unknown),
            _ => Ok(PathStatus::Custom(value)),
        }
    }
}
impl serde::Serialize for PathStatus {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl PathStatus {
    pub fn as_str(&self) -> &str {
        match self {
            PathStatus::Live => "live",
            PathStatus::Moved => "moved",
            PathStatus::Gone => "gone",
            PathStatus::Unknown => "unknown",
            PathStatus::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for PathStatus {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for PathStatus {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
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
///One page of the change log.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ChangePage {
    ///The changes, in order. None: nothing has changed since.
    pub data: Vec<PublicChange>,
    pub page: NextPage,
}
///Something that changed for readers.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct PublicChange {
    ///The article; `null` where it happened to a section, tag, author or series.
    pub article_id: Option<uuid::Uuid>,
    ///When.
    pub at: chrono::DateTime<chrono::Utc>,
    pub kind: ChangeKind,
    ///The article's locale.
    pub locale: Option<Locale>,
    ///The slug that the article had before it moved.
    pub previous_slug: Option<Slug>,
    ///The act that changed it.
    ///Constraint: minimum=1
    pub sequence: i64,
    /**The slug that the article has since, or had last; of a term the one it has since, or of the term it became. `null`
where it was taken down.*/
    pub slug: Option<Slug>,
    ///The cache tags of the answers that are other ones since.
    pub tags: Vec<String>,
}
///What happened to an article in a locale, or to a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChangeKind {
    Published,
    Changed,
    Moved,
    Withdrawn,
    TakenDown,
    Renamed,
    Merged,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for ChangeKind {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "published" => Ok(ChangeKind::Published),
            "changed" => Ok(ChangeKind::Changed),
            "moved" => Ok(ChangeKind::Moved),
            "withdrawn" => Ok(ChangeKind::Withdrawn),
            "taken_down" => Ok(ChangeKind::TakenDown),
            "renamed" => Ok(ChangeKind::Renamed),
            "merged" => Ok(ChangeKind::Merged),
            _ => Ok(ChangeKind::Custom(value)),
        }
    }
}
impl serde::Serialize for ChangeKind {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl ChangeKind {
    pub fn as_str(&self) -> &str {
        match self {
            ChangeKind::Published => "published",
            ChangeKind::Changed => "changed",
            ChangeKind::Moved => "moved",
            ChangeKind::Withdrawn => "withdrawn",
            ChangeKind::TakenDown => "taken_down",
            ChangeKind::Renamed => "renamed",
            ChangeKind::Merged => "merged",
            ChangeKind::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for ChangeKind {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///Where a list goes on that is read forwards only.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct NextPage {
    ///The cursor of the next page, for `after`.
    pub next: Option<String>,
    ///Always `null`: this list is read forwards.
    pub previous: Option<String>,
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
    ///The author's home page, or how to write to the author: `http`, `https` or `mailto`.
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
    /**The address of the original, when this is a copy: `http` or `https`. It may be given from the site's root
(`/original`); readers get it absolute.*/
    ///Constraint: maxLength=2000
    pub canonical_url: Option<String>,
    ///The page description.
    pub description: Option<String>,
    ///The address of the picture for previews in other places, likewise.
    ///Constraint: maxLength=2000
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
    ///Articles on the same matter, the nearest first.
    pub related: Vec<LinkedArticle>,
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
    pub next: Option<LinkedArticle>,
    ///Which part this is, from 1, as the editors numbered it.
    ///Constraint: minimum=1
    pub part: i32,
    ///The live part before this one.
    pub previous: Option<LinkedArticle>,
    pub slug: Slug,
}
///Another article, with all that a link to it shows.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct LinkedArticle {
    ///The date shown.
    pub first_published_at: chrono::DateTime<chrono::Utc>,
    pub headline: Headline,
    ///The picture that leads it.
    pub hero: Option<Hero>,
    pub id: ArticleId,
    ///The small word above the headline.
    pub kicker: Option<Kicker>,
    pub section: TermRef,
    pub slug: Slug,
    ///The sentences under its title.
    pub standfirst: Option<Standfirst>,
    ///Where readers find it.
    pub url: String,
}
///A section, tag or author as a teaser names it.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TermRef {
    pub name: Name,
    pub slug: Slug,
}
///A standfirst: one line of at most 400 characters. It is never normalised and comes back byte for byte.
pub type Standfirst = String;
///A kicker, such as Dispatch, Review or Opinion: at most 40 characters, with at least one letter or digit.
pub type Kicker = String;
///A title: one line of at most 120 characters, without white space at either end.
pub type Headline = String;
///The identity of an article, the same in all its locales.
pub type ArticleId = uuid::Uuid;
///The body, in each form that was asked for; `null` in the others.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Body {
    /**The typed tree, made of the same HTML: for readers without an HTML parser. A link to another article leads to
where that lives now, and has no address when it is not live.*/
    pub blocks: Option<Vec<Box<Block>>>,
    /**Sanitised HTML. Addresses are absolute. A link to another article leads to where that lives now, and nowhere when it
is not live.*/
    pub html: Option<String>,
    /**Markdown as it was written, addresses too. A link to another article names it by its identity: `article:` and the
`id`.*/
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
    ///A tiny stand-in to show while it loads, as a data URL: AVIF, GIF, JPEG, PNG or WebP in Base64.
    ///Constraint: maxLength=10000
    pub placeholder: Option<String>,
    ///The addresses of other sizes of the same picture.
    ///Constraint: maxItems=20
    pub sources: Vec<String>,
    /**The address of the picture: `http` or `https`. It may be given from the site's root (`/hero.jpg`); readers get it
absolute.*/
    ///Constraint: maxLength=2000
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
///What is live, by when it was first published, in the time zone of the publication.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Archive {
    ///The years in which there is anything, the newest first.
    pub years: Vec<ArchiveYear>,
}
///A year of the archive.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ArchiveYear {
    ///How many articles.
    ///Constraint: minimum=1
    pub article_count: i64,
    ///The months in which there is anything, the newest first.
    pub months: Vec<ArchiveMonth>,
    ///The year.
    pub year: i32,
}
///A month of the archive.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ArchiveMonth {
    ///How many articles.
    ///Constraint: minimum=1
    pub article_count: i64,
    ///The month.
    ///Constraint: minimum=1, maximum=12
    pub month: i32,
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
///Something that readers should mind.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct AlertBlock {
    ///What it says.
    pub blocks: Vec<Box<Block>>,
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    pub kind: AlertKind,
    ///Its title.
    pub title: Option<String>,
    ///What this is.
    pub r#type: AlertBlockType,
}
///One block of a body, told apart by its `type`.
#[derive(Debug, Clone)]
pub enum Block {
    ParagraphBlock(ParagraphBlock),
    HeadingBlock(HeadingBlock),
    ListBlock(Box<ListBlock>),
    QuoteBlock(Box<QuoteBlock>),
    AlertBlock(Box<AlertBlock>),
    CodeBlock(CodeBlock),
    MathBlock(MathBlock),
    FigureBlock(FigureBlock),
    EmbedBlock(EmbedBlock),
    TableBlock(TableBlock),
    DetailsBlock(Box<DetailsBlock>),
    FootnotesBlock(Box<FootnotesBlock>),
    DividerBlock(DividerBlock),
}
impl serde::Serialize for Block {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        match self {
            Self::ParagraphBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(ParagraphBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "paragraph") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(ParagraphBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("paragraph".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::HeadingBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(HeadingBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "heading") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(HeadingBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("heading".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::ListBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(ListBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "list") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(ListBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("list".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::QuoteBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(QuoteBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "quote") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(QuoteBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("quote".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::AlertBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(AlertBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "alert") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(AlertBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("alert".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::CodeBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(CodeBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "code") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(CodeBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("code".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::MathBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(MathBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "math") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(MathBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("math".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::FigureBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(FigureBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "figure") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(FigureBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("figure".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::EmbedBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(EmbedBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "embed") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(EmbedBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("embed".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::TableBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(TableBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "table") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(TableBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("table".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::DetailsBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(DetailsBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "details") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(DetailsBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("details".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::FootnotesBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(FootnotesBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "footnotes") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(FootnotesBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("footnotes".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::DividerBlock(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(DividerBlock),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "divider") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(DividerBlock),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("divider".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
        }
    }
}
impl<'de> serde::Deserialize<'de> for Block {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = serde_json::Value::deserialize(deserializer)?;
        let discriminator = match value.get("type") {
            Some(serde_json::Value::String(discriminator)) => {
                Some(discriminator.as_str())
            }
            Some(_) => {
                return Err(
                    serde::de::Error::custom(
                        concat!("non-string discriminator `", "type", "`",),
                    ),
                );
            }
            None => None,
        };
        match discriminator {
            Some(discriminator) => {
                match discriminator {
                    "paragraph" => {
                        let primary_error = match serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::ParagraphBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "paragraph", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "heading" => {
                        let primary_error = match serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::HeadingBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "heading", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "list" => {
                        let primary_error = match serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::ListBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "list", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "quote" => {
                        let primary_error = match serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::QuoteBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "quote", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "alert" => {
                        let primary_error = match serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::AlertBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "alert", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "code" => {
                        let primary_error = match serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::CodeBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "math" => {
                        let primary_error = match serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::MathBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "figure" => {
                        let primary_error = match serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::FigureBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "figure", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "embed" => {
                        let primary_error = match serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::EmbedBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "embed", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "table" => {
                        let primary_error = match serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::TableBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "table", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "details" => {
                        let primary_error = match serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::DetailsBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "details", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "footnotes" => {
                        let primary_error = match serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::FootnotesBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnotes", first_name, stringify!(DividerBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DividerBlock(payload),
                                stringify!(DividerBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "divider" => {
                        let primary_error = match serde_json::from_value::<
                            DividerBlock,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::DividerBlock(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            ParagraphBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(ParagraphBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ParagraphBlock(payload),
                                stringify!(ParagraphBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            HeadingBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(HeadingBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::HeadingBlock(payload),
                                stringify!(HeadingBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<ListBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(ListBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ListBlock(payload),
                                stringify!(ListBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<QuoteBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(QuoteBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::QuoteBlock(payload),
                                stringify!(QuoteBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<AlertBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(AlertBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::AlertBlock(payload),
                                stringify!(AlertBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(CodeBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeBlock(payload),
                                stringify!(CodeBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(MathBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathBlock(payload),
                                stringify!(MathBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FigureBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(FigureBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FigureBlock(payload),
                                stringify!(FigureBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            EmbedBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(EmbedBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::EmbedBlock(payload),
                                stringify!(EmbedBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            TableBlock,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(TableBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TableBlock(payload),
                                stringify!(TableBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<DetailsBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(DetailsBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::DetailsBlock(payload),
                                stringify!(DetailsBlock),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<FootnotesBlock>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "divider", first_name, stringify!(FootnotesBlock),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnotesBlock(payload),
                                stringify!(FootnotesBlock),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    other => {
                        Err(
                            serde::de::Error::custom(
                                format!(
                                    "unknown discriminator value `{other}` for `{}`", "type",
                                ),
                            ),
                        )
                    }
                }
            }
            None => {
                Err(
                    serde::de::Error::custom(
                        concat!("missing string discriminator `", "type", "`",),
                    ),
                )
            }
        }
    }
}
///A table.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TableBlock {
    ///What stands over it.
    pub caption: Option<Vec<Box<Inline>>>,
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///The rows, those of the head first.
    pub rows: Vec<TableRow>,
    ///What this is.
    pub r#type: TableBlockType,
}
///A row of a table.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TableRow {
    ///Its cells.
    pub cells: Vec<TableCell>,
    ///Whether it belongs to the head.
    pub header: bool,
}
///A cell of a table.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TableCell {
    ///To which side it is set, where that was said.
    pub align: Option<Align>,
    ///How many columns it takes.
    ///Constraint: minimum=1
    pub column_span: i32,
    ///What stands in it.
    pub content: Vec<Box<Inline>>,
    ///Whether it names its row or column.
    pub header: bool,
    ///How many rows it takes.
    ///Constraint: minimum=1
    pub row_span: i32,
}
///To which side something is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Align {
    Left,
    Center,
    Right,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for Align {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "left" => Ok(Align::Left),
            "center" => Ok(Align::Center),
            "right" => Ok(Align::Right),
            _ => Ok(Align::Custom(value)),
        }
    }
}
impl serde::Serialize for Align {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl Align {
    pub fn as_str(&self) -> &str {
        match self {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
            Align::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for Align {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for Align {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum TableBlockType {
    #[default]
    #[serde(rename = "table")]
    Table,
}
impl TableBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Table => "table",
        }
    }
}
impl ::std::fmt::Display for TableBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for TableBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A quotation.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct QuoteBlock {
    ///What is quoted.
    pub blocks: Vec<Box<Block>>,
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///What this is.
    pub r#type: QuoteBlockType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum QuoteBlockType {
    #[default]
    #[serde(rename = "quote")]
    Quote,
}
impl QuoteBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Quote => "quote",
        }
    }
}
impl ::std::fmt::Display for QuoteBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for QuoteBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A paragraph.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ParagraphBlock {
    ///What stands in it.
    pub content: Vec<Box<Inline>>,
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///What this is.
    pub r#type: ParagraphBlockType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum ParagraphBlockType {
    #[default]
    #[serde(rename = "paragraph")]
    Paragraph,
}
impl ParagraphBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
        }
    }
}
impl ::std::fmt::Display for ParagraphBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for ParagraphBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A formula on lines of its own.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct MathBlock {
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///TeX.
    pub text: String,
    ///What this is.
    pub r#type: MathBlockType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum MathBlockType {
    #[default]
    #[serde(rename = "math")]
    Math,
}
impl MathBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Math => "math",
        }
    }
}
impl ::std::fmt::Display for MathBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for MathBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A list.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ListBlock {
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///The items.
    pub items: Vec<Box<ListItem>>,
    ///Whether its items are numbered.
    pub ordered: bool,
    ///The first number, where they are.
    pub start: Option<i32>,
    ///What this is.
    pub r#type: ListBlockType,
}
///One item of a list.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ListItem {
    ///What stands in it.
    pub blocks: Vec<Box<Block>>,
    ///Whether it is done, where it is a task.
    pub checked: Option<bool>,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum ListBlockType {
    #[default]
    #[serde(rename = "list")]
    List,
}
impl ListBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::List => "list",
        }
    }
}
impl ::std::fmt::Display for ListBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for ListBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A heading.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct HeadingBlock {
    ///What stands in it.
    pub content: Vec<Box<Inline>>,
    ///Its anchor, as in the outline and in the HTML.
    pub id: String,
    ///The level, 1 to 6.
    ///Constraint: minimum=1, maximum=6
    pub level: i32,
    ///What this is.
    pub r#type: HeadingBlockType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum HeadingBlockType {
    #[default]
    #[serde(rename = "heading")]
    Heading,
}
impl HeadingBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Heading => "heading",
        }
    }
}
impl ::std::fmt::Display for HeadingBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for HeadingBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///The footnotes of the body, in the order in which they are referred to.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct FootnotesBlock {
    ///`footnotes`.
    pub id: String,
    ///The footnotes.
    pub notes: Vec<Box<Footnote>>,
    ///What this is.
    pub r#type: FootnotesBlockType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum FootnotesBlockType {
    #[default]
    #[serde(rename = "footnotes")]
    Footnotes,
}
impl FootnotesBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Footnotes => "footnotes",
        }
    }
}
impl ::std::fmt::Display for FootnotesBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for FootnotesBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///One footnote.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Footnote {
    ///What it says.
    pub blocks: Vec<Box<Block>>,
    ///Its anchor.
    pub id: String,
    ///Its number, from 1.
    ///Constraint: minimum=1
    pub number: i32,
    ///The anchors of what refers to it.
    pub references: Vec<String>,
}
///A picture.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct FigureBlock {
    ///What is seen.
    pub alt: String,
    ///What stands under it.
    pub caption: Option<Vec<Box<Inline>>>,
    ///Its height in pixels, where it was given.
    ///Constraint: minimum=0
    pub height: Option<i32>,
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///Where the picture is: absolute.
    pub src: String,
    ///What this is.
    pub r#type: FigureBlockType,
    ///Its width in pixels, where it was given.
    ///Constraint: minimum=0
    pub width: Option<i32>,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum FigureBlockType {
    #[default]
    #[serde(rename = "figure")]
    Figure,
}
impl FigureBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Figure => "figure",
        }
    }
}
impl ::std::fmt::Display for FigureBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for FigureBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///Something that a provider shows. Nothing of it is fetched.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct EmbedBlock {
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///Who shows it: `youtube`, `vimeo`, `gist`, `bluesky`, `mastodon` or `x`; others may come.
    pub provider: String,
    ///What this is.
    pub r#type: EmbedBlockType,
    ///Where it is.
    pub url: String,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum EmbedBlockType {
    #[default]
    #[serde(rename = "embed")]
    Embed,
}
impl EmbedBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Embed => "embed",
        }
    }
}
impl ::std::fmt::Display for EmbedBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for EmbedBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A break between two thoughts.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct DividerBlock {
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///What this is.
    pub r#type: DividerBlockType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum DividerBlockType {
    #[default]
    #[serde(rename = "divider")]
    Divider,
}
impl DividerBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Divider => "divider",
        }
    }
}
impl ::std::fmt::Display for DividerBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for DividerBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///What can be unfolded.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct DetailsBlock {
    ///What is seen then.
    pub blocks: Vec<Box<Block>>,
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///Whether it is unfolded at first.
    pub open: bool,
    ///What is seen before.
    pub summary: Vec<Box<Inline>>,
    ///What this is.
    pub r#type: DetailsBlockType,
}
///A piece of a line, told apart by its `type`.
#[derive(Debug, Clone)]
pub enum Inline {
    TextInline(TextInline),
    StyledInline(Box<StyledInline>),
    CodeInline(CodeInline),
    MathInline(MathInline),
    LinkInline(Box<LinkInline>),
    ImageInline(ImageInline),
    FootnoteReferenceInline(FootnoteReferenceInline),
    BreakInline(BreakInline),
}
impl serde::Serialize for Inline {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        match self {
            Self::TextInline(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(TextInline),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "text") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(TextInline),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("text".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::StyledInline(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(StyledInline),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "styled") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(StyledInline),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("styled".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::CodeInline(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(CodeInline),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "code") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(CodeInline),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("code".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::MathInline(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(MathInline),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "math") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(MathInline),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("math".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::LinkInline(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(LinkInline),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "link") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(LinkInline),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("link".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::ImageInline(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(ImageInline),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "image") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(ImageInline),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("image".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::FootnoteReferenceInline(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `",
                                stringify!(FootnoteReferenceInline),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "footnote_reference") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(FootnoteReferenceInline),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("footnote_reference".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
            Self::BreakInline(payload) => {
                let mut value = serde_json::to_value(payload)
                    .map_err(serde::ser::Error::custom)?;
                let object = value
                    .as_object_mut()
                    .ok_or_else(|| {
                        serde::ser::Error::custom(
                            concat!(
                                "discriminated union variant `", stringify!(BreakInline),
                                "` did not serialize as an object",
                            ),
                        )
                    })?;
                match object.get("type") {
                    Some(
                        serde_json::Value::String(tag),
                    ) if matches!(tag.as_str(), "break") => {}
                    Some(serde_json::Value::String(tag)) => {
                        return Err(
                            serde::ser::Error::custom(
                                format!(
                                    "discriminator `{}` value `{tag}` is not valid for variant `{}`",
                                    "type", stringify!(BreakInline),
                                ),
                            ),
                        );
                    }
                    Some(_) => {
                        return Err(
                            serde::ser::Error::custom(
                                concat!(
                                    "discriminator `", "type",
                                    "` did not serialize as a string",
                                ),
                            ),
                        );
                    }
                    None => {
                        object
                            .insert(
                                "type".to_string(),
                                serde_json::Value::String("break".to_string()),
                            );
                    }
                }
                value.serialize(serializer)
            }
        }
    }
}
impl<'de> serde::Deserialize<'de> for Inline {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = serde_json::Value::deserialize(deserializer)?;
        let discriminator = match value.get("type") {
            Some(serde_json::Value::String(discriminator)) => {
                Some(discriminator.as_str())
            }
            Some(_) => {
                return Err(
                    serde::de::Error::custom(
                        concat!("non-string discriminator `", "type", "`",),
                    ),
                );
            }
            None => None,
        };
        match discriminator {
            Some(discriminator) => {
                match discriminator {
                    "text" => {
                        let primary_error = match serde_json::from_value::<
                            TextInline,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::TextInline(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            Box<StyledInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "text", first_name, stringify!(StyledInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::StyledInline(payload),
                                stringify!(StyledInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "text", first_name, stringify!(CodeInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeInline(payload),
                                stringify!(CodeInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "text", first_name, stringify!(MathInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathInline(payload),
                                stringify!(MathInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<LinkInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "text", first_name, stringify!(LinkInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::LinkInline(payload),
                                stringify!(LinkInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            ImageInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "text", first_name, stringify!(ImageInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ImageInline(payload),
                                stringify!(ImageInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FootnoteReferenceInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "text", first_name,
                                            stringify!(FootnoteReferenceInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnoteReferenceInline(payload),
                                stringify!(FootnoteReferenceInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            BreakInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "text", first_name, stringify!(BreakInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::BreakInline(payload),
                                stringify!(BreakInline),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "styled" => {
                        let primary_error = match serde_json::from_value::<
                            Box<StyledInline>,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::StyledInline(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            TextInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "styled", first_name, stringify!(TextInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TextInline(payload),
                                stringify!(TextInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "styled", first_name, stringify!(CodeInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeInline(payload),
                                stringify!(CodeInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "styled", first_name, stringify!(MathInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathInline(payload),
                                stringify!(MathInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<LinkInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "styled", first_name, stringify!(LinkInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::LinkInline(payload),
                                stringify!(LinkInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            ImageInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "styled", first_name, stringify!(ImageInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ImageInline(payload),
                                stringify!(ImageInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FootnoteReferenceInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "styled", first_name,
                                            stringify!(FootnoteReferenceInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnoteReferenceInline(payload),
                                stringify!(FootnoteReferenceInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            BreakInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "styled", first_name, stringify!(BreakInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::BreakInline(payload),
                                stringify!(BreakInline),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "code" => {
                        let primary_error = match serde_json::from_value::<
                            CodeInline,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::CodeInline(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            TextInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(TextInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TextInline(payload),
                                stringify!(TextInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<StyledInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(StyledInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::StyledInline(payload),
                                stringify!(StyledInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(MathInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathInline(payload),
                                stringify!(MathInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<LinkInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(LinkInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::LinkInline(payload),
                                stringify!(LinkInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            ImageInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(ImageInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ImageInline(payload),
                                stringify!(ImageInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FootnoteReferenceInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name,
                                            stringify!(FootnoteReferenceInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnoteReferenceInline(payload),
                                stringify!(FootnoteReferenceInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            BreakInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "code", first_name, stringify!(BreakInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::BreakInline(payload),
                                stringify!(BreakInline),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "math" => {
                        let primary_error = match serde_json::from_value::<
                            MathInline,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::MathInline(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            TextInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(TextInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TextInline(payload),
                                stringify!(TextInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<StyledInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(StyledInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::StyledInline(payload),
                                stringify!(StyledInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(CodeInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeInline(payload),
                                stringify!(CodeInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<LinkInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(LinkInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::LinkInline(payload),
                                stringify!(LinkInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            ImageInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(ImageInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ImageInline(payload),
                                stringify!(ImageInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FootnoteReferenceInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name,
                                            stringify!(FootnoteReferenceInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnoteReferenceInline(payload),
                                stringify!(FootnoteReferenceInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            BreakInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "math", first_name, stringify!(BreakInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::BreakInline(payload),
                                stringify!(BreakInline),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "link" => {
                        let primary_error = match serde_json::from_value::<
                            Box<LinkInline>,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::LinkInline(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            TextInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "link", first_name, stringify!(TextInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TextInline(payload),
                                stringify!(TextInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<StyledInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "link", first_name, stringify!(StyledInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::StyledInline(payload),
                                stringify!(StyledInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "link", first_name, stringify!(CodeInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeInline(payload),
                                stringify!(CodeInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "link", first_name, stringify!(MathInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathInline(payload),
                                stringify!(MathInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            ImageInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "link", first_name, stringify!(ImageInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ImageInline(payload),
                                stringify!(ImageInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FootnoteReferenceInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "link", first_name,
                                            stringify!(FootnoteReferenceInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnoteReferenceInline(payload),
                                stringify!(FootnoteReferenceInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            BreakInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "link", first_name, stringify!(BreakInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::BreakInline(payload),
                                stringify!(BreakInline),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "image" => {
                        let primary_error = match serde_json::from_value::<
                            ImageInline,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::ImageInline(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            TextInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "image", first_name, stringify!(TextInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TextInline(payload),
                                stringify!(TextInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<StyledInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "image", first_name, stringify!(StyledInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::StyledInline(payload),
                                stringify!(StyledInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "image", first_name, stringify!(CodeInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeInline(payload),
                                stringify!(CodeInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "image", first_name, stringify!(MathInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathInline(payload),
                                stringify!(MathInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<LinkInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "image", first_name, stringify!(LinkInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::LinkInline(payload),
                                stringify!(LinkInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FootnoteReferenceInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "image", first_name,
                                            stringify!(FootnoteReferenceInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnoteReferenceInline(payload),
                                stringify!(FootnoteReferenceInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            BreakInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "image", first_name, stringify!(BreakInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::BreakInline(payload),
                                stringify!(BreakInline),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "footnote_reference" => {
                        let primary_error = match serde_json::from_value::<
                            FootnoteReferenceInline,
                        >(value.clone()) {
                            Ok(payload) => {
                                return Ok(Self::FootnoteReferenceInline(payload));
                            }
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            TextInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnote_reference", first_name,
                                            stringify!(TextInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TextInline(payload),
                                stringify!(TextInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<StyledInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnote_reference", first_name,
                                            stringify!(StyledInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::StyledInline(payload),
                                stringify!(StyledInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnote_reference", first_name,
                                            stringify!(CodeInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeInline(payload),
                                stringify!(CodeInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnote_reference", first_name,
                                            stringify!(MathInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathInline(payload),
                                stringify!(MathInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<LinkInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnote_reference", first_name,
                                            stringify!(LinkInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::LinkInline(payload),
                                stringify!(LinkInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            ImageInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnote_reference", first_name,
                                            stringify!(ImageInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ImageInline(payload),
                                stringify!(ImageInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            BreakInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "footnote_reference", first_name,
                                            stringify!(BreakInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::BreakInline(payload),
                                stringify!(BreakInline),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    "break" => {
                        let primary_error = match serde_json::from_value::<
                            BreakInline,
                        >(value.clone()) {
                            Ok(payload) => return Ok(Self::BreakInline(payload)),
                            Err(error) => error,
                        };
                        let mut structural_match: Option<(Self, &'static str)> = None;
                        if let Ok(payload) = serde_json::from_value::<
                            TextInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "break", first_name, stringify!(TextInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::TextInline(payload),
                                stringify!(TextInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<StyledInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "break", first_name, stringify!(StyledInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::StyledInline(payload),
                                stringify!(StyledInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            CodeInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "break", first_name, stringify!(CodeInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::CodeInline(payload),
                                stringify!(CodeInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            MathInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "break", first_name, stringify!(MathInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::MathInline(payload),
                                stringify!(MathInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            Box<LinkInline>,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "break", first_name, stringify!(LinkInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::LinkInline(payload),
                                stringify!(LinkInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            ImageInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "break", first_name, stringify!(ImageInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::ImageInline(payload),
                                stringify!(ImageInline),
                            ));
                        }
                        if let Ok(payload) = serde_json::from_value::<
                            FootnoteReferenceInline,
                        >(value.clone()) {
                            if let Some((_, first_name)) = &structural_match {
                                return Err(
                                    serde::de::Error::custom(
                                        format!(
                                            "discriminator `{}` value `{}` did not fit its mapped branch and structurally matched both `{}` and `{}`",
                                            "type", "break", first_name,
                                            stringify!(FootnoteReferenceInline),
                                        ),
                                    ),
                                );
                            }
                            structural_match = Some((
                                Self::FootnoteReferenceInline(payload),
                                stringify!(FootnoteReferenceInline),
                            ));
                        }
                        match structural_match {
                            Some((payload, _)) => Ok(payload),
                            None => Err(serde::de::Error::custom(primary_error)),
                        }
                    }
                    other => {
                        Err(
                            serde::de::Error::custom(
                                format!(
                                    "unknown discriminator value `{other}` for `{}`", "type",
                                ),
                            ),
                        )
                    }
                }
            }
            None => {
                Err(
                    serde::de::Error::custom(
                        concat!("missing string discriminator `", "type", "`",),
                    ),
                )
            }
        }
    }
}
///Text.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct TextInline {
    ///The text, without any markup.
    pub text: String,
    ///What this is.
    pub r#type: TextInlineType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum TextInlineType {
    #[default]
    #[serde(rename = "text")]
    Text,
}
impl TextInlineType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Text => "text",
        }
    }
}
impl ::std::fmt::Display for TextInlineType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for TextInlineType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///Text that is set apart.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct StyledInline {
    ///What is set apart.
    pub content: Vec<Box<Inline>>,
    pub style: TextStyle,
    ///What this is.
    pub r#type: StyledInlineType,
}
///What text is set apart by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextStyle {
    Strong,
    Emphasis,
    Deletion,
    Insertion,
    Subscript,
    Superscript,
    Highlight,
    Keyboard,
    Small,
    Underline,
    Quotation,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for TextStyle {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "strong" => Ok(TextStyle::Strong),
            "emphasis" => Ok(TextStyle::Emphasis),
            "deletion" => Ok(TextStyle::Deletion),
            "insertion" => Ok(TextStyle::Insertion),
            "subscript" => Ok(TextStyle::Subscript),
            "superscript" => Ok(TextStyle::Superscript),
            "highlight" => Ok(TextStyle::Highlight),
            "keyboard" => Ok(TextStyle::Keyboard),
            "small" => Ok(TextStyle::Small),
            "underline" => Ok(TextStyle::Underline),
            "quotation" => Ok(TextStyle::Quotation),
            _ => Ok(TextStyle::Custom(value)),
        }
    }
}
impl serde::Serialize for TextStyle {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl TextStyle {
    pub fn as_str(&self) -> &str {
        match self {
            TextStyle::Strong => "strong",
            TextStyle::Emphasis => "emphasis",
            TextStyle::Deletion => "deletion",
            TextStyle::Insertion => "insertion",
            TextStyle::Subscript => "subscript",
            TextStyle::Superscript => "superscript",
            TextStyle::Highlight => "highlight",
            TextStyle::Keyboard => "keyboard",
            TextStyle::Small => "small",
            TextStyle::Underline => "underline",
            TextStyle::Quotation => "quotation",
            TextStyle::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for TextStyle {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for TextStyle {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum StyledInlineType {
    #[default]
    #[serde(rename = "styled")]
    Styled,
}
impl StyledInlineType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Styled => "styled",
        }
    }
}
impl ::std::fmt::Display for StyledInlineType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for StyledInlineType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A formula within a line.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct MathInline {
    ///TeX.
    pub text: String,
    ///What this is.
    pub r#type: MathInlineType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum MathInlineType {
    #[default]
    #[serde(rename = "math")]
    Math,
}
impl MathInlineType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Math => "math",
        }
    }
}
impl ::std::fmt::Display for MathInlineType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for MathInlineType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A link.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct LinkInline {
    ///What is linked.
    pub content: Vec<Box<Inline>>,
    /**Where it leads: absolute, or `#` and an anchor of the same body. For another article, to where that lives now; `null`
when it is not live.*/
    pub href: Option<String>,
    ///What is shown besides.
    pub title: Option<String>,
    ///What this is.
    pub r#type: LinkInlineType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum LinkInlineType {
    #[default]
    #[serde(rename = "link")]
    Link,
}
impl LinkInlineType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Link => "link",
        }
    }
}
impl ::std::fmt::Display for LinkInlineType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for LinkInlineType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A picture within a line.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ImageInline {
    ///What is seen.
    pub alt: String,
    ///Its height in pixels, where it was given.
    ///Constraint: minimum=0
    pub height: Option<i32>,
    ///Where the picture is: absolute.
    pub src: String,
    ///What is shown besides.
    pub title: Option<String>,
    ///What this is.
    pub r#type: ImageInlineType,
    ///Its width in pixels, where it was given.
    ///Constraint: minimum=0
    pub width: Option<i32>,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum ImageInlineType {
    #[default]
    #[serde(rename = "image")]
    Image,
}
impl ImageInlineType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Image => "image",
        }
    }
}
impl ::std::fmt::Display for ImageInlineType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for ImageInlineType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///A reference to a footnote.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct FootnoteReferenceInline {
    ///The anchor of the reference.
    pub id: String,
    ///The number of the footnote, which is shown.
    ///Constraint: minimum=1
    pub number: i32,
    ///The anchor of the footnote.
    pub target: String,
    ///What this is.
    pub r#type: FootnoteReferenceInlineType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum FootnoteReferenceInlineType {
    #[default]
    #[serde(rename = "footnote_reference")]
    FootnoteReference,
}
impl FootnoteReferenceInlineType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::FootnoteReference => "footnote_reference",
        }
    }
}
impl ::std::fmt::Display for FootnoteReferenceInlineType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for FootnoteReferenceInlineType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///Code within a line.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CodeInline {
    ///The code.
    pub text: String,
    ///What this is.
    pub r#type: CodeInlineType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum CodeInlineType {
    #[default]
    #[serde(rename = "code")]
    Code,
}
impl CodeInlineType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Code => "code",
        }
    }
}
impl ::std::fmt::Display for CodeInlineType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for CodeInlineType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///The end of a line.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct BreakInline {
    ///What this is.
    pub r#type: BreakInlineType,
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum BreakInlineType {
    #[default]
    #[serde(rename = "break")]
    Break_,
}
impl BreakInlineType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Break_ => "break",
        }
    }
}
impl ::std::fmt::Display for BreakInlineType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for BreakInlineType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum DetailsBlockType {
    #[default]
    #[serde(rename = "details")]
    Details,
}
impl DetailsBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Details => "details",
        }
    }
}
impl ::std::fmt::Display for DetailsBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for DetailsBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///Code, as it was written and as its parts are coloured.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct CodeBlock {
    ///The lines to look at, from 1.
    pub highlighted_lines: Vec<i32>,
    ///Identifies the block within the body, and stays the same while other blocks change.
    pub id: String,
    ///The language, as it was written.
    pub language: Option<String>,
    ///The code.
    pub text: String,
    ///What stands above it, such as the name of a file.
    pub title: Option<String>,
    ///The code in parts by what they are; joined, they are `text`.
    pub tokens: Vec<Token>,
    ///What this is.
    pub r#type: CodeBlockType,
}
///A part of code.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct Token {
    ///What it is, where that is known.
    pub kind: Option<TokenKind>,
    ///The part.
    pub text: String,
}
///What a part of code is. In HTML its class is `hl-` and this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TokenKind {
    Comment,
    Keyword,
    String,
    Number,
    Constant,
    Function,
    Type_,
    Variable,
    Property,
    Operator,
    Punctuation,
    Tag,
    Attribute,
    Inserted,
    Deleted,
    Heading,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for TokenKind {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "comment" => Ok(TokenKind::Comment),
            "keyword" => Ok(TokenKind::Keyword),
            "string" => Ok(TokenKind::String),
            "number" => Ok(TokenKind::Number),
            "constant" => Ok(TokenKind::Constant),
            "function" => Ok(TokenKind::Function),
            "type" => Ok(TokenKind::Type_),
            "variable" => Ok(TokenKind::Variable),
            "property" => Ok(TokenKind::Property),
            "operator" => Ok(TokenKind::Operator),
            "punctuation" => Ok(TokenKind::Punctuation),
            "tag" => Ok(TokenKind::Tag),
            "attribute" => Ok(TokenKind::Attribute),
            "inserted" => Ok(TokenKind::Inserted),
            "deleted" => Ok(TokenKind::Deleted),
            "heading" => Ok(TokenKind::Heading),
            _ => Ok(TokenKind::Custom(value)),
        }
    }
}
impl serde::Serialize for TokenKind {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl TokenKind {
    pub fn as_str(&self) -> &str {
        match self {
            TokenKind::Comment => "comment",
            TokenKind::Keyword => "keyword",
            TokenKind::String => "string",
            TokenKind::Number => "number",
            TokenKind::Constant => "constant",
            TokenKind::Function => "function",
            TokenKind::Type_ => "type",
            TokenKind::Variable => "variable",
            TokenKind::Property => "property",
            TokenKind::Operator => "operator",
            TokenKind::Punctuation => "punctuation",
            TokenKind::Tag => "tag",
            TokenKind::Attribute => "attribute",
            TokenKind::Inserted => "inserted",
            TokenKind::Deleted => "deleted",
            TokenKind::Heading => "heading",
            TokenKind::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for TokenKind {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for TokenKind {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum CodeBlockType {
    #[default]
    #[serde(rename = "code")]
    Code,
}
impl CodeBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Code => "code",
        }
    }
}
impl ::std::fmt::Display for CodeBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for CodeBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///How much an alert matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AlertKind {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
    /// Custom or unknown model identifier
    Custom(String),
}
impl<'de> serde::Deserialize<'de> for AlertKind {
    fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
    where
        D: serde::Deserializer<'de>,
    {
        let value = String::deserialize(deserializer)?;
        match value.as_str() {
            "note" => Ok(AlertKind::Note),
            "tip" => Ok(AlertKind::Tip),
            "important" => Ok(AlertKind::Important),
            "warning" => Ok(AlertKind::Warning),
            "caution" => Ok(AlertKind::Caution),
            _ => Ok(AlertKind::Custom(value)),
        }
    }
}
impl serde::Serialize for AlertKind {
    fn serialize<S>(&self, serializer: S) -> Result<S::Ok, S::Error>
    where
        S: serde::Serializer,
    {
        serializer.serialize_str(self.as_str())
    }
}
impl AlertKind {
    pub fn as_str(&self) -> &str {
        match self {
            AlertKind::Note => "note",
            AlertKind::Tip => "tip",
            AlertKind::Important => "important",
            AlertKind::Warning => "warning",
            AlertKind::Caution => "caution",
            AlertKind::Custom(s) => s.as_str(),
        }
    }
}
impl ::std::fmt::Display for AlertKind {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for AlertKind {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
///What this is.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, Default)]
pub enum AlertBlockType {
    #[default]
    #[serde(rename = "alert")]
    Alert,
}
impl AlertBlockType {
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Alert => "alert",
        }
    }
}
impl ::std::fmt::Display for AlertBlockType {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        f.write_str(self.as_str())
    }
}
impl AsRef<str> for AlertBlockType {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}
pub type GetJsonFeedResponse = serde_json::Value;
///Whether the process runs.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct LivenessReport {
    ///Always `ok`.
    pub status: String,
}
///Whether the process should get requests.
#[derive(Debug, Clone, Deserialize, Serialize)]
pub struct ReadinessReport {
    ///Whether the database does not answer, so that readers get what is kept, marked with `Age`, and editors get 503.
    pub degraded: bool,
    ///How many log lines this process has lost since its start because nobody read them, or because the disk was full.
    ///Constraint: minimum=0
    pub dropped_log_lines: i64,
    /**`ok`, or why it should get none: `starting`, `draining`, `schema` (the database has a schema that this version cannot
read), `database` (it does not answer, and nothing is kept that could be given instead).*/
    pub status: String,
}
