//! The full-text index of live articles. Queries are in `delivery::search`.
//!
//! Parsing a long body takes Postgres as long as the rest of the act. It needs no lock, so [`parse`] does it before
//! the lock is taken. Texts that were not extracted then, such as those of scheduled editions, are parsed by [`insert`].

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::Edition;
use uuid::Uuid;

use crate::Error;
use crate::publishing::{ArticleKey, batches, split};
use crate::statement_cache::prepared;

/// The parsed search text of an edition, in Postgres' text form.
#[derive(Debug, Clone, QueryableByName)]
pub(in crate::publishing) struct SearchText {
    #[diesel(sql_type = SqlUuid)]
    edition_id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Text)]
    gist: String,
    #[diesel(sql_type = Text)]
    words: String,
    /// Separated by spaces.
    #[diesel(sql_type = Text)]
    spellings: String,
}

/// A word as spelled in a locale, for suggestions.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub(super) struct Spelling {
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Text)]
    word: String,
}

impl SearchText {
    fn key(&self) -> (Uuid, &str) {
        (self.article_id, &self.locale)
    }
}

/// Articles per statement, to stay below the statement timeout.
const BATCH_SIZE: usize = 50;

/// Parses the search texts of editions. Takes no lock.
pub(in crate::publishing) async fn parse(
    mut conn: &AsyncPgConnection,
    editions: &[&Edition],
) -> Result<Vec<SearchText>, Error> {
    let mut texts = Vec::with_capacity(editions.len());
    for some in batches(editions, BATCH_SIZE) {
        let query = sql_query(PARSE)
            .bind::<Array<SqlUuid>, _>(some.iter().map(|edition| edition.id.0).collect::<Vec<_>>())
            .bind::<Array<SqlUuid>, _>(some.iter().map(|edition| edition.article.0).collect::<Vec<_>>())
            .bind::<Array<Text>, _>(some.iter().map(|edition| edition.locale.as_str()).collect::<Vec<_>>())
            .bind::<Array<Text>, _>(some.iter().map(|edition| edition.headline.as_str()).collect::<Vec<_>>())
            .bind::<Array<Text>, _>(
                some.iter().map(|edition| edition.teaser_json.as_str()).collect::<Vec<_>>(),
            )
            .bind::<Array<Text>, _>(
                some.iter().map(|edition| edition.rendering.text.as_str()).collect::<Vec<_>>(),
            );
        texts.extend(prepared(query).load::<SearchText>(&mut conn).await?);
    }
    Ok(texts)
}

/// Adds these live articles to the index and to the archive counts.
pub(super) async fn insert(
    mut conn: &AsyncPgConnection,
    keys: &[ArticleKey],
    texts: &[SearchText],
) -> Result<(), Error> {
    for some in keys.chunks(BATCH_SIZE) {
        let (articles, locales) = split(some);
        let is_in_chunk = |text: &&SearchText| {
            some.iter().any(|(article, locale)| (*article, locale.as_str()) == text.key())
        };
        let texts: Vec<&SearchText> = texts.iter().filter(is_in_chunk).collect();
        let query = sql_query(INSERT)
            .bind::<Array<SqlUuid>, _>(articles)
            .bind::<Array<Text>, _>(locales)
            .bind::<Array<SqlUuid>, _>(texts.iter().map(|text| text.edition_id).collect::<Vec<_>>())
            .bind::<Array<Text>, _>(texts.iter().map(|text| text.gist.as_str()).collect::<Vec<_>>())
            .bind::<Array<Text>, _>(texts.iter().map(|text| text.words.as_str()).collect::<Vec<_>>())
            .bind::<Array<Text>, _>(texts.iter().map(|text| text.spellings.as_str()).collect::<Vec<_>>());
        prepared(query).execute(&mut conn).await?;
    }
    Ok(())
}

/// Removes these articles from the index, and returns their words.
pub(super) async fn remove(
    mut conn: &AsyncPgConnection,
    keys: &[ArticleKey],
) -> Result<Vec<Spelling>, Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(REMOVE).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    Ok(prepared(query).load(&mut conn).await?)
}

