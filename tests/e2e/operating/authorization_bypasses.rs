//! Authorization bypasses: other operations that reach the same data, permissions lost while a request waits for a
//! lock, and permissions inherited through reused names.

use domain::Role;
use futures_util::future::join;
use serde_json::{Value, json};
use tests::{Editor, PASSWORD, TestApp, id, site_in};

use super::{RowLock, database_digest, execute_sql, query_texts};

fn draft_content(section: &str, slug: &str) -> Value {
    json!({ "slug": slug, "section": section, "headline": "Of others", "body": "A secret body." })
}

#[tokio::test(flavor = "multi_thread")]
async fn contributors_cannot_reach_other_peoples_drafts_through_any_operation() {
    let app = TestApp::start_for_site(site_in(&["en", "de"])).await;
    let (editor, contributor) = (app.editor(Role::Editor).await, app.editor(Role::Contributor).await);
    let section = editor.create_term("section", "engineering").await;
    let body = json!({ "content": draft_content(&section, "others") });
    let draft = id(&editor.post("/drafts", body).send().await.expect(201));
    editor.patch(&format!("/drafts/{draft}"), 1, json!({ "kicker": "Hidden" })).send().await.expect(200);
    let article = query_texts(&app, "SELECT article_id::text AS text FROM editorial.drafts").await.remove(0);
    let before = database_digest(&app).await;
    let path = |rest: &str| format!("/drafts/{draft}{rest}");
    let seen = json!([{ "id": draft, "revision": 2 }]);
    let patch = json!({ "kicker": "Mine" });
    let all = [
        contributor.get(&path("")),
        contributor.get(&path("/checks")),
        contributor.get(&path("/revisions")),
        contributor.get(&path("/revisions/1")),
        contributor.get(&path("/comparison?from=1&to=2")),
        contributor.post_empty(&path("/duplicate")),
        contributor.post_empty(&path("/restore")),
        contributor.post_empty(&path("/revisions/1/restore")).if_match(2),
        contributor.post_empty(&path("/revisions/1/restore")).if_match(1),
        contributor.patch(&path(""), 2, patch.clone()),
        contributor.patch(&path(""), 1, patch),
        contributor.delete(&path("")).if_match(2),
        contributor.delete(&path("")).if_match(1),
        contributor.post(&path("/publish"), json!({})).if_match(1),
        contributor.post(&path("/schedule"), json!({ "due_at": "2040-01-01T00:00:00Z" })).if_match(1),
        contributor.post_empty(&path("/withdraw")).header("Prefer", "dry-run"),
        contributor.post_empty(&path("/previous-edition")).header("Prefer", "dry-run"),
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
    for (place, request) in all.into_iter().enumerate() {
        let response = request.send().await;
        let result = String::from_utf8(response.bytes.clone()).unwrap();
        assert!([403, 404, 409].contains(&response.status), "request {place}: {} {result}", response.status);
        assert!(!result.contains("secret") && !result.contains("Hidden"), "request {place}: {result}");
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
    assert_eq!(database_digest(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_article_is_refused_exactly_like_an_unknown_one() {
    let app = TestApp::start_for_site(site_in(&["en", "de"])).await;
    let (editor, contributor) = (app.editor(Role::Editor).await, app.editor(Role::Contributor).await);
    let section = editor.create_term("section", "engineering").await;
    let hidden = editor.create_draft(&section, "others").await["article_id"].clone();
    let nobodys = json!("0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61");
    let before = database_digest(&app).await;
    for more in [
        json!({}),
        json!({ "locale": "de" }),
        json!({ "content": { "section": nobodys } }),
        json!({ "content": { "headline": "x".repeat(200) } }),
    ] {
        let mut result = Vec::new();
        for article in [&hidden, &nobodys] {
            let mut body = more.clone();
            body["article_id"] = article.clone();
            let mut refused = contributor.post("/drafts", body).send().await.expect(404);
            refused["request_id"] = Value::Null;
            result.push(refused);
        }
        assert_eq!(result[0], result[1], "{more}");
    }
    // Clients cannot choose the id of a new article.
    editor.post("/drafts", json!({ "article_id": nobodys })).send().await.expect(404);
    assert_eq!(database_digest(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn authors_can_only_publish_their_own_drafts() {
    let app = TestApp::start().await;
    let (editor, author) = (app.editor(Role::Editor).await, app.editor(Role::Author).await);
    let section = editor.create_term("section", "engineering").await;
    let draft = id(&editor.create_draft(&section, "others").await);
    let mine = id(&author.create_draft(&section, "mine").await);
    let before = database_digest(&app).await;
    let both = json!([{ "id": mine, "revision": 1 }, { "id": draft, "revision": 1 }]);
    let path = |rest: &str| format!("/drafts/{draft}{rest}");
    for run in ["dry-run", "return=minimal"] {
        let all = [
            author.post(&path("/publish"), json!({})).if_match(1),
            author.post("/bulk/publish", json!({ "drafts": both })),
            author.post("/bulk/withdraw", json!({ "drafts": both })),
            author.post("/bulk/trash", json!({ "drafts": both })),
            author.post("/bulk/move", json!({ "drafts": both, "section": section })),
            author.post_empty(&path("/withdraw")),
            author.post_empty(&path("/take-down")),
            author.post_empty(&path("/previous-edition")),
            author.post_empty(&format!("/drafts/{mine}/take-down")),
        ];
        for (place, request) in all.into_iter().enumerate() {
            let response = request.header("Prefer", run).send().await;
            assert!([403, 409].contains(&response.status), "request {place}, {run}: {}", response.status);
        }
    }
    let due = json!({ "due_at": "2040-01-01T00:00:00Z" });
    author.post(&path("/schedule"), due).if_match(1).send().await.expect(403);
    author.delete(&path("/schedule")).send().await.expect(403);
    assert_eq!(database_digest(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_due_schedule_publishes_the_scheduled_revision_as_its_creator() {
    let app = TestApp::start().await;
    let (editor, author) = (app.editor(Role::Editor).await, app.editor(Role::Author).await);
    let section = editor.create_term("section", "engineering").await;
    let draft = id(&author.create_draft(&section, "mine").await);
    let due = json!({ "due_at": "2040-01-01T00:00:00Z" });
    author.post(&format!("/drafts/{draft}/schedule"), due).if_match(1).send().await.expect(200);
    // A later save does not change the scheduled revision.
    author.patch(&format!("/drafts/{draft}"), 1, json!({ "headline": "Later" })).send().await.expect(200);
    execute_sql(&app, "UPDATE delivery.schedules SET due_at = now() - interval '1 second'").await;
    super::wait_until(&app, "EXISTS (SELECT FROM operations.acts WHERE kind = 'activate')").await;
    let actor = query_texts(&app, "SELECT actor AS text FROM operations.acts WHERE kind = 'activate'").await;
    assert_eq!(actor, [author.id.as_str()]);
    let shown = app.reader.get("/v1/articles/mine").await.expect(200);
    assert_eq!(shown["headline"], "About mine");
}

/// Blocks a request on a lock, runs SQL meanwhile, releases the lock, and asserts the status of the response.
async fn assert_status_after_blocked_change(
    app: &TestApp,
    lock: &str,
    asking: tests::Request<'_>,
    meanwhile: &str,
    status: u16,
) {
    let lock = RowLock::acquire(app, lock).await;
    let change = async {
        lock.wait_until_contended(app).await;
        execute_sql(app, meanwhile).await;
        lock.release(app).await;
    };
    let (response, ()) = join(asking.send(), change).await;
    assert_eq!(response.status, status, "{meanwhile}: {}", String::from_utf8_lossy(&response.bytes));
}

const COUNTER: &str = "UPDATE operations.counter SET sequence = sequence";

#[tokio::test(flavor = "multi_thread")]
async fn permissions_are_rechecked_after_waiting_for_the_sequence_lock() {
    let app = TestApp::start().await;
    let (admin, editor) = (app.editor(Role::Admin).await, app.editor(Role::Editor).await);
    let section = editor.create_term("section", "engineering").await;
    let draft = id(&admin.create_draft(&section, "mine").await);
    let lowered = format!("UPDATE editorial.people SET role = 'author' WHERE id = '{}'", editor.id);
    let raised = format!("UPDATE editorial.people SET role = 'editor' WHERE id = '{}'", editor.id);
    let publish = || editor.post(&format!("/drafts/{draft}/publish"), json!({})).if_match(1);
    assert_status_after_blocked_change(&app, COUNTER, publish(), &lowered, 403).await;
    execute_sql(&app, &raised).await;
    let term = || editor.patch(&format!("/terms/{section}"), 1, json!({ "name": "Renamed" }));
    assert_status_after_blocked_change(&app, COUNTER, term(), &lowered, 403).await;
    execute_sql(&app, &raised).await;
    let row = format!("SELECT FROM editorial.drafts WHERE id = '{draft}' FOR UPDATE");
    let save = || editor.patch(&format!("/drafts/{draft}"), 1, json!({ "kicker": "Mine" }));
    assert_status_after_blocked_change(&app, &row, save(), &lowered, 403).await;
    execute_sql(&app, &raised).await;
    let ended = format!(
        "UPDATE editorial.sessions SET ended_at = now(), ended_by = 'role' WHERE id = '{}'",
        editor.session
    );
    assert_status_after_blocked_change(&app, COUNTER, publish(), &ended, 401).await;
    app.reader.get("/v1/articles/mine").await.expect(404);
    assert_eq!(query_texts(&app, "SELECT revision::text AS text FROM editorial.drafts").await, ["1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn permissions_are_rechecked_after_waiting_for_the_account_lock() {
    let app = TestApp::start().await;
    let (admin, viewer) = (app.editor(Role::Admin).await, app.editor(Role::Viewer).await);
    let row = format!("SELECT FROM editorial.people WHERE id = '{}' FOR UPDATE", viewer.id);
    let over = |who: &Editor| {
        format!(
            "UPDATE editorial.sessions SET ended_at = now(), ended_by = 'reuse' WHERE id = '{}'",
            who.session
        )
    };
    // A session that ends because of token reuse while its request waits must not set a password.
    let body = json!({ "current_password": PASSWORD, "new_password": "the thief's own password, 1" });
    assert_status_after_blocked_change(&app, &row, viewer.put("/me/password", body), &over(&viewer), 401)
        .await;
    Editor::sign_in_as(&app.base_url(), "viewer@example.org", PASSWORD).await;
    let issue = admin.post_empty(&format!("/people/{}/password-token", viewer.id));
    assert_status_after_blocked_change(&app, &row, issue, &over(&admin), 401).await;
    assert_eq!(query_texts(&app, "SELECT 'x' AS text FROM editorial.password_tokens").await.len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_term_with_the_slug_of_a_deleted_one_inherits_nothing() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Editor).await;
    let (section, old) =
        (editor.create_term("section", "engineering").await, editor.create_term("tag", "gone").await);
    let draft = id(&editor.create_draft(&section, "mine").await);
    let path = format!("/drafts/{draft}");
    editor.patch(&path, 1, json!({ "tags": [old] })).send().await.expect(200);
    editor.post(&format!("{path}/publish"), json!({})).if_match(2).send().await.expect(201);
    editor.patch(&path, 2, json!({ "tags": [] })).send().await.expect(200);
    editor.delete(&format!("/terms/{old}")).send().await.expect(409);
    editor.post(&format!("{path}/publish"), json!({})).if_match(3).send().await.expect(201);
    assert_eq!(editor.delete(&format!("/terms/{old}")).send().await.status, 204);
    let new = editor.create_term("tag", "gone").await;
    assert_ne!(new, old);
    let term = editor.get(&format!("/terms/{new}")).send().await.expect(200);
    assert_eq!((&term["draft_count"], &term["is_public"]), (&json!(0), &json!(false)));
    for list in [format!("/drafts?tag={new}"), format!("/drafts?tag={old}")] {
        assert_eq!(editor.get(&list).send().await.expect(200)["data"], json!([]), "{list}");
    }
    assert_eq!(app.reader.get("/v1/teasers?tag=gone").await.expect(200)["data"], json!([]));
    editor.get(&format!("/terms/{old}")).send().await.expect(404);
    // Revisions are immutable, so this one still names the deleted term. Restoring it drops the term, and does not pick
    // up the new one with the same slug.
    let revision = editor.get(&format!("{path}/revisions/2")).send().await.expect(200);
    assert_eq!(revision["content"]["tags"], json!([old]));
    let restored =
        editor.post_empty(&format!("{path}/revisions/2/restore")).if_match(3).send().await.expect(200);
    assert_eq!(restored["content"]["tags"], json!([]));
    editor.patch(&path, 3, json!({ "tags": [old] })).send().await.expect(422);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_administrator_cannot_be_removed_and_roles_cannot_be_escalated() {
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
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
        let somebody = app.editor(role).await;
        for raise in ["admin", "editor", "viewer"] {
            for person in [&somebody.id, &admin.id] {
                let change = json!({ "role": raise });
                somebody.patch(&format!("/people/{person}"), 1, change).send().await.expect(403);
            }
            let new = json!({ "email": "more@example.org", "name": "More", "role": raise });
            somebody.post("/people", new).send().await.expect(403);
        }
    }
    // When two administrators demote each other at the same time, one of them stays.
    let other = app.editor(Role::Editor).await;
    let theirs = format!("/people/{}", other.id);
    admin.patch(&theirs, 1, json!({ "role": "admin" })).send().await.expect(200);
    let other = app.editor(Role::Editor).await;
    let down = || json!({ "role": "viewer" });
    let both = join(admin.patch(&theirs, 2, down()).send(), other.patch(&mine, 1, down()).send()).await;
    assert_eq!([both.0.status, both.1.status].iter().filter(|status| **status == 200).count(), 1);
    let left = "SELECT 'x' AS text FROM editorial.people WHERE role = 'admin' AND suspended_at IS NULL";
    assert_eq!(query_texts(&app, left).await.len(), 1);
}
