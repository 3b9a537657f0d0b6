//! Publishing: the only code that changes what readers see. Every change is an act.
//!
//! An act is one transaction. It locks the counter, so that acts are serialised and the order of sequence numbers is
//! the commit order. It writes the public rows, the change events, one audit entry and one NOTIFY. Editions are
//! rendered before; nothing is rendered while the counter is locked.
//!
//! Each kind of act has a module: `publish`, `withdraw`, `takedown`, `rollback`, `activation`, `rerender`,
//! `rename_term`, `redirects`. They share what is read (`current_state`, `pending`, `preconditions`), the change of what
//! is live (`live_change`, which writes `live_spans` and `public_index`) and how the act is recorded (`sequence`,
//! `outcome`). A preview runs the same
//! changes on tables of its own (`preview_set`). Modules import each other in one direction: acts, `activation`,
//! `live_change`, the rest.

mod activation;
mod current_state;
mod editions;
mod erase;
mod links;
mod live_change;
mod live_spans;
mod obstacles;
mod outcome;
mod pending;
mod pending_edition;
mod preconditions;
mod preview_set;
mod public_index;
mod publish;
mod redirects;
mod rename_term;
mod rerender;
mod retry;
mod rollback;
mod schedule;
mod sequence;
mod stale_editions;
mod takedown;
mod withdraw;

use std::collections::{BTreeSet, HashSet};

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use domain::{ArticleId, Edition, Locale};
use uuid::Uuid;

pub use activation::activate_due;
pub(crate) use activation::lock_and_activate;
pub use links::dead_links;
pub(crate) use links::insert_existing as insert_links;
pub use obstacles::obstacles;
pub use outcome::{ArticleOutcome, ChangeKind, PublishOutcome};
pub(crate) use pending::{cancel_logged, decide_for_draft};
pub use pending_edition::PublishCandidate;
pub(crate) use preconditions::is_ahead;
pub(crate) use preview_set::compute as compute_preview_set;
pub use publish::{PublishOptions, publish};
pub(crate) use redirects::record_redirects;
pub(crate) use rename_term::{merge, rename};
pub use rerender::rerender;
pub use retry::{is_superseded, retry_superseded};
pub use rollback::rollback;
pub use schedule::{cancel, schedule};
pub(crate) use sequence::ActKind;
pub use sequence::CHANNEL;
pub use stale_editions::{StaleCause, StaleEdition, enqueue_outdated_rerender, stale_editions};
pub use takedown::take_down;
pub use withdraw::withdraw;

use crate::schema::operations::counter;
use crate::write::WriteTransaction;
use crate::{EditorialConn, Error};

/// The sequence number of the last act.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn last_sequence(conn: &mut EditorialConn) -> Result<i64, Error> {
    Ok(counter::table.select(counter::sequence).first(conn.inner()).await?)
}

/// Records an act that only invalidates cache tags and changes no article. Returns its sequence number.
pub(crate) async fn invalidate_tags(
    tx: WriteTransaction<'_>,
    kind: ActKind,
    tags: BTreeSet<String>,
) -> Result<i64, Error> {
    let stamp = sequence::take_sequence(tx.conn).await?;
    let record = sequence::NewAct { kind, tags, events: Vec::new(), before: None, after: None };
    sequence::record(tx, stamp, record).await?;
    Ok(stamp.sequence)
}

/// An article in a locale, as stored in tables.
type ArticleKey = (Uuid, String);

fn key_of(edition: &Edition) -> ArticleKey {
    (edition.article.0, edition.locale.to_string())
}

/// The distinct keys of articles.
fn keys_of(articles: &[(ArticleId, Locale)]) -> Vec<ArticleKey> {
    let mut known = HashSet::new();
    let keys = articles.iter().map(|(article, locale)| (article.0, locale.to_string()));
    keys.filter(|key| known.insert(key.clone())).collect()
}

fn split(keys: &[ArticleKey]) -> (Vec<Uuid>, Vec<&str>) {
    keys.iter().map(|(article, locale)| (*article, locale.as_str())).unzip()
}

/// Splits editions into batches for one statement each, of at most `rows` rows and about [`BATCH_BYTES`].
fn batches<'a, 'b>(editions: &'a [&'b Edition], rows: usize) -> impl Iterator<Item = &'a [&'b Edition]> {
    batches_by(editions, rows, |edition| edition.approximate_bytes())
}

/// An item that exceeds the batch size gets a batch of its own.
fn batches_by<T>(items: &[T], most: usize, bytes_of: impl Fn(&T) -> usize) -> impl Iterator<Item = &[T]> {
    let (mut count, mut bytes) = (1_usize, items.first().map_or(0, &bytes_of));
    items.chunk_by(move |_, next| {
        let size = bytes_of(next);
        (count, bytes) = (count.saturating_add(1), bytes.saturating_add(size));
        let fits = count <= most && bytes <= BATCH_BYTES;
        if !fits {
            (count, bytes) = (1, size);
        }
        fits
    })
}

/// The approximate size of a statement. A connection keeps a buffer of its largest message for as long as it is open.
const BATCH_BYTES: usize = 1 << 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_are_bounded_by_count_and_bytes() {
        let split = |sizes: &[usize], most| -> Vec<Vec<usize>> {
            batches_by(sizes, most, |size| *size).map(<[usize]>::to_vec).collect()
        };
        let (half, whole) = (BATCH_BYTES / 2, BATCH_BYTES);
        assert!(split(&[], 2).is_empty());
        assert_eq!(split(&[1, 2, 3, 4, 5], 2), [vec![1, 2], vec![3, 4], vec![5]]);
        assert_eq!(
            split(&[half, half, 1, whole, 2 * whole, 1, 1], 9),
            [vec![half, half], vec![1], vec![whole], vec![2 * whole], vec![1, 1]]
        );
    }
}
