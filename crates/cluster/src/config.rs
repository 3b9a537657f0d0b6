//! What a cluster is to be like. Not here: where it lies in its directory (`layout`), what that says to Postgres
//! (`settings`).

use std::path::PathBuf;

/// What a cluster is to be like.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where everything is kept. Made when it does not exist.
    pub data_directory: PathBuf,
    /// Where the server programs are, instead of where [`Binaries::find`](crate::Binaries::find) looks.
    pub binaries: Option<PathBuf>,
    /// The account that Postgres runs as when this process is root. Otherwise the owner of the data, `masthead`, `postgres` or
    /// `nobody`. It means nothing to other users: their Postgres runs as themselves.
    pub account: Option<String>,
    /// The roles that the user of this process may sign in as, besides [`SUPERUSER`](crate::SUPERUSER).
    pub login_roles: Vec<String>,
    /// What a power cut may cost.
    pub durability: Durability,
    /// How many connections it accepts. Valid from the next start of Postgres.
    pub max_connections: u32,
}

/// What a power cut may cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Durability {
    /// Nothing that was acknowledged.
    Full,
    /// Everything. Much faster, for tests.
    Off,
}

impl Config {
    /// A durable cluster in this directory, with defaults for the rest.
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
