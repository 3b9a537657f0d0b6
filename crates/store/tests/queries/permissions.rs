//! Permissions are evaluated at the time of the act, after its locks are taken.

use std::pin::Pin;
use std::slice;

use domain::workflow::OnPending;
use domain::{ArticleId, Edition, Locale, Refusal, Role, TermContent, TermId, TermKind, Update};
use futures_util::future::join;
use store::Error;
use store::editorial::terms;
use store::publishing;
use store::write;
use store::write::WriteContext;

use crate::database::WAITING;
use crate::fixture::{TestStore, day, named, refusal};
use crate::fixture_acts::term_content;

type Acting<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

/// The subjects of the acts: a draft, a scheduled article, a live article with a previous edition, and two terms.
struct Objects {
    fresh: Edition,
    scheduled: (ArticleId, Locale),
    live: [(ArticleId, Locale); 1],
    tag: TermId,
    other: TermId,
    renamed: TermContent,
}

impl Objects {
    async fn new(fixture: &TestStore) -> Self {
        let fresh = fixture.edition(&fixture.article("fresh").await).await;
        let scheduled = fixture.article("scheduled").await;
        fixture.schedule(&scheduled).await.unwrap();
        let live = fixture.article("live").await;
        fixture.publish(&live).await.unwrap();
        fixture.publish(&fixture.save_body(&live, "Second.").await).await.unwrap();
        let [tag, other] =
            [fixture.term(TermKind::Tag, "tag").await, fixture.term(TermKind::Tag, "other").await];
        let renamed = term_content("renamed");
        Self { fresh, scheduled: named(&scheduled), live: [named(&live)], tag, other, renamed }
    }

