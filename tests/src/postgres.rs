//! One throw-away cluster for all tests of a process, and in it a database for each test, cloned from a template; and for
//! who wants one, a cluster with a replica.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use cluster::{Durability, SUPERUSER, Throwaway};
use masthead::Database;
use store::{Access, roles, testing};
use tokio::sync::OnceCell;

use crate::eventually;

const TEMPLATE: &str = "template_masthead";

/// A database of one test's own. It goes with the cluster.
#[derive(Clone)]
pub struct TestDatabase {
    /// The directory with the socket of its cluster.
    socket: PathBuf,
    name: String,
}

/// A database on a cluster of its own, and a streaming replica of it.
pub struct Replicated {
    /// Where it is written.
    pub database: TestDatabase,
    /// The same, where it can only be read.
    pub replica: TestDatabase,
    // The one that follows first.
    _follower: Throwaway,
    primary: Arc<Throwaway>,
}

impl TestDatabase {
    /// A migrated, empty database.
    pub async fn new() -> Self {
        static MADE: OnceCell<()> = OnceCell::const_new();
        MADE.get_or_init(|| async {
            make_template(&cluster_socket()).await;
        })
        .await;
        Self::clone_of(cluster_socket(), TEMPLATE).await
    }

    /// Another one that holds the same. Nobody may be connected to this one meanwhile.
    pub async fn twin(&self) -> Self {
        Self::clone_of(self.socket.clone(), &self.name).await
    }

    async fn clone_of(socket: PathBuf, template: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        testing::clone_template(&access(&socket, SUPERUSER, "postgres"), template, &name).await.unwrap();
        Self { socket, name }
    }

    /// A backup of it, made while nobody is connected: whoever is, is cut off.
    pub async fn backup(&self) -> Self {
        self.without_sessions().await;
        let backup = Self::clone_of(self.socket.clone(), &self.name).await;
        self.allow(true).await;
        backup
    }

    /// Replaces it by a backup, while servers use it.
    pub async fn restore(&self, backup: &Self) {
        self.without_sessions().await;
        let superuser = access(&self.socket, SUPERUSER, "postgres");
        testing::execute(&superuser, &format!("DROP DATABASE {} WITH (FORCE)", self.name)).await.unwrap();
        testing::clone_template(&superuser, &backup.name, &self.name).await.unwrap();
    }

    /// Ends all sessions, and lets nobody in.
    async fn without_sessions(&self) {
        self.allow(false).await;
        let end = format!(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{}'",
            self.name
        );
        testing::execute(&access(&self.socket, SUPERUSER, "postgres"), &end).await.unwrap();
    }

    async fn allow(&self, is_allowed: bool) {
        let allow = format!("ALTER DATABASE {} ALLOW_CONNECTIONS {is_allowed}", self.name);
        testing::execute(&access(&self.socket, SUPERUSER, "postgres"), &allow).await.unwrap();
    }

    /// A digest of everything that is kept in each table. Not looked at is what servers do by themselves, now and then.
    pub async fn everything(&self) -> Vec<String> {
        static DIGESTED: OnceCell<Vec<String>> = OnceCell::const_new();
        let owner = self.access(roles::OWNER);
        let tables = DIGESTED.get_or_init(async || testing::texts(&owner, TABLES).await.unwrap()).await;
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

    /// What it is called.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The way into it as one of the roles.
    pub fn access(&self, role: &str) -> Access {
        access(&self.socket, role, &self.name)
    }

    /// The directory with the socket of its cluster.
    pub fn socket(&self) -> &Path {
        &self.socket
    }
}

impl Replicated {
    /// A migrated, empty one.
    pub async fn new() -> Self {
        // It crashes, and keeps what it acknowledged.
        let primary = Throwaway::start(Durability::Full, 200, &ROLES).unwrap();
        make_template(&primary.socket_directory()).await;
        let database = TestDatabase::clone_of(primary.socket_directory(), TEMPLATE).await;
        let follower = primary.replica().unwrap();
        let replica = TestDatabase { socket: follower.socket_directory(), ..database.clone() };
        Self { database, replica, _follower: follower, primary: Arc::new(primary) }
    }

    /// How a server reaches both, each by a way that may be led elsewhere.
    pub fn external(
        &self,
        to_primary: impl Fn(&Access) -> Access,
        to_replica: impl Fn(&Access) -> Access,
    ) -> Database {
        let [owner, reader] =
            [roles::OWNER, roles::READER].map(|role| to_primary(&self.database.access(role)));
        let replica = to_replica(&self.replica.access(roles::READER));
        Database::External { url: owner.url, delivery_url: Some(reader.url), replica_url: Some(replica.url) }
    }

    /// Ends the primary as a crash would, and starts it again.
    pub async fn crash(&self) {
        let primary = self.primary.clone();
        tokio::task::spawn_blocking(move || primary.crash().unwrap()).await.unwrap();
    }

    /// Lets the replica stay as it is, however much is sent to it.
    pub async fn pause(&self) {
        self.control("SELECT pg_wal_replay_pause()").await;
        let paused = "SELECT pg_get_wal_replay_pause_state() AS text";
        eventually(async || (self.ask(paused).await == ["paused"]).then_some(())).await;
    }

    /// Lets it catch up.
    pub async fn resume(&self) {
        self.control("SELECT pg_wal_replay_resume()").await;
    }

    async fn control(&self, sql: &str) {
        testing::execute(&self.replica.access(SUPERUSER), sql).await.unwrap();
    }

    async fn ask(&self, sql: &str) -> Vec<String> {
        testing::texts(&self.replica.access(SUPERUSER), sql).await.unwrap()
    }
}

/// The way into a database of the cluster that all tests share.
pub fn cluster_access(user: &str, database: &str) -> Access {
    access(&cluster_socket(), user, database)
}

fn access(socket: &Path, user: &str, database: &str) -> Access {
    Access { url: format!("host='{}' user={user} dbname={database}", socket.display()), role: None }
}

async fn make_template(socket: &Path) {
    let (superuser, owner) = (access(socket, SUPERUSER, "postgres"), access(socket, roles::OWNER, TEMPLATE));
    testing::make_template(&superuser, &owner, TEMPLATE).await.unwrap();
}

/// The directory with the socket of the cluster.
pub fn cluster_socket() -> PathBuf {
    static CLUSTER: OnceLock<Throwaway> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| Throwaway::start(Durability::Throwaway, 300, &ROLES).unwrap());
    cluster.socket_directory()
}

const ROLES: [&str; 3] = [roles::OWNER, roles::WRITER, roles::READER];

const TABLES: &str = "SELECT schemaname || '.' || tablename AS text FROM pg_tables \
    WHERE schemaname IN ('editorial', 'delivery', 'operations') AND tablename NOT IN ('instances', 'job_slots', 'signing_keys') \
    ORDER BY 1";
