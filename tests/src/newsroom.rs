//! A publication with a server, a database of its own, and a reader. What goes around the API is called `seeded_…`.

use std::sync::LazyLock;
use std::time::Duration;

use blocking_pool::BlockingPool;
use domain::workflow::OnPending;
use domain::{
    ArticleId, Content, DraftId, Edition, EditionId, Email, Headline, Locale, Markdown, Name, Origin,
    PathPattern, PersonId, Role, Site, Slug, Standfirst, Term, TermId, TermKind, Update,
};
use masthead::{
    Config, Database, DeliveryConfig, HttpConfig, Patience, Secret, SecurityContacts, Server, SignInLimits,
    Worker,
};

use store::editorial::drafts;
use store::editorial::drafts::{Draft, Saving};
use store::editorial::people;
use store::editorial::people::NewPerson;
use store::editorial::terms;
use store::publishing;
use store::write::{Act, Outcome};
use store::{Access, PoolSizes, Store, roles};
use uuid::Uuid;
use worker::teasers::{self, Options, Report};

use crate::editor::{Editor, PASSWORD};
use crate::{Reader, TestDatabase};

/// A publication under test.
pub struct Newsroom {
    /// Somebody who reads.
    pub reader: Reader,
    /// The database.
    pub database: TestDatabase,
    server: Server,
}

impl Newsroom {
    /// Opens an empty one.
    pub async fn open() -> Self {
        Self::open_on(TestDatabase::new().await).await
    }

    /// Opens one on what another left behind.
    pub async fn open_on(database: TestDatabase) -> Self {
        Self::open_with(config(reached(&database)), database).await
    }

    /// Opens an empty one of another publication than tests are mostly about.
    pub async fn open_for(site: Site) -> Self {
        let database = TestDatabase::new().await;
        Self::open_with(Config { site, ..config(reached(&database)) }, database).await
    }

    /// Opens one whose server is told something else than tests mostly tell it.
    pub async fn open_changed(database: TestDatabase, change: impl FnOnce(Config) -> Config) -> Self {
        Self::open_with(change(config(reached(&database))), database).await
    }

    async fn open_with(config: Config, database: TestDatabase) -> Self {
        seed_people(&database).await;
        let server = masthead::start(config).await.unwrap();
        let reader = Reader::at(format!("http://{}", server.address()));
        Self { reader, database, server }
    }

    /// Another server of the same publication.
    pub async fn another(&self) -> Server {
        masthead::start(config(reached(&self.database))).await.unwrap()
    }

    /// Another server of the same publication that is told something else.
    pub async fn another_changed(&self, change: impl FnOnce(Config) -> Config) -> Server {
        masthead::start(change(config(reached(&self.database)))).await.unwrap()
    }

    /// Another server of the same publication, and somebody who reads there.
    pub async fn another_reader(&self) -> (Server, Reader) {
        let server = self.another().await;
        let reader = Reader::at(format!("http://{}", server.address()));
        (server, reader)
    }

    /// Another server of the same publication, at which guessing is slowed.
    pub async fn another_slowed(&self, sign_in_limits: SignInLimits) -> Server {
        masthead::start(Config { sign_in_limits, ..config(reached(&self.database)) }).await.unwrap()
    }

