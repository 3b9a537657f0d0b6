//! The database roles: owner, writer, reader. Roles belong to the cluster, so they are created here and not by
//! migrations.

use diesel::dsl::sql;
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryResult, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl, SimpleAsyncConnection};

use crate::connection::open;
use crate::{Access, Error, OpenError};

/// Owns the schemas.
pub const OWNER: &str = "masthead_owner";
/// Reads and writes all tables.
pub const WRITER: &str = "masthead_writer";
/// Reads the public views.
pub const READER: &str = "masthead_reader";

/// Creates the three login roles and the database in a cluster that the program manages itself. `superuser` connects
/// to any database of it.
///
/// # Errors
/// [`OpenError`] when the cluster cannot be reached or refuses.
pub async fn create_roles_and_database(superuser: &Access) -> Result<(), OpenError> {
    let mut connection = open(superuser).await?;
    lock(&mut connection).await?;
    for sql in CREATE_LOGINS {
        connection.batch_execute(sql).await?;
    }
    let made = "SELECT datname::text FROM pg_database WHERE datname = 'masthead'";
    if sql::<Text>(made).load::<String>(&mut connection).await?.is_empty() {
        connection.batch_execute("CREATE DATABASE masthead OWNER masthead_owner").await?;
    }
    Ok(())
}

/// Takes the lock that serialises processes that start together. It is released when the connection closes, even if
/// the process is killed.
pub(crate) async fn lock(connection: &mut AsyncPgConnection) -> QueryResult<()> {
    sql_query("SELECT pg_advisory_lock($1)").bind::<BigInt, _>(LOCK).execute(connection).await?;
    Ok(())
}

const LOCK: i64 = 0x6d61_7374_6865_6164;

/// In an externally managed database: creates the writer and reader roles if permitted, and returns whether this
/// login may use them. If not, public reads run as the owner, without the protection of a separate role.
///
/// # Errors
/// [`OpenError::Unreachable`].
pub async fn create_roles_if_permitted(owner: &Access) -> Result<bool, OpenError> {
    let mut connection = open(owner).await?;
    for sql in CREATE_GROUPS {
        // Without permission to create roles, roles that an administrator created are used, or none. Only a
        // superuser may grant the setting.
        if let Err(error) = connection.batch_execute(sql).await {
            tracing::debug!(%error, "roles not created");
        }
    }
    let member = "SELECT rolname::text FROM pg_roles \
                  WHERE rolname = ANY (ARRAY['masthead_writer', 'masthead_reader']) \
                  AND pg_has_role(current_user, oid, 'MEMBER')";
    Ok(sql::<Text>(member).load::<String>(&mut connection).await?.len() == 2)
}

/// Grants writer and reader their privileges on the migrated schema. Does nothing when they have them.
pub(crate) async fn grant(connection: &mut AsyncPgConnection) -> QueryResult<()> {
    let missing: Vec<String> = sql::<Text>(MISSING_GRANTS).load(connection).await?;
    if missing.is_empty() {
        return Ok(());
    }
    connection.batch_execute(GRANTS).await?;
    connection.batch_execute(PREVIEW_GRANTS).await
}

/// The tables that this access may read. For the reader there should be none.
///
/// # Errors
/// [`Error::Unavailable`] when the database cannot be asked.
pub async fn readable_tables(access: &Access) -> Result<Vec<String>, Error> {
    let mut connection = open(access).await.map_err(Error::unavailable)?;
    Ok(sql::<Text>(OPEN_TABLES).load(&mut connection).await?)
}

const OPEN_TABLES: &str = "SELECT relnamespace::regnamespace || '.' || relname FROM pg_class \
    WHERE relkind = 'r' \
    AND relnamespace::regnamespace::text IN ('editorial', 'delivery', 'operations', 'preview_sets', 'preview_staging') \
    AND has_schema_privilege(relnamespace, 'USAGE') AND has_table_privilege(oid, 'SELECT')";

/// When two processes create a role at the same time, the duplicate is ignored.
const CREATE_LOGINS: [&str; 5] = [
    "DO $$ BEGIN CREATE ROLE masthead_owner LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    "DO $$ BEGIN CREATE ROLE masthead_writer LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    "DO $$ BEGIN CREATE ROLE masthead_reader LOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    // Previews are read over the writer's connection with the reader role, so that a preview shows no more than a
    // public page.
    "GRANT masthead_reader TO masthead_writer",
    "GRANT SET ON PARAMETER lc_messages TO masthead_owner, masthead_writer, masthead_reader",
];

const CREATE_GROUPS: [&str; 4] = [
    "DO $$ BEGIN CREATE ROLE masthead_writer NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    "DO $$ BEGIN CREATE ROLE masthead_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN END $$",
    "DO $$ BEGIN IF NOT pg_has_role(current_user, 'masthead_reader', 'MEMBER') THEN \
        GRANT masthead_writer, masthead_reader TO CURRENT_USER; END IF; END $$",
    "GRANT SET ON PARAMETER lc_messages TO masthead_writer, masthead_reader",
];

/// Detects missing privileges of [`GRANTS`] and [`PREVIEW_GRANTS`] by some of their statements.
const MISSING_GRANTS: &str = "SELECT rolname::text FROM pg_roles \
    WHERE rolname = 'masthead_reader' AND NOT (has_schema_privilege(oid, 'delivery', 'USAGE') \
        AND has_table_privilege(oid, 'delivery.live', 'SELECT') AND has_table_privilege(oid, 'delivery.state', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.changes', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.searched', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.redirected', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.archived', 'SELECT') \
        AND has_table_privilege(oid, 'delivery.time_zone', 'SELECT') \
        AND has_schema_privilege(oid, 'preview', 'USAGE') AND has_table_privilege(oid, 'preview.live', 'SELECT')) \
    UNION ALL SELECT rolname::text FROM pg_roles CROSS JOIN pg_class \
    WHERE rolname = 'masthead_writer' AND relkind IN ('r', 'v') \
        AND relnamespace::regnamespace::text IN \
            ('editorial', 'delivery', 'operations', 'preview', 'preview_sets', 'preview_staging') \
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

const PREVIEW_GRANTS: &str = "DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'masthead_reader') THEN
        GRANT USAGE ON SCHEMA preview TO masthead_reader;
        GRANT SELECT ON preview.live, preview.past, preview.addresses, preview.placed, preview.listed, preview.searched,
            preview.spelled, preview.archived, preview.redirected TO masthead_reader;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'masthead_writer') THEN
        GRANT USAGE ON SCHEMA preview, preview_sets, preview_staging TO masthead_writer;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA preview, preview_sets, preview_staging
            TO masthead_writer;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA preview_sets TO masthead_writer;
    END IF;
END $$";
