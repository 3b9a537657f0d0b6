//! Assembles response JSON from stored fragments. An edition stores its JSON without the values that may change later
//! (URL, dates, sequence, context, link targets); this module concatenates both as strings, so that rendered JSON is
//! neither parsed nor serialised again on the read path.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::absolute_urls::{UrlContext, write_article_json, write_teaser_json};
use crate::edition::without_braces;
use crate::link::{
    link_targets_in_blocks, link_targets_in_html, write_blocks_with_links, write_html_with_links,
};
use crate::{
    Alternate, ArticleId, Context, Headline, Hero, Highlights, Kicker, LinkedArticle, Locale, Moment, Name,
    SeriesContext, Site, Slug, Standfirst, StoredLink, Teaser, TermRef,
};

/// A teaser as stored: the immutable JSON fragment of its edition and the columns that are inserted into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LiveTeaser {
    /// The article.
    pub id: ArticleId,
    /// The slug.
    pub slug: String,
    /// Its locale.
    pub locale: String,
    /// Its section's name in URLs, for the address.
    pub section: String,
    /// The JSON members `section` to `access` of the edition, without braces.
    pub teaser_json: String,
    /// The date of first publication.
    pub first_published_at: DateTime<Utc>,
    /// When it was last updated.
    pub updated_at: DateTime<Utc>,
    /// The act that made this state public.
    pub sequence: i64,
}

/// An article as stored: its teaser, the JSON of its body and the rows it refers to.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveArticle {
    /// Its teaser.
    pub teaser: LiveTeaser,
    /// The body, each form as JSON.
    pub body: StoredBody,
    /// The JSON members `outline` to `fields` of the edition, without braces.
    pub article_json: String,
    /// Its position in a series.
    pub series: Option<StoredSeries>,
    /// The same article in other locales.
    pub alternates: Vec<StoredAlternate>,
    /// The live articles that its body links to.
    pub links: Vec<StoredLink>,
    /// Related articles, the most similar first.
    pub related: Vec<StoredNeighbour>,
}

/// The same article in another locale, before its URL is built.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StoredAlternate {
    /// The other locale.
    pub locale: Locale,
    /// The slug in that locale.
    pub slug: Slug,
    /// The section's name in URLs there.
    pub section: Slug,
}

/// An article's position in its series, before the URLs of its neighbours are built.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct StoredSeries {
    /// The slug of the series.
    pub slug: Slug,
    /// The display name of the series.
    pub name: Name,
    /// Which part this is, from 1.
    pub part: i32,
    /// The number of live parts.
    pub count: i64,
    /// The live part before this one.
    pub previous: Option<StoredNeighbour>,
    /// The live part after this one.
    pub next: Option<StoredNeighbour>,
}

/// Another live article in the same locale, as selected by the statement that reads an article.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StoredNeighbour {
    /// The article.
    pub article_id: ArticleId,
    /// The slug.
    pub slug: Slug,
    /// Its section's name in URLs.
    pub section: Slug,
    /// The JSON members `section` to `access` of its teaser, without braces.
    // The column is called `head`, and SQL serialises whole rows.
    #[serde(rename = "head")]
    pub teaser_json: String,
    /// The date shown, in microseconds since 1970, because stored dates may be outside the range of RFC 3339.
    pub first_published_micros: i64,
}

/// The requested forms of a body, each as a JSON value.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StoredBody {
    /// HTML.
    pub html: Option<String>,
    /// Markdown.
    pub markdown: Option<String>,
    /// Plain text.
    pub text: Option<String>,
    /// The typed tree.
    pub blocks: Option<String>,
}

impl LiveTeaser {
    /// Appends the teaser's JSON to `out`.
    pub fn write(&self, site: &Site, out: &mut String) {
        out.push('{');
        self.write_members(site, out);
        out.push('}');
    }

    /// Appends the JSON of a search hit to `out`: the teaser and its highlights.
    ///
    /// # Errors
    /// None in practice: the highlights are plain data. serde's signature has one.
    pub fn write_search_hit(
        &self,
        highlights: &Highlights,
        site: &Site,
        out: &mut String,
    ) -> Result<(), serde_json::Error> {
        out.push('{');
        self.write_members(site, out);
        out.push_str(",\"highlights\":");
        out.push_str(&serde_json::to_string(highlights)?);
        out.push('}');
        Ok(())
    }

    /// The standfirst as the edition stores it.
    #[must_use]
    pub fn standfirst(&self) -> Option<String> {
        let StandfirstMember { standfirst } = parse_members(&self.teaser_json)?;
        standfirst
    }

