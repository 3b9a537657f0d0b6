//! Schedules: what is to happen to articles at a moment, and the activation of what is due.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::workflow::{Effect, PendingEffect, PendingKind, Step, WorkflowState};
use domain::{Action, ArticleId, DraftId, Edition, EditorialDraft, Locale, Refusal, Update};
use futures_util::TryFutureExt;
use serde_json::json;
use uuid::Uuid;

use crate::editorial::drafts::find_within;
use crate::publishing::current_state::seen;
use crate::publishing::live_spans::Showing;
use crate::publishing::pending::{self, cancel_decided, decide, pending, visibility};
use crate::publishing::publish::{ToShow, show};
use crate::publishing::rerender::refresh_later;
use crate::publishing::withdraw::end;
use crate::publishing::{Key, editions, key_of, preconditions, sequence};
use crate::schema::delivery::schedules;
use crate::schema::editorial::drafts;
use crate::statement_cache::prepared;
use crate::write;
use crate::write::{Act, Actor, Entry, Outcome, Subject};
use crate::{EditorialConn, Error, OperationsConn};

/// Freezes an edition that becomes public at a moment, in place of what was scheduled of the article in this locale
/// before. It leaves no trace on the public side until then. Whether whoever schedules may do it is asked now, and not
/// again at the moment.
///
/// # Errors
/// [`Refusal::EmbargoInThePast`]; [`Refusal::SlugTaken`]; [`Refusal::SourceSuperseded`];
/// [`Refusal::RevisionSuperseded`]; [`Refusal::InTrash`]; [`Refusal::DateInTheFuture`], when the date to show is later than
/// the moment; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn schedule(
    conn: &mut EditorialConn,
    act: &Act,
    edition: &Edition,
    due_at: DateTime<Utc>,
) -> Result<Outcome<()>, Error> {
    let scheduling = async |conn: &mut AsyncPgConnection| schedule_within(conn, act, edition, due_at).await;
    write::write(conn, act, scheduling).await
}

/// [`schedule`], of a draft, and gives that as it is then.
///
/// # Errors
/// As [`schedule`]; [`Error::NotFound`].
pub async fn schedule_draft(
    conn: &mut EditorialConn,
    act: &Act,
    draft: DraftId,
    edition: &Edition,
    due_at: DateTime<Utc>,
) -> Result<Outcome<EditorialDraft>, Error> {
    let scheduling = async |conn: &mut AsyncPgConnection| {
        schedule_within(conn, act, edition, due_at).await?;
        find_within(conn, draft).await
    };
    write::write(conn, act, scheduling).await
}

/// [`schedule`], inside a transaction of the caller's.
pub(crate) async fn schedule_within(
    conn: &mut AsyncPgConnection,
    act: &Act,
    edition: &Edition,
    due_at: DateTime<Utc>,
) -> Result<(), Error> {
    let now = begin(conn).await?;
    let showings = [Showing::of(edition)];
    let looked = preconditions::look(conn, act, &[edition], &showings).await?;
    if due_at <= now {
        return Err(Refusal::EmbargoInThePast.into());
    }
    looked.check(&[edition], &showings)?;
    preconditions::check_dates(&[edition], due_at)?;
    let key = key_of(edition);
    let decision = decide(looked.sight.get(&key), looked.pending.get(&key), Step::Schedule)?;
    let before = match decision.pending {
        PendingEffect::Replace | PendingEffect::Cancel => pending::remove(conn, &key).await?.flatten(),
        PendingEffect::Keep => None,
    };
    editions::keep(conn, &[edition]).await?;
    let row = (
        schedules::edition_id.eq(edition.id.0),
        schedules::article_id.eq(edition.article.0),
        schedules::locale.eq(edition.locale.as_str()),
        schedules::slug.eq(edition.slug.as_str()),
        schedules::kind.eq(PendingKind::Publish.as_str()),
        schedules::due_at.eq(due_at),
        schedules::scheduled_by.eq(act.actor.name()),
    );
    diesel::insert_into(schedules::table).values(row).execute(conn).await?;
    let subject = Some(Subject { kind: "article", id: edition.article.0 });
    let after = Some(editions::digest(edition));
    let detail = json!({ "locale": edition.locale, "revision": edition.revision, "due_at": due_at });
    let entry = Entry { action: "schedule", subject, before, after, sequence: None, detail };
    write::log(conn, act, entry).await
}

