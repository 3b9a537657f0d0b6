//! Records the SQL statements of the reader role, by reading the log of Postgres.

use cluster::SUPERUSER;
use store::testing;

use crate::TestDatabase;

/// Logs the statements of the reader role in one database. Only one may be active at a time, because the log belongs to
/// the whole cluster.
pub struct StatementRecorder<'a> {
    database: &'a TestDatabase,
}

/// The statements and plans that Postgres logged.
pub struct RecordedStatements {
    pub statements: Vec<String>,
    /// The output of `auto_explain` for each statement, with `ANALYZE` and `BUFFERS`.
    pub plans: Vec<String>,
}

impl<'a> StatementRecorder<'a> {
    /// Turns logging on for connections that are opened from now on.
    pub async fn start(database: &'a TestDatabase) -> Self {
        let recorder = Self { database };
        for setting in SETTINGS {
            recorder.alter(&format!("SET {setting}")).await;
        }
        recorder
    }

    /// Turns logging off for connections that are opened from now on.
    pub async fn stop(self) {
        self.alter("RESET ALL").await;
    }

    /// Runs a future and returns its output and the statements that were logged meanwhile.
    pub async fn record<T>(&self, future: impl Future<Output = T>) -> (T, RecordedStatements) {
        let before = self.log().await.len();
        let result = future.await;
        let log = self.log().await.split_off(before);
        // An entry starts with a timestamp; its continuation lines, such as those of a plan, start with a tab.
        let entries: Vec<String> =
            log.replace("\n\t", "\u{1}").lines().map(|line| line.replace('\u{1}', "\n")).collect();
        let after = |mark: &str| {
            let parts = entries.iter().filter_map(|entry| entry.split_once(mark));
            parts.filter_map(|(_, text)| Some(text.split_once(": ")?.1.to_owned())).collect::<Vec<_>>()
        };
        (result, RecordedStatements { statements: after("LOG:  execute"), plans: after("LOG:  duration") })
    }

    async fn log(&self) -> String {
        let log = "SELECT pg_read_file(current_setting('data_directory') || '/../postgres.log') AS text";
        testing::texts(&self.database.access(SUPERUSER), log).await.unwrap().remove(0)
    }

    async fn alter(&self, change: &str) {
        let name = self.database.name();
        let alter = format!("ALTER ROLE masthead_reader IN DATABASE {name} {change}");
        testing::execute(&self.database.access(SUPERUSER), &alter).await.unwrap();
    }
}

const SETTINGS: [&str; 5] = [
    "log_statement = 'all'",
    "session_preload_libraries = 'auto_explain'",
    "auto_explain.log_min_duration = 0",
    "auto_explain.log_analyze = on",
    "auto_explain.log_buffers = on",
];
