//! Embedded migrations, applied in order, once, even when several processes start at the same time.

use std::fmt::Display;
use std::time::{Duration, Instant};

use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel::pg::Pg;
use diesel_async::{AsyncMigrationHarness, AsyncPgConnection, RunQueryDsl};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use crate::connection::open;
use crate::{Access, OpenError, roles};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("../../migrations");

/// A migration gives up when it waits for a lock for longer, because every statement behind it in the queue for that lock
/// waits too.
const LOCK_TIMEOUT: Duration = Duration::from_secs(1);

/// How long a migration is retried.
const RETRY_FOR: Duration = Duration::from_secs(25);

/// Applies the pending migrations and returns their names. Concurrent callers wait for each other.
///
/// # Errors
/// [`OpenError`] when the database cannot be reached, is newer than this binary, or a migration fails.
pub async fn run(owner: &Access) -> Result<Vec<String>, OpenError> {
    // diesel takes no lock between finding pending migrations and applying them.
    let mut guard = open(owner).await?;
    roles::lock(&mut guard).await?;
    let applied = apply(owner).await;
    drop(guard);
    applied
}

/// The pending migrations, oldest first.
///
/// # Errors
/// As [`run`].
pub async fn pending(owner: &Access) -> Result<Vec<String>, OpenError> {
    let connection = open(owner).await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    let pending = find_pending(&mut harness)?;
    Ok(pending.iter().map(|migration| migration.name().to_string()).collect())
}

async fn apply(owner: &Access) -> Result<Vec<String>, OpenError> {
    let mut connection = open(owner).await?;
    let settings =
        "SELECT set_config('lock_timeout', '1s', false), set_config('statement_timeout', '5s', false)";
    diesel::sql_query(settings).execute(&mut connection).await.map_err(failed)?;
    let mut harness = AsyncMigrationHarness::new(connection);
    let pending = find_pending(&mut harness)?;
    for migration in &pending {
        apply_one(&mut harness, migration.as_ref()).await?;
    }
    let mut connection = harness.into_inner();
    roles::grant(&mut connection).await.map_err(failed)?;
    Ok(pending.iter().map(|migration| migration.name().to_string()).collect())
}

async fn apply_one(
    harness: &mut AsyncMigrationHarness<AsyncPgConnection>,
    migration: &dyn Migration<Pg>,
) -> Result<(), OpenError> {
    let started = Instant::now();
    loop {
        let attempt = Instant::now();
        let Err(error) = harness.run_migration(migration) else { return Ok(()) };
        // diesel-async drops the SQLSTATE, and the message is in the server's language, so a lock timeout is recognised
        // by the time that passed. Retrying after another error is harmless, because a migration is one transaction.
        if attempt.elapsed() < LOCK_TIMEOUT || started.elapsed() > RETRY_FOR {
            return Err(failed(format_args!("{}: {error}", migration.name())));
        }
        tracing::info!(migration = %migration.name(), %error, "migration timed out, perhaps at a lock of another session: retrying");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

fn find_pending(
    harness: &mut AsyncMigrationHarness<AsyncPgConnection>,
) -> Result<Vec<Box<dyn Migration<Pg>>>, OpenError> {
    let known = MigrationSource::<Pg>::migrations(&MIGRATIONS).map_err(failed)?;
    let applied = harness.applied_migrations().map_err(failed)?;
    let is_known = |version: &MigrationVersion<'_>| known.iter().any(|m| m.name().version() == *version);
    if let Some(newer) = applied.iter().find(|version| !is_known(version)) {
        return Err(OpenError::NewerSchema(newer.to_string()));
    }
    Ok(known.into_iter().filter(|m| !applied.contains(&m.name().version())).collect())
}

/// Reverts all migrations, newest first.
#[cfg(feature = "testing")]
pub(crate) async fn revert_all(owner: &Access) -> Result<(), OpenError> {
    let connection = open(owner).await?;
    let mut harness = AsyncMigrationHarness::new(connection);
    harness.revert_all_migrations(MIGRATIONS).map_err(failed)?;
    Ok(())
}

fn failed(error: impl Display) -> OpenError {
    OpenError::Migration(error.to_string())
}
