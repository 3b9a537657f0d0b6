//! Taking down: nothing is left of what readers saw, and that something was there stays known.

use domain::{Content, Refusal};
use store::publishing;

use crate::press::{Press, act, markdown, named, refusal};

/// Everything in the schemas of delivery and operations that holds the secret word, by table.
const HOLDING: &str = "SELECT name FROM (
        SELECT schemaname || '.' || tablename AS name,
            query_to_xml(format('SELECT * FROM %I.%I', schemaname, tablename), true, false, '')::text AS contents
        FROM pg_tables WHERE schemaname IN ('delivery', 'operations')
    ) AS tables WHERE contents ILIKE '%xyzzy%' ORDER BY name";

/// Content of which every part holds the secret word, but for what names addresses and lists: those are in the record
/// of acts, because caches are told of them.
fn secret(press: &Press, slug: &str) -> Content {
    Content {
        kicker: Some("Whisper".to_owned().try_into().unwrap()),
        headline: Some("About xyzzy".to_owned().try_into().unwrap()),
        standfirst: Some("On xyzzy.".to_owned().try_into().unwrap()),
        body: markdown("The xyzzy."),
        fields: serde_json::json!({ "secret": "xyzzy" }).as_object().unwrap().clone(),
        ..press.content(slug)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_down_is_erased_everywhere_and_its_addresses_are_gone() {
    let press = Press::open().await;
    let first = press.draft(secret(&press, "a")).await;
    press.publish(&first).await.unwrap();
    let second = press.saved(&first, Content { body: markdown("More xyzzy."), ..secret(&press, "b") }).await;
    press.publish(&second).await.unwrap();
    let third = press.rewritten(&second, "The last xyzzy.").await;
    press.schedule(&third).await.unwrap();
    assert_eq!(
        press.database.column(HOLDING).await,
        ["delivery.editions", "delivery.renderings", "delivery.search", "delivery.spellings"],
        "looked for"
    );
    assert_eq!(press.take_down(&first).await.unwrap(), Some(3));
    assert!(press.database.column(HOLDING).await.is_empty(), "{:?}", press.database.column(HOLDING).await);
    assert_eq!([press.at_slug("a").await, press.at_slug("b").await, press.at_id(&first).await], ["gone"; 3]);
    let kickers = "SELECT name FROM delivery.counts WHERE kind = 'kicker' UNION \
                   SELECT kicker FROM delivery.editions WHERE kicker IS NOT NULL";
    assert!(press.database.column(kickers).await.is_empty(), "the kicker is named somewhere");
    let rows =
        "SELECT count(*) || ' ' || count(taken_down_at) || ' ' || count(number) FROM delivery.editions";
    assert_eq!(press.database.value(rows).await, "3 3 2", "the rows stay");
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.schedules").await, "0");
    let event = "SELECT kind || ' ' || slug FROM operations.events WHERE sequence = 3";
    assert_eq!(press.database.value(event).await, "taken_down b");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_it_linked_to_is_erased_with_it() {
    let press = Press::open().await;
    let target = press.article("target").await;
    press.publish(&target).await.unwrap();
    let draft = press.article("a").await;
    let draft = press.rewritten(&draft, &format!("[There](article:{}).", target.article)).await;
    press.publish(&draft).await.unwrap();
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.edition_links").await, "1");
    press.take_down(&draft).await.unwrap();
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.edition_links").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_another_article_shows_too_stays_with_it() {
    let press = Press::open().await;
    let (a, b) = (press.article("a").await, press.article("b").await);
    let (a, b) = (press.rewritten(&a, "Equal.").await, press.rewritten(&b, "Equal.").await);
    press.show(&press.editions(&[&a, &b]).await).await.unwrap();
    press.take_down(&a).await.unwrap();
    let bodies = "SELECT html_json FROM delivery.live";
    assert_eq!(press.database.column(bodies).await, ["\"<p>Equal.</p>\\n\""]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_never_published_cannot_be_taken_down() {
    let press = Press::open().await;
    let (draft, scheduled) = (press.article("draft").await, press.article("scheduled").await);
    press.schedule(&scheduled).await.unwrap();
    let before = press.database.contents().await;
    for article in [&draft, &scheduled] {
        assert_eq!(refusal(press.take_down(article).await), Refusal::NeverPublished);
    }
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_withdrawn_can_be_taken_down_and_a_second_time_is_no_act() {
    let press = Press::open().await;
    let draft = press.draft(secret(&press, "a")).await;
    press.publish(&draft).await.unwrap();
    press.withdraw(&draft).await.unwrap();
    assert!(!press.database.column(HOLDING).await.is_empty());
    assert_eq!(press.take_down(&draft).await.unwrap(), Some(3));
    assert!(press.database.column(HOLDING).await.is_empty());
    let before = press.database.contents().await;
    assert_eq!(press.take_down(&draft).await.unwrap(), None);
    assert_eq!(press.withdraw(&draft).await.unwrap(), None);
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_taken_down_can_be_published_anew() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    press.take_down(&draft).await.unwrap();
    assert_eq!(press.publish(&draft).await.unwrap(), Some(3));
    assert_eq!(press.at_slug("a").await, "live");
    let numbers =
        "SELECT number || ' ' || (taken_down_at IS NOT NULL) FROM delivery.editions ORDER BY number";
    assert_eq!(press.database.column(numbers).await, ["1 true", "2 false"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_are_taken_down_in_one_act_and_one_locale_leaves_the_others() {
    let press = Press::open().await;
    let (a, b) = (press.article("a").await, press.article("b").await);
    let german = press.translation(&a, "de", press.content("ein-a")).await;
    press.show(&press.editions(&[&a, &b, &german]).await).await.unwrap();
    let both = [named(&a), named(&b), named(&a)];
    let done = publishing::take_down(&mut press.editorial().await, &act(), &both).await.unwrap();
    assert_eq!(done.into_inner().articles.len(), 2, "each once");
    assert_eq!(press.kinds().await, ["publish", "take_down"]);
    assert_eq!(press.database.column("SELECT slug FROM delivery.live").await, ["ein-a"]);
}
