//! Schedules: nothing is public before the time, everything after it, exactly once.

use domain::Refusal;
use domain::workflow::PendingKind;
use futures_util::future::{join, join_all};
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::publishing;
use store::write;
use store::write::WriteContext;

use crate::database::WAITING;
use crate::fixture::{TestStore, context, day, new_draft, refusal, slug_taken};

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_article_appears_in_no_public_view_before_it_is_due() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.schedule(&draft).await.unwrap();
    assert_eq!(fixture.activate_due().await, 0);
    assert_eq!([fixture.at_slug("a").await, fixture.at_id(&draft).await], ["nothing", "nothing"]);
    for view in ["live", "past", "addresses", "placed", "listed"] {
        assert_eq!(
            fixture.database.value(&format!("SELECT count(*) FROM delivery.{view}")).await,
            "0",
            "{view}"
        );
    }
    assert_eq!(fixture.database.value("SELECT sequence FROM delivery.state").await, "0");
    assert_eq!(
        fixture.database.value("SELECT count(*) FROM delivery.editions WHERE number IS NULL").await,
        "1"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn activation_publishes_a_due_article_and_deletes_its_schedule() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.schedule(&draft).await.unwrap();
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    assert_eq!(fixture.at_slug("a").await, "nothing", "until somebody activates it");
    assert_eq!(fixture.activate_due().await, 1);
    assert_eq!(fixture.at_slug("a").await, "live");
    assert_eq!(fixture.database.value("SELECT number FROM delivery.editions").await, "1");
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.schedules").await, "0");
    let act = fixture.database.value("SELECT concat_ws(' ', kind, actor) FROM operations.acts").await;
    assert_eq!(act, "activate test", "attributed to the person who scheduled it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_due_schedule_replaces_the_live_edition() {
    let fixture = TestStore::open().await;
    let first = fixture.article("a").await;
    fixture.publish(&first).await.unwrap();
    let second = fixture.save_slug(&first, "b").await;
    fixture.schedule(&second).await.unwrap();
    assert_eq!([fixture.at_slug("a").await, fixture.at_slug("b").await], ["live", "nothing"]);
    fixture.backdate_schedule(&second, "2020-01-01").await;
    fixture.activate_due().await;
    assert_eq!([fixture.at_slug("a").await, fixture.at_slug("b").await], ["moved to b", "live"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn concurrent_activations_publish_once() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.schedule(&draft).await.unwrap();
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    let activated: usize = join_all((0..8).map(|_| fixture.activate_due())).await.into_iter().sum();
    assert_eq!(activated, 1);
    assert_eq!(fixture.database.value("SELECT count(*) FROM operations.acts").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn due_schedules_are_activated_in_order_of_due_at_in_one_act() {
    let fixture = TestStore::open().await;
    let mut scheduled = Vec::new();
    for (name, due) in [("third", "2020-01-03"), ("first", "2020-01-01"), ("second", "2020-01-02")] {
        let draft = fixture.article(name).await;
        fixture.schedule(&draft).await.unwrap();
        scheduled.push((draft, due));
    }
    for (draft, due) in &scheduled {
        fixture.backdate_schedule(draft, due).await;
    }
    assert_eq!(fixture.activate_due().await, 3);
    let order = "SELECT sequence || ' ' || slug FROM operations.events ORDER BY sequence, ordinal";
    assert_eq!(fixture.database.column(order).await, ["1 first", "1 second", "1 third"], "in one act");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_act_activates_due_schedules_first() {
    let fixture = TestStore::open().await;
    let live = fixture.article("live").await;
    fixture.publish(&live).await.unwrap();
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    for draft in [&a, &b] {
        fixture.schedule(draft).await.unwrap();
    }
    fixture.backdate_schedule(&a, "2020-01-01").await;
    assert_eq!(fixture.publish(&fixture.article("c").await).await.unwrap(), Some(3));
    fixture.backdate_schedule(&b, "2020-01-01").await;
    assert_eq!(fixture.withdraw(&live).await.unwrap(), Some(5));
    let order = "SELECT kind || ' ' || slug FROM operations.events ORDER BY sequence";
    assert_eq!(
        fixture.database.column(order).await,
        ["published live", "published a", "published c", "published b", "withdrawn live"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_do_not_activate_schedules_before_they_are_due() {
    let fixture = TestStore::open().await;
    let soon = fixture.article("soon").await;
    fixture.schedule(&soon).await.unwrap();
    fixture.database.execute("UPDATE delivery.schedules SET due_at = now() + interval '10 minutes'").await;
    assert_eq!(fixture.publish(&fixture.article("now").await).await.unwrap(), Some(1));
    assert_eq!(fixture.activate_due().await, 0);
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.schedules").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_due_while_an_act_waits_for_the_sequence_lock_is_activated_first() {
    let fixture = TestStore::open().await;
    let (scheduled, published) = (fixture.article("scheduled").await, fixture.article("published").await);
    fixture.schedule(&scheduled).await.unwrap();
    let earlier = fixture.database.session().await;
    earlier.execute("BEGIN; SELECT FROM operations.counter FOR UPDATE").await;
    let meanwhile = async {
        fixture.database.until(&format!("{WAITING} = 1")).await;
        fixture.database.execute("UPDATE delivery.schedules SET due_at = clock_timestamp()").await;
        earlier.execute("COMMIT").await;
    };
    let (done, ()) = join(fixture.publish(&published), meanwhile).await;
    assert_eq!(done.unwrap(), Some(2), "its time is later, and so must its number be");
    assert_eq!(fixture.at_slug("scheduled").await, "live");
}

#[tokio::test(flavor = "multi_thread")]
async fn scheduling_in_the_past_is_refused() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    let before = fixture.database.contents().await;
    let refused = refusal(fixture.schedule_for(&draft, day("2020-01-01")).await);
    assert_eq!(refused, Refusal::EmbargoInThePast);
    assert!(fixture.database.contents().await == before, "something remained");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_rendered_before_a_term_change_cannot_be_scheduled() {
    let fixture = TestStore::open().await;
    let edition = fixture.edition(&fixture.article("a").await).await;
    fixture.database.execute("UPDATE editorial.terms SET version = version + 1").await;
    let mut conn = fixture.editorial().await;
    let scheduled = write::once(&mut conn, &context(), async |tx| {
        publishing::schedule(tx, &edition, day("2100-01-01")).await
    })
    .await;
    assert_eq!(refusal(scheduled), Refusal::SourceSuperseded);
}

#[tokio::test(flavor = "multi_thread")]
async fn rescheduling_replaces_the_schedule_and_frees_its_slug() {
    let fixture = TestStore::open().await;
    let first = fixture.article("first").await;
    fixture.schedule(&first).await.unwrap();
    let second = fixture.save_slug(&first, "second").await;
    fixture.schedule_for(&second, day("2099-01-01")).await.unwrap();
    let schedules = "SELECT slug || ' ' || due_at::date FROM delivery.schedules";
    assert_eq!(fixture.database.column(schedules).await, ["second 2099-01-01"]);
    fixture.publish(&fixture.article("first").await).await.unwrap();
    fixture.backdate_schedule(&second, "2020-01-01").await;
    assert_eq!(fixture.activate_due().await, 1);
    assert_eq!(fixture.at_slug("second").await, "live");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_rescheduling_keeps_the_old_schedule() {
    let fixture = TestStore::open().await;
    let holder = fixture.article("taken").await;
    fixture.publish(&holder).await.unwrap();
    let draft = fixture.article("a").await;
    fixture.schedule(&draft).await.unwrap();
    let before = fixture.database.contents().await;
    let renamed = Draft { content: fixture.content("taken"), ..draft };
    assert_eq!(refusal(fixture.schedule(&renamed).await), slug_taken("taken", &holder));
    assert!(fixture.database.contents().await == before, "the schedule changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn rescheduling_activates_a_schedule_that_is_already_due() {
    let fixture = TestStore::open().await;
    let first = fixture.article("a").await;
    fixture.schedule(&first).await.unwrap();
    fixture.backdate_schedule(&first, "2020-01-01").await;
    fixture.schedule(&fixture.save_body(&first, "Second.").await).await.unwrap();
    fixture.activate_due().await;
    assert_eq!(fixture.at_slug("a").await, "live", "its moment had come before it was scheduled again");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activated_article_is_dated_by_its_activation() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.schedule(&draft).await.unwrap();
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    fixture.activate_due().await;
    let dated = "SELECT first_published_at = at AND updated_at = at \
                 FROM delivery.live JOIN operations.acts USING (sequence)";
    assert_eq!(fixture.database.value(dated).await, "true");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_simultaneous_schedules_are_activated_once_each_in_two_acts() {
    let fixture = TestStore::open().await;
    let drafts: Vec<Draft> =
        (0..1_000).map(|number| new_draft(fixture.content(&format!("article-{number}")))).collect();
    fixture.write(async |tx| drafts::create_many(tx, &drafts).await).await.unwrap();
    for draft in &drafts {
        fixture.schedule(draft).await.unwrap();
    }
    fixture.database.execute("UPDATE delivery.schedules SET due_at = clock_timestamp()").await;
    let activated: usize = join_all((0..4).map(|_| fixture.activate_due())).await.into_iter().sum();
    assert_eq!(activated, 1_000);
    let live = "SELECT count(*) || ' ' || count(DISTINCT article_id) FROM delivery.live";
    assert_eq!(fixture.database.value(live).await, "1000 1000");
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.spans").await, "1000");
    assert_eq!(fixture.act_kinds().await, ["activate", "activate"]);
    let counted = "SELECT article_count FROM delivery.counts WHERE kind = 'section'";
    assert_eq!(fixture.database.value(counted).await, "1000");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activation_is_attributed_to_its_only_scheduler_or_else_to_the_schedule() {
    let fixture = TestStore::open().await;
    let [one, other] = [fixture.person("editor").await, fixture.person("editor").await];
    let schedule = async |names: &[(&str, &WriteContext)]| {
        for (name, who) in names {
            let edition = fixture.edition(&fixture.article(name).await).await;
            let mut conn = fixture.editorial().await;
            write::once(&mut conn, who, async |tx| {
                publishing::schedule(tx, &edition, day("2100-01-01")).await
            })
            .await
            .unwrap();
        }
        fixture.database.execute("UPDATE delivery.schedules SET due_at = '2020-01-01'").await;
        fixture.activate_due().await
    };
    assert_eq!(schedule(&[("a", &one), ("b", &one)]).await, 2);
    assert_eq!(schedule(&[("c", &one), ("d", &other)]).await, 2);
    let actors = fixture.database.column("SELECT actor FROM operations.acts ORDER BY sequence").await;
    assert_eq!(actors, [one.actor.name(), "schedule".to_owned()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_is_activated_even_if_its_creator_is_suspended() {
    let fixture = TestStore::open().await;
    let editor = fixture.person("editor").await;
    let draft = fixture.article("a").await;
    let edition = fixture.edition(&draft).await;
    write::once(&mut fixture.editorial().await, &editor, async |tx| {
        publishing::schedule(tx, &edition, day("2100-01-01")).await
    })
    .await
    .unwrap();
    fixture.database.execute("UPDATE editorial.people SET suspended_at = now()").await;
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    assert_eq!(fixture.activate_due().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_article_can_be_scheduled() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    fixture.schedule(&fixture.save_slug(&draft, "b").await).await.unwrap();
    assert_eq!(fixture.at_slug("a").await, "gone");
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    fixture.activate_due().await;
    assert_eq!([fixture.at_slug("a").await, fixture.at_slug("b").await], ["moved to b", "live"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pending_withdrawal_is_activated_when_due_and_ignores_articles_that_are_not_live() {
    let fixture = TestStore::open().await;
    let (live, gone) = (fixture.article("live").await, fixture.article("gone").await);
    fixture.publish_editions(&fixture.editions(&[&live, &gone]).await).await.unwrap();
    fixture.withdraw(&gone).await.unwrap();
    for draft in [&live, &gone] {
        fixture.pending_withdrawal(draft).await;
    }
    assert_eq!(fixture.activate_due().await, 0);
    assert_eq!(fixture.at_slug("live").await, "live");
    for draft in [&live, &gone] {
        fixture.backdate_schedule(draft, "2020-01-01").await;
    }
    assert_eq!(fixture.activate_due().await, 2);
    assert_eq!([fixture.at_slug("live").await, fixture.at_slug("gone").await], ["gone", "gone"]);
    assert_eq!(fixture.act_kinds().await, ["publish", "withdraw", "withdraw"]);
    let last = "SELECT concat_ws(' ', kind, slug) FROM operations.events WHERE sequence = 3";
    assert_eq!(fixture.database.column(last).await, ["withdrawn live"]);
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.schedules").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn overdue_schedules_and_withdrawals_are_activated_in_order_of_due_at() {
    let fixture = TestStore::open().await;
    let (first, second) = (fixture.article("first").await, fixture.article("second").await);
    fixture.publish_editions(&fixture.editions(&[&first, &second]).await).await.unwrap();
    let third = fixture.article("third").await;
    fixture.pending_withdrawal(&first).await;
    fixture.schedule(&third).await.unwrap();
    fixture.pending_withdrawal(&second).await;
    for (draft, on) in [(&first, "2020-01-01"), (&third, "2020-01-02"), (&second, "2020-01-03")] {
        fixture.backdate_schedule(draft, on).await;
    }
    // Any later act finds all of it activated.
    fixture.publish(&fixture.article("fourth").await).await.unwrap();
    let order = "SELECT kind || ' ' || slug FROM operations.events WHERE sequence > 1 ORDER BY sequence";
    assert_eq!(
        fixture.database.column(order).await,
        ["withdrawn first", "published third", "withdrawn second", "published fourth"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_removes_a_pending_withdrawal_and_publishing_requires_a_choice() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    fixture.pending_withdrawal(&draft).await;
    let second = fixture.save_body(&draft, "Second.").await;
    let refused = refusal(fixture.publish(&second).await);
    assert!(matches!(refused, Refusal::SchedulePending { kind: PendingKind::Withdraw, revision: None, .. }));
    fixture.withdraw(&draft).await.unwrap();
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.schedules").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_and_publishing_with_a_pending_schedule_are_refused_with_its_details() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    fixture.schedule(&fixture.save_body(&draft, "Second.").await).await.unwrap();
    let third = fixture.save_body(&Draft { revision: 2, ..draft.clone() }, "Third.").await;
    let before = fixture.database.contents().await;
    let pending =
        Refusal::SchedulePending { kind: PendingKind::Publish, due_at: day("2100-01-01"), revision: Some(2) };
    assert_eq!(refusal(fixture.withdraw(&draft).await), pending);
    assert_eq!(refusal(fixture.publish(&third).await), pending);
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn cancelling_deletes_the_schedule_and_its_edition_and_frees_the_slug() {
    let fixture = TestStore::open().await;
    let (draft, other) = (fixture.article("a").await, fixture.article("a").await);
    fixture.schedule(&draft).await.unwrap();
    fixture.cancel(&draft).await.unwrap();
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.editions").await, "0");
    assert_eq!(fixture.database.value("SELECT count(*) FROM delivery.renderings").await, "0");
    assert!(fixture.act_kinds().await.is_empty(), "it was no act");
    fixture.publish(&other).await.unwrap();
    assert_eq!(fixture.at_slug("a").await, "live", "the slug is free");
    let audit = "SELECT concat_ws(' ', action, subject_id, before_digest IS NOT NULL, after_digest IS NOT NULL) \
                 FROM editorial.audit WHERE action IN ('schedule', 'cancel') ORDER BY at";
    let id = draft.article;
    let entries = [format!("schedule {id} f t"), format!("cancel {id} t f")];
    assert_eq!(fixture.database.column(audit).await, entries);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_schedules_that_are_not_yet_due_can_be_cancelled() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    assert_eq!(refusal(fixture.cancel(&draft).await), Refusal::NotScheduled);
    fixture.schedule(&draft).await.unwrap();
    fixture.backdate_schedule(&draft, "2020-01-01").await;
    assert_eq!(refusal(fixture.cancel(&draft).await), Refusal::NotScheduled, "its moment has come");
    assert_eq!(fixture.activate_due().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn rescheduling_deletes_the_replaced_edition_and_rendering() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.schedule(&draft).await.unwrap();
    fixture.schedule(&fixture.save_body(&draft, "Second.").await).await.unwrap();
    let kept = "SELECT count(*) || ' ' || (SELECT count(*) FROM delivery.renderings) FROM delivery.editions";
    assert_eq!(fixture.database.value(kept).await, "1 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn superseded_revisions_and_trashed_drafts_cannot_be_scheduled() {
    let fixture = TestStore::open().await;
    let old = fixture.article("a").await;
    fixture.publish(&fixture.save_body(&old, "Second.").await).await.unwrap();
    assert_eq!(refusal(fixture.schedule(&old).await), Refusal::RevisionSuperseded);
    let trashed = fixture.article("b").await;
    fixture.trash(&trashed).await;
    assert_eq!(refusal(fixture.schedule(&trashed).await), Refusal::InTrash);
}
