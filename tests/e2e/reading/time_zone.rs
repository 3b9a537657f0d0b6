//! The time zone of the site: it applies to months, periods, wall-clock times and feeds alike.

use domain::{Locale, Site, TimeZone};
use import::markdown::{File, Folder};
use import::{FutureDates, Options};
use masthead::Config;
use proptest::prelude::*;
use serde_json::{Value, json};
use store::time_zone::{self, Precedence, ZoneChange};
use store::write::WriteContext;
use store::{roles, testing};
use tests::{Reader, TestApp, TestDatabase, proptest_cases, site};

use crate::fixture::{Fixture, expect_problem};

fn zone(name: &str) -> TimeZone {
    TimeZone::try_from(name.to_owned()).unwrap()
}

fn with_time_zone(name: &str) -> impl FnOnce(Config) -> Config {
    let time_zone = zone(name);
    move |config| Config { site: Site { time_zone, ..site() }, ..config }
}

async fn fixture_in(name: &str) -> Fixture {
    Fixture::with_app(TestApp::start_with(TestDatabase::new().await, with_time_zone(name)).await).await
}

async fn publish_dated(fixture: &Fixture, slug: &str, at: &str) {
    let draft = fixture.draft(slug).await;
    fixture
        .save(&draft, json!({ "first_published_at": at, "body": "A findable text.", "kicker": "Dispatch" }))
        .await;
    fixture.publish(&draft).await.expect(201);
}

/// The total of a list.
async fn total(reader: &Reader, query: &str) -> i64 {
    let page = reader.get(&format!("/v1/teasers?total=true&{query}")).await.expect(200);
    page["page"]["total"].as_str().unwrap().parse().unwrap()
}

/// The months of the archive with their counts.
async fn archive(reader: &Reader) -> Vec<(String, i64)> {
    let archive = reader.get("/v1/archive").await.expect(200);
    let mut months = Vec::new();
    for year in archive["years"].as_array().unwrap() {
        for month in year["months"].as_array().unwrap() {
            let name =
                format!("{:04}-{:02}", year["year"].as_i64().unwrap(), month["month"].as_i64().unwrap());
            months.push((name, month["article_count"].as_i64().unwrap()));
        }
        let of_year: i64 =
            year["months"].as_array().unwrap().iter().map(|m| m["article_count"].as_i64().unwrap()).sum();
        assert_eq!(year["article_count"], of_year);
    }
    months
}

