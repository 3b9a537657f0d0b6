//! Checks with the Postgres log that the contenders run the same single statement per request.

use anyhow::{Context, Result, ensure};
use tests::{RecordedStatements, StatementRecorder, TestDatabase};

use crate::contender::Contender;
use crate::load;

/// Fails unless both contenders run the same single statement for each path.
pub async fn check_same(database: &TestDatabase, urls: &[String], paths: &[&String]) -> Result<()> {
    let recorder = StatementRecorder::start(database).await;
    let all = [Contender::start("uncached", urls)?, Contender::start("minimal", urls)?];
    for path in paths {
        let mut asked = Vec::new();
        for contender in &all {
            asked.push(record_request(&recorder, contender, path).await?.statements);
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

/// The query plan of each path.
pub async fn plans(database: &TestDatabase, urls: &[String], paths: &[&String]) -> Result<Vec<String>> {
    let recorder = StatementRecorder::start(database).await;
    let masthead = Contender::start("uncached", urls)?;
    let mut plans = Vec::new();
    for path in paths {
        let plan =
            record_request(&recorder, &masthead, path).await?.plans.pop().context("no plan was recorded")?;
        plans.push(format!("{path}\n{plan}"));
    }
    recorder.stop().await;
    Ok(plans)
}

async fn record_request(
    recorder: &StatementRecorder<'_>,
    contender: &Contender,
    path: &str,
) -> Result<RecordedStatements> {
    // Repeat the request, because Postgres chooses a generic plan only after several executions.
    for _ in 0..8 {
        load::get(contender.address, path).await?;
    }
    let (response, recorded) = recorder.record(load::get(contender.address, path)).await;
    response?;
    Ok(recorded)
}
