//! A cluster for tests in a temporary directory. It is removed when the process that started it ends, even by `kill -9`.

use std::env;
use std::fs::DirBuilder;
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::account::Account;
use crate::control::{self, StopMode};
use crate::layout::Layout;
use crate::locks;
use crate::{Binaries, Cluster, Config, Durability, Error, SUPERUSER};

/// A cluster in a temporary directory.
///
/// It is stopped and removed when this is dropped or when the process ends, even by `kill -9`.
#[derive(Debug)]
pub struct TemporaryCluster {
    cluster: Cluster,
    // Dropped after the cluster, which still uses the directory.
    _cleanup: CleanupProcess,
}

impl TemporaryCluster {
    /// Starts a cluster in which the user of this process may sign in as the superuser and as any of `login_roles`. Tests turn
    /// durability off for speed; benchmarks of writes keep it on.
    ///
    /// # Errors
    /// As [`Cluster::open`].
    pub fn start(durability: Durability, max_connections: u32, login_roles: &[&str]) -> Result<Self, Error> {
        let login_roles = login_roles.iter().map(|&role| role.to_owned()).collect();
        let config = Config { durability, max_connections, login_roles, ..Config::new("") };
        Self::open(config, |_, _| Ok(()))
    }

    /// Starts a streaming replica of this cluster from a base backup.
    ///
    /// # Errors
    /// As [`Cluster::open`], and [`Error::InitFailed`] when it cannot be copied.
    pub fn replica(&self) -> Result<Self, Error> {
        let copied = |account: &Account, directory: &Path| self.copy_to(account, directory);
        Self::open(self.cluster.config.clone(), copied)
    }

    /// Crashes Postgres (immediate shutdown) and starts it again.
    ///
    /// # Errors
    /// As [`Cluster::open`].
    pub fn crash(&self) -> Result<(), Error> {
        let control_lock = locks::acquire_control(&self.cluster.layout, &|_| {})?;
        let context = self.cluster.context(&control_lock);
        control::stop(&context, StopMode::Immediate)?;
        control::start(&context, &|_| {})?;
        Ok(())
    }

    /// Opens a cluster in a new directory after `prepare` has filled it.
    fn open(
        config: Config,
        prepare: impl FnOnce(&Account, &Path) -> Result<(), Error>,
    ) -> Result<Self, Error> {
        let directory = create_temporary_directory()?;
        let account = Account::choose(None, &directory)?;
        account.chown(&directory)?;
        let cleanup = CleanupProcess::start(&account, &directory)?;
        prepare(&account, &directory)?;
        let config = Config { data_directory: directory, account: Some(account.name), ..config };
        let cluster = Cluster::open(&config, &|_| {})?;
        Ok(Self { cluster, _cleanup: cleanup })
    }

    fn copy_to(&self, account: &Account, directory: &Path) -> Result<(), Error> {
        let program = self.cluster.binaries.program("pg_basebackup");
        let mut command = account.command(&program);
        command.current_dir("/").args(["--write-recovery-conf", "--checkpoint=fast", "--no-sync"]);
        command.arg("--host").arg(self.socket_directory()).args(["--username", SUPERUSER]);
        command.arg("--pgdata").arg(directory.join("postgres"));
        let output = command.stdin(Stdio::null()).output().map_err(Error::at(program))?;
        if output.status.success() {
            return Ok(());
        }
        Err(Error::InitFailed { line: String::from_utf8_lossy(&output.stderr).trim().to_owned() })
    }

    /// Where its Unix socket is.
    #[must_use]
    pub fn socket_directory(&self) -> PathBuf {
        self.cluster.socket_directory()
    }

    /// The number in the name of the socket.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.cluster.port()
    }

    /// The superuser.
    #[must_use]
    pub fn superuser(&self) -> &'static str {
        SUPERUSER
    }
}

/// Waits for the end of its standard input, which the kernel closes when the parent process ends. Then it stops Postgres and
/// removes the directories, with retries in case `initdb` is still writing.
const CLEANUP_SCRIPT: &str = r#"
trap '' HUP INT TERM
cat >/dev/null
for round in 1 2 3 4 5 6 7 8 9 10; do
    "$1" stop --mode=immediate --timeout=20 --pgdata="$2/postgres"
    rm -rf "$2" "$3"
    [ -e "$2" ] || exit 0
    sleep 0.2
done
"#;

/// A child process that cleans up after this one. It runs as the account of Postgres, because `pg_ctl` refuses root.
#[derive(Debug)]
struct CleanupProcess(Child);

impl CleanupProcess {
    fn start(account: &Account, directory: &Path) -> Result<Self, Error> {
        let pg_ctl = Binaries::find(None, None)?.program("pg_ctl");
        let socket_directory = Layout::create(directory, account)?.socket_directory(account);
        let mut shell = account.command(Path::new("/bin/sh"));
        shell.args(["-c", CLEANUP_SCRIPT, "cleanup"]).arg(pg_ctl).arg(directory).arg(socket_directory);
        // Its own process group, so that Ctrl-C does not end the cleanup together with the tests.
        shell.current_dir("/").process_group(0);
        shell.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        Ok(Self(shell.spawn().map_err(Error::at("/bin/sh"))?))
    }
}

impl Drop for CleanupProcess {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // Best effort: an error of `wait` cannot be handled.
        drop(self.0.wait());
    }
}

fn create_temporary_directory() -> Result<PathBuf, Error> {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    loop {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("masthead-test-{}-{number}", std::process::id()));
        match DirBuilder::new().mode(0o700).create(&path) {
            Ok(()) => return Ok(path),
            // Left behind by an earlier process with the same pid.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::at(path)(error)),
        }
    }
}
