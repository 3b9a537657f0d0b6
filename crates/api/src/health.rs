//! Whether this process is worth keeping, and whether it should get requests. Verdicts are read here, not made: a
//! health check that does work becomes the outage.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use actix_web::{HttpResponse, get, web};
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
}

impl Health {
    /// Notes whether the database answered.
    pub fn database_answers(&self, answers: bool) {
        self.0.database.store(answers, Ordering::Relaxed);
    }

    /// Notes that the process is about to stop: no new requests, please.
    pub fn drain(&self) {
        self.0.draining.store(true, Ordering::Relaxed);
    }
}

/// The verdict on a process.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = HealthReport)]
pub(crate) struct HealthReport {
    /// `ok`, or why not: `draining`, `database`.
    #[schema(example = "ok")]
    status: String,
}

/// Whether the process lives.
#[utoipa::path(tag = "health", responses((status = 200, description = "It lives.", body = HealthReport)))]
#[get("/livez")]
pub(crate) async fn live(_: Query<NoQuery>) -> HttpResponse {
    report(HttpResponse::Ok(), "ok")
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
    let Verdicts { database, draining } = &*health.0;
    match (draining.load(Ordering::Relaxed), database.load(Ordering::Relaxed)) {
        (true, _) => report(HttpResponse::ServiceUnavailable(), "draining"),
        (false, false) => report(HttpResponse::ServiceUnavailable(), "database"),
        (false, true) => report(HttpResponse::Ok(), "ok"),
    }
}

fn report(mut answer: actix_web::HttpResponseBuilder, status: &str) -> HttpResponse {
    answer.insert_header(Policy::NoStore.header()).json(HealthReport { status: status.to_owned() })
}
