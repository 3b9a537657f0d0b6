//! Publishing: editions are shown to readers.

use std::collections::{BTreeSet, HashMap, HashSet};

use diesel_async::AsyncPgConnection;
use domain::workflow::{Candidate, OnPending, PendingKind, Step};
use domain::{Edition, Update};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::publishing::current_state::{Sight, unseen};
use crate::publishing::live_spans::Showing;
use crate::publishing::outcome::{Change, Done, Shown};
use crate::publishing::pending::Pending;
use crate::publishing::schedule::begin;
use crate::publishing::search_index::Words;
use crate::publishing::sequence;
use crate::publishing::sequence::{Record, Stamp, digest_of_all};
use crate::publishing::{
    Key, editions, key_of, live_spans, preconditions, related_index, search_index, term_index,
};
use crate::write;
use crate::write::{Act, Outcome};
use crate::{EditorialConn, Error, cache_tags};

/// How editions are published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublishOptions {
    /// Whether readers are told that something changed.
    pub update: Update,
    /// What becomes of schedules that this would overrule.
    pub on_pending: OnPending,
}

impl From<Update> for PublishOptions {
    fn from(update: Update) -> Self {
        Self { update, on_pending: OnPending::Refuse }
    }
}

/// Shows editions to readers, all in one act. Those that readers see already, unchanged, are left alone; when that is
/// true of all, there is no act. Of several editions of one article in one locale, the last counts.
///
/// # Errors
/// [`domain::Refusal::SlugTaken`]; [`domain::Refusal::SourceSuperseded`] when a term changed since an edition was
/// rendered; [`domain::Refusal::RevisionSuperseded`] when readers see a newer revision; [`domain::Refusal::InTrash`];
/// [`domain::Refusal::DeadLinks`]; [`domain::Refusal::SchedulePending`]; [`domain::Refusal::DateInTheFuture`];
/// [`domain::Refusal::NotAllowed`];
/// [`Error::Unavailable`].
pub async fn publish(
    conn: &mut EditorialConn,
    act: &Act,
    editions: &[Edition],
    options: impl Into<PublishOptions>,
) -> Result<Outcome<Done>, Error> {
    let options = options.into();
    Ok(publish_telling(conn, act, editions, options, ()).await?.map(|(done, ())| done))
}

/// [`publish`]; what else the answer tells is kept with what came of it, so that a repetition is told the same.
///
/// # Errors
/// As [`publish`].
pub async fn publish_telling<T: Serialize + DeserializeOwned + Send>(
    conn: &mut EditorialConn,
    act: &Act,
    editions: &[Edition],
    options: PublishOptions,
    told: T,
) -> Result<Outcome<(Done, T)>, Error> {
    let publishing = async |conn: &mut AsyncPgConnection| {
        let done = publish_within(conn, act, editions, options).await?;
        Ok((done, told))
    };
    write::write(conn, act, publishing).await
}

/// [`publish`], inside a transaction of the caller's.
pub(crate) async fn publish_within(
    conn: &mut AsyncPgConnection,
    act: &Act,
    editions: &[Edition],
    options: PublishOptions,
) -> Result<Done, Error> {
    let PublishOptions { update, on_pending } = options;
    let editions = last_of_each(editions);
    let words = search_index::read(conn, &editions).await?;
    let now = begin(conn).await?;
    let showings: Vec<Showing> = editions.iter().map(|edition| Showing::of(edition)).collect();
    let mut looked = preconditions::look(conn, act, &editions, &showings).await?;
    let unseen = unseen(&editions, &looked.sight);
    if !looked.pending.is_empty() {
        let candidate = |one: &Showing| candidate_of(one, looked.pending.get(&one.key()), &unseen);
        let steps = showings.iter().map(|one| (one.key(), Step::Publish(candidate(one), on_pending)));
        let steps: Vec<(Key, Step)> = steps.collect();
        looked.overrule(conn, act, &steps, &showings).await?;
    }
    let mut sequence = None;
    let mut shown = HashMap::new();
    if !unseen.is_empty() {
        let of = |one: &&Showing| unseen.iter().any(|edition| edition.id.0 == one.edition);
        let wanted: Vec<Showing> = showings.iter().filter(of).cloned().collect();
        looked.check(&unseen, &wanted)?;
        preconditions::check_dates(&unseen, now)?;
        let (_kept, stamp) =
            tokio::try_join!(biased; editions::keep(conn, &unseen), sequence::take_sequence(conn))?;
        let to_show =
            ToShow { kind: "publish", wanted: &wanted, words: &words, sight: &looked.sight, update };
        let done = show(conn, act, stamp, to_show).await?;
        sequence = done.sequence;
        shown.extend(wanted.iter().map(Showing::key).zip(done.articles));
    }
    let keys: Vec<Key> = showings.iter().map(Showing::key).collect();
    let articles = keys.iter().filter_map(|key| match (shown.remove(key), looked.sight.get(key)) {
        (Some(shown), _) => Some(Ok(shown)),
        (None, Some(seen)) => Some(unchanged(key, seen)),
        (None, None) => None,
    });
    Ok(Done { sequence, articles: articles.collect::<Result<_, Error>>()? })
}