    fn url(&self, site: &Site) -> String {
        site.url(&self.locale, &self.section, &self.slug)
    }

    fn write_members(&self, site: &Site, out: &mut String) {
        let url = Value::from(self.url(site));
        let Self { id, slug, locale, section: _, teaser_json, first_published_at, updated_at, sequence } =
            self;
        let (first, updated) = (rfc3339(*first_published_at), rfc3339(*updated_at));
        out.push_str(&format!("\"id\":\"{id}\",\"slug\":\"{slug}\",\"locale\":\"{locale}\",\"url\":{url},"));
        write_teaser_json(teaser_json, site, out);
        out.push_str(&format!(
            ",\"first_published_at\":\"{first}\",\"updated_at\":\"{updated}\",\"sequence\":{sequence}"
        ));
    }
}

#[derive(Deserialize)]
struct StandfirstMember {
    standfirst: Option<String>,
}

/// The teaser members that a link to an article shows.
#[derive(Deserialize)]
struct LinkMembers {
    section: TermRef,
    kicker: Option<Kicker>,
    headline: Headline,
    standfirst: Option<Standfirst>,
    hero: Option<Hero>,
}

impl LiveArticle {
    /// Appends the article's JSON to `out`.
    ///
    /// # Errors
    /// None in practice: the context is plain data. serde's signature has one.
    pub fn write(&self, site: &Site, out: &mut String) -> Result<(), serde_json::Error> {
        let alternates = self.alternates.iter().filter(|alternate| site.has_locale(&alternate.locale));
        let alternates = alternates.map(|alternate| alternate.to_public(site)).collect();
        let link = |neighbour: &StoredNeighbour| neighbour.to_linked_article(site, &self.teaser.locale);
        let related = self.related.iter().filter_map(link).collect();
        let series = self.series.as_ref().map(|series| series.to_context(site, &self.teaser.locale));
        let context = Context { series, alternates, related };
        let context = serde_json::to_string(&context)?;
        let StoredBody { html, markdown, text, blocks } = &self.body;
        let forms = [html, markdown, text, blocks].map(|form| form.as_deref().unwrap_or("null"));
        let [html, markdown, text, blocks] = forms;
        let parts = [html, markdown, text, blocks, &self.teaser.teaser_json, &self.article_json, &context];
        out.reserve(parts.iter().map(|part| part.len()).sum::<usize>() + JSON_OVERHEAD_BYTES);
        out.push('{');
        self.teaser.write_members(site, out);
        let url = self.teaser.url(site);
        let url_context = UrlContext { site, url: &url };
        out.push_str(",\"body\":{\"html\":");
        write_html_with_links(html, &self.links, &url_context, out);
        out.push_str(",\"markdown\":");
        out.push_str(markdown);
        out.push_str(",\"blocks\":");
        write_blocks_with_links(blocks, &self.links, &url_context, out);
        out.push_str(",\"text\":");
        out.push_str(text);
        out.push_str("},");
        write_article_json(&self.article_json, site, out);
        out.push_str(",\"context\":");
        out.push_str(&context);
        out.push('}');
        Ok(())
    }
}

/// Estimated bytes of an article's JSON besides its parts: member names, URL and dates. Used to reserve capacity.
const JSON_OVERHEAD_BYTES: usize = 1024;

impl LiveArticle {
    /// Every article whose change makes the response for this one stale: the article itself, the targets of its links
    /// (live or not), its neighbours in the series and its related articles. Used as cache tags.
    pub fn dependencies(&self) -> impl Iterator<Item = ArticleId> {
        let series_neighbours =
            self.series.iter().flat_map(|series| series.previous.iter().chain(&series.next));
        let neighbours = series_neighbours.chain(&self.related).map(|neighbour| neighbour.article_id);
        [self.teaser.id].into_iter().chain(self.link_targets()).chain(neighbours)
    }

    /// The articles that the forms of the body link to, whether they are live or not.
    fn link_targets(&self) -> impl Iterator<Item = ArticleId> {
        let StoredBody { html, markdown: _, text: _, blocks } = &self.body;
        let in_blocks = blocks.iter().flat_map(|blocks| link_targets_in_blocks(blocks));
        html.iter().flat_map(|html| link_targets_in_html(html)).chain(in_blocks)
    }
}

