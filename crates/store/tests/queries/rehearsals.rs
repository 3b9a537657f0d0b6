//! Dry runs: what an act would do, computed by doing it and rolling back.

use domain::workflow::OnPending;
use domain::{Refusal, Update};
use store::publishing::{self, Candidate, Change};
use store::write::Act;

use crate::press::{Press, act, named, refusal};

fn dry_run() -> Act {
    act().as_dry_run()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_says_what_the_act_then_does_and_changes_nothing() {
    let press = Press::open().await;
    let (live, same, fresh) =
        (press.article("live").await, press.article("same").await, press.article("fresh").await);
    press.show(&press.editions(&[&live, &same]).await).await.unwrap();
    let due = press.article("due").await;
    press.schedule(&due).await.unwrap();
    press.fall_due(&due, "2020-01-01").await;
    let moved = press.renamed(&live, "moved").await;
    let editions = press.editions(&[&moved, &same, &fresh]).await;
    let one = [named(&same)];
    let mut session = press.database.session().await;
    session.listen().await;
    let before = press.database.contents().await;
    let mut conn = press.editorial().await;
    let told = [
        publishing::publish(&mut conn, &dry_run(), &editions, Update::Visible).await.unwrap().into_inner(),
        publishing::withdraw(&mut conn, &dry_run(), &one, OnPending::Refuse).await.unwrap().into_inner(),
        publishing::take_down(&mut conn, &dry_run(), &one).await.unwrap().into_inner(),
    ];
    assert!(press.database.contents().await == before, "something was written");
    assert!(session.heard().await.is_empty(), "something was announced");
    let changes: Vec<Vec<Change>> =
        told.iter().map(|done| done.articles.iter().map(|one| one.change).collect()).collect();
    assert_eq!(changes[0], [Change::Changed, Change::Unchanged, Change::Published]);
    assert_eq!([&changes[1][..], &changes[2][..]], [[Change::Withdrawn], [Change::TakenDown]]);
    assert!(told.iter().all(|done| done.sequence.is_none()));
    let moves = &told[0].articles[0];
    assert_eq!((moves.moved_from.as_ref().unwrap().as_str(), moves.slug.as_str()), ("live", "moved"));

    let done = publishing::publish(&mut conn, &act(), &editions, Update::Visible).await.unwrap().into_inner();
    assert_eq!(done.articles, told[0].articles, "and so it came");
    assert_eq!(done.sequence, Some(3), "after what was due");
    let back = publishing::previous(&mut conn, &dry_run(), live.article, &live.locale, OnPending::Refuse)
        .await
        .unwrap();
    assert_eq!(press.previous(&live).await.unwrap().articles, back.into_inner().articles);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_be_refused_is_refused_in_a_dry_run() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    let mut conn = press.editorial().await;
    let refused = publishing::withdraw(&mut conn, &dry_run(), &[named(&draft)], OnPending::Refuse).await;
    assert_eq!(refusal(refused), Refusal::NeverPublished);
    let viewer = press.person("viewer").await.as_dry_run();
    let editions = [press.edition(&draft).await];
    let refused = publishing::publish(&mut conn, &viewer, &editions, Update::Visible).await;
    assert!(matches!(refusal(refused), Refusal::NotAllowed { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_counts_as_public_for_obstacles_which_are_found_without_writing() {
    let press = Press::open().await;
    let due = press.article("due").await;
    press.schedule(&due).await.unwrap();
    press.fall_due(&due, "2020-01-01").await;
    let linking = press.article("linking").await;
    let linking = press.rewritten(&linking, &format!("[it](article:{})", due.article)).await;
    let edition = press.edition(&linking).await;
    let candidate = |edition| Candidate {
        article: linking.article,
        locale: &linking.locale,
        revision: linking.revision,
        slug: linking.content.slug.as_ref(),
        edition,
    };
    let viewer = press.person("viewer").await;
    let mut session = press.database.session().await;
    session.listen().await;
    let before = press.database.contents().await;
    let mut conn = press.editorial().await;
    assert_eq!(publishing::obstacles(&mut conn, &act(), candidate(Some(&edition))).await.unwrap(), []);
    let refused = publishing::obstacles(&mut conn, &viewer, candidate(None)).await.unwrap();
    assert!(matches!(refused.as_slice(), [Refusal::NotAllowed { .. }]), "{refused:?}");
    assert_eq!(press.database.value("SELECT count(*) FROM operations.acts").await, "0");
    assert!(session.heard().await.is_empty(), "nothing was announced");
    assert!(press.database.contents().await == before, "something was written");
}
