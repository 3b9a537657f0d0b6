//! Accounts: created, changed, suspended, and their passwords, which arrive here hashed. Every change that reduces
//! permissions ends the sessions in the same transaction.

use chrono::{DateTime, Utc};
use diesel::dsl::{auto_type, now};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{Binary, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use domain::{Action, Email, Limit, Name, Person, PersonId, Refusal, Role, SessionId};
use serde_json::json;
use uuid::Uuid;

use crate::editorial::sessions::{self, EndReason};
use crate::page;
use crate::schema::editorial::{password_tokens, people, sessions as session_rows};
use crate::statement_cache::typed;
use crate::write;
use crate::write::{AuditSubject, NewAuditEntry, WriteTransaction};
use crate::{EditorialConn, Error};

/// An account to create.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    pub id: PersonId,
    /// The address to sign in with.
    pub email: Email,
    pub name: Name,
    pub role: Role,
    /// Without a password hash the person cannot sign in until a one-time token sets a password.
    pub password_hash: Option<String>,
}

/// The editable fields of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The address to sign in with.
    pub email: Email,
    pub name: Name,
    pub role: Role,
    pub is_suspended: bool,
}

/// What a sign-in is verified against.
#[derive(Debug, Clone)]
pub struct Credentials {
    pub person: Person,
    /// `None` when no password was set yet.
    pub password_hash: Option<String>,
}

/// Creates an account.
///
/// # Errors
/// [`Refusal::EmailTaken`], [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn create(tx: WriteTransaction<'_>, new: &NewPerson) -> Result<Person, Error> {
    let mut conn = tx.conn;
    tx.authorize(Action::ManagePeople, None).await?;
    let row = (
        people::id.eq(new.id.0),
        people::email.eq(new.email.as_str()),
        people::name.eq(new.name.as_str()),
        people::role.eq(new.role.as_str()),
        people::password_hash.eq(&new.password_hash),
    );
    let made = diesel::insert_into(people::table).values(row).returning(PersonRow::as_returning());
    let person = Person::try_from(made.get_result(&mut conn).await?)?;
    append_audit_entry(tx, "create person", None, &person).await?;
    Ok(person)
}

/// Finds an account by id.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn find(conn: &mut EditorialConn, id: PersonId) -> Result<Person, Error> {
    Person::try_from(people::table.find(id.0).select(PersonRow::as_select()).first(conn.inner()).await?)
}

/// The person of a valid session: not ended, not expired, and the account not suspended. One statement.
///
/// # Errors
/// [`Refusal::SignedOut`]; [`Error::Unavailable`].
pub async fn find_by_session(conn: &mut EditorialConn, id: SessionId) -> Result<Person, Error> {
    let good = session_rows::ended_at
        .is_null()
        .and(session_rows::expires_at.gt(now))
        .and(people::suspended_at.is_null());
    let owner =
        session_rows::table.find(id.0).inner_join(people::table.on(people::id.eq(session_rows::person_id)));
    let owner = owner.filter(good).select(PersonRow::as_select());
    Person::try_from(owner.first(conn.inner()).await.optional()?.ok_or(Refusal::SignedOut)?)
}

/// One page of the accounts by id, after a position; and whether there are more.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn list(
    conn: &mut EditorialConn,
    after: Option<Uuid>,
    limit: Limit,
) -> Result<(Vec<Person>, bool), Error> {
    let all = people::table.order(people::id).limit(limit.get() + 1).select(PersonRow::as_select());
    let mut rows = match after {
        Some(after) => all.filter(people::id.gt(after)).load(conn.inner()).await?,
        None => all.load(conn.inner()).await?,
    };
    let more = page::truncate(&mut rows, limit);
    Ok((rows.into_iter().map(Person::try_from).collect::<Result<_, _>>()?, more))
}

/// The credentials of the account with an email address.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn credentials(conn: &mut EditorialConn, email: &Email) -> Result<Option<Credentials>, Error> {
    let known = people::table.filter(people::email.eq(email.as_str()));
    let row = known.select((PersonRow::as_select(), people::password_hash)).first(conn.inner()).await;
    let row: Option<(PersonRow, Option<String>)> = row.optional()?;
    row.map(|(row, password_hash)| Ok(Credentials { person: Person::try_from(row)?, password_hash }))
        .transpose()
}

/// The password hash of an account, to verify a password change.
///
/// # Errors
/// [`Error::NotFound`]; [`Error::Unavailable`].
pub async fn password_hash(conn: &mut EditorialConn, id: PersonId) -> Result<Option<String>, Error> {
    Ok(people::table.find(id.0).select(people::password_hash).first(conn.inner()).await?)
}

