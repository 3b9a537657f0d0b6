//! Restores from a backup: servers notice them, cached responses from the lost time are dropped, and clients with later
//! cursors start over. A lagging replica or a forged cursor must not be mistaken for a restore.

use domain::Role;
use masthead::{Config, DeliveryConfig, Server};
use serde_json::json;
use store::operations::act_log;
use store::{PoolSizes, Store, roles};
use tests::{Reader, ReplicatedDatabase, TestApp, TestDatabase, delivery_config, eventually};

use crate::fixture::{Fixture, expect_problem};
use crate::integrating::changes::{forge_cursor, in_snapshot};
use crate::integrating::events::Listener;

/// The cursor at the end of the change log.
async fn end_cursor(reader: &Reader) -> String {
    let page = reader.get("/v1/changes?from=now").await.expect(200);
    page["page"]["next"].as_str().unwrap().to_owned()
}

async fn epoch(database: &TestDatabase) -> String {
    let epoch = "SELECT epoch::text AS text FROM operations.counter";
    store::testing::texts(&database.access(roles::OWNER), epoch).await.unwrap().remove(0)
}

async fn wait_until_cursor_refused(reader: &Reader, cursor: &str) {
    let path = format!("/v1/changes?after={cursor}");
    eventually(async || (reader.get_allowing_5xx(&path).await.status == 410).then_some(())).await;
    assert_eq!(expect_problem(reader.get(&path).await, 410).0, "start-over");
}

/// Two servers on one database with two articles, and a backup of it.
struct Restored {
    fixture: Fixture,
    _server: Server,
    other: Reader,
    draft: String,
    backup: TestDatabase,
}

impl Restored {
    async fn start() -> Self {
        let fixture = Fixture::new().await;
        let draft = fixture.publish_new("one").await;
        fixture.publish_new("two").await;
        let (server, other) = fixture.app.start_another_with_reader().await;
        let backup = fixture.app.database.backup().await;
        let restored = Self { fixture, _server: server, other, draft, backup };
        wait_until_recovered(&restored.fixture).await;
        wait_until_reads_recover(&restored.other).await;
        restored
    }

    fn readers(&self) -> [&Reader; 2] {
        [&self.fixture.app.reader, &self.other]
    }

    async fn restore(&self) {
        self.fixture.app.database.restore(&self.backup).await;
        wait_until_recovered(&self.fixture).await;
        wait_until_reads_recover(&self.other).await;
    }
}

/// Waits until the server reads from the database again.
async fn wait_until_reads_recover(reader: &Reader) {
    eventually(async || {
        let response = reader.get_allowing_5xx("/v1/teasers").await;
        (response.status == 200 && !response.headers.contains_key("age")).then_some(())
    })
    .await;
}

