//! A database that is restored from a backup: servers notice, nothing from the lost time is given to anybody, and whoever
//! remembered numbers of acts starts over. What proves nothing changes nothing.

use domain::Role;
use masthead::{Config, DeliveryConfig, Server};
use serde_json::json;
use store::operations::change_log;
use store::{PoolSizes, Store, roles};
use tests::{Newsroom, Reader, Replicated, TestDatabase, delivery, eventually};

use crate::integrating::changes::crafted;
use crate::integrating::events::Listener;
use crate::stage::{Stage, refused};

/// What the log says where it ends now.
async fn follow(reader: &Reader) -> String {
    let page = reader.get("/v1/changes?from=now").await.expect(200);
    page["page"]["next"].as_str().unwrap().to_owned()
}

async fn epoch(database: &TestDatabase) -> String {
    let epoch = "SELECT epoch::text AS text FROM operations.counter";
    store::testing::texts(&database.access(roles::OWNER), epoch).await.unwrap().remove(0)
}

async fn until_started_over(reader: &Reader, cursor: &str) {
    let path = format!("/v1/changes?after={cursor}");
    eventually(async || (reader.in_trouble(&path).await.status == 410).then_some(())).await;
    assert_eq!(refused(reader.get(&path).await, 410).0, "start-over");
}

/// Two servers of one publication that has two articles, and a backup of it.
struct Restored {
    stage: Stage,
    _server: Server,
    other: Reader,
    draft: String,
    backup: TestDatabase,
}

impl Restored {
    async fn open() -> Self {
        let stage = Stage::open().await;
        let draft = stage.live("one").await;
        stage.live("two").await;
        let (server, other) = stage.newsroom.another_reader().await;
        let backup = stage.newsroom.database.backup().await;
        let restored = Self { stage, _server: server, other, draft, backup };
        until_back(&restored.stage).await;
        until_answers(&restored.other).await;
        restored
    }

    fn readers(&self) -> [&Reader; 2] {
        [&self.stage.newsroom.reader, &self.other]
    }

    async fn restore(&self) {
        self.stage.newsroom.database.restore(&self.backup).await;
        until_back(&self.stage).await;
        until_answers(&self.other).await;
    }
}

/// Waits until a server has a database again.
async fn until_answers(reader: &Reader) {
    eventually(async || {
        let answer = reader.in_trouble("/v1/teasers").await;
        (answer.status == 200 && !answer.headers.contains_key("age")).then_some(())
    })
    .await;
}

