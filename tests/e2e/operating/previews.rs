//! Preview tokens: guessed, expired, revoked, altered, and what they grant access to.

use domain::Role;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Editor, TestApp, TestResponse, id};

use super::execute_sql;

/// Creates a preview of drafts, and returns its id and token.
async fn create_preview(editor: &Editor, drafts: &[&Value]) -> (String, String) {
    let ids: Vec<&Value> = drafts.iter().map(|draft| &draft["id"]).collect();
    let made = editor.post("/previews", json!({ "drafts": ids })).send().await.expect(201);
    (made["preview"]["id"].as_str().unwrap().to_owned(), made["token"].as_str().unwrap().to_owned())
}

async fn get_with_token(app: &TestApp, path: &str, token: &str) -> TestResponse {
    let bearer = format!("Bearer {token}");
    app.reader.request_unvalidated(Method::GET, path, &[("Authorization", &bearer)]).await
}

async fn statuses(app: &TestApp, slug: &str, token: &str) -> [u16; 2] {
    let path = format!("/preview/v1/articles/{slug}");
    let by_link =
        app.reader.request_unvalidated(Method::GET, &format!("{path}?preview_token={token}"), &[]).await;
    [get_with_token(app, &path, token).await.status, by_link.status]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_shows_only_its_drafts_and_is_never_cached() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Editor).await;
    let section = editor.create_term("section", "engineering").await;
    let (mine, other) =
        (editor.create_draft(&section, "mine").await, editor.create_draft(&section, "other").await);
    let (_, token) = create_preview(&editor, &[&mine]).await;
    assert_eq!(statuses(&app, "mine", &token).await, [200, 200]);
    assert_eq!(statuses(&app, "other", &token).await, [404, 404]);
    let list = get_with_token(&app, "/preview/v1/teasers", &token).await.expect(200);
    assert_eq!(list["data"].as_array().unwrap().len(), 1);
    assert!(!list.to_string().contains(&token), "a response repeats the token");
    app.reader.get("/v1/articles/mine").await.expect(404);
    let linked = format!("/preview/v1/teasers?limit=1&preview_token={token}");
    for (path, token) in [
        ("/preview/v1/articles/mine", token.as_str()),
        ("/preview/v1/articles/other", &token),
        ("/preview/v1/teasers?unknown=1", &token),
        ("/preview/v1/articles/mine", "nothing"),
        (&linked, "nothing"),
    ] {
        let response = get_with_token(&app, path, token).await;
        assert_eq!(response.header("cache-control"), "no-store", "{path}");
        assert_eq!(response.header("x-robots-tag"), "noindex, nofollow", "{path}");
        assert_eq!(response.header("referrer-policy"), "no-referrer", "{path}");
        assert!(!response.headers.contains_key("set-cookie"), "{path}");
        for (name, value) in &response.headers {
            assert!(
                !value.to_str().unwrap().contains(token) || token == "nothing",
                "{path}: {name} has the token"
            );
        }
    }
    let (_, both) = create_preview(&editor, &[&mine, &other]).await;
    assert_eq!(statuses(&app, "other", &both).await, [200, 200]);
}

