//! One throw-away cluster for all tests of a process, and in it a database for each test, cloned from a template.

use std::path::PathBuf;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use cluster::{Durability, SUPERUSER, Throwaway};
use store::{Access, roles, testing};
use tokio::sync::OnceCell;

const TEMPLATE: &str = "template_masthead";

/// A database of one test's own. It goes with the cluster.
#[derive(Clone)]
pub struct TestDatabase {
    name: String,
}

impl TestDatabase {
    /// A migrated, empty database.
    pub async fn new() -> Self {
        static MADE: OnceCell<()> = OnceCell::const_new();
        MADE.get_or_init(|| async {
            let template = cluster_access(roles::OWNER, TEMPLATE);
            testing::make_template(&superuser(), &template, TEMPLATE).await.unwrap();
        })
        .await;
        Self::clone_of(TEMPLATE).await
    }

    /// Another one that holds the same. Nobody may be connected to this one meanwhile.
    pub async fn twin(&self) -> Self {
        Self::clone_of(&self.name).await
    }

    async fn clone_of(template: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        testing::clone_template(&superuser(), template, &name).await.unwrap();
        Self { name }
    }

    /// A digest of everything that is kept in each table. Not looked at is what servers do by themselves, now and then.
    pub async fn everything(&self) -> Vec<String> {
        let owner = self.access(roles::OWNER);
        let tables = testing::texts(&owner, TABLES).await.unwrap();
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
        cluster_access(role, &self.name)
    }
}

/// The way into a database of the cluster.
pub fn cluster_access(user: &str, database: &str) -> Access {
    let host = cluster_socket();
    Access { url: format!("host='{}' user={user} dbname={database}", host.display()), role: None }
}

/// The directory with the socket of the cluster.
pub fn cluster_socket() -> PathBuf {
    static CLUSTER: OnceLock<Throwaway> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| {
        Throwaway::start(Durability::Throwaway, 300, &[roles::OWNER, roles::WRITER, roles::READER]).unwrap()
    });
    cluster.socket_directory()
}

fn superuser() -> Access {
    cluster_access(SUPERUSER, "postgres")
}

const TABLES: &str = "SELECT schemaname || '.' || tablename AS text FROM pg_tables \
    WHERE schemaname IN ('editorial', 'delivery', 'operations') AND tablename NOT IN ('instances', 'job_slots', 'signing_keys') \
    ORDER BY 1";
