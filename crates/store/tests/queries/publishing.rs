//! Publishing: sequence numbers, spans, dates and refusals.

use std::fmt::Debug;

use domain::workflow::OnPending;
use domain::{Content, Edition, EditionId, Refusal, SeriesPart, TermKind, Update};
use futures_util::future::join;
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::editorial::terms;
use store::write;
use store::write::{Outcome, WriteOperation, WriteTransaction};
use store::{Error, publishing};
use uuid::Uuid;

use crate::database::WAITING;
use crate::fixture::{TestStore, context, day, markdown, named, new_term, refusal, slug, slug_taken};
use crate::fixture_acts::{context_with_key, term_content};

/// The spans of an article, oldest first: edition number, opened, closed.
async fn spans(fixture: &TestStore, draft: &Draft) -> Vec<String> {
    let spans = format!(
        "SELECT concat_ws(' ', number, opened_sequence, coalesce(closed_sequence::text, 'open')) \
         FROM delivery.spans JOIN delivery.editions ON editions.id = spans.edition_id \
         WHERE spans.article_id = '{}' ORDER BY opened_sequence",
        draft.article
    );
    fixture.database.column(&spans).await
}

/// The public dates: first publication, last update, last act.
async fn dates(fixture: &TestStore, draft: &Draft) -> [String; 3] {
    let dates = format!(
        "SELECT unnest(ARRAY[first_published_at, updated_at, at]) FROM delivery.live \
         JOIN operations.acts USING (sequence) WHERE article_id = '{}'",
        draft.article
    );
    fixture.database.column(&dates).await.try_into().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn editions_are_numbered_from_1_and_their_spans_are_contiguous() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    fixture.publish(&a).await.unwrap();
    fixture.publish(&b).await.unwrap();
    let second = fixture.save_body(&a, "Second.").await;
    assert_eq!(fixture.publish(&second).await.unwrap(), Some(3));
    assert_eq!(spans(&fixture, &a).await, ["1 1 3", "2 3 open"]);
    assert_eq!(spans(&fixture, &b).await, ["1 2 open"]);
    let same_moment = "SELECT count(*) FROM delivery.spans AS old JOIN delivery.spans AS new \
                       ON new.opened_sequence = old.closed_sequence AND new.opened_at = old.closed_at";
    assert_eq!(fixture.database.value(same_moment).await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn editions_are_numbered_per_locale() {
    let fixture = TestStore::open().await;
    let english = fixture.article("a").await;
    let german = fixture.translation(&english, "de", fixture.content("ein-a")).await;
    fixture.publish(&english).await.unwrap();
    fixture.publish(&german).await.unwrap();
    assert_eq!(spans(&fixture, &english).await, ["1 1 open", "1 2 open"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_unchanged_content_is_no_act() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    let draft = fixture.draft(Content { tags: vec![tag], ..fixture.content("a") }).await;
    fixture.publish(&draft).await.unwrap();
    let saved_again = fixture.saved(&draft, draft.content.clone()).await;
    let before = fixture.database.contents().await;
    assert_eq!(fixture.publish(&draft).await.unwrap(), None);
    assert_eq!(fixture.publish(&saved_again).await.unwrap(), None);
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bulk_publish_replaces_only_changed_editions() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    fixture.publish(&a).await.unwrap();
    assert_eq!(fixture.publish_editions(&fixture.editions(&[&a, &b]).await).await.unwrap(), Some(2));
    assert_eq!(spans(&fixture, &a).await, ["1 1 open"]);
    assert_eq!(spans(&fixture, &b).await, ["1 2 open"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_any_public_field_is_published() {
    let fixture = TestStore::open().await;
    let [tag, series] =
        [fixture.term(TermKind::Tag, "tag").await, fixture.term(TermKind::Series, "series").await];
    let plain = fixture.content("a");
    let draft = fixture.draft(plain.clone()).await;
    let mut unseen = Vec::new();
    for (what, content) in [
        ("slug", Content { slug: Some(slug("b")), ..plain.clone() }),
        ("kicker", Content { kicker: Some("Review".to_owned().try_into().unwrap()), ..plain.clone() }),
        ("standfirst", Content { standfirst: Some("New.".to_owned().try_into().unwrap()), ..plain.clone() }),
        ("body", Content { body: markdown("Another."), ..plain.clone() }),
        ("tags", Content { tags: vec![tag], ..plain.clone() }),
        ("series", Content { series: Some(SeriesPart { series, part: 1 }), ..plain.clone() }),
        (
            "date",
            Content { first_published_at: Some(domain::Moment::clamped(day("2020-02-02"))), ..plain.clone() },
        ),
    ] {
        fixture.publish(&draft).await.unwrap();
        if fixture.publish(&Draft { content, ..draft.clone() }).await.unwrap().is_none() {
            unseen.push(what);
        }
    }
    assert!(unseen.is_empty(), "changed, and not shown: {unseen:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn editions_published_together_share_one_sequence_number() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    assert_eq!(fixture.publish_editions(&fixture.editions(&[&a, &b]).await).await.unwrap(), Some(1));
    assert_eq!(spans(&fixture, &a).await, ["1 1 open"]);
    assert_eq!(spans(&fixture, &b).await, ["1 1 open"]);
    assert_eq!(fixture.database.value("SELECT count(*) FROM operations.acts").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bulk_publish_with_one_refused_edition_writes_nothing() {
    let fixture = TestStore::open().await;
    let holder = fixture.article("taken").await;
    fixture.publish(&holder).await.unwrap();
    let (fine, refused) = (fixture.article("fine").await, fixture.article("taken").await);
    let editions = fixture.editions(&[&fine, &refused]).await;
    let before = fixture.database.contents().await;
    assert_eq!(refusal(fixture.publish_editions(&editions).await), slug_taken("taken", &holder));
    assert!(fixture.database.contents().await == before, "something remained");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_rendered_before_a_term_change_is_refused() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    let edition = fixture.edition(&draft).await;
    fixture.database.execute("UPDATE editorial.terms SET version = version + 1").await;
    let before = fixture.database.contents().await;
    assert_eq!(refusal(fixture.publish_editions(&[edition]).await), Refusal::SourceSuperseded);
    assert!(fixture.database.contents().await == before, "something remained");
    assert_eq!(fixture.publish(&draft).await.unwrap(), Some(1), "rendered again");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_publish_sets_both_dates_and_the_next_changes_only_updated_at() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    let [first, updated, at] = dates(&fixture, &draft).await;
    assert_eq!([&first, &updated], [&at, &at]);
    fixture.publish(&fixture.save_body(&draft, "Second.").await).await.unwrap();
    let [still_first, updated, at] = dates(&fixture, &draft).await;
    assert_eq!(still_first, first);
    assert_eq!(updated, at);
    assert_ne!(updated, first);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_given_first_published_at_is_kept() {
    let fixture = TestStore::open().await;
    let given = Some(domain::Moment::clamped(day("2019-05-04")));
    let draft = fixture.draft(Content { first_published_at: given, ..fixture.content("a") }).await;
    fixture.publish(&draft).await.unwrap();
    let [first, updated, _] = dates(&fixture, &draft).await;
    assert!(first.starts_with("2019-05-04 00:00:00"), "{first}");
    assert_eq!(updated, first, "nothing changed yet");
    let content = Content { first_published_at: None, ..fixture.content("a") };
    let without = fixture.saved(&draft, content).await;
    let without = fixture.save_body(&without, "Second.").await;
    fixture.publish(&without).await.unwrap();
    let [still_first, updated, at] = dates(&fixture, &draft).await;
    assert_eq!([still_first, updated], [first, at]);
}

#[tokio::test(flavor = "multi_thread")]
async fn equal_bodies_share_one_rendering() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    let (a, b) = (fixture.save_body(&a, "Equal.").await, fixture.save_body(&b, "Equal.").await);
    fixture.publish(&a).await.unwrap();
    fixture.publish(&b).await.unwrap();
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.renderings").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minor_change_keeps_both_dates() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    fixture.publish(&fixture.save_body(&draft, "Second.").await).await.unwrap();
    let [first, updated, _] = dates(&fixture, &draft).await;
    let third = fixture.save_body(&Draft { revision: 2, ..draft.clone() }, "Third.").await;
    let edition = [fixture.edition(&third).await];
    let mut conn = fixture.editorial().await;
    write::once(&mut conn, &context(), async |tx| publishing::publish(tx, &edition, Update::Minor).await)
        .await
        .unwrap();
    let [still_first, still_updated, at] = dates(&fixture, &draft).await;
    assert_eq!([&still_first, &still_updated], [&first, &updated]);
    assert_ne!(still_updated, at);
    assert_eq!(spans(&fixture, &draft).await, ["1 1 2", "2 2 3", "3 3 open"]);
    fixture.withdraw(&draft).await.unwrap();
    let edition = [fixture.edition(&third).await];
    write::once(&mut conn, &context(), async |tx| publishing::publish(tx, &edition, Update::Minor).await)
        .await
        .unwrap();
    assert_eq!(dates(&fixture, &draft).await[1], updated, "nor when it comes back");
}

#[tokio::test(flavor = "multi_thread")]
async fn republishing_a_revision_after_a_term_rename_keeps_updated_at() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "old").await;
    let draft = fixture.draft(Content { tags: vec![tag], ..fixture.content("a") }).await;
    fixture.publish(&draft).await.unwrap();
    let [_, updated, _] = dates(&fixture, &draft).await;
    fixture.rename(tag, "new").await;
    assert_eq!(fixture.publish(&draft).await.unwrap(), Some(3));
    assert_eq!(dates(&fixture, &draft).await[1], updated);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_older_revision_can_be_published_only_after_the_newer_is_withdrawn() {
    let fixture = TestStore::open().await;
    let old = fixture.article("a").await;
    fixture.publish(&old).await.unwrap();
    fixture.publish(&fixture.save_body(&old, "Second.").await).await.unwrap();
    let before = fixture.database.contents().await;
    assert_eq!(refusal(fixture.publish(&old).await), Refusal::RevisionSuperseded);
    assert!(fixture.database.contents().await == before, "something was written");
    fixture.withdraw(&old).await.unwrap();
    assert_eq!(fixture.publish(&old).await.unwrap(), Some(4));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trashed_draft_cannot_be_published() {
    let fixture = TestStore::open().await;
    let (draft, fine) = (fixture.article("a").await, fixture.article("b").await);
    fixture.trash(&draft).await;
    let before = fixture.database.contents().await;
    let both = fixture.editions(&[&fine, &draft]).await;
    assert_eq!(refusal(fixture.publish_editions(&both).await), Refusal::InTrash);
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn trashing_a_draft_waits_for_its_concurrent_publish_and_is_refused() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    let edition = [fixture.edition(&draft).await];
    // Publishing has checked the trash, and waits before it writes.
    let other = fixture.database.session().await;
    other.execute("BEGIN; LOCK TABLE delivery.spans IN SHARE MODE").await;
    let meanwhile = async {
        fixture.database.until(&format!("{WAITING} = 1")).await;
        let (mut conn, by) = (fixture.editorial().await, context());
        let trashing = write::once(&mut conn, &by, async |tx| drafts::trash(tx, draft.id, None).await);
        let end = async {
            fixture.database.until(&format!("{WAITING} = 2")).await;
            other.execute("COMMIT").await;
        };
        join(trashing, end).await.0
    };
    let (published, trashed) = join(fixture.publish_editions(&edition), meanwhile).await;
    assert_eq!((published.unwrap(), refusal(trashed)), (Some(1), Refusal::StillPublic));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_of_several_editions_of_one_article_in_one_act_is_published() {
    let fixture = TestStore::open().await;
    let first = fixture.article("a").await;
    let second = fixture.save_body(&first, "Second.").await;
    assert_eq!(fixture.publish_editions(&fixture.editions(&[&first, &second]).await).await.unwrap(), Some(1));
    assert_eq!(fixture.database.value("SELECT revision FROM delivery.editions").await, "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_repeated_idempotency_key_replays_the_outcome_of_every_act() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    let second = fixture.save_body(&draft, "Second.").await;
    let [tag, other] = [fixture.term(TermKind::Tag, "tag").await, fixture.term(TermKind::Tag, "other").await];
    let new = [new_term(TermKind::Tag, "new")];
    let one = [named(&draft)];
    for _ in 0..2 {
        let edition = fixture.edition(&second).await;
        let due = day("2100-01-01");
        let before = fixture.database.contents().await;
        let replayed = [
            replays(&fixture, "1", async |tx| {
                publishing::publish(tx, std::slice::from_ref(&edition), Update::Visible).await
            })
            .await,
            replays(&fixture, "2", async |tx| {
                publishing::rollback(tx, draft.article, &draft.locale, OnPending::Refuse).await
            })
            .await,
            replays(&fixture, "3", async |tx| publishing::withdraw(tx, &one, OnPending::Refuse).await).await,
            replays(&fixture, "4", async |tx| publishing::schedule(tx, &fresh(&edition), due).await).await,
            replays(&fixture, "5", async |tx| publishing::cancel(tx, draft.article, &draft.locale).await)
                .await,
            replays(&fixture, "6", async |tx| publishing::take_down(tx, &one).await).await,
            replays(&fixture, "7", async |tx| terms::create(tx, &new).await).await,
            replays(&fixture, "8", async |tx| terms::change(tx, tag, 1, &term_content("x")).await).await,
            replays(&fixture, "9", async |tx| terms::merge(tx, tag, other).await).await,
            replays(&fixture, "10", async |tx| terms::delete(tx, other).await).await,
        ];
        match fixture.database.contents().await == before {
            true => assert_eq!(replayed, [true; 10]),
            false => assert_eq!(replayed, [false; 10]),
        }
    }
    assert_eq!(fixture.act_kinds().await, ["publish", "publish", "previous", "withdraw", "take_down"]);
}

/// Writes with an idempotency key, and returns whether the outcome is that of an earlier write.
async fn replays<T, F>(fixture: &TestStore, key: &str, operation: F) -> bool
where
    for<'r> F: AsyncFnOnce(WriteTransaction<'r>) -> Result<T, Error>
        + WriteOperation<WriteTransaction<'r>, Result<T, Error>, Fut: Send>
        + Send,
    T: Debug + Serialize + DeserializeOwned + Send,
{
    is_replayed(fixture.write_as(&context_with_key(key), operation).await)
}

fn is_replayed<T: Debug>(outcome: Result<Outcome<T>, Error>) -> bool {
    matches!(outcome.unwrap(), Outcome::Replayed(_))
}

/// The same edition with another id.
fn fresh(edition: &Edition) -> Edition {
    Edition { id: EditionId(Uuid::now_v7()), ..edition.clone() }
}
