//! Publishes editions.

use std::collections::{HashMap, HashSet};

use domain::workflow::{OnPending, Step};
use domain::{Edition, Update};

use crate::Error;
use crate::publishing::activation::lock_and_activate;
use crate::publishing::current_state::changed_editions;
use crate::publishing::live_change::{PublishBatch, make_live};
use crate::publishing::outcome::{ArticleOutcome, PublishOutcome};
use crate::publishing::pending::candidate;
use crate::publishing::pending_edition::PendingEdition;
use crate::publishing::public_index::search_texts;
use crate::publishing::sequence::ActKind;
use crate::publishing::{ArticleKey, editions, key_of, preconditions, sequence};
use crate::write::WriteTransaction;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishOptions {
    /// Whether readers are shown a new update time.
    pub update: Update,
    /// What to do with pending schedules that this would override.
    pub on_pending: OnPending,
}

impl From<Update> for PublishOptions {
    fn from(update: Update) -> Self {
        Self { update, on_pending: OnPending::Refuse }
    }
}

/// Publishes editions in one act. Unchanged ones are left alone; when all are unchanged, there is no act. Of several
/// editions of the same article and locale, the last one counts.
///
/// # Errors
/// [`domain::Refusal::SlugTaken`]; [`domain::Refusal::SourceSuperseded`] when a term changed since an edition was
/// rendered; [`domain::Refusal::RevisionSuperseded`] when readers see a newer revision; [`domain::Refusal::InTrash`];
/// [`domain::Refusal::DeadLinks`]; [`domain::Refusal::SchedulePending`]; [`domain::Refusal::DateInTheFuture`];
/// [`domain::Refusal::NotAllowed`];
/// [`Error::Unavailable`].
pub async fn publish(
    tx: WriteTransaction<'_>,
    editions: &[Edition],
    options: impl Into<PublishOptions>,
) -> Result<PublishOutcome, Error> {
    let PublishOptions { update, on_pending } = options.into();
    let editions = last_of_each(editions);
    let search_texts = search_texts(tx.conn, &editions).await?;
    let now = lock_and_activate(tx.conn).await?;
    let pending_editions: Vec<PendingEdition> =
        editions.iter().map(|edition| PendingEdition::from_edition(edition)).collect();
    let mut preconditions = preconditions::load_authorized(tx, &editions, &pending_editions).await?;
    let changed = changed_editions(&editions, &preconditions.current);
    if !preconditions.pending.is_empty() {
        let step = |edition: &PendingEdition| {
            let scheduled = preconditions.pending.get(&edition.key());
            (edition.key(), Step::Publish(candidate(edition, scheduled, &changed), on_pending))
        };
        let steps: Vec<(ArticleKey, Step)> = pending_editions.iter().map(step).collect();
        preconditions.cancel_overruled(tx, &steps, &pending_editions).await?;
    }
    let (mut sequence, mut published) = (None, HashMap::new());
    if !changed.is_empty() {
        let is_changed =
            |pending: &&PendingEdition| changed.iter().any(|edition| edition.id.0 == pending.edition);
        let pending: Vec<PendingEdition> = pending_editions.iter().filter(is_changed).cloned().collect();
        preconditions.check(&changed, &pending)?;
        preconditions::check_dates(&changed, now)?;
        let (_inserted, stamp) =
            tokio::try_join!(biased; editions::insert(tx.conn, &changed), sequence::take_sequence(tx.conn))?;
        let batch = PublishBatch {
            kind: ActKind::Publish,
            editions: &pending,
            search_texts: &search_texts,
            current: &preconditions.current,
            update,
        };
        let outcome = make_live(tx, stamp, batch).await?;
        sequence = outcome.sequence;
        published.extend(pending.iter().map(PendingEdition::key).zip(outcome.articles));
    }
    let outcome = |edition: &PendingEdition| {
        let key = edition.key();
        match (published.remove(&key), preconditions.current.get(&key)) {
            (Some(outcome), _) => Some(Ok(outcome)),
            (None, latest) => latest.map(|latest| ArticleOutcome::unchanged(&key, latest)),
        }
    };
    let articles = pending_editions.iter().filter_map(outcome).collect::<Result<_, Error>>()?;
    Ok(PublishOutcome { sequence, articles })
}

fn last_of_each(editions: &[Edition]) -> Vec<&Edition> {
    let mut known = HashSet::new();
    let mut last: Vec<&Edition> = editions.iter().rev().filter(|one| known.insert(key_of(one))).collect();
    last.reverse();
    last
}
