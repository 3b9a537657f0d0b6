//! Withdrawing: the end of what readers see, and the way back.

use domain::Refusal;

use crate::press::{Press, refusal};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_never_published_cannot_be_withdrawn() {
    let press = Press::open().await;
    let (draft, scheduled) = (press.article("draft").await, press.article("scheduled").await);
    press.schedule(&scheduled).await.unwrap();
    for article in [&draft, &scheduled] {
        assert_eq!(refusal(press.withdraw(article).await), Refusal::NeverPublished);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_ends_the_span_and_what_was_shown_is_kept() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    assert_eq!(press.withdraw(&draft).await.unwrap(), Some(2));
    assert_eq!([press.at_slug("a").await, press.at_id(&draft).await], ["gone", "gone"]);
    let spans = "SELECT concat_ws(' ', number, opened_sequence, closed_sequence, closed_at = at) \
                 FROM delivery.spans JOIN delivery.editions ON id = edition_id \
                 JOIN operations.acts ON sequence = closed_sequence";
    assert_eq!(press.database.column(spans).await, ["1 1 2 t"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_twice_is_no_second_act() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    press.withdraw(&draft).await.unwrap();
    let before = press.database.contents().await;
    assert_eq!(press.withdraw(&draft).await.unwrap(), None);
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_article_comes_back_with_the_next_number_and_its_old_date() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    press.withdraw(&draft).await.unwrap();
    assert_eq!(press.publish(&draft).await.unwrap(), Some(3), "even when nothing changed");
    assert_eq!(press.at_slug("a").await, "live");
    let numbers = "SELECT number FROM delivery.editions ORDER BY number";
    assert_eq!(press.database.column(numbers).await, ["1", "2"]);
    let dates = "SELECT count(DISTINCT first_published_at) FROM delivery.spans";
    assert_eq!(press.database.value(dates).await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_locale_is_withdrawn_and_the_others_stay() {
    let press = Press::open().await;
    let english = press.article("a").await;
    let german = press.translation(&english, "de", press.content("ein-a")).await;
    press.show(&press.editions(&[&english, &german]).await).await.unwrap();
    press.withdraw(&german).await.unwrap();
    assert_eq!(press.at_id(&english).await, "live");
    assert_eq!(press.database.column("SELECT locale FROM delivery.live").await, ["en"]);
}
