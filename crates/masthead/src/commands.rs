//! The commands that do one thing and end.
#![expect(clippy::print_stdout, reason = "what a command finds out is its output")]

use std::process::ExitCode;

use anyhow::Result;
use store::{migrations, roles, safety};

use crate::cli::Document;
use crate::config::{Config, Database, Worker};
use crate::database;

/// `masthead migrate`.
pub(crate) async fn migrate(config: Config, check: bool) -> Result<ExitCode> {
    if check {
        let (access, cluster, _) = database::reach(&config).await?;
        let pending = migrations::pending(&access.owner).await?;
        for name in &pending {
            println!("pending: {name}");
        }
        println!("{} pending", pending.len());
        if let Some(cluster) = cluster {
            cluster.close()?;
        }
        return Ok(if pending.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) });
    }
    let open = database::open(&config).await?;
    for name in &open.migrated {
        println!("applied: {name}");
    }
    println!("{} applied", open.migrated.len());
    open.close().await?;
    Ok(ExitCode::SUCCESS)
}

/// `masthead openapi`.
pub(crate) fn openapi(document: Document) -> Result<ExitCode> {
    match document {
        Document::Delivery => print!("{}", api::openapi::delivery()),
        Document::Editorial => print!("{}", api::openapi::editorial()),
    }
    Ok(ExitCode::SUCCESS)
}

/// `masthead config`.
pub(crate) fn show_config(config: &Config) -> Result<ExitCode> {
    println!("MASTHEAD_LISTEN={}", config.listen);
    match &config.database {
        Database::Embedded(directory) => println!("MASTHEAD_DATA_DIR={}", directory.display()),
        Database::External { url, delivery_url, replica_url } => {
            println!("DATABASE_URL={}", masked(url));
            println!("DATABASE_DELIVERY_URL={}", delivery_url.as_deref().map_or(String::new(), masked));
            println!("DATABASE_REPLICA_URL={}", replica_url.as_deref().map_or(String::new(), masked));
        }
    }
    println!("MASTHEAD_SECRET={}", if config.secret.is_some() { "(set)" } else { "" });
    let site = &config.site;
    println!("MASTHEAD_SITE_NAME={}", site.name);
    println!("MASTHEAD_SITE_URL={}", site.base_url);
    println!("MASTHEAD_SITE_PATH={}", String::from(site.path_pattern.clone()));
    let locales: Vec<&str> = site.locales.iter().map(domain::Locale::as_str).collect();
    println!("MASTHEAD_LOCALES={}", locales.join(","));
    println!("MASTHEAD_UNSAFE_DATABASE={}", if config.unsafe_database { "allow" } else { "refuse" });
    println!("MASTHEAD_NO_DEMO={}", !config.demo);
    println!("MASTHEAD_WORKER={}", if config.worker == Worker::On { "on" } else { "off" });
    println!("MASTHEAD_JOB_LEASE_SECONDS={}", config.jobs.lease.as_secs());
    println!("MASTHEAD_JOB_HEARTBEAT_SECONDS={}", config.jobs.heartbeat.as_secs());
    println!("MASTHEAD_CACHE_MEBIBYTES={}", config.delivery.cache_bytes >> 20);
    let patience = config.delivery.patience;
    println!("MASTHEAD_PATIENCE_MILLISECONDS={}", (patience.doubt + patience.answer).as_millis());
    println!("MASTHEAD_CACHE_TAGS={}", config.delivery.tags);
    println!("MASTHEAD_FEED_TEXT={}", config.delivery.feed_text);
    println!(
        "MASTHEAD_PURGE_URLS={}",
        config.purge_urls.iter().map(|url| masked(url)).collect::<Vec<_>>().join(",")
    );
    println!("MASTHEAD_SECURITY_CONTACTS={}", config.security_contacts.0.join(","));
    println!("MASTHEAD_STALE_SECONDS={}", config.delivery.stale_for.database_down.as_secs());
    println!("MASTHEAD_CUT_OFF_SECONDS={}", config.delivery.stale_for.cut_off.as_secs());
    Ok(ExitCode::SUCCESS)
}

/// Connection strings hold passwords in more than one place; only the host is shown.
fn masked(url: &str) -> String {
    let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    format!("(set{})", host.map_or(String::new(), |host| format!(", host {host}")))
}

/// `masthead doctor`.
pub(crate) async fn doctor(config: Config) -> Result<ExitCode> {
    let (access, cluster, wall) = database::reach(&config).await?;
    println!("ok: the database answers");
    let mut sound = true;
    let mut finding = |good: bool, text: String| {
        println!("{}: {text}", if good { "ok" } else { "bad" });
        sound &= good;
    };
    match safety::check_durability(&access.owner).await {
        Ok(()) => finding(true, "what is acknowledged is kept".to_owned()),
        Err(error) => finding(false, error.to_string()),
    }
    match migrations::pending(&access.owner).await {
        Ok(pending) if pending.is_empty() => finding(true, "the schema is up to date".to_owned()),
        Ok(pending) => {
            finding(false, format!("{} migrations are pending; run `masthead migrate`", pending.len()))
        }
        Err(error) => finding(false, error.to_string()),
    }
    if let Some(replica) = &access.replica {
        match safety::lag(&access.reader, replica).await {
            Ok(Some(acts)) => finding(true, format!("the replica answers, and is {acts} acts behind")),
            Ok(None) => finding(false, "the replica does not follow this database".to_owned()),
            Err(error) => finding(false, format!("the replica: {error}")),
        }
    }
    let open_tables = roles::tables_open_to(&access.reader).await?;
    match (open_tables.is_empty(), wall) {
        (true, true) => finding(true, "the delivery side sees public views and nothing else".to_owned()),
        (true, false) => println!(
            "note: the wall is weaker: the delivery side takes its role on by itself; set DATABASE_DELIVERY_URL"
        ),
        (false, _) => finding(false, format!("the delivery side can read {}", open_tables.join(", "))),
    }
    if let Some(cluster) = cluster {
        cluster.close()?;
    }
    Ok(if sound { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
