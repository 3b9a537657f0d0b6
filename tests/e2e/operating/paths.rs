//! Every method on every path, and alternative spellings of paths. The paths are taken from the OpenAPI document, so
//! that new operations are covered.

use std::collections::BTreeMap;

use domain::Role;
use serde_json::{Value, json};
use tests::{Contract, Editor, TestApp, id};
use uuid::Uuid;

use super::{RawResponse, database_digest, send_raw};

const METHODS: [&str; 11] =
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "PROPFIND", "get"];

/// The paths of the editorial document with their methods.
fn documented_methods() -> BTreeMap<String, Vec<String>> {
    let mut paths: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (path, method, _) in Contract::load().editorial_operations() {
        paths.entry(path).or_default().push(method);
    }
    assert!(paths.len() > 30, "{} paths", paths.len());
    paths
}

/// Fills the placeholders of a path template.
fn fill_path(path: &str, id: &str) -> String {
    path.replace("{id}", id).replace("{number}", "1")
}

/// Asserts the headers that every response of the editorial API has.
fn assert_editorial_headers(response: &RawResponse, what: &str) {
    assert_eq!(response.header("access-control-allow-origin"), "", "{what}");
    assert_eq!(response.header("cache-control"), "no-store", "{what}");
    assert_eq!(response.header("cross-origin-resource-policy"), "same-origin", "{what}");
}

