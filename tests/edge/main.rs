//! What stands in front. Real caches: Varnish, which is told what to forget, and nginx, which is not, as `examples/edge`
//! sets them up; and several servers behind nginx, as `make cluster` starts them.
//! Run by `make test-edge`, because they must be installed.

mod caches;
mod servers;

use std::net::SocketAddr;
use std::time::Instant;

use cluster::SUPERUSER;
use domain::Role;
use masthead::{Config, DeliveryConfig, TagHeader};
use reqwest::Method;
use serde_json::{Value, json};
use store::testing;
use tests::{Editor, Newsroom, Reader, TestDatabase, delivery, eventually, id};

use crate::caches::{Nginx, Varnish, free_address};

/// A publication with caches in front.
struct Edge {
    newsroom: Newsroom,
    editor: Editor,
    section: String,
    varnish: Varnish,
    nginx: Nginx,
}

impl Edge {
    async fn open() -> Self {
        let varnish = free_address();
        let (newsroom, editor, section) = open_behind(varnish).await;
        let origin = newsroom.base().trim_start_matches("http://").parse().unwrap();
        let (varnish, nginx) = (Varnish::start(varnish, origin).await, Nginx::start(origin).await);
        Self { newsroom, editor, section, varnish, nginx }
    }

    async fn live(&self, slug: &str) -> String {
        let draft = id(&self.editor.given_draft(&self.section, slug).await);
        self.publish(&draft, json!({})).await;
        draft
    }

    async fn publish(&self, draft: &str, patch: Value) {
        let path = format!("/drafts/{draft}");
        let revision = self.editor.get(&path).send().await.expect(200)["revision"].as_i64().unwrap();
        let saved = self.editor.patch(&path, revision, patch).send().await.expect(200);
        let seen = saved["revision"].as_i64().unwrap();
        self.editor.post(&format!("{path}/publish"), json!({})).seen(seen).send().await.expect(201);
    }

    /// Waits until Varnish has confirmed every act.
    async fn until_purged(&self) {
        eventually(async || behind(&self.newsroom).await.is_empty().then_some(())).await;
    }

