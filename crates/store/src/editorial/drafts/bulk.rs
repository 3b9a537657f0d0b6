//! Many drafts at once, in one transaction: all of them are changed or none, and of those that cannot be, it is said why.

use diesel::result::Error as DieselError;
use diesel_async::AsyncPgConnection;
use domain::{Action, Content, DraftEntry, DraftId, Refusal, TermId};

use super::{Draft, hold, hold_to_save, keep_revision, save_within, trash_within};
use crate::editorial::drafts::queries::find_within;
use crate::write;
use crate::write::{Act, Outcome};
use crate::{EditorialConn, Error, publishing};

/// What is done to each of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Batch {
    /// It gets another section.
    Move(TermId),
    /// It is put into the trash.
    Trash,
}

/// The drafts as they are then; or, by place, why some of them cannot be changed.
pub type Report = Result<Vec<DraftEntry>, Vec<(usize, Error)>>;

/// Changes drafts of which these revisions were seen.
///
/// # Errors
/// [`Error::Unavailable`]. What stands in the way of single drafts is in the report; nothing was changed then.
pub async fn change_all(
    conn: &mut EditorialConn,
    act: &Act,
    all: &[(DraftId, i32)],
    batch: Batch,
) -> Result<Outcome<Report>, Error> {
    let changing = async |conn: &mut AsyncPgConnection| -> Result<Vec<DraftEntry>, End> {
        each(conn, act, all, batch).await?.map_err(End::Refused)
    };
    match write::write(conn, act, changing).await {
        Ok(outcome) => Ok(outcome.map(Ok)),
        Err(End::Refused(wrong)) => Ok(Outcome::Done(Err(wrong))),
        Err(End::Failed(error)) => Err(error),
    }
}

/// Gives a draft other content, inside a transaction of the caller's, if it is still as it was seen.
pub(crate) async fn replace(
    conn: &AsyncPgConnection,
    act: &Act,
    seen: &Draft,
    content: &Content,
) -> Result<(), Error> {
    let held = hold(conn, act, Action::SaveDrafts, seen.id, Some(seen.revision)).await?;
    if held.trashed {
        return Err(Refusal::InTrash.into());
    }
    keep_revision(conn, act, seen.id, (&seen.content, content), seen.revision.saturating_add(1)).await
}

/// How a transaction ends that is taken back.
enum End {
    Refused(Vec<(usize, Error)>),
    Failed(Error),
}

impl From<Error> for End {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<DieselError> for End {
    fn from(error: DieselError) -> Self {
        Self::Failed(error.into())
    }
}

async fn each(
    conn: &mut AsyncPgConnection,
    act: &Act,
    all: &[(DraftId, i32)],
    batch: Batch,
) -> Result<Report, Error> {
    let (mut entries, mut wrong) = (Vec::with_capacity(all.len()), Vec::new());
    if batch == Batch::Trash {
        // Schedules are cancelled behind the counter's lock, which is taken before any draft's.
        publishing::begin(conn).await?;
    }
    // Locked in one order, so that two who change the same drafts wait for each other and do not block each other.
    let mut places: Vec<(usize, DraftId, i32)> =
        all.iter().enumerate().map(|(place, (id, seen))| (place, *id, *seen)).collect();
    places.sort_by_key(|(_, id, _)| *id);
    for (place, id, seen) in places {
        match one(conn, act, id, seen, batch).await {
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

async fn one(
    conn: &mut AsyncPgConnection,
    act: &Act,
    id: DraftId,
    seen: i32,
    batch: Batch,
) -> Result<DraftEntry, Error> {
    match batch {
        Batch::Move(section) => {
            let before = hold_to_save(conn, act, id, seen).await?;
            let after = Content { section: Some(section), ..before.content.clone() };
            save_within(conn, act, id, &before, after).await?;
        }
        Batch::Trash => trash_within(conn, act, id, Some(seen)).await?,
    }
    Ok(find_within(conn, id).await?.entry)
}
