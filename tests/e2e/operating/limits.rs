//! Limits that protect other clients: rate limits per address behind proxies, body sizes, and sizes of problem
//! responses.

use std::io::{Read, Write};
use std::net::TcpStream;

use domain::Role;
use masthead::{Config, ForwardedHeader, HttpConfig, Server, SignInLimits, TrustedProxies};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tests::{Editor, PASSWORD, TestApp, TestResponse};

/// Six attempts per address, with a refill that takes hours.
const LIMITS: SignInLimits =
    SignInLimits { per_account: 1_000, per_address: 6, refill_milliseconds: 4 * 3_600_000 };

/// Starts a server with these limits behind these trusted proxies, and returns a client for it.
async fn start_throttled(app: &TestApp, proxies: &str, header: ForwardedHeader) -> (Server, Editor) {
    let trusted_proxies = TrustedProxies::parse(proxies, header).unwrap();
    let http = HttpConfig { trusted_proxies, ..HttpConfig::default() };
    let server = app.start_another_with(|config| Config { sign_in_limits: LIMITS, http, ..config }).await;
    let anonymous = Editor::anonymous(&format!("http://{}", server.address()));
    (server, anonymous)
}

async fn sign_in(editor: &Editor, password: &str, header: (&str, &str)) -> TestResponse {
    let body = json!({ "email": "viewer@example.org", "password": password });
    editor.post("/sessions", body).header(header.0, header.1).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_behind_a_shared_proxy_does_not_lock_out_others() {
    let app = TestApp::start().await;
    for (header, name) in
        [(ForwardedHeader::XForwardedFor, "X-Forwarded-For"), (ForwardedHeader::Forwarded, "Forwarded")]
    {
        let (server, anonymous) = start_throttled(&app, "127.0.0.0/8, 10.0.0.0/8", header).await;
        let hops = |addresses: &[&str]| match header {
            ForwardedHeader::XForwardedFor => addresses.join(", "),
            ForwardedHeader::Forwarded => {
                addresses.iter().map(|address| format!("for=\"{address}\"")).collect::<Vec<_>>().join(", ")
            }
        };
        for _ in 0..6 {
            sign_in(&anonymous, "a guess", (name, &hops(&["203.0.113.9", "10.1.2.3"]))).await.expect(401);
        }
        // Addresses that a client puts into the header itself stand left of the one that the proxy appends, and are
        // ignored.
        for made_up in ["198.51.100.1", "127.0.0.1", "10.0.0.1", "unknown"] {
            let chain = hops(&[made_up, "203.0.113.9", "10.1.2.3"]);
            sign_in(&anonymous, PASSWORD, (name, &chain)).await.expect(429);
        }
        for other in 10..20 {
            let chain = hops(&[&format!("203.0.113.{other}"), "10.1.2.3"]);
            sign_in(&anonymous, PASSWORD, (name, &chain)).await.expect(201);
        }
        // An IPv6 /64 network counts as one address.
        for host in 1..=6 {
            let chain = hops(&[&format!("[2001:db8::{host}]")]);
            sign_in(&anonymous, "a guess", (name, &chain)).await.expect(401);
        }
        sign_in(&anonymous, PASSWORD, (name, &hops(&["[2001:db8::7]"]))).await.expect(429);
        sign_in(&anonymous, PASSWORD, (name, &hops(&["[2001:db8:0:1::7]"]))).await.expect(201);
        server.stop(std::future::pending()).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn forwarded_headers_from_untrusted_peers_are_ignored() {
    let app = TestApp::start().await;
    let (server, anonymous) = start_throttled(&app, "10.0.0.0/8", ForwardedHeader::XForwardedFor).await;
    for number in 0..6 {
        let made_up = format!("203.0.113.{number}");
        sign_in(&anonymous, "a guess", ("X-Forwarded-For", &made_up)).await.expect(401);
    }
    sign_in(&anonymous, PASSWORD, ("X-Forwarded-For", "203.0.113.77")).await.expect(429);
    server.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rate_limit_applies_before_the_body_is_read() {
    let app = TestApp::start().await;
    let (server, anonymous) = start_throttled(&app, "", ForwardedHeader::XForwardedFor).await;
    for _ in 0..6 {
        sign_in(&anonymous, "a guess", ("X-A", "b")).await.expect(401);
    }
    let address = server.address();
    // Token refreshes have their own limit, four times as high.
    for _ in 0..24 {
        anonymous.post("/sessions/refresh", json!({ "refresh_token": "a guess" })).send().await.expect(401);
    }
    for path in ["sessions", "password-resets", "sessions/refresh"] {
        let answered = tokio::task::spawn_blocking(move || {
            let mut stream = TcpStream::connect(address).unwrap();
            let head = "HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n";
            stream.write_all(format!("POST /editorial/v1/{path} {head}").as_bytes()).unwrap();
            let mut start = [0; 12];
            stream.read_exact(&mut start).unwrap();
            String::from_utf8(start.to_vec()).unwrap()
        });
        assert_eq!(answered.await.unwrap(), "HTTP/1.1 429", "{path}");
    }
    server.stop(std::future::pending()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn oversized_bodies_are_413_for_every_operation() {
    let app = TestApp::start().await;
    let admin = app.editor(Role::Admin).await;
    let document: Value = serde_json::from_str(&masthead::editorial_document()).unwrap();
    let http = Client::builder().no_proxy().build().unwrap();
    let mut limits = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Some(body) = operation.get("requestBody") else { continue };
            let most = usize::try_from(body["x-max-bytes"].as_u64().unwrap()).unwrap();
            let words = if most == 16 << 10 { "At most 16 KiB." } else { "At most 6 MiB." };
            assert!(body["description"].as_str().unwrap().ends_with(words), "{method} {path}: {body}");
            assert!(operation["responses"].get("413").is_some(), "{method} {path}");
            let (media_type, _) = body["content"].as_object().unwrap().iter().next().unwrap();
            let path = path.replace("{id}", &admin.id);
            let method: Method = method.to_ascii_uppercase().parse().unwrap();
            let ask = |length: usize| {
                let asked = http.request(method.clone(), format!("{}{path}", app.base_url()));
                let asked = asked.header("content-type", media_type).header("if-match", "\"1\"");
                let asked = if operation.get("security") == Some(&json!([{}])) {
                    asked
                } else {
                    asked.bearer_auth(&admin.token)
                };
                asked.body(" ".repeat(length)).send()
            };
            assert_eq!(ask(most + 1).await.unwrap().status().as_u16(), 413, "{method} {path}");
            assert_eq!(ask(most).await.unwrap().status().as_u16(), 400, "{method} {path}");
            limits.push(most);
        }
    }
    assert!(limits.iter().filter(|most| **most == 16 << 10).count() == 3, "{limits:?}");
    assert!(limits.len() > 10, "{limits:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn problem_responses_stay_small_for_requests_with_many_mistakes() {
    let app = TestApp::start().await;
    let (admin, reader) = (app.editor(Role::Admin).await, &app.reader);
    let path = format!("/v1/teasers?{}", vec!["a"; 4_000].join("&"));
    let refused = reader.request_unvalidated(Method::GET, &path, &[]).await;
    assert_eq!(refused.status, 400);
    assert!(refused.bytes.len() < 1_000, "{}", refused.text());
    let path = format!("/v1/teasers?{}", vec!["a"; 50].join("&"));
    let refused = reader.request_unvalidated(Method::GET, &path, &[]).await;
    assert_truncated(&serde_json::from_slice(&refused.bytes).unwrap(), 30);
    let members = (0..5_000).map(|number| (format!("unknown_{number}"), json!(1))).collect();
    let refused = admin.post("/previews", Value::Object(members)).skip_request_validation().send().await;
    assert!(refused.bytes.len() < 2_000, "{}", refused.text());
    let draft = app.seed_draft(app.seed_section("engineering").await, "a-slug", "Words.").await;
    let members = (0..5_000).map(|number| (format!("unknown_{number}"), json!(1))).collect();
    let patch = admin.patch(&format!("/drafts/{}", draft.id.0), 1, Value::Object(members));
    assert_truncated(&patch.skip_request_validation().send().await.expect(400), 4_980);
}

/// Asserts that a problem lists twenty errors, and then how many more there are.
fn assert_truncated(refused: &Value, more: usize) {
    let errors = refused["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 21, "{refused}");
    assert_eq!(errors[20]["rule"], "more");
    assert_eq!(errors[20]["detail"], format!("And {more} more."));
    assert_eq!((&errors[20]["parameter"], &errors[20]["pointer"]), (&Value::Null, &Value::Null));
}
