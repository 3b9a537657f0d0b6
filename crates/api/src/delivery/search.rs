//! Search: what is live and has the words, the best first. What was typed is read in `words`; what it means and what has
//! it, Postgres says (`store::delivery::search`); where the words stand in a text, `markup` says.

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
        /// The words, as somebody types them: all of them are to be there, in any inflection; of the last one, the beginning
        /// is enough. `"words in quotes"` are to stand together, `-words` are not to be there, and of two with `or` between
        /// them, one is enough. They are read in the language of the locale.
        #[example = "feature flags"]
        q: SearchWords,
    }
}

query_params! {
    /// What is counted.
    pub(crate) struct FacetsQuery {
        /// Whether to count what is found by where it is found.
        #[example = false]
        facets: OrDefault<bool>,
    }
}

/// What cursors of a search are bound to.
type SearchFilter = (WordsQuery, TermFilter, PublishedFilter, LocaleQuery);

type SearchQuery = Query<(SearchFilter, FacetsQuery, NextPageQuery)>;

/// One page of what was found.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct SearchPage {
    /// The articles, the best first: words in the headline count more than in the standfirst, those more than in the body.
    data: Vec<SearchHit>,
    /// How much there is, and where it goes on.
    page: SearchPageLinks,
    /// Where nothing has the words as they were typed: the nearest that something has. What is found is found by these.
    #[schema(example = json!(null))]
    corrected: Option<String>,
    /// How much is found where; only with `facets=true`.
    facets: Option<SearchFacets>,
}

/// How much was found, and where the list goes on.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct SearchPageLinks {
    /// The cursor of the next page, for `after`.
    #[schema(example = json!(null))]
    next: Option<String>,
    /// Always `null`: this list is read forwards.
    #[schema(example = json!(null))]
    previous: Option<String>,
    /// How many there are in all, as text. `2000+`: there may be more, and the newest 2,000 are ranked and counted; of what
    /// has the words of a phrase, the newest 500 are looked at.
    #[schema(example = "12")]
    total: String,
}

/// How much of what was found is where: of each kind the fullest places, at most 50.
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
    /// By the year of the date shown, in the site's time zone, the newest first.
    years: Vec<YearFacet>,
}

/// How much of what was found is in one place.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct Facet {
    /// The place's name in URLs, for the parameter.
    #[schema(example = "engineering")]
    slug: String,
    /// Its name in print.
    #[schema(example = "Engineering")]
    name: String,
    /// How many articles.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
}

/// How much of what was found is of one year.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub(crate) struct YearFacet {
    /// The year.
    #[schema(example = 2026)]
    year: i32,
    /// How many articles.
    #[schema(minimum = 1, example = 12)]
    article_count: i64,
}

/// Searches articles.
///
/// All words must be in an article: its headline, standfirst or body, or the names of its section, kicker, tags, authors
/// and series. Of what has them, the newest 2,000 are ranked. Where nothing has them, the nearest words are tried that
/// something has.
#[utoipa::path(tag = "search", params(SearchQuery), responses((status = 200, description = "A page of what was found.", body = SearchPage)))]
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

    /// What is found, and by which words.
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
        let filter = time_zone::within(conn, &self.filter, self.published_on).await?;
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
            let places = found.places.iter().filter(|place| place.kind == kind).take(MOST_PLACES);
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
            years: found.years.iter().map(year).take(MOST_PLACES).collect(),
        }
    }
}

const MOST_PLACES: usize = 50;

fn highlights(highlighter: &SearchHighlighter, hit: &Hit) -> Highlights {
    Highlights {
        headline: highlighter.mark(&hit.headline),
        standfirst: hit.teaser.standfirst().map(|standfirst| highlighter.mark(&standfirst)),
        passage: highlighter.passage(&hit.text),
    }
}

/// Where nothing is named that has to be there, everything would be found.
fn no_required_word() -> Problem {
    let detail =
        "There is no word to search for that has to be there: only such as are everywhere, or must not be.";
    let invalid = Invalid::one("words", detail);
    Problem::invalid_parameters(ProblemError::from_invalid("q", &invalid).collect())
}
