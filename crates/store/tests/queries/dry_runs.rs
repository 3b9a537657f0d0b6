//! Dry runs: execute an act and roll it back.

use domain::workflow::OnPending;
use domain::{Refusal, Update};
use store::publishing::{self, ChangeKind, PublishCandidate};
use store::write;
use store::write::WriteContext;

use crate::fixture::{TestStore, context, named, refusal};

fn dry_run() -> WriteContext {
    context().as_dry_run()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_predicts_the_outcome_and_writes_nothing() {
    let fixture = TestStore::open().await;
    let (live, same, fresh) =
        (fixture.article("live").await, fixture.article("same").await, fixture.article("fresh").await);
    fixture.publish_editions(&fixture.editions(&[&live, &same]).await).await.unwrap();
    let due = fixture.article("due").await;
    fixture.schedule(&due).await.unwrap();
    fixture.backdate_schedule(&due, "2020-01-01").await;
    let moved = fixture.save_slug(&live, "moved").await;
    let editions = fixture.editions(&[&moved, &same, &fresh]).await;
    let one = [named(&same)];
    let mut session = fixture.database.session().await;
    session.listen().await;
    let before = fixture.database.contents().await;
    let mut conn = fixture.editorial().await;
    let told = [
        write::once(&mut conn, &dry_run(), async |tx| {
            publishing::publish(tx, &editions, Update::Visible).await
        })
        .await
        .unwrap()
        .into_inner(),
        write::once(&mut conn, &dry_run(), async |tx| {
            publishing::withdraw(tx, &one, OnPending::Refuse).await
        })
        .await
        .unwrap()
        .into_inner(),
        write::once(&mut conn, &dry_run(), async |tx| publishing::take_down(tx, &one).await)
            .await
            .unwrap()
            .into_inner(),
    ];
    assert!(fixture.database.contents().await == before, "something was written");
    assert!(session.notifications().await.is_empty(), "something was announced");
    let changes: Vec<Vec<ChangeKind>> =
        told.iter().map(|done| done.articles.iter().map(|one| one.change).collect()).collect();
    assert_eq!(changes[0], [ChangeKind::Changed, ChangeKind::Unchanged, ChangeKind::Published]);
    assert_eq!([&changes[1][..], &changes[2][..]], [[ChangeKind::Withdrawn], [ChangeKind::TakenDown]]);
    assert!(told.iter().all(|done| done.sequence.is_none()));
    let moves = &told[0].articles[0];
    assert_eq!((moves.moved_from.as_ref().unwrap().as_str(), moves.slug.as_str()), ("live", "moved"));

    let done = write::once(&mut conn, &context(), async |tx| {
        publishing::publish(tx, &editions, Update::Visible).await
    })
    .await
    .unwrap()
    .into_inner();
    assert_eq!(done.articles, told[0].articles, "and so it came");
    assert_eq!(done.sequence, Some(3), "after what was due");
    let back = write::once(&mut conn, &dry_run(), async |tx| {
        publishing::rollback(tx, live.article, &live.locale, OnPending::Refuse).await
    })
    .await
    .unwrap();
    assert_eq!(fixture.rollback(&live).await.unwrap().articles, back.into_inner().articles);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dry_run_is_refused_like_the_act() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    let mut conn = fixture.editorial().await;
    let refused = write::once(&mut conn, &dry_run(), async |tx| {
        publishing::withdraw(tx, &[named(&draft)], OnPending::Refuse).await
    })
    .await;
    assert_eq!(refusal(refused), Refusal::NeverPublished);
    let viewer = fixture.person("viewer").await.as_dry_run();
    let editions = [fixture.edition(&draft).await];
    let refused =
        write::once(&mut conn, &viewer, async |tx| publishing::publish(tx, &editions, Update::Visible).await)
            .await;
    assert!(matches!(refusal(refused), Refusal::NotAllowed { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn obstacles_count_due_schedules_as_public_and_write_nothing() {
    let fixture = TestStore::open().await;
    let due = fixture.article("due").await;
    fixture.schedule(&due).await.unwrap();
    fixture.backdate_schedule(&due, "2020-01-01").await;
    let linking = fixture.article("linking").await;
    let linking = fixture.save_body(&linking, &format!("[it](article:{})", due.article)).await;
    let edition = fixture.edition(&linking).await;
    let candidate = |edition| PublishCandidate {
        article: linking.article,
        locale: &linking.locale,
        revision: linking.revision,
        slug: linking.content.slug.as_ref(),
        edition,
    };
    let viewer = fixture.person("viewer").await;
    let mut session = fixture.database.session().await;
    session.listen().await;
    let before = fixture.database.contents().await;
    let mut conn = fixture.editorial().await;
    assert_eq!(publishing::obstacles(&mut conn, &context(), candidate(Some(&edition))).await.unwrap(), []);
    let refused = publishing::obstacles(&mut conn, &viewer, candidate(None)).await.unwrap();
    assert!(matches!(refused.as_slice(), [Refusal::NotAllowed { .. }]), "{refused:?}");
    assert_eq!(fixture.database.value("SELECT count(*) FROM operations.acts").await, "0");
    assert!(session.notifications().await.is_empty(), "nothing was announced");
    assert!(fixture.database.contents().await == before, "something was written");
}
