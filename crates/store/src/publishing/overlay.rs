//! Applies a preview to the public rows, in a transaction that the caller rolls back. Permissions and links are not
//! checked, because nothing is committed.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use domain::{Edition, EditionId, Refusal, Update};

use crate::publishing::activation::{activate_until, lock_and_activate};
use crate::publishing::current_state::current_state;
use crate::publishing::live_change::{PublishBatch, make_live};
use crate::publishing::pending_edition::PendingEdition;
use crate::publishing::public_index::search_texts;
use crate::publishing::sequence::ActKind;
use crate::publishing::{ArticleKey, editions, key_of, preconditions, sequence};
use crate::write::{WriteContext, WriteTransaction};
use crate::{Error, PreviewEdition};

/// Publishes editions, and activates everything that is due by a time.
pub(crate) async fn overlay(
    conn: &AsyncPgConnection,
    previewed: &[Arc<PreviewEdition>],
    until: Option<DateTime<Utc>>,
) -> Result<(), Error> {
    let editions: Vec<&Edition> = previewed.iter().map(|one| &one.edition).collect();
    let search_texts = search_texts(conn, &editions).await?;
    lock_and_activate(conn).await?;
    if let Some(until) = until {
        activate_until(conn, until).await?;
    }
    if editions.is_empty() {
        return Ok(());
    }
    let keys: Vec<ArticleKey> = editions.iter().map(|edition| key_of(edition)).collect();
    let mut wanted: Vec<PendingEdition> =
        editions.iter().map(|edition| PendingEdition::from_edition(edition)).collect();
    let (current, holders) =
        tokio::try_join!(biased; current_state(conn, &keys), preconditions::holders(conn, &wanted))?;
    let moved = move_from_taken_slugs(&mut wanted, previewed, |wanted| {
        preconditions::check_slugs(wanted, &current, &holders)
    })?;
    let editions: Vec<&Edition> =
        editions.into_iter().map(|edition| moved.get(&edition.id).unwrap_or(edition)).collect();
    let (_inserted, stamp) =
        tokio::try_join!(biased; editions::insert(conn, &editions), sequence::take_sequence(conn))?;
    let context = WriteContext::for_program("preview", "preview");
    let batch = PublishBatch {
        kind: ActKind::Preview,
        editions: &wanted,
        search_texts: &search_texts,
        current: &current,
        update: Update::Visible,
    };
    make_live(WriteTransaction { conn, context: &context }, stamp, batch).await?;
    Ok(())
}

/// Gives drafts whose slug another article holds their fallback slugs, and returns the changed editions. One
/// conflicting draft must not prevent the others from being shown. Of two drafts with the same slug, the first keeps
/// it.
fn move_from_taken_slugs(
    wanted: &mut [PendingEdition],
    previewed: &[Arc<PreviewEdition>],
    check: impl Fn(&[PendingEdition]) -> Result<(), Error>,
) -> Result<HashMap<EditionId, Edition>, Error> {
    let mut moved = HashMap::new();
    for _ in previewed {
        let Err(Error::Refused(Refusal::SlugTaken { slug, locale, holder })) = check(wanted) else { break };
        let is_in_the_way = |one: &PendingEdition| {
            one.slug == slug.as_str() && one.locale == locale.as_str() && one.article != holder.0
        };
        for (one, draft) in wanted.iter_mut().zip(previewed).filter(|(one, _)| is_in_the_way(one)) {
            let slug = draft.fallback_slug.clone();
            one.slug = slug.to_string();
            moved.insert(draft.edition.id, Edition { slug, ..draft.edition.clone() });
        }
    }
    check(wanted)?;
    Ok(moved)
}
