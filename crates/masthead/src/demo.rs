//! The demo publication, which a first start on an empty directory brings along: something to read, and to try things on.
//! It lies in the binary as the folder that it is, and comes in as every folder does.

use anyhow::{Context, Result};
use domain::{Locale, Site};
use include_dir::{Dir, include_dir};
use store::acting::Act;
use store::{Store, drafts, people};
use worker::markdown::{self, File, Folder, Future, Options};

use crate::config::{Config, Database};

static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");

/// What the demo publication is written in.
const LOCALE: &str = "en";

/// Imports and publishes the demo publication where nothing was ever written, in a database of our own, and gives the
/// words to say so. Cut off halfway it does nothing, and the next start begins anew.
pub(crate) async fn load(store: &Store, config: &Config) -> Result<Option<String>> {
    let Some(options) = wanted(config) else { return Ok(None) };
    let mut conn = store.editorial().await?;
    if people::is_anybody_there(&mut conn).await? || drafts::is_any_there(&mut conn).await? {
        return Ok(None);
    }
    let act = Act::of_program("masthead demo", &uuid::Uuid::now_v7().to_string());
    let done = markdown::import(&mut conn, &act, &folder(), &options, |_, _| {}).await;
    let count = done.context("the demo publication could not be loaded")?.made_count();
    Ok(Some(format!("  demo           {count} articles to read; --no-demo starts without")))
}

/// How it is imported, where it is wanted and readers have its language.
fn wanted(config: &Config) -> Option<Options> {
    let Site { locales, .. } = &config.site;
    let is_own = matches!(config.database, Database::Embedded(_));
    let locale = Locale::try_from(LOCALE.to_owned()).ok()?;
    let is_wanted = config.demo && is_own && locales.contains(&locale);
    let locales = locales.clone();
    is_wanted.then_some(Options { locale, locales, publish: true, future: Future::Schedule, dry_run: false })
}

fn folder() -> Folder {
    let files = DEMO.files().map(|file| File {
        path: file.path().to_string_lossy().into_owned(),
        bytes: file.contents().to_vec(),
    });
    Folder { files: files.collect(), left_out: Vec::new() }
}
