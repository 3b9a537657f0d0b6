//! Pending schedules of articles: read under the counter's lock, and decided by the transition table in
//! [`domain::workflow`].

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Integer, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::workflow::{
    Candidate, Conflict, Decision, PendingEffect, PendingKind, Step, Visibility, WorkflowState,
};
use domain::{Edition, Refusal};
use serde_json::json;
use uuid::Uuid;

use crate::Error;
use crate::moments::StoredMoment;
use crate::publishing::current_state::{CurrentState, LatestEdition, current_state};
use crate::publishing::pending_edition::PendingEdition;
use crate::publishing::{ArticleKey, editions, split};
use crate::schema::delivery::schedules;
use crate::statement_cache::prepared;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};

/// The pending schedules, by article and locale.
pub(super) type PendingSchedules = HashMap<ArticleKey, PendingSchedule>;

/// The pending schedule of an article in a locale.
#[derive(Debug)]
pub(super) struct PendingSchedule {
    pub(super) kind: PendingKind,
    due_at: DateTime<Utc>,
    /// The frozen revision of a scheduled publication.
    pub(super) revision: Option<i32>,
}

/// Loads the pending schedules of these articles.
pub(super) async fn load_schedules(
    mut conn: &AsyncPgConnection,
    keys: &[ArticleKey],
) -> Result<PendingSchedules, Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(PENDING).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    let rows: Vec<PendingRow> = prepared(query).load(&mut conn).await?;
    let pending = rows.into_iter().map(|PendingRow { article_id, locale, kind, due_at, revision }| {
        let kind = PendingKind::try_from(kind)?;
        Ok(((article_id, locale), PendingSchedule { kind, due_at: due_at.into(), revision }))
    });
    pending.collect()
}

/// Decides a step for an article that is not in the trash.
///
/// # Errors
/// The refusal that a conflict is.
pub(super) fn decide(
    latest: Option<&LatestEdition>,
    pending: Option<&PendingSchedule>,
    step: Step,
) -> Result<Decision, Refusal> {
    let state = WorkflowState {
        visibility: visibility(latest),
        in_trash: false,
        pending: pending.map(|one| one.kind),
    };
    state.decide(step).map_err(|conflict| refusal(conflict, pending))
}

/// Decides a step for each of these articles.
///
/// # Errors
/// The first refusal.
pub(super) fn decide_all(
    keys: &[ArticleKey],
    current: &CurrentState,
    pending: &PendingSchedules,
    step: Step,
) -> Result<Vec<(ArticleKey, Decision)>, Refusal> {
    keys.iter().map(|key| Ok((key.clone(), decide(current.get(key), pending.get(key), step)?))).collect()
}

/// Decides a step for a draft whose row the caller has locked, under the counter's lock.
///
/// # Errors
/// The refusal that a conflict is; [`Error::Unavailable`].
pub(crate) async fn decide_for_draft(
    conn: &AsyncPgConnection,
    key: &ArticleKey,
    in_trash: bool,
    step: Step,
) -> Result<Decision, Error> {
    let keys = std::slice::from_ref(key);
    let (current, pending) = tokio::try_join!(biased; current_state(conn, keys), load_schedules(conn, keys))?;
    let pending = pending.get(key);
    let visibility = visibility(current.get(key));
    let state = WorkflowState { visibility, in_trash, pending: pending.map(|one| one.kind) };
    Ok(state.decide(step).map_err(|conflict| refusal(conflict, pending))?)
}

/// How an edition relates to what is pending and what is live.
pub(super) fn candidate(
    edition: &PendingEdition,
    pending: Option<&PendingSchedule>,
    changed_editions: &[&Edition],
) -> Candidate {
    if is_pending(pending, edition.revision) {
        Candidate::Pending
    } else if changed_editions.iter().any(|changed| changed.id.0 == edition.edition) {
        Candidate::Other
    } else {
        Candidate::Live
    }
}

/// Whether the publication of this revision is pending.
pub(super) fn is_pending(pending: Option<&PendingSchedule>, revision: i32) -> bool {
    pending.is_some_and(|pending| pending.kind == PendingKind::Publish && pending.revision == Some(revision))
}

