//! Bulk changes of drafts in one transaction: all are changed, or none, with an error for each draft that cannot be
//! changed.

use domain::{Action, Content, DraftEntry, DraftId, Refusal, TermId};

use super::{Draft, insert_revision, lock_draft, lock_for_save, move_to_trash, save_locked};
use crate::editorial::drafts::queries::find_in;
use crate::write::WriteTransaction;
use crate::{Error, publishing};

/// The change that is applied to each draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkChange {
    /// Moves it to another section.
    Move(TermId),
    /// Moves it to the trash.
    Trash,
}

/// Why a bulk change is rolled back.
#[derive(Debug)]
pub enum BulkError {
    /// What stands in the way of single drafts, each with the index of its draft.
    Drafts(Vec<(usize, Error)>),
    /// A failure that concerns the whole request.
    Request(Error),
}

impl From<Error> for BulkError {
    fn from(error: Error) -> Self {
        Self::Request(error)
    }
}

/// Changes drafts, each if the given revision is still its newest one.
///
/// # Errors
/// [`BulkError::Drafts`] when some drafts cannot be changed; [`Error::Unavailable`].
pub async fn change_all(
    tx: WriteTransaction<'_>,
    all: &[(DraftId, i32)],
    change: BulkChange,
) -> Result<Vec<DraftEntry>, BulkError> {
    let (mut entries, mut errors) = (Vec::with_capacity(all.len()), Vec::new());
    if change == BulkChange::Trash {
        // Lock order: the counter before any draft. Cancelling a schedule requires the counter's lock.
        publishing::lock_and_activate(tx.conn).await?;
    }
    // Lock in id order, so that concurrent bulk changes of the same drafts wait for each other instead of
    // deadlocking.
    let mut places: Vec<(usize, DraftId, i32)> =
        all.iter().enumerate().map(|(place, (id, seen))| (place, *id, *seen)).collect();
    places.sort_by_key(|(_, id, _)| *id);
    for (place, id, seen) in places {
        match change_one(tx, id, seen, change).await {
            Ok(entry) => entries.push((place, entry)),
            Err(Error::Refused(refusal @ Refusal::SignedOut)) => return Err(Error::from(refusal).into()),
            Err(error @ (Error::Refused(_) | Error::NotFound | Error::VersionConflict { .. })) => {
                errors.push((place, error));
            }
            Err(error) => return Err(error.into()),
        }
    }
    entries.sort_by_key(|(place, _)| *place);
    errors.sort_by_key(|(place, _)| *place);
    if errors.is_empty() {
        Ok(entries.into_iter().map(|(_, entry)| entry).collect())
    } else {
        Err(BulkError::Drafts(errors))
    }
}

/// Replaces the content of a draft if `seen` is still its newest revision.
pub(crate) async fn replace(tx: WriteTransaction<'_>, seen: &Draft, content: &Content) -> Result<(), Error> {
    let locked = lock_draft(tx, Action::SaveDrafts, seen.id, Some(seen.revision)).await?;
    if locked.trashed {
        return Err(Refusal::InTrash.into());
    }
    insert_revision(tx, seen.id, (&seen.content, content), seen.revision.saturating_add(1)).await
}

async fn change_one(
    tx: WriteTransaction<'_>,
    id: DraftId,
    seen: i32,
    change: BulkChange,
) -> Result<DraftEntry, Error> {
    match change {
        BulkChange::Move(section) => {
            let before = lock_for_save(tx, id, seen).await?;
            let after = Content { section: Some(section), ..before.content.clone() };
            save_locked(tx, id, &before, after).await?;
        }
        BulkChange::Trash => move_to_trash(tx, id, Some(seen)).await?,
    }
    Ok(find_in(tx, id).await?.entry)
}
