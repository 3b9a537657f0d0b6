//! What the environment says about a run.

use std::env;

use anyhow::{Context, Result, ensure};

/// What is asked, each by its name in `ONLY`.
pub const QUESTIONS: [&str; 7] =
    ["reading", "writing", "freshness", "footprint", "scaling", "searching", "attacks"];

/// How large a run is.
pub struct Settings {
    /// `ARTICLES`: how many are really written, rendered and published.
    pub articles: usize,
    /// `LARGEST`: how many there are in the largest publication.
    pub largest: usize,
    /// `ROUNDS`: how often each stretch is repeated.
    pub rounds: usize,
    /// `CONNECTIONS`: how many ask at the same time, where many do.
    pub connections: usize,
    /// `PLANS`: whether to print how Postgres goes about the statements.
    pub plans: bool,
    only: Vec<String>,
}

impl Settings {
    /// Reads them.
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

    /// Whether a question is to be asked.
    pub fn asks(&self, question: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|name| name == question)
    }

    /// How many times the articles each publication holds, from once to the largest, by tens.
    pub fn multiples(&self) -> Vec<usize> {
        let most = self.largest / self.articles;
        let tens = std::iter::successors(Some(1), |times| Some(times * 10));
        tens.take_while(|times| *times < most).chain([most]).collect()
    }

    /// All of them, as they are named and as they are.
    pub fn named(&self) -> Vec<(String, String)> {
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
