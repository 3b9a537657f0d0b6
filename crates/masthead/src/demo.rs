//! The demo publication, loaded by the first start on an empty data directory. It is embedded in the binary as a folder of
//! Markdown files and imported like any other folder.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::{Context, Result};
use domain::{Locale, Site};
use import::markdown::{self, File, Folder};
use import::{FutureDates, ImportError, Options};
use include_dir::{Dir, include_dir};
use store::Store;
use store::editorial::{drafts, people};
use store::write::WriteContext;

use crate::config::{Config, Database};

static DEMO: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../demo");

/// The locale of the demo publication.
const LOCALE: &str = "en";

/// Imports and publishes the demo publication if the embedded database has no accounts and no drafts. Returns a notice to
/// print. The import is one transaction, so an interrupted start loads nothing and the next one tries again.
pub(crate) async fn load(
    store: &Store,
    config: &Config,
    site: &Site,
    address: SocketAddr,
) -> Result<Option<String>> {
    let Some(options) = import_options(config) else { return Ok(None) };
    let mut conn = store.editorial().await?;
    if people::any_exist(&mut conn).await? || drafts::any_exist(&mut conn).await? {
        return Ok(None);
    }
    let context = WriteContext::for_program("masthead demo", &uuid::Uuid::now_v7().to_string());
    let done = async {
        let source =
            markdown::parse_folder(&folder(site, address), &options).map_err(ImportError::Invalid)?;
        import::run(&mut conn, &context, &source, &options, |_, _| {}).await
    };
    let count = done.await.context("the demo publication could not be loaded")?.created_count();
    Ok(Some(format!("  demo           {count} articles; --no-demo starts without them")))
}

/// The options of the import, or `None` if the demo is disabled or its locale is not configured.
fn import_options(config: &Config) -> Option<Options> {
    let Site { locales, .. } = &config.site;
    let is_own = matches!(config.database, Database::Embedded(_));
    let locale = Locale::try_from(LOCALE.to_owned()).ok()?;
    let is_wanted = config.demo && is_own && locales.contains(&locale);
    let (locales, future) = (locales.clone(), FutureDates::Schedule);
    is_wanted.then_some(Options { locale, locales, publish: true, future, dry_run: false, redirects: None })
}

/// The files. This server serves their figures, so on a site with another origin the URLs of figures are absolute.
fn folder(site: &Site, address: SocketAddr) -> Folder {
    let figures = figures_base_url(site, address);
    let file = |path: &Path, contents: &[u8]| {
        let text = String::from_utf8_lossy(contents).replace("](/demo/figures/", &format!("]({figures}"));
        File { path: path.to_string_lossy().into_owned(), bytes: text.into_bytes() }
    };
    let files = DEMO.files().map(|entry| file(entry.path(), entry.contents()));
    Folder { files: files.collect(), skipped: Vec::new() }
}

/// The prefix of the figure URLs.
fn figures_base_url(site: &Site, address: SocketAddr) -> String {
    let host = if address.ip().is_unspecified() {
        format!("localhost:{}", address.port())
    } else {
        address.to_string()
    };
    let is_here = site.origin() == format!("http://{address}") || site.origin() == format!("http://{host}");
    if is_here { FIGURES_PATH.to_owned() } else { format!("http://{host}{FIGURES_PATH}") }
}

/// The path at which this server serves the figures.
const FIGURES_PATH: &str = "/demo/figures/";

#[cfg(test)]
mod tests {
    use domain::PathPattern;

    use super::*;

    fn site(base_url: &str) -> Site {
        Site {
            name: "Test".to_owned(),
            base_url: base_url.to_owned(),
            path_pattern: PathPattern::try_from("/{slug}".to_owned()).unwrap(),
            former_path_patterns: vec![],
            time_zone: domain::TimeZone::utc(),
            default_locale: Locale::try_from(LOCALE.to_owned()).unwrap(),
            locales: vec![],
        }
    }

    #[test]
    fn demo_figures_have_urls_of_this_server() {
        for (base_url, listen, begins) in [
            ("http://127.0.0.1:8080", "127.0.0.1:8080", "](/demo/figures/"),
            ("http://localhost:8080", "0.0.0.0:8080", "](/demo/figures/"),
            ("https://example.org/blog", "127.0.0.1:8080", "](http://127.0.0.1:8080/demo/figures/"),
            ("https://example.org", "[::]:80", "](http://localhost:80/demo/figures/"),
            ("http://localhost:4321", "127.0.0.1:4322", "](http://127.0.0.1:4322/demo/figures/"),
        ] {
            let Folder { files, .. } = folder(&site(base_url), listen.parse().unwrap());
            let texts = files.iter().map(|file| String::from_utf8_lossy(&file.bytes));
            let texts: String = texts.collect::<Vec<_>>().join("\n");
            let figures = texts.matches("/demo/figures/").count();
            assert!(figures > 5 && texts.matches(begins).count() == figures, "{base_url} {listen}");
        }
    }
}
