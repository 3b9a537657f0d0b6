//! Previews: unpublished drafts in the format and under the paths of the delivery API.

use domain::Role;
use serde_json::{Value, json};

use crate::fixture::Fixture;

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_equals_the_published_article() {
    let fixture = Fixture::new().await;
    let tag = fixture.editor.create_term("tag", "bridges").await;
    let author = fixture.editor.create_term("author", "vera").await;
    let draft = fixture.draft("a-slug").await;
    let body = "# Why\n\nThey *fall*, <script>and</script> more.";
    fixture
        .save(&draft, json!({ "body": body, "tags": [tag], "byline": [author], "kicker": "Dispatch" }))
        .await;
    let token = create_preview(&fixture, json!({ "drafts": [draft] })).await;
    let paths = [
        "/articles/a-slug?body=html,markdown,text",
        "/teasers/a-slug",
        "/teasers?tag=bridges",
        "/articles?section=engineering&body=text",
        "/search?q=bridges",
    ];
    let mut shown = Vec::new();
    for path in paths {
        shown.push(without_publish_fields(get_preview(&fixture, &token, path).await.expect(200)));
        let public = fixture.app.reader.get(&format!("/v1{path}")).await;
        assert!(public.status == 404 || public.expect(200)["data"] == json!([]), "{path}");
    }
    fixture.publish(&draft).await.expect(201);
    for (path, shown) in paths.iter().zip(shown) {
        let public = fixture.app.reader.get(&format!("/v1{path}")).await.expect(200);
        assert_eq!(shown, without_publish_fields(public), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_drafts_together_with_public_articles() {
    let fixture = Fixture::new().await;
    let (live, first, second) =
        (fixture.publish_new("live").await, fixture.draft("first").await, fixture.draft("second").await);
    fixture.save(&live, json!({ "headline": "Changed" })).await;
    let token = create_preview(&fixture, json!({ "drafts": [first, live] })).await;
    let teasers = get_preview(&fixture, &token, "/teasers").await.expect(200);
    let slugs: Vec<&str> =
        teasers["data"].as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap()).collect();
    assert_eq!((slugs.len(), slugs.contains(&"first"), slugs.contains(&"live")), (2, true, true));
    assert_eq!(get_preview(&fixture, &token, "/teasers/live").await.expect(200)["headline"], "Changed");
    assert_eq!(fixture.article("live").await["headline"], "About live");
    assert_eq!(get_preview(&fixture, &token, "/teasers/second").await.status, 404);
    // A preview shows the current revision, not the one from when it was created.
    fixture.save(&first, json!({ "headline": "Newer" })).await;
    assert_eq!(get_preview(&fixture, &token, "/teasers/first").await.expect(200)["headline"], "Newer");
    assert_eq!(fixture.get_draft(&second).await["status"], "draft");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_of_a_future_time_shows_what_is_due_by_then() {
    let fixture = Fixture::new().await;
    let (sooner, later) = (fixture.draft("sooner").await, fixture.draft("later").await);
    fixture.schedule(&sooner, "2090-01-01T00:00:00Z").await.expect(200);
    fixture.schedule(&later, "2095-01-01T00:00:00Z").await.expect(200);
    let token = create_preview(&fixture, json!({ "at": "2092-01-01T00:00:00Z" })).await;
    assert_eq!(get_preview(&fixture, &token, "/articles/sooner").await.status, 200);
    assert_eq!(get_preview(&fixture, &token, "/articles/later").await.status, 404);
    assert_eq!(fixture.article_status("sooner").await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_ends_when_revoked_or_its_creator_loses_permission() {
    let fixture = Fixture::new().await;
    let author = fixture.app.editor(Role::Author).await;
    let draft = author.create_draft(&fixture.section, "a-slug").await;
    let make = async || author.post("/previews", json!({ "drafts": [draft["id"]] })).send().await.expect(201);
    let (revoked, orphan) = (make().await, make().await);
    let get_preview = async |made: &Value| {
        let path = format!("/preview/v1/articles/a-slug?preview_token={}", made["token"].as_str().unwrap());
        fixture.app.reader.request_unvalidated(reqwest::Method::GET, &path, &[]).await
    };
    let shown = get_preview(&revoked).await;
    assert_eq!((shown.status, shown.header("cache-control")), (200, "no-store"));
    assert!(shown.header("x-robots-tag").contains("noindex"));
    author.delete(&format!("/previews/{}", revoked["preview"]["id"].as_str().unwrap())).send().await;
    assert_eq!((get_preview(&revoked).await.status, get_preview(&orphan).await.status), (404, 200));
    let admin = fixture.app.editor(Role::Admin).await;
    admin.patch(&format!("/people/{}", author.id), 1, json!({ "suspended": true })).send().await.expect(200);
    assert_eq!(get_preview(&orphan).await.status, 404);
    let mut forged = orphan.clone();
    let token = orphan["token"].as_str().unwrap();
    forged["token"] = json!(format!("{}AAAA", &token[..token.len() - 4]));
    assert_eq!(get_preview(&forged).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_location_header_points_to_the_created_preview() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let made = fixture.editor.post("/previews", json!({ "drafts": [draft] })).send().await;
    let place = made.header("location").to_owned();
    let path = place.strip_prefix("/editorial/v1").unwrap();
    let made = made.expect(201);
    assert_eq!(fixture.editor.get(path).send().await.expect(200), made["preview"]);
    assert!(!place.contains(made["token"].as_str().unwrap()));
    assert_eq!(fixture.editor.delete(path).send().await.status, 204);
    assert!(fixture.editor.get(path).send().await.expect(200)["revoked_at"].is_string());
}

async fn create_preview(fixture: &Fixture, what: Value) -> String {
    let made = fixture.editor.post("/previews", what).send().await.expect(201);
    made["token"].as_str().unwrap().to_owned()
}

async fn get_preview(fixture: &Fixture, token: &str, path: &str) -> tests::TestResponse {
    let bearer = format!("Bearer {token}");
    fixture.app.reader.get_with(&format!("/preview/v1{path}"), &[("authorization", &bearer)]).await
}

/// Removes the members that only a publish sets.
fn without_publish_fields(mut response: Value) -> Value {
    let strip = |one: &mut Value| {
        for only in ["sequence", "first_published_at", "updated_at"] {
            one.as_object_mut().unwrap().shift_remove(only);
        }
    };
    match response["data"].as_array_mut() {
        Some(all) => all.iter_mut().for_each(strip),
        None => strip(&mut response),
    }
    response
}
