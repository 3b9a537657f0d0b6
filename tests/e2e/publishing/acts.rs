//! Publish, withdraw, take down and roll back, each for drafts that were never published, are live, or were withdrawn.

use serde_json::{Value, json};

use crate::fixture::{Fixture, expect_problem};

const LATER: &str = "2099-01-01T00:00:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn publish_outcomes_are_published_unchanged_changed_and_republished() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let first = fixture.publish(&draft).await;
    assert_eq!(first.header("location"), "/v1/articles/a-slug");
    let first = first.expect(201);
    assert_eq!((&first["sequence"], &first["articles"][0]["change"]), (&json!(1), &json!("published")));

    let again = fixture.publish(&draft).await.expect(200);
    assert_eq!((&again["sequence"], &again["articles"][0]["change"]), (&Value::Null, &json!("unchanged")));

    fixture.save(&draft, json!({ "headline": "Another headline" })).await;
    assert_eq!(fixture.get_draft(&draft).await["has_unpublished_changes"], true);
    assert_eq!(fixture.article("a-slug").await["headline"], "About a-slug");
    let changed = fixture.publish(&draft).await.expect(201);
    assert_eq!((&changed["sequence"], &changed["articles"][0]["change"]), (&json!(2), &json!("changed")));
    assert_eq!(fixture.article("a-slug").await["headline"], "Another headline");

    fixture.post_action(&draft, "withdraw").await.expect(200);
    let anew = fixture.publish(&draft).await.expect(201);
    assert_eq!((&anew["sequence"], &anew["articles"][0]["change"]), (&json!(4), &json!("published")));
    assert_eq!(fixture.article_status("a-slug").await, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn never_published_drafts_cannot_be_withdrawn_taken_down_or_rolled_back() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    assert_eq!(expect_problem(fixture.post_action(&draft, "withdraw").await, 409).0, "never-published");
    assert_eq!(expect_problem(fixture.post_action(&draft, "take-down").await, 409).0, "never-published");
    assert_eq!(
        expect_problem(fixture.post_action(&draft, "previous-edition").await, 409).0,
        "no-previous-edition"
    );
    assert_eq!(fixture.trash(&draft).await.expect(200)["status"], "trashed");
    assert_eq!(expect_problem(fixture.publish(&draft).await, 409).0, "in-trash");
    fixture.post_action(&draft, "restore").await.expect(200);
    fixture.publish(&draft).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_removes_an_article_and_is_idempotent() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("a-slug").await;
    assert_eq!(expect_problem(fixture.trash(&draft).await, 409).0, "still-public");
    let done = fixture.post_action(&draft, "withdraw").await.expect(200);
    assert_eq!((&done["sequence"], &done["articles"][0]["change"]), (&json!(2), &json!("withdrawn")));
    assert_eq!(
        (fixture.article_status("a-slug").await, fixture.get_draft(&draft).await["status"].clone()),
        (410, json!("withdrawn"))
    );
    assert_eq!(fixture.post_action(&draft, "withdraw").await.expect(200)["sequence"], Value::Null);
    assert_eq!(fixture.trash(&draft).await.expect(200)["status"], "trashed");
    assert_eq!(fixture.article_status("a-slug").await, 410);
}

