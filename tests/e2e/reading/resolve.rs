//! Resolving paths of the site.

use domain::{Locale, PathPattern, Site};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{TestApp, TestResponse, site};

use crate::fixture::Fixture;

impl Fixture {
    async fn resolve_path(&self, path: &str) -> Value {
        self.app.reader.get(&format!("/v1/resolve?path={path}")).await.expect(200)
    }

    /// The status and the target of a path, such as `live https://example.org/engineering/a-slug`.
    async fn summary_of(&self, path: &str) -> String {
        summary(&self.resolve_path(path).await)
    }

    /// The same with an `Accept-Language` header; also returns the response.
    async fn summary_for_languages(&self, languages: &str, path: &str) -> (String, TestResponse) {
        let path = format!("/v1/resolve?path={path}");
        let response = self.app.reader.get_with(&path, &[("accept-language", languages)]).await;
        assert_eq!(response.status, 200);
        (summary(&serde_json::from_slice(&response.bytes).unwrap()), response)
    }

    /// Publishes a German translation of a draft.
    async fn publish_in_german(&self, of: &str, slug: &str) -> String {
        let original = self.get_draft(of).await;
        let mut content = original["content"].clone();
        content["slug"] = json!(slug);
        let draft = json!({ "article_id": original["article_id"], "locale": "de", "content": content });
        let draft = tests::id(&self.editor.post("/drafts", draft).send().await.expect(201));
        self.publish(&draft).await.expect(201);
        draft
    }
}

fn summary(resolution: &Value) -> String {
    let (status, target) = (resolution["status"].as_str().unwrap(), &resolution["target"]);
    // A redirect may lead to a page that is not an article.
    let article = &resolution["article"];
    assert!(article.is_null() && status == "moved" || *target == article["url"], "{resolution}");
    format!("{status} {}", target.as_str().unwrap_or("nowhere"))
}

