//! Compares, in one run and interleaved: Masthead with what it keeps, a handler that answers the same bytes from a
//! constant, and nginx with the same bytes in files; Masthead that keeps nothing, and the barest handler that runs the
//! same statement; then saves and publishes, and the commit of one small row. `ARTICLES`
//! (10,000), `ROUNDS` (10), `CONNECTIONS` (64) and `ONLY` (`reading` or `writing`) come from the environment. The numbers
//! mean something only beside each other.

mod barest;
mod contender;
mod load;
mod publication;
mod report;
mod statements;
mod writing;

use std::env;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use store::{PoolSizes, Store, roles};
use tests::TestDatabase;

use crate::contender::{Answers, Contender};
use crate::load::Asked;
use crate::report::{Comparison, Cost};

const STRETCH: Duration = Duration::from_millis(700);
/// How many editors write at once.
const WRITERS: usize = 8;
const WARM_UP: Duration = Duration::from_millis(500);
/// The page that must cost what the first one costs.
const DEEP: usize = 4_000;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [name, source @ ..] = arguments.as_slice() {
        return contender::serve(name, source).await;
    }
    let run = Run { rounds: setting("ROUNDS", 10)?, connections: setting("CONNECTIONS", 64)? };
    let only = env::var("ONLY").unwrap_or_default();
    if only != "writing" {
        reading(&run, setting("ARTICLES", 10_000)?).await?;
    }
    if only != "reading" {
        writing::compare(run.rounds, WRITERS).await?;
    }
    Ok(())
}

async fn reading(run: &Run, articles: usize) -> Result<()> {
    let database = TestDatabase::new().await;
    let urls = [roles::OWNER, roles::READER].map(|role| database.access(role).url);
    let slugs = fill(&database, articles).await?;
    let masthead = Contender::start("masthead", &urls)?;

    let uncached = Contender::start("uncached", &urls)?;

    let some = slugs.iter().step_by(articles.div_ceil(100)).map(|slug| format!("/v1/articles/{slug}"));
    let article: Vec<String> = some.collect();
    let list = vec!["/v1/teasers".to_owned()];

    let answers = answers(&masthead, article.iter().chain(&list)).await?;
    let kept = Kept::write(&answers)?;
    let constant = Contender::start("constant", &[kept.file.path().display().to_string()])?;
    let nginx = Contender::start_nginx(kept.directory.path())?;
    let barest = Contender::start("barest", &urls)?;
    statements::check_same(&database, &urls, &[&article[0], &list[0]]).await?;

    let Run { rounds, connections } = run;
    println!(
        "{articles} articles, {connections} connections, {rounds} rounds of {STRETCH:?} each, interleaved"
    );
    let known = known(&answers);
    let (article, list) = (asked(article), asked(list));
    for (title, paths) in [("article", &article), ("list of 20 teasers", &list)] {
        let three = [&masthead, &constant, &nginx].map(|one| (one.name, one, paths));
        run.compare(&format!("cached {title}"), &three).await?;
    }
    run.compare(
        "what is known already: 304",
        &[
            ("masthead 304", &masthead, &known),
            ("constant 304", &constant, &known),
            ("masthead 200", &masthead, &article),
        ],
    )
    .await?;
    for (title, paths) in [("article", &article), ("list of 20 teasers", &list)] {
        let two = [&uncached, &barest].map(|one| (one.name, one, paths));
        run.compare(&format!("uncached {title}"), &two).await?;
    }
    let tagged = lists(run, &uncached, &list, articles).await?;
    if env::var_os("PLANS").is_some() {
        let paths = [&article[0].path, &list[0].path, &tagged];
        println!("{}", statements::plans(&database, &urls, &paths).await?.join("\n"));
    }
    Ok(())
}

