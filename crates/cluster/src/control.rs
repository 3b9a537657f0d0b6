//! Starts, adopts and stops Postgres with `pg_ctl`. The caller must hold the control lock.
//!
//! `initdb` creates the cluster, `postmaster` finds the process that serves it.

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

/// The timeout of a start, including crash recovery.
pub(crate) const START_TIMEOUT: Duration = Duration::from_secs(300);

/// Everything that the operations need, with the control lock that they run under.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ControlContext<'a> {
    pub(crate) config: &'a Config,
    pub(crate) binaries: &'a Binaries,
    pub(crate) account: &'a Account,
    pub(crate) layout: &'a Layout,
    pub(crate) control_lock: &'a File,
}

impl ControlContext<'_> {
    /// A command for one of Postgres's programs with the data directory as its working directory. Paths are passed relative
    /// to it, because `pg_ctl` builds a shell command from them that does not quote every character.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = self.account.command(&self.binaries.program(program));
        command.current_dir(self.layout.root());
        command
    }

    /// `pg_ctl` in its own process group, so that Ctrl-C in the terminal does not stop Postgres before us.
    fn pg_ctl(&self, action: &str) -> Command {
        let mut command = self.command("pg_ctl");
        command.process_group(0).args([action, "--silent", "--pgdata=postgres"]);
        command
    }
}

/// Adopts the running Postgres or starts it. Returns the socket directory, and whether it was started.
pub(crate) fn start(context: &ControlContext<'_>, progress: &dyn Fn(&str)) -> Result<(PathBuf, bool), Error> {
    let data = context.layout.data();
    context.account.check_ownership(&data)?;
    if let Some(found) = await_ready(context)? {
        if settings::write_access(context.config, context.account, &data)? {
            // The result is ignored on purpose: if Postgres has just died, the connection attempt reports it.
            run(&mut context.pg_ctl("reload"), context.control_lock)?;
        }
        return Ok((found.socket_directory, false));
    }
    progress("starting the database");
    postmaster::await_orphans(&data, &context.layout.log())?;
    let socket = context.layout.create_socket_directory(context.account)?;
    postmaster::remove_stale_locks(context.layout, &socket)?;
    settings::write(context.config, context.account, &data, &socket)?;
    settings::write_access(context.config, context.account, &data)?;
    let logged = context.layout.prepare_log(context.account)?;
    let mut command = context.pg_ctl("start");
    command.args(["--wait", "--log=postgres.log"]).arg(format!("--timeout={}", START_TIMEOUT.as_secs()));
    let (success, output_text) = run(&mut command, context.control_lock)?;
    match Postmaster::find(&data) {
        Some(started) if success => Ok((started.socket_directory, true)),
        Some(_) | None => Err(start_failure(context, logged, &output_text)),
    }
}

/// The shutdown modes of `pg_ctl stop`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StopMode {
    /// Ends the sessions and writes a checkpoint.
    Fast,
    /// Ends as if killed: the next start runs crash recovery.
    Immediate,
}

/// Stops Postgres. Committed transactions are kept in both modes.
pub(crate) fn stop(context: &ControlContext<'_>, mode: StopMode) -> Result<(), Error> {
    if Postmaster::find(&context.layout.data()).is_none() {
        return Ok(());
    }
    let mut command = context.pg_ctl("stop");
    let mode = if mode == StopMode::Fast { "--mode=fast" } else { "--mode=immediate" };
    command.args(["--wait", mode, "--timeout=120"]);
    let (_, output_text) = run(&mut command, context.control_lock)?;
    // Check the process instead of the exit status: it may have ended by itself just before.
    if Postmaster::find(&context.layout.data()).is_none() {
        let socket = context.layout.socket_directory(context.account);
        if !socket.starts_with(context.layout.root()) {
            // Best effort: the directory is empty now, and the next start creates it again.
            fs::remove_dir(socket).ok();
        }
        return Ok(());
    }
    Err(Error::StopFailed { line: last_line(&output_text), log: context.layout.log() })
}

/// Waits until the running postmaster accepts connections, or until one that is stopping has ended (`None`).
fn await_ready(context: &ControlContext<'_>) -> Result<Option<Postmaster>, Error> {
    let until = Instant::now() + START_TIMEOUT;
    while let Some(found) = Postmaster::find(&context.layout.data()) {
        if found.is_ready {
            return Ok(Some(found));
        }
        if Instant::now() > until {
            let line = format!("it runs, but has not been ready for {} seconds", START_TIMEOUT.as_secs());
            return Err(Error::StartFailed { line, log: context.layout.log() });
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(None)
}

/// Runs a program and returns whether it succeeded, with its output. Its standard input is the lock file, so that the lock
/// is held until the program ends even if this process is killed first. `pg_ctl` does not pass it on to the postmaster.
pub(crate) fn run(command: &mut Command, control_lock: &File) -> Result<(bool, String), Error> {
    let program = PathBuf::from(command.get_program());
    let lock = control_lock.try_clone().map_err(Error::at(&program))?;
    let output = command.stdin(Stdio::from(lock)).output().map_err(Error::at(&program))?;
    let mut output_text = String::from_utf8_lossy(&output.stdout).into_owned();
    output_text.push_str(&String::from_utf8_lossy(&output.stderr));
    Ok((output.status.success(), output_text))
}

/// Whether the output reports a full disk. The programs have no exit code for it; `Account::command` sets `LC_ALL=C` and
/// `masthead.conf` sets `lc_messages`, so the messages are in English.
pub(crate) fn reports_disk_full(text: &str) -> bool {
    text.contains("No space left on device") || text.contains("Disk quota exceeded")
}

/// The last line that is not blank.
pub(crate) fn last_line(text: &str) -> String {
    text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing").trim().to_owned()
}

/// Finds the reason of a failed start in what Postgres logged since `logged`, the length of the log before.
fn start_failure(context: &ControlContext<'_>, logged: u64, output_text: &str) -> Error {
    let log = context.layout.log();
    let text = read_from(&log, logged).unwrap_or_default();
    if reports_disk_full(&text) || reports_disk_full(output_text) {
        return Error::DiskFull(context.layout.root().to_owned());
    }
    let fatal = text.lines().find(|line| line.contains("FATAL:") || line.contains("PANIC:"));
    let other = if text.trim().is_empty() { output_text } else { &text };
    Error::StartFailed { line: fatal.map_or_else(|| last_line(other), str::to_owned), log }
}

fn read_from(path: &std::path::Path, offset: u64) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
