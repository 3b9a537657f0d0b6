//! How the time that readers wait grows with the publication, where nothing is kept: a fixed mix of requests, each kind of
//! them alone, and pages far down. Not here: what the mix holds (`mix`), how large publications are made (`publications`).

mod depth;
mod mix;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::contender::Contender;
use crate::load::{self, Asked};
use crate::measured::{Measured, costing};
use crate::publications::Publication;
use crate::report::{Goal, Growth, Plot, Ratio, Report, Row, Table};
use crate::scaling::mix::{Kind, MIX};
use crate::settings::Settings;
use crate::statements;

/// As many as there are processors on a small machine: with more, a time would say mostly how long the others took.
const AT_ONCE: usize = 2;
const STRETCH: Duration = Duration::from_millis(1_500);
const WARM_UP: Duration = Duration::from_secs(2);
const OF_ONE_KIND: Duration = Duration::from_millis(250);

/// A publication, a server that keeps nothing, and what it is asked, in the order of the mix.
struct Stage<'p> {
    publication: &'p Publication,
    uncached: Contender,
    asked: Vec<Arc<Vec<Asked>>>,
}

/// Asks all of it.
pub async fn compare(settings: &Settings, publications: &[Publication], report: &mut Report) -> Result<()> {
    let mut stages = Vec::new();
    for publication in publications {
        let uncached = Contender::start("uncached", &publication.urls)?;
        let mut asked = Vec::with_capacity(MIX.len());
        for kind in &MIX {
            asked.push(kind.asked(publication, settings.articles, uncached.address).await?);
        }
        stages.push(Stage { publication, uncached, asked });
    }
    report.show(mixed(settings.rounds, &stages).await?);
    report.show(apart(settings.rounds, &stages).await?);
    let largest = stages.last().context("there is one")?;
    report.show(depth::compare(settings.rounds, &largest.uncached, largest.publication).await?);
    if settings.plans {
        let paths: Vec<&String> =
            largest.asked.iter().filter_map(|asked| Some(&asked.first()?.path)).collect();
        let Publication { database, urls, .. } = largest.publication;
        println!("{}", statements::plans(database, urls, &paths).await?.join("\n"));
    }
    Ok(())
}

/// The whole mix.
async fn mixed(rounds: usize, stages: &[Stage<'_>]) -> Result<Table> {
    let mixes: Vec<Arc<Vec<Asked>>> = stages.iter().map(Stage::mix).collect();
    for (stage, mix) in stages.iter().zip(&mixes) {
        load::load(stage.uncached.address, mix, AT_ONCE, WARM_UP).await?;
    }
    let names = stages.iter().map(|stage| format!("{} articles", stage.publication.articles));
    let mut measured: Vec<Measured> = names.map(|name| Measured::new(&name)).collect::<Result<_>>()?;
    for _ in 0..rounds {
        for ((stage, mix), measured) in stages.iter().zip(&mixes).zip(&mut measured) {
            let loading = load::load(stage.uncached.address, mix, AT_ONCE, STRETCH);
            let (stretch, cost) = costing(&stage.uncached, loading).await?;
            measured.add(&stretch, Some(cost))?;
        }
    }
    let about = format!("uncached, {AT_ONCE} connections, {rounds} rounds of {STRETCH:?} each, in turn");
    let mut table = Table::comparing("a mix of requests, by size", &about, &measured, Ratio::P99);
    table.notes.extend(MIX.iter().map(|Kind { name, weight, .. }| format!("{weight:>3} % {name}")));
    for one in measured.iter().skip(1) {
        let subject = format!("mix of requests among {}, p99", one.name);
        table = table.with(Goal::at_most(2.0, "of the smallest", &subject, Ratio::P99.of(&measured[0], one)));
    }
    Ok(table)
}

/// Each kind of request alone.
async fn apart(rounds: usize, stages: &[Stage<'_>]) -> Result<Table> {
    let mut measured: HashMap<(usize, usize), Measured> = HashMap::new();
    // The first round is to warm up.
    for round in 0..=rounds {
        for (place, kind) in MIX.iter().enumerate() {
            for (size, stage) in stages.iter().enumerate() {
                let asked = &stage.asked[place];
                let stretch = load::load(stage.uncached.address, asked, AT_ONCE, OF_ONE_KIND).await?;
                if round > 0 {
                    let new = Measured::new(kind.name)?;
                    measured.entry((place, size)).or_insert(new).add(&stretch, None)?;
                }
            }
        }
    }
    let of = |place: usize| -> Vec<(usize, &Measured)> {
        let all = stages.iter().enumerate();
        all.filter_map(|(size, stage)| Some((stage.publication.articles, measured.get(&(place, size))?)))
            .collect()
    };
    let columns = stages.iter().flat_map(|stage| {
        let articles = stage.publication.articles;
        [format!("p50 µs at {articles}"), "p99 µs".to_owned()]
    });
    let row = |(place, kind): (usize, &Kind)| {
        let (of, times) = (of(place), |one: &Measured| [one.at(0.5), one.at(0.99)]);
        let [first, last] = [of.first(), of.last()].map(|one| one.map_or(0.0, |(_, one)| one.at(0.99)));
        let cells = of.iter().flat_map(|(_, one)| times(one)).map(|time| format!("{time:.0}")).collect();
        Row { name: kind.name.to_owned(), ratio: Some(last / first), bar: last, cells }
    };
    let growth = |(place, kind): (usize, &Kind)| {
        let points =
            of(place).into_iter().map(|(articles, one)| (articles as f64, one.at(0.5), one.at(0.99)));
        Growth { name: kind.name.to_owned(), points: points.collect() }
    };
    let rows: Vec<Row> = MIX.iter().enumerate().map(row).collect();
    let complaints = measured.values().filter_map(Measured::complaint);
    let within = rows.iter().filter(|row| row.ratio.is_some_and(|ratio| ratio <= 2.0)).count();
    Ok(Table {
        title: "each kind of request, by size".to_owned(),
        about: format!("uncached, {AT_ONCE} connections, {rounds} rounds of {OF_ONE_KIND:?} each, in turn"),
        legend: "ratio: p99 at the largest beside that at the smallest; bar: p99 at the largest".to_owned(),
        columns: columns.collect(),
        notes: complaints
            .chain([format!("{within} of {} kinds stay within twice the p99 at the smallest", rows.len())])
            .collect(),
        rows,
        goals: Vec::new(),
        plot: Plot::Growth(MIX.iter().enumerate().map(growth).collect()),
    })
}

impl Stage<'_> {
    /// What is asked, each kind as often as its weight says.
    fn mix(&self) -> Arc<Vec<Asked>> {
        // Each kind is asked in as many ways as the one that is asked in most, times its weight.
        let most = self.asked.iter().map(|asked| asked.len()).max().unwrap_or_default();
        let kinds = self.asked.iter().zip(&MIX);
        let repeated =
            kinds.flat_map(|(asked, Kind { weight, .. })| asked.iter().cycle().take(most * weight));
        Arc::new(repeated.cloned().collect())
    }
}
