//! Locales that are not configured: nothing can be written in them, and existing articles in them are hidden.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{TestApp, id, site_in};

use crate::fixture::{Fixture, expect_problem};

/// Every locale that a test configures, and one that none does.
const ALL_LOCALES: [&str; 4] = ["en", "de", "fr", "it"];

impl Fixture {
    /// Publishes in a locale: a new article, or a translation of an existing one.
    async fn publish_in(&self, locale: &str, slug: &str, of: Option<&str>) -> String {
        let content = json!({ "slug": slug, "section": self.section, "headline": slug, "body": "Text." });
        let mut draft = json!({ "locale": locale, "content": content });
        if let Some(of) = of {
            draft["article_id"] = self.get_draft(of).await["article_id"].clone();
        }
        let draft = id(&self.editor.post("/drafts", draft).send().await.expect(201));
        self.publish(&draft).await.expect(201);
        draft
    }

    async fn read(&self, path: &str) -> Value {
        self.app.reader.get(path).await.expect(200)
    }

    /// Restarts the server with other locales.
    async fn restart_with_locales(self, locales: &[&str]) -> Self {
        let site = site_in(locales);
        let database = self.app.stop().await;
        let app = TestApp::start_with(database, |config| masthead::Config { site, ..config }).await;
        let editor = app.editor(domain::Role::Editor).await;
        Self { app, editor, section: self.section }
    }
}

fn url(slug: &str) -> String {
    format!("https://example.org/engineering/{slug}")
}

/// The slug of a published article in each locale.
type Published = Vec<(&'static str, String)>;

/// The locales and slugs that are visible when these locales are configured.
fn visible<'a>(articles: &'a [Published], locales: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let all = articles.iter().flatten().map(|(locale, slug)| (*locale, slug.as_str()));
    all.filter(|(locale, _)| locales.contains(locale))
}

async fn check_lists_and_feeds(fixture: &Fixture, articles: &[Published], locales: &[&str]) {
    for asked in ALL_LOCALES {
        let wanted: BTreeSet<&str> =
            visible(articles, locales).filter(|(locale, _)| *locale == asked).map(|(_, slug)| slug).collect();
        let teasers = fixture.read(&format!("/v1/teasers?limit=100&total=true&locale={asked}")).await;
        let listed = teasers["data"].as_array().unwrap();
        let slugs: BTreeSet<&str> = listed.iter().map(|teaser| teaser["slug"].as_str().unwrap()).collect();
        assert_eq!(slugs, wanted, "{asked} of {locales:?}");
        assert_eq!(teasers["page"]["total"], wanted.len().to_string());
        let found = fixture.read(&format!("/v1/search?q=text&limit=100&locale={asked}")).await;
        assert_eq!(found["data"].as_array().unwrap().len(), wanted.len(), "{asked} of {locales:?}");
        let archive = fixture.read(&format!("/v1/archive?locale={asked}")).await;
        assert_eq!(archive["years"] == json!([]), wanted.is_empty(), "{asked} of {locales:?}");
        let sections = fixture.read(&format!("/v1/sections?locale={asked}")).await;
        assert_eq!(sections["data"] == json!([]), wanted.is_empty(), "{asked} of {locales:?}");
        let feed = fixture.app.reader.get(&format!("/v1/feeds/json?limit=100&locale={asked}")).await;
        if locales.contains(&asked) {
            let items = feed.expect(200)["items"].clone();
            let urls = items.as_array().unwrap().iter().map(|item| item["url"].as_str().unwrap().to_owned());
            let wanted: BTreeSet<String> = wanted.into_iter().map(url).collect();
            assert_eq!(urls.collect::<BTreeSet<_>>(), wanted, "{asked} of {locales:?}");
        } else {
            feed.expect(404);
        }
    }
}

async fn check_articles(fixture: &Fixture, articles: &[Published], locales: &[&str]) {
    for article in articles {
        for (locale, slug) in article {
            let is_visible = locales.contains(locale);
            let resolved = fixture.read(&format!("/v1/resolve?path=/engineering/{slug}")).await;
            assert_eq!(
                resolved["status"],
                if is_visible { "live" } else { "unknown" },
                "{slug} of {locales:?}"
            );
            let asked = format!("/v1/resolve?path=/engineering/{slug}&locale={locale}");
            assert_eq!(fixture.read(&asked).await["status"], resolved["status"], "{slug} of {locales:?}");
            let found = fixture.app.reader.get(&format!("/v1/articles/{slug}?locale={locale}")).await;
            if !is_visible {
                found.expect(404);
                continue;
            }
            let alternates = found.expect(200)["context"]["alternates"].clone();
            let alternate_urls =
                alternates.as_array().unwrap().iter().map(|other| other["url"].as_str().unwrap().to_owned());
            let others = article.iter().filter(|(other, _)| other != locale && locales.contains(other));
            let others: BTreeSet<String> = others.map(|(_, slug)| url(slug)).collect();
            assert_eq!(alternate_urls.collect::<BTreeSet<_>>(), others, "{slug} of {locales:?}");
        }
    }
}

