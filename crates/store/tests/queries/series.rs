//! Series: which part an article is, of how many, and what comes before and after it.

use domain::{Content, SeriesPart, StoredSeries, TermId, TermKind};
use store::delivery::editions;
use store::delivery::editions::{Address, Found, Wanted};
use store::editorial::drafts::Draft;

use crate::press::{Press, slug};

fn content(press: &Press, series: TermId, part: i32) -> Content {
    Content { series: Some(SeriesPart { series, part }), ..press.content(&format!("part-{part}")) }
}

/// Three parts of a series, published last part first.
async fn three_parts(press: &Press) -> (TermId, [Draft; 3]) {
    let series = press.term(TermKind::Series, "bridges").await;
    let mut parts = Vec::new();
    for part in 1..=3 {
        parts.push(press.draft(content(press, series, part)).await);
    }
    for draft in parts.iter().rev() {
        press.publish(draft).await.unwrap();
    }
    (series, parts.try_into().unwrap())
}

/// What readers see of the series beside an article: `previous < part/count > next`.
async fn place(press: &Press, draft: &Draft) -> String {
    let wanted = Wanted { article: true, ..Wanted::default() };
    let mut conn = press.delivery().await;
    let found = editions::find(&mut conn, &draft.locale, &Address::Id(draft.article.0), wanted).await;
    let Ok(Found::Live(article)) = found else { panic!("not live: {found:?}") };
    let Some(StoredSeries { slug, name, part, count, previous, next }) = article.series else {
        return "none".to_owned();
    };
    assert_eq!((slug.as_str(), name.as_str()), ("bridges", "bridges"));
    let [previous, next] = [previous, next].map(|neighbour| match neighbour {
        Some(neighbour) => {
            let headline = format!("\"headline\":\"About {}\"", neighbour.slug);
            assert!(neighbour.teaser_json.contains(&headline), "{}", neighbour.teaser_json);
            neighbour.slug.to_string()
        }
        None => "nothing".to_owned(),
    });
    format!("{previous} < {part}/{count} > {next}")
}

#[tokio::test(flavor = "multi_thread")]
async fn each_part_knows_its_neighbours_by_part_and_not_by_date() {
    let press = Press::open().await;
    let (_, [one, two, three]) = three_parts(&press).await;
    assert_eq!(place(&press, &one).await, "nothing < 1/3 > part-2");
    assert_eq!(place(&press, &two).await, "part-1 < 2/3 > part-3");
    assert_eq!(place(&press, &three).await, "part-2 < 3/3 > nothing");
    let alone = press.article("alone").await;
    press.publish(&alone).await.unwrap();
    assert_eq!(place(&press, &alone).await, "none");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_that_is_withdrawn_is_stepped_over() {
    let press = Press::open().await;
    let (_, [one, two, three]) = three_parts(&press).await;
    press.withdraw(&two).await.unwrap();
    assert_eq!(place(&press, &one).await, "nothing < 1/2 > part-3");
    assert_eq!(place(&press, &three).await, "part-1 < 3/2 > nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_neighbour_is_named_as_it_is_now() {
    let press = Press::open().await;
    let (_, [one, two, _]) = three_parts(&press).await;
    let content =
        Content { headline: Some("About new".to_owned().try_into().unwrap()), ..two.content.clone() };
    let renamed = press.renamed(&press.saved(&two, content).await, "new").await;
    press.publish(&renamed).await.unwrap();
    assert_eq!(place(&press, &one).await, "nothing < 1/3 > new");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_may_move_to_another_part_and_out_of_the_series() {
    let press = Press::open().await;
    let (series, [one, two, three]) = three_parts(&press).await;
    let part = Some(SeriesPart { series, part: 9 });
    let one = press.saved(&one, Content { series: part, ..one.content.clone() }).await;
    press.publish(&one).await.unwrap();
    assert_eq!(place(&press, &one).await, "part-3 < 9/3 > nothing");
    let one = press.saved(&one, Content { series: None, ..one.content.clone() }).await;
    press.publish(&one).await.unwrap();
    assert_eq!(place(&press, &two).await, "nothing < 2/2 > part-3");
    assert_eq!(place(&press, &three).await, "part-2 < 3/2 > nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_articles_with_one_part_are_neighbours_of_each_other() {
    let press = Press::open().await;
    let (series, [_, two, three]) = three_parts(&press).await;
    let again = Content { slug: Some(slug("again")), ..content(&press, series, 2) };
    let headline = Some("About again".to_owned().try_into().unwrap());
    let again = press.draft(Content { headline, ..again }).await;
    press.publish(&again).await.unwrap();
    // The younger identity comes second.
    assert_eq!(place(&press, &two).await, "part-1 < 2/4 > again");
    assert_eq!(place(&press, &again).await, "part-2 < 2/4 > part-3");
    assert_eq!(place(&press, &three).await, "again < 3/4 > nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_runs_in_each_locale_by_itself() {
    let press = Press::open().await;
    let (series, [one, ..]) = three_parts(&press).await;
    let german = press.translation(&one, "de", content(&press, series, 1)).await;
    press.publish(&german).await.unwrap();
    assert_eq!(place(&press, &german).await, "nothing < 1/1 > nothing");
    assert_eq!(place(&press, &one).await, "nothing < 1/3 > part-2");
}
