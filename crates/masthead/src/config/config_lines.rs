//! The effective configuration as `masthead config` prints it: one line a setting, secrets masked.

use clap::{ArgMatches, CommandFactory};

use crate::cli::Cli;
use crate::config::Config;

/// A line for each setting, as an environment would set it. Connection strings that are not set are left out.
pub(crate) fn config_lines(config: &Config, matches: &ArgMatches) -> Vec<String> {
    let command = Cli::command();
    let line = |argument: &clap::Arg| {
        let variable = argument.get_env()?.to_str()?;
        let given = matches.get_raw(argument.get_id().as_str()).into_iter().flatten().next();
        let given = given.map(|value| value.to_string_lossy().into_owned()).unwrap_or_default();
        let value = match variable {
            "MASTHEAD_DATA_DIR" => config.directory.display().to_string(),
            "MASTHEAD_SITE_URL" => config.site.base_url.clone(),
            "MASTHEAD_NO_DEMO" => (!config.demo).to_string(),
            "MASTHEAD_PURGE_URLS" => {
                config.purge_urls.iter().map(|url| masked(url)).collect::<Vec<_>>().join(",")
            }
            "MASTHEAD_FORMER_SITE_PATHS"
            | "MASTHEAD_LOCALES"
            | "MASTHEAD_TRUSTED_PROXIES"
            | "MASTHEAD_SECURITY_CONTACTS" => list(&given),
            "MASTHEAD_SECRET" if config.secret.is_some() => "(set)".to_owned(),
            _ if variable.starts_with("DATABASE_") && given.is_empty() => return None,
            _ if variable.starts_with("DATABASE_") => masked(&given),
            _ => given,
        };
        Some(format!("{variable}={value}"))
    };
    command.get_arguments().filter_map(line).collect()
}

/// The parts of a list, with commas between them only.
fn list(given: &str) -> String {
    let parts = given.split(|letter: char| letter == ',' || letter.is_whitespace());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(",")
}

/// Connection strings hold passwords in more than one place; only the host is shown.
fn masked(url: &str) -> String {
    let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    format!("(set{})", host.map_or(String::new(), |host| format!(", host {host}")))
}
