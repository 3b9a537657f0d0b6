//! Bulk changes of drafts in one transaction: all are changed, or none, with an error for each draft that cannot be
//! changed.

use diesel::result::Error as DieselError;
use diesel_async::AsyncPgConnection;
use domain::{Action, Content, DraftEntry, DraftId, Refusal, TermId};

use super::{Draft, insert_revision, lock_draft, lock_for_save, save_within, trash_within};
use crate::editorial::drafts::queries::find_within;
use crate::write;
use crate::write::{Outcome, WriteContext};
use crate::{EditorialConn, Error, publishing};

/// The change that is applied to each draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkChange {
    /// Moves it to another section.
    Move(TermId),
    /// Moves it to the trash.
    Trash,
}

/// The changed drafts; or the errors, each with the index of its draft.
pub type BulkReport = Result<Vec<DraftEntry>, Vec<(usize, Error)>>;

/// Changes drafts, each if the given revision is still its newest one.
///
/// # Errors
/// [`Error::Unavailable`]. What stands in the way of single drafts is in the report; nothing was changed then.
pub async fn change_all(
    conn: &mut EditorialConn,
    context: &WriteContext,
    all: &[(DraftId, i32)],
    change: BulkChange,
) -> Result<Outcome<BulkReport>, Error> {
    let changing = async |conn: &mut AsyncPgConnection| -> Result<Vec<DraftEntry>, Rollback> {
        change_each(conn, context, all, change).await?.map_err(Rollback::Refused)
    };
    match write::transaction(conn, context, changing).await {
        Ok(outcome) => Ok(outcome.map(Ok)),
        Err(Rollback::Refused(wrong)) => Ok(Outcome::Done(Err(wrong))),
        Err(Rollback::Failed(error)) => Err(error),
    }
}

/// Replaces the content of a draft within the caller's transaction if `seen` is still its newest revision.
pub(crate) async fn replace(
    conn: &AsyncPgConnection,
    context: &WriteContext,
    seen: &Draft,
    content: &Content,
) -> Result<(), Error> {
    let locked = lock_draft(conn, context, Action::SaveDrafts, seen.id, Some(seen.revision)).await?;
    if locked.trashed {
        return Err(Refusal::InTrash.into());
    }
    insert_revision(conn, context, seen.id, (&seen.content, content), seen.revision.saturating_add(1)).await
}

/// Why the transaction is rolled back.
enum Rollback {
    Refused(Vec<(usize, Error)>),
    Failed(Error),
}

impl From<Error> for Rollback {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<DieselError> for Rollback {
    fn from(error: DieselError) -> Self {
        Self::Failed(error.into())
    }
}

async fn change_each(
    conn: &mut AsyncPgConnection,
    context: &WriteContext,
    all: &[(DraftId, i32)],
    change: BulkChange,
) -> Result<BulkReport, Error> {
    let (mut entries, mut wrong) = (Vec::with_capacity(all.len()), Vec::new());
    if change == BulkChange::Trash {
        // Lock order: the counter before any draft. Cancelling a schedule requires the counter's lock.
        publishing::lock_and_activate(conn).await?;
    }
    // Lock in id order, so that concurrent bulk changes of the same drafts wait for each other instead of
    // deadlocking.
    let mut places: Vec<(usize, DraftId, i32)> =
        all.iter().enumerate().map(|(place, (id, seen))| (place, *id, *seen)).collect();
    places.sort_by_key(|(_, id, _)| *id);
    for (place, id, seen) in places {
        match change_one(conn, context, id, seen, change).await {
            Ok(entry) => entries.push((place, entry)),
            Err(Error::Refused(refusal @ Refusal::SignedOut)) => return Err(refusal.into()),
            Err(error @ (Error::Refused(_) | Error::NotFound | Error::Stale { .. })) => {
                wrong.push((place, error));
            }
            Err(error) => return Err(error),
        }
    }
    entries.sort_by_key(|(place, _)| *place);
    wrong.sort_by_key(|(place, _)| *place);
    let entries = entries.into_iter().map(|(_, entry)| entry).collect();
    Ok(if wrong.is_empty() { Ok(entries) } else { Err(wrong) })
}

async fn change_one(
    conn: &mut AsyncPgConnection,
    context: &WriteContext,
    id: DraftId,
    seen: i32,
    change: BulkChange,
) -> Result<DraftEntry, Error> {
    match change {
        BulkChange::Move(section) => {
            let before = lock_for_save(conn, context, id, seen).await?;
            let after = Content { section: Some(section), ..before.content.clone() };
            save_within(conn, context, id, &before, after).await?;
        }
        BulkChange::Trash => trash_within(conn, context, id, Some(seen)).await?,
    }
    Ok(find_within(conn, id).await?.entry)
}
