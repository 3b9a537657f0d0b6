//! Cursors outlive the version that made them: clients keep them, and links contain them.

use domain::Role;
use reqwest::Method;
use serde_json::Value;
use store::{roles, testing};
use tests::{Contract, TestApp, TestDatabase, site_in};

/// Requests with cursors of the epoch [`EPOCH`], one a line, for every list and all its filters. Lines may be added, but not
/// changed: clients have such cursors.
const RECORDED: &str = include_str!("../../fixtures/cursors.txt");

const EPOCH: &str = "0199a3c2-5d1e-7000-8000-000000000001";

/// Parameters that do not select or order the entries of a list, so cursors are not bound to them. `from` is refused beside a cursor.
const UNBOUND: [&str; 8] = ["after", "before", "limit", "total", "min_sequence", "body", "facets", "from"];

#[tokio::test(flavor = "multi_thread")]
async fn recorded_cursors_still_work() {
    let database = TestDatabase::new().await;
    let epoch = format!("UPDATE operations.counter SET epoch = '{EPOCH}'");
    testing::execute(&database.access(roles::OWNER), &epoch).await.unwrap();
    let app =
        TestApp::start_with(database, |config| masthead::Config { site: site_in(&["en", "de"]), ..config })
            .await;
    let admin = app.editor(Role::Admin).await;
    let mut refused = Vec::new();
    for recorded in RECORDED.lines() {
        let response = match recorded.strip_prefix("/editorial/v1") {
            Some(path) => admin.get(path).send().await,
            None => app.reader.get(recorded).await,
        };
        // The draft of the recorded revisions does not exist, which is found out after the cursor was accepted.
        let expected = if recorded.contains("/revisions?") { 404 } else { 200 };
        if response.status != expected {
            refused.push(format!("{recorded}: {} {}", response.status, response.text()));
        }
    }
    assert!(refused.is_empty(), "cursors that clients have do not work any more: {refused:#?}");
    // An edited filter is another list, so the cursor is indeed compared.
    let other = RECORDED.lines().find(|line| line.starts_with("/v1/teasers?section=")).unwrap();
    let other = other.replacen("section=engineering", "section=other", 1);
    app.reader.request_unvalidated(Method::GET, &other, &[]).await.expect(400);
}

#[test]
fn every_list_and_every_filter_has_a_recorded_cursor() {
    let contract = Contract::load();
    for document in [contract.delivery(), contract.editorial()] {
        for (path, item) in document["paths"].as_object().unwrap() {
            let parameters = item.pointer("/get/parameters").and_then(Value::as_array);
            let names = parameters.into_iter().flatten().filter(|parameter| parameter["in"] == "query");
            let names: Vec<&str> = names.map(|parameter| parameter["name"].as_str().unwrap()).collect();
            if !names.contains(&"after") {
                continue;
            }
            let (start, end) = path.split_once("{id}").unwrap_or((path, ""));
            let is_here = |line: &&str| {
                let (path, _) = line.split_once('?').unwrap();
                path.strip_prefix(start)
                    .is_some_and(|rest| rest.ends_with(end) && rest.is_empty() == end.is_empty())
            };
            let recorded: Vec<&str> = RECORDED.lines().filter(is_here).collect();
            assert!(!recorded.is_empty(), "{path} has no recorded cursor in tests/fixtures/cursors.txt");
            for name in names.iter().filter(|name| !UNBOUND.contains(name)) {
                let is_recorded = recorded.iter().any(|line| line.contains(&format!("{name}=")));
                assert!(is_recorded, "{path}: no recorded cursor is of a list with {name}");
            }
        }
    }
}
