//! What becomes of a schedule when something else happens to its article first.

use domain::Role;
use serde_json::{Value, json};
use store::{roles, testing};
use tests::eventually;

use crate::stage::{Stage, refused};

const LATER: &str = "2099-01-01T00:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_with_a_publication_pending_asks_what_becomes_of_it() {
    let stage = Stage::open().await;
    for choice in ["cancel", "keep"] {
        let draft = live_with_a_pending_revision(&stage, choice).await;
        let before = stage.newsroom.database.everything().await;
        let problem = stage.act(&draft, "withdraw").await.expect(409);
        assert_eq!(problem["type"], "/docs/problems/schedule-pending");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("2099-01-01T00:00:00Z") && detail.contains("evision 2"), "{detail}");
        assert_eq!(problem["errors"][0]["parameter"], "pending");
        assert_eq!(stage.newsroom.database.everything().await, before);
        stage.act(&draft, &format!("withdraw?pending={choice}")).await.expect(200);
        assert_eq!(stage.status(choice).await, 410);
        let left = stage.get(&draft).await;
        let kept = json!({ "kind": "publish", "revision": 2, "due_at": LATER });
        let wanted = if choice == "keep" { ("scheduled", kept) } else { ("withdrawn", Value::Null) };
        assert_eq!((left["status"].as_str().unwrap(), left["scheduled"].clone()), wanted);
    }
    let answer = stage.editor.act("/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61/withdraw?pending=drop");
    assert_eq!(refused(answer.unchecked().send().await, 400).0, "invalid-parameter");
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_another_revision_asks_and_the_scheduled_one_fulfils_its_schedule() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    stage.schedule(&draft, LATER).await.expect(200);
    stage.save(&draft, json!({ "headline": "Second" })).await;
    assert_eq!(refused(stage.publish(&draft).await, 409).0, "schedule-pending");
    assert_eq!(stage.status("a-slug").await, 404);
    let publish = async |choice: &str| {
        let path = format!("/drafts/{draft}/publish?pending={choice}");
        stage.editor.post(&path, json!({})).seen(stage.revision(&draft).await).send().await
    };
    publish("keep").await.expect(201);
    assert_eq!(stage.get(&draft).await["scheduled"]["revision"], 1, "it was said that it stays");
    stage.save(&draft, json!({ "headline": "Third" })).await;
    publish("cancel").await.expect(201);
    assert_eq!(stage.get(&draft).await["scheduled"], Value::Null);

    stage.save(&draft, json!({ "headline": "Fourth" })).await;
    stage.schedule(&draft, LATER).await.expect(200);
    stage.publish(&draft).await.expect(201);
    assert_eq!(stage.get(&draft).await["scheduled"], Value::Null, "it happened already");
    assert_eq!(stage.article("a-slug").await["headline"], "Fourth");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_that_was_kept_has_its_effect_at_its_moment_and_a_cancelled_one_has_none() {
    let stage = Stage::open().await;
    let kept = live_with_a_pending_revision(&stage, "kept").await;
    stage.act(&kept, "withdraw?pending=keep").await.expect(200);
    let cancelled = live_with_a_pending_revision(&stage, "cancelled").await;
    stage.act(&cancelled, "withdraw?pending=cancel").await.expect(200);
    let owner = stage.newsroom.database.access(roles::OWNER);
    testing::execute(&owner, "UPDATE delivery.schedules SET due_at = clock_timestamp()").await.unwrap();
    eventually(async || (stage.status("kept").await == 200).then_some(())).await;
    assert_eq!(stage.article("kept").await["headline"], "Later");
    assert_eq!(stage.status("cancelled").await, 410);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_previous_edition_asks_as_publishing_does() {
    let stage = Stage::open().await;
    let draft = stage.live("a-slug").await;
    stage.save(&draft, json!({ "headline": "Second" })).await;
    stage.publish(&draft).await.expect(201);
    stage.save(&draft, json!({ "headline": "Third" })).await;
    stage.schedule(&draft, LATER).await.expect(200);
    assert_eq!(refused(stage.act(&draft, "previous-edition").await, 409).0, "schedule-pending");
    stage.act(&draft, "previous-edition?pending=cancel").await.expect(200);
    assert_eq!(stage.get(&draft).await["scheduled"], Value::Null);
    assert_eq!(stage.article("a-slug").await["headline"], "About a-slug");
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_down_and_throwing_away_cancel_what_is_pending() {
    let stage = Stage::open().await;
    let live = live_with_a_pending_revision(&stage, "live").await;
    assert_eq!(refused(stage.trash(&live).await, 409).0, "still-public");
    stage.act(&live, "take-down").await.expect(200);
    assert_eq!(stage.get(&live).await["scheduled"], Value::Null);
    let draft = stage.draft("a-draft").await;
    stage.schedule(&draft, LATER).await.expect(200);
    let trashed = stage.trash(&draft).await.expect(200);
    assert_eq!((&trashed["status"], &trashed["scheduled"]), (&json!("trashed"), &Value::Null));
    assert_eq!(stage.act(&draft, "restore").await.expect(200)["status"], "draft");
    stage.schedule(&draft, LATER).await.expect(200);
    let many = json!({ "drafts": [{ "id": draft, "revision": 1 }] });
    let trashed = stage.editor.post("/bulk/trash", many).send().await.expect(200);
    assert_eq!(trashed["drafts"][0]["scheduled"], Value::Null);
    let left = "SELECT article_id::text AS text FROM delivery.schedules";
    let owner = stage.newsroom.database.access(roles::OWNER);
    assert!(testing::texts(&owner, left).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_may_not_publish_cancels_no_schedule_by_throwing_its_draft_away() {
    let stage = Stage::open().await;
    let contributor = stage.newsroom.editor(Role::Contributor).await;
    let own = tests::id(&contributor.given_draft(&stage.section, "own").await);
    stage.schedule(&own, LATER).await.expect(200);
    let trash = || contributor.delete(&format!("/drafts/{own}")).seen(1).send();
    assert_eq!(refused(trash().await, 403).0, "not-allowed");
    assert_eq!(stage.get(&own).await["status"], "scheduled");
    stage.editor.delete(&format!("/drafts/{own}/schedule")).send().await;
    assert_eq!(trash().await.expect(200)["status"], "trashed");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_saved_after_scheduling_is_an_unpublished_change_and_is_found() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    stage.schedule(&draft, LATER).await.expect(200);
    let found = async || {
        let checks = stage.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
        let findings = checks["findings"].as_array().unwrap().clone();
        findings.into_iter().find(|finding| finding["rule"] == "saved_after_scheduling")
    };
    assert_eq!(
        (stage.get(&draft).await["has_unpublished_changes"].clone(), found().await),
        (json!(false), None)
    );
    let saved = stage.save(&draft, json!({ "headline": "Saved later" })).await;
    assert_eq!(
        (&saved["has_unpublished_changes"], &saved["scheduled"]["revision"]),
        (&json!(true), &json!(1))
    );
    let finding = found().await.expect("a finding");
    assert_eq!(finding["severity"], "warning");
    assert!(finding["detail"].as_str().unwrap().contains("evision 1"), "{finding}");
    let listed = stage.editor.get("/drafts?has_unpublished_changes=true").send().await.expect(200);
    assert_eq!(listed["data"][0]["id"], json!(draft));
    let undone = stage.save(&draft, json!({ "headline": "About a-slug" })).await;
    assert_eq!((&undone["has_unpublished_changes"], found().await), (&json!(false), None));
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_with_something_pending_is_found_by_the_status_scheduled() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-draft").await;
    stage.schedule(&draft, LATER).await.expect(200);
    let live = live_with_a_pending_revision(&stage, "live").await;
    let ending = stage.live("ending").await;
    pending_withdrawal(&stage, &ending).await;
    let (other, bare) = (stage.live("other").await, stage.draft("bare").await);
    let ids = async |status: &str| {
        let page = stage.editor.get(&format!("/drafts?status={status}")).send().await.expect(200);
        let mut ids: Vec<String> = page["data"].as_array().unwrap().iter().map(tests::id).collect();
        ids.sort();
        ids
    };
    let sorted = |all: &[&String]| {
        let mut all: Vec<String> = all.iter().map(|id| (*id).clone()).collect();
        all.sort();
        all
    };
    assert_eq!(ids("scheduled").await, sorted(&[&draft, &live, &ending]));
    assert_eq!(ids("live").await, sorted(&[&live, &ending, &other]));
    assert_eq!(ids("draft,scheduled").await, sorted(&[&draft, &live, &ending, &bare]));
    let pending = stage.get(&ending).await;
    assert_eq!((&pending["status"], &pending["scheduled"]["kind"]), (&json!("live"), &json!("withdraw")));
    assert_eq!(
        (&pending["scheduled"]["revision"], &pending["has_unpublished_changes"]),
        (&Value::Null, &json!(false))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_asked_about_as_one_is_and_the_choice_is_for_all_of_them() {
    let stage = Stage::open().await;
    let (pending, live) = (live_with_a_pending_revision(&stage, "pending").await, stage.live("live").await);
    stage.save(&pending, json!({ "headline": "Third" })).await;
    let both = json!({ "drafts": [{ "id": live, "revision": 1 }, { "id": pending, "revision": 3 }] });
    let before = stage.newsroom.database.everything().await;
    for what in ["publish", "withdraw"] {
        let (kind, errors) =
            refused(stage.editor.post(&format!("/bulk/{what}"), both.clone()).send().await, 409);
        assert_eq!(kind, "bulk-refused");
        assert_eq!(
            (&errors[0]["pointer"], &errors[0]["rule"]),
            (&json!("/drafts/1"), &json!("schedule_pending"))
        );
        assert_eq!(errors.as_array().unwrap().len(), 1, "{errors}");
    }
    assert_eq!(stage.newsroom.database.everything().await, before);
    let done = stage.editor.post("/bulk/publish?pending=keep", both.clone()).send().await.expect(200);
    let changes: Vec<&Value> =
        done["articles"].as_array().unwrap().iter().map(|one| &one["change"]).collect();
    assert_eq!(changes, ["unchanged", "changed"]);
    assert_eq!(stage.get(&pending).await["scheduled"]["revision"], 2);
    stage.editor.post("/bulk/withdraw?pending=cancel", both).send().await.expect(200);
    assert_eq!([stage.status("pending").await, stage.status("live").await], [410, 410]);
    assert_eq!(stage.get(&pending).await["scheduled"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_that_a_cancelled_schedule_held_is_free_in_the_same_act() {
    let stage = Stage::open().await;
    let (first, second) = (stage.draft("wanted").await, stage.draft("other").await);
    stage.schedule(&first, LATER).await.expect(200);
    stage.save(&first, json!({ "slug": "elsewhere" })).await;
    stage.save(&second, json!({ "slug": "wanted" })).await;
    assert_eq!(refused(stage.publish(&second).await, 409).0, "slug-taken");
    let both = json!({ "drafts": [{ "id": first, "revision": 2 }, { "id": second, "revision": 2 }] });
    stage.editor.post("/bulk/publish?pending=cancel", both).send().await.expect(200);
    assert_eq!([stage.status("elsewhere").await, stage.status("wanted").await], [200, 200]);
}

/// A live article of which the second revision is scheduled.
async fn live_with_a_pending_revision(stage: &Stage, slug: &str) -> String {
    let draft = stage.live(slug).await;
    stage.save(&draft, json!({ "headline": "Later" })).await;
    stage.schedule(&draft, LATER).await.expect(200);
    draft
}

/// No operation makes one yet.
async fn pending_withdrawal(stage: &Stage, draft: &str) {
    let owner = stage.newsroom.database.access(roles::OWNER);
    let insert = format!(
        "INSERT INTO delivery.schedules (article_id, locale, kind, due_at, scheduled_by)
         SELECT article_id, locale, 'withdraw', '{LATER}', 'test' FROM editorial.drafts WHERE id = '{draft}'"
    );
    testing::execute(&owner, &insert).await.unwrap();
}