/// Asserts that lists, searches and the archive count the same for every month and year.
async fn assert_counts_agree(reader: &Reader) {
    let (months, mut years) = (archive(reader).await, std::collections::BTreeMap::new());
    for (month, count) in &months {
        for filter in ["", "&section=engineering", "&section=engineering&kicker=dispatch"] {
            assert_eq!(
                total(reader, &format!("published_on={month}{filter}")).await,
                *count,
                "{month}{filter}"
            );
        }
        let found = reader.get(&format!("/v1/search?q=findable&published_on={month}")).await.expect(200);
        assert_eq!(found["page"]["total"], count.to_string(), "{month}");
        *years.entry(month[..4].to_owned()).or_insert(0) += count;
    }
    assert_eq!(months.iter().map(|(_, count)| count).sum::<i64>(), total(reader, "limit=1").await);
    let found = reader.get("/v1/search?q=findable&facets=true").await.expect(200);
    let facets: Vec<(String, i64)> = found["facets"]["years"]
        .as_array()
        .unwrap()
        .iter()
        .map(|year| {
            (format!("{:04}", year["year"].as_i64().unwrap()), year["article_count"].as_i64().unwrap())
        })
        .collect();
    assert_eq!(facets, years.clone().into_iter().rev().collect::<Vec<_>>());
    for (year, count) in years {
        assert_eq!(total(reader, &format!("year={year}")).await, count, "{year}");
        assert_eq!(total(reader, &format!("published_on={year}")).await, count, "{year}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn periods_follow_the_time_zone_of_the_site() {
    let fixture = fixture_in("Europe/Berlin").await;
    let reader = &fixture.app.reader;
    assert_eq!(reader.get("/v1/site").await.expect(200)["time_zone"], "Europe/Berlin");
    publish_dated(&fixture, "last-of-february", "2026-02-28T22:59:59Z").await;
    publish_dated(&fixture, "first-of-march", "2026-02-28T23:00:00Z").await;
    publish_dated(&fixture, "last-of-march", "2026-03-31T21:59:59.999999Z").await;
    publish_dated(&fixture, "first-of-april", "2026-03-31T22:00:00Z").await;
    let counted =
        [("2026-04", 1), ("2026-03", 2), ("2026-02", 1)].map(|(month, count)| (month.to_owned(), count));
    assert_eq!(archive(reader).await, counted);
    assert_counts_agree(reader).await;
    for (query, count) in [
        ("published_on=2026-03-01", 1),
        ("published_on=2026-03-31", 1),
        ("published_on=2026-03-30", 0),
        ("published_on=2025", 0),
        ("year=2026&section=engineering", 4),
        ("published_on=2026-03&published_before=2026-03-15T00:00:00Z", 1),
        ("published_on=2026-03&published_since=2026-03-31T21:59:59.999999Z", 1),
        ("published_since=2026-02-28T23:00:00Z", 3),
        ("published_since=2026-02-28T23:00:00Z&published_before=2026-03-31T22:00:00Z", 2),
    ] {
        assert_eq!(total(reader, query).await, count, "{query}");
    }
    for query in [
        "published_on=2026-3",
        "published_on=2026-13",
        "published_on=0999",
        "published_on=",
        "year=26",
        "year=999",
        "year=2026&published_on=2026-03",
        "published_after=2026-01-01T00:00:00Z",
    ] {
        for path in ["/v1/teasers?", "/v1/search?q=findable&"] {
            let response =
                reader.request_unvalidated(reqwest::Method::GET, &format!("{path}{query}"), &[]).await;
            assert_eq!(response.status, 400, "{path}{query}");
        }
    }
    // A cursor is only valid with its own filter.
    let page = reader.get("/v1/teasers?published_on=2026-03&limit=1").await.expect(200);
    let next = page["page"]["next"].as_str().unwrap();
    let second =
        reader.get(&format!("/v1/teasers?published_on=2026-03&limit=1&after={next}")).await.expect(200);
    assert_eq!(second["data"][0]["slug"], "first-of-march");
    let other = format!("/v1/teasers?published_on=2026-02&limit=1&after={next}");
    assert_eq!(reader.request_unvalidated(reqwest::Method::GET, &other, &[]).await.status, 400);
}

/// Time zones that changed over midnight, by a whole day or by half an hour, or had offsets with seconds.
const ZONES: [&str; 8] = [
    "UTC",
    "Europe/Berlin",
    "America/St_Johns",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "America/Havana",
    "Asia/Manila",
];

fn moment() -> impl Strategy<Value = String> {
    let near = prop::sample::select(vec![
        "2009-11-01T02:30:30Z",
        "2009-10-31T23:59:00Z",
        "2011-12-30T10:00:00Z",
        "2011-12-31T00:00:00Z",
        "2026-03-01T00:00:00Z",
        "2020-10-31T13:00:00Z",
        "2000-01-01T00:00:00Z",
        "1844-12-31T16:00:00Z",
        "1900-02-28T23:59:59Z",
        "2024-02-29T12:00:00Z",
        "1999-12-31T10:00:00Z",
        "1000-01-02T00:00:00Z",
    ]);
    (near, -50_000_i64..50_000).prop_map(|(near, seconds)| {
        let near = domain::Moment::parse(near).unwrap().utc();
        let moment = domain::Moment::clamped(near + chrono::TimeDelta::seconds(seconds));
        moment.utc().to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: proptest_cases(3), max_shrink_iters: 30, failure_persistence: None, ..ProptestConfig::default()
    })]
    #[test]
    fn archive_lists_and_searches_agree_in_every_zone_and_after_every_change(
        first in prop::sample::select(ZONES.to_vec()), second in prop::sample::select(ZONES.to_vec()),
        dates in prop::collection::vec(moment(), 1..8)
    ) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let fixture = fixture_in(first).await;
            for (number, date) in dates.iter().enumerate() {
                publish_dated(&fixture, &format!("article-{number}"), date).await;
            }
            assert_counts_agree(&fixture.app.reader).await;
            let server = fixture.app.start_another_with(with_time_zone(second)).await;
            fixture.app.sync().await;
            assert_counts_agree(&fixture.app.reader).await;
            let draft = fixture.editor.get("/drafts?limit=1").send().await.expect(200);
            let draft = draft["data"][0]["id"].as_str().unwrap().to_owned();
            fixture.post_action(&draft, "withdraw").await.expect(200);
            assert_counts_agree(&fixture.app.reader).await;
            fixture.post_action(&draft, "previous-edition").await.expect(200);
            assert_counts_agree(&fixture.app.reader).await;
            server.stop(std::future::pending()).await.unwrap();
        });
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn starting_with_another_time_zone_is_one_act_that_all_servers_follow() {
    let fixture = Fixture::new().await;
    let reader = &fixture.app.reader;
    publish_dated(&fixture, "a", "2026-02-28T23:30:00Z").await;
    let paths = [
        "/v1/archive",
        "/v1/site",
        "/v1/feeds/rss?section=engineering",
        "/v1/teasers?section=engineering&published_on=2026-03",
        "/v1/search?q=findable&year=2026&facets=true",
    ];
    let mut before = Vec::new();
    for path in paths {
        before.push(reader.get(path).await.text());
    }
    let owner = fixture.app.database.access(roles::OWNER);
    let acts =
        async || testing::texts(&owner, "SELECT kind AS text FROM operations.acts ORDER BY sequence").await;
    assert_eq!(acts().await.unwrap(), ["publish"]);
    let berlin = fixture.app.start_another_with(with_time_zone("Europe/Berlin")).await;
    fixture.app.sync().await;
    assert_eq!(acts().await.unwrap(), ["publish", "time_zone"]);
    let tags = "SELECT array_to_string(tags, ' ') AS text FROM operations.acts WHERE kind = 'time_zone'";
    assert_eq!(testing::texts(&owner, tags).await.unwrap(), ["lists time-zone"]);
    for (path, before) in paths.iter().zip(&before).take(4) {
        assert_ne!(&reader.get(path).await.text(), before, "{path}");
    }
    assert_eq!(archive(reader).await, [("2026-03".to_owned(), 1)]);
    assert_eq!(reader.get("/v1/site").await.expect(200)["time_zone"], "Europe/Berlin");
    // Starting with the same time zone again is no act, and the latest start wins.
    let again = fixture.app.start_another_with(with_time_zone("Europe/Berlin")).await;
    assert_eq!(acts().await.unwrap().len(), 2);
    let utc = fixture.app.start_another().await;
    assert_eq!(acts().await.unwrap().len(), 3);
    fixture.app.sync().await;
    for (path, before) in paths.iter().zip(&before) {
        assert_eq!(&reader.get(path).await.text(), before, "{path}");
    }
    assert_eq!(time_zone::look_up(&owner).await.unwrap(), "UTC");
    for server in [berlin, again, utc] {
        server.stop(std::future::pending()).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_time_zones_change_nothing() {
    let app = TestApp::start().await;
    let mut conn = app.store().editorial().await.unwrap();
    let act = WriteContext::for_program("test", "test");
    for name in ["Europe/Berln", "EST5EDT4", "europe/berlin", "right/Europe/Berlin", "CEST"] {
        let applied = time_zone::apply(&mut conn, &act, &zone(name), Precedence::Newest).await.unwrap();
        assert_eq!(applied, ZoneChange::Unknown, "{name}");
    }
    // An import only sets the time zone if no server has.
    let berlin = zone("Europe/Berlin");
    let applied = time_zone::apply(&mut conn, &act, &berlin, Precedence::OnlyFirst).await.unwrap();
    assert_eq!(applied, ZoneChange::Unchanged);
    let owner = app.database.access(roles::OWNER);
    assert_eq!(time_zone::look_up(&owner).await.unwrap(), "UTC");
    testing::execute(&owner, "UPDATE operations.counter SET time_zone = NULL").await.unwrap();
    let applied = time_zone::apply(&mut conn, &act, &berlin, Precedence::OnlyFirst).await.unwrap();
    assert_eq!(applied, ZoneChange::Changed(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn wall_times_in_dst_gaps_and_overlaps_are_resolved() {
    let fixture = fixture_in("Europe/Berlin").await;
    for (slug, due_at, moment) in [
        ("winter", "2031-01-15T08:00", "2031-01-15T07:00:00Z"),
        ("summer", "2031-07-15T08:00:00", "2031-07-15T06:00:00Z"),
        // DST gap: clocks skip from two to three.
        ("gap", "2031-03-30T02:30:00", "2031-03-30T01:30:00Z"),
        ("after-the-gap", "2031-03-30T03:30:00", "2031-03-30T01:30:00Z"),
        // DST overlap: the hour from two to three occurs twice.
        ("overlap", "2031-10-26T02:30:00.25", "2031-10-26T00:30:00.250Z"),
        ("after-the-overlap", "2031-10-26T03:00:00", "2031-10-26T02:00:00Z"),
        ("offset", "2031-10-26T02:30:00+01:00", "2031-10-26T01:30:00Z"),
    ] {
        let draft = fixture.draft(slug).await;
        let scheduled = fixture.schedule(&draft, due_at).await.expect(200);
        assert_eq!(scheduled["scheduled"]["due_at"], moment, "{slug}");
    }
    let draft = fixture.draft("preview").await;
    let body = json!({ "drafts": [draft], "at": "2031-07-15T08:00" });
    let made = fixture.editor.post("/previews", body).send().await.expect(201);
    assert_eq!(made["preview"]["at"], "2031-07-15T06:00:00Z");
    // A schedule is stored in UTC, so changing the time zone does not move it.
    let server = fixture.app.start_another_with(with_time_zone("America/New_York")).await;
    let owner = fixture.app.database.access(roles::OWNER);
    let winter =
        "SELECT (due_at AT TIME ZONE 'UTC')::text AS text FROM delivery.schedules WHERE slug = 'winter'";
    assert_eq!(testing::texts(&owner, winter).await.unwrap(), ["2031-01-15 07:00:00"]);
    server.stop(std::future::pending()).await.unwrap();
    let past = fixture.draft("past").await;
    assert_eq!(
        expect_problem(fixture.schedule(&past, "2020-01-01T00:00").await, 422).0,
        "embargo-in-the-past"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn imported_dates_without_an_offset_use_the_time_zone() {
    let fixture = fixture_in("Europe/Berlin").await;
    let app = &fixture.app;
    let files = [
        ("day.md", "2026-07-01", "2026-06-30T22:00:00Z"),
        ("winter.md", "2026-01-12 08:00:00", "2026-01-12T07:00:00Z"),
        ("gap.md", "2026-03-29T02:30:00", "2026-03-29T01:30:00Z"),
        ("overlap.md", "2025-10-26 02:30:00", "2025-10-26T00:30:00Z"),
        ("offset.md", "2026-07-01T00:00:00Z", "2026-07-01T00:00:00Z"),
        ("2026-07-02-path.md", "", "2026-07-01T22:00:00Z"),
    ];
    let file = |(path, date, _): &(&str, &str, &str)| File {
        path: (*path).to_owned(),
        bytes: format!("---\ntitle: A title\nsection: desk\ndate: {date}\n---\nA text.\n").into_bytes(),
    };
    let folder = Folder { files: files.iter().map(file).collect(), skipped: Vec::new() };
    let en = Locale::try_from("en".to_owned()).unwrap();
    let options = Options {
        locale: en.clone(),
        locales: vec![en],
        publish: true,
        future: FutureDates::Schedule,
        dry_run: false,
        redirects: None,
    };
    app.import_markdown(&folder, &options).await.unwrap();
    for (path, _, moment) in files {
        let slug = path.trim_end_matches(".md").trim_start_matches("2026-07-02-");
        assert_eq!(fixture.article(slug).await["first_published_at"], moment, "{path}");
    }
    let again = app.import_markdown(&folder, &options).await.unwrap();
    assert_eq!(again.unchanged_count(), files.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn feeds_write_dates_with_the_offset_of_the_time_zone() {
    let fixture = fixture_in("Europe/Berlin").await;
    publish_dated(&fixture, "summer", "2026-06-30T22:30:00Z").await;
    publish_dated(&fixture, "winter", "2026-01-31T23:30:00Z").await;
    // Berlin's local mean time, 53 minutes and 28 seconds ahead of UTC, which RFC 822 and RFC 3339 cannot express.
    publish_dated(&fixture, "old", "1880-01-01T00:00:00Z").await;
    let reader = &fixture.app.reader;
    let rss = reader.get("/v1/feeds/rss").await.text();
    for date in [
        "Wed, 01 Jul 2026 00:30:00 +0200",
        "Sun, 01 Feb 2026 00:30:00 +0100",
        "Thu, 01 Jan 1880 00:00:00 GMT",
    ] {
        assert!(rss.contains(&format!("<pubDate>{date}</pubDate>")), "{date}: {rss}");
    }
    let atom = reader.get("/v1/feeds/atom").await.text();
    for date in ["2026-07-01T00:30:00+02:00", "2026-02-01T00:30:00+01:00", "1880-01-01T00:00:00Z"] {
        assert!(atom.contains(&format!("<published>{date}</published>")), "{date}: {atom}");
    }
    let feed = reader.get("/v1/feeds/json").await.expect(200);
    let dates: Vec<&Value> =
        feed["items"].as_array().unwrap().iter().map(|item| &item["date_published"]).collect();
    assert_eq!(dates, ["2026-07-01T00:30:00+02:00", "2026-02-01T00:30:00+01:00", "1880-01-01T00:00:00Z"]);
}
