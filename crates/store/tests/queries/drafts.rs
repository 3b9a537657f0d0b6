//! Drafts: every save is the next revision, and what was saved stays as it was.

use domain::{Content, DraftId, Hero, Seo, SeriesPart, TermKind};
use futures_util::future::{join, join_all};
use store::Error;
use store::editorial::drafts;
use store::editorial::drafts::Saving;
use uuid::Uuid;

use crate::database::WAITING;
use crate::press::{Press, act, day, en, markdown, new_draft, slug};

/// Content with everything that content may have.
async fn everything(press: &Press) -> Content {
    let [vera, jo] = [press.term(TermKind::Author, "vera").await, press.term(TermKind::Author, "jo").await];
    let [tag, other] = [press.term(TermKind::Tag, "tag").await, press.term(TermKind::Tag, "other").await];
    let series = press.term(TermKind::Series, "series").await;
    let hero = Hero {
        src: "https://images.example/hero.jpg".to_owned(),
        alt: "A bridge".to_owned(),
        caption: Some("In fog".to_owned()),
        credit: None,
        width: 1600,
        height: 900,
        sources: vec!["https://images.example/hero-small.jpg".to_owned()],
        placeholder: None,
    };
    let fields = serde_json::json!({ "zeta": [1, 2], "alpha": { "deep": null }, "mood": "calm" });
    Content {
        kicker: Some("Review".to_owned().try_into().unwrap()),
        standfirst: Some("A standfirst.".to_owned().try_into().unwrap()),
        byline: vec![vera, jo],
        tags: vec![other, tag],
        series: Some(SeriesPart { series, part: 2 }),
        hero: Some(hero),
        body: markdown("# Ä body\n\n\u{1F309}\r\n  with *all* \\ of it\t"),
        seo: Seo { title: Some("Title".to_owned()), noindex: true, ..Seo::default() },
        first_published_at: Some(domain::Moment::clamped(day("2019-05-04"))),
        fields: fields.as_object().unwrap().clone(),
        ..press.content("everything")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_comes_back_as_it_was_saved() {
    let press = Press::open().await;
    let full = press.draft(everything(&press).await).await;
    let bare = press.draft(Content::default()).await;
    let mut conn = press.editorial().await;
    let mut loaded = drafts::load(&mut conn, &[full.id, bare.id, DraftId(Uuid::now_v7())]).await.unwrap();
    loaded.sort_by_key(|draft| draft.id);
    assert_eq!(loaded, [full, bare]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_save_is_the_next_revision_and_the_older_ones_stay_as_they_were() {
    let press = Press::open().await;
    let content = everything(&press).await;
    let first = press.draft(content.clone()).await;
    let kept = "SELECT array_agg(to_jsonb(revisions) ORDER BY number)::text || (
            SELECT array_agg(to_jsonb(named) ORDER BY position)::text
            FROM editorial.revision_terms AS named WHERE number = 1
        ) FROM editorial.revisions WHERE number = 1";
    let before = press.database.value(kept).await;
    let second = press.saved(&first, press.content("second")).await;
    let third = press.saved(&second, Content { tags: Vec::new(), ..content }).await;
    assert_eq!([first.revision, second.revision, third.revision], [1, 2, 3]);
    assert_eq!(drafts::load(&mut press.editorial().await, &[first.id]).await.unwrap(), [third]);
    assert_eq!(press.database.value(kept).await, before);
    let numbers = "SELECT number FROM editorial.revisions ORDER BY number";
    assert_eq!(press.database.column(numbers).await, ["1", "2", "3"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_saves_on_the_same_base_one_wins_and_the_others_hear_what_is_current() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    // All begin before the first can end.
    let other = press.database.session().await;
    other.execute("BEGIN; SELECT FROM editorial.drafts FOR UPDATE").await;
    let saves = join_all((0..8).map(async |number| {
        let content = press.content(&format!("save-{number}"));
        let other = Saving::Replaced(Box::new(content));
        drafts::save(&mut press.editorial().await, &act(), draft.id, 1, &other).await
    }));
    let meanwhile = async {
        press.database.until(&format!("{WAITING} = 8")).await;
        other.execute("COMMIT").await;
    };
    let (saves, ()) = join(saves, meanwhile).await;
    let (won, lost): (Vec<_>, Vec<_>) = saves.into_iter().partition(Result::is_ok);
    let won = won.into_iter().map(|won| won.unwrap().into_inner().entry.revision);
    assert_eq!(won.collect::<Vec<_>>(), [2]);
    assert!(lost.iter().all(|lost| matches!(lost, Err(Error::Stale { current: 2 }))), "{lost:?}");
    assert_eq!(press.database.value("SELECT count(*) FROM editorial.revisions").await, "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_on_an_old_base_or_of_no_draft_changes_nothing() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.saved(&draft, press.content("b")).await;
    let before = press.database.contents().await;
    let mut conn = press.editorial().await;
    for (id, expected) in [(draft.id, 1), (draft.id, 3), (DraftId(Uuid::now_v7()), 1)] {
        let other = Saving::Replaced(Box::new(draft.content.clone()));
        let refused = drafts::save(&mut conn, &act(), id, expected, &other).await.unwrap_err();
        match refused {
            Error::Stale { current } => assert_eq!((id, current), (draft.id, 2)),
            other => assert!(id != draft.id && matches!(other, Error::NotFound), "{other}"),
        }
    }
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_made_all_or_none() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    let before = press.database.contents().await;
    let same_article_and_locale = drafts::Draft { article: draft.article, ..new_draft(press.content("b")) };
    let new = [new_draft(press.content("c")), same_article_and_locale];
    drafts::create(&mut press.editorial().await, &act(), &new).await.unwrap_err();
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slug_is_in_use_in_the_newest_revision_of_a_draft_and_wherever_it_was_public() {
    let press = Press::open().await;
    let draft = press.article("old").await;
    press.saved(&draft, press.content("new")).await;
    let published = press.article("public").await;
    press.publish(&published).await.unwrap();
    press.saved(&published, press.content("moving")).await;
    press.translation(&draft, "de", press.content("deutsch")).await;
    let asked = ["old", "new", "public", "moving", "deutsch", "unknown"].map(slug);
    let mut used = drafts::slugs_in_use(&mut press.editorial().await, &en(), &asked).await.unwrap();
    used.sort();
    assert_eq!(used, ["moving", "new", "public"].map(slug));
}
