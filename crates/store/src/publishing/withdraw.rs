//! Withdrawing: the end of what readers see. What they saw is kept.

use std::collections::BTreeSet;

use diesel_async::AsyncPgConnection;
use domain::{Action, ArticleId, Locale, Refusal};

use crate::acting::{self, Act, Outcome};
use crate::publishing::act::{self, Event, Record, digest_of_all};
use crate::publishing::done::{Change, Done, Shown};
use crate::publishing::publish::unchanged;
use crate::publishing::schedule::begin;
use crate::publishing::seeing::{Seen, seen};
use crate::publishing::{Key, keys_of, placing, relating, searching, showing};
use crate::{EditorialConn, Error, tags};

/// Ends what readers see of articles in a locale each, all in one act. Their addresses answer 410 from then on. Those
/// that are withdrawn already are left alone; when all are, there is no act. What is scheduled stays scheduled.
///
/// # Errors
/// [`Refusal::NeverPublished`]; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn withdraw(
    conn: &mut EditorialConn,
    act: &Act,
    articles: &[(ArticleId, Locale)],
) -> Result<Outcome<Done>, Error> {
    let withdrawing = async |conn: &mut AsyncPgConnection| withdraw_within(conn, act, articles).await;
    acting::write(conn, act, withdrawing).await
}

/// [`withdraw`], inside a transaction of the caller's.
pub(super) async fn withdraw_within(
    conn: &mut AsyncPgConnection,
    act: &Act,
    articles: &[(ArticleId, Locale)],
) -> Result<Done, Error> {
    begin(conn).await?;
    let keys = keys_of(articles);
    acting::confirm_articles(conn, act, Action::Withdraw, &keys).await?;
    let sight = seen(conn, &keys).await?;
    let all = keys.iter().map(|key| Ok((key, sight.get(key).ok_or(Refusal::NeverPublished)?)));
    let all: Vec<(&Key, &Seen)> = all.collect::<Result<_, Error>>()?;
    let live: Vec<Key> = all.iter().filter(|(_, seen)| seen.is_live).map(|(key, _)| (*key).clone()).collect();
    let of = |(key, seen): &(&Key, &Seen)| {
        if seen.is_live { Shown::of(key, Change::Withdrawn, &seen.slug) } else { unchanged(key, seen) }
    };
    let articles: Vec<Shown> = all.iter().map(of).collect::<Result<_, Error>>()?;
    if live.is_empty() {
        return Ok(Done { sequence: None, articles });
    }
    let stamp = act::take_sequence(conn).await?;
    showing::close(conn, stamp, &live).await?;
    let mut tags: BTreeSet<String> = live.iter().map(|(article, _)| tags::article(*article)).collect();
    tags.insert(tags::LISTS.to_owned());
    tags.extend(placing::remove(conn, &live).await?);
    let had = searching::remove(conn, &live).await?;
    searching::forget(conn, &live, &had).await?;
    relating::forget(conn, &live).await?;
    let before = all.iter().filter(|(_, seen)| seen.is_live).map(|(_, seen)| Some(seen.digest.as_slice()));
    let before = digest_of_all(before);
    let events = articles.iter().filter_map(Event::of).collect();
    let sequence =
        act::record(conn, act, stamp, Record { kind: "withdraw", tags, events, before, after: None }).await?;
    Ok(Done { sequence, articles })
}
