//! Errors of opening and closing a cluster. Each is one line with the remedy.

use std::io;
use std::path::PathBuf;

use thiserror::Error as ThisError;

/// An error of opening or closing a cluster. The system error is part of the message, so `source` is not set.
#[derive(Debug, ThisError)]
pub enum Error {
    /// No server programs of a version that will do.
    #[error(
        "no server programs of PostgreSQL 15 or newer were found; install them: apt-get install postgresql"
    )]
    NoBinaries,
    /// No server programs in the configured directory.
    #[error(
        "{0} does not hold initdb, pg_ctl and postgres of PostgreSQL 15 or newer; name the directory that does"
    )]
    NoBinariesAt(PathBuf),
    /// The server programs are of another major version than the data.
    #[error(
        "the data was made by PostgreSQL {directory_major}, but PostgreSQL {found} is installed; install that version too (apt-get install postgresql-{directory_major}), upgrade the data with pg_upgrade, or choose another data directory"
    )]
    WrongMajor {
        /// The version of the data.
        directory_major: u32,
        /// The installed version.
        found: u32,
    },
    /// The directory has files, but no cluster.
    #[error("{0} holds files, but no PostgreSQL cluster; move them away, or choose another data directory")]
    NotACluster(PathBuf),
    /// The directory cannot be written.
    #[error("{path} cannot be written ({cause}); make it writable, or choose another data directory")]
    NotWritable {
        /// The directory.
        path: PathBuf,
        /// The system error.
        cause: io::Error,
    },
    /// The account that Postgres runs as cannot enter a directory.
    #[error(
        "the account {account}, which PostgreSQL runs as because it refuses root, cannot enter {path}; choose a data directory that it can reach, such as one below /var/lib"
    )]
    NotReachableByAccount {
        /// The directory that the account cannot enter.
        path: PathBuf,
        /// The account.
        account: String,
    },
    /// The directory belongs to another account.
    #[error(
        "{path} belongs to another account than {account} or is open to others; run as its owner, or choose another data directory"
    )]
    WrongOwner {
        /// The directory.
        path: PathBuf,
        /// The account that must own it.
        account: String,
    },
    /// There is no account that Postgres could run as.
    #[error("PostgreSQL refuses to run as root, and there is no account {0}; make one: useradd --system {0}")]
    NoAccount(String),
    /// No space is left.
    #[error("the disk that holds {0} is full; free at least 64 MiB, or choose another data directory")]
    DiskFull(PathBuf),
    /// `initdb` failed.
    #[error("a PostgreSQL cluster could not be made: {line}")]
    InitFailed {
        /// The last line of its output.
        line: String,
    },
    /// Postgres did not start.
    #[error("PostgreSQL did not start: {line}; its log is {log}")]
    StartFailed {
        /// The relevant line of its output.
        line: String,
        /// The log file.
        log: PathBuf,
    },
    /// Postgres did not stop.
    #[error("PostgreSQL did not stop: {line}; its log is {log}")]
    StopFailed {
        /// The relevant line of its output.
        line: String,
        /// The log file.
        log: PathBuf,
    },
    /// Another process has been starting or stopping the cluster for too long.
    #[error("another process has been starting or stopping the cluster for minutes; find it with: fuser {0}")]
    InUse(PathBuf),
    /// The system refused something else.
    #[error("{path}: {cause}")]
    Io {
        /// The path of the operation.
        path: PathBuf,
        /// The system error.
        cause: io::Error,
    },
}

impl Error {
    /// Adds the path to an I/O error, for `map_err`.
    pub(crate) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |cause| {
            let full = matches!(cause.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
            if full { Self::DiskFull(path) } else { Self::Io { path, cause } }
        }
    }
}
