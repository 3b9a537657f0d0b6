//! Signing in, and passwords that are changed, forgotten and guessed (AT-30 to AT-32, AT-39, AT-40).

use std::time::{Duration, Instant};

use domain::Role;
use masthead::SignInLimits;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Editor, Newsroom, PASSWORD};

use super::{found, sql};

const NEW: &str = "the second one is better, in may";

async fn sign_in(stranger: &Editor, email: &str, password: &str) -> Answer {
    stranger.post("/sessions", json!({ "email": email, "password": password })).send().await
}

/// All of an answer but what names the one request.
fn told(answer: &Answer) -> (u16, Vec<(String, String)>, Value) {
    let mut body: Value = serde_json::from_slice(&answer.bytes).unwrap();
    body["request_id"] = Value::Null;
    let headers =
        answer.headers.iter().filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
    let mut headers: Vec<(String, String)> =
        headers.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    headers.sort();
    (answer.status, headers, body)
}

/// Ways in which a sign-in fails: what it is, the address, the password.
fn failures() -> Vec<(&'static str, String, String)> {
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

async fn given_failures(newsroom: &Newsroom) -> Editor {
    let admin = newsroom.editor(Role::Admin).await;
    let author = newsroom.editor(Role::Author).await;
    let path = format!("/people/{}", author.id);
    admin.patch(&path, 1, json!({ "suspended": true })).send().await.expect(200);
    let new = json!({ "email": "new@example.org", "name": "New", "role": "viewer" });
    admin.post("/people", new).send().await.expect(201);
    Editor::stranger(&newsroom.base())
}

#[tokio::test(flavor = "multi_thread")]
async fn why_somebody_could_not_sign_in_is_told_to_nobody() {
    let newsroom = Newsroom::open().await;
    let stranger = given_failures(&newsroom).await;
    let mut first = None;
    for (what, email, password) in failures() {
        let answer = told(&sign_in(&stranger, &email, &password).await);
        assert_eq!(answer.0, 401, "{what}");
        assert_eq!(*first.get_or_insert_with(|| answer.clone()), answer, "{what}");
    }
    sign_in(&stranger, " Viewer@Example.ORG", PASSWORD).await.expect(201);
}

/// A drill, because a clock decides: medians of a few hundred tries each, in turn.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a drill of some minutes: run it alone, on a quiet machine"]
async fn a_failed_sign_in_takes_as_long_whatever_was_wrong() {
    const SAMPLES: usize = 300;
    let newsroom = Newsroom::open().await;
    let stranger = given_failures(&newsroom).await;
    let failures = failures();
    let mut times: Vec<Vec<Duration>> = vec![Vec::with_capacity(SAMPLES); failures.len()];
    for round in 0..SAMPLES {
        for place in 0..failures.len() {
            let place = (place + round) % failures.len();
            let (_, email, password) = &failures[place];
            let begun = Instant::now();
            let answer = sign_in(&stranger, email, password).await;
            times[place].push(begun.elapsed());
            assert_eq!(answer.status, 401);
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
async fn nobody_asks_for_a_reset_but_an_administrator() {
    let newsroom = Newsroom::open().await;
    let stranger = Editor::stranger(&newsroom.base());
    let mut first = None;
    for place in ["password-reset-requests", "forgot-password", "password-resets/request", "reset", "recover"]
    {
        for email in ["viewer@example.org", "nobody@example.org", "", "{}"] {
            let body = json!({ "email": email, "reset_url": "https://evil.example" });
            let body = Some(("application/json", body));
            let asked = stranger.request(Method::POST, &format!("/{place}"), body).unchecked();
            let mut answer = told(&asked.header("X-Forwarded-Host", "evil.example").send().await);
            answer.2["instance"] = Value::Null;
            answer.1.retain(|(name, _)| name != "content-length");
            assert_eq!(answer.0, 404, "{place}");
            assert_eq!(*first.get_or_insert_with(|| answer.clone()), answer, "{place} for {email}");
        }
    }
    let viewer = newsroom.editor(Role::Viewer).await;
    let token = format!("/people/{}/password-token", viewer.id);
    stranger.act(&token).send().await.expect(401);
    for role in [Role::Viewer, Role::Contributor, Role::Author, Role::Editor] {
        newsroom.editor(role).await.act(&token).send().await.expect(403);
    }
    assert_eq!(found(&newsroom, "SELECT 'x' AS text FROM editorial.password_tokens").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_that_is_easy_to_guess_is_refused_wherever_it_is_set() {
    let newsroom = Newsroom::open().await;
    let (admin, stranger) = (newsroom.editor(Role::Admin).await, Editor::stranger(&newsroom.base()));
    let viewer = newsroom.editor(Role::Viewer).await;
    let issued = admin.act(&format!("/people/{}/password-token", viewer.id)).send().await.expect(201);
    let token = &issued["token"];
    for guessed in ["passwordpassword", "qwertyuiopasdfghjkl", "viewer@example.org", "viewer-viewer-2026"] {
        let refused = |answer: Answer, pointer: &str| {
            let problem = answer.expect(422);
            let found = (&problem["errors"][0]["rule"], &problem["errors"][0]["pointer"]);
            assert_eq!(found, (&json!("guessable"), &json!(pointer)), "{guessed}");
        };
        let body = json!({ "token": token, "password": guessed });
        refused(stranger.post("/password-resets", body).send().await, "/password");
        let body = json!({ "current_password": PASSWORD, "new_password": guessed });
        refused(viewer.put("/me/password", body).send().await, "/new_password");
    }
    // A refusal spends no token.
    let body = json!({ "token": token, "password": NEW });
    assert_eq!(stranger.post("/password-resets", body).send().await.status, 204);
}

async fn spend(stranger: &Editor, token: Value) -> Answer {
    let body = json!({ "token": token, "password": NEW });
    stranger.post("/password-resets", body).unchecked().send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_token_is_one_text_that_is_good_once_and_for_one_account() {
    let newsroom = Newsroom::open().await;
    let (admin, stranger) = (newsroom.editor(Role::Admin).await, Editor::stranger(&newsroom.base()));
    let viewer = newsroom.editor(Role::Viewer).await;
    let path = format!("/people/{}/password-token", viewer.id);
    let issue = async || {
        let issued = admin.act(&path).send().await.expect(201);
        issued["token"].as_str().unwrap().to_owned()
    };
    let (earlier, token) = (issue().await, issue().await);
    for odd in
        [json!({}), json!([]), json!(null), json!(true), json!(0), json!([token]), json!({ "$ne": "" })]
    {
        assert_eq!(spend(&stranger, odd.clone()).await.status, 400, "{odd}");
    }
    let swapped =
        |c: char| if c.is_ascii_lowercase() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() };
    let digest = "SELECT encode(digest, 'hex') AS text FROM editorial.password_tokens";
    let digest = found(&newsroom, digest).await.remove(0);
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
        let refused = spend(&stranger, json!(wrong)).await;
        assert_eq!(refused.expect(422)["type"], "/docs/problems/token-spent", "{wrong}");
    }
    viewer.get("/me").send().await.expect(200);
    // Whoever names an account besides is refused: the token alone says whose it is.
    let body = json!({ "token": token, "password": NEW, "email": "admin@example.org" });
    stranger.post("/password-resets", body).unchecked().send().await.expect(400);
    assert_eq!(spend(&stranger, json!(token)).await.status, 204);
    assert_eq!(spend(&stranger, json!(token)).await.status, 422);
    sign_in(&stranger, "viewer@example.org", NEW).await.expect(201);
    sign_in(&stranger, "viewer@example.org", PASSWORD).await.expect(401);
    for role in [Role::Admin, Role::Editor] {
        sign_in(&stranger, &format!("{role}@example.org"), PASSWORD).await.expect(201);
    }
    let stored = "SELECT kept::text AS text FROM editorial.password_tokens AS kept";
    assert!(!found(&newsroom, stored).await.concat().contains(&token), "the token itself is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_reset_tokens_holds_up_nobody_else() {
    let newsroom = Newsroom::open().await;
    let limits = SignInLimits { per_account: 2, per_address: 6, refill_milliseconds: 4 * 3_600_000 };
    let slowed = newsroom.another_slowed(limits).await;
    let base = format!("http://{}", slowed.address());
    let (admin, viewer) = (newsroom.editor(Role::Admin).await, newsroom.editor(Role::Viewer).await);
    let issued = admin.act(&format!("/people/{}/password-token", viewer.id)).send().await.expect(201);
    let guesser = Editor::stranger(&base).from_address([127, 0, 0, 2].into());
    for _ in 0..6 {
        spend(&guesser, json!("a guess")).await.expect(422);
    }
    let refused = spend(&guesser, json!("a guess")).await;
    assert!(!refused.header("retry-after").is_empty());
    assert_eq!(refused.expect(429)["type"], "/docs/problems/too-many-tries");
    assert_eq!(spend(&Editor::stranger(&base), issued["token"].clone()).await.status, 204);
    slowed.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_guesses_a_password_is_slowed_for_each_account_and_each_address() {
    let newsroom = Newsroom::open().await;
    let limits = SignInLimits { per_account: 2, per_address: 6, refill_milliseconds: 4 * 3_600_000 };
    let slowed = newsroom.another_slowed(limits).await;
    let base = format!("http://{}", slowed.address());
    newsroom.editor(Role::Viewer).await;
    let from = |last: u8| Editor::stranger(&base).from_address([127, 0, 0, last].into());
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
    slowed.stop(std::future::pending()).await.unwrap();
}

/// Hashing is what takes time: more of it at once than there is room for is 503.
#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_is_not_good_costs_no_hash_and_a_good_one_is_good_once() {
    let newsroom = Newsroom::open().await;
    let stranger = Editor::stranger(&newsroom.base());
    let (admin, viewer) = (newsroom.editor(Role::Admin).await, newsroom.editor(Role::Viewer).await);
    let path = format!("/people/{}/password-token", viewer.id);
    let together = async |token: Value, times: usize| {
        let asked = (0..times).map(|_| {
            let (stranger, token) = (stranger.clone(), token.clone());
            tokio::spawn(async move { spend(&stranger, token).await.status })
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
    let spent = admin.act(&path).send().await.expect(201)["token"].clone();
    assert_eq!(together(spent.clone(), 8).await, [204, 422, 422, 422, 422, 422, 422, 422]);
    assert_eq!(together(spent, 200).await, [422; 200]);
    let expired = admin.act(&path).send().await.expect(201)["token"].clone();
    sql(&newsroom, "UPDATE editorial.password_tokens SET expires_at = now() - interval '1 second'").await;
    assert_eq!(together(expired, 200).await, [422; 200]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_token_ends_with_its_half_hour_and_with_a_change_of_the_password() {
    let newsroom = Newsroom::open().await;
    let (admin, stranger) = (newsroom.editor(Role::Admin).await, Editor::stranger(&newsroom.base()));
    let viewer = newsroom.editor(Role::Viewer).await;
    let path = format!("/people/{}/password-token", viewer.id);
    let issued = admin.act(&path).send().await.expect(201);
    let half_hour = "SELECT (expires_at BETWEEN now() + interval '29 minutes' AND now() + interval '30 minutes')::text \
                     AS text FROM editorial.password_tokens";
    assert_eq!(found(&newsroom, half_hour).await, ["true"]);
    sql(&newsroom, "UPDATE editorial.password_tokens SET expires_at = now() - interval '1 second'").await;
    spend(&stranger, issued["token"].clone()).await.expect(422);
    let issued = admin.act(&path).send().await.expect(201);
    let body = json!({ "current_password": PASSWORD, "new_password": "chosen by whoever knows the old" });
    assert_eq!(viewer.put("/me/password", body).send().await.status, 204);
    spend(&stranger, issued["token"].clone()).await.expect(422);
    sign_in(&stranger, "viewer@example.org", "chosen by whoever knows the old").await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_password_is_changed_by_whoever_knows_it_and_an_address_by_administrators() {
    let newsroom = Newsroom::open().await;
    let viewer = newsroom.editor(Role::Viewer).await;
    for wrong in ["", "another one, and not it", &PASSWORD.to_uppercase(), &format!("{PASSWORD} "), NEW] {
        let body = json!({ "current_password": wrong, "new_password": NEW });
        let refused = viewer.put("/me/password", body).send().await.expect(422);
        assert_eq!(refused.pointer("/errors/0/pointer").unwrap(), "/current_password", "{wrong}");
    }
    for odd in [json!({ "new_password": NEW }), json!({ "new_password": NEW, "current_password": null })] {
        viewer.put("/me/password", odd).unchecked().send().await.expect(400);
    }
    viewer.get("/me").send().await.expect(200);
    for role in [Role::Viewer, Role::Contributor, Role::Author, Role::Editor] {
        let editor = newsroom.editor(role).await;
        let path = format!("/people/{}", editor.id);
        editor.patch(&path, 1, json!({ "email": "mine@example.org" })).send().await.expect(403);
        let body = Some(("application/merge-patch+json", json!({ "email": "mine@example.org" })));
        assert_eq!(editor.request(Method::PATCH, "/me", body).unchecked().send().await.status, 405);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_byte_of_a_long_password_matters() {
    let newsroom = Newsroom::open().await;
    let (admin, stranger) = (newsroom.editor(Role::Admin).await, Editor::stranger(&newsroom.base()));
    let viewer = newsroom.editor(Role::Viewer).await;
    for length in [71, 72, 73, 128] {
        let stem: String = PASSWORD.chars().cycle().take(length - 1).collect();
        let issued = admin.act(&format!("/people/{}/password-token", viewer.id)).send().await.expect(201);
        let body = json!({ "token": issued["token"], "password": format!("{stem}a") });
        assert_eq!(stranger.post("/password-resets", body).send().await.status, 204);
        for wrong in [format!("{stem}b"), stem.clone(), format!("{stem}aa")] {
            sign_in(&stranger, "viewer@example.org", &wrong).await.expect(401);
        }
        sign_in(&stranger, "viewer@example.org", &format!("{stem}a")).await.expect(201);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_better_hash_of_an_old_password_takes_the_place_of_no_new_one() {
    let newsroom = Newsroom::open().await;
    let viewer = newsroom.editor(Role::Viewer).await;
    let mut conn = newsroom.store().editorial().await.unwrap();
    let person = domain::PersonId(viewer.id.parse().unwrap());
    let hash = format!("SELECT password_hash AS text FROM editorial.people WHERE id = '{}'", viewer.id);
    let checked = found(&newsroom, &hash).await.remove(0);
    // The password was changed between the check and the better hash of it.
    sql(&newsroom, &format!("UPDATE editorial.people SET password_hash = 'new' WHERE id = '{}'", viewer.id))
        .await;
    store::editorial::people::rehash(&mut conn, person, &checked, "better").await.unwrap();
    assert_eq!(found(&newsroom, &hash).await, ["new"]);
    store::editorial::people::rehash(&mut conn, person, "new", "better").await.unwrap();
    assert_eq!(found(&newsroom, &hash).await, ["better"]);
}
