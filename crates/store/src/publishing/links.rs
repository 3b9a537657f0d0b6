//! Links between articles: stored per edition, and checked when it is published.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Edition, EditionId, Refusal};
use uuid::Uuid;

use crate::schema::delivery::{edition_links, spans};
use crate::statement_cache::prepared_if_few;
use crate::{EditorialConn, Error};

/// Those of these articles that are live in no locale.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn dead_links(conn: &mut EditorialConn, targets: &[ArticleId]) -> Result<Vec<ArticleId>, Error> {
    dead_targets(conn.inner(), targets).await
}

/// Those of the linked articles that are live in no locale.
pub(super) async fn find_dead(
    conn: &AsyncPgConnection,
    editions: &[&Edition],
) -> Result<Vec<ArticleId>, Error> {
    dead_targets(conn, &targets(editions)).await
}

/// Refuses links to articles that are neither live nor published in the same act.
pub(super) fn check(wanted: &[&Edition], dead: &[ArticleId]) -> Result<(), Refusal> {
    let together: HashSet<ArticleId> = wanted.iter().map(|edition| edition.article).collect();
    let is_dead = |target: &ArticleId| !together.contains(target) && dead.contains(target);
    let dead: Vec<ArticleId> = targets(wanted).into_iter().filter(is_dead).collect();
    if dead.is_empty() { Ok(()) } else { Err(Refusal::DeadLinks(dead)) }
}

/// The distinct targets of all links.
fn targets(editions: &[&Edition]) -> Vec<ArticleId> {
    let mut asked = HashSet::new();
    let targets = editions.iter().flat_map(|edition| &edition.rendering.links).copied();
    targets.filter(|target| asked.insert(*target)).collect()
}

/// Stores the links of editions.
pub(super) async fn insert(mut conn: &AsyncPgConnection, wanted: &[&Edition]) -> Result<(), Error> {
    let rows = wanted.iter().flat_map(|edition| {
        let target = |link: &ArticleId| {
            (edition_links::edition_id.eq(edition.id.0), edition_links::article_id.eq(link.0))
        };
        edition.rendering.links.iter().map(target).collect::<Vec<_>>()
    });
    for some in rows.collect::<Vec<_>>().chunks(5_000) {
        let insert = diesel::insert_into(edition_links::table).values(some.to_vec());
        prepared_if_few(insert, some.len()).execute(&mut conn).await?;
    }
    Ok(())
}

/// Stores links of editions that were inserted without them because their targets were not public yet. An edition
/// that was not inserted, because it was live already, is skipped.
pub(crate) async fn insert_existing(
    mut conn: &AsyncPgConnection,
    links: &[(EditionId, ArticleId)],
) -> Result<(), Error> {
    let (editions, targets): (Vec<Uuid>, Vec<Uuid>) =
        links.iter().map(|(edition, target)| (edition.0, target.0)).unzip();
    let query = sql_query(INSERT_EXISTING).bind::<Array<SqlUuid>, _>(editions);
    query.bind::<Array<SqlUuid>, _>(targets).execute(&mut conn).await?;
    Ok(())
}

const INSERT_EXISTING: &str = "
INSERT INTO edition_links (edition_id, article_id)
SELECT editions.id, link.article_id FROM unnest($1, $2) AS link (edition_id, article_id)
JOIN editions ON editions.id = link.edition_id
ON CONFLICT DO NOTHING";

async fn dead_targets(mut conn: &AsyncPgConnection, targets: &[ArticleId]) -> Result<Vec<ArticleId>, Error> {
    if targets.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = targets.iter().map(|target| target.0).collect();
    let open = spans::table.filter(spans::closed_sequence.is_null()).filter(spans::article_id.eq_any(ids));
    let live: HashSet<Uuid> = open.select(spans::article_id).load(&mut conn).await?.into_iter().collect();
    Ok(targets.iter().copied().filter(|target| !live.contains(&target.0)).collect())
}
