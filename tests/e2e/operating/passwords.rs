//! Signing in, and passwords that are changed, reset and guessed.

use std::time::{Duration, Instant};

use domain::Role;
use masthead::SignInLimits;
use reqwest::Method;
use serde_json::{Value, json};
use store::editorial::people;
use store::write;
use store::write::{WriteContext, WriteTransaction};
use tests::{Editor, PASSWORD, TestApp, TestResponse};

use super::{execute_sql, query_texts};

const NEW: &str = "the second one is better, in may";

async fn sign_in(anonymous: &Editor, email: &str, password: &str) -> TestResponse {
    anonymous.post("/sessions", json!({ "email": email, "password": password })).send().await
}

/// A response without what differs between any two requests.
fn comparable(response: &TestResponse) -> (u16, Vec<(String, String)>, Value) {
    let mut body: Value = serde_json::from_slice(&response.bytes).unwrap();
    body["request_id"] = Value::Null;
    let headers =
        response.headers.iter().filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
    let mut headers: Vec<(String, String)> =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    headers.sort();
    (response.status, headers, body)
}

/// The ways in which a sign-in fails: a label, the email address and the password.
fn failing_sign_ins() -> Vec<(&'static str, String, String)> {
    let known = "viewer@example.org";
    let all = [
        ("wrong", known, "this is not the password".to_owned()),
        ("unknown", "nobody@example.org", PASSWORD.to_owned()),
        ("suspended", "author@example.org", PASSWORD.to_owned()),
        ("suspended and wrong", "author@example.org", "this is not the password".to_owned()),
        ("without a password", "new@example.org", PASSWORD.to_owned()),
        ("empty", known, String::new()),
        ("no address", "", PASSWORD.to_owned()),
        ("no address at all", "viewer", PASSWORD.to_owned()),
        ("4 KiB", known, "x1y2".repeat(1 << 10)),
        ("4 KiB that begin well", known, format!("{PASSWORD}{}", " ".repeat(4 << 10))),
        ("the stand-in", "nobody@example.org", "nobody has this password".to_owned()),
    ];
    all.map(|(what, email, password)| (what, email.to_owned(), password)).into()
}

async fn seed_accounts_for_failures(app: &TestApp) -> Editor {
    let admin = app.editor(Role::Admin).await;
    let author = app.editor(Role::Author).await;
    let path = format!("/people/{}", author.id);
    admin.patch(&path, 1, json!({ "suspended": true })).send().await.expect(200);
    let new = json!({ "email": "new@example.org", "name": "New", "role": "viewer" });
    admin.post("/people", new).send().await.expect(201);
    Editor::anonymous(&app.base_url())
}

#[tokio::test(flavor = "multi_thread")]
async fn failed_sign_ins_get_the_same_response_whatever_was_wrong() {
    let app = TestApp::start().await;
    let anonymous = seed_accounts_for_failures(&app).await;
    let mut first = None;
    for (what, email, password) in failing_sign_ins() {
        let response = comparable(&sign_in(&anonymous, &email, &password).await);
        assert_eq!(response.0, 401, "{what}");
        assert_eq!(*first.get_or_insert_with(|| response.clone()), response, "{what}");
    }
    sign_in(&anonymous, " Viewer@Example.ORG", PASSWORD).await.expect(201);
}

