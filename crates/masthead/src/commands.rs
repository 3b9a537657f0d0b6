//! The one-shot commands: migrate, openapi, config, restored.

use std::fs;
use std::io::ErrorKind;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::ArgMatches;
use store::migrations;
use store::operations::act_log;
use store::operations::act_log::LastAct;
use store::operations::epochs;

use crate::cli::OpenapiDocument;
use crate::config::Config;
use crate::config::config_lines::config_lines;
use crate::database::OpenDatabase;
use crate::{database, output};

/// `masthead migrate`.
pub(crate) async fn migrate(config: Config, check: bool) -> Result<ExitCode> {
    if check {
        let (access, cluster, _) = database::connect(&config).await?;
        let pending = migrations::pending(&access.owner).await?;
        for name in &pending {
            output::print_line(format_args!("pending: {name}"));
        }
        output::print_line(format_args!("{} migrations pending", pending.len()));
        if let Some(cluster) = cluster {
            cluster.close()?;
        }
        return Ok(if pending.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) });
    }
    let open = database::open(&config).await?;
    for name in &open.migrated {
        output::print_line(format_args!("applied: {name}"));
    }
    output::print_line(format_args!("{} migrations applied", open.migrated.len()));
    open.close().await?;
    Ok(ExitCode::SUCCESS)
}

/// `masthead openapi`.
pub(crate) fn openapi(document: OpenapiDocument) -> Result<ExitCode> {
    match document {
        OpenapiDocument::Delivery => output::print(api::openapi::delivery()),
        OpenapiDocument::Editorial => output::print(api::openapi::editorial()),
    }
    Ok(ExitCode::SUCCESS)
}

/// `masthead config`.
pub(crate) fn show_config(config: &Config, matches: &ArgMatches) -> Result<ExitCode> {
    config_lines(config, matches).iter().for_each(output::print_line);
    Ok(ExitCode::SUCCESS)
}

/// `masthead restored`.
pub(crate) async fn restored(config: Config) -> Result<ExitCode> {
    let start = async |open: &OpenDatabase| {
        let mut conn = open.store.operations().await?;
        let last = act_log::newest(&mut conn).await?;
        let started = epochs::start(&mut conn, last.epoch).await?;
        Ok((last, started))
    };
    let (LastAct { epoch: old, sequence, at }, started) = database::with_open(&config, start).await?;
    if let Some(snapshot) = &config.delivery.snapshot_path {
        match fs::remove_file(snapshot) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("removing {}", snapshot.display()));
            }
            Ok(()) | Err(_) => {}
        }
    }
    match started {
        Some(new) => output::print_line(format_args!("started epoch {new} after {old}")),
        None => output::print_line("a server has detected the restore and started a new epoch already"),
    }
    let at = at.map_or(String::new(), |at| format!(" of {}", at.to_rfc3339()));
    output::print_line(format_args!("newest act: {sequence}{at}"));
    output::print_line("invalidated older cursors, cached responses and snapshots; purging caches in front");
    Ok(ExitCode::SUCCESS)
}
