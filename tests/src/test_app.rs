//! A running server with a database of its own and an HTTP client. Methods called `seed_…` write to the store directly,
//! without the HTTP API.

use std::sync::LazyLock;
use std::time::Duration;

use blocking_pool::BlockingPool;
use domain::workflow::OnPending;
use domain::{
    ArticleId, Content, DraftId, Edition, Email, Headline, Locale, Markdown, Name, PathPattern, PersonId,
    Role, Site, Slug, Standfirst, Term, TermId, TermKind, Update,
};
use import::markdown::{self, Folder};
use import::{Diagnostic, FutureDates, ImportError, Options, ParsedSource, Report, teasers};
use masthead::{
    Config, Database, DatabaseTimeouts, DeliveryConfig, HttpConfig, Secret, SecurityContacts, Server,
    SignInLimits, Worker,
};

use store::editorial::drafts;
use store::editorial::drafts::{Draft, DraftEdit};
use store::editorial::people;
use store::editorial::people::NewPerson;
use store::editorial::terms;
use store::publishing;
use store::write;
use store::write::{Outcome, WriteContext};
use store::{Access, PoolSizes, Store, roles};
use uuid::Uuid;

use crate::editor::{Editor, PASSWORD};
use crate::{Reader, TestDatabase};

/// A server on a free port, its database, and a client of its delivery API.
pub struct TestApp {
    pub reader: Reader,
    pub database: TestDatabase,
    server: Server,
}

impl TestApp {
    /// Starts a server on an empty database.
    pub async fn start() -> Self {
        Self::start_on(TestDatabase::new().await).await
    }

    /// Starts a server on an existing database, such as one that a stopped server left behind.
    pub async fn start_on(database: TestDatabase) -> Self {
        Self::start_configured(config(test_database(&database)), database).await
    }

    /// Starts a server for this site on an empty database.
    pub async fn start_for_site(site: Site) -> Self {
        let database = TestDatabase::new().await;
        Self::start_configured(Config { site, ..config(test_database(&database)) }, database).await
    }

    /// Starts a server whose test configuration is changed first.
    pub async fn start_with(database: TestDatabase, change: impl FnOnce(Config) -> Config) -> Self {
        Self::start_configured(change(config(test_database(&database))), database).await
    }

    async fn start_configured(config: Config, database: TestDatabase) -> Self {
        seed_people(&database).await;
        let server = masthead::start(config).await.unwrap();
        let reader = Reader::new(format!("http://{}", server.address()));
        Self { reader, database, server }
    }

    /// Starts another server on the same database.
    pub async fn start_another(&self) -> Server {
        masthead::start(config(test_database(&self.database))).await.unwrap()
    }

    /// Starts another server on the same database, with a changed configuration.
    pub async fn start_another_with(&self, change: impl FnOnce(Config) -> Config) -> Server {
        masthead::start(change(config(test_database(&self.database)))).await.unwrap()
    }

    /// Starts another server on the same database, and returns a client for it.
    pub async fn start_another_with_reader(&self) -> (Server, Reader) {
        let server = self.start_another().await;
        let reader = Reader::new(format!("http://{}", server.address()));
        (server, reader)
    }

    /// Starts another server on the same database, which limits sign-in attempts.
    pub async fn start_another_with_limits(&self, sign_in_limits: SignInLimits) -> Server {
        masthead::start(Config { sign_in_limits, ..config(test_database(&self.database)) }).await.unwrap()
    }