/// The visibility that follows from the newest public edition.
pub(super) fn visibility(latest: Option<&LatestEdition>) -> Visibility {
    match latest {
        None => Visibility::NeverPublished,
        Some(latest) if latest.is_live => Visibility::Live,
        Some(latest) if latest.is_taken_down => Visibility::TakenDown,
        Some(_) => Visibility::Withdrawn,
    }
}

/// Maps a conflict to a refusal.
fn refusal(conflict: Conflict, pending: Option<&PendingSchedule>) -> Refusal {
    match (conflict, pending) {
        (Conflict::SchedulePending, Some(PendingSchedule { kind, due_at, revision })) => {
            Refusal::SchedulePending { kind: *kind, due_at: *due_at, revision: *revision }
        }
        // `SchedulePending` without a schedule is unreachable: the conflict requires one.
        (Conflict::NotScheduled, _) | (Conflict::SchedulePending, None) => Refusal::NotScheduled,
        (Conflict::NeverPublished, _) => Refusal::NeverPublished,
        (Conflict::InTrash, _) => Refusal::InTrash,
        (Conflict::StillPublic, _) => Refusal::StillPublic,
    }
}

/// Cancels the schedules that the decisions cancel, with audit entries. Returns whether there were any.
pub(super) async fn cancel_decided(
    tx: WriteTransaction<'_>,
    decided: &[(ArticleKey, Decision)],
) -> Result<bool, Error> {
    let mut is_any = false;
    for (key, _) in decided.iter().filter(|(_, decision)| decision.pending == PendingEffect::Cancel) {
        is_any |= cancel_logged(tx, key).await?;
    }
    Ok(is_any)
}

/// Cancels the pending schedule of an article with an audit entry. Returns whether there was one.
pub(crate) async fn cancel_logged(tx: WriteTransaction<'_>, key: &ArticleKey) -> Result<bool, Error> {
    let Some(before) = delete_with_edition(tx.conn, key).await? else { return Ok(false) };
    let (article, locale) = key;
    let subject = Some(AuditSubject { kind: "article", id: *article });
    let detail = json!({ "locale": locale });
    let entry = NewAuditEntry { action: "cancel", subject, before, after: None, sequence: None, detail };
    tx.append_audit_entry(entry).await?;
    Ok(true)
}

/// Deletes the pending schedule of an article with its frozen edition. Returns `None` when there was none, otherwise
/// the digest of the frozen edition if there was one.
pub(super) async fn delete_with_edition(
    mut conn: &AsyncPgConnection,
    key: &ArticleKey,
) -> Result<Option<Option<Vec<u8>>>, Error> {
    let (article, locale) = key;
    let condition = schedules::article_id.eq(article).and(schedules::locale.eq(locale));
    let gone = diesel::delete(schedules::table.filter(condition)).returning(schedules::edition_id);
    let gone: Vec<Option<Uuid>> = gone.get_results(&mut conn).await?;
    if gone.is_empty() {
        return Ok(None);
    }
    let editions: Vec<Uuid> = gone.into_iter().flatten().collect();
    let digest = editions::load(conn, &editions).await?.pop().map(|one| one.digest);
    editions::delete_unpublished(conn, &editions).await?;
    Ok(Some(digest))
}

/// Deletes the pending schedules of these articles, but not the frozen editions.
pub(super) async fn delete(mut conn: &AsyncPgConnection, keys: &[ArticleKey]) -> Result<(), Error> {
    let (articles, locales) = split(keys);
    let query = sql_query(DELETE).bind::<Array<SqlUuid>, _>(articles).bind::<Array<Text>, _>(locales);
    prepared(query).execute(&mut conn).await?;
    Ok(())
}

#[derive(QueryableByName)]
struct PendingRow {
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Timestamptz)]
    due_at: StoredMoment,
    #[diesel(sql_type = Nullable<Integer>)]
    revision: Option<i32>,
}

const PENDING: &str = "
SELECT schedules.article_id, schedules.locale, schedules.kind, schedules.due_at, editions.revision
FROM unnest($1, $2) AS key (article_id, locale)
JOIN schedules ON schedules.article_id = key.article_id AND schedules.locale = key.locale
LEFT JOIN editions ON editions.id = schedules.edition_id";

const DELETE: &str = "
DELETE FROM schedules USING unnest($1, $2) AS key (article_id, locale)
WHERE schedules.article_id = key.article_id AND schedules.locale = key.locale";
