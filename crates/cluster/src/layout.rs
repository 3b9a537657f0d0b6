//! What lies where in a data directory. Not here: what is in the files.

use std::env;
use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{self, Path, PathBuf};

use nix::fcntl::OFlag;
use nix::unistd::geteuid;

use crate::account::Account;
use crate::{Error, binaries, locks};

/// The longest path that a Unix socket may have, in bytes.
const MAX_SOCKET_PATH_BYTES: usize = 107;

/// A log that is larger at a start gives way to a new one.
const MAX_LOG_BYTES: u64 = 16 << 20;

/// A data directory, by its full path without links.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    root: PathBuf,
}

impl Layout {
    /// Creates the directory if it is missing. Root's can be entered by everybody, because Postgres does not run as root;
    /// everything in it is private. The mode is an argument of `mkdir`, so there is no moment at which it is wider.
    pub(crate) fn create(root: &Path, account: &Account) -> Result<Self, Error> {
        let unwritable = |cause| Error::NotWritable { path: root.to_owned(), cause };
        let full = path::absolute(root).map_err(unwritable)?;
        // Asked before anything is made, so that nothing is left where the account cannot go.
        if let Some(existing) = full.ancestors().find_map(|above| fs::canonicalize(above).ok()) {
            account.check_traversable(&existing)?;
        }
        if !root.exists() {
            if let Some(parent) = full.parent() {
                fs::create_dir_all(parent).map_err(unwritable)?;
            }
            let mode = if geteuid().is_root() { 0o711 } else { 0o700 };
            match DirBuilder::new().mode(mode).create(&full) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(unwritable(error)),
                Ok(()) | Err(_) => {}
            }
        }
        let layout = Self { root: fs::canonicalize(root).map_err(unwritable)? };
        account.check_traversable(&layout.root)?;
        locks::open(&layout.control_lock()).map_err(unwritable)?;
        Ok(layout)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The cluster itself, which Postgres calls PGDATA.
    pub(crate) fn data(&self) -> PathBuf {
        self.root.join("postgres")
    }

    /// A cluster that is being made.
    pub(crate) fn staging(&self) -> PathBuf {
        self.root.join("postgres.new")
    }

    pub(crate) fn log(&self) -> PathBuf {
        self.root.join("postgres.log")
    }

    pub(crate) fn control_lock(&self) -> PathBuf {
        self.root.join("control.lock")
    }

    pub(crate) fn users_lock(&self) -> PathBuf {
        self.root.join("users.lock")
    }

    /// The version of Postgres that made the cluster, if there is one.
    pub(crate) fn major(&self) -> Result<Option<u32>, Error> {
        let path = self.data().join("PG_VERSION");
        match fs::read_to_string(&path) {
            Ok(text) => binaries::major(&text).map(Some).ok_or_else(|| Error::NotACluster(self.data())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::at(path)(error)),
        }
    }

    /// The directory of the socket: in the data directory, or with a shorter path in a private one elsewhere.
    pub(crate) fn socket_directory(&self, account: &Account) -> PathBuf {
        let near = self.root.join("run");
        if is_valid_socket_directory(&near) {
            return near;
        }
        let name = format!("masthead-{}-{:016x}", account.uid(), hash(self.root.as_os_str().as_bytes()));
        // The runtime directory of root is closed to the account that Postgres runs as.
        let runtime = env::var_os("XDG_RUNTIME_DIR").filter(|_| !account.is_other_user()).map(PathBuf::from);
        let runtime = runtime.filter(|path| path.is_absolute() && path.is_dir()).map(|path| path.join(&name));
        runtime
            .filter(|path| is_valid_socket_directory(path))
            .unwrap_or_else(|| Path::new("/tmp").join(&name))
    }

    /// Makes the directory of the socket where it is missing.
    pub(crate) fn create_socket_directory(&self, account: &Account) -> Result<PathBuf, Error> {
        let path = self.socket_directory(account);
        match DirBuilder::new().mode(0o700).create(&path) {
            Ok(()) => account.chown(&path)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                // We may have been killed between making it and giving it.
                let metadata = fs::symlink_metadata(&path).map_err(Error::at(&path))?;
                if metadata.is_dir() && metadata.uid() == geteuid().as_raw() {
                    account.chown(&path)?;
                }
            }
            Err(error) => return Err(Error::at(path)(error)),
        }
        account.check_ownership(&path)?;
        Ok(path)
    }

    /// Makes the log where it is missing, and says how long it is.
    pub(crate) fn prepare_log(&self, account: &Account) -> Result<u64, Error> {
        let path = self.log();
        if fs::metadata(&path).is_ok_and(|metadata| metadata.len() > MAX_LOG_BYTES) {
            fs::rename(&path, self.root.join("postgres.log.1")).map_err(Error::at(&path))?;
        }
        let mut options = File::options();
        options.create(true).append(true).mode(0o600).custom_flags(OFlag::O_NOFOLLOW.bits());
        let file = options.open(&path).map_err(Error::at(&path))?;
        account.chown_file(&file).map_err(Error::at(&path))?;
        Ok(file.metadata().map_err(Error::at(&path))?.len())
    }
}

/// Whether a socket can be made there and the directory be named in Postgres's list of them without quotes.
fn is_valid_socket_directory(directory: &Path) -> bool {
    let bytes = directory.as_os_str().as_bytes();
    let plain = bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"/._-+".contains(byte));
    plain && bytes.len() + "/.s.PGSQL.5432".len() <= MAX_SOCKET_PATH_BYTES
}

/// FNV-1a. Not the standard library's hash, because that may differ from one version of it to the next.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
