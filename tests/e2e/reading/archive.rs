//! The archive: how much was published when.

use serde_json::json;
use tests::Newsroom;

use crate::stage::Stage;

#[tokio::test(flavor = "multi_thread")]
async fn the_archive_counts_what_is_live_by_year_and_month() {
    let stage = Stage::open().await;
    let reader = &stage.newsroom.reader;
    assert_eq!(reader.get("/v1/archive").await.expect(200), json!({ "years": [] }));
    let mut drafts = Vec::new();
    for (slug, at) in [
        ("a", "2025-12-31T23:59:59Z"),
        ("b", "2026-01-01T00:00:00Z"),
        ("c", "2026-04-27T08:00:00Z"),
        ("d", "2026-04-01T00:00:00+02:00"),
        ("e", "2026-04-30T23:59:59Z"),
    ] {
        let draft = stage.draft(slug).await;
        stage.save(&draft, json!({ "first_published_at": at })).await;
        stage.publish(&draft).await.expect(201);
        drafts.push(draft);
    }
    let month = |month: i32, count: i32| json!({ "month": month, "article_count": count });
    let last = json!({ "year": 2025, "article_count": 1, "months": [month(12, 1)] });
    let this = json!({ "year": 2026, "article_count": 4, "months": [month(4, 2), month(3, 1), month(1, 1)] });
    assert_eq!(reader.get("/v1/archive").await.expect(200), json!({ "years": [this, last] }));
    stage.act(&drafts[0], "withdraw").await.expect(200);
    assert_eq!(reader.get("/v1/archive").await.expect(200), json!({ "years": [this] }));
    assert_eq!(reader.get("/v1/archive?locale=de").await.expect(200), json!({ "years": [] }));
    let answer = reader.unchecked(reqwest::Method::GET, "/v1/archive?year=2026", &[]).await;
    assert_eq!(answer.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_archive_counts_as_lists_do() {
    let newsroom = Newsroom::open().await;
    newsroom.import(include_str!("../../fixtures/teasers.txt")).await.unwrap();
    let archive = newsroom.reader.get("/v1/archive").await.expect(200);
    let years = archive["years"].as_array().unwrap();
    let counts = years.iter().map(|year| year["article_count"].as_i64().unwrap());
    let total = newsroom.reader.get("/v1/teasers?total=true").await.expect(200);
    assert_eq!(total["page"]["total"], counts.sum::<i64>().to_string());
}
