//! Sessions: what ends them ends them everywhere at once, and a refresh token is good once (AT-26, AT-29).

use domain::Role;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{Answer, Editor, Newsroom, PASSWORD};

use super::{found, sql};

async fn refresh(editor: &Editor, token: &str) -> Answer {
    editor.post("/sessions/refresh", json!({ "refresh_token": token })).send().await
}

/// The same person with newer tokens.
fn with(editor: &Editor, tokens: &Value) -> Editor {
    let text = |name: &str| tokens[name].as_str().unwrap().to_owned();
    let mut newer = editor.clone();
    (newer.token, newer.refresh_token) = (text("access_token"), text("refresh_token"));
    newer
}

/// Asserts that neither token of a session opens anything, on any server.
async fn is_over(editor: &Editor, servers: &[String], what: &str) {
    for server in servers {
        let there = editor.at(server);
        assert_eq!(there.get("/me").send().await.status, 401, "{what}: the access token");
        assert_eq!(refresh(&there, &editor.refresh_token).await.status, 401, "{what}: the refresh token");
    }
}

async fn goes_on(editor: &Editor, servers: &[String], what: &str) {
    for server in servers {
        assert_eq!(editor.at(server).get("/me").send().await.status, 200, "{what}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_one_session_on_every_server() {
    let newsroom = Newsroom::open().await;
    let another = newsroom.another().await;
    let servers = [newsroom.base(), format!("http://{}", another.address())];
    let (one, two) = (newsroom.editor(Role::Author).await, newsroom.editor(Role::Author).await);
    let stranger = newsroom.editor(Role::Editor).await;
    // Somebody else's session is as if it were not there.
    stranger.delete(&format!("/sessions/{}", one.session)).send().await.expect(404);
    goes_on(&one, &servers, "before").await;
    assert_eq!(one.delete(&format!("/sessions/{}", one.session)).send().await.status, 204);
    is_over(&one, &servers, "signed out").await;
    goes_on(&two, &servers, "the other session").await;
    let admin = newsroom.editor(Role::Admin).await.at(&servers[1]);
    assert_eq!(admin.delete(&format!("/sessions/{}", two.session)).send().await.status, 204);
    is_over(&two, &servers, "ended by an administrator").await;
    another.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_takes_rights_away_ends_every_session_on_every_server() {
    let newsroom = Newsroom::open().await;
    let another = newsroom.another().await;
    let servers = [newsroom.base(), format!("http://{}", another.address())];
    let admin = newsroom.editor(Role::Admin).await.at(&servers[1]);
    let new = "the second one is better, in may";
    for (what, role) in [
        ("password change", Role::Contributor),
        ("password reset", Role::Viewer),
        ("role", Role::Author),
        ("suspension", Role::Editor),
    ] {
        let (one, two) = (newsroom.editor(role).await, newsroom.editor(role).await);
        let person = format!("/people/{}", one.id);
        match what {
            "password change" => {
                let body = json!({ "current_password": PASSWORD, "new_password": new });
                assert_eq!(one.at(&servers[1]).put("/me/password", body).send().await.status, 204);
            }
            "password reset" => {
                let issued = admin.act(&format!("{person}/password-token")).send().await.expect(201);
                goes_on(&one, &servers, "a token alone ends nothing").await;
                let body = json!({ "token": issued["token"], "password": new });
                assert_eq!(
                    Editor::stranger(&servers[1]).post("/password-resets", body).send().await.status,
                    204
                );
            }
            "role" => {
                drop(admin.patch(&person, 1, json!({ "role": "contributor" })).send().await.expect(200))
            }
            _ => drop(admin.patch(&person, 1, json!({ "suspended": true })).send().await.expect(200)),
        }
        is_over(&one, &servers, what).await;
        is_over(&two, &servers, what).await;
    }
    // A suspension that is lifted brings no session back.
    let editor: Value = admin.get("/people").send().await.expect(200);
    let editor = editor["data"].as_array().unwrap().iter().find(|one| one["role"] == "editor").unwrap();
    let person = format!("/people/{}", editor["id"].as_str().unwrap());
    let before = newsroom.editor(Role::Admin).await;
    admin.patch(&person, 2, json!({ "suspended": false })).send().await.expect(200);
    let ended = "SELECT count(*)::text AS text FROM editorial.sessions JOIN editorial.people ON people.id = person_id \
                 WHERE role = 'editor' AND ended_at IS NULL";
    assert_eq!(found(&newsroom, ended).await, ["0"]);
    goes_on(&before, &servers, "others").await;
    another.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn parallel_refreshes_on_two_servers_give_one_family_and_one_successor() {
    let newsroom = Newsroom::open().await;
    let another = newsroom.another().await;
    let servers = [newsroom.base(), format!("http://{}", another.address())];
    let editor = newsroom.editor(Role::Author).await;
    let at: Vec<Editor> = (0..16).map(|place| editor.at(&servers[place % 2])).collect();
    let answers = join_all(at.iter().map(|there| refresh(there, &editor.refresh_token))).await;
    let answers: Vec<Value> = answers.into_iter().map(|answer| answer.expect(200)).collect();
    let successor = answers[0]["refresh_token"].as_str().unwrap();
    assert_ne!(successor, editor.refresh_token);
    for answer in &answers {
        assert_eq!(answer["refresh_token"], successor);
        assert_eq!(answer["session"]["id"], editor.session.as_str());
    }
    let family = format!(
        "SELECT count(*) || ' ' || max(generation) AS text FROM editorial.sessions WHERE person_id = '{}'",
        editor.id
    );
    assert_eq!(found(&newsroom, &family).await, ["1 2"]);
    refresh(&editor, successor).await.expect(200);
    another.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_spent_refresh_token_ends_the_session_after_the_grace_and_for_another_client_within_it() {
    let newsroom = Newsroom::open().await;
    let another = newsroom.another().await;
    let servers = [newsroom.base(), format!("http://{}", another.address())];
    for what in ["after the grace", "another client", "two generations back"] {
        let editor = newsroom.editor(Role::Author).await;
        let next = refresh(&editor, &editor.refresh_token).await.expect(200);
        let newer = with(&editor, &next);
        let again = refresh(&editor, &editor.refresh_token).await.expect(200);
        assert_eq!(again["refresh_token"], newer.refresh_token, "an answer that was lost is given again");
        let stolen = editor.at(&servers[1]);
        let body = json!({ "refresh_token": editor.refresh_token });
        let mut replay = stolen.post("/sessions/refresh", body);
        match what {
            "after the grace" => {
                let back =
                    "UPDATE editorial.sessions SET rotated_at = rotated_at - interval '21 seconds' WHERE id";
                sql(&newsroom, &format!("{back} = '{}'", editor.session)).await;
            }
            "another client" => replay = replay.header("User-Agent", "somebody else"),
            _ => drop(refresh(&editor, &newer.refresh_token).await.expect(200)),
        }
        assert_eq!(replay.send().await.status, 401, "{what}");
        is_over(&newer, &servers, what).await;
        let ended =
            format!("SELECT ended_by AS text FROM editorial.sessions WHERE id = '{}'", editor.session);
        assert_eq!(found(&newsroom, &ended).await, ["reuse"], "{what}");
        let told = format!(
            "SELECT action AS text FROM editorial.audit WHERE subject_id = '{}' AND action LIKE '%reused'",
            editor.session
        );
        assert_eq!(found(&newsroom, &told).await.len(), 1, "{what}");
    }
    another.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_however_much_it_is_used() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Author).await;
    let servers = [newsroom.base()];
    let lifetime = "SELECT (expires_at - created_at)::text AS text FROM editorial.sessions";
    assert_eq!(found(&newsroom, lifetime).await, ["30 days"]);
    let next = refresh(&editor, &editor.refresh_token).await.expect(200);
    assert_eq!(found(&newsroom, lifetime).await, ["30 days"], "a refresh made it longer");
    sql(&newsroom, "UPDATE editorial.sessions SET expires_at = now() - interval '1 second'").await;
    is_over(&with(&editor, &next), &servers, "expired").await;
}