/// A timing test: compares the medians of a few hundred interleaved attempts.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a drill of some minutes: run it alone, on a quiet machine"]
async fn failed_sign_ins_take_the_same_time_whatever_was_wrong() {
    const SAMPLES: usize = 300;
    let app = TestApp::start().await;
    let anonymous = seed_accounts_for_failures(&app).await;
    let failures = failing_sign_ins();
    let mut times: Vec<Vec<Duration>> = vec![Vec::with_capacity(SAMPLES); failures.len()];
    for round in 0..SAMPLES {
        for place in 0..failures.len() {
            let place = (place + round) % failures.len();
            let (_, email, password) = &failures[place];
            let started = Instant::now();
            let response = sign_in(&anonymous, email, password).await;
            times[place].push(started.elapsed());
            assert_eq!(response.status, 401);
        }
    }
    let medians: Vec<Duration> = times
        .iter_mut()
        .map(|times| {
            times.sort();
            times[SAMPLES / 2]
        })
        .collect();
    for ((what, ..), median) in failures.iter().zip(&medians) {
        println!("{:>9.3} ms  {what}", median.as_secs_f64() * 1_000.0);
    }
    let apart = *medians.iter().max().unwrap() - *medians.iter().min().unwrap();
    assert!(apart < Duration::from_millis(5), "the medians are {apart:?} apart");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_administrators_can_issue_password_tokens() {
    let app = TestApp::start().await;
    let anonymous = Editor::anonymous(&app.base_url());
    let mut first = None;
    for place in ["password-reset-requests", "forgot-password", "password-resets/request", "reset", "recover"]
    {
        for email in ["viewer@example.org", "nobody@example.org", "", "{}"] {
            let body = json!({ "email": email, "reset_url": "https://evil.example" });
            let body = Some(("application/json", body));
            let asked = anonymous.request(Method::POST, &format!("/{place}"), body).skip_request_validation();
            let mut response = comparable(&asked.header("X-Forwarded-Host", "evil.example").send().await);
            response.2["instance"] = Value::Null;
            response.1.retain(|(name, _)| name != "content-length");
            assert_eq!(response.0, 404, "{place}");
            assert_eq!(*first.get_or_insert_with(|| response.clone()), response, "{place} for {email}");
        }
    }
    let viewer = app.editor(Role::Viewer).await;
    let token = format!("/people/{}/password-token", viewer.id);
    anonymous.post_empty(&token).send().await.expect(401);
    for role in [Role::Viewer, Role::Contributor, Role::Author, Role::Editor] {
        app.editor(role).await.post_empty(&token).send().await.expect(403);
    }
    assert_eq!(query_texts(&app, "SELECT 'x' AS text FROM editorial.password_tokens").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn guessable_passwords_are_refused_everywhere() {
    let app = TestApp::start().await;
    let (admin, anonymous) = (app.editor(Role::Admin).await, Editor::anonymous(&app.base_url()));
    let viewer = app.editor(Role::Viewer).await;
    let issued = admin.post_empty(&format!("/people/{}/password-token", viewer.id)).send().await.expect(201);
    let token = &issued["token"];
    for guessed in ["passwordpassword", "qwertyuiopasdfghjkl", "viewer@example.org", "viewer-viewer-2026"] {
        let refused = |response: TestResponse, pointer: &str| {
            let problem = response.expect(422);
            let found = (&problem["errors"][0]["rule"], &problem["errors"][0]["pointer"]);
            assert_eq!(found, (&json!("guessable"), &json!(pointer)), "{guessed}");
        };
        let body = json!({ "token": token, "password": guessed });
        refused(anonymous.post("/password-resets", body).send().await, "/password");
        let body = json!({ "current_password": PASSWORD, "new_password": guessed });
        refused(viewer.put("/me/password", body).send().await, "/new_password");
    }
    // A refused password does not use up the token.
    let body = json!({ "token": token, "password": NEW });
    assert_eq!(anonymous.post("/password-resets", body).send().await.status, 204);
}

async fn use_token(anonymous: &Editor, token: Value) -> TestResponse {
    let body = json!({ "token": token, "password": NEW });
    anonymous.post("/password-resets", body).skip_request_validation().send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_token_must_match_exactly_and_works_once_for_one_account() {
    let app = TestApp::start().await;
    let (admin, anonymous) = (app.editor(Role::Admin).await, Editor::anonymous(&app.base_url()));
    let viewer = app.editor(Role::Viewer).await;
    let path = format!("/people/{}/password-token", viewer.id);
    let issue = async || {
        let issued = admin.post_empty(&path).send().await.expect(201);
        issued["token"].as_str().unwrap().to_owned()
    };
    let (earlier, token) = (issue().await, issue().await);
    for odd in
        [json!({}), json!([]), json!(null), json!(true), json!(0), json!([token]), json!({ "$ne": "" })]
    {
        assert_eq!(use_token(&anonymous, odd.clone()).await.status, 400, "{odd}");
    }
    let swapped =
        |c: char| if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() };
    let digest = "SELECT encode(digest, 'hex') AS text FROM editorial.password_tokens";
    let digest = query_texts(&app, digest).await.remove(0);
    for wrong in [
        "",
        "%",
        "*",
        "null",
        &token[..token.len() - 1],
        &token[1..],
        &token.to_uppercase(),
        &token.to_lowercase(),
        &token.chars().map(swapped).collect::<String>(),
        &format!("{token} "),
        &format!("{token}="),
        &earlier,
        &digest,
    ] {
        let refused = use_token(&anonymous, json!(wrong)).await;
        assert_eq!(refused.expect(422)["type"], "/docs/problems/token-spent", "{wrong}");
    }
    viewer.get("/me").send().await.expect(200);
    // The token alone identifies the account: a body that also names one is refused.
    let body = json!({ "token": token, "password": NEW, "email": "admin@example.org" });
    anonymous.post("/password-resets", body).skip_request_validation().send().await.expect(400);
    assert_eq!(use_token(&anonymous, json!(token)).await.status, 204);
    assert_eq!(use_token(&anonymous, json!(token)).await.status, 422);
    sign_in(&anonymous, "viewer@example.org", NEW).await.expect(201);
    sign_in(&anonymous, "viewer@example.org", PASSWORD).await.expect(401);
    for role in [Role::Admin, Role::Editor] {
        sign_in(&anonymous, &format!("{role}@example.org"), PASSWORD).await.expect(201);
    }
    let stored = "SELECT kept::text AS text FROM editorial.password_tokens AS kept";
    assert!(!query_texts(&app, stored).await.concat().contains(&token), "the token itself is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_reset_tokens_is_throttled_per_address() {
    let app = TestApp::start().await;
    let limits = SignInLimits { per_account: 2, per_address: 6, refill_milliseconds: 4 * 3_600_000 };
    let throttled = app.start_another_with_limits(limits).await;
    let base = format!("http://{}", throttled.address());
    let (admin, viewer) = (app.editor(Role::Admin).await, app.editor(Role::Viewer).await);
    let issued = admin.post_empty(&format!("/people/{}/password-token", viewer.id)).send().await.expect(201);
    let guesser = Editor::anonymous(&base).from_address([127, 0, 0, 2].into());
    for _ in 0..6 {
        use_token(&guesser, json!("a guess")).await.expect(422);
    }
    let refused = use_token(&guesser, json!("a guess")).await;
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(refused.expect(429)["type"], "/docs/problems/too-many-tries");
    assert_eq!(use_token(&Editor::anonymous(&base), issued["token"].clone()).await.status, 204);
    throttled.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn guessing_passwords_is_throttled_per_account_and_per_address() {
    let app = TestApp::start().await;
    let limits = SignInLimits { per_account: 2, per_address: 6, refill_milliseconds: 4 * 3_600_000 };
    let throttled = app.start_another_with_limits(limits).await;
    let base = format!("http://{}", throttled.address());
    app.editor(Role::Viewer).await;
    let from = |last: u8| Editor::anonymous(&base).from_address([127, 0, 0, last].into());
    for last in [2, 3] {
        sign_in(&from(last), "viewer@example.org", "a guess that is wrong").await.expect(401);
    }
    let refused = sign_in(&from(4), " Viewer@Example.org", PASSWORD).await;
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(refused.expect(429)["type"], "/docs/problems/too-many-tries");
    for number in 0..6 {
        sign_in(&from(5), &format!("nobody-{number}@example.org"), "a guess that is wrong").await.expect(401);
    }
    sign_in(&from(5), "nobody@example.org", "a guess that is wrong").await.expect(429);
    sign_in(&from(6), "nobody@example.org", "a guess that is wrong").await.expect(401);
    throttled.stop(std::future::pending()).await.unwrap();
}

/// Hashing is slow and limited: more concurrent hashes than the pool takes would be 503. None of these requests may
/// reach it.
#[tokio::test(flavor = "multi_thread")]
async fn invalid_reset_tokens_are_refused_before_any_hashing() {
    let app = TestApp::start().await;
    let anonymous = Editor::anonymous(&app.base_url());
    let (admin, viewer) = (app.editor(Role::Admin).await, app.editor(Role::Viewer).await);
    let path = format!("/people/{}/password-token", viewer.id);
    let together = async |token: Value, times: usize| {
        let asked = (0..times).map(|_| {
            let (anonymous, token) = (anonymous.clone(), token.clone());
            tokio::spawn(async move { use_token(&anonymous, token).await.status })
        });
        let asked: Vec<_> = asked.collect();
        let mut statuses = Vec::new();
        for one in asked {
            statuses.push(one.await.unwrap());
        }
        statuses.sort_unstable();
        statuses
    };
    assert_eq!(together(json!("a guess"), 200).await, [422; 200]);
    let spent = admin.post_empty(&path).send().await.expect(201)["token"].clone();
    assert_eq!(together(spent.clone(), 8).await, [204, 422, 422, 422, 422, 422, 422, 422]);
    assert_eq!(together(spent, 200).await, [422; 200]);
    let expired = admin.post_empty(&path).send().await.expect(201)["token"].clone();
    execute_sql(&app, "UPDATE editorial.password_tokens SET expires_at = now() - interval '1 second'").await;
    assert_eq!(together(expired, 200).await, [422; 200]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_token_expires_after_half_an_hour_and_with_a_password_change() {
    let app = TestApp::start().await;
    let (admin, anonymous) = (app.editor(Role::Admin).await, Editor::anonymous(&app.base_url()));
    let viewer = app.editor(Role::Viewer).await;
    let path = format!("/people/{}/password-token", viewer.id);
    let issued = admin.post_empty(&path).send().await.expect(201);
    let half_hour = "SELECT (expires_at BETWEEN now() + interval '29 minutes' AND now() + interval '30 minutes')::text \
                     AS text FROM editorial.password_tokens";
    assert_eq!(query_texts(&app, half_hour).await, ["true"]);
    execute_sql(&app, "UPDATE editorial.password_tokens SET expires_at = now() - interval '1 second'").await;
    use_token(&anonymous, issued["token"].clone()).await.expect(422);
    let issued = admin.post_empty(&path).send().await.expect(201);
    let body = json!({ "current_password": PASSWORD, "new_password": "chosen by whoever knows the old" });
    assert_eq!(viewer.put("/me/password", body).send().await.status, 204);
    use_token(&anonymous, issued["token"].clone()).await.expect(422);
    sign_in(&anonymous, "viewer@example.org", "chosen by whoever knows the old").await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_a_password_requires_the_old_one_and_an_email_an_administrator() {
    let app = TestApp::start().await;
    let viewer = app.editor(Role::Viewer).await;
    for wrong in ["", "another one, and not it", &PASSWORD.to_uppercase(), &format!("{PASSWORD} "), NEW] {
        let body = json!({ "current_password": wrong, "new_password": NEW });
        let refused = viewer.put("/me/password", body).send().await.expect(422);
        assert_eq!(refused.pointer("/errors/0/pointer").unwrap(), "/current_password", "{wrong}");
    }
    for odd in [json!({ "new_password": NEW }), json!({ "new_password": NEW, "current_password": null })] {
        viewer.put("/me/password", odd).skip_request_validation().send().await.expect(400);
    }
    viewer.get("/me").send().await.expect(200);
    for role in [Role::Viewer, Role::Contributor, Role::Author, Role::Editor] {
        let editor = app.editor(role).await;
        let path = format!("/people/{}", editor.id);
        editor.patch(&path, 1, json!({ "email": "mine@example.org" })).send().await.expect(403);
        let body = Some(("application/merge-patch+json", json!({ "email": "mine@example.org" })));
        assert_eq!(
            editor.request(Method::PATCH, "/me", body).skip_request_validation().send().await.status,
            405
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn long_passwords_are_not_truncated() {
    let app = TestApp::start().await;
    let (admin, anonymous) = (app.editor(Role::Admin).await, Editor::anonymous(&app.base_url()));
    let viewer = app.editor(Role::Viewer).await;
    for length in [71, 72, 73, 128] {
        let stem: String = PASSWORD.chars().cycle().take(length - 1).collect();
        let issued =
            admin.post_empty(&format!("/people/{}/password-token", viewer.id)).send().await.expect(201);
        let body = json!({ "token": issued["token"], "password": format!("{stem}a") });
        assert_eq!(anonymous.post("/password-resets", body).send().await.status, 204);
        for wrong in [format!("{stem}b"), stem.clone(), format!("{stem}aa")] {
            sign_in(&anonymous, "viewer@example.org", &wrong).await.expect(401);
        }
        sign_in(&anonymous, "viewer@example.org", &format!("{stem}a")).await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rehashing_does_not_overwrite_a_password_changed_meanwhile() {
    let app = TestApp::start().await;
    let viewer = app.editor(Role::Viewer).await;
    let mut conn = app.store().editorial().await.unwrap();
    let person = domain::PersonId(viewer.id.parse().unwrap());
    let hash = format!("SELECT password_hash AS text FROM editorial.people WHERE id = '{}'", viewer.id);
    let checked = query_texts(&app, &hash).await.remove(0);
    // The password changes between the check of the old hash and the rehash.
    execute_sql(
        &app,
        &format!("UPDATE editorial.people SET password_hash = 'new' WHERE id = '{}'", viewer.id),
    )
    .await;
    let context = WriteContext::for_program("tests", "rehash");
    let rehash = async |tx: WriteTransaction<'_>| people::rehash(tx, person, &checked, "better").await;
    write::once(&mut conn, &context, rehash).await.unwrap();
    assert_eq!(query_texts(&app, &hash).await, ["new"]);
    let rehash = async |tx: WriteTransaction<'_>| people::rehash(tx, person, "new", "better").await;
    write::once(&mut conn, &context, rehash).await.unwrap();
    assert_eq!(query_texts(&app, &hash).await, ["better"]);
}
