//! What Postgres was asked by those who read, as its own log says.

use cluster::SUPERUSER;
use store::testing;

use crate::TestDatabase;

/// A watch over the statements of the reader role in one database. One at a time: the log belongs to the cluster.
pub struct Statements<'a> {
    database: &'a TestDatabase,
}

/// What was written into the log.
pub struct Noted {
    /// The statements, in order.
    pub statements: Vec<String>,
    /// How Postgres went about them, with what it really met.
    pub plans: Vec<String>,
}

impl<'a> Statements<'a> {
    /// Begins to watch connections that are opened from now on.
    pub async fn watch(database: &'a TestDatabase) -> Self {
        let watch = Self { database };
        for setting in SETTINGS {
            watch.alter(&format!("SET {setting}")).await;
        }
        watch
    }

    /// Leaves alone connections that are opened from now on.
    pub async fn end(self) {
        self.alter("RESET ALL").await;
    }

    /// What was asked while something was done.
    pub async fn during<T>(&self, done: impl Future<Output = T>) -> (T, Noted) {
        let before = self.log().await.len();
        let result = done.await;
        let log = self.log().await.split_off(before);
        // An entry begins with its moment; the lines of a plan that follow begin with a tab.
        let entries: Vec<String> =
            log.replace("\n\t", "\u{1}").lines().map(|line| line.replace('\u{1}', "\n")).collect();
        let after = |mark: &str| {
            let parts = entries.iter().filter_map(|entry| entry.split_once(mark));
            parts.filter_map(|(_, text)| Some(text.split_once(": ")?.1.to_owned())).collect::<Vec<_>>()
        };
        (result, Noted { statements: after("LOG:  execute"), plans: after("LOG:  duration") })
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
