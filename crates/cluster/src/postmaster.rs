//! Which process, if any, serves a cluster. Read from `/proc`, because a pid file outlives its process and a pid may
//! be given to somebody else.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use crate::Error;

/// How long orphaned processes of a killed postmaster may take to notice and go.
const ORPHANS: Duration = Duration::from_secs(30);

/// Whether the postmaster that the pid file names lives and serves this cluster.
pub(crate) fn is_alive(cluster: &Path) -> bool {
    named_pid(cluster).is_some_and(|pid| serves(pid, cluster))
}

/// Where the running postmaster has its socket.
pub(crate) fn socket_directory(cluster: &Path) -> Option<PathBuf> {
    let file = fs::read_to_string(cluster.join("postmaster.pid")).ok()?;
    file.lines().nth(4).filter(|line| !line.is_empty()).map(PathBuf::from)
}

/// Whether the running postmaster accepts connections.
pub(crate) fn is_ready(cluster: &Path) -> bool {
    let file = fs::read_to_string(cluster.join("postmaster.pid")).unwrap_or_default();
    file.lines().nth(7).is_some_and(|line| line.trim() == "ready")
}

/// Clears away what a killed postmaster left, so that the next one starts: waits for its orphans, and removes lock
/// files whose pid belongs to somebody else by now, or to a zombie, which Postgres alone would not dare.
///
/// # Errors
/// [`Error::NotStarted`] when orphans stay.
pub(crate) fn clear_remains(cluster: &Path, socket_directory: &Path, log: &Path) -> Result<(), Error> {
    let until = Instant::now() + ORPHANS;
    while any_process_in(cluster) {
        if Instant::now() > until {
            let line = "processes of a killed postmaster are still running in the data directory".to_owned();
            return Err(Error::NotStarted { line, log: log.to_owned() });
        }
        thread::sleep(Duration::from_millis(50));
    }
    let reused = named_pid(cluster).is_some_and(|pid| Path::new("/proc").join(pid.to_string()).exists());
    let locks = [cluster.join("postmaster.pid"), socket_directory.join(".s.PGSQL.5432.lock")];
    for file in locks.iter().filter(|file| reused && file.exists()) {
        fs::remove_file(file).map_err(Error::at(file))?;
    }
    Ok(())
}

fn named_pid(cluster: &Path) -> Option<u32> {
    let file = fs::read_to_string(cluster.join("postmaster.pid")).ok()?;
    file.lines().next()?.trim().parse().ok()
}

fn serves(pid: u32, cluster: &Path) -> bool {
    let process = Path::new("/proc").join(pid.to_string());
    // A zombie has no working directory any more.
    fs::read_link(process.join("cwd")).is_ok_and(|directory| directory == cluster)
}

fn any_process_in(cluster: &Path) -> bool {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.into_iter().any(|pid| serves(pid, cluster))
}
