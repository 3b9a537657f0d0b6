//! The effective configuration. It is parsed once, and all errors are reported together.

pub(crate) mod config_lines;
pub(crate) mod http;

use std::env;
use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use api::{DatabaseTimeouts, DeliveryConfig, HttpConfig, Secret, SecurityContacts, SignInLimits, StaleTtl};
use domain::{Locale, PathPattern, Site, TimeZone};
use store::PoolSizes;
use url::Url;

use crate::cli::{Settings, Switch, UnsafeDatabase};
use crate::config::http::http;

/// The effective configuration.
#[derive(Debug, Clone)]
pub struct Config {
    /// The address and port to listen on.
    pub listen: SocketAddr,
    /// The database.
    pub database: Database,
    /// The publication.
    pub site: Site,
    /// Accept a database that may lose acknowledged work.
    pub unsafe_database: bool,
    /// How many connections each side may use.
    pub pools: PoolSizes,
    /// The configured secret, if any.
    pub secret: Option<Secret>,
    /// The data directory: the generated secret, the first password, the snapshot, and the embedded database.
    pub directory: PathBuf,
    /// The rate limits of sign-ins.
    pub sign_in_limits: SignInLimits,
    /// Load the demo publication into a new embedded database.
    pub demo: bool,
    /// Whether the server runs jobs.
    pub worker: Worker,
    /// The configuration of the job runner.
    pub jobs: worker::Config,
    /// The configuration of the delivery API and its response cache.
    pub delivery: DeliveryConfig,
    /// The edge caches to purge.
    pub purge_urls: Vec<String>,
    /// HTTP limits and trusted proxies.
    pub http: HttpConfig,
    /// Where to report vulnerabilities, for `security.txt`.
    pub security_contacts: SecurityContacts,
}

/// Whether `masthead serve` runs jobs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Worker {
    /// The server runs jobs too.
    On,
    /// Only `masthead work` runs jobs.
    Off,
}

/// The database to use.
#[derive(Debug, Clone)]
pub enum Database {
    /// The embedded Postgres in this directory.
    Embedded(PathBuf),
    /// An external Postgres.
    External {
        /// The connection string of the owner.
        url: String,
        /// The connection string of the reader role. Without it, the owner takes on the role with `SET ROLE` if it
        /// may.
        delivery_url: Option<String>,
        /// The connection string of a streaming replica, for reads of the delivery API.
        replica_url: Option<String>,
    },
}

impl Config {
    pub(crate) fn read(settings: Settings) -> Result<Self, Vec<String>> {
        let mut errors = ConfigErrors::default();
        let delivery = delivery(&settings, &mut errors);
        let http = http(&settings, &mut errors);
        let purge_urls = purge_urls(settings.purge_urls.as_deref().unwrap_or_default(), &mut errors);
        let contacts = settings.security_contacts.as_deref().unwrap_or_default();
        let security_contacts = security_contacts(contacts, &mut errors);
        let listen = errors.check("MASTHEAD_LISTEN", settings.listen.parse::<SocketAddr>());
        let base_url = site_url(settings.site_url, &settings.listen, &mut errors);
        let path_pattern = errors.check("MASTHEAD_SITE_PATH", PathPattern::try_from(settings.site_path));
        let former_path_patterns = former_path_patterns(settings.former_site_paths, &mut errors);
        let locales = settings.locales.split(',').map(|tag| Locale::try_from(tag.trim().to_owned()));
        let locales =
            errors.check("MASTHEAD_LOCALES", locales.collect::<Result<Vec<_>, _>>()).unwrap_or_default();
        let time_zone = errors.check("MASTHEAD_TIME_ZONE", TimeZone::try_from(settings.time_zone));
        let unsafe_database = settings.unsafe_database == UnsafeDatabase::Allow;
        let worker = if settings.worker == Switch::On { Worker::On } else { Worker::Off };
        let jobs = jobs(&settings.job_lease_seconds, &settings.job_heartbeat_seconds, &mut errors);
        let secret = settings.secret.filter(|secret| !secret.is_empty());
        let secret =
            errors.check("MASTHEAD_SECRET", secret.as_deref().map(Secret::parse).transpose()).flatten();
        let directory = settings.data_dir.unwrap_or_else(default_data_dir);
        let snapshot_path = Some(directory.join("last-known.jsonl"));
        let urls = [settings.database_url, settings.database_delivery_url, settings.database_replica_url];
        let database = database(urls, &directory, &mut errors);
        match (listen, path_pattern, locales.first().cloned(), errors.0.is_empty()) {
            (Some(listen), Some(path_pattern), Some(default_locale), true) => Ok(Self {
                listen,
                database,
                site: Site {
                    name: settings.site_name,
                    base_url,
                    path_pattern,
                    former_path_patterns,
                    default_locale,
                    locales,
                    time_zone: time_zone.unwrap_or(TimeZone::utc()),
                },
                unsafe_database,
                secret,
                directory,
                sign_in_limits: SignInLimits::default(),
                pools: PoolSizes { delivery: 8, editorial: 8, operations: 4 },
                demo: !settings.no_demo,
                worker,
                jobs,
                delivery: DeliveryConfig { snapshot_path, ..delivery },
                purge_urls,
                http,
                security_contacts,
            }),
            _ => Err(errors.0),
        }
    }
}

