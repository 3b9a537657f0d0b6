//! The system account that Postgres runs as. Postgres refuses to run as root, so root runs it as another account; other users
//! run it as themselves. Which roles may sign in is in `settings`.

use std::env;
use std::fs::{self, File};
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{MetadataExt, fchown, lchown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use nix::unistd::{Uid, User, getegid, geteuid};

use crate::Error;

/// The account that Postgres runs as, and the user that this process runs as.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    /// The name of the account.
    pub(crate) name: String,
    /// The name of the user of this process; the same, unless that is root.
    pub(crate) caller: String,
    uid: u32,
    gid: u32,
    /// The home directory of the account; only set if it differs from the user of this process.
    home: Option<PathBuf>,
}

impl Account {
    /// The user of this process, unless that is root. For root: `wanted`, else the owner of existing data, else `masthead`,
    /// `postgres` or `nobody`. `masthead` precedes `postgres`, because programs that share the account can read the data.
    pub(crate) fn choose(wanted: Option<&str>, data: &Path) -> Result<Self, Error> {
        let own = geteuid();
        let caller = named(own).map_or_else(|| own.to_string(), |user| user.name);
        if !own.is_root() {
            let gid = getegid().as_raw();
            return Ok(Self { name: caller.clone(), caller, uid: own.as_raw(), gid, home: None });
        }
        let user = match wanted {
            Some(name) => by_name(name),
            None => owner(data)
                .or_else(|| by_name("masthead"))
                .or_else(|| by_name("postgres"))
                .or_else(|| by_name("nobody")),
        };
        let user = user.filter(|user| !user.uid.is_root());
        let user = user.ok_or_else(|| Error::NoAccount(wanted.unwrap_or("postgres").to_owned()))?;
        let (uid, gid) = (user.uid.as_raw(), user.gid.as_raw());
        Ok(Self { name: user.name, caller, uid, gid, home: Some(user.dir) })
    }

    /// Whether the account differs from the user of this process.
    pub(crate) fn is_other_user(&self) -> bool {
        self.home.is_some()
    }

    pub(crate) fn uid(&self) -> u32 {
        self.uid
    }

    /// A command that runs as this account. The `PG…` variables of the user are removed, and `LC_ALL=C` is set because its
    /// output is parsed.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        for (name, _) in env::vars_os().filter(|(name, _)| name.as_bytes().starts_with(b"PG")) {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C");
        if let Some(home) = &self.home {
            // `Command::uid` also drops the supplementary groups of root.
            command.uid(self.uid).gid(self.gid);
            command.env("HOME", home).env("USER", &self.name).env("LOGNAME", &self.name);
        }
        command
    }

    /// Changes the owner of a directory that this process has created to this account.
    pub(crate) fn chown(&self, path: &Path) -> Result<(), Error> {
        if !self.is_other_user() {
            return Ok(());
        }
        lchown(path, Some(self.uid), Some(self.gid)).map_err(Error::at(path))
    }

    /// Changes the owner of an open file to this account.
    pub(crate) fn chown_file(&self, file: &File) -> io::Result<()> {
        if self.is_other_user() { fchown(file, Some(self.uid), Some(self.gid)) } else { Ok(()) }
    }

    /// Checks that the account can traverse all directories of an absolute path.
    pub(crate) fn check_traversable(&self, path: &Path) -> Result<(), Error> {
        if !self.is_other_user() {
            return Ok(());
        }
        for above in path.ancestors() {
            let metadata = fs::metadata(above).map_err(Error::at(above))?;
            let search = match (metadata.uid() == self.uid, metadata.gid() == self.gid) {
                (true, _) => 0o100,
                (false, true) => 0o010,
                (false, false) => 0o001,
            };
            if metadata.mode() & search == 0 {
                let (path, account) = (above.to_owned(), self.name.clone());
                return Err(Error::NotReachableByAccount { path, account });
            }
        }
        Ok(())
    }

    /// Checks that the account owns a directory and that nobody else can write to it. In a shared directory such as /tmp,
    /// another user may have created it first.
    pub(crate) fn check_ownership(&self, path: &Path) -> Result<(), Error> {
        let metadata = fs::symlink_metadata(path).map_err(Error::at(path))?;
        if metadata.is_dir() && metadata.uid() == self.uid && metadata.mode() & 0o022 == 0 {
            return Ok(());
        }
        Err(Error::WrongOwner { path: path.to_owned(), account: self.name.clone() })
    }
}

fn named(uid: Uid) -> Option<User> {
    User::from_uid(uid).ok().flatten()
}

fn by_name(name: &str) -> Option<User> {
    User::from_name(name).ok().flatten()
}

fn owner(path: &Path) -> Option<User> {
    let uid = Uid::from_raw(fs::metadata(path).ok()?.uid());
    named(uid).filter(|user| !user.uid.is_root())
}
