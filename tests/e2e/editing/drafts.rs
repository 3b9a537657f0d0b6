//! Drafts: created, filtered, trashed and restored.

use domain::Role;
use serde_json::{Value, json};
use tests::{TestApp, id, site_in};

use crate::fixture::{Fixture, expect_problem};

#[tokio::test(flavor = "multi_thread")]
async fn a_created_draft_belongs_to_its_creator() {
    let fixture = Fixture::new().await;
    let response = fixture.editor.post("/drafts", json!({})).send().await;
    let (place, tag) = (response.header("location").to_owned(), response.header("etag").to_owned());
    let made = response.expect(201);
    assert_eq!((place, tag.as_str()), (format!("/editorial/v1/drafts/{}", id(&made)), "\"1\""));
    assert_eq!(
        (&made["status"], &made["locale"], &made["owner_id"]),
        (&json!("draft"), &json!("en"), &json!(fixture.editor.id))
    );
    assert_eq!(fixture.get_draft(&id(&made)).await, made);
    let nobody = "/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";
    for unknown in [nobody, "/drafts/x", "/drafts/0199A3C2-5D1E-7C3A-9B1F-4F0D2C8E7A61"] {
        assert_eq!(fixture.editor.get(unknown).send().await.status, 404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_has_one_draft_in_each_locale() {
    let fixture = Fixture::with_app(TestApp::start_for_site(site_in(&["en", "de"])).await).await;
    let first = fixture.draft("a-slug").await;
    let article = fixture.get_draft(&first).await["article_id"].clone();
    let german = json!({ "article_id": article, "locale": "de", "content": { "headline": "Auf Deutsch" } });
    let german = fixture.editor.post("/drafts", german.clone()).send().await.expect(201);
    assert_eq!((&german["article_id"], &german["locale"]), (&article, &json!("de")));
    let again = json!({ "article_id": article, "locale": "de" });
    assert_eq!(expect_problem(fixture.editor.post("/drafts", again).send().await, 409).0, "locale-taken");
    let both = fixture
        .editor
        .get(&format!("/drafts?article={}", article.as_str().unwrap()))
        .send()
        .await
        .expect(200);
    assert_eq!(both["data"].as_array().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_a_new_article_without_slug_and_dates() {
    let fixture = Fixture::new().await;
    let original = fixture.publish_new("a-slug").await;
    let author = fixture.app.editor(Role::Author).await;
    let copy = author.post_empty(&format!("/drafts/{original}/duplicate")).send().await.expect(201);
    let original = fixture.get_draft(&original).await;
    assert_ne!(copy["article_id"], original["article_id"]);
    assert_eq!((&copy["status"], &copy["owner_id"]), (&json!("draft"), &json!(author.id)));
    let mut expected = original["content"].clone();
    expected["slug"] = Value::Null;
    assert_eq!(copy["content"], expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn trashed_drafts_cannot_be_saved_and_can_be_restored() {
    let fixture = Fixture::new().await;
    let draft = fixture.draft("a-slug").await;
    let path = format!("/drafts/{draft}");
    assert_eq!(
        expect_problem(fixture.editor.delete(&path).skip_request_validation().send().await, 428).0,
        "precondition-required"
    );
    assert_eq!(fixture.editor.delete(&path).if_match(7).send().await.status, 412);
    assert_eq!(fixture.trash(&draft).await.expect(200)["status"], "trashed");
    assert_eq!(fixture.trash(&draft).await.expect(200)["status"], "trashed");
    let save = fixture.editor.patch(&path, 1, json!({ "headline": "No" })).send().await;
    assert_eq!(expect_problem(save, 409).0, "in-trash");
    let all = fixture.editor.get("/drafts").send().await.expect(200);
    assert_eq!(all["data"], json!([]));
    assert_eq!(fixture.post_action(&draft, "restore").await.expect(200)["status"], "draft");
    fixture.save(&draft, json!({ "headline": "Yes" })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_select_matching_entries() {
    let fixture = Fixture::with_app(TestApp::start_for_site(site_in(&["en", "de"])).await).await;
    let tag = fixture.editor.create_term("tag", "bridges").await;
    let vera = fixture.editor.create_term("author", "vera").await;
    let draft = fixture.draft("plain").await;
    let tagged = fixture.draft("tagged").await;
    fixture.save(&tagged, json!({ "tags": [tag], "byline": [vera], "section": null })).await;
    let (live, changed) = (fixture.publish_new("live").await, fixture.publish_new("changed").await);
    fixture.save(&changed, json!({ "headline": "Changed since" })).await;
    let scheduled = fixture.draft("scheduled").await;
    fixture.schedule(&scheduled, "2099-01-01T00:00:00Z").await.expect(200);
    let (withdrawn, trashed) = (fixture.publish_new("withdrawn").await, fixture.draft("trashed").await);
    fixture.post_action(&withdrawn, "withdraw").await.expect(200);
    fixture.trash(&trashed).await.expect(200);
    let author = fixture.app.editor(Role::Author).await;
    let german = author.post("/drafts", json!({ "locale": "de" })).send().await.expect(201);
    let german_article = german["article_id"].as_str().unwrap().to_owned();
    let german = id(&german);
    for (query, mut wanted) in [
        ("status=draft".to_owned(), vec![&draft, &tagged, &german]),
        ("status=live,scheduled".to_owned(), vec![&live, &changed, &scheduled]),
        ("status=withdrawn".to_owned(), vec![&withdrawn]),
        ("status=trashed".to_owned(), vec![&trashed]),
        ("locale=de".to_owned(), vec![&german]),
        (format!("article={german_article}"), vec![&german]),
        (format!("owner={}", author.id), vec![&german]),
        (format!("tag={tag}"), vec![&tagged]),
        (format!("author={vera}&tag={tag}"), vec![&tagged]),
        (format!("author={vera}&section={}", fixture.section), vec![]),
        (format!("section={}&status=draft", fixture.section), vec![&draft]),
        ("has_unpublished_changes=true".to_owned(), vec![&changed]),
        ("has_unpublished_changes=false&status=live".to_owned(), vec![&live]),
        ("text=changed%20SINCE".to_owned(), vec![&changed]),
        ("text=body%20of%20live".to_owned(), vec![&live]),
        (String::new(), vec![&draft, &tagged, &live, &changed, &scheduled, &withdrawn, &german]),
    ] {
        let mut found = ids(&fixture, &format!("/drafts?{query}")).await;
        found.sort();
        wanted.sort();
        assert_eq!(found.iter().collect::<Vec<_>>(), wanted, "{query}");
    }
    for wrong in
        ["status=gone", "has_unpublished_changes=maybe", "tag=bridges", "text=", "limit=0", "statsu=live"]
    {
        let response = fixture.editor.get(&format!("/drafts?{wrong}")).skip_request_validation().send().await;
        assert_eq!(expect_problem(response, 400).0, "invalid-parameter", "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn text_filters_take_wildcards_literally() {
    let fixture = Fixture::new().await;
    let mut drafts = Vec::new();
    for body in
        ["a 100% sure thing", "snake_case here", r"a \ stroke", "100 per cent, snakeXcase, a / stroke"]
    {
        let draft =
            fixture.editor.post("/drafts", json!({ "content": { "body": body } })).send().await.expect(201);
        drafts.push(id(&draft));
    }
    for (text, place) in
        [("100%25", 0), ("snake_case", 1), ("a%20%5C%20s", 2), ("%25", 0), ("_", 1), ("%5C", 2)]
    {
        assert_eq!(ids(&fixture, &format!("/drafts?text={text}")).await, [drafts[place].clone()], "{text}");
    }
    assert_eq!(ids(&fixture, "/drafts?text=%25%25").await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn pagination_covers_the_whole_list_and_cursors_belong_to_their_filter() {
    let fixture = Fixture::new().await;
    for number in 0..7 {
        fixture.draft(&format!("slug-{number}")).await;
    }
    let whole = ids(&fixture, "/drafts?limit=100").await;
    assert_eq!(whole.len(), 7);
    let (mut seen, mut path, mut cursor) = (Vec::new(), "/drafts?limit=3".to_owned(), String::new());
    loop {
        let page = fixture.editor.get(&path).send().await.expect(200);
        seen.extend(page["data"].as_array().unwrap().iter().map(id));
        let Some(next) = page["page"]["next"].as_str() else { break };
        cursor = next.to_owned();
        path = format!("/drafts?limit=3&after={next}");
    }
    assert_eq!(seen, whole);
    for wrong in [format!("status=live&after={cursor}"), "after=x".to_owned(), format!("after={}x", &cursor)]
    {
        let response = fixture.editor.get(&format!("/drafts?{wrong}")).send().await;
        assert_eq!(expect_problem(response, 400).0, "invalid-parameter", "{wrong}");
    }
    let other = fixture.editor.get(&format!("/people?after={cursor}")).send().await;
    assert_eq!(other.status, 400);
}

async fn ids(fixture: &Fixture, path: &str) -> Vec<String> {
    let page = fixture.editor.get(path).send().await.expect(200);
    page["data"].as_array().unwrap().iter().map(id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reverted_edit_is_no_unpublished_change() {
    let fixture = Fixture::new().await;
    let (first, second) =
        (fixture.editor.create_term("tag", "first").await, fixture.editor.create_term("tag", "second").await);
    let draft = fixture.draft("a-slug").await;
    fixture.save(&draft, json!({ "tags": [first], "fields": { "a": 1 } })).await;
    fixture.publish(&draft).await.expect(201);
    let is_changed = async || {
        let all = |wanted: bool| format!("/drafts?has_unpublished_changes={wanted}");
        let result = fixture.get_draft(&draft).await["has_unpublished_changes"].as_bool().unwrap();
        for wanted in [true, false] {
            let page = fixture.editor.get(&all(wanted)).send().await.expect(200);
            let found = page["data"].as_array().unwrap();
            assert_eq!(found.len(), usize::from(wanted == result), "{found:?}");
            assert!(found.iter().all(|one| one["has_unpublished_changes"] == result));
        }
        result
    };
    let seo = |noindex: bool| {
        let nothing = Value::Null;
        json!({ "seo": { "title": nothing, "description": nothing, "canonical_url": nothing, "noindex": noindex, "image": nothing } })
    };
    assert!(!is_changed().await);
    for (other, back) in [
        (json!({ "headline": "Another" }), json!({ "headline": "About a-slug" })),
        (json!({ "kicker": "Dispatch" }), json!({ "kicker": null })),
        (json!({ "body": "" }), json!({ "body": "The body of a-slug." })),
        (json!({ "fields": { "a": 2 } }), json!({ "fields": { "a": 1 } })),
        (seo(true), seo(false)),
        (json!({ "tags": [] }), json!({ "tags": [first] })),
        (json!({ "tags": [first, second] }), json!({ "tags": [first] })),
    ] {
        fixture.save(&draft, other.clone()).await;
        assert!(is_changed().await, "{other}");
        fixture.save(&draft, back.clone()).await;
        assert!(!is_changed().await, "{back}");
    }
    // Publishing content that is live already reports `unchanged` and keeps the flag clear.
    let result = fixture.publish(&draft).await.expect(200);
    assert_eq!((&result["sequence"], &result["articles"][0]["change"]), (&Value::Null, &json!("unchanged")));
    assert!(!is_changed().await);
    fixture.save(&draft, json!({ "tags": [second] })).await;
    assert!(is_changed().await);
    // The merge replaces the tag of the live edition by the one that the draft names, so both are equal again.
    let merged =
        fixture.editor.post(&format!("/terms/{first}/merge"), json!({ "into": second })).send().await;
    merged.expect(200);
    assert!(!is_changed().await);
}