#[derive(Default)]
struct ConfigErrors(Vec<String>);

impl ConfigErrors {
    fn check<T, E: std::fmt::Display>(&mut self, name: &str, value: Result<T, E>) -> Option<T> {
        value.map_err(|error| self.0.push(format!("{name}: {error}"))).ok()
    }

    /// Adds an error.
    fn push(&mut self, name: &str, detail: &str) {
        self.0.push(format!("{name}: {detail}"));
    }
}

fn site_url(given: Option<String>, listen: &str, errors: &mut ConfigErrors) -> String {
    let text = given.unwrap_or_else(|| format!("http://{listen}"));
    match Url::parse(&text) {
        Ok(url)
            if matches!(url.scheme(), "http" | "https")
                && url.query().is_none()
                && url.fragment().is_none() =>
        {
            // Every published URL begins with this one, so a password in it would be published too.
            if !url.username().is_empty() || url.password().is_some() {
                errors.push("MASTHEAD_SITE_URL", "it must not contain a user name or password");
            }
        }
        Ok(_) | Err(_) => {
            errors.push("MASTHEAD_SITE_URL", "it is an address such as https://example.org");
        }
    }
    text.trim_end_matches('/').to_owned()
}

/// The former path patterns, separated by commas or white space.
fn former_path_patterns(given: Option<String>, errors: &mut ConfigErrors) -> Vec<PathPattern> {
    let given = given.unwrap_or_default();
    let patterns = given.split(|c: char| c == ',' || c.is_whitespace()).filter(|pattern| !pattern.is_empty());
    let parse = |pattern: &str| {
        PathPattern::try_from(pattern.to_owned()).map_err(|invalid| format!("`{pattern}`: {invalid}"))
    };
    let patterns = patterns.map(parse).collect::<Result<Vec<_>, _>>();
    errors.check("MASTHEAD_FORMER_SITE_PATHS", patterns).unwrap_or_default()
}

/// The database from the three connection strings: owner, reader, replica.
fn database(urls: [Option<String>; 3], directory: &Path, errors: &mut ConfigErrors) -> Database {
    let names = ["DATABASE_URL", "DATABASE_DELIVERY_URL", "DATABASE_REPLICA_URL"];
    let has_first = urls.first().is_some_and(Option::is_some);
    for (name, url) in names.into_iter().zip(&urls) {
        let Some(url) = url else { continue };
        if !url.starts_with("postgres") && !url.contains('=') {
            errors.push(name, "it begins with postgres://, or consists of key=value pairs");
        }
        if !has_first {
            errors.push(name, "it goes with DATABASE_URL, which is not set");
        }
    }
    match urls {
        [Some(url), delivery_url, replica_url] => Database::External { url, delivery_url, replica_url },
        [None, ..] => Database::Embedded(directory.to_owned()),
    }
}

