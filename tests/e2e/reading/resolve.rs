//! What a path is now.

use domain::{Locale, PathPattern, Site};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Answer, Newsroom, site};

use crate::stage::Stage;

impl Stage {
    async fn resolved(&self, path: &str) -> Value {
        self.newsroom.reader.get(&format!("/v1/resolve?path={path}")).await.expect(200)
    }

    /// What a path is in short, such as `live https://example.org/engineering/a-slug`.
    async fn is(&self, path: &str) -> String {
        short(&self.resolved(path).await)
    }

    /// The same, for somebody who prefers these languages.
    async fn is_for(&self, languages: &str, path: &str) -> (String, Answer) {
        let path = format!("/v1/resolve?path={path}");
        let answer = self.newsroom.reader.get_with(&path, &[("accept-language", languages)]).await;
        assert_eq!(answer.status, 200);
        (short(&serde_json::from_slice(&answer.bytes).unwrap()), answer)
    }

    /// A live article in German, of one that there is.
    async fn live_in_german(&self, of: &str, slug: &str) -> String {
        let original = self.get(of).await;
        let mut content = original["content"].clone();
        content["slug"] = json!(slug);
        let draft = json!({ "article_id": original["article_id"], "locale": "de", "content": content });
        let draft = tests::id(&self.editor.post("/drafts", draft).send().await.expect(201));
        self.publish(&draft).await.expect(201);
        draft
    }
}

fn short(resolution: &Value) -> String {
    let (status, target) = (resolution["status"].as_str().unwrap(), &resolution["target"]);
    // A redirect may lead to a page that is no article.
    let article = &resolution["article"];
    assert!(article.is_null() && status == "moved" || *target == article["url"], "{resolution}");
    format!("{status} {}", target.as_str().unwrap_or("nowhere"))
}

