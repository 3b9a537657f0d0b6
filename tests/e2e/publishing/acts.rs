//! The table of acts: what each does to what was never published, to what is live, and to what was withdrawn.

use serde_json::{Value, json};

use crate::stage::{Stage, refused};

const LATER: &str = "2099-01-01T00:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn publishing_is_first_then_again_then_nothing_then_anew() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    let first = stage.publish(&draft).await;
    assert_eq!(first.header("location"), "/v1/articles/a-slug");
    let first = first.expect(201);
    assert_eq!((&first["sequence"], &first["articles"][0]["change"]), (&json!(1), &json!("published")));

    let again = stage.publish(&draft).await.expect(200);
    assert_eq!((&again["sequence"], &again["articles"][0]["change"]), (&Value::Null, &json!("unchanged")));

    stage.save(&draft, json!({ "headline": "Another headline" })).await;
    assert_eq!(stage.get(&draft).await["has_unpublished_changes"], true);
    assert_eq!(stage.article("a-slug").await["headline"], "About a-slug");
    let changed = stage.publish(&draft).await.expect(201);
    assert_eq!((&changed["sequence"], &changed["articles"][0]["change"]), (&json!(2), &json!("changed")));
    assert_eq!(stage.article("a-slug").await["headline"], "Another headline");

    stage.act(&draft, "withdraw").await.expect(200);
    let anew = stage.publish(&draft).await.expect(201);
    assert_eq!((&anew["sequence"], &anew["articles"][0]["change"]), (&json!(4), &json!("published")));
    assert_eq!(stage.status("a-slug").await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_never_published_can_neither_be_withdrawn_nor_taken_down_nor_go_back() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    assert_eq!(refused(stage.act(&draft, "withdraw").await, 409).0, "never-published");
    assert_eq!(refused(stage.act(&draft, "take-down").await, 409).0, "never-published");
    assert_eq!(refused(stage.act(&draft, "previous-edition").await, 409).0, "no-previous-edition");
    assert_eq!(stage.trash(&draft).await.expect(200)["status"], "trashed");
    assert_eq!(refused(stage.publish(&draft).await, 409).0, "in-trash");
    stage.act(&draft, "restore").await.expect(200);
    stage.publish(&draft).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_ends_what_readers_see_and_is_done_once() {
    let stage = Stage::open().await;
    let draft = stage.live("a-slug").await;
    assert_eq!(refused(stage.trash(&draft).await, 409).0, "still-public");
    let done = stage.act(&draft, "withdraw").await.expect(200);
    assert_eq!((&done["sequence"], &done["articles"][0]["change"]), (&json!(2), &json!("withdrawn")));
    assert_eq!(
        (stage.status("a-slug").await, stage.get(&draft).await["status"].clone()),
        (410, json!("withdrawn"))
    );
    assert_eq!(stage.act(&draft, "withdraw").await.expect(200)["sequence"], Value::Null);
    assert_eq!(stage.trash(&draft).await.expect(200)["status"], "trashed");
    assert_eq!(stage.status("a-slug").await, 410);
}

#[tokio::test(flavor = "multi_thread")]
async fn taking_down_erases_what_is_live_and_what_was_withdrawn() {
    let stage = Stage::open().await;
    for withdrawn_before in [false, true] {
        let slug = if withdrawn_before { "withdrawn" } else { "live" };
        let draft = stage.live(slug).await;
        if withdrawn_before {
            stage.act(&draft, "withdraw").await.expect(200);
        }
        let done = stage.act(&draft, "take-down").await.expect(200);
        assert_eq!(done["articles"][0]["change"], "taken_down");
        assert_eq!(stage.status(slug).await, 410);
        assert_eq!(stage.act(&draft, "take-down").await.expect(200)["sequence"], Value::Null);
        assert_eq!(refused(stage.act(&draft, "previous-edition").await, 409).0, "no-previous-edition");
        assert_eq!(stage.get(&draft).await["content"]["body"], format!("The body of {slug}."));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_moves_with_the_next_publish_and_the_old_one_leads_to_it() {
    let stage = Stage::open().await;
    let draft = stage.live("old-name").await;
    stage.save(&draft, json!({ "slug": "new-name" })).await;
    assert_eq!((stage.status("old-name").await, stage.status("new-name").await), (200, 404));
    let moved = stage.publish(&draft).await.expect(201);
    assert_eq!(
        (&moved["articles"][0]["slug"], &moved["articles"][0]["moved_from"]),
        (&json!("new-name"), &json!("old-name"))
    );
    let old = stage.newsroom.reader.get("/v1/articles/old-name").await;
    assert_eq!((old.status, old.header("location")), (308, "/v1/articles/new-name"));

    // Live, redirecting and scheduled: each holds its slug.
    let other = stage.draft("new-name").await;
    let (kind, errors) = refused(stage.publish(&other).await, 409);
    let holder = stage.get(&draft).await["article_id"].as_str().unwrap().to_owned();
    assert_eq!(kind, "slug-taken");
    assert!(errors[0]["detail"].as_str().unwrap().contains(&holder), "{errors}");
    stage.save(&other, json!({ "slug": "old-name" })).await;
    assert_eq!(refused(stage.publish(&other).await, 409).0, "slug-taken");
    let scheduled = stage.draft("scheduled").await;
    stage.schedule(&scheduled, LATER).await.expect(200);
    stage.save(&other, json!({ "slug": "scheduled" })).await;
    assert_eq!(refused(stage.publish(&other).await, 409).0, "slug-taken");
    assert_eq!(refused(stage.schedule(&other, LATER).await, 409).0, "slug-taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minor_change_is_seen_and_not_told() {
    let stage = Stage::open().await;
    let draft = stage.live("a-slug").await;
    let before = stage.article("a-slug").await;
    stage.save(&draft, json!({ "headline": "With its comma" })).await;
    stage.publish_as(&draft, json!({ "minor": true })).await.expect(201);
    let minor = stage.article("a-slug").await;
    assert_eq!((&minor["headline"], &minor["updated_at"]), (&json!("With its comma"), &before["updated_at"]));
    assert_ne!(minor["sequence"], before["sequence"]);
    stage.save(&draft, json!({ "headline": "With news" })).await;
    stage.publish(&draft).await.expect(201);
    let told = stage.article("a-slug").await;
    assert_ne!(told["updated_at"], before["updated_at"]);
    assert_eq!(told["first_published_at"], before["first_published_at"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_previous_edition_comes_back() {
    let stage = Stage::open().await;
    let draft = stage.live("a-slug").await;
    assert_eq!(refused(stage.act(&draft, "previous-edition").await, 409).0, "no-previous-edition");
    stage.save(&draft, json!({ "headline": "Second" })).await;
    stage.publish(&draft).await.expect(201);
    let back = stage.act(&draft, "previous-edition").await.expect(200);
    assert_eq!(back["articles"][0]["edition_number"], 1);
    assert_eq!(stage.article("a-slug").await["headline"], "About a-slug");
    stage.act(&draft, "withdraw").await.expect(200);
    stage.act(&draft, "previous-edition").await.expect(200);
    assert_eq!(stage.article("a-slug").await["headline"], "About a-slug");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_says_what_would_happen_and_changes_nothing() {
    let stage = Stage::open().await;
    let (draft, live) = (stage.draft("a-draft").await, stage.live("live").await);
    stage.save(&live, json!({ "slug": "moved" })).await;
    let before = stage.newsroom.database.everything().await;
    for (id, what, seen, change) in [
        (&draft, "publish", Some(1), "published"),
        (&live, "publish", Some(2), "changed"),
        (&live, "withdraw", None, "withdrawn"),
        (&live, "take-down", None, "taken_down"),
    ] {
        let path = format!("/drafts/{id}/{what}");
        let request = match seen {
            Some(seen) => stage.editor.post(&path, json!({})).seen(seen),
            None => stage.editor.act(&path),
        };
        let said = request.header("Prefer", "dry-run").send().await;
        assert_eq!(said.header("preference-applied"), "dry-run", "{what}");
        let said = said.expect(200);
        assert_eq!((&said["dry_run"], &said["sequence"]), (&json!(true), &Value::Null), "{what}");
        assert_eq!(said["articles"][0]["change"], change, "{what}");
    }
    assert_eq!(stage.newsroom.database.everything().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_keeps_a_draft_from_readers_is_said_at_once() {
    let stage = Stage::open().await;
    let nowhere = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";
    let content = json!({ "body": format!("# One\n\n#### Four\n\n![](x.png) [dead](article:{nowhere})") });
    let draft = stage.editor.post("/drafts", json!({ "content": content })).send().await.expect(201);
    let draft = draft["id"].as_str().unwrap();
    let checks = stage.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
    assert_eq!(checks["publishable"], false);
    let findings = checks["findings"].as_array().unwrap();
    for pointer in ["/headline", "/section", "/slug", "/body"] {
        assert!(
            findings.iter().any(|finding| finding["pointer"].as_str().unwrap().starts_with(pointer)),
            "{pointer}: {checks:#}"
        );
    }
    let severities: Vec<&Value> = findings.iter().map(|finding| &finding["severity"]).collect();
    assert!(
        severities
            .is_sorted_by_key(|severity| ["error", "warning", "note"].iter().position(|s| *severity == s))
    );
    let (kind, errors) = refused(stage.publish(draft).await, 422);
    assert_eq!((kind.as_str(), errors.as_array().unwrap().len()), ("incomplete", 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_by_identity_follows_its_target_and_a_dead_one_is_refused() {
    let stage = Stage::open().await;
    let target = stage.draft("target").await;
    let article = stage.get(&target).await["article_id"].as_str().unwrap().to_owned();
    let linking = stage.draft("linking").await;
    stage.save(&linking, json!({ "body": format!("See [it](article:{article}).") })).await;
    assert_eq!(refused(stage.publish(&linking).await, 422).0, "dead-links");
    let checks = stage.editor.get(&format!("/drafts/{linking}/checks")).send().await.expect(200);
    assert!(checks.to_string().contains(&article), "{checks}");

    stage.publish(&target).await.expect(201);
    stage.publish(&linking).await.expect(201);
    let html = async || stage.article("linking").await["body"]["html"].as_str().unwrap().to_owned();
    assert!(html().await.contains("https://example.org/engineering/target\""));
    stage.save(&target, json!({ "slug": "moved" })).await;
    stage.publish(&target).await.expect(201);
    assert!(html().await.contains("https://example.org/engineering/moved\""));
    stage.act(&target, "withdraw").await.expect(200);
    assert!(!html().await.contains("href"));
}
