//! The two locks on a data directory. The control lock is held only while somebody decides: makes, starts, adopts or
//! stops. The users lock is held, shared, for as long as a process uses the cluster. The system frees both when a
//! process ends, however it ends. Not here: what is decided.

use std::fs::{File, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::Error;
use crate::control::START_TIMEOUT;
use crate::layout::Layout;

/// How long to wait for somebody else's decision: longer than the longest start.
const CONTROL_TIMEOUT: Duration = START_TIMEOUT.saturating_add(Duration::from_secs(60));

/// Keeps everybody else from deciding, until the file and all its copies are closed.
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

/// Says that this process uses the cluster, until the file is closed. To be asked for under the control lock.
pub(crate) fn acquire_shared(layout: &Layout) -> Result<File, Error> {
    let path = layout.users_lock();
    let file = open(&path).map_err(Error::at(&path))?;
    file.lock_shared().map_err(Error::at(path))?;
    Ok(file)
}

/// Ends our use, and says whether nobody else uses the cluster. To be asked under the control lock.
pub(crate) fn release_shared(layout: &Layout, users: &File) -> Result<bool, Error> {
    let path = layout.users_lock();
    users.unlock().map_err(Error::at(&path))?;
    match users.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(Error::at(path)(error)),
    }
}

/// Opens a lock file, private from the moment it exists: whoever can open it, for reading even, can hold the lock and
/// stall every command. One that an earlier version left readable is made private.
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

    /// Another thread looks at the file all the time while it is created again and again.
    #[test]
    fn a_lock_file_is_private_from_the_moment_it_exists() {
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
