//! The archive: article counts by year and month.

use serde_json::json;
use tests::TestApp;

use crate::fixture::Fixture;

#[tokio::test(flavor = "multi_thread")]
async fn the_archive_counts_live_articles_by_year_and_month() {
    let fixture = Fixture::new().await;
    let reader = &fixture.app.reader;
    assert_eq!(reader.get("/v1/archive").await.expect(200), json!({ "years": [] }));
    let mut drafts = Vec::new();
    for (slug, at) in [
        ("a", "2025-12-31T23:59:59Z"),
        ("b", "2026-01-01T00:00:00Z"),
        ("c", "2026-04-27T08:00:00Z"),
        ("d", "2026-04-01T00:00:00+02:00"),
        ("e", "2026-04-30T23:59:59Z"),
    ] {
        let draft = fixture.draft(slug).await;
        fixture.save(&draft, json!({ "first_published_at": at })).await;
        fixture.publish(&draft).await.expect(201);
        drafts.push(draft);
    }
    let month = |month: i32, count: i32| json!({ "month": month, "article_count": count });
    let last = json!({ "year": 2025, "article_count": 1, "months": [month(12, 1)] });
    let this = json!({ "year": 2026, "article_count": 4, "months": [month(4, 2), month(3, 1), month(1, 1)] });
    assert_eq!(reader.get("/v1/archive").await.expect(200), json!({ "years": [this, last] }));
    fixture.post_action(&drafts[0], "withdraw").await.expect(200);
    assert_eq!(reader.get("/v1/archive").await.expect(200), json!({ "years": [this] }));
    assert_eq!(reader.get("/v1/archive?locale=de").await.expect(200), json!({ "years": [] }));
    let response = reader.request_unvalidated(reqwest::Method::GET, "/v1/archive?year=2026", &[]).await;
    assert_eq!(response.status, 400);
}

#[tokio::test(flavor = "multi_thread")]
async fn archive_counts_equal_list_totals() {
    let app = TestApp::start().await;
    app.import_teasers(include_str!("../../fixtures/teasers.txt")).await.unwrap();
    let archive = app.reader.get("/v1/archive").await.expect(200);
    let years = archive["years"].as_array().unwrap();
    let counts = years.iter().map(|year| year["article_count"].as_i64().unwrap());
    let total = app.reader.get("/v1/teasers?total=true").await.expect(200);
    assert_eq!(total["page"]["total"], counts.sum::<i64>().to_string());
}
