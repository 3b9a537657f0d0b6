//! Starting, adopting and stopping Postgres, by `pg_ctl`. Everything here is to be called under the control lock.
//! Not here: making the cluster (`initialise`), telling which process serves it (`postmaster`).

use std::fs::{self, File};
use std::io::{Read, Seek, SeekFrom};
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::account::Account;
use crate::layout::Layout;
use crate::postmaster::{self, Postmaster};
use crate::{Binaries, Config, Error, settings};

/// How long a start may take, recovery after a crash included.
pub(crate) const START: Duration = Duration::from_secs(300);

/// What the decisions are about, and the lock under which they are made.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site<'a> {
    pub(crate) config: &'a Config,
    pub(crate) binaries: &'a Binaries,
    pub(crate) account: &'a Account,
    pub(crate) layout: &'a Layout,
    pub(crate) deciding: &'a File,
}

impl Site<'_> {
    /// One of Postgres's programs, in the data directory: its paths are given relative to that, because `pg_ctl` puts
    /// them into a shell command in which a path may not hold everything that a path may hold.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = self.account.command(&self.binaries.program(program));
        command.current_dir(self.layout.root());
        command
    }

    /// `pg_ctl` in a process group of its own: Ctrl-C is for us to answer.
    fn pg_ctl(&self, action: &str) -> Command {
        let mut command = self.command("pg_ctl");
        command.process_group(0).args([action, "--silent", "--pgdata=postgres"]);
        command
    }
}

/// Starts Postgres or adopts the one that runs; says where its socket is, and whether it had to be started.
pub(crate) fn start(site: &Site<'_>, progress: &dyn Fn(&str)) -> Result<(PathBuf, bool), Error> {
    let data = site.layout.data();
    site.account.check_owns(&data)?;
    if let Some(found) = await_ready(site)? {
        if settings::write_access(site.config, site.account, &data)? {
            // It is no loss when this fails because Postgres just died: whoever connects finds out.
            run(&mut site.pg_ctl("reload"), site.deciding)?;
        }
        return Ok((found.socket_directory, false));
    }
    progress("starting the database");
    postmaster::await_orphans(&data, &site.layout.log())?;
    let socket = site.layout.make_socket_directory(site.account)?;
    postmaster::remove_stale_locks(site.layout, &socket)?;
    settings::write(site.config, site.account, &data, &socket)?;
    settings::write_access(site.config, site.account, &data)?;
    let logged = site.layout.prepare_log(site.account)?;
    let mut command = site.pg_ctl("start");
    command.args(["--wait", "--log=postgres.log"]).arg(format!("--timeout={}", START.as_secs()));
    let (success, said) = run(&mut command, site.deciding)?;
    match Postmaster::of(&data) {
        Some(started) if success => Ok((started.socket_directory, true)),
        Some(_) | None => Err(start_failure(site, logged, &said)),
    }
}

/// How Postgres is to end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Sessions are ended, everything is written.
    Cleanly,
    /// As if it had been killed: the next start recovers.
    AtOnce,
}

/// Stops Postgres. What was acknowledged is safe.
pub(crate) fn stop(site: &Site<'_>, how: Stop) -> Result<(), Error> {
    if Postmaster::of(&site.layout.data()).is_none() {
        return Ok(());
    }
    let mut command = site.pg_ctl("stop");
    let mode = if how == Stop::Cleanly { "--mode=fast" } else { "--mode=immediate" };
    command.args(["--wait", mode, "--timeout=120"]);
    let (_, said) = run(&mut command, site.deciding)?;
    // It may have ended by itself just before; what counts is that it is gone.
    if Postmaster::of(&site.layout.data()).is_none() {
        let socket = site.layout.socket_directory(site.account);
        if !socket.starts_with(site.layout.root()) {
            // Only to be tidy elsewhere: it is empty now, and made again at the next start.
            fs::remove_dir(socket).ok();
        }
        return Ok(());
    }
    Err(Error::StopFailed { line: last_line(&said), log: site.layout.log() })
}

/// The postmaster that runs, when it accepts connections. One that stops is waited for, and then there is none.
fn await_ready(site: &Site<'_>) -> Result<Option<Postmaster>, Error> {
    let until = Instant::now() + START;
    while let Some(found) = Postmaster::of(&site.layout.data()) {
        if found.is_ready {
            return Ok(Some(found));
        }
        if Instant::now() > until {
            let line = format!("it runs, but has not been ready for {} seconds", START.as_secs());
            return Err(Error::StartFailed { line, log: site.layout.log() });
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(None)
}

/// Runs a program to its end; gives whether it succeeded, and what it said. As its input it has the control lock: so
/// the lock is held until it ends, even when we are killed before. The postmaster does not inherit it from `pg_ctl`.
pub(crate) fn run(command: &mut Command, deciding: &File) -> Result<(bool, String), Error> {
    let program = PathBuf::from(command.get_program());
    let lock = deciding.try_clone().map_err(Error::at(&program))?;
    let output = command.stdin(Stdio::from(lock)).output().map_err(Error::at(&program))?;
    let mut said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.push_str(&String::from_utf8_lossy(&output.stderr));
    Ok((output.status.success(), said))
}

/// Whether a program complained of a full disk.
pub(crate) fn says_full(text: &str) -> bool {
    text.contains("No space left on device") || text.contains("Disk quota exceeded")
}

/// The last line that says something.
pub(crate) fn last_line(text: &str) -> String {
    text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing").trim().to_owned()
}

/// Why Postgres did not start, from what it logged since.
fn start_failure(site: &Site<'_>, logged: u64, said: &str) -> Error {
    let log = site.layout.log();
    let text = read_from(&log, logged).unwrap_or_default();
    if says_full(&text) || says_full(said) {
        return Error::DiskFull(site.layout.root().to_owned());
    }
    let fatal = text.lines().find(|line| line.contains("FATAL:") || line.contains("PANIC:"));
    let other = if text.trim().is_empty() { said } else { &text };
    Error::StartFailed { line: fatal.map_or_else(|| last_line(other), str::to_owned), log }
}

fn read_from(path: &std::path::Path, offset: u64) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
