//! What was measured of one contender over several rounds. A figure is the median of the rounds; how the latencies are
//! spread is kept of all rounds together.

use std::time::Duration;

use anyhow::Result;
use hdrhistogram::Histogram;

use crate::contender::Contender;
use crate::load::Stretch;

/// The stretches of one contender.
pub struct Measured {
    /// How it is called.
    pub name: String,
    rounds: Vec<Round>,
    /// All rounds, in nanoseconds.
    spread: Histogram<u64>,
    /// How many answers were none.
    refused: usize,
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

/// Answers per second, and nanoseconds.
struct Round {
    rate: f64,
    p50: f64,
    p99: f64,
}

/// To a thousandth.
const DIGITS: u8 = 3;

impl Measured {
    /// Nothing yet.
    pub fn new(name: &str) -> Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            rounds: Vec::new(),
            spread: Histogram::new(DIGITS)?,
            refused: 0,
            cost: None,
        })
    }

    /// Adds a stretch, and what it cost.
    pub fn add(&mut self, stretch: &Stretch, cost: Option<Cost>) -> Result<()> {
        let mut spread = Histogram::<u64>::new(DIGITS)?;
        for latency in &stretch.latencies {
            spread.record(*latency)?;
        }
        let rate = stretch.latencies.len() as f64 / stretch.elapsed.as_secs_f64();
        let at = |share| spread.value_at_quantile(share) as f64;
        self.rounds.push(Round { rate, p50: at(0.5), p99: at(0.99) });
        self.spread.add(&spread)?;
        self.refused += stretch.refused;
        let before = self.cost.map_or(Duration::ZERO, |cost| cost.spent);
        self.cost = cost.map(|cost| Cost { spent: cost.spent + before, ..cost });
        Ok(())
    }

    /// Answers per second.
    pub fn rate(&self) -> f64 {
        median(self.rounds.iter().map(|round| round.rate))
    }

    /// The rate as a share of another's that was loaded in turn with it: the median of the rounds' ratios, because what
    /// else the machine does falls on both of one round alike.
    pub fn beside(&self, other: &Self) -> f64 {
        median(self.rounds.iter().zip(&other.rounds).map(|(one, other)| one.rate / other.rate))
    }

    /// How many times the p99 of another it is, likewise.
    pub fn slower_than(&self, other: &Self) -> f64 {
        median(self.rounds.iter().zip(&other.rounds).map(|(one, other)| one.p99 / other.p99))
    }

    /// How many times what half of another's took its p99 is, likewise.
    pub fn tail_beside(&self, other: &Self) -> f64 {
        median(self.rounds.iter().zip(&other.rounds).map(|(one, other)| one.p99 / other.p50))
    }

    /// Half of the answers took no longer, in microseconds.
    pub fn p50(&self) -> f64 {
        median(self.rounds.iter().map(|round| round.p50)) / 1e3
    }

    /// All but one in a hundred took no longer, in microseconds.
    pub fn p99(&self) -> f64 {
        median(self.rounds.iter().map(|round| round.p99)) / 1e3
    }

    /// How long this share of all answers took at most, in microseconds.
    pub fn at(&self, share: f64) -> f64 {
        self.spread.value_at_quantile(share) as f64 / 1e3
    }

    /// How many answers there were.
    pub fn count(&self) -> u64 {
        self.spread.len()
    }

    /// What there is to say where the server had too much to do.
    pub fn complaint(&self) -> Option<String> {
        let Self { name, refused, .. } = self;
        (*refused > 0).then(|| format!("{name}: {refused} of {} answers were 503", self.count()))
    }

    /// The processor time for each answer in microseconds, and the most memory in MiB.
    pub fn cost(&self) -> Option<(f64, f64)> {
        let Cost { spent, peak_memory } = self.cost?;
        Some((spent.as_secs_f64() * 1e6 / self.count() as f64, peak_memory as f64 / 1024.0))
    }
}

/// Does something, and says what it cost a contender.
pub async fn costing<T>(contender: &Contender, done: impl Future<Output = Result<T>>) -> Result<(T, Cost)> {
    let before = contender.processor_time()?;
    let result = done.await?;
    let spent = contender.processor_time()? - before;
    Ok((result, Cost { spent, peak_memory: contender.peak_memory()? }))
}

/// The one in the middle, or what lies between the two that are.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let middle = [sorted.len().saturating_sub(1) / 2, sorted.len() / 2];
    middle.iter().filter_map(|place| sorted.get(*place)).sum::<f64>() / 2.0
}
