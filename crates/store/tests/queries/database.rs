//! A temporary Postgres cluster per process with one database per test. It is removed with the process.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use cluster::{Durability, SUPERUSER, TemporaryCluster};
use futures_util::{StreamExt, stream};
use store::operations::jobs;
use store::{Access, publishing, roles, testing};
use tokio::sync::OnceCell;
use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio_postgres::{AsyncMessage, Client, NoTls, SimpleQueryMessage};

const TEMPLATE: &str = "template_masthead";

/// The database of one test.
pub(crate) struct Database {
    name: String,
}

impl Database {
    /// A migrated, empty database.
    pub(crate) async fn migrated() -> Self {
        static MADE: OnceCell<()> = OnceCell::const_new();
        MADE.get_or_init(|| async {
            let owner = access(roles::OWNER, TEMPLATE);
            testing::make_template(&superuser(), &owner, TEMPLATE).await.unwrap();
        })
        .await;
        let name = fresh_name();
        testing::clone_template(&superuser(), TEMPLATE, &name).await.unwrap();
        Self { name }
    }

    /// A database without migrations.
    pub(crate) async fn empty() -> Self {
        let name = fresh_name();
        roles::create_roles_and_database(&superuser()).await.unwrap();
        let create = format!("CREATE DATABASE {name} OWNER {}", roles::OWNER);
        testing::execute(&superuser(), &create).await.unwrap();
        Self { name }
    }

    /// The access with one of the roles.
    pub(crate) fn access(&self, role: &str) -> Access {
        access(role, &self.name)
    }

    /// Runs statements as superuser.
    pub(crate) async fn execute(&self, sql: &str) {
        testing::execute(&self.access(SUPERUSER), sql).await.unwrap();
    }

    /// The only column of a query, as text.
    pub(crate) async fn column(&self, query: &str) -> Vec<String> {
        let query = format!("SELECT text::text AS text FROM ({query}) AS answer (text)");
        testing::texts(&self.access(SUPERUSER), &query).await.unwrap()
    }

    /// The only value of a query, as text.
    pub(crate) async fn value(&self, query: &str) -> String {
        let [value] = self.column(query).await.try_into().unwrap();
        value
    }

    /// The contents of all tables, for comparison.
    pub(crate) async fn contents(&self) -> Vec<String> {
        let schemas = "SELECT schema_to_xml(name, true, false, '')::text \
                       FROM unnest(ARRAY['editorial', 'delivery', 'operations']) AS name";
        self.column(schemas).await
    }

    /// Polls until a condition holds.
    pub(crate) async fn until(&self, condition: &str) {
        let holds = format!("SELECT {condition}");
        let waiting = async { while self.value(&holds).await != "true" {} };
        let waited = tokio::time::timeout(Duration::from_secs(60), waiting).await;
        assert!(waited.is_ok(), "waited in vain: {condition}");
    }

    /// A superuser session, which can hold locks.
    pub(crate) async fn session(&self) -> Session {
        let config: tokio_postgres::Config = self.access(SUPERUSER).url.parse().unwrap();
        let (client, mut connection) = config.connect(NoTls).await.unwrap();
        let (tell, told) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            let mut messages = stream::poll_fn(move |context| connection.poll_message(context));
            while let Some(Ok(message)) = messages.next().await {
                if let AsyncMessage::Notification(notification) = message {
                    let _nobody_listens = tell.send(notification.payload().to_owned());
                }
            }
        });
        Session { client, told }
    }
}

/// The number of sessions of this database that wait for a lock.
pub(crate) const WAITING: &str = "(SELECT count(*) FROM pg_stat_activity \
    WHERE datname = current_database() AND wait_event_type = 'Lock')";

/// A session of a test.
pub(crate) struct Session {
    client: Client,
    told: UnboundedReceiver<String>,
}

impl Session {
    pub(crate) async fn execute(&self, sql: &str) {
        self.try_execute(sql).await.unwrap();
    }

    pub(crate) async fn try_execute(&self, sql: &str) -> Result<(), tokio_postgres::Error> {
        self.client.batch_execute(sql).await
    }

    /// The first columns of the results.
    pub(crate) async fn lines(&self, sql: &str) -> Vec<String> {
        let messages = self.client.simple_query(sql).await.unwrap();
        let rows = messages.iter().filter_map(|message| match message {
            SimpleQueryMessage::Row(row) => row.get(0),
            _ => None,
        });
        rows.map(str::to_owned).collect()
    }

    /// Listens for acts.
    pub(crate) async fn listen(&self) {
        self.execute(&format!("LISTEN {}", publishing::CHANNEL)).await;
    }

    /// Listens for new jobs.
    pub(crate) async fn listen_for_jobs(&self) {
        self.execute(&format!("LISTEN {}", jobs::CHANNEL)).await;
        self.listen().await;
    }

    /// The notifications since then, in commit order.
    pub(crate) async fn notifications(&mut self) -> Vec<String> {
        // Earlier notifications arrive before this one.
        self.execute(&format!("NOTIFY {}, 'end'", publishing::CHANNEL)).await;
        let mut heard = Vec::new();
        loop {
            match self.told.recv().await.unwrap() {
                end if end == "end" => return heard,
                payload => heard.push(payload),
            }
        }
    }
}

fn fresh_name() -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed))
}

fn superuser() -> Access {
    access(SUPERUSER, "postgres")
}

fn access(user: &str, database: &str) -> Access {
    static CLUSTER: OnceLock<TemporaryCluster> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| {
        TemporaryCluster::start(Durability::Off, 300, &[roles::OWNER, roles::WRITER, roles::READER]).unwrap()
    });
    let host = cluster.socket_directory();
    Access { url: format!("host='{}' user={user} dbname={database}", host.display()), role: None }
}
