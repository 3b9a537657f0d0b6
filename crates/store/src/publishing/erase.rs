//! Erases the content of editions for a takedown.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Binary, Integer, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::Error;
use crate::publishing::sequence::SequenceStamp;
use crate::publishing::{ArticleKey, editions, pending, public_index, redirects, split};

/// Erases everything that was ever public of these articles, which are not live any more, and their schedules.
pub(super) async fn erase(
    mut conn: &AsyncPgConnection,
    stamp: SequenceStamp,
    keys: &[ArticleKey],
) -> Result<(), Error> {
    let (articles, locales) = split(keys);
    public_index::delete_empty_kickers(conn).await?;
    pending::delete(conn, keys).await?;
    let links = sql_query(UNLINK).bind::<Array<SqlUuid>, _>(&articles).bind::<Array<Text>, _>(&locales);
    links.execute(&mut conn).await?;
    redirects::delete_to(conn, keys).await?;
    sql_query(EMPTY).execute(&mut conn).await?;
    let query = sql_query(ERASE).bind::<Array<SqlUuid>, _>(&articles).bind::<Array<Text>, _>(&locales);
    let erased: Vec<ErasedRow> = query.bind::<Timestamptz, _>(stamp.at).load(&mut conn).await?;
    let erased = erased
        .into_iter()
        .map(|ErasedRow { rendering_digest, markup_version }| (rendering_digest, markup_version));
    editions::delete_orphaned_renderings(conn, erased.collect()).await
}

#[derive(QueryableByName)]
struct ErasedRow {
    #[diesel(sql_type = Binary)]
    rendering_digest: Vec<u8>,
    #[diesel(sql_type = Integer)]
    markup_version: i32,
}

const UNLINK: &str = "
DELETE FROM edition_links USING editions, unnest($1, $2) AS key (article_id, locale)
WHERE edition_links.edition_id = editions.id AND editions.article_id = key.article_id AND editions.locale = key.locale";

/// The empty rendering of erased editions. Markup version 0 means that it was not rendered.
const EMPTY: &str = "
INSERT INTO renderings (digest, markup_version, html_json, markdown_json, text_json, blocks_json)
VALUES (sha256(''), 0, '\"\"', '\"\"', '\"\"', '[]')
ON CONFLICT DO NOTHING";

const ERASE: &str = "
WITH old AS (
    SELECT editions.id, editions.rendering_digest, editions.markup_version
    FROM unnest($1, $2) AS key (article_id, locale)
    JOIN editions ON editions.article_id = key.article_id AND editions.locale = key.locale
    WHERE editions.taken_down_at IS NULL
), erased AS (
    UPDATE editions
    SET head = '', tail = '', headline = '', kicker = NULL, kicker_name = NULL, rendering_digest = sha256(''),
        markup_version = 0, taken_down_at = $3
    FROM old
    WHERE editions.id = old.id
)
SELECT DISTINCT rendering_digest, markup_version FROM old";
