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

use crate::delivery::editions::Filter;
use crate::delivery::editions::rows::TeaserRow;
use crate::schema::delivery::live;
use crate::statement_cache::prepared;
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
    let row: ParsedRow =
        prepared(query.bind::<Text, _>(last.unwrap_or_default())).get_result(conn.inner()).await?;
    let ParsedRow { query, names_something } = row;
    Ok(names_something.then_some(SearchQuery(query)))
}

/// Searches the live articles that match a query and a filter.
///
/// # Errors
/// [`Error::Unavailable`], also when it takes too long.
pub async fn find(
    conn: &mut DeliveryConn,
    query: &SearchQuery,
    filter: &Filter,
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
        Ok(prepared(query).load::<SuggestionRow>(conn).await?)
    };
    let rows = conn.inner().transaction::<_, Error, _>(looking).await?;
    Ok(rows.into_iter().map(|SuggestionRow { asked, word }| (asked, word)).collect())
}

async fn find_within(
    conn: &mut AsyncPgConnection,
    SearchQuery(query): &SearchQuery,
    filter: &Filter,
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
struct ParsedRow {
    #[diesel(sql_type = Text)]
    query: String,
    #[diesel(sql_type = Bool)]
    names_something: bool,
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

#[derive(QueryableByName)]
struct SuggestionRow {
    #[diesel(sql_type = Text)]
    asked: String,
    #[diesel(sql_type = Text)]
    word: String,
}

/// Limits every search to 200 ms, and keeps the generic plan, because planning would take half of the time.
const LIMIT_TIME: &str = "SELECT set_config('statement_timeout', '200', true), set_config('plan_cache_mode', 'force_generic_plan', true)";

/// An incomplete word is expanded to the eight shortest known words with this prefix. When no headline contains such
/// a word, the index is searched by prefix, which then matches few words; with fewer than three letters it could
/// match many, so it is not done.
const PARSE: &str = "
WITH language AS (
    SELECT delivery.search_language($1) AS config
), endings AS (
    SELECT string_agg(word, ' | ') AS words
    FROM (
        SELECT word FROM delivery.spelled
        WHERE $3 <> '' AND locale = $1 AND word >= $3 COLLATE \"C\" AND word < ($3 || chr(1114111)) COLLATE \"C\"
        ORDER BY length(word), word LIMIT 8
    ) AS nearest
), understood AS (
    SELECT CASE
        WHEN $3 = '' THEN websearch_to_tsquery(config, $2)
        WHEN words IS NOT NULL THEN websearch_to_tsquery(config, $2)
            && (websearch_to_tsquery(config, $3) || to_tsquery(config, words) || to_tsquery('simple', words))
        WHEN length($3) > 2 THEN websearch_to_tsquery(config, $2)
            && (websearch_to_tsquery(config, $3) || to_tsquery('simple', $3 || ':*'))
        ELSE websearch_to_tsquery(config, $2 || ' ' || $3)
    END AS query
    FROM language CROSS JOIN endings
)
SELECT query::text AS query, querytree(query) NOT IN ('', 'T') AS names_something FROM understood";

const SUGGEST_SPELLINGS: &str = "
SELECT asked.word AS asked, near.word
FROM unnest($2) WITH ORDINALITY AS asked (word, number)
CROSS JOIN LATERAL delivery.spelled_like($1, asked.word) WITH ORDINALITY AS near (word, number)
WHERE NOT EXISTS (SELECT FROM delivery.spelled WHERE spelled.locale = $1 AND spelled.word = asked.word)
ORDER BY asked.number, near.number";

/// The index knows which words an article contains, but not their positions. Phrases are therefore checked on the
/// newest 500 articles that contain all the words (`loose`), because reading the positions for every match would
/// dominate the cost. Every match contains all the words, so the rank sums the weight (`worth`) of each. Ranking data
/// is read for the newest matches only and by row, because sorting with it would double the time. The tokens that
/// start with a bar are written by `publishing::search_index`. The weights are, in order, those of frequent words,
/// names, standfirst and headline. Months are those of the publication's time zone, which differs from UTC by less
/// than a day.
const FIND: &str = "
WITH sought AS MATERIALIZED (
    SELECT query, has_phrase, loose, regexp_replace(loose::text, '&|<(-|[0-9]+)>', '|', 'g')::tsquery AS worth,
        CASE WHEN has_phrase THEN 500 ELSE 2000 END AS most
    FROM (
        SELECT $2::tsquery AS query, $2 ~ '<' AS has_phrase, CASE
            WHEN $2 ~ '<' THEN regexp_replace(querytree($2::tsquery), '<(-|[0-9]+)>', '&', 'g')::tsquery
            ELSE $2::tsquery
        END AS loose
    ) AS asked
), narrowed AS (
    SELECT string_agg('(' || coalesce(marks, quote_literal('|')) || ')', ' & ')::tsquery AS query
    FROM (
        SELECT string_agg(quote_literal('|' || coalesce(listed.term_id::text, 'kicker:' || listed.slug)), ' | ') AS marks
        FROM unnest($3, $4) AS asked (kind, slug)
        LEFT JOIN delivery.listed
            ON listed.locale = $1 AND listed.kind = asked.kind AND listed.slug = asked.slug
        GROUP BY asked.kind
    ) AS kinds
), parts AS (
    SELECT number, string_agg(quote_literal(mark), ' | ')::tsquery && (SELECT loose FROM sought)
        && coalesce((SELECT query FROM narrowed), ''::tsquery) AS query
    FROM (
        SELECT '|' || $1 || '|' || to_char(month, 'YYYY-MM-BC') AS mark,
            CASE WHEN newer < 4000 THEN 1 WHEN newer < 16000 THEN 2 WHEN newer < 64000 THEN 3
                WHEN newer < 256000 THEN 4 ELSE 5 END AS number
        FROM (
            SELECT month, sum(article_count) OVER (ORDER BY month DESC) - article_count AS newer
            FROM delivery.archived
            WHERE locale = $1 AND ($5 IS NULL OR month >= date_trunc('month', ($5 - interval '1 day') AT TIME ZONE 'UTC'))
                AND ($6 IS NULL OR month < ($6 + interval '1 day') AT TIME ZONE 'UTC')
        ) AS months
    ) AS marked
    GROUP BY number
), newest AS MATERIALIZED (
    SELECT found.row
    FROM (SELECT query FROM parts ORDER BY number) AS part
    CROSS JOIN LATERAL (
        SELECT row FROM delivery.searched
        WHERE words @@ part.query
            AND ($5 IS NULL OR first_published_at >= $5) AND ($6 IS NULL OR first_published_at < $6)
        ORDER BY first_published_at DESC, article_id DESC LIMIT (SELECT most FROM sought)
    ) AS found
    LIMIT (SELECT most FROM sought)
), matched AS MATERIALIZED (
    SELECT searched.article_id, searched.first_published_at, searched.month, searched.places, searched.gist
    FROM newest JOIN delivery.searched ON searched.row = newest.row
    WHERE NOT (SELECT has_phrase FROM sought) OR searched.words @@ (SELECT query FROM sought)
), scored AS (
    SELECT article_id, delivery.answered_date(first_published_at) AS first_published_at,
        ts_rank('{0.1, 0.3, 0.4, 1.0}', gist, (SELECT worth FROM sought)) AS score
    FROM matched
), page AS (
    SELECT article_id, score, first_published_at AS at FROM scored
    WHERE $7 IS NULL OR (score, first_published_at, article_id) < ($7, $8, $9)
    ORDER BY score DESC, first_published_at DESC, article_id DESC LIMIT $10
)
SELECT
    (
        SELECT coalesce(jsonb_agg(to_jsonb(page) ORDER BY score DESC, at DESC, article_id DESC), '[]') FROM page
    ) AS page,
    (SELECT count(*) FROM matched) AS total,
    (SELECT count(*) < (SELECT most FROM sought) FROM newest) AS is_whole,
    CASE WHEN $11 THEN jsonb_build_object('places', (
        SELECT coalesce(jsonb_agg(to_jsonb(counted) ORDER BY article_count DESC, slug), '[]')
        FROM (
            SELECT listed.kind, listed.slug, listed.name, places.article_count
            FROM (
                SELECT place, count(*) AS article_count
                FROM matched CROSS JOIN unnest(matched.places) AS place
                GROUP BY place
            ) AS places
            JOIN delivery.listed ON listed.locale = $1
                AND coalesce(listed.term_id::text, 'kicker:' || listed.slug) = places.place
        ) AS counted
    ), 'years', (
        SELECT coalesce(jsonb_agg(to_jsonb(counted) ORDER BY year DESC), '[]')
        FROM (
            SELECT extract(year FROM month)::integer AS year, count(*) AS article_count
            FROM matched GROUP BY year
        ) AS counted
    )) END AS facets";
