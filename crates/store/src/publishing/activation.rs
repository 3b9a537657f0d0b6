//! Activation of schedules that are due. Every act starts with it ([`lock_and_activate`]), and a timer calls
//! [`activate_due`].

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::Update;
use domain::workflow::{Effect, PendingKind, Step, WorkflowState};
use futures_util::TryFutureExt;
use uuid::Uuid;

use crate::publishing::current_state::{CurrentState, current_state};
use crate::publishing::live_change::{PublishBatch, end_live, make_live};
use crate::publishing::pending::{self, visibility};
use crate::publishing::sequence::ActKind;
use crate::publishing::stale_editions::enqueue_rerender;
use crate::publishing::{ArticleKey, editions, sequence};
use crate::schema::delivery::schedules;
use crate::schema::editorial::drafts;
use crate::statement_cache::prepared;
use crate::write::{WriteContext, WriteTransaction};
use crate::{Error, OperationsConn};

/// Activates everything that is due, and returns how many schedules that were. Idempotent, and safe to call
/// concurrently. Checks without a lock first, so that an idle server writes nothing.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn activate_due(conn: &mut OperationsConn) -> Result<usize, Error> {
    let due = schedules::table.filter(schedules::due_at.le(diesel::dsl::now)).select(schedules::article_id);
    let due: Option<Uuid> = due.first(conn.inner()).await.optional()?;
    if due.is_none() {
        return Ok(0);
    }
    let mut count = 0;
    loop {
        let activating = async |conn: &mut AsyncPgConnection| {
            // Waiting for the counter counts towards the statement timeout, and another server may be activating a full
            // batch. So the timeout of writes applies here, not the shorter one of the operations pool.
            sql_query("SET LOCAL statement_timeout = '5s'").execute(conn).await?;
            let (_, due) = lock_and_find_due(conn).await?;
            activate(conn, &due).await
        };
        let some = conn.inner().transaction(activating).await?;
        count += some;
        if some == 0 {
            return Ok(count);
        }
    }
}

/// Locks the counter, activates everything that is due, and returns the time of the act. Every act starts with this,
/// so that time and sequence agree: whatever became due while the act waited for the lock is activated before it.
pub(crate) async fn lock_and_activate(conn: &AsyncPgConnection) -> Result<DateTime<Utc>, Error> {
    let (at, due) = lock_and_find_due(conn).await?;
    if activate(conn, &due).await? > 0 {
        activate_until(conn, at).await?;
    }
    Ok(at)
}

/// Activates everything that is due at a given time.
async fn activate_until(conn: &AsyncPgConnection, at: DateTime<Utc>) -> Result<(), Error> {
    while activate(conn, &find_due_at(conn, at, BATCH).await?).await? > 0 {}
    Ok(())
}

/// How many schedules one act activates; for the timer also one transaction. This bounds how long the counter is
/// locked, and keeps finished batches when a later one fails.
pub(super) const BATCH: i64 = 500;

/// A schedule that is due.
pub(super) struct Due {
    pub(super) key: ArticleKey,
    pub(super) kind: PendingKind,
    /// The frozen edition of a scheduled publication.
    pub(super) edition: Option<Uuid>,
    scheduled_by: String,
}

/// Locks the counter, then reads the current time and what is due by then.
async fn lock_and_find_due(mut conn: &AsyncPgConnection) -> Result<(DateTime<Utc>, Vec<Due>), Error> {
    let due =
        prepared(sql_query(DUE).bind::<BigInt, _>(BATCH)).load::<ClockRow>(&mut conn).map_err(Error::from);
    let (_locked, rows) = tokio::try_join!(biased; sequence::lock_counter(conn), due)?;
    let at = rows.iter().map(|row| row.at).next().ok_or(Error::NotFound)?;
    let due = rows.into_iter().filter_map(ClockRow::due_row).map(Due::try_from);
    Ok((at, due.collect::<Result<_, _>>()?))
}

/// Up to `most` schedules that are due at a given time, in the order of their times.
pub(super) async fn find_due_at(
    mut conn: &AsyncPgConnection,
    at: DateTime<Utc>,
    most: i64,
) -> Result<Vec<Due>, Error> {
    let query = sql_query(DUE_AT).bind::<Timestamptz, _>(at).bind::<BigInt, _>(most);
    let rows: Vec<DueRow> = prepared(query).load(&mut conn).await?;
    rows.into_iter().map(Due::try_from).collect()
}

