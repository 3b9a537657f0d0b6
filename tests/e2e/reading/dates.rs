//! Dates at and beyond the limits: no accepted value breaks a response.

use cluster::SUPERUSER;
use domain::Role;
use proptest::prelude::*;
use reqwest::Method;
use serde_json::{Map, Value, json};
use store::{moments, testing};
use tests::{TestApp, id, proptest_cases};

use crate::fixture::{Fixture, expect_problem};

/// Every route that shows an article, with a placeholder for its slug.
const ROUTES: [&str; 17] = [
    "/v1/articles/{slug}?body=html,markdown,blocks,text",
    "/v1/teasers/{slug}",
    "/v1/articles?body=html,markdown,blocks,text&limit=100",
    "/v1/teasers?section=engineering&total=true",
    "/v1/teasers?sort=first_published_at&limit=1",
    "/v1/teasers?sort=-updated_at&limit=1",
    "/v1/search?q=findable&facets=true",
    "/v1/search?q=findable&limit=1&section=engineering&published_before=9999-12-31T23:59:59Z",
    "/v1/feeds/rss?section=engineering",
    "/v1/feeds/atom",
    "/v1/feeds/json",
    "/v1/archive",
    "/v1/sitemap",
    "/v1/resolve?path=/engineering/{slug}",
    "/v1/changes",
    "/v1/sections",
    "/v1/kickers",
];