    /// The URL of the server, without a trailing slash.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.server.address())
    }

    /// The connection pools of the server.
    pub fn store(&self) -> &Store {
        self.server.store()
    }

    /// The thread pool in which the server renders bodies.
    pub fn renderers(&self) -> &BlockingPool {
        self.server.renderers()
    }

    /// Signs in as the seeded person with this role.
    pub async fn editor(&self, role: Role) -> Editor {
        Editor::sign_in(&self.base_url(), role).await
    }

    /// Stops the server and returns its database.
    pub async fn stop(self) -> TestDatabase {
        self.server.stop(std::future::pending()).await.unwrap();
        self.database
    }

    /// Imports teasers, as `masthead import teasers --publish` does.
    pub async fn import_teasers(&self, feed: &str) -> Result<Report, ImportError> {
        let options = Options {
            locale: en(),
            locales: vec![en()],
            publish: true,
            future: FutureDates::Schedule,
            dry_run: false,
            redirects: None,
        };
        self.import(teasers::parse_feed(feed.as_bytes(), &en()), &options).await
    }

    /// Imports a folder, as `masthead import markdown` does.
    pub async fn import_markdown(&self, folder: &Folder, options: &Options) -> Result<Report, ImportError> {
        self.import(markdown::parse_folder(folder, options), options).await
    }

    async fn import(
        &self,
        source: Result<ParsedSource, Vec<Diagnostic>>,
        options: &Options,
    ) -> Result<Report, ImportError> {
        let source = source.map_err(ImportError::Invalid)?;
        let mut conn = self.server.store().editorial().await.unwrap();
        let report = import::run(&mut conn, &context(), &source, options, |_, _| {}).await;
        self.sync().await;
        report
    }

    /// Makes the server process every change that was written to the store directly.
    pub async fn sync(&self) {
        self.server.delivery().sync().await.unwrap();
    }

    pub async fn seed_section(&self, slug: &str) -> TermId {
        let id = TermId(Uuid::now_v7());
        let name = Name::try_from(slug.to_owned()).unwrap();
        let slug = Slug::try_from(slug.to_owned()).unwrap();
        let kind = TermKind::Section;
        let section = Term { id, kind, slug, name, description: None, url: None, picture: None, version: 1 };
        self.seed_term(section).await
    }

    pub async fn seed_term(&self, term: Term) -> TermId {
        let id = term.id;
        let mut conn = self.server.store().editorial().await.unwrap();
        write::once(&mut conn, &context(), async |tx| terms::create(tx, &[term]).await).await.unwrap();
        id
    }

    /// Creates a draft without an owner.
    pub async fn seed_draft(&self, section: TermId, slug: &str, body: &str) -> Draft {
        self.seed_draft_as(&context(), section, slug, body).await
    }

    /// Creates a draft owned by the actor of this write context.
    pub async fn seed_draft_as(
        &self,
        context: &WriteContext,
        section: TermId,
        slug: &str,
        body: &str,
    ) -> Draft {
        self.seed_draft_in(&en(), context, section, (slug, body)).await
    }

    /// Creates a draft in any locale, including one that is not configured.
    pub async fn seed_draft_in(
        &self,
        locale: &Locale,
        context: &WriteContext,
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
        write::once(&mut conn, context, async |tx| {
            drafts::create_many(tx, std::slice::from_ref(&draft)).await
        })
        .await
        .unwrap();
        draft
    }

    /// Saves the content of `draft` as its next revision.
    pub async fn seed_save(&self, draft: &mut Draft) {
        let mut conn = self.server.store().editorial().await.unwrap();
        let change = DraftEdit::Replace(Box::new(draft.content.clone()));
        let saved = write::once(&mut conn, &context(), async |tx| {
            drafts::save(tx, draft.id, draft.revision, &change).await
        })
        .await
        .unwrap();
        draft.revision = saved.into_inner().entry.revision;
    }

    /// Publishes a draft in the store, without the HTTP API.
    pub async fn publish(&self, draft: &Draft) -> Result<publishing::PublishOutcome, store::Error> {
        self.publish_edition(self.edition(draft).await).await
    }

    /// Publishes an edition in the store, without the HTTP API.
    pub async fn publish_edition(
        &self,
        edition: Edition,
    ) -> Result<publishing::PublishOutcome, store::Error> {
        let mut conn = self.server.store().editorial().await.unwrap();
        let done = write::once(&mut conn, &context(), async |tx| {
            publishing::publish(tx, &[edition], Update::Visible).await
        })
        .await;
        self.sync().await;
        done.map(Outcome::into_inner)
    }

    /// Schedules a draft in the store, without the HTTP API, `seconds` from now by the clock of this machine.
    pub async fn schedule(&self, draft: &Draft, seconds: i64) -> Result<(), store::Error> {
        let mut conn = self.server.store().editorial().await.unwrap();
        let edition = self.edition(draft).await;
        let due = std::time::SystemTime::now() + std::time::Duration::from_secs(seconds.unsigned_abs());
        write::once(&mut conn, &context(), async |tx| publishing::schedule(tx, &edition, due.into()).await)
            .await
            .map(Outcome::into_inner)
    }

    /// Withdraws an article in the store, without the HTTP API.
    pub async fn withdraw(&self, draft: &Draft) -> Result<publishing::PublishOutcome, store::Error> {
        let mut conn = self.server.store().editorial().await.unwrap();
        let articles = [(draft.article, draft.locale.clone())];
        let done = write::once(&mut conn, &context(), async |tx| {
            publishing::withdraw(tx, &articles, OnPending::Refuse).await
        })
        .await;
        self.sync().await;
        done.map(Outcome::into_inner)
    }

    /// Renders the edition that a publish of this draft would make.
    pub async fn edition(&self, draft: &Draft) -> Edition {
        let mut conn = self.server.store().editorial().await.unwrap();
        let terms = terms::load(&mut conn, &draft.content.terms()).await.unwrap();
        markup::render_edition(draft.new_edition(), &draft.content, &terms).unwrap()
    }
}

