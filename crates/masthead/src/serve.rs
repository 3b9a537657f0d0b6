//! Starting, serving, stopping.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use api::{
    Delivery, EditorialApi, EditorialConfig, Health, OutageReason, RunningServer, ServerParts, StaleSnapshot,
    Startup,
};
use blocking_pool::BlockingPool;
use domain::Site;
use futures_util::FutureExt;
use store::time_zone::Precedence;
use store::{OpenError, Store, durability_check};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;

use crate::config::{Config, Database, Worker};
use crate::database::{self, OpenDatabase};
use crate::work::WorkerTask;
use crate::{demo, output, secret, user_command};

/// A server that serves.
pub struct Server {
    address: SocketAddr,
    health: Health,
    running: RunningServer,
    timers: JoinHandle<()>,
    worker_task: Option<WorkerTask>,
    delivery: Delivery,
    renderers: BlockingPool,
    open: Arc<OpenDatabase>,
    /// What is to be said of a first start, a line each.
    notices: Vec<String>,
}

/// How long the server goes on serving after it said that it will stop, so that balancers notice. Only where there
/// may be a balancer: a server that listens on this machine alone stops at once.
const DRAIN: Duration = Duration::from_secs(5);

/// How long signing keys are known before they are read again: an emergency takes no longer to be heard of.
const SIGNING_KEY_REFRESH_INTERVAL: Duration = Duration::from_secs(10);
/// How often to look whether the database answers, and for what was scheduled meanwhile.
const POLL_INTERVAL: Duration = Duration::from_secs(1);

/// How long what rendering needs is kept for the next one.
const GRAMMAR_EVICTION_INTERVAL: Duration = Duration::from_secs(5 * 60);

/// How long to wait for a database that does not answer at all. Statements have shorter limits of their own.
const PING_TIMEOUT: Duration = Duration::from_secs(3);

/// Starts a server: database, migrations, pools, listener. The port may be 0.
///
/// # Errors
/// Each is one line that says what to do.
pub async fn start(config: Config) -> Result<Server> {
    let listener = TcpListener::bind(config.listen)
        .map_err(|error| anyhow::anyhow!(bind_error(config.listen, &error)))?;
    let address = listener.local_addr()?;
    let site = with_bound_port(config.site.clone(), config.listen, address);
    // Before the database is touched: who has none is told so while nothing was migrated.
    let secret = secret::load(&config)?;
    let (health, startup) = (Health::default(), Startup::default());
    // Probes are answered from the first moment: a start may take as long as a migration or a recovery does.
    let starting = api::serve_startup(listener.try_clone()?, startup.clone(), health.clone(), &config.http)?;
    let opened = async {
        let open = open_or_wait(&config, &site, &startup).await?;
        open.apply_time_zone(&config, Precedence::Newest).await
    };
    let open = match opened.await {
        Ok(open) => Arc::new(open),
        Err(failed) => {
            starting.stop(std::future::ready(())).await;
            return Err(failed);
        }
    };
    open.warn_if_reader_is_not_isolated();
    store::operations::cdn_purges::configure(&mut open.store.operations().await?, &config.purge_urls).await?;
    // Before the first account is made: whoever is cut off in between begins anew.
    let demo = demo::load(&open.store, &config, &site, address).await?;
    let first = user_command::create_first_admin(&open.store, &config.directory).await?;
    let notices = [demo, first].into_iter().flatten().collect();
    let limits = config.sign_in_limits;
    let delivery = Delivery::new(open.store.clone(), site, config.delivery.clone()).await?;
    let renderers = BlockingPool::default();
    let editorial = EditorialConfig { secret, sign_in_limits: limits, renderers: renderers.clone() };
    let editorial = EditorialApi::new(delivery.clone(), editorial).await?;
    let parts = ServerParts {
        delivery: delivery.clone(),
        editorial: editorial.clone(),
        health: health.clone(),
        http: config.http.clone(),
        security_contacts: config.security_contacts.clone(),
    };
    let running = api::serve(listener, parts)?;
    starting.stop(std::future::pending()).await;
    let followed = delivery.clone();
    check_schema(&open.store, &health).await;
    let (noted, watched) = (health.clone(), open.clone());
    let timers = tokio::spawn(async move {
        tokio::join!(
            timers(watched.clone()),
            watch_health(&watched, &followed, &noted),
            refresh_signing_keys(&watched, &editorial),
            followed.listen(),
            followed.save_snapshots(),
        );
    });
    let worker_task = (config.worker == Worker::On)
        .then(|| WorkerTask::start(open.store.clone(), renderers.clone(), config.jobs));
    Ok(Server { address, health, running, timers, worker_task, delivery, renderers, open, notices })
}

