//! `masthead jobs`: lists, retries and cancels jobs.

use std::process::ExitCode;

use anyhow::Result;
use domain::{JobId, Limit};
use store::operations::jobs;
use store::operations::jobs::{Job, JobFilter, JobState, Progress};
use store::write;
use store::write::WriteContext;
use store::{EditorialConn, Error};
use uuid::Uuid;

use crate::cli::JobsCommand;
use crate::config::Config;
use crate::database::OpenDatabase;
use crate::{database, output};

/// `masthead jobs`.
pub(crate) async fn run(config: Config, command: JobsCommand) -> Result<ExitCode> {
    let execute = async |open: &OpenDatabase| Ok(execute(&mut open.store.editorial().await?, command).await);
    match database::with_open(&config, execute).await? {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(Error::NotFound) => Ok(refused("no such job; list jobs with `masthead jobs list`")),
        Err(Error::Refused(refusal)) => Ok(refused(&refusal.to_string())),
        Err(error) => Err(error.into()),
    }
}

fn refused(why: &str) -> ExitCode {
    output::eprint_line(format_args!("masthead: {why}"));
    ExitCode::from(1)
}

async fn execute(conn: &mut EditorialConn, command: JobsCommand) -> Result<(), Error> {
    let context = WriteContext::for_program("masthead jobs", &Uuid::now_v7().to_string());
    match command {
        JobsCommand::List { state, kind } => {
            list(conn, &JobFilter { state: state.map(Into::into), kind }).await
        }
        JobsCommand::Retry { id } => {
            print(
                &write::once(conn, &context, async |tx| jobs::retry(tx, JobId(id)).await).await?.into_inner(),
            );
            Ok(())
        }
        JobsCommand::Cancel { id } => {
            print(
                &write::once(conn, &context, async |tx| jobs::cancel(tx, JobId(id)).await)
                    .await?
                    .into_inner(),
            );
            Ok(())
        }
    }
}

async fn list(conn: &mut EditorialConn, filter: &JobFilter) -> Result<(), Error> {
    let (listed, more) = jobs::list(conn, filter, None, Limit::try_from(100)?).await?;
    listed.iter().for_each(print);
    if more {
        output::print_line("only the newest 100 are shown: narrow the list with --state or --kind");
    }
    let counts = jobs::counts(conn).await?;
    let count = |state: &JobState| format!("{} {}", counts.get(state).unwrap_or(&0), name(*state));
    output::print_line(JobState::ALL.iter().map(count).collect::<Vec<_>>().join(", "));
    Ok(())
}

/// The name by which `--state` accepts the state.
fn name(state: JobState) -> &'static str {
    if state == JobState::Dead { "dead" } else { state.as_str() }
}

/// Prints a job on one line.
fn print(job: &Job) {
    let Job { id, kind, state, run_at, failures, last_error, progress, .. } = job;
    let mut line = format!("{} {kind} {}", id.0, name(*state));
    match state {
        JobState::Ready => line.push_str(&format!(", due {}", run_at.to_rfc3339())),
        JobState::Running | JobState::Done | JobState::Dead | JobState::Cancelled => {}
    }
    if let Some(Progress { done, total }) = progress {
        line.push_str(&format!(", {done} of {total}"));
    }
    if *failures > 0 {
        line.push_str(&format!(", failed {failures} times"));
    }
    if let Some(error) = last_error {
        line.push_str(&format!(": {}", error.replace(char::is_control, " ")));
    }
    output::print_line(line);
}
