//! The paths in a data directory.

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

/// The maximum length of the path of a Unix socket on Linux.
const MAX_SOCKET_PATH_BYTES: usize = 107;

/// A log that is larger than this is rotated at the next start.
const MAX_LOG_BYTES: u64 = 16 << 20;

/// A data directory, by its canonical path.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    root: PathBuf,
}

impl Layout {
    /// Creates the directory if it is missing. With root it is traversable (0711), because Postgres runs as another account;
    /// everything in it is private. The mode is passed to `mkdir`, so it is never wider for a moment.
    pub(crate) fn create(root: &Path, account: &Account) -> Result<Self, Error> {
        let unwritable = |cause| Error::NotWritable { path: root.to_owned(), cause };
        let full = path::absolute(root).map_err(unwritable)?;
        // Check before creating anything, so that nothing is left behind in an unreachable place.
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

    /// The cluster (PGDATA).
    pub(crate) fn data(&self) -> PathBuf {
        self.root.join("postgres")
    }

    /// The staging directory of `initdb`.
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

    /// The major version of Postgres that created the cluster, if it exists.
    pub(crate) fn major(&self) -> Result<Option<u32>, Error> {
        let path = self.data().join("PG_VERSION");
        match fs::read_to_string(&path) {
            Ok(text) => binaries::major(&text).map(Some).ok_or_else(|| Error::NotACluster(self.data())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::at(path)(error)),
        }
    }

    /// The socket directory: in the data directory, or a private directory elsewhere if that path is too long for a socket.
    pub(crate) fn socket_directory(&self, account: &Account) -> PathBuf {
        let near = self.root.join("run");
        if is_valid_socket_directory(&near) {
            return near;
        }
        let name = format!("masthead-{}-{:016x}", account.uid(), hash(self.root.as_os_str().as_bytes()));
        // The account that Postgres runs as cannot enter the runtime directory of root.
        let runtime = env::var_os("XDG_RUNTIME_DIR").filter(|_| !account.is_other_user()).map(PathBuf::from);
        let runtime = runtime.filter(|path| path.is_absolute() && path.is_dir()).map(|path| path.join(&name));
        runtime
            .filter(|path| is_valid_socket_directory(path))
            .unwrap_or_else(|| Path::new("/tmp").join(&name))
    }

    /// Creates the socket directory if it is missing.
    pub(crate) fn create_socket_directory(&self, account: &Account) -> Result<PathBuf, Error> {
        let path = self.socket_directory(account);
        match DirBuilder::new().mode(0o700).create(&path) {
            Ok(()) => account.chown(&path)?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                // An earlier process may have been killed between `mkdir` and `chown`.
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

    /// Creates or rotates the log. Returns its length.
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

/// Whether the path is short enough for a socket and needs no quoting in `unix_socket_directories`.
fn is_valid_socket_directory(directory: &Path) -> bool {
    let bytes = directory.as_os_str().as_bytes();
    let plain = bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"/._-+".contains(byte));
    plain && bytes.len() + "/.s.PGSQL.5432".len() <= MAX_SOCKET_PATH_BYTES
}

/// FNV-1a, because the hash of the standard library may change between versions.
fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
