//! Accounts: invitations, password tokens, role changes and suspensions.

use domain::Role;
use serde_json::{Value, json};
use tests::{Editor, PASSWORD, TestApp, TestResponse, id};

use crate::fixture::expect_problem;

#[tokio::test(flavor = "multi_thread")]
async fn a_person_is_invited_sets_a_password_and_signs_in() {
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
    let new = json!({ "email": "vera@example.org", "name": "Vera", "role": "author" });
    let made = admin.post("/people", new.clone()).send().await;
    let place = made.header("location").to_owned();
    let vera = made.expect(201);
    assert_eq!(place, format!("/editorial/v1/people/{}", id(&vera)));
    assert_eq!(expect_problem(admin.post("/people", new).send().await, 409).0, "email-taken");
    assert_eq!(sign_in(&app, "vera@example.org", PASSWORD).await.status, 401);

    let issue = async || {
        let token =
            admin.post_empty(&format!("/people/{}/password-token", id(&vera))).send().await.expect(201);
        token["token"].as_str().unwrap().to_owned()
    };
    let (earlier, token) = (issue().await, issue().await);
    let spend = async |token: &str, password: &str| {
        let body = json!({ "token": token, "password": password });
        Editor::anonymous(&app.base_url()).post("/password-resets", body).send().await
    };
    assert_eq!(expect_problem(spend(&earlier, "a password of hers").await, 422).0, "token-spent");
    assert_eq!(expect_problem(spend(&token, "short").await, 422).0, "invalid-content");
    assert_eq!(spend(&token, "a password of hers").await.status, 204);
    assert_eq!(expect_problem(spend(&token, "another password of hers").await, 422).0, "token-spent");
    assert_eq!(sign_in(&app, "vera@example.org", "a password of hers").await.status, 201);
}

#[tokio::test(flavor = "multi_thread")]
async fn role_changes_and_suspensions_take_effect_at_once() {
    let app = TestApp::start().await;
    let (admin, author) = (app.editor(Role::Admin).await, app.editor(Role::Author).await);
    let path = format!("/people/{}", author.id);
    let renamed = admin.patch(&path, 1, json!({ "name": "Another name" })).send().await.expect(200);
    assert_eq!(renamed["version"], 2);
    assert_eq!(author.get("/me").send().await.expect(200)["name"], "Another name");
    assert_eq!(admin.patch(&path, 1, json!({ "role": "editor" })).send().await.status, 412);
    admin.patch(&path, 2, json!({ "role": "viewer" })).send().await.expect(200);
    assert_eq!(author.get("/me").send().await.status, 401);
    let again = app.editor(Role::Author).await;
    assert_eq!(again.post("/drafts", json!({})).send().await.status, 403);
    admin.patch(&path, 3, json!({ "suspended": true })).send().await.expect(200);
    assert_eq!(again.get("/me").send().await.status, 401);
    assert_eq!(sign_in(&app, "author@example.org", PASSWORD).await.status, 401);
    let back = admin.patch(&path, 4, json!({ "suspended": false })).send().await.expect(200);
    assert_eq!(back["suspended_at"], Value::Null);
    assert_eq!(sign_in(&app, "author@example.org", PASSWORD).await.status, 201);
    for body in [json!({ "role": "editor" }), json!({ "suspended": true })] {
        let own = format!("/people/{}", admin.id);
        assert_eq!(expect_problem(admin.patch(&own, 1, body).send().await, 409).0, "last-admin");
    }
    let wrong = json!({ "email": "VERA", "name": "", "role": "king" });
    let (_, errors) =
        expect_problem(admin.post("/people", wrong).skip_request_validation().send().await, 422);
    assert_eq!(errors.as_array().unwrap().len(), 3);
    let more = json!({ "email": "v@example.org", "name": "V", "role": "author", "password_hash": "x" });
    assert_eq!(admin.post("/people", more).skip_request_validation().send().await.status, 400);
}

async fn sign_in(app: &TestApp, email: &str, password: &str) -> TestResponse {
    let body = json!({ "email": email, "password": password });
    Editor::anonymous(&app.base_url()).post("/sessions", body).send().await
}
