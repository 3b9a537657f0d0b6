//! Reads from a replica: used while it has replayed everything clients may have seen, and bypassed when it lags, is
//! down, or predates a restore.

use std::time::Duration;

use domain::Role;
use masthead::{Config, DatabaseTimeouts, DeliveryConfig};
use serde_json::json;
use store::{roles, testing};
use tests::{
    FaultProxy, LinkState, Reader, ReplicatedDatabase, TestApp, TestResponse, delivery_config, eventually,
};

use crate::fixture::Fixture;

/// A fixture whose server uses a primary and a replica, each behind a fault proxy.
struct ReplicatedServer {
    fixture: Fixture,
    replicated: ReplicatedDatabase,
    /// Connections of the editorial side and of jobs to the primary.
    primary: FaultProxy,
    /// Connections of the delivery API to the primary.
    readers: FaultProxy,
    replica: FaultProxy,
}

impl ReplicatedServer {
    /// Starts the server with this cache size. Use [`NO_CACHE`] to make every request read from the database.
    async fn with_cache_bytes(cache_bytes: u64) -> Self {
        let replicated = ReplicatedDatabase::new().await;
        let primary = FaultProxy::in_front_of(replicated.database.socket());
        let readers = FaultProxy::in_front_of(replicated.database.socket());
        let replica = FaultProxy::in_front_of(replicated.replica.socket());
        let change = change(&replicated, [&primary, &readers, &replica], cache_bytes);
        let app = TestApp::start_with(replicated.database.clone(), change).await;
        Self { fixture: Fixture::with_app(app).await, replicated, primary, readers, replica }
    }

    fn reader(&self) -> &Reader {
        &self.fixture.app.reader
    }

    /// Cuts the delivery API off from the primary until a response was read from the replica.
    async fn get_from_replica(&self, path: &str) -> TestResponse {
        self.readers.set(LinkState::Cut);
        let response = eventually(async || {
            let response = self.reader().get_allowing_5xx(path).await;
            (response.status != 503).then_some(response)
        });
        let response = response.await;
        self.readers.set(LinkState::Open);
        response
    }
}

fn change(
    replicated: &ReplicatedDatabase,
    [primary, readers, replica]: [&FaultProxy; 3],
    cache_bytes: u64,
) -> impl FnOnce(Config) -> Config + use<> {
    let is_reader = |url: &str| url.contains(roles::READER);
    let to_primary =
        |access: &store::Access| if is_reader(&access.url) { readers } else { primary }.through(access);
    let database = replicated.external_database(to_primary, |access| replica.through(access));
    let short = Duration::from_millis(400);
    let timeouts = DatabaseTimeouts { probe_after: short, probe: short };
    let delivery = DeliveryConfig { cache_bytes, timeouts, ..delivery_config() };
    move |config| Config { database, delivery, ..config }
}

/// A cache too small for any response.
const NO_CACHE: u64 = 1;

