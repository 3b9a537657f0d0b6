//! Publishing: editions are shown to readers.

use std::collections::BTreeSet;

use diesel_async::{AsyncConnection, AsyncPgConnection};
use domain::Edition;
use uuid::Uuid;

use crate::acting::{self, Act, Outcome};
use crate::publishing::act::{self, Done};
use crate::publishing::checks::{check_slugs, check_sources, seen};
use crate::publishing::schedule::{ALL, activate_within};
use crate::publishing::showing::Showing;
use crate::publishing::{keeping, placing, showing};
use crate::{EditorialConn, Error};

/// Shows editions to readers, all in one act. Those that readers see already, unchanged, are left alone; when that is
/// true of all, there is no act.
///
/// # Errors
/// [`Refusal::SlugTaken`]; [`Refusal::SourceSuperseded`] when a term changed since an edition was rendered;
/// [`Error::Unavailable`].
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

/// [`publish`], inside a transaction of the caller's.
pub(crate) async fn publish_within(
    conn: &mut AsyncPgConnection,
    act: &Act,
    editions: &[Edition],
) -> Result<Done, Error> {
    activate_within(conn, ALL).await?;
    let seen = seen(conn, editions).await?;
    let changed: Vec<Edition> = editions.iter().filter(|edition| !seen.shows(edition)).cloned().collect();
    if changed.is_empty() {
        return Ok(Done::Unchanged);
    }
    let wanted: Vec<Showing> = changed.iter().map(Showing::of).collect();
    check_sources(conn, &changed).await?;
    check_slugs(conn, &wanted).await?;
    keeping::keep(conn, &changed).await?;
    show(conn, act, "publish", &wanted).await
}

/// The common end of publish and activation: spans, addresses, placements, and the record of the act.
pub(super) async fn show(
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
