//! Security and operations: attacks, resource limits, outages, replicas and restores.

mod authorization_bypasses;
mod browsers;
mod histories;
mod limits;
mod outages;
mod passwords;
mod paths;
mod preview_cost;
mod previews;
mod properties;
mod rendering_cost;
mod replicas;
mod restores;
mod sessions;
mod tokens;
mod upgrades;

use std::time::Duration;

use cluster::SUPERUSER;
use store::testing;
use tests::TestApp;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::task::JoinHandle;

/// The response to a raw request.
struct RawResponse {
    status: u16,
    /// The status line and the headers in lower case.
    head: String,
    body: String,
}

impl RawResponse {
    /// The value of a header; empty when absent.
    fn header(&self, name: &str) -> &str {
        let mut fields = self.head.lines().filter_map(|line| line.split_once(": "));
        fields.find(|(known, _)| *known == name).map_or("", |(_, value)| value.trim())
    }
}

/// Sends a request target byte for byte, without the normalization of an HTTP client, and without a body.
async fn send_raw(base: &str, method: &str, target: &str, headers: &[(&str, &str)]) -> RawResponse {
    let host = base.strip_prefix("http://").unwrap();
    let fields: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let request = format!(
        "{method} {target} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: 0\r\n{fields}\r\n"
    );
    let mut stream = TcpStream::connect(host).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).await.unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    RawResponse { status, head: head.to_lowercase(), body: body.to_owned() }
}

/// Runs SQL as the superuser.
async fn execute_sql(app: &TestApp, statements: &str) {
    testing::execute(&app.database.access(SUPERUSER), statements).await.unwrap();
}

/// Runs a query whose only column is a text called `text`.
async fn query_texts(app: &TestApp, query: &str) -> Vec<String> {
    testing::texts(&app.database.access(SUPERUSER), query).await.unwrap()
}

/// A digest of the database. Jobs are left out, because workers change them.
pub(crate) async fn database_digest(app: &TestApp) -> String {
    let kept = "SELECT md5(concat(
            schema_to_xml('editorial', true, false, ''), schema_to_xml('delivery', true, false, ''),
            query_to_xml('SELECT * FROM operations.counter', true, false, ''),
            query_to_xml('SELECT * FROM operations.acts ORDER BY sequence', true, false, ''),
            query_to_xml('SELECT * FROM operations.idempotency ORDER BY actor, key', true, false, '')
        )) AS text";
    query_texts(app, kept).await.remove(0)
}

/// A transaction in another session that holds the locks of a statement until it is released.
struct RowLock {
    holding: JoinHandle<()>,
}

impl RowLock {
    /// Runs the statement in a transaction that stays open.
    async fn acquire(app: &TestApp, statement: &str) -> Self {
        let access = app.database.access(SUPERUSER);
        let held = format!(
            "BEGIN; {statement}; SELECT set_config('application_name', 'a lock', false); SELECT pg_sleep(600)"
        );
        // Releasing the lock terminates this session, so the statement always ends with an error.
        let holding = tokio::spawn(async move { drop(testing::execute(&access, &held).await) });
        wait_until(
            app,
            "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() \
            AND application_name = 'a lock' AND wait_event = 'PgSleep')",
        )
        .await;
        Self { holding }
    }

    /// Waits until another session waits for the lock.
    async fn wait_until_contended(&self, app: &TestApp) {
        wait_until(
            app,
            "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() \
            AND wait_event_type = 'Lock')",
        )
        .await;
    }

    async fn release(self, app: &TestApp) {
        execute_sql(
            app,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
            WHERE datname = current_database() AND application_name = 'a lock'",
        )
        .await;
        self.holding.await.unwrap();
    }
}

/// Waits until a SQL condition holds.
async fn wait_until(app: &TestApp, condition: &str) {
    let holds = format!("SELECT ({condition})::text AS text");
    let waiting = async { while query_texts(app, &holds).await != ["true"] {} };
    let waited = tokio::time::timeout(Duration::from_secs(60), waiting).await;
    assert!(waited.is_ok(), "waited in vain: {condition}");
}
