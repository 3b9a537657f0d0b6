//! Links between articles: they lead to where their target lives when they are read, and to nothing dead when published.

use domain::{ArticleId, Content, Limit, PathPattern, Refusal, Site};
use serde_json::Value;
use store::delivery::editions;
use store::delivery::editions::{Address, Found, Sort, SortKey, Wanted};
use store::editorial::drafts::Draft;

use crate::press::{Press, en, new_draft, refusal};

const HTML: Wanted = Wanted { article: true, html: true, markdown: true, text: true, blocks: true };

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
fn linking(targets: &[&Draft]) -> String {
    targets.iter().map(|target| format!("[to](article:{}#why) ", target.article)).collect()
}

async fn body(press: &Press, draft: &Draft, wanted: Wanted) -> Value {
    let mut conn = press.delivery().await;
    let found = editions::find(&mut conn, &draft.locale, &Address::Id(draft.article.0), wanted).await;
    let Ok(Found::Live(article)) = found else { panic!("not live: {found:?}") };
    let mut json = String::new();
    article.write(&site(), &mut json).unwrap();
    let article: Value = serde_json::from_str(&json).unwrap();
    article.get("body").unwrap().clone()
}

/// Where the links of an article lead, in order; nothing for one without an address.
async fn addresses(press: &Press, draft: &Draft) -> Vec<String> {
    let body = body(press, draft, HTML).await;
    let html = body.get("html").and_then(Value::as_str).unwrap();
    let links = html.split("<a").skip(1).map(str::to_owned);
    let address = |link: String| {
        let address = link.strip_prefix(" href=\"")?.split('"').next()?;
        Some(address.strip_prefix("https://a.example/")?.strip_suffix("#why")?.to_owned())
    };
    links.map(|link| address(link).unwrap_or_default()).collect()
}