/// Activates due schedules in the order of their times, and returns how many: one act for the leading ones of the
/// same kind. Of the preconditions that were checked when it was scheduled, only the article's current state is
/// checked again. Editions that copied a term that changed since are rerendered by a job.
async fn activate(conn: &AsyncPgConnection, due: &[Due]) -> Result<usize, Error> {
    let Some(first) = due.first() else { return Ok(0) };
    let due: Vec<&Due> = due.iter().take_while(|one| one.kind == first.kind).collect();
    let tx = WriteTransaction { conn, context: &activation_context(&due, first) };
    let keys: Vec<ArticleKey> = due.iter().map(|one| one.key.clone()).collect();
    let (_deleted, current, trashed) = tokio::try_join!(biased; pending::delete(conn, &keys), current_state(conn, &keys), find_trashed(conn, &keys))?;
    let (mut to_publish, mut obsolete, mut to_end) = (Vec::new(), Vec::new(), Vec::new());
    for one in &due {
        match one.effect(&current, &trashed) {
            Effect::MakePublic => to_publish.extend(one.edition),
            Effect::Withdraw => to_end.push(one.key.clone()),
            _ => obsolete.extend(one.edition),
        }
    }
    if !obsolete.is_empty() {
        editions::delete_unpublished(conn, &obsolete).await?;
    }
    if !to_end.is_empty() {
        end_live(tx, ActKind::Withdraw, &to_end, &to_end, &current).await?;
    }
    if !to_publish.is_empty() {
        let (editions, stamp) =
            tokio::try_join!(biased; editions::load(conn, &to_publish), sequence::take_sequence(conn))?;
        let batch = PublishBatch {
            kind: ActKind::Activate,
            editions: &editions,
            search_texts: &[],
            current: &current,
            update: Update::Visible,
        };
        make_live(tx, stamp, batch).await?;
        enqueue_rerender(conn, &to_publish).await?;
    }
    Ok(due.len())
}

/// The act is attributed to the person who scheduled it if all schedules have the same one.
fn activation_context(due: &[&Due], first: &Due) -> WriteContext {
    let names: HashSet<&str> = due.iter().map(|one| one.scheduled_by.as_str()).collect();
    let name = match names.into_iter().collect::<Vec<_>>().as_slice() {
        [name] => (*name).to_owned(),
        _ => "schedule".to_owned(),
    };
    let request_id = format!("schedule-{}", first.edition.unwrap_or(first.key.0));
    WriteContext::for_program(&name, &request_id)
}

/// Those of these articles whose draft is in the trash. None can be moved there while the counter is locked.
pub(super) async fn find_trashed(
    mut conn: &AsyncPgConnection,
    keys: &[ArticleKey],
) -> Result<HashSet<ArticleKey>, Error> {
    let ids = keys.iter().map(|(article, _)| *article);
    let trashed =
        drafts::table.filter(drafts::article_id.eq_any(ids)).filter(drafts::trashed_at.is_not_null());
    let trashed: Vec<ArticleKey> =
        trashed.select((drafts::article_id, drafts::locale)).load(&mut conn).await?;
    Ok(trashed.into_iter().collect())
}

impl Due {
    /// The effect of its activation; `Effect::Nothing` when the schedule is obsolete.
    pub(super) fn effect(&self, current: &CurrentState, trashed: &HashSet<ArticleKey>) -> Effect {
        let (visibility, pending) = (visibility(current.get(&self.key)), Some(self.kind));
        let state = WorkflowState { visibility, in_trash: trashed.contains(&self.key), pending };
        state.decide(Step::Activate).map_or(Effect::Nothing, |decision| decision.effect)
    }
}

impl TryFrom<DueRow> for Due {
    type Error = Error;

    fn try_from(row: DueRow) -> Result<Self, Error> {
        let DueRow { article_id, locale, kind, edition_id: edition, scheduled_by } = row;
        Ok(Self { key: (article_id, locale), kind: PendingKind::try_from(kind)?, edition, scheduled_by })
    }
}

/// The current time and a due schedule; the schedule columns are null when nothing is due.
#[derive(QueryableByName)]
struct ClockRow {
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    article_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    locale: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    kind: Option<String>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    edition_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    scheduled_by: Option<String>,
}

impl ClockRow {
    fn due_row(self) -> Option<DueRow> {
        let Self { at: _, article_id, locale, kind, edition_id, scheduled_by } = self;
        Some(DueRow {
            article_id: article_id?,
            locale: locale?,
            kind: kind?,
            edition_id,
            scheduled_by: scheduled_by?,
        })
    }
}

#[derive(QueryableByName)]
struct DueRow {
    #[diesel(sql_type = SqlUuid)]
    article_id: Uuid,
    #[diesel(sql_type = Text)]
    locale: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    edition_id: Option<Uuid>,
    #[diesel(sql_type = Text)]
    scheduled_by: String,
}

/// Returns at least one row, for the current time. Ties are ordered by article, so that the order is deterministic.
const DUE: &str = "
SELECT clock.at, due.article_id, due.locale, due.kind, due.edition_id, due.scheduled_by
FROM (SELECT clock_timestamp() AS at) AS clock
LEFT JOIN LATERAL (
    SELECT article_id, locale, kind, edition_id, scheduled_by, due_at FROM schedules
    WHERE schedules.due_at <= clock.at
    ORDER BY schedules.due_at, schedules.article_id, schedules.locale
    LIMIT $1
) AS due ON true
ORDER BY due.due_at, due.article_id, due.locale";

const DUE_AT: &str = "
SELECT article_id, locale, kind, edition_id, scheduled_by FROM schedules
WHERE due_at <= $1
ORDER BY due_at, article_id, locale
LIMIT $2";
