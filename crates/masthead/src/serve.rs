//! `masthead serve`: starts the server, runs its timers, and stops it in order.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use api::{
    EditorialApi, EditorialConfig, Health, OutageReason, PublicApi, RunningServer, ServerParts,
    StaleSnapshot, Startup,
};
use blocking_pool::BlockingPool;
use domain::Site;
use futures_util::FutureExt;
use store::time_zone::Precedence;
use store::{OpenError, Store, server_checks};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;

use crate::config::{Config, Database, Worker};
use crate::database::{self, OpenDatabase};
use crate::work::WorkerTask;
use crate::{demo, output, schedules, secret, user_command};

/// A running server.
pub struct Server {
    address: SocketAddr,
    health: Health,
    running: RunningServer,
    timers: JoinHandle<()>,
    worker_task: Option<WorkerTask>,
    delivery: PublicApi,
    renderers: BlockingPool,
    drain: Duration,
    open: Arc<OpenDatabase>,
    /// Lines to print after the start: the demo publication and the first administrator.
    notices: Vec<String>,
}

/// How often the signing keys are read again. A key that was revoked is accepted for this long at most.
const SIGNING_KEY_REFRESH_INTERVAL: Duration = Duration::from_secs(10);
/// How often to ping the database and to poll for schedules that are due.
const POLL_INTERVAL: Duration = Duration::from_secs(1);

/// How often unused highlighting grammars are evicted from memory.
const GRAMMAR_EVICTION_INTERVAL: Duration = Duration::from_secs(5 * 60);

/// The timeout for a database that does not respond at all. It is longer than the statement timeouts.
const PING_TIMEOUT: Duration = Duration::from_secs(3);

/// Starts a server: listener, database, migrations, pools. With port 0 the system chooses a free one.
///
/// # Errors
/// One line that names the problem and the remedy.
pub async fn start(config: Config) -> Result<Server> {
    let listener = TcpListener::bind(config.listen)
        .map_err(|error| anyhow::anyhow!(bind_error(config.listen, &error)))?;
    let address = listener.local_addr()?;
    let site = with_bound_port(config.site.clone(), config.listen, address);
    // Load the secret before the database is opened, so that a missing one is reported before anything is migrated.
    let secret = secret::load(&config)?;
    let (health, startup) = (Health::default(), Startup::default());
    // Serve the probes during the start, which may take as long as a migration or a crash recovery.
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
    // Load the demo before the first account is created: it is only loaded while there is no account, so in the other
    // order an interrupted start would never load it.
    let demo = demo::load(&open.store, &config, &site, address).await?;
    let first = user_command::create_first_admin(&open.store, &config.directory).await?;
    let notices = [demo, first].into_iter().flatten().collect();
    let limits = config.sign_in_limits;
    let delivery = PublicApi::new(open.store.clone(), site, config.delivery.clone()).await?;
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
    let drain = config.drain;
    Ok(Server { address, health, running, timers, worker_task, delivery, renderers, drain, open, notices })
}

/// Opens the database. If it is unavailable and there is a snapshot on disk, serves the snapshot until it can be opened.
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
    tracing::warn!(error = %failed, responses = known.count(), "database unavailable: serving the stale snapshot until it can be opened");
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

/// The kind of outage, if an outage is what failed.
fn outage_of(failed: &anyhow::Error) -> Option<OutageReason> {
    match failed.downcast_ref::<OpenError>()? {
        OpenError::Unreachable(_) => Some(OutageReason::Refused),
        OpenError::Timeout => Some(OutageReason::Timeout),
        _ => None,
    }
}

impl Server {
    /// The address that it listens on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The delivery API, for programs that embed the server.
    #[must_use]
    pub fn delivery(&self) -> &PublicApi {
        &self.delivery
    }

    /// The thread pool that renders bodies, for programs that embed the server.
    #[must_use]
    pub fn renderers(&self) -> &BlockingPool {
        &self.renderers
    }

    /// The connection pools, for programs that embed the server.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.open.store
    }

    /// Stops in order: reports draining, accepts no new connections, finishes the requests and jobs in progress, and closes the
    /// database. Once `force_shutdown` completes it waits for neither requests nor jobs; the database is closed cleanly all
    /// the same.
    ///
    /// # Errors
    /// When the embedded Postgres does not stop.
    pub async fn stop(self, force_shutdown: impl Future<Output = ()>) -> Result<()> {
        let force_shutdown = force_shutdown.shared();
        self.health.drain();
        // Event streams never end by themselves. Their clients reconnect to another server.
        self.delivery.close_event_streams();
        if let Some(worker_task) = &self.worker_task {
            worker_task.stop_claiming();
        }
        // A server on a loopback address has no load balancer in front.
        if !self.address.ip().is_loopback() {
            tokio::select! {
                () = tokio::time::sleep(self.drain) => {}
                () = force_shutdown.clone() => {}
            }
        }
        self.running.stop(force_shutdown.clone()).await;
        if let Some(worker_task) = self.worker_task {
            worker_task.finish(force_shutdown).await;
        }
        self.timers.abort();
        // Wait until the aborted timers have dropped their references to the database.
        let _aborted = self.timers.await;
        self.delivery.shut_down().await;
        match Arc::try_unwrap(self.open) {
            Ok(open) => open.close().await,
            Err(_) => Ok(()),
        }
    }
}

