//! Schedules: editions that become public at their moment, and the activation of those that are due.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{Action, ArticleId, DraftId, Edition, EditorialDraft, Locale, Refusal, Update};
use serde_json::json;
use uuid::Uuid;

use crate::acting::{self, Act, Actor, Entry, Outcome, Subject};
use crate::editorial::drafts::find_within;
use crate::publishing::publish::{ToShow, show};
use crate::publishing::refresh::refresh_later;
use crate::publishing::seeing::seen;
use crate::publishing::showing::Showing;
use crate::publishing::{Key, act, checks, keeping, key_of, links};
use crate::schema::delivery::schedules;
use crate::{EditorialConn, Error, OperationsConn};

/// Freezes an edition that becomes public at a moment, in place of what was scheduled of the article in this locale
/// before. It leaves no trace on the public side until then. Whether whoever schedules may do it is asked now, and not
/// again at the moment.
///
/// # Errors
/// [`Refusal::EmbargoInThePast`]; [`Refusal::SlugTaken`]; [`Refusal::SourceSuperseded`];
/// [`Refusal::RevisionSuperseded`]; [`Refusal::InTrash`]; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
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

async fn schedule_within(
    conn: &mut AsyncPgConnection,
    act: &Act,
    edition: &Edition,
    due_at: DateTime<Utc>,
) -> Result<(), Error> {
    let now = begin(conn).await?;
    let key = key_of(edition);
    let keys = std::slice::from_ref(&key);
    acting::confirm_articles(conn, act, Action::Publish, keys).await?;
    checks::check_trash(conn, keys).await?;
    if due_at <= now {
        return Err(Refusal::EmbargoInThePast.into());
    }
    let wanted = [Showing::of(edition)];
    let sight = seen(conn, keys).await?;
    checks::check_revisions(&wanted, &sight)?;
    checks::check_slugs(conn, &wanted, &sight).await?;
    checks::check_sources(conn, &[edition]).await?;
    links::check(conn, &[edition]).await?;
    let before = unschedule(conn, &key).await?;
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
            let at = act::lock_counter(conn).await?;
            activate(conn, at).await
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
pub(crate) async fn begin(conn: &mut AsyncPgConnection) -> Result<DateTime<Utc>, Error> {
    let at = act::lock_counter(conn).await?;
    while activate(conn, at).await? > 0 {}
    Ok(at)
}

/// How many schedules become public in one act, and for a timer in one transaction: the counter is not held for long,
/// and what was done stays done.
const BATCH: i64 = 500;

/// Makes public what is due at this moment, as one act, and says how many. What was promised happens: nothing is
/// checked that was checked when it was scheduled, and what copied a term that changed since is refreshed after.
pub(super) async fn activate(conn: &mut AsyncPgConnection, at: DateTime<Utc>) -> Result<usize, Error> {
    let due = schedules::table.filter(schedules::due_at.le(at));
    let due = due.order((schedules::due_at, schedules::edition_id)).limit(BATCH);
    let due: Vec<(Uuid, String)> =
        due.select((schedules::edition_id, schedules::scheduled_by)).load(conn).await?;
    let [(first, _), ..] = due.as_slice() else { return Ok(0) };
    let ids: Vec<Uuid> = due.iter().map(|(edition, _)| *edition).collect();
    let names: HashSet<&str> = due.iter().map(|(_, name)| name.as_str()).collect();
    let name = match names.into_iter().collect::<Vec<_>>().as_slice() {
        [name] => (*name).to_owned(),
        _ => "schedule".to_owned(),
    };
    let act = Act { actor: Actor::Program(name), request_id: format!("schedule-{first}"), once: None };
    diesel::delete(schedules::table.filter(schedules::edition_id.eq_any(&ids))).execute(conn).await?;
    let wanted = keeping::kept(conn, &ids).await?;
    let keys: Vec<Key> = wanted.iter().map(Showing::key).collect();
    let sight = seen(conn, &keys).await?;
    let to_show = ToShow { kind: "activate", wanted: &wanted, sight: &sight, update: Update::Visible };
    show(conn, &act, to_show).await?;
    refresh_later(conn, &ids).await?;
    Ok(ids.len())
}

/// Takes away what is scheduled of an article in a locale, with all that was frozen for it, and gives the digest of
/// that.
async fn unschedule(conn: &mut AsyncPgConnection, key: &Key) -> Result<Option<Vec<u8>>, Error> {
    let (article, locale) = key;
    let mine = schedules::article_id.eq(article).and(schedules::locale.eq(locale));
    let gone = diesel::delete(schedules::table.filter(mine)).returning(schedules::edition_id);
    let gone: Vec<Uuid> = gone.get_results(conn).await?;
    let digest = keeping::kept(conn, &gone).await?.pop().map(|one| one.digest);
    keeping::forget(conn, &gone).await?;
    Ok(digest)
}
