//! `Prefer: dry-run`: every operation that changes something either computes its outcome and keeps nothing of it, or
//! refuses. Operations are taken from the document, so a new one is tried without being named here.

use domain::Role;
use serde_json::{Value, json};
use store::{roles, testing};
use tests::{Contract, PASSWORD, RequestCatalogue, ResourceOwner, TestApp, TestResponse};

/// How one comes in: there is no token, and no entry in the request catalogue.
const WITHOUT_SIGN_IN: [(&str, &str); 3] = [
    ("signIn", "/sessions"),
    ("refreshSession", "/sessions/refresh"),
    ("setForgottenPassword", "/password-resets"),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_of_every_operation_changes_no_table_or_is_refused() {
    let app = TestApp::start().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let (mut dry_run_count, mut refused) = (0, Vec::new());
    for (path, method, operation) in Contract::load().editorial_operations() {
        let name = operation["operationId"].as_str().unwrap();
        if method == "GET" || WITHOUT_SIGN_IN.iter().any(|(open, _)| *open == name) {
            continue;
        }
        let editor = app.editor(Role::Admin).await;
        let sample = catalogue.request(name, &editor, ResourceOwner::Caller).await;
        let sample = sample.unwrap_or_else(|| panic!("the catalogue has no request for {method} {path}"));
        let before = database_state(&app).await;
        let request = || {
            editor
                .catalogue_request(&method, &sample)
                .header("Prefer", "dry-run")
                .header("Idempotency-Key", "\"dry\"")
        };
        let said = request().send().await;
        assert_eq!(database_state(&app).await, before, "{name} changed something");
        if said.status == 400 {
            assert_eq!(kind(&said), "dry-run-unsupported", "{name}");
            refused.push(name.to_owned());
        } else {
            assert_eq!((said.status / 100, said.status == 201), (2, false), "{name}: {}", text(&said));
            assert_eq!(said.header("preference-applied"), "dry-run", "{name}");
            assert_eq!([said.header("location"), said.header("etag")], ["", ""], "{name}");
            assert_eq!(said.header("idempotency-replayed"), "", "{name}");
            assert_eq!(request().send().await.status, said.status, "{name} a second time");
            dry_run_count += 1;
        }
        let documented =
            operation["parameters"].as_array().unwrap().iter().any(|one| one["name"] == "Prefer");
        assert_eq!(documented, said.status != 400, "{name} is documented otherwise");
        // The real one follows, so that what was tried was not refused by chance.
        let done = editor.catalogue_request(&method, &sample).send().await;
        assert_eq!(done.status / 100, 2, "{name}: {}", text(&done));
        assert_ne!(database_state(&app).await, before, "{name} changed nothing when it was done");
        assert_eq!(done.header("preference-applied"), "", "{name}");
    }
    refused.sort();
    assert_eq!(refused, ["changeOwnPassword", "createPreview", "endSession", "issuePasswordToken"]);
    assert!(dry_run_count > 20, "{dry_run_count} operations were tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_has_no_dry_run() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Admin).await;
    let before = database_state(&app).await;
    for (name, path) in WITHOUT_SIGN_IN {
        let body = match name {
            "signIn" => json!({ "email": "admin@example.org", "password": PASSWORD }),
            "refreshSession" => json!({ "refresh_token": editor.refresh_token }),
            _ => json!({ "token": "none", "password": PASSWORD }),
        };
        let said = editor.post(path, body).header("Prefer", "dry-run").send().await;
        assert_eq!((said.status, kind(&said).as_str()), (400, "dry-run-unsupported"), "{name}");
    }
    assert_eq!(database_state(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn prefer_is_parsed_as_rfc_7240_and_misspelled_dry_runs_are_refused() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Editor).await;
    let term = |name: &str| editor.post("/terms", json!({ "kind": "tag", "name": name }));
    let before = database_state(&app).await;
    for preference in ["Dry-Run", "respond-async, dry-run; a=\"b, c\"", "note=\"x, \\\"y\", dry-run=\"\""] {
        let said = term("Dry").header("Prefer", preference).send().await;
        assert_eq!((said.status, said.header("preference-applied")), (200, "dry-run"), "{preference}");
    }
    let said = term("Dry").header("Prefer", "return=minimal").header("Prefer", "dry-run").send().await;
    assert_eq!(said.status, 200, "in the second of two fields");
    for wrong in ["dryrun", "dry_run", "Dry", "dry-run=true", "wait=1, dry-runs", "a=\"b, dry-run"] {
        let said = term("Dry").header("Prefer", wrong).send().await;
        assert_eq!((said.status, kind(&said).as_str()), (400, "dry-run-unsupported"), "{wrong}");
    }
    assert_eq!(database_state(&app).await, before);
    for other in ["return=minimal", "note=\"dry-run\"", "handling=lenient; dry-run"] {
        let done = term(&other.replace(['"', '=', ';', ' '], "-")).header("Prefer", other).send().await;
        assert_eq!((done.status, done.header("preference-applied")), (201, ""), "{other}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_takes_no_sequence_number_and_predicts_the_outcome() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Editor).await;
    let section = editor.create_term("section", "engineering").await;
    let draft = editor.create_draft(&section, "a-slug").await;
    let path = format!("/drafts/{}", tests::id(&draft));
    let publish = || editor.post(&format!("{path}/publish"), json!({})).if_match(1);
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
async fn database_state(app: &TestApp) -> Vec<String> {
    let owner = app.database.access(roles::OWNER);
    let jobs = "SELECT kind || ' ' || id AS text FROM operations.jobs WHERE kind <> 'prune' ORDER BY id";
    let mut tables = app.database.content_digests().await;
    tables.extend(testing::texts(&owner, jobs).await.unwrap());
    tables
}

fn text(response: &TestResponse) -> String {
    String::from_utf8_lossy(&response.bytes).into_owned()
}

fn kind(response: &TestResponse) -> String {
    let problem: Value = serde_json::from_slice(&response.bytes).unwrap();
    problem["type"].as_str().unwrap().trim_start_matches("/docs/problems/").to_owned()
}
