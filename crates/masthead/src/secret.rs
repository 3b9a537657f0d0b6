//! The secret of the publication: configured, or generated once and stored beside the embedded database.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

use anyhow::{Context, Result, bail};
use api::Secret;

use crate::config::{Config, Database};

/// Loads the secret.
///
/// # Errors
/// If none is configured for an external database: servers on other machines need the same secret.
pub(crate) fn load(config: &Config) -> Result<Secret> {
    if let Some(secret) = &config.secret {
        return Ok(secret.clone());
    }
    match &config.database {
        Database::Embedded(directory) => load_or_create(directory),
        Database::External { .. } => bail!(
            "MASTHEAD_SECRET is not set: DATABASE_URL requires it, the same on all servers; \
             generate one with `openssl rand -base64 32`"
        ),
    }
}

/// Writes a file with mode 0600, creating its directory if it is missing. Returns false if the file exists already, which is
/// left unchanged.
pub(crate) fn write_private(path: &Path, text: &str) -> Result<bool> {
    if let Some(directory) = path.parent() {
        create_private_directory(directory)?;
    }
    // Write to a temporary file, then link it, so that a concurrent start sees either the whole file or none.
    let new = path.with_extension(format!("new-{}", std::process::id()));
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    let named = fs::hard_link(&new, path);
    fs::remove_file(&new)?;
    match named {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Creates the data directory if it is missing. With root it is traversable, because the embedded Postgres runs as another
/// account.
fn create_private_directory(directory: &Path) -> std::io::Result<()> {
    if let Some(parent) = directory.parent() {
        fs::create_dir_all(parent)?;
    }
    let is_root = fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    match DirBuilder::new().mode(if is_root { 0o711 } else { 0o700 }).create(directory) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn load_or_create(directory: &Path) -> Result<Secret> {
    let path = directory.join("secret");
    let problem = || format!("the secret in {} cannot be used", path.display());
    if !path.exists() {
        let made = api::random_token().context("the operating system returned no random bytes")?;
        write_private(&path, &format!("{made}\n")).with_context(problem)?;
    }
    let text = fs::read_to_string(&path).with_context(problem)?;
    Secret::parse(&text).with_context(problem)
}
