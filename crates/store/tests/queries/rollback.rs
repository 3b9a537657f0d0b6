//! Rollback to the previous edition: which one it is, and when there is none.

use domain::{Content, Refusal, TermKind};
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::publishing::ChangeKind;

use crate::fixture::{TestStore, refusal, slug_taken};

/// The numbers of the editions that were public, one per span.
async fn shown_edition_numbers(fixture: &TestStore, draft: &Draft) -> Vec<String> {
    let spans = format!(
        "SELECT number FROM delivery.spans JOIN delivery.editions ON editions.id = spans.edition_id \
         WHERE spans.article_id = '{}' ORDER BY opened_sequence",
        draft.article
    );
    fixture.database.column(&spans).await
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_restores_the_previous_edition_with_its_number_and_slug() {
    let fixture = TestStore::open().await;
    let first = fixture.article("old").await;
    fixture.publish(&first).await.unwrap();
    fixture.publish(&fixture.save_slug(&first, "new").await).await.unwrap();
    let done = fixture.rollback(&first).await.unwrap();
    assert_eq!(done.sequence, Some(3));
    let [shown] = done.articles.as_slice() else { panic!("{done:?}") };
    assert_eq!((shown.change, shown.edition_number), (ChangeKind::Changed, Some(1)));
    assert_eq!((shown.slug.as_str(), shown.moved_from.as_ref().unwrap().as_str()), ("old", "new"));
    assert_eq!([fixture.at_slug("old").await, fixture.at_slug("new").await], ["live", "moved to old"]);
    assert_eq!(shown_edition_numbers(&fixture, &first).await, ["1", "2", "1"]);
    assert_eq!(fixture.act_kinds().await, ["publish", "publish", "previous"]);
    let updated = "SELECT updated_at = at AND first_published_at < at \
                   FROM delivery.live JOIN operations.acts USING (sequence)";
    assert_eq!(fixture.database.value(updated).await, "true", "readers are told");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_rollbacks_restore_the_original_edition() {
    let fixture = TestStore::open().await;
    let first = fixture.article("a").await;
    fixture.publish(&first).await.unwrap();
    fixture.publish(&fixture.save_body(&first, "Second.").await).await.unwrap();
    fixture.rollback(&first).await.unwrap();
    fixture.rollback(&first).await.unwrap();
    assert_eq!(shown_edition_numbers(&fixture, &first).await, ["1", "2", "1", "2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_of_a_withdrawn_article_restores_its_last_edition() {
    let fixture = TestStore::open().await;
    let first = fixture.article("a").await;
    fixture.publish(&first).await.unwrap();
    fixture.publish(&fixture.save_body(&first, "Second.").await).await.unwrap();
    fixture.withdraw(&first).await.unwrap();
    let done = fixture.rollback(&first).await.unwrap();
    assert_eq!(done.articles.first().unwrap().change, ChangeKind::Published);
    assert_eq!(shown_edition_numbers(&fixture, &first).await, ["1", "2", "2"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_from_a_first_edition_or_to_a_taken_down_one_is_refused() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    assert_eq!(refusal(fixture.rollback(&draft).await), Refusal::NoPreviousEdition, "never published");
    fixture.publish(&draft).await.unwrap();
    assert_eq!(refusal(fixture.rollback(&draft).await), Refusal::NoPreviousEdition, "the first");
    fixture.take_down(&draft).await.unwrap();
    assert_eq!(refusal(fixture.rollback(&draft).await), Refusal::NoPreviousEdition, "taken down");
    fixture.publish(&fixture.save_body(&draft, "Second.").await).await.unwrap();
    assert_eq!(
        refusal(fixture.rollback(&draft).await),
        Refusal::NoPreviousEdition,
        "nothing is left of the first"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_to_an_edition_whose_slug_is_taken_is_refused() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("name").await;
    fixture.publish(&draft).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    let other = fixture.article("name").await;
    fixture.publish(&other).await.unwrap();
    let before = fixture.database.contents().await;
    assert_eq!(refusal(fixture.rollback(&draft).await), slug_taken("name", &other));
    assert!(fixture.database.contents().await == before, "something remained");
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_to_an_edition_with_an_old_term_name_triggers_a_rerender() {
    let fixture = TestStore::open().await;
    let author = fixture.term(TermKind::Author, "vera").await;
    let first = fixture.draft(Content { byline: vec![author], ..fixture.content("a") }).await;
    fixture.publish(&first).await.unwrap();
    fixture.publish(&fixture.saved(&first, fixture.content("a")).await).await.unwrap();
    fixture.rename(author, "wera").await;
    fixture.run_jobs().await;
    fixture.rollback(&first).await.unwrap();
    assert!(fixture.bytes(&first).await.contains("vera"), "as it was");
    let updated = fixture.database.value("SELECT updated_at FROM delivery.live").await;
    fixture.run_jobs().await;
    assert!(fixture.bytes(&first).await.contains("wera"), "as it is called now");
    assert_eq!(fixture.database.value("SELECT updated_at FROM delivery.live").await, updated);
    let listed = "SELECT slug || ' ' || article_count FROM delivery.listed WHERE kind = 'author'";
    assert_eq!(fixture.database.column(listed).await, ["wera 1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_skips_editions_that_differ_only_in_term_names() {
    let fixture = TestStore::open().await;
    let author = fixture.term(TermKind::Author, "vera").await;
    let first = fixture.draft(Content { byline: vec![author], ..fixture.content("a") }).await;
    fixture.publish(&first).await.unwrap();
    let second = fixture.save_body(&first, "Second.").await;
    fixture.publish(&second).await.unwrap();
    fixture.rename(author, "wera").await;
    fixture.run_jobs().await;
    assert_eq!(
        shown_edition_numbers(&fixture, &first).await,
        ["1", "2", "3"],
        "the third is the second revision again"
    );
    fixture.rollback(&first).await.unwrap();
    assert_eq!(shown_edition_numbers(&fixture, &first).await, ["1", "2", "3", "1"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn rollback_to_an_edition_with_a_deleted_term_is_refused() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    let first = fixture.draft(Content { tags: vec![tag], ..fixture.content("a") }).await;
    fixture.publish(&first).await.unwrap();
    fixture.publish(&fixture.saved(&first, fixture.content("a")).await).await.unwrap();
    fixture.write(async |tx| terms::delete(tx, tag).await).await.unwrap();
    assert_eq!(refusal(fixture.rollback(&first).await), Refusal::NoPreviousEdition);
}
