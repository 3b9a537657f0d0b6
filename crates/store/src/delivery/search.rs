//! Full-text search over live articles.
//!
//! A common word may occur in most articles, and ranking all of them would take seconds. So the query starts with the
//! newest months and continues with older ones, four times as many articles each time, until it has enough matches.
//! Only those, the newest, are ranked and counted; rare words are found in the whole archive.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Bool, Float, Jsonb, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{LiveTeaser, Locale};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::delivery::editions::EditionFilter;
use crate::delivery::editions::rows::TeaserRow;
use crate::schema::delivery::live;
use crate::statement_cache::{prepared, typed};
use crate::{DeliveryConn, Error};

/// A parsed query, in the text form of a `tsquery`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchQuery(String);

/// A position in the ranking; reading continues after it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SearchPosition {
    /// The rank of the hit.
    pub score: f32,
    /// When it was first published.
    pub at: DateTime<Utc>,
    pub article: Uuid,
}

/// One page of results.
#[derive(Debug)]
pub struct SearchResults {
    /// The hits of this page, best first.
    pub hits: Vec<Hit>,
    /// Whether there are more hits after this page.
    pub more: bool,
    /// The number of matches.
    pub total: i64,
    /// Whether `total` covers all matches and not only the newest.
    pub is_whole: bool,
    /// The facet counts, when they were requested.
    pub facets: Option<Facets>,
}

#[derive(Debug)]
pub struct Hit {
    pub teaser: LiveTeaser,
    pub headline: String,
    /// The full text, for highlighting.
    pub text: String,
    /// Its position in the ranking.
    pub position: SearchPosition,
}

/// The number of matches per term and per year, largest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Facets {
    /// Per section, kicker, tag, author and series.
    pub places: Vec<TermCount>,
    /// Per year of first publication in the publication's time zone, newest first.
    pub years: Vec<YearCount>,
}

/// The number of matches under one term or kicker.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TermCount {
    pub kind: String,
    pub slug: String,
    pub name: String,
    pub article_count: i64,
}

/// The number of matches in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct YearCount {
    pub year: i32,
    pub article_count: i64,
}

/// Which page of the results to read.
#[derive(Debug, Clone, Copy)]
pub struct SearchPage {
    /// Where the page starts; `None` starts with the best hit.
    pub after: Option<SearchPosition>,
    pub limit: i64,
    /// Whether to count facets.
    pub facets: bool,
}

/// Parses a search query: words, "phrases", -excluded words, `or`. `last` is the last word when it may be incomplete,
/// and is matched as a prefix; `before` is the rest. `None` when the query requires no word at all.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn parse(
    conn: &mut DeliveryConn,
    locale: &Locale,
    before: &str,
    last: Option<&str>,
) -> Result<Option<SearchQuery>, Error> {
    let query = sql_query(PARSE).bind::<Text, _>(locale.as_str()).bind::<Text, _>(before);
    let query = typed::<(Text, Bool), _>(query.bind::<Text, _>(last.unwrap_or_default()));
    let (query, names_something): (String, bool) = prepared(query).get_result(conn.inner()).await?;
    Ok(names_something.then_some(SearchQuery(query)))
}

/// Searches the live articles that match a query and a filter.
///
/// # Errors
/// [`Error::Unavailable`], also when it takes too long.
pub async fn find(
    conn: &mut DeliveryConn,
    query: &SearchQuery,
    filter: &EditionFilter,
    page: SearchPage,
) -> Result<SearchResults, Error> {
    let finding = async |conn: &mut AsyncPgConnection| {
        prepared(sql_query(LIMIT_TIME)).execute(conn).await?;
        find_within(conn, query, filter, page).await
    };
    conn.inner().transaction(finding).await
}

/// Suggests similarly spelled words for each word that occurs in no live article, nearest first, as pairs of word and
/// suggestion.
///
/// # Errors
/// [`Error::Unavailable`], also when it takes too long.
pub async fn suggest_spellings(
    conn: &mut DeliveryConn,
    locale: &Locale,
    words: &[String],
) -> Result<Vec<(String, String)>, Error> {
    let looking = async |conn: &mut AsyncPgConnection| {
        prepared(sql_query(LIMIT_TIME)).execute(conn).await?;
        let query =
            sql_query(SUGGEST_SPELLINGS).bind::<Text, _>(locale.as_str()).bind::<Array<Text>, _>(words);
        Ok(prepared(typed::<(Text, Text), _>(query)).load(conn).await?)
    };
    conn.inner().transaction::<_, Error, _>(looking).await
}