/// Whether there is any account.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn any_exist(conn: &mut EditorialConn) -> Result<bool, Error> {
    let any: Option<Uuid> = people::table.select(people::id).first(conn.inner()).await.optional()?;
    Ok(any.is_some())
}

/// Changes an account if `expected` is still its version. A change of role and a suspension end its sessions.
///
/// # Errors
/// [`Error::VersionConflict`], [`Refusal::LastAdmin`], [`Refusal::EmailTaken`], [`Refusal::NotAllowed`], [`Error::NotFound`];
/// [`Error::Unavailable`].
pub async fn change(
    tx: WriteTransaction<'_>,
    id: PersonId,
    expected: i64,
    account: &Account,
) -> Result<Person, Error> {
    let mut conn = tx.conn;
    // Lock all administrators in id order, so that two of them cannot demote each other concurrently.
    let admins = people::table.filter(people::role.eq("admin").or(people::id.eq(id.0)));
    let admins = admins.order(people::id).for_update().select(PersonRow::as_select()).load(&mut conn).await?;
    tx.authorize(Action::ManagePeople, None).await?;
    let admins = admins.into_iter().map(Person::try_from).collect::<Result<Vec<_>, _>>()?;
    let before = admins.iter().find(|person| person.id == id).ok_or(Error::NotFound)?;
    if before.version != expected {
        return Err(Error::VersionConflict { current: before.version });
    }
    let rules = |person: &Person| person.role == Role::Admin && person.suspended_at.is_none();
    let steps_down = rules(before) && (account.role != Role::Admin || account.is_suspended);
    if steps_down && admins.iter().filter(|person| rules(person)).count() == 1 {
        return Err(Refusal::LastAdmin.into());
    }
    let after = update(conn, before, account).await?;
    if before.role != after.role {
        sessions::end_all(conn, id, EndReason::Role).await?;
    } else if after.suspended_at.is_some() && before.suspended_at.is_none() {
        sessions::end_all(conn, id, EndReason::Suspension).await?;
    }
    append_audit_entry(tx, "change person", Some(before), &after).await?;
    Ok(after)
}

async fn update(mut conn: &AsyncPgConnection, before: &Person, account: &Account) -> Result<Person, Error> {
    let Account { email, name, role, is_suspended } = account;
    let values = (
        people::email.eq(email.as_str()),
        people::name.eq(name.as_str()),
        people::role.eq(role.as_str()),
        people::version.eq(before.version.saturating_add(1)),
    );
    let row = people::table.find(before.id.0);
    diesel::update(row).set(values).execute(&mut conn).await?;
    match (before.suspended_at, *is_suspended) {
        (None, true) => {
            diesel::update(row).set(people::suspended_at.eq(now)).execute(&mut conn).await?;
        }
        (Some(_), false) => {
            diesel::update(row)
                .set(people::suspended_at.eq(None::<DateTime<Utc>>))
                .execute(&mut conn)
                .await?;
        }
        (None, false) | (Some(_), true) => {}
    }
    Person::try_from(row.select(PersonRow::as_select()).first(&mut conn).await?)
}

/// Sets a password and ends all sessions of the account.
///
/// # Errors
/// [`Error::NotFound`], [`Refusal::SignedOut`]; [`Error::Unavailable`].
pub async fn set_password(tx: WriteTransaction<'_>, id: PersonId, hash: &str) -> Result<(), Error> {
    let mut conn = tx.conn;
    // Lock first, then authorize: a session that ended while this waited for the lock must not set a password.
    people::table.find(id.0).select(people::id).for_update().first::<Uuid>(&mut conn).await?;
    tx.authorize(Action::OwnAccount, Some(id)).await?;
    replace_password(tx, id, hash).await?;
    Ok(())
}

/// Upgrades the password hash if the verified one is still stored, so that a concurrent password change is not
/// overwritten.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn rehash(
    tx: WriteTransaction<'_>,
    id: PersonId,
    checked_hash: &str,
    better: &str,
) -> Result<(), Error> {
    let same = people::table.find(id.0).filter(people::password_hash.eq(checked_hash));
    diesel::update(same).set(people::password_hash.eq(better)).execute(&mut &*tx.conn).await?;
    Ok(())
}

