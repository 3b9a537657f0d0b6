//! Applies changes and merges of terms to the public tables: the term's page and the lists under it. Editions that
//! copied the term are rerendered later by a job.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Array, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::Term;
use uuid::Uuid;

use crate::publishing::rerender::enqueue_stale_rerender;
use crate::publishing::search_index;
use crate::publishing::sequence;
use crate::publishing::sequence::{ActRecord, Event, EventSubject};
use crate::schema::delivery::{placements, terms};
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
    let mut conn = tx.conn;
    let id = after.id.0;
    // Also without live articles: the slug it gave up must become free in this table too.
    sql_query(UPDATE_TERM).bind::<SqlUuid, _>(id).execute(&mut conn).await?;
    let mine = placements::table.filter(placements::term_id.eq(id));
    let changed = (placements::slug.eq(after.slug.as_str()), placements::name.eq(after.name.as_str()));
    let live = diesel::update(mine).set(changed).execute(&mut conn).await? > 0;
    recount(conn, before, &[before, after]).await?;
    let change = TermChange { action: "rename", event: "renamed", subject: before, after };
    record_term_change(tx, change, live).await
}

/// Moves what is live under a merged term to its successor, and returns the sequence number of the act. Requires the
/// counter's lock.
pub(crate) async fn merge(tx: WriteTransaction<'_>, from: &Term, into: &Term) -> Result<Option<i64>, Error> {
    let mut conn = tx.conn;
    let (old, new) = (from.id.0, into.id.0);
    let under = placements::table.filter(placements::term_id.eq(old));
    let live = under.select(placements::article_id).first::<Uuid>(&mut conn).await.optional()?.is_some();
    if live {
        sql_query(INSERT_TERM).bind::<SqlUuid, _>(new).execute(&mut conn).await?;
        sql_query(DELETE_DUPLICATES)
            .bind::<SqlUuid, _>(old)
            .bind::<SqlUuid, _>(new)
            .execute(&mut conn)
            .await?;
        let moved = (
            placements::term_id.eq(new),
            placements::slug.eq(into.slug.as_str()),
            placements::name.eq(into.name.as_str()),
        );
        diesel::update(placements::table.filter(placements::term_id.eq(old)))
            .set(moved)
            .execute(&mut conn)
            .await?;
        search_index::merge(conn, old, new).await?;
    }
    diesel::delete(terms::table.find(old)).execute(&mut conn).await?;
    recount(conn, into, &[from, into]).await?;
    let change = TermChange { action: "merge", event: "merged", subject: from, after: into };
    record_term_change(tx, change, live).await
}

/// Recounts the live articles under these terms of one kind, of which `left` remains.
async fn recount(mut conn: &AsyncPgConnection, left: &Term, named: &[&Term]) -> Result<(), Error> {
    let slugs: Vec<&str> = named.iter().map(|term| term.slug.as_str()).collect();
    let forget = sql_query(DELETE_COUNTS).bind::<Text, _>(left.kind.as_str()).bind::<Array<Text>, _>(slugs);
    forget.execute(&mut conn).await?;
    sql_query(INSERT_COUNTS).bind::<SqlUuid, _>(left.id.0).execute(&mut conn).await?;
    Ok(())
}

/// A change of a term to record.
struct TermChange<'a> {
    action: &'static str,
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
    live: bool,
) -> Result<Option<i64>, Error> {
    let TermChange { action, event, subject, after } = change;
    enqueue_stale_rerender(tx.conn, after.id).await?;
    let before_digest = Some(write::digest(&subject.content())?);
    let after_digest = Some(write::digest(&after.content())?);
    if live {
        let stamp = sequence::take_sequence(tx.conn).await?;
        let tag = |term: &Term| cache_tags::term(term.kind.as_str(), term.slug.as_str());
        let tags = BTreeSet::from([cache_tags::LISTS.to_owned(), tag(subject), tag(after)]);
        let about = EventSubject::Term(subject.id.0);
        let events = vec![Event { kind: event, about, slug: after.slug.to_string() }];
        let record = ActRecord { kind: action, tags, events, before: before_digest, after: after_digest };
        return sequence::record(tx, stamp, record).await;
    }
    let entry = NewAuditEntry {
        action,
        subject: Some(AuditSubject { kind: "term", id: subject.id.0 }),
        before: before_digest,
        after: after_digest,
        sequence: None,
        detail: serde_json::json!({ "slug": after.slug }),
    };
    tx.append_audit_entry(entry).await?;
    Ok(None)
}

const UPDATE_TERM: &str = "
UPDATE terms
SET slug = source.slug, name = source.name, description = source.description, url = source.url,
    picture = source.picture, version = source.version
FROM editorial.terms AS source
WHERE source.id = $1 AND terms.id = source.id";

const INSERT_TERM: &str = "
INSERT INTO terms (id, kind, slug, name, description, url, picture, version)
SELECT id, kind, slug, name, description, url, picture, version FROM editorial.terms WHERE id = $1
ON CONFLICT ON CONSTRAINT terms_pkey DO NOTHING";

const DELETE_DUPLICATES: &str = "
DELETE FROM placements USING placements AS other
WHERE placements.term_id = $1 AND other.term_id = $2 AND other.article_id = placements.article_id
    AND other.locale = placements.locale";

const DELETE_COUNTS: &str = "DELETE FROM counts WHERE kind = $1 AND slug = ANY ($2)";

const INSERT_COUNTS: &str = "
INSERT INTO counts (locale, kind, slug, name, article_count)
SELECT locale, kind, slug, name, count(*) FROM placements WHERE term_id = $1
GROUP BY locale, kind, slug, name";
