//! Migrations: applied once by concurrent processes, and never over a newer schema.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use store::{Access, OpenError, migrations, roles};
use tokio::runtime::Handle;
use tokio::task::{JoinHandle, spawn_blocking};

use crate::database::Database;

/// Migrates on a thread, like a starting process.
fn start(owner: Access) -> JoinHandle<Result<Vec<String>, OpenError>> {
    spawn_blocking(move || Handle::current().block_on(migrations::run(&owner)))
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_processes_apply_each_migration_once() {
    let database = Database::empty().await;
    let starting = (0..8).map(|_| start(database.access(roles::OWNER)));
    let applied = join_all(starting).await.into_iter().map(|applied| applied.unwrap().unwrap());
    let (first, others): (Vec<_>, Vec<_>) = applied.partition(|applied| !applied.is_empty());
    assert_eq!((first.len(), others.len()), (1, 7));
    let recorded = "SELECT count(*) || ' ' || count(DISTINCT version) FROM __diesel_schema_migrations";
    let count = first.concat().len();
    assert_eq!(database.value(recorded).await, format!("{count} {count}"));
    assert!(migrations::pending(&database.access(roles::OWNER)).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn pending_migrations_are_listed_oldest_first_without_applying_them() {
    let database = Database::empty().await;
    let owner = database.access(roles::OWNER);
    let pending = migrations::pending(&owner).await.unwrap();
    assert!(pending.is_sorted() && !pending.is_empty(), "{pending:?}");
    assert_eq!(migrations::run(&owner).await.unwrap(), pending);
    assert!(migrations::run(&owner).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schema_of_a_newer_version_is_refused_and_not_changed() {
    let database = Database::migrated().await;
    let newer = "INSERT INTO __diesel_schema_migrations (version) VALUES ('99991231000001')";
    database.execute(newer).await;
    let owner = database.access(roles::OWNER);
    let before = database.contents().await;
    for refused in [migrations::run(&owner).await, migrations::pending(&owner).await] {
        let named = matches!(&refused, Err(OpenError::NewerSchema(version)) if version == "99991231000001");
        assert!(named, "{refused:?}");
    }
    assert!(database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_migration_blocked_by_a_lock_is_retried_until_it_succeeds() {
    assert_retried_while_blocked(Database::empty().await).await;
}

pub(crate) async fn assert_retried_while_blocked(database: Database) {
    let owner = database.access(roles::OWNER);
    // Asking for pending migrations creates diesel's table.
    let pending = migrations::pending(&owner).await.unwrap();
    let other = database.session().await;
    other.execute("BEGIN; LOCK TABLE __diesel_schema_migrations IN SHARE MODE").await;
    let running = start(owner);
    // Each attempt is a transaction of its own.
    let waiting = "SELECT xact_start FROM pg_stat_activity \
                   WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let mut tries = BTreeSet::new();
    while tries.len() < 2 && !running.is_finished() {
        tries.extend(database.column(waiting).await);
    }
    other.execute("COMMIT").await;
    assert_eq!(running.await.unwrap().unwrap(), pending);
}
