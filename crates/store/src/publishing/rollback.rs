//! Rollback to the previous edition.

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Bool, Text, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::workflow::{Candidate, OnPending, Step};
use domain::{Action, ArticleId, Locale, Refusal, Update};
use uuid::Uuid;

use crate::Error;
use crate::publishing::activation::lock_and_activate;
use crate::publishing::current_state::current_state;
use crate::publishing::live_change::{PublishBatch, make_live};
use crate::publishing::outcome::PublishOutcome;
use crate::publishing::pending::{cancel_decided, decide, is_pending, load_schedules};
use crate::publishing::sequence::ActKind;
use crate::publishing::stale_editions::enqueue_rerender;
use crate::publishing::{ArticleKey, editions, preconditions, sequence};
use crate::write::WriteTransaction;

/// Publishes the edition before the live one again; for a withdrawn article, the last one. The edition keeps its
/// number. Editions of the live revision are skipped, because they differ in term names only. If terms changed since,
/// the edition is published as it was and rerendered by a job.
///
/// # Errors
/// [`Refusal::NoPreviousEdition`]; [`Refusal::SlugTaken`]; [`Refusal::InTrash`]; [`Refusal::SchedulePending`];
/// [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn rollback(
    tx: WriteTransaction<'_>,
    article: ArticleId,
    locale: &Locale,
    on_pending: OnPending,
) -> Result<PublishOutcome, Error> {
    let mut conn = tx.conn;
    lock_and_activate(conn).await?;
    let keys: [ArticleKey; 1] = [(article.0, locale.to_string())];
    tx.authorize_articles(Action::Publish, &keys).await?;
    preconditions::check_trash(conn, &keys).await?;
    let query = sql_query(EARLIER).bind::<SqlUuid, _>(article.0).bind::<Text, _>(locale.as_str());
    let earlier: Option<EarlierRow> = query.get_result(&mut conn).await.optional()?;
    let edition = match earlier {
        Some(EarlierRow { edition_id, lost: false }) => edition_id,
        Some(EarlierRow { edition_id: _, lost: true }) | None => {
            return Err(Refusal::NoPreviousEdition.into());
        }
    };
    let wanted = editions::load(conn, &[edition]).await?;
    let (current, pending) =
        tokio::try_join!(biased; current_state(conn, &keys), load_schedules(conn, &keys))?;
    for (key, one) in keys.iter().zip(&wanted) {
        let pending = pending.get(key);
        let is_pending = is_pending(pending, one.revision);
        let candidate = if is_pending { Candidate::Pending } else { Candidate::Other };
        let decision = decide(current.get(key), pending, Step::Publish(candidate, on_pending))?;
        cancel_decided(tx, &[(key.clone(), decision)]).await?;
    }
    let holders = preconditions::holders(conn, &wanted).await?;
    preconditions::check_slugs(&wanted, &current, &holders)?;
    let stamp = sequence::take_sequence(conn).await?;
    let batch = PublishBatch {
        kind: ActKind::Rollback,
        editions: &wanted,
        search_texts: &[],
        current: &current,
        update: Update::Visible,
    };
    let outcome = make_live(tx, stamp, batch).await?;
    enqueue_rerender(conn, &[edition]).await?;
    Ok(outcome)
}

#[derive(QueryableByName)]
struct EarlierRow {
    #[diesel(sql_type = SqlUuid)]
    edition_id: Uuid,
    /// Whether it cannot be restored: it was taken down, or one of its terms was deleted.
    #[diesel(sql_type = Bool)]
    lost: bool,
}

const EARLIER: &str = include_str!("../sql/rollback_earlier.sql");
