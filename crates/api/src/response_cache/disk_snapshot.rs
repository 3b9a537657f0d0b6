//! The snapshot of the cache on disk, which an instance serves that starts while the database is unavailable.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use domain::Site;
use serde::{Deserialize, Serialize};
use store::operations::act_log;
use store::operations::act_log::{LastAct, LogContinuation};
use store::operations::epochs;
use store::{Error, OperationsConn};
use tempfile::NamedTempFile;

use crate::http::prepared_response::{PreparedResponse, StoredResponse};
use crate::response_cache::ResponseCache;
use crate::response_cache::storage::Storage;
use crate::response_cache::validity::ReadVersion;

/// A snapshot that was read from disk, by cache key.
pub struct StaleSnapshot {
    responses: HashMap<String, PreparedResponse>,
    /// When the database last confirmed the responses.
    confirmed: SystemTime,
    /// How long the snapshot may be served from then on.
    max_age: Duration,
}

/// The first line of the file: when the database confirmed the responses, the last act they include, and the site
/// configuration. Responses contain URLs, so they are only valid for the same site URL, path pattern and locales.
#[derive(Serialize, Deserialize)]
struct Header {
    confirmed_seconds: u64,
    /// Absent in files of older versions.
    #[serde(default)]
    last_act: Option<LastAct>,
    /// Absent in files without responses.
    #[serde(default)]
    site: Option<Site>,
}

/// Every other line of the file: a response.
#[derive(Serialize, Deserialize)]
struct Line {
    #[serde(rename = "address")]
    key: String,
    #[serde(rename = "answer")]
    response: StoredResponse,
}

/// The file of the snapshot. The lock orders writing and clearing it.
pub(crate) struct SnapshotFile(Mutex<PathBuf>);

impl SnapshotFile {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self(Mutex::new(path))
    }

    /// Removes all responses from the file, because something in it may not be served any more.
    pub(crate) fn clear(&self, last_act: &LastAct) {
        clear(&self.0.lock().unwrap_or_else(PoisonError::into_inner), last_act);
    }
}

impl ResponseCache {
    pub(crate) fn has_snapshot_file(&self) -> bool {
        self.snapshot.is_some()
    }

    /// Replaces the snapshot with all responses that are cached and fresh. Writes nothing during an outage: the responses that
    /// were last confirmed stay.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn save_snapshot(&self, last_act: LastAct, site: &Site) -> io::Result<()> {
        let Some(snapshot) = &self.snapshot else { return Ok(()) };
        // A takedown waits for this lock, and clears the file afterwards.
        let path = snapshot.0.lock().unwrap_or_else(PoisonError::into_inner);
        match self.write_snapshot(&path, last_act, site)? {
            Some((file, version)) => self.replace_snapshot(&path, file, version),
            None => Ok(()),
        }
    }

    /// Writes a new snapshot to a temporary file, and returns it with the version that all of its responses have.
    fn write_snapshot(
        &self,
        path: &Path,
        last_act: LastAct,
        site: &Site,
    ) -> io::Result<Option<(NamedTempFile, ReadVersion)>> {
        let version = self.validity.version();
        // An act is being applied: the responses may include it, and the first line of the file would not say so.
        let is_behind = version.sequence() != last_act.sequence;
        if is_behind || self.database_health.outage().is_some() {
            return Ok(None);
        }
        let entries = self.storage.iter().flat_map(Storage::all);
        let entries =
            entries.filter(|(_, cached)| self.validity.is_fresh(&cached.dependencies) && !cached.expires());
        let lines = entries.map(|(key, cached)| Line { key, response: cached.prepared.saved() });
        Ok(Some((write_temporary(path, Some(last_act), Some(site), lines)?, version)))
    }

    /// Renames the temporary file, unless an act was applied while it was written: it may contain what the act has taken
    /// down, so the old file stays until the next time.
    fn replace_snapshot(&self, path: &Path, file: NamedTempFile, version: ReadVersion) -> io::Result<()> {
        if self.validity.version() == version {
            file.persist(path).map_err(|error| error.error)?;
        }
        Ok(())
    }
}

