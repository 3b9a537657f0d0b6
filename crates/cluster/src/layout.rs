//! What lies where in a data directory, and the locks on it.

use std::fs::{self, File, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use nix::unistd::geteuid;

use crate::Error;
use crate::account::Account;

/// The longest path that a Unix socket may have, in bytes.
const LONGEST_SOCKET_PATH: usize = 107;

/// A data directory.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    root: PathBuf,
}

impl Layout {
    /// The directory, made where it was missing, and reachable by the account.
    pub(crate) fn make(root: &Path, account: &Account) -> Result<Self, Error> {
        let unwritable = |source| Error::NotWritable { path: root.to_owned(), source };
        fs::create_dir_all(root).map_err(unwritable)?;
        let root = fs::canonicalize(root).map_err(unwritable)?;
        account.check_reach(&root)?;
        let layout = Self { root };
        layout.open(&layout.root.join("control.lock")).map_err(unwritable)?;
        Ok(layout)
    }

    /// The cluster itself, which Postgres calls PGDATA.
    pub(crate) fn cluster(&self) -> PathBuf {
        self.root.join("postgres")
    }

    /// A cluster that is being made.
    pub(crate) fn unfinished(&self) -> PathBuf {
        self.root.join("postgres.new")
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.root.join("postgres.log")
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The version of Postgres that the data needs, if there is any.
    pub(crate) fn major(&self) -> Result<Option<u32>, Error> {
        let path = self.cluster().join("PG_VERSION");
        match fs::read_to_string(&path) {
            Ok(text) => Ok(text.trim().parse().ok()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::at(path)(error)),
        }
    }

    /// The directory of the socket: in the data directory, or in a private one with a shorter path.
    pub(crate) fn socket_directory(&self, account: &Account) -> Result<PathBuf, Error> {
        let near = self.root.join("run");
        let fits = near.join(".s.PGSQL.5432").as_os_str().len() <= LONGEST_SOCKET_PATH;
        let directory = if fits { near } else { self.far_directory() };
        let made = fs::DirBuilder::new().mode(0o700).create(&directory);
        match made {
            Ok(()) => account.give(&directory).map_err(Error::at(&directory))?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::at(&directory)(error)),
        }
        let metadata = fs::symlink_metadata(&directory).map_err(Error::at(&directory))?;
        // In a directory that everybody writes to, somebody else may have been there first.
        let foreign = geteuid().as_raw() != 0 && metadata.uid() != geteuid().as_raw();
        if !metadata.is_dir() || foreign || metadata.permissions().mode() & 0o077 != 0 {
            let source = io::Error::other("it belongs to somebody else or is open to others");
            return Err(Error::NotWritable { path: directory, source });
        }
        Ok(directory)
    }

    /// Keeps everybody else from deciding until the file is dropped.
    pub(crate) fn control_lock(&self) -> Result<File, Error> {
        let path = self.root.join("control.lock");
        let file = self.open(&path).map_err(Error::at(&path))?;
        file.lock().map_err(Error::at(&path))?;
        Ok(file)
    }

    /// Says that this process uses the cluster, until the file is dropped.
    pub(crate) fn share(&self) -> Result<File, Error> {
        let path = self.root.join("users.lock");
        let file = self.open(&path).map_err(Error::at(&path))?;
        file.lock_shared().map_err(Error::at(&path))?;
        Ok(file)
    }

    /// Whether nobody else uses the cluster. To be asked under the control lock.
    pub(crate) fn is_last(&self, users: &File) -> Result<bool, Error> {
        let path = self.root.join("users.lock");
        users.unlock().map_err(Error::at(&path))?;
        match users.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(error)) => Err(Error::at(path)(error)),
        }
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        File::options().create(true).truncate(false).write(true).open(path)
    }

    fn far_directory(&self) -> PathBuf {
        let mut hasher = DefaultHasher::new();
        self.root.hash(&mut hasher);
        std::env::temp_dir().join(format!("masthead-{}-{:016x}", geteuid(), hasher.finish()))
    }
}