/// Two published articles, the second linking to the first.
async fn linked(press: &Press) -> (Draft, Draft) {
    let target = press.article("target").await;
    press.publish(&target).await.unwrap();
    let draft = press.article("links").await;
    let draft = press.rewritten(&draft, &linking(&[&target])).await;
    press.publish(&draft).await.unwrap();
    (target, draft)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_follows_its_target_to_a_new_slug_without_being_published_again() {
    let press = Press::open().await;
    let (target, draft) = linked(&press).await;
    assert_eq!(addresses(&press, &draft).await, ["en/engineering/target"]);
    press.publish(&press.renamed(&target, "moved").await).await.unwrap();
    assert_eq!(addresses(&press, &draft).await, ["en/engineering/moved"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_to_what_was_withdrawn_keeps_its_text_and_loses_its_address() {
    let press = Press::open().await;
    let (target, draft) = linked(&press).await;
    press.withdraw(&target).await.unwrap();
    assert_eq!(body(&press, &draft, HTML).await["html"], "<p><a>to</a></p>\n");
    press.publish(&target).await.unwrap();
    assert_eq!(addresses(&press, &draft).await, ["en/engineering/target"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_html_is_resolved() {
    let press = Press::open().await;
    let (target, draft) = linked(&press).await;
    let body = body(&press, &draft, HTML).await;
    assert_eq!(body["markdown"], linking(&[&target]));
    assert_eq!(body["text"], "to");
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_of_articles_are_resolved_and_what_shows_no_links_reads_none() {
    let press = Press::open().await;
    let (target, draft) = linked(&press).await;
    let filter = editions::Filter {
        locale: en(),
        ids: vec![draft.article.0],
        any_of: Vec::new(),
        tags_all: Vec::new(),
        published_since: None,
        published_before: None,
    };
    let sort = Sort { key: SortKey::FirstPublishedAt, descending: true };
    let limit = Limit::try_from(1).unwrap();
    let tree = Wanted { html: false, ..HTML };
    let without = Wanted { blocks: false, ..tree };
    let all = || vec![target.article];
    for (wanted, links) in [(HTML, all()), (tree, all()), (without, vec![]), (Wanted::default(), vec![])] {
        let mut conn = press.delivery().await;
        let page = editions::list(&mut conn, &filter, sort, None, limit, wanted).await.unwrap();
        let read: Vec<ArticleId> = page.entries[0].links.iter().map(|link| link.article_id).collect();
        assert_eq!(read, links, "{wanted:?}");
        let found = editions::find(&mut conn, &en(), &Address::Id(draft.article.0), wanted).await;
        let Ok(Found::Live(found)) = found else { panic!("{found:?}") };
        assert_eq!(found.links, page.entries[0].links, "{wanted:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_leads_to_its_own_locale_where_it_can() {
    let press = Press::open().await;
    let english = press.article("target").await;
    let french = press.translation(&english, "fr", press.content("but")).await;
    let german = press.translation(&english, "de", press.content("ziel")).await;
    press.show(&press.editions(&[&french, &german]).await).await.unwrap();
    let draft = press.article("links").await;
    let draft = press.rewritten(&draft, &linking(&[&english])).await;
    press.publish(&draft).await.unwrap();
    assert_eq!(addresses(&press, &draft).await, ["de/engineering/ziel"]);
    press.publish(&english).await.unwrap();
    assert_eq!(addresses(&press, &draft).await, ["en/engineering/target"]);
    press.withdraw(&english).await.unwrap();
    press.withdraw(&german).await.unwrap();
    assert_eq!(addresses(&press, &draft).await, ["fr/engineering/but"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn links_to_what_readers_cannot_see_are_refused_all_at_once() {
    let press = Press::open().await;
    let (live, withdrawn, drafted) =
        (press.article("live").await, press.article("withdrawn").await, press.article("draft").await);
    let scheduled = press.article("scheduled").await;
    press.publish(&live).await.unwrap();
    press.publish(&withdrawn).await.unwrap();
    press.withdraw(&withdrawn).await.unwrap();
    press.schedule(&scheduled).await.unwrap();
    let unknown = new_draft(Content::default());
    let draft = press.article("links").await;
    let targets = [&drafted, &live, &withdrawn, &unknown, &scheduled, &drafted];
    let draft = press.rewritten(&draft, &linking(&targets)).await;
    let before = press.database.contents().await;
    let dead = [&drafted, &withdrawn, &unknown, &scheduled].map(|draft| draft.article).to_vec();
    assert_eq!(refusal(press.publish(&draft).await), Refusal::DeadLinks(dead.clone()));
    assert_eq!(refusal(press.schedule(&draft).await), Refusal::DeadLinks(dead));
    assert!(press.database.contents().await == before, "something was written");
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_that_link_to_each_other_and_to_themselves_are_published_together() {
    let press = Press::open().await;
    let (a, b) = (press.article("a").await, press.article("b").await);
    let (a, b) = (press.rewritten(&a, &linking(&[&b, &a])).await, press.rewritten(&b, &linking(&[&a])).await);
    assert_eq!(refusal(press.publish(&a).await), Refusal::DeadLinks(vec![b.article]));
    assert_eq!(press.show(&press.editions(&[&a, &b]).await).await.unwrap(), Some(1));
    assert_eq!(addresses(&press, &a).await, ["en/engineering/b", "en/engineering/a"]);
    assert_eq!(addresses(&press, &b).await, ["en/engineering/a"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_scheduled_article_keeps_its_links_until_its_time() {
    let press = Press::open().await;
    let (target, _) = linked(&press).await;
    let draft = press.article("later").await;
    let draft = press.rewritten(&draft, &linking(&[&target])).await;
    press.schedule(&draft).await.unwrap();
    press.fall_due(&draft, "2020-02-02").await;
    assert_eq!(press.activate_due().await, 1);
    assert_eq!(addresses(&press, &draft).await, ["en/engineering/target"]);
}
