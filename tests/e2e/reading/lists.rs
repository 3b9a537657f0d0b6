//! Lists: filters, pagination and invalid parameters.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use reqwest::Method;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tests::TestApp;

use super::FEED;

#[tokio::test(flavor = "multi_thread")]
async fn pagination_covers_the_whole_list_in_both_directions() {
    let app = TestApp::start().await;
    app.import_teasers(FEED).await.unwrap();
    let mut seen = Vec::new();
    let mut page = app.reader.get("/v1/teasers?limit=5&total=true").await.expect(200);
    assert_eq!(page["page"]["total"], "12");
    loop {
        seen.extend(page["data"].as_array().unwrap().iter().map(|teaser| teaser["id"].to_string()));
        let Some(next) = page["page"]["next"].as_str() else { break };
        page = app.reader.get(&format!("/v1/teasers?limit=5&after={next}")).await.expect(200);
    }
    let whole = app.reader.get("/v1/teasers?limit=100").await.expect(200);
    let whole: Vec<String> =
        whole["data"].as_array().unwrap().iter().map(|teaser| teaser["id"].to_string()).collect();
    assert_eq!(seen, whole);

    let previous = page["page"]["previous"].as_str().unwrap();
    let before = app.reader.get(&format!("/v1/teasers?limit=5&before={previous}")).await.expect(200);
    let ids: Vec<String> =
        before["data"].as_array().unwrap().iter().map(|teaser| teaser["id"].to_string()).collect();
    assert_eq!(ids, whole[5..10]);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_select_matching_entries() {
    let app = TestApp::start().await;
    app.import_teasers(FEED).await.unwrap();
    for (query, count) in [
        ("section=engineering", 12),
        ("section=engineering,other", 12),
        ("section=other", 0),
        ("kicker=Dispatch", 12),
        ("tag=none", 0),
        ("published_since=2100-01-01T00:00:00Z", 0),
        ("published_before=2100-01-01T00:00:00Z", 12),
        ("published_before=9999-12-31T23:59:59Z", 12),
        ("published_since=0000-01-01T00:00:00Z", 12),
        ("locale=de", 0),
        ("sort=updated_at", 12),
    ] {
        let page = app.reader.get(&format!("/v1/teasers?{query}")).await.expect(200);
        assert_eq!(page["data"].as_array().unwrap().len(), count, "{query}");
    }
    // Values that no term can have are valid, and match nothing.
    for nobody in
        [format!("section={}", "a".repeat(97)), format!("kicker={}", "a".repeat(41)), "kicker=!".to_owned()]
    {
        let page = app.reader.get(&format!("/v1/teasers?{nobody}")).await.expect(200);
        assert_eq!(page["data"].as_array().unwrap().len(), 0, "{nobody}");
    }
    let sections = app.reader.get("/v1/sections?total=true").await.expect(200);
    assert_eq!(
        (&sections["data"][0]["article_count"], &sections["page"]["total"]),
        (&12.into(), &"1".into())
    );
    let kickers = app.reader.get("/v1/kickers").await.expect(200);
    assert_eq!(kickers["data"][0]["slug"], "dispatch");
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_parameters_are_all_reported_at_once() {
    let app = TestApp::start().await;
    let both =
        app.reader.request_unvalidated(Method::GET, "/v1/teasers?limit=0&sort=size", &[]).await.expect(400);
    assert_eq!(both["errors"].as_array().unwrap().len(), 2);
    let unknown = app.reader.request_unvalidated(Method::GET, "/v1/teasers?sectoin=x", &[]).await.expect(400);
    assert!(unknown["errors"][0]["detail"].as_str().unwrap().contains("`section`"), "{unknown}");
    for query in
        ["section=a&section=b", "after=x", "section=A", "limit=1e9", "published_since=0000-01-01", "ids=1"]
    {
        app.reader.request_unvalidated(Method::GET, &format!("/v1/teasers?{query}"), &[]).await.expect(400);
    }
    for query in [
        "limit=05",
        "limit=%2B5",
        "kicker=",
        "published_since=2026-01-01%2000:00:00Z",
        "ids=0199A3C2-5D1E-7C3A-9B1F-4F0D2C8E7A61",
        &format!("tag={}a", "a,".repeat(50)),
    ] {
        app.reader.request_unvalidated(Method::GET, &format!("/v1/teasers?{query}"), &[]).await.expect(400);
    }
    for path in ["/livez?x=1", "/readyz?x=1", "/v1/site?x=1"] {
        app.reader.request_unvalidated(Method::GET, path, &[]).await.expect(400);
    }
    for query in ["after=x&before=y", "limit=101", "total=maybe", "locale=-"] {
        app.reader.request_unvalidated(Method::GET, &format!("/v1/tags?{query}"), &[]).await.expect(400);
    }
    let posted = app.reader.request_unvalidated(Method::POST, "/v1/teasers", &[]).await;
    assert_eq!((posted.status, posted.header("allow")), (405, "GET, HEAD, OPTIONS"));
    assert_eq!(app.reader.request_unvalidated(Method::GET, "/v1/teasers/", &[]).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_cursors_are_refused() {
    let app = TestApp::start().await;
    app.import_teasers(FEED).await.unwrap();
    let section = app.seed_section("bridges").await;
    app.publish(&app.seed_draft(section, "a-slug", "x").await).await.unwrap();
    let id = "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";
    for (list, keys) in [
        (
            "/v1/teasers?limit=1",
            [json!(["-262143-01-01T00:00:00Z", id]), json!(["+262142-12-31T23:59:59Z", id]), json!([0, id])],
        ),
        ("/v1/sections?limit=1", [json!("\0"), json!("A B"), json!("x".repeat(3_000))]),
        (
            "/v1/search?q=engineering&limit=1",
            [
                json!([0.5, "-262143-01-01T00:00:00Z", id]),
                json!([null, "2026-01-01T00:00:00Z", id]),
                json!(["inf", "2026-01-01T00:00:00Z", id]),
            ],
        ),
    ] {
        let page = app.reader.get(list).await.expect(200);
        let cursor = page["page"]["next"].as_str().unwrap();
        for key in keys {
            let forged = app.reader.get(&format!("{list}&after={}", forge_cursor(cursor, &key))).await;
            assert_eq!(forged.status, 400, "{list} {key}");
        }
    }
}

/// Replaces the key in a cursor and recomputes its checksum.
fn forge_cursor(cursor: &str, key: &Value) -> String {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).unwrap();
    let mut inside: Value = serde_json::from_slice(&bytes[..bytes.len() - 8]).unwrap();
    inside["key"] = key.clone();
    let mut bytes = serde_json::to_vec(&inside).unwrap();
    let checksum = Sha256::digest(&bytes);
    bytes.extend(&checksum[..8]);
    URL_SAFE_NO_PAD.encode(bytes)
}
