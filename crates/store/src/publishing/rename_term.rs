//! Changes and merges of terms that readers see, as acts. Editions that copied the term are rerendered later by a job.

use std::collections::BTreeSet;

use domain::Term;

use crate::publishing::public_index;
use crate::publishing::sequence::{self, ActKind, Event, EventSubject, NewAct};
use crate::publishing::stale_editions::enqueue_stale_rerender;
use crate::write;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};
use crate::{Error, cache_tags};

/// Applies a changed term to the public tables if readers see it, and returns the sequence number of the act.
/// Requires the counter's lock.
pub(crate) async fn rename(
    tx: WriteTransaction<'_>,
    before: &Term,
    after: &Term,
) -> Result<Option<i64>, Error> {
    let is_live = public_index::rename_term(tx.conn, before, after).await?;
    let change = TermChange { kind: ActKind::Rename, event: "renamed", subject: before, after };
    record_term_change(tx, change, is_live).await
}

/// Moves what is live under a merged term to its successor, and returns the sequence number of the act. Requires the
/// counter's lock.
pub(crate) async fn merge(tx: WriteTransaction<'_>, from: &Term, into: &Term) -> Result<Option<i64>, Error> {
    let is_live = public_index::merge_terms(tx.conn, from, into).await?;
    let change = TermChange { kind: ActKind::Merge, event: "merged", subject: from, after: into };
    record_term_change(tx, change, is_live).await
}

/// A change of a term to record.
struct TermChange<'a> {
    kind: ActKind,
    event: &'static str,
    /// The changed term in its previous state.
    subject: &'a Term,
    /// Its new state, or the term it was merged into.
    after: &'a Term,
}

/// Records the change: as an act if readers see it, otherwise in the audit log only. In both cases the editions that
/// copied the term are rerendered.
async fn record_term_change(
    tx: WriteTransaction<'_>,
    change: TermChange<'_>,
    is_live: bool,
) -> Result<Option<i64>, Error> {
    let TermChange { kind, event, subject, after } = change;
    enqueue_stale_rerender(tx.conn, after.id).await?;
    let before_digest = Some(write::digest(&subject.content())?);
    let after_digest = Some(write::digest(&after.content())?);
    if is_live {
        let stamp = sequence::take_sequence(tx.conn).await?;
        let tag = |term: &Term| cache_tags::term(term.kind.as_str(), term.slug.as_str());
        let tags = BTreeSet::from([cache_tags::LISTS.to_owned(), tag(subject), tag(after)]);
        let about = EventSubject::Term(subject.id.0);
        let events = vec![Event { kind: event, about, slug: after.slug.to_string() }];
        let record = NewAct { kind, tags, events, before: before_digest, after: after_digest };
        return sequence::record(tx, stamp, record).await;
    }
    let entry = NewAuditEntry {
        action: kind.as_str(),
        subject: Some(AuditSubject { kind: "term", id: subject.id.0 }),
        before: before_digest,
        after: after_digest,
        sequence: None,
        detail: serde_json::json!({ "slug": after.slug }),
    };
    tx.append_audit_entry(entry).await?;
    Ok(None)
}