/// Deletes those of these words that no live article contains any more, so that suggestions do not reveal them.
/// `keys` are the articles that contained them, and may still do.
pub(super) async fn delete_unused_spellings(
    mut conn: &AsyncPgConnection,
    keys: &[ArticleKey],
    words: &[Spelling],
) -> Result<(), Error> {
    if words.is_empty() {
        return Ok(());
    }
    let (articles, locales) = split(keys);
    let query = sql_query(DELETE_UNUSED_SPELLINGS)
        .bind::<Array<SqlUuid>, _>(articles)
        .bind::<Array<Text>, _>(locales)
        .bind::<Array<Text>, _>(words.iter().map(|spelling| spelling.locale.as_str()).collect::<Vec<_>>())
        .bind::<Array<Text>, _>(words.iter().map(|spelling| spelling.word.as_str()).collect::<Vec<_>>());
    prepared(query).execute(&mut conn).await?;
    Ok(())
}

/// Moves index entries from a merged term to its successor.
pub(super) async fn merge(mut conn: &AsyncPgConnection, old: Uuid, new: Uuid) -> Result<(), Error> {
    let merge = sql_query(MERGE).bind::<Text, _>(old.to_string()).bind::<Text, _>(new.to_string());
    merge.execute(&mut conn).await?;
    Ok(())
}

const PARSE: &str = "
SELECT edition.id AS edition_id, edition.article_id, edition.locale, texts.gist::text AS gist, texts.words::text AS words,
    array_to_string(texts.spellings, ' ') AS spellings
FROM unnest($1, $2, $3, $4, $5, $6) AS edition (id, article_id, locale, headline, head, body)
CROSS JOIN LATERAL delivery.search_texts(
    edition.locale, edition.headline, ('{' || edition.head || '}')::jsonb ->> 'standfirst', edition.body
) AS texts";

const INSERT: &str = include_str!("../../sql/search_index_insert.sql");

const REMOVE: &str = "
WITH removed AS (
    DELETE FROM search USING unnest($1, $2) AS key (article_id, locale)
    WHERE search.article_id = key.article_id AND search.locale = key.locale
    RETURNING search.locale, search.spellings,
        coalesce(search.month, date_trunc('month', search.first_published_at AT TIME ZONE 'UTC')::date) AS month
), fewer AS (
    UPDATE months SET article_count = months.article_count - gone.number
    FROM (
        SELECT locale, month, count(*) AS number FROM removed GROUP BY 1, 2
    ) AS gone
    WHERE months.locale = gone.locale AND months.month = gone.month
)
SELECT DISTINCT removed.locale, word FROM removed CROSS JOIN unnest(removed.spellings) AS word";

/// Stop words are in no index, so they cannot be checked. They are kept: they reveal nothing.
const DELETE_UNUSED_SPELLINGS: &str = "
DELETE FROM spellings USING unnest($3, $4) AS gone (locale, word)
WHERE spellings.locale = gone.locale AND spellings.word = gone.word
    AND numnode(plainto_tsquery(delivery.search_language(gone.locale), gone.word)) > 0
AND NOT EXISTS (
    SELECT FROM unnest($1, $2) AS key (article_id, locale)
    JOIN search ON search.article_id = key.article_id AND search.locale = key.locale
    WHERE search.locale = gone.locale AND gone.word = ANY (search.spellings)
) AND NOT EXISTS (
    SELECT FROM search
    WHERE search.words @@ plainto_tsquery(delivery.search_language(gone.locale), gone.word)
        AND search.locale = gone.locale
)";

const MERGE: &str = "
UPDATE search SET
    places = CASE WHEN $2 = ANY (places) THEN array_remove(places, $1) ELSE array_replace(places, $1, $2) END,
    words = ts_delete(words, '|' || $1) || array_to_tsvector(ARRAY['|' || $2])
WHERE words @@ quote_literal('|' || $1)::tsquery";
