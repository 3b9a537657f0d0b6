//! A feed goes in, teasers come out.

use tests::Newsroom;

use super::FEED;

#[tokio::test(flavor = "multi_thread")]
async fn standfirsts_come_back_byte_for_byte_and_the_same_feed_again_changes_nothing() {
    let newsroom = Newsroom::open().await;
    let report = newsroom.import(FEED).await.unwrap();
    assert_eq!((report.made_count(), report.unchanged_count(), report.sequence), (12, 0, Some(1)));

    let teasers = newsroom.reader.get("/v1/teasers").await.expect(200);
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

    let again = newsroom.import(FEED).await.unwrap();
    assert_eq!((again.made_count(), again.unchanged_count(), again.sequence), (0, 12, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_feed_names_its_line_and_imports_nothing() {
    let newsroom = Newsroom::open().await;
    let broken = FEED.replacen("Dispatch\nMost webhook", "Most webhook", 1);
    let refused = newsroom.import(&broken).await.unwrap_err().to_string();
    assert!(refused.contains("line "), "{refused}");
    let teasers = newsroom.reader.get("/v1/teasers").await.expect(200);
    assert_eq!(teasers["data"].as_array().unwrap().len(), 0);
}
