//! Postgres gone in every way it can be: what is kept is given, what is not is refused at once, and it heals by itself
//! (DR-6, DR-8, DR-15, HC-8, HC-14).

use std::time::Duration;

use cluster::SUPERUSER;
use domain::{PathPattern, Role, Site};
use masthead::{Config, DeliveryConfig, Patience, StaleFor};
use serde_json::{Value, json};
use store::testing;
use tests::{
    Answer, FaultProxy, Newsroom, Passage, Reader, TestDatabase, cluster_socket, config, delivery,
    eventually, external, site,
};

use crate::integrating::events::Listener;
use crate::stage::Stage;

/// A stage whose server reaches its database on a way that can be disturbed.
struct Remote {
    stage: Stage,
    proxy: FaultProxy,
}

impl Remote {
    async fn open() -> Self {
        Self::open_with(delivery().stale_for).await
    }

    async fn open_with(stale_for: StaleFor) -> Self {
        let (database, proxy) = (TestDatabase::new().await, FaultProxy::before(&cluster_socket()));
        let through = external(|role| proxy.through(&database.access(role)));
        let short = Duration::from_millis(400);
        let patience = Patience { doubt: short, answer: short };
        let delivery = DeliveryConfig { patience, stale_for, ..delivery() };
        let change = |config: Config| Config { database: through, delivery, ..config };
        let newsroom = Newsroom::open_changed(database.clone(), change).await;
        Self { stage: Stage::of(newsroom).await, proxy }
    }

    fn reader(&self) -> &Reader {
        &self.stage.newsroom.reader
    }

    /// Goes on to ask for what is not kept, until the server knows that the database is gone.
    async fn until_gone(&self) {
        eventually(async || (self.reader().in_trouble("/v1/kickers").await.status == 503).then_some(()))
            .await;
    }

    async fn until_healed(&self) {
        eventually(async || {
            let answer = self.reader().in_trouble("/v1/teasers").await;
            (answer.status == 200 && !answer.headers.contains_key("age")).then_some(())
        })
        .await;
    }
}

