//! Writes the configuration files of Postgres: settings (`masthead.conf`) and access (`pg_hba.conf`, `pg_ident.conf`).

use std::fs::{self, File};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use crate::account::Account;
use crate::{Config, Durability, Error, SUPERUSER};

/// Appended to `postgresql.conf`, so that our settings override those before it.
pub(crate) const INCLUDE: &str = "\ninclude_if_exists = 'masthead.conf'\n";

/// Writes `masthead.conf`. It is rewritten at each start, because its content belongs to the program and not to the data.
pub(crate) fn write(config: &Config, account: &Account, data: &Path, socket: &Path) -> Result<(), Error> {
    let mut settings = format!(
        "# Written anew at each start. Your own settings belong into postgresql.auto.conf (ALTER SYSTEM).\n\
         listen_addresses = ''\n\
         port = 5432\n\
         unix_socket_directories = '{}'\n\
         unix_socket_permissions = 0700\n\
         max_connections = {}\n\
         logging_collector = off\n\
         log_destination = 'stderr'\n\
         log_checkpoints = off\n\
         # Error messages are read by the server and must be English.\n\
         lc_messages = 'C'\n\
         # What is read lies in memory or on a solid disk, where a page costs the same wherever it is.\n\
         random_page_cost = 1.1\n",
        socket.display(),
        config.max_connections,
    );
    if config.durability == Durability::Off {
        settings.push_str("fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");
    }
    replace(account, &data.join("masthead.conf"), &settings)
}

/// Writes the access rules and returns whether they changed. Connections are accepted over the socket only, from the user of
/// this process, as the superuser or one of the login roles. The account that Postgres runs as gets no SQL session, because
/// other programs may share it (`postgres`). It may use the replication protocol, for base backups and replicas: it owns the
/// files, so that gives it no additional access.
pub(crate) fn write_access(config: &Config, account: &Account, data: &Path) -> Result<bool, Error> {
    let mut map = String::new();
    for role in std::iter::once(SUPERUSER).chain(config.login_roles.iter().map(String::as_str)) {
        map.push_str(&format!("masthead {} {}\n", quoted(&account.caller), quoted(role)));
    }
    let mut copying = vec![&account.caller, &account.name];
    copying.dedup();
    for user in copying {
        map.push_str(&format!("masthead_replication {} {}\n", quoted(user), quoted(SUPERUSER)));
    }
    let hba = replace_if_changed(account, &data.join("pg_hba.conf"), ACCESS)?;
    let ident = replace_if_changed(account, &data.join("pg_ident.conf"), &map)?;
    Ok(hba || ident)
}

const ACCESS: &str =
    "local all all peer map=masthead\nlocal replication postgres peer map=masthead_replication\n";

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn replace_if_changed(account: &Account, path: &Path, content: &str) -> Result<bool, Error> {
    if fs::read_to_string(path).is_ok_and(|before| before == content) {
        return Ok(false);
    }
    replace(account, path, content)?;
    Ok(true)
}

/// Replaces a file in a directory that the account owns. The account could have put a symbolic link there, which root must not
/// follow, so a new file is created and renamed.
fn replace(account: &Account, path: &Path, content: &str) -> Result<(), Error> {
    let new = path.with_extension("conf.new");
    match fs::remove_file(&new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(Error::at(new)(error)),
        Ok(()) | Err(_) => {}
    }
    let mut file =
        File::options().write(true).create_new(true).mode(0o600).open(&new).map_err(Error::at(&new))?;
    file.write_all(content.as_bytes()).map_err(Error::at(&new))?;
    account.chown_file(&file).map_err(Error::at(&new))?;
    fs::rename(&new, path).map_err(Error::at(path))
}
