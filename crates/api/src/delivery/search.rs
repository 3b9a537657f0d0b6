//! Search: what is live and has the words, the best first. What was typed is read in `words`; what it means and what has
//! it, Postgres says (`store::delivery::search`); where the words stand in a text, `markup` says.

mod words;

use actix_web::{HttpRequest, HttpResponse, get, web};
use domain::{ArticleId, CalendarPeriod, Highlights, Invalid, Limit, Locale, SearchHit};
use markup::SearchHighlighter;
use serde::{Deserialize, Serialize};
use store::delivery::editions::EditionFilter;
use store::delivery::search;
use store::delivery::search::{Hit, SearchPage as Page, SearchPosition, SearchResults, TermCount};
use store::{DeliveryConn, cache_tags, time_zone};
use utoipa::{IntoParams, ToSchema};

use crate::delivery::list::{in_order, moment_of, written};
use crate::delivery::parameters::{flag, kicker, limit, moment, period, slug};
use crate::delivery::read_source::ReadSource;
use crate::delivery::search::words::SearchWords;
use crate::delivery::{PublicApi, item};
use crate::http::cache_key::CacheKey;
use crate::http::cursor::Cursor;
use crate::http::pagination;
use crate::http::query_params;
use crate::http::query_params::{ParamErrors, Query};
use crate::http::response::Response;
use crate::problem::{Problem, ProblemError};
use crate::response_cache::lookup::LookupRequest;

/// What is sought, and where.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// The words, as somebody types them: all of them are to be there, in any inflection; of the last one, the beginning
    /// is enough. `"words in quotes"` are to stand together, `-words` are not to be there, and of two with `or` between
    /// them, one is enough.
    #[param(required = true, min_length = 1, max_length = 200, example = "feature flags")]
    q: Option<String>,
    /// Only in this section; several, separated by commas, mean any of them. An unknown one gives an empty list.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "engineering")]
    section: Option<String>,
    /// Only with this kicker, as it is shown or as a slug; several mean any of them.
    #[param(pattern = r"^[^,\u0000\ufffd]+(,[^,\u0000\ufffd]+){0,49}$", example = "Dispatch")]
    kicker: Option<String>,
    /// Only with this tag; several mean any of them.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "operations")]
    tag: Option<String>,
    /// Only by this author; several mean any of them.
    #[param(pattern = "^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*){0,49}$", example = "ines-marchetti")]
    author: Option<String>,
    /// Only what was first published at this moment or later.
    #[param(value_type = Option<DateTime<Utc>>, example = "2026-01-01T00:00:00Z")]
    published_since: Option<String>,
    /// Only what was first published before this moment.
    #[param(value_type = Option<DateTime<Utc>>, example = "2027-01-01T00:00:00Z")]
    published_before: Option<String>,
    /// Only what was first published in this month, on this day or in this year of the site's time zone: `2026-03`,
    /// `2026-03-05` or `2026`.
    #[param(pattern = "^[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", example = "2026-03")]
    published_on: Option<String>,
    /// Only what was first published in this year of the site's time zone. It takes the place of `published_on`.
    #[param(value_type = Option<i32>, minimum = 1000, maximum = 9999, example = 2026)]
    year: Option<String>,
    /// The locale; the site's default when absent. Words are read in its language.
    #[param(value_type = Option<Locale>)]
    locale: Option<String>,
    /// Whether to count what is found by where it is found.
    #[param(value_type = Option<bool>, example = false)]
    facets: Option<String>,
    /// How many on a page, 1 to 100.
    #[param(value_type = Option<i32>, minimum = 1, maximum = 100, example = 20)]
    limit: Option<String>,
    /// The page after this cursor, from `page.next`.
    after: Option<String>,
    /// An act, by the `sequence` that it was answered with: the answer knows of it, or there is none yet.
    #[param(value_type = Option<i64>, minimum = 1, example = 1)]
    min_sequence: Option<String>,
}

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
    query: Query<SearchQuery>,
) -> Result<HttpResponse, Problem> {
    let search = SearchRequest::of(query.0, &delivery)?;
    let key = search.cache_key(&delivery, &request);
    let (searched, asked) = (delivery.clone(), key.clone());
    delivery
        .respond(
            &request,
            LookupRequest { key, min_sequence: search.min_sequence },
            async move |source: ReadSource| {
                let (words, found) = search.find(&source).await?;
                // It looks through up to a hundred whole texts, and others wait on this thread.
                let writing = move || search.answer(&searched, &asked, &words, &found);
                tokio::task::spawn_blocking(writing).await.map_err(Problem::internal)?
            },
        )
        .await
}

/// A search that was asked for, in typed form.
struct SearchRequest {
    words: SearchWords,
    filter: EditionFilter,
    /// The period of the calendar that it is narrowed to when it is read.
    published_on: Option<CalendarPeriod>,
    facets: bool,
    limit: Limit,
    /// The cursor, and the place that it names.
    after: Option<(String, SearchPosition)>,
    /// The act that the answer must know of.
    min_sequence: Option<i64>,
    /// What cursors of this search are bound to.
    identity: String,
}

