//! Manages a private Postgres cluster on this machine: creates, starts, adopts and stops it.
//!
//! Any number of processes can share a cluster. Each holds a shared lock on `users.lock`, so that the last one to leave can
//! tell and stops Postgres. An exclusive lock on `control.lock` serialises starts and stops. The kernel releases both locks
//! when a process ends, even after `kill -9`: the next process adopts the running Postgres, or starts it with crash recovery.
//!
//! Every call blocks, some for seconds. SQL, roles and the content of the cluster are in the `store` crate.

mod account;
mod binaries;
mod config;
mod control;
mod error;
mod initdb;
mod layout;
mod locks;
mod postmaster;
mod settings;
mod temporary;

use std::fs::File;
use std::path::PathBuf;

pub use binaries::Binaries;
pub use config::{Config, Durability};
pub use error::Error;
pub use temporary::TemporaryCluster;

use crate::account::Account;
use crate::control::{ControlContext, StopMode};
use crate::layout::Layout;
use crate::postmaster::Postmaster;

/// The superuser of a cluster. The user of this process may sign in as this role, over the socket only.
pub const SUPERUSER: &str = "postgres";

/// The port number in the name of the Unix socket. Postgres listens on no TCP port.
pub const PORT: u16 = 5432;

/// A running cluster that this process uses.
///
/// Dropping it without [`Cluster::close`] leaves Postgres running, as a crash would.
#[derive(Debug)]
pub struct Cluster {
    config: Config,
    binaries: Binaries,
    account: Account,
    layout: Layout,
    socket_directory: PathBuf,
    users: File,
}

/// The result of [`Cluster::close`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseOutcome {
    /// This process was the last user, so Postgres was stopped.
    Stopped,
    /// Other processes use the cluster, so Postgres keeps running.
    StillInUse,
}

impl Cluster {
    /// Creates the cluster if it does not exist, and adopts it if it is running or starts it otherwise. `progress` is called
    /// with a short description before each slow step.
    ///
    /// # Errors
    /// [`Error`]; its text is one line with the remedy.
    pub fn open(config: &Config, progress: &dyn Fn(&str)) -> Result<Self, Error> {
        let config = config.clone();
        let account = Account::choose(config.account.as_deref(), &config.data_directory.join("postgres"))?;
        let layout = Layout::create(&config.data_directory, &account)?;
        let control_lock = locks::acquire_control(&layout, progress)?;
        let binaries = Binaries::find(config.binaries.as_deref(), layout.major()?)?;
        let context = ControlContext {
            config: &config,
            binaries: &binaries,
            account: &account,
            layout: &layout,
            control_lock: &control_lock,
        };
        initdb::create_if_missing(&context, progress)?;
        let (socket_directory, _) = control::start(&context, progress)?;
        let users = locks::acquire_shared(&layout)?;
        Ok(Self { config, binaries, account, layout, socket_directory, users })
    }

    /// Restarts Postgres if it has died. Returns whether it had.
    ///
    /// # Errors
    /// [`Error`] when it cannot be started.
    pub fn ensure_running(&self) -> Result<bool, Error> {
        if Postmaster::find(&self.layout.data()).is_some() {
            return Ok(false);
        }
        let control_lock = locks::acquire_control(&self.layout, &|_| {})?;
        let (_, started) = control::start(&self.context(&control_lock), &|_| {})?;
        Ok(started)
    }

    /// The directory of the Unix socket, which clients take as the host. It changes only when another process with a
    /// different environment has restarted Postgres.
    #[must_use]
    pub fn socket_directory(&self) -> PathBuf {
        let running = Postmaster::find(&self.layout.data()).map(|found| found.socket_directory);
        running.unwrap_or_else(|| self.socket_directory.clone())
    }

    /// The port number in the name of the socket.
    #[must_use]
    pub fn port(&self) -> u16 {
        PORT
    }

    /// The major version of Postgres.
    #[must_use]
    pub fn major(&self) -> u32 {
        self.binaries.major
    }

    /// Stops using the cluster. The last user stops Postgres, which ends the sessions that are still open.
    ///
    /// # Errors
    /// [`Error`] when Postgres does not stop.
    pub fn close(self) -> Result<CloseOutcome, Error> {
        let control_lock = locks::acquire_control(&self.layout, &|_| {})?;
        if !locks::release_shared(&self.layout, &self.users)? {
            return Ok(CloseOutcome::StillInUse);
        }
        control::stop(&self.context(&control_lock), StopMode::Fast)?;
        Ok(CloseOutcome::Stopped)
    }

    fn context<'a>(&'a self, control_lock: &'a File) -> ControlContext<'a> {
        let Self { config, binaries, account, layout, .. } = self;
        ControlContext { config, binaries, account, layout, control_lock }
    }
}