/// Asserts that every route that shows the article responds with 200.
async fn assert_readable(fixture: &Fixture, slug: &str) {
    for route in ROUTES {
        let path = route.replace("{slug}", slug);
        let response = fixture.app.reader.get(&path).await;
        assert_eq!(response.status, 200, "{path}: {}", response.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn dates_before_1970_are_shown_and_omit_last_modified() {
    let fixture = Fixture::new().await;
    for (slug, at) in [
        ("moon", "1969-07-20T20:17:00Z"),
        ("first", "1000-01-02T00:00:00Z"),
        ("second", "1000-01-02T00:00:00.000001Z"),
    ] {
        let draft = fixture.draft(slug).await;
        fixture.save(&draft, json!({ "first_published_at": at, "body": "A findable text." })).await;
        fixture.publish(&draft).await.expect(201);
        assert_readable(&fixture, slug).await;
        let item = fixture.app.reader.get(&format!("/v1/articles/{slug}")).await;
        assert!(!item.headers.contains_key("last-modified") && !item.header("etag").is_empty());
        assert_eq!(item.expect(200)["first_published_at"], at);
        let path = format!("/v1/articles/{slug}");
        let since = [("if-modified-since", "Sun, 06 Nov 1994 08:49:37 GMT")];
        assert_eq!(fixture.app.reader.get_with(&path, &since).await.status, 200);
    }
    let recent = fixture.draft("recent").await;
    fixture.save(&recent, json!({ "first_published_at": "1970-01-01T00:00:00Z" })).await;
    fixture.publish(&recent).await.expect(201);
    let recent = fixture.app.reader.get("/v1/teasers/recent").await;
    assert_eq!(recent.header("last-modified"), "Thu, 01 Jan 1970 00:00:00 GMT");
}

#[tokio::test(flavor = "multi_thread")]
async fn out_of_range_dates_are_refused_everywhere() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a").await;
    for (at, status, rule) in [
        ("0000-01-01T00:00:00Z", 422, "range"),
        ("1000-01-01T23:59:59Z", 422, "range"),
        ("9999-12-31T00:00:00Z", 422, "range"),
        ("+10000-01-01T00:00:00Z", 400, "type"),
        ("2026-01-01 00:00:00Z", 400, "type"),
    ] {
        let patch = json!({ "first_published_at": at });
        let saved = fixture
            .editor
            .patch(&format!("/drafts/{draft}"), 1, patch)
            .skip_request_validation()
            .send()
            .await;
        let (_, errors) = expect_problem(saved, status);
        assert_eq!(
            (&errors[0]["pointer"], &errors[0]["rule"]),
            (&json!("/first_published_at"), &json!(rule))
        );
        let body = json!({ "due_at": at });
        let schedule = fixture.editor.post(&format!("/drafts/{draft}/schedule"), body);
        let (_, errors) = expect_problem(schedule.if_match(1).skip_request_validation().send().await, status);
        assert_eq!(errors[0]["pointer"], "/due_at");
        let preview = fixture
            .editor
            .post("/previews", json!({ "drafts": [draft], "at": at }))
            .skip_request_validation();
        let (_, errors) = expect_problem(preview.send().await, status);
        assert_eq!(errors[0]["pointer"], "/at");
    }
    // Values of another type.
    for at in [json!(7), json!([])] {
        let patch = json!({ "first_published_at": at });
        expect_problem(
            fixture
                .editor
                .patch(&format!("/drafts/{draft}"), 1, patch)
                .skip_request_validation()
                .send()
                .await,
            400,
        );
    }
}

/// Cursors are not signed, so any client can forge one.
#[tokio::test(flavor = "multi_thread")]
async fn a_cursor_with_an_out_of_range_date_is_refused() {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use sha2::{Digest, Sha256};

    let fixture = Fixture::new().await;
    for slug in ["a", "b"] {
        fixture.publish_new(slug).await;
    }
    let page = fixture.app.reader.get("/v1/teasers?limit=1").await.expect(200);
    let bytes = URL_SAFE_NO_PAD.decode(page["page"]["next"].as_str().unwrap()).unwrap();
    let mut cursor: Value = serde_json::from_slice(&bytes[..bytes.len() - 8]).unwrap();
    for at in [
        "-262143-01-01T00:00:00Z",
        "-0001-12-31T23:59:59.999999Z",
        "+10000-01-01T00:00:00Z",
        "+262142-12-31T23:59:59Z",
    ] {
        cursor["key"][0] = json!(at);
        let mut bytes = serde_json::to_vec(&cursor).unwrap();
        let checksum = Sha256::digest(&bytes);
        bytes.extend(checksum.iter().take(8));
        let forged = URL_SAFE_NO_PAD.encode(bytes);
        let path = format!("/v1/teasers?limit=1&after={forged}");
        assert_eq!(fixture.app.reader.request_unvalidated(Method::GET, &path, &[]).await.status, 400, "{at}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn stored_out_of_range_dates_are_clamped_in_responses() {
    let fixture = Fixture::new().await;
    let access = fixture.app.database.access(SUPERUSER);
    let stored = [
        ("a", "infinity", "9999-12-30T00:00:00Z"),
        ("b", "20000-01-01 00:00:00+00", "9999-12-30T00:00:00Z"),
        ("c", "9999-12-31 12:00:00+00", "9999-12-30T00:00:00Z"),
        ("d", "2026-01-01 00:00:00+00", "2026-01-01T00:00:00Z"),
        ("e", "0999-06-01 00:00:00+00", "1000-01-02T00:00:00Z"),
        ("f", "0044-03-15 00:00:00+00 BC", "1000-01-02T00:00:00Z"),
        ("g", "-infinity", "1000-01-02T00:00:00Z"),
    ];
    let mut drafts = Vec::new();
    for (slug, at, _) in stored {
        let draft = fixture.draft(slug).await;
        fixture.save(&draft, json!({ "body": "A findable text.", "kicker": "Dispatch" })).await;
        fixture.publish(&draft).await.expect(201);
        for table in ["spans", "placements", "search"] {
            let updated = if table == "search" { String::new() } else { format!(", updated_at = '{at}'") };
            let of = format!("article_id = (SELECT article_id FROM editorial.drafts WHERE id = '{draft}')");
            let update =
                format!("UPDATE delivery.{table} SET first_published_at = '{at}'{updated} WHERE {of}");
            testing::execute(&access, &update).await.unwrap();
        }
        let revision =
            format!("UPDATE editorial.revisions SET first_published_at = '{at}' WHERE draft_id = '{draft}'");
        testing::execute(&access, &revision).await.unwrap();
        drafts.push(draft);
    }
    for ((slug, _, answered), draft) in stored.iter().zip(&drafts) {
        assert_readable(&fixture, slug).await;
        assert_eq!(fixture.article(slug).await["first_published_at"], *answered, "{slug}");
        assert_eq!(fixture.get_draft(draft).await["content"]["first_published_at"], *answered, "{slug}");
    }
    // Reads all pages forwards and backwards in both orders, with entries whose dates are out of range.
    let slugs: Vec<&str> = stored.iter().map(|(slug, ..)| *slug).collect();
    for filter in ["", "&section=engineering", "&section=engineering&kicker=Dispatch"] {
        for key in ["first_published_at", "updated_at"] {
            assert_eq!(paginate(&fixture, &format!("sort=-{key}{filter}")).await, slugs, "{key}{filter}");
            let mut backwards = paginate(&fixture, &format!("sort={key}{filter}")).await;
            backwards.reverse();
            assert_eq!(backwards, slugs, "{key}{filter}");
        }
    }
    // The clamped date can be saved and published again, and is then stored as shown.
    let named = moments::out_of_bounds(&access).await.unwrap();
    assert_eq!(named.len(), 12, "{named:?}");
    assert!(named.iter().any(|line| line == "the live article a (en) has the date infinity"), "{named:?}");
    for draft in &drafts {
        fixture.save(draft, json!({ "headline": "Another" })).await;
        let published = fixture.publish(draft).await;
        assert!([201, 422].contains(&published.status), "{}", published.text());
    }
}

/// The slugs of a list, collected page by page. Asserts that paging back gives the same.
async fn paginate(fixture: &Fixture, query: &str) -> Vec<String> {
    let reader = &fixture.app.reader;
    let slug = |page: &Value| page["data"][0]["slug"].as_str().unwrap().to_owned();
    let mut page = reader.get(&format!("/v1/teasers?limit=1&{query}")).await.expect(200);
    let mut there = vec![slug(&page)];
    while let Some(next) = page["page"]["next"].as_str() {
        assert!(there.len() < 100, "{there:?}");
        page = reader.get(&format!("/v1/teasers?limit=1&{query}&after={next}")).await.expect(200);
        there.push(slug(&page));
    }
    let mut back = vec![slug(&page)];
    while let Some(previous) = page["page"]["previous"].as_str() {
        assert!(back.len() < 100, "{back:?}");
        page = reader.get(&format!("/v1/teasers?limit=1&{query}&before={previous}")).await.expect(200);
        match page["data"].as_array().unwrap().is_empty() {
            true => break,
            false => back.push(slug(&page)),
        }
    }
    back.reverse();
    assert_eq!(back, there, "{query}");
    there
}

/// A text of up to this length, made of characters at the edges of Unicode and those that output formats escape.
fn text(longest: usize) -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        '\u{10ffff}',
        '\u{fffe}',
        '\u{ffff}',
        '\u{fdd0}',
        '\u{202e}',
        '\u{200d}',
        '\u{300}',
        '\u{feff}',
        '\u{2028}',
        '\u{85}',
        '<',
        '>',
        '&',
        '"',
        '\'',
        '\\',
        ']',
        '{',
        '}',
        '%',
        'a',
        'ß',
        '漢',
        '🐘',
        ' ',
    ]);
    let lengths = prop_oneof![Just(0), Just(1), Just(longest)];
    (lengths, prop::collection::vec(odd, 1..8)).prop_map(move |(length, some)| {
        let text: String = some.iter().cycle().take(length).collect();
        text.trim().to_owned()
    })
}

/// Custom fields of extreme depth, length and number range.
fn fields() -> impl Strategy<Value = Value> {
    let deep = (0..28).fold(json!(null), |inside, _| json!([inside]));
    prop_oneof![
        Just(json!({})),
        Just(json!({ "a": "x".repeat(60_000) })),
        Just(json!({ "deep": deep })),
        Just(
            json!({ "": 9_007_199_254_740_992_u64, "b": -9_007_199_254_740_992_i64, "c": 1e308, "d": 5e-324 })
        ),
        text(200).prop_map(|text| json!({ text.clone(): text })),
    ]
}

/// Content with extreme values in every property except the terms.
fn extreme_content() -> impl Strategy<Value = Value> {
    let date = prop::sample::select(vec![
        json!(null),
        json!("1000-01-02T00:00:00Z"),
        json!("1582-10-10T00:00:00Z"),
        json!("1883-11-18T17:00:00.999999Z"),
        json!("1969-12-31T23:59:59.999999Z"),
        json!("2000-02-29T23:59:60Z"),
        json!("2026-10-25T01:30:00+02:00"),
    ]);
    let hero = (text(2_000), text(2_000), prop_oneof![Just(1), Just(u32::MAX)], 0_usize..=20).prop_map(
        |(alt, caption, size, sources)| {
            let source = format!("https://images.example/{}.jpg", "a".repeat(1_900));
            json!({
                "src": source, "alt": alt, "caption": caption, "credit": null, "width": size, "height": size,
                "sources": vec![source; sources], "placeholder": "data:,".to_owned() + &"a".repeat(9_990),
            })
        },
    );
    let seo = (text(200), text(400), any::<bool>());
    let seo = seo.prop_map(|(title, description, noindex)| {
        json!({ "title": title, "description": description, "canonical_url": null, "noindex": noindex, "image": null })
    });
    let bodies = prop_oneof![
        text(5_000),
        Just("# A\n\n## A\n\n".repeat(300)),
        Just("| a | b |\n| - | - |\n".to_owned() + &"| ` | * |\n".repeat(500)),
        Just("word ".repeat(20_000)),
    ];
    (text(120), text(40), text(400), (bodies, fields()), (hero, seo), date, 1..=i32::MAX).prop_map(
        |(headline, kicker, standfirst, (body, fields), (hero, seo), date, part)| {
            let or_null = |text: String| if text.is_empty() { Value::Null } else { Value::String(text) };
            let content = json!({
                "headline": format!("{headline} x").chars().take(120).collect::<String>().trim(),
                "kicker": or_null(kicker), "standfirst": or_null(standfirst), "hero": hero, "seo": seo,
                "body": format!("A findable text.\n\n{body}"), "fields": fields, "first_published_at": date,
            });
            json!({ "content": content, "part": part })
        },
    )
}

/// The terms of every generated draft.
struct Terms {
    authors: Vec<String>,
    tags: Vec<String>,
    series: String,
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: proptest_cases(6), max_shrink_iters: 40, failure_persistence: None, ..ProptestConfig::default()
    })]
    #[test]
    fn all_accepted_content_can_be_read(all in prop::collection::vec(extreme_content(), 1..3)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let fixture = Fixture::with_app(TestApp::start().await).await;
            let mut terms = Terms {
                authors: Vec::new(), tags: Vec::new(), series: fixture.editor.create_term("series", "one").await,
            };
            for number in 0..3 {
                terms.authors.push(fixture.editor.create_term("author", &format!("author-{number}")).await);
                terms.tags.push(fixture.editor.create_term("tag", &format!("tag-{number}")).await);
            }
            for (number, one) in all.iter().enumerate() {
                publish_and_read(&fixture, &terms, number, one).await;
            }
        });
    }
}

