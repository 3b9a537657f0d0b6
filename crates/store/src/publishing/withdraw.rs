//! Withdrawing: the end of what readers see. What they saw is kept.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;
use domain::workflow::{Decision, Effect, OnPending, Step};
use domain::{Action, ArticleId, Locale, Refusal};

use crate::publishing::current_state::{Seen, Sight, seen};
use crate::publishing::outcome::{Change, Done, Shown};
use crate::publishing::pending::{cancel_decided, decide, pending};
use crate::publishing::publish::unchanged;
use crate::publishing::schedule::begin;
use crate::publishing::sequence;
use crate::publishing::sequence::{Event, Record, digest_of_all};
use crate::publishing::{Key, keys_of, live_spans, related_index, search_index, term_index};
use crate::write;
use crate::write::{Act, Outcome};
use crate::{EditorialConn, Error, cache_tags};

/// Ends what readers see of articles in a locale each, all in one act. Their addresses answer 410 from then on. Those
/// that are withdrawn already are left alone; when all are, there is no act. A withdrawal that is pending is fulfilled by it.
///
/// # Errors
/// [`Refusal::NeverPublished`]; [`Refusal::SchedulePending`] when a publication is pending and it was not said what
/// becomes of it; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn withdraw(
    conn: &mut EditorialConn,
    act: &Act,
    articles: &[(ArticleId, Locale)],
    on_pending: OnPending,
) -> Result<Outcome<Done>, Error> {
    let withdrawing =
        async |conn: &mut AsyncPgConnection| withdraw_within(conn, act, articles, on_pending).await;
    write::write(conn, act, withdrawing).await
}

async fn withdraw_within(
    conn: &mut AsyncPgConnection,
    act: &Act,
    articles: &[(ArticleId, Locale)],
    on_pending: OnPending,
) -> Result<Done, Error> {
    begin(conn).await?;
    let keys = keys_of(articles);
    write::confirm_articles(conn, act, Action::Withdraw, &keys).await?;
    let (sight, pending) = tokio::try_join!(biased; seen(conn, &keys), pending(conn, &keys))?;
    let decide = |key: &Key| {
        let decided = decide(sight.get(key), pending.get(key), Step::Withdraw(on_pending))?;
        Ok::<_, Refusal>((key.clone(), decided))
    };
    let decided: Vec<(Key, Decision)> = keys.iter().map(decide).collect::<Result<_, _>>()?;
    cancel_decided(conn, act, &decided).await?;
    let live: Vec<Key> =
        decided.iter().filter(|(_, one)| one.effect == Effect::End).map(|(key, _)| key.clone()).collect();
    end(conn, act, &keys, &live, &sight).await
}

/// Ends what readers see of those of these articles that are live, as one act, and tells of all of them. There is no act
/// where none is live.
pub(super) async fn end(
    conn: &AsyncPgConnection,
    act: &Act,
    keys: &[Key],
    live: &[Key],
    sight: &Sight,
) -> Result<Done, Error> {
    let of = |(key, seen): (&Key, &Seen)| {
        if live.contains(key) { Shown::of(key, Change::Withdrawn, &seen.slug) } else { unchanged(key, seen) }
    };
    let all = keys.iter().filter_map(|key| Some((key, sight.get(key)?)));
    let articles: Vec<Shown> = all.map(of).collect::<Result<_, Error>>()?;
    if live.is_empty() {
        return Ok(Done { sequence: None, articles });
    }
    let stamp = sequence::take_sequence(conn).await?;
    live_spans::close(conn, stamp, live).await?;
    let mut tags: BTreeSet<String> = live.iter().map(|(article, _)| cache_tags::article(*article)).collect();
    tags.insert(cache_tags::LISTS.to_owned());
    tags.extend(term_index::remove(conn, live).await?);
    let had = search_index::remove(conn, live).await?;
    search_index::forget(conn, live, &had).await?;
    related_index::forget(conn, live).await?;
    let before = live.iter().map(|key| sight.get(key).map(|seen| seen.digest.as_slice()));
    let before = digest_of_all(before);
    let events = articles.iter().filter_map(Event::of).collect();
    let record = Record { kind: "withdraw", tags, events, before, after: None };
    let sequence = sequence::record(conn, act, stamp, record).await?;
    Ok(Done { sequence, articles })
}
