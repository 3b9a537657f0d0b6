//! Maintained counts and indexes: after any acts, the counts per term, kicker and month, the search index and the
//! spelling suggestions match what is live.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Content, TermId, TermKind};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use store::editorial::drafts::Draft;

use crate::cases;
use crate::fixture::TestStore;

/// A random change of a few articles.
#[derive(Debug, Clone)]
enum Step {
    /// Publishes them in one act, each with its placements.
    Publish(BTreeMap<usize, Placed>),
    /// Withdraws one.
    Withdraw(usize),
}

/// The terms and the kicker of an article.
#[derive(Debug, Clone, PartialEq)]
struct Placed {
    tags: BTreeSet<usize>,
    kicker: Option<&'static str>,
}

const ARTICLES: usize = 4;
const TAGS: [&str; 3] = ["one", "two", "three"];

fn step() -> impl Strategy<Value = Step> {
    let kicker = prop::option::of(prop::sample::select(vec!["review", "essay"]));
    let placed = (btree_set(0..TAGS.len(), 0..=TAGS.len()), kicker);
    let placed = placed.prop_map(|(tags, kicker)| Placed { tags, kicker });
    prop_oneof![
        3 => btree_map(0..ARTICLES, placed, 1..=ARTICLES).prop_map(Step::Publish),
        1 => (0..ARTICLES).prop_map(Step::Withdraw),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: cases(4), max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default()
    })]
    #[test]
    fn counts_and_indexes_equal_the_live_articles_after_any_acts(steps in vec(step(), 1..16)) {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let (fixture, live) = runtime.block_on(apply_steps(&steps));
        let expected = expected(&live);
        let column = |query| runtime.block_on(fixture.database.column(query));
        prop_assert_eq!(&column(COUNTED), &expected, "counted");
        prop_assert_eq!(&column(PLACED), &expected, "placed");
        for (what, query) in WRONG {
            prop_assert_eq!(column(query), Vec::<String>::new(), "{}", what);
        }
    }
}

const COUNTED: &str = "SELECT concat_ws(' ', kind, slug, article_count) FROM delivery.counts
    WHERE article_count > 0 ORDER BY 1";
const PLACED: &str =
    "SELECT concat_ws(' ', kind, slug, count(*)) FROM delivery.placements GROUP BY kind, slug ORDER BY 1";

/// Queries that must return no rows.
const WRONG: [(&str, &str); 5] = [
    (
        "what is searched is what is live, where it is",
        "SELECT coalesce(search.article_id, live.article_id)::text FROM delivery.search
        FULL JOIN delivery.live USING (article_id, locale)
        WHERE search.first_published_at IS DISTINCT FROM live.first_published_at OR search.places IS DISTINCT FROM (
            SELECT array_agg(coalesce(term_id::text, 'kicker:' || slug) ORDER BY kind, slug)
            FROM delivery.placements
            WHERE placements.article_id = live.article_id AND placements.locale = live.locale
        )",
    ),
    (
        "what is searched has the words of what is live",
        "SELECT live.slug FROM delivery.live JOIN delivery.search USING (article_id, locale)
        WHERE NOT search.words @@ phraseto_tsquery('english', live.headline)
            OR NOT search.words @@ quote_literal('|en|' || to_char(live.first_published_at AT TIME ZONE 'UTC', 'YYYY-MM-BC'))::tsquery",
    ),
    (
        "months count what is live",
        "SELECT month::text FROM delivery.archived
        FULL JOIN (
            SELECT date_trunc('month', first_published_at AT TIME ZONE 'UTC')::date AS month, count(*) AS found
            FROM delivery.live GROUP BY 1
        ) AS live USING (month)
        WHERE archived.article_count IS DISTINCT FROM live.found",
    ),
    (
        "nobody is told of a word that nothing live has, and of every one that something has",
        "SELECT coalesce(spellings.word, live.word) FROM delivery.spellings
        FULL JOIN (SELECT DISTINCT unnest(spellings) AS word FROM delivery.search) AS live USING (word)
        WHERE (spellings.word IS NULL OR live.word IS NULL)
            AND numnode(plainto_tsquery('english', coalesce(spellings.word, live.word))) > 0",
    ),
    (
        "what is related is another article, and only what is live has such",
        "SELECT related.article_id::text FROM delivery.related
        LEFT JOIN delivery.live USING (article_id, locale)
        WHERE live.article_id IS NULL OR related.other_id = related.article_id",
    ),
];

/// Applies the steps to a new database, and returns what is live afterwards.
async fn apply_steps(steps: &[Step]) -> (TestStore, BTreeMap<usize, Placed>) {
    let fixture = TestStore::open().await;
    let mut tags = Vec::new();
    for name in TAGS {
        tags.push(fixture.term(TermKind::Tag, name).await);
    }
    let mut drafts = Vec::new();
    for number in 0..ARTICLES {
        drafts.push(fixture.article(&format!("article-{number}")).await);
    }
    let mut live = BTreeMap::new();
    for step in steps {
        match step {
            Step::Publish(articles) => {
                let wanted: Vec<Draft> = articles
                    .iter()
                    .filter_map(|(number, placed)| {
                        Some(draft_with_terms(drafts.get(*number)?, placed, &tags))
                    })
                    .collect();
                let editions = fixture.editions(&wanted.iter().collect::<Vec<_>>()).await;
                fixture.publish_editions(&editions).await.unwrap();
                live.extend(articles.clone());
            }
            Step::Withdraw(number) => {
                // Refused when it was never published, which is no act either.
                let _refused = fixture.withdraw(drafts.get(*number).unwrap()).await;
                live.remove(number);
            }
        }
    }
    (fixture, live)
}

/// The draft with other tags and another kicker, not saved.
fn draft_with_terms(draft: &Draft, placed: &Placed, tags: &[TermId]) -> Draft {
    let Placed { tags: wanted, kicker } = placed;
    let tags = wanted.iter().filter_map(|number| tags.get(*number).copied()).collect();
    let kicker = kicker.map(|kicker| kicker.to_owned().try_into().unwrap());
    Draft { content: Content { tags, kicker, ..draft.content.clone() }, ..draft.clone() }
}

fn expected(live: &BTreeMap<usize, Placed>) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for Placed { tags, kicker } in live.values() {
        let tags = tags.iter().filter_map(|number| TAGS.get(*number)).map(|tag| format!("tag {tag}"));
        let kicker = kicker.map(|kicker| format!("kicker {kicker}"));
        for found_under in tags.chain(kicker).chain(["section engineering".to_owned()]) {
            *counts.entry(found_under).or_default() += 1;
        }
    }
    counts.into_iter().map(|(found_under, count)| format!("{found_under} {count}")).collect()
}
