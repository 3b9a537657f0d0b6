//! Readers are read for at a replica, for as long as it shows what they have seen; where it lags, is gone, or is one of
//! another time, nobody notices (HC-12, FD-20).

use std::time::Duration;

use domain::Role;
use masthead::{Config, DeliveryConfig, Patience};
use serde_json::json;
use store::{roles, testing};
use tests::{Answer, FaultProxy, Newsroom, Passage, Reader, Replicated, delivery, eventually};

use crate::stage::Stage;

/// A stage whose server keeps nothing, so that every answer is read; and the ways to where.
struct Remote {
    stage: Stage,
    replicated: Replicated,
    /// The way of everybody to the primary.
    primary: FaultProxy,
    /// That of those who read for readers.
    readers: FaultProxy,
    replica: FaultProxy,
}

impl Remote {
    /// One that keeps so many bytes of answers: with few, there is room for none.
    async fn keeping(cache_bytes: u64) -> Self {
        let replicated = Replicated::new().await;
        let primary = FaultProxy::before(replicated.database.socket());
        let readers = FaultProxy::before(replicated.database.socket());
        let replica = FaultProxy::before(replicated.replica.socket());
        let change = change(&replicated, [&primary, &readers, &replica], cache_bytes);
        let newsroom = Newsroom::open_changed(replicated.database.clone(), change).await;
        Self { stage: Stage::of(newsroom).await, replicated, primary, readers, replica }
    }

    fn reader(&self) -> &Reader {
        &self.stage.newsroom.reader
    }

    /// Lets nobody read for readers at the primary, until something is read at the replica.
    async fn only_replica(&self, path: &str) -> Answer {
        self.readers.set(Passage::Cut);
        let answer = eventually(async || {
            let answer = self.reader().in_trouble(path).await;
            (answer.status != 503).then_some(answer)
        });
        let answer = answer.await;
        self.readers.set(Passage::Open);
        answer
    }
}

fn change(
    replicated: &Replicated,
    [primary, readers, replica]: [&FaultProxy; 3],
    cache_bytes: u64,
) -> impl FnOnce(Config) -> Config + use<> {
    let is_reader = |url: &str| url.contains(roles::READER);
    let to_primary =
        |access: &store::Access| if is_reader(&access.url) { readers } else { primary }.through(access);
    let database = replicated.external(to_primary, |access| replica.through(access));
    let short = Duration::from_millis(400);
    let patience = Patience { doubt: short, answer: short };
    let delivery = DeliveryConfig { cache_bytes, patience, ..delivery() };
    move |config| Config { database, delivery, ..config }
}

/// Too few for any answer.
const NOTHING: u64 = 1;

