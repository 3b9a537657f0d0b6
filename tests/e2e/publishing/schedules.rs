//! What becomes public at a moment.

use serde_json::{Value, json};
use store::{roles, testing};
use tests::eventually;

use crate::stage::{Stage, refused};

const LATER: &str = "2099-01-01T00:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_scheduled_is_seen_when_its_moment_has_come_and_not_before() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    let due_at = in_two_seconds(&stage).await;
    let scheduled = stage.schedule(&draft, &due_at).await.expect(200);
    assert_eq!((&scheduled["status"], &scheduled["scheduled"]["revision"]), (&json!("scheduled"), &json!(1)));
    assert_eq!(stage.status("a-slug").await, 404);
    // What is saved after is not what was scheduled.
    stage.save(&draft, json!({ "headline": "Saved later" })).await;
    let live = eventually(async || {
        let answer = stage.newsroom.reader.get("/v1/articles/a-slug").await;
        (answer.status == 200).then(|| answer.expect(200))
    });
    assert_eq!(live.await["headline"], "About a-slug");
    let owner = stage.newsroom.database.access(roles::OWNER);
    // How soon after it, on a machine that does much else, is for `process::schedules` to tell.
    let early = format!("SELECT (at < '{due_at}')::text AS text FROM operations.acts");
    assert_eq!(testing::texts(&owner, &early).await.unwrap(), ["false"]);
    let draft = stage.get(&draft).await;
    assert_eq!((&draft["status"], &draft["scheduled"]), (&json!("live"), &Value::Null));
    assert_eq!(draft["has_unpublished_changes"], true);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_is_replaced_cancelled_and_never_in_the_past() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    assert_eq!(refused(stage.schedule(&draft, "2020-01-01T00:00:00Z").await, 422).0, "embargo-in-the-past");
    stage.schedule(&draft, LATER).await.expect(200);
    stage.save(&draft, json!({ "headline": "Second" })).await;
    let replaced = stage.schedule(&draft, "2098-01-01T00:00:00Z").await.expect(200);
    assert_eq!(
        replaced["scheduled"],
        json!({ "kind": "publish", "revision": 2, "due_at": "2098-01-01T00:00:00Z" })
    );
    let cancel = async || stage.editor.delete(&format!("/drafts/{draft}/schedule")).send().await;
    assert_eq!(cancel().await.status, 204);
    assert_eq!(stage.get(&draft).await["status"], "draft");
    assert_eq!(refused(cancel().await, 409).0, "not-scheduled");
    assert_eq!(stage.trash(&draft).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_live_or_withdrawn_is_scheduled_like_a_draft() {
    let stage = Stage::open().await;
    for withdrawn in [false, true] {
        let slug = if withdrawn { "withdrawn" } else { "live" };
        let draft = stage.live(slug).await;
        stage.save(&draft, json!({ "headline": "Later" })).await;
        if withdrawn {
            stage.act(&draft, "withdraw").await.expect(200);
        }
        let scheduled = stage.schedule(&draft, &in_two_seconds(&stage).await).await.expect(200);
        assert_eq!(scheduled["status"], if withdrawn { "scheduled" } else { "live" });
        eventually(async || {
            let answer = stage.newsroom.reader.get(&format!("/v1/articles/{slug}")).await;
            (answer.status == 200)
                .then(|| answer.expect(200))
                .filter(|article| article["headline"] == "Later")
        })
        .await;
    }
}

/// By the clock of the database.
async fn in_two_seconds(stage: &Stage) -> String {
    let owner = stage.newsroom.database.access(roles::OWNER);
    let soon = "SELECT to_char((now() + interval '2 seconds') AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') AS text";
    testing::texts(&owner, soon).await.unwrap().remove(0)
}
