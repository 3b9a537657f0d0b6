//! Slugs: one holder in each locale, and what becomes of a slug that is given up.

use std::slice;

use domain::Refusal;
use futures_util::future::join;
use store::Error;

use crate::press::{Press, refusal, taken};

#[tokio::test(flavor = "multi_thread")]
async fn of_two_publishes_with_one_slug_exactly_one_wins_and_the_other_hears_who_did() {
    let press = Press::open().await;
    for name in ["one", "two", "three", "four"] {
        let (a, b) = (press.article(name).await, press.article(name).await);
        let (first, second) = (press.edition(&a).await, press.edition(&b).await);
        let both = join(press.show(slice::from_ref(&first)), press.show(slice::from_ref(&second))).await;
        match both {
            (Ok(Some(_)), Err(Error::Refused(refused))) => assert_eq!(refused, taken(name, &a)),
            (Err(Error::Refused(refused)), Ok(Some(_))) => assert_eq!(refused, taken(name, &b)),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_articles_in_one_act_cannot_have_one_slug() {
    let press = Press::open().await;
    let (a, b) = (press.article("name").await, press.article("name").await);
    assert_eq!(refusal(press.show(&press.editions(&[&a, &b]).await).await), taken("name", &a));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_that_is_scheduled_elsewhere_is_taken() {
    let press = Press::open().await;
    let (holder, other) = (press.article("name").await, press.article("name").await);
    press.schedule(&holder).await.unwrap();
    assert_eq!(refusal(press.publish(&other).await), taken("name", &holder));
    assert_eq!(refusal(press.schedule(&other).await), taken("name", &holder));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_that_redirects_to_a_live_article_is_taken() {
    let press = Press::open().await;
    let holder = press.article("old").await;
    press.publish(&holder).await.unwrap();
    press.publish(&press.renamed(&holder, "new").await).await.unwrap();
    let other = press.article("old").await;
    assert_eq!(refusal(press.publish(&other).await), taken("old", &holder));
    assert_eq!(refusal(press.schedule(&other).await), taken("old", &holder));
    assert_eq!(press.at_slug("old").await, "moved to new");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_articles_slug_may_be_taken_over() {
    let press = Press::open().await;
    let (old, new) = (press.article("name").await, press.article("name").await);
    press.publish(&old).await.unwrap();
    press.withdraw(&old).await.unwrap();
    press.publish(&new).await.unwrap();
    assert_eq!(press.at_slug("name").await, "live");
    assert_eq!([press.at_id(&old).await, press.at_id(&new).await], ["gone", "live"]);
    assert_eq!(refusal(press.publish(&old).await), taken("name", &new));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_may_go_back_to_a_slug_it_had() {
    let press = Press::open().await;
    let first = press.article("old").await;
    press.publish(&first).await.unwrap();
    let second = press.renamed(&first, "new").await;
    press.publish(&second).await.unwrap();
    press.publish(&press.renamed(&second, "old").await).await.unwrap();
    assert_eq!([press.at_slug("old").await, press.at_slug("new").await], ["live", "moved to old"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_is_one_articles_own_in_its_locale_only() {
    let press = Press::open().await;
    let english = press.article("name").await;
    press.publish(&english).await.unwrap();
    let other = press.article("other").await;
    let german = press.translation(&other, "de", press.content("name")).await;
    assert_eq!(press.publish(&german).await.unwrap(), Some(2));
    assert_eq!(press.at_id(&other).await, "nothing");
    let taken_in_german = press.translation(&english, "de", press.content("name")).await;
    let refused = refusal(press.publish(&taken_in_german).await);
    assert!(matches!(&refused, Refusal::SlugTaken { holder, .. } if *holder == other.article), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_articles_may_swap_their_slugs_in_one_act() {
    let press = Press::open().await;
    let (a, b) = (press.article("one").await, press.article("two").await);
    press.show(&press.editions(&[&a, &b]).await).await.unwrap();
    let (to_two, to_one) = (press.renamed(&a, "two").await, press.renamed(&b, "one").await);
    assert_eq!(refusal(press.publish(&to_two).await), taken("two", &b), "not one alone");
    assert_eq!(press.show(&press.editions(&[&to_two, &to_one]).await).await.unwrap(), Some(2));
    assert_eq!([press.at_slug("one").await, press.at_slug("two").await], ["live", "live"]);
    let live = "SELECT article_id || ' ' || slug FROM delivery.live ORDER BY slug";
    let swapped = [format!("{} one", b.article), format!("{} two", a.article)];
    assert_eq!(press.database.column(live).await, swapped);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_that_redirects_is_not_free_because_its_article_moves_again_in_the_same_act() {
    let press = Press::open().await;
    let (a, b) = (press.article("old").await, press.article("other").await);
    press.show(&press.editions(&[&a, &b]).await).await.unwrap();
    let a = press.renamed(&a, "middle").await;
    press.publish(&a).await.unwrap();
    let (a_moves, b_takes) = (press.renamed(&a, "new").await, press.renamed(&b, "old").await);
    let both = press.editions(&[&a_moves, &b_takes]).await;
    assert_eq!(refusal(press.show(&both).await), taken("old", &a));
}
