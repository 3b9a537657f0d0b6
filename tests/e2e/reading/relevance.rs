//! Search relevance: sixty hand-rated queries on the demo publication, compared with ILIKE ordered by date.

use std::collections::BTreeMap;
use std::path::Path;

use cluster::SUPERUSER;
use import::markdown::Folder;
use serde_json::Value;
use store::testing;
use tests::TestApp;

use crate::reading::import_markdown::{import, options};

/// The queries with a relevance grade for each article: 3 is the best match, 2 covers the topic, 1 mentions it.
const JUDGED: &str = include_str!("../../fixtures/judged-queries.json");

/// The number of results that are rated.
const CUTOFF: usize = 10;

#[tokio::test(flavor = "multi_thread")]
async fn relevant_articles_rank_first() {
    let app = TestApp::start().await;
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../demo"));
    import(&app, &Folder::read(root).unwrap(), &options()).await.unwrap();
    let judged: Vec<Value> = serde_json::from_str(JUDGED).unwrap();
    assert_eq!(judged.len(), 60);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut by_kind: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for one in &judged {
        let query = one["query"].as_str().unwrap();
        let path = format!("/v1/search?limit={CUTOFF}&q={}", escaped(query));
        let page = app.reader.get(&path).await.expect(200);
        let found =
            page["data"].as_array().unwrap().iter().map(|hit| hit["slug"].as_str().unwrap().to_owned());
        let found: Vec<String> = found.collect();
        let like = testing::texts(&app.database.access(SUPERUSER), &ilike(query)).await.unwrap();
        let (gain, their_gain) = (ndcg(&found, &one["relevant"]), ndcg(&like, &one["relevant"]));
        println!("{gain:.2} {their_gain:.2} {query} -> {found:?}, judged {}", one["relevant"]);
        by_kind.entry(one["kind"].as_str().unwrap().to_owned()).or_default().push(gain);
        ours.push(gain);
        theirs.push(their_gain);
    }
    let (ours, theirs) = (mean(&ours), mean(&theirs));
    let by_kind: BTreeMap<&String, f64> = by_kind.iter().map(|(kind, gains)| (kind, mean(gains))).collect();
    println!("nDCG@{CUTOFF} {ours:.3}, of ILIKE {theirs:.3}; {by_kind:.2?}");
    assert!(ours >= 0.85, "nDCG@{CUTOFF} is {ours:.3}");
    assert!(ours > theirs);
}

/// Normalized discounted cumulative gain (Järvelin and Kekäläinen 2002): 1 is the ideal order.
fn ndcg(found: &[String], relevant: &Value) -> f64 {
    let grades = found.iter().map(|slug| relevant[slug].as_f64().unwrap_or_default()).collect::<Vec<_>>();
    let mut best: Vec<f64> =
        relevant.as_object().unwrap().values().map(|grade| grade.as_f64().unwrap()).collect();
    best.sort_by(|a, b| b.total_cmp(a));
    gain(&grades) / gain(&best)
}

fn gain(grades: &[f64]) -> f64 {
    let discounted = grades.iter().take(CUTOFF).zip(2u32..);
    discounted.map(|(grade, rank)| (grade.exp2() - 1.0) / f64::from(rank).log2()).sum()
}

fn mean(gains: &[f64]) -> f64 {
    gains.iter().sum::<f64>() / f64::from(u32::try_from(gains.len()).unwrap())
}

/// The baseline: the query as a substring of the article.
fn ilike(query: &str) -> String {
    let sought = query.replace('"', "").replace('\'', "''");
    format!(
        "SELECT slug AS text FROM delivery.live
        WHERE headline || ' ' || head || ' ' || text_json ILIKE '%{sought}%'
        ORDER BY first_published_at DESC LIMIT {CUTOFF}"
    )
}

fn escaped(query: &str) -> String {
    query.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
