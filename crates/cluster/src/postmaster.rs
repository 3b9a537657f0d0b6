//! Which process, if any, serves a cluster. Read from `/proc`, because a pid file outlives its process and a pid may
//! be somebody else's by now. Where there is no `/proc`, a pid in use counts, as it does for Postgres itself.
//! Not here: starting and stopping it (`control`).

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::signal;
use nix::unistd::Pid;

use crate::Error;
use crate::layout::Layout;

/// How long orphaned processes of a killed postmaster may take to notice and end.
const ORPHAN_TIMEOUT: Duration = Duration::from_secs(20);

/// A postmaster that lives.
#[derive(Debug)]
pub(crate) struct Postmaster {
    /// Where its socket is.
    pub(crate) socket_directory: PathBuf,
    /// Whether it accepts connections.
    pub(crate) is_ready: bool,
}

impl Postmaster {
    /// The one that serves this cluster.
    pub(crate) fn find(data: &Path) -> Option<Self> {
        let file = fs::read_to_string(data.join("postmaster.pid")).ok()?;
        let serves = pid_in(&file).is_some_and(|pid| is_postgres_in(pid, data, true));
        serves.then(|| Self {
            socket_directory: file.lines().nth(4).unwrap_or_default().into(),
            // A standby never says that it is ready: it is, for those who read.
            is_ready: file.lines().nth(7).is_some_and(|line| ["ready", "standby"].contains(&line.trim())),
        })
    }
}

/// Waits until nothing of Postgres works in a directory any more. A killed postmaster leaves processes that notice and
/// end; so does a killed `initdb`.
pub(crate) fn await_orphans(directory: &Path, log: &Path) -> Result<(), Error> {
    let until = Instant::now() + ORPHAN_TIMEOUT;
    loop {
        let orphans: Vec<String> = processes_in(directory).iter().map(i32::to_string).collect();
        if orphans.is_empty() {
            return Ok(());
        }
        if Instant::now() > until {
            let line = format!(
                "processes of a killed postmaster do not end; kill them: kill -9 {}",
                orphans.join(" ")
            );
            return Err(Error::StartFailed { line, log: log.to_owned() });
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Removes lock files that Postgres would not dare to remove: their pid is in use, but not by a postmaster of this
/// cluster; or it is a zombie's. To be called under the control lock, when no postmaster and no orphan lives.
pub(crate) fn remove_stale_locks(layout: &Layout, socket_directory: &Path) -> Result<(), Error> {
    if !has_proc() {
        return Ok(());
    }
    for path in [layout.data().join("postmaster.pid"), socket_directory.join(".s.PGSQL.5432.lock")] {
        let pid = fs::read_to_string(&path).ok().and_then(|file| pid_in(&file));
        // A pid that is free is left to Postgres: it looks for leftovers in shared memory too.
        if pid.is_some_and(|pid| process(pid).exists()) {
            fs::remove_file(&path).map_err(Error::at(&path))?;
        }
    }
    Ok(())
}

/// A pid file begins with the pid; that of a server in single-user mode with its negative.
fn pid_in(file: &str) -> Option<i32> {
    file.lines().next()?.trim().parse::<i32>().ok()?.checked_abs().filter(|pid| *pid > 0)
}

/// Whether a process is one of Postgres that works in this directory. `unseen` is what to say of a process that might
/// be one, but that we may not look at: root in a container often may not look at another account's.
fn is_postgres_in(pid: i32, directory: &Path, if_inaccessible: bool) -> bool {
    if !has_proc() {
        return signal::kill(Pid::from_raw(pid), None) != Err(nix::Error::ESRCH);
    }
    let Ok(directory) = fs::metadata(directory) else { return false };
    // A zombie has no working directory.
    match fs::metadata(process(pid).join("cwd")) {
        Ok(cwd) => cwd.dev() == directory.dev() && cwd.ino() == directory.ino() && runs_postgres(pid),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
            if_inaccessible && looks_like_postgres(pid, directory.uid())
        }
        Err(_) => false,
    }
}

fn runs_postgres(pid: i32) -> bool {
    let exe = fs::read_link(process(pid).join("exe")).unwrap_or_default();
    // After an upgrade of the package, it ends in " (deleted)".
    exe.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("postgres"))
}

/// The same by what everybody may see.
fn looks_like_postgres(pid: i32, owner: u32) -> bool {
    let stat = fs::read_to_string(process(pid).join("stat")).unwrap_or_default();
    let zombie = stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('Z'));
    let owned = fs::metadata(process(pid)).is_ok_and(|metadata| metadata.uid() == owner);
    stat.contains("(postgres)") && owned && !zombie
}

fn processes_in(directory: &Path) -> Vec<i32> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(|pid| is_postgres_in(*pid, directory, false)).collect()
}

fn process(pid: i32) -> PathBuf {
    Path::new("/proc").join(pid.to_string())
}

fn has_proc() -> bool {
    Path::new("/proc/self/cwd").exists()
}