/// Writes a temporary file in the same directory, to be renamed to `path`, so that a crash never leaves half a file.
fn write_temporary(
    path: &Path,
    last_act: Option<LastAct>,
    site: Option<&Site>,
    lines: impl Iterator<Item = Line>,
) -> io::Result<NamedTempFile> {
    let directory = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(directory)?;
    let mut file = NamedTempFile::new_in(directory)?;
    let mut out = BufWriter::new(file.as_file_mut());
    let confirmed_seconds = since_epoch(SystemTime::now());
    write_line(&mut out, &Header { confirmed_seconds, last_act, site: site.cloned() })?;
    for line in lines {
        write_line(&mut out, &line)?;
    }
    out.flush()?;
    drop(out);
    Ok(file)
}

/// The last act in the database. If the snapshot includes an act that the database does not have, or is of another
/// epoch, the database was restored since: the snapshot is cleared, and a new epoch begins unless another instance has
/// begun one.
///
/// # Errors
/// [`Error::Unavailable`].
pub(crate) async fn read_last_act(
    conn: &mut OperationsConn,
    snapshot: Option<&Path>,
) -> Result<LastAct, Error> {
    let saved = snapshot.and_then(|path| Some((path, open(path)?.0.last_act?)));
    let Some((path, saved)) = saved else { return act_log::newest(conn).await };
    loop {
        let newest = match act_log::resume(conn, &saved, 1).await? {
            LogContinuation::Same(log) => return Ok(log.newest),
            LogContinuation::OtherEpoch(newest) => newest,
            LogContinuation::Restored(evidence) => {
                tracing::error!(%evidence, known = ?saved, "the database was restored from a backup: beginning a new epoch");
                let _begun = epochs::start(conn, saved.epoch).await?;
                continue;
            }
        };
        clear(path, &newest);
        return Ok(newest);
    }
}

/// Removes all responses from a snapshot and keeps its last act, which is needed to detect a restore. If that cannot be
/// written, removes the file.
fn clear(path: &Path, last_act: &LastAct) {
    let emptied = write_temporary(path, Some(last_act.clone()), None, std::iter::empty());
    if emptied.and_then(|file| file.persist(path).map_err(|error| error.error)).is_ok() {
        return;
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            tracing::error!(%error, path = %path.display(), "a snapshot could not be cleared and may contain responses that were taken down: remove this file");
        }
        Ok(()) | Err(_) => {}
    }
}

/// The first line of a snapshot, and the lines after it.
fn open(path: &Path) -> Option<(Header, impl Iterator<Item = String>)> {
    let mut lines = BufReader::new(File::open(path).ok()?).lines().map_while(Result::ok);
    Some((serde_json::from_str(&lines.next()?).ok()?, lines))
}

