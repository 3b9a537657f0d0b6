//! Links between articles: resolved when read, and refused when their target is not public.

use domain::{ArticleId, Content, Limit, PathPattern, Refusal, Site};
use serde_json::Value;
use store::delivery::editions;
use store::delivery::editions::{EditionAddress, Fields, FoundEdition, Sort, SortKey};
use store::editorial::drafts::Draft;

use crate::fixture::{TestStore, en, new_draft, refusal};

const HTML: Fields = Fields { article: true, html: true, markdown: true, text: true, blocks: true };

pub(crate) fn site() -> Site {
    Site {
        name: "Test".to_owned(),
        base_url: "https://a.example".to_owned(),
        path_pattern: PathPattern::try_from("/{locale}/{section}/{slug}".to_owned()).unwrap(),
        former_path_patterns: vec![],
        default_locale: en(),
        locales: ["en", "de", "fr"].map(|tag| tag.to_owned().try_into().unwrap()).to_vec(),
        time_zone: domain::TimeZone::utc(),
    }
}

/// A body with one link to each of these articles.
fn body_linking_to(targets: &[&Draft]) -> String {
    targets.iter().map(|target| format!("[to](article:{}#why) ", target.article)).collect()
}

async fn body(fixture: &TestStore, draft: &Draft, wanted: Fields) -> Value {
    let mut conn = fixture.delivery().await;
    let found = editions::find(&mut conn, &draft.locale, &EditionAddress::Id(draft.article.0), wanted).await;
    let Ok(FoundEdition::Live(article)) = found else { panic!("not live: {found:?}") };
    let mut json = String::new();
    article.write(&site(), &mut json).unwrap();
    let article: Value = serde_json::from_str(&json).unwrap();
    article.get("body").unwrap().clone()
}

/// The resolved addresses of an article's links, in order.
async fn link_paths(fixture: &TestStore, draft: &Draft) -> Vec<String> {
    let body = body(fixture, draft, HTML).await;
    let html = body.get("html").and_then(Value::as_str).unwrap();
    let links = html.split("<a").skip(1).map(str::to_owned);
    let address = |link: String| {
        let address = link.strip_prefix(" href=\"")?.split('"').next()?;
        Some(address.strip_prefix("https://a.example/")?.strip_suffix("#why")?.to_owned())
    };
    links.map(|link| address(link).unwrap_or_default()).collect()
}