/// Creates a one-time password token, valid for 30 minutes, and voids earlier ones. Only the digest of the token
/// arrives here.
///
/// # Errors
/// [`Error::NotFound`], [`Refusal::NotAllowed`]; [`Error::Unavailable`].
pub async fn issue_token(
    tx: WriteTransaction<'_>,
    id: PersonId,
    digest: &[u8],
) -> Result<DateTime<Utc>, Error> {
    let mut conn = tx.conn;
    let locked = people::table.find(id.0).select(PersonRow::as_select()).for_update();
    let person: Option<PersonRow> = locked.first(&mut conn).await.optional()?;
    tx.authorize(Action::ManagePeople, None).await?;
    let person = Person::try_from(person.ok_or(Error::NotFound)?)?;
    diesel::delete(password_tokens::table.filter(password_tokens::person_id.eq(id.0)))
        .execute(&mut conn)
        .await?;
    let made = sql_query(ISSUE).bind::<Binary, _>(digest).bind::<SqlUuid, _>(id.0);
    let expires_at = typed::<Timestamptz, _>(made).get_result(&mut conn).await?;
    append_audit_entry(tx, "issue password token", Some(&person), &person).await?;
    Ok(expires_at)
}

/// The person of a valid one-time token. [`consume_token`] verifies it again.
///
/// # Errors
/// [`Refusal::TokenSpent`]; [`Error::Unavailable`].
pub async fn check_token(conn: &mut EditorialConn, digest: &[u8]) -> Result<Person, Error> {
    let good =
        password_tokens::table.find(digest).filter(is_valid_token()).select(password_tokens::person_id);
    let owner: Option<Uuid> = good.first(conn.inner()).await.optional()?;
    find(conn, PersonId(owner.ok_or(Refusal::TokenSpent)?)).await
}

/// Consumes a one-time token: sets the password, ends all sessions, and returns the person.
///
/// # Errors
/// [`Refusal::TokenSpent`]; [`Error::Unavailable`].
pub async fn consume_token(tx: WriteTransaction<'_>, digest: &[u8], hash: &str) -> Result<PersonId, Error> {
    let mut conn = tx.conn;
    let token = password_tokens::table.find(digest).filter(is_valid_token());
    let consumed = diesel::update(token).set(password_tokens::used_at.eq(now));
    let owner: Option<Uuid> =
        consumed.returning(password_tokens::person_id).get_result(&mut conn).await.optional()?;
    let id = PersonId(owner.ok_or(Refusal::TokenSpent)?);
    replace_password(tx, id, hash).await?;
    Ok(id)
}

/// The condition for a token that is neither used nor expired.
#[auto_type]
fn is_valid_token() -> _ {
    password_tokens::used_at.is_null().and(password_tokens::expires_at.gt(now))
}

async fn replace_password(tx: WriteTransaction<'_>, id: PersonId, hash: &str) -> Result<(), Error> {
    let mut conn = tx.conn;
    let set = diesel::update(people::table.find(id.0)).set(people::password_hash.eq(hash));
    let person = Person::try_from(set.returning(PersonRow::as_returning()).get_result(&mut conn).await?)?;
    diesel::delete(
        password_tokens::table
            .filter(password_tokens::person_id.eq(id.0))
            .filter(password_tokens::used_at.is_null()),
    )
    .execute(&mut conn)
    .await?;
    sessions::end_all(conn, id, EndReason::Password).await?;
    append_audit_entry(tx, "set password", Some(&person), &person).await
}

async fn append_audit_entry(
    tx: WriteTransaction<'_>,
    action: &str,
    before: Option<&Person>,
    after: &Person,
) -> Result<(), Error> {
    let entry = NewAuditEntry {
        action,
        subject: Some(AuditSubject { kind: "person", id: after.id.0 }),
        before: before.map(write::digest).transpose()?,
        after: Some(write::digest(after)?),
        sequence: None,
        detail: json!({ "role": after.role, "suspended": after.suspended_at.is_some() }),
    };
    tx.append_audit_entry(entry).await
}

const ISSUE: &str = "INSERT INTO editorial.password_tokens (digest, person_id, expires_at) \
    VALUES ($1, $2, now() + interval '30 minutes') RETURNING expires_at";

#[derive(Queryable, Selectable)]
#[diesel(table_name = people, check_for_backend(Pg))]
struct PersonRow {
    id: Uuid,
    email: String,
    name: String,
    role: String,
    suspended_at: Option<DateTime<Utc>>,
    created_at: DateTime<Utc>,
    version: i64,
}

impl TryFrom<PersonRow> for Person {
    type Error = Error;

    fn try_from(row: PersonRow) -> Result<Self, Error> {
        let PersonRow { id, email, name, role, suspended_at, created_at, version } = row;
        let (email, name, role) = (Email::try_from(email)?, Name::try_from(name)?, Role::try_from(role)?);
        Ok(Self { id: PersonId(id), email, name, role, suspended_at, created_at, version })
    }
}