fn write_line(out: &mut impl Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

impl StaleSnapshot {
    /// Reads the file, if there is one and it was written with the present site configuration. Skips lines that cannot be
    /// parsed.
    #[must_use]
    pub fn read(path: &Path, site: &Site, max_age: Duration) -> Option<Self> {
        let (Header { confirmed_seconds, last_act: _, site: saved_site }, lines) = open(path)?;
        if saved_site.as_ref() != Some(site) {
            tracing::warn!(path = %path.display(), "the snapshot was written for another site configuration: ignored");
            return None;
        }
        let confirmed = UNIX_EPOCH.checked_add(Duration::from_secs(confirmed_seconds))?;
        let lines = lines.filter_map(|line| serde_json::from_str::<Line>(&line).ok());
        let responses =
            lines.filter_map(|Line { key, response }| Some((key, PreparedResponse::restored(response)?)));
        Some(Self { responses: responses.collect(), confirmed, max_age })
    }

    /// The number of responses.
    #[must_use]
    pub fn count(&self) -> usize {
        self.responses.len()
    }

    /// The age since the database confirmed it. A timestamp in the future counts as an age too, so a wrong clock never
    /// makes the snapshot younger.
    fn age(&self) -> Duration {
        SystemTime::now().duration_since(self.confirmed).unwrap_or_else(|ahead| ahead.duration())
    }

    pub(super) fn has_responses(&self) -> bool {
        self.count() > 0 && self.age() <= self.max_age
    }

    /// The response to a URI with the age of the snapshot, unless the snapshot is too old.
    pub(super) fn get(&self, uri: &str) -> Option<(&PreparedResponse, Duration)> {
        let age = self.age();
        (age <= self.max_age).then_some(())?;
        Some((self.responses.get(uri)?, age))
    }
}

fn since_epoch(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::DateTime;
    use domain::{Locale, PathPattern, TimeZone};
    use store::operations::act_log::LoggedAct;
    use uuid::Uuid;

    use super::*;
    use crate::config::DeliveryConfig;
    use crate::http::response::Response;
    use crate::response_cache::database_health::DatabaseHealth;

    const URI: &str = "/v1/articles/a";

    fn site() -> Site {
        Site {
            name: "Test".to_owned(),
            base_url: "http://127.0.0.1:0".to_owned(),
            path_pattern: PathPattern::try_from("/{slug}".to_owned()).unwrap(),
            former_path_patterns: vec![],
            default_locale: Locale::try_from("en".to_owned()).unwrap(),
            locales: vec![],
            time_zone: TimeZone::utc(),
        }
    }

    fn last_act(sequence: i64) -> LastAct {
        LastAct { epoch: Uuid::nil(), sequence, at: None }
    }

    fn take_down(cache: &ResponseCache, sequence: i64) {
        let tags = vec!["article:a".to_owned()];
        cache.validity.record(&[LoggedAct { sequence, at: DateTime::UNIX_EPOCH, is_takedown: true, tags }]);
    }

    /// A cache that has seen act 4 and contains one response.
    fn cache(path: &Path) -> ResponseCache {
        let config = DeliveryConfig { snapshot_path: Some(path.to_owned()), ..DeliveryConfig::default() };
        let health = Arc::new(DatabaseHealth::new(config.timeouts));
        let cache = ResponseCache::new(config, 4, health);
        let response = Response::live("text".to_owned(), vec!["article:a".to_owned()]);
        cache.insert(URI, response, cache.validity.version());
        cache
    }

    #[test]
    fn a_snapshot_contains_fresh_responses() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("snapshot");
        let cache = cache(&path);
        cache.save_snapshot(last_act(4), &site()).unwrap();
        let saved = StaleSnapshot::read(&path, &site(), Duration::from_secs(60)).unwrap();
        assert!(saved.get(URI).is_some());
        take_down(&cache, 5);
        cache.save_snapshot(last_act(5), &site()).unwrap();
        assert_eq!(StaleSnapshot::read(&path, &site(), Duration::from_secs(60)).unwrap().count(), 0);
    }

    #[test]
    fn no_snapshot_is_written_while_an_act_is_applied() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("snapshot");
        let cache = cache(&path);
        take_down(&cache, 5);
        cache.save_snapshot(last_act(4), &site()).unwrap();
        assert!(
            !path.exists(),
            "the first line would name act 4, and a restore to act 4 would keep the file"
        );
    }

    #[test]
    fn a_snapshot_is_discarded_if_an_act_arrives_while_it_is_written() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("snapshot");
        let cache = cache(&path);
        let (file, version) = cache.write_snapshot(&path, last_act(4), &site()).unwrap().unwrap();
        take_down(&cache, 5);
        cache.replace_snapshot(&path, file, version).unwrap();
        assert!(!path.exists(), "the file contains what act 5 has taken down");
    }
}