/// Waits until the editorial API works again too.
async fn wait_until_recovered(fixture: &Fixture) {
    wait_until_reads_recover(&fixture.app.reader).await;
    eventually(async || (fixture.editor.get("/me").send().await.status == 200).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restore_caches_are_cleared_and_change_log_cursors_are_refused() {
    let restored = Restored::start().await;
    let Restored { fixture, other, draft, .. } = &restored;
    let epoch_before = epoch(&restored.backup).await;
    fixture.save(draft, json!({ "headline": "Lost" })).await;
    fixture.publish(draft).await.expect(201);
    let sequence = fixture.publish(&fixture.draft("three").await).await.expect(201)["sequence"].clone();
    let mut cursors = Vec::new();
    for reader in restored.readers() {
        reader.get(&format!("/v1/sections?min_sequence={sequence}")).await.expect(200);
        for path in ["/v1/articles/one", "/v1/articles/three", "/v1/teasers"] {
            assert!(
                reader.get(path).await.expect(200).to_string().contains("Lost") || path.contains("three")
            );
        }
        assert_eq!(reader.get("/v1/articles/four").await.status, 404);
        cursors.push(end_cursor(reader).await);
    }
    let mut listener = Listener::connect(&fixture.app.base_url(), "from=now", None).await;
    listener.wait_for_keep_alive().await;

    restored.restore().await;
    assert_eq!(listener.remaining_blocks().await.last().unwrap(), "event: start-over\ndata: {}");
    for (reader, cursor) in restored.readers().into_iter().zip(&cursors) {
        wait_until_cursor_refused(reader, cursor).await;
        assert_eq!(reader.get("/v1/articles/one").await.expect(200)["headline"], "About one");
        assert_eq!(reader.get("/v1/articles/three").await.status, 404);
        let teasers = reader.get("/v1/teasers").await.text();
        assert!(!teasers.contains("Lost") && !teasers.contains("three"), "{teasers}");
    }
    let epoch_now = epoch(&fixture.app.database).await;
    assert_ne!(epoch_now, epoch_before);

    // After the restore, sequence numbers are reused, and cursors of one server are valid on the other.
    let cursor = end_cursor(other).await;
    let again = fixture.publish(&fixture.draft("four").await).await.expect(201)["sequence"].clone();
    assert!(again.as_i64().unwrap() <= sequence.as_i64().unwrap(), "{again} after {sequence}");
    for reader in restored.readers() {
        let path = format!("/v1/changes?after={cursor}&min_sequence={again}");
        assert_eq!(reader.get(&path).await.expect(200)["data"][0]["slug"], "four");
        assert_eq!(reader.get("/v1/articles/four").await.expect(200)["slug"], "four");
    }
    let mut listener = Listener::connect(&fixture.app.base_url(), "from=now", None).await;
    listener.wait_for_keep_alive().await;
    fixture.publish_new("five").await;
    assert_eq!(listener.next_event().await.change["slug"], "five");
    assert_eq!(epoch(&fixture.app.database).await, epoch_now, "one restore is one new epoch");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_adopts_an_epoch_that_another_server_began() {
    let restored = Restored::start().await;
    let Restored { fixture, .. } = &restored;
    fixture.publish_new("lost").await;
    let cursor = end_cursor(&fixture.app.reader).await;
    let before = fixture.app.reader.get("/v1/articles/lost").await;
    before.expect(200);
    // As `masthead restored` does, or another server that noticed first.
    let mut conn = fixture.app.store().operations().await.unwrap();
    let old = act_log::newest(&mut conn).await.unwrap().epoch;
    let new = store::operations::epochs::start(&mut conn, old).await.unwrap();
    assert!(new.is_some() && store::operations::epochs::start(&mut conn, old).await.unwrap().is_none());
    for reader in restored.readers() {
        wait_until_cursor_refused(reader, &cursor).await;
        let response = reader.get("/v1/articles/lost").await;
        assert_eq!(response.header("cache-status"), "masthead; fwd=miss; stored", "it was not forgotten");
        reader.get(&format!("/v1/changes?after={}", end_cursor(reader).await)).await.expect(200);
    }
    assert_eq!(epoch(&fixture.app.database).await, new.unwrap().to_string());
}

/// Starts a server that writes a stale snapshot to this directory when it stops.
async fn start_with_snapshot(
    directory: &tempfile::TempDir,
) -> (impl FnOnce(Config) -> Config + Clone + use<>, Fixture) {
    let snapshot_path = Some(directory.path().join("last-known.jsonl"));
    let delivery = DeliveryConfig { snapshot_path, ..delivery_config() };
    let change = move |config: Config| Config { delivery, ..config };
    let fixture =
        Fixture::with_app(TestApp::start_with(TestDatabase::new().await, change.clone()).await).await;
    fixture.publish_new("one").await;
    (change, fixture)
}

/// Starts a server on the same database without a stale snapshot.
async fn start_without_snapshot(database: TestDatabase, section: String) -> Fixture {
    let app = TestApp::start_on(database).await;
    let editor = app.editor(Role::Editor).await;
    Fixture { app, editor, section }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_while_no_server_runs_is_noticed_at_the_next_start() {
    let directory = tempfile::tempdir().unwrap();
    let (change, fixture) = start_with_snapshot(&directory).await;
    let backup = fixture.app.database.backup().await;
    eventually(async || {
        (fixture.app.reader.get_allowing_5xx("/v1/teasers").await.status == 200).then_some(())
    })
    .await;
    eventually(async || (fixture.editor.get("/me").send().await.status == 200).then_some(())).await;
    fixture.publish_new("lost").await;
    fixture.app.reader.get("/v1/articles/lost").await.expect(200);
    let cursor = end_cursor(&fixture.app.reader).await;
    let database = fixture.app.stop().await;
    let snapshot = || std::fs::read_to_string(directory.path().join("last-known.jsonl")).unwrap();
    assert!(snapshot().contains("/v1/articles/lost"));
    database.restore(&backup).await;

    let app = TestApp::start_with(database, change).await;
    assert!(!snapshot().contains("/v1/articles/lost"), "it is left on disk");
    assert_eq!(
        expect_problem(app.reader.get(&format!("/v1/changes?after={cursor}")).await, 410).0,
        "start-over"
    );
    assert_eq!(app.reader.get("/v1/articles/lost").await.status, 404);
    assert_eq!(app.reader.get("/v1/articles/one").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_is_noticed_even_when_sequence_numbers_have_caught_up() {
    let directory = tempfile::tempdir().unwrap();
    let (change, fixture) = start_with_snapshot(&directory).await;
    let backup = fixture.app.database.backup().await;
    eventually(async || (fixture.editor.get("/me").send().await.status == 200).then_some(())).await;
    eventually(async || {
        (fixture.app.reader.get_allowing_5xx("/v1/teasers").await.status == 200).then_some(())
    })
    .await;
    fixture.publish_new("lost").await;
    let cursor = end_cursor(&fixture.app.reader).await;
    let database = fixture.app.stop().await;
    database.restore(&backup).await;
    // Without a snapshot the server cannot notice the restore.
    let elsewhere = start_without_snapshot(database, fixture.section).await;
    for slug in ["two", "three", "four"] {
        elsewhere.publish_new(slug).await;
    }
    let reader = &elsewhere.app.reader;
    assert_eq!(
        reader.get(&format!("/v1/changes?after={cursor}")).await.status,
        200,
        "it has no way of knowing"
    );
    let server = elsewhere.app.start_another_with(change).await;
    for reader in [reader, &Reader::new(format!("http://{}", server.address()))] {
        wait_until_cursor_refused(reader, &cursor).await;
        assert_eq!(reader.get("/v1/articles/four").await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordinary_restart_begins_no_new_epoch() {
    let directory = tempfile::tempdir().unwrap();
    let (change, fixture) = start_with_snapshot(&directory).await;
    let cursor = end_cursor(&fixture.app.reader).await;
    let database = fixture.app.stop().await;
    // Publish something that is not in the snapshot.
    let elsewhere = start_without_snapshot(database, fixture.section).await;
    elsewhere.publish_new("two").await;
    let database = elsewhere.app.stop().await;
    let before = epoch(&database).await;
    let app = TestApp::start_with(database, change).await;
    let page = app.reader.get(&format!("/v1/changes?after={cursor}")).await.expect(200);
    assert_eq!(page["data"][0]["slug"], "two");
    assert_eq!(epoch(&app.database).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cursor_beyond_the_last_act_is_refused_and_begins_no_epoch() {
    let fixture = Fixture::new().await;
    let (_server, other) = fixture.app.start_another_with_reader().await;
    fixture.publish_new("one").await;
    let reader = &fixture.app.reader;
    let (cursor, before) = (end_cursor(reader).await, epoch(&fixture.app.database).await);
    let mut listener = Listener::connect(&fixture.app.base_url(), "from=now", None).await;
    listener.wait_for_keep_alive().await;
    reader.get("/v1/articles/one").await.expect(200);
    let followed =
        |sequence: i64, ordinal: i32| json!({ "InLog": { "sequence": sequence, "ordinal": ordinal } });
    for key in [followed(2, 0), followed(i64::MAX, i32::MAX), in_snapshot(2, "en")] {
        let ahead = forge_cursor(&cursor, &key);
        for reader in [reader, &other] {
            let response = reader.get(&format!("/v1/changes?after={ahead}")).await;
            assert_eq!(expect_problem(response, 410).0, "start-over", "{key}");
            let headers = [("accept", "text/event-stream"), ("last-event-id", &ahead)];
            assert_eq!(reader.get_with("/v1/changes", &headers).await.status, 410, "{key}");
        }
    }
    assert_eq!(reader.get("/v1/articles/one").await.header("cache-status"), "masthead; hit; ttl=60");
    assert_eq!(epoch(&fixture.app.database).await, before);
    fixture.publish_new("two").await;
    assert_eq!(listener.next_event().await.change["slug"], "two", "whoever listens goes on");
    // A cursor beyond what this server has synced makes it sync first.
    let now = end_cursor(reader).await;
    other.get(&format!("/v1/changes?after={now}")).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lagging_replica_is_not_mistaken_for_a_restore() {
    let replicated = ReplicatedDatabase::new().await;
    let fixture = Fixture::with_app(TestApp::start_on(replicated.database.clone()).await).await;
    fixture.publish_new("one").await;
    replicated.pause_replay().await;
    fixture.publish_new("two").await;
    let mut conn = fixture.app.store().operations().await.unwrap();
    let known = act_log::newest(&mut conn).await.unwrap();
    let access = |role| replicated.replica.access(role);
    let pools = PoolSizes { delivery: 1, editorial: 1, operations: 1 };
    let (owner, writer, reader) = (access(roles::OWNER), access(roles::WRITER), access(roles::READER));
    let store = Store::new(&store::Config { owner, writer, reader, replica: None, pools }).unwrap();
    let mut at_replica = store.operations().await.unwrap();
    for known in [known.clone(), act_log::LastAct { epoch: uuid::Uuid::now_v7(), ..known.clone() }] {
        let found = act_log::resume(&mut at_replica, &known, 10).await;
        assert!(matches!(found, Err(store::Error::Unavailable(_))), "{found:?}");
    }
    replicated.resume_replay().await;
    eventually(async || act_log::resume(&mut at_replica, &known, 10).await.ok()).await;
}