fn stale(answer: &Answer, detail: &str) -> bool {
    let way = answer.header("cache-status");
    let age: u64 = answer.header("age").parse().unwrap();
    way == format!("masthead; hit; ttl=-{age}; detail=\"{detail}\"")
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_go_on_while_the_database_is_frozen_or_cut_off() {
    let remote = Remote::open().await;
    let draft = remote.stage.live("one").await;
    for (passage, detail) in [(Passage::Frozen, "database-silent"), (Passage::Cut, "database-down")] {
        let article = remote.reader().get("/v1/articles/one").await;
        let teasers = remote.reader().get("/v1/teasers").await;
        remote.proxy.set(passage);
        remote.until_gone().await;
        for (path, before) in [("/v1/articles/one", &article), ("/v1/teasers", &teasers)] {
            let answer = remote.reader().in_trouble(path).await;
            assert_eq!((answer.status, &answer.bytes), (200, &before.bytes), "{path}");
            assert_eq!(answer.header("etag"), before.header("etag"));
            assert!(stale(&answer, detail), "{:?}", answer.headers);
        }
        let tag = article.header("etag");
        let known = remote.reader().get_with("/v1/articles/one", &[("if-none-match", tag)]).await;
        assert_eq!(known.status, 304);
        // What is not kept is refused, and never said not to be there.
        let unknown = format!("/v1/articles/{detail}");
        for path in [&*unknown, "/v1/teasers?limit=7", "/v1/authors"] {
            let answer = remote.reader().in_trouble(path).await;
            assert_eq!((answer.status, answer.header("retry-after")), (503, "1"), "{path}");
            assert_eq!(answer.header("cache-control"), "no-store");
        }
        remote.proxy.set(Passage::Open);
        remote.until_healed().await;
        assert_eq!(remote.reader().get(&unknown).await.status, 404);
        remote.stage.save(&draft, json!({ "headline": detail })).await;
        remote.stage.publish(&draft).await.expect(201);
        assert_eq!(remote.stage.article("one").await["headline"], detail);
    }
}

/// What the probe says: its status, the word for it, and whether readers get what is kept.
async fn readiness(reader: &Reader) -> (u16, String, bool) {
    let answer = reader.in_trouble("/readyz").await;
    let report: Value = serde_json::from_str(&answer.text()).unwrap();
    let status = report["status"].as_str().unwrap().to_owned();
    (answer.status, status, report["degraded"].as_bool().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_stays_ready_without_its_database_for_as_long_as_readers_get_answers() {
    let remote = Remote::open().await;
    remote.stage.live("one").await;
    for passage in [Passage::Frozen, Passage::Cut] {
        assert_eq!(readiness(remote.reader()).await, (200, "ok".to_owned(), false));
        remote.proxy.set(passage);
        remote.until_gone().await;
        // Nothing is kept the first time, because nothing was asked for.
        let expected = match passage {
            Passage::Frozen => (503, "database".to_owned(), false),
            _ => (200, "ok".to_owned(), true),
        };
        assert_eq!(readiness(remote.reader()).await, expected);
        assert_eq!(remote.reader().in_trouble("/livez").await.status, 200);
        remote.proxy.set(Passage::Open);
        remote.until_healed().await;
        remote.reader().get("/v1/articles/one").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_is_not_ready_once_what_it_keeps_may_not_be_given_any_more() {
    let (database_down, cut_off) = (Duration::from_secs(24 * 3600), Duration::ZERO);
    let remote = Remote::open_with(StaleFor { database_down, cut_off }).await;
    remote.stage.live("one").await;
    remote.reader().get("/v1/articles/one").await.expect(200);
    for (passage, expected) in
        [(Passage::Frozen, (503, "database", false)), (Passage::Cut, (200, "ok", true))]
    {
        remote.proxy.set(passage);
        let (status, word, degraded) = expected;
        let expected = (status, word.to_owned(), degraded);
        eventually(async || (readiness(remote.reader()).await == expected).then_some(())).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_is_not_ready_while_the_schema_is_one_that_it_cannot_read() {
    let stage = Stage::open().await;
    let (reader, owner) = (&stage.newsroom.reader, stage.newsroom.database.access(SUPERUSER));
    for (reading, breaking, mending) in [
        (
            "/v1/sections",
            "ALTER VIEW delivery.listed RENAME TO renamed",
            "ALTER VIEW delivery.renamed RENAME TO listed",
        ),
        (
            "/v1/search?q=anything",
            "REVOKE SELECT ON delivery.searched FROM masthead_reader",
            "GRANT SELECT ON delivery.searched TO masthead_reader",
        ),
    ] {
        testing::execute(&owner, breaking).await.unwrap();
        // Nobody notices before something has to be read.
        assert_eq!(reader.in_trouble(reading).await.status, 500);
        eventually(async || (readiness(reader).await == (503, "schema".to_owned(), false)).then_some(()))
            .await;
        assert_eq!(reader.get("/livez").await.status, 200);
        testing::execute(&owner, mending).await.unwrap();
        eventually(async || (readiness(reader).await == (200, "ok".to_owned(), false)).then_some(())).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_down_is_not_given_when_the_database_is_gone() {
    take_down_and_cut(Where::Here).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_down_elsewhere_is_not_given_when_the_database_is_gone() {
    take_down_and_cut(Where::Elsewhere).await;
}

/// Which server takes something down: the one that is cut off afterwards, or another.
#[derive(PartialEq)]
enum Where {
    Here,
    Elsewhere,
}

async fn take_down_and_cut(place: Where) {
    let remote = Remote::open().await;
    let draft = remote.stage.live("one").await;
    remote.stage.live_apart("two").await;
    let admin = remote.stage.newsroom.editor(Role::Admin).await;
    let shows = [
        "/v1/articles/one",
        "/v1/teasers",
        "/v1/articles?body=html",
        "/v1/changes",
        "/v1/search?q=about",
        "/v1/feeds/rss",
        "/v1/sitemap",
    ];
    for path in shows.into_iter().chain(["/v1/articles/two"]) {
        assert_eq!(remote.reader().get(path).await.status, 200, "{path}");
    }
    let (server, other) = remote.stage.newsroom.another_reader().await;
    other.get("/v1/articles/one").await.expect(200);
    let elsewhere = admin.at(&format!("http://{}", server.address()));
    let admin = if place == Where::Here { &admin } else { &elsewhere };
    let report = admin.act(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    let instances = report["instances"].as_array().unwrap();
    assert_eq!(instances.len(), 2, "{report}");
    assert!(instances.iter().all(|instance| instance["confirmed"] == true), "{report}");
    assert_eq!(other.get("/v1/articles/one").await.status, 410, "it has said so");
    remote.proxy.set(Passage::Cut);
    remote.until_gone().await;
    for path in shows {
        let answer = remote.reader().in_trouble(path).await;
        assert_eq!(answer.status, 503, "{path}");
    }
    assert_eq!(remote.reader().in_trouble("/v1/articles/two").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_is_what_another_server_took_down() {
    let remote = Remote::open().await;
    let draft = remote.stage.live("one").await;
    let paths = ["/v1/articles/one", "/v1/teasers", "/v1/changes", "/v1/changes?limit=1"];
    for path in paths {
        remote.reader().get(path).await.expect(200);
    }
    let (server, _) = remote.stage.newsroom.another_reader().await;
    let admin = remote.stage.newsroom.editor(Role::Admin).await.at(&format!("http://{}", server.address()));
    let report = admin.act(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    let instances = report["instances"].as_array().unwrap();
    assert_eq!(instances.len(), 2, "{report}");
    assert!(instances.iter().all(|instance| instance["confirmed"] == true), "{report}");
    remote.proxy.set(Passage::Cut);
    remote.until_gone().await;
    for path in paths {
        assert_eq!(remote.reader().in_trouble(path).await.status, 503, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_listens_goes_on_listening_and_misses_nothing() {
    let remote = Remote::open().await;
    let beginning = remote.reader().get("/v1/changes?from=now").await.expect(200);
    let beginning = beginning["page"]["next"].as_str().unwrap();
    remote.stage.live("before").await;
    let base = remote.stage.newsroom.base();
    let mut listener = Listener::at(&base, "from=now", None).await;
    listener.sign_of_life().await;
    remote.proxy.set(Passage::Cut);
    remote.until_gone().await;
    let mut late = Listener::at(&base, "from=now", Some(beginning)).await;
    remote.proxy.set(Passage::Open);
    remote.until_healed().await;
    remote.stage.live("after").await;
    assert_eq!(listener.event().await.change["slug"], "after");
    assert_eq!(late.event().await.change["slug"], "before");
    assert_eq!(late.event().await.change["slug"], "after");
}

#[tokio::test(flavor = "multi_thread")]
async fn neither_is_what_its_neighbours_in_a_series_said_of_it() {
    let remote = Remote::open().await;
    let series = remote.stage.editor.given_term("series", "letters").await;
    let mut drafts = Vec::new();
    for (slug, part) in [("one", 1), ("two", 2)] {
        let draft = remote.stage.draft(slug).await;
        remote.stage.save(&draft, json!({ "series": { "series": series, "part": part } })).await;
        remote.stage.publish(&draft).await.expect(201);
        drafts.push(draft);
    }
    let (server, other) = remote.stage.newsroom.another_reader().await;
    for path in ["/v1/articles/one", "/v1/sections"] {
        assert_eq!(remote.reader().get(path).await.status, 200);
    }
    assert!(remote.reader().get("/v1/articles/one").await.text().contains("About two"));
    let admin = remote.stage.newsroom.editor(Role::Admin).await.at(&format!("http://{}", server.address()));
    let taken = admin.act(&format!("/drafts/{}/take-down", drafts[1])).send().await.expect(200);
    let sequence = &taken["sequence"];
    remote.reader().get(&format!("/v1/kickers?min_sequence={sequence}")).await.expect(200);
    remote.proxy.set(Passage::Cut);
    eventually(async || (remote.reader().in_trouble("/v1/authors").await.status == 503).then_some(())).await;
    let answer = remote.reader().in_trouble("/v1/articles/one").await;
    assert!(!answer.text().contains("About two"), "{}", answer.text());
    assert!(!other.get("/v1/articles/one").await.text().contains("About two"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_superseded_elsewhere_is_the_last_that_is_known() {
    let remote = Remote::open().await;
    let draft = remote.stage.live("one").await;
    let (server, other) = remote.stage.newsroom.another_reader().await;
    let before = remote.reader().get("/v1/articles/one").await;
    let elsewhere = remote.stage.editor.at(&format!("http://{}", server.address()));
    let publish = async |headline: &str| {
        let saved = remote.stage.save(&draft, json!({ "headline": headline })).await;
        let publishing = elsewhere.post(&format!("/drafts/{draft}/publish"), json!({}));
        publishing.seen(saved["revision"].as_i64().unwrap()).send().await.expect(201)
    };
    let act = publish("Newer").await["sequence"].as_i64().unwrap();
    remote.reader().get(&format!("/v1/sections?min_sequence={act}")).await.expect(200);
    remote.proxy.set(Passage::Cut);
    remote.until_gone().await;
    let answer = remote.reader().in_trouble("/v1/articles/one").await;
    assert_eq!((answer.status, answer.bytes), (200, before.bytes), "nobody asked for the newer one here");
    other.get("/v1/articles/one").await.expect(200);
    assert_eq!(other.get("/v1/articles/one").await.expect(200)["headline"], "Newer");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_server_superseded_itself_is_not_given_any_more() {
    let remote = Remote::open().await;
    let draft = remote.stage.live("one").await;
    remote.stage.live_apart("two").await;
    for path in ["/v1/articles/one", "/v1/articles/two"] {
        remote.reader().get(path).await.expect(200);
    }
    remote.stage.save(&draft, json!({ "headline": "Newer" })).await;
    remote.stage.publish(&draft).await.expect(201);
    remote.proxy.set(Passage::Cut);
    remote.until_gone().await;
    assert_eq!(remote.reader().in_trouble("/v1/articles/one").await.status, 503);
    assert_eq!(remote.reader().in_trouble("/v1/articles/two").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_last_known_is_given_for_a_time_that_depends_on_who_is_gone() {
    let (database_down, cut_off) = (Duration::from_secs(24 * 3600), Duration::ZERO);
    let remote = Remote::open_with(StaleFor { database_down, cut_off }).await;
    remote.stage.live("one").await;
    remote.reader().get("/v1/articles/one").await.expect(200);
    remote.proxy.set(Passage::Frozen);
    remote.until_gone().await;
    eventually(async || (remote.reader().in_trouble("/v1/articles/one").await.status == 503).then_some(()))
        .await;
    remote.proxy.set(Passage::Cut);
    eventually(async || (remote.reader().in_trouble("/v1/articles/one").await.status == 200).then_some(()))
        .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_starts_without_its_database_gives_what_was_last_known() {
    starts_without_its_database(Passage::Cut).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn so_does_one_whose_database_accepts_connections_and_says_nothing() {
    starts_without_its_database(Passage::Frozen).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snapshot_that_was_written_for_another_site_is_ignored() {
    let directory = tempfile::tempdir().unwrap();
    let last_known = Some(directory.path().join("last-known.jsonl"));
    let (database, proxy) = (TestDatabase::new().await, FaultProxy::before(&cluster_socket()));
    let through = external(|role| proxy.through(&database.access(role)));
    let of = |site: Site| {
        let (database, last_known) = (through.clone(), last_known.clone());
        move |config: Config| {
            let delivery = DeliveryConfig { last_known, ..delivery() };
            Config { site, database, delivery, ..config }
        }
    };
    let newsroom = Newsroom::open_changed(database.clone(), of(site())).await;
    newsroom.reader.get("/v1/teasers").await.expect(200);
    newsroom.close().await;
    assert!(directory.path().join("last-known.jsonl").exists());
    proxy.set(Passage::Cut);
    let path_pattern = PathPattern::try_from("/{slug}".to_owned()).unwrap();
    for changed in
        [Site { base_url: "https://new.example".to_owned(), ..site() }, Site { path_pattern, ..site() }]
    {
        // With a snapshot it would serve that and wait for the database.
        let told = of(changed)(config(through.clone()));
        let started = tokio::time::timeout(Duration::from_secs(20), masthead::start(told)).await;
        assert!(started.expect("it serves the snapshot of another site").is_err());
    }
}

async fn starts_without_its_database(passage: Passage) {
    let directory = tempfile::tempdir().unwrap();
    let last_known = Some(directory.path().join("last-known.jsonl"));
    let (database, proxy) = (TestDatabase::new().await, FaultProxy::before(&cluster_socket()));
    let through = external(|role| proxy.through(&database.access(role)));
    let change = |listen| {
        let database = through.clone();
        let delivery = DeliveryConfig { last_known: last_known.clone(), ..delivery() };
        move |config: Config| Config { listen, database, delivery, ..config }
    };
    let stage =
        Stage::of(Newsroom::open_changed(database.clone(), change(([127, 0, 0, 1], 0).into())).await).await;
    let draft = stage.live("one").await;
    stage.live("two").await;
    for path in ["/v1/articles/one", "/v1/articles/two", "/v1/teasers"] {
        stage.newsroom.reader.get(path).await.expect(200);
    }
    let admin = stage.newsroom.editor(Role::Admin).await;
    admin.act(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    let before = stage.newsroom.reader.get("/v1/articles/two").await;
    stage.newsroom.close().await;

    proxy.set(passage);
    let listen = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let meanwhile = async {
        let reader = Reader::at(format!("http://{listen}"));
        // Until it has given up on the database, it starts, and answers nothing else.
        let answer = eventually(async || {
            let answer = reader.try_get("/v1/articles/two").await;
            answer.filter(|answer| answer.status == 200)
        })
        .await;
        assert_eq!((answer.status, &answer.bytes), (200, &before.bytes));
        assert!(stale(&answer, "last-known"), "{:?}", answer.headers);
        let tag = before.header("etag");
        assert_eq!(reader.get_with("/v1/articles/two", &[("if-none-match", tag)]).await.status, 304);
        for path in ["/v1/articles/one", "/v1/teasers", "/v1/sections"] {
            assert_eq!(reader.in_trouble(path).await.status, 503, "{path}");
        }
        assert_eq!(reader.in_trouble("/livez").await.status, 200);
        assert_eq!(readiness(&reader).await, (200, "ok".to_owned(), true));

        proxy.set(Passage::Open);
    };
    let (newsroom, ()) = tokio::join!(Newsroom::open_changed(database, change(listen)), meanwhile);
    eventually(async || {
        let answer = newsroom.reader.in_trouble("/v1/articles/two").await;
        (answer.status == 200 && !answer.headers.contains_key("age")).then_some(())
    })
    .await;
    assert_eq!(newsroom.reader.get("/v1/articles/one").await.status, 410);
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_are_heard_of_when_nobody_listened() {
    let stage = Stage::open().await;
    let draft = stage.live("one").await;
    let (_server, other) = stage.newsroom.another_reader().await;
    for number in 0..5 {
        let headline = format!("Headline {number}");
        other.get("/v1/articles/one").await.expect(200);
        let cut = "SELECT count(pg_terminate_backend(pid))::text AS text FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE 'LISTEN masthead_acts%'";
        let cut = testing::texts(&stage.newsroom.database.access(SUPERUSER), cut).await.unwrap();
        assert!(cut != ["0"] || number > 0, "nobody listened");
        stage.save(&draft, json!({ "headline": headline })).await;
        stage.publish(&draft).await.expect(201);
        eventually(async || {
            (other.get("/v1/articles/one").await.expect(200)["headline"] == headline).then_some(())
        })
        .await;
    }
}
