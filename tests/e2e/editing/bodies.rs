//! Request bodies: all mistakes are reported at once, and malformed JSON is refused instead of interpreted.

use reqwest::Client;
use serde_json::{Value, json};
use tests::Editor;
use uuid::Uuid;

use crate::fixture::{Fixture, expect_problem};

const PATCH: &str = "application/merge-patch+json";

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_patch_keeps_absent_clears_null_and_stores_empty() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "kicker": "Dispatch", "fields": { "a": 1, "b": { "c": 2 } } })).await;
    let saved = fixture
        .save(&draft, json!({ "kicker": null, "body": "", "fields": { "a": null, "b": { "d": 3 } } }))
        .await;
    let content = &saved["content"];
    assert_eq!((&content["kicker"], &content["body"]), (&Value::Null, &json!("")));
    assert_eq!(content["fields"], json!({ "b": { "c": 2, "d": 3 } }));
    assert_eq!((&content["headline"], &saved["revision"]), (&json!("About a-slug"), &json!(3)));
    let nothing = fixture.save(&draft, json!({})).await;
    assert_eq!(nothing["revision"], 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn all_mistakes_are_reported_at_once_and_nothing_is_saved() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let path = format!("/drafts/{draft}");
    let patch = |body: Value| fixture.editor.patch(&path, 1, body).skip_request_validation().send();
    let pointers = |errors: &Value| -> Vec<String> {
        errors.as_array().unwrap().iter().map(|error| error["pointer"].as_str().unwrap().to_owned()).collect()
    };
    let values = json!({ "headline": "x".repeat(121), "slug": "No Slug", "series": { "series": fixture.section, "part": 0 } });
    let (kind, errors) = expect_problem(patch(values).await, 422);
    assert_eq!(
        (kind.as_str(), pointers(&errors)),
        ("invalid-content", vec!["/slug".to_owned(), "/headline".to_owned(), "/series/part".to_owned()])
    );
    let shape = json!({ "headlin": "x", "tags": "one", "kicker": 7, "id": "mine", "status": "live" });
    let (kind, errors) = expect_problem(patch(shape).await, 400);
    let mut found = pointers(&errors);
    found.sort();
    assert_eq!(
        (kind.as_str(), found),
        ("invalid-body", ["/headlin", "/id", "/kicker", "/status", "/tags"].map(str::to_owned).to_vec())
    );
    for no_object in [json!([]), json!("x"), json!(null), json!(7)] {
        assert_eq!(expect_problem(patch(no_object).await, 400).0, "invalid-body");
    }
    let unknown = json!({ "section": "0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61" });
    assert_eq!(expect_problem(patch(unknown).await, 422).0, "unknown-term");
    let tag_as_section = json!({ "section": fixture.editor.create_term("tag", "bridges").await });
    assert_eq!(expect_problem(patch(tag_as_section).await, 422).0, "unknown-term");
    assert_eq!(fixture.revision(&draft).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn ambiguous_or_malformed_json_is_refused() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let nested = |depth: usize| {
        format!("{{\"fields\":{}{}}}", "{\"a\":".repeat(depth - 1) + "1", "}".repeat(depth - 1))
    };
    for (body, status) in [
        ("{\"headline\":\"a\",\"headline\":\"b\"}".to_owned(), 400),
        ("{\"headline\":\"a\\u0000b\"}".to_owned(), 400),
        ("{\"headline\":".to_owned(), 400),
        ("{} {}".to_owned(), 400),
        (String::new(), 400),
        (nested(33), 400),
        (format!("{{\"body\":\"{}\"}}", "x".repeat((1 << 20) + 1)), 422),
        (format!("{{\"body\":\"{}\"}}", "x".repeat(7 << 20)), 413),
        (nested(32), 200),
    ] {
        let revision = fixture.revision(&draft).await;
        let (answered, _) = send_raw(&fixture, &draft, PATCH, body.clone()).await;
        assert_eq!(answered, status, "{}", &body[..body.len().min(60)]);
        assert_eq!(fixture.revision(&draft).await, revision + i64::from(status == 200));
    }
    for media_type in ["application/json", "text/plain", "application/json-patch+json"] {
        let (status, accepted) = send_raw(&fixture, &draft, media_type, "{}".to_owned()).await;
        assert_eq!((status, accepted.as_str()), (415, PATCH), "{media_type}");
    }
    assert_eq!(
        send_raw(&fixture, &draft, "application/merge-patch+json; charset=utf-8", "{}".to_owned()).await.0,
        200
    );
}

/// Serde's derived deserializers accept an array for a struct. The API must not.
#[tokio::test(flavor = "multi_thread")]
async fn arrays_are_not_accepted_as_objects_or_ids() {
    let fixture = Fixture::new().await;
    let (editor, section, draft) = (&fixture.editor, &fixture.section, &fixture.draft("a-slug").await);
    let picture = json!(["https://images.example/a.jpg", "A bridge", null, null, 16, 9, [], null]);
    let bytes = json!(section.parse::<Uuid>().unwrap().as_bytes());
    let seen = json!([{ "id": draft, "revision": 1 }, [draft, 1]]);
    let (moved, drafts) = (json!({ "drafts": seen, "section": section }), json!({ "drafts": seen }));
    let author = |picture: &Value| json!({ "kind": "author", "name": "Vera", "picture": picture });
    let term = format!("/terms/{section}");
    let patch = |body: Value| editor.patch(&format!("/drafts/{draft}"), 1, body);
    let admin = fixture.app.editor(domain::Role::Admin).await;
    let before = fixture.app.database.content_digests().await;
    for (request, pointer) in [
        (editor.post("/bulk/publish", drafts.clone()), "/drafts/1"),
        (editor.post("/bulk/withdraw", drafts.clone()), "/drafts/1"),
        (editor.post("/bulk/trash", drafts), "/drafts/1"),
        (editor.post("/bulk/move", moved), "/drafts/1"),
        (editor.post("/bulk/trash", json!({ "drafts": [{ "id": bytes, "revision": 1 }] })), "/drafts/0/id"),
        (editor.post("/previews", json!({ "drafts": [bytes] })), "/drafts/0"),
        (editor.post("/terms", author(&picture)), "/picture"),
        (editor.post("/terms", json!({ "kind": { "tag": null }, "name": "Vera" })), "/kind"),
        (editor.post(&format!("{term}/merge"), json!({ "into": bytes })), "/into"),
        (editor.patch(&term, 1, json!({ "picture": picture })), "/picture"),
        (editor.patch(&term, 1, json!({ "name": ["engineering"] })), "/name"),
        (editor.post("/drafts", json!({ "content": { "hero": picture } })), "/content/hero"),
        (editor.post("/drafts", json!({ "content": [] })), "/content"),
        (editor.post("/drafts", json!({ "content": { "slug": 7 } })), "/content/slug"),
        (patch(json!({ "hero": picture })), "/hero"),
        (patch(json!({ "series": [section, 1] })), "/series"),
        (patch(json!({ "seo": ["A title"] })), "/seo"),
        (patch(json!({ "tags": [bytes] })), "/tags"),
    ] {
        let (kind, errors) = expect_problem(request.skip_request_validation().send().await, 400);
        assert_eq!((kind.as_str(), &errors[0]["pointer"]), ("invalid-body", &json!(pointer)), "{errors}");
    }
    let person = admin.patch(&format!("/people/{}", admin.id), 1, json!({ "suspended": [] }));
    let (_, errors) = expect_problem(person.skip_request_validation().send().await, 400);
    assert_eq!(errors[0]["pointer"], "/suspended");
    assert_eq!(fixture.app.database.content_digests().await, before);
}

/// Sends a body byte for byte, and returns the status and the `Accept-Patch` header.
async fn send_raw(fixture: &Fixture, draft: &str, media_type: &str, body: String) -> (u16, String) {
    let Editor { token, .. } = &fixture.editor;
    let address = format!("{}/editorial/v1/drafts/{draft}", fixture.app.base_url());
    let request = Client::builder().no_proxy().build().unwrap().patch(address).bearer_auth(token);
    let request = request.header("content-type", media_type);
    let request = request.header("if-match", format!("\"{}\"", fixture.revision(draft).await));
    let response = request.body(body).send().await.unwrap();
    let accepted = response.headers().get("accept-patch").map(|value| value.to_str().unwrap().to_owned());
    (response.status().as_u16(), accepted.unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn image_alt_texts_are_no_part_of_the_article_text() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let body =
        "![A heron beside the lock](/heron.jpg)\n\n## ![A weir](/weir.svg) The weir\n\nIt opened in May.";
    let saved = fixture.save(&draft, json!({ "standfirst": null, "body": body })).await;
    let checks = fixture.editor.get(&format!("/drafts/{draft}/checks")).send().await.expect(200);
    let derived =
        checks["findings"].as_array().unwrap().iter().find(|one| one["rule"] == "standfirst_derived");
    assert!(derived.unwrap()["detail"].as_str().unwrap().ends_with("“It opened in May.”"), "{checks}");
    assert_eq!(saved["content"]["standfirst"], Value::Null);
    fixture.publish(&draft).await.expect(201);
    let reader = &fixture.app.reader;
    let article = reader.get("/v1/articles/a-slug?body=text,html").await.expect(200);
    assert_eq!(article["standfirst"], "It opened in May.");
    assert_eq!((&article["word_count"], &article["reading_minutes"]), (&json!(6), &json!(1)));
    assert_eq!(article["body"]["text"], "The weir\n\nIt opened in May.");
    assert_eq!(article["outline"], json!([{ "id": "the-weir", "level": 2, "text": "The weir" }]));
    assert!(article["body"]["html"].as_str().unwrap().contains("alt=\"A heron beside the lock\""));
    let feed = reader.get("/v1/feeds/json").await.expect(200);
    assert_eq!(feed["items"][0]["summary"], "It opened in May.");
    let found = async |words: &str| {
        let found = reader.get(&format!("/v1/search?q={words}")).await.expect(200);
        found["data"].as_array().unwrap().len()
    };
    assert_eq!((found("heron").await, found("weir").await), (0, 1));
}
