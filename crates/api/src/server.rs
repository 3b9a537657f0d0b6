//! The HTTP server: builds the application, starts and stops it. `listen` accepts connections, `connection` handles the
//! bytes of one, and `connection_limit` limits how many a client may open.

pub(crate) mod config;
pub(crate) mod connection;
mod connection_limit;
mod listen;
#[cfg(test)]
mod tests;

use std::io;
use std::net::TcpListener;

use actix_router::ResourceDef;
use actix_web::dev::ServerHandle;
use actix_web::{App, HttpRequest, HttpResponse, web};
use serde_json::Value;
use utoipa_actix_web::AppExt;

use crate::http::body::BodyLimits;
use crate::http::middleware::response_middleware;
use crate::problem::Problem;
use crate::response_cache::startup::respond_from_snapshot;
use crate::server::listen::listen;
use crate::{EditorialApi, Health, PublicApi, SecurityContacts, Startup, openapi, routes};

pub use config::HttpConfig;

/// The parts of a server.
pub struct ServerParts {
    /// The delivery API.
    pub delivery: PublicApi,
    /// The editorial API.
    pub editorial: EditorialApi,
    /// What the health checks report.
    pub health: Health,
    /// The limits of connections and bodies.
    pub http: HttpConfig,
    /// The contacts in `security.txt`. Without any, there is no `security.txt`.
    pub security_contacts: SecurityContacts,
}

/// A running HTTP server.
pub struct RunningServer {
    handle: ServerHandle,
    ended: tokio::task::JoinHandle<io::Result<()>>,
}

/// How long requests in progress may take after a stop was requested.
const SHUTDOWN_SECONDS: u64 = 20;

/// Serves on a listener that is bound already. Signals are not handled here.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(listener: TcpListener, parts: ServerParts) -> io::Result<RunningServer> {
    let delivery = web::Data::new(parts.delivery);
    let editorial = web::Data::new(parts.editorial);
    let health = web::Data::new(parts.health);
    let contacts = web::Data::new(parts.security_contacts);
    let known = web::Data::new(KnownPaths::from_documents());
    let bodies = web::Data::new(BodyLimits::new(&parts.http));
    let proxies = web::Data::new(parts.http.trusted_proxies.clone());
    listen(listener, &parts.http, SHUTDOWN_SECONDS, move || {
        App::new()
            .into_utoipa_app()
            .configure(routes::configure_delivery)
            .configure(routes::configure_editorial)
            .into_app()
            .configure(routes::configure_previews)
            .configure(routes::configure_docs_site)
            .default_service(web::to(no_route))
            .app_data(delivery.clone())
            .app_data(editorial.clone())
            .app_data(health.clone())
            .app_data(known.clone())
            .app_data(bodies.clone())
            .app_data(proxies.clone())
            .app_data(contacts.clone())
            .wrap_fn(|request, service| response_middleware(request, service, PublicApi::try_cached))
    })
}

/// Serves the health checks, and the snapshot if there is one, until the database is available.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve_startup(
    listener: TcpListener,
    startup: Startup,
    health: Health,
    http: &HttpConfig,
) -> io::Result<RunningServer> {
    let (startup, health) = (web::Data::new(startup), web::Data::new(health));
    listen(listener, http, 1, move || {
        App::new()
            .service(crate::health::live)
            .service(crate::health::ready)
            .default_service(web::to(respond_from_snapshot))
            .app_data(startup.clone())
            .app_data(health.clone())
            .wrap_fn(|request, service| response_middleware(request, service, |_| None))
    })
}

impl RunningServer {
    /// Accepts no new connections, finishes the requests in progress, and ends. Once `force` completes, it does not wait for
    /// requests any more.
    pub async fn stop(self, force: impl Future<Output = ()>) {
        tokio::select! {
            () = self.handle.stop(true) => {}
            () = force => self.handle.stop(false).await,
        }
        if let Ok(Err(error)) = self.ended.await {
            tracing::error!(%error, "the server ended with an error");
        }
    }
}

/// The response if no route matches: 405 if the path exists with other methods, else 404.
async fn no_route(request: HttpRequest, known: web::Data<KnownPaths>) -> Result<HttpResponse, Problem> {
    match known.methods(request.path()) {
        Some(methods) => Err(Problem::method_not_allowed(methods)),
        None => Err(Problem::not_found()),
    }
}

/// The paths that the API documents describe, with the methods of each.
struct KnownPaths(Vec<(ResourceDef, String)>);

impl KnownPaths {
    fn from_documents() -> Self {
        let documents = [openapi::delivery(), openapi::editorial()];
        let documents = documents.iter().map(|text| serde_json::from_str(text).unwrap_or_default());
        Self(documents.flat_map(|document| paths(&document)).collect())
    }

    /// The methods of a path, as `Allow` lists them.
    fn methods(&self, path: &str) -> Option<String> {
        // Previews have the paths of the delivery API, and no others.
        let path = path.strip_prefix("/preview").filter(|rest| rest.starts_with("/v1/")).unwrap_or(path);
        self.0.iter().find(|(known, _)| known.is_match(path)).map(|(_, methods)| methods.clone())
    }
}

fn paths(document: &Value) -> Vec<(ResourceDef, String)> {
    let paths = document.pointer("/paths").and_then(Value::as_object);
    let known = paths.into_iter().flatten().map(|(path, item)| {
        let methods = item.as_object().into_iter().flat_map(|item| item.keys());
        let methods = methods.flat_map(|method| match method.as_str() {
            "get" => vec!["GET".to_owned(), "HEAD".to_owned()],
            other => vec![other.to_ascii_uppercase()],
        });
        let all: Vec<String> = methods.chain(["OPTIONS".to_owned()]).collect();
        (ResourceDef::new(path.as_str()), all.join(", "))
    });
    known.collect()
}
