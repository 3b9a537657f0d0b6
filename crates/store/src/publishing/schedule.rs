//! Schedules: editions that become public at their moment, and the activation of those that are due.

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{Edition, EditionId, Refusal};
use uuid::Uuid;

use crate::acting::{self, Act, Actor, Outcome};
use crate::publishing::act;
use crate::publishing::checks::{check_slugs, check_sources};
use crate::publishing::keeping;
use crate::publishing::publish::show;
use crate::publishing::showing::Showing;
use crate::schema::delivery::schedules;
use crate::{EditorialConn, Error, OperationsConn};

/// Freezes an edition that becomes public at a moment. It leaves no trace on the public side before.
///
/// # Errors
/// [`Refusal::EmbargoInThePast`]; [`Refusal::SlugTaken`]; [`Error::Unavailable`].
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
        check_slugs(conn, &wanted).await?;
        check_sources(conn, std::slice::from_ref(edition)).await?;
        let mine =
            schedules::article_id.eq(edition.article.0).and(schedules::locale.eq(edition.locale.as_str()));
        diesel::delete(schedules::table.filter(mine)).execute(conn).await?;
        keeping::keep(conn, std::slice::from_ref(edition)).await?;
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

/// How many schedules a timer makes public in one transaction: the counter is not held for long, and what was done
/// stays done.
const BATCH: i64 = 100;

/// An act leaves nothing behind that fell due before it.
pub(super) const ALL: i64 = i64::MAX;

/// What was due when an act began.
pub(super) struct Activated {
    /// How many schedules became public.
    pub(super) count: usize,
    /// When that was, for acts.
    pub(super) at: DateTime<Utc>,
}

/// Locks the counter and makes public what is due, at most so many. Every act begins with this, so that time and
/// sequence agree: what fell due while the act waited for its turn comes before it.
pub(super) async fn activate_within(conn: &mut AsyncPgConnection, most: i64) -> Result<Activated, Error> {
    let at = act::lock_counter(conn).await?;
    let due = schedules::table.filter(schedules::due_at.le(at));
    let due = due.order((schedules::due_at, schedules::edition_id)).limit(most);
    let due: Vec<(Uuid, String)> =
        due.select((schedules::edition_id, schedules::scheduled_by)).load(conn).await?;
    for (edition, scheduled_by) in &due {
        diesel::delete(schedules::table.find(edition)).execute(conn).await?;
        let wanted = keeping::kept(conn, EditionId(*edition)).await?;
        let actor = Actor::Program(scheduled_by.clone());
        let act = Act { actor, request_id: format!("schedule-{edition}"), once: None };
        show(conn, &act, "activate", &[wanted]).await?;
    }
    Ok(Activated { count: due.len(), at })
}