/// Opens the database. Where that cannot be reached, and there is a file with what was last known, that is given until
/// it can.
async fn open_or_wait(config: &Config, site: &Site, startup: &Startup) -> Result<OpenDatabase> {
    let failed = match database::open(config).await {
        Ok(open) => return Ok(open),
        Err(failed) => failed,
    };
    let known = outage_of(&failed).zip(config.delivery.snapshot_path.as_deref());
    let known = known.and_then(|(reason, path)| {
        StaleSnapshot::read(path, site, config.delivery.stale_ttl.for_outage(reason))
    });
    let Some(known) = known.filter(|known| known.count() > 0) else { return Err(failed) };
    tracing::warn!(error = %failed, answers = known.count(), "giving what was last known until there is a database");
    startup.serve_snapshot(known);
    loop {
        tokio::time::sleep(POLL_INTERVAL).await;
        match database::open(config).await {
            Ok(open) => return Ok(open),
            Err(failed) if outage_of(&failed).is_some() => {}
            Err(failed) => return Err(failed),
        }
    }
}

/// How the database is out of reach, where that is what failed.
fn outage_of(failed: &anyhow::Error) -> Option<OutageReason> {
    match failed.downcast_ref::<OpenError>()? {
        OpenError::Unreachable(_) => Some(OutageReason::Refused),
        OpenError::Silent => Some(OutageReason::Timeout),
        _ => None,
    }
}

impl Server {
    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What it gives to readers, for those who run it inside a process of theirs and act around it.
    #[must_use]
    pub fn delivery(&self) -> &Delivery {
        &self.delivery
    }

    /// Where it renders, for those who run it inside a process of theirs.
    #[must_use]
    pub fn renderers(&self) -> &BlockingPool {
        &self.renderers
    }

    /// Its pools, for those who run it inside a process of theirs.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.open.store
    }

    /// Stops in order: unready first, then no new connections, then the last answers, then the database. Once `force_shutdown`
    /// is done it waits for no reader any more; the database is stopped cleanly all the same.
    ///
    /// # Errors
    /// When a Postgres of our own does not stop.
    pub async fn stop(self, force_shutdown: impl Future<Output = ()>) -> Result<()> {
        let force_shutdown = force_shutdown.shared();
        self.health.drain();
        // They would never be done, and find another server.
        self.delivery.close_event_streams();
        if let Some(worker_task) = &self.worker_task {
            worker_task.stop_claiming();
        }
        if !self.address.ip().is_loopback() {
            tokio::select! {
                () = tokio::time::sleep(DRAIN) => {}
                () = force_shutdown.clone() => {}
            }
        }
        self.running.stop(force_shutdown.clone()).await;
        if let Some(worker_task) = self.worker_task {
            worker_task.finish(force_shutdown).await;
        }
        self.timers.abort();
        // A timer that was aborted lets go of the database; nobody else holds it.
        let _aborted = self.timers.await;
        self.delivery.shut_down().await;
        match Arc::try_unwrap(self.open) {
            Ok(open) => open.close().await,
            Err(_) => Ok(()),
        }
    }
}

/// The publication, where its address was made from a port that was to be any free one.
fn with_bound_port(site: Site, asked: SocketAddr, found: SocketAddr) -> Site {
    if asked.port() == 0 && site.base_url == format!("http://{asked}") {
        return Site { base_url: format!("http://{found}"), ..site };
    }
    site
}

/// `masthead serve`.
pub(crate) async fn run(config: Config) -> Result<ExitCode> {
    let mut signals = Signals::new()?;
    raise_open_file_limit();
    let database = describe_database(&config.database);
    let server = tokio::select! {
        started = start(config) => started?,
        () = signals.recv() => return Ok(ExitCode::SUCCESS),
    };
    let address = server.address();
    output::eprint_line(format_args!("masthead: serving, with {database}"));
    output::eprint_line(format_args!("  teasers        http://{address}/v1/teasers"));
    output::eprint_line(format_args!("  articles       http://{address}/v1/articles"));
    output::eprint_line(format_args!("  documentation  http://{address}/docs/"));
    output::eprint_line(format_args!(
        "  API documents  http://{address}/openapi/delivery.v1.json, …/editorial.v1.json"
    ));
    output::eprint_line(format_args!("  health         http://{address}/readyz"));
    server.notices.iter().for_each(output::eprint_line);
    signals.recv().await;
    output::eprint_line("masthead: stopping");
    server.stop(async { signals.recv().await }).await.context("stopping")?;
    Ok(ExitCode::SUCCESS)
}

/// Lets the process have as many connections as the system allows it: the ordinary limit is a thousand, for the sake of
/// programs that this one is not.
fn raise_open_file_limit() {
    if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
        tracing::warn!(%error, "the limit of open files stays as it is");
    }
}

/// Where the content is kept, in words.
pub(crate) fn describe_database(database: &Database) -> String {
    match database {
        Database::Embedded(directory) => format!("an embedded Postgres in {}", directory.display()),
        Database::External { .. } => "the database of DATABASE_URL".to_owned(),
    }
}

