//! The change log: a copy that is kept up to date from it equals a fresh copy.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use fastrand::Rng;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::{roles, testing};
use tests::Reader;

use crate::fixture::{Fixture, expect_problem};

/// A copy of the publication: the slug of each article in each locale.
type ArticleCopy = BTreeMap<(String, String), String>;

/// A client that follows the change log and keeps a copy.
#[derive(Default)]
struct Follower {
    cursor: Option<String>,
    copy: ArticleCopy,
    /// The sequence of each change read so far, with its kind and slug.
    received: Vec<(i64, String)>,
}

impl Follower {
    /// Reads one page and returns whether it had any changes.
    async fn read_page(&mut self, reader: &Reader, limit: usize) -> bool {
        let after = self.cursor.as_ref().map(|cursor| format!("&after={cursor}")).unwrap_or_default();
        let page = reader.get(&format!("/v1/changes?limit={limit}{after}")).await.expect(200);
        let changes = page["data"].as_array().unwrap();
        changes.iter().for_each(|change| self.apply(change));
        self.cursor = page["page"]["next"].as_str().map(str::to_owned);
        !changes.is_empty()
    }

    async fn read_to_end(&mut self, reader: &Reader, limit: usize) {
        while self.read_page(reader, limit).await {}
    }

    fn apply(&mut self, change: &Value) {
        let text = |name: &str| change[name].as_str().unwrap().to_owned();
        let kind = text("kind");
        let result = format!("{kind} {}", change["slug"].as_str().unwrap_or("what had a name"));
        self.received.push((change["sequence"].as_i64().unwrap(), result));
        if change["article_id"].is_null() {
            return;
        }
        let key = (text("article_id"), text("locale"));
        match kind.as_str() {
            "withdrawn" | "taken_down" => drop(self.copy.remove(&key)),
            _ => drop(self.copy.insert(key, text("slug"))),
        }
    }
}

async fn fresh_copy(reader: &Reader) -> ArticleCopy {
    let mut follower = Follower::default();
    follower.read_to_end(reader, 100).await;
    follower.copy
}

