//! Scheduled publishing.

use serde_json::{Value, json};
use store::{roles, testing};
use tests::eventually;

use crate::fixture::{Fixture, expect_problem};

const LATER: &str = "2099-01-01T00:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_revision_becomes_public_when_due_and_not_before() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let due_at = in_two_seconds(&fixture).await;
    let scheduled = fixture.schedule(&draft, &due_at).await.expect(200);
    assert_eq!((&scheduled["status"], &scheduled["scheduled"]["revision"]), (&json!("scheduled"), &json!(1)));
    assert_eq!(fixture.article_status("a-slug").await, 404);
    // A later save does not change the scheduled revision.
    fixture.save(&draft, json!({ "headline": "Saved later" })).await;
    let live = eventually(async || {
        let response = fixture.app.reader.get("/v1/articles/a-slug").await;
        (response.status == 200).then(|| response.expect(200))
    });
    assert_eq!(live.await["headline"], "About a-slug");
    let owner = fixture.app.database.access(roles::OWNER);
    // How punctual it is, is tested by `process::schedules`; this machine may be busy.
    let early = format!("SELECT (at < '{due_at}')::text AS text FROM operations.acts");
    assert_eq!(testing::texts(&owner, &early).await.unwrap(), ["false"]);
    let draft = fixture.get_draft(&draft).await;
    assert_eq!((&draft["status"], &draft["scheduled"]), (&json!("live"), &Value::Null));
    assert_eq!(draft["has_unpublished_changes"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_can_be_replaced_or_cancelled_but_not_lie_in_the_past() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    assert_eq!(
        expect_problem(fixture.schedule(&draft, "2020-01-01T00:00:00Z").await, 422).0,
        "embargo-in-the-past"
    );
    fixture.schedule(&draft, LATER).await.expect(200);
    fixture.save(&draft, json!({ "headline": "Second" })).await;
    let replaced = fixture.schedule(&draft, "2098-01-01T00:00:00Z").await.expect(200);
    assert_eq!(
        replaced["scheduled"],
        json!({ "kind": "publish", "revision": 2, "due_at": "2098-01-01T00:00:00Z" })
    );
    let cancel = async || fixture.editor.delete(&format!("/drafts/{draft}/schedule")).send().await;
    assert_eq!(cancel().await.status, 204);
    assert_eq!(fixture.get_draft(&draft).await["status"], "draft");
    assert_eq!(expect_problem(cancel().await, 409).0, "not-scheduled");
    assert_eq!(fixture.trash(&draft).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn live_and_withdrawn_articles_can_be_scheduled() {
    let fixture = Fixture::new().await;
    for withdrawn in [false, true] {
        let slug = if withdrawn { "withdrawn" } else { "live" };
        let draft = fixture.publish_new(slug).await;
        fixture.save(&draft, json!({ "headline": "Later" })).await;
        if withdrawn {
            fixture.post_action(&draft, "withdraw").await.expect(200);
        }
        let scheduled = fixture.schedule(&draft, &in_two_seconds(&fixture).await).await.expect(200);
        assert_eq!(scheduled["status"], if withdrawn { "scheduled" } else { "live" });
        eventually(async || {
            let response = fixture.app.reader.get(&format!("/v1/articles/{slug}")).await;
            (response.status == 200)
                .then(|| response.expect(200))
                .filter(|article| article["headline"] == "Later")
        })
        .await;
    }
}

/// The time of the database clock plus two seconds.
async fn in_two_seconds(fixture: &Fixture) -> String {
    let owner = fixture.app.database.access(roles::OWNER);
    let soon = "SELECT to_char((now() + interval '2 seconds') AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS text";
    testing::texts(&owner, soon).await.unwrap().remove(0)
}
