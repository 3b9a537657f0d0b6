//! The cost of rendering: bodies that are too complex, and a full render queue.

use std::sync::mpsc;

use serde_json::{Value, json};
use tests::eventually;

use crate::fixture::{Fixture, expect_problem};

/// A body of 1 MiB with far more headings than the limit.
fn body_of_headings() -> String {
    "# a\n".repeat(1 << 18)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_too_complex_body_can_be_saved_but_not_published() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "body": body_of_headings() })).await;
    assert_eq!(fixture.get_draft(&draft).await["content"]["body"].as_str().unwrap().len(), 1 << 20);

    let checks = fixture.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
    let findings = checks["findings"].as_array().unwrap();
    let found: Vec<&Value> = findings.iter().filter(|found| found["rule"] == "too_complex").collect();
    assert_eq!(found.len(), 1, "{checks}");
    assert_eq!((&found[0]["severity"], &found[0]["pointer"]), (&json!("error"), &json!("/body")));
    assert_eq!(checks["publishable"], false);

    let (kind, errors) = expect_problem(fixture.publish(&draft).await, 422);
    assert_eq!(
        (kind.as_str(), &errors[0]["pointer"], &errors[0]["rule"]),
        ("incomplete", &json!("/body"), &json!("too_complex"))
    );
    let reason = errors[0]["detail"].as_str().unwrap();
    assert_eq!(&found[0]["detail"], reason);
    let (kind, scheduled) = expect_problem(fixture.schedule(&draft, "2090-01-01T00:00:00Z").await, 422);
    assert_eq!((kind.as_str(), scheduled), ("incomplete", errors.clone()));

    let made = fixture.editor.post("/previews", json!({ "drafts": [draft] })).send().await.expect(201);
    let path = format!("/preview/v1/articles/a-slug?preview_token={}", made["token"].as_str().unwrap());
    let shown = fixture.app.reader.get_with(&path, &[]).await.expect(200);
    assert_eq!(shown["body"]["html"], format!("<p>This body cannot be rendered. {reason}</p>\n"));

    fixture.save(&draft, json!({ "body": "Short." })).await;
    fixture.publish(&draft).await.expect(201);
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_is_refused_as_busy_while_the_render_queue_is_full() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let pool = fixture.app.renderers();
    let (release, held) = mpsc::channel::<()>();
    let held = std::sync::Arc::new(std::sync::Mutex::new(held));
    // Occupies all threads and all places of the queue.
    let fill = || {
        let (pool, held) = (pool.clone(), held.clone());
        tokio::spawn(async move { pool.run(move || held.lock().unwrap().recv()).await.is_ok() })
    };
    let mut waiting = Vec::new();
    let refused_at_last = eventually(async || {
        waiting.push(fill());
        let is_full = waiting.iter().any(tokio::task::JoinHandle::is_finished);
        if is_full { Some(fixture.publish(&draft).await) } else { None }
    })
    .await;
    assert_eq!(refused_at_last.header("retry-after"), "1");
    let (kind, _) = expect_problem(refused_at_last, 503);
    assert_eq!(kind, "busy");
    let checks = fixture.editor.get(&format!("/drafts/{draft}/checks")).send().await;
    assert_eq!(expect_problem(checks, 503).0, "busy");
    assert_eq!(fixture.article_status("a-slug").await, 404);

    drop(release);
    for one in waiting {
        one.await.unwrap();
    }
    fixture.publish(&draft).await.expect(201);
}
