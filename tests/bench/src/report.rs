//! What came out: a line for each contender, and how many times the first one each of the others is.

use std::fmt;
use std::time::Duration;

use crate::load::Stretch;

/// The stretches of several contenders, which were loaded in turn.
pub struct Comparison {
    title: String,
    rows: Vec<Row>,
}

struct Row {
    name: &'static str,
    rates: Vec<f64>,
    latencies: Vec<u64>,
    /// Of what runs in a process of its own.
    cost: Option<Cost>,
}

/// What a contender's process took.
#[derive(Clone, Copy)]
pub struct Cost {
    /// The processor time.
    pub spent: Duration,
    /// The most memory it ever held, in KiB.
    pub peak_memory: u64,
}

impl Comparison {
    /// An empty one.
    pub fn new(title: &str) -> Self {
        Self { title: title.to_owned(), rows: Vec::new() }
    }

    /// Adds a stretch of one contender.
    pub fn add(&mut self, name: &'static str, stretch: &Stretch, cost: Option<Cost>) {
        let place = self.rows.iter().position(|row| row.name == name).unwrap_or_else(|| {
            self.rows.push(Row { name, rates: vec![], latencies: vec![], cost: None });
            self.rows.len() - 1
        });
        let row = &mut self.rows[place];
        row.rates.push(stretch.latencies.len() as f64 / stretch.elapsed.as_secs_f64());
        row.latencies.extend(&stretch.latencies);
        let before = row.cost.map_or(Duration::ZERO, |cost| cost.spent);
        row.cost = cost.map(|cost| Cost { spent: cost.spent + before, ..cost });
    }
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\n{}", self.title)?;
        let columns = ["", "requests/s", "ratio", "p50 µs", "p99 µs", "cpu µs/request", "peak MiB"];
        let [name, rate, ratio, p50, p99, cpu, peak] = columns;
        writeln!(f, "  {name:<12}{rate:>12}{ratio:>8}{p50:>9}{p99:>9}{cpu:>16}{peak:>10}")?;
        let first = self.rows.first().map_or(1.0, Row::rate);
        for row in &self.rows {
            let mut sorted = row.latencies.clone();
            sorted.sort_unstable();
            let quantile =
                |share: usize| sorted.get(sorted.len() * share / 100).map_or(0.0, |ns| *ns as f64 / 1e3);
            write!(
                f,
                "  {:<12}{:>12.0}{:>8.2}{:>9.0}{:>9.0}",
                row.name,
                row.rate(),
                row.rate() / first,
                quantile(50),
                quantile(99)
            )?;
            match row.cost {
                Some(Cost { spent, peak_memory }) => {
                    let cpu = spent.as_secs_f64() * 1e6 / sorted.len() as f64;
                    writeln!(f, "{cpu:>16.1}{:>10.1}", peak_memory as f64 / 1024.0)?;
                }
                None => writeln!(f)?,
            }
        }
        Ok(())
    }
}

impl Row {
    /// The median over the rounds.
    fn rate(&self) -> f64 {
        let mut sorted = self.rates.clone();
        sorted.sort_by(f64::total_cmp);
        sorted.get(sorted.len() / 2).copied().unwrap_or_default()
    }
}
