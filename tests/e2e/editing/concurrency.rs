//! Two who write at once: nobody's work is lost, and whoever was late learns what changed.

use serde_json::{Value, json};

use crate::stage::{Stage, refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_save_says_which_state_it_is_for() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    let path = format!("/drafts/{draft}");
    let patch = |header: Option<&'static str>| {
        let body = Some(("application/merge-patch+json", json!({ "headline": "Mine" })));
        let request = stage.editor.request("PATCH".parse().unwrap(), &path, body);
        match header {
            Some(value) => request.header("If-Match", value).send(),
            None => request.send(),
        }
    };
    assert_eq!(refused(patch(None).await, 428).0, "precondition-required");
    assert_eq!(refused(patch(Some("*")).await, 428).0, "precondition-required");
    for no_tag in ["1", "W/\"1\"", "\"1\", \"2\"", ""] {
        let refused = patch(Some(no_tag)).await;
        assert!([400, 428].contains(&refused.status), "{no_tag}: {}", refused.status);
    }
    assert_eq!(patch(Some("\"x\"")).await.status, 412);
    stage.save(&draft, json!({ "headline": "Theirs", "body": "The body of them." })).await;
    let late = patch(Some("\"1\"")).await.expect(412);
    let current = &late["current"];
    assert_eq!((&current["etag"], &current["revision"]), (&json!("\"2\""), &json!(2)));
    assert_eq!(current["saved_by"], json!(stage.editor.id));
    let fields = json!([{ "pointer": "/headline", "before": "About a-slug", "after": "Theirs" }]);
    assert_eq!(current["changes"]["fields"], fields);
    assert!(current["changes"]["body"].as_array().unwrap().iter().any(|run| run["op"] == "insert"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_hundred_saves_at_once_none_is_lost_and_each_is_a_revision_in_order() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    let other = stage.newsroom.editor(domain::Role::Admin).await;
    let write = |editor: tests::Editor, name: &'static str| {
        let path = format!("/drafts/{draft}");
        tokio::spawn(async move {
            let (mut seen, mut saved, mut late) = (1, Vec::new(), 0);
            while saved.len() < 100 {
                let text = format!("{name} {}", saved.len());
                let answer = editor.patch(&path, seen, json!({ "fields": { (name): text } })).send().await;
                let status = answer.status;
                if status == 412 {
                    late += 1;
                    seen = answer.expect(412)["current"]["revision"].as_i64().unwrap();
                } else {
                    seen = answer.expect(200)["revision"].as_i64().unwrap();
                    saved.push((seen, text));
                }
            }
            (saved, late)
        })
    };
    let (one, two) = (write(stage.editor.clone(), "one"), write(other, "two"));
    let ((one, late_one), (two, late_two)) = (one.await.unwrap(), two.await.unwrap());
    assert!(late_one + late_two > 0, "they never met");
    let mut all: Vec<(i64, String)> = one.into_iter().chain(two).collect();
    all.sort();
    assert_eq!(all.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (2..=201).collect::<Vec<_>>());
    let mut before: Option<Value> = None;
    for (number, text) in all {
        let path = format!("/drafts/{draft}/revisions/{number}");
        let fields = stage.editor.get(&path).send().await.expect(200)["content"]["fields"].clone();
        let (mine, theirs) = if text.starts_with("one") { ("one", "two") } else { ("two", "one") };
        assert_eq!(fields[mine], json!(text), "{number}");
        // What the other wrote before is still there.
        assert_eq!(fields[theirs], before.map_or(Value::Null, |fields| fields[theirs].clone()), "{number}");
        before = Some(fields);
    }
}
