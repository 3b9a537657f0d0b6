//! Full-text search over live articles, ranked. `words` parses the search text, Postgres interprets and matches it
//! (`store::delivery::search`), and `markup` highlights the matches.

mod words;

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{ArticleId, CalendarPeriod, Highlights, Invalid, Locale, Moment, SearchHit};
use markup::SearchHighlighter;
use serde::{Deserialize, Serialize};
use store::delivery::editions::EditionFilter;
use store::delivery::search;
use store::delivery::search::{Hit, SearchPage as Page, SearchPosition, SearchResults, TermCount};
use store::{DeliveryConn, cache_tags, time_zone};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::delivery::PublicApi;
use crate::delivery::parameters::{LocaleQuery, PublishedFilter, TermFilter};
use crate::delivery::read_source::ReadSource;
use crate::delivery::search::words::SearchWords;
use crate::http::cache_key;
use crate::http::cursor::CursorList;
use crate::http::pagination::{NextPageQuery, link_header};
use crate::http::query_params::{OrDefault, Query, query_params};
use crate::http::response::Response;
use crate::problem::{Problem, ProblemError};
use crate::response_cache::lookup::LookupRequest;

query_params! {
    /// What to search for.
    pub(crate) struct WordsQuery {
        /// The search words. An article must contain all of them, in any inflection; the last word also matches as a
        /// prefix. `"words in quotes"` match as a phrase, `-word` excludes a word, and `or` between two words matches
        /// either. The language of the locale decides how words are inflected.
        #[example = "feature flags"]
        q: SearchWords,
    }
}

query_params! {
    /// Whether matches are counted.
    pub(crate) struct FacetsQuery {
        /// Whether to return the number of matches by section, kicker, tag, author and year in `facets`.
        #[example = false]
        facets: OrDefault<bool>,
    }
}

/// The list that cursors of a search are bound to.
type SearchFilter = (WordsQuery, TermFilter, PublishedFilter, LocaleQuery);

type SearchQuery = Query<(SearchFilter, FacetsQuery, NextPageQuery)>;

/// A page of search results.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct SearchPage {
    /// The matches, the best first. A match in the headline counts more than one in the standfirst, and that more than
    /// one in the body.
    data: Vec<SearchHit>,
    /// The number of matches, and the cursor of the next page.
    page: SearchPageLinks,
    /// The corrected search words, if the original words had no match. The results are for these words.
    #[schema(example = json!(null))]
    corrected: Option<String>,
    /// The number of matches by term and year. Only with `facets=true`.
    facets: Option<SearchFacets>,
}

/// The number of matches, and the cursor of the next page.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct SearchPageLinks {
    /// The cursor of the next page, for `after`.
    #[schema(example = json!(null))]
    next: Option<String>,
    /// Always `null`: this list can only be read forwards.
    #[schema(example = json!(null))]
    previous: Option<String>,
    /// The total number of matches, as text. `2000+` means that there may be more: only the newest 2,000 matches are
    /// ranked and counted, and for a phrase, only the newest 500 articles with its words are checked.
    #[schema(example = "12")]
    total: String,
}

/// The number of matches by term and year: for each kind those with the most matches, at most 50.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
pub(crate) struct SearchFacets {
    /// By section.
    sections: Vec<Facet>,
    /// By kicker.
    kickers: Vec<Facet>,
    /// By tag.
    tags: Vec<Facet>,
    /// By author.
    authors: Vec<Facet>,
    /// By year of first publication, in the site's time zone, the newest first.
    years: Vec<YearFacet>,
}

/// The number of matches with one term.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Facet {
    /// The slug, for use in the filter parameter.
    #[schema(example = "engineering")]
    slug: String,
    /// The display name.
    #[schema(example = "Engineering")]
    name: String,
    /// The number of articles.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
}

/// The number of matches of one year.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct YearFacet {
    /// The year.
    #[schema(example = 2026)]
    year: i32,
    /// The number of articles.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
}

/// Searches articles.
///
/// An article matches if it contains all words in its headline, standfirst or body, or in the names of its section,
/// kicker, tags, authors and series. The newest 2,000 matches are ranked. If nothing matches, the search is repeated
/// with the most similar words that occur in articles.
#[utoipa::path(tag = "search", params(SearchQuery), responses((status = 200, description = "A page of matches.", body = SearchPage)))]
#[get("/search")]
pub(crate) async fn search_articles(
    delivery: web::Data<PublicApi>,
    request: HttpRequest,
    query: SearchQuery,
) -> Result<HttpResponse, Problem> {
    let Query(mut params) = query;
    let (_, _, published, locale) = &mut params.0;
    published.normalize();
    let (locale, min_sequence) = (locale.resolve(&delivery.site), locale.min_sequence);
    let key = cache_key::for_route(&request, &params);
    let (filter, FacetsQuery { facets }, page) = params;
    let search = SearchRequest::new(&delivery, locale, filter, facets.0, page)?;
    let (searched, url) = (delivery.clone(), key.clone());
    delivery
        .respond(&request, LookupRequest { key, min_sequence }, async move |source: ReadSource| {
            let (words, found) = search.find(&source).await?;
            // Highlighting scans up to a hundred whole texts, so it runs off the async threads.
            let respond = move || search.response(&searched, &url, &words, &found);
            tokio::task::spawn_blocking(respond).await.map_err(Problem::internal)?
        })
        .await
}

