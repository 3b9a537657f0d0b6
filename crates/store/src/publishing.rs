//! The only door from the editorial side to the delivery side: acts.
//!
//! An act is one transaction. It locks the counter, so that acts happen one after the other and the order of sequence
//! numbers is the order of commits; it writes what readers see, the outbox events, one audit row, and one NOTIFY.
//! Editions come rendered: nothing is rendered while the counter is locked.

mod act;
mod links;
mod placing;
mod showing;

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{ArticleId, Edition, EditionId, Locale, Refusal};
use uuid::Uuid;

pub use act::{CHANNEL, Done};

use crate::acting::{self, Act, Actor, Outcome};
use crate::publishing::act::{Change, Event};
use crate::publishing::showing::Showing;
use crate::schema::delivery::{editions, schedules, spans};
use crate::schema::operations::counter;
use crate::{EditorialConn, Error, OperationsConn};

/// Shows editions to readers, all in one act. Those that readers see already, unchanged, are left alone; when that is
/// true of all, there is no act.
///
/// # Errors
/// [`Refusal::SlugTaken`]; [`Refusal::SourceSuperseded`] when a term changed since an edition was rendered;
/// [`Refusal::DeadLinks`]; [`Error::Unavailable`].
pub async fn publish(
    conn: &mut EditorialConn,
    act: &Act,
    editions: &[Edition],
) -> Result<Outcome<Done>, Error> {
    let publishing = async |conn: &mut AsyncPgConnection| {
        if let Some(before) = acting::recall(conn, act).await? {
            return Ok(before);
        }
        let done = publish_within(conn, act, editions).await?;
        acting::remember(conn, act, done).await
    };
    conn.inner().transaction(publishing).await
}

/// Ends what readers see of an article in a locale. Its addresses answer 410 from then on.
///
/// # Errors
/// [`Refusal::NeverPublished`]; [`Error::Unavailable`].
pub async fn withdraw(
    conn: &mut EditorialConn,
    act: &Act,
    article: ArticleId,
    locale: &Locale,
) -> Result<Outcome<Done>, Error> {
    let withdrawing = async |conn: &mut AsyncPgConnection| {
        if let Some(before) = acting::recall(conn, act).await? {
            return Ok(before);
        }
        activate_within(conn, ALL).await?;
        let mine = spans::article_id.eq(article.0).and(spans::locale.eq(locale.as_str()));
        let newest =
            spans::table.inner_join(editions::table.on(editions::id.eq(spans::edition_id))).filter(mine);
        let newest = newest.order(spans::opened_sequence.desc());
        let columns = (editions::slug, spans::closed_sequence.is_null());
        let newest: Option<(String, bool)> = newest.select(columns).first(conn).await.optional()?;
        let (slug, open) = newest.ok_or(Refusal::NeverPublished)?;
        if !open {
            return acting::remember(conn, act, Done::Unchanged).await;
        }
        let stamp = act::take_sequence(conn).await?;
        showing::close(conn, stamp, &[(article.0, locale.to_string())]).await?;
        let mut tags = BTreeSet::from([act::article_tag(article.0), act::LISTS.to_owned()]);
        tags.extend(placing::remove(conn, &[(article.0, locale.to_string())]).await?);
        let event = Event { change: Change::Withdrawn, article: article.0, locale: locale.to_string(), slug };
        act::record(conn, act, "withdraw", stamp, &tags, &[event]).await?;
        acting::remember(conn, act, Done::At(stamp.sequence)).await
    };
    conn.inner().transaction(withdrawing).await
}

/// Freezes an edition that becomes public at a moment. It leaves no trace on the public side before.
///
/// # Errors
/// [`Refusal::EmbargoInThePast`]; [`Refusal::SlugTaken`]; [`Refusal::DeadLinks`]; [`Error::Unavailable`].
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
        let now = activate_within(conn, ALL).await?.at;
        if due_at <= now {
            return Err(Refusal::EmbargoInThePast.into());
        }
        let wanted = [Showing::of(edition)];
        showing::check_slugs(conn, &wanted).await?;
        showing::check_sources(conn, std::slice::from_ref(edition)).await?;
        links::check(conn, std::slice::from_ref(edition)).await?;
        let mine =
            schedules::article_id.eq(edition.article.0).and(schedules::locale.eq(edition.locale.as_str()));
        diesel::delete(schedules::table.filter(mine)).execute(conn).await?;
        showing::keep(conn, std::slice::from_ref(edition)).await?;
        let row = (
            schedules::edition_id.eq(edition.id.0),
            schedules::article_id.eq(edition.article.0),
            schedules::locale.eq(edition.locale.as_str()),
            schedules::slug.eq(edition.slug.as_str()),
            schedules::due_at.eq(due_at),
            schedules::scheduled_by.eq(act.actor.name()),
        );
        diesel::insert_into(schedules::table).values(row).execute(conn).await?;
        acting::remember(conn, act, ()).await
    };
    conn.inner().transaction(scheduling).await
}

