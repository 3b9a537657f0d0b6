//! Schedules: editions that become public at their moment, and the activation of those that are due.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Nullable, Text, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{Action, ArticleId, DraftId, Edition, EditorialDraft, Locale, Refusal, Update};
use futures_util::TryFutureExt;
use serde_json::json;
use uuid::Uuid;

use crate::acting::{self, Act, Actor, Entry, Outcome, Subject};
use crate::editorial::drafts::find_within;
use crate::prepared::prepared;
use crate::publishing::publish::{ToShow, show};
use crate::publishing::refresh::refresh_later;
use crate::publishing::seeing::seen;
use crate::publishing::showing::Showing;
use crate::publishing::{Key, act, checks, keeping, key_of};
use crate::schema::delivery::schedules;
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
    let scheduling = async |conn: &mut AsyncPgConnection| {
        if let Some(before) = acting::recall(conn, act).await? {
            return Ok(before);
        }
        schedule_within(conn, act, edition, due_at).await?;
        acting::remember(conn, act, ()).await
    };
    conn.inner().transaction(scheduling).await
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
        if let Some(before) = acting::recall(conn, act).await? {
            return Ok(before);
        }
        schedule_within(conn, act, edition, due_at).await?;
        let draft = find_within(conn, draft).await?;
        acting::remember(conn, act, draft).await
    };
    conn.inner().transaction(scheduling).await
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
    let looked = checks::look(conn, act, &[edition], &showings).await?;
    if due_at <= now {
        return Err(Refusal::EmbargoInThePast.into());
    }
    looked.check(&[edition], &showings)?;
    checks::check_dates(&[edition], due_at)?;
    let before = unschedule(conn, &key_of(edition)).await?;
    keeping::keep(conn, &[edition]).await?;
    let row = (
        schedules::edition_id.eq(edition.id.0),
        schedules::article_id.eq(edition.article.0),
        schedules::locale.eq(edition.locale.as_str()),
        schedules::slug.eq(edition.slug.as_str()),
        schedules::due_at.eq(due_at),
        schedules::scheduled_by.eq(act.actor.name()),
    );
    diesel::insert_into(schedules::table).values(row).execute(conn).await?;
    let subject = Some(Subject { kind: "article", id: edition.article.0 });
    let after = Some(keeping::digest(edition));
    let detail = json!({ "locale": edition.locale, "revision": edition.revision, "due_at": due_at });
    let entry = Entry { action: "schedule", subject, before, after, sequence: None, detail };
    acting::log(conn, act, entry).await
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
        if let Some(before) = acting::recall(conn, act).await? {
            return Ok(before);
        }
        begin(conn).await?;
        let key = (article.0, locale.to_string());
        acting::confirm_articles(conn, act, Action::Publish, std::slice::from_ref(&key)).await?;
        let before = Some(unschedule(conn, &key).await?.ok_or(Refusal::NotScheduled)?);
        let subject = Some(Subject { kind: "article", id: article.0 });
        let detail = json!({ "locale": locale });
        let entry = Entry { action: "cancel", subject, before, after: None, sequence: None, detail };
        acting::log(conn, act, entry).await?;
        acting::remember(conn, act, ()).await
    };
    conn.inner().transaction(cancelling).await
}

/// Makes public what is due, and says how many. Idempotent, and safe to do from many places at once. Asks without a
/// lock first, so that an idle server writes nothing.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn activate_due(conn: &mut OperationsConn) -> Result<usize, Error> {
    let due = schedules::table.filter(schedules::due_at.le(diesel::dsl::now)).select(schedules::edition_id);
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

/// Locks the counter and makes public what is due, and says what time it is for acts. Every act begins with this, so
/// that time and sequence agree: what fell due while the act waited for its turn comes before it.
pub(crate) async fn begin(conn: &AsyncPgConnection) -> Result<DateTime<Utc>, Error> {
    let (at, due) = lock(conn).await?;
    if activate(conn, &due).await? > 0 {
        activate_until(conn, at).await?;
    }
    Ok(at)
}

/// Makes public what is due at a moment.
pub(super) async fn activate_until(conn: &AsyncPgConnection, at: DateTime<Utc>) -> Result<(), Error> {
    while activate(conn, &due_at(conn, at).await?).await? > 0 {}
    Ok(())
}

