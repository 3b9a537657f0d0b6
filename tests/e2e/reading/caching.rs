//! The response cache: hits, invalidation, shared entries, eviction and conditional requests.

use std::collections::BTreeSet;
use std::io::Read;

use futures_util::future::join_all;
use masthead::{Config, DeliveryConfig};
use reqwest::Method;
use serde_json::json;
use tests::{Reader, StatementRecorder, TestApp, TestDatabase, delivery_config, eventually};

use super::FEED;
use crate::fixture::Fixture;

const HIT: &str = "masthead; hit; ttl=60";

async fn cache_status(reader: &Reader, path: &str) -> String {
    reader.get(path).await.header("cache-status").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn responses_are_cached_until_an_act_invalidates_them() {
    let fixture = Fixture::new().await;
    let one = fixture.publish_new("one").await;
    fixture.publish_new_in_own_section("two").await;
    let reader = &fixture.app.reader;
    for path in [
        "/v1/articles/one",
        "/v1/articles/two",
        "/v1/teasers",
        "/v1/teasers?section=engineering",
        "/v1/sections",
    ] {
        assert_eq!(cache_status(reader, path).await, "masthead; fwd=miss; stored", "{path}");
        assert_eq!(cache_status(reader, path).await, HIT, "{path}");
    }
    fixture.save(&one, json!({ "headline": "Another headline" })).await;
    assert_eq!(cache_status(reader, "/v1/articles/one").await, HIT, "a draft is nothing that readers see");
    fixture.publish(&one).await.expect(201);
    assert_eq!(fixture.article("one").await["headline"], "Another headline");
    assert_eq!(cache_status(reader, "/v1/articles/two").await, HIT, "another article");
    let teasers = reader.get("/v1/teasers?section=engineering").await;
    assert_eq!(teasers.header("cache-status"), "masthead; fwd=miss; stored");
    assert!(teasers.text().contains("Another headline"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_is_visible_at_once_on_its_server_and_soon_on_others() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("one").await;
    let (_server, other) = fixture.app.start_another_with_reader().await;
    for number in 0..20 {
        let headline = format!("Headline {number}");
        fixture.save(&draft, json!({ "headline": headline })).await;
        fixture.publish(&draft).await.expect(201);
        assert_eq!(fixture.article("one").await["headline"], headline);
        eventually(async || {
            (other.get("/v1/articles/one").await.expect(200)["headline"] == headline).then_some(())
        })
        .await;
        assert_eq!(cache_status(&fixture.app.reader, "/v1/articles/one").await, HIT);
    }
    fixture.post_action(&draft, "withdraw").await.expect(200);
    assert_eq!(fixture.article_status("one").await, 410);
    eventually(async || (other.get("/v1/articles/one").await.status == 410).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_cache_misses_read_the_database_once() {
    let fixture = Fixture::new().await;
    fixture.publish_new("one").await;
    let database = &fixture.app.database;
    let recorder = StatementRecorder::start(database).await;
    let (_server, other) = fixture.app.start_another_with_reader().await;
    let (catalogue, recorded) = recorder
        .record(async {
            let asked = (0..1_000).map(|_| other.get("/v1/articles/one"));
            let responses = join_all(asked).await;
            responses
                .iter()
                .map(|response| {
                    assert_eq!(response.status, 200);
                    response.header("cache-status").to_owned()
                })
                .collect::<Vec<_>>()
        })
        .await;
    recorder.stop().await;
    let reads = recorded.statements.iter().filter(|statement| statement.contains("addresses"));
    assert_eq!(reads.count(), 1, "{:?}", recorded.statements);
    assert_eq!(catalogue.iter().filter(|way| way.contains("stored")).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn min_sequence_never_returns_an_earlier_state() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("one").await;
    let (_server, other) = fixture.app.start_another_with_reader().await;
    for number in 0..10 {
        other.get("/v1/articles/one").await.expect(200);
        let headline = format!("Headline {number}");
        fixture.save(&draft, json!({ "headline": headline })).await;
        let sequence = fixture.publish(&draft).await.expect(201)["sequence"].as_i64().unwrap();
        let article = other.get(&format!("/v1/articles/one?min_sequence={sequence}")).await.expect(200);
        assert_eq!(article["headline"], headline);
        assert_eq!(cache_status(&other, "/v1/articles/one").await, HIT, "it is the same response");
    }
    let behind = other.get_allowing_5xx("/v1/teasers?min_sequence=1000000").await;
    assert_eq!(behind.header("retry-after"), "1");
    assert_eq!(behind.expect(503)["type"], "/docs/problems/behind");
    for bad in ["0", "-1", "x", "1.0", "+1", "", "9223372036854775808"] {
        let response =
            other.request_unvalidated(Method::GET, &format!("/v1/teasers?min_sequence={bad}"), &[]).await;
        assert_eq!(response.status, 400, "{bad}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn equivalent_requests_share_one_cache_entry() {
    let app = TestApp::start().await;
    app.import_teasers(FEED).await.unwrap();
    let reader = &app.reader;
    let spellings = [
        "/v1/teasers?section=a,engineering&kicker=Dispatch&limit=5",
        "/v1/teasers?limit=5&kicker=dispatch&section=engineering,a",
        "/v1/teasers?kicker=dispatch&locale=en&limit=5&section=engineering%2Ca,a&sort=-first_published_at",
        "/v1/teasers?section=a,engineering&kicker=dispatch&limit=5",
    ];
    let mut tags = BTreeSet::new();
    for (number, spelling) in spellings.into_iter().enumerate() {
        let response = reader.get(spelling).await;
        assert_eq!(response.header("cache-status") == HIT, number > 0, "{spelling}");
        tags.insert((response.header("etag").to_owned(), response.header("link").to_owned()));
        response.expect(200);
    }
    assert_eq!(tags.len(), 1);
    for (one, other) in [
        ("/v1/teasers?limit=5", "/v1/teasers?limit=6"),
        ("/v1/articles?body=html", "/v1/articles?body=text"),
        ("/v1/teasers", "/v1/teasers?sort=first_published_at"),
        ("/v1/teasers?limit=7", "/v1/teasers?limit=7&total=true"),
    ] {
        reader.get(one).await.expect(200);
        assert_ne!(reader.get(other).await.header("cache-status"), HIT, "{other}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_requests_are_refused_even_when_similar_ones_are_cached() {
    let app = TestApp::start().await;
    app.import_teasers(FEED).await.unwrap();
    let reader = &app.reader;
    let good = "/v1/teasers?kicker=-&limit=5";
    reader.get(good).await.expect(200);
    for bad in [
        "/v1/teasers?kicker=&limit=5",
        "/v1/teasers?limit=5&kicker=-&utm=x",
        "/v1/teasers?kicker=-&limit=5&limit=5",
    ] {
        for _ in 0..2 {
            let response = reader.request_unvalidated(Method::GET, bad, &[]).await;
            assert_eq!((response.status, response.header("cache-control")), (400, "no-store"), "{bad}");
        }
    }
    // With this offset, the UTC year has five digits, which no request can write.
    let far = "/v1/teasers?published_since=9999-12-31T23:59:59-01:00";
    for _ in 0..2 {
        assert_eq!(reader.request_unvalidated(Method::GET, far, &[]).await.status, 200);
    }
    for year in ["%2B10000", "10000"] {
        let bad = format!("/v1/teasers?published_since={year}-01-01T00%3A59%3A59Z");
        assert_eq!(reader.request_unvalidated(Method::GET, &bad, &[]).await.status, 400, "{bad}");
    }
    reader.get("/v1/teasers").await.expect(200);
    let plain = reader.get("/v1/teasers").await;
    for header in [
        ("x-forwarded-host", "evil.example"),
        ("x-forwarded-proto", "evil"),
        ("x-original-url", "/v1/articles"),
        ("x-rewrite-url", "/v1/articles"),
        ("x-http-method-override", "POST"),
        ("forwarded", "host=evil.example"),
        ("accept", "text/html"),
        ("accept-language", "xx"),
        ("cookie", "a=b"),
        ("authorization", "Bearer x"),
        ("range", "bytes=0-1"),
    ] {
        for path in ["/v1/teasers", "/v1/teasers?limit=3"] {
            let response = reader.request_unvalidated(Method::GET, path, &[header]).await;
            assert!(!response.text().contains("evil"), "{header:?}");
            assert_eq!(response.status, 200, "{header:?}");
        }
        assert_eq!(reader.get("/v1/teasers").await.bytes, plain.bytes, "{header:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_off_requests_do_not_evict_popular_entries() {
    let app = start_with_cache_bytes(512 << 10).await;
    app.import_teasers(FEED).await.unwrap();
    let reader = &app.reader;
    let hot = ["/v1/teasers", "/v1/teasers?section=engineering", "/v1/sections", "/v1/articles"];
    for _ in 0..3 {
        for path in hot {
            reader.get(path).await.expect(200);
        }
    }
    for number in 0..3_000 {
        let path = match number % 3 {
            0 => format!("/v1/articles/stranger-{number}"),
            1 => format!("/v1/teasers?published_since=2020-01-01T00:00:00.{number:06}Z&limit=100"),
            _ => format!("/v1/teasers?tag=t-{number}"),
        };
        reader.request_unvalidated(Method::GET, &path, &[]).await;
        if number % 40 == 0 {
            for path in hot {
                reader.get(path).await.expect(200);
            }
        }
    }
    for path in hot {
        assert_eq!(cache_status(reader, path).await, HIT, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_content_encoding_has_the_same_content_and_its_own_etag() {
    let app = TestApp::start().await;
    app.import_teasers(FEED).await.unwrap();
    let reader = &app.reader;
    let plain = reader.get("/v1/teasers").await;
    let mut tags = BTreeSet::from([plain.header("etag").to_owned()]);
    for coding in ["gzip", "br", "zstd"] {
        for _ in 0..2 {
            let response = reader.get_with("/v1/teasers", &[("accept-encoding", coding)]).await;
            assert_eq!(
                (response.header("content-encoding"), response.header("vary")),
                (coding, "Accept-Encoding")
            );
            assert!(response.bytes.len() < plain.bytes.len() / 2, "{coding}");
            assert_eq!(decoded(coding, &response.bytes), plain.bytes, "{coding}");
            let tag = response.header("etag").to_owned();
            let again =
                reader.get_with("/v1/teasers", &[("accept-encoding", coding), ("if-none-match", &tag)]).await;
            assert_eq!((again.status, again.header("etag"), again.bytes.len()), (304, &*tag, 0));
            let other = reader.get_with("/v1/teasers", &[("if-none-match", &tag)]).await;
            assert_eq!(other.status, 200, "the tag of another coding");
            tags.insert(tag);
        }
    }
    assert_eq!(tags.len(), 4);
}

fn decoded(coding: &str, bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    match coding {
        "gzip" => flate2::read::GzDecoder::new(bytes).read_to_end(&mut plain).map(drop),
        "br" => brotli::Decompressor::new(bytes, 4096).read_to_end(&mut plain).map(drop),
        _ => zstd::stream::copy_decode(bytes, &mut plain),
    }
    .unwrap();
    plain
}

#[tokio::test(flavor = "multi_thread")]
async fn conditional_requests_get_the_same_response_with_and_without_cache() {
    let (kept, read) = (start_with_cache_bytes(1 << 20).await, start_with_cache_bytes(0).await);
    let mut responses = Vec::new();
    for app in [&kept, &read] {
        app.import_teasers(FEED).await.unwrap();
        let path = "/v1/articles/feature-flags-rot-faster-than-any-other-code";
        let whole = app.reader.get(path).await;
        let (tag, modified) = (whole.header("etag").to_owned(), whole.header("last-modified").to_owned());
        let junk = format!("\"{}\"", "x".repeat(7_000));
        let cases: [(u16, Vec<(&str, String)>); 14] = [
            (304, vec![("if-none-match", tag.clone())]),
            (304, vec![("if-none-match", format!("W/{tag}"))]),
            (304, vec![("if-none-match", "*".to_owned())]),
            (304, vec![("if-none-match", format!("\"a\",  {tag} ,\"b\""))]),
            (200, vec![("if-none-match", "\"a\", \"b\"".to_owned())]),
            (200, vec![("if-none-match", junk)]),
            (200, vec![("if-none-match", "no tag".to_owned())]),
            (200, vec![("if-none-match", String::new())]),
            (304, vec![("if-modified-since", modified.clone())]),
            (200, vec![("if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT".to_owned())]),
            (200, vec![("if-modified-since", "yesterday".to_owned())]),
            (200, vec![("if-none-match", "\"a\"".to_owned()), ("if-modified-since", modified.clone())]),
            (
                304,
                vec![
                    ("if-none-match", tag.clone()),
                    ("if-modified-since", "Thu, 01 Jan 1970 00:00:00 GMT".to_owned()),
                ],
            ),
            (304, vec![("if-none-match", tag.clone()), ("range", "bytes=0-3".to_owned())]),
        ];
        for (status, headers) in cases {
            let headers: Vec<(&str, &str)> =
                headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            for method in [Method::GET, Method::HEAD] {
                let response = app.reader.request_unvalidated(method.clone(), path, &headers).await;
                assert_eq!(response.status, status, "{method} {headers:?}");
                assert_eq!(
                    response.bytes.is_empty(),
                    status == 304 || method == Method::HEAD,
                    "{method} {headers:?}"
                );
                // RFC 9110, 15.4.5: a 304 has these headers with the values of the 200.
                for name in ["cache-control", "etag", "vary", "last-modified", "content-language"] {
                    if name != "last-modified" {
                        assert_eq!(response.header(name), whole.header(name), "{name}: {headers:?}");
                    }
                    assert!(!response.header(name).is_empty(), "{name}: {headers:?}");
                }
                assert!(!response.header("date").is_empty());
                responses.push((method, response.status));
            }
        }
    }
    let (first, second) = responses.split_at(responses.len() / 2);
    assert_eq!(first, second);
}

/// Starts a server whose cache holds at most this many bytes.
async fn start_with_cache_bytes(cache_bytes: u64) -> TestApp {
    let database = TestDatabase::new().await;
    let change = |config| Config { delivery: DeliveryConfig { cache_bytes, ..delivery_config() }, ..config };
    TestApp::start_with(database, change).await
}
