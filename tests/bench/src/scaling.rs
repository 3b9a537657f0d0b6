//! Latency by the size of the publication, without cache: a fixed mix of requests, each kind of request alone, and deep
//! pages. `mix` defines the requests, `publications` creates the databases.

mod depth;
mod mix;

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::contender::Contender;
use crate::load::{self, LoadRequest};
use crate::measurement::{Measurement, with_cost};
use crate::publications::Publication;
use crate::report::{Goal, Growth, Plot, Ratio, Report, Row, Table};
use crate::scaling::mix::{Kind, MIX};
use crate::settings::Settings;
use crate::statements;

/// As many connections as a small machine has cores. With more, latency would mostly be queueing.
const CONNECTIONS: usize = 2;
const SAMPLE_DURATION: Duration = Duration::from_millis(1_500);
const WARM_UP: Duration = Duration::from_secs(2);
const KIND_DURATION: Duration = Duration::from_millis(250);

/// A publication, a server without cache, and the requests of each kind in the mix.
struct SizedServer<'p> {
    publication: &'p Publication,
    uncached: Contender,
    asked: Vec<Arc<Vec<LoadRequest>>>,
}

/// Runs all comparisons.
pub async fn compare(settings: &Settings, publications: &[Publication], report: &mut Report) -> Result<()> {
    let mut servers = Vec::new();
    for publication in publications {
        let uncached = Contender::start("uncached", &publication.urls)?;
        let mut asked = Vec::with_capacity(MIX.len());
        for kind in &MIX {
            asked.push(kind.asked(publication, settings.articles, uncached.address).await?);
        }
        servers.push(SizedServer { publication, uncached, asked });
    }
    report.show(whole_mix(settings.rounds, &servers).await?);
    report.show(by_kind(settings.rounds, &servers).await?);
    let largest = servers.last().context("there is one")?;
    report.show(depth::compare(settings.rounds, &largest.uncached, largest.publication).await?);
    if settings.plans {
        let paths: Vec<&String> =
            largest.asked.iter().filter_map(|asked| Some(&asked.first()?.path)).collect();
        let Publication { database, urls, .. } = largest.publication;
        println!("{}", statements::plans(database, urls, &paths).await?.join("\n"));
    }
    Ok(())
}

/// Measures the whole mix.
async fn whole_mix(rounds: usize, servers: &[SizedServer<'_>]) -> Result<Table> {
    let mixes: Vec<Arc<Vec<LoadRequest>>> = servers.iter().map(SizedServer::mix).collect();
    for (server, mix) in servers.iter().zip(&mixes) {
        load::load(server.uncached.address, mix, CONNECTIONS, WARM_UP).await?;
    }
    let names = servers.iter().map(|server| format!("{} articles", server.publication.articles));
    let mut measured: Vec<Measurement> = names.map(|name| Measurement::new(&name)).collect::<Result<_>>()?;
    for _ in 0..rounds {
        for ((server, mix), measured) in servers.iter().zip(&mixes).zip(&mut measured) {
            let loading = load::load(server.uncached.address, mix, CONNECTIONS, SAMPLE_DURATION);
            let (stretch, cost) = with_cost(&server.uncached, loading).await?;
            measured.add(&stretch, Some(cost))?;
        }
    }
    let about =
        format!("uncached, {CONNECTIONS} connections, {rounds} rounds of {SAMPLE_DURATION:?} each, in turn");
    let mut table = Table::comparing("a mix of requests, by size", &about, &measured, Ratio::P99);
    table.notes.extend(MIX.iter().map(|Kind { name, weight, .. }| format!("{weight:>3} % {name}")));
    for one in measured.iter().skip(1) {
        let subject = format!("mix of requests among {}, p99", one.name);
        table = table.with(Goal::at_most(
            2.0,
            "of the smallest",
            &subject,
            Ratio::P99.compute(&measured[0], one),
        ));
    }
    Ok(table)
}

/// Measures each kind of request alone.
async fn by_kind(rounds: usize, servers: &[SizedServer<'_>]) -> Result<Table> {
    let mut measured: HashMap<(usize, usize), Measurement> = HashMap::new();
    // The first round is a warm-up.
    for round in 0..=rounds {
        for (place, kind) in MIX.iter().enumerate() {
            for (size, server) in servers.iter().enumerate() {
                let asked = &server.asked[place];
                let stretch = load::load(server.uncached.address, asked, CONNECTIONS, KIND_DURATION).await?;
                if round > 0 {
                    let new = Measurement::new(kind.name)?;
                    measured.entry((place, size)).or_insert(new).add(&stretch, None)?;
                }
            }
        }
    }
    let of = |place: usize| -> Vec<(usize, &Measurement)> {
        let all = servers.iter().enumerate();
        all.filter_map(|(size, server)| Some((server.publication.articles, measured.get(&(place, size))?)))
            .collect()
    };
    let columns = servers.iter().flat_map(|server| {
        let articles = server.publication.articles;
        [format!("p50 µs at {articles}"), "p99 µs".to_owned()]
    });
    let row = |(place, kind): (usize, &Kind)| {
        let (of, times) = (of(place), |one: &Measurement| [one.at(0.5), one.at(0.99)]);
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
    let refused_notes = measured.values().filter_map(Measurement::refused_note);
    let within = rows.iter().filter(|row| row.ratio.is_some_and(|ratio| ratio <= 2.0)).count();
    Ok(Table {
        title: "each kind of request, by size".to_owned(),
        about: format!(
            "uncached, {CONNECTIONS} connections, {rounds} rounds of {KIND_DURATION:?} each, in turn"
        ),
        legend: "ratio: p99 at the largest to p99 at the smallest; bar: p99 at the largest".to_owned(),
        columns: columns.collect(),
        notes: refused_notes
            .chain([format!("{within} of {} kinds stay within twice the p99 at the smallest", rows.len())])
            .collect(),
        rows,
        goals: Vec::new(),
        plot: Plot::Growth(MIX.iter().enumerate().map(growth).collect()),
    })
}

impl SizedServer<'_> {
    /// The requests of all kinds, repeated according to their weights.
    fn mix(&self) -> Arc<Vec<LoadRequest>> {
        // Repeat the requests of each kind up to the number of the largest kind times its weight.
        let most = self.asked.iter().map(|asked| asked.len()).max().unwrap_or_default();
        let kinds = self.asked.iter().zip(&MIX);
        let repeated =
            kinds.flat_map(|(asked, Kind { weight, .. })| asked.iter().cycle().take(most * weight));
        Arc::new(repeated.cloned().collect())
    }
}