    /// Every act, performed by this actor.
    fn acts<'a>(&'a self, fixture: &'a TestStore, by: &'a WriteContext) -> [(&'static str, Acting<'a>); 9] {
        let Self { fresh, scheduled, live, tag, other, renamed } = self;
        let editions = slice::from_ref(fresh);
        let publish = async { fixture.publish_as(by, editions).await.map(drop) };
        let due = day("2100-01-01");
        let schedule = async move {
            fixture.write_as(by, async |tx| publishing::schedule(tx, fresh, due).await).await.map(drop)
        };
        let (article, locale) = scheduled;
        let cancel = async move {
            fixture.write_as(by, async |tx| publishing::cancel(tx, *article, locale).await).await.map(drop)
        };
        let withdraw = async move {
            fixture
                .write_as(by, async |tx| publishing::withdraw(tx, live, OnPending::Refuse).await)
                .await
                .map(drop)
        };
        let take_down = async move {
            fixture.write_as(by, async |tx| publishing::take_down(tx, live).await).await.map(drop)
        };
        let [(article, locale)] = live;
        let previous = async move {
            fixture
                .write_as(by, async |tx| publishing::rollback(tx, *article, locale, OnPending::Refuse).await)
                .await
                .map(drop)
        };
        let change = async move {
            fixture.write_as(by, async |tx| terms::change(tx, *tag, 1, renamed).await).await.map(drop)
        };
        let merge = async move {
            fixture.write_as(by, async |tx| terms::merge(tx, *tag, *other).await).await.map(drop)
        };
        let delete =
            async move { fixture.write_as(by, async |tx| terms::delete(tx, *tag).await).await.map(drop) };
        [
            ("publish", Box::pin(publish)),
            ("schedule", Box::pin(schedule)),
            ("cancel", Box::pin(cancel)),
            ("withdraw", Box::pin(withdraw)),
            ("take down", Box::pin(take_down)),
            ("previous", Box::pin(previous)),
            ("change", Box::pin(change)),
            ("merge", Box::pin(merge)),
            ("delete", Box::pin(delete)),
        ]
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_lowered_while_an_act_waits_for_the_sequence_lock_is_refused() {
    let fixture = TestStore::open().await;
    let editor = fixture.person("editor").await;
    let objects = Objects::new(&fixture).await;
    for (name, acting) in objects.acts(&fixture, &editor) {
        fixture.database.execute("UPDATE editorial.people SET role = 'editor'").await;
        let earlier = fixture.database.session().await;
        earlier.execute("BEGIN; SELECT FROM operations.counter FOR UPDATE").await;
        let meanwhile = async {
            fixture.database.until(&format!("{WAITING} = 1")).await;
            fixture.database.execute("UPDATE editorial.people SET role = 'viewer'").await;
            let before = fixture.database.contents().await;
            earlier.execute("COMMIT").await;
            before
        };
        let (done, before) = join(acting, meanwhile).await;
        let refused = refusal(done);
        assert!(matches!(refused, Refusal::NotAllowed { role: Role::Viewer, .. }), "{name}: {refused}");
        assert!(fixture.database.contents().await == before, "{name}: something was written");
    }
}

/// Whether an actor may publish, schedule and withdraw this draft.
async fn try_as(
    fixture: &TestStore,
    who: &WriteContext,
    name: &str,
    owner: Option<&WriteContext>,
) -> [bool; 3] {
    let draft = fixture.article(name).await;
    if let Some(owner) = owner {
        fixture.set_owner(&draft, owner).await;
    }
    let edition = fixture.edition(&draft).await;
    let scheduled = write::once(&mut fixture.editorial().await, who, async |tx| {
        publishing::schedule(tx, &edition, day("2100-01-01")).await
    })
    .await;
    let published = fixture.publish_as(who, &[fixture.edition(&draft).await]).await;
    fixture.publish(&draft).await.unwrap();
    let withdrawn = write::once(&mut fixture.editorial().await, who, async |tx| {
        publishing::withdraw(tx, &[named(&draft)], OnPending::Cancel).await
    })
    .await;
    [published.is_ok(), scheduled.is_ok(), withdrawn.is_ok()]
}

#[tokio::test(flavor = "multi_thread")]
async fn authors_can_only_publish_schedule_and_withdraw_their_own_drafts() {
    let fixture = TestStore::open().await;
    let [editor, author, contributor] =
        [fixture.person("editor").await, fixture.person("author").await, fixture.person("contributor").await];
    assert_eq!(try_as(&fixture, &editor, "a", Some(&author)).await, [true; 3]);
    assert_eq!(try_as(&fixture, &author, "b", Some(&author)).await, [true; 3]);
    assert_eq!(try_as(&fixture, &author, "c", Some(&editor)).await, [false; 3]);
    assert_eq!(try_as(&fixture, &author, "d", None).await, [false; 3]);
    assert_eq!(try_as(&fixture, &contributor, "e", Some(&contributor)).await, [false; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn publishing_several_articles_is_refused_if_one_has_another_owner() {
    let fixture = TestStore::open().await;
    let author = fixture.person("author").await;
    let (mine, foreign) = (fixture.article("mine").await, fixture.article("foreign").await);
    fixture.set_owner(&mine, &author).await;
    let both = fixture.editions(&[&mine, &foreign]).await;
    let before = fixture.database.contents().await;
    let refused = refusal(fixture.publish_as(&author, &both).await);
    assert!(matches!(refused, Refusal::NotAllowed { role: Role::Author, .. }), "{refused}");
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_author_cannot_withdraw_a_locale_without_a_draft() {
    let fixture = TestStore::open().await;
    let (author, draft) = (fixture.person("author").await, fixture.article("a").await);
    fixture.set_owner(&draft, &author).await;
    let german = (draft.article, domain::Locale::try_from("de".to_owned()).unwrap());
    let mut conn = fixture.editorial().await;
    let refused = refusal(
        write::once(&mut conn, &author, async |tx| {
            publishing::withdraw(tx, &[german], OnPending::Refuse).await
        })
        .await,
    );
    assert!(matches!(refused, Refusal::NotAllowed { .. }), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_of_an_ended_session_are_refused() {
    let fixture = TestStore::open().await;
    let editor = fixture.person("editor").await;
    fixture.database.execute("UPDATE editorial.sessions SET ended_at = now(), ended_by = 'sign_out'").await;
    let edition = fixture.edition(&fixture.article("a").await).await;
    let mut conn = fixture.editorial().await;
    let refused = write::once(&mut conn, &editor, async |tx| {
        publishing::publish(tx, &[edition], Update::Visible).await
    })
    .await;
    assert_eq!(refusal(refused), Refusal::SignedOut);
}