#[tokio::test(flavor = "multi_thread")]
async fn what_readers_want_is_read_at_the_replica() {
    let remote = Remote::keeping(NOTHING).await;
    remote.stage.live("one").await;
    for path in ["/v1/articles/one", "/v1/teasers", "/v1/sections", "/v1/resolve?path=/engineering/one"] {
        let answer = remote.only_replica(path).await;
        assert_eq!(answer.status, 200, "{path}");
        assert!(!answer.headers.contains_key("age"), "{path}: {:?}", answer.headers);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_it_was_not_sent_yet_is_read_at_the_primary() {
    let remote = Remote::keeping(NOTHING).await;
    let draft = remote.stage.live("one").await;
    let change = change(&remote.replicated, [&remote.primary, &remote.readers, &remote.replica], NOTHING);
    let server = remote.stage.newsroom.another_changed(change).await;
    let other = Reader::at(format!("http://{}", server.address()));
    remote.replicated.pause().await;
    for headline in ["Second", "Third"] {
        remote.stage.save(&draft, json!({ "headline": headline })).await;
        let sequence = remote.stage.publish(&draft).await.expect(201)["sequence"].clone();
        assert_eq!(remote.stage.article("one").await["headline"], headline);
        let seen = other.get(&format!("/v1/articles/one?min_sequence={sequence}")).await.expect(200);
        assert_eq!(seen["headline"], headline);
    }
    remote.stage.live("two").await;
    assert_eq!(remote.reader().get("/v1/teasers").await.expect(200)["data"].as_array().unwrap().len(), 2);
    let admin = remote.stage.newsroom.editor(Role::Admin).await;
    let taken = admin.act(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    assert!(taken["instances"].as_array().unwrap().iter().all(|instance| instance["confirmed"] == true));
    for reader in [remote.reader(), &other] {
        assert_eq!(reader.get("/v1/articles/one").await.status, 410);
    }
    remote.replicated.resume().await;
    assert_eq!(remote.only_replica("/v1/articles/one").await.status, 410);
    server.stop(std::future::ready(())).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_notices_when_the_replica_is_gone() {
    let remote = Remote::keeping(NOTHING).await;
    remote.stage.live("one").await;
    for passage in [Passage::Frozen, Passage::Cut] {
        remote.replica.set(passage);
        for path in ["/v1/articles/one", "/v1/teasers", "/v1/authors", "/v1/tags"] {
            let answer = remote.reader().get(path).await;
            assert_eq!(answer.status, 200, "{path}");
            assert!(!answer.headers.contains_key("age"), "{path}: {:?}", answer.headers);
        }
        assert_eq!(remote.reader().get("/v1/articles/unknown").await.status, 404);
        remote.replica.set(Passage::Open);
        assert_eq!(remote.only_replica("/v1/articles/one").await.status, 200, "it is asked again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_takes_long_over_a_reading_is_not_gone() {
    let remote = Remote::keeping(NOTHING).await;
    remote.stage.live("one").await;
    let owner = remote.replicated.database.access(roles::OWNER);
    testing::execute(&owner, SLOW_TERMS).await.unwrap();
    remote.only_replica("/v1/teasers").await;
    remote.readers.set(Passage::Cut);
    for path in ["/v1/sections", "/v1/articles/one"] {
        assert_eq!(remote.reader().in_trouble(path).await.status, 200, "{path}");
    }
}

/// Terms take longer on a replica than it may take to say how far it is.
const SLOW_TERMS: &str = "ALTER VIEW delivery.listed RENAME TO quickly_listed;
    CREATE VIEW delivery.listed AS SELECT quickly_listed.* FROM delivery.quickly_listed
        WHERE NOT pg_is_in_recovery() OR pg_sleep(0.3) IS NOT NULL;
    GRANT SELECT ON delivery.listed TO masthead_reader";

#[tokio::test(flavor = "multi_thread")]
async fn while_the_primary_is_gone_it_answers_what_was_not_kept() {
    let remote = Remote::keeping(64 << 20).await;
    let draft = remote.stage.live("one").await;
    remote.stage.live("two").await;
    let admin = remote.stage.newsroom.editor(Role::Admin).await;
    let taken = admin.act(&format!("/drafts/{draft}/take-down")).send().await.expect(200);
    // It was sent that.
    remote.only_replica(&format!("/v1/authors?min_sequence={}", taken["sequence"])).await;
    remote.primary.set(Passage::Cut);
    remote.readers.set(Passage::Cut);
    eventually(async || {
        let answer = remote.reader().in_trouble("/v1/teasers").await;
        answer.headers.contains_key("age").then_some(())
    })
    .await;
    let answer = remote.reader().in_trouble("/v1/articles/two").await;
    assert_eq!(answer.status, 200);
    let way = answer.header("cache-status");
    let age = answer.header("age");
    assert_eq!(way, format!("masthead; fwd=miss; stored; ttl=-{age}; detail=\"database-down\""));
    // What is not there may be there elsewhere by now.
    for path in ["/v1/articles/unknown", "/v1/articles/one"] {
        assert_eq!(remote.reader().in_trouble(path).await.status, 503, "{path}");
    }
    remote.replica.set(Passage::Frozen);
    assert_eq!(remote.reader().in_trouble("/v1/sections").await.status, 503);
    assert_eq!(remote.reader().in_trouble("/v1/articles/two").await.status, 200, "it is kept");
    for proxy in [&remote.primary, &remote.readers, &remote.replica] {
        proxy.set(Passage::Open);
    }
    eventually(async || {
        let answer = remote.reader().in_trouble("/v1/articles/two").await;
        (answer.status == 200 && !answer.headers.contains_key("age")).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_follows_what_was_there_before_a_restore_is_not_asked() {
    let remote = Remote::keeping(NOTHING).await;
    remote.stage.live("one").await;
    remote.replicated.pause().await;
    let owner = remote.replicated.database.access(roles::OWNER);
    testing::execute(&owner, "UPDATE operations.counter SET epoch = gen_random_uuid()").await.unwrap();
    let change = change(&remote.replicated, [&remote.primary, &remote.readers, &remote.replica], NOTHING);
    let server = remote.stage.newsroom.another_changed(change).await;
    let other = Reader::at(format!("http://{}", server.address()));
    other.get("/v1/articles/one").await.expect(200);
    remote.readers.set(Passage::Cut);
    assert_eq!(other.in_trouble("/v1/articles/one").await.status, 503);
    remote.replicated.resume().await;
    eventually(async || (other.in_trouble("/v1/articles/one").await.status == 200).then_some(())).await;
    server.stop(std::future::ready(())).await.unwrap();
}
