//! `masthead import`: runs an import and prints its report.

use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use chrono::SecondsFormat;
use store::time_zone::Precedence;
use store::write::WriteContext;
use worker::markdown::{self, Diagnostic, FileOutcome};
use worker::teasers;

use crate::cli::ImportSource;
use crate::config::Config;
use crate::{database, output};

/// `masthead import`.
pub(crate) async fn import(config: Config, source: ImportSource) -> Result<ExitCode> {
    match source {
        ImportSource::Teasers { file, publish, dry_run } => {
            let locale = config.site.default_locale.clone();
            import_teasers(config, &file, teasers::Options { locale, publish, dry_run }).await
        }
        ImportSource::Markdown { folder, publish, future, dry_run } => {
            let (locale, locales) = (config.site.default_locale.clone(), config.site.locales.clone());
            let redirects = Some(config.site.clone());
            let options =
                markdown::Options { locale, locales, publish, future: future.into(), dry_run, redirects };
            import_markdown(config, &folder, options).await
        }
    }
}

async fn import_teasers(config: Config, file: &Path, options: teasers::Options) -> Result<ExitCode> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let open = database::open(&config).await?;
    let mut conn = open.store.editorial().await?;
    let imported = teasers::import(&mut conn, &act(), &bytes, &options).await;
    drop(conn);
    open.close().await?;
    match imported {
        Ok(report) => {
            for line in &report.lines {
                let what = if line.created { "made" } else { "unchanged" };
                let slug = line.slug.as_ref().map_or("without a slug", |slug| slug.as_str());
                output::print_line(format_args!("line {}: {what} {slug}", line.line));
            }
            let counts = format!("{} made, {} unchanged", report.created_count(), report.unchanged_count());
            summarise(&counts, options.dry_run, options.publish, report.sequence);
            Ok(ExitCode::SUCCESS)
        }
        Err(teasers::ImportError::Feed(errors)) => {
            Ok(report_errors(errors.iter().map(|error| format!("{}: {error}", file.display()))))
        }
        Err(teasers::ImportError::Store(error)) => Err(error).context("nothing was imported"),
    }
}

async fn import_markdown(config: Config, folder: &Path, options: markdown::Options) -> Result<ExitCode> {
    let files =
        markdown::Folder::read(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    output::eprint_line(format_args!("{} files read", files.files.len()));
    let open = database::open(&config).await?;
    // Dates without an offset are in the time zone in effect. The first start sets it, which may be this one.
    let open = open.apply_time_zone(&config, Precedence::OnlyFirst).await?;
    let mut conn = open.store.editorial().await?;
    let imported = markdown::import(&mut conn, &act(), &files, &options, report_progress).await;
    drop(conn);
    open.close().await?;
    match imported {
        Ok(report) => {
            print(&report);
            let [made, changed, unchanged] =
                [report.created_count(), report.updated_count(), report.unchanged_count()];
            let mut counts = format!("{made} made, {changed} changed, {unchanged} unchanged");
            if report.redirect_count > 0 {
                counts.push_str(&format!(", {} redirects created", report.redirect_count));
            }
            summarise(&counts, options.dry_run, options.publish, report.sequence);
            Ok(ExitCode::SUCCESS)
        }
        Err(markdown::ImportError::Files(diagnostics)) => {
            let path = |diagnostic: &Diagnostic| folder.join(&diagnostic.path).display().to_string();
            Ok(report_errors(
                diagnostics
                    .into_iter()
                    .map(|diagnostic| Diagnostic { path: path(&diagnostic), ..diagnostic }.to_string()),
            ))
        }
        Err(markdown::ImportError::Store(error)) => Err(error).context("nothing was imported"),
    }
}

fn act() -> WriteContext {
    WriteContext::for_program("masthead import", &uuid::Uuid::now_v7().to_string())
}

/// Prints progress, more often on a terminal than in a log.
fn report_progress(done: usize, of: usize) {
    let step = if stderr().is_terminal() { 100 } else { 1_000 };
    if done == of || done.is_multiple_of(step) {
        output::eprint_line(format_args!("{done} of {of} files prepared"));
    }
}

fn print(report: &markdown::Report) {
    for line in &report.lines {
        let slug = line.slug.as_ref().map_or("without a slug", |slug| slug.as_str());
        let due_at = line.due_at.map(|due_at| due_at.to_rfc3339_opts(SecondsFormat::AutoSi, true));
        let when = due_at.map_or(String::new(), |due_at| format!(", scheduled for {due_at}"));
        match &line.outcome {
            FileOutcome::Created => output::print_line(format_args!("{}: made {slug}{when}", line.path)),
            FileOutcome::Unchanged => {
                output::print_line(format_args!("{}: unchanged {slug}{when}", line.path))
            }
            FileOutcome::Updated(changes) => {
                output::print_line(format_args!("{}: changed {slug}{when}", line.path));
                for change in changes {
                    output::print_line(format_args!("    {change}"));
                }
            }
        }
    }
    for note in &report.notes {
        output::print_line(format_args!("note: {note}"));
    }
}

fn summarise(counts: &str, dry_run: bool, publish: bool, sequence: Option<i64>) {
    output::print_line(format_args!("{}{counts}", if dry_run { "dry run: " } else { "" }));
    match sequence {
        Some(sequence) => output::print_line(format_args!("published as act {sequence}")),
        None if publish && !dry_run => output::print_line("nothing to publish"),
        None => {}
    }
}

fn report_errors(why: impl Iterator<Item = String>) -> ExitCode {
    for line in why {
        output::eprint_line(line);
    }
    output::eprint_line("nothing was imported");
    ExitCode::from(1)
}