async fn find_within(
    conn: &mut AsyncPgConnection,
    SearchQuery(query): &SearchQuery,
    filter: &EditionFilter,
    SearchPage { after, limit, facets }: SearchPage,
) -> Result<SearchResults, Error> {
    let locale = filter.locale.as_str();
    let places =
        filter.any_of.iter().flat_map(|(kind, slugs)| slugs.iter().map(|slug| (*kind, slug.as_str())));
    let (kinds, slugs): (Vec<&str>, Vec<&str>) = places.unzip();
    let found = sql_query(FIND)
        .bind::<Text, _>(locale)
        .bind::<Text, _>(query)
        .bind::<Array<Text>, _>(kinds)
        .bind::<Array<Text>, _>(slugs)
        .bind::<Nullable<Timestamptz>, _>(filter.published_since)
        .bind::<Nullable<Timestamptz>, _>(filter.published_before)
        .bind::<Nullable<Float>, _>(after.map(|place| place.score))
        .bind::<Nullable<Timestamptz>, _>(after.map(|place| place.at))
        .bind::<Nullable<SqlUuid>, _>(after.map(|place| place.article))
        .bind::<BigInt, _>(limit + 1)
        .bind::<Bool, _>(facets);
    let FoundRow { page, total, is_whole, facets } = prepared(found).get_result(conn).await?;
    let mut places: Vec<HitRow> = parsed(page)?;
    let more = usize::try_from(limit).is_ok_and(|limit| places.len() > limit);
    places.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let ids: Vec<Uuid> = places.iter().map(|place| place.article_id).collect();
    let shown = live::table.filter(live::locale.eq(locale)).filter(live::article_id.eq_any(&ids));
    let columns = (live::article_id, TeaserRow::as_select(), live::headline, live::text_json);
    let rows: Vec<(Uuid, TeaserRow, String, String)> = shown.select(columns).load(conn).await?;
    let mut rows: HashMap<Uuid, _> = rows
        .into_iter()
        .map(|(article, teaser, headline, text)| (article, (teaser, headline, text)))
        .collect();
    // An act between the two statements invalidates this response, so a missing hit is harmless.
    let hits = places.into_iter().filter_map(|HitRow { article_id: article, score, at }| {
        let (teaser, headline, text) = rows.remove(&article)?;
        let text = serde_json::from_str(&text).map_err(Error::internal);
        Some(text.map(|text| Hit {
            teaser: teaser.into(),
            headline,
            text,
            position: SearchPosition { score, at, article },
        }))
    });
    Ok(SearchResults {
        hits: hits.collect::<Result<_, Error>>()?,
        more,
        total,
        is_whole,
        facets: facets.map(parsed).transpose()?,
    })
}

fn parsed<T: DeserializeOwned>(value: Value) -> Result<T, Error> {
    serde_json::from_value(value).map_err(Error::internal)
}

#[derive(QueryableByName)]
struct FoundRow {
    #[diesel(sql_type = Jsonb)]
    page: Value,
    #[diesel(sql_type = BigInt)]
    total: i64,
    #[diesel(sql_type = Bool)]
    is_whole: bool,
    #[diesel(sql_type = Nullable<Jsonb>)]
    facets: Option<Value>,
}

#[derive(Deserialize)]
struct HitRow {
    article_id: Uuid,
    score: f32,
    at: DateTime<Utc>,
}

/// Limits every search to 200 ms, and keeps the generic plan, because planning would take half of the time.
const LIMIT_TIME: &str = "SELECT set_config('statement_timeout', '200', true), set_config('plan_cache_mode', 'force_generic_plan', true)";

const PARSE: &str = include_str!("../sql/search_parse.sql");

const SUGGEST_SPELLINGS: &str = "
SELECT asked.word AS asked, near.word
FROM unnest($2) WITH ORDINALITY AS asked (word, number)
CROSS JOIN LATERAL spelled_like($1, asked.word) WITH ORDINALITY AS near (word, number)
WHERE NOT EXISTS (SELECT FROM spelled WHERE spelled.locale = $1 AND spelled.word = asked.word)
ORDER BY asked.number, near.number";

const FIND: &str = include_str!("../sql/search_find.sql");
