//! `Idempotency-Key`: a repeated request has one effect and gets the stored response. Every write is tested, as the
//! OpenAPI document lists them.

use domain::Role;
use serde_json::{Value, json};
use store::roles;
use tests::{CatalogueRequest, Contract, Editor, RequestCatalogue, ResourceOwner, TestApp, TestResponse, id};

const REPLAYED: &str = "idempotency-replayed";

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_key_replays_the_first_response() {
    let app = TestApp::start().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let mut tried = 0;
    for (path, method, operation) in Contract::load().editorial_operations() {
        if !takes_key(operation) {
            let is_open = operation["security"] == json!([{}]);
            assert!(method == "GET" || is_open, "{method} {path} changes something, and takes no key");
            continue;
        }
        let name = operation["operationId"].as_str().unwrap();
        let editor = app.editor(Role::Admin).await;
        let sample = catalogue.request(name, &editor, ResourceOwner::Caller).await;
        let sample = sample.unwrap_or_else(|| panic!("the catalogue has no request for {method} {path}"));
        let first = send_with_operation_key(&editor, &method, &sample, name).await;
        assert_eq!(first.status / 100, 2, "{name}: {}", text(&first));
        assert_eq!(first.header(REPLAYED), "", "{name}");

        // The replay returns the first response even if the resource changed since and the caller has another session.
        let editor = app.editor(Role::Admin).await;
        change_target(&editor, &sample, &first).await;
        let before = app.database.content_digests().await;
        let again = send_with_operation_key(&editor, &method, &sample, name).await;
        assert_eq!((again.status, text(&again)), (first.status, text(&first)), "{name}");
        assert_eq!(again.header(REPLAYED), "true", "{name}");
        for header in ["location", "etag"] {
            assert_eq!(again.header(header), first.header(header), "{name}");
        }
        assert_eq!(app.database.content_digests().await, before, "{name} had a second effect");

        let other = different_request(
            &sample,
            catalogue.request(name, &editor, ResourceOwner::Caller).await.unwrap(),
        );
        let before = app.database.content_digests().await;
        let refused = send_with_operation_key(&editor, &method, &other, name).await;
        assert_eq!(
            (refused.status, kind(&refused).as_str()),
            (422, "key-reused"),
            "{name}: {}",
            text(&refused)
        );
        assert_eq!(app.database.content_digests().await, before, "{name} with another's key had an effect");
        tried += 1;
    }
    assert!(tried > 25, "{tried} operations were tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_requests_with_one_key_have_one_effect() {
    let app = TestApp::start().await;
    let other = app.start_another().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let here = app.editor(Role::Admin).await;
    let there = here.on_server(&format!("http://{}", other.address()));
    for (name, method) in [
        ("createDraft", "POST"),
        ("saveDraft", "PATCH"),
        ("publishDraft", "POST"),
        ("withdrawDraft", "POST"),
        ("scheduleDraft", "POST"),
        ("moveDrafts", "POST"),
        ("createTerm", "POST"),
        ("changeTerm", "PATCH"),
        ("createPerson", "POST"),
        ("createPreview", "POST"),
    ] {
        let sample = catalogue.request(name, &here, ResourceOwner::Caller).await.unwrap();
        let before = log_length(&app).await;
        let asked = (0..50).map(|number| {
            let editor = if number % 2 == 0 { here.clone() } else { there.clone() };
            let sample = sample.clone();
            tokio::spawn(async move { send_with_operation_key(&editor, method, &sample, name).await })
        });
        let asked: Vec<_> = asked.collect();
        let mut responses = Vec::new();
        for one in asked {
            responses.push(one.await.unwrap());
        }
        let (done, refused): (Vec<&TestResponse>, Vec<&TestResponse>) =
            responses.iter().partition(|response| response.status / 100 == 2);
        assert!(refused.iter().all(|one| one.status == 409 && kind(one) == "key-in-use"), "{name}");
        let first: Vec<&&TestResponse> =
            done.iter().filter(|response| response.header(REPLAYED).is_empty()).collect();
        assert_eq!(first.len(), 1, "{name}");
        assert!(done.iter().all(|response| response.bytes == first[0].bytes), "{name}");
        assert_eq!(log_length(&app).await, before + 1, "{name}");
        let after = send_with_operation_key(&there, method, &sample, name).await;
        assert_eq!((after.status, &after.bytes), (first[0].status, &first[0].bytes), "{name}");
    }
    other.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn keys_are_scoped_to_the_caller() {
    let app = TestApp::start().await;
    let body = json!({ "content": { "headline": "Mine" } });
    let mut made = Vec::new();
    for role in [Role::Admin, Role::Editor, Role::Contributor] {
        let editor = app.editor(role).await;
        let response = send_with_key(editor.post("/drafts", body.clone()), "\"the same\"").await;
        assert_eq!((response.status, response.header(REPLAYED)), (201, ""), "{role}");
        made.push(id(&response.expect(201)));
    }
    made.dedup();
    assert_eq!(made.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_requests_do_not_use_up_the_key() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Author).await;
    let section = app.editor(Role::Admin).await.create_term("section", "engineering").await;
    let draft = editor.create_draft(&section, "a-slug").await;
    let path = format!("/drafts/{}", id(&draft));
    let save = || editor.patch(&path, 2, json!({ "headline": "Later" }));
    assert_eq!(send_with_key(save(), "\"k\"").await.status, 412);
    editor.patch(&path, 1, json!({ "headline": "Sooner" })).send().await.expect(200);
    let saved = send_with_key(save(), "\"k\"").await;
    assert_eq!((saved.status, saved.header(REPLAYED)), (200, ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_keys_are_refused() {
    let app = TestApp::start().await;
    let editor = app.editor(Role::Author).await;
    let before = app.database.content_digests().await;
    let long = format!("\"{}\"", "k".repeat(256));
    for key in
        ["", "unquoted", "\"", "\"\"", "\"a\", \"b\"", "7", "?1", ":aGk=:", "(\"a\")", "\"a\u{fc}\"", &long]
    {
        let refused = send_with_key(editor.post("/drafts", json!({})), key).await;
        assert_eq!((refused.status, kind(&refused).as_str()), (400, "invalid-header"), "{key}");
    }
    let twice = editor.post("/drafts", json!({})).header("Idempotency-Key", "\"a\"");
    assert_eq!(send_with_key(twice, "\"b\"").await.status, 400);
    assert_eq!(app.database.content_digests().await, before);
    for key in [&long[1..], "\"k\"", "\"a \\\" b\"", "\"k2\";a=1"] {
        let key = if key.len() > 250 { format!("{}\"", &long[..256]) } else { key.to_owned() };
        assert_eq!(send_with_key(editor.post("/drafts", json!({})), &key).await.status, 201, "{key}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dry_runs_do_not_use_up_the_key() {
    let app = TestApp::start().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let editor = app.editor(Role::Admin).await;
    let sample = catalogue.request("publishDraft", &editor, ResourceOwner::Caller).await.unwrap();
    for _ in 0..2 {
        let result =
            send_with_key(editor.catalogue_request("POST", &sample).header("Prefer", "dry-run"), "\"k\"")
                .await;
        assert_eq!((result.status, result.header(REPLAYED)), (200, ""));
    }
    assert_eq!(send_with_key(editor.catalogue_request("POST", &sample), "\"k\"").await.status, 201);
    assert_eq!(
        send_with_key(editor.catalogue_request("POST", &sample), "\"k\"").await.header(REPLAYED),
        "true"
    );
}

async fn send_with_operation_key(
    editor: &Editor,
    method: &str,
    sample: &CatalogueRequest,
    name: &str,
) -> TestResponse {
    send_with_key(editor.catalogue_request(method, sample), &format!("\"{name}\"")).await
}

async fn send_with_key(request: tests::Request<'_>, key: &str) -> TestResponse {
    request.header("Idempotency-Key", key).send().await
}

/// Changes what a request was about: deletes a term, edits a draft.
async fn change_target(editor: &Editor, sample: &CatalogueRequest, response: &TestResponse) {
    if sample.path.starts_with("/terms") {
        let in_path = sample.path.strip_prefix("/terms/").and_then(|rest| rest.get(..36));
        let answered: Value = serde_json::from_slice(&response.bytes).unwrap_or_default();
        for term in in_path.into_iter().chain(answered["id"].as_str()) {
            let deleted = editor.delete(&format!("/terms/{term}")).send().await;
            assert!([204, 404].contains(&deleted.status), "{}", text(&deleted));
        }
    }
    let in_body =
        sample.body.as_ref().and_then(|(_, body)| body.pointer("/drafts/0/id")).and_then(Value::as_str);
    let in_path = sample.path.strip_prefix("/drafts/").and_then(|rest| rest.get(..36));
    let Some(draft) = in_path.or(in_body) else { return };
    let path = format!("/drafts/{draft}");
    let revision = editor.get(&path).send().await.expect(200)["revision"].as_i64().unwrap();
    let changed = editor.patch(&path, revision, json!({ "slug": null, "headline": null })).send().await;
    assert!(changed.status == 200 || kind(&changed) == "in-trash", "{}", text(&changed));
}

/// A different request of the same operation.
fn different_request(sample: &CatalogueRequest, other: CatalogueRequest) -> CatalogueRequest {
    if (&sample.path, &sample.body) != (&other.path, &other.body) {
        return other;
    }
    let (media_type, mut body) = other.body.unwrap();
    body["new_password"] = json!("another one of many words");
    CatalogueRequest { body: Some((media_type, body)), ..other }
}

fn takes_key(operation: &Value) -> bool {
    let parameters = operation["parameters"].as_array();
    parameters.is_some_and(|all| all.iter().any(|parameter| parameter["name"] == "Idempotency-Key"))
}

async fn log_length(app: &TestApp) -> usize {
    let owner = app.database.access(roles::OWNER);
    let log = "SELECT id::text AS text FROM editorial.audit";
    store::testing::texts(&owner, log).await.unwrap().len()
}

fn text(response: &TestResponse) -> String {
    String::from_utf8(response.bytes.clone()).unwrap()
}

fn kind(response: &TestResponse) -> String {
    let problem: Value = serde_json::from_slice(&response.bytes).unwrap();
    problem["type"].as_str().unwrap().trim_start_matches("/docs/problems/").to_owned()
}
