//! Rerendering: replaces live and scheduled editions by ones with the current terms and markup rules. The update time
//! that readers are shown does not change, because the article did not.
//!
//! The rendering itself happens outside the transaction, between [`stale_editions`] or [`outdated_editions`] and
//! [`rerender`].

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Integer, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Action, ArticleId, Edition, EditionId, Locale, TermId, Update};
use uuid::Uuid;

use crate::operations::jobs;
use crate::operations::jobs::NewJob;
use crate::publishing::current_state::{CurrentState, changed_editions, current_state};
use crate::publishing::live_spans::PendingEdition;
use crate::publishing::outcome::PublishOutcome;
use crate::publishing::publish::{PublishBatch, show};
use crate::publishing::schedule::lock_and_activate;
use crate::publishing::{ArticleKey, editions, key_of, preconditions, search_index, sequence};
use crate::schema::delivery::schedules;
use crate::statement_cache::prepared;
use crate::write::WriteTransaction;
use crate::{EditorialConn, Error};

/// A live or scheduled edition that needs to be rerendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleEdition {
    pub edition: EditionId,
    pub article: ArticleId,
    pub locale: Locale,
    pub revision: i32,
}

/// Replaces editions by rerendered ones of the same revision in one act; dates do not change. Editions that are
/// neither live nor scheduled any more are skipped; of unchanged ones only the term versions are updated. Scheduled
/// editions are replaced without an act.
///
/// # Errors
/// [`domain::Refusal::SourceSuperseded`] when a term changed since an edition was rendered; [`Error::Unavailable`].
pub async fn rerender(
    tx: WriteTransaction<'_>,
    editions: &[(EditionId, Edition)],
) -> Result<PublishOutcome, Error> {
    let rendered: Vec<&Edition> = editions.iter().map(|(_, edition)| edition).collect();
    let words = search_index::extract(tx.conn, &rendered).await?;
    lock_and_activate(tx.conn).await?;
    let keys: Vec<ArticleKey> = editions.iter().map(|(_, edition)| key_of(edition)).collect();
    tx.authorize_articles(Action::Publish, &keys).await?;
    let current = current_state(tx.conn, &keys).await?;
    let live: Vec<&Edition> = editions
        .iter()
        .filter(|(old, fresh)| is_live(&current, *old, fresh))
        .map(|(_, fresh)| fresh)
        .collect();
    let scheduled = scheduled_among(tx.conn, editions).await?;
    let frozen: Vec<&Edition> = scheduled.iter().map(|(_, fresh)| *fresh).collect();
    let fresh = [live.clone(), frozen].concat();
    preconditions::check_sources(&fresh, &preconditions::versions(tx.conn, &fresh).await?)?;
    replace_scheduled(tx.conn, &scheduled).await?;
    let changed = changed_editions(&live, &current);
    for fresh in live.iter().filter(|fresh| !changed.iter().any(|one| one.id == fresh.id)) {
        if let Some(latest) = current.get(&key_of(fresh)) {
            editions::update_term_versions(tx.conn, latest.edition, fresh).await?;
        }
    }
    if changed.is_empty() {
        return Ok(PublishOutcome { sequence: None, articles: Vec::new() });
    }
    let (_inserted, stamp) =
        tokio::try_join!(biased; editions::insert(tx.conn, &changed), sequence::take_sequence(tx.conn))?;
    let wanted: Vec<PendingEdition> =
        changed.iter().map(|edition| PendingEdition::from_edition(edition)).collect();
    let batch = PublishBatch {
        kind: "refresh",
        wanted: &wanted,
        words: &words,
        current: &current,
        update: Update::Minor,
    };
    show(tx, stamp, batch).await
}

fn is_live(current: &CurrentState, old: EditionId, fresh: &Edition) -> bool {
    let latest = current.get(&key_of(fresh));
    latest
        .is_some_and(|latest| latest.is_live && latest.edition == old.0 && latest.revision == fresh.revision)
}

/// The scheduled ones among these editions, each with the id of the edition it replaces.
async fn scheduled_among<'a>(
    mut conn: &AsyncPgConnection,
    editions: &'a [(EditionId, Edition)],
) -> Result<Vec<(Uuid, &'a Edition)>, Error> {
    let fresh: HashMap<Uuid, &Edition> = editions.iter().map(|(old, fresh)| (old.0, fresh)).collect();
    let mine = schedules::table.filter(schedules::edition_id.eq_any(fresh.keys()));
    let scheduled: Vec<Uuid> = mine.select(schedules::edition_id.assume_not_null()).load(&mut conn).await?;
    Ok(scheduled.into_iter().filter_map(|old| Some((old, *fresh.get(&old)?))).collect())
}

async fn replace_scheduled(
    mut conn: &AsyncPgConnection,
    scheduled: &[(Uuid, &Edition)],
) -> Result<(), Error> {
    let fresh: Vec<&Edition> = scheduled.iter().map(|(_, fresh)| *fresh).collect();
    editions::insert(conn, &fresh).await?;
    for (old, fresh) in scheduled {
        let mine = schedules::table.filter(schedules::edition_id.eq(old));
        diesel::update(mine).set(schedules::edition_id.eq(fresh.id.0)).execute(&mut conn).await?;
    }
    let old: Vec<Uuid> = scheduled.iter().map(|(old, _)| *old).collect();
    editions::delete_unpublished(conn, &old).await
}

