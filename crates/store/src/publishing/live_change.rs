//! The two changes that acts consist of: making editions live, and ending the visibility of live articles.

use std::collections::BTreeSet;

use domain::Update;

use crate::publishing::current_state::{CurrentState, LatestEdition};
use crate::publishing::outcome::{ArticleOutcome, ChangeKind, PublishOutcome};
use crate::publishing::pending_edition::PendingEdition;
use crate::publishing::public_index::SearchText;
use crate::publishing::sequence::{ActKind, Event, NewAct, SequenceStamp, digest_of_all};
use crate::publishing::{ArticleKey, erase, live_spans, public_index, sequence};
use crate::write::WriteTransaction;
use crate::{Error, cache_tags};

/// Stored editions that an act makes public.
pub(super) struct PublishBatch<'a> {
    pub(super) kind: ActKind,
    /// At most one per article and locale.
    pub(super) editions: &'a [PendingEdition],
    /// The search texts that were parsed before the lock.
    pub(super) search_texts: &'a [SearchText],
    pub(super) current: &'a CurrentState,
    /// Whether readers are shown a new update time.
    pub(super) update: Update,
}

/// Makes editions public: spans, slugs, index, and the record of the act.
pub(super) async fn make_live(
    tx: WriteTransaction<'_>,
    stamp: SequenceStamp,
    batch: PublishBatch<'_>,
) -> Result<PublishOutcome, Error> {
    let PublishBatch { kind, editions, search_texts, current, update } = batch;
    let keys: Vec<ArticleKey> = editions.iter().map(PendingEdition::key).collect();
    let (articles, list_tags) = tokio::try_join!(
        biased;
        live_spans::open(tx.conn, stamp, editions, current, update),
        public_index::insert(tx.conn, &keys, search_texts)
    )?;
    let before = keys.iter().map(|key| current.get(key).filter(|latest| latest.is_live));
    let before = digest_of_all(before.map(|latest| latest.map(|latest| latest.digest.as_slice())));
    let after = digest_of_all(editions.iter().map(|edition| Some(edition.digest.as_slice())));
    let events = articles.iter().filter_map(Event::from_outcome).collect();
    let record = NewAct { kind, tags: tags(&keys, list_tags), events, before, after };
    Ok(PublishOutcome { sequence: sequence::record(tx, stamp, record).await?, articles })
}

/// Ends the visibility of the articles `ended` in one act, and returns the outcome of all articles `keys`. There is no
/// act when `ended` is empty. A takedown erases them too.
pub(super) async fn end_live(
    tx: WriteTransaction<'_>,
    kind: ActKind,
    keys: &[ArticleKey],
    ended: &[ArticleKey],
    current: &CurrentState,
) -> Result<PublishOutcome, Error> {
    let is_takedown = kind == ActKind::TakeDown;
    let change = if is_takedown { ChangeKind::TakenDown } else { ChangeKind::Withdrawn };
    let outcome = |(key, latest): (&ArticleKey, &LatestEdition)| {
        if ended.contains(key) {
            ArticleOutcome::new(key, change, &latest.slug)
        } else {
            ArticleOutcome::unchanged(key, latest)
        }
    };
    let known = keys.iter().filter_map(|key| Some((key, current.get(key)?)));
    let articles: Vec<ArticleOutcome> = known.map(outcome).collect::<Result<_, Error>>()?;
    if ended.is_empty() {
        return Ok(PublishOutcome { sequence: None, articles });
    }
    let stamp = sequence::take_sequence(tx.conn).await?;
    live_spans::close(tx.conn, stamp, ended).await?;
    let list_tags = public_index::remove(tx.conn, ended).await?;
    if is_takedown {
        erase::erase(tx.conn, stamp, ended).await?;
    }
    let before = ended.iter().map(|key| current.get(key).map(|latest| latest.digest.as_slice()));
    let before = digest_of_all(before);
    let events = articles.iter().filter_map(Event::from_outcome).collect();
    let record = NewAct { kind, tags: tags(ended, list_tags), events, before, after: None };
    Ok(PublishOutcome { sequence: sequence::record(tx, stamp, record).await?, articles })
}

/// The cache tags of articles and of the lists that they enter or leave.
fn tags(keys: &[ArticleKey], list_tags: Vec<String>) -> BTreeSet<String> {
    let articles = keys.iter().map(|(article, _)| cache_tags::article(*article));
    articles.chain([cache_tags::LISTS.to_owned()]).chain(list_tags).collect()
}
