//! Liveness and readiness. Both are read from memory: neither queries the database, so probes stay fast during an
//! outage.
//!
//! An instance is ready while readers get responses, even if these come from its cache. If every instance became unready
//! together with the database, a load balancer would remove all of them, and readers would get no cached responses.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, get, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::delivery::PublicApi;
use crate::http::cache_control::Policy;
use crate::http::query_params::{NoQuery, Query};
use crate::response_cache::ResponseSource;
use crate::response_cache::startup::Startup;

/// The state of the process that the probes report.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<HealthFlags>);

#[derive(Debug, Default)]
struct HealthFlags {
    is_draining: AtomicBool,
    is_schema_unusable: AtomicBool,
    dropped_log_lines: AtomicU64,
}

impl Health {
    /// Sets whether this version can read the schema of the database.
    pub fn set_schema_usable(&self, is_usable: bool) {
        self.0.is_schema_unusable.store(!is_usable, Ordering::Relaxed);
    }

    /// Whether this version can read the schema of the database.
    #[must_use]
    pub fn is_schema_usable(&self) -> bool {
        !self.0.is_schema_unusable.load(Ordering::Relaxed)
    }

    /// Marks the process as draining: it is about to stop and takes no new requests.
    pub fn drain(&self) {
        self.0.is_draining.store(true, Ordering::Relaxed);
    }

    /// Sets how many log lines were dropped so far.
    pub fn set_dropped_log_lines(&self, count: u64) {
        self.0.dropped_log_lines.store(count, Ordering::Relaxed);
    }
}

/// Whether a process should get requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Readiness {
    Ready,
    Degraded,
    Draining,
    SchemaUnusable,
    Starting,
    NothingToServe,
}

impl Readiness {
    /// The table in `docs/health.md`.
    fn new(is_draining: bool, is_schema_usable: bool, source: ResponseSource) -> Self {
        match (is_draining, is_schema_usable, source) {
            (true, _, _) => Self::Draining,
            (false, _, ResponseSource::Starting) => Self::Starting,
            (false, false, _) => Self::SchemaUnusable,
            (false, true, ResponseSource::Database) => Self::Ready,
            (false, true, ResponseSource::Stale { has_responses: true }) => Self::Degraded,
            (false, true, ResponseSource::Stale { has_responses: false }) => Self::NothingToServe,
        }
    }

    fn status(self) -> (StatusCode, &'static str) {
        match self {
            Self::Ready | Self::Degraded => (StatusCode::OK, "ok"),
            Self::Draining => (StatusCode::SERVICE_UNAVAILABLE, "draining"),
            Self::SchemaUnusable => (StatusCode::SERVICE_UNAVAILABLE, "schema"),
            Self::Starting => (StatusCode::SERVICE_UNAVAILABLE, "starting"),
            Self::NothingToServe => (StatusCode::SERVICE_UNAVAILABLE, "database"),
        }
    }
}

/// The liveness of the process.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = LivenessReport)]
pub(crate) struct LivenessReport {
    /// Always `ok`.
    #[schema(example = "ok")]
    status: String,
}

/// The readiness of the process.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ReadinessReport)]
pub(crate) struct ReadinessReport {
    /// `ok`, or the reason why the process should not get requests: `starting`, `draining`, `schema` (this version
    /// cannot read the schema of the database) or `database` (the database is unavailable and nothing is cached).
    #[schema(example = "ok")]
    status: String,
    /// Whether the database is unavailable. Readers then get cached responses with an `Age` header, and editors get
    /// 503.
    #[schema(example = false)]
    degraded: bool,
    /// The number of log lines that were dropped since the start because standard error was not read, or because the
    /// disk was full.
    #[schema(minimum = 0, example = 0)]
    dropped_log_lines: u64,
}

/// Checks liveness.
///
/// Returns 200 as long as the process can respond at all. It does not query the database.
#[utoipa::path(tag = "health", responses((status = 200, description = "The process runs.", body = LivenessReport)))]
#[get("/livez")]
pub(crate) async fn live(_: Query<NoQuery>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(Policy::NoStore.header())
        .json(LivenessReport { status: "ok".to_owned() })
}

/// Checks readiness.
///
/// Returns 200 while readers get responses. If the database is unavailable and responses come from the cache,
/// `degraded` is `true`. Returns 503 while the process starts or stops, if this version cannot read the schema of the
/// database, and if the database is unavailable and nothing is cached.
#[utoipa::path(tag = "health", responses(
    (status = 200, description = "The process accepts requests.", body = ReadinessReport),
    (status = 503, description = "The process should not get requests; `status` gives the reason.", body = ReadinessReport)
))]
#[get("/readyz")]
pub(crate) async fn ready(
    health: web::Data<Health>,
    delivery: Option<web::Data<PublicApi>>,
    startup: Option<web::Data<Startup>>,
    _: Query<NoQuery>,
) -> HttpResponse {
    let HealthFlags { is_draining, is_schema_unusable: _, dropped_log_lines } = &*health.0;
    let source = match (delivery, startup) {
        (Some(delivery), _) => delivery.source(),
        (None, Some(startup)) => startup.source(),
        (None, None) => ResponseSource::Starting,
    };
    let is_draining = is_draining.load(Ordering::Relaxed);
    let readiness = Readiness::new(is_draining, health.is_schema_usable(), source);
    let (code, status) = readiness.status();
    HttpResponse::build(code).insert_header(Policy::NoStore.header()).json(ReadinessReport {
        status: status.to_owned(),
        degraded: readiness == Readiness::Degraded,
        dropped_log_lines: dropped_log_lines.load(Ordering::Relaxed),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUIDE: &str = include_str!("../../../docs/health.md");

    /// All combinations of states.
    fn states() -> impl Iterator<Item = (bool, bool, ResponseSource)> {
        let sources = [
            ResponseSource::Starting,
            ResponseSource::Database,
            ResponseSource::Stale { has_responses: true },
            ResponseSource::Stale { has_responses: false },
        ];
        let flags = [(false, true), (false, false), (true, true), (true, false)];
        flags.into_iter().flat_map(move |(draining, usable)| sources.map(|source| (draining, usable, source)))
    }

    #[test]
    fn readiness_follows_from_draining_schema_and_response_source() {
        for (is_draining, is_schema_usable, source) in states() {
            let expected = match (is_draining, is_schema_usable, source) {
                (true, _, _) => (503, "draining", false),
                (false, _, ResponseSource::Starting) => (503, "starting", false),
                (false, false, ResponseSource::Database | ResponseSource::Stale { .. }) => {
                    (503, "schema", false)
                }
                (false, true, ResponseSource::Database) => (200, "ok", false),
                (false, true, ResponseSource::Stale { has_responses: true }) => (200, "ok", true),
                (false, true, ResponseSource::Stale { has_responses: false }) => (503, "database", false),
            };
            let readiness = Readiness::new(is_draining, is_schema_usable, source);
            let (code, status) = readiness.status();
            let found = (code.as_u16(), status, readiness == Readiness::Degraded);
            assert_eq!(found, expected, "{is_draining} {is_schema_usable} {source:?}");
        }
    }

    #[test]
    fn the_health_guide_documents_every_readiness_response() {
        for (is_draining, is_schema_usable, source) in states() {
            let readiness = Readiness::new(is_draining, is_schema_usable, source);
            let (code, status) = readiness.status();
            let degraded = readiness == Readiness::Degraded;
            let row = format!("| {} | `{status}` | `{degraded}` |", code.as_u16());
            assert!(GUIDE.lines().any(|line| line.ends_with(&row)), "docs/health.md lacks {row}");
        }
    }
}
