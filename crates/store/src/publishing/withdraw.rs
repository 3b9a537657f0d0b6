//! Withdrawal: ends the public visibility of articles. Their editions are kept.

use std::collections::BTreeSet;

use domain::workflow::{Decision, Effect, OnPending, Step};
use domain::{Action, ArticleId, Locale, Refusal};

use crate::publishing::current_state::{CurrentState, LatestEdition, current_state};
use crate::publishing::outcome::{ArticleOutcome, ChangeKind, PublishOutcome};
use crate::publishing::pending::{cancel_decided, decide, load_schedules};
use crate::publishing::publish::unchanged;
use crate::publishing::schedule::lock_and_activate;
use crate::publishing::sequence;
use crate::publishing::sequence::{ActRecord, Event, digest_of_all};
use crate::publishing::{ArticleKey, keys_of, live_spans, related_index, search_index, term_index};
use crate::write::WriteTransaction;
use crate::{Error, cache_tags};

/// Withdraws articles in one act. Their addresses return `410 Gone`. Articles that are withdrawn already are left
/// alone; when all are, there is no act. A pending scheduled withdrawal is fulfilled by it.
///
/// # Errors
/// [`Refusal::NeverPublished`]; [`Refusal::SchedulePending`] when a publication is pending and `on_pending` is
/// `Refuse`; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn withdraw(
    tx: WriteTransaction<'_>,
    articles: &[(ArticleId, Locale)],
    on_pending: OnPending,
) -> Result<PublishOutcome, Error> {
    lock_and_activate(tx.conn).await?;
    let keys = keys_of(articles);
    tx.authorize_articles(Action::Withdraw, &keys).await?;
    let (current, pending) =
        tokio::try_join!(biased; current_state(tx.conn, &keys), load_schedules(tx.conn, &keys))?;
    let decide = |key: &ArticleKey| {
        let decided = decide(current.get(key), pending.get(key), Step::Withdraw(on_pending))?;
        Ok::<_, Refusal>((key.clone(), decided))
    };
    let decided: Vec<(ArticleKey, Decision)> = keys.iter().map(decide).collect::<Result<_, _>>()?;
    cancel_decided(tx, &decided).await?;
    let live: Vec<ArticleKey> =
        decided.iter().filter(|(_, one)| one.effect == Effect::End).map(|(key, _)| key.clone()).collect();
    end_live(tx, &keys, &live, &current).await
}

/// Withdraws the live ones of these articles in one act and returns the outcome of all. There is no act when none is
/// live.
pub(super) async fn end_live(
    tx: WriteTransaction<'_>,
    keys: &[ArticleKey],
    live: &[ArticleKey],
    current: &CurrentState,
) -> Result<PublishOutcome, Error> {
    let of = |(key, latest): (&ArticleKey, &LatestEdition)| {
        if live.contains(key) {
            ArticleOutcome::new(key, ChangeKind::Withdrawn, &latest.slug)
        } else {
            unchanged(key, latest)
        }
    };
    let all = keys.iter().filter_map(|key| Some((key, current.get(key)?)));
    let articles: Vec<ArticleOutcome> = all.map(of).collect::<Result<_, Error>>()?;
    if live.is_empty() {
        return Ok(PublishOutcome { sequence: None, articles });
    }
    let stamp = sequence::take_sequence(tx.conn).await?;
    live_spans::close(tx.conn, stamp, live).await?;
    let mut tags: BTreeSet<String> = live.iter().map(|(article, _)| cache_tags::article(*article)).collect();
    tags.insert(cache_tags::LISTS.to_owned());
    tags.extend(term_index::remove(tx.conn, live).await?);
    let had = search_index::remove(tx.conn, live).await?;
    search_index::delete_unused_spellings(tx.conn, live, &had).await?;
    related_index::remove(tx.conn, live).await?;
    let before = live.iter().map(|key| current.get(key).map(|latest| latest.digest.as_slice()));
    let before = digest_of_all(before);
    let events = articles.iter().filter_map(Event::from_outcome).collect();
    let record = ActRecord { kind: "withdraw", tags, events, before, after: None };
    let sequence = sequence::record(tx, stamp, record).await?;
    Ok(PublishOutcome { sequence, articles })
}
