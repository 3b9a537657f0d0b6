//! `Prefer: dry-run`: every write either computes its outcome without storing anything, or refuses the preference. The
//! operations are taken from the OpenAPI document, so that a new one is covered without being named here.

use domain::Role;
use serde_json::{Value, json};
use store::{roles, testing};
use tests::{Contract, PASSWORD, RequestCatalogue, ResourceOwner, TestApp, TestResponse};

/// Operations that work without an access token. The request catalogue has no requests for them.
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
        let result = request().send().await;
        assert_eq!(database_state(&app).await, before, "{name} changed something");
        if result.status == 400 {
            assert_eq!(kind(&result), "dry-run-unsupported", "{name}");
            refused.push(name.to_owned());
        } else {
            assert_eq!((result.status / 100, result.status == 201), (2, false), "{name}: {}", text(&result));
            assert_eq!(result.header("preference-applied"), "dry-run", "{name}");
            assert_eq!([result.header("location"), result.header("etag")], ["", ""], "{name}");
            assert_eq!(result.header("idempotency-replayed"), "", "{name}");
            assert_eq!(request().send().await.status, result.status, "{name} a second time");
            dry_run_count += 1;
        }
        let documented =
            operation["parameters"].as_array().unwrap().iter().any(|one| one["name"] == "Prefer");
        assert_eq!(documented, result.status != 400, "{name} is documented otherwise");
        // Send the request without the preference, to show that it was valid.
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
        let result = editor.post(path, body).header("Prefer", "dry-run").send().await;
        assert_eq!((result.status, kind(&result).as_str()), (400, "dry-run-unsupported"), "{name}");
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
        let result = term("Dry").header("Prefer", preference).send().await;
        assert_eq!((result.status, result.header("preference-applied")), (200, "dry-run"), "{preference}");
    }
    let result = term("Dry").header("Prefer", "return=minimal").header("Prefer", "dry-run").send().await;
    assert_eq!(result.status, 200, "in the second of two fields");
    for wrong in ["dryrun", "dry_run", "Dry", "dry-run=true", "wait=1, dry-runs", "a=\"b, dry-run"] {
        let result = term("Dry").header("Prefer", wrong).send().await;
        assert_eq!((result.status, kind(&result).as_str()), (400, "dry-run-unsupported"), "{wrong}");
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
    let result = renamed().header("Prefer", "dry-run").send().await.expect(200);
    assert_eq!(
        (&result["name"], &result["version"], &result["sequence"]),
        (&json!("Workshop"), &json!(2), &Value::Null)
    );
    let saved = || editor.patch(&path, 1, json!({ "headline": "Another" }));
    let result = saved().header("Prefer", "dry-run").send().await.expect(200);
    assert_eq!((&result["revision"], &result["content"]["headline"]), (&json!(2), &json!("Another")));
    let done = renamed().send().await.expect(200);
    assert_eq!((&done["sequence"], &done["version"]), (&json!(2), &json!(2)), "no number is missing");
    assert_eq!(saved().send().await.expect(200)["revision"], 2);
}

/// The digest of every table, and the jobs that an operation may have enqueued. The digest leaves jobs out, because
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
