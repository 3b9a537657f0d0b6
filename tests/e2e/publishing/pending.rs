//! Pending schedules when their article is published, withdrawn, taken down or trashed first.

use domain::Role;
use serde_json::{Value, json};
use store::{roles, testing};
use tests::eventually;

use crate::fixture::{Fixture, expect_problem};

const LATER: &str = "2099-01-01T00:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_with_a_pending_schedule_requires_a_choice() {
    let fixture = Fixture::new().await;
    for choice in ["cancel", "keep"] {
        let draft = publish_with_pending_revision(&fixture, choice).await;
        let before = fixture.app.database.content_digests().await;
        let problem = fixture.post_action(&draft, "withdraw").await.expect(409);
        assert_eq!(problem["type"], "/docs/problems/schedule-pending");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("2099-01-01T00:00:00Z") && detail.contains("evision 2"), "{detail}");
        assert_eq!(problem["errors"][0]["parameter"], "pending");
        assert_eq!(fixture.app.database.content_digests().await, before);
        fixture.post_action(&draft, &format!("withdraw?pending={choice}")).await.expect(200);
        assert_eq!(fixture.article_status(choice).await, 410);
        let left = fixture.get_draft(&draft).await;
        let kept = json!({ "kind": "publish", "revision": 2, "due_at": LATER });
        let wanted = if choice == "keep" { ("scheduled", kept) } else { ("withdrawn", Value::Null) };
        assert_eq!((left["status"].as_str().unwrap(), left["scheduled"].clone()), wanted);
    }
    let response =
        fixture.editor.post_empty("/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61/withdraw?pending=drop");
    assert_eq!(expect_problem(response.skip_request_validation().send().await, 400).0, "invalid-parameter");
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_another_revision_than_the_scheduled_one_requires_a_choice() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    fixture.schedule(&draft, LATER).await.expect(200);
    fixture.save(&draft, json!({ "headline": "Second" })).await;
    assert_eq!(expect_problem(fixture.publish(&draft).await, 409).0, "schedule-pending");
    assert_eq!(fixture.article_status("a-slug").await, 404);
    let publish = async |choice: &str| {
        let path = format!("/drafts/{draft}/publish?pending={choice}");
        fixture.editor.post(&path, json!({})).if_match(fixture.revision(&draft).await).send().await
    };
    publish("keep").await.expect(201);
    assert_eq!(fixture.get_draft(&draft).await["scheduled"]["revision"], 1, "it was said that it stays");
    fixture.save(&draft, json!({ "headline": "Third" })).await;
    publish("cancel").await.expect(201);
    assert_eq!(fixture.get_draft(&draft).await["scheduled"], Value::Null);

    fixture.save(&draft, json!({ "headline": "Fourth" })).await;
    fixture.schedule(&draft, LATER).await.expect(200);
    fixture.publish(&draft).await.expect(201);
    assert_eq!(fixture.get_draft(&draft).await["scheduled"], Value::Null, "it happened already");
    assert_eq!(fixture.article("a-slug").await["headline"], "Fourth");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kept_schedule_runs_when_due_and_a_cancelled_one_does_not() {
    let fixture = Fixture::new().await;
    let kept = publish_with_pending_revision(&fixture, "kept").await;
    fixture.post_action(&kept, "withdraw?pending=keep").await.expect(200);
    let cancelled = publish_with_pending_revision(&fixture, "cancelled").await;
    fixture.post_action(&cancelled, "withdraw?pending=cancel").await.expect(200);
    let owner = fixture.app.database.access(roles::OWNER);
    testing::execute(&owner, "UPDATE delivery.schedules SET due_at = clock_timestamp()").await.unwrap();
    eventually(async || (fixture.article_status("kept").await == 200).then_some(())).await;
    assert_eq!(fixture.article("kept").await["headline"], "Later");
    assert_eq!(fixture.article_status("cancelled").await, 410);
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_with_a_pending_schedule_requires_a_choice() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("a-slug").await;
    fixture.save(&draft, json!({ "headline": "Second" })).await;
    fixture.publish(&draft).await.expect(201);
    fixture.save(&draft, json!({ "headline": "Third" })).await;
    fixture.schedule(&draft, LATER).await.expect(200);
    assert_eq!(
        expect_problem(fixture.post_action(&draft, "previous-edition").await, 409).0,
        "schedule-pending"
    );
    fixture.post_action(&draft, "previous-edition?pending=cancel").await.expect(200);
    assert_eq!(fixture.get_draft(&draft).await["scheduled"], Value::Null);
    assert_eq!(fixture.article("a-slug").await["headline"], "About a-slug");
}