#[tokio::test(flavor = "multi_thread")]
async fn guessed_or_altered_preview_tokens_are_refused() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Editor).await;
    let section = editor.create_term("section", "engineering").await;
    let draft = editor.create_draft(&section, "mine").await;
    let (preview, token) = create_preview(&editor, &[&draft]).await;
    let (_, another) = create_preview(&editor, &[&draft]).await;
    let spliced = format!("{}{}", &another[..22], &token[22..]);
    for guess in
        ["", &preview, &id(&draft), &token[..40], &token.to_lowercase(), &spliced, &format!("{token}A")]
    {
        assert_eq!(statuses(&app, "mine", guess).await, [404, 404], "{guess}");
    }
    for place in 0..token.len() - 1 {
        let mut bytes = token.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'Q' } else { b'A' };
        let bent = String::from_utf8(bytes).unwrap();
        assert_eq!(
            get_with_token(&app, "/preview/v1/articles/mine", &bent).await.status,
            404,
            "changed at {place}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_ends_when_it_expires_is_revoked_or_its_creator_is_suspended() {
    let app = TestApp::start().await;
    let (admin, editor) = (app.editor(Role::Admin).await, app.editor(Role::Editor).await);
    let author = app.editor(Role::Author).await;
    let section = editor.create_term("section", "engineering").await;
    let draft = author.create_draft(&section, "mine").await;
    let (expiring, revoked) =
        (create_preview(&author, &[&draft]).await, create_preview(&author, &[&draft]).await);
    let (lasting, of_editor) =
        (create_preview(&author, &[&draft]).await, create_preview(&editor, &[&draft]).await);
    let past = "UPDATE editorial.previews SET expires_at = now() - interval '1 second' WHERE id";
    execute_sql(&app, &format!("{past} = '{}'", expiring.0)).await;
    assert_eq!(statuses(&app, "mine", &expiring.1).await, [404, 404]);
    let contributor = app.editor(Role::Contributor).await;
    let revoke = format!("/previews/{}", revoked.0);
    assert!([403, 404].contains(&contributor.delete(&revoke).send().await.status));
    assert_eq!(statuses(&app, "mine", &revoked.1).await, [200, 200]);
    assert_eq!(author.delete(&revoke).send().await.status, 204);
    assert_eq!(statuses(&app, "mine", &revoked.1).await, [404, 404]);
    // Publishing the draft does not change the preview.
    author.post(&format!("/drafts/{}/publish", id(&draft)), json!({})).if_match(1).send().await.expect(201);
    assert_eq!(statuses(&app, "mine", &lasting.1).await, [200, 200]);
    assert_eq!(statuses(&app, "mine", &expiring.1).await, [404, 404]);
    admin.patch(&format!("/people/{}", author.id), 1, json!({ "suspended": true })).send().await.expect(200);
    assert_eq!(statuses(&app, "mine", &lasting.1).await, [404, 404]);
    assert_eq!(statuses(&app, "mine", &of_editor.1).await, [200, 200]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_follows_the_current_permissions_of_its_creator() {
    let app = TestApp::start().await;
    let (admin, editor) = (app.editor(Role::Admin).await, app.editor(Role::Editor).await);
    let author = app.editor(Role::Author).await;
    let section = editor.create_term("section", "engineering").await;
    let (own, others) =
        (editor.create_draft(&section, "own").await, author.create_draft(&section, "others").await);
    let (of_own, of_others) =
        (create_preview(&editor, &[&own]).await, create_preview(&editor, &[&others]).await);
    let moment = editor.post("/previews", json!({ "at": "2040-01-01T00:00:00Z" })).send().await.expect(201);
    let moment = moment["token"].as_str().unwrap();
    assert_eq!(get_with_token(&app, "/preview/v1/teasers", moment).await.status, 200);
    assert_eq!(statuses(&app, "others", &of_others.1).await, [200, 200]);
    let path = format!("/people/{}", editor.id);
    admin.patch(&path, 1, json!({ "role": "contributor" })).send().await.expect(200);
    assert_eq!(statuses(&app, "own", &of_own.1).await, [200, 200]);
    assert_eq!(statuses(&app, "others", &of_others.1).await, [404, 404]);
    assert_eq!(get_with_token(&app, "/preview/v1/teasers", moment).await.status, 404);
    admin.patch(&path, 2, json!({ "role": "viewer" })).send().await.expect(200);
    assert_eq!(statuses(&app, "own", &of_own.1).await, [404, 404]);
}

#[tokio::test(flavor = "multi_thread")]
async fn previews_of_other_peoples_drafts_require_permission() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Editor).await;
    let section = editor.create_term("section", "engineering").await;
    let draft = editor.create_draft(&section, "mine").await;
    // Contributors cannot see drafts of others, so for them the draft is not found.
    for (role, status) in [(Role::Author, 403), (Role::Contributor, 404), (Role::Viewer, 403)] {
        let somebody = app.editor(role).await;
        let body = json!({ "drafts": [draft["id"]] });
        somebody.post("/previews", body).send().await.expect(status);
        somebody.post("/previews", json!({ "at": "2040-01-01T00:00:00Z" })).send().await.expect(403);
    }
}