    /// Where its server answers.
    pub fn base(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// Its pools.
    pub fn store(&self) -> &Store {
        self.server.store()
    }

    /// Where its server renders.
    pub fn renderers(&self) -> &BlockingPool {
        self.server.renderers()
    }

    /// The person who has this role, signed in.
    pub async fn editor(&self, role: Role) -> Editor {
        Editor::sign_in(&self.base(), role).await
    }

    /// Closes it, and leaves the database.
    pub async fn close(self) -> TestDatabase {
        self.server.stop(std::future::pending()).await.unwrap();
        self.database
    }

    /// Imports a feed, as `masthead import teasers --publish` does.
    pub async fn import(&self, feed: &str) -> Result<Report, teasers::ImportError> {
        let mut conn = self.server.store().editorial().await.unwrap();
        let options = Options { locale: en(), publish: true, dry_run: false };
        let report = teasers::import(&mut conn, &act(), feed.as_bytes(), &options).await;
        self.hear().await;
        report
    }

    /// Has its server take note of what was done around it.
    pub async fn hear(&self) {
        self.server.delivery().catch_up().await.unwrap();
    }

    /// A section, around the API.
    pub async fn seeded_section(&self, slug: &str) -> TermId {
        let id = TermId(Uuid::now_v7());
        let name = Name::try_from(slug.to_owned()).unwrap();
        let slug = Slug::try_from(slug.to_owned()).unwrap();
        let kind = TermKind::Section;
        let section = Term { id, kind, slug, name, description: None, url: None, picture: None, version: 1 };
        self.seeded_term(section).await
    }

    /// A term as it is given, around the API.
    pub async fn seeded_term(&self, term: Term) -> TermId {
        let id = term.id;
        let mut conn = self.server.store().editorial().await.unwrap();
        terms::create(&mut conn, &act(), &[term]).await.unwrap();
        id
    }

    /// A draft of nobody's, around the API.
    pub async fn seeded_draft(&self, section: TermId, slug: &str, body: &str) -> Draft {
        self.seeded_draft_of(&act(), section, slug, body).await
    }

    /// A draft of whoever acts, around the API.
    pub async fn seeded_draft_of(&self, act: &Act, section: TermId, slug: &str, body: &str) -> Draft {
        self.seeded_draft_in(&en(), act, section, (slug, body)).await
    }

    /// The same, in a locale, also one that is not configured.
    pub async fn seeded_draft_in(
        &self,
        locale: &Locale,
        act: &Act,
        section: TermId,
        (slug, body): (&str, &str),
    ) -> Draft {
        let content = Content {
            slug: Some(Slug::try_from(slug.to_owned()).unwrap()),
            section: Some(section),
            headline: Some(Headline::try_from(format!("About {slug}")).unwrap()),
            standfirst: Some(Standfirst::try_from("A standfirst.".to_owned()).unwrap()),
            body: Markdown::try_from(body.to_owned()).unwrap(),
            ..Content::default()
        };
        let (id, article) = (DraftId(Uuid::now_v7()), ArticleId(Uuid::now_v7()));
        let draft = Draft { id, article, locale: locale.clone(), revision: 1, content };
        let mut conn = self.server.store().editorial().await.unwrap();
        drafts::create(&mut conn, act, std::slice::from_ref(&draft)).await.unwrap();
        draft
    }

    /// Saves a draft as it is given, around the API.
    pub async fn seeded_save(&self, draft: &mut Draft) {
        let mut conn = self.server.store().editorial().await.unwrap();
        let other = Saving::Replaced(Box::new(draft.content.clone()));
        let saved = drafts::save(&mut conn, &act(), draft.id, draft.revision, &other).await.unwrap();
        draft.revision = saved.into_inner().entry.revision;
    }

    /// Publishes a draft as it is given, around the API.
    pub async fn publish(&self, draft: &Draft) -> Result<publishing::Done, store::Error> {
        self.publish_edition(self.edition(draft).await).await
    }

    /// Publishes an edition as it is given, around the API.
    pub async fn publish_edition(&self, edition: Edition) -> Result<publishing::Done, store::Error> {
        let mut conn = self.server.store().editorial().await.unwrap();
        let done = publishing::publish(&mut conn, &act(), &[edition], Update::Visible).await;
        self.hear().await;
        done.map(Outcome::into_inner)
    }

    /// Schedules a draft as it is given, around the API.
    pub async fn schedule(&self, draft: &Draft, seconds: i64) -> Result<(), store::Error> {
        let mut conn = self.server.store().editorial().await.unwrap();
        let edition = self.edition(draft).await;
        let due = std::time::SystemTime::now() + std::time::Duration::from_secs(seconds.unsigned_abs());
        publishing::schedule(&mut conn, &act(), &edition, due.into()).await.map(Outcome::into_inner)
    }

    /// Withdraws an article, around the API.
    pub async fn withdraw(&self, draft: &Draft) -> Result<publishing::Done, store::Error> {
        let mut conn = self.server.store().editorial().await.unwrap();
        let articles = [(draft.article, draft.locale.clone())];
        let done = publishing::withdraw(&mut conn, &act(), &articles, OnPending::Refuse).await;
        self.hear().await;
        done.map(Outcome::into_inner)
    }

    /// The edition of a draft as it is given.
    pub async fn edition(&self, draft: &Draft) -> Edition {
        let mut conn = self.server.store().editorial().await.unwrap();
        let terms = terms::load(&mut conn, &draft.content.terms()).await.unwrap();
        let id = EditionId(Uuid::now_v7());
        let (article, locale, revision) = (draft.article, draft.locale.clone(), draft.revision);
        markup::prepare(Origin { id, article, locale, revision }, &draft.content, &terms).unwrap()
    }
}

/// One person of each role: `admin@example.org`, and so on.
pub async fn seed_people(database: &TestDatabase) {
    let access = |role: &str| database.access(role);
    let pools = PoolSizes { delivery: 1, editorial: 1, operations: 1 };
    let (owner, writer, reader) = (access(roles::OWNER), access(roles::WRITER), access(roles::READER));
    let store = Store::new(&store::Config { owner, writer, reader, replica: None, pools }).unwrap();
    let mut conn = store.editorial().await.unwrap();
    if people::is_anybody_there(&mut conn).await.unwrap() {
        return;
    }
    for role in Role::ALL {
        let new = NewPerson {
            id: PersonId(Uuid::now_v7()),
            email: Email::try_from(format!("{role}@example.org")).unwrap(),
            name: Name::try_from(format!("The {role}")).unwrap(),
            role,
            password_hash: Some(PASSWORD_HASH.clone()),
        };
        people::create(&mut conn, &act(), &new).await.unwrap();
    }
}

/// Made once: it takes a while.
static PASSWORD_HASH: LazyLock<String> = LazyLock::new(|| masthead::hash_password(PASSWORD).unwrap());

fn reached(database: &TestDatabase) -> Database {
    external(|role| database.access(role))
}

/// What servers of tests are told.
pub fn config(database: Database) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        database,
        site: site(),
        unsafe_database: true,
        secret: Some(secret()),
        directory: std::env::temp_dir(),
        sign_in_limits: SIGN_IN_LIMITS,
        pools: PoolSizes { delivery: 4, editorial: 8, operations: 4 },
        demo: false,
        worker: Worker::On,
        jobs: jobs(),
        delivery: delivery(),
        purge_urls: Vec::new(),
        // All clients of a test have one address.
        http: HttpConfig { connections_per_address: 100_000, ..HttpConfig::default() },
        security_contacts: SecurityContacts::default(),
    }
}

