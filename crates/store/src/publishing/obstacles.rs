//! Lists everything that stands in the way of publishing a draft.

use domain::workflow::{OnPending, Step};
use domain::{Edition, Refusal};

use crate::publishing::activation::lock_and_activate;
use crate::publishing::current_state::changed_editions;
use crate::publishing::pending_edition::{PendingEdition, PublishCandidate};
use crate::publishing::{pending, preconditions};
use crate::write;
use crate::write::WriteContext;
use crate::{EditorialConn, Error};

/// All refusals that publishing a draft would cause for this actor now, after activating what is due. Runs in a
/// transaction that is rolled back, so nothing changes.
///
/// # Errors
/// [`Refusal::SignedOut`]; [`Error::NotFound`] when the draft may not be seen; [`Error::Unavailable`].
pub async fn obstacles(
    conn: &mut EditorialConn,
    context: &WriteContext,
    candidate: PublishCandidate<'_>,
) -> Result<Vec<Refusal>, Error> {
    write::dry_run(conn, context, async |tx| {
        let now = lock_and_activate(tx.conn).await?;
        let keys = [(candidate.article.0, candidate.locale.to_string())];
        let editions: Vec<&Edition> = candidate.edition.into_iter().collect();
        let pending_editions: Vec<PendingEdition> =
            PendingEdition::from_candidate(&candidate).into_iter().collect();
        let preconditions = preconditions::load(tx, &keys, (&editions, &pending_editions)).await?;
        let mut refusals = preconditions.denials.clone();
        let changed_editions = changed_editions(&editions, &preconditions.current);
        for edition in &pending_editions {
            let (key, scheduled) = (edition.key(), preconditions.pending.get(&edition.key()));
            let candidate = pending::candidate(edition, scheduled, &changed_editions);
            let step = Step::Publish(candidate, OnPending::Refuse);
            refusals.extend(pending::decide(preconditions.current.get(&key), scheduled, step).err());
        }
        refusals.extend(preconditions::check_dates(&changed_editions, now).err());
        // Publishing leaves unchanged editions alone, so the other preconditions do not apply to them.
        if editions.is_empty() || !changed_editions.is_empty() {
            refusals.extend(preconditions.refusals(&editions, &pending_editions)?);
        }
        Ok(refusals)
    })
    .await
}
