//! Pages for people, which need nothing from outside, and the document they show.

use reqwest::Method;
use tests::Newsroom;

#[tokio::test(flavor = "multi_thread")]
async fn the_documentation_works_offline() {
    let newsroom = Newsroom::open().await;
    let page = newsroom.reader.page("/docs/").await;
    assert_eq!((page.status, page.header("content-type")), (200, "text/html"));
    let html = String::from_utf8(page.bytes).unwrap();
    assert!(!html.contains("src=\"http") && !html.contains("href=\"http"), "{html}");
    let assets: Vec<&str> = html.split(['"', '\'']).filter(|part| part.starts_with("./")).collect();
    assert!(assets.len() > 2, "{html}");
    for asset in assets {
        let asset = newsroom.reader.page(&format!("/docs/{}", asset.trim_start_matches("./"))).await;
        assert_eq!(asset.status, 200);
    }
    let initializer = newsroom.reader.page("/docs/swagger-initializer.js").await;
    let initializer = String::from_utf8(initializer.bytes).unwrap();
    for (name, document) in
        [("delivery", masthead::delivery_document()), ("editorial", masthead::editorial_document())]
    {
        let path = format!("/openapi/{name}.v1.json");
        assert!(initializer.contains(&path), "{initializer}");
        assert_eq!(String::from_utf8(newsroom.reader.page(&path).await.bytes).unwrap(), document);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_type_of_problem_leads_to_its_page() {
    let newsroom = Newsroom::open().await;
    for path in ["/v1/teasers?limit=0", "/v1/teasers/unknown"] {
        let problem = newsroom.reader.unchecked(Method::GET, path, &[]).await;
        let problem: serde_json::Value = serde_json::from_slice(&problem.bytes).unwrap();
        let page = newsroom.reader.page(problem["type"].as_str().unwrap()).await;
        assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_there_is_a_problem_everywhere() {
    let newsroom = Newsroom::open().await;
    for path in
        ["/", "/v2", "/docs/unknown.js", "/docs/%2e%2e/etc/passwd", "/docs/problems/none", "/openapi/x"]
    {
        let answer = newsroom.reader.unchecked(Method::GET, path, &[]).await;
        assert_eq!(
            (answer.status, answer.header("content-type")),
            (404, "application/problem+json"),
            "{path}"
        );
    }
}