/// Performs a random action on a random draft. It may be refused, depending on the state of the draft.
async fn random_act(fixture: &Fixture, drafts: &mut Vec<String>, random: &mut Rng) {
    let count = drafts.len();
    if count < 3 || random.u8(..5) == 0 {
        return drafts.push(fixture.publish_new(&format!("article-{count}")).await);
    }
    let draft = drafts[random.usize(..count)].clone();
    match random.u8(..6) {
        0 => drop(fixture.post_action(&draft, "withdraw").await),
        1 => drop(fixture.post_action(&draft, "take-down").await),
        2 => {
            fixture.save(&draft, json!({ "slug": format!("moved-{}", random.u32(..)) })).await;
            drop(fixture.publish(&draft).await);
        }
        _ => {
            fixture.save(&draft, json!({ "headline": format!("Headline {}", random.u32(..)) })).await;
            drop(fixture.publish(&draft).await);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_kept_up_to_date_equals_a_fresh_copy() {
    let fixture = Fixture::new().await;
    let (_other, elsewhere) = fixture.app.start_another_with_reader().await;
    let mut random = Rng::with_seed(26);
    let mut drafts = Vec::new();
    let mut follower = Follower::default();
    for _ in 0..8 {
        random_act(&fixture, &mut drafts, &mut random).await;
    }
    for _ in 0..60 {
        random_act(&fixture, &mut drafts, &mut random).await;
        if random.bool() {
            let reader = if random.bool() { &elsewhere } else { &fixture.app.reader };
            follower.read_page(reader, random.usize(1..4)).await;
        }
    }
    let last = fixture.publish_new("the-last").await;
    let sequence = fixture.post_action(&last, "withdraw").await.expect(200)["sequence"].as_i64().unwrap();
    fixture.app.reader.get(&format!("/v1/changes?min_sequence={sequence}")).await.expect(200);
    follower.read_to_end(&fixture.app.reader, 3).await;
    assert_eq!(follower.copy, fresh_copy(&fixture.app.reader).await);
    assert!(follower.copy.len() > 3, "there is something to compare: {:?}", follower.copy);
    assert_eq!(follower.received.last().unwrap(), &(sequence, "withdrawn the-last".to_owned()));
    // The copy also equals what the delivery API returns.
    for ((article, locale), slug) in &follower.copy {
        let path = format!("/v1/articles/id:{article}?locale={locale}");
        assert_eq!(fixture.app.reader.get(&path).await.expect(200)["slug"], slug.as_str());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_change_is_listed_once_in_order_with_its_kind() {
    let fixture = Fixture::new().await;
    let mut follower = Follower::default();
    fixture.app.reader.get("/v1/changes").await.expect(200);
    follower.read_to_end(&fixture.app.reader, 20).await;
    assert_eq!(follower.received, [], "there is nothing yet");
    let draft = fixture.publish_new("a-slug").await;
    fixture.save(&draft, json!({ "headline": "Another headline" })).await;
    fixture.publish(&draft).await.expect(201);
    fixture.save(&draft, json!({ "slug": "b-slug" })).await;
    fixture.publish(&draft).await.expect(201);
    fixture.post_action(&draft, "withdraw").await.expect(200);
    fixture.publish(&draft).await.expect(201);
    follower.read_to_end(&fixture.app.reader, 2).await;
    fixture.post_action(&draft, "take-down").await.expect(200);
    follower.read_to_end(&fixture.app.reader, 2).await;
    let result = [
        "published a-slug",
        "changed a-slug",
        "moved b-slug",
        "withdrawn b-slug",
        "published b-slug",
        "taken_down what had a name",
    ];
    let result: Vec<(i64, String)> = (1..).zip(result.map(str::to_owned)).collect();
    assert_eq!(follower.received, result);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_change_log_keeps_only_the_takedown_of_a_taken_down_article() {
    let fixture = Fixture::new().await;
    let reader = &fixture.app.reader;
    let beginning = reader.get("/v1/changes?from=now").await.expect(200);
    let beginning = format!("/v1/changes?after={}", beginning["page"]["next"].as_str().unwrap());
    let draft = fixture.publish_new("a-name").await;
    fixture.save(&draft, json!({ "slug": "another-name" })).await;
    fixture.publish(&draft).await.expect(201);
    fixture.publish_new("b-slug").await;
    assert!(reader.get(&beginning).await.text().contains("another-name"));
    fixture.post_action(&draft, "take-down").await.expect(200);
    let result = reader.get(&beginning).await;
    assert!(!result.text().contains("-name"), "{}", result.text());
    let result = result.expect(200);
    let kinds = result["data"].as_array().unwrap().iter().map(|change| change["kind"].as_str().unwrap());
    assert_eq!(kinds.collect::<Vec<_>>(), ["published", "taken_down"]);
    // A later publish of the same article is listed again.
    fixture.publish(&draft).await.expect(201);
    let result = reader.get(&beginning).await.expect(200);
    assert_eq!(
        (&result["data"][2]["kind"], &result["data"][2]["slug"]),
        (&json!("published"), &json!("another-name"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_names_its_cache_tags_and_the_previous_slug() {
    let fixture = Fixture::new().await;
    let reader = &fixture.app.reader;
    let draft = fixture.publish_new("a-slug").await;
    let from_now = reader.get("/v1/changes?from=now").await.expect(200);
    assert_eq!(from_now["data"], json!([]));
    fixture.save(&draft, json!({ "slug": "b-slug" })).await;
    fixture.publish(&draft).await.expect(201);
    let next = from_now["page"]["next"].as_str().unwrap();
    let response = reader.get(&format!("/v1/changes?after={next}")).await;
    let page = response.expect(200);
    let change = &page["data"][0];
    let article = reader.get("/v1/articles/b-slug").await.expect(200)["id"].as_str().unwrap().to_owned();
    assert_eq!((&change["kind"], &change["previous_slug"]), (&json!("moved"), &json!("a-slug")));
    assert_eq!(change["tags"], json!([format!("article:{article}"), "lists", "section:engineering"]));
    assert_eq!(page["data"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bulk_act_is_one_change_per_article_with_its_own_cache_tags() {
    let fixture = Fixture::new().await;
    let mut drafts = Vec::new();
    for number in 0..3 {
        drafts.push(json!({ "id": fixture.draft(&format!("article-{number}")).await, "revision": 1 }));
    }
    let request = fixture.editor.post("/bulk/publish", json!({ "drafts": drafts }));
    let sequence = request.send().await.expect(200)["sequence"].clone();
    let page = fixture.app.reader.get("/v1/changes?from=now").await.expect(200);
    assert_eq!(page["data"], json!([]));
    let page = fixture.app.reader.get("/v1/changes").await.expect(200);
    let changes = page["data"].as_array().unwrap();
    assert_eq!(changes.len(), 3);
    for change in changes {
        let tag = format!("article:{}", change["article_id"].as_str().unwrap());
        let mut articles = change["tags"].as_array().unwrap().iter().filter_map(Value::as_str);
        assert!(articles.all(|named| !named.starts_with("article:") || named == tag), "{change}");
        assert_eq!(change["sequence"], sequence);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_cursors_are_400_and_cursors_of_another_epoch_are_410() {
    let fixture = Fixture::new().await;
    fixture.publish_new("a-slug").await;
    let reader = &fixture.app.reader;
    let page = reader.get("/v1/changes?from=now").await.expect(200);
    let cursor = page["page"]["next"].as_str().unwrap();
    for query in [
        "from=yesterday".to_owned(),
        "after=nothing".to_owned(),
        format!("from=now&after={cursor}"),
        "limit=0".to_owned(),
        "since=1".to_owned(),
        // Cursors are not signed, so a client can forge one with an invalid locale.
        format!("after={}", forge_cursor(cursor, &in_snapshot(1, "\0"))),
    ] {
        let response =
            reader.request_unvalidated(reqwest::Method::GET, &format!("/v1/changes?{query}"), &[]).await;
        assert_eq!(expect_problem(response, 400).0, "invalid-parameter", "{query}");
    }
    let owner = fixture.app.database.access(roles::OWNER);
    testing::execute(&owner, "UPDATE operations.counter SET epoch = gen_random_uuid()").await.unwrap();
    let (_restored, elsewhere) = fixture.app.start_another_with_reader().await;
    let response = elsewhere.get(&format!("/v1/changes?after={cursor}")).await;
    assert_eq!(expect_problem(response, 410).0, "start-over");
}

/// The key of a position in the snapshot of what was live at an act.
pub(crate) fn in_snapshot(act: i64, locale: &str) -> Value {
    json!({ "InSnapshot": { "act": act, "after": { "article": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61", "locale": locale } } })
}

/// Replaces the key in a cursor and recomputes its checksum.
pub(crate) fn forge_cursor(cursor: &str, key: &Value) -> String {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).unwrap();
    let mut made: Value = serde_json::from_slice(&bytes[..bytes.len() - 8]).unwrap();
    made["key"] = key.clone();
    let made = serde_json::to_vec(&made).unwrap();
    let checksum = Sha256::digest(&made);
    URL_SAFE_NO_PAD.encode([made.as_slice(), &checksum[..8]].concat())
}
