//! Takedown: no content remains, but the address stays known.

use domain::{Content, Refusal};
use store::publishing;

use crate::fixture::{TestStore, markdown, named, refusal};

/// The tables of delivery and operations that contain the secret word.
const HOLDING: &str = "SELECT name FROM (
        SELECT schemaname || '.' || tablename AS name,
            query_to_xml(format('SELECT * FROM %I.%I', schemaname, tablename), true, false, '')::text AS contents
        FROM pg_tables WHERE schemaname IN ('delivery', 'operations')
    ) AS tables WHERE contents ILIKE '%xyzzy%' ORDER BY name";

/// Content whose every field contains the secret word, except slugs and terms, which are recorded as cache tags.
fn secret(fixture: &TestStore, slug: &str) -> Content {
    Content {
        kicker: Some("Whisper".to_owned().try_into().unwrap()),
        headline: Some("About xyzzy".to_owned().try_into().unwrap()),
        standfirst: Some("On xyzzy.".to_owned().try_into().unwrap()),
        body: markdown("The xyzzy."),
        fields: serde_json::json!({ "secret": "xyzzy" }).as_object().unwrap().clone(),
        ..fixture.content(slug)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn takedown_erases_all_content_and_the_addresses_are_gone() {
    let fixture = TestStore::open().await;
    let first = fixture.draft(secret(&fixture, "a")).await;
    fixture.publish(&first).await.unwrap();
    let second =
        fixture.saved(&first, Content { body: markdown("More xyzzy."), ..secret(&fixture, "b") }).await;
    fixture.publish(&second).await.unwrap();
    let third = fixture.save_body(&second, "The last xyzzy.").await;
    fixture.schedule(&third).await.unwrap();
    assert_eq!(
        fixture.database.column(HOLDING).await,
        ["delivery.editions", "delivery.renderings", "delivery.search", "delivery.spellings"],
        "looked for"
    );
    assert_eq!(fixture.take_down(&first).await.unwrap(), Some(3));
    assert!(
        fixture.database.column(HOLDING).await.is_empty(),
        "{:?}",
        fixture.database.column(HOLDING).await
    );
    assert_eq!(
        [fixture.at_slug("a").await, fixture.at_slug("b").await, fixture.at_id(&first).await],
        ["gone"; 3]
    );
    let kickers = "SELECT name FROM delivery.counts WHERE kind = 'kicker' UNION \
                   SELECT kicker FROM delivery.editions WHERE kicker IS NOT NULL";
    assert!(fixture.database.column(kickers).await.is_empty(), "the kicker is named somewhere");
    let rows =
        "SELECT count(*) || ' ' || count(taken_down_at) || ' ' || count(number) FROM delivery.editions";
    assert_eq!(fixture.database.value(rows).await, "3 3 2", "the rows stay");
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.schedules").await, "0");
    let event = "SELECT kind || ' ' || slug FROM operations.events WHERE sequence = 3";
    assert_eq!(fixture.database.value(event).await, "taken_down b");
}

#[tokio::test(flavor = "multi_thread")]
async fn takedown_deletes_the_links_of_the_article() {
    let fixture = TestStore::open().await;
    let target = fixture.article("target").await;
    fixture.publish(&target).await.unwrap();
    let draft = fixture.article("a").await;
    let draft = fixture.save_body(&draft, &format!("[There](article:{}).", target.article)).await;
    fixture.publish(&draft).await.unwrap();
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.edition_links").await, "1");
    fixture.take_down(&draft).await.unwrap();
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.edition_links").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn takedown_keeps_a_rendering_shared_with_another_article() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    let (a, b) = (fixture.save_body(&a, "Equal.").await, fixture.save_body(&b, "Equal.").await);
    fixture.publish_editions(&fixture.editions(&[&a, &b]).await).await.unwrap();
    fixture.take_down(&a).await.unwrap();
    let bodies = "SELECT html_json FROM delivery.live";
    assert_eq!(fixture.database.column(bodies).await, ["\"<p>Equal.</p>\\n\""]);
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_that_were_never_published_cannot_be_taken_down() {
    let fixture = TestStore::open().await;
    let (draft, scheduled) = (fixture.article("draft").await, fixture.article("scheduled").await);
    fixture.schedule(&scheduled).await.unwrap();
    let before = fixture.database.contents().await;
    for article in [&draft, &scheduled] {
        assert_eq!(refusal(fixture.take_down(article).await), Refusal::NeverPublished);
    }
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_article_can_be_taken_down_and_repeating_it_is_no_act() {
    let fixture = TestStore::open().await;
    let draft = fixture.draft(secret(&fixture, "a")).await;
    fixture.publish(&draft).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    assert!(!fixture.database.column(HOLDING).await.is_empty());
    assert_eq!(fixture.take_down(&draft).await.unwrap(), Some(3));
    assert!(fixture.database.column(HOLDING).await.is_empty());
    let before = fixture.database.contents().await;
    assert_eq!(fixture.take_down(&draft).await.unwrap(), None);
    assert_eq!(fixture.withdraw(&draft).await.unwrap(), None);
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_down_article_can_be_published_again() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    fixture.take_down(&draft).await.unwrap();
    assert_eq!(fixture.publish(&draft).await.unwrap(), Some(3));
    assert_eq!(fixture.at_slug("a").await, "live");
    let numbers =
        "SELECT number || ' ' || (taken_down_at IS NOT NULL) FROM delivery.editions ORDER BY number";
    assert_eq!(fixture.database.column(numbers).await, ["1 true", "2 false"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_articles_are_taken_down_in_one_act_and_only_in_the_given_locale() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    let german = fixture.translation(&a, "de", fixture.content("ein-a")).await;
    fixture.publish_editions(&fixture.editions(&[&a, &b, &german]).await).await.unwrap();
    let both = [named(&a), named(&b), named(&a)];
    let done = fixture.write(async |tx| publishing::take_down(tx, &both).await).await.unwrap();
    assert_eq!(done.into_inner().articles.len(), 2, "each once");
    assert_eq!(fixture.act_kinds().await, ["publish", "take_down"]);
    assert_eq!(fixture.database.column("SELECT slug FROM delivery.live").await, ["ein-a"]);
}
