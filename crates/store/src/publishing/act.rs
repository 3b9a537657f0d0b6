//! What all acts share: the counter, the stamp, and the record of what was done.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Text, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::{Deserialize, Serialize};
use serde_json::json;
use uuid::Uuid;

use crate::Error;
use crate::acting::{self, Act, Entry, Subject};
use crate::schema::operations::{acts, counter, events};

/// The channel that acts are announced on. A wake-up: the truth is in the tables.
pub const CHANNEL: &str = "masthead_acts";

/// The tag of everything that lists articles.
pub(super) const LISTS: &str = "lists";

/// How an act ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    /// The public side changed, by the act with this number.
    At(i64),
    /// Readers saw all of it already: there was no act.
    Unchanged,
}

/// An act's place in the order of all acts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stamp {
    pub(super) sequence: i64,
    pub(super) at: DateTime<Utc>,
}

/// What happened to one article in one locale.
pub(super) struct Event {
    pub(super) change: Change,
    pub(super) article: Uuid,
    pub(super) locale: String,
    pub(super) slug: String,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Change {
    Published,
    Changed,
    Withdrawn,
}

impl Change {
    fn as_str(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// The tag of everything that shows an article.
pub(super) fn article_tag(article: Uuid) -> String {
    format!("article:{article}")
}

/// Holds all other acts back until this transaction ends, and says what time it is for acts.
pub(super) async fn lock_counter(conn: &mut AsyncPgConnection) -> Result<DateTime<Utc>, Error> {
    let locked: bool = counter::table.select(counter::id).for_update().first(conn).await?;
    debug_assert!(locked, "the counter's only key is true");
    let clock = sql_query("SELECT clock_timestamp() AS at").get_result::<Clock>(conn).await?;
    Ok(clock.at)
}

/// Takes the next number. Later than every act before, even when the clock went back.
pub(super) async fn take_sequence(conn: &mut AsyncPgConnection) -> Result<Stamp, Error> {
    let next = "UPDATE operations.counter SET sequence = sequence + 1, \
                last_at = greatest(clock_timestamp(), last_at + interval '1 microsecond') \
                RETURNING sequence, last_at AS at";
    let NextRow { sequence, at } = sql_query(next).get_result(conn).await?;
    Ok(Stamp { sequence, at })
}

/// Writes what an act did: the act with the tags it made stale, its events, one audit row, one NOTIFY.
pub(super) async fn record(
    conn: &mut AsyncPgConnection,
    act: &Act,
    kind: &str,
    stamp: Stamp,
    tags: &BTreeSet<String>,
    done: &[Event],
) -> Result<(), Error> {
    let row = (
        acts::sequence.eq(stamp.sequence),
        acts::at.eq(stamp.at),
        acts::kind.eq(kind),
        acts::actor.eq(act.actor.name()),
        acts::request_id.eq(&act.request_id),
        acts::tags.eq(tags.iter().collect::<Vec<_>>()),
    );
    diesel::insert_into(acts::table).values(row).execute(conn).await?;
    let rows = done.iter().zip(0..).map(|(event, ordinal)| {
        (
            events::sequence.eq(stamp.sequence),
            events::ordinal.eq(ordinal),
            events::kind.eq(event.change.as_str()),
            events::article_id.eq(event.article),
            events::locale.eq(&event.locale),
            events::slug.eq(&event.slug),
        )
    });
    for some in rows.collect::<Vec<_>>().chunks(5_000) {
        diesel::insert_into(events::table).values(some.to_vec()).execute(conn).await?;
    }
    let only = match done {
        [event] => Some(Subject { kind: "article", id: event.article }),
        _ => None,
    };
    let detail = json!({ "articles": done.len() });
    let sequence = Some(stamp.sequence);
    let entry = Entry { action: kind, subject: only, before: None, after: None, sequence, detail };
    acting::log(conn, act, entry).await?;
    let notify = sql_query("SELECT pg_notify($1, $2)").bind::<Text, _>(CHANNEL);
    notify.bind::<Text, _>(stamp.sequence.to_string()).execute(conn).await?;
    Ok(())
}

#[derive(QueryableByName)]
struct Clock {
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
}

#[derive(QueryableByName)]
struct NextRow {
    #[diesel(sql_type = BigInt)]
    sequence: i64,
    #[diesel(sql_type = Timestamptz)]
    at: DateTime<Utc>,
}
