//! Publishes editions.

use std::collections::{BTreeSet, HashMap, HashSet};

use domain::workflow::{Candidate, OnPending, PendingKind, Step};
use domain::{Edition, Update};

use crate::publishing::current_state::{CurrentState, changed_editions};
use crate::publishing::live_spans::PendingEdition;
use crate::publishing::outcome::{ArticleOutcome, ChangeKind, PublishOutcome};
use crate::publishing::pending::PendingSchedule;
use crate::publishing::schedule::lock_and_activate;
use crate::publishing::search_index::SearchText;
use crate::publishing::sequence;
use crate::publishing::sequence::{ActRecord, SequenceStamp, digest_of_all};
use crate::publishing::{
    ArticleKey, editions, key_of, live_spans, preconditions, related_index, search_index, term_index,
};
use crate::write::WriteTransaction;
use crate::{Error, cache_tags};

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
    let words = search_index::extract(tx.conn, &editions).await?;
    let now = lock_and_activate(tx.conn).await?;
    let pending_editions: Vec<PendingEdition> =
        editions.iter().map(|edition| PendingEdition::from_edition(edition)).collect();
    let mut preconditions = preconditions::load_authorized(tx, &editions, &pending_editions).await?;
    let changed_editions = changed_editions(&editions, &preconditions.current);
    if !preconditions.pending.is_empty() {
        let candidate = |one: &PendingEdition| {
            candidate_of(one, preconditions.pending.get(&one.key()), &changed_editions)
        };
        let steps = pending_editions.iter().map(|one| (one.key(), Step::Publish(candidate(one), on_pending)));
        let steps: Vec<(ArticleKey, Step)> = steps.collect();
        preconditions.cancel_overruled(tx, &steps, &pending_editions).await?;
    }
    let mut sequence = None;
    let mut shown = HashMap::new();
    if !changed_editions.is_empty() {
        let of = |one: &&PendingEdition| changed_editions.iter().any(|edition| edition.id.0 == one.edition);
        let wanted: Vec<PendingEdition> = pending_editions.iter().filter(of).cloned().collect();
        preconditions.check(&changed_editions, &wanted)?;
        preconditions::check_dates(&changed_editions, now)?;
        let (_inserted, stamp) = tokio::try_join!(biased; editions::insert(tx.conn, &changed_editions), sequence::take_sequence(tx.conn))?;
        let batch = PublishBatch {
            kind: "publish",
            wanted: &wanted,
            words: &words,
            current: &preconditions.current,
            update,
        };
        let done = show(tx, stamp, batch).await?;
        sequence = done.sequence;
        shown.extend(wanted.iter().map(PendingEdition::key).zip(done.articles));
    }
    let keys: Vec<ArticleKey> = pending_editions.iter().map(PendingEdition::key).collect();
    let articles = keys.iter().filter_map(|key| match (shown.remove(key), preconditions.current.get(key)) {
        (Some(shown), _) => Some(Ok(shown)),
        (None, Some(latest)) => Some(unchanged(key, latest)),
        (None, None) => None,
    });
    Ok(PublishOutcome { sequence, articles: articles.collect::<Result<_, Error>>()? })
}

/// How an edition relates to what is pending and what is live.
pub(super) fn candidate_of(
    one: &PendingEdition,
    pending: Option<&PendingSchedule>,
    changed_editions: &[&Edition],
) -> Candidate {
    if is_pending(pending, one.revision) {
        Candidate::Pending
    } else if changed_editions.iter().any(|edition| edition.id.0 == one.edition) {
        Candidate::Other
    } else {
        Candidate::Live
    }
}

/// Whether the publication of this revision is pending.
pub(super) fn is_pending(pending: Option<&PendingSchedule>, revision: i32) -> bool {
    pending.is_some_and(|pending| pending.kind == PendingKind::Publish && pending.revision == Some(revision))
}

/// The outcome for an article that an act did not change.
pub(super) fn unchanged(
    key: &ArticleKey,
    latest: &crate::publishing::current_state::LatestEdition,
) -> Result<ArticleOutcome, Error> {
    let edition_number = latest.number.filter(|_| latest.is_live);
    Ok(ArticleOutcome { edition_number, ..ArticleOutcome::new(key, ChangeKind::Unchanged, &latest.slug)? })
}

/// Stored editions that an act makes public.
pub(super) struct PublishBatch<'a> {
    pub(super) kind: &'static str,
    /// The editions, at most one per article and locale.
    pub(super) wanted: &'a [PendingEdition],
    /// The search texts that were extracted before the lock.
    pub(super) words: &'a [SearchText],
    pub(super) current: &'a CurrentState,
    /// Whether readers are shown a new update time.
    pub(super) update: Update,
}

/// The common part of all acts that make editions public: spans, slugs, indexes, and the record of the act.
pub(super) async fn show(
    tx: WriteTransaction<'_>,
    stamp: SequenceStamp,
    batch: PublishBatch<'_>,
) -> Result<PublishOutcome, Error> {
    let PublishBatch { kind, wanted, words, current, update } = batch;
    let keys: Vec<ArticleKey> = wanted.iter().map(PendingEdition::key).collect();
    let (articles, left, joined, had, _found) = tokio::try_join!(
        biased;
        live_spans::open(tx.conn, stamp, wanted, current, update),
        term_index::remove(tx.conn, &keys),
        term_index::add(tx.conn, &keys),
        search_index::remove(tx.conn, &keys),
        search_index::add(tx.conn, &keys, words)
    )?;
    tokio::try_join!(biased; search_index::delete_unused_spellings(tx.conn, &keys, &had), related_index::insert(tx.conn, &keys))?;
    let mut tags: BTreeSet<String> = keys.iter().map(|(article, _)| cache_tags::article(*article)).collect();
    tags.insert(cache_tags::LISTS.to_owned());
    tags.extend(left);
    tags.extend(joined);
    let before = keys.iter().map(|key| current.get(key).filter(|latest| latest.is_live));
    let before = digest_of_all(before.map(|latest| latest.map(|latest| latest.digest.as_slice())));
    let after = digest_of_all(wanted.iter().map(|one| Some(one.digest.as_slice())));
    let events = articles.iter().filter_map(sequence::Event::from_outcome).collect();
    let sequence = sequence::record(tx, stamp, ActRecord { kind, tags, events, before, after }).await?;
    Ok(PublishOutcome { sequence, articles })
}

fn last_of_each(editions: &[Edition]) -> Vec<&Edition> {
    let mut known = HashSet::new();
    let mut last: Vec<&Edition> = editions.iter().rev().filter(|one| known.insert(key_of(one))).collect();
    last.reverse();
    last
}
