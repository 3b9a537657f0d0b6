//! Sections, tags, authors and series as editors manage them.
//!
//! Content names terms by id, and the row of a merged or deleted term is kept. A merged term is resolved to its
//! successor when content is read; a deleted term is named by old revisions only. What readers see of terms is
//! written by `publishing`.

mod listing;
mod merge_delete;
mod rows;

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Action, Slug, Term, TermContent, TermId, TermKind, Terms};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

pub use listing::{TermUsage, find, list};
pub use merge_delete::{delete, merge};

use crate::editorial::terms::rows::TermRow;
use crate::schema::editorial::terms;
use crate::write;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};
use crate::{EditorialConn, Error, publishing};

/// A term after a change or a merge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermOutcome {
    /// The current term; after a merge, the remaining one.
    pub term: Term,
    /// The sequence number of the act, when readers can see the change.
    pub sequence: Option<i64>,
}

/// Loads the terms with these ids and the successors of merged ones, keyed by their own ids; missing terms are left
/// out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn load(conn: &mut EditorialConn, ids: &[TermId]) -> Result<Terms, Error> {
    let ids: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let named =
        terms::table.filter(terms::id.eq_any(ids)).filter(is_active().or(terms::merged_into.is_not_null()));
    let named = named.select((TermRow::as_select(), terms::merged_into));
    let named: Vec<(TermRow, Option<Uuid>)> = named.load(conn.inner()).await?;
    let merged: Vec<Uuid> = named.iter().filter_map(|(_, into)| *into).collect();
    let mut rows: Vec<TermRow> =
        named.into_iter().filter(|(_, into)| into.is_none()).map(|(row, _)| row).collect();
    if !merged.is_empty() {
        let left = terms::table.filter(terms::id.eq_any(merged)).filter(is_active());
        rows.extend(left.select(TermRow::as_select()).load(conn.inner()).await?);
    }
    rows.into_iter().map(|row| Term::try_from(row).map(|term| (term.id, term))).collect()
}

/// The terms of a kind with these slugs, keyed by slug. The slug of a merged term resolves to its successor; missing
/// ones are left out.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn resolve_slugs(
    conn: &mut EditorialConn,
    kind: TermKind,
    slugs: &[Slug],
) -> Result<BTreeMap<Slug, Term>, Error> {
    let slugs: Vec<&str> = slugs.iter().map(Slug::as_str).collect();
    let named = terms::table.filter(terms::kind.eq(kind.as_str())).filter(terms::slug.eq_any(slugs));
    let named = named.filter(is_active().or(terms::merged_into.is_not_null()));
    let named: Vec<(String, Uuid, Option<Uuid>)> =
        named.select((terms::slug, terms::id, terms::merged_into)).load(conn.inner()).await?;
    let ids: Vec<TermId> = named.iter().map(|(_, id, into)| TermId(into.unwrap_or(*id))).collect();
    let found = load(conn, &ids).await?;
    let named = named.into_iter().filter_map(|(slug, id, into)| {
        let term = found.get(&TermId(into.unwrap_or(id)))?.clone();
        Some(Slug::try_from(slug).map(|slug| (slug, term)).map_err(Error::from))
    });
    named.collect()
}

/// The terms that have a URL or a picture, by kind and slug.
pub(super) async fn load_with_urls(conn: &mut AsyncPgConnection) -> Result<Vec<Term>, Error> {
    let has_urls = terms::url.is_not_null().or(terms::picture.is_not_null());
    let found = terms::table.filter(is_active()).filter(has_urls).order((terms::kind, terms::slug));
    let rows: Vec<TermRow> = found.select(TermRow::as_select()).load(conn).await?;
    rows.into_iter().map(Term::try_from).collect()
}

/// Creates terms.
///
/// # Errors
/// [`domain::Refusal::TermExists`] when a slug of a kind is in use, also by a term that was merged into another;
/// [`domain::Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn create(tx: WriteTransaction<'_>, new: &[Term]) -> Result<Vec<Term>, Error> {
    tx.authorize(Action::ManageTerms, None).await?;
    insert(tx, new).await?;
    Ok(new.to_vec())
}

/// Creates terms within the caller's transaction, without checking permissions.
pub(crate) async fn insert(tx: WriteTransaction<'_>, new: &[Term]) -> Result<(), Error> {
    let mut conn = tx.conn;
    let rows = new.iter().map(TermRow::try_from).collect::<Result<Vec<_>, Error>>()?;
    diesel::insert_into(terms::table).values(rows).execute(&mut conn).await?;
    for term in new {
        let subject = Some(AuditSubject { kind: "term", id: term.id.0 });
        let after = Some(write::digest(&term.content())?);
        let detail = json!({ "kind": term.kind, "slug": term.slug });
        let entry =
            NewAuditEntry { action: "create term", subject, before: None, after, sequence: None, detail };
        tx.append_audit_entry(entry).await?;
    }
    Ok(())
}

/// Changes a term if `expected` is still its version. When readers see the term, this is an act, and a job rerenders
/// the editions that copied it. Does nothing when the content is unchanged.
///
/// # Errors
/// [`Error::VersionConflict`] when it was changed meanwhile; [`Error::NotFound`]; [`domain::Refusal::TermExists`];
/// [`domain::Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn change(
    tx: WriteTransaction<'_>,
    id: TermId,
    expected: i64,
    content: &TermContent,
) -> Result<TermOutcome, Error> {
    let mut conn = tx.conn;
    publishing::lock_and_activate(conn).await?;
    tx.authorize(Action::ManageTerms, None).await?;
    let before = find_for_update(conn, id).await?.ok_or(Error::NotFound)?;
    if before.version != expected {
        return Err(Error::VersionConflict { current: before.version });
    }
    if before.content() == *content {
        return Ok(TermOutcome { term: before, sequence: None });
    }
    let term = before.with_content(content.clone());
    let row = TermRow::try_from(&term)?;
    diesel::update(terms::table.find(id.0)).set(row).execute(&mut conn).await?;
    let sequence = publishing::rename(tx, &before, &term).await?;
    Ok(TermOutcome { term, sequence })
}

/// Loads and locks a term that is neither merged nor deleted. The caller must hold the counter's lock, which every
/// act takes first.
async fn find_for_update(mut conn: &AsyncPgConnection, id: TermId) -> Result<Option<Term>, Error> {
    let row = terms::table.find(id.0).filter(is_active()).select(TermRow::as_select()).for_update();
    row.first(&mut conn).await.optional()?.map(Term::try_from).transpose()
}

/// The condition for terms that are neither merged nor deleted.
#[diesel::dsl::auto_type]
fn is_active() -> _ {
    terms::ended_at.is_null()
}
