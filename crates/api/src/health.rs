//! Whether this process is worth keeping, and whether it should get requests. Verdicts are read here, not made: a
//! health check that does work becomes the outage.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use actix_web::{HttpResponse, HttpResponseBuilder, get, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::protocol::cache_control::Policy;
use crate::protocol::query::{NoQuery, Query};

/// The verdicts, shared with whoever makes them.
#[derive(Debug, Clone, Default)]
pub struct Health(Arc<Verdicts>);

#[derive(Debug, Default)]
struct Verdicts {
    database: AtomicBool,
    draining: AtomicBool,
    dropped_log_lines: AtomicU64,
}

impl Health {
    /// Notes how many log lines were lost so far.
    pub fn set_dropped_log_lines(&self, count: u64) {
        self.0.dropped_log_lines.store(count, Ordering::Relaxed);
    }

    /// Notes whether the database answered.
    pub fn database_answers(&self, answers: bool) {
        self.0.database.store(answers, Ordering::Relaxed);
    }

    /// Notes that the process is about to stop: no new requests, please.
    pub fn drain(&self) {
        self.0.draining.store(true, Ordering::Relaxed);
    }
}

impl Health {
    fn report(&self, mut answer: HttpResponseBuilder, status: &str) -> HttpResponse {
        let dropped_log_lines = self.0.dropped_log_lines.load(Ordering::Relaxed);
        let report = HealthReport { status: status.to_owned(), dropped_log_lines };
        answer.insert_header(Policy::NoStore.header()).json(report)
    }
}

/// The verdict on a process.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = HealthReport)]
pub(crate) struct HealthReport {
    /// `ok`, or why not: `draining`, `database`.
    #[schema(example = "ok")]
    status: String,
    /// How many log lines this process has lost since its start because nobody read them, or because the disk was full.
    #[schema(minimum = 0, example = 0)]
    dropped_log_lines: u64,
}

/// Whether the process lives.
#[utoipa::path(tag = "health", responses((status = 200, description = "It lives.", body = HealthReport)))]
#[get("/livez")]
pub(crate) async fn live(health: web::Data<Health>, _: Query<NoQuery>) -> HttpResponse {
    health.report(HttpResponse::Ok(), "ok")
}

/// Whether the process should get requests.
///
/// 503 while it starts or stops, and when the database does not answer.
#[utoipa::path(tag = "health", responses(
    (status = 200, description = "It should.", body = HealthReport),
    (status = 503, description = "It should not, for the reason given.", body = HealthReport)
))]
#[get("/readyz")]
pub(crate) async fn ready(health: web::Data<Health>, _: Query<NoQuery>) -> HttpResponse {
    let Verdicts { database, draining, .. } = &*health.0;
    match (draining.load(Ordering::Relaxed), database.load(Ordering::Relaxed)) {
        (true, _) => health.report(HttpResponse::ServiceUnavailable(), "draining"),
        (false, false) => health.report(HttpResponse::ServiceUnavailable(), "database"),
        (false, true) => health.report(HttpResponse::Ok(), "ok"),
    }
}
