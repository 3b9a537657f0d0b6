//! How fast readers are answered: what is kept beside a constant and beside nginx, what is not kept beside the barest
//! handler that runs the same statement. Not here: what depends on the size of a publication (`scaling`).

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use domain::TermKind;

use crate::contender::{Answers, Contender};
use crate::load::{self, Asked, Line};
use crate::measured::{Measured, costing};
use crate::publication;
use crate::publications::Publication;
use crate::report::{Goal, Ratio, Report, Table};
use crate::settings::Settings;
use crate::statements;

/// Short, so that what is compared lies close together.
const STRETCH: Duration = Duration::from_millis(350);
const WARM_UP: Duration = Duration::from_millis(500);

/// One that is loaded: how it is called in the table, where, and with what.
type Loaded<'a> = (&'a str, &'a Contender, &'a Arc<Vec<Asked>>);

/// Asks all of it.
pub async fn compare(settings: &Settings, publication: &Publication, report: &mut Report) -> Result<()> {
    let Publication { articles, urls, database } = publication;
    let masthead = Contender::start("masthead", urls)?;
    let slugs = publication.slugs(*articles, 100);
    let article: Vec<String> = slugs.iter().map(|slug| format!("/v1/articles/{slug}")).collect();
    let list = vec!["/v1/teasers".to_owned()];
    let kept = Kept::write(&answers(&masthead, article.iter().chain(&list)).await?)?;
    let constant = Contender::start("constant", &[kept.file.path().display().to_string()])?;
    let nginx = Contender::start_nginx(kept.directory.path())?;

    for (name, paths) in [("article", &article), ("list of 20 teasers", &list)] {
        let asked = Asked::all(paths.iter().cloned());
        let all = [&masthead, &constant, &nginx].map(|one| (one.name, one, &asked));
        let title = format!("cached {name}");
        report.show(beside_both(&title, &title, settings, &all).await?.0);
        let [ours, theirs, files] =
            [known(&masthead, paths).await?, known(&constant, paths).await?, known(&nginx, paths).await?];
        let all = [
            ("masthead", &masthead, &ours),
            ("constant", &constant, &theirs),
            ("nginx", &nginx, &files),
            ("masthead 200", &masthead, &asked),
        ];
        let title = format!("cached {name}, known already: 304");
        let subject = format!("304 of a cached {name}");
        let (table, ratios) = beside_both(&title, &subject, settings, &all).await?;
        let ratio = ratios.last().copied().unwrap_or_default();
        report.show(table.with(Goal::at_least(1.0, "of 200s", &subject, ratio)));
    }

    let uncached = Contender::start("uncached", urls)?;
    let barest = Contender::start("barest", urls)?;
    statements::check_same(database, urls, &[&article[0], &list[0]]).await?;
    uncached_beside(settings, &uncached, &barest, [&article, &list], report).await?;
    if settings.plans {
        println!("{}", statements::plans(database, urls, &[&article[0], &list[0]]).await?.join("\n"));
    }
    Ok(())
}

