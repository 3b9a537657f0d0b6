//! The index of live articles under terms, with counts per term. All statements are set-based, because an act may
//! publish thousands of articles.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::Term;
use uuid::Uuid;

use crate::Error;
use crate::publishing::{ArticleKey, split};
use crate::schema::delivery::{counts, placements, terms};
use crate::statement_cache::{prepared, typed};

/// Removes these articles from all lists, and returns the cache tags of those lists.
pub(super) async fn remove(conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<Vec<String>, Error> {
    changed(conn, REMOVE, keys).await
}

/// Adds these live articles to the lists they belong to, and returns the cache tags of those lists.
pub(super) async fn insert(conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<Vec<String>, Error> {
    let ((), tags) = tokio::try_join!(biased; execute(conn, SHOW_TERMS, keys), changed(conn, INSERT, keys))?;
    Ok(tags)
}

/// Deletes the rows of kickers without live articles.
pub(in crate::publishing) async fn delete_empty_kickers(mut conn: &AsyncPgConnection) -> Result<(), Error> {
    let empty = counts::table.filter(counts::kind.eq("kicker")).filter(counts::article_count.eq(0));
    diesel::delete(empty).execute(&mut conn).await?;
    Ok(())
}

/// Applies a changed term, and returns whether articles are live under it.
pub(super) async fn rename(mut conn: &AsyncPgConnection, before: &Term, after: &Term) -> Result<bool, Error> {
    let id = after.id.0;
    // Also without live articles: the slug it gave up must become free in this table too.
    sql_query(UPDATE_TERM).bind::<SqlUuid, _>(id).execute(&mut conn).await?;
    let placed = placements::table.filter(placements::term_id.eq(id));
    let changed = (placements::slug.eq(after.slug.as_str()), placements::name.eq(after.name.as_str()));
    let is_live = diesel::update(placed).set(changed).execute(&mut conn).await? > 0;
    recount(conn, before, &[before, after]).await?;
    Ok(is_live)
}

/// Moves what is live under a merged term to its successor, and returns whether there was anything.
pub(super) async fn merge(mut conn: &AsyncPgConnection, from: &Term, into: &Term) -> Result<bool, Error> {
    let (old, new) = (from.id.0, into.id.0);
    let placed = placements::table.filter(placements::term_id.eq(old));
    let is_live = placed.select(placements::article_id).first::<Uuid>(&mut conn).await.optional()?.is_some();
    if is_live {
        sql_query(INSERT_TERM).bind::<SqlUuid, _>(new).execute(&mut conn).await?;
        sql_query(DELETE_DUPLICATES)
            .bind::<SqlUuid, _>(old)
            .bind::<SqlUuid, _>(new)
            .execute(&mut conn)
            .await?;
        let moved = (
            placements::term_id.eq(new),
            placements::slug.eq(into.slug.as_str()),
            placements::name.eq(into.name.as_str()),
        );
        diesel::update(placed).set(moved).execute(&mut conn).await?;
    }
    diesel::delete(terms::table.find(old)).execute(&mut conn).await?;
    recount(conn, into, &[from, into]).await?;
    Ok(is_live)
}

/// Recounts the live articles under these terms of one kind, of which `current` remains.
async fn recount(mut conn: &AsyncPgConnection, current: &Term, named: &[&Term]) -> Result<(), Error> {
    let slugs: Vec<&str> = named.iter().map(|term| term.slug.as_str()).collect();
    let delete =
        sql_query(DELETE_COUNTS).bind::<Text, _>(current.kind.as_str()).bind::<Array<Text>, _>(slugs);
    delete.execute(&mut conn).await?;
    sql_query(INSERT_COUNTS).bind::<SqlUuid, _>(current.id.0).execute(&mut conn).await?;
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
    Ok(prepared(typed::<Text, _>(query)).load(&mut conn).await?)
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

const INSERT: &str = include_str!("../../sql/term_index_insert.sql");

const UPDATE_TERM: &str = "
UPDATE terms
SET slug = source.slug, name = source.name, description = source.description, url = source.url,
    picture = source.picture, version = source.version
FROM editorial.terms AS source
WHERE source.id = $1 AND terms.id = source.id";

const INSERT_TERM: &str = "
INSERT INTO terms (id, kind, slug, name, description, url, picture, version)
SELECT id, kind, slug, name, description, url, picture, version FROM editorial.terms WHERE id = $1
ON CONFLICT ON CONSTRAINT terms_pkey DO NOTHING";

const DELETE_DUPLICATES: &str = "
DELETE FROM placements USING placements AS other
WHERE placements.term_id = $1 AND other.term_id = $2 AND other.article_id = placements.article_id
    AND other.locale = placements.locale";

const DELETE_COUNTS: &str = "DELETE FROM counts WHERE kind = $1 AND slug = ANY ($2)";

const INSERT_COUNTS: &str = "
INSERT INTO counts (locale, kind, slug, name, article_count)
SELECT locale, kind, slug, name, count(*) FROM placements WHERE term_id = $1
GROUP BY locale, kind, slug, name";
