//! The common part of all acts: the counter's lock, the sequence number, and the record of the act.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use futures_util::TryFutureExt;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::Error;
use crate::operations::cdn_purges;
use crate::publishing::ArticleKey;
use crate::publishing::outcome::ArticleOutcome;
use crate::schema::operations::{acts, counter, events};
use crate::statement_cache::{prepared, prepared_if_few};
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};

/// The NOTIFY channel for new acts. Only a wake-up; the tables are authoritative.
pub const CHANNEL: &str = "masthead_acts";

/// The sequence number and time of an act.
#[derive(Debug, Clone, Copy)]
pub(super) struct SequenceStamp {
    pub(super) sequence: i64,
    pub(super) at: DateTime<Utc>,
}

/// What an act does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ActKind {
    Publish,
    Activate,
    Rerender,
    Rollback,
    Withdraw,
    TakeDown,
    Rename,
    Merge,
    CreateRedirect,
    CreateRedirects,
    DeleteRedirect,
    SetTimeZone,
}

impl ActKind {
    /// The kind as spelled in the tables of acts and of the audit log.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Activate => "activate",
            Self::Rerender => "refresh",
            Self::Rollback => "previous",
            Self::Withdraw => "withdraw",
            Self::TakeDown => "take_down",
            Self::Rename => "rename",
            Self::Merge => "merge",
            Self::CreateRedirect => "create redirect",
            Self::CreateRedirects => "create redirects",
            Self::DeleteRedirect => "delete redirect",
            Self::SetTimeZone => "time_zone",
        }
    }
}

/// The record of an act.
pub(super) struct NewAct {
    pub(super) kind: ActKind,
    /// The cache tags it invalidates.
    pub(super) tags: BTreeSet<String>,
    /// The change events, in order.
    pub(super) events: Vec<Event>,
    /// A digest of the previous public state.
    pub(super) before: Option<Vec<u8>>,
    /// A digest of the new public state.
    pub(super) after: Option<Vec<u8>>,
}

/// A change event of an article in a locale, or of a term.
pub(super) struct Event {
    pub(super) kind: &'static str,
    pub(super) about: EventSubject,
    /// The current slug, or the last one.
    pub(super) slug: String,
}

pub(super) enum EventSubject {
    Article(ArticleKey),
    Term(Uuid),
}

impl Event {
    /// The event for an article; `None` when it did not change.
    pub(super) fn from_outcome(outcome: &ArticleOutcome) -> Option<Self> {
        let about = EventSubject::Article((outcome.article.0, outcome.locale.to_string()));
        Some(Self { kind: outcome.change.event()?, about, slug: outcome.slug.to_string() })
    }

    fn key(&self) -> Option<&ArticleKey> {
        match &self.about {
            EventSubject::Article(key) => Some(key),
            EventSubject::Term(_) => None,
        }
    }

    fn term(&self) -> Option<Uuid> {
        match &self.about {
            EventSubject::Article(_) => None,
            EventSubject::Term(term) => Some(*term),
        }
    }
}

/// Combines optional digests in order. A single digest is returned as it is.
pub(super) fn digest_of_all<'a>(digests: impl Iterator<Item = Option<&'a [u8]>>) -> Option<Vec<u8>> {
    let digests: Vec<Option<&[u8]>> = digests.collect();
    match digests.as_slice() {
        [] => None,
        [one] => one.map(<[u8]>::to_vec),
        several if several.iter().all(Option::is_none) => None,
        several => {
            let absent: &[u8] = &[0; 32];
            let mut hasher = Sha256::new();
            several.iter().for_each(|digest| hasher.update(digest.unwrap_or(absent)));
            Some(hasher.finalize().to_vec())
        }
    }
}

/// Locks the counter row until the transaction ends, which serialises all acts. The advisory lock in front of it
/// makes waiters queue in order: with the row lock alone, a waiter starts over when the row is updated and can be
/// overtaken.
pub(super) async fn lock_counter(mut conn: &AsyncPgConnection) -> Result<(), Error> {
    let queue =
        prepared(sql_query("SELECT pg_advisory_xact_lock(hashtextextended('operations.counter', 0))"));
    let queue = queue.execute(&mut conn);
    let locked = counter::table.select(counter::id).for_update().first::<bool>(&mut conn);
    let (_queued, locked) = tokio::try_join!(biased; queue, locked)?;
    debug_assert!(locked, "the counter's only key is true");
    Ok(())
}

