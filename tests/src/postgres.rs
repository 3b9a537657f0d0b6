//! One throwaway Postgres cluster per process, and in it a database for each test, cloned from a migrated template; also
//! a cluster with a streaming replica.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use cluster::{Durability, SUPERUSER, TemporaryCluster};
use masthead::Database;
use store::{Access, roles, testing};
use tokio::sync::OnceCell;

use crate::eventually;

const TEMPLATE: &str = "template_masthead";

/// A database used by one test only. It is never dropped by itself: the whole cluster is deleted when the process ends.
#[derive(Clone)]
pub struct TestDatabase {
    /// The directory that holds the Unix socket of the cluster.
    socket: PathBuf,
    name: String,
}

/// A database on its own cluster, and a streaming replica of it.
pub struct ReplicatedDatabase {
    pub database: TestDatabase,
    pub replica: TestDatabase,
    // Declared before the primary, so that the replica is stopped first: fields are dropped in order.
    _replica_cluster: TemporaryCluster,
    primary: Arc<TemporaryCluster>,
}

impl TestDatabase {
    /// Clones an empty database with the current schema.
    pub async fn new() -> Self {
        ensure_template().await;
        Self::clone_of(cluster_socket(), TEMPLATE).await
    }

    /// Clones this database. Nobody may be connected to it meanwhile.
    pub async fn duplicate(&self) -> Self {
        Self::clone_of(self.socket.clone(), &self.name).await
    }

    /// A database with what `pg_dump --inserts` wrote of another.
    pub async fn from_dump(dump: &str) -> Self {
        // It makes the roles that the dump grants rights to.
        ensure_template().await;
        let database = Self::clone_of(cluster_socket(), "template0").await;
        testing::execute(&database.access(SUPERUSER), dump).await.unwrap();
        database
    }

    async fn clone_of(socket: PathBuf, template: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        testing::clone_template(&access(&socket, SUPERUSER, "postgres"), template, &name).await.unwrap();
        Self { socket, name }
    }

    /// Clones this database while servers use it: their sessions are terminated first.
    pub async fn backup(&self) -> Self {
        self.close_and_terminate_sessions().await;
        let backup = Self::clone_of(self.socket.clone(), &self.name).await;
        self.allow_connections(true).await;
        backup
    }

    /// Replaces this database by a backup while servers use it.
    pub async fn restore(&self, backup: &Self) {
        self.close_and_terminate_sessions().await;
        let superuser = access(&self.socket, SUPERUSER, "postgres");
        testing::execute(&superuser, &format!("DROP DATABASE {} WITH (FORCE)", self.name)).await.unwrap();
        testing::clone_template(&superuser, &backup.name, &self.name).await.unwrap();
    }

    /// Refuses new connections and terminates the existing ones.
    async fn close_and_terminate_sessions(&self) {
        self.allow_connections(false).await;
        let end = format!(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{}'",
            self.name
        );
        testing::execute(&access(&self.socket, SUPERUSER, "postgres"), &end).await.unwrap();
    }

    async fn allow_connections(&self, is_allowed: bool) {
        let allow = format!("ALTER DATABASE {} ALLOW_CONNECTIONS {is_allowed}", self.name);
        testing::execute(&access(&self.socket, SUPERUSER, "postgres"), &allow).await.unwrap();
    }

    /// A digest of the rows of each table, to check that a request changed nothing. Rows that servers write by themselves,
    /// such as instance heartbeats and periodic jobs, are left out.
    pub async fn content_digests(&self) -> Vec<String> {
        static DIGESTED_TABLES: OnceCell<Vec<String>> = OnceCell::const_new();
        let owner = self.access(roles::OWNER);
        let tables =
            DIGESTED_TABLES.get_or_init(async || testing::texts(&owner, TABLES).await.unwrap()).await;
        let digest = |table: &String| {
            let rows = if table == "operations.jobs" { "key IS NULL" } else { "true" };
            format!(
                "SELECT '{table} ' || md5(coalesce(string_agg(row::text, ' ' ORDER BY row::text), '')) AS text \
                 FROM {table} AS row WHERE {rows}"
            )
        };
        let digests: Vec<String> = tables.iter().map(digest).collect();
        testing::texts(&owner, &digests.join(" UNION ALL ")).await.unwrap()
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// The connection string for this database as a role.
    pub fn access(&self, role: &str) -> Access {
        access(&self.socket, role, &self.name)
    }

    /// The directory that holds the Unix socket of the cluster.
    pub fn socket(&self) -> &Path {
        &self.socket
    }
}

impl ReplicatedDatabase {
    /// Starts a primary with an empty migrated database, and a replica.
    pub async fn new() -> Self {
        // Full durability, because tests crash this cluster and expect acknowledged writes to survive.
        let primary = TemporaryCluster::start(Durability::Full, 200, &ROLES).unwrap();
        make_template(&primary.socket_directory()).await;
        let database = TestDatabase::clone_of(primary.socket_directory(), TEMPLATE).await;
        let replica_cluster = primary.replica().unwrap();
        let replica = TestDatabase { socket: replica_cluster.socket_directory(), ..database.clone() };
        Self { database, replica, _replica_cluster: replica_cluster, primary: Arc::new(primary) }
    }

