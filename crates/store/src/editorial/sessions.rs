//! Sessions: created by a sign-in; ended by a sign-out, a change of password or role, a suspension, or the reuse of a
//! refresh token. A session is a family of refresh tokens (RFC 9700, section 4.14), of which only the newest
//! generation is valid.

use chrono::{DateTime, Utc};
use diesel::dsl::now;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Integer, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Action, PersonId, Refusal, Session, SessionId};
use serde_json::json;
use uuid::Uuid;

use crate::schema::editorial::{people, sessions};
use crate::statement_cache::typed;
use crate::write::{Actor, AuditSubject, NewAuditEntry, WriteContext, WriteTransaction};
use crate::{EditorialConn, Error};

/// Why a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EndReason {
    SignOut,
    Password,
    Role,
    Suspension,
    Reuse,
    Administrator,
}

impl EndReason {
    fn as_str(self) -> &'static str {
        match self {
            Self::SignOut => "sign_out",
            Self::Password => "password",
            Self::Role => "role",
            Self::Suspension => "suspension",
            Self::Reuse => "reuse",
            Self::Administrator => "administrator",
        }
    }
}

/// Creates a session if the verified password hash is still the stored one. It expires after 30 days.
///
/// # Errors
/// [`Refusal::SignedOut`] when the account was suspended or got another password meanwhile; [`Error::Unavailable`].
pub async fn create(
    tx: WriteTransaction<'_>,
    id: SessionId,
    person: PersonId,
    checked_hash: &str,
    client: &str,
) -> Result<Session, Error> {
    let mut conn = tx.conn;
    let same = people::password_hash.eq(checked_hash).and(people::suspended_at.is_null());
    let same = people::table.find(person.0).filter(same).select(people::id).for_share();
    same.first::<Uuid>(&mut conn).await.optional()?.ok_or(Refusal::SignedOut)?;
    let begin =
        sql_query(CREATE).bind::<SqlUuid, _>(id.0).bind::<SqlUuid, _>(person.0).bind::<Text, _>(client);
    begin.execute(&mut conn).await?;
    append_audit_entry(tx, "sign in", id).await?;
    let row = sessions::table.find(id.0).select(SessionRow::as_select()).first(&mut conn).await?;
    Ok(Session::from(row))
}

/// Exchanges a generation of a session's refresh token for the next one and returns its number. For 20 seconds the
/// previous generation returns the same successor again to the same client, in case the response was lost or two tabs
/// refreshed at once. Any other reuse means that a token was stolen, so it ends the session. Returns `None` when the
/// session is over.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn rotate(
    tx: WriteTransaction<'_>,
    id: SessionId,
    generation: i32,
    client: &str,
) -> Result<Option<(i32, Session)>, Error> {
    let mut conn = tx.conn;
    let locked = sql_query(LOCK_FOR_ROTATION).bind::<SqlUuid, _>(id.0).bind::<Integer, _>(generation);
    let locked = typed::<(SqlUuid, Text), _>(locked.bind::<Text, _>(client));
    let locked: Option<(Uuid, String)> = locked.get_result(&mut conn).await.optional()?;
    let Some((person_id, what)) = locked else { return Ok(None) };
    let (session, next) = (sessions::table.find(id.0), generation.saturating_add(1));
    match what.as_str() {
        "next" => {
            let values = (sessions::generation.eq(next), sessions::rotated_at.eq(now));
            let row = diesel::update(session).set(values).returning(SessionRow::as_returning());
            Ok(Some((next, Session::from(row.get_result(&mut conn).await?))))
        }
        "again" => {
            let row = session.select(SessionRow::as_select()).first(&mut conn).await?;
            Ok(Some((next, Session::from(row))))
        }
        _ => {
            end_one(conn, id, EndReason::Reuse).await?;
            let actor = Actor::Person { id: PersonId(person_id), session: id };
            let context = WriteContext::new(actor, &tx.context.request_id);
            append_audit_entry(WriteTransaction { conn, context: &context }, "refresh token reused", id)
                .await?;
            tracing::warn!(
                session = %id.0, request_id = tx.context.request_id, "refresh token reused: session ended"
            );
            Ok(None)
        }
    }
}

