//! Sequence numbers: one per act, in commit order, with one record each.

use std::slice;

use domain::{Content, TermKind};
use futures_util::future::{join, join_all};
use store::publishing;

use crate::database::WAITING;
use crate::fixture::TestStore;

/// Publishes 32 articles concurrently.
async fn publish_32_at_once(fixture: &TestStore) -> Vec<Option<i64>> {
    let mut editions = Vec::new();
    for number in 1..=32 {
        let draft = fixture.article(&format!("article-{number}")).await;
        editions.push(fixture.edition(&draft).await);
    }
    let publishing = editions.iter().map(|edition| fixture.publish_editions(slice::from_ref(edition)));
    join_all(publishing).await.into_iter().map(Result::unwrap).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_acts_get_gapless_sequence_numbers() {
    let fixture = TestStore::open().await;
    let done = publish_32_at_once(&fixture).await;
    for number in 1..=32 {
        assert!(done.contains(&Some(number)), "{number} is missing: {done:?}");
    }
    assert_eq!(publishing::last_sequence(&mut fixture.editorial().await).await.unwrap(), 32);
    assert_eq!(fixture.database.value("SELECT count(*) FROM operations.acts").await, "32");
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_commit_in_sequence_order_and_each_is_notified_once() {
    let fixture = TestStore::open().await;
    let mut session = fixture.database.session().await;
    session.listen().await;
    publish_32_at_once(&fixture).await;
    let numbers: Vec<String> = (1..=32).map(|number| number.to_string()).collect();
    assert_eq!(session.notifications().await, numbers);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_times_of_acts_increase_with_their_sequence_numbers() {
    let fixture = TestStore::open().await;
    publish_32_at_once(&fixture).await;
    let not_later = "SELECT sequence FROM (
        SELECT sequence, at, lag(at) OVER (ORDER BY sequence) AS before FROM operations.acts
    ) AS acts WHERE at <= before";
    assert!(fixture.database.column(not_later).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_time_of_an_act_increases_even_if_the_clock_goes_back() {
    let fixture = TestStore::open().await;
    fixture.database.execute("UPDATE operations.counter SET last_at = '2100-01-01 00:00:00Z'").await;
    fixture.publish(&fixture.article("a").await).await.unwrap();
    fixture.publish(&fixture.article("b").await).await.unwrap();
    let times = "SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-US') FROM operations.acts ORDER BY sequence";
    assert_eq!(fixture.database.column(times).await, ["2100-000001", "2100-000002"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn each_act_has_one_audit_entry_with_actor_and_request_id() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    fixture.publish(&draft).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    let audit = "SELECT concat_ws(' ', sequence, action, actor, request_id, detail ->> 'articles') \
                 FROM editorial.audit WHERE sequence IS NOT NULL ORDER BY sequence";
    assert_eq!(
        fixture.database.column(audit).await,
        ["1 publish test request-1 1", "2 withdraw test request-1 1"]
    );
    let acts =
        "SELECT concat_ws(' ', sequence, kind, actor, request_id) FROM operations.acts ORDER BY sequence";
    assert_eq!(
        fixture.database.column(acts).await,
        ["1 publish test request-1", "2 withdraw test request-1"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn events_record_the_changes_of_each_act_in_order() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    fixture.publish(&a).await.unwrap();
    let a = fixture.save_slug(&a, "a-2").await;
    fixture.publish_editions(&fixture.editions(&[&b, &a]).await).await.unwrap();
    fixture.withdraw(&a).await.unwrap();
    fixture.publish(&a).await.unwrap();
    let events = "SELECT concat_ws(' ', sequence, ordinal, kind, locale, slug) \
                  FROM operations.events ORDER BY sequence, ordinal";
    assert_eq!(
        fixture.database.column(events).await,
        [
            "1 0 published en a",
            "2 0 published en b",
            "2 1 changed en a-2",
            "3 0 withdrawn en a-2",
            "4 0 published en a-2"
        ]
    );
    let articles = "SELECT article_id FROM operations.events ORDER BY sequence, ordinal";
    let articles = fixture.database.column(articles).await;
    let [a, b] = [&a, &b].map(|draft| draft.article.to_string());
    assert_eq!(articles, [&a, &b, &a, &a, &a].map(String::as_str));
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_of_every_kind_are_notified_and_other_writes_are_not() {
    let fixture = TestStore::open().await;
    let mut session = fixture.database.session().await;
    session.listen().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    fixture.schedule(&b).await.unwrap();
    fixture.publish(&a).await.unwrap();
    fixture.publish(&a).await.unwrap();
    fixture.withdraw(&a).await.unwrap();
    fixture.withdraw(&a).await.unwrap();
    assert_eq!(session.notifications().await, ["1", "2"]);
    fixture.backdate_schedule(&b, "2020-01-01").await;
    assert_eq!(fixture.activate_due().await, 1);
    assert_eq!(fixture.activate_due().await, 0);
    assert_eq!(session.notifications().await, ["3"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_records_the_cache_tags_of_every_changed_list() {
    let fixture = TestStore::open().await;
    let [old, new] = [fixture.term(TermKind::Tag, "old").await, fixture.term(TermKind::Tag, "new").await];
    let content = Content { tags: vec![old], ..fixture.content("a") };
    let draft = fixture.draft(content.clone()).await;
    fixture.publish(&draft).await.unwrap();
    let draft = fixture.saved(&draft, Content { tags: vec![new], ..content }).await;
    fixture.publish(&draft).await.unwrap();
    let tags = fixture.database.column("SELECT unnest(tags) FROM operations.acts WHERE sequence = 2").await;
    let article = format!("article:{}", draft.article);
    assert_eq!(tags, [article.as_str(), "lists", "section:engineering", "tag:new", "tag:old"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_act_uses_no_sequence_number() {
    let fixture = TestStore::open().await;
    let a = fixture.article("a").await;
    fixture.withdraw(&a).await.unwrap_err();
    assert_eq!(fixture.publish(&a).await.unwrap(), Some(1));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_audit_log_has_digests_of_the_public_content_before_and_after() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    fixture.publish(&a).await.unwrap();
    fixture.publish(&fixture.save_body(&a, "Second.").await).await.unwrap();
    fixture.rollback(&a).await.unwrap();
    fixture.withdraw(&a).await.unwrap();
    fixture.publish_editions(&fixture.editions(&[&a, &b]).await).await.unwrap();
    fixture.take_down(&a).await.unwrap();
    let of = async |column: &str| {
        let digests = format!(
            "SELECT coalesce(encode({column}, 'hex'), 'nothing') FROM editorial.audit \
             WHERE sequence IS NOT NULL ORDER BY sequence"
        );
        fixture.database.column(&digests).await
    };
    let (before, after) = (of("before_digest").await, of("after_digest").await);
    let [first, second, again, gone, both, down] = after.as_slice() else { panic!("{after:?}") };
    assert_eq!(before, ["nothing", first, second, first, "nothing", first]);
    assert_eq!([again, gone.as_str(), down.as_str()], [first, "nothing", "nothing"]);
    assert!(first != second && both != first, "{after:?}");
    let subjects = "SELECT coalesce(subject_id::text, 'several') FROM editorial.audit \
                    WHERE sequence IS NOT NULL ORDER BY sequence";
    let subject = a.article.to_string();
    let mut subjects_wanted = [subject.as_str(); 6];
    subjects_wanted[4] = "several";
    assert_eq!(fixture.database.column(subjects).await, subjects_wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_waiting_for_the_sequence_lock_run_in_request_order() {
    let fixture = TestStore::open().await;
    let mut articles = Vec::new();
    for number in 0..6 {
        articles.push(fixture.article(&format!("article-{number}")).await);
    }
    let earlier = fixture.database.session().await;
    earlier.execute("BEGIN; UPDATE operations.counter SET sequence = sequence").await;
    let ask = async |number: usize| {
        fixture.database.until(&format!("{WAITING} = {number}")).await;
        fixture.publish(&articles[number]).await.unwrap()
    };
    let meanwhile = async {
        fixture.database.until(&format!("{WAITING} = {}", articles.len())).await;
        earlier.execute("COMMIT").await;
    };
    let (done, ()) = join(join_all((0..articles.len()).map(ask)), meanwhile).await;
    assert_eq!(done, (1..=6).map(Some).collect::<Vec<_>>());
}
