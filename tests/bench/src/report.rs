//! The report: a table per question with ratios and goals, printed as it is measured (`terminal`) and written as an
//! HTML page with plots at the end (`page`, `plots`).

mod machine;
mod page;
mod plots;
mod terminal;

use std::fmt;
use std::path::Path;

use anyhow::Result;

use crate::measurement::Measurement;

use crate::report::machine::Processors;

pub use machine::describe as machine;

/// The tables of one run.
pub struct Report {
    /// The machine and the settings.
    pub facts: Vec<(String, String)>,
    tables: Vec<Table>,
    /// The CPU counters when the last table was added, to compute steal time.
    processors: Processors,
}

/// A comparison and its results.
pub struct Table {
    pub title: String,
    /// How it was measured.
    pub about: String,
    /// What ratio and bar mean.
    pub legend: String,
    /// The column headers of the cells.
    pub columns: Vec<String>,
    /// One row per contender.
    pub rows: Vec<Row>,
    pub goals: Vec<Goal>,
    /// Further remarks.
    pub notes: Vec<String>,
    pub plot: Plot,
}

pub struct Row {
    pub name: String,
    /// The ratio to the reference.
    pub ratio: Option<f64>,
    /// The value shown by the bar.
    pub bar: f64,
    pub cells: Vec<String>,
}

/// A goal and the measured value.
#[derive(Clone)]
pub struct Goal {
    pub subject: String,
    pub limit: Limit,
    /// The unit of both numbers.
    pub unit: &'static str,
    pub measured: f64,
}

#[derive(Clone, Copy)]
pub enum Limit {
    AtLeast(f64),
    AtMost(f64),
}

/// The plot of a table in the HTML report.
pub enum Plot {
    /// Only the bars of the table.
    None,
    /// The latency distribution of each contender.
    Spread(Vec<Curve>),
    /// The latency of each kind of request by the size of the publication.
    Growth(Vec<Growth>),
}

/// The latency distribution of a contender.
pub struct Curve {
    pub name: String,
    /// Quantiles, and the latency at each in microseconds.
    pub points: Vec<(f64, f64)>,
}

/// The latencies of one kind of request by size.
pub struct Growth {
    pub name: String,
    /// The number of articles, and p50 and p99 in microseconds.
    pub points: Vec<(f64, f64, f64)>,
}

/// What the ratio column of a comparison means.
#[derive(Clone, Copy)]
pub enum Ratio {
    /// The rate of the first row divided by the rate of each row.
    FirstOfEach,
    /// The rate of each row divided by the rate of the first row.
    EachOfFirst,
    /// The p99 of each row divided by the p99 of the first row.
    P99,
}

impl Report {
    pub fn new(facts: Vec<(String, String)>) -> Self {
        Self { facts, tables: Vec::new(), processors: Processors::now() }
    }

    /// Prints a table and adds it to the report.
    pub fn show(&mut self, mut table: Table) {
        let now = Processors::now();
        let stolen = 100.0 * now.stolen_since(self.processors);
        self.processors = now;
        table.notes.push(format!("Steal time: {stolen:.1} %."));
        print!("{}", terminal::table(&table));
        self.tables.push(table);
    }

    /// Prints the summary of all goals and writes the HTML page.
    pub fn end(&self, path: &Path) -> Result<()> {
        print!("{}", terminal::summary(&self.goals()));
        page::write(self, path)?;
        println!("\n{}", path.display());
        Ok(())
    }

    fn goals(&self) -> Vec<&Goal> {
        self.tables.iter().flat_map(|table| &table.goals).collect()
    }
}

