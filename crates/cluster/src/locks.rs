//! The two file locks of a data directory. The control lock is exclusive and held while a process creates, starts, adopts
//! or stops the cluster. The users lock is shared and held as long as a process uses the cluster. The kernel releases both
//! when a process ends, however it ends.

use std::fs::{File, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::Error;
use crate::control::START_TIMEOUT;
use crate::layout::Layout;

/// The timeout for the control lock: longer than another process may take for a start.
const CONTROL_TIMEOUT: Duration = START_TIMEOUT.saturating_add(Duration::from_secs(60));

/// Acquires the control lock. It is held until the file and all its duplicates are closed.
pub(crate) fn acquire_control(layout: &Layout, progress: &dyn Fn(&str)) -> Result<File, Error> {
    let path = layout.control_lock();
    let file = open(&path).map_err(Error::at(&path))?;
    let until = Instant::now() + CONTROL_TIMEOUT;
    let mut reported = false;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(Error::at(path)(error)),
            Err(TryLockError::WouldBlock) if Instant::now() > until => return Err(Error::InUse(path)),
            Err(TryLockError::WouldBlock) => {}
        }
        if !reported {
            progress("waiting for another process that starts or stops the database");
            reported = true;
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Acquires the shared users lock, which is held until the file is closed. The caller must hold the control lock.
pub(crate) fn acquire_shared(layout: &Layout) -> Result<File, Error> {
    let path = layout.users_lock();
    let file = open(&path).map_err(Error::at(&path))?;
    file.lock_shared().map_err(Error::at(path))?;
    Ok(file)
}

/// Releases the users lock. Returns whether no other process holds it. The caller must hold the control lock.
pub(crate) fn release_shared(layout: &Layout, users: &File) -> Result<bool, Error> {
    let path = layout.users_lock();
    users.unlock().map_err(Error::at(&path))?;
    match users.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(Error::at(path)(error)),
    }
}

/// Opens a lock file, creating it with mode 0600: a user who can open it, even read-only, could hold the lock and block every
/// command. A file that an earlier version created with a wider mode is made private.
pub(crate) fn open(path: &Path) -> io::Result<File> {
    let file = File::options().create(true).truncate(false).write(true).mode(0o600).open(path)?;
    if file.metadata()?.mode() & 0o077 != 0 {
        file.set_permissions(Permissions::from_mode(0o600))?;
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::*;

    /// A second thread checks the mode in a loop while the file is created again and again.
    #[test]
    fn lock_files_are_created_with_private_permissions() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("control.lock");
        let is_over = AtomicBool::new(false);
        thread::scope(|scope| {
            let watching = scope.spawn(|| {
                let mut seen = 0;
                while !is_over.load(Ordering::Relaxed) {
                    if let Ok(found) = fs::metadata(&path) {
                        assert_eq!(found.mode() & 0o077, 0, "{:o}", found.mode());
                        seen += 1;
                    }
                }
                seen
            });
            for _ in 0..20_000 {
                drop(open(&path).unwrap());
                fs::remove_file(&path).unwrap();
            }
            is_over.store(true, Ordering::Relaxed);
            assert!(watching.join().unwrap() > 1_000, "the file was hardly looked at");
        });
    }
}