/// Gives up what is scheduled of an article in a locale.
///
/// # Errors
/// [`Refusal::NotScheduled`], also when its moment has come; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn cancel(
    conn: &mut EditorialConn,
    act: &Act,
    article: ArticleId,
    locale: &Locale,
) -> Result<Outcome<()>, Error> {
    let cancelling = async |conn: &mut AsyncPgConnection| {
        begin(conn).await?;
        let key = (article.0, locale.to_string());
        write::confirm_articles(conn, act, Action::Publish, std::slice::from_ref(&key)).await?;
        let pending = pending(conn, std::slice::from_ref(&key)).await?;
        let decision = decide(None, pending.get(&key), Step::Cancel)?;
        cancel_decided(conn, act, &[(key, decision)]).await?;
        Ok(())
    };
    write::write(conn, act, cancelling).await
}

/// Carries out what is due, publications and withdrawals, and says how many. Idempotent, and safe to do from many places
/// at once. Asks without a lock first, so that an idle server writes nothing.
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
            let (_, due) = lock(conn).await?;
            activate(conn, &due).await
        };
        let some = conn.inner().transaction(activating).await?;
        count += some;
        if some == 0 {
            return Ok(count);
        }
    }
}

/// Locks the counter and carries out what is due, and says what time it is for acts. Every act begins with this, so
/// that time and sequence agree: what fell due while the act waited for its turn comes before it.
pub(crate) async fn begin(conn: &AsyncPgConnection) -> Result<DateTime<Utc>, Error> {
    let (at, due) = lock(conn).await?;
    if activate(conn, &due).await? > 0 {
        activate_until(conn, at).await?;
    }
    Ok(at)
}

/// Carries out what is due at a moment.
pub(super) async fn activate_until(conn: &AsyncPgConnection, at: DateTime<Utc>) -> Result<(), Error> {
    while activate(conn, &due_at(conn, at).await?).await? > 0 {}
    Ok(())
}

/// How many schedules are carried out in one act, and for a timer in one transaction: the counter is not held for long,
/// and what was done stays done.
const BATCH: i64 = 500;

/// A schedule whose moment has come.
struct Due {
    key: Key,
    kind: PendingKind,
    /// The edition that was frozen, of a publication.
    edition: Option<Uuid>,
    scheduled_by: String,
}

/// Holds all other acts back, and says what time it is then, and what is due.
async fn lock(mut conn: &AsyncPgConnection) -> Result<(DateTime<Utc>, Vec<Due>), Error> {
    let due =
        prepared(sql_query(DUE).bind::<BigInt, _>(BATCH)).load::<NowRow>(&mut conn).map_err(Error::from);
    let (_locked, rows) = tokio::try_join!(biased; sequence::lock_counter(conn), due)?;
    let at = rows.iter().map(|row| row.at).next().ok_or(Error::NotFound)?;
    let due = rows.into_iter().filter_map(NowRow::due).map(Due::try_from);
    Ok((at, due.collect::<Result<_, _>>()?))
}

async fn due_at(mut conn: &AsyncPgConnection, at: DateTime<Utc>) -> Result<Vec<Due>, Error> {
    let query = sql_query(DUE_AT).bind::<Timestamptz, _>(at).bind::<BigInt, _>(BATCH);
    let rows: Vec<DueRow> = prepared(query).load(&mut conn).await?;
    rows.into_iter().map(Due::try_from).collect()
}

