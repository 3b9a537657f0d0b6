//! The contenders must ask Postgres the same, once for each request: its own log says what they asked.

use anyhow::{Context, Result, ensure};
use tests::{RecordedStatements, StatementRecorder, TestDatabase};

use crate::contender::Contender;
use crate::load;

/// Fails unless both ask the same for each of these paths, and gives the plans of those statements.
pub async fn check_same(database: &TestDatabase, urls: &[String], paths: &[&String]) -> Result<()> {
    let recorder = StatementRecorder::start(database).await;
    let all = [Contender::start("uncached", urls)?, Contender::start("barest", urls)?];
    for path in paths {
        let mut asked = Vec::new();
        for contender in &all {
            asked.push(of(&recorder, contender, path).await?.statements);
        }
        ensure!(
            asked.iter().all(|statements| statements.len() == 1),
            "{path} takes more than one: {asked:#?}"
        );
        ensure!(asked.first() == asked.last(), "they ask different things for {path}: {asked:#?}");
    }
    recorder.stop().await;
    Ok(())
}

/// How Postgres goes about what Masthead asks for each of these paths.
pub async fn plans(database: &TestDatabase, urls: &[String], paths: &[&String]) -> Result<Vec<String>> {
    let recorder = StatementRecorder::start(database).await;
    let masthead = Contender::start("uncached", urls)?;
    let mut plans = Vec::new();
    for path in paths {
        let plan = of(&recorder, &masthead, path).await?.plans.pop().context("no plan was recorded")?;
        plans.push(format!("{path}\n{plan}"));
    }
    recorder.stop().await;
    Ok(plans)
}

async fn of(
    recorder: &StatementRecorder<'_>,
    contender: &Contender,
    path: &str,
) -> Result<RecordedStatements> {
    // After some repetitions Postgres decides whether one plan does for all values.
    for _ in 0..8 {
        load::get(contender.address, path).await?;
    }
    let (answer, recorded) = recorder.record(load::get(contender.address, path)).await;
    answer?;
    Ok(recorded)
}
