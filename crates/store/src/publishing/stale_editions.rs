//! Live and scheduled editions whose terms or markup rules changed since they were rendered, and the jobs that rerender
//! them.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, BigInt, Integer, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, EditionId, Locale, TermId};
use uuid::Uuid;

use crate::operations::jobs;
use crate::operations::jobs::NewJob;
use crate::statement_cache::{prepared, typed};
use crate::{EditorialConn, Error};

/// A live or scheduled edition that needs to be rerendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaleEdition {
    pub edition: EditionId,
    pub article: ArticleId,
    pub locale: Locale,
    pub revision: i32,
}

/// Why editions are stale.
#[derive(Debug, Clone, Copy)]
pub enum StaleCause {
    /// They copied an outdated version of this term, or of one that was merged into it.
    Term(TermId),
    /// They were rendered by markup rules older than this version.
    Markup(u32),
}

/// The live and scheduled editions that are stale for a cause: up to `limit`, ordered by id, after `after`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn stale_editions(
    conn: &mut EditorialConn,
    cause: StaleCause,
    after: Option<EditionId>,
    limit: i64,
) -> Result<Vec<StaleEdition>, Error> {
    find(conn.inner(), cause, after, limit).await
}

async fn find(
    mut conn: &AsyncPgConnection,
    cause: StaleCause,
    after: Option<EditionId>,
    limit: i64,
) -> Result<Vec<StaleEdition>, Error> {
    let after = after.map_or(Uuid::nil(), |edition| edition.0);
    let rows: Vec<StaleRow> = match cause {
        StaleCause::Term(term) => {
            let query = sql_query(STALE).bind::<SqlUuid, _>(term.0).bind::<SqlUuid, _>(after);
            query.bind::<BigInt, _>(limit).load(&mut conn).await?
        }
        StaleCause::Markup(version) => {
            let version = i32::try_from(version).map_err(Error::internal)?;
            let query = sql_query(OUTDATED).bind::<Integer, _>(version).bind::<SqlUuid, _>(after);
            query.bind::<BigInt, _>(limit).load(&mut conn).await?
        }
    };
    let stale = rows.into_iter().map(|StaleRow { id, article_id, locale, revision }| {
        let (edition, article) = (EditionId(id), ArticleId(article_id));
        Ok(StaleEdition { edition, article, locale: Locale::try_from(locale)?, revision })
    });
    stale.collect()
}

/// Enqueues a job that rerenders the editions that were rendered by older markup rules, if there are any.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn enqueue_outdated_rerender(conn: &mut EditorialConn, markup_version: u32) -> Result<(), Error> {
    if find(conn.inner(), StaleCause::Markup(markup_version), None, 1).await?.is_empty() {
        return Ok(());
    }
    jobs::enqueue(conn.inner(), &[NewJob::rerender_outdated(markup_version)]).await
}

/// Enqueues a job that rerenders the editions that copied an outdated version of a term, if there are any.
pub(super) async fn enqueue_stale_rerender(conn: &AsyncPgConnection, term: TermId) -> Result<(), Error> {
    if find(conn, StaleCause::Term(term), None, 1).await?.is_empty() {
        return Ok(());
    }
    jobs::enqueue(conn, &[NewJob::rerender_term(term)]).await
}

/// Enqueues jobs for the terms that these editions copied and that changed since.
pub(super) async fn enqueue_rerender(mut conn: &AsyncPgConnection, editions: &[Uuid]) -> Result<(), Error> {
    let changed = typed::<SqlUuid, _>(sql_query(CHANGED).bind::<Array<SqlUuid>, _>(editions));
    let changed: Vec<Uuid> = prepared(changed).load(&mut conn).await?;
    let jobs: Vec<NewJob> = changed.into_iter().map(|id| NewJob::rerender_term(TermId(id))).collect();
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
