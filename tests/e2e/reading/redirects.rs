//! Redirects: created, followed, listed, deleted; and paths that were made in another way before.

use domain::{PathPattern, Role, Site};
use serde_json::{Value, json};
use tests::{Answer, Newsroom, id, site, site_in};

use crate::stage::{Stage, refused};

impl Stage {
    /// What a path is in short, such as `moved https://example.org/engineering/a-slug`.
    async fn leads(&self, path: &str) -> String {
        let resolved = self.newsroom.reader.get(&format!("/v1/resolve?path={path}")).await.expect(200);
        format!(
            "{} {}",
            resolved["status"].as_str().unwrap(),
            resolved["target"].as_str().unwrap_or("nowhere")
        )
    }

    async fn redirect(&self, redirect: Value) -> Answer {
        self.editor.post("/redirects", redirect).send().await
    }

    async fn article_id(&self, draft: &str) -> Value {
        self.get(draft).await["article_id"].clone()
    }

    async fn listed(&self, query: &str) -> Vec<String> {
        let list = self.editor.get(&format!("/redirects{query}")).send().await.expect(200);
        let all = list["data"].as_array().unwrap().iter();
        all.map(|redirect| redirect["path"].as_str().unwrap().to_owned()).collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_leads_to_its_article_wherever_that_lives_and_is_gone_with_it() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    let article = stage.article_id(&draft).await;
    let created = stage.redirect(json!({ "path": "/2015/05/Old-Name/", "article_id": article })).await;
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
    assert_eq!((&created["created_by"], &created["sequence"]), (&json!(stage.editor.id), &json!(1)));
    let old = "/2015/05/Old-Name";
    assert_eq!(stage.leads(old).await, "unknown nowhere", "the article was never public");

    stage.publish(&draft).await.expect(201);
    assert_eq!(stage.leads(old).await, "moved https://example.org/engineering/a-slug");
    let resolved = stage.newsroom.reader.get(&format!("/v1/resolve?path={old}")).await;
    assert_eq!(resolved.header("content-language"), "en");
    assert_eq!(resolved.expect(200)["article"]["slug"], "a-slug");
    for spelling in ["/2015/05/Old-Name/", "//2015//05/./x/../Old-Name", "/2015/05/Old%252DName"] {
        assert_eq!(stage.leads(spelling).await, "moved https://example.org/engineering/a-slug", "{spelling}");
    }
    assert_eq!(stage.leads("/2015/05/old-name").await, "unknown nowhere", "upper and lower case differ");

    stage.save(&draft, json!({ "slug": "new-slug" })).await;
    stage.publish(&draft).await.expect(201);
    assert_eq!(stage.leads(old).await, "moved https://example.org/engineering/new-slug");
    stage.act(&draft, "withdraw").await.expect(200);
    assert_eq!(stage.leads(old).await, "gone nowhere");
    stage.publish(&draft).await.expect(201);
    assert_eq!(stage.leads(old).await, "moved https://example.org/engineering/new-slug");
    stage.act(&draft, "take-down").await.expect(200);
    assert_eq!(stage.leads(old).await, "unknown nowhere", "taking down deletes redirects");
    assert!(stage.listed("").await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_leads_to_a_page_of_the_site_and_its_cached_answer_goes_with_it() {
    let stage = Stage::open().await;
    assert_eq!(stage.leads("/old/about.html").await, "unknown nowhere");
    let page = json!({ "path": "/old/about.html", "url": "https://example.org/about?from=old#team" });
    let created = stage.redirect(page).await.expect(201);
    assert_eq!(created["url"], "https://example.org/about?from=old#team");
    // The answer before was cached, and so is this one.
    for _ in 0..2 {
        assert_eq!(stage.leads("/old/about.html").await, "moved https://example.org/about?from=old#team");
    }
    let resolved = stage.newsroom.reader.get("/v1/resolve?path=/old/about.html").await.expect(200);
    assert_eq!(resolved["article"], Value::Null);
    let path = format!("/redirects/{}", id(&created));
    let (_, mut expected) = (created["sequence"].clone(), created.clone());
    expected.as_object_mut().unwrap().remove("sequence");
    assert_eq!(stage.editor.get(&path).send().await.expect(200), expected);

    assert_eq!(refused(stage.editor.delete(&path).unchecked().send().await, 428).0, "precondition-required");
    assert_eq!(refused(stage.editor.delete(&path).seen(7).send().await, 412).0, "stale");
    assert_eq!(stage.leads("/old/about.html").await, "moved https://example.org/about?from=old#team");
    assert_eq!(stage.editor.delete(&path).seen(1).send().await.status, 204);
    assert_eq!(stage.leads("/old/about.html").await, "unknown nowhere");
    stage.editor.get(&path).send().await.expect(404);
    stage.editor.delete(&path).seen(1).send().await.expect(404);
    let log = stage.editor.get("/audit").send().await.expect(200);
    let actions: Vec<&Value> = log["data"].as_array().unwrap().iter().map(|entry| &entry["action"]).collect();
    assert_eq!(actions[..2], [&json!("delete redirect"), &json!("create redirect")]);
    let entry = &log["data"][1];
    assert_eq!(
        (&entry["subject_kind"], &entry["subject_id"], &entry["sequence"]),
        (&json!("redirect"), &created["id"], &created["sequence"])
    );
    assert_eq!(entry["detail"]["path"], "/old/about.html");
    // Nothing happened to an article: followers of the change log hear nothing of it.
    let changes = stage.newsroom.reader.get("/v1/changes").await.expect(200);
    assert_eq!(changes["data"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_is_first_an_article_then_a_former_slug_then_a_redirect_then_a_former_site_path() {
    let former =
        ["/{slug}", "/{section}/{slug}.html"].map(|text| PathPattern::try_from(text.to_owned()).unwrap());
    let site = Site { former_path_patterns: former.to_vec(), ..site() };
    let stage = Stage::of(Newsroom::open_for(site).await).await;
    let (first, other) = (stage.live("first").await, stage.live("other").await);
    let other_article = stage.article_id(&other).await;
    let at = |slug: &str| format!("moved https://example.org/engineering/{slug}");
    for old in ["/first", "/first/", "/engineering/first.html", "/elsewhere/first.html"] {
        assert_eq!(stage.leads(old).await, at("first"), "{old}");
    }
    assert_eq!(stage.leads("/nobody").await, "unknown nowhere");
    assert_eq!(stage.leads("/engineering/first").await, "live https://example.org/engineering/first");

    // A redirect comes before the former path.
    stage.redirect(json!({ "path": "/first", "article_id": other_article })).await.expect(201);
    assert_eq!(stage.leads("/first").await, at("other"));
    // An article and its former slug come before a redirect, so none can be created there.
    for taken in ["/engineering/first", "/engineering/first/", "/culture/first"] {
        let taken = stage.redirect(json!({ "path": taken, "url": "/about" })).await;
        assert_eq!(refused(taken, 409).0, "path-in-use");
    }
    stage.save(&first, json!({ "slug": "second" })).await;
    stage.publish(&first).await.expect(201);
    let taken = stage.redirect(json!({ "path": "/engineering/first", "url": "/about" })).await;
    assert_eq!(refused(taken, 409).0, "path-in-use");
    // Where nothing lives any more, a redirect leads on.
    stage.act(&first, "withdraw").await.expect(200);
    for gone in ["/engineering/first", "/engineering/second", "/second", "/engineering/second.html"] {
        assert_eq!(stage.leads(gone).await, "gone nowhere", "{gone}");
    }
    stage.redirect(json!({ "path": "/engineering/second", "article_id": other_article })).await.expect(201);
    assert_eq!(stage.leads("/engineering/second").await, at("other"));
    assert_eq!(stage.leads("/second").await, "gone nowhere");
    // What is published there again lives there again.
    stage.publish(&first).await.expect(201);
    assert_eq!(stage.leads("/engineering/second").await, "live https://example.org/engineering/second");
    assert_eq!(stage.leads("/second").await, at("second"));
}

#[tokio::test(flavor = "multi_thread")]
async fn loops_and_foreign_hosts_are_refused() {
    let stage = Stage::open().await;
    let to = |path: &str, url: &str| json!({ "path": path, "url": url });
    stage.redirect(to("/a", "/b")).await.expect(201);
    stage.redirect(to("/b", "https://example.org/c/?x=y")).await.expect(201);
    for (path, url) in [
        ("/c", "/a"),
        ("/c/", "https://example.org/b/#part"),
        ("/x", "/x"),
        ("/x", "/y/../x/?again"),
        ("/x", "https://EXAMPLE.org:443/%78"),
    ] {
        let (kind, _) = refused(stage.redirect(to(path, url)).await, 422);
        assert_eq!(kind, "redirect-loop", "{path} {url}");
    }
    assert_eq!(refused(stage.redirect(to("//a/", "/elsewhere")).await, 409).0, "redirect-exists");
    stage.redirect(to("/c", "/d")).await.expect(201);
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
        let request = stage.editor.post("/redirects", redirect.clone()).unchecked();
        let (kind, errors) = refused(request.send().await, 422);
        assert_eq!(kind, "invalid-content", "{redirect}");
        assert_eq!(
            (&errors[0]["pointer"], &errors[0]["rule"]),
            (&json!(pointer), &json!(rule)),
            "{redirect}"
        );
    }
    let unknown = stage.redirect(json!({ "path": "/x", "url": "/a", "locale": "fr" })).await;
    assert_eq!(refused(unknown, 422).0, "unknown-locale");
    assert_eq!(stage.redirect(json!({ "path": "/x", "article_id": article })).await.status, 404);
    assert_eq!(stage.leads("/x").await, "unknown nowhere");
}

#[tokio::test(flavor = "multi_thread")]
async fn redirects_are_listed_by_path_page_by_page_and_managed_by_editors() {
    let stage = Stage::open().await;
    let draft = stage.live("a-slug").await;
    let article = stage.article_id(&draft).await;
    for path in ["/2015/b", "/2015/a", "/2015/b/c", "/20150/x", "/b\u{fc}cher/1", "/Z"] {
        stage.redirect(json!({ "path": path, "url": "/about" })).await.expect(201);
    }
    stage.redirect(json!({ "path": "/2016", "article_id": article })).await.expect(201);
    let all = ["/2015/a", "/2015/b", "/2015/b/c", "/20150/x", "/2016", "/Z", "/bücher/1"];
    assert_eq!(stage.listed("").await, all);
    assert_eq!(stage.listed("?path_prefix=/2015").await, all[..4]);
    assert_eq!(stage.listed("?path_prefix=/2015/").await, all[..3]);
    assert_eq!(stage.listed("?path_prefix=/b%25C3%25BC").await, all[6..]);
    assert_eq!(stage.listed("?path_prefix=/").await, all);
    assert_eq!(stage.listed(&format!("?article={}", article.as_str().unwrap())).await, ["/2016"]);
    assert_eq!(stage.listed("?locale=de").await, [""; 0]);
    let (mut found, mut query) = (Vec::new(), "?limit=3".to_owned());
    loop {
        let page = stage.editor.get(&format!("/redirects{query}")).send().await.expect(200);
        found.extend(
            page["data"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().to_owned()),
        );
        let Some(next) = page["page"]["next"].as_str() else { break };
        query = format!("?limit=3&after={next}");
    }
    assert_eq!(found, all);

    let path =
        format!("/redirects/{}", id(&stage.editor.get("/redirects").send().await.expect(200)["data"][0]));
    for role in [Role::Author, Role::Contributor, Role::Viewer] {
        let reader = stage.newsroom.editor(role).await;
        reader.get("/redirects").send().await.expect(200);
        reader.get(&path).send().await.expect(200);
        let create = reader.post("/redirects", json!({ "path": "/x", "url": "/a" })).send().await;
        assert_eq!(refused(create, 403).0, "not-allowed");
        assert_eq!(refused(reader.delete(&path).seen(1).send().await, 403).0, "not-allowed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_redirects_in_two_locales_the_readers_languages_choose() {
    let stage = Stage::of(Newsroom::open_for(site_in(&["en", "de"])).await).await;
    for (locale, url) in [("en", "/english"), ("de", "/deutsch")] {
        stage.redirect(json!({ "path": "/old/page", "locale": locale, "url": url })).await.expect(201);
    }
    for (languages, url) in [("", "/english"), ("de", "/deutsch"), ("fr", "/english")] {
        let asked = [("accept-language", languages)];
        let answer = stage.newsroom.reader.get_with("/v1/resolve?path=/old/page", &asked).await;
        assert_eq!(answer.header("vary"), "Accept-Encoding, Accept-Language");
        assert_eq!(answer.expect(200)["target"], format!("https://example.org{url}"), "{languages}");
    }
    assert_eq!(stage.leads("/old/page&locale=de").await, "moved https://example.org/deutsch");
}

#[tokio::test(flavor = "multi_thread")]
async fn below_a_path_of_its_own_the_site_is_asked_with_and_without_it() {
    let site = Site { base_url: "https://example.org/news".to_owned(), ..site() };
    let stage = Stage::of(Newsroom::open_for(site).await).await;
    let created =
        stage.redirect(json!({ "path": "/news/old", "url": "https://example.org/news/about" })).await;
    assert_eq!(created.expect(201)["path"], "/old");
    for path in ["/old", "/news/old", "/news/old/"] {
        assert_eq!(stage.leads(path).await, "moved https://example.org/news/about", "{path}");
    }
    let again = stage.redirect(json!({ "path": "/about", "url": "/news/old" })).await;
    assert_eq!(refused(again, 422).0, "redirect-loop");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_twice_creates_one_redirect() {
    let stage = Stage::open().await;
    let request = || {
        let body = json!({ "path": "/old", "url": "/about" });
        stage.editor.post("/redirects", body).header("Idempotency-Key", "\"one\"")
    };
    let (first, second) = (request().send().await, request().send().await);
    assert_eq!(second.header("idempotency-replayed"), "true");
    assert_eq!(first.expect(201), second.expect(201));
    assert_eq!(stage.listed("").await, ["/old"]);
}
