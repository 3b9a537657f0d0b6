//! Creates the cluster with `initdb`, in a staging directory that is renamed when it is complete, so that an interrupted
//! `initdb` never leaves half a cluster.

use std::fs::{self, DirBuilder, File};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use nix::fcntl::OFlag;
use nix::sys::statvfs::statvfs;

use crate::control::{ControlContext, last_line, reports_disk_full, run};
use crate::{Durability, Error, SUPERUSER, postmaster, settings};

/// The free disk space that a new cluster requires.
const REQUIRED_BYTES: u64 = 64 << 20;

/// Creates the cluster if it does not exist. The caller must hold the control lock.
pub(crate) fn create_if_missing(context: &ControlContext<'_>, progress: &dyn Fn(&str)) -> Result<(), Error> {
    let ControlContext { config, account, layout, .. } = *context;
    let (data, new) = (layout.data(), layout.staging());
    if new.exists() {
        postmaster::await_orphans(&new, &layout.log())?;
        fs::remove_dir_all(&new).map_err(Error::at(&new))?;
    }
    if data.join("PG_VERSION").exists() {
        return Ok(());
    }
    if fs::read_dir(&data).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Error::NotACluster(data));
    }
    check_space(layout.root())?;
    progress("making a database cluster");
    DirBuilder::new().mode(0o700).create(&new).map_err(Error::at(&new))?;
    account.chown(&new)?;
    initdb(context)?;
    include_settings(&new.join("postgresql.conf"))?;
    fs::rename(&new, &data).map_err(Error::at(&data))?;
    if config.durability == Durability::Full {
        File::open(layout.root()).and_then(|root| root.sync_all()).map_err(Error::at(layout.root()))?;
    }
    Ok(())
}

fn initdb(context: &ControlContext<'_>) -> Result<(), Error> {
    let mut command = context.command("initdb");
    command.arg("--pgdata=postgres.new").arg(format!("--username={SUPERUSER}"));
    command.args(["--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums"]);
    command.args(["--auth-local=peer", "--auth-host=reject"]);
    if context.config.durability == Durability::Off {
        command.arg("--no-sync");
    }
    let (success, output_text) = run(&mut command, context.control_lock)?;
    if success {
        return Ok(());
    }
    if reports_disk_full(&output_text) {
        return Err(Error::DiskFull(context.layout.root().to_owned()));
    }
    // The reason comes first in the output; the last lines are about the cleanup.
    let reason = output_text.lines().find(|line| ["error:", "FATAL:"].iter().any(|mark| line.contains(mark)));
    Err(Error::InitFailed { line: reason.map_or_else(|| last_line(&output_text), str::to_owned) })
}

fn include_settings(path: &Path) -> Result<(), Error> {
    let mut file = File::options()
        .append(true)
        .custom_flags(OFlag::O_NOFOLLOW.bits())
        .open(path)
        .map_err(Error::at(path))?;
    file.write_all(settings::INCLUDE.as_bytes()).and_then(|()| file.sync_all()).map_err(Error::at(path))
}

fn check_space(directory: &Path) -> Result<(), Error> {
    let space = statvfs(directory).map_err(|errno| Error::at(directory)(errno.into()))?;
    let free = space.blocks_available().saturating_mul(space.fragment_size());
    if free < REQUIRED_BYTES { Err(Error::DiskFull(directory.to_owned())) } else { Ok(()) }
}
