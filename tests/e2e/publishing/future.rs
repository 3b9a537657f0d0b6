//! Dates in the future: they can be scheduled but not published.

use domain::Locale;
use import::markdown::{File, Folder};
use import::{FutureDates, ImportError, Options, Report};
use serde_json::{Value, json};
use store::{roles, testing};
use tests::{TestApp, eventually};

use crate::fixture::{Fixture, expect_problem};

/// The time of the database clock plus some seconds, in RFC 3339.
async fn seconds_from_now(app: &TestApp, seconds: i64) -> String {
    let query = format!(
        "SELECT to_char((now() + interval '{seconds} seconds') AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS text"
    );
    testing::texts(&app.database.access(roles::OWNER), &query).await.unwrap().remove(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn every_way_to_publish_refuses_a_date_in_the_future() {
    let fixture = Fixture::new().await;
    fixture.publish_new("first").await;
    let draft = fixture.draft("later").await;
    let tomorrow = seconds_from_now(&fixture.app, 86_400).await;
    fixture.save(&draft, json!({ "first_published_at": tomorrow })).await;
    let (kind, errors) = expect_problem(fixture.publish(&draft).await, 422);
    assert_eq!((kind.as_str(), &errors[0]["pointer"]), ("date-in-the-future", &json!("/first_published_at")));
    assert_eq!(fixture.article_status("later").await, 404);
    let dry_run = fixture.editor.post(&format!("/drafts/{draft}/publish"), json!({})).if_match(2);
    let dry_run = dry_run.header("Prefer", "dry-run").send().await;
    assert_eq!(expect_problem(dry_run, 422).0, "date-in-the-future");
    let several = json!({ "drafts": [{ "id": draft, "revision": 2 }] });
    let (kind, errors) = expect_problem(fixture.editor.post("/bulk/publish", several).send().await, 409);
    assert_eq!((kind.as_str(), &errors[0]["rule"]), ("bulk-refused", &json!("date_in_the_future")));
    // A schedule cannot be due before the date of the article.
    let earlier = seconds_from_now(&fixture.app, 3_600).await;
    assert_eq!(expect_problem(fixture.schedule(&draft, &earlier).await, 422).0, "date-in-the-future");
    fixture.schedule(&draft, &tomorrow).await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn small_clock_skew_is_tolerated_and_last_modified_is_never_in_the_future() {
    let fixture = Fixture::new().await;
    for (slug, seconds, status) in [("soon", 50, 201), ("too-late", 75, 422)] {
        let draft = fixture.draft(slug).await;
        let date = seconds_from_now(&fixture.app, seconds).await;
        fixture.save(&draft, json!({ "first_published_at": date })).await;
        assert_eq!(fixture.publish(&draft).await.status, status, "{slug}");
    }
    let item = fixture.app.reader.get("/v1/articles/soon").await;
    let at = |header: &str| chrono::DateTime::parse_from_rfc2822(item.header(header)).unwrap();
    assert!(at("last-modified") <= at("date"), "{:?}", item.headers);
    let since = [("if-modified-since", item.header("last-modified"))];
    assert_eq!(fixture.app.reader.get_with("/v1/articles/soon", &since).await.status, 304);
}

fn options(future: FutureDates) -> Options {
    let en = Locale::try_from("en".to_owned()).unwrap();
    Options { locale: en.clone(), locales: vec![en], publish: true, future, dry_run: false, redirects: None }
}

async fn import(app: &TestApp, files: &[(&str, String)], options: &Options) -> Result<Report, ImportError> {
    let file =
        |(path, text): &(&str, String)| File { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() };
    let folder = Folder { files: files.iter().map(file).collect(), skipped: Vec::new() };
    app.import_markdown(&folder, options).await
}

fn file(front: &str, body: &str) -> String {
    format!("---\nsection: desk\n{front}\n---\n{body}\n")
}

/// The draft with this slug, or null.
async fn draft(fixture: &Fixture, slug: &str) -> Value {
    let all = fixture.editor.get("/drafts?limit=100").send().await.expect(200);
    let mine = all["data"].as_array().unwrap().iter().find(|draft| draft["slug"] == slug);
    mine.cloned().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_schedules_publishes_or_skips_future_dates() {
    let fixture = Fixture::new().await;
    let app = &fixture.app;
    let later = seconds_from_now(app, 86_400).await;
    let files = [
        ("now.md", file("title: Now\ndate: 2026-01-01", "It leads to [later](later.md).")),
        (
            "later.md",
            file(&format!("title: Later\ndate: {later}"), "It leads to [now](now.md) and [last](last.md)."),
        ),
        // Hugo shows `date` but publishes at `publishDate`.
        ("last.md", file(&format!("title: Last\ndate: 2026-01-02\npublishDate: {later}"), "It is last.")),
        ("over.md", file("title: Over\ndate: 2026-01-01\nexpiryDate: 2026-01-02", "It is over.")),
    ];
    let dry = Options { dry_run: true, ..options(FutureDates::Schedule) };
    let due = |report: &Report| report.lines.iter().filter(|line| line.due_at.is_some()).count();
    let result = import(app, &files, &dry).await.unwrap();
    assert_eq!((result.created_count(), due(&result), result.sequence), (4, 2, None));
    assert!(draft(&fixture, "later").await.is_null(), "a dry run made something");

    let skipped = import(app, &files, &options(FutureDates::Skip)).await.unwrap();
    assert_eq!((skipped.created_count(), due(&skipped)), (2, 0));
    assert!(skipped.notes.iter().any(|note| note.starts_with("later.md: skipped")), "{:?}", skipped.notes);
    assert!(draft(&fixture, "later").await.is_null());

    let report = import(app, &files, &options(FutureDates::Schedule)).await.unwrap();
    assert_eq!((report.created_count(), due(&report)), (2, 2), "{report:?}");
    for slug in ["later", "last"] {
        let draft = draft(&fixture, slug).await;
        assert_eq!((&draft["status"], &draft["scheduled"]["due_at"]), (&json!("scheduled"), &json!(later)));
        assert_eq!(fixture.article_status(slug).await, 404);
    }
    assert_eq!(draft(&fixture, "over").await["status"], "draft");
    // A link to an unpublished article has no URL, and gets one when that is published.
    let html = async || fixture.article("now").await["body"]["html"].to_string();
    assert!(html().await.contains("<a>later</a>"), "{}", html().await);
    let again = import(app, &files, &options(FutureDates::Schedule)).await.unwrap();
    assert_eq!((again.unchanged_count(), again.sequence), (4, None), "{again:?}");
    let owner = app.database.access(roles::OWNER);
    testing::execute(&owner, "UPDATE delivery.schedules SET due_at = now() - interval '1 second'")
        .await
        .unwrap();
    let leads = async || html().await.contains("https://example.org/desk/later").then_some(());
    eventually(leads).await;
    assert_eq!(fixture.article("last").await["first_published_at"], "2026-01-02T00:00:00Z");

    let brought = [("brought.md", file(&format!("title: Brought\ndate: {later}"), "It is here."))];
    let report = import(app, &brought, &options(FutureDates::Publish)).await.unwrap();
    assert_eq!((report.created_count(), due(&report)), (1, 0));
    let shown = fixture.article("brought").await;
    assert_eq!(shown["first_published_at"], shown["updated_at"]);
    assert!(shown["first_published_at"].as_str().unwrap() < later.as_str());
    let again = import(app, &brought, &options(FutureDates::Publish)).await.unwrap();
    assert_eq!((again.unchanged_count(), again.sequence), (1, None), "{again:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_drafts_are_skipped_without_failing_the_import() {
    let fixture = Fixture::new().await;
    fixture.publish_new("taken").await;
    let files = [
        ("public.md", file("title: Public", "It leads to [a draft](draft.md#why).")),
        ("draft.md", file("title: Draft\ndraft: true", "Back to [it](public.md).")),
        ("twin.md", file("title: Twin\nslug: public\ndraft: true", "It has the slug of another.")),
        ("taken.md", file("title: Taken\nslug: taken\ndraft: true", "It has the slug of an article.")),
        ("long.md", file(&format!("title: {}\ndraft: true", "x".repeat(121)), "Its title is too long.")),
        ("huge.md", file("title: Huge\ndraft: true", &"x".repeat((1 << 20) + 1))),
        ("old.md", file("title: Old\ndate: 0001-01-01\ndraft: true", "Its date is none.")),
        ("_drafts/broken.md", "---\ntitle: [\n---\n".to_owned()),
    ];
    let report = import(&fixture.app, &files, &options(FutureDates::Schedule)).await.unwrap();
    assert_eq!(report.created_count(), 2, "{report:?}");
    for path in ["twin.md", "taken.md", "long.md", "huge.md", "old.md", "_drafts/broken.md"] {
        let noted = |note: &&String| note.starts_with(path) && note.ends_with("(draft skipped)");
        assert_eq!(report.notes.iter().filter(noted).count(), 1, "{path}: {:?}", report.notes);
    }
    assert_eq!(draft(&fixture, "draft").await["status"], "draft");
    let html = async || fixture.article("public").await["body"]["html"].to_string();
    assert!(html().await.contains("<a>a draft</a>"), "{}", html().await);
    let id = draft(&fixture, "draft").await["id"].as_str().unwrap().to_owned();
    fixture.publish(&id).await.expect(201);
    assert!(html().await.contains("https://example.org/desk/draft#why"), "{}", html().await);
    // The same mistake in a file that is no draft fails the whole import.
    let files =
        [("old.md", file("title: Old\ndate: 0001-01-01", "")), ("other.md", file("title: Other", ""))];
    let refused =
        import(&fixture.app, &files, &options(FutureDates::Schedule)).await.unwrap_err().to_string();
    assert!(refused.starts_with("old.md:4: ") && refused.contains("1000-01-02"), "{refused}");
    assert!(draft(&fixture, "other").await.is_null());
}
