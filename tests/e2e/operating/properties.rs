//! Mass assignment: body properties that no client may set, and those that the caller has no permission to set. The
//! list of writes is compared with the OpenAPI document, so that new operations are covered.

use domain::Role;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Contract, Editor, PASSWORD, TestApp, TestResponse, id};

use super::{database_digest, query_texts};

const JSON: &str = "application/json";
const PATCH: &str = "application/merge-patch+json";

/// A valid write.
struct Write {
    operation: &'static str,
    method: Method,
    path: String,
    media_type: &'static str,
    body: Value,
}

impl Write {
    async fn send(&self, editor: &Editor, body: Value) -> TestResponse {
        let asked = editor.request(self.method.clone(), &self.path, Some((self.media_type, body)));
        asked.skip_request_validation().if_match(1).send().await
    }
}

/// The resources that the writes name.
struct Targets {
    app: TestApp,
    admin: Editor,
    section: String,
    draft: String,
    victim: String,
}

impl Targets {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let admin = app.editor(Role::Admin).await;
        let section = admin.create_term("section", "engineering").await;
        let draft = id(&admin.create_draft(&section, "mine").await);
        let victim = app.editor(Role::Editor).await.id;
        Self { app, admin, section, draft, victim }
    }

    /// A valid request for every operation that takes a body.
    async fn writes(&self) -> Vec<Write> {
        let (section, draft, victim) = (&self.section, &self.draft, &self.victim);
        let other = self.admin.create_term("section", "another").await;
        let (one, two) =
            (json!([{ "id": draft, "revision": 1 }]), json!({ "slug": "more", "section": section }));
        let post = |operation, path: String, body| Write {
            operation,
            method: Method::POST,
            path,
            media_type: JSON,
            body,
        };
        let patch =
            |operation, path, body| Write { operation, method: Method::PATCH, path, media_type: PATCH, body };
        let known = json!({ "email": "viewer@example.org", "password": PASSWORD });
        let token = json!({ "token": "none", "password": "the second one is better, in may" });
        let mine =
            json!({ "current_password": PASSWORD, "new_password": "the second one is better, in may" });
        let person = json!({ "email": "more@example.org", "name": "More", "role": "viewer" });
        let account = json!({ "email": "x@example.org", "name": "X", "role": "author", "suspended": true });
        let term = json!({ "slug": "new", "name": "New", "description": "D", "url": "https://example.org", "picture": null });
        let new_term = json!({ "kind": "tag", "slug": "new", "name": "New", "description": "D", "url": null, "picture": null });
        vec![
            post("signIn", "/sessions".to_owned(), known),
            post("refreshSession", "/sessions/refresh".to_owned(), json!({ "refresh_token": "none" })),
            post("setForgottenPassword", "/password-resets".to_owned(), token),
            Write { method: Method::PUT, ..post("changeOwnPassword", "/me/password".to_owned(), mine) },
            post("createPerson", "/people".to_owned(), person),
            patch("changePerson", format!("/people/{victim}"), account),
            post(
                "createRedirect",
                "/redirects".to_owned(),
                json!({ "locale": "en", "path": "/old", "article_id": null, "url": "https://example.org/new" }),
            ),
            post("createTerm", "/terms".to_owned(), new_term),
            patch("changeTerm", format!("/terms/{section}"), term),
            post("mergeTerm", format!("/terms/{section}/merge"), json!({ "into": other })),
            post("createDraft", "/drafts".to_owned(), json!({ "locale": "en", "content": two })),
            patch(
                "saveDraft",
                format!("/drafts/{draft}"),
                json!({ "headline": "Other", "kicker": "K", "tags": [] }),
            ),
            post("publishDraft", format!("/drafts/{draft}/publish"), json!({ "minor": true })),
            post(
                "scheduleDraft",
                format!("/drafts/{draft}/schedule"),
                json!({ "due_at": "2040-01-01T00:00:00Z" }),
            ),
            post("publishDrafts", "/bulk/publish".to_owned(), json!({ "drafts": one, "minor": true })),
            post("withdrawDrafts", "/bulk/withdraw".to_owned(), json!({ "drafts": one })),
            post("moveDrafts", "/bulk/move".to_owned(), json!({ "drafts": one, "section": other })),
            post("trashDrafts", "/bulk/trash".to_owned(), json!({ "drafts": one })),
            post(
                "createPreview",
                "/previews".to_owned(),
                json!({ "drafts": [draft], "at": null, "seconds": 60 }),
            ),
        ]
    }
}

/// Every property of any response schema, and names that attackers commonly add.
fn properties_to_try(contract: &Contract) -> Vec<String> {
    let schemas = contract.editorial()["components"]["schemas"].as_object().unwrap().values();
    let named =
        schemas.flat_map(|schema| schema["properties"].as_object().into_iter().flat_map(|all| all.keys()));
    let guessed = [
        "is_admin",
        "isAdmin",
        "admin",
        "password_hash",
        "verified",
        "email_verified",
        "permissions",
        "owner",
        "owner_id",
        "trashed_at",
        "deleted_at",
        "_method",
        "__proto__",
        "constructor",
        "$set",
        "ended_at",
        "expires_at",
    ];
    let mut all: Vec<String> = named.cloned().chain(guessed.map(str::to_owned)).collect();
    all.sort();
    all.dedup();
    all
}

