//! Articles on the same matter.

use serde_json::{Value, json};

use tests::eventually;

use crate::stage::Stage;

fn related(article: &Value) -> Vec<&str> {
    let related = article["context"]["related"].as_array().unwrap();
    related.iter().map(|other| other["slug"].as_str().unwrap()).collect()
}

/// What a link to this article shows: some members of its teaser, in this order and no others.
fn link_to(article: &Value) -> Value {
    let shown =
        ["id", "slug", "url", "section", "kicker", "headline", "standfirst", "hero", "first_published_at"];
    Value::Object(shown.into_iter().map(|name| (name.to_owned(), article[name].clone())).collect())
}

fn hero(src: &str) -> Value {
    json!({
        "src": src, "alt": "A picture", "caption": null, "credit": null, "width": 3, "height": 2, "sources": [],
        "placeholder": null,
    })
}

/// Makes an article live, with these tags.
async fn given(stage: &Stage, slug: &str, tags: &[&str], body: &str) -> String {
    let draft = stage.draft(slug).await;
    stage.save(&draft, json!({ "headline": format!("On {slug}"), "tags": tags, "body": body })).await;
    stage.publish(&draft).await.expect(201);
    draft
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_names_the_nearest_by_terms_and_words() {
    let stage = Stage::open().await;
    let [rust, tea] = ["rust", "tea"].map(|slug| (slug, stage.editor.given_term("tag", slug)));
    let (rust, tea) = (rust.1.await, tea.1.await);
    given(&stage, "kettles", &[&tea], "Water boils in a kettle.").await;
    given(&stage, "cups", &[&tea], "A cup of porcelain.").await;
    given(&stage, "borrowing", &[&rust], "The borrow checker and lifetimes. Lifetimes!").await;
    given(&stage, "closures", &[&rust], "Functions that capture what is around them.").await;
    given(&stage, "nothing", &[], "Nothing of the kind.").await;
    let draft =
        given(&stage, "lifetimes", &[&rust], "Lifetimes, and what the borrow checker says of lifetimes.")
            .await;
    let article = stage.article("lifetimes").await;
    let nearest = related(&article);
    assert_eq!(nearest[..2], ["borrowing", "closures"], "{nearest:?}");
    assert_eq!(nearest.len(), 4, "no more than four, the section's others among them");
    let first = &article["context"]["related"][0];
    assert_eq!(first, &link_to(&stage.article("borrowing").await));
    // It follows what it says, and what can be read.
    stage.save(&draft, json!({ "tags": [tea], "body": "A kettle for a cup." })).await;
    stage.publish(&draft).await.expect(201);
    assert_eq!(
        related(&stage.article("lifetimes").await)
            .iter()
            .filter(|slug| ["kettles", "cups"].contains(slug))
            .count(),
        2
    );
    stage.act(&draft, "withdraw").await.expect(200);
    stage.publish(&draft).await.expect(201);
    assert_eq!(related(&stage.article("lifetimes").await).len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_live_any_more_is_not_related_to_anything() {
    let stage = Stage::open().await;
    let gone = given(&stage, "gone", &[], "The same words stand here.").await;
    let changed = given(&stage, "changed", &[], "The same words stand here too.").await;
    given(&stage, "left", &[], "The same words stand here as well.").await;
    let now = async || {
        related(&stage.article("left").await).iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(now().await.len(), 2);
    stage.save(&changed, json!({ "headline": "Another headline" })).await;
    stage.publish(&changed).await.expect(201);
    let article = stage.article("left").await;
    assert!(article.to_string().contains("Another headline"), "{article}");
    stage.act(&gone, "take-down").await.expect(200);
    assert_eq!(now().await, ["changed"]);
    assert!(!stage.article("left").await.to_string().contains("On gone"));
}

#[tokio::test(flavor = "multi_thread")]
async fn links_in_the_context_carry_what_a_link_shows_and_follow_every_change_of_it() {
    let stage = Stage::open().await;
    let series = stage.editor.given_term("series", "letters").await;
    let section = stage.editor.given_term("section", "bridges").await;
    let mut drafts = Vec::new();
    for part in 1..=3 {
        let draft = stage.draft(&format!("part-{part}")).await;
        let hero = hero("https://images.example/1.jpg");
        let place = json!({ "series": series, "part": part });
        let patch = json!({ "series": place, "section": section, "kicker": "Letter", "hero": hero });
        stage.save(&draft, patch).await;
        stage.publish(&draft).await.expect(201);
        drafts.push(draft);
    }
    // Published again, so that it knows both others.
    stage.save(&drafts[1], json!({ "headline": "The middle" })).await;
    stage.publish(&drafts[1]).await.expect(201);
    // It is read before each change, so that a cached answer would be noticed. The second change alters the address too.
    let links_are_current = async || {
        let [one, two, three] =
            [stage.article("part-1").await, stage.article("part-2").await, stage.article("part-3").await];
        let context = &two["context"];
        assert_eq!(context["series"]["previous"], link_to(&one));
        assert_eq!(context["series"]["next"], link_to(&three));
        let mut related = context["related"].as_array().unwrap().clone();
        related.sort_by_key(|link| link["slug"].to_string());
        assert_eq!(related, [link_to(&one), link_to(&three)]);
        assert!(link_to(&one).as_object().unwrap().values().all(|value| !value.is_null()), "{one}");
    };
    links_are_current().await;
    let hero = hero("https://images.example/2.jpg");
    for (draft, patch) in [
        (&drafts[0], json!({ "hero": hero, "standfirst": "Another standfirst." })),
        (&drafts[2], json!({ "section": stage.section, "slug": "part-3" })),
        (&drafts[2], json!({ "kicker": "Note", "first_published_at": "2020-02-02T02:02:02.5Z" })),
    ] {
        stage.save(draft, patch).await;
        stage.publish(draft).await.expect(201);
        links_are_current().await;
    }
    let path = format!("/terms/{section}");
    let renamed = json!({ "slug": "spans", "name": "Spans" });
    stage.editor.patch(&path, 1, renamed).send().await.expect(200);
    eventually(async || {
        let two = stage.article("part-2").await;
        let link = &two["context"]["series"]["previous"];
        let is_renamed = link["section"] == json!({ "slug": "spans", "name": "Spans" })
            && link["url"].as_str().unwrap().contains("/spans/");
        is_renamed.then_some(())
    })
    .await;
    links_are_current().await;
    stage.act(&drafts[0], "withdraw").await.expect(200);
    let context = &stage.article("part-2").await["context"];
    assert_eq!(context["series"]["previous"], Value::Null);
    assert_eq!(related(&stage.article("part-2").await), ["part-3"]);
}
