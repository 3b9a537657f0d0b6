//! Locales that are not configured: nothing new is written in them, and readers see nothing of what there is.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tests::{Newsroom, id, site_in};

use crate::stage::{Stage, refused};

/// Every locale that any of the tests configures, and one that none does.
const ASKED: [&str; 4] = ["en", "de", "fr", "it"];

impl Stage {
    /// A live article in a locale: of one that there is, or a new one.
    async fn live_in(&self, locale: &str, slug: &str, of: Option<&str>) -> String {
        let content = json!({ "slug": slug, "section": self.section, "headline": slug, "body": "Text." });
        let mut draft = json!({ "locale": locale, "content": content });
        if let Some(of) = of {
            draft["article_id"] = self.get(of).await["article_id"].clone();
        }
        let draft = id(&self.editor.post("/drafts", draft).send().await.expect(201));
        self.publish(&draft).await.expect(201);
        draft
    }

    async fn read(&self, path: &str) -> Value {
        self.newsroom.reader.get(path).await.expect(200)
    }

    /// Restarts the server with other locales.
    async fn restarted(self, locales: &[&str]) -> Self {
        let site = site_in(locales);
        let database = self.newsroom.close().await;
        let newsroom = Newsroom::open_changed(database, |config| masthead::Config { site, ..config }).await;
        let editor = newsroom.editor(domain::Role::Editor).await;
        Self { newsroom, editor, section: self.section }
    }
}

fn url(slug: &str) -> String {
    format!("https://example.org/engineering/{slug}")
}

/// An article as it was published: its slug in each locale.
type Published = Vec<(&'static str, String)>;

/// What readers may see of the articles with these locales configured: the slugs in each.
fn visible<'a>(articles: &'a [Published], locales: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
    let all = articles.iter().flatten().map(|(locale, slug)| (*locale, slug.as_str()));
    all.filter(|(locale, _)| locales.contains(locale))
}

