//! A Postgres cluster on this machine: found, made, started, adopted, stopped.
//!
//! Any number of processes use one cluster. A lock that each of them holds, shared, tells whether there are others; the
//! last one stops Postgres. Another lock is held while somebody decides. Both go with the process, so nothing is left
//! to clean up after `kill -9`: whoever comes next adopts the Postgres that runs, or recovers the one that was killed.
//!
//! Nothing here is asynchronous: every call blocks, some for seconds. Not here: SQL, roles, what is kept in the
//! cluster.

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

/// The number in the name of the socket. No port of the machine is taken.
pub const PORT: u16 = 5432;

/// A cluster that runs and that this process uses.
///
/// Dropping it without [`Cluster::close`] leaves Postgres running for whoever comes next, as a crash would.
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
pub enum CloseOutcome {
    /// This process was the last: Postgres was stopped.
    Stopped,
    /// Others use it: Postgres runs on.
    StillInUse,
}

impl Cluster {
    /// Makes the cluster if there is none; adopts it if it runs, else recovers and starts it. `progress` hears, in a
    /// few words each, of steps that take long.
    ///
    /// # Errors
    /// [`Error`], each a line that says what to do.
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

    /// For a supervisor: starts Postgres again if it died, and says whether it had to.
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

    /// Where its Unix socket is, to be given to a client as its host. It seldom changes: only when another process,
    /// with another environment, started Postgres again.
    #[must_use]
    pub fn socket_directory(&self) -> PathBuf {
        let running = Postmaster::find(&self.layout.data()).map(|found| found.socket_directory);
        running.unwrap_or_else(|| self.socket_directory.clone())
    }

    /// The number in the name of the socket, to be given to a client as its port.
    #[must_use]
    pub fn port(&self) -> u16 {
        PORT
    }

    /// The major version of Postgres.
    #[must_use]
    pub fn major(&self) -> u32 {
        self.binaries.major
    }

    /// Ends our use. The last user stops Postgres; sessions that are still open are ended then.
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
