//! Benchmarks that compare Masthead with a reference in the same run: one table per question, ratios first, and an HTML
//! report with plots at the end. Reading is compared with constant responses, nginx, and a minimal handler that runs
//! the same statement; writing with the commit of one row; freshness with one NOTIFY; scaling with a smaller
//! publication; searching with one article by id; attacks with readers alone. `settings` lists the environment
//! variables. Absolute numbers depend on the machine; ratios are comparable.

mod attacks;
mod contender;
mod footprint;
mod freshness;
mod load;
mod measurement;
mod minimal_handler;
mod multiply;
mod previewing;
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

/// Concurrent writers.
const WRITERS: usize = 8;

/// The path of the HTML report, relative to the repository.
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
    facts.extend(settings.to_facts());
    facts.iter().for_each(|(name, value)| println!("{name:<12} {value}"));
    let mut report = Report::new(facts);
    measure(&settings, &mut report).await?;
    report.end(Path::new(PAGE))
}

async fn measure(settings: &Settings, report: &mut Report) -> Result<()> {
    // These use their own clusters, which are removed before the large publications are created.
    if settings.includes("writing") {
        writing::compare(settings.rounds, WRITERS, report).await?;
    }
    if settings.includes("freshness") {
        freshness::compare(settings.rounds, report).await?;
    }
    if settings.includes("previewing") {
        previewing::compare(settings.rounds, report).await?;
    }
    if ["reading", "footprint", "scaling", "searching", "attacks"]
        .into_iter()
        .any(|question| settings.includes(question))
    {
        let publications = publications::make(settings).await?;
        let first = publications.first().context("there is one")?;
        if settings.includes("reading") {
            reading::compare(settings, first, report).await?;
        }
        if settings.includes("footprint") {
            footprint::compare(settings, &publications, report).await?;
        }
        if settings.includes("scaling") {
            scaling::compare(settings, &publications, report).await?;
        }
        if settings.includes("searching") {
            searching::compare(settings, &publications, report).await?;
        }
        if settings.includes("attacks") {
            attacks::compare(first, settings.articles, report).await?;
        }
    }
    Ok(())
}