/// A database that a server reaches like this, each role by a way of its own.
pub fn external(access: impl Fn(&str) -> Access) -> Database {
    let (url, delivery_url) = (access(roles::OWNER).url, Some(access(roles::READER).url));
    Database::External { url, delivery_url, replica_url: None }
}

/// What is kept for readers. A machine that does many tests at once may be slow without being gone.
pub fn delivery() -> DeliveryConfig {
    let patience = Patience { doubt: Duration::from_secs(2), answer: Duration::from_secs(2) };
    DeliveryConfig { cache_bytes: 64 << 20, patience, ..DeliveryConfig::default() }
}

/// The secret that tests have.
pub fn secret() -> Secret {
    Secret::parse("x9Kq2Lw8Zr5Tn1Vb7Mc4Jd6Hf3Gp0SaQ").unwrap()
}

/// Jobs are done as usual.
pub fn jobs() -> worker::Config {
    worker::Config::usual()
}

/// Tests sign in as often as they like.
pub const SIGN_IN_LIMITS: SignInLimits =
    SignInLimits { per_account: 100_000, per_address: 100_000, refill_milliseconds: 1 };

/// The publication that tests are about.
pub fn site() -> Site {
    Site {
        name: "Test".to_owned(),
        base_url: "https://example.org".to_owned(),
        path_pattern: PathPattern::try_from("/{section}/{slug}".to_owned()).unwrap(),
        former_path_patterns: vec![],
        default_locale: en(),
        locales: vec![en()],
        time_zone: domain::TimeZone::utc(),
    }
}

/// The publication that tests are about, in these locales.
pub fn site_in(locales: &[&str]) -> Site {
    let locales: Vec<Locale> =
        locales.iter().map(|tag| Locale::try_from((*tag).to_owned()).unwrap()).collect();
    Site { default_locale: locales[0].clone(), locales, ..site() }
}

fn en() -> Locale {
    Locale::try_from("en".to_owned()).unwrap()
}

fn act() -> Act {
    Act::of_program("test", "test")
}