/// Waits until editors can go on.
async fn until_back(stage: &Stage) {
    until_answers(&stage.newsroom.reader).await;
    eventually(async || (stage.editor.get("/me").send().await.status == 200).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_restore_every_server_forgets_and_every_follower_starts_over() {
    let restored = Restored::open().await;
    let Restored { stage, other, draft, .. } = &restored;
    let epoch_before = epoch(&restored.backup).await;
    stage.save(draft, json!({ "headline": "Lost" })).await;
    stage.publish(draft).await.expect(201);
    let sequence = stage.publish(&stage.draft("three").await).await.expect(201)["sequence"].clone();
    let mut cursors = Vec::new();
    for reader in restored.readers() {
        reader.get(&format!("/v1/sections?min_sequence={sequence}")).await.expect(200);
        for path in ["/v1/articles/one", "/v1/articles/three", "/v1/teasers"] {
            assert!(
                reader.get(path).await.expect(200).to_string().contains("Lost") || path.contains("three")
            );
        }
        assert_eq!(reader.get("/v1/articles/four").await.status, 404);
        cursors.push(follow(reader).await);
    }
    let mut listener = Listener::at(&stage.newsroom.base(), "from=now", None).await;
    listener.sign_of_life().await;

    restored.restore().await;
    assert_eq!(listener.rest().await.last().unwrap(), "event: start-over\ndata: {}");
    for (reader, cursor) in restored.readers().into_iter().zip(&cursors) {
        until_started_over(reader, cursor).await;
        assert_eq!(reader.get("/v1/articles/one").await.expect(200)["headline"], "About one");
        assert_eq!(reader.get("/v1/articles/three").await.status, 404);
        let teasers = reader.get("/v1/teasers").await.text();
        assert!(!teasers.contains("Lost") && !teasers.contains("three"), "{teasers}");
    }
    let epoch_now = epoch(&stage.newsroom.database).await;
    assert_ne!(epoch_now, epoch_before);

    // It goes on, with numbers that were given before; and a cursor of one server is one of the other.
    let cursor = follow(other).await;
    let again = stage.publish(&stage.draft("four").await).await.expect(201)["sequence"].clone();
    assert!(again.as_i64().unwrap() <= sequence.as_i64().unwrap(), "{again} after {sequence}");
    for reader in restored.readers() {
        let path = format!("/v1/changes?after={cursor}&min_sequence={again}");
        assert_eq!(reader.get(&path).await.expect(200)["data"][0]["slug"], "four");
        assert_eq!(reader.get("/v1/articles/four").await.expect(200)["slug"], "four");
    }
    let mut listener = Listener::at(&stage.newsroom.base(), "from=now", None).await;
    listener.sign_of_life().await;
    stage.live("five").await;
    assert_eq!(listener.event().await.change["slug"], "five");
    assert_eq!(epoch(&stage.newsroom.database).await, epoch_now, "one restore is one new epoch");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_had_no_time_to_notice_takes_on_the_epoch_that_another_began() {
    let restored = Restored::open().await;
    let Restored { stage, .. } = &restored;
    stage.live("lost").await;
    let cursor = follow(&stage.newsroom.reader).await;
    let before = stage.newsroom.reader.get("/v1/articles/lost").await;
    before.expect(200);
    // As `masthead restored` does, and as another server does that was faster.
    let mut conn = stage.newsroom.store().operations().await.unwrap();
    let old = change_log::newest(&mut conn).await.unwrap().epoch;
    let new = store::operations::epochs::begin(&mut conn, old).await.unwrap();
    assert!(new.is_some() && store::operations::epochs::begin(&mut conn, old).await.unwrap().is_none());
    for reader in restored.readers() {
        until_started_over(reader, &cursor).await;
        let answer = reader.get("/v1/articles/lost").await;
        assert_eq!(answer.header("cache-status"), "masthead; fwd=miss; stored", "it was not forgotten");
        reader.get(&format!("/v1/changes?after={}", follow(reader).await)).await.expect(200);
    }
    assert_eq!(epoch(&stage.newsroom.database).await, new.unwrap().to_string());
}

/// A publication whose server leaves behind what it knows.
async fn left_behind(
    directory: &tempfile::TempDir,
) -> (impl FnOnce(Config) -> Config + Clone + use<>, Stage) {
    let last_known = Some(directory.path().join("last-known.jsonl"));
    let delivery = DeliveryConfig { last_known, ..delivery() };
    let change = move |config: Config| Config { delivery, ..config };
    let stage = Stage::of(Newsroom::open_changed(TestDatabase::new().await, change.clone()).await).await;
    stage.live("one").await;
    (change, stage)
}

/// The publication with a server on a machine that has nothing on its disk.
async fn without_snapshot(database: TestDatabase, section: String) -> Stage {
    let newsroom = Newsroom::open_on(database).await;
    let editor = newsroom.editor(Role::Editor).await;
    Stage { newsroom, editor, section }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_while_no_server_runs_is_noticed_at_the_next_start() {
    let directory = tempfile::tempdir().unwrap();
    let (change, stage) = left_behind(&directory).await;
    let backup = stage.newsroom.database.backup().await;
    eventually(async || (stage.newsroom.reader.in_trouble("/v1/teasers").await.status == 200).then_some(()))
        .await;
    eventually(async || (stage.editor.get("/me").send().await.status == 200).then_some(())).await;
    stage.live("lost").await;
    stage.newsroom.reader.get("/v1/articles/lost").await.expect(200);
    let cursor = follow(&stage.newsroom.reader).await;
    let database = stage.newsroom.close().await;
    let snapshot = || std::fs::read_to_string(directory.path().join("last-known.jsonl")).unwrap();
    assert!(snapshot().contains("/v1/articles/lost"));
    database.restore(&backup).await;

    let newsroom = Newsroom::open_changed(database, change).await;
    assert!(!snapshot().contains("/v1/articles/lost"), "it is left on disk");
    assert_eq!(
        refused(newsroom.reader.get(&format!("/v1/changes?after={cursor}")).await, 410).0,
        "start-over"
    );
    assert_eq!(newsroom.reader.get("/v1/articles/lost").await.status, 404);
    assert_eq!(newsroom.reader.get("/v1/articles/one").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn so_is_one_after_which_so_much_happened_that_the_numbers_are_higher_again() {
    let directory = tempfile::tempdir().unwrap();
    let (change, stage) = left_behind(&directory).await;
    let backup = stage.newsroom.database.backup().await;
    eventually(async || (stage.editor.get("/me").send().await.status == 200).then_some(())).await;
    eventually(async || (stage.newsroom.reader.in_trouble("/v1/teasers").await.status == 200).then_some(()))
        .await;
    stage.live("lost").await;
    let cursor = follow(&stage.newsroom.reader).await;
    let database = stage.newsroom.close().await;
    database.restore(&backup).await;
    // On a machine that has nothing on its disk, and so cannot know.
    let elsewhere = without_snapshot(database, stage.section).await;
    for slug in ["two", "three", "four"] {
        elsewhere.live(slug).await;
    }
    let reader = &elsewhere.newsroom.reader;
    assert_eq!(
        reader.get(&format!("/v1/changes?after={cursor}")).await.status,
        200,
        "it has no way of knowing"
    );
    let server = elsewhere.newsroom.another_changed(change).await;
    for reader in [reader, &Reader::at(format!("http://{}", server.address()))] {
        until_started_over(reader, &cursor).await;
        assert_eq!(reader.get("/v1/articles/four").await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_ordinary_restart_begins_no_epoch() {
    let directory = tempfile::tempdir().unwrap();
    let (change, stage) = left_behind(&directory).await;
    let cursor = follow(&stage.newsroom.reader).await;
    let database = stage.newsroom.close().await;
    // Something happens that the snapshot knows nothing of.
    let elsewhere = without_snapshot(database, stage.section).await;
    elsewhere.live("two").await;
    let database = elsewhere.newsroom.close().await;
    let before = epoch(&database).await;
    let newsroom = Newsroom::open_changed(database, change).await;
    let page = newsroom.reader.get(&format!("/v1/changes?after={cursor}")).await.expect(200);
    assert_eq!(page["data"][0]["slug"], "two");
    assert_eq!(epoch(&newsroom.database).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cursor_of_an_act_that_never_happened_is_refused_and_changes_nothing() {
    let stage = Stage::open().await;
    let (_server, other) = stage.newsroom.another_reader().await;
    stage.live("one").await;
    let reader = &stage.newsroom.reader;
    let (cursor, before) = (follow(reader).await, epoch(&stage.newsroom.database).await);
    let mut listener = Listener::at(&stage.newsroom.base(), "from=now", None).await;
    listener.sign_of_life().await;
    reader.get("/v1/articles/one").await.expect(200);
    for key in ["2 0", "9223372036854775807 2147483647", "2 0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61 en"] {
        let ahead = crafted(&cursor, key);
        for reader in [reader, &other] {
            let answer = reader.get(&format!("/v1/changes?after={ahead}")).await;
            assert_eq!(refused(answer, 410).0, "start-over", "{key}");
            let told = [("accept", "text/event-stream"), ("last-event-id", &ahead)];
            assert_eq!(reader.get_with("/v1/changes", &told).await.status, 410, "{key}");
        }
    }
    assert_eq!(reader.get("/v1/articles/one").await.header("cache-status"), "masthead; hit; ttl=60");
    assert_eq!(epoch(&stage.newsroom.database).await, before);
    stage.live("two").await;
    assert_eq!(listener.event().await.change["slug"], "two", "whoever listens goes on");
    // Of an act that a server has not heard of yet, it hears now.
    let now = follow(reader).await;
    other.get(&format!("/v1/changes?after={now}")).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replica_that_lags_proves_nothing() {
    let replicated = Replicated::new().await;
    let stage = Stage::of(Newsroom::open_on(replicated.database.clone()).await).await;
    stage.live("one").await;
    replicated.pause().await;
    stage.live("two").await;
    let mut conn = stage.newsroom.store().operations().await.unwrap();
    let known = change_log::newest(&mut conn).await.unwrap();
    let access = |role| replicated.replica.access(role);
    let pools = PoolSizes { delivery: 1, editorial: 1, operations: 1 };
    let (owner, writer, reader) = (access(roles::OWNER), access(roles::WRITER), access(roles::READER));
    let store = Store::new(&store::Config { owner, writer, reader, replica: None, pools }).unwrap();
    let mut at_replica = store.operations().await.unwrap();
    for known in [known.clone(), change_log::LastAct { epoch: uuid::Uuid::now_v7(), ..known.clone() }] {
        let found = change_log::continued(&mut at_replica, &known, 10).await;
        assert!(matches!(found, Err(store::Error::Unavailable(_))), "{found:?}");
    }
    replicated.resume().await;
    eventually(async || change_log::continued(&mut at_replica, &known, 10).await.ok()).await;
}
