//! Withdrawal, and publishing again.

use domain::Refusal;

use crate::fixture::{TestStore, refusal};

#[tokio::test(flavor = "multi_thread")]
async fn articles_that_were_never_published_cannot_be_withdrawn() {
    let fixture = TestStore::open().await;
    let (draft, scheduled) = (fixture.article("draft").await, fixture.article("scheduled").await);
    fixture.schedule(&scheduled).await.unwrap();
    for article in [&draft, &scheduled] {
        assert_eq!(refusal(fixture.withdraw(article).await), Refusal::NeverPublished);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_closes_the_span_and_keeps_the_edition() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    assert_eq!(fixture.withdraw(&draft).await.unwrap(), Some(2));
    assert_eq!([fixture.at_slug("a").await, fixture.at_id(&draft).await], ["gone", "gone"]);
    let spans = "SELECT concat_ws(' ', number, opened_sequence, closed_sequence, closed_at = at) \
                 FROM delivery.spans JOIN delivery.editions ON id = edition_id \
                 JOIN operations.acts ON sequence = closed_sequence";
    assert_eq!(fixture.database.column(spans).await, ["1 1 2 t"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_twice_is_one_act() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    let before = fixture.database.contents().await;
    assert_eq!(fixture.withdraw(&draft).await.unwrap(), None);
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn republishing_a_withdrawn_article_uses_the_next_number_and_the_old_date() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    assert_eq!(fixture.publish(&draft).await.unwrap(), Some(3), "even when nothing changed");
    assert_eq!(fixture.at_slug("a").await, "live");
    let numbers = "SELECT number FROM delivery.editions ORDER BY number";
    assert_eq!(fixture.database.column(numbers).await, ["1", "2"]);
    let dates = "SELECT count(DISTINCT first_published_at) FROM delivery.spans";
    assert_eq!(fixture.database.value(dates).await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_one_locale_leaves_the_others_live() {
    let fixture = TestStore::open().await;
    let english = fixture.article("a").await;
    let german = fixture.translation(&english, "de", fixture.content("ein-a")).await;
    fixture.publish_editions(&fixture.editions(&[&english, &german]).await).await.unwrap();
    fixture.withdraw(&german).await.unwrap();
    assert_eq!(fixture.at_id(&english).await, "live");
    assert_eq!(fixture.database.column("SELECT locale FROM delivery.live").await, ["en"]);
}
