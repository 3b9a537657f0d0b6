//! Outages are recognised on a server whose messages are in another language.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Command;
use std::{any, env};

use store::delivery::terms;
use store::{Error, roles, server_checks};

use crate::database::{Database, WAITING};
use crate::fixture::{TestStore, en};
use crate::migrations::assert_retried_while_blocked;

/// Its messages, and the directory for compiled locales that Postgres inherits.
const GERMAN: &str = "de_DE.UTF-8";
const LOCALES: &str = "LOCPATH";

#[test]
fn outages_are_recognised_on_a_server_with_german_messages() {
    let locales = tempfile::tempdir().unwrap();
    fs::set_permissions(locales.path(), Permissions::from_mode(0o755)).unwrap();
    let compile = ["--inputfile=de_DE", "--charmap=UTF-8"];
    let compiled = Command::new("localedef").args(compile).arg(locales.path().join(GERMAN)).status();
    assert!(
        compiled.is_ok_and(|status| status.success()),
        "cannot compile {GERMAN}: install localedef and the sources of locales (Debian: libc-bin, locales)"
    );
    // The cluster of this process runs already, without the locale.
    let name = any::type_name_of_val(&child_with_german_messages).split_once("::").unwrap().1;
    let mut child = Command::new(env::current_exe().unwrap());
    let child = child.args(["--ignored", "--exact", name]).env(LOCALES, locales.path()).output().unwrap();
    let output = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && output.contains("1 passed"), "{output}");
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "runs in a child process of the test above"]
async fn child_with_german_messages() {
    if env::var_os(LOCALES).is_none() {
        return;
    }
    let fixture = TestStore::on(german(Database::migrated().await).await).await;
    let session = fixture.database.session().await;
    let error = session.try_execute("SELECT 1 / 0").await.unwrap_err();
    assert_eq!(
        error.as_db_error().unwrap().message(),
        "Division durch Null",
        "this Postgres has no German messages: install its translations"
    );

    // 57014: the statement timeout, which is shorter than the timeout of `read`.
    session.execute("BEGIN; LOCK TABLE delivery.counts").await;
    let read = async |conn: &mut _| terms::count(conn, "tag", &en()).await;
    assert_unavailable(fixture.store.read(read).await, "canceling statement due to statement timeout");

    // 57P01: an administrator ends the session.
    let end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock'";
    let ending = async {
        fixture.database.until(&format!("{WAITING} = 1")).await;
        session.execute(end).await;
    };
    let (read, ()) = tokio::join!(fixture.store.read(read), ending);
    assert_unavailable(read, "terminating connection");
    session.execute("ROLLBACK").await;

    // 55P03: the lock timeout of a write.
    session.execute("BEGIN; LOCK TABLE operations.counter").await;
    let edition = fixture.edition(&fixture.article("a").await).await;
    let published = fixture.publish_editions(&[edition]).await;
    assert_unavailable(published, "canceling statement due to lock timeout");
    session.execute("ROLLBACK").await;

    // Without the permission to choose the language, `masthead doctor` reports it, and migrations are retried all the same.
    let empty = german(Database::empty().await).await;
    let reader = fixture.database.access(roles::READER);
    assert_eq!(server_checks::message_locale(&reader).await.unwrap(), "C");
    session.execute("REVOKE SET ON PARAMETER lc_messages FROM masthead_reader, masthead_owner").await;
    assert_eq!(server_checks::message_locale(&reader).await.unwrap(), GERMAN);

    assert_retried_while_blocked(empty).await;
}

async fn german(database: Database) -> Database {
    let set = format!(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET lc_messages = ''{GERMAN}''', current_database()); END $$"
    );
    database.execute(&set).await;
    database
}

fn assert_unavailable<T>(result: Result<T, Error>, message: &str) {
    match result {
        Err(Error::Unavailable(error)) => assert!(error.to_string().contains(message), "{error}"),
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("no error: {message}"),
    }
}