/// Two published articles; the second links to the first.
async fn publish_linked_articles(fixture: &TestStore) -> (Draft, Draft) {
    let target = fixture.article("target").await;
    fixture.publish(&target).await.unwrap();
    let draft = fixture.article("links").await;
    let draft = fixture.save_body(&draft, &body_linking_to(&[&target])).await;
    fixture.publish(&draft).await.unwrap();
    (target, draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_follows_its_target_to_a_new_slug_without_republishing() {
    let fixture = TestStore::open().await;
    let (target, draft) = publish_linked_articles(&fixture).await;
    assert_eq!(link_paths(&fixture, &draft).await, ["en/engineering/target"]);
    fixture.publish(&fixture.save_slug(&target, "moved").await).await.unwrap();
    assert_eq!(link_paths(&fixture, &draft).await, ["en/engineering/moved"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_a_withdrawn_article_keeps_its_text_without_href() {
    let fixture = TestStore::open().await;
    let (target, draft) = publish_linked_articles(&fixture).await;
    fixture.withdraw(&target).await.unwrap();
    assert_eq!(body(&fixture, &draft, HTML).await["html"], "<p><a>to</a></p>\n");
    fixture.publish(&target).await.unwrap();
    assert_eq!(link_paths(&fixture, &draft).await, ["en/engineering/target"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_are_resolved_in_html_but_not_in_markdown_and_text() {
    let fixture = TestStore::open().await;
    let (target, draft) = publish_linked_articles(&fixture).await;
    let body = body(&fixture, &draft, HTML).await;
    assert_eq!(body["markdown"], body_linking_to(&[&target]));
    assert_eq!(body["text"], "to");
}

#[tokio::test(flavor = "multi_thread")]
async fn links_are_read_only_for_fields_that_show_them_in_lists_and_articles() {
    let fixture = TestStore::open().await;
    let (target, draft) = publish_linked_articles(&fixture).await;
    let filter = editions::EditionFilter {
        locale: en(),
        ids: vec![draft.article.0],
        any_of: Vec::new(),
        tags_all: Vec::new(),
        published_since: None,
        published_before: None,
    };
    let sort = Sort { key: SortKey::FirstPublishedAt, descending: true };
    let limit = Limit::try_from(1).unwrap();
    let tree = Fields { html: false, ..HTML };
    let without = Fields { blocks: false, ..tree };
    let all = || vec![target.article];
    for (wanted, links) in [(HTML, all()), (tree, all()), (without, vec![]), (Fields::default(), vec![])] {
        let mut conn = fixture.delivery().await;
        let page = editions::list(&mut conn, &filter, sort, None, limit, wanted).await.unwrap();
        let read: Vec<ArticleId> = page.entries[0].links.iter().map(|link| link.article_id).collect();
        assert_eq!(read, links, "{wanted:?}");
        let found = editions::find(&mut conn, &en(), &EditionAddress::Id(draft.article.0), wanted).await;
        let Ok(FoundEdition::Live(found)) = found else { panic!("{found:?}") };
        assert_eq!(found.links, page.entries[0].links, "{wanted:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_prefers_the_locale_of_its_article() {
    let fixture = TestStore::open().await;
    let english = fixture.article("target").await;
    let french = fixture.translation(&english, "fr", fixture.content("but")).await;
    let german = fixture.translation(&english, "de", fixture.content("ziel")).await;
    fixture.publish_editions(&fixture.editions(&[&french, &german]).await).await.unwrap();
    let draft = fixture.article("links").await;
    let draft = fixture.save_body(&draft, &body_linking_to(&[&english])).await;
    fixture.publish(&draft).await.unwrap();
    assert_eq!(link_paths(&fixture, &draft).await, ["de/engineering/ziel"]);
    fixture.publish(&english).await.unwrap();
    assert_eq!(link_paths(&fixture, &draft).await, ["en/engineering/target"]);
    fixture.withdraw(&english).await.unwrap();
    fixture.withdraw(&german).await.unwrap();
    assert_eq!(link_paths(&fixture, &draft).await, ["fr/engineering/but"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn all_links_to_articles_that_are_not_live_are_refused_together() {
    let fixture = TestStore::open().await;
    let (live, withdrawn, drafted) =
        (fixture.article("live").await, fixture.article("withdrawn").await, fixture.article("draft").await);
    let scheduled = fixture.article("scheduled").await;
    fixture.publish(&live).await.unwrap();
    fixture.publish(&withdrawn).await.unwrap();
    fixture.withdraw(&withdrawn).await.unwrap();
    fixture.schedule(&scheduled).await.unwrap();
    let unknown = new_draft(Content::default());
    let draft = fixture.article("links").await;
    let targets = [&drafted, &live, &withdrawn, &unknown, &scheduled, &drafted];
    let draft = fixture.save_body(&draft, &body_linking_to(&targets)).await;
    let before = fixture.database.contents().await;
    let dead = [&drafted, &withdrawn, &unknown, &scheduled].map(|draft| draft.article).to_vec();
    assert_eq!(refusal(fixture.publish(&draft).await), Refusal::DeadLinks(dead.clone()));
    assert_eq!(refusal(fixture.schedule(&draft).await), Refusal::DeadLinks(dead));
    assert!(fixture.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_that_link_to_each_other_can_be_published_in_one_act() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    let (a, b) = (
        fixture.save_body(&a, &body_linking_to(&[&b, &a])).await,
        fixture.save_body(&b, &body_linking_to(&[&a])).await,
    );
    assert_eq!(refusal(fixture.publish(&a).await), Refusal::DeadLinks(vec![b.article]));
    assert_eq!(fixture.publish_editions(&fixture.editions(&[&a, &b]).await).await.unwrap(), Some(1));
    assert_eq!(link_paths(&fixture, &a).await, ["en/engineering/b", "en/engineering/a"]);
    assert_eq!(link_paths(&fixture, &b).await, ["en/engineering/a"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_article_has_its_links_when_activated() {
    let fixture = TestStore::open().await;
    let (target, _) = publish_linked_articles(&fixture).await;
    let draft = fixture.article("later").await;
    let draft = fixture.save_body(&draft, &body_linking_to(&[&target])).await;
    fixture.schedule(&draft).await.unwrap();
    fixture.backdate_schedule(&draft, "2020-02-02").await;
    assert_eq!(fixture.activate_due().await, 1);
    assert_eq!(link_paths(&fixture, &draft).await, ["en/engineering/target"]);
}
