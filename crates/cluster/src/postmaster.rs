//! Finds the process that serves a cluster. The pid file alone is not enough: it outlives a killed process, and its pid may be
//! reused. So the process is verified in `/proc`; without `/proc` any process with that pid counts, as for Postgres itself.

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

/// The timeout for the orphaned processes of a killed postmaster to end.
const ORPHAN_TIMEOUT: Duration = Duration::from_secs(20);

/// A running postmaster.
#[derive(Debug)]
pub(crate) struct Postmaster {
    /// The directory of its socket.
    pub(crate) socket_directory: PathBuf,
    /// Whether it accepts connections.
    pub(crate) is_ready: bool,
}

impl Postmaster {
    /// The postmaster of the cluster in this directory, if one is running.
    pub(crate) fn find(data: &Path) -> Option<Self> {
        let file = fs::read_to_string(data.join("postmaster.pid")).ok()?;
        let serves = pid_in(&file).is_some_and(|pid| is_postgres_in(pid, data, true));
        serves.then(|| Self {
            socket_directory: file.lines().nth(4).unwrap_or_default().into(),
            // A standby reports `standby` instead of `ready`; it accepts read-only connections.
            is_ready: file.lines().nth(7).is_some_and(|line| ["ready", "standby"].contains(&line.trim())),
        })
    }
}

/// Waits until no Postgres process works in the directory. The children of a killed postmaster or `initdb` notice that and
/// end by themselves.
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

/// Removes lock files that would keep Postgres from starting: their pid is in use, but by another program or a zombie. The
/// caller must hold the control lock and have checked that neither a postmaster nor an orphan is running.
pub(crate) fn remove_stale_locks(layout: &Layout, socket_directory: &Path) -> Result<(), Error> {
    if !has_proc() {
        return Ok(());
    }
    for path in [layout.data().join("postmaster.pid"), socket_directory.join(".s.PGSQL.5432.lock")] {
        let pid = fs::read_to_string(&path).ok().and_then(|file| pid_in(&file));
        // Files with a free pid are left to Postgres, which checks for stale shared memory too.
        if pid.is_some_and(|pid| process(pid).exists()) {
            fs::remove_file(&path).map_err(Error::at(&path))?;
        }
    }
    Ok(())
}

/// The pid is the first line of a pid file, negative for a server in single-user mode.
fn pid_in(file: &str) -> Option<i32> {
    file.lines().next()?.trim().parse::<i32>().ok()?.checked_abs().filter(|pid| *pid > 0)
}

/// Whether a process is a Postgres process of this directory. With `if_inaccessible`, a process that cannot be inspected
/// counts if its name and owner match: root in a container often may not inspect processes of other accounts.
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
    // After a package upgrade the link ends in " (deleted)".
    exe.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with("postgres"))
}

/// The same check with the information that every user can read.
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