/// Carries out what is due, in the order of its moments, and says how much: one act of those at the front that are of one
/// kind. What was promised happens: of what was checked when it was scheduled nothing is checked again but where the
/// article stands now, and what copied a term that changed since is refreshed after.
async fn activate(conn: &AsyncPgConnection, due: &[Due]) -> Result<usize, Error> {
    let Some(first) = due.first() else { return Ok(0) };
    let due: Vec<&Due> = due.iter().take_while(|one| one.kind == first.kind).collect();
    let act = act_of(&due, first);
    let keys: Vec<Key> = due.iter().map(|one| one.key.clone()).collect();
    let (_gone, sight, trashed) =
        tokio::try_join!(biased; pending::delete(conn, &keys), seen(conn, &keys), trashed(conn, &keys))?;
    let (mut shown, mut forgotten, mut ended) = (Vec::new(), Vec::new(), Vec::new());
    for one in &due {
        let (visibility, pending) = (visibility(sight.get(&one.key)), Some(one.kind));
        let standing = WorkflowState { visibility, in_trash: trashed.contains(&one.key), pending };
        match standing.decide(Step::Activate).map(|decision| decision.effect) {
            Ok(Effect::Show) => shown.extend(one.edition),
            Ok(Effect::End) => ended.push(one.key.clone()),
            Ok(_) | Err(_) => forgotten.extend(one.edition),
        }
    }
    if !forgotten.is_empty() {
        editions::forget(conn, &forgotten).await?;
    }
    if !ended.is_empty() {
        end(conn, &act, &ended, &ended, &sight).await?;
    }
    if !shown.is_empty() {
        let (wanted, stamp) =
            tokio::try_join!(biased; editions::kept(conn, &shown), sequence::take_sequence(conn))?;
        let to_show =
            ToShow { kind: "activate", wanted: &wanted, words: &[], sight: &sight, update: Update::Visible };
        show(conn, &act, stamp, to_show).await?;
        refresh_later(conn, &shown).await?;
    }
    Ok(due.len())
}

/// The act of activation is theirs who scheduled it, where that is one.
fn act_of(due: &[&Due], first: &Due) -> Act {
    let names: HashSet<&str> = due.iter().map(|one| one.scheduled_by.as_str()).collect();
    let name = match names.into_iter().collect::<Vec<_>>().as_slice() {
        [name] => (*name).to_owned(),
        _ => "schedule".to_owned(),
    };
    let request_id = format!("schedule-{}", first.edition.unwrap_or(first.key.0));
    Act { actor: Actor::Program(name), request_id, once: None, dry_run: false }
}

/// Those of these articles whose draft is in the trash. Nothing goes there while the counter is locked.
async fn trashed(mut conn: &AsyncPgConnection, keys: &[Key]) -> Result<HashSet<Key>, Error> {
    let ids = keys.iter().map(|(article, _)| *article);
    let trashed =
        drafts::table.filter(drafts::article_id.eq_any(ids)).filter(drafts::trashed_at.is_not_null());
    let trashed: Vec<Key> = trashed.select((drafts::article_id, drafts::locale)).load(&mut conn).await?;
    Ok(trashed.into_iter().collect())
}

impl TryFrom<DueRow> for Due {
    type Error = Error;

    fn try_from(row: DueRow) -> Result<Self, Error> {
        let DueRow { article_id, locale, kind, edition_id: edition, scheduled_by } = row;
        Ok(Self { key: (article_id, locale), kind: PendingKind::try_from(kind)?, edition, scheduled_by })
    }
}

/// The moment, and what is due by then: all of it is null where nothing is.
#[derive(QueryableByName)]
struct NowRow {
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

impl NowRow {
    fn due(self) -> Option<DueRow> {
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

/// One row at least: what time it is. The moment counts, then the article, so that the order is the same each time.
const DUE: &str = "
SELECT clock.at, due.article_id, due.locale, due.kind, due.edition_id, due.scheduled_by
FROM (SELECT clock_timestamp() AS at) AS clock
LEFT JOIN LATERAL (
    SELECT article_id, locale, kind, edition_id, scheduled_by, due_at FROM delivery.schedules
    WHERE schedules.due_at <= clock.at
    ORDER BY schedules.due_at, schedules.article_id, schedules.locale
    LIMIT $1
) AS due ON true
ORDER BY due.due_at, due.article_id, due.locale";

const DUE_AT: &str = "
SELECT article_id, locale, kind, edition_id, scheduled_by FROM delivery.schedules
WHERE due_at <= $1
ORDER BY due_at, article_id, locale
LIMIT $2";
