//! A Postgres cluster on this machine: found, made, started, adopted, stopped.
//!
//! Any number of processes use one cluster. A lock file that each holds shared tells how many there are; the last one
//! stops Postgres. Another lock is held while somebody decides. Both go with the process, so nothing is left to clean
//! up after `kill -9`. Not here: SQL, roles, what is kept in the cluster.

mod account;
mod binaries;
mod control;
mod error;
mod layout;
mod postmaster;
mod throwaway;

use std::fs::File;
use std::path::{Path, PathBuf};

pub use binaries::Binaries;
pub use error::Error;
pub use throwaway::Throwaway;

use crate::account::Account;
use crate::layout::Layout;

/// The superuser that a new cluster has.
pub const SUPERUSER: &str = "postgres";

/// What a cluster is to be like.
#[derive(Debug, Clone)]
pub struct Config {
    /// Where it is kept. Made when it does not exist.
    pub data_directory: PathBuf,
    /// Whether what is acknowledged survives a power cut. Off only for tests.
    pub durable: bool,
    /// The most connections it accepts.
    pub max_connections: u32,
    /// The roles that the account of this process may sign in as, besides the superuser.
    pub login_roles: Vec<String>,
}

/// A cluster that runs and that this process uses.
#[derive(Debug)]
pub struct Cluster {
    config: Config,
    binaries: Binaries,
    account: Account,
    layout: Layout,
    socket_directory: PathBuf,
    users: File,
}

/// How a cluster was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// This process was the last: Postgres was stopped.
    Stopped,
    /// Others use it: Postgres runs on.
    StillUsed,
}

impl Cluster {
    /// Makes the cluster if there is none, recovers it if it was killed, starts it or adopts the one that runs.
    /// `progress` hears of steps that take long.
    ///
    /// # Errors
    /// [`Error`], each a line that says what to do.
    pub fn open(config: Config, progress: &dyn Fn(&str)) -> Result<Self, Error> {
        let account = Account::for_postgres()?;
        let layout = Layout::make(&config.data_directory, &account)?;
        let deciding = layout.control_lock()?;
        let binaries = Binaries::find(layout.major()?)?;
        let users = layout.share()?;
        control::make(&config, &binaries, &account, &layout, progress)?;
        let socket_directory = control::start(&config, &binaries, &account, &layout, progress)?;
        drop(deciding);
        Ok(Self { config, binaries, account, layout, socket_directory, users })
    }

    /// Starts Postgres again when it died, and says whether it had to.
    ///
    /// # Errors
    /// [`Error`] when it cannot be started.
    pub fn ensure_running(&self) -> Result<bool, Error> {
        if postmaster::is_alive(&self.layout.cluster()) {
            return Ok(false);
        }
        let _deciding = self.layout.control_lock()?;
        let died = !postmaster::is_alive(&self.layout.cluster());
        control::start(&self.config, &self.binaries, &self.account, &self.layout, &|_| {})?;
        Ok(died)
    }

    /// Where its Unix socket lies.
    #[must_use]
    pub fn socket_directory(&self) -> &Path {
        &self.socket_directory
    }

    /// Stops using it; the last one stops Postgres.
    ///
    /// # Errors
    /// [`Error`] when Postgres does not stop.
    pub fn close(self) -> Result<Closed, Error> {
        let _deciding = self.layout.control_lock()?;
        let last = self.layout.is_last(&self.users)?;
        if last {
            control::stop(&self.binaries, &self.account, &self.layout)?;
        }
        Ok(if last { Closed::Stopped } else { Closed::StillUsed })
    }
}
