//! Publishing: numbers, spans, dates, and what is refused.

use domain::{Content, Refusal, SeriesPart, TermKind};
use store::drafts::Draft;

use crate::press::{Press, day, markdown, refusal, slug, taken};

/// The spans of an article, oldest first: number of the edition, opened, closed.
async fn spans(press: &Press, draft: &Draft) -> Vec<String> {
    let spans = format!(
        "SELECT concat_ws(' ', number, opened_sequence, coalesce(closed_sequence::text, 'open')) \
         FROM delivery.spans JOIN delivery.editions ON editions.id = spans.edition_id \
         WHERE spans.article_id = '{}' ORDER BY opened_sequence",
        draft.article
    );
    press.database.column(&spans).await
}

/// The dates that readers see: the two of the article, and that of its last act.
async fn dates(press: &Press, draft: &Draft) -> [String; 3] {
    let dates = format!(
        "SELECT unnest(ARRAY[first_published_at, updated_at, at]) FROM delivery.live \
         JOIN operations.acts USING (sequence) WHERE article_id = '{}'",
        draft.article
    );
    press.database.column(&dates).await.try_into().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn editions_are_numbered_from_1_and_a_new_one_opens_where_the_old_one_closes() {
    let press = Press::open().await;
    let (a, b) = (press.article("a").await, press.article("b").await);
    press.publish(&a).await.unwrap();
    press.publish(&b).await.unwrap();
    let second = press.rewritten(&a, "Second.").await;
    assert_eq!(press.publish(&second).await.unwrap(), Some(3));
    assert_eq!(spans(&press, &a).await, ["1 1 3", "2 3 open"]);
    assert_eq!(spans(&press, &b).await, ["1 2 open"]);
    let same_moment = "SELECT count(*) FROM delivery.spans AS old JOIN delivery.spans AS new \
                       ON new.opened_sequence = old.closed_sequence AND new.opened_at = old.closed_at";
    assert_eq!(press.database.value(same_moment).await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn editions_are_numbered_in_each_locale_by_itself() {
    let press = Press::open().await;
    let english = press.article("a").await;
    let german = press.translation(&english, "de", press.content("ein-a")).await;
    press.publish(&english).await.unwrap();
    press.publish(&german).await.unwrap();
    assert_eq!(spans(&press, &english).await, ["1 1 open", "1 2 open"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_what_readers_see_already_is_no_act() {
    let press = Press::open().await;
    let tag = press.term(TermKind::Tag, "tag").await;
    let draft = press.draft(Content { tags: vec![tag], ..press.content("a") }).await;
    press.publish(&draft).await.unwrap();
    let saved_again = press.saved(&draft, draft.content.clone()).await;
    let before = press.database.contents().await;
    assert_eq!(press.publish(&draft).await.unwrap(), None);
    assert_eq!(press.publish(&saved_again).await.unwrap(), None);
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_editions_only_those_that_changed_are_shown() {
    let press = Press::open().await;
    let (a, b) = (press.article("a").await, press.article("b").await);
    press.publish(&a).await.unwrap();
    assert_eq!(press.show(&press.editions(&[&a, &b]).await).await.unwrap(), Some(2));
    assert_eq!(spans(&press, &a).await, ["1 1 open"]);
    assert_eq!(spans(&press, &b).await, ["1 2 open"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_part_of_the_content_that_readers_see_is_a_change() {
    let press = Press::open().await;
    let [tag, series] =
        [press.term(TermKind::Tag, "tag").await, press.term(TermKind::Series, "series").await];
    let plain = press.content("a");
    let draft = press.draft(plain.clone()).await;
    let mut unseen = Vec::new();
    for (what, content) in [
        ("slug", Content { slug: Some(slug("b")), ..plain.clone() }),
        ("kicker", Content { kicker: Some("Review".to_owned().try_into().unwrap()), ..plain.clone() }),
        ("standfirst", Content { standfirst: Some("New.".to_owned().try_into().unwrap()), ..plain.clone() }),
        ("body", Content { body: markdown("Another."), ..plain.clone() }),
        ("tags", Content { tags: vec![tag], ..plain.clone() }),
        ("series", Content { series: Some(SeriesPart { series, part: 1 }), ..plain.clone() }),
        ("date", Content { first_published_at: Some(day("2020-02-02")), ..plain.clone() }),
    ] {
        press.publish(&draft).await.unwrap();
        if press.publish(&Draft { content, ..draft.clone() }).await.unwrap() == None {
            unseen.push(what);
        }
    }
    assert!(unseen.is_empty(), "changed, and not shown: {unseen:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn editions_that_are_published_together_share_a_number() {
    let press = Press::open().await;
    let (a, b) = (press.article("a").await, press.article("b").await);
    assert_eq!(press.show(&press.editions(&[&a, &b]).await).await.unwrap(), Some(1));
    assert_eq!(spans(&press, &a).await, ["1 1 open"]);
    assert_eq!(spans(&press, &b).await, ["1 1 open"]);
    assert_eq!(press.database.value("SELECT count(*) FROM operations.acts").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn when_one_of_several_is_refused_nothing_of_the_others_remains() {
    let press = Press::open().await;
    let holder = press.article("taken").await;
    press.publish(&holder).await.unwrap();
    let (fine, refused) = (press.article("fine").await, press.article("taken").await);
    let editions = press.editions(&[&fine, &refused]).await;
    let before = press.database.contents().await;
    assert_eq!(refusal(press.show(&editions).await), taken("taken", &holder));
    assert!(press.database.contents().await == before, "something remained");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_that_copied_a_term_which_changed_since_is_refused() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    let edition = press.edition(&draft).await;
    press.database.execute("UPDATE editorial.terms SET version = version + 1").await;
    let before = press.database.contents().await;
    assert_eq!(refusal(press.show(&[edition]).await), Refusal::SourceSuperseded);
    assert!(press.database.contents().await == before, "something remained");
    assert_eq!(press.publish(&draft).await.unwrap(), Some(1), "rendered again");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_publish_gives_both_dates_and_the_next_one_moves_the_second() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    let [first, updated, at] = dates(&press, &draft).await;
    assert_eq!([&first, &updated], [&at, &at]);
    press.publish(&press.rewritten(&draft, "Second.").await).await.unwrap();
    let [still_first, updated, at] = dates(&press, &draft).await;
    assert_eq!(still_first, first);
    assert_eq!(updated, at);
    assert_ne!(updated, first);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_that_is_given_is_kept() {
    let press = Press::open().await;
    let given = Some(day("2019-05-04"));
    let draft = press.draft(Content { first_published_at: given, ..press.content("a") }).await;
    press.publish(&draft).await.unwrap();
    let [first, updated, _] = dates(&press, &draft).await;
    assert!(first.starts_with("2019-05-04 00:00:00"), "{first}");
    assert_eq!(updated, first, "nothing changed yet");
    let content = Content { first_published_at: None, ..press.content("a") };
    let without = press.saved(&draft, content).await;
    let without = press.rewritten(&without, "Second.").await;
    press.publish(&without).await.unwrap();
    let [still_first, updated, at] = dates(&press, &draft).await;
    assert_eq!([still_first, updated], [first, at]);
}

#[tokio::test(flavor = "multi_thread")]
async fn equal_bodies_are_kept_once() {
    let press = Press::open().await;
    let (a, b) = (press.article("a").await, press.article("b").await);
    let (a, b) = (press.rewritten(&a, "Equal.").await, press.rewritten(&b, "Equal.").await);
    press.publish(&a).await.unwrap();
    press.publish(&b).await.unwrap();
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.renderings").await, "1");
}
