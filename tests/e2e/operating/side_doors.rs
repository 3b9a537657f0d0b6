//! Ways around: another door to the same room, rights that ended while somebody waited, rights that come back (AT-45 to
//! AT-47, AT-49).

use domain::Role;
use futures_util::future::join;
use serde_json::{Value, json};
use tests::{Editor, Newsroom, PASSWORD, id, site_in};

use super::{Lock, found, kept, sql};

fn given_content(section: &str, slug: &str) -> Value {
    json!({ "slug": slug, "section": section, "headline": "Of others", "body": "A secret body." })
}

#[tokio::test(flavor = "multi_thread")]
async fn no_door_shows_a_contributor_what_is_not_theirs() {
    let newsroom = Newsroom::open_for(site_in(&["en", "de"])).await;
    let (editor, contributor) =
        (newsroom.editor(Role::Editor).await, newsroom.editor(Role::Contributor).await);
    let section = editor.given_term("section", "engineering").await;
    let body = json!({ "content": given_content(&section, "others") });
    let draft = id(&editor.post("/drafts", body).send().await.expect(201));
    editor.patch(&format!("/drafts/{draft}"), 1, json!({ "kicker": "Hidden" })).send().await.expect(200);
    let article = found(&newsroom, "SELECT article_id::text AS text FROM editorial.drafts").await.remove(0);
    let before = kept(&newsroom).await;
    let path = |rest: &str| format!("/drafts/{draft}{rest}");
    let seen = json!([{ "id": draft, "revision": 2 }]);
    let patch = json!({ "kicker": "Mine" });
    let all = [
        contributor.get(&path("")),
        contributor.get(&path("/checks")),
        contributor.get(&path("/revisions")),
        contributor.get(&path("/revisions/1")),
        contributor.get(&path("/comparison?from=1&to=2")),
        contributor.act(&path("/duplicate")),
        contributor.act(&path("/restore")),
        contributor.act(&path("/revisions/1/restore")).seen(2),
        contributor.act(&path("/revisions/1/restore")).seen(1),
        contributor.patch(&path(""), 2, patch.clone()),
        contributor.patch(&path(""), 1, patch),
        contributor.delete(&path("")).seen(2),
        contributor.delete(&path("")).seen(1),
        contributor.post(&path("/publish"), json!({})).seen(1),
        contributor.post(&path("/schedule"), json!({ "due_at": "2040-01-01T00:00:00Z" })).seen(1),
        contributor.act(&path("/withdraw")).header("Prefer", "dry-run"),
        contributor.act(&path("/previous-edition")).header("Prefer", "dry-run"),
        contributor.post("/bulk/move", json!({ "drafts": seen, "section": section })),
        contributor
            .post("/bulk/move", json!({ "drafts": seen, "section": section }))
            .header("Prefer", "dry-run"),
        contributor.post("/bulk/trash", json!({ "drafts": seen })).header("Prefer", "dry-run"),
        contributor.post("/bulk/publish", json!({ "drafts": seen })).header("Prefer", "dry-run"),
        contributor.post("/bulk/withdraw", json!({ "drafts": seen })).header("Prefer", "dry-run"),
        contributor.post("/previews", json!({ "drafts": [draft] })),
        contributor.post("/drafts", json!({ "article_id": article, "locale": "de" })),
        contributor.get("/audit"),
    ];
    for (place, door) in all.into_iter().enumerate() {
        let answer = door.send().await;
        let said = String::from_utf8(answer.bytes.clone()).unwrap();
        assert!([403, 404, 409].contains(&answer.status), "door {place}: {} {said}", answer.status);
        assert!(!said.contains("secret") && !said.contains("Hidden"), "door {place}: {said}");
    }
    for query in [
        "",
        "?text=secret",
        "?status=draft",
        &format!("?owner={}", editor.id),
        &format!("?article={article}"),
    ] {
        let list = contributor.get(&format!("/drafts{query}")).send().await.expect(200);
        assert_eq!(list["data"], json!([]), "{query}");
    }
    assert_eq!(kept(&newsroom).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_that_one_may_not_see_is_no_other_than_one_that_is_not_there() {
    let newsroom = Newsroom::open_for(site_in(&["en", "de"])).await;
    let (editor, contributor) =
        (newsroom.editor(Role::Editor).await, newsroom.editor(Role::Contributor).await);
    let section = editor.given_term("section", "engineering").await;
    let hidden = editor.given_draft(&section, "others").await["article_id"].clone();
    let nobodys = json!("0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61");
    let before = kept(&newsroom).await;
    for more in [
        json!({}),
        json!({ "locale": "de" }),
        json!({ "content": { "section": nobodys } }),
        json!({ "content": { "headline": "x".repeat(200) } }),
    ] {
        let mut said = Vec::new();
        for article in [&hidden, &nobodys] {
            let mut body = more.clone();
            body["article_id"] = article.clone();
            let mut refused = contributor.post("/drafts", body).send().await.expect(404);
            refused["request_id"] = Value::Null;
            said.push(refused);
        }
        assert_eq!(said[0], said[1], "{more}");
    }
    // Nobody begins an article under a name of their own choice.
    editor.post("/drafts", json!({ "article_id": nobodys })).send().await.expect(404);
    assert_eq!(kept(&newsroom).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_reaches_the_public_with_what_is_theirs_only() {
    let newsroom = Newsroom::open().await;
    let (editor, author) = (newsroom.editor(Role::Editor).await, newsroom.editor(Role::Author).await);
    let section = editor.given_term("section", "engineering").await;
    let draft = id(&editor.given_draft(&section, "others").await);
    let mine = id(&author.given_draft(&section, "mine").await);
    let before = kept(&newsroom).await;
    let both = json!([{ "id": mine, "revision": 1 }, { "id": draft, "revision": 1 }]);
    let path = |rest: &str| format!("/drafts/{draft}{rest}");
    for run in ["dry-run", "return=minimal"] {
        let all = [
            author.post(&path("/publish"), json!({})).seen(1),
            author.post("/bulk/publish", json!({ "drafts": both })),
            author.post("/bulk/withdraw", json!({ "drafts": both })),
            author.post("/bulk/trash", json!({ "drafts": both })),
            author.post("/bulk/move", json!({ "drafts": both, "section": section })),
            author.act(&path("/withdraw")),
            author.act(&path("/take-down")),
            author.act(&path("/previous-edition")),
            author.act(&format!("/drafts/{mine}/take-down")),
        ];
        for (place, door) in all.into_iter().enumerate() {
            let answer = door.header("Prefer", run).send().await;
            assert!([403, 409].contains(&answer.status), "door {place}, {run}: {}", answer.status);
        }
    }
    let due = json!({ "due_at": "2040-01-01T00:00:00Z" });
    author.post(&path("/schedule"), due).seen(1).send().await.expect(403);
    author.delete(&path("/schedule")).send().await.expect(403);
    assert_eq!(kept(&newsroom).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_is_carried_out_in_the_name_of_whoever_had_the_right_to_make_it() {
    let newsroom = Newsroom::open().await;
    let (editor, author) = (newsroom.editor(Role::Editor).await, newsroom.editor(Role::Author).await);
    let section = editor.given_term("section", "engineering").await;
    let draft = id(&author.given_draft(&section, "mine").await);
    let due = json!({ "due_at": "2040-01-01T00:00:00Z" });
    author.post(&format!("/drafts/{draft}/schedule"), due).seen(1).send().await.expect(200);
    // What is saved afterwards is not what was scheduled.
    author.patch(&format!("/drafts/{draft}"), 1, json!({ "headline": "Later" })).send().await.expect(200);
    sql(&newsroom, "UPDATE delivery.schedules SET due_at = now() - interval '1 second'").await;
    super::until(&newsroom, "EXISTS (SELECT FROM operations.acts WHERE kind = 'activate')").await;
    let actor = found(&newsroom, "SELECT actor AS text FROM operations.acts WHERE kind = 'activate'").await;
    assert_eq!(actor, [author.id.as_str()]);
    let shown = newsroom.reader.get("/v1/articles/mine").await.expect(200);
    assert_eq!(shown["headline"], "About mine");
}

/// Asserts what becomes of somebody who waits for a lock while something is done.
async fn while_waiting(
    newsroom: &Newsroom,
    lock: &str,
    asking: tests::Request<'_>,
    meanwhile: &str,
    status: u16,
) {
    let lock = Lock::take(newsroom, lock).await;
    let change = async {
        lock.wanted(newsroom).await;
        sql(newsroom, meanwhile).await;
        lock.release(newsroom).await;
    };
    let (answer, ()) = join(asking.send(), change).await;
    assert_eq!(answer.status, status, "{meanwhile}: {}", String::from_utf8_lossy(&answer.bytes));
}

const COUNTER: &str = "UPDATE operations.counter SET sequence = sequence";

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_for_the_counter_is_asked_again_behind_it() {
    let newsroom = Newsroom::open().await;
    let (admin, editor) = (newsroom.editor(Role::Admin).await, newsroom.editor(Role::Editor).await);
    let section = editor.given_term("section", "engineering").await;
    let draft = id(&admin.given_draft(&section, "mine").await);
    let lowered = format!("UPDATE editorial.people SET role = 'author' WHERE id = '{}'", editor.id);
    let raised = format!("UPDATE editorial.people SET role = 'editor' WHERE id = '{}'", editor.id);
    let publish = || editor.post(&format!("/drafts/{draft}/publish"), json!({})).seen(1);
    while_waiting(&newsroom, COUNTER, publish(), &lowered, 403).await;
    sql(&newsroom, &raised).await;
    let term = || editor.patch(&format!("/terms/{section}"), 1, json!({ "name": "Renamed" }));
    while_waiting(&newsroom, COUNTER, term(), &lowered, 403).await;
    sql(&newsroom, &raised).await;
    let row = format!("SELECT FROM editorial.drafts WHERE id = '{draft}' FOR UPDATE");
    let save = || editor.patch(&format!("/drafts/{draft}"), 1, json!({ "kicker": "Mine" }));
    while_waiting(&newsroom, &row, save(), &lowered, 403).await;
    sql(&newsroom, &raised).await;
    let ended = format!(
        "UPDATE editorial.sessions SET ended_at = now(), ended_by = 'role' WHERE id = '{}'",
        editor.session
    );
    while_waiting(&newsroom, COUNTER, publish(), &ended, 401).await;
    newsroom.reader.get("/v1/articles/mine").await.expect(404);
    assert_eq!(found(&newsroom, "SELECT revision::text AS text FROM editorial.drafts").await, ["1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_for_an_account_is_asked_again_behind_it() {
    let newsroom = Newsroom::open().await;
    let (admin, viewer) = (newsroom.editor(Role::Admin).await, newsroom.editor(Role::Viewer).await);
    let row = format!("SELECT FROM editorial.people WHERE id = '{}' FOR UPDATE", viewer.id);
    let over = |who: &Editor| {
        format!(
            "UPDATE editorial.sessions SET ended_at = now(), ended_by = 'reuse' WHERE id = '{}'",
            who.session
        )
    };
    // Whose session was ended because it was stolen cannot set a password any more, however early they asked.
    let body = json!({ "current_password": PASSWORD, "new_password": "the thief's own password, 1" });
    while_waiting(&newsroom, &row, viewer.put("/me/password", body), &over(&viewer), 401).await;
    Editor::sign_in_as(&newsroom.base(), "viewer@example.org", PASSWORD).await;
    let issue = admin.act(&format!("/people/{}/password-token", viewer.id));
    while_waiting(&newsroom, &row, issue, &over(&admin), 401).await;
    assert_eq!(found(&newsroom, "SELECT 'x' AS text FROM editorial.password_tokens").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_of_the_same_name_inherits_nothing() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Editor).await;
    let (section, old) =
        (editor.given_term("section", "engineering").await, editor.given_term("tag", "gone").await);
    let draft = id(&editor.given_draft(&section, "mine").await);
    let path = format!("/drafts/{draft}");
    editor.patch(&path, 1, json!({ "tags": [old] })).send().await.expect(200);
    editor.post(&format!("{path}/publish"), json!({})).seen(2).send().await.expect(201);
    editor.patch(&path, 2, json!({ "tags": [] })).send().await.expect(200);
    editor.delete(&format!("/terms/{old}")).send().await.expect(409);
    editor.post(&format!("{path}/publish"), json!({})).seen(3).send().await.expect(201);
    assert_eq!(editor.delete(&format!("/terms/{old}")).send().await.status, 204);
    let new = editor.given_term("tag", "gone").await;
    assert_ne!(new, old);
    let term = editor.get(&format!("/terms/{new}")).send().await.expect(200);
    assert_eq!((&term["draft_count"], &term["is_public"]), (&json!(0), &json!(false)));
    for list in [format!("/drafts?tag={new}"), format!("/drafts?tag={old}")] {
        assert_eq!(editor.get(&list).send().await.expect(200)["data"], json!([]), "{list}");
    }
    assert_eq!(newsroom.reader.get("/v1/teasers?tag=gone").await.expect(200)["data"], json!([]));
    editor.get(&format!("/terms/{old}")).send().await.expect(404);
    // The revision still names what was deleted, because revisions never change; restored it comes back without it, and
    // never as the new term of the same name.
    let revision = editor.get(&format!("{path}/revisions/2")).send().await.expect(200);
    assert_eq!(revision["content"]["tags"], json!([old]));
    let restored = editor.act(&format!("{path}/revisions/2/restore")).seen(3).send().await.expect(200);
    assert_eq!(restored["content"]["tags"], json!([]));
    editor.patch(&path, 3, json!({ "tags": [old] })).send().await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_administrator_stays_and_nobody_gives_what_they_do_not_have() {
    let newsroom = Newsroom::open().await;
    let admin = newsroom.editor(Role::Admin).await;
    let mine = format!("/people/{}", admin.id);
    for change in [
        json!({ "role": "editor" }),
        json!({ "suspended": true }),
        json!({ "role": "viewer", "suspended": true }),
    ] {
        let refused = admin.patch(&mine, 1, change).send().await.expect(409);
        assert_eq!(refused["type"], "/docs/problems/last-admin");
    }
    for role in [Role::Editor, Role::Author, Role::Contributor, Role::Viewer] {
        let somebody = newsroom.editor(role).await;
        for raise in ["admin", "editor", "viewer"] {
            for person in [&somebody.id, &admin.id] {
                let change = json!({ "role": raise });
                somebody.patch(&format!("/people/{person}"), 1, change).send().await.expect(403);
            }
            let new = json!({ "email": "more@example.org", "name": "More", "role": raise });
            somebody.post("/people", new).send().await.expect(403);
        }
    }
    // Of two who lower each other at once, one is left.
    let other = newsroom.editor(Role::Editor).await;
    let theirs = format!("/people/{}", other.id);
    admin.patch(&theirs, 1, json!({ "role": "admin" })).send().await.expect(200);
    let other = newsroom.editor(Role::Editor).await;
    let down = || json!({ "role": "viewer" });
    let both = join(admin.patch(&theirs, 2, down()).send(), other.patch(&mine, 1, down()).send()).await;
    assert_eq!([both.0.status, both.1.status].iter().filter(|status| **status == 200).count(), 1);
    let left = "SELECT 'x' AS text FROM editorial.people WHERE role = 'admin' AND suspended_at IS NULL";
    assert_eq!(found(&newsroom, left).await.len(), 1);
}