/// Live and scheduled editions that copied an outdated version of a term, or of one that was merged into it: up to
/// `limit`, ordered by id, after `after`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn stale_editions(
    conn: &mut EditorialConn,
    term: TermId,
    after: Option<EditionId>,
    limit: i64,
) -> Result<Vec<StaleEdition>, Error> {
    stale_editions_within(conn.inner(), term, after, limit).await
}

async fn stale_editions_within(
    mut conn: &AsyncPgConnection,
    term: TermId,
    after: Option<EditionId>,
    limit: i64,
) -> Result<Vec<StaleEdition>, Error> {
    let after = after.map_or(Uuid::nil(), |edition| edition.0);
    let query = sql_query(STALE).bind::<SqlUuid, _>(term.0).bind::<SqlUuid, _>(after);
    stale_rows(query.bind::<BigInt, _>(limit).load(&mut conn).await?)
}

fn stale_rows(rows: Vec<StaleRow>) -> Result<Vec<StaleEdition>, Error> {
    let stale = rows.into_iter().map(|StaleRow { id, article_id, locale, revision }| {
        let (edition, article) = (EditionId(id), ArticleId(article_id));
        Ok(StaleEdition { edition, article, locale: Locale::try_from(locale)?, revision })
    });
    stale.collect()
}

/// Live and scheduled editions that were rendered by an older version of the markup rules: up to `limit`, ordered by
/// id, after `after`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn outdated_editions(
    conn: &mut EditorialConn,
    markup_version: u32,
    after: Option<EditionId>,
    limit: i64,
) -> Result<Vec<StaleEdition>, Error> {
    outdated_editions_within(conn.inner(), markup_version, after, limit).await
}

async fn outdated_editions_within(
    mut conn: &AsyncPgConnection,
    markup_version: u32,
    after: Option<EditionId>,
    limit: i64,
) -> Result<Vec<StaleEdition>, Error> {
    let version = i32::try_from(markup_version).map_err(Error::internal)?;
    let after = after.map_or(Uuid::nil(), |edition| edition.0);
    let query = sql_query(OUTDATED).bind::<Integer, _>(version).bind::<SqlUuid, _>(after);
    stale_rows(query.bind::<BigInt, _>(limit).load(&mut conn).await?)
}

/// Enqueues a job that rerenders the [`outdated_editions`], if there are any.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn enqueue_outdated_rerender(conn: &mut EditorialConn, markup_version: u32) -> Result<(), Error> {
    if outdated_editions_within(conn.inner(), markup_version, None, 1).await?.is_empty() {
        return Ok(());
    }
    jobs::enqueue(conn.inner(), &[NewJob::rerender_outdated(markup_version)]).await
}

/// Enqueues a job that rerenders the editions that copied an outdated version of a term, if there are any.
pub(super) async fn enqueue_stale_rerender(conn: &AsyncPgConnection, term: TermId) -> Result<(), Error> {
    if stale_editions_within(conn, term, None, 1).await?.is_empty() {
        return Ok(());
    }
    jobs::enqueue(conn, &[NewJob::refresh_editions(term)]).await
}

/// Enqueues jobs for the terms that these editions copied and that changed since.
pub(super) async fn enqueue_rerender(mut conn: &AsyncPgConnection, editions: &[Uuid]) -> Result<(), Error> {
    let changed = prepared(sql_query(CHANGED).bind::<Array<SqlUuid>, _>(editions));
    let changed: Vec<TermRow> = changed.load(&mut conn).await?;
    let jobs: Vec<NewJob> =
        changed.into_iter().map(|TermRow { id }| NewJob::refresh_editions(TermId(id))).collect();
    jobs::enqueue(conn, &jobs).await
}

#[derive(QueryableByName)]
struct StaleRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Integer)]
    revision: i32,
}

#[derive(QueryableByName)]
struct TermRow {
    #[diesel(sql_type = SqlUuid)]
    id: Uuid,
}

const STALE: &str = "
SELECT DISTINCT editions.id, editions.article_id, editions.locale, editions.revision
FROM editorial.terms
JOIN edition_sources ON edition_sources.term_id = terms.id AND edition_sources.term_version < terms.version
JOIN editions ON editions.id = edition_sources.edition_id
WHERE (terms.id = $1 OR terms.merged_into = $1) AND editions.id > $2 AND (
    EXISTS (
        SELECT FROM spans WHERE spans.edition_id = editions.id AND spans.closed_sequence IS NULL
    )
    OR EXISTS (SELECT FROM schedules WHERE schedules.edition_id = editions.id)
)
ORDER BY editions.id
LIMIT $3";

const OUTDATED: &str = "
SELECT editions.id, editions.article_id, editions.locale, editions.revision
FROM editions
WHERE editions.markup_version < $1 AND editions.taken_down_at IS NULL AND editions.id > $2 AND (
    EXISTS (
        SELECT FROM spans WHERE spans.edition_id = editions.id AND spans.closed_sequence IS NULL
    )
    OR EXISTS (SELECT FROM schedules WHERE schedules.edition_id = editions.id)
)
ORDER BY editions.id
LIMIT $3";

const CHANGED: &str = "
SELECT DISTINCT coalesce(terms.merged_into, terms.id) AS id
FROM edition_sources
JOIN editorial.terms ON terms.id = edition_sources.term_id
WHERE edition_sources.edition_id = ANY ($1) AND edition_sources.term_version < terms.version";