    fn fronts(&self) -> [(&'static str, &Reader); 3] {
        [("direct", &self.newsroom.reader), ("nginx", &self.nginx.reader), ("varnish", &self.varnish.reader)]
    }
}

/// A publication that tells a cache at this address what to forget, somebody who may do anything, and a section.
async fn open_behind(varnish: SocketAddr) -> (Newsroom, Editor, String) {
    let change = |config: Config| Config {
        delivery: DeliveryConfig { tags: TagHeader::SurrogateKey, ..delivery() },
        purge_urls: vec![format!("http://{varnish}/")],
        ..config
    };
    let newsroom = Newsroom::open_changed(TestDatabase::new().await, change).await;
    let editor = newsroom.editor(Role::Admin).await;
    let section = editor.given_term("section", "engineering").await;
    (newsroom, editor, section)
}

/// The caches that have not confirmed every act.
async fn behind(newsroom: &Newsroom) -> Vec<String> {
    let behind = "SELECT edges.url AS text FROM operations.edges, operations.counter WHERE purged < sequence";
    testing::texts(&newsroom.database.access(SUPERUSER), behind).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cache_that_does_not_answer_is_told_until_it_does() {
    let address = free_address();
    let (newsroom, editor, section) = open_behind(address).await;
    let draft = id(&editor.given_draft(&section, "one").await);
    editor.post(&format!("/drafts/{draft}/publish"), json!({})).seen(1).send().await.expect(201);
    eventually(async || {
        let jobs = editor.get("/jobs?kind=purge_edge").send().await.expect(200);
        (jobs["data"][0]["failures"].as_i64()? > 1).then_some(())
    })
    .await;
    assert_eq!(behind(&newsroom).await.len(), 1);
    let origin = newsroom.base().trim_start_matches("http://").parse().unwrap();
    let _varnish = Varnish::start(address, origin).await;
    eventually(async || behind(&newsroom).await.is_empty().then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cache_has_not_forgotten_until_every_server_has_heard() {
    let edge = Edge::open().await;
    let database = edge.newsroom.database.access(SUPERUSER);
    let deaf = "INSERT INTO operations.instances (id, applied) VALUES (gen_random_uuid(), 0)";
    testing::execute(&database, deaf).await.unwrap();
    edge.live("one").await;
    eventually(async || {
        let jobs = edge.editor.get("/jobs?kind=purge_edge").send().await.expect(200);
        jobs["data"][0]["last_error"].as_str()?.contains("did not hear").then_some(())
    })
    .await;
    assert_eq!(behind(&edge.newsroom).await.len(), 1);
    testing::execute(&database, "UPDATE operations.instances SET applied = 1000 WHERE applied = 0")
        .await
        .unwrap();
    edge.until_purged().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn varnish_forgets_what_an_act_touched_and_nothing_else() {
    let edge = Edge::open().await;
    let one = edge.live("one").await;
    // In another section, or each would show something of the other.
    let elsewhere = edge.editor.given_term("section", "operations").await;
    edge.publish(&id(&edge.editor.given_draft(&elsewhere, "two").await), json!({})).await;
    // What Varnish keeps before it has heard of both, it rightly forgets again.
    edge.until_purged().await;
    let varnish = &edge.varnish.reader;
    let paths = ["/v1/articles/one", "/v1/articles/two", "/v1/teasers", "/v1/teasers?section=engineering"];
    let kept = async |path: &str| varnish.get(path).await.header("x-varnish").contains(' ');
    for path in paths {
        eventually(async || kept(path).await.then_some(())).await;
    }
    for number in 0..5 {
        let headline = format!("Headline {number}");
        edge.publish(&one, json!({ "headline": headline })).await;
        let begun = Instant::now();
        eventually(async || {
            (varnish.get("/v1/articles/one").await.expect(200)["headline"] == headline).then_some(())
        })
        .await;
        eventually(async || varnish.get("/v1/teasers").await.text().contains(&headline).then_some(())).await;
        println!("fresh at the edge after {:?}", begun.elapsed());
        assert!(kept("/v1/articles/two").await, "another article");
    }
    edge.editor.act(&format!("/drafts/{one}/take-down")).send().await.expect(200);
    eventually(async || (varnish.get("/v1/articles/one").await.status == 410).then_some(())).await;
    // What was not there is forgotten too.
    assert_eq!(varnish.get("/v1/articles/three").await.status, 404);
    edge.live("three").await;
    eventually(async || (varnish.get("/v1/articles/three").await.status == 200).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_for_one_is_never_given_to_another() {
    let edge = Edge::open().await;
    let draft = id(&edge.editor.given_draft(&edge.section, "secret").await);
    let preview = edge.editor.post("/previews", json!({ "drafts": [draft] })).send().await.expect(201);
    let token = preview["token"].as_str().unwrap();
    let bearer = format!("Bearer {}", edge.editor.token);
    let shown = format!("Bearer {token}");
    for (name, reader) in edge.fronts() {
        for (path, credential) in [
            ("/editorial/v1/me".to_owned(), &bearer),
            (format!("/editorial/v1/drafts/{draft}"), &bearer),
            ("/editorial/v1/drafts".to_owned(), &bearer),
            ("/preview/v1/articles/secret".to_owned(), &shown),
            ("/preview/v1/teasers".to_owned(), &shown),
        ] {
            for _ in 0..3 {
                let answer = reader.unchecked(Method::GET, &path, &[("authorization", credential)]).await;
                assert_eq!(answer.status, 200, "{name} {path}: {}", answer.text());
                let stranger = reader.unchecked(Method::GET, &path, &[]).await;
                assert!([401, 404].contains(&stranger.status), "{name} {path} was given to a stranger");
            }
        }
        // A credential changes nothing of what is public.
        for path in ["/v1/articles/secret", "/v1/teasers"] {
            let answer = reader.unchecked(Method::GET, path, &[("authorization", &bearer)]).await;
            assert!(!answer.text().contains("About secret"), "{name} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn conditional_requests_mean_the_same_through_caches() {
    let edge = Edge::open().await;
    edge.live("one").await;
    let path = "/v1/articles/one";
    let whole = edge.newsroom.reader.get(path).await;
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
    for (name, reader) in edge.fronts() {
        for _ in 0..2 {
            for (status, header, value) in &cases {
                let answer = reader.unchecked(Method::GET, path, &[(header, value)]).await;
                // Varnish 7 does not look into lists, and answers the whole: that is right, and not as cheap.
                let is_lost = name == "varnish" && value.starts_with("\"a\", ");
                let status = if is_lost { 200 } else { *status };
                assert_eq!(answer.status, status, "{name} {header}: {value}");
                assert_eq!(answer.bytes.is_empty(), status == 304, "{name} {header}: {value}");
                // Varnish makes a tag weak only where it compresses by itself.
                assert_eq!(answer.header("etag"), tag, "{name} {header}: {value}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_poisons_or_deceives_a_cache() {
    let edge = Edge::open().await;
    edge.live("one").await;
    for (name, reader) in edge.fronts() {
        let plain = reader.get("/v1/articles/one").await;
        for header in [
            ("x-forwarded-host", "evil.example"),
            ("x-original-url", "/v1/teasers"),
            ("x-http-method-override", "POST"),
            ("x-forwarded-scheme", "http"),
        ] {
            let poisoned = reader.unchecked(Method::GET, "/v1/articles/one", &[header]).await;
            assert_eq!((poisoned.status, &poisoned.bytes), (200, &plain.bytes), "{name} {header:?}");
            assert_eq!(reader.get("/v1/articles/one").await.bytes, plain.bytes, "{name} {header:?}");
        }
        for bad in
            ["/v1/articles/one?utm_source=x", "/v1/articles/one?locale=en&locale=en", "/v1/teasers?cb=1"]
        {
            let answer = reader.unchecked(Method::GET, bad, &[]).await;
            assert_eq!((answer.status, answer.header("cache-control")), (400, "no-store"), "{name} {bad}");
        }
        let bearer = format!("Bearer {}", edge.editor.token);
        for path in [
            "/editorial/v1/me/x.css",
            "/editorial/v1/me;x.css",
            "/editorial/v1/me%2ex.css",
            "/editorial/v1/me%00.css",
        ] {
            let answer = reader.try_get_with(path, &[("authorization", &bearer)]).await.unwrap();
            assert!([400, 404].contains(&answer.status), "{name} {path}: {}", answer.status);
            assert!(!answer.text().contains("admin@example.org"), "{name} {path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn caches_go_on_when_the_servers_are_gone() {
    let edge = Edge::open().await;
    edge.live("one").await;
    edge.until_purged().await;
    let Edge { newsroom, varnish, nginx, .. } = edge;
    for reader in [&varnish.reader, &nginx.reader] {
        for path in ["/v1/articles/one", "/v1/teasers"] {
            reader.get(path).await.expect(200);
        }
    }
    let before = newsroom.reader.get("/v1/articles/one").await;
    newsroom.close().await;
    for (name, reader) in [("varnish", &varnish.reader), ("nginx", &nginx.reader)] {
        let answer = reader.try_get("/v1/articles/one").await.unwrap();
        assert_eq!((answer.status, answer.bytes), (200, before.bytes.clone()), "{name}");
        assert_eq!(reader.try_get("/v1/articles/two").await.unwrap().status / 100, 5, "{name}");
    }
}
