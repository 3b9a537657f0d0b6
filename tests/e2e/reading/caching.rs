//! Answers that are kept: when they are given, when they are old, and what cannot push them out (HC-3 to HC-6, HC-10,
//! HC-14, HC-17).

use std::collections::BTreeSet;
use std::io::Read;

use futures_util::future::join_all;
use masthead::{Config, DeliveryConfig};
use reqwest::Method;
use serde_json::json;
use tests::{Newsroom, Reader, Statements, TestDatabase, delivery, eventually};

use super::FEED;
use crate::stage::Stage;

const HIT: &str = "masthead; hit; ttl=60";

async fn way(reader: &Reader, path: &str) -> String {
    reader.get(path).await.header("cache-status").to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_read_once_is_given_again_until_an_act_touches_it() {
    let stage = Stage::open().await;
    let one = stage.live("one").await;
    stage.live_apart("two").await;
    let reader = &stage.newsroom.reader;
    for path in [
        "/v1/articles/one",
        "/v1/articles/two",
        "/v1/teasers",
        "/v1/teasers?section=engineering",
        "/v1/sections",
    ] {
        assert_eq!(way(reader, path).await, "masthead; fwd=miss; stored", "{path}");
        assert_eq!(way(reader, path).await, HIT, "{path}");
    }
    stage.save(&one, json!({ "headline": "Another headline" })).await;
    assert_eq!(way(reader, "/v1/articles/one").await, HIT, "a draft is nothing that readers see");
    stage.publish(&one).await.expect(201);
    assert_eq!(stage.article("one").await["headline"], "Another headline");
    assert_eq!(way(reader, "/v1/articles/two").await, HIT, "another article");
    let teasers = reader.get("/v1/teasers?section=engineering").await;
    assert_eq!(teasers.header("cache-status"), "masthead; fwd=miss; stored");
    assert!(teasers.text().contains("Another headline"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_acts_is_given_what_came_of_it_and_so_is_everybody_else_soon() {
    let stage = Stage::open().await;
    let draft = stage.live("one").await;
    let (_server, other) = stage.newsroom.another_reader().await;
    for number in 0..20 {
        let headline = format!("Headline {number}");
        stage.save(&draft, json!({ "headline": headline })).await;
        stage.publish(&draft).await.expect(201);
        assert_eq!(stage.article("one").await["headline"], headline);
        eventually(async || {
            (other.get("/v1/articles/one").await.expect(200)["headline"] == headline).then_some(())
        })
        .await;
        assert_eq!(way(&stage.newsroom.reader, "/v1/articles/one").await, HIT);
    }
    stage.act(&draft, "withdraw").await.expect(200);
    assert_eq!(stage.status("one").await, 410);
    eventually(async || (other.get("/v1/articles/one").await.status == 410).then_some(())).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_asked_for_by_many_at_once_is_read_once() {
    let stage = Stage::open().await;
    stage.live("one").await;
    let database = &stage.newsroom.database;
    let watch = Statements::watch(database).await;
    let (_server, other) = stage.newsroom.another_reader().await;
    let (ways, noted) = watch
        .during(async {
            let asked = (0..1_000).map(|_| other.get("/v1/articles/one"));
            let answers = join_all(asked).await;
            answers
                .iter()
                .map(|answer| {
                    assert_eq!(answer.status, 200);
                    answer.header("cache-status").to_owned()
                })
                .collect::<Vec<_>>()
        })
        .await;
    watch.end().await;
    let reads = noted.statements.iter().filter(|statement| statement.contains("addresses"));
    assert_eq!(reads.count(), 1, "{:?}", noted.statements);
    assert_eq!(ways.iter().filter(|way| way.contains("stored")).count(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_knows_of_an_act_can_ask_for_no_earlier_state() {
    let stage = Stage::open().await;
    let draft = stage.live("one").await;
    let (_server, other) = stage.newsroom.another_reader().await;
    for number in 0..10 {
        other.get("/v1/articles/one").await.expect(200);
        let headline = format!("Headline {number}");
        stage.save(&draft, json!({ "headline": headline })).await;
        let sequence = stage.publish(&draft).await.expect(201)["sequence"].as_i64().unwrap();
        let article = other.get(&format!("/v1/articles/one?min_sequence={sequence}")).await.expect(200);
        assert_eq!(article["headline"], headline);
        assert_eq!(way(&other, "/v1/articles/one").await, HIT, "it is the same answer");
    }
    let behind = other.in_trouble("/v1/teasers?min_sequence=1000000").await;
    assert_eq!(behind.header("retry-after"), "1");
    assert_eq!(behind.expect(503)["type"], "/docs/problems/behind");
    for bad in ["0", "-1", "x", "1.0", "+1", "", "9223372036854775808"] {
        let answer = other.unchecked(Method::GET, &format!("/v1/teasers?min_sequence={bad}"), &[]).await;
        assert_eq!(answer.status, 400, "{bad}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_that_mean_the_same_have_one_answer() {
    let newsroom = Newsroom::open().await;
    newsroom.import(FEED).await.unwrap();
    let reader = &newsroom.reader;
    let spellings = [
        "/v1/teasers?section=a,engineering&kicker=Dispatch&limit=5",
        "/v1/teasers?limit=5&kicker=dispatch&section=engineering,a",
        "/v1/teasers?kicker=dispatch&locale=en&limit=5&section=engineering%2Ca,a&sort=-first_published_at",
        "/v1/teasers?section=a,engineering&kicker=dispatch&limit=5",
    ];
    let mut tags = BTreeSet::new();
    for (number, spelling) in spellings.into_iter().enumerate() {
        let answer = reader.get(spelling).await;
        assert_eq!(answer.header("cache-status") == HIT, number > 0, "{spelling}");
        tags.insert((answer.header("etag").to_owned(), answer.header("link").to_owned()));
        answer.expect(200);
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
async fn what_no_request_may_say_is_refused_however_much_is_kept() {
    let newsroom = Newsroom::open().await;
    newsroom.import(FEED).await.unwrap();
    let reader = &newsroom.reader;
    let good = "/v1/teasers?kicker=-&limit=5";
    reader.get(good).await.expect(200);
    for bad in [
        "/v1/teasers?kicker=&limit=5",
        "/v1/teasers?limit=5&kicker=-&utm=x",
        "/v1/teasers?kicker=-&limit=5&limit=5",
    ] {
        for _ in 0..2 {
            let answer = reader.unchecked(Method::GET, bad, &[]).await;
            assert_eq!((answer.status, answer.header("cache-control")), (400, "no-store"), "{bad}");
        }
    }
    // An offset leads into a year that no request can write in UTC.
    let far = "/v1/teasers?published_since=9999-12-31T23:59:59-01:00";
    for _ in 0..2 {
        assert_eq!(reader.unchecked(Method::GET, far, &[]).await.status, 200);
    }
    for year in ["%2B10000", "10000"] {
        let bad = format!("/v1/teasers?published_since={year}-01-01T00%3A59%3A59Z");
        assert_eq!(reader.unchecked(Method::GET, &bad, &[]).await.status, 400, "{bad}");
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
            let answer = reader.unchecked(Method::GET, path, &[header]).await;
            assert!(!answer.text().contains("evil"), "{header:?}");
            assert_eq!(answer.status, 200, "{header:?}");
        }
        assert_eq!(reader.get("/v1/teasers").await.bytes, plain.bytes, "{header:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_cannot_push_out_what_everybody_reads() {
    let newsroom = small(512 << 10).await;
    newsroom.import(FEED).await.unwrap();
    let reader = &newsroom.reader;
    let hot = ["/v1/teasers", "/v1/teasers?section=engineering", "/v1/sections", "/v1/articles"];
    for _ in 0..3 {
        for path in hot {
            reader.get(path).await.expect(200);
        }
    }
    for number in 0..1_500 {
        let path = match number % 3 {
            0 => format!("/v1/articles/stranger-{number}"),
            1 => format!("/v1/teasers?published_since=2020-01-01T00:00:00.{number:06}Z&limit=100"),
            _ => format!("/v1/teasers?tag=t-{number}"),
        };
        reader.unchecked(Method::GET, &path, &[]).await;
        if number % 40 == 0 {
            for path in hot {
                reader.get(path).await.expect(200);
            }
        }
    }
    for path in hot {
        assert_eq!(way(reader, path).await, HIT, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_coding_says_the_same_and_has_a_tag_of_its_own() {
    let newsroom = Newsroom::open().await;
    newsroom.import(FEED).await.unwrap();
    let reader = &newsroom.reader;
    let plain = reader.get("/v1/teasers").await;
    let mut tags = BTreeSet::from([plain.header("etag").to_owned()]);
    for coding in ["gzip", "br", "zstd"] {
        for _ in 0..2 {
            let answer = reader.get_with("/v1/teasers", &[("accept-encoding", coding)]).await;
            assert_eq!(
                (answer.header("content-encoding"), answer.header("vary")),
                (coding, "Accept-Encoding")
            );
            assert!(answer.bytes.len() < plain.bytes.len() / 2, "{coding}");
            assert_eq!(decoded(coding, &answer.bytes), plain.bytes, "{coding}");
            let tag = answer.header("etag").to_owned();
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
async fn conditional_requests_are_answered_alike_from_what_is_kept_and_from_the_database() {
    let (kept, read) = (small(1 << 20).await, small(0).await);
    let mut answers = Vec::new();
    for newsroom in [&kept, &read] {
        newsroom.import(FEED).await.unwrap();
        let path = "/v1/articles/feature-flags-rot-faster-than-any-other-code";
        let whole = newsroom.reader.get(path).await;
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
                let answer = newsroom.reader.unchecked(method.clone(), path, &headers).await;
                assert_eq!(answer.status, status, "{method} {headers:?}");
                assert_eq!(
                    answer.bytes.is_empty(),
                    status == 304 || method == Method::HEAD,
                    "{method} {headers:?}"
                );
                // RFC 9110, 15.4.5: what the whole answer would have said.
                for name in ["cache-control", "etag", "vary", "last-modified", "content-language"] {
                    if name != "last-modified" {
                        assert_eq!(answer.header(name), whole.header(name), "{name}: {headers:?}");
                    }
                    assert!(!answer.header(name).is_empty(), "{name}: {headers:?}");
                }
                assert!(!answer.header("date").is_empty());
                answers.push((method, answer.status));
            }
        }
    }
    let (first, second) = answers.split_at(answers.len() / 2);
    assert_eq!(first, second);
}

/// A newsroom that keeps at most so many bytes of answers.
async fn small(cache_bytes: u64) -> Newsroom {
    let database = TestDatabase::new().await;
    let change = |config| Config { delivery: DeliveryConfig { cache_bytes, ..delivery() }, ..config };
    Newsroom::open_changed(database, change).await
}