#[tokio::test(flavor = "multi_thread")]
async fn takedown_and_trash_cancel_pending_schedules() {
    let fixture = Fixture::new().await;
    let live = publish_with_pending_revision(&fixture, "live").await;
    assert_eq!(expect_problem(fixture.trash(&live).await, 409).0, "still-public");
    fixture.post_action(&live, "take-down").await.expect(200);
    assert_eq!(fixture.get_draft(&live).await["scheduled"], Value::Null);
    let draft = fixture.draft("a-draft").await;
    fixture.schedule(&draft, LATER).await.expect(200);
    let trashed = fixture.trash(&draft).await.expect(200);
    assert_eq!((&trashed["status"], &trashed["scheduled"]), (&json!("trashed"), &Value::Null));
    assert_eq!(fixture.post_action(&draft, "restore").await.expect(200)["status"], "draft");
    fixture.schedule(&draft, LATER).await.expect(200);
    let many = json!({ "drafts": [{ "id": draft, "revision": 1 }] });
    let trashed = fixture.editor.post("/bulk/trash", many).send().await.expect(200);
    assert_eq!(trashed["drafts"][0]["scheduled"], Value::Null);
    let left = "SELECT article_id::text AS text FROM delivery.schedules";
    let owner = fixture.app.database.access(roles::OWNER);
    assert!(testing::texts(&owner, left).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn trashing_a_scheduled_draft_requires_permission_to_publish() {
    let fixture = Fixture::new().await;
    let contributor = fixture.app.editor(Role::Contributor).await;
    let own = tests::id(&contributor.create_draft(&fixture.section, "own").await);
    fixture.schedule(&own, LATER).await.expect(200);
    let trash = || contributor.delete(&format!("/drafts/{own}")).if_match(1).send();
    assert_eq!(expect_problem(trash().await, 403).0, "not-allowed");
    assert_eq!(fixture.get_draft(&own).await["status"], "scheduled");
    fixture.editor.delete(&format!("/drafts/{own}/schedule")).send().await;
    assert_eq!(trash().await.expect(200)["status"], "trashed");
}

#[tokio::test(flavor = "multi_thread")]
async fn saves_after_scheduling_are_unpublished_changes() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    fixture.schedule(&draft, LATER).await.expect(200);
    let found = async || {
        let checks = fixture.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
        let findings = checks["findings"].as_array().unwrap().clone();
        findings.into_iter().find(|finding| finding["rule"] == "saved_after_scheduling")
    };
    assert_eq!(
        (fixture.get_draft(&draft).await["has_unpublished_changes"].clone(), found().await),
        (json!(false), None)
    );
    let saved = fixture.save(&draft, json!({ "headline": "Saved later" })).await;
    assert_eq!(
        (&saved["has_unpublished_changes"], &saved["scheduled"]["revision"]),
        (&json!(true), &json!(1))
    );
    let finding = found().await.expect("a finding");
    assert_eq!(finding["severity"], "warning");
    assert!(finding["detail"].as_str().unwrap().contains("evision 1"), "{finding}");
    let listed = fixture.editor.get("/drafts?has_unpublished_changes=true").send().await.expect(200);
    assert_eq!(listed["data"][0]["id"], json!(draft));
    let undone = fixture.save(&draft, json!({ "headline": "About a-slug" })).await;
    assert_eq!((&undone["has_unpublished_changes"], found().await), (&json!(false), None));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_status_filter_scheduled_finds_all_pending_schedules() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-draft").await;
    fixture.schedule(&draft, LATER).await.expect(200);
    let live = publish_with_pending_revision(&fixture, "live").await;
    let ending = fixture.publish_new("ending").await;
    insert_pending_withdrawal(&fixture, &ending).await;
    let (other, bare) = (fixture.publish_new("other").await, fixture.draft("bare").await);
    let ids = async |status: &str| {
        let page = fixture.editor.get(&format!("/drafts?status={status}")).send().await.expect(200);
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
    let pending = fixture.get_draft(&ending).await;
    assert_eq!((&pending["status"], &pending["scheduled"]["kind"]), (&json!("live"), &json!("withdraw")));
    assert_eq!(
        (&pending["scheduled"]["revision"], &pending["has_unpublished_changes"]),
        (&Value::Null, &json!(false))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn bulk_operations_with_pending_schedules_require_one_choice_for_all() {
    let fixture = Fixture::new().await;
    let (pending, live) =
        (publish_with_pending_revision(&fixture, "pending").await, fixture.publish_new("live").await);
    fixture.save(&pending, json!({ "headline": "Third" })).await;
    let both = json!({ "drafts": [{ "id": live, "revision": 1 }, { "id": pending, "revision": 3 }] });
    let before = fixture.app.database.content_digests().await;
    for what in ["publish", "withdraw"] {
        let (kind, errors) =
            expect_problem(fixture.editor.post(&format!("/bulk/{what}"), both.clone()).send().await, 409);
        assert_eq!(kind, "bulk-refused");
        assert_eq!(
            (&errors[0]["pointer"], &errors[0]["rule"]),
            (&json!("/drafts/1"), &json!("schedule_pending"))
        );
        assert_eq!(errors.as_array().unwrap().len(), 1, "{errors}");
    }
    assert_eq!(fixture.app.database.content_digests().await, before);
    let done = fixture.editor.post("/bulk/publish?pending=keep", both.clone()).send().await.expect(200);
    let changes: Vec<&Value> =
        done["articles"].as_array().unwrap().iter().map(|one| &one["change"]).collect();
    assert_eq!(changes, ["unchanged", "changed"]);
    assert_eq!(fixture.get_draft(&pending).await["scheduled"]["revision"], 2);
    fixture.editor.post("/bulk/withdraw?pending=cancel", both).send().await.expect(200);
    assert_eq!([fixture.article_status("pending").await, fixture.article_status("live").await], [410, 410]);
    assert_eq!(fixture.get_draft(&pending).await["scheduled"], Value::Null);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_held_by_a_cancelled_schedule_is_free_in_the_same_act() {
    let fixture = Fixture::new().await;
    let (first, second) = (fixture.draft("wanted").await, fixture.draft("other").await);
    fixture.schedule(&first, LATER).await.expect(200);
    fixture.save(&first, json!({ "slug": "elsewhere" })).await;
    fixture.save(&second, json!({ "slug": "wanted" })).await;
    assert_eq!(expect_problem(fixture.publish(&second).await, 409).0, "slug-taken");
    let both = json!({ "drafts": [{ "id": first, "revision": 2 }, { "id": second, "revision": 2 }] });
    fixture.editor.post("/bulk/publish?pending=cancel", both).send().await.expect(200);
    assert_eq!(
        [fixture.article_status("elsewhere").await, fixture.article_status("wanted").await],
        [200, 200]
    );
}

/// Publishes an article and schedules its second revision.
async fn publish_with_pending_revision(fixture: &Fixture, slug: &str) -> String {
    let draft = fixture.publish_new(slug).await;
    fixture.save(&draft, json!({ "headline": "Later" })).await;
    fixture.schedule(&draft, LATER).await.expect(200);
    draft
}

/// Inserted with SQL, because no operation schedules a withdrawal yet.
pub(super) async fn insert_pending_withdrawal(fixture: &Fixture, draft: &str) {
    let owner = fixture.app.database.access(roles::OWNER);
    let insert = format!(
        "INSERT INTO delivery.schedules (article_id, locale, kind, due_at, scheduled_by)
         SELECT article_id, locale, 'withdraw', '{LATER}', 'test' FROM editorial.drafts WHERE id = '{draft}'"
    );
    testing::execute(&owner, &insert).await.unwrap();
}
