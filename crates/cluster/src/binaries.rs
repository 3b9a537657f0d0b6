//! The programs of a Postgres server, wherever the distribution put them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::Error;

/// The directory with `initdb`, `pg_ctl` and `postgres` in it, and their version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    /// The directory.
    pub directory: PathBuf,
    /// The major version.
    pub major: u32,
}

/// The oldest version that Masthead runs on.
const OLDEST: u32 = 15;

impl Binaries {
    /// Finds the newest programs, or those of a version that existing data needs. Looks in PATH and in
    /// `/usr/lib/postgresql/*/bin`, where Debian keeps them.
    ///
    /// # Errors
    /// [`Error::NoBinaries`], or [`Error::WrongMajor`] when there are only others.
    pub fn find(wanted: Option<u32>) -> Result<Self, Error> {
        let mut found: Vec<Self> =
            candidates().into_iter().filter_map(|directory| Self::at(&directory)).collect();
        found.retain(|binaries| {
            binaries.major >= OLDEST && wanted.is_none_or(|major| binaries.major == major)
        });
        let newest = found.into_iter().max_by_key(|binaries| binaries.major);
        newest.ok_or(wanted.map_or(Error::NoBinaries, |wanted| Error::WrongMajor { wanted }))
    }

    /// The path of one of the programs.
    #[must_use]
    pub fn program(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    fn at(directory: &Path) -> Option<Self> {
        // A link in PATH leads to the directory that holds the other programs too.
        let initdb = fs::canonicalize(directory.join("initdb")).ok()?;
        let directory = initdb.parent()?.to_owned();
        let printed = Command::new(directory.join("postgres")).arg("--version").output().ok()?.stdout;
        let printed = String::from_utf8(printed).ok()?;
        let version = printed.split_whitespace().find_map(|word| word.split('.').next()?.parse().ok())?;
        Some(Self { directory, major: version })
    }
}

fn candidates() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    env::split_paths(&path).chain(debian.map(|version| version.path().join("bin"))).collect()
}
