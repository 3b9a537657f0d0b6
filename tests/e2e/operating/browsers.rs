//! Cross-site requests from a browser, and the security headers of every response.

use domain::Role;
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Contract, Editor, PASSWORD, TestApp, id};
use uuid::Uuid;

use super::{database_digest, send_raw};

/// Method and path of every operation that takes a body.
fn operations_with_body() -> Vec<(Method, String)> {
    let all = Contract::load();
    let operations =
        all.editorial_operations().into_iter().filter(|(_, _, one)| one["requestBody"].is_object());
    let bodies = operations.map(|(path, method, _)| {
        let path = path.strip_prefix("/editorial/v1").unwrap().replace("{id}", &Uuid::now_v7().to_string());
        (method.parse().unwrap(), path)
    });
    bodies.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn form_media_types_are_refused_by_every_operation() {
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
    let before = database_digest(&app).await;
    let all = operations_with_body();
    assert!(all.len() > 15, "{} operations", all.len());
    let body = json!({ "email": "admin@example.org", "password": PASSWORD });
    for (method, path) in all {
        for media_type in [
            "text/plain",
            "text/plain;charset=UTF-8",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/json",
            "application/json5",
            "application/jsonp",
            "",
        ] {
            let request = admin
                .request(method.clone(), &path, Some((media_type, body.clone())))
                .skip_request_validation();
            let request = request
                .if_match(1)
                .header("Origin", "https://evil.example")
                .header("Sec-Fetch-Site", "cross-site");
            let response = request.send().await;
            assert_eq!(response.status, 415, "{method} {path} as {media_type:?}");
            assert!(!response.headers.contains_key("access-control-allow-origin"), "{method} {path}");
        }
    }
    assert_eq!(database_digest(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn cookies_are_neither_set_nor_read() {
    let app = TestApp::start().await;
    let base = app.base_url();
    let body = json!({ "email": "viewer@example.org", "password": PASSWORD });
    let anonymous = Editor::anonymous(&base);
    let signed_in =
        anonymous.post("/sessions", body).header("Cookie", "session=x; __Host-session=y").send().await;
    assert!(!signed_in.headers.contains_key("set-cookie"));
    let tokens = signed_in.expect(201);
    let (access, refresh) =
        (tokens["access_token"].as_str().unwrap(), tokens["refresh_token"].as_str().unwrap());
    let (session, id) = (format!("session={access}"), tokens["session"]["id"].as_str().unwrap());
    let cookies =
        format!("{session}; access_token={access}; refresh_token={refresh}; Authorization=Bearer {access}");
    for cookie in
        [session.as_str(), &cookies, &format!("session=x; {session}"), &format!("__Host-session={id}")]
    {
        for (method, path) in [("GET", "/me"), ("DELETE", &*format!("/sessions/{id}")), ("GET", "/drafts")] {
            let response =
                send_raw(&base, method, &format!("/editorial/v1{path}"), &[("cookie", cookie)]).await;
            assert_eq!((response.status, response.header("set-cookie")), (401, ""), "{method} {path}");
        }
    }
    let asked =
        anonymous.post("/sessions/refresh", json!({})).skip_request_validation().header("Cookie", &cookies);
    asked.send().await.expect(400);
    for role in Role::ALL {
        let me = app.editor(role).await.get("/me").header("Cookie", &cookies).send().await;
        assert!(!me.headers.contains_key("set-cookie"));
        assert_eq!(me.expect(200)["role"], role.as_str(), "a cookie made somebody else of whoever asked");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn editorial_responses_have_no_cors_headers() {
    let app = TestApp::start().await;
    let bearer = format!("Bearer {}", app.editor(Role::Admin).await.token);
    for origin in [
        "https://evil.example",
        "null",
        "https://example.org",
        "http://example.org",
        "https://example.org.evil.example",
        "https://example.org:8443",
        "HTTPS://EXAMPLE.ORG",
        "http://127.0.0.1",
        "",
    ] {
        for path in [
            "/editorial/v1/me",
            "/editorial/v1/sessions",
            "/editorial/v1/nothing",
            "/editorial/v1/drafts?x=1",
            "/editori%61l/v1/me",
        ] {
            for method in ["GET", "POST", "OPTIONS"] {
                let headers = [
                    ("origin", origin),
                    ("authorization", &*bearer),
                    ("access-control-request-method", "POST"),
                    ("access-control-request-headers", "authorization"),
                ];
                let response = send_raw(&app.base_url(), method, path, &headers).await;
                let fields: Vec<&str> =
                    response.head.lines().filter(|line| line.starts_with("access-control-")).collect();
                assert!(fields.is_empty(), "{method} {path} from {origin}: {fields:?}");
            }
        }
        let public = send_raw(&app.base_url(), "GET", "/v1/teasers", &[("origin", origin)]).await;
        assert_eq!(public.header("access-control-allow-origin"), "*", "{origin}");
        assert_eq!(public.header("access-control-allow-credentials"), "", "{origin}");
    }
}

/// In `Access-Control-Allow-Headers`, `*` does not cover `Authorization`, which must be named (Fetch standard, 4.8).
#[tokio::test(flavor = "multi_thread")]
async fn cors_preflight_allows_the_authorization_header_for_previews_only() {
    let app = TestApp::start().await;
    for (path, wanted) in [("/preview/v1/teasers", true), ("/v1/teasers", false)] {
        let headers = [
            ("origin", "https://reader.example"),
            ("access-control-request-method", "GET"),
            ("access-control-request-headers", "authorization"),
        ];
        let response = send_raw(&app.base_url(), "OPTIONS", path, &headers).await;
        let allowed: Vec<&str> =
            response.header("access-control-allow-headers").split(',').map(str::trim).collect();
        assert_eq!(
            (response.status, allowed.contains(&"authorization")),
            (204, wanted),
            "{path}: {allowed:?}"
        );
        assert!(allowed.contains(&"*"), "{path}: {allowed:?}");
        assert_eq!(response.header("access-control-allow-origin"), "*", "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn get_requests_change_nothing() {
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
    let section = admin.create_term("section", "engineering").await;
    let draft = id(&admin.create_draft(&section, "mine").await);
    let preview = admin.post("/previews", json!({ "drafts": [draft] })).send().await.expect(201);
    let (preview, token) = (&preview["preview"]["id"], preview["token"].as_str().unwrap());
    let names = [draft.as_str(), &section, &admin.id, preview.as_str().unwrap(), &admin.session];
    let before = database_digest(&app).await;
    let (bearer, mut answered) = (format!("Bearer {}", admin.token), 0);
    for (path, method, _) in Contract::load().editorial_operations() {
        for name in names.iter().filter(|_| method == "GET") {
            let target = path.replace("{id}", name).replace("{number}", "1");
            for query in ["", "?from=1&to=1", "?kind=section", "?publish=true&minor=true", "?_method=DELETE"]
            {
                let response = send_raw(
                    &app.base_url(),
                    "GET",
                    &format!("{target}{query}"),
                    &[("authorization", &bearer)],
                )
                .await;
                answered += usize::from(response.status == 200);
            }
        }
    }
    assert!(answered > 30, "{answered} were answered");
    let delivery = Contract::load();
    for path in
        delivery.delivery()["paths"].as_object().unwrap().keys().filter(|path| path.starts_with("/v1/"))
    {
        let rest = path.replace("{slug}", "mine");
        for target in [rest.clone(), format!("/preview{rest}?preview_token={token}")] {
            send_raw(&app.base_url(), "GET", &target, &[]).await;
        }
    }
    assert_eq!(database_digest(&app).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_editorial_response_has_security_headers() {
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
    let bearer = format!("Bearer {}", admin.token);
    let long = format!("/editorial/v1/drafts?text={}", "x".repeat(9 << 10));
    let mut seen = Vec::new();
    for (method, target, token) in [
        ("GET", "/editorial/v1/me", true),
        ("HEAD", "/editorial/v1/me", true),
        ("OPTIONS", "/editorial/v1/me", false),
        ("GET", "/editorial/v1/me", false),
        ("GET", "/editorial/v1/drafts?limit=0", true),
        ("GET", "/editorial/v1/drafts/nothing", true),
        ("GET", "/editorial/v1/nothing", true),
        ("DELETE", "/editorial/v1/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61", true),
        ("PUT", "/editorial/v1/me", true),
        ("POST", "/editorial/v1/sessions", false),
        ("GET", &long, true),
    ] {
        let headers = if token { vec![("authorization", bearer.as_str())] } else { vec![] };
        let response = send_raw(&app.base_url(), method, target, &headers).await;
        let what = format!("{method} {:.60}: {}", target, response.status);
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("content-security-policy", "default-src 'none'; frame-ancestors 'none'"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cache-control", "no-store"),
            ("server", ""),
            ("x-powered-by", ""),
            ("set-cookie", ""),
        ] {
            assert_eq!(response.header(name), value, "{what}: {name}");
        }
        assert_eq!(response.header("x-request-id").len(), 36, "{what}");
        if response.status >= 400 {
            assert_eq!(response.header("content-type"), "application/problem+json", "{what}");
            let problem: Value = serde_json::from_str(&response.body).unwrap();
            assert_eq!(problem["status"], response.status, "{what}");
            for inside in
                ["src/", "editorial.", "diesel", "actix", "postgres", "SELECT", env!("CARGO_PKG_VERSION")]
            {
                assert!(!response.body.contains(inside), "{what} says {inside}: {}", response.body);
            }
        }
        seen.push(response.status);
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen, [200, 204, 400, 401, 404, 405, 414, 415, 428]);
}
