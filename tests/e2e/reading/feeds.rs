//! Feeds and the sitemap, validated against their specifications.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use cluster::SUPERUSER;
use masthead::{Config, DeliveryConfig, FeedText};
use serde_json::{Value, json};
use store::testing;
use tests::{TestApp, TestDatabase, delivery_config, id, site};

use crate::fixture::Fixture;

/// Validates XML against a RELAX NG grammar in the fixtures.
fn assert_valid_xml(grammar: &str, document: &str) {
    let grammar = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/feeds").join(grammar);
    let mut xmllint = Command::new("xmllint")
        .args(["--nonet", "--noout", "--relaxng"])
        .args([grammar.as_os_str(), "-".as_ref()])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("xmllint is there: scripts/ensure-tools.sh");
    xmllint.stdin.take().unwrap().write_all(document.as_bytes()).unwrap();
    let judged = xmllint.wait_with_output().unwrap();
    assert!(judged.status.success(), "{}\n{document}", String::from_utf8_lossy(&judged.stderr));
}

fn assert_valid_json_feed(feed: &Value) {
    let schema = serde_json::from_str(include_str!("../../fixtures/feeds/json-feed.schema.json")).unwrap();
    let mistakes: Vec<String> = jsonschema::validator_for(&schema)
        .unwrap()
        .iter_errors(feed)
        .map(|error| error.to_string())
        .collect();
    assert!(mistakes.is_empty(), "{mistakes:?} {feed}");
}

/// Validates the RSS, Atom and JSON feeds, and returns the JSON feed.
async fn feeds(fixture: &Fixture, query: &str) -> Value {
    let reader = &fixture.app.reader;
    for (form, media_type) in [("rss", "application/rss+xml"), ("atom", "application/atom+xml")] {
        let response = reader.get(&format!("/v1/feeds/{form}{query}")).await;
        assert_eq!((response.status, response.header("content-type")), (200, media_type));
        assert_valid_xml(&format!("{form}.rng"), &response.text());
    }
    let response = reader.get(&format!("/v1/feeds/json{query}")).await;
    assert_eq!(response.header("content-type"), "application/feed+json");
    let feed = response.expect(200);
    assert_valid_json_feed(&feed);
    feed
}

