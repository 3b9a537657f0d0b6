//! Series: part numbers, counts, previous and next part.

use domain::{Content, SeriesPart, StoredSeries, TermId, TermKind};
use store::delivery::editions;
use store::delivery::editions::{EditionAddress, Fields, FoundEdition};
use store::editorial::drafts::Draft;

use crate::fixture::{TestStore, slug};

fn content(fixture: &TestStore, series: TermId, part: i32) -> Content {
    Content { series: Some(SeriesPart { series, part }), ..fixture.content(&format!("part-{part}")) }
}

/// Three parts of a series, published in reverse order.
async fn three_parts(fixture: &TestStore) -> (TermId, [Draft; 3]) {
    let series = fixture.term(TermKind::Series, "bridges").await;
    let mut parts = Vec::new();
    for part in 1..=3 {
        parts.push(fixture.draft(content(fixture, series, part)).await);
    }
    for draft in parts.iter().rev() {
        fixture.publish(draft).await.unwrap();
    }
    (series, parts.try_into().unwrap())
}

/// The series of an article as readers see it: `previous < part/count > next`.
async fn series_position(fixture: &TestStore, draft: &Draft) -> String {
    let wanted = Fields { article: true, ..Fields::default() };
    let mut conn = fixture.delivery().await;
    let found = editions::find(&mut conn, &draft.locale, &EditionAddress::Id(draft.article.0), wanted).await;
    let Ok(FoundEdition::Live(article)) = found else { panic!("not live: {found:?}") };
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
async fn previous_and_next_follow_part_numbers_and_not_dates() {
    let fixture = TestStore::open().await;
    let (_, [one, two, three]) = three_parts(&fixture).await;
    assert_eq!(series_position(&fixture, &one).await, "nothing < 1/3 > part-2");
    assert_eq!(series_position(&fixture, &two).await, "part-1 < 2/3 > part-3");
    assert_eq!(series_position(&fixture, &three).await, "part-2 < 3/3 > nothing");
    let alone = fixture.article("alone").await;
    fixture.publish(&alone).await.unwrap();
    assert_eq!(series_position(&fixture, &alone).await, "none");
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawn_parts_are_skipped() {
    let fixture = TestStore::open().await;
    let (_, [one, two, three]) = three_parts(&fixture).await;
    fixture.withdraw(&two).await.unwrap();
    assert_eq!(series_position(&fixture, &one).await, "nothing < 1/2 > part-3");
    assert_eq!(series_position(&fixture, &three).await, "part-1 < 3/2 > nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn previous_and_next_show_the_current_headline_and_slug() {
    let fixture = TestStore::open().await;
    let (_, [one, two, _]) = three_parts(&fixture).await;
    let content =
        Content { headline: Some("About new".to_owned().try_into().unwrap()), ..two.content.clone() };
    let renamed = fixture.save_slug(&fixture.saved(&two, content).await, "new").await;
    fixture.publish(&renamed).await.unwrap();
    assert_eq!(series_position(&fixture, &one).await, "nothing < 1/3 > new");
}

#[tokio::test(flavor = "multi_thread")]
async fn changing_or_removing_a_part_number_updates_the_neighbours() {
    let fixture = TestStore::open().await;
    let (series, [one, two, three]) = three_parts(&fixture).await;
    let part = Some(SeriesPart { series, part: 9 });
    let one = fixture.saved(&one, Content { series: part, ..one.content.clone() }).await;
    fixture.publish(&one).await.unwrap();
    assert_eq!(series_position(&fixture, &one).await, "part-3 < 9/3 > nothing");
    let one = fixture.saved(&one, Content { series: None, ..one.content.clone() }).await;
    fixture.publish(&one).await.unwrap();
    assert_eq!(series_position(&fixture, &two).await, "nothing < 2/2 > part-3");
    assert_eq!(series_position(&fixture, &three).await, "part-2 < 3/2 > nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn articles_with_the_same_part_number_are_neighbours() {
    let fixture = TestStore::open().await;
    let (series, [_, two, three]) = three_parts(&fixture).await;
    let again = Content { slug: Some(slug("again")), ..content(&fixture, series, 2) };
    let headline = Some("About again".to_owned().try_into().unwrap());
    let again = fixture.draft(Content { headline, ..again }).await;
    fixture.publish(&again).await.unwrap();
    // Ties are ordered by id.
    assert_eq!(series_position(&fixture, &two).await, "part-1 < 2/4 > again");
    assert_eq!(series_position(&fixture, &again).await, "part-2 < 2/4 > part-3");
    assert_eq!(series_position(&fixture, &three).await, "again < 3/4 > nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_series_is_numbered_per_locale() {
    let fixture = TestStore::open().await;
    let (series, [one, ..]) = three_parts(&fixture).await;
    let german = fixture.translation(&one, "de", content(&fixture, series, 1)).await;
    fixture.publish(&german).await.unwrap();
    assert_eq!(series_position(&fixture, &german).await, "nothing < 1/1 > nothing");
    assert_eq!(series_position(&fixture, &one).await, "nothing < 1/3 > part-2");
}
