//! Loads drafts at the revisions that editions were made from.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Content, DraftId, Locale};
use uuid::Uuid;

use super::Draft;
use super::rows::{RevisionRow, current_content_of, named_in_each};
use crate::schema::editorial::{drafts, revisions};
use crate::{EditorialConn, Error};

/// Loads drafts of articles at given revisions; missing ones are left out. Merged terms are replaced by the terms
/// they were merged into, and deleted terms are left out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn load_revisions(
    conn: &mut EditorialConn,
    wanted: &[(ArticleId, Locale, i32)],
) -> Result<Vec<Draft>, Error> {
    let articles = wanted.iter().map(|(article, ..)| article.0);
    let mine = drafts::table.filter(drafts::article_id.eq_any(articles));
    let columns = (drafts::article_id, drafts::locale, drafts::id);
    let known: Vec<(Uuid, String, Uuid)> = mine.select(columns).load(conn.inner()).await?;
    let known: BTreeMap<(Uuid, String), Uuid> =
        known.into_iter().map(|(article, locale, id)| ((article, locale), id)).collect();
    // Grouped by revision number: most drafts have few revisions, so there are few groups.
    let mut by_number: BTreeMap<i32, Vec<Draft>> = BTreeMap::new();
    for (article, locale, revision) in wanted {
        if let Some(id) = known.get(&(article.0, locale.to_string())) {
            let (id, article, locale) = (DraftId(*id), *article, locale.clone());
            let draft = Draft { id, article, locale, revision: *revision, content: Content::default() };
            by_number.entry(*revision).or_default().push(draft);
        }
    }
    let mut loaded = Vec::with_capacity(wanted.len());
    for (number, drafts) in by_number {
        loaded.extend(with_content(conn.inner(), number, drafts).await?);
    }
    Ok(loaded)
}

/// Loads the content of drafts at one revision number.
async fn with_content(
    mut conn: &AsyncPgConnection,
    number: i32,
    drafts: Vec<Draft>,
) -> Result<Vec<Draft>, Error> {
    let ids: Vec<Uuid> = drafts.iter().map(|draft| draft.id.0).collect();
    let mine = revisions::table.filter(revisions::draft_id.eq_any(&ids)).filter(revisions::number.eq(number));
    let rows = mine.select((revisions::draft_id, RevisionRow::as_select()));
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
