//! Search latency without cache, compared with one article by id, which is a primary key lookup: a fixed mix of a
//! thousand searches, for publications of several sizes.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use fastrand::Rng;
use serde_json::Value;

use crate::contender::Contender;
use crate::load::{self, LoadRequest};
use crate::measurement::{Measurement, with_cost};
use crate::publications::Publication;
use crate::report::{Curve, Goal, Plot, Report, Row, Table};
use crate::settings::Settings;
use crate::vocabulary;

/// A kind of search.
struct Kind {
    name: &'static str,
    /// The share of all searches in percent.
    weight: usize,
    /// Builds the query string for an existing article.
    query: fn(&KnownArticle, &mut Rng) -> String,
}

/// An existing article that is searched for.
struct KnownArticle {
    headline: Vec<String>,
    section: String,
}

/// The mix. This is the only place that defines the weights.
const MIX: [Kind; 9] = [
    Kind { name: "two words of a headline", weight: 30, query: two_words },
    Kind { name: "one word, as often as it is used", weight: 20, query: one_word },
    Kind { name: "one of the twenty most frequent words", weight: 10, query: frequent_word },
    Kind { name: "two neighbours in quotes", weight: 10, query: phrase },
    Kind { name: "a word that is still being typed", weight: 10, query: unfinished },
    Kind { name: "a word without another", weight: 5, query: exclusion },
    Kind { name: "a mistyped word", weight: 5, query: mistyped },
    Kind { name: "three rare words that stand nowhere together", weight: 5, query: nothing },
    Kind { name: "a word in a section, counted", weight: 5, query: counted },
];

/// The number of searches.
const SEARCHES: usize = 1_000;
const CONNECTIONS: usize = 2;
const SAMPLE_DURATION: Duration = Duration::from_secs(2);
const WARM_UP: Duration = Duration::from_secs(3);

/// Runs the comparison for each publication.
pub async fn compare(settings: &Settings, publications: &[Publication], report: &mut Report) -> Result<()> {
    for publication in publications {
        let uncached = Contender::start("uncached", &publication.urls)?;
        let articles = articles(&uncached).await?;
        let by_id = LoadRequest::from_paths(articles.iter().map(|(id, _)| format!("/v1/articles/id:{id}")));
        let mix = mix(&articles.into_iter().map(|(_, articles)| articles).collect::<Vec<_>>());
        let asked = [("one article by id", by_id), ("searches", all(&mix))];
        let kinds = mix.iter().map(|(kind, searches)| (kind.name, LoadRequest::from_paths(searches.clone())));
        let asked: Vec<(&str, Arc<Vec<LoadRequest>>)> = asked.into_iter().chain(kinds).collect();
        report.show(table(settings.rounds, publication.articles, &uncached, &asked).await?);
    }
    Ok(())
}

async fn table(
    rounds: usize,
    articles: usize,
    uncached: &Contender,
    asked: &[(&str, Arc<Vec<LoadRequest>>)],
) -> Result<Table> {
    let mut measured: Vec<Measurement> =
        asked.iter().map(|(name, _)| Measurement::new(name)).collect::<Result<_>>()?;
    for (_, asked) in asked {
        load::load(uncached.address, asked, CONNECTIONS, WARM_UP).await?;
    }
    for _ in 0..rounds {
        for (place, ((_, asked), measured)) in asked.iter().zip(&mut measured).enumerate() {
            // Only the first two rows are compared; the kinds are shown for information.
            let time = if place < 2 { SAMPLE_DURATION } else { SAMPLE_DURATION / 4 };
            let (stretch, cost) =
                with_cost(uncached, load::load(uncached.address, asked, CONNECTIONS, time)).await?;
            measured.add(&stretch, Some(cost))?;
        }
    }
    let first = &measured[0];
    let row = |one: &Measurement| Row {
        name: one.name.clone(),
        ratio: Some(one.p99_ratio(first)),
        bar: one.p99(),
        cells: [one.rate(), one.p50(), one.p99(), one.at(1.0)].map(|value| format!("{value:.0}")).to_vec(),
    };
    let mut goals = Vec::new();
    // Smaller publications have no goal.
    if articles >= 100_000 {
        let subject = format!("searches among {articles} articles, p99");
        goals.push(Goal::at_most(20.0, "look-ups", &subject, measured[1].p99_ratio(first)));
    }
    Ok(Table {
        title: format!("searches among {articles} articles"),
        about: format!(
            "uncached, {CONNECTIONS} connections, {rounds} rounds of {SAMPLE_DURATION:?} each, in turn"
        ),
        legend: "ratio: p99 to that of one article by id; bar: p99".to_owned(),
        columns: ["requests/s", "p50 µs", "p99 µs", "longest µs"].map(str::to_owned).to_vec(),
        rows: measured.iter().map(row).collect(),
        goals,
        notes: MIX
            .iter()
            .map(|Kind { name, weight, .. }| format!("{weight:>3} % {name}"))
            .chain(measured.iter().filter_map(Measurement::refused_note))
            .collect(),
        plot: Plot::Spread(measured.iter().take(2).map(Curve::from_measurement).collect()),
    })
}