    /// The configuration of a server that uses both. The closures may redirect connections, for example through a
    /// [`FaultProxy`](crate::FaultProxy).
    pub fn external_database(
        &self,
        to_primary: impl Fn(&Access) -> Access,
        to_replica: impl Fn(&Access) -> Access,
    ) -> Database {
        let [owner, reader] =
            [roles::OWNER, roles::READER].map(|role| to_primary(&self.database.access(role)));
        let replica = to_replica(&self.replica.access(roles::READER));
        Database::External { url: owner.url, delivery_url: Some(reader.url), replica_url: Some(replica.url) }
    }

    /// Crashes the primary (no shutdown checkpoint) and starts it again.
    pub async fn crash(&self) {
        let primary = self.primary.clone();
        tokio::task::spawn_blocking(move || primary.crash().unwrap()).await.unwrap();
    }

    /// Pauses WAL replay, so that the replica lags behind the primary until [`resume_replay`](Self::resume_replay).
    pub async fn pause_replay(&self) {
        self.execute_on_replica("SELECT pg_wal_replay_pause()").await;
        let paused = "SELECT pg_get_wal_replay_pause_state() AS text";
        eventually(async || (self.query_replica(paused).await == ["paused"]).then_some(())).await;
    }

    pub async fn resume_replay(&self) {
        self.execute_on_replica("SELECT pg_wal_replay_resume()").await;
    }

    async fn execute_on_replica(&self, sql: &str) {
        testing::execute(&self.replica.access(SUPERUSER), sql).await.unwrap();
    }

    async fn query_replica(&self, sql: &str) -> Vec<String> {
        testing::texts(&self.replica.access(SUPERUSER), sql).await.unwrap()
    }
}

/// The connection string for a database of the cluster that all tests of this process share.
pub fn cluster_access(user: &str, database: &str) -> Access {
    access(&cluster_socket(), user, database)
}

fn access(socket: &Path, user: &str, database: &str) -> Access {
    Access { url: format!("host='{}' user={user} dbname={database}", socket.display()), role: None }
}

/// Makes the template of the shared cluster, once per process.
async fn ensure_template() {
    static TEMPLATE_MADE: OnceCell<()> = OnceCell::const_new();
    TEMPLATE_MADE.get_or_init(async || make_template(&cluster_socket()).await).await;
}

async fn make_template(socket: &Path) {
    let (superuser, owner) = (access(socket, SUPERUSER, "postgres"), access(socket, roles::OWNER, TEMPLATE));
    testing::make_template(&superuser, &owner, TEMPLATE).await.unwrap();
}

/// The directory that holds the Unix socket of the shared cluster, which is started on the first call.
pub fn cluster_socket() -> PathBuf {
    static CLUSTER: OnceLock<TemporaryCluster> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| TemporaryCluster::start(Durability::Off, 300, &ROLES).unwrap());
    cluster.socket_directory()
}

const ROLES: [&str; 3] = [roles::OWNER, roles::WRITER, roles::READER];

/// The tables that `content_digests` covers.
const TABLES: &str = "SELECT schemaname || '.' || tablename AS text FROM pg_tables \
    WHERE schemaname IN ('editorial', 'delivery', 'operations') AND tablename NOT IN ('instances', 'job_slots', 'signing_keys') \
    ORDER BY 1";
