//! Sections, tags, authors and series.

use serde_json::{Value, json};
use tests::{eventually, id};

use crate::stage::{Stage, refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_rename_reaches_readers_without_counting_as_an_update() {
    let stage = Stage::open().await;
    let draft = stage.live("a-slug").await;
    let before = stage.article("a-slug").await;
    let path = format!("/terms/{}", stage.section);
    let renamed = stage.editor.patch(&path, 1, json!({ "name": "The Engine Room" })).send().await;
    assert_eq!(renamed.header("etag"), "\"2\"");
    let renamed = renamed.expect(200);
    assert_eq!((&renamed["sequence"], &renamed["version"]), (&json!(2), &json!(2)));
    let page = stage.newsroom.reader.get("/v1/sections/engineering").await.expect(200);
    assert_eq!(page["name"], "The Engine Room");
    let article = eventually(async || {
        let article = stage.article("a-slug").await;
        (article["section"]["name"] == "The Engine Room").then_some(article)
    });
    assert_eq!(article.await["updated_at"], before["updated_at"]);
    let job = eventually(async || {
        let jobs = stage.editor.get("/jobs?kind=refresh_editions&state=done").send().await.expect(200);
        jobs["data"].as_array().unwrap().first().cloned()
    });
    let job = job.await;
    assert_eq!(job["progress"]["done"], job["progress"]["total"], "{job}");
    assert_eq!(job["payload"]["term"], json!(stage.section));
    assert_eq!(stage.get(&draft).await["has_unpublished_changes"], false);
    assert_eq!(stage.editor.patch(&path, 1, json!({ "name": "Late" })).send().await.status, 412);
    let same = stage.editor.patch(&path, 2, json!({ "name": "The Engine Room" })).send().await.expect(200);
    assert_eq!((&same["sequence"], &same["version"]), (&Value::Null, &json!(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_that_was_merged_is_the_other_for_readers_and_editors() {
    let stage = Stage::open().await;
    let (old, new) =
        (stage.editor.given_term("tag", "bridge").await, stage.editor.given_term("tag", "bridges").await);
    let draft = stage.draft("a-slug").await;
    stage.save(&draft, json!({ "tags": [old] })).await;
    stage.publish(&draft).await.expect(201);
    let merge = |from: &str, into: &str| {
        stage.editor.post(&format!("/terms/{from}/merge"), json!({ "into": into })).send()
    };
    assert_eq!(refused(merge(&old, &old).await, 409).0, "not-mergeable");
    assert_eq!(refused(merge(&old, &stage.section.clone()).await, 409).0, "not-mergeable");
    assert_eq!(id(&merge(&old, &new).await.expect(200)), new);
    let listed = async |tag: &str| {
        let teasers = stage.newsroom.reader.get(&format!("/v1/teasers?tag={tag}")).await.expect(200);
        teasers["data"].as_array().unwrap().len()
    };
    assert_eq!((listed("bridges").await, listed("bridge").await), (1, 0));
    eventually(async || (stage.article("a-slug").await["tags"][0]["slug"] == "bridges").then_some(())).await;
    assert_eq!(stage.get(&draft).await["content"]["tags"], json!([new]));
    assert_eq!(id(&stage.editor.get(&format!("/terms/{old}")).send().await.expect(200)), new);
    let body = json!({ "kind": "tag", "slug": "bridge", "name": "Bridge" });
    assert_eq!(refused(stage.editor.post("/terms", body).send().await, 409).0, "term-exists");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_in_use_is_not_deleted_and_all_mistakes_are_said_at_once() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    let delete = |id: &str| stage.editor.delete(&format!("/terms/{id}")).send();
    assert_eq!(refused(delete(&stage.section).await, 409).0, "term-in-use");
    let used = stage.editor.get(&format!("/terms/{}", stage.section)).send().await.expect(200);
    assert_eq!((&used["draft_count"], &used["is_public"]), (&json!(1), &json!(false)));
    stage.publish(&draft).await.expect(201);
    let elsewhere = stage.editor.given_term("section", "elsewhere").await;
    stage.save(&draft, json!({ "section": elsewhere })).await;
    assert_eq!(refused(delete(&stage.section).await, 409).0, "term-in-use");
    stage.publish(&draft).await.expect(201);
    assert_eq!(delete(&stage.section).await.status, 204);
    assert_eq!(delete(&stage.section).await.status, 404);
    assert_eq!(stage.newsroom.reader.get("/v1/sections/engineering").await.status, 404);
    // Its slug is free again.
    stage.editor.given_term("section", "engineering").await;
    let wrong = json!({ "kind": "tag", "slug": "No Slug", "name": "", "url": "x".repeat(2_001) });
    let (kind, errors) = refused(stage.editor.post("/terms", wrong).unchecked().send().await, 422);
    assert_eq!((kind.as_str(), errors.as_array().unwrap().len()), ("invalid-content", 3));
}
