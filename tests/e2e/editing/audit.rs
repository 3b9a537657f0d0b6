//! The log: whatever changes something leaves one entry that says who, what, to what, and for which request.

use domain::Role;
use serde_json::{Value, json};
use tests::{Contract, Newsroom, Ways, Whose};

/// What leaves its entry under other names than the document has.
const DIGESTED: [&str; 6] =
    ["saveDraft", "restoreRevision", "changePerson", "changeTerm", "moveDrafts", "withdrawDraft"];

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_that_changes_something_leaves_its_entry() {
    let newsroom = Newsroom::open().await;
    let ways = Ways::open(&newsroom).await;
    let mut tried = 0;
    for (_, method, operation) in Contract::committed().editorial_operations() {
        if method == "GET" || operation["x-permission"].is_null() {
            continue;
        }
        let name = operation["operationId"].as_str().unwrap();
        let editor = newsroom.editor(Role::Admin).await;
        let way = ways.of(name, &editor, Whose::Own).await.unwrap();
        let answer = editor.ask(&method, &way).await;
        assert_eq!(answer.status / 100, 2, "{name}: {}", String::from_utf8_lossy(&answer.bytes));
        let request = answer.header("x-request-id").to_owned();

        let reader = newsroom.editor(Role::Editor).await;
        let log = reader.get(&format!("/audit?actor={}&limit=5", editor.id)).send().await.expect(200);
        let entries = log["data"].as_array().unwrap().iter();
        let mine: Vec<&Value> = entries.filter(|entry| entry["request_id"] == request.as_str()).collect();
        assert_eq!(mine.len(), 1, "{name}: {log:#}");
        let entry = mine[0];
        assert!(!entry["action"].as_str().unwrap().is_empty(), "{name}");
        let subject =
            entry["subject_id"].as_str().unwrap_or_else(|| panic!("{name} is about nothing: {entry}"));
        if DIGESTED.contains(&name) {
            assert!(entry["before_digest"].is_string(), "{name}: {entry}");
        }
        if name == "saveDraft" {
            assert_ne!(entry["before_digest"], entry["after_digest"]);
        }
        let about = reader.get(&format!("/audit?subject={subject}")).send().await.expect(200);
        assert!(about["data"].as_array().unwrap().contains(entry), "{name}");
        tried += 1;
    }
    assert!(tried > 25, "{tried}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_read_page_by_page_and_by_action() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Editor).await;
    for slug in ["one", "two", "three"] {
        editor.given_term("tag", slug).await;
    }
    let of = |action: &str| format!("/audit?action={action}");
    let whole = editor.get(&of("create%20term")).send().await.expect(200)["data"].clone();
    assert_eq!(whole.as_array().unwrap().len(), 3);
    let first = editor.get("/audit?action=create%20term&limit=2").send().await.expect(200);
    let next = first["page"]["next"].as_str().unwrap();
    let rest =
        editor.get(&format!("/audit?action=create%20term&limit=2&after={next}")).send().await.expect(200);
    let both: Vec<Value> =
        [&first, &rest].iter().flat_map(|page| page["data"].as_array().unwrap().clone()).collect();
    assert_eq!(Value::from(both), whole);
    assert_eq!(editor.get(&of("nothing")).send().await.expect(200)["data"].as_array().unwrap().len(), 0);
    let signed_in = editor.get(&of("sign%20in")).send().await.expect(200);
    assert_eq!(signed_in["data"][0]["actor"], editor.id.as_str());
}

#[tokio::test(flavor = "multi_thread")]
async fn names_longer_than_documented_are_refused() {
    let newsroom = Newsroom::open().await;
    let admin = newsroom.editor(Role::Admin).await;
    for (path, name) in [("/audit", "actor"), ("/audit", "action"), ("/jobs", "kind")] {
        let ask = async |length: usize| {
            let path = format!("{path}?{name}={}", "ü".repeat(length));
            admin.get(&path).unchecked().send().await
        };
        ask(100).await.expect(200);
        let refused = ask(101).await.expect(400);
        let wrong = (&refused["errors"][0]["parameter"], &refused["errors"][0]["rule"]);
        assert_eq!(wrong, (&json!(name), &json!("max_length")), "{refused}");
    }
}