impl StoredAlternate {
    fn to_public(&self, site: &Site) -> Alternate {
        let Self { locale, slug, section } = self;
        let url = site.url(locale.as_str(), section.as_str(), slug.as_str());
        Alternate { locale: locale.clone(), slug: slug.clone(), url }
    }
}

impl StoredSeries {
    fn to_context(&self, site: &Site, locale: &str) -> SeriesContext {
        let Self { slug, name, part, count, previous, next } = self;
        let link = |neighbour: &Option<StoredNeighbour>| neighbour.as_ref()?.to_linked_article(site, locale);
        let (previous, next) = (link(previous), link(next));
        SeriesContext { slug: slug.clone(), name: name.clone(), part: *part, count: *count, previous, next }
    }
}

impl StoredNeighbour {
    /// The public form of a link to the article, in the locale of both; `None` when the stored JSON is invalid.
    fn to_linked_article(&self, site: &Site, locale: &str) -> Option<LinkedArticle> {
        let Self { article_id, slug, section, teaser_json, first_published_micros } = self;
        let LinkMembers { section: shown_section, kicker, headline, standfirst, hero } =
            parse_members(teaser_json)?;
        Some(LinkedArticle {
            id: *article_id,
            slug: slug.clone(),
            url: site.url(locale, section.as_str(), slug.as_str()),
            section: shown_section,
            kicker,
            headline,
            standfirst,
            hero: hero.and_then(|hero| hero.for_readers(site)),
            first_published_at: Moment::from_micros_clamped(*first_published_micros).utc(),
        })
    }
}

/// Deserialises some members of a stored teaser fragment.
fn parse_members<T: DeserializeOwned>(teaser_json: &str) -> Option<T> {
    serde_json::from_str(&format!("{{{teaser_json}}}")).ok()
}

/// The JSON members of a teaser that its edition stores, without braces. Everything that may change after publishing is
/// left out and inserted on read.
pub(crate) fn teaser_json_of(teaser: &Teaser) -> String {
    let mut members = match serde_json::to_value(teaser) {
        Ok(Value::Object(members)) => members,
        Ok(_) | Err(_) => serde_json::Map::new(),
    };
    for spliced in ["id", "slug", "locale", "url", "first_published_at", "updated_at", "sequence"] {
        members.shift_remove(spliced);
    }
    without_braces(&Value::Object(members).to_string()).to_owned()
}

fn rfc3339(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::*;

    fn site() -> Site {
        Site {
            name: "Test".to_owned(),
            base_url: "https://example.org".to_owned(),
            path_pattern: PathPattern::try_from("/{section}/{slug}".to_owned()).unwrap(),
            former_path_patterns: vec![],
            default_locale: Locale::try_from("en".to_owned()).unwrap(),
            locales: vec![],
            time_zone: TimeZone::utc(),
        }
    }

    proptest! {
        #[test]
        fn assembled_json_equals_the_serialized_teaser(
            headline in "[a-zA-Z\"\\\\äß—]{1,60}", standfirst in "\\PC{1,200}", micros in 0i64..4_000_000_000_000_000
        ) {
            let Ok(standfirst) = Standfirst::try_from(standfirst) else { return Ok(()) };
            let time = DateTime::from_timestamp_micros(micros).unwrap();
            let section = TermRef {
                slug: Slug::try_from("engineering".to_owned()).unwrap(),
                name: Name::try_from("Engineering".to_owned()).unwrap(),
            };
            let teaser = Teaser {
                id: ArticleId(uuid::Uuid::nil()),
                slug: Slug::try_from("a-slug".to_owned()).unwrap(),
                locale: Locale::try_from("en".to_owned()).unwrap(),
                url: "https://example.org/engineering/a-slug".to_owned(),
                section, kicker: None,
                headline: Headline::try_from(headline).unwrap(),
                standfirst: Some(standfirst),
                byline: vec![], tags: vec![], hero: None, word_count: 3, reading_minutes: 1,
                access: Access::Public, first_published_at: time, updated_at: time, sequence: 7,
            };
            let live = LiveTeaser {
                id: teaser.id, slug: teaser.slug.to_string(), locale: "en".to_owned(),
                section: "engineering".to_owned(), teaser_json: teaser_json_of(&teaser),
                first_published_at: time, updated_at: time, sequence: 7,
            };
            let mut spliced = String::new();
            live.write(&site(), &mut spliced);
            prop_assert_eq!(&spliced, &serde_json::to_string(&teaser).unwrap());
            prop_assert_eq!(serde_json::from_str::<Teaser>(&spliced).unwrap(), teaser);
        }
    }
}
