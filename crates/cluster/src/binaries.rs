//! Finds the programs of a Postgres server.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::Error;

/// The directory of `initdb`, `pg_ctl` and `postgres`, and their version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    pub directory: PathBuf,
    /// The major version, such as 17.
    pub major: u32,
}

/// The oldest supported major version.
const MIN_MAJOR: u32 = 15;

impl Binaries {
    /// Searches the `explicit` directory if given, else PATH, then `/usr/lib/postgresql/*/bin` (Debian) from the newest version
    /// down. With `wanted_major`, only that version is accepted.
    ///
    /// # Errors
    /// [`Error::NoBinaries`], [`Error::NoBinariesAt`], or [`Error::WrongMajor`] when there are only others.
    pub fn find(explicit: Option<&Path>, wanted_major: Option<u32>) -> Result<Self, Error> {
        let nothing = || explicit.map_or(Error::NoBinaries, |path| Error::NoBinariesAt(path.to_owned()));
        let directories = explicit.map_or_else(candidates, |path| vec![path.to_owned()]);
        let mut found = directories.iter().filter_map(|path| Self::at(path));
        let Some(wanted) = wanted_major else {
            return found.find(|binaries| binaries.major >= MIN_MAJOR).ok_or_else(nothing);
        };
        let usable: Vec<Self> = found.filter(|binaries| binaries.major >= MIN_MAJOR).collect();
        let other = usable.first().map(|binaries| binaries.major).ok_or_else(nothing)?;
        let exact = usable.into_iter().find(|binaries| binaries.major == wanted);
        exact.ok_or(Error::WrongMajor { directory_major: wanted, found: other })
    }

    /// The path of a program.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.directory.join(name)
    }

    fn at(path: &Path) -> Option<Self> {
        // PATH may contain a symbolic link to `initdb`; the other programs are beside its target.
        let initdb = fs::canonicalize(path.join("initdb")).ok()?;
        let directory =
            [initdb.parent()?, path].into_iter().find(|directory| has_all_programs(directory))?.to_owned();
        let printed = Command::new(directory.join("postgres")).arg("--version").output().ok()?.stdout;
        let printed = String::from_utf8(printed).ok()?;
        let major = printed.split_whitespace().find_map(major)?;
        Some(Self { directory, major })
    }
}

/// The major version in a word such as `15.4`, `15` or `18beta1`.
pub(crate) fn major(word: &str) -> Option<u32> {
    word.split(|character: char| !character.is_ascii_digit()).next()?.parse().ok()
}

fn has_all_programs(directory: &Path) -> bool {
    ["initdb", "pg_ctl", "postgres"].iter().all(|name| directory.join(name).is_file())
}

/// The directories to search, in order of preference.
fn candidates() -> Vec<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut debian: Vec<(u32, PathBuf)> = versions
        .filter_map(|version| Some((major(version.file_name().to_str()?)?, version.path().join("bin"))))
        .collect();
    debian.sort_by_key(|(major, _)| std::cmp::Reverse(*major));
    let debian = debian.into_iter().map(|(_, path)| path);
    env::split_paths(&path).filter(|path| path.is_absolute()).chain(debian).collect()
}
