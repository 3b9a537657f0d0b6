//! Which articles an edition links to, and that readers can see them when it is published.

use std::collections::HashSet;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Edition, Refusal};
use uuid::Uuid;

use crate::schema::delivery::{edition_links, spans};
use crate::{EditorialConn, Error};

/// Which of these articles are live in no locale.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn dead_links(conn: &mut EditorialConn, targets: &[ArticleId]) -> Result<Vec<ArticleId>, Error> {
    dead_among(conn.inner(), targets).await
}

/// Refuses links to articles that are live in no locale and are not among these editions either.
pub(super) async fn check(conn: &mut AsyncPgConnection, wanted: &[&Edition]) -> Result<(), Error> {
    let together: HashSet<ArticleId> = wanted.iter().map(|edition| edition.article).collect();
    let mut asked = HashSet::new();
    let targets = wanted.iter().flat_map(|edition| &edition.rendering.links).copied();
    let targets: Vec<ArticleId> =
        targets.filter(|target| !together.contains(target) && asked.insert(*target)).collect();
    let dead = dead_among(conn, &targets).await?;
    if dead.is_empty() { Ok(()) } else { Err(Refusal::DeadLinks(dead).into()) }
}

/// Keeps which articles these editions link to.
pub(super) async fn keep(conn: &mut AsyncPgConnection, wanted: &[&Edition]) -> Result<(), Error> {
    let rows = wanted.iter().flat_map(|edition| {
        let target = |link: &ArticleId| {
            (edition_links::edition_id.eq(edition.id.0), edition_links::article_id.eq(link.0))
        };
        edition.rendering.links.iter().map(target).collect::<Vec<_>>()
    });
    for some in rows.collect::<Vec<_>>().chunks(5_000) {
        diesel::insert_into(edition_links::table).values(some.to_vec()).execute(conn).await?;
    }
    Ok(())
}

async fn dead_among(conn: &mut AsyncPgConnection, targets: &[ArticleId]) -> Result<Vec<ArticleId>, Error> {
    if targets.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = targets.iter().map(|target| target.0).collect();
    let open = spans::table.filter(spans::closed_sequence.is_null()).filter(spans::article_id.eq_any(ids));
    let live: HashSet<Uuid> = open.select(spans::article_id).load(conn).await?.into_iter().collect();
    Ok(targets.iter().copied().filter(|target| !live.contains(&target.0)).collect())
}