/// The site with the port that was bound, if its base URL was derived from a listen address with port 0.
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

/// Raises the soft limit of open files to the hard limit, because each connection needs a file descriptor and the usual
/// soft limit is 1,024.
fn raise_open_file_limit() {
    if let Err(error) = rlimit::increase_nofile_limit(u64::MAX) {
        tracing::warn!(%error, "limit of open files not raised: raise it with `ulimit -n` or LimitNOFILE");
    }
}

/// The database, for a notice.
pub(crate) fn describe_database(database: &Database) -> String {
    match database {
        Database::Embedded(directory) => format!("an embedded Postgres in {}", directory.display()),
        Database::External { .. } => "the database of DATABASE_URL".to_owned(),
    }
}

/// The signals that request a shutdown: SIGTERM and SIGINT.
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

/// Reads the signing keys periodically, so that a new key is known before it signs and a revoked one is refused soon.
async fn refresh_signing_keys(open: &OpenDatabase, editorial: &EditorialApi) {
    let mut interval = tokio::time::interval(SIGNING_KEY_REFRESH_INTERVAL);
    loop {
        interval.tick().await;
        let Ok(mut conn) = open.store.operations().await else { continue };
        if let Err(error) = editorial.rotate_signing_keys(&mut conn).await {
            tracing::warn!(%error, "signing keys not read: retrying, the known ones stay in use");
        }
    }
}

/// Runs the timers concurrently, because activating due schedules may take long and must not delay the pings.
pub(crate) async fn timers(open: Arc<OpenDatabase>) {
    tokio::join!(
        supervise_postgres(&open),
        schedules::activate(&open.store, POLL_INTERVAL),
        evict_unused_grammars()
    );
}

async fn evict_unused_grammars() {
    let mut interval = tokio::time::interval(GRAMMAR_EVICTION_INTERVAL);
    loop {
        interval.tick().await;
        api::evict_unused_grammars();
    }
}

/// Updates what the probes report besides the database: dropped log lines, and whether the schema is usable.
async fn watch_health(open: &OpenDatabase, delivery: &PublicApi, health: &Health) {
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

/// Checks that the queries of the delivery API work with the schema of the database.
async fn check_schema(store: &Store, health: &Health) {
    match store.read(store::schema_check::check_readable).await {
        Ok(()) => health.set_schema_usable(true),
        // The schema is unknown while the database is unavailable: keep the last result. `supervise_postgres` reports the
        // outage.
        Err(store::Error::Unavailable(_)) => {}
        Err(error) => {
            if health.is_schema_usable() {
                let remedy = "start the version that migrated it, or restart this one to migrate it";
                tracing::error!(%error, remedy, "database schema not readable by this version");
            }
            health.set_schema_usable(false);
        }
    }
}

/// Pings the database, and restarts the embedded Postgres when it has died.
async fn supervise_postgres(open: &Arc<OpenDatabase>) {
    let mut interval = tokio::time::interval(POLL_INTERVAL);
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        interval.tick().await;
        let answer = tokio::time::timeout(PING_TIMEOUT, ping(open)).await;
        match answer {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::warn!(%error, "database unavailable: the ping failed");
                restart_postgres(open).await;
            }
            Err(_) => tracing::warn!("database unavailable: the ping timed out"),
        }
    }
}

async fn ping(open: &OpenDatabase) -> Result<(), store::Error> {
    server_checks::ping(&mut open.store.operations().await?).await
}

async fn restart_postgres(open: &Arc<OpenDatabase>) {
    let shared = open.clone();
    let revived =
        tokio::task::spawn_blocking(move || shared.cluster.as_ref().map(cluster::Cluster::ensure_running));
    match revived.await {
        Ok(Some(Ok(true))) => tracing::warn!("embedded Postgres had died: restarted"),
        Ok(Some(Err(error))) => {
            tracing::error!(%error, "embedded Postgres not restarted: see postgres.log in the data directory")
        }
        Ok(Some(Ok(false)) | None) | Err(_) => {}
    }
}

fn bind_error(address: SocketAddr, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("{address} is taken by another process; stop it, or choose another address with --listen")
        }
        _ => format!("cannot listen on {address} ({error}); choose another address with --listen"),
    }
}

#[cfg(test)]
mod tests {
    use domain::{Locale, PathPattern};

    use super::*;

    #[test]
    fn the_base_url_gets_the_bound_port() {
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
