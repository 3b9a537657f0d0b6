//! How long a search takes where nothing is kept, beside one article by its identity, which is one look-up of a primary key:
//! a fixed mix of a thousand searches, for publications of several sizes.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use fastrand::Rng;
use serde_json::Value;

use crate::contender::Contender;
use crate::load::{self, Asked};
use crate::measured::{Measured, costing};
use crate::publications::Publication;
use crate::report::{Curve, Goal, Plot, Report, Row, Table};
use crate::settings::Settings;
use crate::vocabulary;

/// A kind of search.
struct Kind {
    name: &'static str,
    /// How many of a hundred searches are of this kind.
    weight: usize,
    /// What is typed, for an article that there is.
    typed: fn(&Seen, &mut Rng) -> String,
}

/// An article that somebody may look for.
struct Seen {
    /// The words of its headline.
    headline: Vec<String>,
    section: String,
}

/// The mix. The weights are said here and nowhere else.
const MIX: [Kind; 9] = [
    Kind { name: "two words of a headline", weight: 30, typed: two_words },
    Kind { name: "one word, as often as it is used", weight: 20, typed: one_word },
    Kind { name: "one of the twenty most frequent words", weight: 10, typed: frequent_word },
    Kind { name: "two neighbours in quotes", weight: 10, typed: phrase },
    Kind { name: "a word that is still being typed", weight: 10, typed: unfinished },
    Kind { name: "a word without another", weight: 5, typed: exclusion },
    Kind { name: "a mistyped word", weight: 5, typed: mistyped },
    Kind { name: "three rare words that stand nowhere together", weight: 5, typed: nothing },
    Kind { name: "a word in a section, counted", weight: 5, typed: counted },
];

/// How many searches there are.
const SEARCHES: usize = 1_000;
const AT_ONCE: usize = 2;
const STRETCH: Duration = Duration::from_secs(2);
const WARM_UP: Duration = Duration::from_secs(3);

/// Searches.
pub async fn compare(settings: &Settings, publications: &[Publication], report: &mut Report) -> Result<()> {
    for publication in publications {
        let uncached = Contender::start("uncached", &publication.urls)?;
        let seen = seen(&uncached).await?;
        let by_identity = Asked::all(seen.iter().map(|(id, _)| format!("/v1/articles/id:{id}")));
        let mix = mix(&seen.into_iter().map(|(_, seen)| seen).collect::<Vec<_>>());
        let asked = [("one article by its identity", by_identity), ("searches", all(&mix))];
        let kinds = mix.iter().map(|(kind, searches)| (kind.name, Asked::all(searches.clone())));
        let asked: Vec<(&str, Arc<Vec<Asked>>)> = asked.into_iter().chain(kinds).collect();
        report.show(table(settings.rounds, publication.articles, &uncached, &asked).await?);
    }
    Ok(())
}

async fn table(
    rounds: usize,
    articles: usize,
    uncached: &Contender,
    asked: &[(&str, Arc<Vec<Asked>>)],
) -> Result<Table> {
    let mut measured: Vec<Measured> =
        asked.iter().map(|(name, _)| Measured::new(name)).collect::<Result<_>>()?;
    for (_, asked) in asked {
        load::load(uncached.address, asked, AT_ONCE, WARM_UP).await?;
    }
    for _ in 0..rounds {
        for (place, ((_, asked), measured)) in asked.iter().zip(&mut measured).enumerate() {
            // The kinds are only looked at; what is compared is the first two.
            let time = if place < 2 { STRETCH } else { STRETCH / 4 };
            let (stretch, cost) =
                costing(uncached, load::load(uncached.address, asked, AT_ONCE, time)).await?;
            measured.add(&stretch, Some(cost))?;
        }
    }
    let first = &measured[0];
    let row = |one: &Measured| Row {
        name: one.name.clone(),
        ratio: Some(one.slower_than(first)),
        bar: one.p99(),
        cells: [one.rate(), one.p50(), one.p99(), one.at(1.0)].map(|value| format!("{value:.0}")).to_vec(),
    };
    let mut goals = Vec::new();
    // Among fewer, a search has nothing to be measured against.
    if articles >= 100_000 {
        let subject = format!("searches among {articles} articles, p99");
        goals.push(Goal::at_most(20.0, "look-ups", &subject, measured[1].slower_than(first)));
    }
    Ok(Table {
        title: format!("searches among {articles} articles"),
        about: format!("uncached, {AT_ONCE} connections, {rounds} rounds of {STRETCH:?} each, in turn"),
        legend: "ratio: p99 beside that of one article by its identity; bar: p99".to_owned(),
        columns: ["requests/s", "p50 µs", "p99 µs", "longest µs"].map(str::to_owned).to_vec(),
        rows: measured.iter().map(row).collect(),
        goals,
        notes: MIX
            .iter()
            .map(|Kind { name, weight, .. }| format!("{weight:>3} % {name}"))
            .chain(measured.iter().filter_map(Measured::complaint))
            .collect(),
        plot: Plot::Spread(measured.iter().take(2).map(Curve::of).collect()),
    })
}

