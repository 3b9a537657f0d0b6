//! One article: where it is found, what is read of it, and what stands beside it in other locales.

use domain::{Content, LiveArticle};
use store::delivery::editions;
use store::delivery::editions::{Address, Found, Wanted};
use store::editorial::drafts::Draft;
use uuid::Uuid;

use crate::press::{Press, en};

const TEASER: Wanted = Wanted { article: false, html: false, markdown: false, text: false, blocks: false };
const ARTICLE: Wanted = Wanted { article: true, ..TEASER };

async fn live(press: &Press, draft: &Draft, wanted: Wanted) -> LiveArticle {
    let mut conn = press.delivery().await;
    let found = editions::find(&mut conn, &draft.locale, &Address::Id(draft.article.0), wanted).await;
    let Ok(Found::Live(article)) = found else { panic!("not live: {found:?}") };
    *article
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_is_found_by_its_slug_and_by_its_identity() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    assert_eq!([press.at_slug("a").await, press.at_id(&draft).await], ["nothing", "nothing"]);
    press.publish(&draft).await.unwrap();
    assert_eq!([press.at_slug("a").await, press.at_id(&draft).await], ["live", "live"]);
    assert_eq!(press.at_slug("unknown").await, "nothing");
    assert_eq!(press.at(&Address::Id(Uuid::now_v7())).await, "nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_slug_it_had_leads_straight_to_where_it_is() {
    let press = Press::open().await;
    let mut draft = press.article("first").await;
    press.publish(&draft).await.unwrap();
    for name in ["second", "third"] {
        draft = press.renamed(&draft, name).await;
        press.publish(&draft).await.unwrap();
    }
    for (name, found) in [("first", "moved to third"), ("second", "moved to third"), ("third", "live")] {
        assert_eq!(press.at_slug(name).await, found, "{name}");
    }
    assert_eq!(press.at_id(&draft).await, "live");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_withdrawn_article_is_gone_at_every_address_it_had() {
    let press = Press::open().await;
    let draft = press.article("first").await;
    press.publish(&draft).await.unwrap();
    press.publish(&press.renamed(&draft, "second").await).await.unwrap();
    press.withdraw(&draft).await.unwrap();
    for found in [press.at_slug("first").await, press.at_slug("second").await, press.at_id(&draft).await] {
        assert_eq!(found, "gone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_belongs_to_its_locale() {
    let press = Press::open().await;
    let english = press.article("english").await;
    let german = press.translation(&english, "de", press.content("deutsch")).await;
    press.publish(&german).await.unwrap();
    assert_eq!([press.at_slug("deutsch").await, press.at_id(&english).await], ["nothing", "nothing"]);
    press.publish(&english).await.unwrap();
    press.withdraw(&german).await.unwrap();
    assert_eq!([press.at_slug("english").await, press.at_id(&english).await], ["live", "live"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn readers_see_the_newest_edition_and_the_number_of_its_act() {
    let press = Press::open().await;
    let first = press.article("a").await;
    press.publish(&first).await.unwrap();
    press.publish(&press.article("b").await).await.unwrap();
    press.publish(&press.rewritten(&first, "Second.").await).await.unwrap();
    let article = live(&press, &first, Wanted { text: true, ..ARTICLE }).await;
    assert_eq!(article.body.text.as_deref(), Some("\"Second.\""));
    assert_eq!(article.teaser.sequence, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_is_wanted_is_read() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    let draft = press.rewritten(&draft, "A *word*.").await;
    press.publish(&draft).await.unwrap();
    let forms = |article: LiveArticle| {
        let body = article.body;
        [body.html, body.markdown, body.text].map(Option::unwrap_or_default)
    };
    let (html, markdown, text) = (true, true, true);
    for (wanted, read) in [
        (ARTICLE, ["", "", ""]),
        (Wanted { html, ..ARTICLE }, [r#""<p>A <em>word</em>.</p>\n""#, "", ""]),
        (Wanted { markdown, ..ARTICLE }, ["", r#""A *word*.""#, ""]),
        (Wanted { text, ..ARTICLE }, ["", "", r#""A word.""#]),
    ] {
        let article = live(&press, &draft, wanted).await;
        assert!(article.article_json.starts_with("\"outline\""), "{}", article.article_json);
        assert_eq!(forms(article), read, "{wanted:?}");
    }
    let teaser = live(&press, &draft, TEASER).await;
    assert!(
        teaser.article_json.is_empty() && teaser.teaser.teaser_json.starts_with("\"section\""),
        "{teaser:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_names_its_live_counterparts_in_other_locales() {
    let press = Press::open().await;
    let english = press.article("english").await;
    let german = press.translation(&english, "de", press.content("deutsch")).await;
    let french = press.translation(&english, "fr", press.content("francais")).await;
    let italian = press.translation(&english, "it", press.content("italiano")).await;
    press.show(&press.editions(&[&english, &french, &german]).await).await.unwrap();
    press.schedule(&italian).await.unwrap();
    press.publish(&press.article("another").await).await.unwrap();
    let alternates = async |of: &Draft| {
        let alternates = live(&press, of, ARTICLE).await.alternates;
        let named =
            alternates.iter().map(|other| format!("{} {} {}", other.locale, other.section, other.slug));
        named.collect::<Vec<_>>()
    };
    assert_eq!(alternates(&english).await, ["de engineering deutsch", "fr engineering francais"]);
    assert_eq!(alternates(&german).await, ["en engineering english", "fr engineering francais"]);
    press.withdraw(&german).await.unwrap();
    assert_eq!(alternates(&english).await, ["fr engineering francais"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_was_saved_but_not_published_changes_nothing_for_readers() {
    let press = Press::open().await;
    let draft = press.article("a").await;
    press.publish(&draft).await.unwrap();
    let before = live(&press, &draft, ARTICLE).await;
    press.saved(&draft, Content { section: None, ..press.content("b") }).await;
    assert_eq!(live(&press, &draft, ARTICLE).await, before);
    let other =
        editions::find(&mut press.delivery().await, &en(), &Address::Slug("b".to_owned()), TEASER).await;
    assert!(matches!(other, Err(store::Error::NotFound)), "{other:?}");
}
