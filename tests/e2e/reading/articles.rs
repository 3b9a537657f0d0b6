//! A single article: lifecycle, formats, links and conditional requests.

use reqwest::Method;
use serde_json::{Value, json};
use tests::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_live_then_moved_then_gone() {
    let app = TestApp::start().await;
    let section = app.seed_section("engineering").await;
    let mut draft = app.seed_draft(section, "why-bridges-fail", "# Why\n\nThey *fall*.").await;

    let unknown = app.reader.get("/v1/articles/why-bridges-fail").await;
    assert_eq!(unknown.status, 404);

    app.publish(&draft).await.unwrap();
    let article = app.reader.get("/v1/articles/why-bridges-fail?body=html,text").await.expect(200);
    assert_eq!(article["url"], "https://example.org/engineering/why-bridges-fail");
    assert_eq!(article["body"]["text"], "Why\n\nThey fall.");
    assert_eq!(article["body"]["markdown"], serde_json::Value::Null);
    assert_eq!(article["outline"][0]["id"], "why");
    let by_id = app.reader.get(&format!("/v1/teasers/id:{}", draft.article)).await.expect(200);
    assert_eq!(by_id["slug"], "why-bridges-fail");

    draft.content.slug = Some(domain::Slug::try_from("how-bridges-fail".to_owned()).unwrap());
    app.publish(&draft).await.unwrap();
    let old = app.reader.get("/v1/articles/why-bridges-fail?body=text").await;
    assert_eq!((old.status, old.header("location")), (308, "/v1/articles/how-bridges-fail?body=text"));

    app.withdraw(&draft).await.unwrap();
    for slug in ["why-bridges-fail", "how-bridges-fail"] {
        assert_eq!(app.reader.get(&format!("/v1/articles/{slug}")).await.status, 410);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_draft_and_scheduled_are_the_same_404() {
    let app = TestApp::start().await;
    let section = app.seed_section("engineering").await;
    app.seed_draft(section, "a-draft", "x").await;
    let scheduled = app.seed_draft(section, "scheduled", "x").await;
    app.schedule(&scheduled, 3_600).await.unwrap();
    let mut bodies = Vec::new();
    for slug in ["unknown", "a-draft", "scheduled"] {
        let response = app.reader.get(&format!("/v1/articles/{slug}")).await;
        assert_eq!(response.status, 404);
        bodies.push(String::from_utf8(response.bytes).unwrap().replace(slug, "…"));
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_unchanged_content_is_no_act_and_etags_save_the_body() {
    let app = TestApp::start().await;
    let section = app.seed_section("engineering").await;
    let draft = app.seed_draft(section, "a-slug", &"Words. ".repeat(300)).await;
    app.publish(&draft).await.unwrap();
    assert_eq!(app.publish(&draft).await.unwrap().sequence, None);

    let plain = app.reader.get("/v1/articles/a-slug").await;
    let zipped = app.reader.get_with("/v1/articles/a-slug", &[("accept-encoding", "gzip")]).await;
    assert_eq!(zipped.header("content-encoding"), "gzip");
    assert_ne!(plain.header("etag"), zipped.header("etag"));
    let known = [("if-none-match", plain.header("etag"))];
    let unchanged = app.reader.get_with("/v1/articles/a-slug", &known).await;
    assert_eq!((unchanged.status, unchanged.bytes.len()), (304, 0));
    let head = app.reader.request_unvalidated(Method::HEAD, "/v1/articles/a-slug", &[]).await;
    assert_eq!((head.status, head.header("etag")), (200, plain.header("etag")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_in_use_is_refused() {
    let app = TestApp::start().await;
    let section = app.seed_section("engineering").await;
    let first = app.seed_draft(section, "a-slug", "x").await;
    let second = app.seed_draft(section, "a-slug", "y").await;
    app.publish(&first).await.unwrap();
    let refused = app.publish(&second).await.unwrap_err();
    assert!(matches!(refused, store::Error::Refused(domain::Refusal::SlugTaken { .. })), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn article_links_resolve_to_the_current_url_of_their_target() {
    let app = TestApp::start().await;
    let section = app.seed_section("engineering").await;
    let mut target = app.seed_draft(section, "target", "x").await;
    app.publish(&target).await.unwrap();
    let body = format!("See [this](article:{}#why).", target.article);
    let draft = app.seed_draft(section, "links", &body).await;
    app.publish(&draft).await.unwrap();
    let link = async || {
        let article = app.reader.get("/v1/articles/links?body=html,markdown").await.expect(200);
        assert_eq!(article["body"]["markdown"], body);
        article["body"]["html"].as_str().unwrap().replace(" rel=\"noopener noreferrer\"", "")
    };
    let to =
        |slug: &str| format!("<p>See <a href=\"https://example.org/engineering/{slug}#why\">this</a>.</p>\n");
    assert_eq!(link().await, to("target"));
    target.content.slug = Some(domain::Slug::try_from("moved".to_owned()).unwrap());
    app.publish(&target).await.unwrap();
    assert_eq!(link().await, to("moved"));
    app.withdraw(&target).await.unwrap();
    assert_eq!(link().await, "<p>See <a>this</a>.</p>\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_body_parameter_selects_formats_and_all_of_them_resolve_links() {
    let app = TestApp::start().await;
    let section = app.seed_section("engineering").await;
    let target = app.seed_draft(section, "there", "x").await;
    app.publish(&target).await.unwrap();
    let body = format!("See [there](article:{}#why).\n\n```rust\nlet a = 1;\n```\n", target.article);
    let draft = app.seed_draft(section, "here", &body).await;
    app.publish(&draft).await.unwrap();

    let blocks = async |query: &str| {
        let read = app.reader.get(&format!("/v1/articles/here?body={query}")).await.expect(200);
        read["body"]["blocks"].clone()
    };
    assert!(blocks("html,markdown,text").await.is_null());
    let tree = blocks("blocks").await;
    assert_eq!(tree[0]["content"][1]["href"], "https://example.org/engineering/there#why");
    assert_eq!(tree[0]["content"][1]["content"][0]["text"], "there");
    assert_eq!(tree[1]["tokens"][0], json!({ "kind": "keyword", "text": "let" }));
    let listed = app.reader.get("/v1/articles?body=blocks&limit=1").await.expect(200);
    assert_eq!(
        (&listed["data"][0]["body"]["blocks"], &listed["data"][0]["body"]["html"]),
        (&tree, &Value::Null)
    );

    app.withdraw(&target).await.unwrap();
    assert_eq!(blocks("blocks").await[0]["content"][1]["href"], Value::Null);
}
