//! What all acts share: the counter, the stamp, and the record of what was done.

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
use crate::write;
use crate::write::{AuditSubject, NewAuditEntry, WriteContext};

/// The channel that acts are announced on. A wake-up: the truth is in the tables.
pub const CHANNEL: &str = "masthead_acts";

/// An act's place in the order of all acts.
#[derive(Debug, Clone, Copy)]
pub(super) struct SequenceStamp {
    pub(super) sequence: i64,
    pub(super) at: DateTime<Utc>,
}

/// What an act did, for the record.
pub(super) struct ActRecord {
    /// The kind of act.
    pub(super) kind: &'static str,
    /// The answers that it made stale.
    pub(super) tags: BTreeSet<String>,
    /// What happened, in order.
    pub(super) events: Vec<Event>,
    /// A digest of what readers saw before.
    pub(super) before: Option<Vec<u8>>,
    /// A digest of what they see now.
    pub(super) after: Option<Vec<u8>>,
}

/// What happened to an article in a locale, or to a term.
pub(super) struct Event {
    pub(super) kind: &'static str,
    pub(super) about: EventSubject,
    /// The slug it has now, or had last.
    pub(super) slug: String,
}

/// What an event is about.
pub(super) enum EventSubject {
    /// An article in a locale.
    Article(ArticleKey),
    /// A term.
    Term(Uuid),
}

impl Event {
    /// What is to be told of an article; of one that was left alone there is nothing.
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

/// One digest of several things in order, each of which may be absent: of one, its own.
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

/// Holds all other acts back until this transaction ends. They wait in a queue, because whoever waits for a row that is
/// updated starts over when it is, and is overtaken.
pub(super) async fn lock_counter(mut conn: &AsyncPgConnection) -> Result<(), Error> {
    let queue =
        prepared(sql_query("SELECT pg_advisory_xact_lock(hashtextextended('operations.counter', 0))"));
    let queue = queue.execute(&mut conn);
    let locked = counter::table.select(counter::id).for_update().first::<bool>(&mut conn);
    let (_queued, locked) = tokio::try_join!(biased; queue, locked)?;
    debug_assert!(locked, "the counter's only key is true");
    Ok(())
}

/// Takes the next number. Later than every act before, even when the clock went back.
pub(super) async fn take_sequence(mut conn: &AsyncPgConnection) -> Result<SequenceStamp, Error> {
    let next = "UPDATE operations.counter SET sequence = sequence + 1, \
                last_at = greatest(clock_timestamp(), last_at + interval '1 microsecond') \
                RETURNING sequence, last_at AS at";
    let NextRow { sequence, at } = prepared(sql_query(next)).get_result(&mut conn).await?;
    Ok(SequenceStamp { sequence, at })
}

/// Writes what an act did: the act with the tags it made stale, its events, one audit row, one NOTIFY. Returns its number,
/// which only an act that is committed has: a dry run has none.
pub(super) async fn record(
    conn: &AsyncPgConnection,
    context: &WriteContext,
    stamp: SequenceStamp,
    record: ActRecord,
) -> Result<Option<i64>, Error> {
    let ActRecord { kind, tags, events, before, after } = record;
    let (subject, detail, sequence) = (subject(&events), detail(&events), Some(stamp.sequence));
    let entry = NewAuditEntry { action: kind, subject, before, after, sequence, detail };
    record_entry(conn, context, stamp, (&tags, &events), entry).await
}

/// [`record`], with an audit entry of the caller's: for an act of which the change log has no event.
pub(super) async fn record_entry(
    mut conn: &AsyncPgConnection,
    context: &WriteContext,
    stamp: SequenceStamp,
    (tags, events): (&BTreeSet<String>, &[Event]),
    entry: NewAuditEntry<'_>,
) -> Result<Option<i64>, Error> {
    let number = entry.sequence.filter(|_| !context.dry_run);
    let row = (
        acts::sequence.eq(stamp.sequence),
        acts::at.eq(stamp.at),
        acts::kind.eq(entry.action),
        acts::actor.eq(context.actor.name()),
        acts::request_id.eq(&context.request_id),
        acts::tags.eq(tags.iter().collect::<Vec<_>>()),
    );
    let acted = diesel::insert_into(acts::table).values(row).execute(&mut conn).map_err(Error::from);
    let notify = sql_query("SELECT pg_notify($1, $2)").bind::<Text, _>(CHANNEL);
    let notify = prepared(notify.bind::<Text, _>(stamp.sequence.to_string()));
    let notified = notify.execute(&mut conn).map_err(Error::from);
    let inserted = insert_events(conn, stamp, events);
    tokio::try_join!(biased; acted, inserted, write::append_audit_entry(conn, context, entry), cdn_purges::enqueue_purges(conn), notified)?;
    Ok(number)
}

async fn insert_events(
    mut conn: &AsyncPgConnection,
    stamp: SequenceStamp,
    done: &[Event],
) -> Result<(), Error> {
    let rows = done.iter().zip(0..).map(|(event, ordinal)| {
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

/// What an act was about, where it was one thing.
fn subject(done: &[Event]) -> Option<AuditSubject> {
    match done {
        [Event { about: EventSubject::Article((article, _)), .. }] => {
            Some(AuditSubject { kind: "article", id: *article })
        }
        [Event { about: EventSubject::Term(term), .. }] => Some(AuditSubject { kind: "term", id: *term }),
        _ => None,
    }
}

fn detail(done: &[Event]) -> Value {
    let articles = done.iter().filter(|event| event.key().is_some()).count();
    match done {
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
