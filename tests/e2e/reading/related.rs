//! Articles on the same matter.

use serde_json::{Value, json};

use crate::stage::Stage;

fn related(article: &Value) -> Vec<&str> {
    let related = article["context"]["related"].as_array().unwrap();
    related.iter().map(|other| other["slug"].as_str().unwrap()).collect()
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
    assert_eq!(
        first,
        &json!({ "slug": "borrowing", "headline": "On borrowing", "standfirst": "A standfirst." })
    );
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
