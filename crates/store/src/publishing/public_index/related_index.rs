//! The index of related articles. For each published article it stores the newest articles that share terms with it,
//! ranked by the shared terms and the similarity of their words. The entries of the other articles are not updated
//! until those change.

use diesel::sql_query;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::Error;
use crate::publishing::{ArticleKey, split};
use crate::statement_cache::prepared;

/// Articles per statement, to stay below the statement timeout.
const BATCH_SIZE: usize = 50;

/// Computes the related articles of these live articles.
pub(in crate::publishing) async fn insert(
    conn: &AsyncPgConnection,
    keys: &[ArticleKey],
) -> Result<(), Error> {
    for some in keys.chunks(BATCH_SIZE) {
        tokio::try_join!(biased; execute(conn, REMOVE, some), execute(conn, INSERT, some))?;
    }
    Ok(())
}

/// Deletes the entries of these articles.
pub(super) async fn remove(conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<(), Error> {
    execute(conn, REMOVE, keys).await
}

async fn execute(mut conn: &AsyncPgConnection, sql: &str, keys: &[ArticleKey]) -> Result<(), Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(sql).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    prepared(query).execute(&mut conn).await?;
    Ok(())
}

const REMOVE: &str = "
DELETE FROM related USING unnest($1, $2) AS key (article_id, locale)
WHERE related.article_id = key.article_id AND related.locale = key.locale";

const INSERT: &str = include_str!("../../sql/related_index_insert.sql");
