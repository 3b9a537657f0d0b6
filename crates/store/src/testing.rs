//! Test databases, cloned from a migrated template. Behind the feature `testing`.

mod notify_round_trip;

use diesel::sql_query;
use diesel::sql_types::{BigInt, Text};
use diesel_async::{RunQueryDsl, SimpleAsyncConnection};

use crate::connection::open;
use crate::migrations;
use crate::operations::jobs;
use crate::statement_cache::typed;
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
    let create = sql_query("SELECT format('CREATE DATABASE %I OWNER masthead_owner', $1)");
    let create: String = typed::<Text, _>(create.bind::<Text, _>(name)).get_result(&mut connection).await?;
    connection.batch_execute(&create).await.map_err(refused)?;
    migrations::run(template).await?;
    Ok(())
}

/// Clones the template.
///
/// # Errors
/// [`OpenError`].
pub async fn clone_template(superuser: &Access, template: &str, name: &str) -> Result<(), OpenError> {
    let mut connection = open(superuser).await?;
    let create = sql_query("SELECT format('CREATE DATABASE %I TEMPLATE %I OWNER masthead_owner', $1, $2)");
    let create = typed::<Text, _>(create.bind::<Text, _>(name).bind::<Text, _>(template));
    let create: String = create.get_result(&mut connection).await?;
    connection.batch_execute(&create).await.map_err(refused)
}

/// Generates the schema files from a migrated database: name and content.
///
/// # Errors
/// [`OpenError`].
pub async fn generate_schema(access: &Access) -> Result<Vec<(String, String)>, OpenError> {
    let mut connection = open(access).await?;
    let schema = typed::<(Text, Text), _>(sql_query(include_str!("testing/schema.sql")));
    schema.load(&mut connection).await.map_err(refused)
}

/// Runs SQL statements.
///
/// # Errors
/// [`OpenError`].
pub async fn execute(access: &Access, sql: &str) -> Result<(), OpenError> {
    let mut connection = open(access).await?;
    connection.batch_execute(sql).await.map_err(refused)
}

/// Runs a query with one text column.
///
/// # Errors
/// [`OpenError`].
pub async fn texts(access: &Access, sql: &str) -> Result<Vec<String>, OpenError> {
    let mut connection = open(access).await?;
    typed::<Text, _>(sql_query(sql)).load(&mut connection).await.map_err(refused)
}

/// The number of prepared statements of a public read connection.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn prepared_count(conn: &mut DeliveryConn) -> Result<i64, Error> {
    let count = typed::<BigInt, _>(sql_query("SELECT count(*) FROM pg_prepared_statements"));
    Ok(count.get_result(conn.inner()).await?)
}

/// Reverts all migrations, newest first.
///
/// # Errors
/// [`OpenError`].
pub async fn revert_all(owner: &Access) -> Result<(), OpenError> {
    migrations::revert_all(owner).await
}

fn refused(error: diesel::result::Error) -> OpenError {
    OpenError::Migration(error.to_string())
}
