//! Links of previews: guessed, over, bent, and what they give away (AT-50).

use domain::Role;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Editor, Newsroom, id};

use super::sql;

/// A draft and its preview, made by somebody.
async fn given_preview(editor: &Editor, drafts: &[&Value]) -> (String, String) {
    let ids: Vec<&Value> = drafts.iter().map(|draft| &draft["id"]).collect();
    let made = editor.post("/previews", json!({ "drafts": ids })).send().await.expect(201);
    (made["preview"]["id"].as_str().unwrap().to_owned(), made["token"].as_str().unwrap().to_owned())
}

async fn look(newsroom: &Newsroom, path: &str, token: &str) -> Answer {
    let bearer = format!("Bearer {token}");
    newsroom.reader.unchecked(Method::GET, path, &[("Authorization", &bearer)]).await
}

async fn statuses(newsroom: &Newsroom, slug: &str, token: &str) -> [u16; 2] {
    let path = format!("/preview/v1/articles/{slug}");
    let by_link = newsroom.reader.unchecked(Method::GET, &format!("{path}?preview_token={token}"), &[]).await;
    [look(newsroom, &path, token).await.status, by_link.status]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_shows_its_drafts_and_no_others_and_is_kept_by_nobody() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Editor).await;
    let section = editor.given_term("section", "engineering").await;
    let (mine, other) =
        (editor.given_draft(&section, "mine").await, editor.given_draft(&section, "other").await);
    let (_, token) = given_preview(&editor, &[&mine]).await;
    assert_eq!(statuses(&newsroom, "mine", &token).await, [200, 200]);
    assert_eq!(statuses(&newsroom, "other", &token).await, [404, 404]);
    let list = look(&newsroom, "/preview/v1/teasers", &token).await.expect(200);
    assert_eq!(list["data"].as_array().unwrap().len(), 1);
    assert!(!list.to_string().contains(&token), "an answer repeats the token");
    newsroom.reader.get("/v1/articles/mine").await.expect(404);
    let linked = format!("/preview/v1/teasers?limit=1&preview_token={token}");
    for (path, token) in [
        ("/preview/v1/articles/mine", token.as_str()),
        ("/preview/v1/articles/other", &token),
        ("/preview/v1/teasers?unknown=1", &token),
        ("/preview/v1/articles/mine", "nothing"),
        (&linked, "nothing"),
    ] {
        let answer = look(&newsroom, path, token).await;
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-robots-tag"), "noindex, nofollow", "{path}");
        assert_eq!(answer.header("referrer-policy"), "no-referrer", "{path}");
        assert!(!answer.headers.contains_key("set-cookie"), "{path}");
        for (name, value) in &answer.headers {
            assert!(
                !value.to_str().unwrap().contains(token) || token == "nothing",
                "{path}: {name} has the token"
            );
        }
    }
    let (_, both) = given_preview(&editor, &[&mine, &other]).await;
    assert_eq!(statuses(&newsroom, "other", &both).await, [200, 200]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_cannot_be_guessed_or_bent() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Editor).await;
    let section = editor.given_term("section", "engineering").await;
    let draft = editor.given_draft(&section, "mine").await;
    let (preview, token) = given_preview(&editor, &[&draft]).await;
    let (_, another) = given_preview(&editor, &[&draft]).await;
    let spliced = format!("{}{}", &another[..22], &token[22..]);
    for guess in
        ["", &preview, &id(&draft), &token[..40], &token.to_lowercase(), &spliced, &format!("{token}A")]
    {
        assert_eq!(statuses(&newsroom, "mine", guess).await, [404, 404], "{guess}");
    }
    for place in 0..token.len() - 1 {
        let mut bytes = token.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'Q' } else { b'A' };
        let bent = String::from_utf8(bytes).unwrap();
        assert_eq!(
            look(&newsroom, "/preview/v1/articles/mine", &bent).await.status,
            404,
            "changed at {place}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_ends_by_its_time_by_hand_and_with_whoever_made_it() {
    let newsroom = Newsroom::open().await;
    let (admin, editor) = (newsroom.editor(Role::Admin).await, newsroom.editor(Role::Editor).await);
    let author = newsroom.editor(Role::Author).await;
    let section = editor.given_term("section", "engineering").await;
    let draft = author.given_draft(&section, "mine").await;
    let (expiring, revoked) =
        (given_preview(&author, &[&draft]).await, given_preview(&author, &[&draft]).await);
    let (lasting, of_editor) =
        (given_preview(&author, &[&draft]).await, given_preview(&editor, &[&draft]).await);
    let past = "UPDATE editorial.previews SET expires_at = now() - interval '1 second' WHERE id";
    sql(&newsroom, &format!("{past} = '{}'", expiring.0)).await;
    assert_eq!(statuses(&newsroom, "mine", &expiring.1).await, [404, 404]);
    let contributor = newsroom.editor(Role::Contributor).await;
    let revoke = format!("/previews/{}", revoked.0);
    assert!([403, 404].contains(&contributor.delete(&revoke).send().await.status));
    assert_eq!(statuses(&newsroom, "mine", &revoked.1).await, [200, 200]);
    assert_eq!(author.delete(&revoke).send().await.status, 204);
    assert_eq!(statuses(&newsroom, "mine", &revoked.1).await, [404, 404]);
    // Published or not, a link is what it was.
    author.post(&format!("/drafts/{}/publish", id(&draft)), json!({})).seen(1).send().await.expect(201);
    assert_eq!(statuses(&newsroom, "mine", &lasting.1).await, [200, 200]);
    assert_eq!(statuses(&newsroom, "mine", &expiring.1).await, [404, 404]);
    admin.patch(&format!("/people/{}", author.id), 1, json!({ "suspended": true })).send().await.expect(200);
    assert_eq!(statuses(&newsroom, "mine", &lasting.1).await, [404, 404]);
    assert_eq!(statuses(&newsroom, "mine", &of_editor.1).await, [200, 200]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_shows_no_more_than_whoever_made_it_may_show_now() {
    let newsroom = Newsroom::open().await;
    let (admin, editor) = (newsroom.editor(Role::Admin).await, newsroom.editor(Role::Editor).await);
    let author = newsroom.editor(Role::Author).await;
    let section = editor.given_term("section", "engineering").await;
    let (own, others) =
        (editor.given_draft(&section, "own").await, author.given_draft(&section, "others").await);
    let (of_own, of_others) =
        (given_preview(&editor, &[&own]).await, given_preview(&editor, &[&others]).await);
    let moment = editor.post("/previews", json!({ "at": "2040-01-01T00:00:00Z" })).send().await.expect(201);
    let moment = moment["token"].as_str().unwrap();
    assert_eq!(look(&newsroom, "/preview/v1/teasers", moment).await.status, 200);
    assert_eq!(statuses(&newsroom, "others", &of_others.1).await, [200, 200]);
    let path = format!("/people/{}", editor.id);
    admin.patch(&path, 1, json!({ "role": "contributor" })).send().await.expect(200);
    assert_eq!(statuses(&newsroom, "own", &of_own.1).await, [200, 200]);
    assert_eq!(statuses(&newsroom, "others", &of_others.1).await, [404, 404]);
    assert_eq!(look(&newsroom, "/preview/v1/teasers", moment).await.status, 404);
    admin.patch(&path, 2, json!({ "role": "viewer" })).send().await.expect(200);
    assert_eq!(statuses(&newsroom, "own", &of_own.1).await, [404, 404]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_makes_a_link_to_what_is_not_theirs_to_show() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Editor).await;
    let section = editor.given_term("section", "engineering").await;
    let draft = editor.given_draft(&section, "mine").await;
    // What a contributor may not see is not there.
    for (role, status) in [(Role::Author, 403), (Role::Contributor, 404), (Role::Viewer, 403)] {
        let somebody = newsroom.editor(role).await;
        let body = json!({ "drafts": [draft["id"]] });
        somebody.post("/previews", body).send().await.expect(status);
        somebody.post("/previews", json!({ "at": "2040-01-01T00:00:00Z" })).send().await.expect(403);
    }
}
