//! Importing teasers.

use import::ReportLine;
use tests::TestApp;

use super::FEED;

#[tokio::test(flavor = "multi_thread")]
async fn imported_standfirsts_are_unchanged_and_reimporting_is_a_no_op() {
    let app = TestApp::start().await;
    let report = app.import_teasers(FEED).await.unwrap();
    assert_eq!((report.created_count(), report.unchanged_count(), report.sequence), (12, 0, Some(1)));

    let teasers = app.reader.get("/v1/teasers").await.expect(200);
    let mut standfirsts: Vec<&str> = teasers["data"]
        .as_array()
        .unwrap()
        .iter()
        .map(|teaser| teaser["standfirst"].as_str().unwrap())
        .collect();
    let mut written: Vec<&str> = FEED.lines().skip(2).step_by(3).collect();
    standfirsts.sort_unstable();
    written.sort_unstable();
    assert_eq!(standfirsts, written);
    assert!(teasers["data"].as_array().unwrap().iter().all(|teaser| {
        teaser["section"]["slug"] == "engineering"
            && teaser["kicker"] == "Dispatch"
            && teaser["sequence"] == 1
    }));

    let again = app.import_teasers(FEED).await.unwrap();
    assert_eq!((again.created_count(), again.unchanged_count(), again.sequence), (0, 12, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_feed_is_reported_with_its_line_and_imports_nothing() {
    let app = TestApp::start().await;
    let broken = FEED.replacen("Dispatch\nMost webhook", "Most webhook", 1);
    let refused = app.import_teasers(&broken).await.unwrap_err().to_string();
    assert!(refused.contains("line "), "{refused}");
    let wordless = app.import_teasers("desk\nDispatch\n!!!\n").await.unwrap_err().to_string();
    assert!(wordless.starts_with("line 1: "), "{wordless}");
    let teasers = app.reader.get("/v1/teasers").await.expect(200);
    assert_eq!(teasers["data"].as_array().unwrap().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_teaser_is_one_article_and_equal_headlines_get_numbered_slugs() {
    let app = TestApp::start().await;
    let feed = "desk\nOne\nIt holds.\n\ndesk\nTwo\nIt holds.\n\ndesk\nOne\nIt holds.\n";
    for (created, unchanged) in [(2, 1), (0, 3)] {
        let report = app.import_teasers(feed).await.unwrap();
        let line = |line: &ReportLine| format!("{} {}", line.origin, line.slug.as_ref().unwrap());
        let lines: Vec<String> = report.lines.iter().map(line).collect();
        assert_eq!(lines, ["line 1 it-holds", "line 5 it-holds-2", "line 9 it-holds"]);
        assert_eq!((report.created_count(), report.unchanged_count()), (created, unchanged));
    }
}
