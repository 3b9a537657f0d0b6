//! Drafts: every save appends a revision, and revisions do not change.

use domain::{Content, DraftId, Hero, Seo, SeriesPart, TermKind};
use futures_util::future::{join, join_all};
use store::Error;
use store::editorial::drafts;
use store::editorial::drafts::DraftEdit;
use store::write;
use uuid::Uuid;

use crate::database::WAITING;
use crate::fixture::{TestStore, context, day, en, markdown, new_draft, slug};

/// Content with every field set.
async fn content_with_every_field(fixture: &TestStore) -> Content {
    let [vera, jo] =
        [fixture.term(TermKind::Author, "vera").await, fixture.term(TermKind::Author, "jo").await];
    let [tag, other] = [fixture.term(TermKind::Tag, "tag").await, fixture.term(TermKind::Tag, "other").await];
    let series = fixture.term(TermKind::Series, "series").await;
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
        ..fixture.content("everything")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_draft_is_loaded_unchanged() {
    let fixture = TestStore::open().await;
    let full = fixture.draft(content_with_every_field(&fixture).await).await;
    let bare = fixture.draft(Content::default()).await;
    let mut conn = fixture.editorial().await;
    let mut loaded = drafts::load(&mut conn, &[full.id, bare.id, DraftId(Uuid::now_v7())]).await.unwrap();
    loaded.sort_by_key(|draft| draft.id);
    assert_eq!(loaded, [full, bare]);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_save_appends_a_revision_and_leaves_older_ones_unchanged() {
    let fixture = TestStore::open().await;
    let content = content_with_every_field(&fixture).await;
    let first = fixture.draft(content.clone()).await;
    let kept = "SELECT array_agg(to_jsonb(revisions) ORDER BY number)::text || (
            SELECT array_agg(to_jsonb(named) ORDER BY position)::text
            FROM editorial.revision_terms AS named WHERE number = 1
        ) FROM editorial.revisions WHERE number = 1";
    let before = fixture.database.value(kept).await;
    let second = fixture.saved(&first, fixture.content("second")).await;
    let third = fixture.saved(&second, Content { tags: Vec::new(), ..content }).await;
    assert_eq!([first.revision, second.revision, third.revision], [1, 2, 3]);
    assert_eq!(drafts::load(&mut fixture.editorial().await, &[first.id]).await.unwrap(), [third]);
    assert_eq!(fixture.database.value(kept).await, before);
    let numbers = "SELECT number FROM editorial.revisions ORDER BY number";
    assert_eq!(fixture.database.column(numbers).await, ["1", "2", "3"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_concurrent_save_wins_and_the_others_get_the_current_revision() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    // Hold a lock, so that all saves start before the first can finish.
    let other = fixture.database.session().await;
    other.execute("BEGIN; SELECT FROM editorial.drafts FOR UPDATE").await;
    let saves = join_all((0..8).map(async |number| {
        let content = fixture.content(&format!("save-{number}"));
        let other = DraftEdit::Replace(Box::new(content));
        fixture.write(async |tx| drafts::save(tx, draft.id, 1, &other).await).await
    }));
    let meanwhile = async {
        fixture.database.until(&format!("{WAITING} = 8")).await;
        other.execute("COMMIT").await;
    };
    let (saves, ()) = join(saves, meanwhile).await;
    let (won, lost): (Vec<_>, Vec<_>) = saves.into_iter().partition(Result::is_ok);
    let won = won.into_iter().map(|won| won.unwrap().into_inner().entry.revision);
    assert_eq!(won.collect::<Vec<_>>(), [2]);
    assert!(lost.iter().all(|lost| matches!(lost, Err(Error::VersionConflict { current: 2 }))), "{lost:?}");
    assert_eq!(fixture.database.value("SELECT count(*) FROM editorial.revisions").await, "2");
}

#[tokio::test(flavor = "multi_thread")]
async fn saves_with_a_wrong_base_revision_or_an_unknown_draft_write_nothing() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.saved(&draft, fixture.content("b")).await;
    let before = fixture.database.contents().await;
    let mut conn = fixture.editorial().await;
    for (id, expected) in [(draft.id, 1), (draft.id, 3), (DraftId(Uuid::now_v7()), 1)] {
        let other = DraftEdit::Replace(Box::new(draft.content.clone()));
        let refused =
            write::once(&mut conn, &context(), async |tx| drafts::save(tx, id, expected, &other).await)
                .await
                .unwrap_err();
        match refused {
            Error::VersionConflict { current } => assert_eq!((id, current), (draft.id, 2)),
            other => assert!(id != draft.id && matches!(other, Error::NotFound), "{other}"),
        }
    }
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn creating_many_drafts_is_atomic() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    let before = fixture.database.contents().await;
    let same_article_and_locale = drafts::Draft { article: draft.article, ..new_draft(fixture.content("b")) };
    let new = [new_draft(fixture.content("c")), same_article_and_locale];
    fixture.write(async |tx| drafts::create_many(tx, &new).await).await.unwrap_err();
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn slugs_in_use_are_those_of_newest_revisions_and_published_ones() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("old").await;
    fixture.saved(&draft, fixture.content("new")).await;
    let published = fixture.article("public").await;
    fixture.publish(&published).await.unwrap();
    fixture.saved(&published, fixture.content("moving")).await;
    fixture.translation(&draft, "de", fixture.content("deutsch")).await;
    let asked = ["old", "new", "public", "moving", "deutsch", "unknown"].map(slug);
    let mut used = drafts::slugs_in_use(&mut fixture.editorial().await, &en(), &asked).await.unwrap();
    used.sort();
    assert_eq!(used, ["moving", "new", "public"].map(slug));
}
