//! The effective configuration. It is parsed once, and all errors are reported together.

pub(crate) mod config_lines;
pub(crate) mod http;

use std::env;
use std::net::SocketAddr;
use std::ops::RangeInclusive;
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
    /// How long a server keeps serving after `/readyz` turned to draining, so that load balancers notice.
    pub drain: Duration,
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
        let site = site(&settings, &mut errors);
        let jobs = jobs(&settings, &mut errors);
        let pools = pools(&settings, &mut errors);
        let sign_in_limits = sign_in_limits(&settings, &mut errors);
        let drain = errors.seconds("MASTHEAD_DRAIN_SECONDS", &settings.drain_seconds, 0);
        let secret = settings.secret.filter(|secret| !secret.is_empty());
        let secret =
            errors.check("MASTHEAD_SECRET", secret.as_deref().map(Secret::parse).transpose()).flatten();
        let directory = settings.data_dir.unwrap_or_else(default_data_dir);
        let urls = [settings.database_url, settings.database_delivery_url, settings.database_replica_url];
        let database = database(urls, &directory, &mut errors);
        match (listen, site, errors.0.is_empty()) {
            (Some(listen), Some(site), true) => Ok(Self {
                listen,
                database,
                site,
                unsafe_database: settings.unsafe_database == UnsafeDatabase::Allow,
                pools,
                secret,
                sign_in_limits,
                demo: !settings.no_demo,
                worker: if settings.worker == Switch::On { Worker::On } else { Worker::Off },
                jobs,
                drain,
                delivery: DeliveryConfig {
                    snapshot_path: Some(directory.join("last-known.jsonl")),
                    ..delivery
                },
                directory,
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

    /// Parses a whole number. Returns the smallest one after an error.
    fn number(&mut self, name: &str, text: &str, range: RangeInclusive<u32>) -> u32 {
        let (min, max) = (*range.start(), *range.end());
        let number = text.parse().ok().filter(|number| range.contains(number));
        number.unwrap_or_else(|| {
            let bounds =
                if max == u32::MAX { format!("of at least {min}") } else { format!("from {min} to {max}") };
            self.push(name, &format!("must be a whole number {bounds}"));
            min
        })
    }

    /// Parses a number of seconds.
    fn seconds(&mut self, name: &str, text: &str, min: u32) -> Duration {
        Duration::from_secs(self.number(name, text, min..=u32::MAX).into())
    }

    /// Parses a number of things, of which there must be one.
    fn count(&mut self, name: &str, text: &str) -> usize {
        usize::try_from(self.number(name, text, 1..=u32::MAX)).unwrap_or(usize::MAX)
    }
}

fn site(settings: &Settings, errors: &mut ConfigErrors) -> Option<Site> {
    let base_url = site_url(settings.site_url.clone(), &settings.listen, errors);
    let path_pattern = errors.check("MASTHEAD_SITE_PATH", PathPattern::try_from(settings.site_path.clone()));
    let former_path_patterns = former_path_patterns(settings.former_site_paths.as_deref(), errors);
    let locales = settings.locales.split(',').map(|tag| Locale::try_from(tag.trim().to_owned()));
    let locales = errors.check("MASTHEAD_LOCALES", locales.collect::<Result<Vec<_>, _>>());
    let time_zone = errors.check("MASTHEAD_TIME_ZONE", TimeZone::try_from(settings.time_zone.clone()));
    let locales = locales?;
    Some(Site {
        name: settings.site_name.clone(),
        base_url,
        path_pattern: path_pattern?,
        former_path_patterns,
        default_locale: locales.first()?.clone(),
        locales,
        time_zone: time_zone?,
    })
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
                errors.push("MASTHEAD_SITE_URL", "must not contain a user name or password");
            }
        }
        Ok(_) | Err(_) => {
            errors.push("MASTHEAD_SITE_URL", "must be a URL such as https://example.org");
        }
    }
    text.trim_end_matches('/').to_owned()
}

/// The former path patterns, separated by commas or white space.
fn former_path_patterns(given: Option<&str>, errors: &mut ConfigErrors) -> Vec<PathPattern> {
    let patterns = given
        .unwrap_or_default()
        .split(|c: char| c == ',' || c.is_whitespace())
        .filter(|pattern| !pattern.is_empty());
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
            errors.push(name, "must begin with postgres://, or consist of key=value pairs");
        }
        if !has_first {
            errors.push(name, "requires DATABASE_URL, which is not set");
        }
    }
    match urls {
        [Some(url), delivery_url, replica_url] => Database::External { url, delivery_url, replica_url },
        [None, ..] => Database::Embedded(directory.to_owned()),
    }
}

fn pools(settings: &Settings, errors: &mut ConfigErrors) -> PoolSizes {
    PoolSizes {
        delivery: errors.count("MASTHEAD_DELIVERY_CONNECTIONS", &settings.delivery_connections),
        editorial: errors.count("MASTHEAD_EDITORIAL_CONNECTIONS", &settings.editorial_connections),
        operations: errors.count("MASTHEAD_OPERATIONS_CONNECTIONS", &settings.operations_connections),
    }
}

