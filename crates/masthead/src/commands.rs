//! The one-shot commands: migrate, openapi, config, restored, doctor.

use std::fs;
use std::io::ErrorKind;
use std::process::ExitCode;

use anyhow::{Context, Result};
use store::editorial::addresses;
use store::operations::act_log;
use store::operations::act_log::LastAct;
use store::operations::epochs;
use store::operations::locale_usage;
use store::operations::locale_usage::LocaleUsage;
use store::{Access, migrations, moments, roles, server_checks, time_zone};

use crate::cli::OpenapiDocument;
use crate::config::Config;
use crate::config::config_lines::config_lines;
use crate::{database, output};

/// `masthead migrate`.
pub(crate) async fn migrate(config: Config, check: bool) -> Result<ExitCode> {
    if check {
        let (access, cluster, _) = database::connect(&config).await?;
        let pending = migrations::pending(&access.owner).await?;
        for name in &pending {
            output::print_line(format_args!("pending: {name}"));
        }
        output::print_line(format_args!("{} pending", pending.len()));
        if let Some(cluster) = cluster {
            cluster.close()?;
        }
        return Ok(if pending.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) });
    }
    let open = database::open(&config).await?;
    for name in &open.migrated {
        output::print_line(format_args!("applied: {name}"));
    }
    output::print_line(format_args!("{} applied", open.migrated.len()));
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
pub(crate) fn show_config(config: &Config) -> Result<ExitCode> {
    config_lines(config).iter().for_each(output::print_line);
    Ok(ExitCode::SUCCESS)
}

/// `masthead restored`.
pub(crate) async fn restored(config: Config) -> Result<ExitCode> {
    let open = database::open(&config).await?;
    let mut conn = open.store.operations().await?;
    let LastAct { epoch: old, sequence, at } = act_log::newest(&mut conn).await?;
    let begun = epochs::start(&mut conn, old).await?;
    drop(conn);
    open.close().await?;
    if let Some(snapshot) = &config.delivery.snapshot_path {
        match fs::remove_file(snapshot) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                return Err(error).with_context(|| format!("removing {}", snapshot.display()));
            }
            Ok(()) | Err(_) => {}
        }
    }
    match begun {
        Some(new) => output::print_line(format_args!("a new epoch has begun: {new}, after {old}")),
        None => output::print_line("a new epoch has begun meanwhile: a server noticed the restore"),
    }
    let at = at.map_or(String::new(), |at| format!(" of {}", at.to_rfc3339()));
    output::print_line(format_args!("the newest act is {sequence}{at}"));
    output::print_line(
        "cursors, cached responses and snapshots from before are invalid; caches in front are purged",
    );
    Ok(ExitCode::SUCCESS)
}

/// Reports a time zone in effect that differs from the configured one.
async fn report_time_zone(access: &store::Config, config: &Config, finding: &mut impl FnMut(bool, String)) {
    let configured = &config.site.time_zone;
    match time_zone::look_up(&access.owner).await {
        Ok(in_force) if in_force == configured.as_str() => {
            finding(true, format!("the time zone is {in_force}"))
        }
        Ok(in_force) => finding(
            false,
            format!(
                "the current time zone is {in_force}, but MASTHEAD_TIME_ZONE is {configured} here; a server that starts with it \
                 changes the zone for all: configure the same zone everywhere"
            ),
        ),
        Err(error) => finding(false, error.to_string()),
    }
}

/// Reports a language of error messages in which some outages are not recognised. An empty setting is the server's default.
async fn report_message_locale(access: &store::Config, finding: &mut impl FnMut(bool, String)) {
    let is_english = |locale: &str| {
        let locale = locale.to_ascii_lowercase();
        matches!(locale.as_str(), "" | "c" | "posix") || locale.starts_with("c.") || locale.starts_with("en")
    };
    for one in [&access.writer, &access.reader] {
        match server_checks::message_locale(one).await {
            Ok(locale) if is_english(&locale) => {}
            Ok(locale) => {
                return finding(
                    false,
                    format!(
                        "lc_messages is {locale}, so some outages are reported as internal errors; as a superuser run \
                         ALTER DATABASE … SET lc_messages = 'C'"
                    ),
                );
            }
            Err(error) => return finding(false, error.to_string()),
        }
    }
    finding(true, "error messages of the database are in English".to_owned());
}

