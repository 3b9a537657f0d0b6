//! What was last known, on the disk of this machine: what an instance gives that starts while the database is gone. Not
//! here: what is given while it runs (`giving`).

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use actix_web::http::header::{AGE, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use domain::Site;
use serde::{Deserialize, Serialize};

use crate::delivery::Delivery;
use crate::delivery::giving::unavailable;
use crate::problem::Problem;
use crate::protocol::finished::{Finished, Saved};

/// What was last known, by address.
pub struct LastKnown {
    answers: HashMap<String, Finished>,
    /// Since when none of it could be confirmed.
    confirmed: SystemTime,
    /// For how long it may be given from then on.
    most: Duration,
}

/// The first line of the file: when the database confirmed all of it, and the publication that it was made for. Answers hold
/// addresses, so they are good for no other site URL, path pattern or set of locales.
#[derive(Serialize, Deserialize)]
struct Head {
    confirmed_seconds: u64,
    site: Site,
}

/// Every other line.
#[derive(Serialize, Deserialize)]
struct Line {
    address: String,
    answer: Saved,
}

impl Delivery {
    /// Writes what is kept and fresh into a file, in the place of what was there. Nothing is written while the database
    /// does not answer: what was last confirmed stays.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub(super) fn save_last_known(&self, place: &Mutex<PathBuf>) -> io::Result<()> {
        let Some(cache) = self.cache.as_ref().filter(|_| self.contact.is_lost().is_none()) else {
            return Ok(());
        };
        let known = self.freshness.applied();
        let confirmed_seconds = since_epoch(SystemTime::now());
        // Whoever was taken down waits until this is written, and forgets it then.
        let path = place.lock().unwrap_or_else(PoisonError::into_inner);
        let directory = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(directory)?;
        let mut file = tempfile::NamedTempFile::new_in(directory)?;
        {
            let mut out = BufWriter::new(file.as_file_mut());
            write_line(&mut out, &Head { confirmed_seconds, site: Site::clone(&self.site) })?;
            for (address, kept) in cache.all() {
                if self.freshness.is_fresh(&kept.stamp) && !kept.ends() {
                    write_line(&mut out, &Line { address, answer: kept.finished.saved() })?;
                }
            }
            out.flush()?;
        }
        // What was taken down meanwhile is in the file, perhaps: then there is none until the next time.
        if self.freshness.applied() == known {
            file.persist(&*path).map_err(|error| error.error)?;
        }
        Ok(())
    }
}

fn write_line(out: &mut impl Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

impl LastKnown {
    /// Reads the file, if there is one that was written for this publication as it is configured now. What cannot be read of it, because a disk was full or somebody wrote into it, is
    /// left out.
    #[must_use]
    pub fn read(path: &Path, site: &Site, most: Duration) -> Option<Self> {
        let mut lines = BufReader::new(File::open(path).ok()?).lines().map_while(Result::ok);
        let Head { confirmed_seconds, site: written_for } = serde_json::from_str(&lines.next()?).ok()?;
        if written_for != *site {
            tracing::warn!(path = %path.display(), "the snapshot was written for another site configuration: ignored");
            return None;
        }
        let confirmed = UNIX_EPOCH.checked_add(Duration::from_secs(confirmed_seconds))?;
        let lines = lines.filter_map(|line| serde_json::from_str::<Line>(&line).ok());
        let answers =
            lines.filter_map(|Line { address, answer }| Some((address, Finished::restored(answer)?)));
        Some(Self { answers: answers.collect(), confirmed, most })
    }

    /// How many answers there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.answers.len()
    }

    /// Forgets the file: something in it may not be given any more.
    pub(super) fn forget(place: &Mutex<PathBuf>) {
        let path = place.lock().unwrap_or_else(PoisonError::into_inner);
        match fs::remove_file(&*path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::error!(%error, path = %path.display(), "what was taken down may be left in this file");
            }
            Ok(()) | Err(_) => {}
        }
    }
}

/// The answer to whatever is asked: what was last known at exactly this address, or that nothing can be said.
pub(crate) async fn give(request: HttpRequest, known: web::Data<LastKnown>) -> Result<HttpResponse, Problem> {
    let asked = request.uri().path_and_query().map_or("", |asked| asked.as_str());
    // A clock that was wrong, then or now, makes nothing younger (HC-15).
    let age = SystemTime::now().duration_since(known.confirmed).unwrap_or_else(|ahead| ahead.duration());
    let finished = known.answers.get(asked).filter(|_| age <= known.most).ok_or_else(unavailable)?;
    let mut answer = finished.to(&request);
    let seconds = age.as_secs();
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
