//! Read throughput: cached responses compared with constant responses and nginx, uncached ones with a minimal handler
//! that runs the same statement. `scaling` measures the effect of the size of a publication.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use domain::TermKind;

use crate::contender::{CannedResponses, Contender};
use crate::load::{self, Connection, LoadRequest};
use crate::measurement::{Measurement, with_cost};
use crate::publication;
use crate::publications::Publication;
use crate::report::{Goal, Ratio, Report, Table};
use crate::settings::Settings;
use crate::statements;

/// Short, so that compared measurements are close in time.
const SAMPLE_DURATION: Duration = Duration::from_millis(350);
const WARM_UP: Duration = Duration::from_millis(500);

/// A load target: its label, server and requests.
type LoadTarget<'a> = (&'a str, &'a Contender, &'a Arc<Vec<LoadRequest>>);

/// Runs all comparisons.
pub async fn compare(settings: &Settings, publication: &Publication, report: &mut Report) -> Result<()> {
    let Publication { articles, urls, database } = publication;
    let masthead = Contender::start("masthead", urls)?;
    let slugs = publication.slugs(*articles, 100);
    let article: Vec<String> = slugs.iter().map(|slug| format!("/v1/articles/{slug}")).collect();
    let list = vec!["/v1/teasers".to_owned()];
    let files_of_responses = ResponseFiles::write(&responses(&masthead, article.iter().chain(&list)).await?)?;
    let constant = Contender::start("constant", &[files_of_responses.file.path().display().to_string()])?;
    let nginx = Contender::start_nginx(files_of_responses.directory.path())?;

    for (name, paths) in [("article", &article), ("list of 20 teasers", &list)] {
        let asked = LoadRequest::from_paths(paths.iter().cloned());
        let all = [&masthead, &constant, &nginx].map(|one| (one.name, one, &asked));
        let title = format!("cached {name}");
        report.show(compare_with_both(&title, &title, settings, &all).await?.0);
        let [ours, theirs, files] = [
            with_etags(&masthead, paths).await?,
            with_etags(&constant, paths).await?,
            with_etags(&nginx, paths).await?,
        ];
        let all = [
            ("masthead", &masthead, &ours),
            ("constant", &constant, &theirs),
            ("nginx", &nginx, &files),
            ("masthead 200", &masthead, &asked),
        ];
        let title = format!("cached {name}, known already: 304");
        let subject = format!("304 of a cached {name}");
        let (table, ratios) = compare_with_both(&title, &subject, settings, &all).await?;
        let ratio = ratios.last().copied().unwrap_or_default();
        report.show(table.with(Goal::at_least(1.0, "of 200s", &subject, ratio)));
    }

    let uncached = Contender::start("uncached", urls)?;
    let minimal = Contender::start("minimal", urls)?;
    statements::check_same(database, urls, &[&article[0], &list[0]]).await?;
    compare_uncached(settings, &uncached, &minimal, [&article, &list], report).await?;
    if settings.plans {
        println!("{}", statements::plans(database, urls, &[&article[0], &list[0]]).await?.join("\n"));
    }
    Ok(())
}

