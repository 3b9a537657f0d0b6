//! Who may do what: owner, writer, reader. Roles belong to the cluster, so they are made here and not in migrations.

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryResult, QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

use crate::migrations::unreachable;
use crate::pool::{Timeouts, connect};
use crate::{Access, Error, OpenError, migrations};

/// Owns the schemas.
pub const OWNER: &str = "masthead_owner";
/// Reads and writes all tables.
pub const WRITER: &str = "masthead_writer";
/// Sees the views of the delivery side.
pub const READER: &str = "masthead_reader";

/// Makes the three login roles and the database in a cluster of our own. `superuser` connects to any database of it.
///
/// # Errors
/// [`OpenError`] when the cluster cannot be reached or refuses.
pub async fn create_roles_and_database(superuser: &Access) -> Result<(), OpenError> {
    let mut connection = connect(superuser, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    let made = create_within(&mut connection).await;
    made.map_err(|error| OpenError::Unreachable(error.to_string()))
}

async fn create_within(connection: &mut AsyncPgConnection) -> QueryResult<()> {
    // Processes that start together make them one after the other. The lock goes with the connection.
    sql_query("SELECT pg_advisory_lock($1)").bind::<BigInt, _>(migrations::LOCK).execute(connection).await?;
    for sql in CREATE_LOGINS {
        connection.batch_execute(sql).await?;
    }
    connection.batch_execute(GRANT_READER_TO_WRITER).await?;
    let made = "SELECT datname::text AS name FROM pg_database WHERE datname = 'masthead'";
    if sql_query(made).load::<Named>(connection).await?.is_empty() {
        connection.batch_execute("CREATE DATABASE masthead OWNER masthead_owner").await?;
    }
    Ok(())
}

/// With a database of somebody else's: makes writer and reader where this login may, and says whether it may take
/// them on. `false`: the wall is weaker, because delivery reads as the owner.
///
/// # Errors
/// [`OpenError::Unreachable`].
pub async fn create_roles_if_permitted(owner: &Access) -> Result<bool, OpenError> {
    let mut connection = connect(owner, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    for sql in CREATE_GROUPS {
        // A login that may not make roles uses those that an administrator made, or none.
        if let Err(error) = connection.batch_execute(sql).await {
            tracing::debug!(%error, "roles were not made");
        }
    }
    is_member_of_roles(&mut connection).await.map_err(|error| OpenError::Unreachable(error.to_string()))
}

async fn is_member_of_roles(connection: &mut AsyncPgConnection) -> QueryResult<bool> {
    let member = "SELECT rolname::text AS name FROM pg_roles \
                  WHERE rolname = ANY (ARRAY['masthead_writer', 'masthead_reader']) \
                  AND pg_has_role(current_user, oid, 'MEMBER')";
    Ok(sql_query(member).load::<Named>(connection).await?.len() == 2)
}

/// Gives writer and reader their rights on what the migrations made. Does nothing when they have them.
pub(crate) async fn grant(connection: &mut AsyncPgConnection) -> QueryResult<()> {
    let missing = sql_query(MISSING_GRANTS).load::<Named>(connection).await?;
    if missing.is_empty() {
        return Ok(());
    }
    connection.batch_execute(GRANTS).await
}

/// Which of the reader's connections see more than they should: the names of tables it may read.
///
/// # Errors
/// [`Error::Unavailable`] when the database cannot be asked.
pub async fn readable_tables(access: &Access) -> Result<Vec<String>, Error> {
    let mut connection = connect(access, &Timeouts::MIGRATIONS).await.map_err(Error::unavailable)?;
    let open = sql_query(OPEN_TABLES).bind::<Text, _>("r").load::<Named>(&mut connection).await?;
    Ok(open.into_iter().map(|Named { name }| name).collect())
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    name: String,
}

const OPEN_TABLES: &str = "SELECT relnamespace::regnamespace || '.' || relname AS name FROM pg_class \
    WHERE relkind = $1::\"char\" AND relnamespace::regnamespace::text IN ('editorial', 'delivery', 'operations') \
    AND has_schema_privilege(relnamespace, 'USAGE') AND has_table_privilege(oid, 'SELECT')";

/// Two processes that make one role at the same moment: one gets a duplicate, which is what it wanted.
const CREATE_LOGINS: [&str; 3] = [
    "DO $$ BEGIN CREATE ROLE masthead_owner LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    "DO $$ BEGIN CREATE ROLE masthead_writer LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    "DO $$ BEGIN CREATE ROLE masthead_reader LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
];

/// Previews are read by the writer, who takes the reader's role on so that a preview shows no more than a page would.
const GRANT_READER_TO_WRITER: &str = "GRANT masthead_reader TO masthead_writer";

const CREATE_GROUPS: [&str; 3] = [
    "DO $$ BEGIN CREATE ROLE masthead_writer NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    "DO $$ BEGIN CREATE ROLE masthead_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    "DO $$ BEGIN IF NOT pg_has_role(current_user, 'masthead_reader', 'MEMBER') THEN \
        GRANT masthead_writer, masthead_reader TO CURRENT_USER; END IF; END $$",
];

/// Names what is missing of the rights that [`GRANTS`] gives, by its first and last statements.
const MISSING_GRANTS: &str = "SELECT rolname::text AS name FROM pg_roles \
    WHERE rolname = 'masthead_reader' AND NOT (has_schema_privilege(oid, 'delivery', 'USAGE') \
        AND has_table_privilege(oid, 'delivery.live', 'SELECT') AND has_table_privilege(oid, 'delivery.state', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.changes', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.searched', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.redirected', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.archived', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.time_zone', 'SELECT')) \
    UNION ALL SELECT rolname::text FROM pg_roles CROSS JOIN pg_class \
    WHERE rolname = 'masthead_writer' AND relkind IN ('r', 'v') \
        AND relnamespace::regnamespace::text IN ('editorial', 'delivery', 'operations') \
        AND NOT has_table_privilege(rolname, pg_class.oid, 'SELECT')";

const GRANTS: &str = "DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'masthead_reader') THEN
        GRANT USAGE ON SCHEMA delivery TO masthead_reader;
        GRANT SELECT ON delivery.live, delivery.past, delivery.addresses, delivery.placed, delivery.listed,
            delivery.state, delivery.history, delivery.changes, delivery.searched, delivery.spelled, delivery.archived,
            delivery.redirected, delivery.time_zone TO masthead_reader;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'masthead_writer') THEN
        GRANT USAGE ON SCHEMA editorial, delivery, operations TO masthead_writer;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA editorial, delivery, operations TO masthead_writer;
        -- What is saved is immutable, and the audit log is append-only.
        REVOKE UPDATE, DELETE ON editorial.revisions, editorial.revision_terms, editorial.audit, operations.acts,
            operations.events FROM masthead_writer;
    END IF;
END $$";
