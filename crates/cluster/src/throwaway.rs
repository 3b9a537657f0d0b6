//! A cluster for tests, gone with the process that made it, however that ends.

use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::{Cluster, Config, Error};

/// A cluster in a temporary directory. It is fast, and would not survive a power cut.
#[derive(Debug)]
pub struct Throwaway {
    cluster: Cluster,
    // Holds the other end of a pipe: when this process ends, the keeper reads the end of it and cleans up.
    _keeper: Child,
}

impl Throwaway {
    /// Starts one.
    ///
    /// # Errors
    /// As [`Cluster::open`].
    pub fn start(max_connections: u32, login_roles: Vec<String>) -> Result<Self, Error> {
        let directory = fresh_directory();
        let config =
            Config { data_directory: directory.clone(), durable: false, max_connections, login_roles };
        let cluster = Cluster::open(config, &|_| {})?;
        let keeper = keep(&directory)?;
        Ok(Self { cluster, _keeper: keeper })
    }

    /// Where its Unix socket lies.
    #[must_use]
    pub fn socket_directory(&self) -> &Path {
        self.cluster.socket_directory()
    }
}

/// Ends with the pipe to its input, whether this process returns, panics or is killed.
const KEEPER: &str = "cat >/dev/null; kill -QUIT \"$(head -n 1 \"$1/postgres/postmaster.pid\")\"; \
                      while [ -e \"$1/postgres/postmaster.pid\" ]; do sleep 0.05; done; rm -rf \"$1\"";

fn keep(directory: &Path) -> Result<Child, Error> {
    let mut command = Command::new("sh");
    command.arg("-c").arg(KEEPER).arg("keeper").arg(directory).current_dir("/").process_group(0);
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map_err(Error::at("sh"))
}

fn fresh_directory() -> PathBuf {
    let number = std::process::id();
    let names = (0..u32::MAX).map(|round| std::env::temp_dir().join(format!("mh-{number}-{round}")));
    names.into_iter().find(|path| fs::create_dir(path).is_ok()).unwrap_or_else(std::env::temp_dir)
}
