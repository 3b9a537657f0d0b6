//! `masthead doctor`: checks the database, its schema and the configuration.

use std::fmt::Display;
use std::process::ExitCode;

use anyhow::Result;
use store::editorial::addresses;
use store::operations::locale_usage;
use store::operations::locale_usage::LocaleUsage;
use store::{Access, OpenError, migrations, moments, roles, server_checks, time_zone};

use crate::config::Config;
use crate::{database, output};

/// `masthead doctor`.
pub(crate) async fn run(config: Config) -> Result<ExitCode> {
    let (access, cluster, reader_is_isolated) = database::connect(&config).await?;
    let (owner, locales) = (&access.owner, &config.site.locales);
    let mut report = Report { is_sound: true };
    report.good("the database responds");
    let durability = server_checks::check_durability(owner).await;
    report.check("acknowledged writes are durable", durability.map(|()| None));
    report.check("error messages of the database are in English", message_locale(&access).await);
    let pending = migrations::pending(owner).await;
    let is_migrated = pending.as_ref().is_ok_and(Vec::is_empty);
    report.check("the schema is up to date", pending.map(outdated_schema));
    let usage = locale_usage::not_configured(owner, locales).await;
    report.check("all content is in configured locales", usage.map(|all| all.into_iter().map(unreadable)));
    report.check(
        "all dates lie between 1000-01-02 and 9999-12-30",
        moments::out_of_bounds(owner).await.map(|lines| lines.into_iter().map(out_of_bounds)),
    );
    let zone = config.site.time_zone.as_str();
    report.check(&format!("the time zone is {zone}"), other_time_zone(owner, zone).await);
    // While migrations are pending, the tables may differ.
    if is_migrated {
        report.check("all stored URLs are valid", addresses::invalid(owner).await);
    }
    if let Some(replica) = &access.replica {
        match server_checks::replica_lag(&access.reader, replica).await {
            Ok(Some(acts)) => report.good(&format!("the replica responds and is {acts} acts behind")),
            Ok(None) => report.problem("the replica does not follow this database"),
            Err(error) => report.problem(format_args!("the replica: {error}")),
        }
    }
    let tables = roles::readable_tables(&access.reader).await?;
    match (tables.is_empty(), reader_is_isolated) {
        (true, true) => report.good("the reader role can read public views only"),
        (true, false) => output::print_line(
            "note: the delivery API connects as the owner and takes on the reader role; set DATABASE_DELIVERY_URL to isolate it",
        ),
        (false, _) => {
            let tables = tables.join(", ");
            report.problem(format_args!("the reader role can read {tables}; revoke its privileges"));
        }
    }
    if let Some(cluster) = cluster {
        cluster.close()?;
    }
    Ok(if report.is_sound { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Prints the results of checks.
struct Report {
    is_sound: bool,
}

impl Report {
    fn good(&self, text: &str) {
        output::print_line(format_args!("ok: {text}"));
    }

    fn problem(&mut self, text: impl Display) {
        output::print_line(format_args!("error: {text}"));
        self.is_sound = false;
    }

    /// Prints the problems that a check found, or `good` if there are none.
    fn check(&mut self, good: &str, problems: Result<impl IntoIterator<Item = String>, OpenError>) {
        let problems: Vec<String> = match problems {
            Ok(problems) => problems.into_iter().collect(),
            Err(error) => vec![error.to_string()],
        };
        if problems.is_empty() {
            self.good(good);
        }
        problems.into_iter().for_each(|problem| self.problem(problem));
    }
}

/// A language of error messages in which some outages are not recognised. An empty setting is the server's default.
async fn message_locale(access: &store::Config) -> Result<Option<String>, OpenError> {
    let is_english = |locale: &str| {
        let locale = locale.to_ascii_lowercase();
        matches!(locale.as_str(), "" | "c" | "posix") || locale.starts_with("c.") || locale.starts_with("en")
    };
    for one in [&access.writer, &access.reader] {
        let locale = server_checks::message_locale(one).await?;
        if !is_english(&locale) {
            return Ok(Some(format!(
                "lc_messages is {locale}, so some outages are reported as internal errors; as a superuser run \
                 ALTER DATABASE … SET lc_messages = 'C'"
            )));
        }
    }
    Ok(None)
}

fn outdated_schema(pending: Vec<String>) -> Option<String> {
    let count = pending.len();
    (count > 0).then(|| format!("{count} migrations are pending; run `masthead migrate`"))
}

/// Content in a locale that is not configured, with the remedy.
fn unreadable(usage: LocaleUsage) -> String {
    let LocaleUsage { locale, draft_count, live_count, scheduled_count } = usage;
    format!(
        "the locale {locale} is not configured, and has {live_count} live articles, {scheduled_count} scheduled ones and \
         {draft_count} drafts that readers do not see; add it to MASTHEAD_LOCALES, or withdraw the articles and trash the drafts"
    )
}

/// A date outside the range that the API returns.
fn out_of_bounds(line: String) -> String {
    format!(
        "{line}, which is returned as the nearest date between 1000-01-02 and 9999-12-30; publish it with another date"
    )
}

/// A time zone in effect that differs from the configured one.
async fn other_time_zone(owner: &Access, configured: &str) -> Result<Option<String>, OpenError> {
    let current = time_zone::look_up(owner).await?;
    Ok((current != configured).then(|| {
        format!(
            "the current time zone is {current}, but MASTHEAD_TIME_ZONE is {configured} here; a server that starts with it \
             changes the zone for all: set the same zone on every server"
        )
    }))
}
