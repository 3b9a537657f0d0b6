//! The cost of previews: each draft is rendered once, requests that read no article render none, and a preview is
//! available despite many requests or an unpublishable draft.

use std::sync::{Arc, Mutex, mpsc};

use futures_util::FutureExt;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{TestResponse, eventually, id};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::fixture::Fixture;

async fn create_preview(fixture: &Fixture, drafts: &[String]) -> String {
    let made = fixture.editor.post("/previews", json!({ "drafts": drafts })).send().await.expect(201);
    made["token"].as_str().unwrap().to_owned()
}

async fn get_preview(fixture: &Fixture, token: &str, path: &str) -> TestResponse {
    let separator = if path.contains('?') { '&' } else { '?' };
    fixture.app.reader.get_allowing_5xx(&format!("/preview/v1{path}{separator}preview_token={token}")).await
}

async fn create_drafts(fixture: &Fixture, count: usize) -> Vec<String> {
    let mut drafts = Vec::new();
    for number in 0..count {
        drafts.push(fixture.draft(&format!("draft-{number}")).await);
    }
    drafts
}

fn slugs(list: &Value) -> Vec<&str> {
    let mut slugs: Vec<&str> =
        list["data"].as_array().unwrap().iter().map(|one| one["slug"].as_str().unwrap()).collect();
    slugs.sort_unstable();
    slugs
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_preview_requests_render_each_draft_once() {
    let fixture = Fixture::new().await;
    let drafts = create_drafts(&fixture, 50).await;
    let token = create_preview(&fixture, &drafts).await;
    let rendered = || fixture.app.renderers().finished();
    let before = rendered();
    let responses = join_all((0..20).map(|_| get_preview(&fixture, &token, "/teasers?limit=100"))).await;
    let shown = responses.iter().filter(|response| response.status == 200).count();
    assert!(shown >= 10, "{shown} of 20 requests were answered");
    for response in responses {
        if response.status == 200 {
            assert_eq!(response.expect(200)["data"].as_array().unwrap().len(), 50);
        } else {
            assert_eq!(response.header("retry-after"), "1");
            assert_eq!(response.expect(503)["type"], "/docs/problems/busy");
        }
    }
    assert_eq!(rendered() - before, 50);
    get_preview(&fixture, &token, "/articles/draft-7").await.expect(200);
    assert_eq!(rendered() - before, 50, "what was rendered is kept");
    let another = create_preview(&fixture, &drafts[..3]).await;
    get_preview(&fixture, &another, "/teasers").await.expect(200);
    assert_eq!(rendered() - before, 50, "for other previews too");
    fixture.save(&drafts[0], json!({ "headline": "Newer" })).await;
    assert_eq!(get_preview(&fixture, &token, "/teasers/draft-0").await.expect(200)["headline"], "Newer");
    assert_eq!(rendered() - before, 51, "a new revision is rendered, and only that");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_rendered_again_when_one_of_its_terms_changes() {
    let fixture = Fixture::new().await;
    let tag = fixture.editor.create_term("tag", "bridges").await;
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "tags": [tag] })).await;
    let token = create_preview(&fixture, std::slice::from_ref(&draft)).await;
    let name = async || {
        get_preview(&fixture, &token, "/teasers/a-slug").await.expect(200)["tags"][0]["name"].clone()
    };
    assert_eq!(name().await, "bridges");
    let before = fixture.app.renderers().finished();
    fixture.editor.patch(&format!("/terms/{tag}"), 1, json!({ "name": "Spans" })).send().await.expect(200);
    assert_eq!(name().await, "Spans");
    assert_eq!(fixture.app.renderers().finished() - before, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_that_read_no_article_render_no_draft() {
    let fixture = Fixture::new().await;
    let token = create_preview(&fixture, &create_drafts(&fixture, 3).await).await;
    let before = fixture.app.renderers().finished();
    for (path, token, status) in [
        ("/site", token.as_str(), 200),
        ("/nothing", &token, 404),
        ("/articles/Not%20a%20slug", &token, 404),
        ("/teasers?unknown=1", &token, 400),
        ("/teasers", "no-such-token", 404),
    ] {
        assert_eq!(get_preview(&fixture, token, path).await.status, status, "{path}");
    }
    assert_eq!(fixture.app.renderers().finished(), before);
    get_preview(&fixture, &token, "/teasers").await.expect(200);
    assert_eq!(fixture.app.renderers().finished() - before, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn trashed_drafts_are_left_out_of_previews() {
    let fixture = Fixture::new().await;
    let (kept, trashed) = (fixture.draft("kept").await, fixture.draft("trashed").await);
    let token = create_preview(&fixture, &[kept, trashed.clone()]).await;
    assert_eq!(slugs(&get_preview(&fixture, &token, "/teasers").await.expect(200)), ["kept", "trashed"]);
    fixture.trash(&trashed).await;
    assert_eq!(slugs(&get_preview(&fixture, &token, "/teasers").await.expect(200)), ["kept"]);
    assert_eq!(get_preview(&fixture, &token, "/articles/trashed").await.status, 404);
    fixture.post_action(&trashed, "restore").await;
    assert_eq!(get_preview(&fixture, &token, "/articles/trashed").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn previews_show_unpublishable_drafts_with_placeholders() {
    let fixture = Fixture::new().await;
    fixture.publish_new("taken").await;
    let whole = fixture.draft("whole").await;
    let empty = id(&fixture.editor.post("/drafts", json!({ "content": {} })).send().await.expect(201));
    let of_taken = fixture.draft("other").await;
    fixture.save(&of_taken, json!({ "slug": "taken" })).await;
    let [twin, other_twin] = [fixture.draft("twin").await, fixture.draft("other-twin").await];
    fixture.save(&other_twin, json!({ "slug": "twin" })).await;
    let complex = fixture.draft("complex").await;
    fixture.save(&complex, json!({ "body": "> ".repeat(200) + "x" })).await;
    let all = [&whole, &empty, &of_taken, &twin, &other_twin, &complex].map(Clone::clone);
    let token = create_preview(&fixture, &all).await;

    let list = get_preview(&fixture, &token, "/teasers").await.expect(200);
    let fallback = |draft: &str| format!("draft-{draft}");
    let mut expected = ["complex", "taken", "twin", "whole"].map(str::to_owned).to_vec();
    expected.extend([&empty, &of_taken, &other_twin].map(|draft| fallback(draft)));
    expected.sort_unstable();
    assert_eq!(slugs(&list), expected);

    let shown = get_preview(&fixture, &token, &format!("/articles/{}", fallback(&empty))).await.expect(200);
    assert_eq!((&shown["headline"], &shown["section"]["name"]), (&json!("Untitled"), &json!("No section")));
    let sections = get_preview(&fixture, &token, "/sections").await.expect(200);
    assert_eq!(sections["data"].as_array().unwrap().len(), 1, "a placeholder is no section");
    let shown =
        get_preview(&fixture, &token, &format!("/articles/{}", fallback(&of_taken))).await.expect(200);
    assert_eq!(shown["headline"], "About other");
    assert_eq!(get_preview(&fixture, &token, "/articles/taken").await.expect(200)["headline"], "About taken");
    let shown = get_preview(&fixture, &token, "/articles/complex").await.expect(200);
    assert!(shown["body"]["html"].as_str().unwrap().starts_with("<p>This body cannot be rendered."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_draft_is_rendered_once_and_cached() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("large").await;
    let body = "The tide came in *late*.\n\n".repeat((1 << 18) / 26);
    fixture.save(&draft, json!({ "body": body })).await;
    let token = create_preview(&fixture, &[draft]).await;
    let before = fixture.app.renderers().finished();
    for _ in 0..3 {
        get_preview(&fixture, &token, "/teasers/large").await.expect(200);
    }
    assert_eq!(fixture.app.renderers().finished() - before, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn rendering_stops_when_the_client_disconnects() {
    let fixture = Fixture::new().await;
    let token = create_preview(&fixture, &create_drafts(&fixture, 5).await).await;
    let pool = fixture.app.renderers().clone();
    let (release, held) = mpsc::channel::<()>();
    let held = Arc::new(Mutex::new(held));
    let mut waiting = Vec::new();
    loop {
        let held = held.clone();
        let mut work = Box::pin(pool.run(move || held.lock().unwrap().recv().is_ok()));
        match (&mut work).now_or_never() {
            None => waiting.push(work),
            Some(refused) => break assert!(refused.is_err()),
        }
    }
    let full = pool.callers();
    // Free one place in the queue. The request takes it and waits there.
    waiting.pop();
    let mut client =
        TcpStream::connect(fixture.app.base_url().strip_prefix("http://").unwrap()).await.unwrap();
    let request =
        format!("GET /preview/v1/teasers HTTP/1.1\r\nhost: a\r\nauthorization: Bearer {token}\r\n\r\n");
    client.write_all(request.as_bytes()).await.unwrap();
    eventually(async || (pool.callers() == full).then_some(())).await;
    drop(client);
    eventually(async || (pool.callers() < full).then_some(())).await;
    drop(release);
    for work in waiting {
        assert!(!work.await.unwrap());
    }
    let before = pool.finished();
    get_preview(&fixture, &token, "/teasers").await.expect(200);
    assert_eq!(pool.finished() - before, 5, "none of the drafts was rendered before");
}
