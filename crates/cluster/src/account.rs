//! Whom Postgres runs as. It refuses root, so root lends it an account; everybody else runs it as themselves.

use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use nix::unistd::{Uid, User, geteuid};

use crate::Error;

/// The account that Postgres runs as, and the one that signs in.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    /// Set when it is not our own.
    lent: Option<(u32, u32)>,
    /// Its name.
    pub(crate) name: String,
    /// The name of the account that this process runs as.
    pub(crate) own_name: String,
}

impl Account {
    pub(crate) fn for_postgres() -> Result<Self, Error> {
        let own = geteuid();
        let own_name = name_of(own).unwrap_or_else(|| own.to_string());
        if !own.is_root() {
            return Ok(Self { lent: None, name: own_name.clone(), own_name });
        }
        let postgres = User::from_name("postgres").ok().flatten().ok_or(Error::NoAccount)?;
        let lent = Some((postgres.uid.as_raw(), postgres.gid.as_raw()));
        Ok(Self { lent, name: postgres.name, own_name })
    }

    /// A command that runs as this account, apart from our terminal.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.current_dir("/").process_group(0).env("LC_ALL", "C");
        if let Some((uid, gid)) = self.lent {
            command.uid(uid).gid(gid);
        }
        command
    }

    /// Gives a file or directory to this account.
    pub(crate) fn give(&self, path: &Path) -> io::Result<()> {
        match self.lent {
            Some((uid, gid)) => std::os::unix::fs::chown(path, Some(uid), Some(gid)),
            None => Ok(()),
        }
    }

    /// Finds out that a directory lies where this account cannot go.
    pub(crate) fn check_reach(&self, path: &Path) -> Result<(), Error> {
        let Some((uid, gid)) = self.lent else { return Ok(()) };
        for above in path.ancestors() {
            let metadata = fs::metadata(above).map_err(Error::at(above))?;
            let search = match (metadata.uid() == uid, metadata.gid() == gid) {
                (true, _) => 0o100,
                (false, true) => 0o010,
                (false, false) => 0o001,
            };
            if metadata.mode() & search == 0 {
                return Err(Error::NotReachable(above.to_owned()));
            }
        }
        Ok(())
    }
}

fn name_of(uid: Uid) -> Option<String> {
    Some(User::from_uid(uid).ok()??.name)
}