impl SearchRequest {
    fn of(asked: SearchQuery, delivery: &PublicApi) -> Result<Self, Problem> {
        let mut errors = ParamErrors::default();
        let words = SearchWords::of(asked.q).map(Some);
        let words = errors.check("q", words);
        let mut slugs = |name: &'static str, value: Option<&String>| {
            (name, in_order(errors.check(name, query_params::comma_separated(value, slug))))
        };
        let any_of = [
            slugs("section", asked.section.as_ref()),
            slugs("tag", asked.tag.as_ref()),
            slugs("author", asked.author.as_ref()),
        ];
        let kickers =
            in_order(errors.check("kicker", query_params::comma_separated(asked.kicker.as_ref(), kicker)));
        let mut date = |name, value: Option<String>| errors.check(name, value.map(moment).transpose());
        let published_since = date("published_since", asked.published_since);
        let published_before = date("published_before", asked.published_before);
        let published_on = period(asked.published_on, asked.year, &mut errors);
        let locale = item::locale(asked.locale, delivery, &mut errors);
        let facets = errors.check("facets", asked.facets.map(flag).transpose()).unwrap_or_default();
        let limit = errors.check("limit", asked.limit.map(limit).transpose()).unwrap_or_default();
        let min_sequence = item::min_sequence(asked.min_sequence, &mut errors);
        errors.finish()?;
        let words = words.ok_or_else(nothing_sought)?;
        let any_of = any_of.into_iter().chain([("kicker", kickers)]).collect();
        let filter =
            EditionFilter { any_of, published_since, published_before, ..EditionFilter::all(locale) };
        let identity = format!("search {} {filter:?} {published_on:?}", words.whole());
        let place = Cursor::position(delivery.epoch(), &identity, asked.after.as_deref(), place)?;
        let after = asked.after.zip(place);
        Ok(Self { words, filter, published_on, facets, limit, after, min_sequence, identity })
    }

    /// Where it is asked for, in one spelling.
    fn cache_key(&self, delivery: &PublicApi, request: &HttpRequest) -> String {
        let Self { words, filter, published_on, facets, limit, after, .. } = self;
        let key = CacheKey::for_route(request).with("q", Some(words.whole()));
        let places = filter.any_of.iter();
        let key = places.fold(key, |key, (kind, slugs)| key.with_all(kind, slugs));
        key.with("published_since", filter.published_since.map(written))
            .with("published_before", filter.published_before.map(written))
            .with("published_on", *published_on)
            .with("locale", delivery.other_locale(&filter.locale))
            .with("facets", facets.then_some(true))
            .with("limit", (*limit != Limit::default()).then(|| limit.get()))
            .with("after", after.as_ref().map(|(cursor, _)| cursor))
            .into_string()
    }

    /// What is found, and by which words.
    async fn find(&self, source: &ReadSource) -> Result<(SearchWords, SearchResults), Problem> {
        let found = source.read(async |conn| self.find_by(conn, &self.words).await).await?;
        let found = found.ok_or_else(nothing_sought)?;
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
        let after = self.after.as_ref().map(|(_, place)| *place);
        let page = Page { after, limit: self.limit.get(), facets: self.facets };
        let filter = time_zone::within(conn, &self.filter, self.published_on).await?;
        search::find(conn, &query, &filter, page).await.map(Some)
    }

    fn answer(
        &self,
        delivery: &PublicApi,
        asked: &str,
        words: &SearchWords,
        found: &SearchResults,
    ) -> Result<Response, Problem> {
        let unfinished = words.unfinished();
        let sought = SearchHighlighter::new(&self.filter.locale, words.whole(), unfinished.as_deref());
        let mut body = String::from("{\"data\":[");
        for (number, hit) in found.hits.iter().enumerate() {
            if number > 0 {
                body.push(',');
            }
            hit.teaser.write_search_hit(&highlights(&sought, hit), &delivery.site, &mut body)?;
        }
        let next = found.hits.last().filter(|_| found.more).map(|hit| written_place(hit.position));
        let next = next.map(|key| Cursor::encode(delivery.epoch(), &self.identity, key)).transpose()?;
        let links = next.as_ref().map(|cursor| pagination::page_link(asked, "after", cursor, "next"));
        let total = format!("{}{}", found.total, if found.is_whole { "" } else { "+" });
        let page = serde_json::to_string(&SearchPageLinks { next, previous: None, total })?;
        let corrected = serde_json::to_string(&(*words != self.words).then(|| words.whole()))?;
        let facets = serde_json::to_string(&found.facets.as_ref().map(SearchFacets::of))?;
        body.push_str(&format!("],\"page\":{page},\"corrected\":{corrected},\"facets\":{facets}}}"));
        let shown = found.hits.iter().map(|hit| hit.teaser.id).map(|ArticleId(id)| cache_tags::article(id));
        let tags = shown.chain([cache_tags::LISTS.to_owned()]).collect();
        Ok(Response { links, ..Response::live(body, tags) })
    }
}

impl SearchFacets {
    fn of(found: &search::Facets) -> Self {
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

fn highlights(sought: &SearchHighlighter, hit: &Hit) -> Highlights {
    Highlights {
        headline: sought.mark(&hit.headline),
        standfirst: hit.teaser.standfirst().map(|standfirst| sought.mark(&standfirst)),
        passage: sought.passage(&hit.text),
    }
}

/// Where nothing is named that has to be there, everything would be found.
fn nothing_sought() -> Problem {
    let detail =
        "There is no word to search for that has to be there: only such as are everywhere, or must not be.";
    let invalid = Invalid::one("words", detail);
    Problem::invalid_parameters(
        invalid.0.iter().map(|violation| ProblemError::from_violation("q", violation)).collect(),
    )
}

/// A place as cursors carry it.
fn written_place(SearchPosition { score, at, article }: SearchPosition) -> String {
    format!("{score} {} {article}", at.timestamp_micros())
}

fn place(key: &str) -> Option<SearchPosition> {
    let mut parts = key.split(' ');
    let score = parts.next()?.parse().ok().filter(|score: &f32| score.is_finite())?;
    Some(SearchPosition { score, at: moment_of(parts.next()?)?, article: parts.next()?.parse().ok()? })
}