/// The documented body properties of an operation.
fn properties(contract: &Contract, operation: &str) -> Vec<String> {
    let operations = contract.editorial_operations();
    let (_, _, found) = operations.iter().find(|(_, _, one)| one["operationId"] == operation).unwrap();
    let content = found["requestBody"]["content"].as_object().unwrap();
    let reference = content.values().next().unwrap()["schema"]["$ref"].as_str().unwrap();
    let schema = contract.editorial().pointer(reference.trim_start_matches('#')).unwrap();
    schema["properties"].as_object().unwrap().keys().cloned().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_body_properties_are_refused() {
    let (targets, contract) = (Targets::start().await, Contract::load());
    let writes = targets.writes().await;
    let mut known: Vec<&str> = writes.iter().map(|write| write.operation).collect();
    let operations = contract.editorial_operations();
    let with_body = operations.iter().filter(|(_, _, one)| one["requestBody"].is_object());
    let mut documented: Vec<&str> =
        with_body.map(|(_, _, one)| one["operationId"].as_str().unwrap()).collect();
    known.sort_unstable();
    documented.sort_unstable();
    assert_eq!(known, documented, "a write is not attacked");
    let before = database_digest(&targets.app).await;
    let extra = properties_to_try(&contract);
    for write in &writes {
        let own = properties(&contract, write.operation);
        assert!(write.body.as_object().unwrap().keys().all(|name| own.contains(name)), "{}", write.operation);
        for name in extra.iter().filter(|name| !own.contains(name)) {
            for value in [json!("admin"), json!(true)] {
                let mut body = write.body.clone();
                body[name] = value;
                let response = write.send(&targets.admin, body).await;
                assert_eq!(
                    response.status,
                    400,
                    "{} with {name}: {}",
                    write.operation,
                    String::from_utf8_lossy(&response.bytes)
                );
            }
        }
    }
    assert_eq!(database_digest(&targets.app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_properties_of_nested_objects_are_refused() {
    let targets = Targets::start().await;
    let (draft, admin) = (format!("/drafts/{}", targets.draft), &targets.admin);
    let before = database_digest(&targets.app).await;
    let picture = json!({ "src": "https://example.org/a.png", "alt": "A", "width": 1, "height": 1 });
    for name in ["id", "role", "is_admin", "owner_id", "revision", "created_at", "__proto__"] {
        let with = |mut value: Value| {
            value[name] = json!("x");
            value
        };
        let content = [
            json!({ "seo": with(json!({})) }),
            json!({ "hero": with(picture.clone()) }),
            json!({ "series": with(json!({ "series": targets.section, "part": 1 })) }),
        ];
        for content in content {
            admin.patch(&draft, 1, content.clone()).skip_request_validation().send().await.expect(400);
            let new = json!({ "content": content });
            admin.post("/drafts", new).skip_request_validation().send().await.expect(400);
        }
        admin
            .post("/drafts", json!({ "content": with(json!({})) }))
            .skip_request_validation()
            .send()
            .await
            .expect(400);
        if !["id", "revision"].contains(&name) {
            let seen = json!({ "drafts": [with(json!({ "id": targets.draft, "revision": 1 }))] });
            admin.post("/bulk/trash", seen.clone()).skip_request_validation().send().await.expect(400);
            admin.post("/bulk/publish", seen).skip_request_validation().send().await.expect(400);
        }
        let term = json!({ "kind": "tag", "name": "New", "picture": with(picture.clone()) });
        admin.post("/terms", term).skip_request_validation().send().await.expect(400);
    }
    assert_eq!(database_digest(&targets.app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn bodies_that_are_not_objects_are_refused() {
    let targets = Targets::start().await;
    let writes = targets.writes().await;
    let before = database_digest(&targets.app).await;
    for write in &writes {
        let values: Vec<Value> = write.body.as_object().unwrap().values().cloned().collect();
        for body in
            [json!(values), json!([write.body]), json!([]), json!(null), json!(true), json!(7), json!("{}")]
        {
            let response = write.send(&targets.admin, body.clone()).await;
            assert_eq!(
                response.status,
                400,
                "{} with {body}: {}",
                write.operation,
                String::from_utf8_lossy(&response.bytes)
            );
        }
    }
    assert_eq!(database_digest(&targets.app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn body_properties_cannot_be_set_without_permission() {
    let targets = Targets::start().await;
    let writes = targets.writes().await;
    // Operations without a token, and those on the caller's own account.
    let open = ["signIn", "refreshSession", "setForgottenPassword", "changeOwnPassword"];
    let own = ["createDraft", "createPreview"];
    let refused_to = |role: Role, operation: &str| match role {
        Role::Viewer => !open.contains(&operation),
        _ => !open.contains(&operation) && operation != own[0],
    };
    let mut tried = 0;
    for role in [Role::Viewer, Role::Contributor, Role::Author] {
        let editor = targets.app.editor(role).await;
        let before = database_digest(&targets.app).await;
        for write in writes.iter().filter(|write| refused_to(role, write.operation)) {
            for (name, value) in write.body.as_object().unwrap() {
                for body in [json!({ (name.as_str()): value }), write.body.clone()] {
                    let response = write.send(&editor, body).await;
                    let status = response.status;
                    // A single property may be malformed alone (400, 422). Bulk operations report the reason for each
                    // draft (409).
                    let refused = [400, 403, 404, 422].contains(&status)
                        || (status == 409 && write.path.starts_with("/bulk/"));
                    assert!(refused, "{role}: {} with {name}: {status}", write.operation);
                    tried += 1;
                }
            }
        }
        assert_eq!(database_digest(&targets.app).await, before, "{role} changed something");
    }
    assert!(tried > 150, "{tried}");
    let role = format!("SELECT role AS text FROM editorial.people WHERE id = '{}'", targets.victim);
    assert_eq!(query_texts(&targets.app, &role).await, ["editor"]);
}