/// The signals that ask for an end.
pub(crate) struct Signals {
    terminate: Signal,
    interrupt: Signal,
}

impl Signals {
    pub(crate) fn new() -> io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    pub(crate) async fn recv(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Reads the signing keys again, so that a new one is known before it signs, and a void one soon.
async fn refresh_signing_keys(open: &OpenDatabase, editorial: &EditorialApi) {
    let mut interval = tokio::time::interval(SIGNING_KEY_REFRESH_INTERVAL);
    loop {
        interval.tick().await;
        let Ok(mut conn) = open.store.operations().await else { continue };
        if let Err(error) = editorial.rotate_signing_keys(&mut conn).await {
            tracing::warn!(%error, "the signing keys could not be read");
        }
    }
}

/// Neither waits for the other: making public what is due may take as long as it takes.
pub(crate) async fn timers(open: Arc<OpenDatabase>) {
    tokio::join!(
        supervise_postgres(&open),
        worker::schedules::activate(&open.store, POLL_INTERVAL),
        evict_unused_grammars()
    );
}

async fn evict_unused_grammars() {
    let mut interval = tokio::time::interval(GRAMMAR_EVICTION_INTERVAL);
    loop {
        interval.tick().await;
        api::forget_unused_grammars();
    }
}

/// Keeps up to date what the probes say besides whether the database answers.
async fn watch_health(open: &OpenDatabase, delivery: &Delivery, health: &Health) {
    let mut interval = tokio::time::interval(POLL_INTERVAL);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        interval.tick().await;
        health.set_dropped_log_lines(output::dropped_lines());
        if !health.is_schema_usable() || delivery.take_schema_doubt() {
            check_schema(&open.store, health).await;
        }
    }
}

/// Checks that what readers ask for can be read with the schema that the database has.
async fn check_schema(store: &Store, health: &Health) {
    match store.read(store::schema_check::readable).await {
        Ok(()) => health.set_schema_usable(true),
        // Nobody knows then; that the database does not answer is noted elsewhere.
        Err(store::Error::Unavailable(_)) => {}
        Err(error) => {
            if health.is_schema_usable() {
                let remedy = "start the version that migrated it, or restart this one to migrate it";
                tracing::error!(%error, remedy, "this version cannot read the schema of the database");
            }
            health.set_schema_usable(false);
        }
    }
}

/// Starts a Postgres of our own again that died.
async fn supervise_postgres(open: &Arc<OpenDatabase>) {
    let mut interval = tokio::time::interval(POLL_INTERVAL);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        interval.tick().await;
        let answer = tokio::time::timeout(PING_TIMEOUT, ping(open)).await;
        match answer {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "the database does not answer");
                restart_postgres(open).await;
            }
            Err(_) => tracing::warn!("the database does not answer in time"),
        }
    }
}

async fn ping(open: &OpenDatabase) -> Result<(), store::Error> {
    durability_check::ping(&mut open.store.operations().await?).await
}

async fn restart_postgres(open: &Arc<OpenDatabase>) {
    let shared = open.clone();
    let revived =
        tokio::task::spawn_blocking(move || shared.cluster.as_ref().map(cluster::Cluster::ensure_running));
    match revived.await {
        Ok(Some(Ok(true))) => tracing::warn!("Postgres had died and was started again"),
        Ok(Some(Err(error))) => tracing::error!(%error, "Postgres cannot be started"),
        Ok(Some(Ok(false)) | None) | Err(_) => {}
    }
}

fn bind_error(address: SocketAddr, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("{address} is taken by another process; stop it, or listen elsewhere with --listen")
        }
        _ => format!("{address} cannot be listened on ({error}); listen elsewhere with --listen"),
    }
}

#[cfg(test)]
mod tests {
    use domain::{Locale, PathPattern};

    use super::*;

    #[test]
    fn addresses_name_the_port_that_was_found() {
        let found = SocketAddr::from(([127, 0, 0, 1], 4711));
        for (asked, base_url, expected) in [
            (0, "http://127.0.0.1:0", "http://127.0.0.1:4711"),
            (0, "https://example.org", "https://example.org"),
            (4711, "http://127.0.0.1:4711", "http://127.0.0.1:4711"),
        ] {
            let site = Site {
                name: "Test".to_owned(),
                base_url: base_url.to_owned(),
                path_pattern: PathPattern::try_from("/{slug}".to_owned()).unwrap(),
                former_path_patterns: vec![],
                default_locale: Locale::try_from("en".to_owned()).unwrap(),
                locales: vec![],
                time_zone: domain::TimeZone::utc(),
            };
            assert_eq!(
                with_bound_port(site, SocketAddr::from(([127, 0, 0, 1], asked)), found).base_url,
                expected
            );
        }
    }
}