/// What publishing this would be, beside what is pending and what readers do not see yet.
pub(super) fn candidate_of(one: &Showing, pending: Option<&Pending>, unseen: &[&Edition]) -> Candidate {
    if is_pending(pending, one.revision) {
        Candidate::Pending
    } else if unseen.iter().any(|edition| edition.id.0 == one.edition) {
        Candidate::Other
    } else {
        Candidate::Live
    }
}

/// Whether it is this revision whose publication is pending.
pub(super) fn is_pending(pending: Option<&Pending>, revision: i32) -> bool {
    pending.is_some_and(|pending| pending.kind == PendingKind::Publish && pending.revision == Some(revision))
}

/// What readers see of an article that an act left alone.
pub(super) fn unchanged(key: &Key, seen: &crate::publishing::current_state::Seen) -> Result<Shown, Error> {
    let edition_number = seen.number.filter(|_| seen.is_live);
    Ok(Shown { edition_number, ..Shown::of(key, Change::Unchanged, &seen.slug)? })
}

/// Kept editions that an act is to show.
pub(super) struct ToShow<'a> {
    /// The kind of act.
    pub(super) kind: &'static str,
    /// Which, at most one of each article in a locale.
    pub(super) wanted: &'a [Showing],
    /// Their words, as far as they were read before.
    pub(super) words: &'a [Words],
    /// What readers see of these articles now.
    pub(super) sight: &'a Sight,
    /// Whether readers are told that they changed.
    pub(super) update: Update,
}

/// The common end of all that shows editions: spans, addresses, placements, words, and the record of the act.
pub(super) async fn show(
    conn: &AsyncPgConnection,
    act: &Act,
    stamp: Stamp,
    to_show: ToShow<'_>,
) -> Result<Done, Error> {
    let ToShow { kind, wanted, words, sight, update } = to_show;
    let keys: Vec<Key> = wanted.iter().map(Showing::key).collect();
    let (articles, left, joined, had, _found) = tokio::try_join!(
        biased;
        live_spans::open(conn, stamp, wanted, sight, update),
        term_index::remove(conn, &keys),
        term_index::add(conn, &keys),
        search_index::remove(conn, &keys),
        search_index::add(conn, &keys, words)
    )?;
    tokio::try_join!(biased; search_index::forget(conn, &keys, &had), related_index::relate(conn, &keys))?;
    let mut tags: BTreeSet<String> = keys.iter().map(|(article, _)| cache_tags::article(*article)).collect();
    tags.insert(cache_tags::LISTS.to_owned());
    tags.extend(left);
    tags.extend(joined);
    let before = keys.iter().map(|key| sight.get(key).filter(|seen| seen.is_live));
    let before = digest_of_all(before.map(|seen| seen.map(|seen| seen.digest.as_slice())));
    let after = digest_of_all(wanted.iter().map(|one| Some(one.digest.as_slice())));
    let events = articles.iter().filter_map(sequence::Event::of).collect();
    let sequence = sequence::record(conn, act, stamp, Record { kind, tags, events, before, after }).await?;
    Ok(Done { sequence, articles })
}

fn last_of_each(editions: &[Edition]) -> Vec<&Edition> {
    let mut known = HashSet::new();
    let mut last: Vec<&Edition> = editions.iter().rev().filter(|one| known.insert(key_of(one))).collect();
    last.reverse();
    last
}
