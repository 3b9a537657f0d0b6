//! Database outages: cached responses are served stale, cache misses are refused at once, and the server recovers by
//! itself.

use std::time::Duration;

use cluster::SUPERUSER;
use domain::{PathPattern, Role, Site};
use masthead::{Config, DatabaseTimeouts, DeliveryConfig, StaleTtl};
use serde_json::{Value, json};
use store::testing;
use tests::{
    FaultProxy, LinkState, Reader, TestApp, TestDatabase, TestResponse, cluster_socket, config,
    delivery_config, eventually, external_database, site,
};

use crate::fixture::Fixture;
use crate::integrating::events::Listener;

/// A fixture whose server reaches its database through a fault proxy.
struct ProxiedServer {
    fixture: Fixture,
    proxy: FaultProxy,
}

impl ProxiedServer {
    async fn start() -> Self {
        Self::start_with_ttl(delivery_config().stale_ttl).await
    }

    async fn start_with_ttl(stale_ttl: StaleTtl) -> Self {
        let (database, proxy) = (TestDatabase::new().await, FaultProxy::in_front_of(&cluster_socket()));
        let through = external_database(|role| proxy.through(&database.access(role)));
        let short = Duration::from_millis(400);
        let timeouts = DatabaseTimeouts { probe_after: short, probe: short };
        let delivery = DeliveryConfig { timeouts, stale_ttl, ..delivery_config() };
        let change = |config: Config| Config { database: through, delivery, ..config };
        let app = TestApp::start_with(database.clone(), change).await;
        Self { fixture: Fixture::with_app(app).await, proxy }
    }

    fn reader(&self) -> &Reader {
        &self.fixture.app.reader
    }

    /// Requests something that is not cached until the server has noticed the outage.
    async fn wait_until_outage_noticed(&self) {
        eventually(async || {
            (self.reader().get_allowing_5xx("/v1/kickers").await.status == 503).then_some(())
        })
        .await;
    }

    async fn wait_until_recovered(&self) {
        eventually(async || {
            let response = self.reader().get_allowing_5xx("/v1/teasers").await;
            (response.status == 200 && !response.headers.contains_key("age")).then_some(())
        })
        .await;
    }
}

fn is_stale(response: &TestResponse, detail: &str) -> bool {
    let way = response.header("cache-status");
    let age: u64 = response.header("age").parse().unwrap();
    way == format!("masthead; hit; ttl=-{age}; detail=\"{detail}\"")
}

#[tokio::test(flavor = "multi_thread")]
async fn stale_responses_are_served_while_the_database_is_frozen_or_cut_off() {
    let proxied = ProxiedServer::start().await;
    let draft = proxied.fixture.publish_new("one").await;
    for (link_state, detail) in [(LinkState::Frozen, "database-silent"), (LinkState::Cut, "database-down")] {
        let article = proxied.reader().get("/v1/articles/one").await;
        let teasers = proxied.reader().get("/v1/teasers").await;
        proxied.proxy.set(link_state);
        proxied.wait_until_outage_noticed().await;
        for (path, before) in [("/v1/articles/one", &article), ("/v1/teasers", &teasers)] {
            let response = proxied.reader().get_allowing_5xx(path).await;
            assert_eq!((response.status, &response.bytes), (200, &before.bytes), "{path}");
            assert_eq!(response.header("etag"), before.header("etag"));
            assert!(is_stale(&response, detail), "{:?}", response.headers);
        }
        let tag = article.header("etag");
        let known = proxied.reader().get_with("/v1/articles/one", &[("if-none-match", tag)]).await;
        assert_eq!(known.status, 304);
        // A cache miss is 503 and never 404: the server cannot know.
        let unknown = format!("/v1/articles/{detail}");
        for path in [&*unknown, "/v1/teasers?limit=7", "/v1/authors"] {
            let response = proxied.reader().get_allowing_5xx(path).await;
            assert_eq!((response.status, response.header("retry-after")), (503, "1"), "{path}");
            assert_eq!(response.header("cache-control"), "no-store");
        }
        proxied.proxy.set(LinkState::Open);
        proxied.wait_until_recovered().await;
        assert_eq!(proxied.reader().get(&unknown).await.status, 404);
        proxied.fixture.save(&draft, json!({ "headline": detail })).await;
        proxied.fixture.publish(&draft).await.expect(201);
        assert_eq!(proxied.fixture.article("one").await["headline"], detail);
    }
}

