//! What Masthead costs, beside other things that are measured in the same run, each in turn: a table for each question,
//! ratios first, and a page with plots at the end. Reading: a constant, nginx, the barest handler that runs the same
//! statement. Writing: the commit of one small row. Freshness: one NOTIFY. Footprint: memory, and the time a start takes.
//! Scaling: the same publication with fewer articles. Searching: one article by its identity.
//! Attacks: readers alone. What comes from the environment stands in `settings`. The numbers
//! mean something only beside each other.

mod attacks;
mod barest;
mod contender;
mod footprint;
mod freshness;
mod load;
mod measured;
mod multiply;
mod publication;
mod publications;
mod reading;
mod report;
mod scaling;
mod searching;
mod settings;
mod statements;
mod vocabulary;
mod writing;

use std::env;
use std::path::Path;

use anyhow::{Context, Result};
use cluster::SUPERUSER;

use crate::report::Report;
use crate::settings::Settings;

/// How many editors write at once.
const WRITERS: usize = 8;

/// Where the page is written, from the top of the repository.
const PAGE: &str = "target/bench/report.html";

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [name, source @ ..] = arguments.as_slice() {
        return contender::serve(name, source).await;
    }
    let settings = Settings::read()?;
    let postgres = "SELECT current_setting('server_version') AS text";
    let postgres = store::testing::texts(&tests::cluster_access(SUPERUSER, "postgres"), postgres).await?;
    let mut facts = report::machine(postgres.first().context("it has a version")?)?;
    facts.extend(settings.named());
    facts.iter().for_each(|(name, value)| println!("{name:<12} {value}"));
    let mut report = Report::new(facts);
    measure(&settings, &mut report).await?;
    report.end(Path::new(PAGE))
}

async fn measure(settings: &Settings, report: &mut Report) -> Result<()> {
    // On a cluster of their own, which is gone before the large publications are made.
    if settings.asks("writing") {
        writing::compare(settings.rounds, WRITERS, report).await?;
    }
    if settings.asks("freshness") {
        freshness::compare(settings.rounds, report).await?;
    }
    if ["reading", "footprint", "scaling", "searching", "attacks"]
        .into_iter()
        .any(|question| settings.asks(question))
    {
        let publications = publications::make(settings).await?;
        let first = publications.first().context("there is one")?;
        if settings.asks("reading") {
            reading::compare(settings, first, report).await?;
        }
        if settings.asks("footprint") {
            footprint::compare(settings, &publications, report).await?;
        }
        if settings.asks("scaling") {
            scaling::compare(settings, &publications, report).await?;
        }
        if settings.asks("searching") {
            searching::compare(settings, &publications, report).await?;
        }
        if settings.asks("attacks") {
            attacks::compare(first, settings.articles, report).await?;
        }
    }
    Ok(())
}
