//! Rights come from the moment of the act: they are read behind the lock that it waited for.

use std::pin::Pin;
use std::slice;

use domain::workflow::OnPending;
use domain::{ArticleId, Edition, Locale, Refusal, Role, TermContent, TermId, TermKind, Update};
use futures_util::future::join;
use store::Error;
use store::editorial::terms;
use store::publishing;
use store::write::Act;

use crate::database::WAITING;
use crate::desk::term_content;
use crate::press::{Press, day, named, refusal};

type Acting<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

/// What the acts are done to: something fresh, something scheduled, something live with a past, and two terms.
struct Objects {
    fresh: Edition,
    scheduled: (ArticleId, Locale),
    live: [(ArticleId, Locale); 1],
    tag: TermId,
    other: TermId,
    renamed: TermContent,
}

impl Objects {
    async fn of(press: &Press) -> Self {
        let fresh = press.edition(&press.article("fresh").await).await;
        let scheduled = press.article("scheduled").await;
        press.schedule(&scheduled).await.unwrap();
        let live = press.article("live").await;
        press.publish(&live).await.unwrap();
        press.publish(&press.rewritten(&live, "Second.").await).await.unwrap();
        let [tag, other] = [press.term(TermKind::Tag, "tag").await, press.term(TermKind::Tag, "other").await];
        let renamed = term_content("renamed");
        Self { fresh, scheduled: named(&scheduled), live: [named(&live)], tag, other, renamed }
    }

    /// Every act, by somebody.
    fn acts<'a>(&'a self, press: &'a Press, by: &'a Act) -> [(&'static str, Acting<'a>); 9] {
        let Self { fresh, scheduled, live, tag, other, renamed } = self;
        let conn = || press.editorial();
        let editions = slice::from_ref(fresh);
        let publish = async { press.publish_as(by, editions).await.map(drop) };
        let due = day("2100-01-01");
        let schedule = async move { publishing::schedule(&mut conn().await, by, fresh, due).await.map(drop) };
        let (article, locale) = scheduled;
        let cancel =
            async move { publishing::cancel(&mut conn().await, by, *article, locale).await.map(drop) };
        let withdraw = async move {
            publishing::withdraw(&mut conn().await, by, live, OnPending::Refuse).await.map(drop)
        };
        let take_down = async move { publishing::take_down(&mut conn().await, by, live).await.map(drop) };
        let [(article, locale)] = live;
        let previous = async move {
            publishing::previous(&mut conn().await, by, *article, locale, OnPending::Refuse).await.map(drop)
        };
        let change = async move { terms::change(&mut conn().await, by, *tag, 1, renamed).await.map(drop) };
        let merge = async move { terms::merge(&mut conn().await, by, *tag, *other).await.map(drop) };
        let delete = async move { terms::delete(&mut conn().await, by, *tag).await.map(drop) };
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
async fn a_role_that_is_lowered_while_an_act_waits_for_its_turn_does_not_reach_any_more() {
    let press = Press::open().await;
    let editor = press.person("editor").await;
    let objects = Objects::of(&press).await;
    for (name, acting) in objects.acts(&press, &editor) {
        press.database.execute("UPDATE editorial.people SET role = 'editor'").await;
        let earlier = press.database.session().await;
        earlier.execute("BEGIN; SELECT FROM operations.counter FOR UPDATE").await;
        let meanwhile = async {
            press.database.until(&format!("{WAITING} = 1")).await;
            press.database.execute("UPDATE editorial.people SET role = 'viewer'").await;
            let before = press.database.contents().await;
            earlier.execute("COMMIT").await;
            before
        };
        let (done, before) = join(acting, meanwhile).await;
        let refused = refusal(done);
        assert!(matches!(refused, Refusal::NotAllowed { role: Role::Viewer, .. }), "{name}: {refused}");
        assert!(press.database.contents().await == before, "{name}: something was written");
    }
}

/// Whether somebody may publish, schedule and withdraw this draft, in one word each.
async fn may(press: &Press, who: &Act, name: &str, owner: Option<&Act>) -> [bool; 3] {
    let draft = press.article(name).await;
    if let Some(owner) = owner {
        press.give(&draft, owner).await;
    }
    let edition = press.edition(&draft).await;
    let scheduled =
        publishing::schedule(&mut press.editorial().await, who, &edition, day("2100-01-01")).await;
    let published = press.publish_as(who, &[press.edition(&draft).await]).await;
    press.publish(&draft).await.unwrap();
    let withdrawn =
        publishing::withdraw(&mut press.editorial().await, who, &[named(&draft)], OnPending::Cancel).await;
    [published.is_ok(), scheduled.is_ok(), withdrawn.is_ok()]
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_draft_it_is_decides_where_a_role_reaches_ones_own_only() {
    let press = Press::open().await;
    let [editor, author, contributor] =
        [press.person("editor").await, press.person("author").await, press.person("contributor").await];
    assert_eq!(may(&press, &editor, "a", Some(&author)).await, [true; 3]);
    assert_eq!(may(&press, &author, "b", Some(&author)).await, [true; 3]);
    assert_eq!(may(&press, &author, "c", Some(&editor)).await, [false; 3]);
    assert_eq!(may(&press, &author, "d", None).await, [false; 3]);
    assert_eq!(may(&press, &contributor, "e", Some(&contributor)).await, [false; 3]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_several_articles_one_that_is_not_ones_own_is_enough_to_be_refused() {
    let press = Press::open().await;
    let author = press.person("author").await;
    let (mine, foreign) = (press.article("mine").await, press.article("foreign").await);
    press.give(&mine, &author).await;
    let both = press.editions(&[&mine, &foreign]).await;
    let before = press.database.contents().await;
    let refused = refusal(press.publish_as(&author, &both).await);
    assert!(matches!(refused, Refusal::NotAllowed { role: Role::Author, .. }), "{refused}");
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_no_draft_is_nobodys() {
    let press = Press::open().await;
    let (author, draft) = (press.person("author").await, press.article("a").await);
    press.give(&draft, &author).await;
    let german = (draft.article, domain::Locale::try_from("de".to_owned()).unwrap());
    let mut conn = press.editorial().await;
    let refused = refusal(publishing::withdraw(&mut conn, &author, &[german], OnPending::Refuse).await);
    assert!(matches!(refused, Refusal::NotAllowed { .. }), "{refused}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_signed_out_does_nothing() {
    let press = Press::open().await;
    let editor = press.person("editor").await;
    press.database.execute("UPDATE editorial.sessions SET ended_at = now(), ended_by = 'sign_out'").await;
    let edition = press.edition(&press.article("a").await).await;
    let mut conn = press.editorial().await;
    let refused = publishing::publish(&mut conn, &editor, &[edition], Update::Visible).await;
    assert_eq!(refusal(refused), Refusal::SignedOut);
}
