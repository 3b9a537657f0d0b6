//! The databases to measure: one with generated articles, and larger ones that contain copies of them. `publication`
//! generates the articles.

use anyhow::{Context, Result, ensure};
use store::{PoolSizes, Store, roles, testing};
use tests::TestDatabase;

use crate::contender::Contender;
use crate::load;
use crate::multiply::multiply;
use crate::publication;
use crate::settings::Settings;

pub struct Publication {
    /// The number of live articles.
    pub articles: usize,
    /// The connection strings of the owner and the reader role.
    pub urls: Vec<String>,
    pub database: TestDatabase,
}

/// Creates the publications that the selected questions need, from the smallest to the largest.
pub async fn make(settings: &Settings) -> Result<Vec<Publication>> {
    let database = TestDatabase::new().await;
    fill(&database, settings.articles).await?;
    let mut all = vec![Publication::new(database, settings.articles)];
    if !["scaling", "footprint", "searching"].into_iter().any(|question| settings.includes(question)) {
        return Ok(all);
    }
    // Copy before any server connects, because a template database must have no connections.
    for times in settings.multiples().into_iter().skip(1) {
        let copy = all[0].database.duplicate().await;
        eprintln!("{} articles in a database of their own", times * settings.articles);
        multiply(&copy.access(cluster::SUPERUSER), i32::try_from(times)?).await?;
        let larger = Publication::new(copy, times * settings.articles);
        larger.check(times).await?;
        all.push(larger);
    }
    Ok(all)
}

impl Publication {
    fn new(database: TestDatabase, articles: usize) -> Self {
        let urls = [roles::OWNER, roles::READER].map(|role| database.access(role).url).to_vec();
        Self { articles, urls, database }
    }

    /// Slugs spread evenly over all articles.
    pub fn slugs(&self, made: usize, count: usize) -> Vec<String> {
        let slug = |number: usize| match number / made {
            0 => publication::slug(number),
            copy => format!("{}-{copy}", publication::slug(number % made)),
        };
        (0..self.articles).step_by(self.articles.div_ceil(count)).map(slug).collect()
    }

    /// Checks that a multiplied publication has the expected number of articles in its sections and serves them.
    async fn check(&self, times: usize) -> Result<()> {
        let masthead = Contender::start("uncached", &self.urls)?;
        let sections = load::get(masthead.address, "/v1/sections?limit=100").await?;
        let sections: serde_json::Value = serde_json::from_slice(&sections)?;
        let sections = sections["data"].as_array().context("they are a list")?;
        let counts = sections.iter().filter_map(|section| section["article_count"].as_u64());
        let in_sections = usize::try_from(counts.sum::<u64>())?;
        ensure!(in_sections == self.articles, "{in_sections} of {} are in sections", self.articles);
        for slug in self.slugs(self.articles / times, 50) {
            let article = load::get(masthead.address, &format!("/v1/articles/{slug}")).await?;
            let article: serde_json::Value = serde_json::from_slice(&article)?;
            ensure!(article["slug"] == slug.as_str(), "{slug} is answered with {}", article["slug"]);
        }
        Ok(())
    }
}

async fn fill(database: &TestDatabase, articles: usize) -> Result<()> {
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
    publication::make(&mut store.editorial().await?, articles).await?;
    store.close();
    testing::execute(&access(roles::OWNER), "VACUUM ANALYZE").await?;
    Ok(())
}
