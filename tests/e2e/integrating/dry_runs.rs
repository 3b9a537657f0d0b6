//! `Prefer: dry-run`: every operation that changes something either computes its outcome and keeps nothing of it, or
//! refuses. Operations are taken from the document, so a new one is tried without being named here.

use domain::Role;
use serde_json::{Value, json};
use store::{roles, testing};
use tests::{Answer, Contract, Newsroom, PASSWORD, Ways, Whose};

/// How one comes in: there is no token, and no entry in the request catalogue.
const OPEN: [(&str, &str); 3] = [
    ("signIn", "/sessions"),
    ("refreshSession", "/sessions/refresh"),
    ("setForgottenPassword", "/password-resets"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_of_every_operation_changes_no_table_or_is_refused() {
    let newsroom = Newsroom::open().await;
    let ways = Ways::open(&newsroom).await;
    let (mut dry, mut refused) = (0, Vec::new());
    for (path, method, operation) in Contract::committed().editorial_operations() {
        let name = operation["operationId"].as_str().unwrap();
        if method == "GET" || OPEN.iter().any(|(open, _)| *open == name) {
            continue;
        }
        let editor = newsroom.editor(Role::Admin).await;
        let way = ways.of(name, &editor, Whose::Own).await;
        let way = way.unwrap_or_else(|| panic!("there is no way to try {method} {path}"));
        let before = every_table(&newsroom).await;
        let request =
            || editor.try_way(&method, &way).header("Prefer", "dry-run").header("Idempotency-Key", "\"dry\"");
        let said = request().send().await;
        assert_eq!(every_table(&newsroom).await, before, "{name} changed something");
        if said.status == 400 {
            assert_eq!(kind(&said), "dry-run-unsupported", "{name}");
            refused.push(name.to_owned());
        } else {
            assert_eq!((said.status / 100, said.status == 201), (2, false), "{name}: {}", text(&said));
            assert_eq!(said.header("preference-applied"), "dry-run", "{name}");
            assert_eq!([said.header("location"), said.header("etag")], ["", ""], "{name}");
            assert_eq!(said.header("idempotency-replayed"), "", "{name}");
            assert_eq!(request().send().await.status, said.status, "{name} a second time");
            dry += 1;
        }
        let documented =
            operation["parameters"].as_array().unwrap().iter().any(|one| one["name"] == "Prefer");
        assert_eq!(documented, said.status != 400, "{name} is documented otherwise");
        // The real one follows, so that what was tried was not refused by chance.
        let done = editor.try_way(&method, &way).send().await;
        assert_eq!(done.status / 100, 2, "{name}: {}", text(&done));
        assert_ne!(every_table(&newsroom).await, before, "{name} changed nothing when it was done");
        assert_eq!(done.header("preference-applied"), "", "{name}");
    }
    refused.sort();
    assert_eq!(refused, ["changeOwnPassword", "createPreview", "endSession", "issuePasswordToken"]);
    assert!(dry > 20, "{dry} operations were tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_has_no_dry_run() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Admin).await;
    let before = every_table(&newsroom).await;
    for (name, path) in OPEN {
        let body = match name {
            "signIn" => json!({ "email": "admin@example.org", "password": PASSWORD }),
            "refreshSession" => json!({ "refresh_token": editor.refresh_token }),
            _ => json!({ "token": "none", "password": PASSWORD }),
        };
        let said = editor.post(path, body).header("Prefer", "dry-run").send().await;
        assert_eq!((said.status, kind(&said).as_str()), (400, "dry-run-unsupported"), "{name}");
    }
    assert_eq!(every_table(&newsroom).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preference_is_read_as_the_standard_says_and_what_looks_like_a_dry_run_is_refused() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Editor).await;
    let term = |name: &str| editor.post("/terms", json!({ "kind": "tag", "name": name }));
    let before = every_table(&newsroom).await;
    for dry in ["Dry-Run", "respond-async, dry-run; a=\"b, c\"", "note=\"x, \\\"y\", dry-run=\"\""] {
        let said = term("Dry").header("Prefer", dry).send().await;
        assert_eq!((said.status, said.header("preference-applied")), (200, "dry-run"), "{dry}");
    }
    let said = term("Dry").header("Prefer", "return=minimal").header("Prefer", "dry-run").send().await;
    assert_eq!(said.status, 200, "in the second of two fields");
    for wrong in ["dryrun", "dry_run", "Dry", "dry-run=true", "wait=1, dry-runs", "a=\"b, dry-run"] {
        let said = term("Dry").header("Prefer", wrong).send().await;
        assert_eq!((said.status, kind(&said).as_str()), (400, "dry-run-unsupported"), "{wrong}");
    }
    assert_eq!(every_table(&newsroom).await, before);
    for other in ["return=minimal", "note=\"dry-run\"", "handling=lenient; dry-run"] {
        let done = term(&other.replace(['"', '=', ';', ' '], "-")).header("Prefer", other).send().await;
        assert_eq!((done.status, done.header("preference-applied")), (201, ""), "{other}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_takes_no_number_announces_nothing_and_answers_what_then_happens() {
    let newsroom = Newsroom::open().await;
    let editor = newsroom.editor(Role::Editor).await;
    let section = editor.given_term("section", "engineering").await;
    let draft = editor.given_draft(&section, "a-slug").await;
    let path = format!("/drafts/{}", tests::id(&draft));
    let publish = || editor.post(&format!("{path}/publish"), json!({})).seen(1);
    publish().send().await.expect(201);
    let renamed = || editor.patch(&format!("/terms/{section}"), 1, json!({ "name": "Workshop" }));
    let said = renamed().header("Prefer", "dry-run").send().await.expect(200);
    assert_eq!(
        (&said["name"], &said["version"], &said["sequence"]),
        (&json!("Workshop"), &json!(2), &Value::Null)
    );
    let saved = || editor.patch(&path, 1, json!({ "headline": "Another" }));
    let said = saved().header("Prefer", "dry-run").send().await.expect(200);
    assert_eq!((&said["revision"], &said["content"]["headline"]), (&json!(2), &json!("Another")));
    let done = renamed().send().await.expect(200);
    assert_eq!((&done["sequence"], &done["version"]), (&json!(2), &json!(2)), "no number is missing");
    assert_eq!(saved().send().await.expect(200)["revision"], 2);
}

/// A digest of every table, and the jobs that an operation may have enqueued, which are left out of the digest because
/// workers change them.
async fn every_table(newsroom: &Newsroom) -> Vec<String> {
    let owner = newsroom.database.access(roles::OWNER);
    let jobs = "SELECT kind || ' ' || id AS text FROM operations.jobs WHERE kind <> 'prune' ORDER BY id";
    let mut tables = newsroom.database.everything().await;
    tables.extend(testing::texts(&owner, jobs).await.unwrap());
    tables
}

fn text(answer: &Answer) -> String {
    String::from_utf8_lossy(&answer.bytes).into_owned()
}

fn kind(answer: &Answer) -> String {
    let problem: Value = serde_json::from_slice(&answer.bytes).unwrap();
    problem["type"].as_str().unwrap().trim_start_matches("/docs/problems/").to_owned()
}