/// A site in English and German.
fn bilingual_site(base_url: &str, path_pattern: &str) -> Site {
    let locales = ["en", "de"].map(|tag| Locale::try_from(tag.to_owned()).unwrap());
    let path_pattern = PathPattern::try_from(path_pattern.to_owned()).unwrap();
    Site { base_url: base_url.to_owned(), path_pattern, locales: locales.to_vec(), ..site() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_is_live_then_moved_then_gone() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("first").await;
    let teaser = fixture.app.reader.get("/v1/teasers/first").await.expect(200);
    for path in
        ["/engineering/first", "/engineering/first/", "%2Fengineering%2F%2566irst", "/engineering/%2566irst"]
    {
        let expected =
            json!({ "status": "live", "target": "https://example.org/engineering/first", "article": teaser });
        assert_eq!(fixture.resolve_path(path).await, expected, "{path}");
    }
    assert_eq!(fixture.summary_of("/culture/first").await, "moved https://example.org/engineering/first");

    fixture.save(&draft, json!({ "slug": "second" })).await;
    assert_eq!(fixture.summary_of("/engineering/second").await, "unknown nowhere");
    fixture.publish(&draft).await.expect(201);
    assert_eq!(
        fixture.summary_of("/engineering/first").await,
        "moved https://example.org/engineering/second"
    );
    assert_eq!(
        fixture.summary_of("/engineering/second").await,
        "live https://example.org/engineering/second"
    );

    let culture = fixture.editor.create_term("section", "culture").await;
    fixture.save(&draft, json!({ "section": culture })).await;
    fixture.publish(&draft).await.expect(201);
    for moved in ["/engineering/first", "/engineering/second", "/culture/first"] {
        assert_eq!(fixture.summary_of(moved).await, "moved https://example.org/culture/second", "{moved}");
    }

    let gone = json!({ "status": "gone", "target": null, "article": null });
    fixture.post_action(&draft, "withdraw").await.expect(200);
    for path in ["/engineering/first", "/engineering/second", "/culture/second"] {
        assert_eq!(fixture.resolve_path(path).await, gone, "{path}");
    }
    fixture.publish(&draft).await.expect(201);
    assert_eq!(fixture.summary_of("/culture/second").await, "live https://example.org/culture/second");
    fixture.post_action(&draft, "take-down").await.expect(200);
    for path in ["/engineering/first", "/culture/second"] {
        assert_eq!(fixture.resolve_path(path).await, gone, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unpublished_and_impossible_paths_are_equally_unknown() {
    let fixture = Fixture::new().await;
    fixture.draft("a-draft").await;
    let scheduled = fixture.draft("scheduled").await;
    fixture.schedule(&scheduled, "2090-01-01T00:00:00Z").await.expect(200);
    let unknown = json!({ "status": "unknown", "target": null, "article": null });
    for path in [
        "/engineering/a-draft",
        "/engineering/scheduled",
        "/engineering/nobody",
        "/",
        "//",
        "/engineering",
        "/engineering/a-draft/more",
        "/Engineering/NOBODY",
        "/engineering%252Fscheduled",
        "/engineering/%25FF",
        "/engineering/ü",
        "/.well-known/nothing.txt",
        &format!("/{}", "a".repeat(1_023)),
    ] {
        assert_eq!(fixture.resolve_path(path).await, unknown, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn invalid_paths_are_refused() {
    let app = TestApp::start().await;
    for (query, parameter, rule) in [
        ("", "path", "required"),
        ("path=", "path", "pattern"),
        ("path=engineering/x", "path", "pattern"),
        ("path=https://example.org/engineering/x", "path", "pattern"),
        ("path=/x%3Fa=b", "path", "pattern"),
        ("path=/x%23a", "path", "pattern"),
        ("path=/x%00", "path", "encoding"),
        ("path=/x%FF", "path", "encoding"),
        ("path=/x%0A", "path", "no_control_characters"),
        ("path=/x%2500", "path", "encoding"),
        ("path=/x%25", "path", "encoding"),
        ("path=/x%25zz", "path", "encoding"),
        (&format!("path=/{}", "a".repeat(1_024)), "path", "max_length"),
        ("path=/x&path=/y", "path", "repeated"),
        ("path=/x&locale=EN", "locale", "pattern"),
        ("path=/x&language=en", "language", "unknown"),
    ] {
        let refused = app.reader.request_unvalidated(Method::GET, &format!("/v1/resolve?{query}"), &[]).await;
        assert_eq!(refused.header("content-type"), "application/problem+json", "{query}");
        let refused = refused.expect(400);
        assert_eq!(refused["type"], "/docs/problems/invalid-parameter", "{query}");
        let error = &refused["errors"][0];
        assert_eq!((&error["parameter"], &error["rule"]), (&json!(parameter), &json!(rule)), "{query}");
        assert_eq!(refused["errors"].as_array().unwrap().len(), 1, "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn accept_language_chooses_the_locale_when_the_path_names_none() {
    let fixture =
        Fixture::with_app(TestApp::start_for_site(bilingual_site("https://example.org", "/{slug}")).await)
            .await;
    let english = fixture.publish_new("both").await;
    let german = fixture.publish_in_german(&english, "both").await;
    for (languages, locale) in [
        ("", "en"),
        ("de", "de"),
        ("DE-at, en;q=0.5", "de"),
        ("fr, en;q=0.8, de;q=0.9", "de"),
        ("fr, *;q=0.5", "en"),
        ("de;q=0", "en"),
        ("de;q=high, -, en", "en"),
        ("en-GB, de", "en"),
    ] {
        let (_, response) = fixture.summary_for_languages(languages, "/both").await;
        assert_eq!(response.header("vary"), "Accept-Encoding, Accept-Language", "{languages}");
        assert_eq!(response.header("content-language"), locale, "{languages}");
        assert_eq!(response.expect(200)["article"]["locale"], locale, "{languages}");
    }
    let (_, asked) = fixture.summary_for_languages("en", "/both&locale=de").await;
    assert_eq!((asked.header("content-language"), asked.header("vary")), ("de", "Accept-Encoding"));
    let known = asked.header("etag");
    let (_, other) = fixture.summary_for_languages("en", "/both").await;
    assert_ne!(known, other.header("etag"));
    let unchanged = [("if-none-match", known), ("accept-language", "de")];
    let unchanged = fixture.app.reader.get_with("/v1/resolve?path=/both", &unchanged).await;
    assert_eq!((unchanged.status, unchanged.bytes.len()), (304, 0));
    assert_eq!(unchanged.header("vary"), "Accept-Encoding, Accept-Language");

    // A live article takes precedence over a moved one, and that over one that is gone.
    fixture.save(&german, json!({ "slug": "beide" })).await;
    fixture.publish(&german).await.expect(201);
    assert_eq!(fixture.summary_for_languages("de", "/both").await.0, "live https://example.org/both");
    assert_eq!(fixture.summary_for_languages("en", "/beide").await.0, "live https://example.org/beide");
    fixture.post_action(&english, "withdraw").await.expect(200);
    assert_eq!(fixture.summary_for_languages("en", "/both").await.0, "moved https://example.org/beide");
    fixture.post_action(&german, "withdraw").await.expect(200);
    let (gone, response) = fixture.summary_for_languages("en", "/both").await;
    assert_eq!((gone.as_str(), response.header("content-language")), ("gone nowhere", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_locale_in_the_path_wins_unless_a_parameter_names_another() {
    let site = bilingual_site("https://example.org/news", "/{locale}/{section}/{slug}");
    let fixture = Fixture::with_app(TestApp::start_for_site(site).await).await;
    let english = fixture.publish_new("both").await;
    fixture.publish_in_german(&english, "both").await;
    fixture.publish_new("english").await;
    let at = |path: &str| format!("live https://example.org/news{path}");
    for path in ["/de/engineering/both", "/en/engineering/both"] {
        for asked in [path, &format!("/news{path}"), &format!("/news{path}/")] {
            let (is, response) = fixture.summary_for_languages("en, de", asked).await;
            assert_eq!((is, response.header("vary")), (at(path), "Accept-Encoding"), "{asked}");
        }
    }
    for unknown in
        ["/de/engineering/english", "/fr/engineering/both", "/engineering/both", "/old/en/engineering/both"]
    {
        assert_eq!(fixture.summary_of(unknown).await, "unknown nowhere", "{unknown}");
    }
    let english = "moved https://example.org/news/en/engineering/english";
    assert_eq!(fixture.summary_of("/de/engineering/english&locale=en").await, english);
}

#[tokio::test(flavor = "multi_thread")]
async fn resolutions_are_cached_like_articles_and_change_with_them() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("a-slug").await;
    let path = "/v1/resolve?path=/engineering/a-slug";
    let live = fixture.app.reader.get(path).await;
    let teaser = fixture.app.reader.get("/v1/teasers/a-slug").await;
    assert_eq!(live.header("cache-control"), teaser.header("cache-control"));
    assert_eq!((live.header("vary"), live.header("content-language")), ("Accept-Encoding", "en"));
    let head = fixture.app.reader.request_unvalidated(Method::HEAD, path, &[]).await;
    assert_eq!((head.status, head.header("etag"), head.bytes.len()), (200, live.header("etag"), 0));
    let known = [("if-none-match", live.header("etag"))];
    assert_eq!(fixture.app.reader.get_with(path, &known).await.status, 304);
    fixture.post_action(&draft, "withdraw").await.expect(200);
    assert_eq!(fixture.app.reader.get_with(path, &known).await.expect(200)["status"], "gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_resolves_the_paths_of_its_drafts() {
    let fixture = Fixture::new().await;
    let live = fixture.publish_new("old").await;
    let draft = fixture.draft("a-slug").await;
    fixture.save(&live, json!({ "slug": "new" })).await;
    let made = json!({ "drafts": [draft, live] });
    let token = fixture.editor.post("/previews", made).send().await.expect(201)["token"].clone();
    for (path, shown, public) in [
        ("/engineering/a-slug", "live https://example.org/engineering/a-slug", "unknown nowhere"),
        ("/engineering/new", "live https://example.org/engineering/new", "unknown nowhere"),
        (
            "/engineering/old",
            "moved https://example.org/engineering/new",
            "live https://example.org/engineering/old",
        ),
    ] {
        let link = format!("/preview/v1/resolve?path={path}&preview_token={}", token.as_str().unwrap());
        let response = fixture.app.reader.request_unvalidated(Method::GET, &link, &[]).await;
        assert_eq!(response.header("cache-control"), "no-store");
        assert_eq!(
            (summary(&response.expect(200)).as_str(), fixture.summary_of(path).await.as_str()),
            (shown, public)
        );
    }
}