#[tokio::test(flavor = "multi_thread")]
async fn takedown_erases_live_and_withdrawn_articles() {
    let fixture = Fixture::new().await;
    for withdrawn_before in [false, true] {
        let slug = if withdrawn_before { "withdrawn" } else { "live" };
        let draft = fixture.publish_new(slug).await;
        if withdrawn_before {
            fixture.post_action(&draft, "withdraw").await.expect(200);
        }
        let done = fixture.post_action(&draft, "take-down").await.expect(200);
        assert_eq!(done["articles"][0]["change"], "taken_down");
        assert_eq!(fixture.article_status(slug).await, 410);
        assert_eq!(fixture.post_action(&draft, "take-down").await.expect(200)["sequence"], Value::Null);
        assert_eq!(
            expect_problem(fixture.post_action(&draft, "previous-edition").await, 409).0,
            "no-previous-edition"
        );
        assert_eq!(fixture.get_draft(&draft).await["content"]["body"], format!("The body of {slug}."));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_slug_takes_effect_on_publish_and_the_old_one_redirects() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("old-name").await;
    fixture.save(&draft, json!({ "slug": "new-name" })).await;
    assert_eq!(
        (fixture.article_status("old-name").await, fixture.article_status("new-name").await),
        (200, 404)
    );
    let moved = fixture.publish(&draft).await.expect(201);
    assert_eq!(
        (&moved["articles"][0]["slug"], &moved["articles"][0]["moved_from"]),
        (&json!("new-name"), &json!("old-name"))
    );
    let old = fixture.app.reader.get("/v1/articles/old-name").await;
    assert_eq!((old.status, old.header("location")), (308, "/v1/articles/new-name"));

    // A slug is taken while it is live, redirects or is scheduled.
    let other = fixture.draft("new-name").await;
    let (kind, errors) = expect_problem(fixture.publish(&other).await, 409);
    let holder = fixture.get_draft(&draft).await["article_id"].as_str().unwrap().to_owned();
    assert_eq!(kind, "slug-taken");
    assert!(errors[0]["detail"].as_str().unwrap().contains(&holder), "{errors}");
    fixture.save(&other, json!({ "slug": "old-name" })).await;
    assert_eq!(expect_problem(fixture.publish(&other).await, 409).0, "slug-taken");
    let scheduled = fixture.draft("scheduled").await;
    fixture.schedule(&scheduled, LATER).await.expect(200);
    fixture.save(&other, json!({ "slug": "scheduled" })).await;
    assert_eq!(expect_problem(fixture.publish(&other).await, 409).0, "slug-taken");
    assert_eq!(expect_problem(fixture.schedule(&other, LATER).await, 409).0, "slug-taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minor_change_is_visible_but_keeps_updated_at() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("a-slug").await;
    let before = fixture.article("a-slug").await;
    fixture.save(&draft, json!({ "headline": "With its comma" })).await;
    fixture.publish_with(&draft, json!({ "minor": true })).await.expect(201);
    let minor = fixture.article("a-slug").await;
    assert_eq!((&minor["headline"], &minor["updated_at"]), (&json!("With its comma"), &before["updated_at"]));
    assert_ne!(minor["sequence"], before["sequence"]);
    fixture.save(&draft, json!({ "headline": "With news" })).await;
    fixture.publish(&draft).await.expect(201);
    let updated = fixture.article("a-slug").await;
    assert_ne!(updated["updated_at"], before["updated_at"]);
    assert_eq!(updated["first_published_at"], before["first_published_at"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_shows_the_previous_edition() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("a-slug").await;
    assert_eq!(
        expect_problem(fixture.post_action(&draft, "previous-edition").await, 409).0,
        "no-previous-edition"
    );
    fixture.save(&draft, json!({ "headline": "Second" })).await;
    fixture.publish(&draft).await.expect(201);
    let back = fixture.post_action(&draft, "previous-edition").await.expect(200);
    assert_eq!(back["articles"][0]["edition_number"], 1);
    assert_eq!(fixture.article("a-slug").await["headline"], "About a-slug");
    fixture.post_action(&draft, "withdraw").await.expect(200);
    fixture.post_action(&draft, "previous-edition").await.expect(200);
    assert_eq!(fixture.article("a-slug").await["headline"], "About a-slug");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_predicts_the_outcome_and_changes_nothing() {
    let fixture = Fixture::new().await;
    let (draft, live) = (fixture.draft("a-draft").await, fixture.publish_new("live").await);
    fixture.save(&live, json!({ "slug": "moved" })).await;
    let before = fixture.app.database.content_digests().await;
    for (id, what, seen, change) in [
        (&draft, "publish", Some(1), "published"),
        (&live, "publish", Some(2), "changed"),
        (&live, "withdraw", None, "withdrawn"),
        (&live, "take-down", None, "taken_down"),
    ] {
        let path = format!("/drafts/{id}/{what}");
        let request = match seen {
            Some(seen) => fixture.editor.post(&path, json!({})).if_match(seen),
            None => fixture.editor.post_empty(&path),
        };
        let result = request.header("Prefer", "dry-run").send().await;
        assert_eq!(result.header("preference-applied"), "dry-run", "{what}");
        let result = result.expect(200);
        assert_eq!((&result["dry_run"], &result["sequence"]), (&json!(true), &Value::Null), "{what}");
        assert_eq!(result["articles"][0]["change"], change, "{what}");
    }
    assert_eq!(fixture.app.database.content_digests().await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn checks_report_all_problems_at_once() {
    let fixture = Fixture::new().await;
    let nowhere = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";
    let content = json!({ "body": format!("# One\n\n#### Four\n\n![](x.png) [dead](article:{nowhere})") });
    let draft = fixture.editor.post("/drafts", json!({ "content": content })).send().await.expect(201);
    let draft = draft["id"].as_str().unwrap();
    let checks = fixture.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
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
    let (kind, errors) = expect_problem(fixture.publish(draft).await, 422);
    assert_eq!((kind.as_str(), errors.as_array().unwrap().len()), ("incomplete", 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn article_links_follow_their_target_and_dead_links_are_refused() {
    let fixture = Fixture::new().await;
    let target = fixture.draft("target").await;
    let article = fixture.get_draft(&target).await["article_id"].as_str().unwrap().to_owned();
    let linking = fixture.draft("linking").await;
    fixture.save(&linking, json!({ "body": format!("See [it](article:{article}).") })).await;
    assert_eq!(expect_problem(fixture.publish(&linking).await, 422).0, "dead-links");
    let checks = fixture.editor.get(&format!("/drafts/{linking}/checks")).send().await.expect(200);
    assert!(checks.to_string().contains(&article), "{checks}");

    fixture.publish(&target).await.expect(201);
    fixture.publish(&linking).await.expect(201);
    let html = async || fixture.article("linking").await["body"]["html"].as_str().unwrap().to_owned();
    assert!(html().await.contains("https://example.org/engineering/target\""));
    fixture.save(&target, json!({ "slug": "moved" })).await;
    fixture.publish(&target).await.expect(201);
    assert!(html().await.contains("https://example.org/engineering/moved\""));
    fixture.post_action(&target, "withdraw").await.expect(200);
    assert!(!html().await.contains("href"));
}
