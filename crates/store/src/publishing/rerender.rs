//! Rerendering: replaces live and scheduled editions by ones with the current terms and markup rules. The update time
//! that readers are shown does not change, because the article did not.
//!
//! The rendering itself happens outside the transaction, between `stale_editions` and [`rerender`].

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Action, Edition, EditionId, Update};
use uuid::Uuid;

use crate::Error;
use crate::publishing::activation::lock_and_activate;
use crate::publishing::current_state::{CurrentState, changed_editions, current_state};
use crate::publishing::live_change::{PublishBatch, make_live};
use crate::publishing::outcome::PublishOutcome;
use crate::publishing::pending_edition::PendingEdition;
use crate::publishing::public_index::search_texts;
use crate::publishing::sequence::ActKind;
use crate::publishing::{ArticleKey, editions, key_of, preconditions, sequence};
use crate::schema::delivery::schedules;
use crate::write::WriteTransaction;

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
    let search_texts = search_texts(tx.conn, &rendered).await?;
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
    let batch = PublishBatch {
        kind: ActKind::Rerender,
        editions: &changed.iter().map(|edition| PendingEdition::from_edition(edition)).collect::<Vec<_>>(),
        search_texts: &search_texts,
        current: &current,
        update: Update::Minor,
    };
    make_live(tx, stamp, batch).await
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
    let query = schedules::table.filter(schedules::edition_id.eq_any(fresh.keys()));
    let scheduled: Vec<Uuid> = query.select(schedules::edition_id.assume_not_null()).load(&mut conn).await?;
    Ok(scheduled.into_iter().filter_map(|old| Some((old, *fresh.get(&old)?))).collect())
}

async fn replace_scheduled(
    mut conn: &AsyncPgConnection,
    scheduled: &[(Uuid, &Edition)],
) -> Result<(), Error> {
    let fresh: Vec<&Edition> = scheduled.iter().map(|(_, fresh)| *fresh).collect();
    editions::insert(conn, &fresh).await?;
    for (old, fresh) in scheduled {
        let query = schedules::table.filter(schedules::edition_id.eq(old));
        diesel::update(query).set(schedules::edition_id.eq(fresh.id.0)).execute(&mut conn).await?;
    }
    let old: Vec<Uuid> = scheduled.iter().map(|(old, _)| *old).collect();
    editions::delete_unpublished(conn, &old).await
}