impl Table {
    /// A comparison of contenders that were loaded in turn.
    pub fn comparing(title: &str, about: &str, all: &[Measurement], ratio: Ratio) -> Self {
        let columns = ["requests/s", "p50 µs", "p99 µs", "cpu µs/request", "memory MiB"];
        let row = |one: &Measurement| {
            let cost = one.cost().map(|(cpu, memory)| [format!("{cpu:.1}"), format!("{memory:.1}")]);
            let [cpu, memory] = cost.unwrap_or_default();
            let cells = [one.rate(), one.p50(), one.p99()].map(|value| format!("{value:.0}"));
            Row {
                name: one.name.clone(),
                ratio: all.first().map(|first| ratio.compute(first, one)),
                bar: ratio.value(one),
                cells: cells.into_iter().chain([cpu, memory]).collect(),
            }
        };
        Self {
            title: title.to_owned(),
            about: about.to_owned(),
            legend: ratio.legend(all.first().map_or("", |first| &first.name)),
            columns: columns.map(str::to_owned).to_vec(),
            rows: all.iter().map(row).collect(),
            goals: Vec::new(),
            notes: all.iter().filter_map(Measurement::refused_note).collect(),
            plot: Plot::Spread(all.iter().map(Curve::from_measurement).collect()),
        }
    }

    /// Adds a goal.
    pub fn with(mut self, goal: Goal) -> Self {
        self.goals.push(goal);
        self
    }
}

impl Ratio {
    /// The ratio of one row to the first.
    pub fn compute(self, first: &Measurement, one: &Measurement) -> f64 {
        match self {
            Self::FirstOfEach => first.rate_ratio(one),
            Self::EachOfFirst => one.rate_ratio(first),
            Self::P99 => one.p99_ratio(first),
        }
    }

    fn value(self, one: &Measurement) -> f64 {
        match self {
            Self::FirstOfEach | Self::EachOfFirst => one.rate(),
            Self::P99 => one.p99(),
        }
    }

    fn legend(self, first: &str) -> String {
        match self {
            Self::FirstOfEach => format!("ratio: {first} to each, by requests/s; bar: requests/s"),
            Self::EachOfFirst => format!("ratio: each to {first}, by requests/s; bar: requests/s"),
            Self::P99 => format!("ratio: each to {first}, by p99; bar: p99"),
        }
    }
}

impl Curve {
    /// From the fastest response up to the last quantile with enough samples.
    pub fn from_measurement(one: &Measurement) -> Self {
        // Quantiles by tenths of a nine, as far as at least two samples lie beyond.
        let nines = (0..=40).map(|step| f64::from(step) / 10.0);
        let shares = nines.map(|nines| 1.0 - 10f64.powf(-nines));
        let known = shares.take_while(|share| (1.0 - share) * one.count() as f64 >= 2.0);
        Self { name: one.name.clone(), points: known.map(|share| (share, one.at(share))).collect() }
    }
}

impl Goal {
    pub fn at_least(limit: f64, unit: &'static str, subject: &str, measured: f64) -> Self {
        Self { subject: subject.to_owned(), limit: Limit::AtLeast(limit), unit, measured }
    }

    pub fn at_most(limit: f64, unit: &'static str, subject: &str, measured: f64) -> Self {
        Self { subject: subject.to_owned(), limit: Limit::AtMost(limit), unit, measured }
    }

    pub fn is_reached(&self) -> bool {
        match self.limit {
            Limit::AtLeast(limit) => self.measured >= limit,
            Limit::AtMost(limit) => self.measured <= limit,
        }
    }

    pub fn verdict(&self) -> &'static str {
        if self.is_reached() { "reached" } else { "missed" }
    }

    /// The measured value with a sensible number of digits.
    pub fn measured(&self) -> String {
        if self.measured < 10.0 { format!("{:.3}", self.measured) } else { format!("{:.1}", self.measured) }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (words, limit) = match self {
            Self::AtLeast(limit) => ("at least", limit),
            Self::AtMost(limit) => ("at most", limit),
        };
        if *limit < 10.0 { write!(f, "{words} {limit:.2}") } else { write!(f, "{words} {limit:.0}") }
    }
}
