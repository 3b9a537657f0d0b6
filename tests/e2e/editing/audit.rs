//! The audit log: every write leaves one entry with the actor, the action, the subject and the request id.

use domain::Role;
use serde_json::{Value, json};
use tests::{Contract, RequestCatalogue, ResourceOwner, TestApp};

/// Operations whose audit entry has digests of the content before and after.
const WITH_DIGESTS: [&str; 6] =
    ["saveDraft", "restoreRevision", "changePerson", "changeTerm", "moveDrafts", "withdrawDraft"];

#[tokio::test(flavor = "multi_thread")]
async fn every_write_leaves_one_audit_entry() {
    let app = TestApp::start().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let mut tried = 0;
    for (_, method, operation) in Contract::load().editorial_operations() {
        if method == "GET" || operation["x-permission"].is_null() {
            continue;
        }
        let name = operation["operationId"].as_str().unwrap();
        let editor = app.editor(Role::Admin).await;
        let sample = catalogue.request(name, &editor, ResourceOwner::Caller).await.unwrap();
        let response = editor.send_catalogue_request(&method, &sample).await;
        assert_eq!(response.status / 100, 2, "{name}: {}", String::from_utf8_lossy(&response.bytes));
        let request = response.header("x-request-id").to_owned();

        let reader = app.editor(Role::Editor).await;
        let log = reader.get(&format!("/audit?actor={}&limit=5", editor.id)).send().await.expect(200);
        let entries = log["data"].as_array().unwrap().iter();
        let mine: Vec<&Value> = entries.filter(|entry| entry["request_id"] == request.as_str()).collect();
        assert_eq!(mine.len(), 1, "{name}: {log:#}");
        let entry = mine[0];
        assert!(!entry["action"].as_str().unwrap().is_empty(), "{name}");
        let subject =
            entry["subject_id"].as_str().unwrap_or_else(|| panic!("{name} is about nothing: {entry}"));
        if WITH_DIGESTS.contains(&name) {
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
async fn the_audit_log_is_paginated_and_filtered_by_action() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Editor).await;
    for slug in ["one", "two", "three"] {
        editor.create_term("tag", slug).await;
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
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
    for (path, name) in [("/audit", "actor"), ("/audit", "action"), ("/jobs", "kind")] {
        let ask = async |length: usize| {
            let path = format!("{path}?{name}={}", "ü".repeat(length));
            admin.get(&path).skip_request_validation().send().await
        };
        ask(100).await.expect(200);
        let refused = ask(101).await.expect(400);
        let wrong = (&refused["errors"][0]["parameter"], &refused["errors"][0]["rule"]);
        assert_eq!(wrong, (&json!(name), &json!("max_length")), "{refused}");
    }
}
