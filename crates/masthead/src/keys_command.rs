//! `masthead keys`: the keys that access tokens are signed with.

use std::process::ExitCode;

use anyhow::Result;
use store::operations::signing_keys;
use store::operations::signing_keys::{KeyRotation, SigningKey};

use crate::cli::KeysCommand;
use crate::config::Config;
use crate::database::OpenDatabase;
use crate::{database, output, secret};

/// Runs the command.
pub(crate) async fn run(config: Config, keys: KeysCommand) -> Result<ExitCode> {
    let secret = secret::load(&config)?;
    let how = match keys {
        KeysCommand::List => None,
        KeysCommand::Rotate { now: true } => Some(KeyRotation::Emergency),
        KeysCommand::Rotate { now: false } => Some(KeyRotation::Orderly),
    };
    let list = async |open: &OpenDatabase| {
        let mut conn = open.store.operations().await?;
        if let Some(how) = how {
            api::rotate_signing_keys(&mut conn, &secret, how).await?;
        }
        Ok(signing_keys::list(&mut conn).await?)
    };
    for key in database::with_open(&config, list).await? {
        let SigningKey { kid, public_key: _, sealed_private_key: _, signs_from, signs } = key;
        output::print_line(format_args!(
            "{kid}\tfrom {}\t{}",
            signs_from.to_rfc3339(),
            if signs { "signs" } else { "verifies" }
        ));
    }
    Ok(ExitCode::SUCCESS)
}
