//! What somebody who means harm tries, and whoever runs the publication wants to know of: the attack list.

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

/// What came back for a request that was written by hand.
struct RawResponse {
    status: u16,
    /// The status line and the headers, in lower case.
    head: String,
    body: String,
}

impl RawResponse {
    /// A header; empty when absent.
    fn header(&self, name: &str) -> &str {
        let mut fields = self.head.lines().filter_map(|line| line.split_once(": "));
        fields.find(|(known, _)| *known == name).map_or("", |(_, value)| value.trim())
    }
}

/// Sends a request line as it is, which no client would, with headers and no body.
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

/// Runs SQL around everything, as the superuser.
async fn execute_sql(app: &TestApp, statements: &str) {
    testing::execute(&app.database.access(SUPERUSER), statements).await.unwrap();
}

/// What a query finds, whose only column is a text called `text`.
async fn query_texts(app: &TestApp, query: &str) -> Vec<String> {
    testing::texts(&app.database.access(SUPERUSER), query).await.unwrap()
}

/// All that is kept, in short; but for jobs, which come and go by themselves.
async fn database_digest(app: &TestApp) -> String {
    let kept = "SELECT md5(concat(
            schema_to_xml('editorial', true, false, ''), schema_to_xml('delivery', true, false, ''),
            query_to_xml('SELECT * FROM operations.counter', true, false, ''),
            query_to_xml('SELECT * FROM operations.acts ORDER BY sequence', true, false, ''),
            query_to_xml('SELECT * FROM operations.idempotency ORDER BY actor, key', true, false, '')
        )) AS text";
    query_texts(app, kept).await.remove(0)
}

/// Rows that are locked by somebody, until they are let go.
struct RowLock {
    holding: JoinHandle<()>,
}

impl RowLock {
    /// Takes the lock that a statement takes.
    async fn acquire(app: &TestApp, statement: &str) -> Self {
        let access = app.database.access(SUPERUSER);
        let held = format!(
            "BEGIN; {statement}; SELECT set_config('application_name', 'a lock', false); SELECT pg_sleep(600)"
        );
        // It ends when it is ended, which is an error to whoever runs it.
        let holding = tokio::spawn(async move { drop(testing::execute(&access, &held).await) });
        wait_until(
            app,
            "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() \
            AND application_name = 'a lock' AND wait_event = 'PgSleep')",
        )
        .await;
        Self { holding }
    }

    /// Waits until somebody waits for it.
    async fn wait_until_contended(&self, app: &TestApp) {
        wait_until(
            app,
            "EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() \
            AND wait_event_type = 'Lock')",
        )
        .await;
    }

    /// Lets go.
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

/// Waits until a condition holds.
async fn wait_until(app: &TestApp, condition: &str) {
    let holds = format!("SELECT ({condition})::text AS text");
    let waiting = async { while query_texts(app, &holds).await != ["true"] {} };
    let waited = tokio::time::timeout(Duration::from_secs(60), waiting).await;
    assert!(waited.is_ok(), "waited in vain: {condition}");
}
