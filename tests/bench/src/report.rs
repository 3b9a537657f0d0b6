//! What came out: a table for each question, ratios first, with the goals it was held against. It is printed as it comes
//! (`terminal`), and written as a page with plots at the end (`page`, `plots`). Not here: measuring.

mod machine;
mod page;
mod plots;
mod terminal;

use std::fmt;
use std::path::Path;

use anyhow::Result;

use crate::measured::Measured;

use crate::report::machine::Processors;

pub use machine::describe as machine;

/// Everything that was asked in one run.
pub struct Report {
    /// What it ran on, and with which settings.
    pub facts: Vec<(String, String)>,
    tables: Vec<Table>,
    /// How it stood with the processors when the last answer came.
    processors: Processors,
}

/// A question and what came out.
pub struct Table {
    /// What is compared.
    pub title: String,
    /// How it was measured.
    pub about: String,
    /// What the ratios and the bars are.
    pub legend: String,
    /// The names of the cells.
    pub columns: Vec<String>,
    /// The contenders.
    pub rows: Vec<Row>,
    /// What was to be reached.
    pub goals: Vec<Goal>,
    /// What else is to be known.
    pub notes: Vec<String>,
    /// How it looks.
    pub plot: Plot,
}

/// A line of a table.
pub struct Row {
    /// Whose.
    pub name: String,
    /// How it stands to what it is compared with.
    pub ratio: Option<f64>,
    /// What the length of the bar says.
    pub bar: f64,
    /// The rest.
    pub cells: Vec<String>,
}

/// A limit, and where the measured value lies.
#[derive(Clone)]
pub struct Goal {
    /// What was measured.
    pub subject: String,
    /// How far it may go.
    pub limit: Limit,
    /// Of what both numbers are.
    pub unit: &'static str,
    /// What it was.
    pub measured: f64,
}

/// How far something may go.
#[derive(Clone, Copy)]
pub enum Limit {
    /// No less.
    AtLeast(f64),
    /// No more.
    AtMost(f64),
}

/// How a table looks as a plot.
pub enum Plot {
    /// Bars are enough.
    None,
    /// How the latencies of each contender are spread.
    Spread(Vec<Curve>),
    /// How the latencies of each kind of request grow with the publication.
    Growth(Vec<Growth>),
}

/// Latencies of a contender.
pub struct Curve {
    /// Its name.
    pub name: String,
    /// A share of the answers, and how long they took at most, in microseconds.
    pub points: Vec<(f64, f64)>,
}

/// Latencies of one kind of request.
pub struct Growth {
    /// Its name.
    pub name: String,
    /// The articles, and the p50 and p99 among so many, in microseconds.
    pub points: Vec<(f64, f64, f64)>,
}

/// What the ratios of a comparison are.
#[derive(Clone, Copy)]
pub enum Ratio {
    /// The rate of the first as a share of each one's.
    FirstOfEach,
    /// The rate of each as a share of the first one's.
    EachOfFirst,
    /// How many times the p99 of the first one the p99 of each is.
    P99,
}

impl Report {
    /// One without answers yet.
    pub fn new(facts: Vec<(String, String)>) -> Self {
        Self { facts, tables: Vec::new(), processors: Processors::now() }
    }

    /// Prints an answer, and keeps it.
    pub fn show(&mut self, mut table: Table) {
        let now = Processors::now();
        let stolen = 100.0 * now.stolen_since(self.processors);
        self.processors = now;
        table.notes.push(format!("Meanwhile the host gave {stolen:.1} % of the processors to others."));
        print!("{}", terminal::table(&table));
        self.tables.push(table);
    }

    /// Prints how the goals were met, and writes the page.
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
    /// The stretches of contenders that were loaded in turn.
    pub fn comparing(title: &str, about: &str, all: &[Measured], ratio: Ratio) -> Self {
        let columns = ["requests/s", "p50 µs", "p99 µs", "cpu µs/request", "memory MiB"];
        let row = |one: &Measured| {
            let cost = one.cost().map(|(cpu, memory)| [format!("{cpu:.1}"), format!("{memory:.1}")]);
            let [cpu, memory] = cost.unwrap_or_default();
            let cells = [one.rate(), one.p50(), one.p99()].map(|value| format!("{value:.0}"));
            Row {
                name: one.name.clone(),
                ratio: all.first().map(|first| ratio.of(first, one)),
                bar: ratio.shown(one),
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
            notes: all.iter().filter_map(Measured::complaint).collect(),
            plot: Plot::Spread(all.iter().map(Curve::of).collect()),
        }
    }

    /// Held against one more goal.
    pub fn with(mut self, goal: Goal) -> Self {
        self.goals.push(goal);
        self
    }
}

impl Ratio {
    /// How one stands to the first.
    pub fn of(self, first: &Measured, one: &Measured) -> f64 {
        match self {
            Self::FirstOfEach => first.beside(one),
            Self::EachOfFirst => one.beside(first),
            Self::P99 => one.slower_than(first),
        }
    }

    fn shown(self, one: &Measured) -> f64 {
        match self {
            Self::FirstOfEach | Self::EachOfFirst => one.rate(),
            Self::P99 => one.p99(),
        }
    }

    fn legend(self, first: &str) -> String {
        match self {
            Self::FirstOfEach => format!("ratio: {first} beside each, by requests/s; bar: requests/s"),
            Self::EachOfFirst => format!("ratio: each beside {first}, by how often a second; bar: the same"),
            Self::P99 => format!("ratio: each beside {first}, by p99; bar: p99"),
        }
    }
}

impl Curve {
    /// From the fastest to the slowest that there were enough of.
    pub fn of(one: &Measured) -> Self {
        // One for each tenth of a nine; beyond a hundred answers it would be chance.
        let nines = (0..=40).map(|step| f64::from(step) / 10.0);
        let shares = nines.map(|nines| 1.0 - 10f64.powf(-nines));
        let known = shares.take_while(|share| (1.0 - share) * one.count() as f64 >= 2.0);
        Self { name: one.name.clone(), points: known.map(|share| (share, one.at(share))).collect() }
    }
}

impl Goal {
    /// At least this.
    pub fn at_least(limit: f64, unit: &'static str, subject: &str, measured: f64) -> Self {
        Self { subject: subject.to_owned(), limit: Limit::AtLeast(limit), unit, measured }
    }

    /// At most this.
    pub fn at_most(limit: f64, unit: &'static str, subject: &str, measured: f64) -> Self {
        Self { subject: subject.to_owned(), limit: Limit::AtMost(limit), unit, measured }
    }

    /// Whether it was.
    pub fn is_reached(&self) -> bool {
        match self.limit {
            Limit::AtLeast(limit) => self.measured >= limit,
            Limit::AtMost(limit) => self.measured <= limit,
        }
    }

    /// In a word.
    pub fn verdict(&self) -> &'static str {
        if self.is_reached() { "reached" } else { "missed" }
    }

    /// What was measured, as exactly as it is worth.
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
