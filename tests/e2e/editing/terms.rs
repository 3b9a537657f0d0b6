//! Terms: renamed, merged, deleted, and what that does to drafts and articles.

use serde_json::{Value, json};
use tests::{eventually, id};

use crate::fixture::{Fixture, expect_problem};

#[tokio::test(flavor = "multi_thread")]
async fn renaming_a_term_updates_articles_without_changing_updated_at() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("a-slug").await;
    let before = fixture.article("a-slug").await;
    let path = format!("/terms/{}", fixture.section);
    let renamed = fixture.editor.patch(&path, 1, json!({ "name": "The Engine Room" })).send().await;
    assert_eq!(renamed.header("etag"), "\"2\"");
    let renamed = renamed.expect(200);
    assert_eq!((&renamed["sequence"], &renamed["version"]), (&json!(2), &json!(2)));
    let page = fixture.app.reader.get("/v1/sections/engineering").await.expect(200);
    assert_eq!(page["name"], "The Engine Room");
    let article = eventually(async || {
        let article = fixture.article("a-slug").await;
        (article["section"]["name"] == "The Engine Room").then_some(article)
    });
    assert_eq!(article.await["updated_at"], before["updated_at"]);
    let job = eventually(async || {
        let jobs = fixture.editor.get("/jobs?kind=refresh_editions&state=done").send().await.expect(200);
        jobs["data"].as_array().unwrap().first().cloned()
    });
    let job = job.await;
    assert_eq!(job["progress"]["done"], job["progress"]["total"], "{job}");
    assert_eq!(job["payload"]["term"], json!(fixture.section));
    assert_eq!(fixture.get_draft(&draft).await["has_unpublished_changes"], false);
    assert_eq!(fixture.editor.patch(&path, 1, json!({ "name": "Late" })).send().await.status, 412);
    let same = fixture.editor.patch(&path, 2, json!({ "name": "The Engine Room" })).send().await.expect(200);
    assert_eq!((&same["sequence"], &same["version"]), (&Value::Null, &json!(2)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merged_term_is_replaced_by_its_target_for_readers_and_editors() {
    let fixture = Fixture::new().await;
    let (old, new) = (
        fixture.editor.create_term("tag", "bridge").await,
        fixture.editor.create_term("tag", "bridges").await,
    );
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "tags": [old] })).await;
    fixture.publish(&draft).await.expect(201);
    let merge = |from: &str, into: &str| {
        fixture.editor.post(&format!("/terms/{from}/merge"), json!({ "into": into })).send()
    };
    assert_eq!(expect_problem(merge(&old, &old).await, 409).0, "not-mergeable");
    assert_eq!(expect_problem(merge(&old, &fixture.section.clone()).await, 409).0, "not-mergeable");
    assert_eq!(id(&merge(&old, &new).await.expect(200)), new);
    let listed = async |tag: &str| {
        let teasers = fixture.app.reader.get(&format!("/v1/teasers?tag={tag}")).await.expect(200);
        teasers["data"].as_array().unwrap().len()
    };
    assert_eq!((listed("bridges").await, listed("bridge").await), (1, 0));
    eventually(async || (fixture.article("a-slug").await["tags"][0]["slug"] == "bridges").then_some(()))
        .await;
    let seen = fixture.get_draft(&draft).await;
    assert_eq!((&seen["content"]["tags"], &seen["revision"]), (&json!([old]), &json!(2)), "as it was saved");
    let term = seen["terms"].as_array().unwrap().iter().find(|term| term["id"] == json!(old)).unwrap();
    assert_eq!(
        (&term["merged_into"], &term["slug"], &term["kind"]),
        (&json!(new), &json!("bridges"), &json!("tag"))
    );
    assert!(term["ended_at"].is_string(), "{term}");
    assert_eq!(id(&fixture.editor.get(&format!("/terms/{old}")).send().await.expect(200)), new);
    let body = json!({ "kind": "tag", "slug": "bridge", "name": "Bridge" });
    assert_eq!(expect_problem(fixture.editor.post("/terms", body).send().await, 409).0, "term-exists");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_in_use_cannot_be_deleted() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let delete = |id: &str| fixture.editor.delete(&format!("/terms/{id}")).send();
    assert_eq!(expect_problem(delete(&fixture.section).await, 409).0, "term-in-use");
    let used = fixture.editor.get(&format!("/terms/{}", fixture.section)).send().await.expect(200);
    assert_eq!((&used["draft_count"], &used["is_public"]), (&json!(1), &json!(false)));
    fixture.publish(&draft).await.expect(201);
    let elsewhere = fixture.editor.create_term("section", "elsewhere").await;
    fixture.save(&draft, json!({ "section": elsewhere })).await;
    assert_eq!(expect_problem(delete(&fixture.section).await, 409).0, "term-in-use");
    fixture.publish(&draft).await.expect(201);
    assert_eq!(delete(&fixture.section).await.status, 204);
    assert_eq!(delete(&fixture.section).await.status, 404);
    assert_eq!(fixture.app.reader.get("/v1/sections/engineering").await.status, 404);
    // The slug of the deleted term can be used again.
    fixture.editor.create_term("section", "engineering").await;
    let wrong = json!({ "kind": "tag", "slug": "No Slug", "name": "", "url": "x".repeat(2_001) });
    let (kind, errors) =
        expect_problem(fixture.editor.post("/terms", wrong).skip_request_validation().send().await, 422);
    assert_eq!((kind.as_str(), errors.as_array().unwrap().len()), ("invalid-content", 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn renaming_a_term_does_not_change_draft_etags() {
    let fixture = Fixture::new().await;
    let (old, new) = (
        fixture.editor.create_term("tag", "bridge").await,
        fixture.editor.create_term("tag", "bridges").await,
    );
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "tags": [old] })).await;
    let paths = [format!("/drafts/{draft}"), format!("/drafts/{draft}/revisions/2")];
    let read = async |path: &str| {
        let response =
            fixture.editor.get(path).header("If-None-Match", "\"2\"").skip_request_validation().send().await;
        assert_eq!(response.header("etag"), "\"2\"", "{path}");
        // Never 304: the names of terms in the response may change while the draft and its ETag do not.
        response.expect(200)
    };
    let names = |seen: &Value| -> Vec<Value> {
        seen["terms"].as_array().unwrap().iter().map(|term| term["name"].clone()).collect()
    };
    let mut before = Vec::new();
    for path in &paths {
        before.push(read(path).await);
    }
    fixture
        .editor
        .patch(&format!("/terms/{old}"), 1, json!({ "name": "The Bridge" }))
        .send()
        .await
        .expect(200);
    for (path, before) in paths.iter().zip(&before) {
        let seen = read(path).await;
        assert_eq!(seen["content"], before["content"], "{path}");
        assert_eq!(
            (names(before)[1].clone(), names(&seen)[1].clone()),
            (json!("bridge"), json!("The Bridge"))
        );
    }
    fixture.editor.post(&format!("/terms/{old}/merge"), json!({ "into": new })).send().await.expect(200);
    for (path, before) in paths.iter().zip(&before) {
        let seen = read(path).await;
        assert_eq!((&seen["content"], &names(&seen)[1]), (&before["content"], &json!("bridges")), "{path}");
    }
    // A save with the old ETag still succeeds, and stores the term that the merge led to.
    let saved = fixture.editor.patch(&paths[0], 2, json!({ "kicker": "Dispatch" })).send().await.expect(200);
    assert_eq!((&saved["content"]["tags"], &saved["terms"][1]["id"]), (&json!([new]), &json!(new)));
    let late = fixture.editor.patch(&paths[0], 2, json!({ "kicker": "Late" })).send().await.expect(412);
    let kicker = json!([{ "pointer": "/kicker", "before": null, "after": "Dispatch" }]);
    assert_eq!(late["current"]["changes"]["fields"], kicker, "the merge is no change of the draft");
    let compared =
        fixture.editor.get(&format!("{}/comparison?from=2&to=3", paths[0])).send().await.expect(200);
    assert_eq!(compared["fields"], kicker);
    for tag in [&old, &new] {
        let found = fixture.editor.get(&format!("/drafts?tag={tag}")).send().await.expect(200);
        assert_eq!(found["data"].as_array().unwrap().len(), 1, "{tag}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn restoring_a_revision_reports_its_deleted_terms() {
    let fixture = Fixture::new().await;
    let (old, new, gone) = (
        fixture.editor.create_term("tag", "bridge").await,
        fixture.editor.create_term("tag", "bridges").await,
        fixture.editor.create_term("tag", "ferries").await,
    );
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "tags": [gone, old] })).await;
    fixture.save(&draft, json!({ "tags": [] })).await;
    fixture.editor.post(&format!("/terms/{old}/merge"), json!({ "into": new })).send().await.expect(200);
    assert_eq!(fixture.editor.delete(&format!("/terms/{gone}")).send().await.status, 204);
    let path = format!("/drafts/{draft}/revisions/2/restore");
    let request = || fixture.editor.post_empty(&path).if_match(3).header("Idempotency-Key", "\"restore\"");
    let restored = request().send().await.expect(200);
    assert_eq!((&restored["revision"], &restored["content"]["tags"]), (&json!(4), &json!([new])));
    let finding = json!([{
        "severity": "warning", "pointer": "/tags/0", "rule": "ended_term",
        "detail": "The tag “ferries” was deleted. It is left out."
    }]);
    assert_eq!(restored["findings"], finding);
    let again = request().send().await;
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(again.expect(200), restored);
    let earlier = fixture.editor.get(&format!("/drafts/{draft}/revisions/2")).send().await.expect(200);
    assert_eq!(earlier["content"]["tags"], json!([gone, old]));
    let term = earlier["terms"].as_array().unwrap().iter().find(|term| term["id"] == json!(gone)).unwrap();
    assert_eq!((&term["merged_into"], &term["name"]), (&Value::Null, &json!("ferries")));
    assert!(term["ended_at"].is_string());
    fixture.publish(&draft).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_with_a_deleted_term_cannot_be_published() {
    let fixture = Fixture::new().await;
    let (gone, kept) = (
        fixture.editor.create_term("tag", "ferries").await,
        fixture.editor.create_term("tag", "bridges").await,
    );
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "tags": [kept, gone] })).await;
    // The API refuses to delete a term that a draft names, but a database may hold such a row from an earlier version.
    let owner = fixture.app.database.access(store::roles::OWNER);
    let ended = format!("UPDATE editorial.terms SET ended_at = now() WHERE id = '{gone}'");
    store::testing::execute(&owner, &ended).await.unwrap();
    let (kind, errors) = expect_problem(fixture.publish(&draft).await, 422);
    let lacking = |errors: &Value| -> Vec<(String, String)> {
        let text = |error: &Value, name: &str| error[name].as_str().unwrap().to_owned();
        errors.as_array().unwrap().iter().map(|one| (text(one, "pointer"), text(one, "rule"))).collect()
    };
    let expected = vec![("/tags/1".to_owned(), "ended_term".to_owned())];
    assert_eq!((kind.as_str(), lacking(&errors)), ("incomplete", expected.clone()));
    let checks = fixture.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
    assert_eq!(checks["publishable"], false);
    assert_eq!(checks["obstacles"][0]["type"], "/docs/problems/incomplete");
    assert_eq!(lacking(&checks["obstacles"][0]["errors"]), expected);
    assert_eq!(checks["findings"][0]["detail"], "The tag “ferries” was deleted.");
    // The draft can still be saved, and removing the term makes it publishable.
    fixture.save(&draft, json!({ "kicker": "Dispatch" })).await;
    fixture.save(&draft, json!({ "tags": [kept] })).await;
    fixture.publish(&draft).await.expect(201);
}