fn jobs(settings: &Settings, errors: &mut ConfigErrors) -> worker::Config {
    let earlier_errors = errors.0.len();
    let lease = errors.seconds("MASTHEAD_JOB_LEASE_SECONDS", &settings.job_lease_seconds, 2);
    let heartbeat = errors.seconds("MASTHEAD_JOB_HEARTBEAT_SECONDS", &settings.job_heartbeat_seconds, 1);
    if errors.0.len() == earlier_errors && lease < heartbeat * 2 {
        errors.push("MASTHEAD_JOB_HEARTBEAT_SECONDS", "must be at most half of MASTHEAD_JOB_LEASE_SECONDS");
    }
    worker::Config {
        lease,
        heartbeat,
        grace: errors.seconds("MASTHEAD_JOB_GRACE_SECONDS", &settings.job_grace_seconds, 0),
        concurrency: errors.count("MASTHEAD_JOB_CONCURRENCY", &settings.job_concurrency),
        ..worker::Config::default()
    }
}

fn sign_in_limits(settings: &Settings, errors: &mut ConfigErrors) -> SignInLimits {
    let mut number = |name, text: &str, max| errors.number(name, text, 1..=max);
    let refill = number("MASTHEAD_SIGN_IN_SECONDS", &settings.sign_in_seconds, 86_400);
    SignInLimits {
        per_account: number("MASTHEAD_SIGN_INS_PER_ACCOUNT", &settings.sign_ins_per_account, u32::MAX),
        per_address: number("MASTHEAD_SIGN_INS_PER_ADDRESS", &settings.sign_ins_per_address, u32::MAX),
        refill_milliseconds: refill * 1_000,
    }
}

fn delivery(settings: &Settings, errors: &mut ConfigErrors) -> DeliveryConfig {
    let all = 0..=u32::MAX;
    let timeout =
        errors.number("MASTHEAD_PATIENCE_MILLISECONDS", &settings.patience_milliseconds, all.clone());
    let mebibytes = errors.number("MASTHEAD_CACHE_MEBIBYTES", &settings.cache_mebibytes, all);
    DeliveryConfig {
        cache_tag_header: settings.cache_tags.into(),
        feed_text: settings.feed_text.into(),
        timeouts: DatabaseTimeouts::from_total(Duration::from_millis(timeout.into())),
        cache_bytes: u64::from(mebibytes) << 20,
        stale_ttl: StaleTtl {
            refused: errors.seconds("MASTHEAD_STALE_SECONDS", &settings.stale_seconds, 0),
            timed_out: errors.seconds("MASTHEAD_CUT_OFF_SECONDS", &settings.cut_off_seconds, 0),
        },
        ..DeliveryConfig::default()
    }
}

fn purge_urls(text: &str, errors: &mut ConfigErrors) -> Vec<String> {
    let urls: Vec<&str> = text.split(',').map(str::trim).filter(|url| !url.is_empty()).collect();
    let is_good = |url: &&str| Url::parse(url).is_ok_and(|url| url.scheme() == "http");
    if !urls.iter().all(is_good) {
        errors.push(
            "MASTHEAD_PURGE_URLS",
            "must be URLs such as http://varnish:6081/, without TLS, separated by commas",
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
            "must be URIs such as mailto:security@example.org or https://example.org/report, separated by commas",
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

#[cfg(test)]
mod tests {
    use clap::{ArgMatches, CommandFactory, FromArgMatches};

    use super::*;
    use crate::cli::Cli;
    use crate::config::config_lines::config_lines;

    fn parse(flags: &[&str]) -> (Result<Config, Vec<String>>, ArgMatches) {
        let matches = Cli::command().get_matches_from([&["masthead", "config"], flags].concat());
        (Config::read(Cli::from_arg_matches(&matches).unwrap().settings), matches)
    }

    fn read(flags: &[&str]) -> Result<Config, Vec<String>> {
        parse(flags).0
    }

    #[test]
    fn an_invalid_number_is_one_error_that_names_its_variable() {
        let command = Cli::command();
        let is_number = |default: &&clap::Arg| {
            default.get_default_values().iter().any(|text| text.to_string_lossy().parse::<u32>().is_ok())
        };
        let numbers: Vec<&clap::Arg> = command.get_arguments().filter(is_number).collect();
        assert!(numbers.len() > 15);
        for argument in numbers {
            let flag = format!("--{}", argument.get_long().unwrap());
            let variable = argument.get_env().unwrap().to_str().unwrap();
            for wrong in ["x", "4294967296", "1.5"] {
                let errors = read(&[&flag, wrong]).unwrap_err();
                let [error] = errors.as_slice() else { panic!("{flag} {wrong}: {errors:?}") };
                assert!(error.starts_with(&format!("{variable}: must be a whole number ")), "{error}");
            }
        }
        for flag in ["--delivery-connections", "--editorial-connections", "--operations-connections"] {
            assert!(read(&[flag, "0"]).unwrap_err()[0].ends_with("must be a whole number of at least 1"));
        }
    }

    #[test]
    fn every_setting_is_printed() {
        let (config, matches) = parse(&[
            "--delivery-connections",
            "3",
            "--no-demo",
            "--former-site-paths",
            "/{slug}.html, /a/{slug}",
        ]);
        let lines = config_lines(&config.unwrap(), &matches);
        for line in [
            "MASTHEAD_DELIVERY_CONNECTIONS=3",
            "MASTHEAD_FORMER_SITE_PATHS=/{slug}.html,/a/{slug}",
            "MASTHEAD_NO_DEMO=true",
        ] {
            assert!(lines.iter().any(|printed| printed == line), "{lines:?}");
        }
        for argument in Cli::command().get_arguments() {
            let Some(variable) = argument.get_env().and_then(|variable| variable.to_str()) else { continue };
            let is_database = variable.starts_with("DATABASE_");
            let is_printed = lines.iter().any(|line| line.starts_with(&format!("{variable}=")));
            assert!(is_database || is_printed, "{variable} is not printed");
        }
    }
}