/// The valid sessions of a person, newest first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(conn: &mut EditorialConn, person: PersonId) -> Result<Vec<Session>, Error> {
    let good = sessions::ended_at.is_null().and(sessions::expires_at.gt(now));
    let query = sessions::table
        .filter(sessions::person_id.eq(person.0))
        .filter(good)
        .order(sessions::created_at.desc());
    let rows = query.limit(100).select(SessionRow::as_select()).load(conn.inner()).await?;
    Ok(rows.into_iter().map(Session::from).collect())
}

/// Ends a session: one's own, or anybody's as an administrator. Does nothing when it has already ended.
///
/// # Errors
/// [`Error::NotFound`] when there is none, or it is another person's; [`Error::Unavailable`].
pub async fn end(tx: WriteTransaction<'_>, id: SessionId) -> Result<(), Error> {
    let mut conn = tx.conn;
    let owner: Uuid =
        sessions::table.find(id.0).select(sessions::person_id).for_update().first(&mut conn).await?;
    let is_own = tx.context.person() == Some(PersonId(owner));
    if !is_own {
        let others = tx.authorize(Action::ManagePeople, None).await;
        others.map_err(|error| if matches!(error, Error::Refused(_)) { Error::NotFound } else { error })?;
    }
    end_one(conn, id, if is_own { EndReason::SignOut } else { EndReason::Administrator }).await?;
    append_audit_entry(tx, "end session", id).await?;
    Ok(())
}

/// Ends all sessions of a person.
pub(super) async fn end_all(
    mut conn: &AsyncPgConnection,
    person: PersonId,
    reason: EndReason,
) -> Result<(), Error> {
    let open = sessions::table.filter(sessions::person_id.eq(person.0)).filter(sessions::ended_at.is_null());
    let values = (sessions::ended_at.eq(now), sessions::ended_by.eq(reason.as_str()));
    diesel::update(open).set(values).execute(&mut conn).await?;
    Ok(())
}

async fn end_one(mut conn: &AsyncPgConnection, id: SessionId, reason: EndReason) -> Result<(), Error> {
    let open = sessions::table.find(id.0).filter(sessions::ended_at.is_null());
    let values = (sessions::ended_at.eq(now), sessions::ended_by.eq(reason.as_str()));
    diesel::update(open).set(values).execute(&mut conn).await?;
    Ok(())
}

async fn append_audit_entry(tx: WriteTransaction<'_>, action: &str, id: SessionId) -> Result<(), Error> {
    let subject = Some(AuditSubject { kind: "session", id: id.0 });
    let entry =
        NewAuditEntry { action, subject, before: None, after: None, sequence: None, detail: json!({}) };
    tx.append_audit_entry(entry).await
}

const CREATE: &str = "INSERT INTO editorial.sessions (id, person_id, client, expires_at) \
    VALUES ($1, $2, $3, now() + interval '30 days')";

/// Locks the row, so that concurrent refreshes are serialised. `clock_timestamp()` includes the time spent waiting
/// for the lock, unlike `now()`.
const LOCK_FOR_ROTATION: &str = "SELECT sessions.person_id, CASE
        WHEN sessions.generation = $2 THEN 'next'
        WHEN sessions.generation = $2 + 1 AND sessions.client = $3
            AND clock_timestamp() < sessions.rotated_at + interval '20 seconds' THEN 'again'
        ELSE 'reused'
    END AS what
    FROM editorial.sessions
    JOIN editorial.people ON people.id = sessions.person_id
    WHERE sessions.id = $1 AND sessions.ended_at IS NULL AND sessions.expires_at > now()
        AND people.suspended_at IS NULL
    FOR UPDATE OF sessions";

#[derive(Queryable, Selectable)]
#[diesel(table_name = sessions, check_for_backend(Pg))]
struct SessionRow {
    id: Uuid,
    client: String,
    created_at: DateTime<Utc>,
    rotated_at: DateTime<Utc>,
    expires_at: DateTime<Utc>,
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        let SessionRow { id, client, created_at, rotated_at, expires_at } = row;
        Self { id: SessionId(id), client, created_at, refreshed_at: rotated_at, expires_at }
    }
}