/// A search in typed form.
struct SearchRequest {
    words: SearchWords,
    filter: EditionFilter,
    /// A calendar period to filter by. It is resolved at read time, in the time zone of the site.
    published_on: Option<CalendarPeriod>,
    facets: bool,
    limit: i64,
    position: Option<SearchPosition>,
    /// The list that cursors are bound to.
    list: CursorList,
}

impl SearchRequest {
    fn new(
        api: &PublicApi,
        locale: Locale,
        params: SearchFilter,
        facets: bool,
        page: NextPageQuery,
    ) -> Result<Self, Problem> {
        let list = CursorList::new(api.epoch(), "search", &params);
        let (WordsQuery { q: words }, terms, published, _) = params;
        let PublishedFilter { published_since, published_before, published_on, .. } = published;
        let filter = EditionFilter {
            any_of: terms.any_of(),
            published_since,
            published_before,
            ..EditionFilter::all(locale)
        };
        let position = page
            .position(&list)?
            .map(|(score, at, article): (f32, Moment, Uuid)| SearchPosition { score, at: at.utc(), article });
        Ok(Self { words, filter, published_on, facets, limit: page.limit.0.get(), position, list })
    }

    /// The matches, and the words that were searched.
    async fn find(&self, source: &ReadSource) -> Result<(SearchWords, SearchResults), Problem> {
        let found = source.read(async |conn| self.find_by(conn, &self.words).await).await?;
        let found = found.ok_or_else(no_required_word)?;
        if found.total > 0 {
            return Ok((self.words.clone(), found));
        }
        let words = self.words.doubtful();
        let locale = &self.filter.locale;
        let offered = source.read(async |conn| search::suggest_spellings(conn, locale, &words).await).await?;
        let Some(better) = self.words.with(offered) else { return Ok((self.words.clone(), found)) };
        match source.read(async |conn| self.find_by(conn, &better).await).await? {
            Some(other) if other.total > 0 => Ok((better, other)),
            _ => Ok((self.words.clone(), found)),
        }
    }

    async fn find_by(
        &self,
        conn: &mut DeliveryConn,
        words: &SearchWords,
    ) -> Result<Option<SearchResults>, store::Error> {
        let unfinished = words.unfinished();
        let locale = &self.filter.locale;
        let query = search::parse(conn, locale, words.before(), unfinished.as_deref()).await?;
        let Some(query) = query else { return Ok(None) };
        let page = Page { after: self.position, limit: self.limit, facets: self.facets };
        let filter = time_zone::restrict_to_period(conn, &self.filter, self.published_on).await?;
        search::find(conn, &query, &filter, page).await.map(Some)
    }

    fn response(
        &self,
        api: &PublicApi,
        url: &str,
        words: &SearchWords,
        found: &SearchResults,
    ) -> Result<Response, Problem> {
        let unfinished = words.unfinished();
        let highlighter = SearchHighlighter::new(&self.filter.locale, words.whole(), unfinished.as_deref());
        let mut body = String::from("{\"data\":[");
        for (number, hit) in found.hits.iter().enumerate() {
            if number > 0 {
                body.push(',');
            }
            hit.teaser.write_search_hit(&highlights(&highlighter, hit), &api.site, &mut body)?;
        }
        let next = found.hits.last().filter(|_| found.more).map(|hit| {
            let SearchPosition { score, at, article } = hit.position;
            self.list.cursor(&(score, at, article))
        });
        let links = link_header(url, next.as_ref(), None);
        let total = format!("{}{}", found.total, if found.is_whole { "" } else { "+" });
        let page = serde_json::to_string(&SearchPageLinks { next, previous: None, total })?;
        let corrected = serde_json::to_string(&(*words != self.words).then(|| words.whole()))?;
        let facets = serde_json::to_string(&found.facets.as_ref().map(SearchFacets::new))?;
        body.push_str(&format!("],\"page\":{page},\"corrected\":{corrected},\"facets\":{facets}}}"));
        let shown = found.hits.iter().map(|hit| hit.teaser.id).map(|ArticleId(id)| cache_tags::article(id));
        let tags = shown.chain([cache_tags::LISTS.to_owned()]).collect();
        Ok(Response { links, ..Response::live(body, tags) })
    }
}

impl SearchFacets {
    fn new(found: &search::Facets) -> Self {
        let of = |kind: &str| {
            let places = found.places.iter().filter(|place| place.kind == kind).take(MAX_FACET_VALUES);
            let facet = |TermCount { kind: _, slug, name, article_count }: &TermCount| Facet {
                slug: slug.clone(),
                name: name.clone(),
                article_count: *article_count,
            };
            places.map(facet).collect()
        };
        let year =
            |year: &search::YearCount| YearFacet { year: year.year, article_count: year.article_count };
        Self {
            sections: of("section"),
            kickers: of("kicker"),
            tags: of("tag"),
            authors: of("author"),
            years: found.years.iter().map(year).take(MAX_FACET_VALUES).collect(),
        }
    }
}

const MAX_FACET_VALUES: usize = 50;

fn highlights(highlighter: &SearchHighlighter, hit: &Hit) -> Highlights {
    Highlights {
        headline: highlighter.mark(&hit.headline),
        standfirst: hit.teaser.standfirst().map(|standfirst| highlighter.mark(&standfirst)),
        passage: highlighter.passage(&hit.text),
    }
}

/// Without a word that must occur, every article would match.
fn no_required_word() -> Problem {
    let detail =
        "There is no word to search for that has to be there: only such as are everywhere, or must not be.";
    let invalid = Invalid::one("words", detail);
    Problem::invalid_parameters(ProblemError::from_invalid("q", &invalid).collect())
}
