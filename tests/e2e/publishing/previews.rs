//! Previews: what is not public yet, in exactly the forms and paths of what is.

use domain::Role;
use serde_json::{Value, json};

use crate::stage::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_shown_as_it_will_be_published() {
    let stage = Stage::open().await;
    let tag = stage.editor.given_term("tag", "bridges").await;
    let author = stage.editor.given_term("author", "vera").await;
    let draft = stage.draft("a-slug").await;
    let body = "# Why\n\nThey *fall*, <script>and</script> more.";
    stage
        .save(&draft, json!({ "body": body, "tags": [tag], "byline": [author], "kicker": "Dispatch" }))
        .await;
    let token = preview(&stage, json!({ "drafts": [draft] })).await;
    let paths = [
        "/articles/a-slug?body=html,markdown,text",
        "/teasers/a-slug",
        "/teasers?tag=bridges",
        "/articles?section=engineering&body=text",
        "/search?q=bridges",
    ];
    let mut shown = Vec::new();
    for path in paths {
        shown.push(plain(see(&stage, &token, path).await.expect(200)));
        let public = stage.newsroom.reader.get(&format!("/v1{path}")).await;
        assert!(public.status == 404 || public.expect(200)["data"] == json!([]), "{path}");
    }
    stage.publish(&draft).await.expect(201);
    for (path, shown) in paths.iter().zip(shown) {
        let public = stage.newsroom.reader.get(&format!("/v1{path}")).await.expect(200);
        assert_eq!(shown, plain(public), "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_set_of_drafts_is_shown_among_what_is_public() {
    let stage = Stage::open().await;
    let (live, first, second) =
        (stage.live("live").await, stage.draft("first").await, stage.draft("second").await);
    stage.save(&live, json!({ "headline": "Changed" })).await;
    let token = preview(&stage, json!({ "drafts": [first, live] })).await;
    let teasers = see(&stage, &token, "/teasers").await.expect(200);
    let slugs: Vec<&str> =
        teasers["data"].as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap()).collect();
    assert_eq!((slugs.len(), slugs.contains(&"first"), slugs.contains(&"live")), (2, true, true));
    assert_eq!(see(&stage, &token, "/teasers/live").await.expect(200)["headline"], "Changed");
    assert_eq!(stage.article("live").await["headline"], "About live");
    assert_eq!(see(&stage, &token, "/teasers/second").await.status, 404);
    // It shows the newest state, not that of when it was made.
    stage.save(&first, json!({ "headline": "Newer" })).await;
    assert_eq!(see(&stage, &token, "/teasers/first").await.expect(200)["headline"], "Newer");
    assert_eq!(stage.get(&second).await["status"], "draft");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moment_shows_what_is_scheduled_until_then() {
    let stage = Stage::open().await;
    let (sooner, later) = (stage.draft("sooner").await, stage.draft("later").await);
    stage.schedule(&sooner, "2090-01-01T00:00:00Z").await.expect(200);
    stage.schedule(&later, "2095-01-01T00:00:00Z").await.expect(200);
    let token = preview(&stage, json!({ "at": "2092-01-01T00:00:00Z" })).await;
    assert_eq!(see(&stage, &token, "/articles/sooner").await.status, 200);
    assert_eq!(see(&stage, &token, "/articles/later").await.status, 404);
    assert_eq!(stage.status("sooner").await, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_ends_when_it_is_revoked_or_its_maker_may_not_any_more() {
    let stage = Stage::open().await;
    let author = stage.newsroom.editor(Role::Author).await;
    let draft = author.given_draft(&stage.section, "a-slug").await;
    let make = async || author.post("/previews", json!({ "drafts": [draft["id"]] })).send().await.expect(201);
    let (revoked, orphan) = (make().await, make().await);
    let see = async |made: &Value| {
        let path = format!("/preview/v1/articles/a-slug?preview_token={}", made["token"].as_str().unwrap());
        stage.newsroom.reader.unchecked(reqwest::Method::GET, &path, &[]).await
    };
    let shown = see(&revoked).await;
    assert_eq!((shown.status, shown.header("cache-control")), (200, "no-store"));
    assert!(shown.header("x-robots-tag").contains("noindex"));
    author.delete(&format!("/previews/{}", revoked["preview"]["id"].as_str().unwrap())).send().await;
    assert_eq!((see(&revoked).await.status, see(&orphan).await.status), (404, 200));
    let admin = stage.newsroom.editor(Role::Admin).await;
    admin.patch(&format!("/people/{}", author.id), 1, json!({ "suspended": true })).send().await.expect(200);
    assert_eq!(see(&orphan).await.status, 404);
    let mut forged = orphan.clone();
    let token = orphan["token"].as_str().unwrap();
    forged["token"] = json!(format!("{}AAAA", &token[..token.len() - 4]));
    assert_eq!(see(&forged).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_is_where_its_location_says() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    let made = stage.editor.post("/previews", json!({ "drafts": [draft] })).send().await;
    let place = made.header("location").to_owned();
    let path = place.strip_prefix("/editorial/v1").unwrap();
    let made = made.expect(201);
    assert_eq!(stage.editor.get(path).send().await.expect(200), made["preview"]);
    assert!(!place.contains(made["token"].as_str().unwrap()));
    assert_eq!(stage.editor.delete(path).send().await.status, 204);
    assert!(stage.editor.get(path).send().await.expect(200)["revoked_at"].is_string());
}

async fn preview(stage: &Stage, what: Value) -> String {
    let made = stage.editor.post("/previews", what).send().await.expect(201);
    made["token"].as_str().unwrap().to_owned()
}

async fn see(stage: &Stage, token: &str, path: &str) -> tests::Answer {
    let bearer = format!("Bearer {token}");
    stage.newsroom.reader.get_with(&format!("/preview/v1{path}"), &[("authorization", &bearer)]).await
}

/// An answer without what only a publish gives.
fn plain(mut answer: Value) -> Value {
    let strip = |one: &mut Value| {
        for only in ["sequence", "first_published_at", "updated_at"] {
            one.as_object_mut().unwrap().shift_remove(only);
        }
    };
    match answer["data"].as_array_mut() {
        Some(all) => all.iter_mut().for_each(strip),
        None => strip(&mut answer),
    }
    answer
}
