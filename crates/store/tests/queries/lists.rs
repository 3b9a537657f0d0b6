//! Lists of editions: filters, order and pages, also with many equal dates.

use chrono::{DateTime, Utc};
use domain::{Content, Limit, LiveTeaser, SeriesPart, TermKind};
use store::delivery::editions;
use store::delivery::editions::{EditionFilter, EditionPosition, Fields, Sort, SortKey};
use store::editorial::drafts;
use store::editorial::drafts::Draft;
use store::testing::prepared_count;
use uuid::Uuid;

use crate::fixture::{TestStore, day, en, new_draft};

const NEWEST: Sort = Sort { key: SortKey::FirstPublishedAt, descending: true };
const OLDEST: Sort = Sort { key: SortKey::FirstPublishedAt, descending: false };
const NEWEST_UPDATE: Sort = Sort { key: SortKey::UpdatedAt, descending: true };
const OLDEST_UPDATE: Sort = Sort { key: SortKey::UpdatedAt, descending: false };

/// Everything that is live in English.
fn all() -> EditionFilter {
    EditionFilter {
        locale: en(),
        ids: Vec::new(),
        any_of: Vec::new(),
        tags_all: Vec::new(),
        published_since: None,
        published_before: None,
    }
}

fn filter_by(kind: &'static str, slugs: &[&str]) -> EditionFilter {
    EditionFilter { any_of: vec![(kind, owned(slugs))], ..all() }
}

