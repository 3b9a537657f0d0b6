//! Terms: managed by editors, public while they have live articles.

use std::slice;

use domain::{Content, Hero, Limit, Refusal, Term, TermId, TermKind};
use store::Error;
use store::delivery::terms as public_terms;
use store::delivery::terms::{ListedTerm, TermPosition};
use store::editorial::terms;
use store::write;
use uuid::Uuid;

use crate::fixture::{TestStore, context, en, new_term, refusal, slug};

/// The slugs of a page, and whether there are more.
async fn page(
    fixture: &TestStore,
    kind: &str,
    position: Option<TermPosition>,
    limit: i64,
) -> (Vec<String>, bool) {
    let (limit, locale) = (Limit::try_from(limit).unwrap(), en());
    let mut conn = fixture.delivery().await;
    let listing = public_terms::list(&mut conn, kind, &locale, position.as_ref(), limit);
    let (terms, more) = listing.await.unwrap();
    (terms.into_iter().map(|term| term.slug).collect(), more)
}

fn position_at(slug: &str, before: bool) -> Option<TermPosition> {
    Some(TermPosition { slug: slug.to_owned(), before })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_created_term_is_loaded_unchanged() {
    let fixture = TestStore::open().await;
    let picture = Hero {
        src: "https://images.example/vera.jpg".to_owned(),
        alt: "Vera".to_owned(),
        caption: None,
        credit: Some("Jo".to_owned()),
        width: 400,
        height: 300,
        sources: vec!["https://images.example/vera-2x.jpg".to_owned()],
        placeholder: None,
    };
    let author = Term {
        description: Some("Builds bridges.".to_owned()),
        url: Some("https://vera.example".to_owned()),
        picture: Some(picture),
        ..new_term(TermKind::Author, "vera")
    };
    let mut conn = fixture.editorial().await;
    write::once(&mut conn, &context(), async |tx| terms::create(tx, slice::from_ref(&author)).await)
        .await
        .unwrap();
    let loaded = terms::load(&mut conn, &[author.id, TermId(Uuid::now_v7())]).await.unwrap();
    assert_eq!(loaded.values().collect::<Vec<_>>(), [&author]);
    let found =
        terms::resolve_slugs(&mut conn, TermKind::Author, &[slug("vera"), slug("unknown")]).await.unwrap();
    assert_eq!(found.into_values().collect::<Vec<_>>(), [author]);
    assert!(terms::resolve_slugs(&mut conn, TermKind::Tag, &[slug("vera")]).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn term_slugs_are_unique_per_kind() {
    let fixture = TestStore::open().await;
    fixture.term(TermKind::Tag, "name").await;
    fixture.term(TermKind::Series, "name").await;
    let mut conn = fixture.editorial().await;
    let both = [new_term(TermKind::Tag, "fresh"), new_term(TermKind::Tag, "name")];
    assert_eq!(
        refusal(write::once(&mut conn, &context(), async |tx| terms::create(tx, &both).await).await),
        Refusal::TermExists
    );
    assert!(terms::resolve_slugs(&mut conn, TermKind::Tag, &[slug("fresh")]).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_without_live_articles_is_not_listed() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    let tagged = |name| Content { tags: vec![tag], ..fixture.content(name) };
    let (draft, scheduled) = (fixture.draft(tagged("a")).await, fixture.draft(tagged("b")).await);
    fixture.schedule(&scheduled).await.unwrap();
    let visible = async || {
        let mut conn = fixture.delivery().await;
        let listed = !page(&fixture, "tag", None, 10).await.0.is_empty();
        let found = match public_terms::find(&mut conn, "tag", &en(), "tag").await {
            Ok(ListedTerm { article_count, .. }) => article_count,
            Err(Error::NotFound) => 0,
            Err(other) => panic!("{other}"),
        };
        (listed, found)
    };
    assert_eq!(visible().await, (false, 0), "a draft and a schedule");
    fixture.publish(&draft).await.unwrap();
    assert_eq!(visible().await, (true, 1), "one is live");
    let without = fixture.saved(&draft, fixture.content("a")).await;
    fixture.publish(&without).await.unwrap();
    assert_eq!(visible().await, (false, 0), "it lost the tag");
    fixture.publish(&fixture.saved(&without, tagged("a")).await).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    assert_eq!(visible().await, (false, 0), "it was withdrawn");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_term_is_listed_only_in_locales_with_live_articles() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    let english = fixture.draft(fixture.content("a")).await;
    let content = Content { tags: vec![tag], ..fixture.content("ein-a") };
    let german = fixture.translation(&english, "de", content).await;
    fixture.publish_editions(&fixture.editions(&[&english, &german]).await).await.unwrap();
    let mut conn = fixture.delivery().await;
    let in_english = public_terms::find(&mut conn, "tag", &en(), "tag").await;
    assert!(matches!(in_english, Err(Error::NotFound)), "{in_english:?}");
    let in_german = public_terms::find(&mut conn, "tag", &german.locale, "tag").await.unwrap();
    assert_eq!(in_german.article_count, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_public_term_has_all_its_properties_and_its_article_count() {
    let fixture = TestStore::open().await;
    let author = Term {
        description: Some("Builds bridges.".to_owned()),
        url: Some("https://vera.example".to_owned()),
        ..new_term(TermKind::Author, "vera")
    };
    fixture.write(async |tx| terms::create(tx, slice::from_ref(&author)).await).await.unwrap();
    let kicker = Some("A Review".to_owned().try_into().unwrap());
    for name in ["a", "b"] {
        let content = Content { byline: vec![author.id], kicker: kicker.clone(), ..fixture.content(name) };
        fixture.publish(&fixture.draft(content).await).await.unwrap();
    }
    let Term { description, url, picture, .. } = author;
    let seen = public_terms::find(&mut fixture.delivery().await, "author", &en(), "vera").await.unwrap();
    let (slug, name) = ("vera".to_owned(), "vera".to_owned());
    assert_eq!(seen, ListedTerm { slug, name, description, url, picture, article_count: 2 });
    let seen = public_terms::find(&mut fixture.delivery().await, "kicker", &en(), "a-review").await.unwrap();
    assert_eq!((seen.name.as_str(), seen.article_count), ("A Review", 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn terms_are_paginated_by_slug_in_both_directions() {
    let fixture = TestStore::open().await;
    let mut tags = Vec::new();
    for name in ["c", "a", "e", "b", "d"] {
        tags.push(fixture.term(TermKind::Tag, name).await);
    }
    fixture.publish(&fixture.draft(Content { tags, ..fixture.content("x") }).await).await.unwrap();
    for (position, slugs, more) in [
        (None, &["a", "b"][..], true),
        (position_at("b", false), &["c", "d"], true),
        (position_at("d", false), &["e"], false),
        (position_at("e", false), &[], false),
        (position_at("e", true), &["c", "d"], true),
        (position_at("c", true), &["a", "b"], false),
        (position_at("a", true), &[], false),
    ] {
        let (seen, seen_more) = page(&fixture, "tag", position.clone(), 2).await;
        assert_eq!(
            (seen, seen_more),
            (slugs.iter().map(ToString::to_string).collect(), more),
            "{position:?}"
        );
    }
}
