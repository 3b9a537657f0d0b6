//! The previous edition back: which one that is, and when there is none.

use domain::{Content, Refusal, TermKind};
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::publishing::Change;

use crate::press::{Press, act, refusal, taken};

/// The numbers of the editions that readers saw of an article, one for each span.
async fn seen(press: &Press, draft: &Draft) -> Vec<String> {
    let spans = format!(
        "SELECT number FROM delivery.spans JOIN delivery.editions ON editions.id = spans.edition_id \
         WHERE spans.article_id = '{}' ORDER BY opened_sequence",
        draft.article
    );
    press.database.column(&spans).await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_edition_before_the_present_one_comes_back_with_its_number_and_its_address() {
    let press = Press::open().await;
    let first = press.article("old").await;
    press.publish(&first).await.unwrap();
    press.publish(&press.renamed(&first, "new").await).await.unwrap();
    let done = press.previous(&first).await.unwrap();
    assert_eq!(done.sequence, Some(3));
    let [shown] = done.articles.as_slice() else { panic!("{done:?}") };
    assert_eq!((shown.change, shown.edition_number), (Change::Changed, Some(1)));
    assert_eq!((shown.slug.as_str(), shown.moved_from.as_ref().unwrap().as_str()), ("old", "new"));
    assert_eq!([press.at_slug("old").await, press.at_slug("new").await], ["live", "moved to old"]);
    assert_eq!(seen(&press, &first).await, ["1", "2", "1"]);
    assert_eq!(press.kinds().await, ["publish", "publish", "previous"]);
    let updated = "SELECT updated_at = at AND first_published_at < at \
                   FROM delivery.live JOIN operations.acts USING (sequence)";
    assert_eq!(press.database.value(updated).await, "true", "readers are told");
}

#[tokio::test(flavor = "multi_thread")]
async fn going_back_twice_comes_back_to_where_it_began() {
    let press = Press::open().await;
    let first = press.article("a").await;
    press.publish(&first).await.unwrap();
    press.publish(&press.rewritten(&first, "Second.").await).await.unwrap();
    press.previous(&first).await.unwrap();
    press.previous(&first).await.unwrap();
    assert_eq!(seen(&press, &first).await, ["1", "2", "1", "2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_withdrawn_article_the_last_edition_comes_back() {
    let press = Press::open().await;
    let first = press.article("a").await;
    press.publish(&first).await.unwrap();
    press.publish(&press.rewritten(&first, "Second.").await).await.unwrap();
    press.withdraw(&first).await.unwrap();
    let done = press.previous(&first).await.unwrap();
    assert_eq!(done.articles.first().unwrap().change, Change::Published);
    assert_eq!(seen(&press, &first).await, ["1", "2", "2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_no_way_back_from_a_first_edition_or_to_one_that_was_taken_down() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    assert_eq!(refusal(press.previous(&draft).await), Refusal::NoPreviousEdition, "never published");
    press.publish(&draft).await.unwrap();
    assert_eq!(refusal(press.previous(&draft).await), Refusal::NoPreviousEdition, "the first");
    press.take_down(&draft).await.unwrap();
    assert_eq!(refusal(press.previous(&draft).await), Refusal::NoPreviousEdition, "taken down");
    press.publish(&press.rewritten(&draft, "Second.").await).await.unwrap();
    assert_eq!(
        refusal(press.previous(&draft).await),
        Refusal::NoPreviousEdition,
        "nothing is left of the first"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_whose_slug_was_taken_meanwhile_cannot_come_back() {
    let press = Press::open().await;
    let draft = press.article("name").await;
    press.publish(&draft).await.unwrap();
    press.withdraw(&draft).await.unwrap();
    let other = press.article("name").await;
    press.publish(&other).await.unwrap();
    let before = press.database.contents().await;
    assert_eq!(refusal(press.previous(&draft).await), taken("name", &other));
    assert!(press.database.contents().await == before, "something remained");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_that_copied_an_old_name_comes_back_and_is_refreshed() {
    let press = Press::open().await;
    let author = press.term(TermKind::Author, "vera").await;
    let first = press.draft(Content { byline: vec![author], ..press.content("a") }).await;
    press.publish(&first).await.unwrap();
    press.publish(&press.saved(&first, press.content("a")).await).await.unwrap();
    press.rename(author, "wera").await;
    press.work().await;
    press.previous(&first).await.unwrap();
    assert!(press.bytes(&first).await.contains("vera"), "as it was");
    let updated = press.database.value("SELECT updated_at FROM delivery.live").await;
    press.work().await;
    assert!(press.bytes(&first).await.contains("wera"), "as it is called now");
    assert_eq!(press.database.value("SELECT updated_at FROM delivery.live").await, updated);
    let listed = "SELECT slug || ' ' || article_count FROM delivery.listed WHERE kind = 'author'";
    assert_eq!(press.database.column(listed).await, ["wera 1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_that_only_names_differ_in_is_passed_over() {
    let press = Press::open().await;
    let author = press.term(TermKind::Author, "vera").await;
    let first = press.draft(Content { byline: vec![author], ..press.content("a") }).await;
    press.publish(&first).await.unwrap();
    let second = press.rewritten(&first, "Second.").await;
    press.publish(&second).await.unwrap();
    press.rename(author, "wera").await;
    press.work().await;
    assert_eq!(seen(&press, &first).await, ["1", "2", "3"], "the third is the second revision again");
    press.previous(&first).await.unwrap();
    assert_eq!(seen(&press, &first).await, ["1", "2", "3", "1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_under_a_term_that_was_deleted_cannot_come_back() {
    let press = Press::open().await;
    let tag = press.term(TermKind::Tag, "tag").await;
    let first = press.draft(Content { tags: vec![tag], ..press.content("a") }).await;
    press.publish(&first).await.unwrap();
    press.publish(&press.saved(&first, press.content("a")).await).await.unwrap();
    terms::delete(&mut press.editorial().await, &act(), tag).await.unwrap();
    assert_eq!(refusal(press.previous(&first).await), Refusal::NoPreviousEdition);
}
