//! The index of live articles under terms, with counts per term. All statements are set-based, because an act may
//! publish thousands of articles.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::Error;
use crate::publishing::{ArticleKey, split};
use crate::schema::delivery::counts;
use crate::statement_cache::prepared;

/// Removes these articles from all lists, and returns the cache tags of those lists.
pub(super) async fn remove(conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<Vec<String>, Error> {
    changed(conn, REMOVE, keys).await
}

/// Adds these live articles to the lists they belong to, and returns the cache tags of those lists.
pub(super) async fn add(conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<Vec<String>, Error> {
    let (_shown, tags) = tokio::try_join!(biased; execute(conn, SHOW_TERMS, keys), changed(conn, ADD, keys))?;
    Ok(tags)
}

/// Deletes the rows of kickers without live articles.
pub(super) async fn delete_empty_kickers(mut conn: &AsyncPgConnection) -> Result<(), Error> {
    let empty = counts::table.filter(counts::kind.eq("kicker")).filter(counts::article_count.eq(0));
    diesel::delete(empty).execute(&mut conn).await?;
    Ok(())
}

async fn execute(mut conn: &AsyncPgConnection, sql: &str, keys: &[ArticleKey]) -> Result<(), Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(sql).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    prepared(query).execute(&mut conn).await?;
    Ok(())
}

async fn changed(mut conn: &AsyncPgConnection, sql: &str, keys: &[ArticleKey]) -> Result<Vec<String>, Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(sql).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    let rows: Vec<Tag> = prepared(query).load(&mut conn).await?;
    Ok(rows.into_iter().map(|Tag { tag }| tag).collect())
}

#[derive(QueryableByName)]
struct Tag {
    #[diesel(sql_type = Text)]
    tag: String,
}

const REMOVE: &str = "
WITH removed AS (
    DELETE FROM placements USING unnest($1, $2) AS key (article_id, locale)
    WHERE placements.article_id = key.article_id AND placements.locale = key.locale
    RETURNING placements.kind, placements.slug, placements.locale
), fewer AS (
    SELECT kind, slug, locale, count(*) AS number FROM removed GROUP BY kind, slug, locale
)
UPDATE counts SET article_count = counts.article_count - fewer.number
FROM fewer
WHERE counts.kind = fewer.kind AND counts.slug = fewer.slug AND counts.locale = fewer.locale
RETURNING counts.kind || ':' || counts.slug AS tag";

/// The public copy of a term is updated when an article under it is published or when the term changes. A merged term
/// is replaced by its successor.
const SHOW_TERMS: &str = "
INSERT INTO terms (id, kind, slug, name, description, url, picture, version)
SELECT DISTINCT terms.id, terms.kind, terms.slug, terms.name, terms.description, terms.url, terms.picture, terms.version
FROM unnest($1, $2) AS key (article_id, locale)
JOIN spans ON spans.article_id = key.article_id AND spans.locale = key.locale AND spans.closed_sequence IS NULL
JOIN edition_sources ON edition_sources.edition_id = spans.edition_id
JOIN editorial.terms AS copied ON copied.id = edition_sources.term_id
JOIN editorial.terms ON terms.id = coalesce(copied.merged_into, copied.id)
ON CONFLICT ON CONSTRAINT terms_pkey DO UPDATE
SET slug = excluded.slug, name = excluded.name, description = excluded.description, url = excluded.url,
    picture = excluded.picture, version = excluded.version
WHERE terms.version < excluded.version";

const ADD: &str = include_str!("../sql/term_index_insert.sql");
