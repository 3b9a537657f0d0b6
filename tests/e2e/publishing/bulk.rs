//! Bulk operations: all drafts or none.

use serde_json::{Value, json};

use crate::fixture::{Fixture, expect_problem};

#[tokio::test(flavor = "multi_thread")]
async fn a_bulk_operation_reports_the_error_of_each_draft_and_changes_nothing() {
    let fixture = Fixture::new().await;
    let (good, stale, bare) =
        (fixture.draft("good").await, fixture.draft("stale").await, fixture.draft("bare").await);
    let (trashed, live) = (fixture.draft("trashed").await, fixture.publish_new("live").await);
    fixture.save(&stale, json!({ "headline": "Saved meanwhile" })).await;
    fixture.save(&bare, json!({ "headline": null })).await;
    fixture.trash(&trashed).await.expect(200);
    let nowhere = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61".to_owned();
    let before = fixture.app.database.content_digests().await;
    let all = json!([
        { "id": good, "revision": 1 }, { "id": stale, "revision": 1 }, { "id": bare, "revision": 2 },
        { "id": trashed, "revision": 1 }, { "id": nowhere, "revision": 1 }, { "id": live, "revision": 1 }
    ]);
    let other = json!({ "drafts": all, "section": fixture.section });
    for (what, body, wrong) in [
        ("publish", json!({ "drafts": all }), vec!["1 stale", "2 incomplete", "3 in_trash", "4 not_found"]),
        (
            "withdraw",
            json!({ "drafts": all }),
            vec!["0 never_published", "1 stale", "2 never_published", "3 never_published", "4 not_found"],
        ),
        ("move", other, vec!["1 stale", "3 in_trash", "4 not_found"]),
        ("trash", json!({ "drafts": all }), vec!["1 stale", "4 not_found", "5 still_public"]),
    ] {
        for dry in [true, false] {
            let request = fixture.editor.post(&format!("/bulk/{what}"), body.clone());
            let request = if dry { request.header("Prefer", "dry-run") } else { request };
            let (kind, errors) = expect_problem(request.send().await, 409);
            assert_eq!(
                (kind.as_str(), error_summaries(&errors)),
                ("bulk-refused", wrong.iter().map(|s| (*s).to_owned()).collect()),
                "{what}"
            );
        }
    }
    let two = json!({ "drafts": [{ "id": live, "revision": 1 }, { "id": good, "revision": 1 }] });
    let (_, errors) = expect_problem(fixture.editor.post("/bulk/withdraw", two).send().await, 409);
    assert_eq!(error_summaries(&errors), ["1 never_published"]);
    assert_eq!(fixture.app.database.content_digests().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_published_moved_withdrawn_and_trashed_in_bulk() {
    let fixture = Fixture::new().await;
    let elsewhere = fixture.editor.create_term("section", "elsewhere").await;
    let mut drafts = Vec::new();
    for number in 0..3 {
        drafts.push(fixture.draft(&format!("slug-{number}")).await);
    }
    let seen = |revision: i64| -> Value {
        drafts.iter().map(|draft| json!({ "id": draft, "revision": revision })).collect()
    };
    let result = fixture
        .editor
        .post("/bulk/publish", json!({ "drafts": seen(1) }))
        .header("Prefer", "dry-run")
        .send()
        .await;
    assert_eq!(result.expect(200)["dry_run"], true);
    assert_eq!(fixture.article_status("slug-0").await, 404);
    let published =
        fixture.editor.post("/bulk/publish", json!({ "drafts": seen(1) })).send().await.expect(200);
    assert_eq!((&published["sequence"], published["articles"].as_array().unwrap().len()), (&json!(1), 3));
    let body = json!({ "drafts": seen(1), "section": elsewhere });
    let moved = fixture.editor.post("/bulk/move", body).send().await.expect(200);
    assert!(
        moved["drafts"]
            .as_array()
            .unwrap()
            .iter()
            .all(|draft| draft["section"] == elsewhere && draft["revision"] == 2)
    );
    let withdrawn =
        fixture.editor.post("/bulk/withdraw", json!({ "drafts": seen(2) })).send().await.expect(200);
    assert_eq!(withdrawn["sequence"], 2);
    let trashed = fixture.editor.post("/bulk/trash", json!({ "drafts": seen(2) })).send().await.expect(200);
    assert!(trashed["drafts"].as_array().unwrap().iter().all(|draft| draft["status"] == "trashed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn bulk_withdraw_is_refused_for_stale_revisions() {
    let fixture = Fixture::new().await;
    let (first, second) = (fixture.publish_new("first").await, fixture.publish_new("second").await);
    fixture.save(&second, json!({ "headline": "Saved meanwhile" })).await;
    let withdraw = |revision: i64| {
        let drafts = json!([{ "id": first, "revision": 1 }, { "id": second, "revision": revision }]);
        fixture.editor.post("/bulk/withdraw", json!({ "drafts": drafts }))
    };
    for revision in [1, 3] {
        for request in [withdraw(revision), withdraw(revision).header("Prefer", "dry-run")] {
            let (kind, errors) = expect_problem(request.send().await, 409);
            assert_eq!(
                (kind.as_str(), error_summaries(&errors)),
                ("bulk-refused", vec!["1 stale".to_owned()])
            );
        }
    }
    assert_eq!([fixture.article_status("first").await, fixture.article_status("second").await], [200, 200]);
    let keyed = || withdraw(2).header("Idempotency-Key", "\"once\"").send();
    let done = keyed().await.expect(200);
    assert_eq!([fixture.article_status("first").await, fixture.article_status("second").await], [410, 410]);
    fixture.save(&second, json!({ "headline": "Saved again" })).await;
    assert_eq!(keyed().await.expect(200), done);
}

#[tokio::test(flavor = "multi_thread")]
async fn bulk_operations_take_at_most_a_hundred_distinct_drafts() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let id = |number: usize| format!("0199a3c2-5d1e-7c3a-9b1f-{number:012}");
    let many: Vec<Value> = (0..101).map(|number| json!({ "id": id(number), "revision": 1 })).collect();
    let twice = json!([{ "id": draft, "revision": 1 }, { "id": draft, "revision": 1 }]);
    for drafts in [json!(many), json!([]), twice] {
        for what in ["publish", "withdraw", "move", "trash"] {
            let mut body = json!({ "drafts": drafts });
            if what == "move" {
                body["section"] = json!(fixture.section);
            }
            let request = fixture.editor.post(&format!("/bulk/{what}"), body).skip_request_validation();
            assert_eq!(expect_problem(request.send().await, 422).0, "too-many-articles", "{what}");
        }
    }
}

fn error_summaries(errors: &Value) -> Vec<String> {
    let one = |error: &Value| {
        let place = error["pointer"].as_str().unwrap().trim_start_matches("/drafts/");
        format!("{place} {}", error["rule"].as_str().unwrap())
    };
    errors.as_array().unwrap().iter().map(one).collect()
}
