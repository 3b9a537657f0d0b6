//! Concurrent saves: no change is lost, and a conflict shows what changed meanwhile.

use serde_json::{Value, json};

use crate::fixture::{Fixture, expect_problem};

#[tokio::test(flavor = "multi_thread")]
async fn a_save_requires_if_match_and_a_conflict_shows_what_changed() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let path = format!("/drafts/{draft}");
    let patch = |header: Option<&'static str>| {
        let body = Some(("application/merge-patch+json", json!({ "headline": "Mine" })));
        let request = fixture.editor.request("PATCH".parse().unwrap(), &path, body);
        match header {
            Some(value) => request.header("If-Match", value).send(),
            None => request.send(),
        }
    };
    assert_eq!(expect_problem(patch(None).await, 428).0, "precondition-required");
    assert_eq!(expect_problem(patch(Some("*")).await, 428).0, "precondition-required");
    for no_tag in ["1", "W/\"1\"", "\"1\", \"2\"", ""] {
        let refused = patch(Some(no_tag)).await;
        assert!([400, 428].contains(&refused.status), "{no_tag}: {}", refused.status);
    }
    assert_eq!(patch(Some("\"x\"")).await.status, 412);
    fixture.save(&draft, json!({ "headline": "Theirs", "body": "The body of them." })).await;
    let late = patch(Some("\"1\"")).await.expect(412);
    let current = &late["current"];
    assert_eq!((&current["etag"], &current["revision"]), (&json!("\"2\""), &json!(2)));
    assert_eq!(current["saved_by"], json!(fixture.editor.id));
    let fields = json!([{ "pointer": "/headline", "before": "About a-slug", "after": "Theirs" }]);
    assert_eq!(current["changes"]["fields"], fields);
    assert!(current["changes"]["body"].as_array().unwrap().iter().any(|run| run["op"] == "insert"));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_concurrent_save_is_lost() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let other = fixture.app.editor(domain::Role::Admin).await;
    let write = |editor: tests::Editor, name: &'static str| {
        let path = format!("/drafts/{draft}");
        tokio::spawn(async move {
            let (mut seen, mut saved, mut late) = (1, Vec::new(), 0);
            while saved.len() < 100 {
                let text = format!("{name} {}", saved.len());
                let response = editor.patch(&path, seen, json!({ "fields": { (name): text } })).send().await;
                let status = response.status;
                if status == 412 {
                    late += 1;
                    seen = response.expect(412)["current"]["revision"].as_i64().unwrap();
                } else {
                    seen = response.expect(200)["revision"].as_i64().unwrap();
                    saved.push((seen, text));
                }
            }
            (saved, late)
        })
    };
    let (one, two) = (write(fixture.editor.clone(), "one"), write(other, "two"));
    let ((one, late_one), (two, late_two)) = (one.await.unwrap(), two.await.unwrap());
    assert!(late_one + late_two > 0, "they never met");
    let mut all: Vec<(i64, String)> = one.into_iter().chain(two).collect();
    all.sort();
    assert_eq!(all.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (2..=201).collect::<Vec<_>>());
    let mut before: Option<Value> = None;
    for (number, text) in all {
        let path = format!("/drafts/{draft}/revisions/{number}");
        let fields = fixture.editor.get(&path).send().await.expect(200)["content"]["fields"].clone();
        let (mine, theirs) = if text.starts_with("one") { ("one", "two") } else { ("two", "one") };
        assert_eq!(fields[mine], json!(text), "{number}");
        // The last value of the other writer is still there.
        assert_eq!(fields[theirs], before.map_or(Value::Null, |fields| fields[theirs].clone()), "{number}");
        before = Some(fields);
    }
}
