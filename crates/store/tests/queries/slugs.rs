//! Slugs: one holder per locale, and what happens to a slug that is given up.

use std::slice;

use domain::Refusal;
use futures_util::future::join;
use store::Error;

use crate::fixture::{TestStore, refusal, slug_taken};

#[tokio::test(flavor = "multi_thread")]
async fn one_of_two_concurrent_publishes_with_one_slug_wins_and_the_other_gets_the_holder() {
    let fixture = TestStore::open().await;
    for name in ["one", "two", "three", "four"] {
        let (a, b) = (fixture.article(name).await, fixture.article(name).await);
        let (first, second) = (fixture.edition(&a).await, fixture.edition(&b).await);
        let both = join(
            fixture.publish_editions(slice::from_ref(&first)),
            fixture.publish_editions(slice::from_ref(&second)),
        )
        .await;
        match both {
            (Ok(Some(_)), Err(Error::Refused(refused))) => assert_eq!(refused, slug_taken(name, &a)),
            (Err(Error::Refused(refused)), Ok(Some(_))) => assert_eq!(refused, slug_taken(name, &b)),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_articles_in_one_act_cannot_share_a_slug() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("name").await, fixture.article("name").await);
    assert_eq!(
        refusal(fixture.publish_editions(&fixture.editions(&[&a, &b]).await).await),
        slug_taken("name", &a)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_of_a_scheduled_article_is_taken() {
    let fixture = TestStore::open().await;
    let (holder, other) = (fixture.article("name").await, fixture.article("name").await);
    fixture.schedule(&holder).await.unwrap();
    assert_eq!(refusal(fixture.publish(&other).await), slug_taken("name", &holder));
    assert_eq!(refusal(fixture.schedule(&other).await), slug_taken("name", &holder));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_that_redirects_to_a_live_article_is_taken() {
    let fixture = TestStore::open().await;
    let holder = fixture.article("old").await;
    fixture.publish(&holder).await.unwrap();
    fixture.publish(&fixture.save_slug(&holder, "new").await).await.unwrap();
    let other = fixture.article("old").await;
    assert_eq!(refusal(fixture.publish(&other).await), slug_taken("old", &holder));
    assert_eq!(refusal(fixture.schedule(&other).await), slug_taken("old", &holder));
    assert_eq!(fixture.at_slug("old").await, "moved to new");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_slug_of_a_withdrawn_article_can_be_reused() {
    let fixture = TestStore::open().await;
    let (old, new) = (fixture.article("name").await, fixture.article("name").await);
    fixture.publish(&old).await.unwrap();
    fixture.withdraw(&old).await.unwrap();
    fixture.publish(&new).await.unwrap();
    assert_eq!(fixture.at_slug("name").await, "live");
    assert_eq!([fixture.at_id(&old).await, fixture.at_id(&new).await], ["gone", "live"]);
    assert_eq!(refusal(fixture.publish(&old).await), slug_taken("name", &new));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_can_return_to_a_former_slug() {
    let fixture = TestStore::open().await;
    let first = fixture.article("old").await;
    fixture.publish(&first).await.unwrap();
    let second = fixture.save_slug(&first, "new").await;
    fixture.publish(&second).await.unwrap();
    fixture.publish(&fixture.save_slug(&second, "old").await).await.unwrap();
    assert_eq!([fixture.at_slug("old").await, fixture.at_slug("new").await], ["live", "moved to old"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn slugs_are_unique_per_locale() {
    let fixture = TestStore::open().await;
    let english = fixture.article("name").await;
    fixture.publish(&english).await.unwrap();
    let other = fixture.article("other").await;
    let german = fixture.translation(&other, "de", fixture.content("name")).await;
    assert_eq!(fixture.publish(&german).await.unwrap(), Some(2));
    assert_eq!(fixture.at_id(&other).await, "nothing");
    let taken_in_german = fixture.translation(&english, "de", fixture.content("name")).await;
    let refused = refusal(fixture.publish(&taken_in_german).await);
    assert!(matches!(&refused, Refusal::SlugTaken { holder, .. } if *holder == other.article), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_articles_can_swap_slugs_in_one_act() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("one").await, fixture.article("two").await);
    fixture.publish_editions(&fixture.editions(&[&a, &b]).await).await.unwrap();
    let (to_two, to_one) = (fixture.save_slug(&a, "two").await, fixture.save_slug(&b, "one").await);
    assert_eq!(refusal(fixture.publish(&to_two).await), slug_taken("two", &b), "not one alone");
    assert_eq!(
        fixture.publish_editions(&fixture.editions(&[&to_two, &to_one]).await).await.unwrap(),
        Some(2)
    );
    assert_eq!([fixture.at_slug("one").await, fixture.at_slug("two").await], ["live", "live"]);
    let live = "SELECT article_id || ' ' || slug FROM delivery.live ORDER BY slug";
    let swapped = [format!("{} one", b.article), format!("{} two", a.article)];
    assert_eq!(fixture.database.column(live).await, swapped);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_former_slug_stays_taken_when_its_article_moves_again_in_the_same_act() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("old").await, fixture.article("other").await);
    fixture.publish_editions(&fixture.editions(&[&a, &b]).await).await.unwrap();
    let a = fixture.save_slug(&a, "middle").await;
    fixture.publish(&a).await.unwrap();
    let (a_moves, b_takes) = (fixture.save_slug(&a, "new").await, fixture.save_slug(&b, "old").await);
    let both = fixture.editions(&[&a_moves, &b_takes]).await;
    assert_eq!(refusal(fixture.publish_editions(&both).await), slug_taken("old", &a));
}
