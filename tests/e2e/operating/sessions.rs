//! Sessions: ended sessions are refused by every server at once, and refresh tokens work once.

use domain::Role;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{Editor, PASSWORD, TestApp, TestResponse};

use super::{execute_sql, query_texts};

async fn refresh(editor: &Editor, token: &str) -> TestResponse {
    editor.post("/sessions/refresh", json!({ "refresh_token": token })).send().await
}

/// The same client with new tokens.
fn with_tokens(editor: &Editor, tokens: &Value) -> Editor {
    let text = |name: &str| tokens[name].as_str().unwrap().to_owned();
    let mut newer = editor.clone();
    (newer.token, newer.refresh_token) = (text("access_token"), text("refresh_token"));
    newer
}

/// Asserts that every server refuses the access token and the refresh token of a session.
async fn assert_session_ended(editor: &Editor, servers: &[String], what: &str) {
    for server in servers {
        let there = editor.on_server(server);
        assert_eq!(there.get("/me").send().await.status, 401, "{what}: the access token");
        assert_eq!(refresh(&there, &editor.refresh_token).await.status, 401, "{what}: the refresh token");
    }
}

async fn assert_session_valid(editor: &Editor, servers: &[String], what: &str) {
    for server in servers {
        assert_eq!(editor.on_server(server).get("/me").send().await.status, 200, "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_one_session_on_every_server() {
    let app = TestApp::start().await;
    let another = app.start_another().await;
    let servers = [app.base_url(), format!("http://{}", another.address())];
    let (one, two) = (app.editor(Role::Author).await, app.editor(Role::Author).await);
    let anonymous = app.editor(Role::Editor).await;
    // Sessions of other people are not found.
    anonymous.delete(&format!("/sessions/{}", one.session)).send().await.expect(404);
    assert_session_valid(&one, &servers, "before").await;
    assert_eq!(one.delete(&format!("/sessions/{}", one.session)).send().await.status, 204);
    assert_session_ended(&one, &servers, "signed out").await;
    assert_session_valid(&two, &servers, "the other session").await;
    let admin = app.editor(Role::Admin).await.on_server(&servers[1]);
    assert_eq!(admin.delete(&format!("/sessions/{}", two.session)).send().await.status, 204);
    assert_session_ended(&two, &servers, "ended by an administrator").await;
    another.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn password_role_and_suspension_changes_end_all_sessions_on_every_server() {
    let app = TestApp::start().await;
    let another = app.start_another().await;
    let servers = [app.base_url(), format!("http://{}", another.address())];
    let admin = app.editor(Role::Admin).await.on_server(&servers[1]);
    let new = "the second one is better, in may";
    for (what, role) in [
        ("password change", Role::Contributor),
        ("password reset", Role::Viewer),
        ("role", Role::Author),
        ("suspension", Role::Editor),
    ] {
        let (one, two) = (app.editor(role).await, app.editor(role).await);
        let person = format!("/people/{}", one.id);
        match what {
            "password change" => {
                let body = json!({ "current_password": PASSWORD, "new_password": new });
                assert_eq!(one.on_server(&servers[1]).put("/me/password", body).send().await.status, 204);
            }
            "password reset" => {
                let issued = admin.post_empty(&format!("{person}/password-token")).send().await.expect(201);
                assert_session_valid(&one, &servers, "a token alone ends nothing").await;
                let body = json!({ "token": issued["token"], "password": new });
                assert_eq!(
                    Editor::anonymous(&servers[1]).post("/password-resets", body).send().await.status,
                    204
                );
            }
            "role" => {
                drop(admin.patch(&person, 1, json!({ "role": "contributor" })).send().await.expect(200))
            }
            _ => drop(admin.patch(&person, 1, json!({ "suspended": true })).send().await.expect(200)),
        }
        assert_session_ended(&one, &servers, what).await;
        assert_session_ended(&two, &servers, what).await;
    }
    // Lifting a suspension does not revive sessions.
    let editor: Value = admin.get("/people").send().await.expect(200);
    let editor = editor["data"].as_array().unwrap().iter().find(|one| one["role"] == "editor").unwrap();
    let person = format!("/people/{}", editor["id"].as_str().unwrap());
    let before = app.editor(Role::Admin).await;
    admin.patch(&person, 2, json!({ "suspended": false })).send().await.expect(200);
    let ended = "SELECT count(*)::text AS text FROM editorial.sessions JOIN editorial.people ON people.id = person_id \
                 WHERE role = 'editor' AND ended_at IS NULL";
    assert_eq!(query_texts(&app, ended).await, ["0"]);
    assert_session_valid(&before, &servers, "others").await;
    another.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn parallel_refreshes_on_two_servers_return_the_same_successor() {
    let app = TestApp::start().await;
    let another = app.start_another().await;
    let servers = [app.base_url(), format!("http://{}", another.address())];
    let editor = app.editor(Role::Author).await;
    let at: Vec<Editor> = (0..16).map(|place| editor.on_server(&servers[place % 2])).collect();
    let responses = join_all(at.iter().map(|there| refresh(there, &editor.refresh_token))).await;
    let responses: Vec<Value> = responses.into_iter().map(|response| response.expect(200)).collect();
    let successor = responses[0]["refresh_token"].as_str().unwrap();
    assert_ne!(successor, editor.refresh_token);
    for response in &responses {
        assert_eq!(response["refresh_token"], successor);
        assert_eq!(response["session"]["id"], editor.session.as_str());
    }
    let family = format!(
        "SELECT count(*) || ' ' || max(generation) AS text FROM editorial.sessions WHERE person_id = '{}'",
        editor.id
    );
    assert_eq!(query_texts(&app, &family).await, ["1 2"]);
    refresh(&editor, successor).await.expect(200);
    another.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn reusing_a_refresh_token_ends_the_session() {
    let app = TestApp::start().await;
    let another = app.start_another().await;
    let servers = [app.base_url(), format!("http://{}", another.address())];
    for what in ["after the grace", "another client", "two generations back"] {
        let editor = app.editor(Role::Author).await;
        let next = refresh(&editor, &editor.refresh_token).await.expect(200);
        let newer = with_tokens(&editor, &next);
        let again = refresh(&editor, &editor.refresh_token).await.expect(200);
        assert_eq!(again["refresh_token"], newer.refresh_token, "a response that was lost is given again");
        let stolen = editor.on_server(&servers[1]);
        let body = json!({ "refresh_token": editor.refresh_token });
        let mut replay = stolen.post("/sessions/refresh", body);
        match what {
            "after the grace" => {
                let back =
                    "UPDATE editorial.sessions SET rotated_at = rotated_at - interval '21 seconds' WHERE id";
                execute_sql(&app, &format!("{back} = '{}'", editor.session)).await;
            }
            "another client" => replay = replay.header("User-Agent", "somebody else"),
            _ => drop(refresh(&editor, &newer.refresh_token).await.expect(200)),
        }
        assert_eq!(replay.send().await.status, 401, "{what}");
        assert_session_ended(&newer, &servers, what).await;
        let ended =
            format!("SELECT ended_by AS text FROM editorial.sessions WHERE id = '{}'", editor.session);
        assert_eq!(query_texts(&app, &ended).await, ["reuse"], "{what}");
        let audit_entries = format!(
            "SELECT action AS text FROM editorial.audit WHERE subject_id = '{}' AND action LIKE '%reused'",
            editor.session
        );
        assert_eq!(query_texts(&app, &audit_entries).await.len(), 1, "{what}");
    }
    another.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn refreshing_does_not_extend_the_session_lifetime() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Author).await;
    let servers = [app.base_url()];
    let lifetime = "SELECT (expires_at - created_at)::text AS text FROM editorial.sessions";
    assert_eq!(query_texts(&app, lifetime).await, ["30 days"]);
    let next = refresh(&editor, &editor.refresh_token).await.expect(200);
    assert_eq!(query_texts(&app, lifetime).await, ["30 days"], "a refresh made it longer");
    execute_sql(&app, "UPDATE editorial.sessions SET expires_at = now() - interval '1 second'").await;
    assert_session_ended(&with_tokens(&editor, &next), &servers, "expired").await;
}
