//! The publications that are measured: one that was really made, and larger ones that hold the same many times. Each is
//! a database of its own. Not here: what an article is like (`publication`).

use anyhow::{Context, Result, ensure};
use store::{PoolSizes, Store, roles, testing};
use tests::TestDatabase;

use crate::contender::Contender;
use crate::load;
use crate::multiply::multiply;
use crate::publication;
use crate::settings::Settings;

/// A database with a publication.
pub struct Publication {
    /// How many articles are live.
    pub articles: usize,
    /// The ways into the database, as owner and as reader.
    pub urls: Vec<String>,
    /// The database.
    pub database: TestDatabase,
}

/// Makes one, and larger ones from it where they are wanted; from the smallest to the largest.
pub async fn make(settings: &Settings) -> Result<Vec<Publication>> {
    let database = TestDatabase::new().await;
    fill(&database, settings.articles).await?;
    let mut all = vec![Publication::of(database, settings.articles)];
    if !["scaling", "footprint", "searching"].into_iter().any(|question| settings.asks(question)) {
        return Ok(all);
    }
    // All copies before any server is connected to what they are copied from.
    for times in settings.multiples().into_iter().skip(1) {
        let twin = all[0].database.duplicate().await;
        eprintln!("{} articles in a database of their own", times * settings.articles);
        multiply(&twin.access(cluster::SUPERUSER), i32::try_from(times)?).await?;
        let larger = Publication::of(twin, times * settings.articles);
        larger.check(times).await?;
        all.push(larger);
    }
    Ok(all)
}

impl Publication {
    fn of(database: TestDatabase, articles: usize) -> Self {
        let urls = [roles::OWNER, roles::READER].map(|role| database.access(role).url).to_vec();
        Self { articles, urls, database }
    }

    /// Some articles' slugs, evenly from all of them.
    pub fn slugs(&self, made: usize, count: usize) -> Vec<String> {
        let slug = |number: usize| match number / made {
            0 => publication::slug(number),
            copy => format!("{}-{copy}", publication::slug(number % made)),
        };
        (0..self.articles).step_by(self.articles.div_ceil(count)).map(slug).collect()
    }

    /// A publication that was made of a smaller one has in each section as many times the articles, and gives them.
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
