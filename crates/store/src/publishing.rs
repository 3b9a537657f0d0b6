//! The only door from the editorial side to the delivery side: acts.
//!
//! An act is one transaction. It locks the counter, so that acts happen one after the other and the order of sequence
//! numbers is the order of commits; it writes what readers see, the outbox events, one audit row, and one NOTIFY.
//! Editions come rendered: nothing is rendered while the counter is locked.
//!
//! Each act has a room: `publish`, `withdraw`, `takedown`, `previous`, `schedule`, `refresh`, `renaming`. They share what
//! is looked at (`seeing`, `checks`), what is written (`keeping`, `showing`, `placing`, `searching`, `relating`) and the record (`act`, `done`).

mod act;
mod checks;
mod done;
mod keeping;
mod links;
mod overlay;
mod placing;
mod previous;
mod publish;
mod refresh;
mod rehearsal;
mod relating;
mod renaming;
mod schedule;
mod searching;
mod seeing;
mod showing;
mod takedown;
mod withdraw;

use std::collections::HashSet;

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::{ArticleId, Edition, Locale};
use uuid::Uuid;

pub use act::CHANNEL;
pub use done::{Change, Done, Shown};
pub use links::dead_links;
pub(crate) use overlay::overlay;
pub use previous::previous;
pub(crate) use publish::publish_within;
pub use publish::{publish, publish_telling};
pub use refresh::{Stale, enqueue_outdated, outdated, refresh, stale_of};
pub use rehearsal::{Deed, rehearse};
pub(crate) use renaming::{merge, rename};
pub(crate) use schedule::begin;
pub use schedule::{activate_due, cancel, schedule, schedule_draft};
pub use takedown::take_down;
pub use withdraw::withdraw;

use crate::schema::operations::counter;
use crate::{EditorialConn, Error};

/// The number of the last act.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn last_sequence(conn: &mut EditorialConn) -> Result<i64, Error> {
    Ok(counter::table.select(counter::sequence).first(conn.inner()).await?)
}

/// An article in a locale, as tables name it.
type Key = (Uuid, String);

fn key_of(edition: &Edition) -> Key {
    (edition.article.0, edition.locale.to_string())
}

/// The keys of articles, each once.
fn keys_of(articles: &[(ArticleId, Locale)]) -> Vec<Key> {
    let mut known = HashSet::new();
    let keys = articles.iter().map(|(article, locale)| (article.0, locale.to_string()));
    keys.filter(|key| known.insert(key.clone())).collect()
}

fn split(keys: &[Key]) -> (Vec<Uuid>, Vec<&str>) {
    keys.iter().map(|(article, locale)| (*article, locale.as_str())).unzip()
}