/// Assigns the next sequence number. Its time is later than that of every earlier act, even if the clock was set
/// back.
pub(super) async fn take_sequence(mut conn: &AsyncPgConnection) -> Result<SequenceStamp, Error> {
    let next = "UPDATE operations.counter SET sequence = sequence + 1, \
                last_at = greatest(clock_timestamp(), last_at + interval '1 microsecond') \
                RETURNING sequence, last_at AS at";
    let NextRow { sequence, at } = prepared(sql_query(next)).get_result(&mut conn).await?;
    Ok(SequenceStamp { sequence, at })
}

/// The number and time that the next act would have now. Takes no lock.
pub(super) async fn next_stamp(mut conn: &AsyncPgConnection) -> Result<SequenceStamp, Error> {
    let next = "SELECT sequence + 1 AS sequence, \
                greatest(clock_timestamp(), last_at + interval '1 microsecond') AS at FROM operations.counter";
    let NextRow { sequence, at } = prepared(sql_query(next)).get_result(&mut conn).await?;
    Ok(SequenceStamp { sequence, at })
}

/// Records an act: its row with the invalidated tags, its events, one audit entry, one NOTIFY. Returns the sequence
/// number; `None` for a dry run, which is not committed.
pub(super) async fn record(
    tx: WriteTransaction<'_>,
    stamp: SequenceStamp,
    record: NewAct,
) -> Result<Option<i64>, Error> {
    let NewAct { kind, tags, events, before, after } = record;
    let (subject, detail, sequence) = (subject(&events), detail(&events), Some(stamp.sequence));
    let entry = NewAuditEntry { action: kind.as_str(), subject, before, after, sequence, detail };
    record_entry(tx, stamp, kind, (&tags, &events), entry).await
}

/// [`record`] with the caller's audit entry.
pub(super) async fn record_entry(
    tx: WriteTransaction<'_>,
    stamp: SequenceStamp,
    kind: ActKind,
    (tags, events): (&BTreeSet<String>, &[Event]),
    entry: NewAuditEntry<'_>,
) -> Result<Option<i64>, Error> {
    let mut conn = tx.conn;
    let number = entry.sequence.filter(|_| !tx.context.dry_run);
    let row = (
        acts::sequence.eq(stamp.sequence),
        acts::at.eq(stamp.at),
        acts::kind.eq(kind.as_str()),
        acts::actor.eq(tx.context.actor.name()),
        acts::request_id.eq(&tx.context.request_id),
        acts::tags.eq(tags.iter().collect::<Vec<_>>()),
    );
    let acted = diesel::insert_into(acts::table).values(row).execute(&mut conn).map_err(Error::from);
    let notify = sql_query("SELECT pg_notify($1, $2)").bind::<Text, _>(CHANNEL);
    let notify = prepared(notify.bind::<Text, _>(stamp.sequence.to_string()));
    let notified = notify.execute(&mut conn).map_err(Error::from);
    let inserted = insert_events(conn, stamp, events);
    tokio::try_join!(biased; acted, inserted, tx.append_audit_entry(entry), cdn_purges::enqueue_purges(conn), notified)?;
    Ok(number)
}

async fn insert_events(
    mut conn: &AsyncPgConnection,
    stamp: SequenceStamp,
    recorded: &[Event],
) -> Result<(), Error> {
    let rows = recorded.iter().zip(0..).map(|(event, ordinal)| {
        (
            events::sequence.eq(stamp.sequence),
            events::ordinal.eq(ordinal),
            events::kind.eq(event.kind),
            events::article_id.eq(event.key().map(|(article, _)| *article)),
            events::locale.eq(event.key().map(|(_, locale)| locale)),
            events::slug.eq(&event.slug),
            events::term_id.eq(event.term()),
        )
    });
    for some in rows.collect::<Vec<_>>().chunks(5_000) {
        let insert = diesel::insert_into(events::table).values(some.to_vec());
        prepared_if_few(insert, some.len()).execute(&mut conn).await?;
    }
    Ok(())
}

/// The subject of the audit entry, if the act changed exactly one thing.
fn subject(events: &[Event]) -> Option<AuditSubject> {
    match events {
        [Event { about: EventSubject::Article((article, _)), .. }] => {
            Some(AuditSubject { kind: "article", id: *article })
        }
        [Event { about: EventSubject::Term(term), .. }] => Some(AuditSubject { kind: "term", id: *term }),
        _ => None,
    }
}

fn detail(events: &[Event]) -> Value {
    let articles = events.iter().filter(|event| event.key().is_some()).count();
    match events {
        [event] => {
            json!({ "articles": articles, "locale": event.key().map(|(_, locale)| locale), "slug": event.slug })
        }
        _ => json!({ "articles": articles }),
    }
}

#[derive(QueryableByName)]
struct NextRow {
    #[diesel(sql_type = BigInt)]
    sequence: i64,
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
}