/// What lists cost that are filtered, or far down; gives the path of a filtered one.
async fn lists(run: &Run, uncached: &Contender, list: &Arc<Vec<Asked>>, articles: usize) -> Result<String> {
    let tagged = asked((0..200).map(|n| format!("/v1/teasers?tag=tag-{n}")));
    run.compare(
        "uncached lists by tag beside the list of all",
        &[("of all", uncached, list), ("by tag", uncached, &tagged)],
    )
    .await?;
    let (limit, deep) = deep_page(uncached, articles).await?;
    let [first, deep] = [asked([format!("/v1/teasers?limit={limit}")]), asked([deep])];
    run.compare(
        &format!("uncached page 1 and page {DEEP}, limit {limit}"),
        &[("page 1", uncached, &first), ("page 4000", uncached, &deep)],
    )
    .await?;
    Ok(tagged[0].path.clone())
}

fn asked(paths: impl IntoIterator<Item = String>) -> Arc<Vec<Asked>> {
    Arc::new(paths.into_iter().map(|path| Asked { path, known: None }).collect())
}

/// The same articles, for whoever has them already.
fn known(answers: &Answers) -> Arc<Vec<Asked>> {
    let articles = answers.iter().filter(|(path, _)| path.starts_with("/v1/articles/"));
    let known = articles.map(|(path, (headers, _))| {
        let tag = headers.iter().find(|(name, _)| name == "etag").map(|(_, value)| value.clone());
        Asked { path: path.clone(), known: tag }
    });
    Arc::new(known.collect())
}

struct Run {
    rounds: usize,
    connections: usize,
}

impl Run {
    /// Loads each in turn, over and over, so that what else the machine does falls on all of them alike.
    async fn compare(&self, title: &str, all: &[(&'static str, &Contender, &Arc<Vec<Asked>>)]) -> Result<()> {
        let mut comparison = Comparison::new(title);
        for (_, contender, paths) in all {
            load::load(contender.address, paths, self.connections, WARM_UP).await?;
        }
        for _ in 0..self.rounds {
            for (name, contender, paths) in all {
                let before = contender.processor_time()?;
                let stretch = load::load(contender.address, paths, self.connections, STRETCH).await?;
                let spent = contender.processor_time()? - before;
                let cost = Cost { spent, peak_memory: contender.peak_memory()? };
                comparison.add(name, &stretch, Some(cost));
            }
        }
        println!("{comparison}");
        Ok(())
    }
}

async fn fill(database: &TestDatabase, articles: usize) -> Result<Vec<String>> {
    let access = |role: &str| database.access(role);
    let pools = PoolSizes { delivery: 1, editorial: 1, operations: 1 };
    let config = store::Config {
        owner: access(roles::OWNER),
        writer: access(roles::WRITER),
        reader: access(roles::READER),
        replica: None,
        pools,
    };
    let store = Store::new(&config)?;
    let slugs = publication::make(&mut store.editorial().await?, articles).await?;
    store::testing::execute(&access(roles::OWNER), "VACUUM ANALYZE").await?;
    Ok(slugs)
}

/// The address of a page far down, and how many are on each page so that there is one.
async fn deep_page(masthead: &Contender, articles: usize) -> Result<(usize, String)> {
    let limit = (articles / (DEEP + DEEP / 4)).clamp(1, 20);
    let mut path = format!("/v1/teasers?limit={limit}");
    for _ in 1..DEEP {
        let page: serde_json::Value = serde_json::from_slice(&load::get(masthead.address, &path).await?)?;
        let next = page.pointer("/page/next").and_then(serde_json::Value::as_str);
        path = format!("/v1/teasers?limit={limit}&after={}", next.context("too few articles for page 4000")?);
    }
    Ok((limit, path))
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
            std::fs::create_dir_all(path.parent().context("it lies in a directory")?)?;
            std::fs::write(path, body)?;
        }
        // Its workers are somebody else.
        std::fs::set_permissions(&directory, std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
        Ok(Self { file, directory })
    }
}

fn setting(name: &str, default: usize) -> Result<usize> {
    env::var(name).map_or(Ok(default), |text| text.parse().with_context(|| format!("{name} is a number")))
}
