//! The effective configuration as `masthead config` prints it: one line a setting, secrets masked.

use std::time::Duration;

use domain::Locale;

use crate::config::{Config, Database, Worker, http};

/// A line for each setting, as an environment would set it.
pub(crate) fn config_lines(config: &Config) -> Vec<String> {
    let line = |(name, value): (&str, String)| format!("{name}={value}");
    let listen = [("MASTHEAD_LISTEN", config.listen.to_string())];
    let settings = listen.into_iter().chain(database(&config.database)).chain(site(config));
    settings.chain(serving(config)).map(line).chain(http::lines(&config.http)).collect()
}

fn database(database: &Database) -> Vec<(&'static str, String)> {
    let masked_or_empty = |url: &Option<String>| url.as_deref().map_or(String::new(), masked);
    match database {
        Database::Embedded(directory) => vec![("MASTHEAD_DATA_DIR", directory.display().to_string())],
        Database::External { url, delivery_url, replica_url } => vec![
            ("DATABASE_URL", masked(url)),
            ("DATABASE_DELIVERY_URL", masked_or_empty(delivery_url)),
            ("DATABASE_REPLICA_URL", masked_or_empty(replica_url)),
        ],
    }
}

fn site(config: &Config) -> Vec<(&'static str, String)> {
    let site = &config.site;
    let former = site.former_path_patterns.iter().map(|pattern| String::from(pattern.clone()));
    let locales = site.locales.iter().map(Locale::as_str);
    vec![
        ("MASTHEAD_SECRET", if config.secret.is_some() { "(set)".to_owned() } else { String::new() }),
        ("MASTHEAD_SITE_NAME", site.name.clone()),
        ("MASTHEAD_SITE_URL", site.base_url.clone()),
        ("MASTHEAD_SITE_PATH", String::from(site.path_pattern.clone())),
        ("MASTHEAD_FORMER_SITE_PATHS", former.collect::<Vec<_>>().join(",")),
        ("MASTHEAD_LOCALES", locales.collect::<Vec<_>>().join(",")),
        ("MASTHEAD_TIME_ZONE", site.time_zone.to_string()),
    ]
}

fn serving(config: &Config) -> Vec<(&'static str, String)> {
    let (jobs, delivery) = (&config.jobs, &config.delivery);
    let seconds = |duration: Duration| duration.as_secs().to_string();
    let timeout = (delivery.timeouts.probe_after + delivery.timeouts.probe).as_millis();
    let purge_urls = config.purge_urls.iter().map(|url| masked(url));
    vec![
        ("MASTHEAD_UNSAFE_DATABASE", if config.unsafe_database { "allow" } else { "refuse" }.to_owned()),
        ("MASTHEAD_NO_DEMO", (!config.demo).to_string()),
        ("MASTHEAD_WORKER", if config.worker == Worker::On { "on" } else { "off" }.to_owned()),
        ("MASTHEAD_JOB_LEASE_SECONDS", seconds(jobs.lease)),
        ("MASTHEAD_JOB_HEARTBEAT_SECONDS", seconds(jobs.heartbeat)),
        ("MASTHEAD_CACHE_MEBIBYTES", (delivery.cache_bytes >> 20).to_string()),
        ("MASTHEAD_PATIENCE_MILLISECONDS", timeout.to_string()),
        ("MASTHEAD_CACHE_TAGS", delivery.cache_tag_header.to_string()),
        ("MASTHEAD_FEED_TEXT", delivery.feed_text.to_string()),
        ("MASTHEAD_PURGE_URLS", purge_urls.collect::<Vec<_>>().join(",")),
        ("MASTHEAD_SECURITY_CONTACTS", config.security_contacts.0.join(",")),
        ("MASTHEAD_STALE_SECONDS", seconds(delivery.stale_ttl.refused)),
        ("MASTHEAD_CUT_OFF_SECONDS", seconds(delivery.stale_ttl.timed_out)),
    ]
}

/// Connection strings hold passwords in more than one place; only the host is shown.
fn masked(url: &str) -> String {
    let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    format!("(set{})", host.map_or(String::new(), |host| format!(", host {host}")))
}