/// Makes public what is due, each schedule as an act of its own, and says how many. Idempotent, and safe to do from
/// many places at once. Asks without a lock first, so that an idle server writes nothing.
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
        let some = conn.inner().transaction(async |conn| activate_within(conn, BATCH).await).await?.count;
        count += some;
        if some == 0 {
            return Ok(count);
        }
    }
}

/// [`publish`], inside a transaction of the caller's.
pub(crate) async fn publish_within(
    conn: &mut AsyncPgConnection,
    act: &Act,
    editions: &[Edition],
) -> Result<Done, Error> {
    activate_within(conn, ALL).await?;
    let seen = showing::seen(conn, editions).await?;
    let changed: Vec<Edition> = editions.iter().filter(|edition| !seen.shows(edition)).cloned().collect();
    if changed.is_empty() {
        return Ok(Done::Unchanged);
    }
    let wanted: Vec<Showing> = changed.iter().map(Showing::of).collect();
    showing::check_sources(conn, &changed).await?;
    showing::check_slugs(conn, &wanted).await?;
    links::check(conn, &changed).await?;
    showing::keep(conn, &changed).await?;
    show(conn, act, "publish", &wanted).await
}

/// How many schedules a timer makes public in one transaction: the counter is not held for long, and what was done
/// stays done.
const BATCH: i64 = 100;

/// An act leaves nothing behind that fell due before it.
const ALL: i64 = i64::MAX;

/// What was due when an act began.
struct Activated {
    /// How many schedules became public.
    count: usize,
    /// When that was, for acts.
    at: DateTime<Utc>,
}

/// Locks the counter and makes public what is due, at most so many. Every act begins with this, so that time and
/// sequence agree: what fell due while the act waited for its turn comes before it.
async fn activate_within(conn: &mut AsyncPgConnection, most: i64) -> Result<Activated, Error> {
    let at = act::lock_counter(conn).await?;
    let due = schedules::table.filter(schedules::due_at.le(at));
    let due = due.order((schedules::due_at, schedules::edition_id)).limit(most);
    let due: Vec<(Uuid, String)> =
        due.select((schedules::edition_id, schedules::scheduled_by)).load(conn).await?;
    for (edition, scheduled_by) in &due {
        diesel::delete(schedules::table.find(edition)).execute(conn).await?;
        let wanted = showing::kept(conn, EditionId(*edition)).await?;
        let actor = Actor::Program(scheduled_by.clone());
        let act = Act { actor, request_id: format!("schedule-{edition}"), once: None };
        show(conn, &act, "activate", &[wanted]).await?;
    }
    Ok(Activated { count: due.len(), at })
}

/// The common end of publish and activation: spans, addresses, placements, and the record of the act.
async fn show(
    conn: &mut AsyncPgConnection,
    act: &Act,
    kind: &str,
    wanted: &[Showing],
) -> Result<Done, Error> {
    let stamp = act::take_sequence(conn).await?;
    let keys: Vec<(Uuid, String)> = wanted.iter().map(|one| (one.article, one.locale.clone())).collect();
    let events = showing::open(conn, stamp, wanted).await?;
    let mut tags: BTreeSet<String> = keys.iter().map(|(article, _)| act::article_tag(*article)).collect();
    tags.insert(act::LISTS.to_owned());
    tags.extend(placing::remove(conn, &keys).await?);
    tags.extend(placing::add(conn, &keys).await?);
    act::record(conn, act, kind, stamp, &tags, &events).await?;
    Ok(Done::At(stamp.sequence))
}

/// The number of the last act.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn last_sequence(conn: &mut EditorialConn) -> Result<i64, Error> {
    Ok(counter::table.select(counter::sequence).first(conn.inner()).await?)
}
