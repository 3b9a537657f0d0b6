//! HTTP caches in front of the server: Varnish with purging and nginx without, as configured in `examples/edge`; and
//! several servers behind nginx, as `make cluster` starts them. Run with `make test-edge`, because the programs must be
//! installed.

mod caches;
mod servers;

use std::net::SocketAddr;
use std::time::Instant;

use cluster::SUPERUSER;
use domain::Role;
use masthead::{CacheTagHeader, Config, DeliveryConfig};
use reqwest::Method;
use serde_json::{Value, json};
use store::testing;
use tests::{Editor, Reader, TestApp, TestDatabase, delivery_config, eventually, id};

use crate::caches::{Nginx, Varnish, free_address};

/// A server with both caches in front.
struct Edge {
    app: TestApp,
    editor: Editor,
    section: String,
    varnish: Varnish,
    nginx: Nginx,
}

impl Edge {
    async fn start() -> Self {
        let varnish = free_address();
        let (app, editor, section) = start_with_cache_at(varnish).await;
        let origin = app.base_url().trim_start_matches("http://").parse().unwrap();
        let (varnish, nginx) = (Varnish::start(varnish, origin).await, Nginx::start(origin).await);
        Self { app, editor, section, varnish, nginx }
    }

    async fn publish_new(&self, slug: &str) -> String {
        let draft = id(&self.editor.create_draft(&self.section, slug).await);
        self.publish(&draft, json!({})).await;
        draft
    }

    async fn publish(&self, draft: &str, patch: Value) {
        let path = format!("/drafts/{draft}");
        let revision = self.editor.get(&path).send().await.expect(200)["revision"].as_i64().unwrap();
        let saved = self.editor.patch(&path, revision, patch).send().await.expect(200);
        let seen = saved["revision"].as_i64().unwrap();
        self.editor.post(&format!("{path}/publish"), json!({})).if_match(seen).send().await.expect(201);
    }

    /// Waits until Varnish has confirmed every act.
    async fn wait_until_purged(&self) {
        eventually(async || unpurged_caches(&self.app).await.is_empty().then_some(())).await;
    }