fn filter_by_all(places: &[(&'static str, &[&str])]) -> EditionFilter {
    EditionFilter { any_of: places.iter().map(|(kind, slugs)| (*kind, owned(slugs))).collect(), ..all() }
}

fn owned(slugs: &[&str]) -> Vec<String> {
    slugs.iter().map(|&slug| slug.to_owned()).collect()
}

/// A name, a filter, and the numbers of the articles that match.
type Case = (&'static str, EditionFilter, fn(usize) -> bool);

/// Forty live articles, ten per date; their other properties follow from their numbers.
async fn publish_forty_articles(fixture: &TestStore) -> Vec<Draft> {
    let culture = fixture.term(TermKind::Section, "culture").await;
    let even = fixture.term(TermKind::Tag, "even").await;
    let third = fixture.term(TermKind::Tag, "third").await;
    let author = fixture.term(TermKind::Author, "vera").await;
    let series = fixture.term(TermKind::Series, "series").await;
    let every = |number: i32, n: i32, term| if number % n == 0 { vec![term] } else { Vec::new() };
    let drafts = (0..40).map(|number| {
        let name = format!("article-{number}");
        new_draft(Content {
            section: Some(if number < 25 { fixture.section } else { culture }),
            kicker: (number % 7 == 0).then(|| "A Review".to_owned().try_into().unwrap()),
            byline: every(number, 5, author),
            tags: [every(number, 2, even), every(number, 3, third)].concat(),
            series: (number % 4 == 0).then_some(SeriesPart { series, part: number + 1 }),
            first_published_at: Some(domain::Moment::clamped(day(&format!("2020-01-0{}", 1 + number / 10)))),
            ..fixture.content(&name)
        })
    });
    let drafts: Vec<Draft> = drafts.collect();
    fixture.write(async |tx| drafts::create_many(tx, &drafts).await).await.unwrap();
    let editions = fixture.editions(&drafts.iter().collect::<Vec<_>>()).await;
    fixture.publish_editions(&editions).await.unwrap();
    drafts
}

/// Reads a list in pages of seven, forwards from the start or backwards from the end.
async fn read_all_pages(fixture: &TestStore, filter: &EditionFilter, sort: Sort, back: bool) -> Vec<Uuid> {
    let mut conn = fixture.delivery().await;
    let limit = Limit::try_from(7).unwrap();
    let beyond = if sort.descending { DateTime::UNIX_EPOCH } else { day("2100-01-01") };
    let mut position = back.then_some(EditionPosition { at: beyond, article: Uuid::nil(), before: true });
    let mut pages = Vec::new();
    loop {
        let page = editions::list(&mut conn, filter, sort, position, limit, Fields::default()).await.unwrap();
        let place = |teaser: &LiveTeaser| (key(sort, teaser), teaser.id.0);
        let places: Vec<_> = page.entries.iter().map(|entry| place(&entry.teaser)).collect();
        let edge = if back { places.first() } else { places.last() };
        position = edge.map(|&(at, article)| EditionPosition { at, article, before: back });
        pages.push(places.into_iter().map(|(_, article)| article).collect::<Vec<_>>());
        if !page.more {
            break;
        }
        assert_eq!(pages.last().map(Vec::len), Some(7), "there is more, so the page is full");
    }
    if back {
        pages.reverse();
    }
    pages.concat()
}

fn key(sort: Sort, teaser: &LiveTeaser) -> DateTime<Utc> {
    match sort.key {
        SortKey::FirstPublishedAt => teaser.first_published_at,
        SortKey::UpdatedAt => teaser.updated_at,
    }
}

/// Every kind of filter over the forty articles.
fn cases(three: Vec<Uuid>) -> Vec<Case> {
    let both = owned(&["even", "third"]);
    vec![
        ("none", all(), |_| true),
        ("section", filter_by("section", &["engineering"]), |n| n < 25),
        ("any section", filter_by("section", &["engineering", "culture", "unknown"]), |_| true),
        ("kicker", filter_by("kicker", &["a-review"]), |n| n % 7 == 0),
        ("author", filter_by("author", &["vera"]), |n| n % 5 == 0),
        ("series", filter_by("series", &["series"]), |n| n % 4 == 0),
        ("any tag", filter_by("tag", &["even", "third"]), |n| n % 2 == 0 || n % 3 == 0),
        ("all tags", EditionFilter { tags_all: both, ..all() }, |n| n % 6 == 0),
        ("two kinds", EditionFilter { tags_all: owned(&["even"]), ..filter_by("author", &["vera"]) }, |n| {
            n % 10 == 0
        }),
        ("ids", EditionFilter { ids: three, ..all() }, |n| n < 3),
        ("since", EditionFilter { published_since: Some(day("2020-01-02")), ..all() }, |n| n >= 10),
        ("before", EditionFilter { published_before: Some(day("2020-01-02")), ..all() }, |n| n < 10),
        ("unknown", filter_by("tag", &["unknown"]), |_| false),
        (
            "a long list too",
            EditionFilter { tags_all: owned(&["even"]), ..filter_by("section", &["culture"]) },
            |n| n >= 25 && n % 2 == 0,
        ),
        ("long lists only", filter_by_all(&[("section", &["culture"]), ("kicker", &["a-review"])]), |n| {
            n >= 25 && n % 7 == 0
        }),
        (
            "several of a kind",
            filter_by_all(&[("section", &["culture", "engineering"]), ("author", &["vera"])]),
            |n| n % 5 == 0,
        ),
        (
            "a place since",
            EditionFilter { published_since: Some(day("2020-01-02")), ..filter_by("tag", &["even"]) },
            |n| n >= 10 && n % 2 == 0,
        ),
        (
            "places until",
            EditionFilter {
                published_before: Some(day("2020-01-03")),
                ..filter_by_all(&[("section", &["engineering"]), ("tag", &["third"])])
            },
            |n| n < 20 && n % 3 == 0,
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_list_each_entry_once_in_order_in_both_directions_under_every_filter() {
    let fixture = TestStore::open().await;
    let drafts = publish_forty_articles(&fixture).await;
    let three = drafts.iter().take(3).map(|draft| draft.article.0).collect();
    for (name, filter, lets_through) in cases(three) {
        let numbered = drafts.iter().enumerate().filter(|(number, _)| lets_through(*number));
        let mut places: Vec<_> = numbered.map(|(_, d)| (d.content.first_published_at, d.article.0)).collect();
        places.sort_unstable();
        let ascending: Vec<Uuid> = places.into_iter().map(|(_, article)| article).collect();
        let descending: Vec<Uuid> = ascending.iter().rev().copied().collect();
        let count = editions::count(&mut fixture.delivery().await, &filter, 1_000).await.unwrap();
        assert_eq!(usize::try_from(count).unwrap(), ascending.len(), "{name}");
        let most = editions::count(&mut fixture.delivery().await, &filter, 2).await.unwrap();
        assert_eq!(most, count.min(2), "{name}: no more than is asked for");
        for sort in [NEWEST, OLDEST, NEWEST_UPDATE, OLDEST_UPDATE] {
            let whole = if sort.descending { &descending } else { &ascending };
            assert_eq!(&read_all_pages(&fixture, &filter, sort, false).await, whole, "{name}, {sort:?}");
            assert_eq!(
                &read_all_pages(&fixture, &filter, sort, true).await,
                whole,
                "{name}, {sort:?}, backwards"
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_article_published_during_pagination_does_not_shift_later_pages() {
    let fixture = TestStore::open().await;
    let before = publish_forty_articles(&fixture).await;
    let limit = Limit::try_from(20).unwrap();
    let mut conn = fixture.delivery().await;
    let first = editions::list(&mut conn, &all(), NEWEST, None, limit, Fields::default()).await.unwrap();
    fixture.publish(&fixture.article("new").await).await.unwrap();
    let last = &first.entries[19].teaser;
    let after = EditionPosition { at: last.first_published_at, article: last.id.0, before: false };
    let second =
        editions::list(&mut conn, &all(), NEWEST, Some(after), limit, Fields::default()).await.unwrap();
    let mut seen: Vec<Uuid> =
        first.entries.iter().chain(&second.entries).map(|entry| entry.teaser.id.0).collect();
    let mut expected: Vec<Uuid> = before.iter().map(|draft| draft.article.0).collect();
    seen.sort_unstable();
    expected.sort_unstable();
    assert_eq!(seen, expected);
    assert!(!second.more);
}

#[tokio::test(flavor = "multi_thread")]
async fn sorting_by_updated_at_lists_the_last_changed_article_first() {
    let fixture = TestStore::open().await;
    let (a, b) = (fixture.article("a").await, fixture.article("b").await);
    fixture.publish(&a).await.unwrap();
    fixture.publish(&b).await.unwrap();
    fixture.publish(&fixture.save_body(&a, "Second.").await).await.unwrap();
    let (a, b) = (a.article.0, b.article.0);
    for filter in [all(), filter_by("section", &["engineering"])] {
        assert_eq!(read_all_pages(&fixture, &filter, NEWEST, false).await, [b, a], "{filter:?}");
        assert_eq!(read_all_pages(&fixture, &filter, NEWEST_UPDATE, false).await, [a, b], "{filter:?}");
        assert_eq!(read_all_pages(&fixture, &filter, OLDEST_UPDATE, false).await, [b, a], "{filter:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_contains_only_live_articles_of_its_locale_that_match_now() {
    let fixture = TestStore::open().await;
    let tag = fixture.term(TermKind::Tag, "tag").await;
    let tagged = |name| Content { tags: vec![tag], ..fixture.content(name) };
    let live = fixture.draft(tagged("live")).await;
    let german = fixture.translation(&live, "de", tagged("deutsch")).await;
    let (withdrawn, scheduled) = (fixture.draft(tagged("b")).await, fixture.draft(tagged("c")).await);
    let untagged = fixture.draft(tagged("d")).await;
    fixture
        .publish_editions(&fixture.editions(&[&live, &german, &withdrawn, &untagged]).await)
        .await
        .unwrap();
    fixture.schedule(&scheduled).await.unwrap();
    fixture.withdraw(&withdrawn).await.unwrap();
    fixture.publish(&fixture.saved(&untagged, fixture.content("d")).await).await.unwrap();
    assert_eq!(read_all_pages(&fixture, &filter_by("tag", &["tag"]), NEWEST, false).await, [live.article.0]);
    assert_eq!(read_all_pages(&fixture, &all(), OLDEST, false).await, [live.article.0, untagged.article.0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn counting_stops_at_its_limit() {
    let fixture = TestStore::open().await;
    publish_forty_articles(&fixture).await;
    let mut conn = fixture.delivery().await;
    for (filter, most, counted) in [
        (all(), 100, 40),
        (all(), 10, 10),
        (filter_by("tag", &["third"]), 100, 14),
        (filter_by("tag", &["x"]), 9, 0),
    ] {
        assert_eq!(editions::count(&mut conn, &filter, most).await.unwrap(), counted, "{filter:?}");
    }
}

/// A prepared statement is kept for as long as the connection lives, and clients could cause any number of them.
#[tokio::test(flavor = "multi_thread")]
async fn filters_with_many_tags_do_not_fill_the_prepared_statement_cache() {
    let fixture = TestStore::open().await;
    let mut conn = fixture.delivery().await;
    let limit = Limit::try_from(7).unwrap();
    let mut kept = Vec::new();
    for tags in 0..20 {
        let filter = EditionFilter { tags_all: (0..tags).map(|tag| format!("tag-{tag}")).collect(), ..all() };
        editions::list(&mut conn, &filter, NEWEST, None, limit, Fields::default()).await.unwrap();
        editions::count(&mut conn, &filter, 10).await.unwrap();
        kept.push(prepared_count(&mut conn).await.unwrap());
    }
    assert!(kept[0] < kept[2], "the usual ones are: {kept:?}");
    assert_eq!(kept[2], kept[19], "{kept:?}");
}