/// Masthead first, then the constant and nginx; and how it stands to each.
async fn beside_both(
    title: &str,
    subject: &str,
    settings: &Settings,
    all: &[Loaded<'_>],
) -> Result<(Table, Vec<f64>)> {
    let measured = measure(settings, all).await?;
    let ratios: Vec<f64> = measured.iter().map(|one| Ratio::FirstOfEach.of(&measured[0], one)).collect();
    let table = Table::comparing(title, &about(settings), &measured, Ratio::FirstOfEach)
        .with(Goal::at_least(0.90, "of a constant", subject, ratios[1]))
        .with(Goal::at_least(0.75, "of nginx", subject, ratios[2]));
    Ok((table, ratios))
}

async fn uncached_beside(
    settings: &Settings,
    uncached: &Contender,
    barest: &Contender,
    [article, list]: [&Vec<String>; 2],
    report: &mut Report,
) -> Result<()> {
    let [article, list] = [article, list].map(|paths| Asked::all(paths.iter().cloned()));
    for (name, paths) in [("article", &article), ("list of 20 teasers", &list)] {
        let measured = measure(settings, &[("masthead", uncached, paths), ("barest", barest, paths)]).await?;
        let title = format!("uncached {name}");
        let ratio = Ratio::FirstOfEach.of(&measured[0], &measured[1]);
        let table = Table::comparing(&title, &about(settings), &measured, Ratio::FirstOfEach);
        report.show(match name {
            "article" => table.with(Goal::at_least(0.80, "of the barest handler", &title, ratio)),
            _ => table,
        });
    }
    let tagged = publication::slugs_of(TermKind::Tag).map(|tag| format!("/v1/teasers?tag={tag}"));
    let tagged = Asked::all(tagged);
    let all = [("of all", uncached, &list), ("by tag", uncached, &tagged)];
    let measured = measure(settings, &all).await?;
    let title = "uncached lists by tag beside the list of all";
    report.show(Table::comparing(title, &about(settings), &measured, Ratio::EachOfFirst));
    Ok(())
}

/// Loads each in turn, over and over, so that what else the machine does falls on all of them alike.
async fn measure(settings: &Settings, all: &[Loaded<'_>]) -> Result<Vec<Measured>> {
    for (_, contender, paths) in all {
        load::load(contender.address, paths, settings.connections, WARM_UP).await?;
    }
    let mut measured: Vec<Measured> =
        all.iter().map(|(name, ..)| Measured::new(name)).collect::<Result<_>>()?;
    for _ in 0..turns(settings) {
        for ((_, contender, paths), measured) in all.iter().zip(&mut measured) {
            let loading = load::load(contender.address, paths, settings.connections, STRETCH);
            let (stretch, cost) = costing(contender, loading).await?;
            measured.add(&stretch, Some(cost))?;
        }
    }
    Ok(measured)
}

/// How often each is loaded.
fn turns(settings: &Settings) -> usize {
    2 * settings.rounds
}

fn about(settings: &Settings) -> String {
    let (Settings { articles, connections, .. }, turns) = (settings, turns(settings));
    format!("{articles} articles, {connections} connections, {turns} rounds of {STRETCH:?} each, in turn")
}

/// The same, for whoever has the present state from the same server already.
async fn known(contender: &Contender, paths: &[String]) -> Result<Arc<Vec<Asked>>> {
    let mut line = Line::open(contender.address).await?;
    let mut known = Vec::with_capacity(paths.len());
    for path in paths {
        let asked = Asked::plainly(path);
        let tag =
            line.fetch(&asked).await?.headers().get("etag").context("it has a tag")?.to_str()?.to_owned();
        known.push(Asked { known: Some(tag), ..asked });
    }
    Ok(Arc::new(known))
}

async fn answers(masthead: &Contender, paths: impl Iterator<Item = &String>) -> Result<Answers> {
    let mut answers = Answers::new();
    for path in paths {
        // The second time it is one that was kept.
        load::get(masthead.address, path).await?;
        let (head, body) = load::whole(masthead.address, path).await?.into_parts();
        let said =
            head.headers.iter().filter(|(name, _)| !["content-length", "date"].contains(&name.as_str()));
        let said = said.map(|(name, value)| Ok((name.to_string(), value.to_str()?.to_owned())));
        answers.insert(path.clone(), (said.collect::<Result<_>>()?, String::from_utf8(body.to_vec())?));
    }
    Ok(answers)
}

/// The same answers, for those who know nothing but them.
struct Kept {
    /// All in one.
    file: tempfile::NamedTempFile,
    /// One in each.
    directory: tempfile::TempDir,
}

impl Kept {
    fn write(answers: &Answers) -> Result<Self> {
        let (file, directory) = (tempfile::NamedTempFile::new()?, tempfile::tempdir()?);
        serde_json::to_writer(&file, answers)?;
        for (path, (_, body)) in answers {
            let path = directory.path().join(path.trim_start_matches('/'));
            fs::create_dir_all(path.parent().context("it lies in a directory")?)?;
            fs::write(path, body)?;
        }
        // Its workers are somebody else.
        fs::set_permissions(&directory, fs::Permissions::from_mode(0o755))?;
        Ok(Self { file, directory })
    }
}
