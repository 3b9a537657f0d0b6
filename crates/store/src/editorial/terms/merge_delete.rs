//! Merging and deleting terms. The row of the term is kept, because immutable revisions refer to it.

use diesel::dsl::now;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Uuid as SqlUuid};
use diesel_async::RunQueryDsl;
use domain::{Action, Refusal, Term, TermId};
use serde_json::json;
use uuid::Uuid;

use crate::editorial::terms::{TermOutcome, find_for_update};
use crate::schema::delivery::terms as public_terms;
use crate::schema::editorial::terms;
use crate::statement_cache::typed;
use crate::write;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};
use crate::{Error, publishing};

/// Merges a term into another of its kind. References to it resolve to the other term from then on, and its slug
/// stays reserved. No draft or revision is written. When readers see the term, this is an act, and a job rerenders
/// the editions that copied it. Does nothing when it was already merged into that term.
///
/// # Errors
/// [`Refusal::NotMergeable`]; [`Error::NotFound`] when either does not exist or was merged into a third;
/// [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn merge(tx: WriteTransaction<'_>, from: TermId, into: TermId) -> Result<TermOutcome, Error> {
    let mut conn = tx.conn;
    publishing::lock_and_activate(conn).await?;
    tx.authorize(Action::ManageTerms, None).await?;
    let term = find_for_update(conn, into).await?.ok_or(Error::NotFound)?;
    let Some(old) = find_for_update(conn, from).await? else {
        let became = terms::table.find(from.0).select(terms::merged_into);
        let became: Option<Option<Uuid>> = became.first(&mut conn).await.optional()?;
        let before = became.flatten() == Some(into.0);
        return if before { Ok(TermOutcome { term, sequence: None }) } else { Err(Error::NotFound) };
    };
    if old.id == term.id || old.kind != term.kind {
        return Err(Refusal::NotMergeable.into());
    }
    // The version is incremented too, so that editions that copied the term count as stale.
    let ended =
        (terms::merged_into.eq(into.0), terms::ended_at.eq(now), terms::version.eq(terms::version + 1));
    diesel::update(terms::table.find(from.0)).set(ended).execute(&mut conn).await?;
    let earlier = terms::table.filter(terms::merged_into.eq(from.0));
    diesel::update(earlier).set(terms::merged_into.eq(into.0)).execute(&mut conn).await?;
    let sequence = publishing::merge(tx, &old, &term).await?;
    Ok(TermOutcome { term, sequence })
}

/// Deletes a term that only old revisions name, with the terms that were merged into it. Its slug becomes free.
///
/// # Errors
/// [`Refusal::TermInUse`] while the newest revision of a draft names it, or a live or scheduled edition copied it;
/// [`Error::NotFound`]; [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn delete(tx: WriteTransaction<'_>, id: TermId) -> Result<(), Error> {
    let mut conn = tx.conn;
    publishing::lock_and_activate(conn).await?;
    tx.authorize(Action::ManageTerms, None).await?;
    let term = find_for_update(conn, id).await?.ok_or(Error::NotFound)?;
    let uses = typed::<BigInt, _>(sql_query(USES).bind::<SqlUuid, _>(id.0));
    let article_count = uses.get_result(&mut conn).await?;
    if article_count > 0 {
        return Err(Refusal::TermInUse { article_count }.into());
    }
    // The terms that were merged into it would have no successor any more, so they are deleted with it.
    let earlier = diesel::update(terms::table.filter(terms::merged_into.eq(id.0)));
    earlier.set(terms::merged_into.eq(None::<Uuid>)).execute(&mut conn).await?;
    let ended = (terms::ended_at.eq(now), terms::version.eq(terms::version + 1));
    diesel::update(terms::table.find(id.0)).set(ended).execute(&mut conn).await?;
    // It has no live articles, so no public response shows it.
    diesel::delete(public_terms::table.find(id.0)).execute(&mut conn).await?;
    append_audit_entry(tx, &term).await?;
    Ok(())
}

async fn append_audit_entry(tx: WriteTransaction<'_>, term: &Term) -> Result<(), Error> {
    let subject = Some(AuditSubject { kind: "term", id: term.id.0 });
    let before = Some(write::digest(&term.content())?);
    let detail = json!({ "kind": term.kind, "slug": term.slug });
    let entry = NewAuditEntry { action: "delete term", subject, before, after: None, sequence: None, detail };
    tx.append_audit_entry(entry).await
}

const USES: &str = include_str!("../../sql/term_uses.sql");
