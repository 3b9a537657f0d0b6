//! A database per test, with helpers that seed jobs and start workers.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use cluster::{Durability, SUPERUSER, TemporaryCluster};
use store::{Access, PoolSizes, Store, roles, testing};
use tokio::sync::{OnceCell, watch};
use tokio::task::JoinHandle;
use worker::jobs::Handlers;
use worker::{Config, runner};

const TEMPLATE: &str = "template_masthead";

/// Longer than any test takes: a timer of this length never fires.
pub(crate) const HOUR: Duration = Duration::from_secs(3_600);

/// A worker that polls only when it is notified or a job is due.
pub(crate) const NOTIFIED_ONLY: Config =
    Config { lease: HOUR, heartbeat: Duration::from_millis(100), poll: HOUR, grace: HOUR, concurrency: 4 };

/// A database of the test.
pub(crate) struct Fixture {
    pub(crate) store: Store,
    database: String,
}

/// A worker in its own task.
pub(crate) struct WorkerTask {
    stop: watch::Sender<bool>,
    force_shutdown: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Fixture {
    pub(crate) async fn new() -> Self {
        static MADE: OnceCell<()> = OnceCell::const_new();
        MADE.get_or_init(|| async {
            let owner = access(roles::OWNER, TEMPLATE);
            testing::make_template(&access(SUPERUSER, "postgres"), &owner, TEMPLATE).await.unwrap();
        })
        .await;
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let database = format!("test_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        testing::clone_template(&access(SUPERUSER, "postgres"), TEMPLATE, &database).await.unwrap();
        let [owner, writer, reader] =
            [roles::OWNER, roles::WRITER, roles::READER].map(|role| access(role, &database));
        let pools = PoolSizes { delivery: 1, editorial: 4, operations: 8 };
        let store = Store::new(&store::Config { owner, writer, reader, replica: None, pools }).unwrap();
        Self { store, database }
    }

    /// Starts a worker.
    pub(crate) fn work(&self, handlers: Handlers, config: Config) -> WorkerTask {
        let (stop, stopped) = watch::channel(false);
        let (force_shutdown, forced) = watch::channel(false);
        let running =
            runner::run(self.store.clone(), handlers, config, signalled(stopped), signalled(forced));
        WorkerTask { stop, force_shutdown, task: tokio::spawn(running) }
    }

    pub(crate) async fn execute(&self, sql: &str) {
        testing::execute(&access(SUPERUSER, &self.database), sql).await.unwrap();
    }

    /// The only value of a query, as text.
    pub(crate) async fn value(&self, query: &str) -> String {
        let query = format!("SELECT text::text AS text FROM ({query}) AS answer (text)");
        let values = testing::texts(&access(SUPERUSER, &self.database), &query).await.unwrap();
        let [value] = values.try_into().unwrap();
        value
    }

    /// Waits until an SQL condition holds.
    pub(crate) async fn until(&self, condition: &str) {
        let holds = format!("SELECT {condition}");
        let waiting = async { while self.value(&holds).await != "true" {} };
        let waited = tokio::time::timeout(Duration::from_secs(30), waiting).await;
        if waited.is_err() {
            let jobs = self.value("SELECT coalesce(json_agg(jobs), '[]') FROM operations.jobs").await;
            panic!("waited in vain: {condition}\n{jobs}");
        }
    }

    /// Inserts numbered jobs without a notification.
    pub(crate) async fn seeded_jobs(&self, count: usize) {
        let insert = format!(
            "INSERT INTO operations.jobs (id, kind, payload, priority)
             SELECT gen_random_uuid(), 'prune', to_jsonb(number), 1 FROM generate_series(1, {count}) AS number"
        );
        self.execute(&insert).await;
    }

    /// Notifies the workers.
    pub(crate) async fn notify(&self) {
        self.execute("NOTIFY masthead_jobs").await;
    }

    /// The values of these columns of the only job.
    pub(crate) async fn job(&self, columns: &str) -> String {
        self.value(&format!("SELECT concat_ws(' ', {columns}) FROM operations.jobs")).await
    }
}

impl WorkerTask {
    pub(crate) fn stop(&self) {
        self.stop.send_replace(true);
    }

    pub(crate) fn force_shutdown(&self) {
        self.force_shutdown.send_replace(true);
    }

    /// Stops the worker and waits until it has ended.
    pub(crate) async fn end(self) {
        self.stop();
        tokio::time::timeout(Duration::from_secs(30), self.task).await.unwrap().unwrap();
    }
}

/// SQL for the number of jobs in a state.
pub(crate) fn count(state: &str) -> String {
    format!("(SELECT count(*) FROM operations.jobs WHERE state = '{state}')")
}

async fn signalled(mut signal: watch::Receiver<bool>) {
    signal.wait_for(|sent| *sent).await.unwrap();
}

fn access(user: &str, database: &str) -> Access {
    static CLUSTER: OnceLock<TemporaryCluster> = OnceLock::new();
    let cluster = CLUSTER.get_or_init(|| {
        TemporaryCluster::start(Durability::Off, 300, &[roles::OWNER, roles::WRITER, roles::READER]).unwrap()
    });
    let host = cluster.socket_directory();
    Access { url: format!("host='{}' user={user} dbname={database}", host.display()), role: None }
}