async fn check_sitemap(fixture: &Fixture, articles: &[Published], locales: &[&str]) {
    let sitemap = fixture.app.reader.get("/v1/sitemap").await.text();
    let between = |from: &str, to: &str| -> BTreeSet<String> {
        let behind = sitemap.split(from).skip(1);
        behind.filter_map(|text| Some(text.split_once(to)?.0.to_owned())).collect()
    };
    let wanted: BTreeSet<String> = visible(articles, locales).map(|(_, slug)| url(slug)).collect();
    assert_eq!(between("<loc>", "</loc>"), wanted, "{locales:?}");
    let named = between("hreflang=\"", "\"");
    assert!(named.iter().all(|locale| locales.contains(&locale.as_str())), "{named:?} of {locales:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn only_configured_locales_are_visible_after_every_restart() {
    let mut fixture = Fixture::with_app(TestApp::start_for_site(site_in(&["en", "de", "fr"])).await).await;
    let mut articles: Vec<Published> = Vec::new();
    let histories: [&[&'static str]; 9] = [
        &["en", "de", "fr"],
        &["en", "de"],
        &["de"],
        &["fr", "en"],
        &["it"],
        &["de", "fr"],
        &["en"],
        &["fr"],
        &["fr", "de", "en", "it"],
    ];
    for (step, locales) in histories.into_iter().enumerate() {
        fixture = fixture.restart_with_locales(locales).await;
        // Publish one article in all configured locales, and one in the default locale only.
        let mut published: Published = Vec::new();
        let mut first: Option<String> = None;
        for locale in locales {
            let slug = format!("all-{step}-{locale}");
            let draft = fixture.publish_in(locale, &slug, first.as_deref()).await;
            first.get_or_insert(draft);
            published.push((locale, slug));
        }
        articles.push(published);
        let slug = format!("one-{step}");
        fixture.publish_in(locales[0], &slug, None).await;
        articles.push(vec![(locales[0], slug)]);

        assert_eq!(fixture.read("/v1/site").await["locales"], json!(locales));
        check_lists_and_feeds(&fixture, &articles, locales).await;
        check_articles(&fixture, &articles, locales).await;
        check_sitemap(&fixture, &articles, locales).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unconfigured_locales_are_refused_and_the_configured_ones_named() {
    let fixture = Fixture::with_app(TestApp::start_for_site(site_in(&["en", "de"])).await).await;
    let german = fixture.publish_in("de", "eins", None).await;
    fixture.save(&german, json!({ "headline": "Zwei" })).await;
    fixture.publish(&german).await.expect(201);
    fixture.save(&german, json!({ "headline": "Drei" })).await;
    let fixture = fixture.restart_with_locales(&["en"]).await;
    let detail = "The publication has no locale `de`. MASTHEAD_LOCALES configures `en`.";
    let article = fixture.get_draft(&german).await["article_id"].clone();
    let revision = fixture.revision(&german).await;
    let editor = &fixture.editor;
    let seen = json!([{ "id": german, "revision": revision }]);
    let path = |rest: &str| format!("/drafts/{german}{rest}");
    for request in [
        editor.post("/drafts", json!({ "locale": "de" })),
        editor.post("/drafts", json!({ "locale": "de", "article_id": article })),
        editor.post_empty(&path("/duplicate")),
        editor.post(&path("/publish"), json!({})).if_match(revision),
        editor.post(&path("/publish"), json!({})).if_match(revision).header("Prefer", "dry-run"),
        editor.post(&path("/schedule"), json!({ "due_at": "2090-01-01T00:00:00Z" })).if_match(revision),
        editor.post_empty(&path("/previous-edition")),
    ] {
        let problem = request.send().await.expect(422);
        assert_eq!(
            (&problem["type"], &problem["detail"]),
            (&json!("/docs/problems/unknown-locale"), &json!(detail))
        );
    }
    let several = editor.post("/bulk/publish", json!({ "drafts": seen })).send().await;
    let (kind, errors) = expect_problem(several, 409);
    assert_eq!(
        (kind.as_str(), &errors[0]["rule"], &errors[0]["detail"]),
        ("bulk-refused", &json!("unknown_locale"), &json!(detail))
    );
    let checks = editor.get(&path("/checks")).send().await.expect(200);
    assert_eq!(
        (&checks["publishable"], &checks["findings"][0]["rule"]),
        (&json!(false), &json!("unknown_locale"))
    );
    // Existing drafts in that locale can still be saved, found and withdrawn.
    fixture.save(&german, json!({ "headline": "Vier" })).await;
    let found = editor.get("/drafts?locale=de").send().await.expect(200);
    assert_eq!(found["data"].as_array().unwrap().len(), 1);
    fixture.post_action(&german, "withdraw").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_never_point_to_unconfigured_locales() {
    let fixture = Fixture::with_app(TestApp::start_for_site(site_in(&["en", "de"])).await).await;
    let german = fixture.publish_in("de", "eins", None).await;
    let target = fixture.get_draft(&german).await["article_id"].as_str().unwrap().to_owned();
    let linking = fixture.draft("linking").await;
    fixture.save(&linking, json!({ "body": format!("See [there](article:{target}).") })).await;
    fixture.publish(&linking).await.expect(201);
    let html =
        async |fixture: &Fixture| fixture.read("/v1/articles/linking").await["body"]["html"].to_string();
    assert!(html(&fixture).await.contains(&url("eins")));
    let fixture = fixture.restart_with_locales(&["en"]).await;
    let shown = html(&fixture).await;
    assert!(!shown.contains("eins") && shown.contains("there"), "{shown}");
}
