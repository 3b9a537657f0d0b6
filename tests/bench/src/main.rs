//! Compares, in one run and interleaved: Masthead, a handler that answers the same bytes from a constant, and the
//! barest handler that runs the same statement; then saves and publishes, and the commit of one small row. `ARTICLES`
//! (10,000), `ROUNDS` (10), `CONNECTIONS` (8) and `ONLY` (`reading` or `writing`) come from the environment. The numbers
//! mean something only beside each other.

mod barest;
mod contender;
mod load;
mod publication;
mod report;
mod statements;
mod writing;

use std::collections::HashMap;
use std::env;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use store::{PoolSizes, Store, roles};
use tests::TestDatabase;

use crate::contender::Contender;
use crate::report::{Comparison, Cost};

const STRETCH: Duration = Duration::from_millis(700);
const WARM_UP: Duration = Duration::from_millis(500);
/// The page that must cost what the first one costs.
const DEEP: usize = 4_000;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [name, source @ ..] = arguments.as_slice() {
        return contender::serve(name, source).await;
    }
    let run = Run { rounds: setting("ROUNDS", 10)?, connections: setting("CONNECTIONS", 8)? };
    let only = env::var("ONLY").unwrap_or_default();
    if only != "writing" {
        reading(&run, setting("ARTICLES", 10_000)?).await?;
    }
    if only != "reading" {
        writing::compare(run.rounds, run.connections).await?;
    }
    Ok(())
}

async fn reading(run: &Run, articles: usize) -> Result<()> {
    let database = TestDatabase::new().await;
    let urls = [roles::OWNER, roles::READER].map(|role| database.access(role).url);
    let slugs = fill(&database, articles).await?;
    let masthead = Contender::start("masthead", &urls)?;

    let some = slugs.iter().step_by(articles.div_ceil(100)).map(|slug| format!("/v1/articles/{slug}"));
    let article: Arc<Vec<String>> = Arc::new(some.collect());
    let list = Arc::new(vec!["/v1/teasers".to_owned()]);
    let tagged: Arc<Vec<String>> = Arc::new((0..200).map(|n| format!("/v1/teasers?tag=tag-{n}")).collect());
    let (limit, deep) = deep_page(&masthead, articles).await?;
    let pages = [Arc::new(vec![format!("/v1/teasers?limit={limit}")]), Arc::new(vec![deep])];

    let answers = answers(&masthead, &[&article, &list]).await?;
    let constant = Contender::start("constant", &[answers.path().display().to_string()])?;
    let barest = Contender::start("barest", &urls)?;
    statements::check_same(&database, &urls, &[&article[0], &list[0]]).await?;

    let Run { rounds, connections } = run;
    println!(
        "{articles} articles, {connections} connections, {rounds} rounds of {STRETCH:?} each, interleaved"
    );
    let three = [&masthead, &barest, &constant];
    run.compare("one article, /v1/articles/{slug}", &three.map(|one| (one.name, one, &article))).await?;
    run.compare("a list, /v1/teasers", &three.map(|one| (one.name, one, &list))).await?;
    run.compare(
        "lists by tag beside the list of all",
        &[("of all", &masthead, &list), ("by tag", &masthead, &tagged)],
    )
    .await?;
    let [first, deep] = &pages;
    run.compare(
        &format!("page 1 and page {DEEP}, limit {limit}"),
        &[("page 1", &masthead, first), ("page 4000", &masthead, deep)],
    )
    .await?;
    if env::var_os("PLANS").is_some() {
        let paths = [&article[0], &list[0], &tagged[0], &deep[0]];
        println!("{}", statements::plans(&database, &urls, &paths).await?.join("\n"));
    }
    Ok(())
}

struct Run {
    rounds: usize,
    connections: usize,
}

impl Run {
    /// Loads each in turn, over and over, so that what else the machine does falls on all of them alike.
    async fn compare(
        &self,
        title: &str,
        all: &[(&'static str, &Contender, &Arc<Vec<String>>)],
    ) -> Result<()> {
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

async fn answers(masthead: &Contender, groups: &[&Arc<Vec<String>>]) -> Result<tempfile::NamedTempFile> {
    let mut answers = HashMap::new();
    for path in groups.iter().flat_map(|paths| paths.iter()) {
        answers.insert(path, String::from_utf8(load::get(masthead.address, path).await?.to_vec())?);
    }
    let file = tempfile::NamedTempFile::new()?;
    serde_json::to_writer(&file, &answers)?;
    Ok(file)
}

fn setting(name: &str, default: usize) -> Result<usize> {
    env::var(name).map_or(Ok(default), |text| text.parse().with_context(|| format!("{name} is a number")))
}