fn jobs(lease: &str, heartbeat: &str, errors: &mut ConfigErrors) -> worker::Config {
    let usual = worker::Config::default();
    let lease = errors.check("MASTHEAD_JOB_LEASE_SECONDS", lease.parse().map(Duration::from_secs));
    let heartbeat =
        errors.check("MASTHEAD_JOB_HEARTBEAT_SECONDS", heartbeat.parse().map(Duration::from_secs));
    let (lease, heartbeat) = (lease.unwrap_or(usual.lease), heartbeat.unwrap_or(usual.heartbeat));
    if heartbeat.is_zero() || lease < heartbeat * 2 {
        let detail = "it is at least 1, and at most half of MASTHEAD_JOB_LEASE_SECONDS";
        errors.push("MASTHEAD_JOB_HEARTBEAT_SECONDS", detail);
    }
    worker::Config { lease, heartbeat, ..usual }
}

fn delivery(settings: &Settings, errors: &mut ConfigErrors) -> DeliveryConfig {
    let usual = DeliveryConfig::default();
    let mebibytes = errors.check("MASTHEAD_CACHE_MEBIBYTES", settings.cache_mebibytes.parse::<u32>());
    let mut seconds = |name, text: &str| errors.check(name, text.parse::<u32>().map(u64::from));
    let stale = seconds("MASTHEAD_STALE_SECONDS", &settings.stale_seconds).map(Duration::from_secs);
    let cut_off = seconds("MASTHEAD_CUT_OFF_SECONDS", &settings.cut_off_seconds).map(Duration::from_secs);
    let timeouts =
        errors.check("MASTHEAD_PATIENCE_MILLISECONDS", settings.patience_milliseconds.parse::<u32>());
    DeliveryConfig {
        cache_tag_header: settings.cache_tags.into(),
        feed_text: settings.feed_text.into(),
        timeouts: timeouts.map_or(usual.timeouts, |milliseconds| {
            DatabaseTimeouts::from_total(Duration::from_millis(milliseconds.into()))
        }),
        cache_bytes: mebibytes.map_or(usual.cache_bytes, |mebibytes| u64::from(mebibytes) << 20),
        stale_ttl: StaleTtl {
            refused: stale.unwrap_or(usual.stale_ttl.refused),
            timed_out: cut_off.unwrap_or(usual.stale_ttl.timed_out),
        },
        ..usual
    }
}

fn purge_urls(text: &str, errors: &mut ConfigErrors) -> Vec<String> {
    let urls: Vec<&str> = text.split(',').map(str::trim).filter(|url| !url.is_empty()).collect();
    let is_good = |url: &&str| Url::parse(url).is_ok_and(|url| url.scheme() == "http");
    if !urls.iter().all(is_good) {
        errors.push(
            "MASTHEAD_PURGE_URLS",
            "they are addresses such as http://varnish:6081/, without TLS, separated by commas",
        );
    }
    urls.into_iter().map(str::to_owned).collect()
}

fn security_contacts(text: &str, errors: &mut ConfigErrors) -> SecurityContacts {
    let contacts: Vec<&str> = text.split(',').map(str::trim).filter(|contact| !contact.is_empty()).collect();
    let is_contact = |contact: &&str| {
        Url::parse(contact).is_ok_and(|url| matches!(url.scheme(), "mailto" | "https" | "tel"))
            && contact.is_ascii()
    };
    if !contacts.iter().all(is_contact) {
        errors.push(
            "MASTHEAD_SECURITY_CONTACTS",
            "it is a list, separated by commas, of URIs such as mailto:security@example.org or https://example.org/report",
        );
    }
    SecurityContacts(contacts.into_iter().map(str::to_owned).collect())
}

fn default_data_dir() -> PathBuf {
    // The account that Postgres runs as cannot enter root's home directory.
    let is_root = std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0);
    if is_root {
        return PathBuf::from("/var/lib/masthead");
    }
    env::current_dir().unwrap_or_default().join("masthead-data")
}