/// Signs in an administrator who creates a draft, whose id fills the path templates.
async fn create_draft(app: &TestApp) -> (Editor, String) {
    let editor = app.editor(Role::Admin).await;
    let section = editor.create_term("section", "engineering").await;
    let draft = id(&editor.create_draft(&section, "mine").await);
    (editor, draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_operation_but_signing_in_needs_a_token() {
    let app = TestApp::start().await;
    let before = database_digest(&app).await;
    let (mut asked, mut open) = (0, Vec::new());
    for (path, method, operation) in Contract::load().editorial_operations() {
        if operation["security"] == json!([{}]) {
            open.push(operation["operationId"].as_str().unwrap().to_owned());
            continue;
        }
        let target = fill_path(&path, &Uuid::now_v7().to_string());
        for header in [
            ("accept", "*/*"),
            ("authorization", "Bearer"),
            ("authorization", "Bearer null"),
            ("authorization", "Bearer undefined"),
            ("x-forwarded-for", "127.0.0.1"),
            ("cookie", "session=1"),
            ("x-user-id", "00000000-0000-0000-0000-000000000000"),
        ] {
            let response = send_raw(&app.base_url(), &method, &target, &[header]).await;
            assert_eq!(response.status, 401, "{method} {path} with {header:?}");
            assert_eq!(response.header("www-authenticate"), "bearer", "{method} {path}");
            assert_editorial_headers(&response, &format!("{method} {path}"));
            asked += 1;
        }
    }
    open.sort();
    assert_eq!(open, ["refreshSession", "setForgottenPassword", "signIn"]);
    assert!(asked > 250, "{asked}");
    assert_eq!(database_digest(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn undocumented_methods_are_refused() {
    let app = TestApp::start().await;
    let (editor, draft) = create_draft(&app).await;
    let bearer = format!("Bearer {}", editor.token);
    let before = database_digest(&app).await;
    let mut refused = 0;
    for (path, methods) in documented_methods() {
        let target = fill_path(&path, &draft);
        for method in METHODS {
            let known = methods.iter().any(|known| known == method);
            let reads = method == "HEAD" && methods.iter().any(|known| known == "GET");
            if known {
                continue;
            }
            let response = send_raw(&app.base_url(), method, &target, &[("authorization", &bearer)]).await;
            let what = format!("{method} {path}");
            assert_editorial_headers(&response, &what);
            match method {
                _ if reads => {
                    let got = send_raw(&app.base_url(), "GET", &target, &[("authorization", &bearer)]).await;
                    assert_eq!((response.status, response.body.as_str()), (got.status, ""), "{what}");
                    assert_eq!(send_raw(&app.base_url(), method, &target, &[]).await.status, 401, "{what}");
                }
                "OPTIONS" => {
                    assert_eq!((response.status, response.body.as_str()), (204, ""), "{what}");
                    assert_eq!(response.header("access-control-allow-methods"), "", "{what}");
                }
                // This addresses a session with the id `refresh`, which does not exist.
                "DELETE" if path.ends_with("/sessions/refresh") => assert_eq!(response.status, 404, "{what}"),
                _ => {
                    assert_eq!(response.status, 405, "{what}");
                    let allow = response.header("allow").to_uppercase();
                    assert!(methods.iter().all(|known| allow.contains(known)), "{what}: {allow}");
                    assert!(
                        method == "HEAD" || !allow.split(", ").any(|one| one == method),
                        "{what}: {allow}"
                    );
                    assert!(!response.body.contains(&editor.token), "{what} repeats the token");
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 200, "{refused}");
    assert_eq!(database_digest(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn method_override_headers_and_parameters_are_ignored() {
    let app = TestApp::start().await;
    let (editor, draft) = create_draft(&app).await;
    let bearer = format!("Bearer {}", editor.token);
    let before = database_digest(&app).await;
    for name in ["x-http-method-override", "x-http-method", "x-method-override", "_method"] {
        for method in ["DELETE", "PATCH", "PUT", "POST"] {
            for (path, _) in
                documented_methods().into_iter().filter(|(_, methods)| methods.iter().any(|one| one == "GET"))
            {
                let target = fill_path(&path, &draft);
                let plain = send_raw(&app.base_url(), "GET", &target, &[("authorization", &bearer)]).await;
                let headers = [("authorization", &*bearer), (name, method), ("if-match", "\"1\"")];
                let response = send_raw(&app.base_url(), "GET", &target, &headers).await;
                assert_eq!(response.status, plain.status, "GET {path} with {name}: {method}");
            }
            let target = format!("/editorial/v1/drafts/{draft}");
            let headers = [("authorization", &*bearer), (name, method), ("if-match", "\"1\"")];
            assert_eq!(
                send_raw(&app.base_url(), "POST", &target, &headers).await.status,
                405,
                "{name}: {method}"
            );
            let asked =
                send_raw(&app.base_url(), "GET", &format!("{target}?_method={method}"), &headers).await;
            assert_eq!(asked.status, 400, "{name}: {method}");
        }
    }
    assert_eq!(database_digest(&app).await, before);
}

/// Alternative spellings of a path: doubled slashes, dot segments, percent-encoding, other case.
fn alternative_spellings(path: &str) -> Vec<String> {
    let (head, last) = path.rsplit_once('/').unwrap();
    let first = last.chars().next().unwrap();
    let escaped = format!("{head}/%{:02x}{}", u32::from(first), &last[1..]);
    vec![
        format!("{path}/"),
        format!("/{path}"),
        format!("//{path}"),
        format!("{head}//{last}"),
        format!("{head}/./{last}"),
        format!("{head}/x/../{last}"),
        format!("{head}/%2e/{last}"),
        format!("{head}/x/%2e%2e/{last}"),
        format!("{head}%2f{last}"),
        format!("{head}%2F{last}"),
        format!("{head}%5c{last}"),
        format!("{path};x"),
        format!("{head};x/{last}"),
        format!("{path}%3bx=1"),
        format!("{path}.json"),
        format!("{path}%00"),
        format!("{path}%20"),
        format!("{path}%0a"),
        format!("{path}%23"),
        format!("{path}%3f"),
        format!("{head}/{}", last.to_uppercase()),
        path.replacen("/editorial", "/EDITORIAL", 1),
        path.replacen("/editorial", "/editori%61l", 1),
        path.replacen("/editorial", "/%65ditorial", 1),
        path.replacen("/v1", "/%76%31", 1),
        path.replacen("/v1", "/V1", 1),
        path.replacen("/editorial/v1", "/editorial/v1/editorial/v1", 1),
        path.replacen("/editorial/v1", "/v1", 1),
        path.replacen("/editorial", "/preview", 1),
        format!("/preview{path}"),
        format!("/v1{path}"),
        format!("http://another.example{path}"),
        escaped,
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn alternative_path_spellings_do_not_bypass_authorization() {
    let app = TestApp::start().await;
    let (_, draft) = create_draft(&app).await;
    let viewer = format!("Bearer {}", app.editor(Role::Viewer).await.token);
    let before = database_digest(&app).await;
    let mut same = 0;
    let documented = documented_methods();
    let public = Contract::load().delivery()["paths"].clone();
    for (path, methods) in &documented {
        let plain = fill_path(path, &draft);
        for method in methods {
            for headers in [vec![], vec![("authorization", viewer.as_str())]] {
                let direct = send_raw(&app.base_url(), method, &plain, &headers).await.status;
                for spelling in alternative_spellings(&plain) {
                    let response = send_raw(&app.base_url(), method, &spelling, &headers).await;
                    let what = format!("{method} {spelling}: {}", response.head);
                    // The delivery API has paths of the same form, which anybody may read.
                    let is_readers = is_documented(&public, &spelling);
                    if [400, 404, 405].contains(&response.status) || is_readers {
                        continue;
                    }
                    let both_refused = response.status >= 400 && direct >= 400 && !headers.is_empty();
                    assert!(response.status == direct || both_refused, "{direct}, but {what}");
                    assert_editorial_headers(&response, &what);
                    same += 1;
                }
            }
        }
    }
    assert!(same > 100, "no spelling came through: {same}");
    assert_eq!(database_digest(&app).await, before);
}

/// Whether the delivery document describes this path, possibly under the prefix of previews.
fn is_documented(paths: &Value, spelling: &str) -> bool {
    let path = spelling.replacen("/preview/v1", "/v1", 1);
    let parts: Vec<&str> = path.split('/').collect();
    paths.as_object().unwrap().keys().any(|known| {
        let known: Vec<&str> = known.split('/').collect();
        known.len() == parts.len()
            && known.iter().zip(&parts).all(|(known, part)| known.starts_with('{') || known == part)
    })
}
