//! The configuration of a cluster.

use std::path::PathBuf;

/// The configuration of a cluster.
#[derive(Debug, Clone)]
pub struct Config {
    /// The directory of the cluster, its log, locks and socket. Created if it does not exist.
    pub data_directory: PathBuf,
    /// The directory of the server programs, instead of the search of [`Binaries::find`](crate::Binaries::find).
    pub binaries: Option<PathBuf>,
    /// The account that Postgres runs as when this process is root. Otherwise the owner of the data, `masthead`, `postgres` or
    /// `nobody`. It means nothing to other users: their Postgres runs as themselves.
    pub account: Option<String>,
    /// The roles that the user of this process may sign in as, besides [`SUPERUSER`](crate::SUPERUSER).
    pub login_roles: Vec<String>,
    /// What a power failure may lose.
    pub durability: Durability,
    /// `max_connections` of Postgres. Takes effect when Postgres is started next.
    pub max_connections: u32,
}

/// What a power failure may lose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Nothing: commits are flushed to disk.
    Full,
    /// Everything: fsync is off. Much faster, for tests.
    Off,
}

impl Config {
    /// A durable cluster in this directory, with defaults for everything else.
    #[must_use]
    pub fn new(data_directory: impl Into<PathBuf>) -> Self {
        Self {
            data_directory: data_directory.into(),
            binaries: None,
            account: None,
            login_roles: Vec::new(),
            durability: Durability::Full,
            max_connections: 100,
        }
    }
}
