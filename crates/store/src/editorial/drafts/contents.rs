//! Loads revisions with the fields that publishing needs. Merged terms are replaced by the terms they were merged into,
//! and deleted terms are left out.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Content, DraftId, Locale};
use uuid::Uuid;

use super::Draft;
use super::rows::{RevisionRow, current_content_of, named_in_each};
use crate::schema::editorial::{drafts, revisions};
use crate::{EditorialConn, Error};

/// Loads the newest revisions of drafts; missing drafts are left out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn load(conn: &mut EditorialConn, ids: &[DraftId]) -> Result<Vec<Draft>, Error> {
    let wanted = drafts::table.filter(drafts::id.eq_any(ids.iter().map(|id| id.0)));
    let columns = (drafts::id, drafts::article_id, drafts::locale, drafts::revision);
    let rows: Vec<(Uuid, Uuid, String, i32)> = wanted.select(columns).load(conn.inner()).await?;
    let drafts = rows.into_iter().map(|(id, article, locale, revision)| {
        let (id, article, locale) = (DraftId(id), ArticleId(article), Locale::try_from(locale)?);
        Ok(Draft { id, article, locale, revision, content: Content::default() })
    });
    with_contents(conn.inner(), drafts.collect::<Result<_, Error>>()?).await
}

/// Loads drafts of articles at given revisions; missing ones are left out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn load_revisions(
    conn: &mut EditorialConn,
    wanted: &[(ArticleId, Locale, i32)],
) -> Result<Vec<Draft>, Error> {
    let articles = wanted.iter().map(|(article, ..)| article.0);
    let known = drafts::table.filter(drafts::article_id.eq_any(articles));
    let columns = (drafts::article_id, drafts::locale, drafts::id);
    let known: Vec<(Uuid, String, Uuid)> = known.select(columns).load(conn.inner()).await?;
    let known: BTreeMap<(Uuid, String), Uuid> =
        known.into_iter().map(|(article, locale, id)| ((article, locale), id)).collect();
    let drafts = wanted.iter().filter_map(|(article, locale, revision)| {
        let id = DraftId(*known.get(&(article.0, locale.to_string()))?);
        let (article, locale, revision) = (*article, locale.clone(), *revision);
        Some(Draft { id, article, locale, revision, content: Content::default() })
    });
    with_contents(conn.inner(), drafts.collect()).await
}

/// Adds the contents of revisions. One statement loads all revisions with the same number: most drafts have few
/// revisions, so there are few numbers.
async fn with_contents(conn: &AsyncPgConnection, drafts: Vec<Draft>) -> Result<Vec<Draft>, Error> {
    let mut loaded = Vec::with_capacity(drafts.len());
    let mut by_number: BTreeMap<i32, Vec<Draft>> = BTreeMap::new();
    for draft in drafts {
        by_number.entry(draft.revision).or_default().push(draft);
    }
    for (number, drafts) in by_number {
        loaded.extend(with_contents_at(conn, number, drafts).await?);
    }
    Ok(loaded)
}

async fn with_contents_at(
    mut conn: &AsyncPgConnection,
    number: i32,
    drafts: Vec<Draft>,
) -> Result<Vec<Draft>, Error> {
    let ids: Vec<Uuid> = drafts.iter().map(|draft| draft.id.0).collect();
    let query =
        revisions::table.filter(revisions::draft_id.eq_any(&ids)).filter(revisions::number.eq(number));
    let rows = query.select((revisions::draft_id, RevisionRow::as_select()));
    let rows: Vec<(Uuid, RevisionRow)> = rows.load(&mut conn).await?;
    let mut rows: BTreeMap<Uuid, RevisionRow> = rows.into_iter().collect();

    let numbers = vec![number; ids.len()];
    let mut named = named_in_each(conn, (ids, numbers)).await?;
    let known = drafts.into_iter().filter_map(|draft| Some((rows.remove(&draft.id.0)?, draft)));
    let full = known.map(|(row, draft)| {
        let content = current_content_of(row, named.remove(&draft.id.0).unwrap_or_default())?;
        Ok(Draft { content, ..draft })
    });
    full.collect()
}
