//! Embedded migrations, applied in order, once, even when several processes start at the same time.

use std::time::Duration;

use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel::sql_types::BigInt;
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, RunQueryDsl};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::pool::{ConnectError, Timeouts, connect};
use crate::{Access, OpenError, roles};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");

/// The advisory lock that serialises migrating processes. diesel takes no lock between finding pending migrations and
/// applying them.
pub(crate) const LOCK: i64 = 0x6d61_7374_6865_6164;

/// How often a migration is retried when another session's lock blocks it.
const TRIES: u32 = 20;

/// Applies the pending migrations and returns their names. Concurrent callers wait for each other.
///
/// # Errors
/// [`OpenError`] when the database cannot be reached, is newer than this binary, or a migration fails.
pub async fn run(owner: &Access) -> Result<Vec<String>, OpenError> {
    let mut guard = connect(owner, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    statement(&mut guard, "SELECT pg_advisory_lock($1)").await?;
    // The lock is released when this connection closes, even if the process is killed.
    let applied = apply(owner).await;
    drop(guard);
    applied
}

/// The pending migrations, oldest first.
///
/// # Errors
/// As [`run`].
pub async fn pending(owner: &Access) -> Result<Vec<String>, OpenError> {
    let connection = connect(owner, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    let mut harness = AsyncMigrationHarness::new(connection);
    let pending = find_pending(&mut harness)?;
    Ok(pending.iter().map(|migration| migration.name().to_string()).collect())
}

async fn apply(owner: &Access) -> Result<Vec<String>, OpenError> {
    let mut connection = connect(owner, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    let settings =
        "SELECT set_config('lock_timeout', '1s', false), set_config('statement_timeout', '5s', false)";
    diesel::sql_query(settings).execute(&mut connection).await.map_err(|error| failed(&error))?;
    let mut harness = AsyncMigrationHarness::new(connection);
    let pending = find_pending(&mut harness)?;
    for migration in &pending {
        apply_one(&mut harness, migration.as_ref()).await?;
    }
    let mut connection = harness.into_inner();
    roles::grant(&mut connection).await.map_err(|error| failed(&error))?;
    Ok(pending.iter().map(|migration| migration.name().to_string()).collect())
}

async fn apply_one(
    harness: &mut AsyncMigrationHarness<AsyncPgConnection>,
    migration: &dyn Migration<Pg>,
) -> Result<(), OpenError> {
    let mut tries = 1;
    loop {
        let Err(error) = harness.run_migration(migration) else { return Ok(()) };
        if tries == TRIES || !error.to_string().contains("lock timeout") {
            return Err(OpenError::Migration(format!("{}: {error}", migration.name())));
        }
        tracing::info!(migration = %migration.name(), tries, "migration blocked by a lock of another session: retrying");
        tries += 1;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn find_pending(
    harness: &mut AsyncMigrationHarness<AsyncPgConnection>,
) -> Result<Vec<Box<dyn Migration<Pg>>>, OpenError> {
    let known =
        MigrationSource::<Pg>::migrations(&MIGRATIONS).map_err(|e| OpenError::Migration(e.to_string()))?;
    let applied = harness.applied_migrations().map_err(|e| OpenError::Migration(e.to_string()))?;
    let is_known = |version: &MigrationVersion<'_>| known.iter().any(|m| m.name().version() == *version);
    if let Some(newer) = applied.iter().find(|version| !is_known(version)) {
        return Err(OpenError::NewerSchema(newer.to_string()));
    }
    Ok(known.into_iter().filter(|m| !applied.contains(&m.name().version())).collect())
}

async fn statement(connection: &mut AsyncPgConnection, sql: &'static str) -> Result<(), OpenError> {
    let done = diesel::sql_query(sql).bind::<BigInt, _>(LOCK).execute(connection).await;
    done.map(|_| ()).map_err(|error| failed(&error))
}

/// Reverts all migrations, newest first.
#[cfg(feature = "testing")]
pub(crate) async fn revert_all(owner: &Access) -> Result<(), OpenError> {
    let connection = connect(owner, &Timeouts::MIGRATIONS).await.map_err(unreachable)?;
    let mut harness = AsyncMigrationHarness::new(connection);
    harness.revert_all_migrations(MIGRATIONS).map_err(|e| OpenError::Migration(e.to_string()))?;
    Ok(())
}

pub(crate) fn unreachable(error: ConnectError) -> OpenError {
    match error {
        ConnectError::Certificate(text) => OpenError::Untrusted(text),
        ConnectError::Timeout => OpenError::Timeout,
        ConnectError::Failed(text) => OpenError::Unreachable(text),
    }
}

fn failed(error: &diesel::result::Error) -> OpenError {
    OpenError::Migration(error.to_string())
}
