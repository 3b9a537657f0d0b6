//! Opens the database, embedded or external, in the same way for every command.

use anyhow::{Context, Result, bail};
use cluster::Cluster;
use domain::TimeZone;
use store::time_zone::{Precedence, ZoneChange};
use store::write::WriteContext;
use store::{Access, Store, migrations, roles, server_checks, time_zone};

use crate::config::{Config, Database};
use crate::output;

/// An open database. Closing it stops the embedded Postgres, unless other processes use it.
pub(crate) struct OpenDatabase {
    pub(crate) store: Store,
    pub(crate) cluster: Option<Cluster>,
    /// Whether the delivery API signs in as the reader role, which can read public views only.
    pub(crate) reader_is_isolated: bool,
    pub(crate) migrated: Vec<String>,
}

/// Connects, applies pending migrations, and creates the connection pools.
pub(crate) async fn open(config: &Config) -> Result<OpenDatabase> {
    let (access, cluster, reader_is_isolated) = connect(config).await?;
    if !config.unsafe_database {
        server_checks::check_durability(&access.owner).await?;
    }
    let migrated = migrations::run(&access.owner).await?;
    let store = Store::new(&access)?;
    Ok(OpenDatabase { store, cluster, reader_is_isolated, migrated })
}

/// Opens the database for a command, and closes it afterwards, also if the command fails.
pub(crate) async fn with_open<T>(
    config: &Config,
    command: impl AsyncFnOnce(&OpenDatabase) -> Result<T>,
) -> Result<T> {
    let open = open(config).await?;
    let done = command(&open).await;
    open.close().await?;
    done
}

/// Finds or starts the database without migrating it. The flag tells whether the reader signs in by itself.
pub(crate) async fn connect(config: &Config) -> Result<(store::Config, Option<Cluster>, bool)> {
    match &config.database {
        Database::Embedded(directory) => {
            let cluster = open_cluster(directory.clone()).await?;
            let access = |user: &str, database: &str| Access {
                url: format!("host='{}' user={user} dbname={database}", cluster.socket_directory().display()),
                role: None,
            };
            roles::create_roles_and_database(&access(cluster::SUPERUSER, "postgres")).await?;
            let [owner, writer, reader] =
                [roles::OWNER, roles::WRITER, roles::READER].map(|role| access(role, "masthead"));
            let pools = config.pools;
            Ok((store::Config { owner, writer, reader, replica: None, pools }, Some(cluster), true))
        }
        Database::External { url, delivery_url, replica_url } => {
            let owner = Access { url: url.clone(), role: None };
            let has_roles = roles::create_roles_if_permitted(&owner).await?;
            let role = |name: &str| has_roles.then(|| name.to_owned());
            let writer = Access { url: url.clone(), role: role(roles::WRITER) };
            // If DATABASE_DELIVERY_URL signs in as the reader role, so does DATABASE_REPLICA_URL.
            let reader_is_isolated = delivery_url.is_some();
            let as_reader = |url: &String| Access {
                url: url.clone(),
                role: (!reader_is_isolated).then(|| role(roles::READER)).flatten(),
            };
            let reader = as_reader(delivery_url.as_ref().unwrap_or(url));
            let replica = replica_url.as_ref().map(as_reader);
            Ok((
                store::Config { owner, writer, reader, replica, pools: config.pools },
                None,
                reader_is_isolated,
            ))
        }
    }
}

impl OpenDatabase {
    /// Logs a warning if the delivery API shares the connection string of the owner and only takes on the reader role.
    pub(crate) fn warn_if_reader_is_not_isolated(&self) {
        if !self.reader_is_isolated {
            tracing::warn!(
                "delivery API uses the connection of DATABASE_URL, with the reader role only if that login may take it: set DATABASE_DELIVERY_URL to isolate it"
            );
        }
    }

    /// Applies the configured time zone, unless `precedence` keeps the one in effect. Closes the database if Postgres does not
    /// know the zone.
    pub(crate) async fn apply_time_zone(self, config: &Config, precedence: Precedence) -> Result<Self> {
        match apply_time_zone(&self.store, &config.site.time_zone, precedence).await {
            Ok(()) => Ok(self),
            Err(failed) => {
                self.close().await?;
                Err(failed)
            }
        }
    }

    pub(crate) async fn close(self) -> Result<()> {
        self.store.close();
        let Some(cluster) = self.cluster else { return Ok(()) };
        tokio::task::spawn_blocking(|| cluster.close()).await.context("stopping Postgres")??;
        Ok(())
    }
}

pub(crate) async fn apply_time_zone(store: &Store, zone: &TimeZone, precedence: Precedence) -> Result<()> {
    let context = WriteContext::for_program("masthead", &uuid::Uuid::now_v7().to_string());
    let mut conn = store.editorial().await?;
    match time_zone::apply(&mut conn, &context, zone, precedence).await? {
        ZoneChange::Unchanged => Ok(()),
        ZoneChange::Changed(sequence) => {
            tracing::info!(%zone, sequence, "time zone changed: archive recounted");
            Ok(())
        }
        ZoneChange::Unknown => bail!(
            "MASTHEAD_TIME_ZONE: Postgres does not know the time zone `{zone}`; use an IANA name such as Europe/Berlin"
        ),
    }
}

async fn open_cluster(data_directory: std::path::PathBuf) -> Result<Cluster> {
    let login_roles = [roles::OWNER, roles::WRITER, roles::READER].map(str::to_owned).to_vec();
    let config = cluster::Config { login_roles, ..cluster::Config::new(data_directory) };
    let opened = tokio::task::spawn_blocking(move || {
        Cluster::open(&config, &|step| output::eprint_line(format_args!("masthead: {step} …")))
    });
    Ok(opened.await.context("starting Postgres")??)
}