    fn direct_and_caches(&self) -> [(&'static str, &Reader); 3] {
        [("direct", &self.app.reader), ("nginx", &self.nginx.reader), ("varnish", &self.varnish.reader)]
    }
}

/// A server that purges the cache at this address, an administrator, and a section.
async fn start_with_cache_at(varnish: SocketAddr) -> (TestApp, Editor, String) {
    let change = |config: Config| Config {
        delivery: DeliveryConfig { cache_tag_header: CacheTagHeader::SurrogateKey, ..delivery_config() },
        purge_urls: vec![format!("http://{varnish}/")],
        ..config
    };
    let app = TestApp::start_with(TestDatabase::new().await, change).await;
    let editor = app.editor(Role::Admin).await;
    let section = editor.create_term("section", "engineering").await;
    (app, editor, section)
}

/// The caches that have not confirmed every act.
async fn unpurged_caches(app: &TestApp) -> Vec<String> {
    let behind = "SELECT edges.url AS text FROM operations.edges, operations.counter WHERE purged < sequence";
    testing::texts(&app.database.access(SUPERUSER), behind).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn purges_are_retried_until_the_cache_responds() {
    let address = free_address();
    let (app, editor, section) = start_with_cache_at(address).await;
    let draft = id(&editor.create_draft(&section, "one").await);
    editor.post(&format!("/drafts/{draft}/publish"), json!({})).if_match(1).send().await.expect(201);
    eventually(async || {
        let jobs = editor.get("/jobs?kind=purge_edge").send().await.expect(200);
        (jobs["data"][0]["failures"].as_i64()? > 1).then_some(())
    })
    .await;
    assert_eq!(unpurged_caches(&app).await.len(), 1);
    let origin = app.base_url().trim_start_matches("http://").parse().unwrap();
    let _varnish = Varnish::start(address, origin).await;
    eventually(async || unpurged_caches(&app).await.is_empty().then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn purges_wait_until_every_instance_has_confirmed() {
    let edge = Edge::start().await;
    let database = edge.app.database.access(SUPERUSER);
    let unconfirmed_instance = "INSERT INTO operations.instances (id, applied) VALUES (gen_random_uuid(), 0)";
    testing::execute(&database, unconfirmed_instance).await.unwrap();
    edge.publish_new("one").await;
    eventually(async || {
        let jobs = edge.editor.get("/jobs?kind=purge_edge").send().await.expect(200);
        jobs["data"][0]["last_error"].as_str()?.contains("has not applied the act yet").then_some(())
    })
    .await;
    assert_eq!(unpurged_caches(&edge.app).await.len(), 1);
    testing::execute(&database, "UPDATE operations.instances SET applied = 1000 WHERE applied = 0")
        .await
        .unwrap();
    edge.wait_until_purged().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn varnish_purges_only_what_an_act_touched() {
    let edge = Edge::start().await;
    let one = edge.publish_new("one").await;
    // In another section, because related articles would otherwise link the two.
    let elsewhere = edge.editor.create_term("section", "operations").await;
    edge.publish(&id(&edge.editor.create_draft(&elsewhere, "two").await), json!({})).await;
    // Purges still in flight would evict what is cached below.
    edge.wait_until_purged().await;
    let varnish = &edge.varnish.reader;
    let paths = ["/v1/articles/one", "/v1/articles/two", "/v1/teasers", "/v1/teasers?section=engineering"];
    let is_cached = async |path: &str| varnish.get(path).await.header("x-varnish").contains(' ');
    for path in paths {
        eventually(async || is_cached(path).await.then_some(())).await;
    }
    for number in 0..5 {
        let headline = format!("Headline {number}");
        edge.publish(&one, json!({ "headline": headline })).await;
        let started = Instant::now();
        eventually(async || {
            (varnish.get("/v1/articles/one").await.expect(200)["headline"] == headline).then_some(())
        })
        .await;
        eventually(async || varnish.get("/v1/teasers").await.text().contains(&headline).then_some(())).await;
        println!("fresh at the edge after {:?}", started.elapsed());
        assert!(is_cached("/v1/articles/two").await, "another article");
    }
    edge.editor.post_empty(&format!("/drafts/{one}/take-down")).send().await.expect(200);
    eventually(async || (varnish.get("/v1/articles/one").await.status == 410).then_some(())).await;
    // Cached 404s are purged too.
    assert_eq!(varnish.get("/v1/articles/three").await.status, 404);
    edge.publish_new("three").await;
    eventually(async || (varnish.get("/v1/articles/three").await.status == 200).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn private_responses_are_never_cached() {
    let edge = Edge::start().await;
    let draft = id(&edge.editor.create_draft(&edge.section, "secret").await);
    let preview = edge.editor.post("/previews", json!({ "drafts": [draft] })).send().await.expect(201);
    let token = preview["token"].as_str().unwrap();
    let bearer = format!("Bearer {}", edge.editor.token);
    let shown = format!("Bearer {token}");
    for (name, reader) in edge.direct_and_caches() {
        for (path, credential) in [
            ("/editorial/v1/me".to_owned(), &bearer),
            (format!("/editorial/v1/drafts/{draft}"), &bearer),
            ("/editorial/v1/drafts".to_owned(), &bearer),
            ("/preview/v1/articles/secret".to_owned(), &shown),
            ("/preview/v1/teasers".to_owned(), &shown),
        ] {
            for _ in 0..3 {
                let response =
                    reader.request_unvalidated(Method::GET, &path, &[("authorization", credential)]).await;
                assert_eq!(response.status, 200, "{name} {path}: {}", response.text());
                let anonymous = reader.request_unvalidated(Method::GET, &path, &[]).await;
                assert!([401, 404].contains(&anonymous.status), "{name} {path} was given to a stranger");
            }
        }
        // Credentials do not affect public responses.
        for path in ["/v1/articles/secret", "/v1/teasers"] {
            let response = reader.request_unvalidated(Method::GET, path, &[("authorization", &bearer)]).await;
            assert!(!response.text().contains("About secret"), "{name} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn conditional_requests_behave_the_same_through_caches() {
    let edge = Edge::start().await;
    edge.publish_new("one").await;
    let path = "/v1/articles/one";
    let whole = edge.app.reader.get(path).await;
    let (tag, modified) = (whole.header("etag").to_owned(), whole.header("last-modified").to_owned());
    let cases: [(u16, &str, String); 7] = [
        (304, "if-none-match", tag.clone()),
        (304, "if-none-match", format!("W/{tag}")),
        (304, "if-none-match", format!("\"a\", {tag}")),
        (200, "if-none-match", "\"a\"".to_owned()),
        (200, "if-none-match", format!("\"{}\"", "x".repeat(5_000))),
        (304, "if-modified-since", modified),
        (200, "if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT".to_owned()),
    ];
    for (name, reader) in edge.direct_and_caches() {
        for _ in 0..2 {
            for (status, header, value) in &cases {
                let response = reader.request_unvalidated(Method::GET, path, &[(header, value)]).await;
                // Varnish 7 does not parse lists in `If-None-Match` and returns the full response, which is correct but
                // less efficient.
                let is_lost = name == "varnish" && value.starts_with("\"a\", ");
                let status = if is_lost { 200 } else { *status };
                assert_eq!(response.status, status, "{name} {header}: {value}");
                assert_eq!(response.bytes.is_empty(), status == 304, "{name} {header}: {value}");
                // Varnish weakens ETags only where it compresses itself.
                assert_eq!(response.header("etag"), tag, "{name} {header}: {value}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn caches_cannot_be_poisoned_or_deceived() {
    let edge = Edge::start().await;
    edge.publish_new("one").await;
    for (name, reader) in edge.direct_and_caches() {
        let plain = reader.get("/v1/articles/one").await;
        for header in [
            ("x-forwarded-host", "evil.example"),
            ("x-original-url", "/v1/teasers"),
            ("x-http-method-override", "POST"),
            ("x-forwarded-scheme", "http"),
        ] {
            let poisoned = reader.request_unvalidated(Method::GET, "/v1/articles/one", &[header]).await;
            assert_eq!((poisoned.status, &poisoned.bytes), (200, &plain.bytes), "{name} {header:?}");
            assert_eq!(reader.get("/v1/articles/one").await.bytes, plain.bytes, "{name} {header:?}");
        }
        for bad in
            ["/v1/articles/one?utm_source=x", "/v1/articles/one?locale=en&locale=en", "/v1/teasers?cb=1"]
        {
            let response = reader.request_unvalidated(Method::GET, bad, &[]).await;
            assert_eq!(
                (response.status, response.header("cache-control")),
                (400, "no-store"),
                "{name} {bad}"
            );
        }
        let bearer = format!("Bearer {}", edge.editor.token);
        for path in [
            "/editorial/v1/me/x.css",
            "/editorial/v1/me;x.css",
            "/editorial/v1/me%2ex.css",
            "/editorial/v1/me%00.css",
        ] {
            let response = reader.try_get_with(path, &[("authorization", &bearer)]).await.unwrap();
            assert!([400, 404].contains(&response.status), "{name} {path}: {}", response.status);
            assert!(!response.text().contains("admin@example.org"), "{name} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn caches_serve_stale_responses_when_the_servers_are_gone() {
    let edge = Edge::start().await;
    edge.publish_new("one").await;
    edge.wait_until_purged().await;
    let Edge { app, varnish, nginx, .. } = edge;
    for reader in [&varnish.reader, &nginx.reader] {
        for path in ["/v1/articles/one", "/v1/teasers"] {
            reader.get(path).await.expect(200);
        }
    }
    let before = app.reader.get("/v1/articles/one").await;
    app.stop().await;
    for (name, reader) in [("varnish", &varnish.reader), ("nginx", &nginx.reader)] {
        let response = reader.try_get("/v1/articles/one").await.unwrap();
        assert_eq!((response.status, response.bytes), (200, before.bytes.clone()), "{name}");
        assert_eq!(reader.try_get("/v1/articles/two").await.unwrap().status / 100, 5, "{name}");
    }
}
