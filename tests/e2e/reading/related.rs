//! Related articles and links in the context of an article.

use serde_json::{Value, json};

use tests::eventually;

use crate::fixture::Fixture;

fn related(article: &Value) -> Vec<&str> {
    let related = article["context"]["related"].as_array().unwrap();
    related.iter().map(|other| other["slug"].as_str().unwrap()).collect()
}

/// The members of a teaser that a link contains, in this order and no others.
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

/// Publishes an article with these tags.
async fn publish_tagged(fixture: &Fixture, slug: &str, tags: &[&str], body: &str) -> String {
    let draft = fixture.draft(slug).await;
    fixture.save(&draft, json!({ "headline": format!("On {slug}"), "tags": tags, "body": body })).await;
    fixture.publish(&draft).await.expect(201);
    draft
}

#[tokio::test(flavor = "multi_thread")]
async fn related_articles_are_ranked_by_shared_terms_and_words() {
    let fixture = Fixture::new().await;
    let [rust, tea] = ["rust", "tea"].map(|slug| (slug, fixture.editor.create_term("tag", slug)));
    let (rust, tea) = (rust.1.await, tea.1.await);
    publish_tagged(&fixture, "kettles", &[&tea], "Water boils in a kettle.").await;
    publish_tagged(&fixture, "cups", &[&tea], "A cup of porcelain.").await;
    publish_tagged(&fixture, "borrowing", &[&rust], "The borrow checker and lifetimes. Lifetimes!").await;
    publish_tagged(&fixture, "closures", &[&rust], "Functions that capture what is around them.").await;
    publish_tagged(&fixture, "nothing", &[], "Nothing of the kind.").await;
    let draft = publish_tagged(
        &fixture,
        "lifetimes",
        &[&rust],
        "Lifetimes, and what the borrow checker says of lifetimes.",
    )
    .await;
    let article = fixture.article("lifetimes").await;
    let nearest = related(&article);
    assert_eq!(nearest[..2], ["borrowing", "closures"], "{nearest:?}");
    assert_eq!(nearest.len(), 4, "no more than four, the section's others among them");
    let first = &article["context"]["related"][0];
    assert_eq!(first, &link_to(&fixture.article("borrowing").await));
    // The related articles change when the tags and the text change.
    fixture.save(&draft, json!({ "tags": [tea], "body": "A kettle for a cup." })).await;
    fixture.publish(&draft).await.expect(201);
    assert_eq!(
        related(&fixture.article("lifetimes").await)
            .iter()
            .filter(|slug| ["kettles", "cups"].contains(slug))
            .count(),
        2
    );
    fixture.post_action(&draft, "withdraw").await.expect(200);
    fixture.publish(&draft).await.expect(201);
    assert_eq!(related(&fixture.article("lifetimes").await).len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_that_are_not_live_are_not_related() {
    let fixture = Fixture::new().await;
    let gone = publish_tagged(&fixture, "gone", &[], "The same words stand here.").await;
    let changed = publish_tagged(&fixture, "changed", &[], "The same words stand here too.").await;
    publish_tagged(&fixture, "left", &[], "The same words stand here as well.").await;
    let now = async || {
        related(&fixture.article("left").await).iter().map(|slug| (*slug).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(now().await.len(), 2);
    fixture.save(&changed, json!({ "headline": "Another headline" })).await;
    fixture.publish(&changed).await.expect(201);
    let article = fixture.article("left").await;
    assert!(article.to_string().contains("Another headline"), "{article}");
    fixture.post_action(&gone, "take-down").await.expect(200);
    assert_eq!(now().await, ["changed"]);
    assert!(!fixture.article("left").await.to_string().contains("On gone"));
}

#[tokio::test(flavor = "multi_thread")]
async fn context_links_follow_every_change_of_their_article() {
    let fixture = Fixture::new().await;
    let series = fixture.editor.create_term("series", "letters").await;
    let section = fixture.editor.create_term("section", "bridges").await;
    let mut drafts = Vec::new();
    for part in 1..=3 {
        let draft = fixture.draft(&format!("part-{part}")).await;
        let hero = hero("https://images.example/1.jpg");
        let place = json!({ "series": series, "part": part });
        let patch = json!({ "series": place, "section": section, "kicker": "Letter", "hero": hero });
        fixture.save(&draft, patch).await;
        fixture.publish(&draft).await.expect(201);
        drafts.push(draft);
    }
    // Publish again, so that the edition knows both neighbours.
    fixture.save(&drafts[1], json!({ "headline": "The middle" })).await;
    fixture.publish(&drafts[1]).await.expect(201);
    // Called before and after each change, so that a stale cached response would be noticed.
    let links_are_current = async || {
        let [one, two, three] = [
            fixture.article("part-1").await,
            fixture.article("part-2").await,
            fixture.article("part-3").await,
        ];
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
        (&drafts[2], json!({ "section": fixture.section, "slug": "part-3" })),
        (&drafts[2], json!({ "kicker": "Note", "first_published_at": "2020-02-02T02:02:02.5Z" })),
    ] {
        fixture.save(draft, patch).await;
        fixture.publish(draft).await.expect(201);
        links_are_current().await;
    }
    let path = format!("/terms/{section}");
    let renamed = json!({ "slug": "spans", "name": "Spans" });
    fixture.editor.patch(&path, 1, renamed).send().await.expect(200);
    eventually(async || {
        let two = fixture.article("part-2").await;
        let link = &two["context"]["series"]["previous"];
        let is_renamed = link["section"] == json!({ "slug": "spans", "name": "Spans" })
            && link["url"].as_str().unwrap().contains("/spans/");
        is_renamed.then_some(())
    })
    .await;
    links_are_current().await;
    fixture.post_action(&drafts[0], "withdraw").await.expect(200);
    let context = &fixture.article("part-2").await["context"];
    assert_eq!(context["series"]["previous"], Value::Null);
    assert_eq!(related(&fixture.article("part-2").await), ["part-3"]);
}