/// How many schedules become public in one act, and for a timer in one transaction: the counter is not held for long,
/// and what was done stays done.
const BATCH: i64 = 500;

/// A schedule whose moment has come: its edition, and who scheduled it.
type Due = (Uuid, String);

/// Holds all other acts back, and says what time it is then, and what is due.
async fn lock(mut conn: &AsyncPgConnection) -> Result<(DateTime<Utc>, Vec<Due>), Error> {
    let due =
        prepared(sql_query(DUE).bind::<BigInt, _>(BATCH)).load::<DueRow>(&mut conn).map_err(Error::from);
    let (_locked, rows) = tokio::try_join!(biased; act::lock_counter(conn), due)?;
    let at = rows.iter().map(|row| row.at).next().ok_or(Error::NotFound)?;
    let due = rows
        .into_iter()
        .filter_map(|DueRow { at: _, edition_id, scheduled_by }| edition_id.zip(scheduled_by));
    Ok((at, due.collect()))
}

async fn due_at(mut conn: &AsyncPgConnection, at: DateTime<Utc>) -> Result<Vec<Due>, Error> {
    let due = schedules::table.filter(schedules::due_at.le(at));
    let due = due.order((schedules::due_at, schedules::edition_id)).limit(BATCH);
    Ok(due.select((schedules::edition_id, schedules::scheduled_by)).load(&mut conn).await?)
}

/// Makes public what is due, as one act, and says how many. What was promised happens: nothing is checked that was
/// checked when it was scheduled, and what copied a term that changed since is refreshed after.
async fn activate(mut conn: &AsyncPgConnection, due: &[Due]) -> Result<usize, Error> {
    let [(first, _), ..] = due else { return Ok(0) };
    let ids: Vec<Uuid> = due.iter().map(|(edition, _)| *edition).collect();
    let names: HashSet<&str> = due.iter().map(|(_, name)| name.as_str()).collect();
    let name = match names.into_iter().collect::<Vec<_>>().as_slice() {
        [name] => (*name).to_owned(),
        _ => "schedule".to_owned(),
    };
    let act = Act { actor: Actor::Program(name), request_id: format!("schedule-{first}"), once: None };
    let gone = diesel::delete(schedules::table.filter(schedules::edition_id.eq_any(&ids)));
    let gone = gone.execute(&mut conn).map_err(Error::from);
    let (_gone, wanted) = tokio::try_join!(biased; gone, keeping::kept(conn, &ids))?;
    let keys: Vec<Key> = wanted.iter().map(Showing::key).collect();
    let (sight, stamp) = tokio::try_join!(biased; seen(conn, &keys), act::take_sequence(conn))?;
    let to_show =
        ToShow { kind: "activate", wanted: &wanted, words: &[], sight: &sight, update: Update::Visible };
    show(conn, &act, stamp, to_show).await?;
    refresh_later(conn, &ids).await?;
    Ok(ids.len())
}

/// Takes away what is scheduled of an article in a locale, with all that was frozen for it, and gives the digest of
/// that.
async fn unschedule(mut conn: &AsyncPgConnection, key: &Key) -> Result<Option<Vec<u8>>, Error> {
    let (article, locale) = key;
    let mine = schedules::article_id.eq(article).and(schedules::locale.eq(locale));
    let gone = diesel::delete(schedules::table.filter(mine)).returning(schedules::edition_id);
    let gone: Vec<Uuid> = gone.get_results(&mut conn).await?;
    if gone.is_empty() {
        return Ok(None);
    }
    let digest = keeping::kept(conn, &gone).await?.pop().map(|one| one.digest);
    keeping::forget(conn, &gone).await?;
    Ok(digest)
}

#[derive(QueryableByName)]
struct DueRow {
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
    #[diesel(sql_type = Nullable<SqlUuid>)]
    edition_id: Option<Uuid>,
    #[diesel(sql_type = Nullable<Text>)]
    scheduled_by: Option<String>,
}

/// One row at least: what time it is.
const DUE: &str = "
SELECT clock.at, due.edition_id, due.scheduled_by
FROM (SELECT clock_timestamp() AS at) AS clock
LEFT JOIN LATERAL (
    SELECT edition_id, scheduled_by, due_at FROM delivery.schedules
    WHERE schedules.due_at <= clock.at
    ORDER BY schedules.due_at, schedules.edition_id
    LIMIT $1
) AS due ON true
ORDER BY due.due_at, due.edition_id";