/// Saves the content without the properties that are refused, publishes it, and reads every route that shows it.
async fn publish_and_read(fixture: &Fixture, terms: &Terms, number: usize, one: &Value) {
    let slug = format!("{number}{}", "a".repeat(if number == 0 { 95 } else { 0 }));
    let mut content: Map<String, Value> = one["content"].as_object().unwrap().clone();
    content.insert("slug".to_owned(), json!(slug));
    content.insert("section".to_owned(), json!(fixture.section));
    content.insert("byline".to_owned(), json!(terms.authors));
    content.insert("tags".to_owned(), json!(terms.tags));
    content.insert("series".to_owned(), json!({ "series": terms.series, "part": one["part"] }));
    let mut made = None;
    for _ in 0..10 {
        let response = fixture
            .editor
            .post("/drafts", json!({ "content": content }))
            .skip_request_validation()
            .send()
            .await;
        if response.status == 201 {
            made = Some(id(&response.expect(201)));
            break;
        }
        let problem = response.text();
        let problem: Value = serde_json::from_str(&problem).unwrap();
        for error in problem["errors"].as_array().unwrap() {
            let property =
                error["pointer"].as_str().unwrap().split('/').nth(2).unwrap_or_default().to_owned();
            assert!(content.shift_remove(&property).is_some(), "{problem}");
        }
        content.entry("headline").or_insert(json!("A headline"));
    }
    let draft = made.expect("what is left can be accepted");
    fixture.publish(&draft).await.expect(201);
    assert_readable(fixture, &slug).await;
    for path in ["/v1/teasers?series=one", "/v1/authors/author-0", "/v1/tags", "/v1/series/one"] {
        fixture.app.reader.get(path).await.expect(200);
    }
    let viewer = fixture.app.editor(Role::Viewer).await;
    viewer.get(&format!("/drafts/{draft}")).send().await;
}
