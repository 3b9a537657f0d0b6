//! The binary: command line, configuration, embedded Postgres, start and stop.
//!
//! Only this crate reads command line flags and the environment. Domain rules are in other crates.

mod cli;
mod commands;
mod config;
mod database;
mod demo;
mod doctor;
mod import_command;
mod jobs_command;
mod keys_command;
mod output;
mod schedules;
mod secret;
mod serve;
mod user_command;
mod work;

use std::process::ExitCode;

use clap::{ArgMatches, CommandFactory, FromArgMatches};

pub use api::{
    CacheTagHeader, DatabaseTimeouts, DeliveryConfig, FeedText, ForwardedHeader, HttpConfig, Secret,
    SecurityContacts, SignInLimits, StaleTtl, TrustedProxies, hash_password,
};
pub use config::{Config, Database, Worker};
pub use serve::{Server, start};

use crate::cli::{Cli, Command};

/// The delivery document that this binary serves.
#[must_use]
pub fn delivery_document() -> String {
    api::openapi::delivery()
}

/// The editorial document that this binary serves.
#[must_use]
pub fn editorial_document() -> String {
    api::openapi::editorial()
}

/// Runs the command line. Exit codes: 0 success; 1 the command refused or a check failed; 2 invalid configuration or no
/// database.
pub async fn run() -> ExitCode {
    let matches = Cli::command().get_matches();
    let Cli { command, settings } = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    if let Err(error) = output::init() {
        output::eprint_line(format_args!("masthead: {error:#}"));
        return ExitCode::from(2);
    }
    let code = match Config::read(settings) {
        Ok(config) => execute(command, config, &matches).await.unwrap_or_else(|error| {
            output::eprint_line(format_args!("masthead: {error:#}"));
            ExitCode::from(2)
        }),
        Err(errors) => {
            for mistake in errors {
                output::eprint_line(format_args!("masthead: {mistake}"));
            }
            ExitCode::from(2)
        }
    };
    output::finish(code)
}

async fn execute(command: Command, config: Config, matches: &ArgMatches) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve => serve::run(config).await,
        Command::Work => work::run(config).await,
        Command::Jobs { command } => jobs_command::run(config, command).await,
        Command::Migrate { check } => commands::migrate(config, check).await,
        Command::Import { source } => import_command::run(config, source).await,
        Command::Openapi { document } => commands::openapi(document),
        Command::Config => commands::show_config(&config, matches),
        Command::Restored => commands::restored(config).await,
        Command::Doctor => doctor::run(config).await,
        Command::User { user } => user_command::run(config, user).await,
        Command::Keys { keys } => keys_command::run(config, keys).await,
    }
}
