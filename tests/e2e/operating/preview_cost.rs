//! What previews may cost: each draft is rendered once, nothing is rendered for what reads nothing, and neither many
//! requests nor one draft that cannot be published keep a preview from being shown.

use std::sync::{Arc, Mutex, mpsc};

use futures_util::FutureExt;
use futures_util::future::join_all;
use serde_json::{Value, json};
use tests::{Answer, eventually, id};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::stage::Stage;

async fn preview(stage: &Stage, drafts: &[String]) -> String {
    let made = stage.editor.post("/previews", json!({ "drafts": drafts })).send().await.expect(201);
    made["token"].as_str().unwrap().to_owned()
}

async fn see(stage: &Stage, token: &str, path: &str) -> Answer {
    let separator = if path.contains('?') { '&' } else { '?' };
    stage.newsroom.reader.in_trouble(&format!("/preview/v1{path}{separator}preview_token={token}")).await
}

async fn drafts(stage: &Stage, count: usize) -> Vec<String> {
    let mut drafts = Vec::new();
    for number in 0..count {
        drafts.push(stage.draft(&format!("draft-{number}")).await);
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
async fn fifty_drafts_are_rendered_once_for_twenty_requests_at_once() {
    let stage = Stage::open().await;
    let drafts = drafts(&stage, 50).await;
    let token = preview(&stage, &drafts).await;
    let rendered = || stage.newsroom.renderers().finished();
    let before = rendered();
    let answers = join_all((0..20).map(|_| see(&stage, &token, "/teasers?limit=100"))).await;
    let shown = answers.iter().filter(|answer| answer.status == 200).count();
    assert!(shown >= 10, "{shown} of 20 requests were answered");
    for answer in answers {
        if answer.status == 200 {
            assert_eq!(answer.expect(200)["data"].as_array().unwrap().len(), 50);
        } else {
            assert_eq!(answer.header("retry-after"), "1");
            assert_eq!(answer.expect(503)["type"], "/docs/problems/busy");
        }
    }
    assert_eq!(rendered() - before, 50);
    see(&stage, &token, "/articles/draft-7").await.expect(200);
    assert_eq!(rendered() - before, 50, "what was rendered is kept");
    let another = preview(&stage, &drafts[..3]).await;
    see(&stage, &another, "/teasers").await.expect(200);
    assert_eq!(rendered() - before, 50, "for other previews too");
    stage.save(&drafts[0], json!({ "headline": "Newer" })).await;
    assert_eq!(see(&stage, &token, "/teasers/draft-0").await.expect(200)["headline"], "Newer");
    assert_eq!(rendered() - before, 51, "a new revision is rendered, and only that");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_rendered_again_when_a_term_of_it_changes() {
    let stage = Stage::open().await;
    let tag = stage.editor.given_term("tag", "bridges").await;
    let draft = stage.draft("a-slug").await;
    stage.save(&draft, json!({ "tags": [tag] })).await;
    let token = preview(&stage, std::slice::from_ref(&draft)).await;
    let name = async || see(&stage, &token, "/teasers/a-slug").await.expect(200)["tags"][0]["name"].clone();
    assert_eq!(name().await, "bridges");
    let before = stage.newsroom.renderers().finished();
    stage.editor.patch(&format!("/terms/{tag}"), 1, json!({ "name": "Spans" })).send().await.expect(200);
    assert_eq!(name().await, "Spans");
    assert_eq!(stage.newsroom.renderers().finished() - before, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_reads_nothing_renders_nothing() {
    let stage = Stage::open().await;
    let token = preview(&stage, &drafts(&stage, 3).await).await;
    let before = stage.newsroom.renderers().finished();
    for (path, token, status) in [
        ("/site", token.as_str(), 200),
        ("/nothing", &token, 404),
        ("/articles/Not%20a%20slug", &token, 404),
        ("/teasers?unknown=1", &token, 400),
        ("/teasers", "no-such-token", 404),
    ] {
        assert_eq!(see(&stage, token, path).await.status, status, "{path}");
    }
    assert_eq!(stage.newsroom.renderers().finished(), before);
    see(&stage, &token, "/teasers").await.expect(200);
    assert_eq!(stage.newsroom.renderers().finished() - before, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_in_the_trash_is_in_no_preview() {
    let stage = Stage::open().await;
    let (kept, trashed) = (stage.draft("kept").await, stage.draft("trashed").await);
    let token = preview(&stage, &[kept, trashed.clone()]).await;
    assert_eq!(slugs(&see(&stage, &token, "/teasers").await.expect(200)), ["kept", "trashed"]);
    stage.trash(&trashed).await;
    assert_eq!(slugs(&see(&stage, &token, "/teasers").await.expect(200)), ["kept"]);
    assert_eq!(see(&stage, &token, "/articles/trashed").await.status, 404);
    stage.act(&trashed, "restore").await;
    assert_eq!(see(&stage, &token, "/articles/trashed").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_that_cannot_be_published_are_shown_with_placeholders_beside_the_others() {
    let stage = Stage::open().await;
    stage.live("taken").await;
    let whole = stage.draft("whole").await;
    let empty = id(&stage.editor.post("/drafts", json!({ "content": {} })).send().await.expect(201));
    let of_taken = stage.draft("other").await;
    stage.save(&of_taken, json!({ "slug": "taken" })).await;
    let [twin, other_twin] = [stage.draft("twin").await, stage.draft("other-twin").await];
    stage.save(&other_twin, json!({ "slug": "twin" })).await;
    let complex = stage.draft("complex").await;
    stage.save(&complex, json!({ "body": "> ".repeat(200) + "x" })).await;
    let all = [&whole, &empty, &of_taken, &twin, &other_twin, &complex].map(Clone::clone);
    let token = preview(&stage, &all).await;

    let list = see(&stage, &token, "/teasers").await.expect(200);
    let fallback = |draft: &str| format!("draft-{draft}");
    let mut expected = ["complex", "taken", "twin", "whole"].map(str::to_owned).to_vec();
    expected.extend([&empty, &of_taken, &other_twin].map(|draft| fallback(draft)));
    expected.sort_unstable();
    assert_eq!(slugs(&list), expected);

    let shown = see(&stage, &token, &format!("/articles/{}", fallback(&empty))).await.expect(200);
    assert_eq!((&shown["headline"], &shown["section"]["name"]), (&json!("Untitled"), &json!("No section")));
    let sections = see(&stage, &token, "/sections").await.expect(200);
    assert_eq!(sections["data"].as_array().unwrap().len(), 1, "a placeholder is no section");
    let shown = see(&stage, &token, &format!("/articles/{}", fallback(&of_taken))).await.expect(200);
    assert_eq!(shown["headline"], "About other");
    assert_eq!(see(&stage, &token, "/articles/taken").await.expect(200)["headline"], "About taken");
    let shown = see(&stage, &token, "/articles/complex").await.expect(200);
    assert!(shown["body"]["html"].as_str().unwrap().starts_with("<p>This body cannot be rendered."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_large_draft_is_shown_and_kept() {
    let stage = Stage::open().await;
    let draft = stage.draft("large").await;
    let body = "The tide came in *late*.\n\n".repeat((1 << 18) / 26);
    stage.save(&draft, json!({ "body": body })).await;
    let token = preview(&stage, &[draft]).await;
    let before = stage.newsroom.renderers().finished();
    for _ in 0..3 {
        see(&stage, &token, "/teasers/large").await.expect(200);
    }
    assert_eq!(stage.newsroom.renderers().finished() - before, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_more_is_rendered_for_a_client_that_left() {
    let stage = Stage::open().await;
    let token = preview(&stage, &drafts(&stage, 5).await).await;
    let pool = stage.newsroom.renderers().clone();
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
    // The request takes the place in the queue that becomes free, and waits there.
    waiting.pop();
    let mut client =
        TcpStream::connect(stage.newsroom.base().strip_prefix("http://").unwrap()).await.unwrap();
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
    see(&stage, &token, "/teasers").await.expect(200);
    assert_eq!(pool.finished() - before, 5, "none of the drafts was rendered before");
}
