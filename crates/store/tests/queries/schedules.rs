//! Schedules: nothing before the moment, everything after it, once.

use domain::Refusal;
use domain::workflow::PendingKind;
use futures_util::future::{join, join_all};
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::publishing;
use store::write::Act;

use crate::database::WAITING;
use crate::press::{Press, act, day, new_draft, refusal, taken};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_scheduled_leaves_no_trace_before_its_moment() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.schedule(&draft).await.unwrap();
    assert_eq!(press.activate_due().await, 0);
    assert_eq!([press.at_slug("a").await, press.at_id(&draft).await], ["nothing", "nothing"]);
    for view in ["live", "past", "addresses", "placed", "listed"] {
        assert_eq!(
            press.database.value(&format!("SELECT count(*) FROM delivery.{view}")).await,
            "0",
            "{view}"
        );
    }
    assert_eq!(press.database.value("SELECT sequence FROM delivery.state").await, "0");
    assert_eq!(
        press.database.value("SELECT count(*) FROM delivery.editions WHERE number IS NULL").await,
        "1"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_becomes_public_and_the_schedule_is_gone() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.schedule(&draft).await.unwrap();
    press.fall_due(&draft, "2020-01-01").await;
    assert_eq!(press.at_slug("a").await, "nothing", "until somebody activates it");
    assert_eq!(press.activate_due().await, 1);
    assert_eq!(press.at_slug("a").await, "live");
    assert_eq!(press.database.value("SELECT number FROM delivery.editions").await, "1");
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.schedules").await, "0");
    let act = press.database.value("SELECT concat_ws(' ', kind, actor) FROM operations.acts").await;
    assert_eq!(act, "activate test", "in the name of who scheduled it");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_replaces_what_is_live_at_its_moment() {
    let press = Press::open().await;
    let first = press.article("a").await;
    press.publish(&first).await.unwrap();
    let second = press.renamed(&first, "b").await;
    press.schedule(&second).await.unwrap();
    assert_eq!([press.at_slug("a").await, press.at_slug("b").await], ["live", "nothing"]);
    press.fall_due(&second, "2020-01-01").await;
    press.activate_due().await;
    assert_eq!([press.at_slug("a").await, press.at_slug("b").await], ["moved to b", "live"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn several_activators_at_once_activate_once() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.schedule(&draft).await.unwrap();
    press.fall_due(&draft, "2020-01-01").await;
    let activated: usize = join_all((0..8).map(|_| press.activate_due())).await.into_iter().sum();
    assert_eq!(activated, 1);
    assert_eq!(press.database.value("SELECT count(*) FROM operations.acts").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_becomes_public_in_the_order_of_its_moments() {
    let press = Press::open().await;
    let mut scheduled = Vec::new();
    for (name, due) in [("third", "2020-01-03"), ("first", "2020-01-01"), ("second", "2020-01-02")] {
        let draft = press.article(name).await;
        press.schedule(&draft).await.unwrap();
        scheduled.push((draft, due));
    }
    for (draft, due) in &scheduled {
        press.fall_due(draft, due).await;
    }
    assert_eq!(press.activate_due().await, 3);
    let order = "SELECT sequence || ' ' || slug FROM operations.events ORDER BY sequence, ordinal";
    assert_eq!(press.database.column(order).await, ["1 first", "1 second", "1 third"], "in one act");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_act_first_makes_public_what_is_due() {
    let press = Press::open().await;
    let live = press.article("live").await;
    press.publish(&live).await.unwrap();
    let (a, b) = (press.article("a").await, press.article("b").await);
    for draft in [&a, &b] {
        press.schedule(draft).await.unwrap();
    }
    press.fall_due(&a, "2020-01-01").await;
    assert_eq!(press.publish(&press.article("c").await).await.unwrap(), Some(3));
    press.fall_due(&b, "2020-01-01").await;
    assert_eq!(press.withdraw(&live).await.unwrap(), Some(5));
    let order = "SELECT kind || ' ' || slug FROM operations.events ORDER BY sequence";
    assert_eq!(
        press.database.column(order).await,
        ["published live", "published a", "published c", "published b", "withdrawn live"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn no_act_makes_public_what_is_not_due_yet() {
    let press = Press::open().await;
    let soon = press.article("soon").await;
    press.schedule(&soon).await.unwrap();
    press.database.execute("UPDATE delivery.schedules SET due_at = now() + interval '10 minutes'").await;
    assert_eq!(press.publish(&press.article("now").await).await.unwrap(), Some(1));
    assert_eq!(press.activate_due().await, 0);
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.schedules").await, "1");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_falls_due_while_an_act_waits_for_its_turn_comes_before_it() {
    let press = Press::open().await;
    let (scheduled, published) = (press.article("scheduled").await, press.article("published").await);
    press.schedule(&scheduled).await.unwrap();
    let earlier = press.database.session().await;
    earlier.execute("BEGIN; SELECT FROM operations.counter FOR UPDATE").await;
    let meanwhile = async {
        press.database.until(&format!("{WAITING} = 1")).await;
        press.database.execute("UPDATE delivery.schedules SET due_at = clock_timestamp()").await;
        earlier.execute("COMMIT").await;
    };
    let (done, ()) = join(press.publish(&published), meanwhile).await;
    assert_eq!(done.unwrap(), Some(2), "its time is later, and so must its number be");
    assert_eq!(press.at_slug("scheduled").await, "live");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_moment_in_the_past_is_refused() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    let before = press.database.contents().await;
    let refused = refusal(press.schedule_for(&draft, day("2020-01-01")).await);
    assert_eq!(refused, Refusal::EmbargoInThePast);
    assert!(press.database.contents().await == before, "something remained");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_edition_that_copied_a_term_which_changed_since_cannot_be_scheduled() {
    let press = Press::open().await;
    let edition = press.edition(&press.article("a").await).await;
    press.database.execute("UPDATE editorial.terms SET version = version + 1").await;
    let mut conn = press.editorial().await;
    let scheduled = publishing::schedule(&mut conn, &act(), &edition, day("2100-01-01")).await;
    assert_eq!(refusal(scheduled), Refusal::SourceSuperseded);
}

#[tokio::test(flavor = "multi_thread")]
async fn scheduling_again_replaces_the_schedule_and_frees_its_slug() {
    let press = Press::open().await;
    let first = press.article("first").await;
    press.schedule(&first).await.unwrap();
    let second = press.renamed(&first, "second").await;
    press.schedule_for(&second, day("2099-01-01")).await.unwrap();
    let schedules = "SELECT slug || ' ' || due_at::date FROM delivery.schedules";
    assert_eq!(press.database.column(schedules).await, ["second 2099-01-01"]);
    press.publish(&press.article("first").await).await.unwrap();
    press.fall_due(&second, "2020-01-01").await;
    assert_eq!(press.activate_due().await, 1);
    assert_eq!(press.at_slug("second").await, "live");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_schedule_that_cannot_be_replaced_stays() {
    let press = Press::open().await;
    let holder = press.article("taken").await;
    press.publish(&holder).await.unwrap();
    let draft = press.article("a").await;
    press.schedule(&draft).await.unwrap();
    let before = press.database.contents().await;
    let renamed = Draft { content: press.content("taken"), ..draft };
    assert_eq!(refusal(press.schedule(&renamed).await), taken("taken", &holder));
    assert!(press.database.contents().await == before, "the schedule changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn scheduling_again_does_not_swallow_what_was_due_already() {
    let press = Press::open().await;
    let first = press.article("a").await;
    press.schedule(&first).await.unwrap();
    press.fall_due(&first, "2020-01-01").await;
    press.schedule(&press.rewritten(&first, "Second.").await).await.unwrap();
    press.activate_due().await;
    assert_eq!(press.at_slug("a").await, "live", "its moment had come before it was scheduled again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_article_is_dated_by_the_act_that_shows_it() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.schedule(&draft).await.unwrap();
    press.fall_due(&draft, "2020-01-01").await;
    press.activate_due().await;
    let dated = "SELECT first_published_at = at AND updated_at = at \
                 FROM delivery.live JOIN operations.acts USING (sequence)";
    assert_eq!(press.database.value(dated).await, "true");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_schedules_for_one_moment_become_public_in_two_acts_each_once() {
    let press = Press::open().await;
    let drafts: Vec<Draft> =
        (0..1_000).map(|number| new_draft(press.content(&format!("article-{number}")))).collect();
    drafts::create(&mut press.editorial().await, &act(), &drafts).await.unwrap();
    for draft in &drafts {
        press.schedule(draft).await.unwrap();
    }
    press.database.execute("UPDATE delivery.schedules SET due_at = clock_timestamp()").await;
    let activated: usize = join_all((0..4).map(|_| press.activate_due())).await.into_iter().sum();
    assert_eq!(activated, 1_000);
    let live = "SELECT count(*) || ' ' || count(DISTINCT article_id) FROM delivery.live";
    assert_eq!(press.database.value(live).await, "1000 1000");
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.spans").await, "1000");
    assert_eq!(press.kinds().await, ["activate", "activate"]);
    let counted = "SELECT article_count FROM delivery.counts WHERE kind = 'section'";
    assert_eq!(press.database.value(counted).await, "1000");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_of_activation_is_theirs_who_scheduled_it_where_that_is_one() {
    let press = Press::open().await;
    let [one, other] = [press.person("editor").await, press.person("editor").await];
    let schedule = async |names: &[(&str, &Act)]| {
        for (name, who) in names {
            let edition = press.edition(&press.article(name).await).await;
            let mut conn = press.editorial().await;
            publishing::schedule(&mut conn, who, &edition, day("2100-01-01")).await.unwrap();
        }
        press.database.execute("UPDATE delivery.schedules SET due_at = '2020-01-01'").await;
        press.activate_due().await
    };
    assert_eq!(schedule(&[("a", &one), ("b", &one)]).await, 2);
    assert_eq!(schedule(&[("c", &one), ("d", &other)]).await, 2);
    let actors = press.database.column("SELECT actor FROM operations.acts ORDER BY sequence").await;
    assert_eq!(actors, [one.actor.name(), "schedule".to_owned()]);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_scheduled_may_lose_the_right_and_it_happens_all_the_same() {
    let press = Press::open().await;
    let editor = press.person("editor").await;
    let draft = press.article("a").await;
    let edition = press.edition(&draft).await;
    publishing::schedule(&mut press.editorial().await, &editor, &edition, day("2100-01-01")).await.unwrap();
    press.database.execute("UPDATE editorial.people SET suspended_at = now()").await;
    press.fall_due(&draft, "2020-01-01").await;
    assert_eq!(press.activate_due().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_article_may_be_scheduled_to_come_back() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    press.withdraw(&draft).await.unwrap();
    press.schedule(&press.renamed(&draft, "b").await).await.unwrap();
    assert_eq!(press.at_slug("a").await, "gone");
    press.fall_due(&draft, "2020-01-01").await;
    press.activate_due().await;
    assert_eq!([press.at_slug("a").await, press.at_slug("b").await], ["moved to b", "live"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pending_withdrawal_withdraws_at_its_moment_and_what_is_not_live_then_is_left_alone() {
    let press = Press::open().await;
    let (live, gone) = (press.article("live").await, press.article("gone").await);
    press.show(&press.editions(&[&live, &gone]).await).await.unwrap();
    press.withdraw(&gone).await.unwrap();
    for draft in [&live, &gone] {
        press.pending_withdrawal(draft).await;
    }
    assert_eq!(press.activate_due().await, 0);
    assert_eq!(press.at_slug("live").await, "live");
    for draft in [&live, &gone] {
        press.fall_due(draft, "2020-01-01").await;
    }
    assert_eq!(press.activate_due().await, 2);
    assert_eq!([press.at_slug("live").await, press.at_slug("gone").await], ["gone", "gone"]);
    assert_eq!(press.kinds().await, ["publish", "withdraw", "withdraw"]);
    let last = "SELECT concat_ws(' ', kind, slug) FROM operations.events WHERE sequence = 3";
    assert_eq!(press.database.column(last).await, ["withdrawn live"]);
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.schedules").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fell_due_while_nobody_activated_is_decided_in_the_order_of_its_moments() {
    let press = Press::open().await;
    let (first, second) = (press.article("first").await, press.article("second").await);
    press.show(&press.editions(&[&first, &second]).await).await.unwrap();
    let third = press.article("third").await;
    press.pending_withdrawal(&first).await;
    press.schedule(&third).await.unwrap();
    press.pending_withdrawal(&second).await;
    for (draft, on) in [(&first, "2020-01-01"), (&third, "2020-01-02"), (&second, "2020-01-03")] {
        press.fall_due(draft, on).await;
    }
    // Whatever happens first afterwards finds all of it done.
    press.publish(&press.article("fourth").await).await.unwrap();
    let order = "SELECT kind || ' ' || slug FROM operations.events WHERE sequence > 1 ORDER BY sequence";
    assert_eq!(
        press.database.column(order).await,
        ["withdrawn first", "published third", "withdrawn second", "published fourth"]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_fulfils_a_pending_withdrawal_and_publishing_asks_about_it() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    press.pending_withdrawal(&draft).await;
    let second = press.rewritten(&draft, "Second.").await;
    let refused = refusal(press.publish(&second).await);
    assert!(matches!(refused, Refusal::SchedulePending { kind: PendingKind::Withdraw, revision: None, .. }));
    press.withdraw(&draft).await.unwrap();
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.schedules").await, "0");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_step_overrules_is_named_and_everything_stays_as_it_was() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    press.schedule(&press.rewritten(&draft, "Second.").await).await.unwrap();
    let third = press.rewritten(&Draft { revision: 2, ..draft.clone() }, "Third.").await;
    let before = press.database.contents().await;
    let pending =
        Refusal::SchedulePending { kind: PendingKind::Publish, due_at: day("2100-01-01"), revision: Some(2) };
    assert_eq!(refusal(press.withdraw(&draft).await), pending);
    assert_eq!(refusal(press.publish(&third).await), pending);
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_cancelled_does_not_happen_and_leaves_nothing_behind() {
    let press = Press::open().await;
    let (draft, other) = (press.article("a").await, press.article("a").await);
    press.schedule(&draft).await.unwrap();
    press.cancel(&draft).await.unwrap();
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.editions").await, "0");
    assert_eq!(press.database.value("SELECT count(*) FROM delivery.renderings").await, "0");
    assert!(press.kinds().await.is_empty(), "it was no act");
    press.publish(&other).await.unwrap();
    assert_eq!(press.at_slug("a").await, "live", "the slug is free");
    let audit = "SELECT concat_ws(' ', action, subject_id, before_digest IS NOT NULL, after_digest IS NOT NULL) \
                 FROM editorial.audit WHERE action IN ('schedule', 'cancel') ORDER BY at";
    let id = draft.article;
    let entries = [format!("schedule {id} f t"), format!("cancel {id} t f")];
    assert_eq!(press.database.column(audit).await, entries);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_scheduled_still_can_be_cancelled() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    assert_eq!(refusal(press.cancel(&draft).await), Refusal::NotScheduled);
    press.schedule(&draft).await.unwrap();
    press.fall_due(&draft, "2020-01-01").await;
    assert_eq!(refusal(press.cancel(&draft).await), Refusal::NotScheduled, "its moment has come");
    assert_eq!(press.activate_due().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_frozen_and_replaced_is_not_kept() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.schedule(&draft).await.unwrap();
    press.schedule(&press.rewritten(&draft, "Second.").await).await.unwrap();
    let kept = "SELECT count(*) || ' ' || (SELECT count(*) FROM delivery.renderings) FROM delivery.editions";
    assert_eq!(press.database.value(kept).await, "1 1");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revision_older_than_the_live_one_or_in_the_trash_cannot_be_scheduled() {
    let press = Press::open().await;
    let old = press.article("a").await;
    press.publish(&press.rewritten(&old, "Second.").await).await.unwrap();
    assert_eq!(refusal(press.schedule(&old).await), Refusal::RevisionSuperseded);
    let trashed = press.article("b").await;
    press.trash(&trashed).await;
    assert_eq!(refusal(press.schedule(&trashed).await), Refusal::InTrash);
}