/// Reports dates that are outside the range that the API returns.
async fn report_dates(access: &store::Config, finding: &mut impl FnMut(bool, String)) {
    match moments::out_of_bounds(&access.owner).await {
        Ok(lines) if lines.is_empty() => {
            finding(true, "all dates lie between 1000-01-02 and 9999-12-30".to_owned())
        }
        Ok(lines) => {
            for line in lines {
                finding(
                    false,
                    format!(
                        "{line}, which is answered as the nearest date between 1000-01-02 and 9999-12-30; save and publish it with another"
                    ),
                );
            }
        }
        Err(error) => finding(false, error.to_string()),
    }
}

/// `masthead doctor`.
pub(crate) async fn doctor(config: Config) -> Result<ExitCode> {
    let (access, cluster, reader_is_isolated) = database::connect(&config).await?;
    output::print_line("ok: the database answers");
    let mut sound = true;
    let mut finding = |good: bool, text: String| {
        output::print_line(format_args!("{}: {text}", if good { "ok" } else { "bad" }));
        sound &= good;
    };
    match server_checks::check_durability(&access.owner).await {
        Ok(()) => finding(true, "acknowledged writes are durable".to_owned()),
        Err(error) => finding(false, error.to_string()),
    }
    report_message_locale(&access, &mut finding).await;
    match migrations::pending(&access.owner).await {
        Ok(pending) if pending.is_empty() => finding(true, "the schema is up to date".to_owned()),
        Ok(pending) => {
            finding(false, format!("{} migrations are pending; run `masthead migrate`", pending.len()))
        }
        Err(error) => finding(false, error.to_string()),
    }
    match locale_usage::not_configured(&access.owner, &config.site.locales).await {
        Ok(all) if all.is_empty() => finding(true, "all content is in configured locales".to_owned()),
        Ok(all) => all.iter().for_each(|usage| finding(false, unreadable(usage))),
        Err(error) => finding(false, error.to_string()),
    }
    report_dates(&access, &mut finding).await;
    report_time_zone(&access, &config, &mut finding).await;
    report_addresses(&access.owner, &mut finding).await;
    if let Some(replica) = &access.replica {
        match server_checks::replica_lag(&access.reader, replica).await {
            Ok(Some(acts)) => finding(true, format!("the replica answers, and is {acts} acts behind")),
            Ok(None) => finding(false, "the replica does not follow this database".to_owned()),
            Err(error) => finding(false, format!("the replica: {error}")),
        }
    }
    let open_tables = roles::readable_tables(&access.reader).await?;
    match (open_tables.is_empty(), reader_is_isolated) {
        (true, true) => finding(true, "the reader role sees public views and nothing else".to_owned()),
        (true, false) => output::print_line(
            "note: the delivery API connects as the owner and takes on the reader role; set DATABASE_DELIVERY_URL to isolate it",
        ),
        (false, _) => {
            finding(false, format!("the reader role can read {}; revoke its rights", open_tables.join(", ")))
        }
    }
    if let Some(cluster) = cluster {
        cluster.close()?;
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Describes content in a locale that is not configured, with the remedy.
fn unreadable(usage: &LocaleUsage) -> String {
    let LocaleUsage { locale, draft_count, live_count, scheduled_count } = usage;
    format!(
        "the locale {locale} is not configured, and has {live_count} live articles, {scheduled_count} scheduled ones and \
         {draft_count} drafts that readers do not see; add it to MASTHEAD_LOCALES, or withdraw the articles and trash the drafts"
    )
}

/// Reports stored addresses that are invalid and therefore not returned to readers. Skipped while migrations are pending,
/// because the tables may differ.
async fn report_addresses(owner: &Access, finding: &mut impl FnMut(bool, String)) {
    if !matches!(migrations::pending(owner).await, Ok(pending) if pending.is_empty()) {
        return;
    }
    match addresses::invalid(owner).await {
        Ok(invalid) if invalid.is_empty() => {
            finding(true, "every stored address can be given to readers".to_owned())
        }
        Ok(invalid) => {
            finding(
                false,
                format!("{} stored addresses are invalid; readers do not get them", invalid.len()),
            );
            invalid.into_iter().for_each(|line| finding(false, line));
        }
        Err(error) => finding(false, error.to_string()),
    }
}
