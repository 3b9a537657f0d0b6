//! Making, starting and stopping, by the programs that Postgres brings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use nix::sys::statvfs::statvfs;

use crate::account::Account;
use crate::layout::Layout;
use crate::{Binaries, Config, Error, SUPERUSER, postmaster};

/// What a new cluster needs, in bytes.
const NEEDED: u64 = 100 << 20;

/// How long a start may take, recovery included.
const START: Duration = Duration::from_secs(120);

/// Makes the cluster when there is none. It is made beside its place and moved there when it is whole.
pub(crate) fn make(
    config: &Config,
    binaries: &Binaries,
    account: &Account,
    layout: &Layout,
    progress: &dyn Fn(&str),
) -> Result<(), Error> {
    if layout.cluster().join("PG_VERSION").exists() {
        return Ok(());
    }
    check_space(layout.root())?;
    let new = layout.unfinished();
    if new.exists() {
        fs::remove_dir_all(&new).map_err(Error::at(&new))?;
    }
    progress("making a database cluster");
    fs::create_dir(&new).map_err(Error::at(&new))?;
    account.give(&new).map_err(Error::at(&new))?;
    let mut initdb = account.command(&binaries.program("initdb"));
    initdb.arg("--pgdata").arg(&new).arg(format!("--username={SUPERUSER}"));
    initdb.args(["--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--auth=peer"]);
    if !config.durable {
        initdb.arg("--no-sync");
    }
    run(&mut initdb, "initdb", layout)?;
    fs::rename(&new, layout.cluster()).map_err(Error::at(layout.cluster()))
}

/// Starts Postgres, or adopts the one that runs, and says where its socket is.
pub(crate) fn start(
    config: &Config,
    binaries: &Binaries,
    account: &Account,
    layout: &Layout,
    progress: &dyn Fn(&str),
) -> Result<PathBuf, Error> {
    let cluster = layout.cluster();
    if postmaster::is_alive(&cluster) {
        wait_until_ready(layout)?;
    } else {
        progress("starting the database");
        postmaster::clear_remains(&cluster, &layout.socket_directory(account)?, &layout.log())?;
        configure(config, account, layout)?;
        let mut pg_ctl = account.command(&binaries.program("pg_ctl"));
        pg_ctl.args(["start", "--silent", "--wait"]).arg(format!("--timeout={}", START.as_secs()));
        pg_ctl.arg("--pgdata").arg(&cluster).arg("--log").arg(layout.log());
        run(&mut pg_ctl, "pg_ctl", layout)?;
    }
    match postmaster::socket_directory(&cluster) {
        Some(directory) => Ok(directory),
        None => Err(not_started(layout)),
    }
}

/// Stops Postgres, letting nobody wait: sessions end, work that was acknowledged is safe.
pub(crate) fn stop(binaries: &Binaries, account: &Account, layout: &Layout) -> Result<(), Error> {
    if !postmaster::is_alive(&layout.cluster()) {
        return Ok(());
    }
    let mut pg_ctl = account.command(&binaries.program("pg_ctl"));
    pg_ctl
        .args(["stop", "--silent", "--wait", "--mode=fast", "--timeout=60"])
        .arg("--pgdata")
        .arg(layout.cluster());
    run(&mut pg_ctl, "pg_ctl", layout)
}

fn wait_until_ready(layout: &Layout) -> Result<(), Error> {
    let until = Instant::now() + START;
    while !postmaster::is_ready(&layout.cluster()) {
        if Instant::now() > until || !postmaster::is_alive(&layout.cluster()) {
            return Err(not_started(layout));
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// Settings are written anew at each start: they belong to this version of Masthead, not to the data.
fn configure(config: &Config, account: &Account, layout: &Layout) -> Result<(), Error> {
    let socket = layout.socket_directory(account)?;
    let socket = quoted(&socket.to_string_lossy());
    let durability = if config.durable { "on" } else { "off" };
    let settings = format!(
        "listen_addresses = ''\nunix_socket_directories = {socket}\nunix_socket_permissions = 0700\n\
         max_connections = {}\nfsync = {durability}\nsynchronous_commit = {durability}\n\
         full_page_writes = {durability}\nlog_min_messages = warning\nlog_checkpoints = off\n\
         tcp_keepalives_idle = 10\nclient_connection_check_interval = 2s\n",
        config.max_connections
    );
    let logins = std::iter::once(SUPERUSER).chain(config.login_roles.iter().map(String::as_str));
    let mut map = String::new();
    for role in logins {
        for account in [&account.own_name, &account.name] {
            map.push_str(&format!("masthead \"{account}\" \"{role}\"\n"));
        }
    }
    // The account may not make files in the data directory; this one it is given.
    let log = layout.log();
    fs::File::options().create(true).append(true).open(&log).map_err(Error::at(&log))?;
    account.give(&log).map_err(Error::at(&log))?;
    write(account, &layout.cluster().join("postgresql.auto.conf"), &settings)?;
    write(account, &layout.cluster().join("pg_hba.conf"), "local all all peer map=masthead\n")?;
    write(account, &layout.cluster().join("pg_ident.conf"), &map)
}

fn write(account: &Account, path: &Path, content: &str) -> Result<(), Error> {
    fs::write(path, content).map_err(Error::at(path))?;
    account.give(path).map_err(Error::at(path))
}

fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}

fn check_space(directory: &Path) -> Result<(), Error> {
    let space = statvfs(directory).map_err(|errno| Error::at(directory)(errno.into()))?;
    let free = space.blocks_available().saturating_mul(space.fragment_size());
    if free < NEEDED { Err(Error::DiskFull(directory.to_owned())) } else { Ok(()) }
}

/// Runs a program to its end. Its output goes to a file: a pipe would be held open by the postmaster it starts.
fn run(command: &mut Command, program: &'static str, layout: &Layout) -> Result<(), Error> {
    let said = layout.root().join(format!("{program}.out"));
    let file = fs::File::create(&said).map_err(Error::at(&said))?;
    let copy = file.try_clone().map_err(Error::at(&said))?;
    let status =
        command.stdin(Stdio::null()).stdout(file).stderr(copy).status().map_err(Error::at(program))?;
    if status.success() {
        return Ok(());
    }
    let said = fs::read_to_string(&said).unwrap_or_default();
    let log = fs::read_to_string(layout.log()).unwrap_or_default();
    let tail: Vec<&str> = log.lines().rev().take(20).collect();
    if said.contains("No space left on device")
        || tail.iter().any(|line| line.contains("No space left on device"))
    {
        return Err(Error::DiskFull(layout.root().to_owned()));
    }
    match program {
        "initdb" => Err(Error::Program { program, line: last_line(&said) }),
        _ => Err(not_started(layout)),
    }
}

fn not_started(layout: &Layout) -> Error {
    let log = fs::read_to_string(layout.log()).unwrap_or_default();
    let fatal = log.lines().rev().take(20).find(|line| line.contains("FATAL") || line.contains("PANIC"));
    Error::NotStarted { line: fatal.map_or_else(|| last_line(&log), str::to_owned), log: layout.log() }
}

fn last_line(text: &str) -> String {
    text.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it said nothing").to_owned()
}
