//! The number of SQL statements per request: one, and a second one where nothing is found, to tell 410 from 404.

use tests::{StatementRecorder, TestApp, TestDatabase};

const FEED: &str = include_str!("../../fixtures/teasers.txt");

#[tokio::test(flavor = "multi_thread")]
async fn every_read_is_one_statement() {
    let database = TestDatabase::new().await;
    let twin = database.duplicate().await;
    let recorder = StatementRecorder::start(&twin).await;
    let app = TestApp::start_on(twin.clone()).await;
    app.import_teasers(FEED).await.unwrap();
    let section = app.seed_section("bridges").await;
    let mut moved = app.seed_draft(section, "old-name", "It lives elsewhere.").await;
    app.publish(&moved).await.unwrap();
    moved.content.slug = Some(domain::Slug::try_from("new-name".to_owned()).unwrap());
    app.publish(&moved).await.unwrap();
    let withdrawn = app.seed_draft(section, "withdrawn", "It was here.").await;
    app.publish(&withdrawn).await.unwrap();
    app.withdraw(&withdrawn).await.unwrap();
    let linking = format!("[it](article:{}) lives elsewhere.", moved.article);
    let linking = app.seed_draft(section, "linking", &linking).await;
    app.publish(&linking).await.unwrap();

    for (path, status, statements) in [
        ("/v1/teasers", 200, 1),
        (
            "/v1/teasers?section=engineering,bridges&kicker=Dispatch&tag=x&tags_all=y,z&sort=updated_at",
            200,
            1,
        ),
        ("/v1/articles?body=html,markdown,text&limit=100", 200, 1),
        ("/v1/teasers/new-name", 200, 1),
        ("/v1/articles/new-name?body=html,text", 200, 1),
        ("/v1/articles/linking?body=html", 200, 1),
        (&format!("/v1/articles/id:{}", moved.article), 200, 1),
        ("/v1/articles/old-name", 308, 1),
        ("/v1/articles/withdrawn", 410, 2),
        ("/v1/articles/unknown", 404, 2),
        (&format!("/v1/teasers/id:{}", withdrawn.article), 410, 2),
        ("/v1/teasers/NOT-A-SLUG", 404, 0),
        ("/v1/resolve?path=/bridges/new-name", 200, 1),
        ("/v1/resolve?path=/bridges/old-name", 200, 1),
        ("/v1/resolve?path=/bridges/withdrawn", 200, 1),
        ("/v1/resolve?path=/bridges/unknown", 200, 1),
        ("/v1/resolve?path=/not/a/path", 200, 1),
        ("/v1/sections", 200, 1),
        ("/v1/sections/engineering", 200, 1),
        ("/v1/kickers", 200, 1),
        ("/v1/site", 200, 1),
        // A total, the bounds of a period and the time zone offsets cost one more statement.
        ("/v1/teasers?total=true", 200, 2),
        ("/v1/teasers?published_on=2026-03", 200, 2),
        ("/v1/feeds/rss", 200, 2),
    ] {
        let (response, recorded) = recorder.record(app.reader.get(path)).await;
        assert_eq!(
            (response.status, recorded.statements.len()),
            (status, statements),
            "{path}: {:#?}",
            recorded.statements
        );
    }
}