/// Articles from all over the publication, with their ids.
async fn articles(uncached: &Contender) -> Result<Vec<(String, KnownArticle)>> {
    let mut all = Vec::new();
    for number in 0..8 {
        let path = format!("/v1/teasers?limit=100&section=section-{number}");
        let page: Value = serde_json::from_slice(&load::get(uncached.address, &path).await?)?;
        for teaser in page["data"].as_array().context("they are a list")? {
            let text = |pointer: &str| teaser.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
            let headline = text("/headline").split(' ').skip(1).map(str::to_owned).collect();
            all.push((
                text("/id").to_owned(),
                KnownArticle { headline, section: text("/section/slug").to_owned() },
            ));
        }
    }
    Ok(all)
}

/// The searches of each kind, the same in every run.
fn mix(articles: &[KnownArticle]) -> Vec<(&'static Kind, Vec<String>)> {
    let mut random = Rng::with_seed(13);
    let searches = MIX.iter().map(|kind| {
        let one = |_| {
            let articles = &articles[random.usize(0..articles.len())];
            format!("/v1/search?q={}", (kind.query)(articles, &mut random))
        };
        (kind, (0..SEARCHES * kind.weight / 100).map(one).collect())
    });
    searches.collect()
}

fn all(mix: &[(&Kind, Vec<String>)]) -> Arc<Vec<LoadRequest>> {
    LoadRequest::from_paths(mix.iter().flat_map(|(_, searches)| searches.clone()))
}

fn two_words(articles: &KnownArticle, random: &mut Rng) -> String {
    let first = random.usize(0..articles.headline.len() - 1);
    format!("{}+{}", articles.headline[first], articles.headline[first + 1])
}

fn one_word(_: &KnownArticle, random: &mut Rng) -> String {
    vocabulary::some(random).to_owned()
}

fn frequent_word(_: &KnownArticle, random: &mut Rng) -> String {
    vocabulary::word(random.usize(0..20)).to_owned()
}

fn phrase(articles: &KnownArticle, random: &mut Rng) -> String {
    format!("%22{}%22", two_words(articles, random))
}

fn unfinished(articles: &KnownArticle, random: &mut Rng) -> String {
    let word = &articles.headline[random.usize(0..articles.headline.len())];
    word.chars().take(random.usize(2..5)).collect()
}

fn exclusion(_: &KnownArticle, random: &mut Rng) -> String {
    format!("{}+-{}", vocabulary::some(random), vocabulary::some(random))
}

fn mistyped(_: &KnownArticle, random: &mut Rng) -> String {
    let mut word: Vec<char> = vocabulary::word(random.usize(5_000..vocabulary::SIZE)).chars().collect();
    let place = random.usize(1..word.len() - 1);
    word.swap(place, place + 1);
    word.insert(place, 'x');
    word.into_iter().collect()
}

fn nothing(_: &KnownArticle, random: &mut Rng) -> String {
    let rare = |random: &mut Rng| vocabulary::word(random.usize(10_000..vocabulary::SIZE));
    format!("{}+{}+{}", rare(random), rare(random), rare(random))
}

fn counted(articles: &KnownArticle, random: &mut Rng) -> String {
    format!("{}&section={}&facets=true", vocabulary::some(random), articles.section)
}
