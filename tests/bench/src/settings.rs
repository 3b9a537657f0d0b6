//! The settings of a run, read from environment variables.

use std::env;

use anyhow::{Context, Result, ensure};

/// The questions that `ONLY` can select.
pub const QUESTIONS: [&str; 8] =
    ["reading", "writing", "freshness", "previewing", "footprint", "scaling", "searching", "attacks"];

pub struct Settings {
    /// `ARTICLES`: the number of articles that are really written, rendered and published.
    pub articles: usize,
    /// `LARGEST`: the number of articles in the largest publication.
    pub largest: usize,
    /// `ROUNDS`: the number of rounds of each measurement.
    pub rounds: usize,
    /// `CONNECTIONS`: the number of concurrent connections in load tests.
    pub connections: usize,
    /// `PLANS`: whether to print the query plans.
    pub plans: bool,
    only: Vec<String>,
}

impl Settings {
    /// Reads and validates the environment variables.
    pub fn read() -> Result<Self> {
        let only = env::var("ONLY").unwrap_or_default();
        let only: Vec<String> = only.split(',').map(str::trim).map(str::to_owned).collect();
        let only: Vec<String> = only.into_iter().filter(|name| !name.is_empty()).collect();
        let unknown = only.iter().find(|name| !QUESTIONS.contains(&name.as_str()));
        ensure!(unknown.is_none(), "ONLY names {unknown:?}; there are {}", QUESTIONS.join(", "));
        let settings = Self {
            articles: number("ARTICLES", 10_000)?,
            largest: number("LARGEST", 1_000_000)?,
            rounds: number("ROUNDS", 10)?,
            connections: number("CONNECTIONS", 64)?,
            plans: env::var_os("PLANS").is_some(),
            only,
        };
        ensure!(settings.articles >= 500, "ARTICLES is at least 500, so that every list has some");
        ensure!(settings.largest >= 2 * settings.articles, "LARGEST is at least twice ARTICLES");
        ensure!(settings.largest >= 20_000, "LARGEST is at least 20000, so that pages far down are full");
        Ok(settings)
    }

    /// Whether a question is selected.
    pub fn includes(&self, question: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == question)
    }

    /// The size of each publication as a multiple of `ARTICLES`: powers of ten, up to the largest.
    pub fn multiples(&self) -> Vec<usize> {
        let most = self.largest / self.articles;
        let tens = std::iter::successors(Some(1), |times| Some(times * 10));
        tens.take_while(|times| *times < most).chain([most]).collect()
    }

    /// Names and values for the report.
    pub fn to_facts(&self) -> Vec<(String, String)> {
        let numbers = [
            ("ARTICLES", self.articles),
            ("LARGEST", self.largest),
            ("ROUNDS", self.rounds),
            ("CONNECTIONS", self.connections),
        ];
        let numbers = numbers.map(|(name, value)| (name.to_owned(), value.to_string()));
        let only = if self.only.is_empty() { QUESTIONS.join(", ") } else { self.only.join(", ") };
        numbers.into_iter().chain([("ONLY".to_owned(), only)]).collect()
    }
}

fn number(name: &str, default: usize) -> Result<usize> {
    let number = env::var(name).map_or(Ok(default), |text| text.parse());
    let number = number.with_context(|| format!("{name} is a number"))?;
    ensure!(number > 0, "{name} is at least 1");
    Ok(number)
}
