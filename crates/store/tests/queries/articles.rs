//! Single articles: lookup by address, requested fields, and alternates in other locales.

use domain::{Content, LiveArticle};
use store::delivery::editions;
use store::delivery::editions::{EditionAddress, Fields, FoundEdition};
use store::editorial::drafts::Draft;
use uuid::Uuid;

use crate::fixture::{TestStore, en};

const TEASER: Fields = Fields { article: false, html: false, markdown: false, text: false, blocks: false };
const ARTICLE: Fields = Fields { article: true, ..TEASER };

async fn live(fixture: &TestStore, draft: &Draft, wanted: Fields) -> LiveArticle {
    let mut conn = fixture.delivery().await;
    let found = editions::find(&mut conn, &draft.locale, &EditionAddress::Id(draft.article.0), wanted).await;
    let Ok(FoundEdition::Live(article)) = found else { panic!("not live: {found:?}") };
    *article
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_found_by_slug_and_by_id() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    assert_eq!([fixture.at_slug("a").await, fixture.at_id(&draft).await], ["nothing", "nothing"]);
    fixture.publish(&draft).await.unwrap();
    assert_eq!([fixture.at_slug("a").await, fixture.at_id(&draft).await], ["live", "live"]);
    assert_eq!(fixture.at_slug("unknown").await, "nothing");
    assert_eq!(fixture.at(&EditionAddress::Id(Uuid::now_v7())).await, "nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_former_slug_redirects_directly_to_the_current_slug() {
    let fixture = TestStore::open().await;
    let mut draft = fixture.article("first").await;
    fixture.publish(&draft).await.unwrap();
    for name in ["second", "third"] {
        draft = fixture.save_slug(&draft, name).await;
        fixture.publish(&draft).await.unwrap();
    }
    for (name, found) in [("first", "moved to third"), ("second", "moved to third"), ("third", "live")] {
        assert_eq!(fixture.at_slug(name).await, found, "{name}");
    }
    assert_eq!(fixture.at_id(&draft).await, "live");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_article_is_gone_at_current_and_former_slugs_and_id() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("first").await;
    fixture.publish(&draft).await.unwrap();
    fixture.publish(&fixture.save_slug(&draft, "second").await).await.unwrap();
    fixture.withdraw(&draft).await.unwrap();
    for found in
        [fixture.at_slug("first").await, fixture.at_slug("second").await, fixture.at_id(&draft).await]
    {
        assert_eq!(found, "gone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn slugs_and_ids_are_looked_up_per_locale() {
    let fixture = TestStore::open().await;
    let english = fixture.article("english").await;
    let german = fixture.translation(&english, "de", fixture.content("deutsch")).await;
    fixture.publish(&german).await.unwrap();
    assert_eq!([fixture.at_slug("deutsch").await, fixture.at_id(&english).await], ["nothing", "nothing"]);
    fixture.publish(&english).await.unwrap();
    fixture.withdraw(&german).await.unwrap();
    assert_eq!([fixture.at_slug("english").await, fixture.at_id(&english).await], ["live", "live"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_newest_edition_is_live_with_the_sequence_of_its_act() {
    let fixture = TestStore::open().await;
    let first = fixture.article("a").await;
    fixture.publish(&first).await.unwrap();
    fixture.publish(&fixture.article("b").await).await.unwrap();
    fixture.publish(&fixture.save_body(&first, "Second.").await).await.unwrap();
    let article = live(&fixture, &first, Fields { text: true, ..ARTICLE }).await;
    assert_eq!(article.body.text.as_deref(), Some("\"Second.\""));
    assert_eq!(article.teaser.sequence, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_requested_fields_are_read() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    let draft = fixture.save_body(&draft, "A *word*.").await;
    fixture.publish(&draft).await.unwrap();
    let forms = |article: LiveArticle| {
        let body = article.body;
        [body.html, body.markdown, body.text].map(Option::unwrap_or_default)
    };
    let (html, markdown, text) = (true, true, true);
    for (wanted, read) in [
        (ARTICLE, ["", "", ""]),
        (Fields { html, ..ARTICLE }, [r#""<p>A <em>word</em>.</p>\n""#, "", ""]),
        (Fields { markdown, ..ARTICLE }, ["", r#""A *word*.""#, ""]),
        (Fields { text, ..ARTICLE }, ["", "", r#""A word.""#]),
    ] {
        let article = live(&fixture, &draft, wanted).await;
        assert!(article.article_json.starts_with("\"outline\""), "{}", article.article_json);
        assert_eq!(forms(article), read, "{wanted:?}");
    }
    let teaser = live(&fixture, &draft, TEASER).await;
    assert!(
        teaser.article_json.is_empty() && teaser.teaser.teaser_json.starts_with("\"section\""),
        "{teaser:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn alternates_list_the_live_translations_of_an_article() {
    let fixture = TestStore::open().await;
    let english = fixture.article("english").await;
    let german = fixture.translation(&english, "de", fixture.content("deutsch")).await;
    let french = fixture.translation(&english, "fr", fixture.content("francais")).await;
    let italian = fixture.translation(&english, "it", fixture.content("italiano")).await;
    fixture.publish_editions(&fixture.editions(&[&english, &french, &german]).await).await.unwrap();
    fixture.schedule(&italian).await.unwrap();
    fixture.publish(&fixture.article("another").await).await.unwrap();
    let alternates = async |of: &Draft| {
        let alternates = live(&fixture, of, ARTICLE).await.alternates;
        let named =
            alternates.iter().map(|other| format!("{} {} {}", other.locale, other.section, other.slug));
        named.collect::<Vec<_>>()
    };
    assert_eq!(alternates(&english).await, ["de engineering deutsch", "fr engineering francais"]);
    assert_eq!(alternates(&german).await, ["en engineering english", "fr engineering francais"]);
    fixture.withdraw(&german).await.unwrap();
    assert_eq!(alternates(&english).await, ["fr engineering francais"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn saving_without_publishing_changes_nothing_public() {
    let fixture = TestStore::open().await;
    let draft = fixture.article("a").await;
    fixture.publish(&draft).await.unwrap();
    let before = live(&fixture, &draft, ARTICLE).await;
    fixture.saved(&draft, Content { section: None, ..fixture.content("b") }).await;
    assert_eq!(live(&fixture, &draft, ARTICLE).await, before);
    let other =
        editions::find(&mut fixture.delivery().await, &en(), &EditionAddress::Slug("b".to_owned()), TEASER)
            .await;
    assert!(matches!(other, Err(store::Error::NotFound)), "{other:?}");
}
