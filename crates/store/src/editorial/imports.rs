//! Imports: many drafts and their publishing in one transaction, and the memory of what was imported before.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use domain::{DraftId, Edition, Term, Update};
use uuid::Uuid;

use crate::acting::Act;
use crate::drafts::Draft;
use crate::publishing::{self, Done};
use crate::schema::editorial::imports;
use crate::{EditorialConn, Error, drafts, terms};

/// All that one import changes. Either all of it happens or nothing.
#[derive(Debug, Default)]
pub struct Import {
    /// Terms to make.
    pub terms: Vec<Term>,
    /// Drafts to make, each with the digest of the input it was made from.
    pub drafts: Vec<(Vec<u8>, Draft)>,
    /// Editions to publish, as one act.
    pub editions: Vec<Edition>,
}

/// The drafts that were made from inputs with these digests.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn known(
    conn: &mut EditorialConn,
    digests: &[Vec<u8>],
) -> Result<HashMap<Vec<u8>, DraftId>, Error> {
    let query =
        imports::table.filter(imports::digest.eq_any(digests)).select((imports::digest, imports::draft_id));
    let rows: Vec<(Vec<u8>, Uuid)> = query.load(conn.inner()).await?;
    Ok(rows.into_iter().map(|(digest, draft)| (digest, DraftId(draft))).collect())
}

/// Carries an import out.
///
/// # Errors
/// [`domain::Refusal::AlreadyImported`] when another import was faster, and what publishing refuses. Nothing was
/// changed then.
pub async fn apply(conn: &mut EditorialConn, act: &Act, import: &Import) -> Result<Done, Error> {
    let applying = async |conn: &mut AsyncPgConnection| {
        let Import { terms, drafts, editions } = import;
        terms::insert(conn, act, terms).await?;
        let made: Vec<Draft> = drafts.iter().map(|(_, draft)| draft.clone()).collect();
        drafts::insert(conn, act, &made).await?;
        let digests = drafts
            .iter()
            .map(|(digest, draft)| (imports::digest.eq(digest.as_slice()), imports::draft_id.eq(draft.id.0)));
        let digests: Vec<_> = digests.collect();
        diesel::insert_into(imports::table).values(digests).execute(conn).await?;
        publishing::publish_within(conn, act, editions, Update::Visible).await
    };
    conn.inner().transaction(applying).await
}
