//! One article, through its life.

use reqwest::Method;
use serde_json::{Value, json};
use tests::Newsroom;

#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_found_moved_and_gone() {
    let newsroom = Newsroom::open().await;
    let section = newsroom.seeded_section("engineering").await;
    let mut draft = newsroom.seeded_draft(section, "why-bridges-fail", "# Why\n\nThey *fall*.").await;

    let unknown = newsroom.reader.get("/v1/articles/why-bridges-fail").await;
    assert_eq!(unknown.status, 404);

    newsroom.publish(&draft).await.unwrap();
    let article = newsroom.reader.get("/v1/articles/why-bridges-fail?body=html,text").await.expect(200);
    assert_eq!(article["url"], "https://example.org/engineering/why-bridges-fail");
    assert_eq!(article["body"]["text"], "Why\n\nThey fall.");
    assert_eq!(article["body"]["markdown"], serde_json::Value::Null);
    assert_eq!(article["outline"][0]["id"], "why");
    let by_id = newsroom.reader.get(&format!("/v1/teasers/id:{}", draft.article)).await.expect(200);
    assert_eq!(by_id["slug"], "why-bridges-fail");

    draft.content.slug = Some(domain::Slug::try_from("how-bridges-fail".to_owned()).unwrap());
    newsroom.publish(&draft).await.unwrap();
    let old = newsroom.reader.get("/v1/articles/why-bridges-fail?body=text").await;
    assert_eq!((old.status, old.header("location")), (308, "/v1/articles/how-bridges-fail?body=text"));

    newsroom.withdraw(&draft).await.unwrap();
    for slug in ["why-bridges-fail", "how-bridges-fail"] {
        assert_eq!(newsroom.reader.get(&format!("/v1/articles/{slug}")).await.status, 410);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_draft_and_scheduled_are_the_same_404() {
    let newsroom = Newsroom::open().await;
    let section = newsroom.seeded_section("engineering").await;
    newsroom.seeded_draft(section, "a-draft", "x").await;
    let scheduled = newsroom.seeded_draft(section, "scheduled", "x").await;
    newsroom.schedule(&scheduled, 3_600).await.unwrap();
    let mut bodies = Vec::new();
    for slug in ["unknown", "a-draft", "scheduled"] {
        let answer = newsroom.reader.get(&format!("/v1/articles/{slug}")).await;
        assert_eq!(answer.status, 404);
        bodies.push(String::from_utf8(answer.bytes).unwrap().replace(slug, "…"));
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn unchanged_content_is_no_act_and_a_validator_saves_the_body() {
    let newsroom = Newsroom::open().await;
    let section = newsroom.seeded_section("engineering").await;
    let draft = newsroom.seeded_draft(section, "a-slug", &"Words. ".repeat(300)).await;
    newsroom.publish(&draft).await.unwrap();
    assert_eq!(newsroom.publish(&draft).await.unwrap().sequence, None);

    let plain = newsroom.reader.get("/v1/articles/a-slug").await;
    let zipped = newsroom.reader.get_with("/v1/articles/a-slug", &[("accept-encoding", "gzip")]).await;
    assert_eq!(zipped.header("content-encoding"), "gzip");
    assert_ne!(plain.header("etag"), zipped.header("etag"));
    let known = [("if-none-match", plain.header("etag"))];
    let unchanged = newsroom.reader.get_with("/v1/articles/a-slug", &known).await;
    assert_eq!((unchanged.status, unchanged.bytes.len()), (304, 0));
    let head = newsroom.reader.unchecked(Method::HEAD, "/v1/articles/a-slug", &[]).await;
    assert_eq!((head.status, head.header("etag")), (200, plain.header("etag")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_in_use_is_refused() {
    let newsroom = Newsroom::open().await;
    let section = newsroom.seeded_section("engineering").await;
    let first = newsroom.seeded_draft(section, "a-slug", "x").await;
    let second = newsroom.seeded_draft(section, "a-slug", "y").await;
    newsroom.publish(&first).await.unwrap();
    let refused = newsroom.publish(&second).await.unwrap_err();
    assert!(matches!(refused, store::Error::Refused(domain::Refusal::SlugTaken { .. })), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_between_articles_leads_to_where_its_target_lives_now() {
    let newsroom = Newsroom::open().await;
    let section = newsroom.seeded_section("engineering").await;
    let mut target = newsroom.seeded_draft(section, "target", "x").await;
    newsroom.publish(&target).await.unwrap();
    let body = format!("See [this](article:{}#why).", target.article);
    let draft = newsroom.seeded_draft(section, "links", &body).await;
    newsroom.publish(&draft).await.unwrap();
    let link = async || {
        let article = newsroom.reader.get("/v1/articles/links?body=html,markdown").await.expect(200);
        assert_eq!(article["body"]["markdown"], body);
        article["body"]["html"].as_str().unwrap().replace(" rel=\"noopener noreferrer\"", "")
    };
    let to =
        |slug: &str| format!("<p>See <a href=\"https://example.org/engineering/{slug}#why\">this</a>.</p>\n");
    assert_eq!(link().await, to("target"));
    target.content.slug = Some(domain::Slug::try_from("moved".to_owned()).unwrap());
    newsroom.publish(&target).await.unwrap();
    assert_eq!(link().await, to("moved"));
    newsroom.withdraw(&target).await.unwrap();
    assert_eq!(link().await, "<p>See <a>this</a>.</p>\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_comes_in_the_forms_that_were_asked_for_and_links_lead_the_same_way_in_each() {
    let newsroom = Newsroom::open().await;
    let section = newsroom.seeded_section("engineering").await;
    let target = newsroom.seeded_draft(section, "there", "x").await;
    newsroom.publish(&target).await.unwrap();
    let body = format!("See [there](article:{}#why).\n\n```rust\nlet a = 1;\n```\n", target.article);
    let draft = newsroom.seeded_draft(section, "here", &body).await;
    newsroom.publish(&draft).await.unwrap();

    let blocks = async |query: &str| {
        let read = newsroom.reader.get(&format!("/v1/articles/here?body={query}")).await.expect(200);
        read["body"]["blocks"].clone()
    };
    assert!(blocks("html,markdown,text").await.is_null());
    let tree = blocks("blocks").await;
    assert_eq!(tree[0]["content"][1]["href"], "https://example.org/engineering/there#why");
    assert_eq!(tree[0]["content"][1]["content"][0]["text"], "there");
    assert_eq!(tree[1]["tokens"][0], json!({ "kind": "keyword", "text": "let" }));
    let listed = newsroom.reader.get("/v1/articles?body=blocks&limit=1").await.expect(200);
    assert_eq!(
        (&listed["data"][0]["body"]["blocks"], &listed["data"][0]["body"]["html"]),
        (&tree, &Value::Null)
    );

    newsroom.withdraw(&target).await.unwrap();
    assert_eq!(blocks("blocks").await[0]["content"][1]["href"], Value::Null);
}
