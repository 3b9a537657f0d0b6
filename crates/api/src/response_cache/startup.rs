//! What a process serves until its database is available: the snapshot of an earlier process.

use std::sync::{Arc, OnceLock};

use actix_web::http::header::{AGE, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::problem::Problem;
use crate::response_cache::ResponseSource;
use crate::response_cache::disk_snapshot::StaleSnapshot;
use crate::response_cache::lookup::CACHE_STATUS;

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
            Some(snapshot) => ResponseSource::Stale { has_responses: snapshot.has_responses() },
        }
    }
}

/// Serves any request from the snapshot, if it has a response for exactly this URI; otherwise 503.
pub(crate) async fn respond_from_snapshot(
    request: HttpRequest,
    startup: web::Data<Startup>,
) -> Result<HttpResponse, Problem> {
    let uri = request.uri().path_and_query().map_or("", |uri| uri.as_str());
    let found = startup.0.get().and_then(|snapshot| snapshot.get(uri));
    let (prepared, age) = found.ok_or_else(Problem::unavailable)?;
    let mut response = prepared.respond_to(&request);
    let seconds = age.as_secs();
    let status = format!("masthead; hit; ttl=-{seconds}; detail=\"last-known\"");
    if let Ok(status) = HeaderValue::from_str(&status) {
        response.headers_mut().insert(CACHE_STATUS, status);
    }
    response.headers_mut().insert(AGE, HeaderValue::from(seconds));
    Ok(response)
}
