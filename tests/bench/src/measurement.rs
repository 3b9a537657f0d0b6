//! The measurements of one contender over several rounds. Figures are the medians of the rounds; the latency histogram
//! covers all rounds together.

use std::time::Duration;

use anyhow::Result;
use hdrhistogram::Histogram;

use crate::contender::Contender;
use crate::load::LoadSample;

/// The rounds of one contender.
pub struct Measurement {
    /// The label in tables.
    pub name: String,
    rounds: Vec<Round>,
    /// The latencies of all rounds in nanoseconds.
    spread: Histogram<u64>,
    /// The number of 503 responses.
    refused: usize,
    /// Only for contenders in their own process.
    cost: Option<Cost>,
}

/// The resources used by the process of a contender.
#[derive(Clone, Copy)]
pub struct Cost {
    /// The CPU time.
    pub cpu_time: Duration,
    /// The peak resident memory in KiB.
    pub peak_memory: u64,
}

/// Responses per second, and latencies in nanoseconds.
struct Round {
    rate: f64,
    p50: f64,
    p99: f64,
}

/// Significant digits of the histograms.
const DIGITS: u8 = 3;

impl Measurement {
    pub fn new(name: &str) -> Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            rounds: Vec::new(),
            spread: Histogram::new(DIGITS)?,
            refused: 0,
            cost: None,
        })
    }

    /// Adds a round and its cost.
    pub fn add(&mut self, stretch: &LoadSample, cost: Option<Cost>) -> Result<()> {
        let mut spread = Histogram::<u64>::new(DIGITS)?;
        for latency in &stretch.latencies {
            spread.record(*latency)?;
        }
        let rate = stretch.latencies.len() as f64 / stretch.elapsed.as_secs_f64();
        let at = |share| spread.value_at_quantile(share) as f64;
        self.rounds.push(Round { rate, p50: at(0.5), p99: at(0.99) });
        self.spread.add(&spread)?;
        self.refused += stretch.refused;
        let before = self.cost.map_or(Duration::ZERO, |cost| cost.cpu_time);
        self.cost = cost.map(|cost| Cost { cpu_time: cost.cpu_time + before, ..cost });
        Ok(())
    }

    /// Responses per second.
    pub fn rate(&self) -> f64 {
        median(self.rounds.iter().map(|round| round.rate))
    }

    /// The ratio of the rates of two contenders that were loaded in turn. It is the median of the ratios of the rounds,
    /// because other load on the machine affects both in the same round alike.
    pub fn rate_ratio(&self, other: &Self) -> f64 {
        median(self.rounds.iter().zip(&other.rounds).map(|(one, other)| one.rate / other.rate))
    }

    /// The ratio of the p50 latencies, likewise.
    pub fn p50_ratio(&self, other: &Self) -> f64 {
        median(self.rounds.iter().zip(&other.rounds).map(|(one, other)| one.p50 / other.p50))
    }

    /// The ratio of the p99 latencies, likewise.
    pub fn p99_ratio(&self, other: &Self) -> f64 {
        median(self.rounds.iter().zip(&other.rounds).map(|(one, other)| one.p99 / other.p99))
    }

    /// The ratio of this p99 to the p50 of the other, likewise.
    pub fn p99_to_p50_ratio(&self, other: &Self) -> f64 {
        median(self.rounds.iter().zip(&other.rounds).map(|(one, other)| one.p99 / other.p50))
    }

    /// In microseconds.
    pub fn p50(&self) -> f64 {
        median(self.rounds.iter().map(|round| round.p50)) / 1e3
    }

    /// In microseconds.
    pub fn p99(&self) -> f64 {
        median(self.rounds.iter().map(|round| round.p99)) / 1e3
    }

    /// The latency at a quantile over all rounds, in microseconds.
    pub fn at(&self, share: f64) -> f64 {
        self.spread.value_at_quantile(share) as f64 / 1e3
    }

    /// The number of responses.
    pub fn count(&self) -> u64 {
        self.spread.len()
    }

    /// A note about 503 responses, if there were any.
    pub fn refused_note(&self) -> Option<String> {
        let Self { name, refused, .. } = self;
        (*refused > 0).then(|| format!("{name}: {refused} of {} responses were 503", self.count()))
    }

    /// The CPU time per response in microseconds, and the peak memory in MiB.
    pub fn cost(&self) -> Option<(f64, f64)> {
        let Cost { cpu_time, peak_memory } = self.cost?;
        Some((cpu_time.as_secs_f64() * 1e6 / self.count() as f64, peak_memory as f64 / 1024.0))
    }
}

/// Runs a future and measures what it costs the contender.
pub async fn with_cost<T>(
    contender: &Contender,
    future: impl Future<Output = Result<T>>,
) -> Result<(T, Cost)> {
    let before = contender.processor_time()?;
    let result = future.await?;
    let cpu_time = contender.processor_time()? - before;
    Ok((result, Cost { cpu_time, peak_memory: contender.peak_memory()? }))
}

/// The median; for an even number of values the mean of the two in the middle.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut sorted: Vec<f64> = values.collect();
    sorted.sort_by(f64::total_cmp);
    let middle = [sorted.len().saturating_sub(1) / 2, sorted.len() / 2];
    middle.iter().filter_map(|place| sorted.get(*place)).sum::<f64>() / 2.0
}