/// The status code of the readiness probe, its `status`, and whether the server is degraded.
async fn readiness(reader: &Reader) -> (u16, String, bool) {
    let response = reader.get_allowing_5xx("/readyz").await;
    let report: Value = serde_json::from_str(&response.text()).unwrap();
    let status = report["status"].as_str().unwrap().to_owned();
    (response.status, status, report["degraded"].as_bool().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_without_database_stays_ready_while_it_can_serve_stale_responses() {
    let proxied = ProxiedServer::start().await;
    proxied.fixture.publish_new("one").await;
    for link_state in [LinkState::Frozen, LinkState::Cut] {
        assert_eq!(readiness(proxied.reader()).await, (200, "ok".to_owned(), false));
        proxied.proxy.set(link_state);
        proxied.wait_until_outage_noticed().await;
        // In the first round the cache is still empty.
        let expected = match link_state {
            LinkState::Frozen => (503, "database".to_owned(), false),
            _ => (200, "ok".to_owned(), true),
        };
        assert_eq!(readiness(proxied.reader()).await, expected);
        assert_eq!(proxied.reader().get_allowing_5xx("/livez").await.status, 200);
        proxied.proxy.set(LinkState::Open);
        proxied.wait_until_recovered().await;
        proxied.reader().get("/v1/articles/one").await.expect(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_is_not_ready_once_stale_responses_expire() {
    let (refused, timed_out) = (Duration::from_secs(24 * 3600), Duration::ZERO);
    let proxied = ProxiedServer::start_with_ttl(StaleTtl { refused, timed_out }).await;
    proxied.fixture.publish_new("one").await;
    proxied.reader().get("/v1/articles/one").await.expect(200);
    for (link_state, expected) in
        [(LinkState::Frozen, (503, "database", false)), (LinkState::Cut, (200, "ok", true))]
    {
        proxied.proxy.set(link_state);
        let (status, word, degraded) = expected;
        let expected = (status, word.to_owned(), degraded);
        eventually(async || (readiness(proxied.reader()).await == expected).then_some(())).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_is_not_ready_while_the_schema_is_incompatible() {
    let fixture = Fixture::new().await;
    let (reader, owner) = (&fixture.app.reader, fixture.app.database.access(SUPERUSER));
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
        // The server notices only when it reads from the database.
        assert_eq!(reader.get_allowing_5xx(reading).await.status, 500);
        eventually(async || (readiness(reader).await == (503, "schema".to_owned(), false)).then_some(()))
            .await;
        assert_eq!(reader.get("/livez").await.status, 200);
        testing::execute(&owner, mending).await.unwrap();
        eventually(async || (readiness(reader).await == (200, "ok".to_owned(), false)).then_some(())).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn stale_response_is_not_served_after_takedown_by_the_same_server() {
    assert_not_served_after_takedown(TakedownServer::Here).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stale_response_is_not_served_after_takedown_by_another_server() {
    assert_not_served_after_takedown(TakedownServer::Elsewhere).await;
}

/// Which server performs the takedown: the one that is cut off afterwards, or another one.
#[derive(PartialEq)]
enum TakedownServer {
    Here,
    Elsewhere,
}

async fn assert_not_served_after_takedown(place: TakedownServer) {
    let proxied = ProxiedServer::start().await;
    let draft = proxied.fixture.publish_new("one").await;
    proxied.fixture.publish_new_in_own_section("two").await;
    let admin = proxied.fixture.app.editor(Role::Admin).await;
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
        assert_eq!(proxied.reader().get(path).await.status, 200, "{path}");
    }
    let (server, other) = proxied.fixture.app.start_another_with_reader().await;
    other.get("/v1/articles/one").await.expect(200);
    let elsewhere = admin.on_server(&format!("http://{}", server.address()));
    let admin = if place == TakedownServer::Here { &admin } else { &elsewhere };
    let report = admin.post_empty(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    let instances = report["instances"].as_array().unwrap();
    assert_eq!(instances.len(), 2, "{report}");
    assert!(instances.iter().all(|instance| instance["confirmed"] == true), "{report}");
    assert_eq!(other.get("/v1/articles/one").await.status, 410, "it has said so");
    proxied.proxy.set(LinkState::Cut);
    proxied.wait_until_outage_noticed().await;
    for path in shows {
        let response = proxied.reader().get_allowing_5xx(path).await;
        assert_eq!(response.status, 503, "{path}");
    }
    assert_eq!(proxied.reader().get_allowing_5xx("/v1/articles/two").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn stale_change_log_is_not_served_after_takedown_by_another_server() {
    let proxied = ProxiedServer::start().await;
    let draft = proxied.fixture.publish_new("one").await;
    let paths = ["/v1/articles/one", "/v1/teasers", "/v1/changes", "/v1/changes?limit=1"];
    for path in paths {
        proxied.reader().get(path).await.expect(200);
    }
    let (server, _) = proxied.fixture.app.start_another_with_reader().await;
    let admin =
        proxied.fixture.app.editor(Role::Admin).await.on_server(&format!("http://{}", server.address()));
    let report = admin.post_empty(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    let instances = report["instances"].as_array().unwrap();
    assert_eq!(instances.len(), 2, "{report}");
    assert!(instances.iter().all(|instance| instance["confirmed"] == true), "{report}");
    proxied.proxy.set(LinkState::Cut);
    proxied.wait_until_outage_noticed().await;
    for path in paths {
        assert_eq!(proxied.reader().get_allowing_5xx(path).await.status, 503, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sse_listeners_stay_connected_during_an_outage_and_miss_nothing() {
    let proxied = ProxiedServer::start().await;
    let beginning = proxied.reader().get("/v1/changes?from=now").await.expect(200);
    let beginning = beginning["page"]["next"].as_str().unwrap();
    proxied.fixture.publish_new("before").await;
    let base = proxied.fixture.app.base_url();
    let mut listener = Listener::connect(&base, "from=now", None).await;
    listener.wait_for_keep_alive().await;
    proxied.proxy.set(LinkState::Cut);
    proxied.wait_until_outage_noticed().await;
    let mut late = Listener::connect(&base, "from=now", Some(beginning)).await;
    proxied.proxy.set(LinkState::Open);
    proxied.wait_until_recovered().await;
    proxied.fixture.publish_new("after").await;
    assert_eq!(listener.next_event().await.change["slug"], "after");
    assert_eq!(late.next_event().await.change["slug"], "before");
    assert_eq!(late.next_event().await.change["slug"], "after");
}

#[tokio::test(flavor = "multi_thread")]
async fn stale_series_links_to_a_taken_down_article_are_not_served() {
    let proxied = ProxiedServer::start().await;
    let series = proxied.fixture.editor.create_term("series", "letters").await;
    let mut drafts = Vec::new();
    for (slug, part) in [("one", 1), ("two", 2)] {
        let draft = proxied.fixture.draft(slug).await;
        proxied.fixture.save(&draft, json!({ "series": { "series": series, "part": part } })).await;
        proxied.fixture.publish(&draft).await.expect(201);
        drafts.push(draft);
    }
    let (server, other) = proxied.fixture.app.start_another_with_reader().await;
    for path in ["/v1/articles/one", "/v1/sections"] {
        assert_eq!(proxied.reader().get(path).await.status, 200);
    }
    assert!(proxied.reader().get("/v1/articles/one").await.text().contains("About two"));
    let admin =
        proxied.fixture.app.editor(Role::Admin).await.on_server(&format!("http://{}", server.address()));
    let taken = admin.post_empty(&format!("/drafts/{}/take-down", drafts[1])).send().await.expect(200);
    let sequence = &taken["sequence"];
    proxied.reader().get(&format!("/v1/kickers?min_sequence={sequence}")).await.expect(200);
    proxied.proxy.set(LinkState::Cut);
    eventually(async || (proxied.reader().get_allowing_5xx("/v1/authors").await.status == 503).then_some(()))
        .await;
    let response = proxied.reader().get_allowing_5xx("/v1/articles/one").await;
    assert!(!response.text().contains("About two"), "{}", response.text());
    assert!(!other.get("/v1/articles/one").await.text().contains("About two"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_response_superseded_by_another_server_is_still_served_stale() {
    let proxied = ProxiedServer::start().await;
    let draft = proxied.fixture.publish_new("one").await;
    let (server, other) = proxied.fixture.app.start_another_with_reader().await;
    let before = proxied.reader().get("/v1/articles/one").await;
    let elsewhere = proxied.fixture.editor.on_server(&format!("http://{}", server.address()));
    let publish = async |headline: &str| {
        let saved = proxied.fixture.save(&draft, json!({ "headline": headline })).await;
        let publishing = elsewhere.post(&format!("/drafts/{draft}/publish"), json!({}));
        publishing.if_match(saved["revision"].as_i64().unwrap()).send().await.expect(201)
    };
    let act = publish("Newer").await["sequence"].as_i64().unwrap();
    proxied.reader().get(&format!("/v1/sections?min_sequence={act}")).await.expect(200);
    proxied.proxy.set(LinkState::Cut);
    proxied.wait_until_outage_noticed().await;
    let response = proxied.reader().get_allowing_5xx("/v1/articles/one").await;
    assert_eq!((response.status, response.bytes), (200, before.bytes), "nobody asked for the newer one here");
    other.get("/v1/articles/one").await.expect(200);
    assert_eq!(other.get("/v1/articles/one").await.expect(200)["headline"], "Newer");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_response_superseded_by_the_same_server_is_not_served_stale() {
    let proxied = ProxiedServer::start().await;
    let draft = proxied.fixture.publish_new("one").await;
    proxied.fixture.publish_new_in_own_section("two").await;
    for path in ["/v1/articles/one", "/v1/articles/two"] {
        proxied.reader().get(path).await.expect(200);
    }
    proxied.fixture.save(&draft, json!({ "headline": "Newer" })).await;
    proxied.fixture.publish(&draft).await.expect(201);
    proxied.proxy.set(LinkState::Cut);
    proxied.wait_until_outage_noticed().await;
    assert_eq!(proxied.reader().get_allowing_5xx("/v1/articles/one").await.status, 503);
    assert_eq!(proxied.reader().get_allowing_5xx("/v1/articles/two").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stale_ttl_depends_on_the_kind_of_outage() {
    let (refused, timed_out) = (Duration::from_secs(24 * 3600), Duration::ZERO);
    let proxied = ProxiedServer::start_with_ttl(StaleTtl { refused, timed_out }).await;
    proxied.fixture.publish_new("one").await;
    proxied.reader().get("/v1/articles/one").await.expect(200);
    proxied.proxy.set(LinkState::Frozen);
    proxied.wait_until_outage_noticed().await;
    eventually(async || {
        (proxied.reader().get_allowing_5xx("/v1/articles/one").await.status == 503).then_some(())
    })
    .await;
    proxied.proxy.set(LinkState::Cut);
    eventually(async || {
        (proxied.reader().get_allowing_5xx("/v1/articles/one").await.status == 200).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_starting_without_a_database_serves_its_stale_snapshot() {
    assert_starts_with_stale_snapshot(LinkState::Cut).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_starting_with_a_frozen_database_serves_its_stale_snapshot() {
    assert_starts_with_stale_snapshot(LinkState::Frozen).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stale_snapshot_of_another_site_is_ignored() {
    let directory = tempfile::tempdir().unwrap();
    let snapshot_path = Some(directory.path().join("last-known.jsonl"));
    let (database, proxy) = (TestDatabase::new().await, FaultProxy::in_front_of(&cluster_socket()));
    let through = external_database(|role| proxy.through(&database.access(role)));
    let of = |site: Site| {
        let (database, snapshot_path) = (through.clone(), snapshot_path.clone());
        move |config: Config| {
            let delivery = DeliveryConfig { snapshot_path, ..delivery_config() };
            Config { site, database, delivery, ..config }
        }
    };
    let app = TestApp::start_with(database.clone(), of(site())).await;
    app.reader.get("/v1/teasers").await.expect(200);
    app.stop().await;
    assert!(directory.path().join("last-known.jsonl").exists());
    proxy.set(LinkState::Cut);
    let path_pattern = PathPattern::try_from("/{slug}".to_owned()).unwrap();
    for changed in
        [Site { base_url: "https://new.example".to_owned(), ..site() }, Site { path_pattern, ..site() }]
    {
        // If it accepted the snapshot, it would start and wait for the database.
        let config = of(changed)(config(through.clone()));
        let started = tokio::time::timeout(Duration::from_secs(20), masthead::start(config)).await;
        assert!(started.expect("it serves the snapshot of another site").is_err());
    }
}

async fn assert_starts_with_stale_snapshot(link_state: LinkState) {
    let directory = tempfile::tempdir().unwrap();
    let snapshot_path = Some(directory.path().join("last-known.jsonl"));
    let (database, proxy) = (TestDatabase::new().await, FaultProxy::in_front_of(&cluster_socket()));
    let through = external_database(|role| proxy.through(&database.access(role)));
    let change = |listen| {
        let database = through.clone();
        let delivery = DeliveryConfig { snapshot_path: snapshot_path.clone(), ..delivery_config() };
        move |config: Config| Config { listen, database, delivery, ..config }
    };
    let fixture =
        Fixture::with_app(TestApp::start_with(database.clone(), change(([127, 0, 0, 1], 0).into())).await)
            .await;
    let draft = fixture.publish_new("one").await;
    fixture.publish_new("two").await;
    for path in ["/v1/articles/one", "/v1/articles/two", "/v1/teasers"] {
        fixture.app.reader.get(path).await.expect(200);
    }
    let admin = fixture.app.editor(Role::Admin).await;
    admin.post_empty(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    let before = fixture.app.reader.get("/v1/articles/two").await;
    fixture.app.stop().await;

    proxy.set(link_state);
    let listen = std::net::TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap();
    let meanwhile = async {
        let reader = Reader::new(format!("http://{listen}"));
        // While the server still waits for the database, it does not respond with 200.
        let response = eventually(async || {
            let response = reader.try_get("/v1/articles/two").await;
            response.filter(|response| response.status == 200)
        })
        .await;
        assert_eq!((response.status, &response.bytes), (200, &before.bytes));
        assert!(is_stale(&response, "last-known"), "{:?}", response.headers);
        let tag = before.header("etag");
        assert_eq!(reader.get_with("/v1/articles/two", &[("if-none-match", tag)]).await.status, 304);
        for path in ["/v1/articles/one", "/v1/teasers", "/v1/sections"] {
            assert_eq!(reader.get_allowing_5xx(path).await.status, 503, "{path}");
        }
        assert_eq!(reader.get_allowing_5xx("/livez").await.status, 200);
        assert_eq!(readiness(&reader).await, (200, "ok".to_owned(), true));

        proxy.set(LinkState::Open);
    };
    let (app, ()) = tokio::join!(TestApp::start_with(database, change(listen)), meanwhile);
    eventually(async || {
        let response = app.reader.get_allowing_5xx("/v1/articles/two").await;
        (response.status == 200 && !response.headers.contains_key("age")).then_some(())
    })
    .await;
    assert_eq!(app.reader.get("/v1/articles/one").await.status, 410);
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_are_noticed_by_polling_after_the_listen_connection_is_cut() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("one").await;
    let (_server, other) = fixture.app.start_another_with_reader().await;
    for number in 0..5 {
        let headline = format!("Headline {number}");
        other.get("/v1/articles/one").await.expect(200);
        let cut = "SELECT count(pg_terminate_backend(pid))::text AS text FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE 'LISTEN masthead_acts%'";
        let cut = testing::texts(&fixture.app.database.access(SUPERUSER), cut).await.unwrap();
        assert!(cut != ["0"] || number > 0, "nobody listened");
        fixture.save(&draft, json!({ "headline": headline })).await;
        fixture.publish(&draft).await.expect(201);
        eventually(async || {
            (other.get("/v1/articles/one").await.expect(200)["headline"] == headline).then_some(())
        })
        .await;
    }
}
