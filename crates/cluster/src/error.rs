//! Why there is no cluster. Each is one line that says what to do.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

/// Why a cluster cannot be used.
#[derive(Debug, Error)]
pub enum Error {
    /// No server programs.
    #[error("no PostgreSQL server programs were found; install them: apt-get install postgresql")]
    NoBinaries,
    /// The server programs are of another major version than the data.
    #[error(
        "the data directory was made by PostgreSQL {wanted}, which is not installed; install it (apt-get install postgresql-{wanted}), upgrade the data with pg_upgrade, or choose another data directory"
    )]
    WrongMajor {
        /// The version that the data needs.
        wanted: u32,
    },
    /// There is no account that Postgres could run as.
    #[error(
        "PostgreSQL does not run as root, and there is no account `postgres`; make one: useradd --system postgres"
    )]
    NoAccount,
    /// The directory cannot be written.
    #[error("the data directory {path} cannot be written ({source}); choose another with --data-dir")]
    NotWritable {
        /// The directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The account cannot enter a directory above.
    #[error(
        "the account that runs PostgreSQL cannot enter {0}; choose a data directory that it can reach with --data-dir"
    )]
    NotReachable(PathBuf),
    /// No space.
    #[error("the disk that holds {0} is full; free at least 100 MiB, or choose another with --data-dir")]
    DiskFull(PathBuf),
    /// Postgres did not start.
    #[error("PostgreSQL did not start: {line}; its log is {log}")]
    NotStarted {
        /// What it said last.
        line: String,
        /// Where it said it.
        log: PathBuf,
    },
    /// A program of Postgres failed.
    #[error("{program} failed: {line}")]
    Program {
        /// The program.
        program: &'static str,
        /// What it said last.
        line: String,
    },
    /// The system refused something.
    #[error("{path}: {source}")]
    Io {
        /// What it was about.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Error {
    /// For `map_err`, with what it was about.
    pub(crate) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| match source.kind() {
            io::ErrorKind::StorageFull => Self::DiskFull(path),
            _ => Self::Io { path, source },
        }
    }
}
