//! `masthead import`: runs an import and prints its report.

use std::fs;
use std::io::{IsTerminal, stderr};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use chrono::SecondsFormat;
use import::{ArticleOutcome, Diagnostic, ImportError, Options, ParsedSource, Report, markdown, teasers};
use store::time_zone::Precedence;
use store::write::WriteContext;

use crate::cli::{FutureDates, ImportSource};
use crate::config::Config;
use crate::database::OpenDatabase;
use crate::{database, output};

/// `masthead import`.
pub(crate) async fn run(config: Config, source: ImportSource) -> Result<ExitCode> {
    let site = config.site.clone();
    let options = |publish, future: FutureDates, dry_run| {
        let (locale, locales) = (site.default_locale.clone(), site.locales.clone());
        let redirects = Some(site.clone());
        Options { locale, locales, publish, future: future.into(), dry_run, redirects }
    };
    match source {
        ImportSource::Teasers { file, publish, dry_run } => {
            let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
            let source = teasers::parse_feed(&bytes, &site.default_locale);
            import_source(config, &file, source, options(publish, FutureDates::Schedule, dry_run), |_, _| {})
                .await
        }
        ImportSource::Markdown { folder, publish, future, dry_run } => {
            let files = markdown::Folder::read(&folder)
                .with_context(|| format!("{} cannot be read", folder.display()))?;
            output::eprint_line(format_args!("read {} files", files.files.len()));
            let options = options(publish, future, dry_run);
            let source = markdown::parse_folder(&files, &options);
            import_source(config, &folder, source, options, report_progress).await
        }
    }
}

/// Imports what was read from `path`.
async fn import_source(
    config: Config,
    path: &Path,
    source: Result<ParsedSource, Vec<Diagnostic>>,
    options: Options,
    progress: impl Fn(usize, usize),
) -> Result<ExitCode> {
    let imported = match source {
        Ok(source) => {
            let import = async |open: &OpenDatabase| {
                // Dates without an offset are in the time zone in effect. The first start sets it, which may be this one.
                let zone = &config.site.time_zone;
                database::apply_time_zone(&open.store, zone, Precedence::OnlyFirst).await?;
                let mut conn = open.store.editorial().await?;
                let context = WriteContext::for_program("masthead import", &uuid::Uuid::now_v7().to_string());
                Ok(import::run(&mut conn, &context, &source, &options, progress).await)
            };
            database::with_open(&config, import).await?
        }
        Err(diagnostics) => Err(ImportError::Invalid(diagnostics)),
    };
    match imported {
        Ok(report) => {
            print(&report);
            summarise(&report, &options);
            Ok(ExitCode::SUCCESS)
        }
        Err(ImportError::Invalid(diagnostics)) => {
            diagnostics.into_iter().for_each(|diagnostic| output::eprint_line(located(path, diagnostic)));
            output::eprint_line("nothing was imported");
            Ok(ExitCode::from(1))
        }
        Err(ImportError::Store(error)) => Err(error).context("nothing was imported"),
    }
}

/// The error with the path that the caller can open.
fn located(source: &Path, Diagnostic { path, line, detail }: Diagnostic) -> String {
    match path {
        Some(path) => format!("{}:{line}: {detail}", source.join(path).display()),
        None => format!("{}: line {line}: {detail}", source.display()),
    }
}

/// Prints progress, more often on a terminal than in a log.
fn report_progress(done: usize, of: usize) {
    let step = if stderr().is_terminal() { 100 } else { 1_000 };
    if done == of || done.is_multiple_of(step) {
        output::eprint_line(format_args!("prepared {done} of {of} files"));
    }
}

fn print(report: &Report) {
    for line in &report.lines {
        let slug = line.slug.as_ref().map_or("without a slug", |slug| slug.as_str());
        let due_at = line.due_at.map(|due_at| due_at.to_rfc3339_opts(SecondsFormat::AutoSi, true));
        let when = due_at.map_or(String::new(), |due_at| format!(", scheduled for {due_at}"));
        let (what, changes) = match &line.outcome {
            ArticleOutcome::Created => ("created", [].as_slice()),
            ArticleOutcome::Unchanged => ("unchanged", [].as_slice()),
            ArticleOutcome::Updated(changes) => ("updated", changes.as_slice()),
        };
        output::print_line(format_args!("{}: {what} {slug}{when}", line.origin));
        changes.iter().for_each(|change| output::print_line(format_args!("    {change}")));
    }
    report.notes.iter().for_each(|note| output::print_line(format_args!("note: {note}")));
}

fn summarise(report: &Report, options: &Options) {
    let [created, updated, unchanged] =
        [report.created_count(), report.updated_count(), report.unchanged_count()];
    let dry_run = if options.dry_run { "dry run: " } else { "" };
    let redirects = match report.redirect_count {
        0 => String::new(),
        count => format!(", {count} redirects"),
    };
    output::print_line(format_args!(
        "{dry_run}{created} created, {updated} updated, {unchanged} unchanged{redirects}"
    ));
    match report.sequence {
        Some(sequence) => output::print_line(format_args!("published as act {sequence}")),
        None if options.publish && !options.dry_run => output::print_line("nothing to publish"),
        None => {}
    }
}