fn titles(feed: &Value) -> Vec<&str> {
    feed["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn feeds_list_the_newest_articles_of_the_site_a_section_a_tag_or_an_author() {
    let fixture = Fixture::new().await;
    assert_eq!(titles(&feeds(&fixture, "").await), Vec::<&str>::new());
    let author = fixture.editor.create_term("author", "vera").await;
    let tag = fixture.editor.create_term("tag", "rust").await;
    let first = fixture.draft("first").await;
    fixture.save(&first, json!({ "headline": "First", "byline": [author], "tags": [tag] })).await;
    fixture.publish(&first).await.expect(201);
    let second = fixture.draft("second").await;
    fixture.save(&second, json!({ "headline": "Second", "standfirst": null, "body": "" })).await;
    fixture.publish(&second).await.expect(201);
    let feed = feeds(&fixture, "").await;
    assert_eq!(titles(&feed), ["Second", "First"]);
    let article = fixture.article("first").await;
    let item = &feed["items"][1];
    assert_eq!(item["id"], format!("urn:uuid:{}", article["id"].as_str().unwrap()));
    assert_eq!((&item["url"], &item["summary"]), (&article["url"], &article["standfirst"]));
    assert_eq!(
        (&item["authors"], &item["tags"]),
        (&json!([{ "name": "vera" }]), &json!(["engineering", "rust"]))
    );
    for (query, title) in [
        ("section=engineering", "engineering – Test"),
        ("tag=rust", "rust – Test"),
        ("author=vera", "vera – Test"),
    ] {
        let feed = feeds(&fixture, &format!("?{query}")).await;
        assert_eq!(feed["title"], title);
        assert_eq!(titles(&feed).contains(&"Second"), query.starts_with("section"), "{query}");
    }
    assert_eq!(titles(&feeds(&fixture, "?limit=1").await), ["Second"]);
    let reader = &fixture.app.reader;
    for (query, status) in
        [("tag=unknown", 404), ("tag=rust&author=vera", 400), ("limit=0", 400), ("tag=A", 400)]
    {
        let response =
            reader.request_unvalidated(reqwest::Method::GET, &format!("/v1/feeds/rss?{query}"), &[]).await;
        assert_eq!(response.status, status, "{query}");
    }
    let known = reader.get("/v1/feeds/atom").await;
    let again = reader.get_with("/v1/feeds/atom", &[("if-none-match", known.header("etag"))]).await;
    assert_eq!(again.status, 304);
}

/// Drafts, schedules and trash must not be observable through ETags of public lists.
#[tokio::test(flavor = "multi_thread")]
async fn unpublished_changes_do_not_change_feeds_or_sitemaps() {
    let fixture = Fixture::new().await;
    fixture.publish_new("seen").await;
    let reader = &fixture.app.reader;
    let paths = [
        "/v1/feeds/rss",
        "/v1/feeds/atom",
        "/v1/feeds/json",
        "/v1/sitemap",
        "/v1/teasers?total=true",
        "/v1/search?q=about&facets=true",
        "/v1/archive",
    ];
    let mut before = Vec::new();
    for path in paths {
        before.push(reader.get(path).await.header("etag").to_owned());
    }
    let draft = fixture.draft("unseen").await;
    fixture.schedule(&draft, "2999-01-01T00:00:00Z").await.expect(200);
    fixture.save(&draft, json!({ "headline": "About other things" })).await;
    let other = fixture.draft("unseen-too").await;
    fixture.trash(&other).await;
    for (path, before) in paths.iter().zip(&before) {
        assert_eq!(reader.get(path).await.header("etag"), before, "{path}");
    }
    fixture.publish_new("seen-too").await;
    for (path, before) in paths.iter().zip(&before) {
        assert_ne!(reader.get(path).await.header("etag"), before, "{path} says nothing of what is public");
    }
}

/// Characters that XML cannot represent must not break a feed.
#[tokio::test(flavor = "multi_thread")]
async fn full_text_feeds_are_well_formed_for_any_content() {
    let change = |config: Config| Config {
        delivery: DeliveryConfig { feed_text: FeedText::Full, ..delivery_config() },
        ..config
    };
    let fixture = Fixture::with_app(TestApp::start_with(TestDatabase::new().await, change).await).await;
    let draft = fixture.draft("odd").await;
    let content = json!({
        "headline": "A & B <i>]]></i> \"quoted\" \u{fffe} \u{202e}", "standfirst": "One < two & ]]> <script>alert(1)</script>",
        "body": "A `]]>` and <b>bold</b> &amp; \u{1} \u{b} \u{ffff} 🐘\n\n```\n<![CDATA[ ]]>\n```\n",
    });
    fixture.save(&draft, content).await;
    fixture.publish(&draft).await.expect(201);
    let feed = feeds(&fixture, "").await;
    assert!(
        feed["items"][0]["content_html"].as_str().unwrap().contains("<strong>bold</strong>")
            || feed["items"][0]["content_html"].as_str().unwrap().contains("<b>bold</b>")
    );
    assert!(feed["items"][0].get("content_text").is_none());
    let rss = fixture.app.reader.get("/v1/feeds/rss").await.text();
    assert!(rss.contains("&amp;lt;script&amp;gt;"), "a standfirst is read as HTML there: {rss}");
    assert_valid_xml("sitemap.rng", &fixture.app.reader.get("/v1/sitemap").await.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sitemap_lists_every_locale_of_every_indexable_article() {
    let mut site = site();
    site.locales.push(domain::Locale::try_from("de".to_owned()).unwrap());
    site.path_pattern = domain::PathPattern::try_from("/{locale}/{slug}".to_owned()).unwrap();
    let fixture = Fixture::with_app(TestApp::start_for_site(site).await).await;
    let one = fixture.publish_new("one").await;
    let content = json!({ "slug": "eins", "section": fixture.section, "headline": "Eins", "body": "Eins." });
    let german = json!({ "article_id": fixture.get_draft(&one).await["article_id"], "locale": "de", "content": content });
    let german = id(&fixture.editor.post("/drafts", german).send().await.expect(201));
    fixture.publish(&german).await.expect(201);
    let hidden = fixture.draft("hidden").await;
    fixture.save(&hidden, json!({ "seo": { "noindex": true } })).await;
    fixture.publish(&hidden).await.expect(201);
    let quoted = fixture.draft("quoted").await;
    fixture.save(&quoted, json!({ "fields": { "noindex": true } })).await;
    fixture.publish(&quoted).await.expect(201);
    let sitemap = fixture.app.reader.get("/v1/sitemap").await;
    assert_eq!(sitemap.header("content-type"), "application/xml");
    let sitemap = sitemap.text();
    assert_valid_xml("sitemap.rng", &sitemap);
    let base = "https://example.org";
    for address in ["/en/one", "/de/eins", "/en/quoted"] {
        assert!(sitemap.contains(&format!("<loc>{base}{address}</loc>")), "{address}: {sitemap}");
    }
    assert_eq!(
        sitemap.matches("hreflang=\"de\" href=\"https://example.org/de/eins\"").count(),
        2,
        "{sitemap}"
    );
    assert!(!sitemap.contains("hidden"), "{sitemap}");
    // The sitemap split into parts has the same content.
    let first = "SELECT min(article_id::text) AS text FROM delivery.live";
    let first = testing::texts(&fixture.app.database.access(SUPERUSER), first).await.unwrap();
    assert_eq!(fixture.app.reader.get(&format!("/v1/sitemaps/{}", first[0])).await.text(), sitemap);
    fixture.app.reader.get(&format!("/v1/sitemaps/{}", uuid::Uuid::max())).await.expect(404);
    fixture.app.reader.get("/v1/sitemaps/1").await.expect(404);
}
