//! The snapshot of the cache on disk, which an instance serves that starts while the database is unavailable.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::http::header::{AGE, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use domain::Site;
use serde::{Deserialize, Serialize};
use store::operations::change_log;
use store::operations::change_log::{LastAct, LogContinuation};
use store::operations::epochs;
use store::{Error, OperationsConn};
use tempfile::NamedTempFile;

use crate::health::ResponseSource;
use crate::http::prepared_response::{PreparedResponse, StoredResponse};
use crate::problem::Problem;
use crate::response_cache::ResponseCache;

/// A snapshot that was read from disk, by cache key.
pub struct StaleSnapshot {
    answers: HashMap<String, PreparedResponse>,
    /// When the database last confirmed the responses.
    confirmed: SystemTime,
    /// How long the snapshot may be served from then on.
    most: Duration,
}

/// The state of a process without a database: it serves the snapshot, if one was loaded.
#[derive(Clone, Default)]
pub struct Startup(Arc<OnceLock<StaleSnapshot>>);

impl Startup {
    /// Serves a snapshot from now on.
    pub fn serve_snapshot(&self, snapshot: StaleSnapshot) {
        // Only the first counts; there is one start.
        let _first = self.0.set(snapshot);
    }

    /// Where responses come from at the moment.
    pub(crate) fn source(&self) -> ResponseSource {
        match self.0.get() {
            None => ResponseSource::Starting,
            Some(snapshot) => {
                ResponseSource::Stale { has_answers: snapshot.count() > 0 && !snapshot.is_too_old() }
            }
        }
    }
}

/// The first line of the file: when the database confirmed the responses, the last act they include, and the site
/// configuration. Responses contain URLs, so they are only valid for the same site URL, path pattern and locales.
#[derive(Serialize, Deserialize)]
struct Head {
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
    address: String,
    answer: StoredResponse,
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
        if self.database_health.outage().is_some() {
            return Ok(());
        }
        let version = self.validity.version();
        // An act is being applied: the responses may include it, and the first line of the file would not say so.
        if self.validity.last_seen_sequence() != last_act.sequence {
            return Ok(());
        }
        // A takedown waits for this lock, and clears the file afterwards.
        let path = snapshot.0.lock().unwrap_or_else(PoisonError::into_inner);
        let entries = self.storage.iter().flat_map(|storage| storage.all());
        let entries =
            entries.filter(|(_, cached)| self.validity.is_fresh(&cached.dependencies) && !cached.expires());
        let lines = entries.map(|(key, cached)| Line { address: key, answer: cached.prepared.saved() });
        let file = write_temporary(&path, Some(last_act), Some(site), lines)?;
        // If an act was applied meanwhile, the file may contain what it has taken down: keep the old file until the next time.
        if self.validity.version() == version {
            file.persist(&*path).map_err(|error| error.error)?;
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
    write_line(&mut out, &Head { confirmed_seconds, last_act, site: site.cloned() })?;
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
    let saved = snapshot.and_then(|path| Some((path, head(path)?.0.last_act?)));
    let Some((path, saved)) = saved else { return change_log::newest(conn).await };
    loop {
        let newest = match change_log::resume(conn, &saved, 1).await? {
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
fn head(path: &Path) -> Option<(Head, impl Iterator<Item = String>)> {
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
    pub fn read(path: &Path, site: &Site, most: Duration) -> Option<Self> {
        let (Head { confirmed_seconds, last_act: _, site: written_for }, lines) = head(path)?;
        if written_for.as_ref() != Some(site) {
            tracing::warn!(path = %path.display(), "the snapshot was written for another site configuration: ignored");
            return None;
        }
        let confirmed = UNIX_EPOCH.checked_add(Duration::from_secs(confirmed_seconds))?;
        let lines = lines.filter_map(|line| serde_json::from_str::<Line>(&line).ok());
        let answers =
            lines.filter_map(|Line { address, answer }| Some((address, PreparedResponse::restored(answer)?)));
        Some(Self { answers: answers.collect(), confirmed, most })
    }

    /// The number of responses.
    #[must_use]
    pub fn count(&self) -> usize {
        self.answers.len()
    }

    /// The age since the database confirmed it. A timestamp in the future counts as an age too, so a wrong clock never
    /// makes the snapshot younger.
    fn age(&self) -> Duration {
        SystemTime::now().duration_since(self.confirmed).unwrap_or_else(|ahead| ahead.duration())
    }

    fn is_too_old(&self) -> bool {
        self.age() > self.most
    }
}

/// Serves any request from the snapshot, if it has a response for exactly this URI; otherwise 503.
pub(crate) async fn serve(
    request: HttpRequest,
    startup: web::Data<Startup>,
) -> Result<HttpResponse, Problem> {
    let known = startup.0.get().filter(|known| !known.is_too_old()).ok_or_else(Problem::unavailable)?;
    let asked = request.uri().path_and_query().map_or("", |asked| asked.as_str());
    let prepared = known.answers.get(asked).ok_or_else(Problem::unavailable)?;
    let mut answer = prepared.respond_to(&request);
    let seconds = known.age().as_secs();
    let status = format!("masthead; hit; ttl=-{seconds}; detail=\"last-known\"");
    if let Ok(status) = HeaderValue::from_str(&status) {
        answer.headers_mut().insert(HeaderName::from_static("cache-status"), status);
    }
    answer.headers_mut().insert(AGE, HeaderValue::from(seconds));
    Ok(answer)
}

fn since_epoch(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs()
}
