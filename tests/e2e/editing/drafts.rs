//! Drafts: begun, found, thrown away and taken back.

use domain::Role;
use serde_json::{Value, json};
use tests::{Newsroom, id, site_in};

use crate::stage::{Stage, refused};

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_begun_read_and_belongs_to_whoever_began_it() {
    let stage = Stage::open().await;
    let answer = stage.editor.post("/drafts", json!({})).send().await;
    let (place, tag) = (answer.header("location").to_owned(), answer.header("etag").to_owned());
    let made = answer.expect(201);
    assert_eq!((place, tag.as_str()), (format!("/editorial/v1/drafts/{}", id(&made)), "\"1\""));
    assert_eq!(
        (&made["status"], &made["locale"], &made["owner_id"]),
        (&json!("draft"), &json!("en"), &json!(stage.editor.id))
    );
    assert_eq!(stage.get(&id(&made)).await, made);
    let nobody = "/drafts/0199a3c2-5d1e-7c3a-9b1f-4f0d2c8e7a61";
    for unknown in [nobody, "/drafts/x", "/drafts/0199A3C2-5D1E-7C3A-9B1F-4F0D2C8E7A61"] {
        assert_eq!(stage.editor.get(unknown).send().await.status, 404);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_has_one_draft_in_each_locale() {
    let stage = Stage::of(Newsroom::open_for(site_in(&["en", "de"])).await).await;
    let first = stage.draft("a-slug").await;
    let article = stage.get(&first).await["article_id"].clone();
    let german = json!({ "article_id": article, "locale": "de", "content": { "headline": "Auf Deutsch" } });
    let german = stage.editor.post("/drafts", german.clone()).send().await.expect(201);
    assert_eq!((&german["article_id"], &german["locale"]), (&article, &json!("de")));
    let again = json!({ "article_id": article, "locale": "de" });
    assert_eq!(refused(stage.editor.post("/drafts", again).send().await, 409).0, "locale-taken");
    let both =
        stage.editor.get(&format!("/drafts?article={}", article.as_str().unwrap())).send().await.expect(200);
    assert_eq!(both["data"].as_array().unwrap().len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_a_new_article_without_slug_and_dates() {
    let stage = Stage::open().await;
    let original = stage.live("a-slug").await;
    let author = stage.newsroom.editor(Role::Author).await;
    let copy = author.act(&format!("/drafts/{original}/duplicate")).send().await.expect(201);
    let original = stage.get(&original).await;
    assert_ne!(copy["article_id"], original["article_id"]);
    assert_eq!((&copy["status"], &copy["owner_id"]), (&json!("draft"), &json!(author.id)));
    let mut expected = original["content"].clone();
    expected["slug"] = Value::Null;
    assert_eq!(copy["content"], expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_the_trash_cannot_be_saved_and_comes_back() {
    let stage = Stage::open().await;
    let draft = stage.draft("a-slug").await;
    let path = format!("/drafts/{draft}");
    assert_eq!(refused(stage.editor.delete(&path).unchecked().send().await, 428).0, "precondition-required");
    assert_eq!(stage.editor.delete(&path).seen(7).send().await.status, 412);
    assert_eq!(stage.trash(&draft).await.expect(200)["status"], "trashed");
    assert_eq!(stage.trash(&draft).await.expect(200)["status"], "trashed");
    let save = stage.editor.patch(&path, 1, json!({ "headline": "No" })).send().await;
    assert_eq!(refused(save, 409).0, "in-trash");
    let all = stage.editor.get("/drafts").send().await.expect(200);
    assert_eq!(all["data"], json!([]));
    assert_eq!(stage.act(&draft, "restore").await.expect(200)["status"], "draft");
    stage.save(&draft, json!({ "headline": "Yes" })).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_let_through_what_they_name() {
    let stage = Stage::of(Newsroom::open_for(site_in(&["en", "de"])).await).await;
    let tag = stage.editor.given_term("tag", "bridges").await;
    let vera = stage.editor.given_term("author", "vera").await;
    let draft = stage.draft("plain").await;
    let tagged = stage.draft("tagged").await;
    stage.save(&tagged, json!({ "tags": [tag], "byline": [vera], "section": null })).await;
    let (live, changed) = (stage.live("live").await, stage.live("changed").await);
    stage.save(&changed, json!({ "headline": "Changed since" })).await;
    let scheduled = stage.draft("scheduled").await;
    stage.schedule(&scheduled, "2099-01-01T00:00:00Z").await.expect(200);
    let (withdrawn, trashed) = (stage.live("withdrawn").await, stage.draft("trashed").await);
    stage.act(&withdrawn, "withdraw").await.expect(200);
    stage.trash(&trashed).await.expect(200);
    let author = stage.newsroom.editor(Role::Author).await;
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
        (format!("author={vera}&section={}", stage.section), vec![]),
        (format!("section={}&status=draft", stage.section), vec![&draft]),
        ("has_unpublished_changes=true".to_owned(), vec![&changed]),
        ("has_unpublished_changes=false&status=live".to_owned(), vec![&live]),
        ("text=changed%20SINCE".to_owned(), vec![&changed]),
        ("text=body%20of%20live".to_owned(), vec![&live]),
        (String::new(), vec![&draft, &tagged, &live, &changed, &scheduled, &withdrawn, &german]),
    ] {
        let mut found = ids(&stage, &format!("/drafts?{query}")).await;
        found.sort();
        wanted.sort();
        assert_eq!(found.iter().collect::<Vec<_>>(), wanted, "{query}");
    }
    for wrong in
        ["status=gone", "has_unpublished_changes=maybe", "tag=bridges", "text=", "limit=0", "statsu=live"]
    {
        let answer = stage.editor.get(&format!("/drafts?{wrong}")).unchecked().send().await;
        assert_eq!(refused(answer, 400).0, "invalid-parameter", "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn text_is_looked_for_as_it_is_written() {
    let stage = Stage::open().await;
    let mut drafts = Vec::new();
    for body in
        ["a 100% sure thing", "snake_case here", r"a \ stroke", "100 per cent, snakeXcase, a / stroke"]
    {
        let draft =
            stage.editor.post("/drafts", json!({ "content": { "body": body } })).send().await.expect(201);
        drafts.push(id(&draft));
    }
    for (text, place) in
        [("100%25", 0), ("snake_case", 1), ("a%20%5C%20s", 2), ("%25", 0), ("_", 1), ("%5C", 2)]
    {
        assert_eq!(ids(&stage, &format!("/drafts?text={text}")).await, [drafts[place].clone()], "{text}");
    }
    assert_eq!(ids(&stage, "/drafts?text=%25%25").await, [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_lead_through_the_whole_list_and_belong_to_their_filter() {
    let stage = Stage::open().await;
    for number in 0..7 {
        stage.draft(&format!("slug-{number}")).await;
    }
    let whole = ids(&stage, "/drafts?limit=100").await;
    assert_eq!(whole.len(), 7);
    let (mut seen, mut path, mut cursor) = (Vec::new(), "/drafts?limit=3".to_owned(), String::new());
    loop {
        let page = stage.editor.get(&path).send().await.expect(200);
        seen.extend(page["data"].as_array().unwrap().iter().map(id));
        let Some(next) = page["page"]["next"].as_str() else { break };
        cursor = next.to_owned();
        path = format!("/drafts?limit=3&after={next}");
    }
    assert_eq!(seen, whole);
    for wrong in [format!("status=live&after={cursor}"), "after=x".to_owned(), format!("after={}x", &cursor)]
    {
        let answer = stage.editor.get(&format!("/drafts?{wrong}")).send().await;
        assert_eq!(refused(answer, 400).0, "invalid-parameter", "{wrong}");
    }
    let other = stage.editor.get(&format!("/people?after={cursor}")).send().await;
    assert_eq!(other.status, 400);
}

async fn ids(stage: &Stage, path: &str) -> Vec<String> {
    let page = stage.editor.get(path).send().await.expect(200);
    page["data"].as_array().unwrap().iter().map(id).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_back_is_no_unpublished_change() {
    let stage = Stage::open().await;
    let (first, second) =
        (stage.editor.given_term("tag", "first").await, stage.editor.given_term("tag", "second").await);
    let draft = stage.draft("a-slug").await;
    stage.save(&draft, json!({ "tags": [first], "fields": { "a": 1 } })).await;
    stage.publish(&draft).await.expect(201);
    let is_changed = async || {
        let all = |wanted: bool| format!("/drafts?has_unpublished_changes={wanted}");
        let said = stage.get(&draft).await["has_unpublished_changes"].as_bool().unwrap();
        for wanted in [true, false] {
            let page = stage.editor.get(&all(wanted)).send().await.expect(200);
            let found = page["data"].as_array().unwrap();
            assert_eq!(found.len(), usize::from(wanted == said), "{found:?}");
            assert!(found.iter().all(|one| one["has_unpublished_changes"] == said));
        }
        said
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
        stage.save(&draft, other.clone()).await;
        assert!(is_changed().await, "{other}");
        stage.save(&draft, back.clone()).await;
        assert!(!is_changed().await, "{back}");
    }
    // Publishing what readers see already changes nothing, here neither.
    let said = stage.publish(&draft).await.expect(200);
    assert_eq!((&said["sequence"], &said["articles"][0]["change"]), (&Value::Null, &json!("unchanged")));
    assert!(!is_changed().await);
    stage.save(&draft, json!({ "tags": [second] })).await;
    assert!(is_changed().await);
    // The tag that readers see becomes the one that the draft names.
    let merged = stage.editor.post(&format!("/terms/{first}/merge"), json!({ "into": second })).send().await;
    merged.expect(200);
    assert!(!is_changed().await);
}