/// Articles all over the publication, with their identities.
async fn seen(uncached: &Contender) -> Result<Vec<(String, Seen)>> {
    let mut all = Vec::new();
    for number in 0..8 {
        let path = format!("/v1/teasers?limit=100&section=section-{number}");
        let page: Value = serde_json::from_slice(&load::get(uncached.address, &path).await?)?;
        for teaser in page["data"].as_array().context("they are a list")? {
            let text = |pointer: &str| teaser.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
            let headline = text("/headline").split(' ').skip(1).map(str::to_owned).collect();
            all.push((text("/id").to_owned(), Seen { headline, section: text("/section/slug").to_owned() }));
        }
    }
    Ok(all)
}

/// The searches of each kind, always the same ones.
fn mix(seen: &[Seen]) -> Vec<(&'static Kind, Vec<String>)> {
    let mut random = Rng::with_seed(13);
    let searches = MIX.iter().map(|kind| {
        let one = |_| {
            let seen = &seen[random.usize(0..seen.len())];
            format!("/v1/search?q={}", (kind.typed)(seen, &mut random))
        };
        (kind, (0..SEARCHES * kind.weight / 100).map(one).collect())
    });
    searches.collect()
}

fn all(mix: &[(&Kind, Vec<String>)]) -> Arc<Vec<Asked>> {
    Asked::all(mix.iter().flat_map(|(_, searches)| searches.clone()))
}

fn two_words(seen: &Seen, random: &mut Rng) -> String {
    let first = random.usize(0..seen.headline.len() - 1);
    format!("{}+{}", seen.headline[first], seen.headline[first + 1])
}

fn one_word(_: &Seen, random: &mut Rng) -> String {
    vocabulary::some(random).to_owned()
}

fn frequent_word(_: &Seen, random: &mut Rng) -> String {
    vocabulary::word(random.usize(0..20)).to_owned()
}

fn phrase(seen: &Seen, random: &mut Rng) -> String {
    format!("%22{}%22", two_words(seen, random))
}

fn unfinished(seen: &Seen, random: &mut Rng) -> String {
    let word = &seen.headline[random.usize(0..seen.headline.len())];
    word.chars().take(random.usize(2..5)).collect()
}

fn exclusion(_: &Seen, random: &mut Rng) -> String {
    format!("{}+-{}", vocabulary::some(random), vocabulary::some(random))
}

fn mistyped(_: &Seen, random: &mut Rng) -> String {
    let mut word: Vec<char> = vocabulary::word(random.usize(5_000..vocabulary::SIZE)).chars().collect();
    let place = random.usize(1..word.len() - 1);
    word.swap(place, place + 1);
    word.insert(place, 'x');
    word.into_iter().collect()
}

fn nothing(_: &Seen, random: &mut Rng) -> String {
    let rare = |random: &mut Rng| vocabulary::word(random.usize(10_000..vocabulary::SIZE));
    format!("{}+{}+{}", rare(random), rare(random), rare(random))
}

fn counted(seen: &Seen, random: &mut Rng) -> String {
    format!("{}&section={}&facets=true", vocabulary::some(random), seen.section)
}