async fn check_lists_and_feeds(stage: &Stage, articles: &[Published], locales: &[&str]) {
    for asked in ASKED {
        let wanted: BTreeSet<&str> =
            visible(articles, locales).filter(|(locale, _)| *locale == asked).map(|(_, slug)| slug).collect();
        let teasers = stage.read(&format!("/v1/teasers?limit=100&total=true&locale={asked}")).await;
        let listed = teasers["data"].as_array().unwrap();
        let slugs: BTreeSet<&str> = listed.iter().map(|teaser| teaser["slug"].as_str().unwrap()).collect();
        assert_eq!(slugs, wanted, "{asked} of {locales:?}");
        assert_eq!(teasers["page"]["total"], wanted.len().to_string());
        let found = stage.read(&format!("/v1/search?q=text&limit=100&locale={asked}")).await;
        assert_eq!(found["data"].as_array().unwrap().len(), wanted.len(), "{asked} of {locales:?}");
        let archive = stage.read(&format!("/v1/archive?locale={asked}")).await;
        assert_eq!(archive["years"] == json!([]), wanted.is_empty(), "{asked} of {locales:?}");
        let sections = stage.read(&format!("/v1/sections?locale={asked}")).await;
        assert_eq!(sections["data"] == json!([]), wanted.is_empty(), "{asked} of {locales:?}");
        let feed = stage.newsroom.reader.get(&format!("/v1/feeds/json?limit=100&locale={asked}")).await;
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

async fn check_articles(stage: &Stage, articles: &[Published], locales: &[&str]) {
    for article in articles {
        for (locale, slug) in article {
            let is_visible = locales.contains(locale);
            let resolved = stage.read(&format!("/v1/resolve?path=/engineering/{slug}")).await;
            assert_eq!(
                resolved["status"],
                if is_visible { "live" } else { "unknown" },
                "{slug} of {locales:?}"
            );
            let asked = format!("/v1/resolve?path=/engineering/{slug}&locale={locale}");
            assert_eq!(stage.read(&asked).await["status"], resolved["status"], "{slug} of {locales:?}");
            let found = stage.newsroom.reader.get(&format!("/v1/articles/{slug}?locale={locale}")).await;
            if !is_visible {
                found.expect(404);
                continue;
            }
            let alternates = found.expect(200)["context"]["alternates"].clone();
            let told =
                alternates.as_array().unwrap().iter().map(|other| other["url"].as_str().unwrap().to_owned());
            let others = article.iter().filter(|(other, _)| other != locale && locales.contains(other));
            let others: BTreeSet<String> = others.map(|(_, slug)| url(slug)).collect();
            assert_eq!(told.collect::<BTreeSet<_>>(), others, "{slug} of {locales:?}");
        }
    }
}

async fn check_sitemap(stage: &Stage, articles: &[Published], locales: &[&str]) {
    let sitemap = stage.newsroom.reader.get("/v1/sitemap").await.text();
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
async fn after_every_restart_all_that_readers_see_is_in_the_configured_locales() {
    let mut stage = Stage::of(Newsroom::open_for(site_in(&["en", "de", "fr"])).await).await;
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
        stage = stage.restarted(locales).await;
        // One article in all locales of that moment, and one in the default alone.
        let mut published: Published = Vec::new();
        let mut first: Option<String> = None;
        for locale in locales {
            let slug = format!("all-{step}-{locale}");
            let draft = stage.live_in(locale, &slug, first.as_deref()).await;
            first.get_or_insert(draft);
            published.push((locale, slug));
        }
        articles.push(published);
        let slug = format!("one-{step}");
        stage.live_in(locales[0], &slug, None).await;
        articles.push(vec![(locales[0], slug)]);

        assert_eq!(stage.read("/v1/site").await["locales"], json!(locales));
        check_lists_and_feeds(&stage, &articles, locales).await;
        check_articles(&stage, &articles, locales).await;
        check_sitemap(&stage, &articles, locales).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locale_that_is_not_configured_is_refused_with_those_that_are() {
    let stage = Stage::of(Newsroom::open_for(site_in(&["en", "de"])).await).await;
    let german = stage.live_in("de", "eins", None).await;
    stage.save(&german, json!({ "headline": "Zwei" })).await;
    stage.publish(&german).await.expect(201);
    stage.save(&german, json!({ "headline": "Drei" })).await;
    let stage = stage.restarted(&["en"]).await;
    let detail = "The publication has no locale `de`. MASTHEAD_LOCALES configures `en`.";
    let article = stage.get(&german).await["article_id"].clone();
    let revision = stage.revision(&german).await;
    let editor = &stage.editor;
    let seen = json!([{ "id": german, "revision": revision }]);
    let path = |rest: &str| format!("/drafts/{german}{rest}");
    for request in [
        editor.post("/drafts", json!({ "locale": "de" })),
        editor.post("/drafts", json!({ "locale": "de", "article_id": article })),
        editor.act(&path("/duplicate")),
        editor.post(&path("/publish"), json!({})).seen(revision),
        editor.post(&path("/publish"), json!({})).seen(revision).header("Prefer", "dry-run"),
        editor.post(&path("/schedule"), json!({ "due_at": "2090-01-01T00:00:00Z" })).seen(revision),
        editor.act(&path("/previous-edition")),
    ] {
        let problem = request.send().await.expect(422);
        assert_eq!(
            (&problem["type"], &problem["detail"]),
            (&json!("/docs/problems/unknown-locale"), &json!(detail))
        );
    }
    let several = editor.post("/bulk/publish", json!({ "drafts": seen })).send().await;
    let (kind, errors) = refused(several, 409);
    assert_eq!(
        (kind.as_str(), &errors[0]["rule"], &errors[0]["detail"]),
        ("bulk-refused", &json!("unknown_locale"), &json!(detail))
    );
    let checks = editor.get(&path("/checks")).send().await.expect(200);
    assert_eq!(
        (&checks["publishable"], &checks["findings"][0]["rule"]),
        (&json!(false), &json!("unknown_locale"))
    );
    // What editors wrote is theirs: it can be saved, found and withdrawn.
    stage.save(&german, json!({ "headline": "Vier" })).await;
    let found = editor.get("/drafts?locale=de").send().await.expect(200);
    assert_eq!(found["data"].as_array().unwrap().len(), 1);
    stage.act(&german, "withdraw").await.expect(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_lead_to_no_locale_that_is_not_configured() {
    let stage = Stage::of(Newsroom::open_for(site_in(&["en", "de"])).await).await;
    let german = stage.live_in("de", "eins", None).await;
    let target = stage.get(&german).await["article_id"].as_str().unwrap().to_owned();
    let linking = stage.draft("linking").await;
    stage.save(&linking, json!({ "body": format!("See [there](article:{target}).") })).await;
    stage.publish(&linking).await.expect(201);
    let html = async |stage: &Stage| stage.read("/v1/articles/linking").await["body"]["html"].to_string();
    assert!(html(&stage).await.contains(&url("eins")));
    let stage = stage.restarted(&["en"]).await;
    let shown = html(&stage).await;
    assert!(!shown.contains("eins") && shown.contains("there"), "{shown}");
}