/// A publication in two languages.
fn bilingual(base_url: &str, path_pattern: &str) -> Site {
    let locales = ["en", "de"].map(|tag| Locale::try_from(tag.to_owned()).unwrap());
    let path_pattern = PathPattern::try_from(path_pattern.to_owned()).unwrap();
    Site { base_url: base_url.to_owned(), path_pattern, locales: locales.to_vec(), ..site() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_is_live_then_moved_then_gone() {
    let stage = Stage::open().await;
    let draft = stage.live("first").await;
    let teaser = stage.newsroom.reader.get("/v1/teasers/first").await.expect(200);
    for path in
        ["/engineering/first", "/engineering/first/", "%2Fengineering%2F%2566irst", "/engineering/%2566irst"]
    {
        let expected =
            json!({ "status": "live", "target": "https://example.org/engineering/first", "article": teaser });
        assert_eq!(stage.resolved(path).await, expected, "{path}");
    }
    assert_eq!(stage.is("/culture/first").await, "moved https://example.org/engineering/first");

    stage.save(&draft, json!({ "slug": "second" })).await;
    assert_eq!(stage.is("/engineering/second").await, "unknown nowhere");
    stage.publish(&draft).await.expect(201);
    assert_eq!(stage.is("/engineering/first").await, "moved https://example.org/engineering/second");
    assert_eq!(stage.is("/engineering/second").await, "live https://example.org/engineering/second");

    let culture = stage.editor.given_term("section", "culture").await;
    stage.save(&draft, json!({ "section": culture })).await;
    stage.publish(&draft).await.expect(201);
    for moved in ["/engineering/first", "/engineering/second", "/culture/first"] {
        assert_eq!(stage.is(moved).await, "moved https://example.org/culture/second", "{moved}");
    }

    let gone = json!({ "status": "gone", "target": null, "article": null });
    stage.act(&draft, "withdraw").await.expect(200);
    for path in ["/engineering/first", "/engineering/second", "/culture/second"] {
        assert_eq!(stage.resolved(path).await, gone, "{path}");
    }
    stage.publish(&draft).await.expect(201);
    assert_eq!(stage.is("/culture/second").await, "live https://example.org/culture/second");
    stage.act(&draft, "take-down").await.expect(200);
    for path in ["/engineering/first", "/culture/second"] {
        assert_eq!(stage.resolved(path).await, gone, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_public_and_what_can_be_nobodys_path_are_the_same_unknown() {
    let stage = Stage::open().await;
    stage.draft("a-draft").await;
    let scheduled = stage.draft("scheduled").await;
    stage.schedule(&scheduled, "2090-01-01T00:00:00Z").await.expect(200);
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
        assert_eq!(stage.resolved(path).await, unknown, "{path}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_path_is_refused() {
    let newsroom = Newsroom::open().await;
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
        let refused = newsroom.reader.unchecked(Method::GET, &format!("/v1/resolve?{query}"), &[]).await;
        assert_eq!(refused.header("content-type"), "application/problem+json", "{query}");
        let refused = refused.expect(400);
        assert_eq!(refused["type"], "/docs/problems/invalid-parameter", "{query}");
        let error = &refused["errors"][0];
        assert_eq!((&error["parameter"], &error["rule"]), (&json!(parameter), &json!(rule)), "{query}");
        assert_eq!(refused["errors"].as_array().unwrap().len(), 1, "{refused}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_paths_name_no_locale_the_readers_languages_choose_one() {
    let stage = Stage::of(Newsroom::open_for(bilingual("https://example.org", "/{slug}")).await).await;
    let english = stage.live("both").await;
    let german = stage.live_in_german(&english, "both").await;
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
        let (_, answer) = stage.is_for(languages, "/both").await;
        assert_eq!(answer.header("vary"), "Accept-Encoding, Accept-Language", "{languages}");
        assert_eq!(answer.header("content-language"), locale, "{languages}");
        assert_eq!(answer.expect(200)["article"]["locale"], locale, "{languages}");
    }
    let (_, asked) = stage.is_for("en", "/both&locale=de").await;
    assert_eq!((asked.header("content-language"), asked.header("vary")), ("de", "Accept-Encoding"));
    let known = asked.header("etag");
    let (_, other) = stage.is_for("en", "/both").await;
    assert_ne!(known, other.header("etag"));
    let unchanged = [("if-none-match", known), ("accept-language", "de")];
    let unchanged = stage.newsroom.reader.get_with("/v1/resolve?path=/both", &unchanged).await;
    assert_eq!((unchanged.status, unchanged.bytes.len()), (304, 0));
    assert_eq!(unchanged.header("vary"), "Accept-Encoding, Accept-Language");

    // What lives there comes before what moved away, and that before what is gone.
    stage.save(&german, json!({ "slug": "beide" })).await;
    stage.publish(&german).await.expect(201);
    assert_eq!(stage.is_for("de", "/both").await.0, "live https://example.org/both");
    assert_eq!(stage.is_for("en", "/beide").await.0, "live https://example.org/beide");
    stage.act(&english, "withdraw").await.expect(200);
    assert_eq!(stage.is_for("en", "/both").await.0, "moved https://example.org/beide");
    stage.act(&german, "withdraw").await.expect(200);
    let (gone, answer) = stage.is_for("en", "/both").await;
    assert_eq!((gone.as_str(), answer.header("content-language")), ("gone nowhere", ""));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_paths_name_a_locale_that_is_the_one_unless_another_is_asked_for() {
    let site = bilingual("https://example.org/news", "/{locale}/{section}/{slug}");
    let stage = Stage::of(Newsroom::open_for(site).await).await;
    let english = stage.live("both").await;
    stage.live_in_german(&english, "both").await;
    stage.live("english").await;
    let at = |path: &str| format!("live https://example.org/news{path}");
    for path in ["/de/engineering/both", "/en/engineering/both"] {
        for asked in [path, &format!("/news{path}"), &format!("/news{path}/")] {
            let (is, answer) = stage.is_for("en, de", asked).await;
            assert_eq!((is, answer.header("vary")), (at(path), "Accept-Encoding"), "{asked}");
        }
    }
    for unknown in
        ["/de/engineering/english", "/fr/engineering/both", "/engineering/both", "/old/en/engineering/both"]
    {
        assert_eq!(stage.is(unknown).await, "unknown nowhere", "{unknown}");
    }
    let english = "moved https://example.org/news/en/engineering/english";
    assert_eq!(stage.is("/de/engineering/english&locale=en").await, english);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_is_kept_as_what_is_live_is_and_changes_with_it() {
    let stage = Stage::open().await;
    let draft = stage.live("a-slug").await;
    let path = "/v1/resolve?path=/engineering/a-slug";
    let live = stage.newsroom.reader.get(path).await;
    let teaser = stage.newsroom.reader.get("/v1/teasers/a-slug").await;
    assert_eq!(live.header("cache-control"), teaser.header("cache-control"));
    assert_eq!((live.header("vary"), live.header("content-language")), ("Accept-Encoding", "en"));
    let head = stage.newsroom.reader.unchecked(Method::HEAD, path, &[]).await;
    assert_eq!((head.status, head.header("etag"), head.bytes.len()), (200, live.header("etag"), 0));
    let known = [("if-none-match", live.header("etag"))];
    assert_eq!(stage.newsroom.reader.get_with(path, &known).await.status, 304);
    stage.act(&draft, "withdraw").await.expect(200);
    assert_eq!(stage.newsroom.reader.get_with(path, &known).await.expect(200)["status"], "gone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_knows_the_paths_of_what_it_shows() {
    let stage = Stage::open().await;
    let live = stage.live("old").await;
    let draft = stage.draft("a-slug").await;
    stage.save(&live, json!({ "slug": "new" })).await;
    let made = json!({ "drafts": [draft, live] });
    let token = stage.editor.post("/previews", made).send().await.expect(201)["token"].clone();
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
        let answer = stage.newsroom.reader.unchecked(Method::GET, &link, &[]).await;
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!((short(&answer.expect(200)).as_str(), stage.is(path).await.as_str()), (shown, public));
    }
}