/// Compares the first target with constant responses and nginx, and returns the ratios.
async fn compare_with_both(
    title: &str,
    subject: &str,
    settings: &Settings,
    all: &[LoadTarget<'_>],
) -> Result<(Table, Vec<f64>)> {
    let measured = measure(settings, all).await?;
    let ratios: Vec<f64> = measured.iter().map(|one| Ratio::FirstOfEach.compute(&measured[0], one)).collect();
    let table = Table::comparing(title, &about(settings), &measured, Ratio::FirstOfEach)
        .with(Goal::at_least(0.90, "of a constant", subject, ratios[1]))
        .with(Goal::at_least(0.75, "of nginx", subject, ratios[2]));
    Ok((table, ratios))
}

async fn compare_uncached(
    settings: &Settings,
    uncached: &Contender,
    minimal: &Contender,
    [article, list]: [&Vec<String>; 2],
    report: &mut Report,
) -> Result<()> {
    let [article, list] = [article, list].map(|paths| LoadRequest::from_paths(paths.iter().cloned()));
    for (name, paths) in [("article", &article), ("list of 20 teasers", &list)] {
        let measured =
            measure(settings, &[("masthead", uncached, paths), ("minimal", minimal, paths)]).await?;
        let title = format!("uncached {name}");
        let ratio = Ratio::FirstOfEach.compute(&measured[0], &measured[1]);
        let table = Table::comparing(&title, &about(settings), &measured, Ratio::FirstOfEach);
        report.show(match name {
            "article" => table.with(Goal::at_least(0.80, "of the minimal handler", &title, ratio)),
            _ => table,
        });
    }
    let tagged = publication::slugs_of(TermKind::Tag).map(|tag| format!("/v1/teasers?tag={tag}"));
    let tagged = LoadRequest::from_paths(tagged);
    let all = [("of all", uncached, &list), ("by tag", uncached, &tagged)];
    let measured = measure(settings, &all).await?;
    let title = "uncached lists by tag compared with the list of all";
    report.show(Table::comparing(title, &about(settings), &measured, Ratio::EachOfFirst));
    Ok(())
}

/// Loads the targets in turn, many times, so that other load on the machine affects all of them alike.
async fn measure(settings: &Settings, all: &[LoadTarget<'_>]) -> Result<Vec<Measurement>> {
    for (_, contender, paths) in all {
        load::load(contender.address, paths, settings.connections, WARM_UP).await?;
    }
    let mut measured: Vec<Measurement> =
        all.iter().map(|(name, ..)| Measurement::new(name)).collect::<Result<_>>()?;
    for _ in 0..turns(settings) {
        for ((_, contender, paths), measured) in all.iter().zip(&mut measured) {
            let loading = load::load(contender.address, paths, settings.connections, SAMPLE_DURATION);
            let (stretch, cost) = with_cost(contender, loading).await?;
            measured.add(&stretch, Some(cost))?;
        }
    }
    Ok(measured)
}

/// The number of rounds.
fn turns(settings: &Settings) -> usize {
    2 * settings.rounds
}

fn about(settings: &Settings) -> String {
    let (Settings { articles, connections, .. }, turns) = (settings, turns(settings));
    format!(
        "{articles} articles, {connections} connections, {turns} rounds of {SAMPLE_DURATION:?} each, in turn"
    )
}

/// Conditional requests with the current ETag of each path.
async fn with_etags(contender: &Contender, paths: &[String]) -> Result<Arc<Vec<LoadRequest>>> {
    let mut connection = Connection::open(contender.address).await?;
    let mut known = Vec::with_capacity(paths.len());
    for path in paths {
        let asked = LoadRequest::new(path);
        let tag = connection
            .fetch(&asked)
            .await?
            .headers()
            .get("etag")
            .context("it has a tag")?
            .to_str()?
            .to_owned();
        known.push(LoadRequest { etag: Some(tag), ..asked });
    }
    Ok(Arc::new(known))
}

async fn responses(masthead: &Contender, paths: impl Iterator<Item = &String>) -> Result<CannedResponses> {
    let mut responses = CannedResponses::new();
    for path in paths {
        // The second response comes from the cache.
        load::get(masthead.address, path).await?;
        let (head, body) = load::get_response(masthead.address, path).await?.into_parts();
        let headers =
            head.headers.iter().filter(|(name, _)| !["content-length", "date"].contains(&name.as_str()));
        let headers = headers.map(|(name, value)| Ok((name.to_string(), value.to_str()?.to_owned())));
        responses.insert(path.clone(), (headers.collect::<Result<_>>()?, String::from_utf8(body.to_vec())?));
    }
    Ok(responses)
}

/// The responses as files, for the contenders that only serve those.
struct ResponseFiles {
    /// All responses in one JSON file.
    file: tempfile::NamedTempFile,
    /// One file per response.
    directory: tempfile::TempDir,
}

impl ResponseFiles {
    fn write(responses: &CannedResponses) -> Result<Self> {
        let (file, directory) = (tempfile::NamedTempFile::new()?, tempfile::tempdir()?);
        serde_json::to_writer(&file, responses)?;
        for (path, (_, body)) in responses {
            let path = directory.path().join(path.trim_start_matches('/'));
            fs::create_dir_all(path.parent().context("it lies in a directory")?)?;
            fs::write(path, body)?;
        }
        // nginx workers run as another user.
        fs::set_permissions(&directory, fs::Permissions::from_mode(0o755))?;
        Ok(Self { file, directory })
    }
}
