//! Test databases, cloned from a migrated template. Behind the feature `testing`.

mod notify_round_trip;

use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, sql_query};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};

use crate::connection::open;
use crate::migrations;
use crate::operations::jobs;
use crate::{Access, DeliveryConn, Error, OpenError, roles};

pub use notify_round_trip::NotifyRoundTrip;

/// The statement that claims jobs, for tests that `EXPLAIN` it.
pub const CLAIM: &str = jobs::CLAIM;

/// Creates the roles and a migrated template database.
///
/// # Errors
/// [`OpenError`].
pub async fn make_template(superuser: &Access, template: &Access, name: &str) -> Result<(), OpenError> {
    let mut connection = open(superuser).await?;
    roles::create_roles_and_database(superuser).await?;
    let create = sql_query("SELECT format('CREATE DATABASE %I OWNER masthead_owner', $1) AS text")
        .bind::<Text, _>(name);
    let create = create.get_result(&mut connection).await;
    run_generated(&mut connection, create).await?;
    migrations::run(template).await?;
    Ok(())
}

/// Clones the template.
///
/// # Errors
/// [`OpenError`].
pub async fn clone_template(superuser: &Access, template: &str, name: &str) -> Result<(), OpenError> {
    let mut connection = open(superuser).await?;
    let create =
        sql_query("SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER masthead_owner', $1, $2) AS text");
    let create = create.bind::<Text, _>(name).bind::<Text, _>(template).get_result(&mut connection).await;
    run_generated(&mut connection, create).await
}

/// Generates the schema files from a migrated database: name and content.
///
/// # Errors
/// [`OpenError`].
pub async fn generate_schema(access: &Access) -> Result<Vec<(String, String)>, OpenError> {
    let mut connection = open(access).await?;
    let rows: Vec<SchemaRow> =
        sql_query(include_str!("testing/schema.sql")).load(&mut connection).await.map_err(refused)?;
    Ok(rows.into_iter().map(|SchemaRow { schema_name, declarations }| (schema_name, declarations)).collect())
}

/// Runs SQL statements.
///
/// # Errors
/// [`OpenError`].
pub async fn execute(access: &Access, sql: &str) -> Result<(), OpenError> {
    let mut connection = open(access).await?;
    connection.batch_execute(sql).await.map_err(refused)
}

/// Runs a query with one text column named `text`.
///
/// # Errors
/// [`OpenError`].
pub async fn texts(access: &Access, sql: &str) -> Result<Vec<String>, OpenError> {
    let mut connection = open(access).await?;
    let rows: Vec<TextRow> = sql_query(sql).load(&mut connection).await.map_err(refused)?;
    Ok(rows.into_iter().map(|TextRow { text }| text).collect())
}

/// The number of prepared statements of a public read connection.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn prepared_count(conn: &mut DeliveryConn) -> Result<i64, Error> {
    let count = sql_query("SELECT count(*) AS number FROM pg_prepared_statements");
    let Counted { number } = count.get_result(conn.inner()).await?;
    Ok(number)
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

/// Reverts all migrations, newest first.
///
/// # Errors
/// [`OpenError`].
pub async fn revert_all(owner: &Access) -> Result<(), OpenError> {
    migrations::revert_all(owner).await
}

async fn run_generated(
    connection: &mut diesel_async::AsyncPgConnection,
    made: diesel::QueryResult<TextRow>,
) -> Result<(), OpenError> {
    let TextRow { text } = made.map_err(refused)?;
    connection.batch_execute(&text).await.map_err(refused)
}

fn refused(error: diesel::result::Error) -> OpenError {
    OpenError::Migration(error.to_string())
}

#[derive(QueryableByName)]
struct TextRow {
    #[diesel(sql_type = Text)]
    text: String,
}

#[derive(QueryableByName)]
struct SchemaRow {
    #[diesel(sql_type = Text)]
    schema_name: String,
    #[diesel(sql_type = Text)]
    declarations: String,
}