#[tokio::test(flavor = "multi_thread")]
async fn public_reads_use_the_replica() {
    let server_under_test = ReplicatedServer::with_cache_bytes(NO_CACHE).await;
    server_under_test.fixture.publish_new("one").await;
    for path in ["/v1/articles/one", "/v1/teasers", "/v1/sections", "/v1/resolve?path=/engineering/one"] {
        let response = server_under_test.get_from_replica(path).await;
        assert_eq!(response.status, 200, "{path}");
        assert!(!response.headers.contains_key("age"), "{path}: {:?}", response.headers);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_fall_back_to_the_primary_while_the_replica_lags() {
    let server_under_test = ReplicatedServer::with_cache_bytes(NO_CACHE).await;
    let draft = server_under_test.fixture.publish_new("one").await;
    let change = change(
        &server_under_test.replicated,
        [&server_under_test.primary, &server_under_test.readers, &server_under_test.replica],
        NO_CACHE,
    );
    let server = server_under_test.fixture.app.start_another_with(change).await;
    let other = Reader::new(format!("http://{}", server.address()));
    server_under_test.replicated.pause_replay().await;
    for headline in ["Second", "Third"] {
        server_under_test.fixture.save(&draft, json!({ "headline": headline })).await;
        let sequence = server_under_test.fixture.publish(&draft).await.expect(201)["sequence"].clone();
        assert_eq!(server_under_test.fixture.article("one").await["headline"], headline);
        let seen = other.get(&format!("/v1/articles/one?min_sequence={sequence}")).await.expect(200);
        assert_eq!(seen["headline"], headline);
    }
    server_under_test.fixture.publish_new("two").await;
    assert_eq!(
        server_under_test.reader().get("/v1/teasers").await.expect(200)["data"].as_array().unwrap().len(),
        2
    );
    let admin = server_under_test.fixture.app.editor(Role::Admin).await;
    let taken = admin.post_empty(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    assert!(taken["instances"].as_array().unwrap().iter().all(|instance| instance["confirmed"] == true));
    for reader in [server_under_test.reader(), &other] {
        assert_eq!(reader.get("/v1/articles/one").await.status, 410);
    }
    server_under_test.replicated.resume_replay().await;
    assert_eq!(server_under_test.get_from_replica("/v1/articles/one").await.status, 410);
    server.stop(std::future::ready(())).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_fall_back_to_the_primary_when_the_replica_is_gone() {
    let server_under_test = ReplicatedServer::with_cache_bytes(NO_CACHE).await;
    server_under_test.fixture.publish_new("one").await;
    for link_state in [LinkState::Frozen, LinkState::Cut] {
        server_under_test.replica.set(link_state);
        for path in ["/v1/articles/one", "/v1/teasers", "/v1/authors", "/v1/tags"] {
            let response = server_under_test.reader().get(path).await;
            assert_eq!(response.status, 200, "{path}");
            assert!(!response.headers.contains_key("age"), "{path}: {:?}", response.headers);
        }
        assert_eq!(server_under_test.reader().get("/v1/articles/unknown").await.status, 404);
        server_under_test.replica.set(LinkState::Open);
        assert_eq!(
            server_under_test.get_from_replica("/v1/articles/one").await.status,
            200,
            "it is asked again"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_query_does_not_mark_the_replica_as_gone() {
    let server_under_test = ReplicatedServer::with_cache_bytes(NO_CACHE).await;
    server_under_test.fixture.publish_new("one").await;
    let owner = server_under_test.replicated.database.access(roles::OWNER);
    testing::execute(&owner, SLOW_TERMS).await.unwrap();
    server_under_test.get_from_replica("/v1/teasers").await;
    server_under_test.readers.set(LinkState::Cut);
    for path in ["/v1/sections", "/v1/articles/one"] {
        assert_eq!(server_under_test.reader().get_allowing_5xx(path).await.status, 200, "{path}");
    }
}

/// On the replica, reading terms takes longer than the timeout of the replication check.
const SLOW_TERMS: &str = "ALTER VIEW delivery.listed RENAME TO quickly_listed;
    CREATE VIEW delivery.listed AS SELECT quickly_listed.* FROM delivery.quickly_listed
        WHERE NOT pg_is_in_recovery() OR pg_sleep(0.3) IS NOT NULL;
    GRANT SELECT ON delivery.listed TO masthead_reader";

#[tokio::test(flavor = "multi_thread")]
async fn the_replica_serves_cache_misses_while_the_primary_is_gone() {
    let server_under_test = ReplicatedServer::with_cache_bytes(64 << 20).await;
    let draft = server_under_test.fixture.publish_new("one").await;
    server_under_test.fixture.publish_new("two").await;
    let admin = server_under_test.fixture.app.editor(Role::Admin).await;
    let taken = admin.post_empty(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    // Wait until the replica has replayed the takedown.
    server_under_test.get_from_replica(&format!("/v1/authors?min_sequence={}", taken["sequence"])).await;
    server_under_test.primary.set(LinkState::Cut);
    server_under_test.readers.set(LinkState::Cut);
    eventually(async || {
        let response = server_under_test.reader().get_allowing_5xx("/v1/teasers").await;
        response.headers.contains_key("age").then_some(())
    })
    .await;
    let response = server_under_test.reader().get_allowing_5xx("/v1/articles/two").await;
    assert_eq!(response.status, 200);
    let cache_status = response.header("cache-status");
    let age = response.header("age");
    assert_eq!(cache_status, format!("masthead; fwd=miss; stored; ttl=-{age}; detail=\"database-down\""));
    // A missing article may have been published on the primary since, so the server must not return 404 or 410.
    for path in ["/v1/articles/unknown", "/v1/articles/one"] {
        assert_eq!(server_under_test.reader().get_allowing_5xx(path).await.status, 503, "{path}");
    }
    server_under_test.replica.set(LinkState::Frozen);
    assert_eq!(server_under_test.reader().get_allowing_5xx("/v1/sections").await.status, 503);
    assert_eq!(
        server_under_test.reader().get_allowing_5xx("/v1/articles/two").await.status,
        200,
        "it is kept"
    );
    for proxy in [&server_under_test.primary, &server_under_test.readers, &server_under_test.replica] {
        proxy.set(LinkState::Open);
    }
    eventually(async || {
        let response = server_under_test.reader().get_allowing_5xx("/v1/articles/two").await;
        (response.status == 200 && !response.headers.contains_key("age")).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_replica_from_before_a_restore_is_not_used() {
    let server_under_test = ReplicatedServer::with_cache_bytes(NO_CACHE).await;
    server_under_test.fixture.publish_new("one").await;
    server_under_test.replicated.pause_replay().await;
    let owner = server_under_test.replicated.database.access(roles::OWNER);
    testing::execute(&owner, "UPDATE operations.counter SET epoch = gen_random_uuid()").await.unwrap();
    let change = change(
        &server_under_test.replicated,
        [&server_under_test.primary, &server_under_test.readers, &server_under_test.replica],
        NO_CACHE,
    );
    let server = server_under_test.fixture.app.start_another_with(change).await;
    let other = Reader::new(format!("http://{}", server.address()));
    other.get("/v1/articles/one").await.expect(200);
    server_under_test.readers.set(LinkState::Cut);
    assert_eq!(other.get_allowing_5xx("/v1/articles/one").await.status, 503);
    server_under_test.replicated.resume_replay().await;
    eventually(async || (other.get_allowing_5xx("/v1/articles/one").await.status == 200).then_some(())).await;
    server.stop(std::future::ready(())).await.unwrap();
}
