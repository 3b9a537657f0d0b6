//! Shared helpers: directories that the account of Postgres can enter, child processes, `psql`, and polling.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use cluster::{Binaries, Cluster, Config, Durability};
use tempfile::TempDir;

/// The environment variable that passes the data directory to a child process that runs an ignored test.
pub(crate) const CHILD_DIRECTORY: &str = "CLUSTER_TEST_DIRECTORY";

pub(crate) fn directory() -> TempDir {
    let directory = tempfile::tempdir().unwrap();
    fs::set_permissions(directory.path(), Permissions::from_mode(0o755)).unwrap();
    directory
}

pub(crate) fn config(directory: &Path) -> Config {
    let mut config = Config::new(directory);
    config.durability = Durability::Off;
    config.max_connections = 20;
    config.login_roles = vec!["app \"one\"".to_owned()];
    config
}

pub(crate) fn open(directory: &Path) -> Cluster {
    Cluster::open(&config(directory), &|_| {}).unwrap()
}

/// Runs SQL with `psql` as this role, and returns its output or its error message.
pub(crate) fn psql(socket_directory: &Path, role: &str, sql: &str) -> Result<String, String> {
    let psql = Binaries::find(None, None).unwrap().directory.join("psql");
    let mut command = Command::new(psql);
    command.args(["-X", "-A", "-t", "-d", "postgres", "-p", "5432", "-U", role, "-c", sql]);
    let output = command.arg("-h").arg(socket_directory).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap().trim().to_owned();
    if output.status.success() { Ok(text(output.stdout)) } else { Err(text(output.stderr)) }
}

/// The pid in the pid file.
pub(crate) fn postmaster(directory: &Path) -> Option<String> {
    let file = fs::read_to_string(directory.join("postgres/postmaster.pid")).ok()?;
    file.lines().next().map(str::to_owned)
}

pub(crate) fn kill(pid: &str) {
    assert!(Command::new("kill").args(["-9", pid]).status().unwrap().success());
}

/// Starts this test binary once more, to run one of its ignored tests in a child process. The name of the test comes from
/// the function, so that renaming it cannot leave a filter that matches nothing.
pub(crate) fn spawn_child_test<F: Fn()>(_test: F, directory: &Path) -> Child {
    let (_crate, test) = std::any::type_name::<F>().split_once("::").unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--ignored", "--exact", test]).env(CHILD_DIRECTORY, directory).stdout(Stdio::null());
    command.spawn().unwrap()
}

/// The data directory in a child process of a test; `None` when the ignored test is run directly.
pub(crate) fn child_directory() -> Option<PathBuf> {
    std::env::var_os(CHILD_DIRECTORY).map(PathBuf::from)
}

/// Polls until a condition holds. Panics after 60 seconds.
pub(crate) fn wait_until(what: &str, condition: impl Fn() -> bool) {
    let until = Instant::now() + Duration::from_secs(60);
    while !condition() {
        assert!(Instant::now() < until, "waited in vain: {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// Stops a Postgres that no process uses any more.
pub(crate) fn clean_up(directory: &Path) {
    open(directory).close().unwrap();
}