/// Creates one person of each role: `admin@example.org`, `editor@example.org` and so on, all with the password
/// [`PASSWORD`]. Does nothing in a database that has people.
pub async fn seed_people(database: &TestDatabase) {
    let access = |role: &str| database.access(role);
    let pools = PoolSizes { delivery: 1, editorial: 1, operations: 1 };
    let (owner, writer, reader) = (access(roles::OWNER), access(roles::WRITER), access(roles::READER));
    let store = Store::new(&store::Config { owner, writer, reader, replica: None, pools }).unwrap();
    let mut conn = store.editorial().await.unwrap();
    if people::any_exist(&mut conn).await.unwrap() {
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
        write::once(&mut conn, &context(), async |tx| people::create(tx, &new).await).await.unwrap();
    }
}

/// Hashed once per process, because hashing is slow on purpose.
static PASSWORD_HASH: LazyLock<String> = LazyLock::new(|| masthead::hash_password(PASSWORD).unwrap());

fn test_database(database: &TestDatabase) -> Database {
    external_database(|role| database.access(role))
}

/// The configuration of test servers.
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
        jobs: jobs_config(),
        drain: Duration::ZERO,
        delivery: delivery_config(),
        purge_urls: Vec::new(),
        // All clients of a test connect from the same address.
        http: HttpConfig { connections_per_address: 100_000, ..HttpConfig::default() },
        security_contacts: SecurityContacts::default(),
    }
}

/// The database configuration made of the connection string of each role.
pub fn external_database(access: impl Fn(&str) -> Access) -> Database {
    let (url, delivery_url) = (access(roles::OWNER).url, Some(access(roles::READER).url));
    Database::External { url, delivery_url, replica_url: None }
}

/// The delivery configuration. Its timeouts are long, because a machine that runs many tests at once may be slow.
pub fn delivery_config() -> DeliveryConfig {
    let timeouts = DatabaseTimeouts { probe_after: Duration::from_secs(2), probe: Duration::from_secs(2) };
    DeliveryConfig { cache_bytes: 64 << 20, timeouts, ..DeliveryConfig::default() }
}

pub fn secret() -> Secret {
    Secret::parse("x9Kq2Lw8Zr5Tn1Vb7Mc4Jd6Hf3Gp0SaQ").unwrap()
}

pub fn jobs_config() -> worker::Config {
    worker::Config::default()
}

/// Limits that no test reaches by accident.
pub const SIGN_IN_LIMITS: SignInLimits =
    SignInLimits { per_account: 100_000, per_address: 100_000, refill_milliseconds: 1 };

/// The default site of tests, with the one locale `en`.
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

/// The default site of tests in these locales; the first is the default locale.
pub fn site_in(locales: &[&str]) -> Site {
    let locales: Vec<Locale> =
        locales.iter().map(|tag| Locale::try_from((*tag).to_owned()).unwrap()).collect();
    Site { default_locale: locales[0].clone(), locales, ..site() }
}

fn en() -> Locale {
    Locale::try_from("en".to_owned()).unwrap()
}

fn context() -> WriteContext {
    WriteContext::for_program("test", "test")
}
