//! Every role tries every operation of the editorial API on its own resources, on those of others, and on those without
//! an owner. A new operation fails here until the OpenAPI document states its permission and the request catalogue has
//! a request for it.

use domain::{Action, PERMISSIONS, PermissionScope, Role};
use serde_json::{Value, json};
use tests::{CatalogueRequest, Contract, Editor, PASSWORD, RequestCatalogue, ResourceOwner, TestApp};

/// Operations that work without an access token.
const WITHOUT_SIGN_IN: [&str; 3] = ["signIn", "refreshSession", "setForgottenPassword"];

#[tokio::test(flavor = "multi_thread")]
async fn administrators_may_do_exactly_what_the_permission_table_says() {
    try_every_operation(Role::Admin).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn editors_may_do_exactly_what_the_permission_table_says() {
    try_every_operation(Role::Editor).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn authors_may_do_exactly_what_the_permission_table_says() {
    try_every_operation(Role::Author).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn contributors_may_do_exactly_what_the_permission_table_says() {
    try_every_operation(Role::Contributor).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn viewers_may_do_exactly_what_the_permission_table_says() {
    try_every_operation(Role::Viewer).await;
}

#[test]
fn the_document_states_the_permissions_of_every_operation() {
    for (path, method, operation) in Contract::load().editorial_operations() {
        let id = operation["operationId"].as_str().unwrap();
        if WITHOUT_SIGN_IN.contains(&id) {
            assert_eq!(operation["security"], json!([{}]), "{id}");
            assert_eq!(operation["x-permission"], Value::Null, "{id}");
            continue;
        }
        let reaches = PERMISSIONS.iter().find(|(action, ..)| *action == action_of(operation)).unwrap().2;
        let table = Role::ALL.iter().zip(reaches).filter_map(|(role, reach)| match reach {
            PermissionScope::Any => Some((role.to_string(), json!("any"))),
            PermissionScope::Own => Some((role.to_string(), json!("own"))),
            PermissionScope::None => None,
        });
        let table: serde_json::Map<String, Value> = table.collect();
        assert_eq!(operation["x-permission"]["roles"], Value::Object(table), "{method} {path}");
        assert_eq!(operation["security"], json!([{ "bearer": [] }]), "{method} {path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_without_a_valid_token_are_refused_and_change_nothing() {
    let app = TestApp::start().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let known = app.editor(Role::Admin).await;
    let mut forged = known.clone();
    forged.token = known.token[..known.token.len() - 4].to_owned() + "AAAA";
    let anonymous = Editor::anonymous(&app.base_url());
    let contract = Contract::load();
    let closed = contract.editorial_operations();
    let closed = closed.iter().filter(|(_, _, operation)| operation["x-permission"].is_object());
    for (_, method, operation) in closed {
        let id = operation["operationId"].as_str().unwrap();
        let sample = catalogue
            .request(id, &known, ResourceOwner::Caller)
            .await
            .unwrap_or_else(|| panic!("the catalogue has no request for {id}"));
        let before = app.database.content_digests().await;
        for nobody in [&anonymous, &forged] {
            let refused = nobody.send_catalogue_request(method, &sample).await;
            assert_eq!(refused.status, 401, "{id}");
            assert_eq!(refused.header("www-authenticate"), "Bearer");
        }
        assert_eq!(app.database.content_digests().await, before, "{id}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_omit_resources_that_the_caller_cannot_read() {
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
    let section = admin.create_term("section", "engineering").await;
    admin.create_draft(&section, "of-the-admin").await;
    let contributor = app.editor(Role::Contributor).await;
    let own = contributor.create_draft(&section, "of-the-contributor").await;
    let preview = json!({ "drafts": [own["id"]] });
    let own_preview =
        contributor.post("/previews", preview).send().await.expect(201)["preview"]["id"].clone();
    let whole = json!({ "at": "2099-01-01T00:00:00Z" });
    admin.post("/previews", whole.clone()).send().await.expect(201);
    for refused in [Role::Author, Role::Contributor, Role::Viewer] {
        app.editor(refused).await.post("/previews", whole.clone()).send().await.expect(403);
    }

    let ids = async |editor: &Editor, path: &str| {
        let page = editor.get(path).send().await.expect(200);
        page["data"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids(&contributor, "/drafts").await, [own["id"].clone()]);
    assert_eq!(ids(&contributor, &format!("/drafts?owner={}", admin.id)).await, [own["id"].clone()]);
    assert_eq!(ids(&contributor, "/previews").await, [own_preview]);
    for (role, drafts) in [(Role::Admin, 2), (Role::Editor, 2), (Role::Author, 2), (Role::Viewer, 2)] {
        let editor = app.editor(role).await;
        assert_eq!(ids(&editor, "/drafts").await.len(), drafts, "{role}");
    }
    assert_eq!(ids(&admin, "/previews").await.len(), 2);
    assert_eq!(ids(&app.editor(Role::Author).await, "/previews").await.len(), 0);
    let viewer = app.editor(Role::Viewer).await;
    assert!(!ids(&viewer, "/sessions").await.contains(&json!(contributor.session)));
    assert!(ids(&contributor, "/sessions").await.contains(&json!(contributor.session)));
}

const UNKNOWN_ID: &str = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";

#[tokio::test(flavor = "multi_thread")]
async fn invisible_resources_are_refused_like_unknown_ones() {
    let app = TestApp::start().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let contributor = app.editor(Role::Contributor).await;
    let (contract, mut tried) = (Contract::load(), 0);
    for (_, method, operation) in contract.editorial_operations() {
        let id = operation["operationId"].as_str().unwrap();
        let sample = catalogue.request(id, &contributor, ResourceOwner::OtherPerson).await;
        let Some((sample, thing)) = sample.and_then(|sample| Some((sample.clone(), target_of(&sample)?)))
        else {
            continue;
        };
        for seen in [sample.if_match.unwrap_or(2), 99] {
            let mut responses = Vec::new();
            for which in [thing.as_str(), UNKNOWN_ID] {
                let response = contributor
                    .send_catalogue_request(&method, &with_target(&sample, &thing, which, seen))
                    .await;
                let mut body: Value = serde_json::from_slice(&response.bytes).unwrap();
                (body["request_id"], body["instance"]) = (Value::Null, Value::Null);
                responses.push((response.status, body));
            }
            assert_eq!(responses[0], responses[1], "{id}");
        }
        tried += 1;
    }
    assert!(tried > 20, "{tried} operations were tried");
}

#[tokio::test(flavor = "multi_thread")]
async fn readable_but_not_writable_resources_are_403_in_every_state() {
    let app = TestApp::start().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let author = app.editor(Role::Author).await;
    let (contract, mut tried) = (Contract::load(), 0);
    for (_, method, operation) in contract.editorial_operations() {
        let id = operation["operationId"].as_str().unwrap();
        if operation["x-permission"]["roles"]["author"] != "own" {
            continue;
        }
        let sample = catalogue.request(id, &author, ResourceOwner::OtherPerson).await.unwrap();
        let Some(draft) = target_of(&sample).filter(|_| !sample.path.starts_with("/previews/")) else {
            continue;
        };
        author.get(&format!("/drafts/{draft}")).send().await.expect(200);
        for seen in [sample.if_match.unwrap_or(2), 99] {
            author
                .send_catalogue_request(&method, &with_target(&sample, &draft, &draft, seen))
                .await
                .expect(403);
            let nowhere = author
                .send_catalogue_request(&method, &with_target(&sample, &draft, UNKNOWN_ID, seen))
                .await
                .status;
            assert_eq!(nowhere, if sample.path.starts_with("/bulk/") { 409 } else { 404 }, "{id}");
        }
        tried += 1;
    }
    assert!(tried > 12, "{tried} operations were tried");
}

async fn try_every_operation(role: Role) {
    let app = TestApp::start().await;
    let catalogue = RequestCatalogue::new(&app).await;
    let contract = Contract::load();
    let (mut allowed, mut refused) = (0, 0);
    for (path, method, operation) in contract.editorial_operations() {
        let id = operation["operationId"].as_str().unwrap();
        if WITHOUT_SIGN_IN.contains(&id) {
            continue;
        }
        let action = action_of(operation);
        for owner in ResourceOwner::ALL {
            // Sign in for every request, because some operations end the session or change the password.
            let editor = sign_in(&app, role).await;
            let sample = catalogue.request(id, &editor, owner).await;
            let sample = sample.unwrap_or_else(|| panic!("the catalogue has no request for {method} {path}"));
            if is_permitted(role, action, owner, &sample) {
                let response = editor.send_catalogue_request(&method, &sample).await;
                let text = String::from_utf8_lossy(&response.bytes);
                assert_eq!(response.status / 100, 2, "{role} may {id} ({owner:?}): {text}");
                allowed += 1;
            } else {
                let before = app.database.content_digests().await;
                let response = editor.send_catalogue_request(&method, &sample).await;
                let wanted = refusal(role, action, &sample, id);
                assert_eq!(response.status, wanted, "{role} may not {id} ({owner:?})");
                assert_eq!(app.database.content_digests().await, before, "{role}: {id} ({owner:?})");
                refused += 1;
            }
            if !sample.is_owned {
                break;
            }
        }
    }
    assert!(allowed >= 10 && (refused >= 5 || role == Role::Admin), "{allowed} and {refused} were tried");
}

/// Whether the permission table allows the request.
fn is_permitted(role: Role, action: Action, owner: ResourceOwner, sample: &CatalogueRequest) -> bool {
    let is_own = owner == ResourceOwner::Caller;
    let reaches = if sample.is_owned {
        role.allows(action, is_own)
    } else {
        role.permission_scope(action) != PermissionScope::None
    };
    // Creating a draft or ending a session needs the permission at any reach; the second permission decides about the
    // owner.
    let reaches = if sample.also_requires.is_some() {
        role.permission_scope(action) != PermissionScope::None
    } else {
        reaches
    };
    reaches
        && sample.also_requires.is_none_or(|(also, owner)| role.allows(also, owner == ResourceOwner::Caller))
}

/// The status of a refusal: invisible resources are 404, or 409 in a bulk operation; forbidden actions are 403.
fn refusal(role: Role, action: Action, sample: &CatalogueRequest, id: &str) -> u16 {
    let never = |action: Action| role.permission_scope(action) == PermissionScope::None;
    match id {
        "endSession" => 404,
        _ if never(action) || (sample.also_requires.is_some_and(|(also, _)| never(also))) => 403,
        "getPreview" | "revokePreview" => 404,
        _ if role.allows(Action::ReadDrafts, false) => 403,
        "moveDrafts" | "trashDrafts" => 409,
        _ => 404,
    }
}

/// The same request for another resource and another revision.
fn with_target(sample: &CatalogueRequest, what: &str, other: &str, seen: i64) -> CatalogueRequest {
    let mut body = sample.body.clone();
    if let Some((_, body)) = &mut body {
        *body = body.to_string().replace(what, other).parse().unwrap();
        if let Some(revision) = body.pointer_mut("/drafts/0/revision") {
            *revision = json!(seen);
        }
    }
    CatalogueRequest {
        path: sample.path.replace(what, other),
        body,
        if_match: sample.if_match.map(|_| seen),
        ..sample.clone()
    }
}

/// The id of the draft or preview that a request names.
fn target_of(sample: &CatalogueRequest) -> Option<String> {
    let below = |folder: &str| sample.path.strip_prefix(folder)?.get(..36).map(str::to_owned);
    let in_body = |pointer: &str| sample.body.as_ref()?.1.pointer(pointer)?.as_str().map(str::to_owned);
    let in_path = below("/drafts/").or_else(|| below("/previews/"));
    in_path.or_else(|| in_body("/drafts/0/id")).or_else(|| in_body("/drafts/0"))
}

fn action_of(operation: &Value) -> Action {
    let name = operation["x-permission"]["action"].as_str();
    let name = name.unwrap_or_else(|| panic!("{} does not say who may do it", operation["operationId"]));
    PERMISSIONS.iter().find(|(_, known, _)| *known == name).unwrap().0
}

async fn sign_in(app: &TestApp, role: Role) -> Editor {
    Editor::sign_in_as(&app.base_url(), &format!("{role}@example.org"), PASSWORD).await
}
