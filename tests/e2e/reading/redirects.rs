//! Redirects: created, resolved, listed and deleted; and former path patterns.

use domain::{PathPattern, Role, Site};
use serde_json::{Value, json};
use tests::{TestApp, TestResponse, id, site, site_in};

use crate::fixture::{Fixture, expect_problem};

impl Fixture {
    /// The status and the target of a path, such as `moved https://example.org/engineering/a-slug`.
    async fn resolve_summary(&self, path: &str) -> String {
        let resolved = self.app.reader.get(&format!("/v1/resolve?path={path}")).await.expect(200);
        format!(
            "{} {}",
            resolved["status"].as_str().unwrap(),
            resolved["target"].as_str().unwrap_or("nowhere")
        )
    }

    async fn create_redirect(&self, redirect: Value) -> TestResponse {
        self.editor.post("/redirects", redirect).send().await
    }

    async fn article_id(&self, draft: &str) -> Value {
        self.get_draft(draft).await["article_id"].clone()
    }

    async fn list_redirects(&self, query: &str) -> Vec<String> {
        let list = self.editor.get(&format!("/redirects{query}")).send().await.expect(200);
        let all = list["data"].as_array().unwrap().iter();
        all.map(|redirect| redirect["path"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_to_an_article_follows_moves_withdrawal_and_takedown() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let article = fixture.article_id(&draft).await;
    let created =
        fixture.create_redirect(json!({ "path": "/2015/05/Old-Name/", "article_id": article })).await;
    let (place, tag) = (created.header("location").to_owned(), created.header("etag").to_owned());
    let created = created.expect(201);
    assert_eq!(
        (place.as_str(), tag.as_str()),
        (format!("/editorial/v1/redirects/{}", id(&created)).as_str(), "\"1\"")
    );
    assert_eq!(
        (&created["path"], &created["locale"], &created["url"]),
        (&json!("/2015/05/Old-Name"), &json!("en"), &Value::Null)
    );
    assert_eq!((&created["created_by"], &created["sequence"]), (&json!(fixture.editor.id), &json!(1)));
    let old = "/2015/05/Old-Name";
    assert_eq!(fixture.resolve_summary(old).await, "unknown nowhere", "the article was never public");

    fixture.publish(&draft).await.expect(201);
    assert_eq!(fixture.resolve_summary(old).await, "moved https://example.org/engineering/a-slug");
    let resolved = fixture.app.reader.get(&format!("/v1/resolve?path={old}")).await;
    assert_eq!(resolved.header("content-language"), "en");
    assert_eq!(resolved.expect(200)["article"]["slug"], "a-slug");
    for spelling in ["/2015/05/Old-Name/", "//2015//05/./x/../Old-Name", "/2015/05/Old%252DName"] {
        assert_eq!(
            fixture.resolve_summary(spelling).await,
            "moved https://example.org/engineering/a-slug",
            "{spelling}"
        );
    }
    assert_eq!(
        fixture.resolve_summary("/2015/05/old-name").await,
        "unknown nowhere",
        "upper and lower case differ"
    );

    fixture.save(&draft, json!({ "slug": "new-slug" })).await;
    fixture.publish(&draft).await.expect(201);
    assert_eq!(fixture.resolve_summary(old).await, "moved https://example.org/engineering/new-slug");
    fixture.post_action(&draft, "withdraw").await.expect(200);
    assert_eq!(fixture.resolve_summary(old).await, "gone nowhere");
    fixture.publish(&draft).await.expect(201);
    assert_eq!(fixture.resolve_summary(old).await, "moved https://example.org/engineering/new-slug");
    fixture.post_action(&draft, "take-down").await.expect(200);
    assert_eq!(fixture.resolve_summary(old).await, "unknown nowhere", "taking down deletes redirects");
    assert!(fixture.list_redirects("").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn creating_and_deleting_a_redirect_invalidates_its_cached_response() {
    let fixture = Fixture::new().await;
    assert_eq!(fixture.resolve_summary("/old/about.html").await, "unknown nowhere");
    let page = json!({ "path": "/old/about.html", "url": "https://example.org/about?from=old#team" });
    let created = fixture.create_redirect(page).await.expect(201);
    assert_eq!(created["url"], "https://example.org/about?from=old#team");
    // The previous response was cached; the second request shows that the new one is cached too.
    for _ in 0..2 {
        assert_eq!(
            fixture.resolve_summary("/old/about.html").await,
            "moved https://example.org/about?from=old#team"
        );
    }
    let resolved = fixture.app.reader.get("/v1/resolve?path=/old/about.html").await.expect(200);
    assert_eq!(resolved["article"], Value::Null);
    let path = format!("/redirects/{}", id(&created));
    let (_, mut expected) = (created["sequence"].clone(), created.clone());
    expected.as_object_mut().unwrap().remove("sequence");
    assert_eq!(fixture.editor.get(&path).send().await.expect(200), expected);

    assert_eq!(
        expect_problem(fixture.editor.delete(&path).skip_request_validation().send().await, 428).0,
        "precondition-required"
    );
    assert_eq!(expect_problem(fixture.editor.delete(&path).if_match(7).send().await, 412).0, "stale");
    assert_eq!(
        fixture.resolve_summary("/old/about.html").await,
        "moved https://example.org/about?from=old#team"
    );
    assert_eq!(fixture.editor.delete(&path).if_match(1).send().await.status, 204);
    assert_eq!(fixture.resolve_summary("/old/about.html").await, "unknown nowhere");
    fixture.editor.get(&path).send().await.expect(404);
    fixture.editor.delete(&path).if_match(1).send().await.expect(404);
    let log = fixture.editor.get("/audit").send().await.expect(200);
    let actions: Vec<&Value> = log["data"].as_array().unwrap().iter().map(|entry| &entry["action"]).collect();
    assert_eq!(actions[..2], [&json!("delete redirect"), &json!("create redirect")]);
    let entry = &log["data"][1];
    assert_eq!(
        (&entry["subject_kind"], &entry["subject_id"], &entry["sequence"]),
        (&json!("redirect"), &created["id"], &created["sequence"])
    );
    assert_eq!(entry["detail"]["path"], "/old/about.html");
    // Redirects are no article changes, so the change log does not list them.
    let changes = fixture.app.reader.get("/v1/changes").await.expect(200);
    assert_eq!(changes["data"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn paths_resolve_to_article_former_slug_redirect_and_former_pattern_in_this_order() {
    let former =
        ["/{slug}", "/{section}/{slug}.html"].map(|text| PathPattern::try_from(text.to_owned()).unwrap());
    let site = Site { former_path_patterns: former.to_vec(), ..site() };
    let fixture = Fixture::with_app(TestApp::start_for_site(site).await).await;
    let (first, other) = (fixture.publish_new("first").await, fixture.publish_new("other").await);
    let other_article = fixture.article_id(&other).await;
    let at = |slug: &str| format!("moved https://example.org/engineering/{slug}");
    for old in ["/first", "/first/", "/engineering/first.html", "/elsewhere/first.html"] {
        assert_eq!(fixture.resolve_summary(old).await, at("first"), "{old}");
    }
    assert_eq!(fixture.resolve_summary("/nobody").await, "unknown nowhere");
    assert_eq!(
        fixture.resolve_summary("/engineering/first").await,
        "live https://example.org/engineering/first"
    );

    // A redirect takes precedence over a former path pattern.
    fixture.create_redirect(json!({ "path": "/first", "article_id": other_article })).await.expect(201);
    assert_eq!(fixture.resolve_summary("/first").await, at("other"));
    // An article and its former slugs take precedence over a redirect, so none can be created there.
    for taken in ["/engineering/first", "/engineering/first/", "/culture/first"] {
        let taken = fixture.create_redirect(json!({ "path": taken, "url": "/about" })).await;
        assert_eq!(expect_problem(taken, 409).0, "path-in-use");
    }
    fixture.save(&first, json!({ "slug": "second" })).await;
    fixture.publish(&first).await.expect(201);
    let taken = fixture.create_redirect(json!({ "path": "/engineering/first", "url": "/about" })).await;
    assert_eq!(expect_problem(taken, 409).0, "path-in-use");
    // Where the article was withdrawn, a redirect can be created.
    fixture.post_action(&first, "withdraw").await.expect(200);
    for gone in ["/engineering/first", "/engineering/second", "/second", "/engineering/second.html"] {
        assert_eq!(fixture.resolve_summary(gone).await, "gone nowhere", "{gone}");
    }
    fixture
        .create_redirect(json!({ "path": "/engineering/second", "article_id": other_article }))
        .await
        .expect(201);
    assert_eq!(fixture.resolve_summary("/engineering/second").await, at("other"));
    assert_eq!(fixture.resolve_summary("/second").await, "gone nowhere");
    // A republished article takes precedence again.
    fixture.publish(&first).await.expect(201);
    assert_eq!(
        fixture.resolve_summary("/engineering/second").await,
        "live https://example.org/engineering/second"
    );
    assert_eq!(fixture.resolve_summary("/second").await, at("second"));
}

#[tokio::test(flavor = "multi_thread")]
async fn redirect_loops_and_foreign_hosts_are_refused() {
    let fixture = Fixture::new().await;
    let to = |path: &str, url: &str| json!({ "path": path, "url": url });
    fixture.create_redirect(to("/a", "/b")).await.expect(201);
    fixture.create_redirect(to("/b", "https://example.org/c/?x=y")).await.expect(201);
    for (path, url) in [
        ("/c", "/a"),
        ("/c/", "https://example.org/b/#part"),
        ("/x", "/x"),
        ("/x", "/y/../x/?again"),
        ("/x", "https://EXAMPLE.org:443/%78"),
    ] {
        let (kind, _) = expect_problem(fixture.create_redirect(to(path, url)).await, 422);
        assert_eq!(kind, "redirect-loop", "{path} {url}");
    }
    assert_eq!(
        expect_problem(fixture.create_redirect(to("//a/", "/elsewhere")).await, 409).0,
        "redirect-exists"
    );
    fixture.create_redirect(to("/c", "/d")).await.expect(201);
    let article = json!("0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61");
    for (redirect, pointer, rule) in [
        (to("/x", "https://other.example/"), "/url", "foreign_host"),
        (to("/x", "//other.example/a"), "/url", "foreign_host"),
        (to("/x", "https://example.org@other.example/"), "/url", "foreign_host"),
        (to("/x", "javascript:alert(1)"), "/url", "foreign_host"),
        (to("/x", "elsewhere"), "/url", "pattern"),
        (to("/x?p=12", "/a"), "/path", "pattern"),
        (to("x", "/a"), "/path", "pattern"),
        (to("/%00", "/a"), "/path", "encoding"),
        (json!({ "path": "/x" }), "/url", "one_target"),
        (json!({ "path": "/x", "url": "/a", "article_id": article }), "/url", "one_target"),
        (json!({ "path": "/x", "url": "/a", "locale": "EN" }), "/locale", "pattern"),
    ] {
        let request = fixture.editor.post("/redirects", redirect.clone()).skip_request_validation();
        let (kind, errors) = expect_problem(request.send().await, 422);
        assert_eq!(kind, "invalid-content", "{redirect}");
        assert_eq!(
            (&errors[0]["pointer"], &errors[0]["rule"]),
            (&json!(pointer), &json!(rule)),
            "{redirect}"
        );
    }
    let unknown = fixture.create_redirect(json!({ "path": "/x", "url": "/a", "locale": "fr" })).await;
    assert_eq!(expect_problem(unknown, 422).0, "unknown-locale");
    assert_eq!(fixture.create_redirect(json!({ "path": "/x", "article_id": article })).await.status, 404);
    assert_eq!(fixture.resolve_summary("/x").await, "unknown nowhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn redirects_are_listed_by_path_and_managed_by_editors() {
    let fixture = Fixture::new().await;
    let draft = fixture.publish_new("a-slug").await;
    let article = fixture.article_id(&draft).await;
    for path in ["/2015/b", "/2015/a", "/2015/b/c", "/20150/x", "/b\u{fc}cher/1", "/Z"] {
        fixture.create_redirect(json!({ "path": path, "url": "/about" })).await.expect(201);
    }
    fixture.create_redirect(json!({ "path": "/2016", "article_id": article })).await.expect(201);
    let all = ["/2015/a", "/2015/b", "/2015/b/c", "/20150/x", "/2016", "/Z", "/bücher/1"];
    assert_eq!(fixture.list_redirects("").await, all);
    assert_eq!(fixture.list_redirects("?path_prefix=/2015").await, all[..4]);
    assert_eq!(fixture.list_redirects("?path_prefix=/2015/").await, all[..3]);
    assert_eq!(fixture.list_redirects("?path_prefix=/b%25C3%25BC").await, all[6..]);
    assert_eq!(fixture.list_redirects("?path_prefix=/").await, all);
    assert_eq!(fixture.list_redirects(&format!("?article={}", article.as_str().unwrap())).await, ["/2016"]);
    assert_eq!(fixture.list_redirects("?locale=de").await, [""; 0]);
    let (mut found, mut query) = (Vec::new(), "?limit=3".to_owned());
    loop {
        let page = fixture.editor.get(&format!("/redirects{query}")).send().await.expect(200);
        found.extend(
            page["data"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page["page"]["next"].as_str() else { break };
        query = format!("?limit=3&after={next}");
    }
    assert_eq!(found, all);

    let path =
        format!("/redirects/{}", id(&fixture.editor.get("/redirects").send().await.expect(200)["data"][0]));
    for role in [Role::Author, Role::Contributor, Role::Viewer] {
        let reader = fixture.app.editor(role).await;
        reader.get("/redirects").send().await.expect(200);
        reader.get(&path).send().await.expect(200);
        let create = reader.post("/redirects", json!({ "path": "/x", "url": "/a" })).send().await;
        assert_eq!(expect_problem(create, 403).0, "not-allowed");
        assert_eq!(expect_problem(reader.delete(&path).if_match(1).send().await, 403).0, "not-allowed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn accept_language_chooses_between_redirects_in_two_locales() {
    let fixture = Fixture::with_app(TestApp::start_for_site(site_in(&["en", "de"])).await).await;
    for (locale, url) in [("en", "/english"), ("de", "/deutsch")] {
        fixture
            .create_redirect(json!({ "path": "/old/page", "locale": locale, "url": url }))
            .await
            .expect(201);
    }
    for (languages, url) in [("", "/english"), ("de", "/deutsch"), ("fr", "/english")] {
        let asked = [("accept-language", languages)];
        let response = fixture.app.reader.get_with("/v1/resolve?path=/old/page", &asked).await;
        assert_eq!(response.header("vary"), "Accept-Encoding, Accept-Language");
        assert_eq!(response.expect(200)["target"], format!("https://example.org{url}"), "{languages}");
    }
    assert_eq!(fixture.resolve_summary("/old/page&locale=de").await, "moved https://example.org/deutsch");
}

#[tokio::test(flavor = "multi_thread")]
async fn paths_resolve_with_and_without_the_base_path_of_the_site() {
    let site = Site { base_url: "https://example.org/news".to_owned(), ..site() };
    let fixture = Fixture::with_app(TestApp::start_for_site(site).await).await;
    let created = fixture
        .create_redirect(json!({ "path": "/news/old", "url": "https://example.org/news/about" }))
        .await;
    assert_eq!(created.expect(201)["path"], "/old");
    for path in ["/old", "/news/old", "/news/old/"] {
        assert_eq!(fixture.resolve_summary(path).await, "moved https://example.org/news/about", "{path}");
    }
    let again = fixture.create_redirect(json!({ "path": "/about", "url": "/news/old" })).await;
    assert_eq!(expect_problem(again, 422).0, "redirect-loop");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_twice_creates_one_redirect() {
    let fixture = Fixture::new().await;
    let request = || {
        let body = json!({ "path": "/old", "url": "/about" });
        fixture.editor.post("/redirects", body).header("Idempotency-Key", "\"one\"")
    };
    let (first, second) = (request().send().await, request().send().await);
    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_eq!(first.expect(201), second.expect(201));
    assert_eq!(fixture.list_redirects("").await, ["/old"]);
}
